using System.Text.RegularExpressions;
using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>What went wrong, taken apart by one label of a vector: which value has which share. What went well is left out.</summary>
/// <param name="Count">How many things were counted, as far as the query tells; null where it does not (a quotient, a quantile).</param>
sealed partial record Breakdown(string Label, EquatableArray<(string Value, double Share)> Shares, string Metric, double? Count)
{
    /// <summary>True where the result holds successes beside what is counted.</summary>
    public bool LeavesOut { get; init; }

    /// <summary>One value and its share, for people: <c>result expired_batch is 98 % of sales_total</c>. How the words of a counted line are numbered is left out.</summary>
    public string Told(string value)
    {
        var label = Label == "line" || Label.StartsWith("word ", StringComparison.Ordinal) ? "" : $"{Label} ";
        return $"{label}{value} is {Percent(ShareOf(one => one == value))} of {(LeavesOut ? "what failed of " : "")}{Metric}";
    }

    /// <summary>Of fewer things, what most of them are says little.</summary>
    const double Few = 10;

    /// <summary>What the shares are worth: all where enough was counted, in proportion where there were few.</summary>
    public double Weight => Count is { } count ? Math.Min(1, count / Few) : 1;

    public (string Value, double Share) Top => Shares[0];

    /// <summary>Where successes are in the same vector, failures below this share of all are the usual few.</summary>
    const double Noticeable = 0.01;

    /// <returns>One for each label that the samples have; none where nothing was counted: an empty vector, or one of noughts, says nothing about shares.</returns>
    public static IEnumerable<Breakdown> Of(Observation observation) => observation.Result.Output.Kind switch
    {
        OutputKind.Samples => OfSamples(observation, observation.Result.Output),
        OutputKind.Rows => CountedBreakdowns.OfRows(observation.Result.Output, observation.Command.Text),
        OutputKind.Lines => CountedBreakdowns.OfLines(observation.Result.Output),
        _ => [],
    };

    static IEnumerable<Breakdown> OfSamples(Observation observation, Output output)
    {
        var all = output.Samples.Where(sample => double.IsFinite(sample.Value) && sample.Value > 0).OrderBy(sample => sample.Value).ToArray();
        var counted = all.Where(sample => !sample.Labels.Any(WentWell)).ToArray();
        var total = counted.Sum(sample => sample.Value);
        if (total <= 0 || total < Noticeable * all.Sum(sample => sample.Value)) yield break;
        foreach (var label in counted.SelectMany(sample => sample.Labels.Select(pair => pair.Key)).Distinct())
        {
            var shares = counted
                .GroupBy(sample => Place(label, sample.Labels.FirstOrDefault(pair => pair.Key == label).Value ?? ""))
                .Select(group => (Value: group.Key, Share: group.Sum(sample => sample.Value) / total))
                .OrderByDescending(share => share.Share)
                .ThenBy(share => share.Value, StringComparer.Ordinal)
                .ToEquatableArray();
            yield return new Breakdown(label, shares, MetricOf(observation.Command.Text), Counted(observation.Command.Text, total)) { LeavesOut = counted.Length < all.Length };
        }
    }

    /// <summary>A rate times its window is how many there were.</summary>
    static double? Counted(string promql, double total)
    {
        var bare = Quoted().Replace(Comment().Replace(promql, ""), "");
        if (bare.Contains('/', StringComparison.Ordinal) || bare.Contains("quantile", StringComparison.Ordinal) || bare.Contains("avg", StringComparison.Ordinal)) return null;
        if (!Rate().IsMatch(bare)) return Increase().IsMatch(bare) ? total : null;
        return Window().Match(bare) is { Success: true } window
            ? total * int.Parse(window.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture) * Seconds(window.Groups["unit"].Value) : null;
    }

    static int Seconds(string unit) => unit switch { "s" => 1, "m" => 60, "h" => 3600, _ => 86400 };

    public static bool WentWell(KeyValuePair<string, string> label) =>
        label.Value.ToLowerInvariant() is "success" or "successful" or "succeeded" or "ok" or "passed" or "idempotent"
        || (label.Key is "status" or "code" or "status_code" && Fine().IsMatch(label.Value));

    /// <summary>Paths with ids in them are one place: <c>/sales/17/pay</c> and <c>/sales/18/pay</c> are <c>/sales/{id}/pay</c>.</summary>
    public static string Place(string label, string value) =>
        Scope.IsScope(label) && value.Contains('/', StringComparison.Ordinal) ? string.Join('/', value.Split('/').Select(part => Id().IsMatch(part) ? "{id}" : part)) : value;

    public double ShareOf(Func<string, bool> matches) => Shares.Where(share => matches(share.Value)).Sum(share => share.Share);

    /// <summary>The first selector's metric name; the family of every view of that counter.</summary>
    public static string MetricOf(string promql)
    {
        var match = Selector().Match(Grouping().Replace(Comment().Replace(promql, ""), " "));
        return match.Success ? match.Value : promql.Trim();
    }

    [GeneratedRegex(@"""[^""]*""|'[^']*'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\bi?rate\s*\(", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Rate();

    [GeneratedRegex(@"\bincrease\s*\(", RegexOptions.CultureInvariant)]
    private static partial Regex Increase();

    [GeneratedRegex(@"\[(?<number>[0-9]{1,6})(?<unit>[smhd])\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Window();

    [GeneratedRegex(@"#[^\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    /// <summary>Labels that a query groups or joins by, and what it quotes, are no metrics.</summary>
    [GeneratedRegex(@"\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)|""[^""]*""|'[^']*'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Grouping();

    /// <summary>A name that is no function (those stand before a bracket), no operator and no part of a number or duration.</summary>
    [GeneratedRegex(@"(?<![\w:.])(?!(and|or|unless|bool|offset|inf|nan|by|without|on|ignoring|group_left|group_right)\b)[a-zA-Z_:][a-zA-Z0-9_:]*\b(?!\s*\()",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Selector();

    [GeneratedRegex(@"^[123](\d\d|xx)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Fine();

    [GeneratedRegex(@"^(\d+|[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}|[0-9A-HJKMNP-TV-Z]{26})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Id();

    public static string Percent(double share) => $"{share * 100:0} %";
}
