using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>
/// An address within a parameter, which the server asks in turn: <c>/proxy?url=http://…/delete</c> does there what that address does, and an exporter that is told whom to ask
/// (Prometheus, "multi-target exporter pattern") signs in there with the password that it keeps for all of them.
/// </summary>
internal static partial class AskedInTurn
{
    /// <param name="path">In small letters.</param>
    /// <param name="query">In small letters, as it is meant.</param>
    public static Verdict? Judge(string path, string query)
    {
        var parts = query.Split('&');
        foreach (var part in parts)
        {
            if (part.Split('=', 2) is not [var key, { Length: > 0 } value]) continue;
            // solr.apache.org, "Content Streams"
            if (key is "stream.url" or "stream.file") return Verdict.Unknown("the server reads what that address or file holds");
            if (key is "url" or "uri" or "u" or "link" or "href" or "src" or "remote" or "upstream" && Address().IsMatch(value)
                && HttpJudge.Request("GET", value, "") is { Effect: > Effect.Read } asked) return asked;
            if (key == "target" && SignsIn(path, parts, value)) return Verdict.Unknown($"'{new Argument(value).Shown}' is handed what the exporter signs in with");
        }

        return null;
    }

    /// <summary>Whether the target may be another network's, and a module, or the kind of server, says that the exporter signs in there.</summary>
    static bool SignsIn(string path, string[] parts, string target)
    {
        var host = Host().Match(target).Groups["host"].Value;
        if (host.Length == 0 || host.Contains(Argument.Hole) || !host.Contains('.') || OwnNetwork.Private.Has(host)) return false;
        return path.EndsWith("/scrape", StringComparison.Ordinal) || target.Contains("://", StringComparison.Ordinal) && !Address().IsMatch(target)
            || parts.Any(part => part.StartsWith("auth", StringComparison.Ordinal)
                || part.StartsWith("module=", StringComparison.Ordinal) && Module().IsMatch(part));
    }

    [GeneratedRegex("^https?://", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(\w+://)?([^/@]*@)?(?<host>[\w.-]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    [GeneratedRegex("auth|bearer|login|cred|token|passw|signed|ssh", RegexOptions.CultureInvariant)]
    private static partial Regex Module();
}
