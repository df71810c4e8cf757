using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>Times that a program is told to wait, as sleep(1), timeout(1) and Go's flags write them: <c>86400</c>, <c>5000m</c>, <c>1h30m</c>, <c>1d</c>, <c>inf</c>.</summary>
internal static partial class WaitingTimes
{
    /// <summary>An hour, in seconds: whoever looks at a screen waits no longer.</summary>
    public const double Longest = 3_600;

    /// <returns>Seconds, of all parts together; 0 for what is no time.</returns>
    public static double Seconds(string text)
    {
        if (text.StartsWith("inf", StringComparison.OrdinalIgnoreCase)) return double.PositiveInfinity;
        return Time().IsMatch(text) ? Part().Matches(text).Sum(part =>
            double.Parse(part.Groups["number"].Value, CultureInfo.InvariantCulture)
                * part.Groups["unit"].Value switch { "d" => 86_400, "h" => 3_600, "m" => 60, "ms" => 1e-3, _ => 1 }) : 0;
    }

    [GeneratedRegex(@"^(\d{1,20}(\.\d{1,20})?(ms|[smhd])?){1,6}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<number>\d{1,20}(\.\d{1,20})?)(?<unit>ms|[smhd])?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
