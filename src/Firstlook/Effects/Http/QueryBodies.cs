using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>POSTs whose body is a query, or names a command, of an interface that is known: what stands in it says whether it only asks.</summary>
internal static partial class QueryBodies
{
    /// <summary>Stages of ES|QL that look up and compute (elastic.co/docs, "ES|QL commands"). COMPLETION and RERANK hand rows to a service elsewhere.</summary>
    static readonly FrozenSet<string> OfEsQl =
        WordSet.OfAnyCase("from row show ts dissect drop enrich eval grok keep limit lookup mv_expand rename sort stats inlinestats where change_point sample");

    /// <summary>Stages of PPL (docs.opensearch.org, "PPL commands"). ML and AD train models, and keep them.</summary>
    static readonly FrozenSet<string> OfPpl =
        WordSet.OfAnyCase(
            "source search describe show where fields stats eventstats sort dedup head top rare eval rename parse grok patterns fillnull lookup join expand flatten "
            + "trendline timechart bin regex rex reverse explain table");

    /// <summary>What curl spells out in an address.</summary>
    static readonly System.Buffers.SearchValues<char> SpeltOut = System.Buffers.SearchValues.Create("{}[],%");

    /// <returns>Null where neither path nor body is one of these.</returns>
    public static Verdict? Judge(string path, string body)
    {
        if (body.Contains(Argument.Hole) || body.Length == 0 || body[0] != '{' || path.AsSpan().ContainsAny(SpeltOut)) return null;
        if (path == "/")
            return Said(body, "command") is { } command && Showing().IsMatch(command)
                ? Verdict.Read($"the command '{command}' only asks", Revealing().IsMatch(command) ? EffectTags.Secret : EffectTags.None) : null;
        if (path is "/_query" && Said(body, "query") is { } esql) return Reads(esql, OfEsQl, "from", "row", "show", "ts") ? Verdict.Read("ES|QL only reads") : null;
        return path is "/_plugins/_ppl" or "/_opendistro/_ppl" && Said(body, "query") is { } ppl && Reads(ppl, OfPpl, "source", "search", "describe", "show", "explain")
            ? Verdict.Read("PPL only reads") : null;
    }

    // gitlab.isc.org/isc-projects/kea, "API Reference": what Kea's agent and servers are asked.
    [GeneratedRegex(@"^(list-commands|build-report|(stat-)?lease[46]-get(-all|-page|-by-[a-z-]+)?|[a-z0-9-]*-(list|get|get-all))\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Showing();

    [GeneratedRegex("^(config|remote|gss|cache)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Revealing();

    /// <summary>The text under a key of an object, where each key stands in it once.</summary>
    static string? Said(string body, string key)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var names = document.RootElement.EnumerateObject().Select(member => member.Name).ToList();
            return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count && document.RootElement.TryGetProperty(key, out var said)
                && said.ValueKind == JsonValueKind.String
                ? said.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether every stage, those within brackets too, begins with a word that is known.</summary>
    static bool Reads(string query, FrozenSet<string> stages, params string[] first)
    {
        // A comment or an escape may hide where a text ends.
        if (query.AsSpan().IndexOfAny('\\', '`') >= 0 || query.Contains("//", StringComparison.Ordinal) || query.Contains("/*", StringComparison.Ordinal)) return false;
        var plain = Quoted().Replace(query, " ");
        if (plain.AsSpan().IndexOfAny('"', '\'') >= 0) return false;
        // What a bracket opens begins with a source, so that each stage stands behind a mark.
        var words = plain.Split('|').Select(stage => FirstWord().Match(stage).Value.Trim()).ToList();
        return first.Contains(words[0], StringComparer.OrdinalIgnoreCase) && words.TrueForAll(stages.Contains);
    }

    [GeneratedRegex(@"""[^""]*""|'[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*[A-Za-z_]+")]
    private static partial Regex FirstWord();
}
