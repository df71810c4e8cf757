using System.Globalization;
using System.Text.RegularExpressions;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Looks;

/// <summary>How far back a query measures: <c>rate(x[5m])</c> speaks of the last five minutes.</summary>
public static partial class QueryRange
{
    /// <returns>Zero where the command is no query over a range. Durations are those of prometheus.io, "Querying basics"; a year has 365 days.</returns>
    public static TimeSpan Longest(Command command) =>
        command.Language is Language.PromQl or Language.LogQl ? Range().Matches(command.Text).Select(Length).DefaultIfEmpty(TimeSpan.Zero).Max() : TimeSpan.Zero;

    static TimeSpan Length(Match range) =>
        TimeSpan.FromSeconds(range.Groups["count"].Captures.Zip(range.Groups["unit"].Captures,
            (count, unit) => double.Parse(count.ValueSpan, CultureInfo.InvariantCulture) * Seconds(unit.Value))
            .Sum() is var seconds
            && seconds < Longer
            ? seconds : Longer);

    // Bounds what hostile text may say: ten years.
    const double Longer = 315_360_000;

    static double Seconds(string unit) => unit switch
    {
        "ms" => 0.001,
        "s" => 1,
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        "w" => 604_800,
        _ => 31_536_000,
    };

    [GeneratedRegex(@"\[\s*((?<count>[0-9]{1,9})(?<unit>ms|[smhdwy]))+\s*[\]:]", RegexOptions.ExplicitCapture)]
    private static partial Regex Range();
}
