using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Queries;

/// <summary>
/// What PromQL and LogQL have no word for, but the server's memory has: subqueries of millions of steps and selectors of every series there is (prometheus.io, "Subquery",
/// "Avoiding slow queries and overloads"), years of logs, and templates that repeat a text for each line (grafana.com, "Template functions").
/// </summary>
internal static partial class QueryCosts
{
    const double MostSteps = 1_000_000;

    /// <summary>Half a year: logs are read line by line.</summary>
    const double MostSeconds = 183 * 86_400.0;

    public static EffectTags Of(string text, bool logs)
    {
        if (logs && Repeating().Matches(text).Any(repeating => double.Parse(repeating.Groups["number"].Value, CultureInfo.InvariantCulture) > MostSteps)) return EffectTags.Cost;
        var plain = Texts().Replace(text, quoted => quoted.Value.Trim('"', '\'', '`') is "" ? "\"\"" : quoted.Value.Trim('"', '\'', '`') is ".*" or ".+" ? quoted.Value : "\"x\"");
        foreach (Match range in Ranges().Matches(plain))
        {
            var length = Seconds(range.Groups["range"].Value);
            if (logs && length > MostSeconds) return EffectTags.Cost;
            if (range.Groups["step"] is { Success: true, Value: var step } && length / Math.Max(1e-3, Seconds(step)) > MostSteps) return EffectTags.Cost;
        }

        return (logs ? EveryStream() : EverySeries()).IsMatch(plain) || EverySeries().IsMatch(plain) ? EffectTags.Cost : EffectTags.None;
    }

    static double Seconds(string duration) => Parts().Matches(duration)
        .Sum(part => double.Parse(part.Groups["number"].Value, CultureInfo.InvariantCulture) * part.Groups["unit"].Value switch
        {
            "ms" => 1e-3,
            "s" => 1,
            "m" => 60,
            "h" => 3_600,
            "d" => 86_400,
            "w" => 7 * 86_400,
            _ => 365 * 86_400,
        });

    [GeneratedRegex(@"""(\\.|[^""\\])*""|'(\\.|[^'\\])*'|`[^`]*`", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Texts();

    [GeneratedRegex(@"\b(repeat|n?indent)\s+(?<number>\d{1,40})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Repeating();

    [GeneratedRegex(@"\[\s*(?<range>[\dsmhdwy]+)\s*(:\s*(?<step>[\dsmhdwy]+)?\s*)?\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Ranges();

    [GeneratedRegex(@"(?<number>\d{1,40})(?<unit>ms|[smhdwy])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    // {a=~".+"}, and nothing that the lines are filtered by
    [GeneratedRegex(@"^\s*\{\s*\w+\s*(=~\s*[""'`]\.[+*][""'`]|!=\s*(""""|''|``))\s*,?\s*\}\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex EveryStream();

    // {__name__!=""}, {__name__=~".+"}, and nothing else that chooses
    [GeneratedRegex(@"\{\s*__name__\s*(!=\s*(""""|''|``)|=~\s*[""'`]\.[+*][""'`])\s*,?\s*\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex EverySeries();
}
