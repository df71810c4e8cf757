using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Queries;

/// <summary>
/// Flux of InfluxDB 2 (docs.influxdata.com, "Flux language specification" and "Flux standard library"). Of the functions that need no import only
/// <c>to</c> writes; all others that write or send stand in packages.
/// </summary>
internal static partial class FluxQuery
{
    // Packages whose functions only compute, or ask for names; of influxdata/influxdb wideTo writes, and is told by its name.
    static readonly FrozenSet<string> Packages = FrozenSet.ToFrozenSet(
        ["array", "date", "dict", "influxdata/influxdb", "influxdata/influxdb/schema", "influxdata/influxdb/v1", "interpolate", "join", "json", "math", "regexp",
            "strings", "timezone", "types"]);

    /// <param name="lines">Without blank lines and comments, trimmed.</param>
    /// <returns>True where the lines are Flux for sure.</returns>
    public static bool Speaks(IReadOnlyList<string> lines) =>
        lines.Count > 0 && Opening().IsMatch(lines[0]) && lines.Any(line => line.Contains("|>", StringComparison.Ordinal) || OfBuckets().IsMatch(line));

    /// <returns>Null where there is nothing to ask: blanks and comments.</returns>
    public static Verdict? Judge(string source)
    {
        if (source.Split('\n').All(line => line.Trim() is "" or ['/', '/', ..])) return null;
        if (Shell.HiddenCharacters.Any(source)) return Verdict.Unknown("a character that hides or reorders what stands beside it");
        // A blank may stand before the parenthesis, another name for the function, and a call within a text: the word alone is enough.
        if (Writing().Match(source) is { Success: true } writes) return Verdict.Unknown($"'{writes.Value}' in the query writes");
        // Flux standard library, "from": with a host it asks another server, and hands it the token.
        if (Elsewhere().IsMatch(source)) return Verdict.Unknown("'from' with a host or a token asks another server", EffectTags.Secret);
        var imports = Import().Matches(source).Select(import => import.Groups["package"].Value).ToList();
        if (imports.Find(package => !Packages.Contains(package)) is { } other) return Verdict.Unknown($"the package '{other}' may write or send");
        return ImportWord().Count(source) == imports.Count ? Verdict.Read("the query only reads") : Verdict.Unknown("an import is not understood");
    }

    [GeneratedRegex(@"^(import ""[\w/]+""$|(\w+ = )?from\(\s*bucket\s*:|(schema|influxdb|v1)\.\w+\()", RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(host|token)(\s|//[^\n]*)*:", RegexOptions.ExplicitCapture)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\bbucket\s*:")]
    private static partial Regex OfBuckets();

    // Letters on end, whatever stands between them.
    [GeneratedRegex(@"(?<!\p{L})(to|wideTo)(?!\p{L})", RegexOptions.ExplicitCapture)]
    private static partial Regex Writing();

    [GeneratedRegex(@"\bimport(\s+\w+)?\s*""(?<package>[^""]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Import();

    [GeneratedRegex(@"(?<!\p{L})import(?!\p{L})")]
    private static partial Regex ImportWord();
}
