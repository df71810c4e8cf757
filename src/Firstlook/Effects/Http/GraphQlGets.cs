using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>
/// GraphQL by GET ("GraphQL over HTTP"): the statement stands in the address. Servers ought to refuse a mutation there, and not all do; one that the server
/// keeps, and that is asked for by its name or its sum alone, may be anything.
/// </summary>
internal static partial class GraphQlGets
{
    /// <param name="path">In small letters.</param>
    /// <param name="query">In small letters, as it is meant.</param>
    /// <returns>Null where no statement is asked for that may act.</returns>
    public static Verdict? Judge(string path, string query)
    {
        if (Statement().IsMatch(query)) return Verdict.Unknown("a mutation by GET may act");
        if (query.Length == 0 || !Path().IsMatch(path)) return null;
        if (Kept().IsMatch(query) || !Asked().IsMatch(query)) return Verdict.Unknown("a statement that the server keeps may be a mutation");
        return Mutating().IsMatch(query) ? Verdict.Unknown("a mutation by GET may act") : null;
    }

    /// <summary>The same where the statement stands in a body that a GET carries.</summary>
    public static Verdict? Body(string path, string body) =>
        (Path().IsMatch(path) || body.Contains("\"query\"", StringComparison.Ordinal)) && body.Contains("mutation", StringComparison.OrdinalIgnoreCase)
            || Path().IsMatch(path) && (body.Contains("persistedQuery", StringComparison.OrdinalIgnoreCase) || body.Contains("\\u", StringComparison.Ordinal))
            ? Verdict.Unknown("a mutation by GET may act") : null;

    [GeneratedRegex(@"(^|&)(query|q|mutation|statement|body|data|payload|batch|operations)=[\s+,{\[""':\w]*?(?<![\w])mutation(?!\w)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Statement();

    [GeneratedRegex(@"/(graphi?ql|gql|graph|api/query)(/|\.|$)|graphql", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(@"(^|&)(extensions|id|docid|doc_id|documentid|queryid|query_id|hash|sha256hash|persistedquery)=|persistedquery",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Kept();

    [GeneratedRegex("(^|&)query=", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex(@"(?<!\w)(mutation|subscription)(?!\w)|%", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Mutating();
}
