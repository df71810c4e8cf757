using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Checking;

/// <summary>Numbers at which something fires, as expressions and sentences tell them.</summary>
internal static partial class Thresholds
{
    /// <summary>The comparison that ends an expression, with its sign (one of &lt; and &gt;) and as it is written; null where none does.</summary>
    public static (char Sign, double Number, string Text)? EndOf(string expression) =>
        Ending().Match(expression.Trim()) is { Success: true } end
            ? (end.Value[0], double.Parse(end.Groups["number"].Value, CultureInfo.InvariantCulture), end.Value.Trim()) : null;

    /// <summary>What a unit measures and how many of Prometheus' base units it is: shares of one, seconds, bytes (its page on metric and label naming). A word that is none measures itself.</summary>
    public static (string Kind, double Factor) Unit(string unit) =>
        unit.ToLowerInvariant() switch
        {
            "" => ("", 1),
            "k" => ("", 1e3),
            "%" or "percent" or "prozent" or "por ciento" or "por cento" => ("%", 0.01),
            "ms" => ("s", 0.001),
            "s" or "sec" or "seconds" => ("s", 1),
            "m" or "min" or "mins" or "minute" or "minutes" => ("s", 60),
            "h" or "hour" or "hours" => ("s", 3600),
            "kb" => ("B", 1e3),
            "mb" => ("B", 1e6),
            "gb" => ("B", 1e9),
            "kib" => ("B", 1024),
            "mib" => ("B", 1048576),
            "gib" => ("B", 1073741824),
            var other => (other, 1),
        };

    [GeneratedRegex(@"[<>]=?\s*(?<number>[0-9]+(\.[0-9]+)?)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Ending();
}
