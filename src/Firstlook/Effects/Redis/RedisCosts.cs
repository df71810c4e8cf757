using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Redis;

/// <summary>
/// What keeps the server busy while it answers nobody else (redis.io, "SCAN", "MEMORY USAGE", "FT.SEARCH", "CLUSTER GETKEYSINSLOT"; CVE-2022-36021): patterns of many stars,
/// which are tried back, and as many things in one answer as are asked for.
/// </summary>
internal static partial class RedisCosts
{
    const int MostStars = 5;

    const double MostAtOnce = 100_000;

    public static EffectTags Of(IReadOnlyList<string> words)
    {
        for (var at = 1; at < words.Count; at++)
        {
            var name = words[at - 1].ToUpperInvariant();
            // A key's name may hold stars; a pattern stands behind one of these.
            if (name is "MATCH" or "PATTERN" or "CHANNELS" or "SHARDCHANNELS" && words[at].Count(character => character == '*') > MostStars) return EffectTags.Cost;
            if (name is "COUNT" or "SAMPLES" or "LIMIT" && Number(words[at]) > MostAtOnce) return EffectTags.Cost;
            if (at > 1 && words[at - 2].Equals("LIMIT", StringComparison.OrdinalIgnoreCase) && Number(words[at]) > MostAtOnce) return EffectTags.Cost;
        }

        if (words.Count > 3 && words[1].Equals("GETKEYSINSLOT", StringComparison.OrdinalIgnoreCase) && Number(words[3]) > MostAtOnce) return EffectTags.Cost;
        // Of two long texts each character is compared with each.
        if (words[0].Equals("LCS", StringComparison.OrdinalIgnoreCase)) return EffectTags.Cost;
        return words[0].StartsWith("GRAPH.", StringComparison.OrdinalIgnoreCase)
            && words.Any(word => Series().Matches(word).Any(series => CountedLoops.IsMany(series.Groups["number"].Value)))
            ? EffectTags.Cost : EffectTags.None;
    }

    static double Number(string word) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;

    // UNWIND range(0, 1000000000000) AS x
    [GeneratedRegex(@"\brange\s*\([^()]*?(?<number>\d{9,})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Series();
}
