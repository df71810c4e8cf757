using System.Text.RegularExpressions;
using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>A vector taken apart by one of its labels: which value has which share.</summary>
sealed partial record Breakdown(string Label, EquatableArray<(string Value, double Share)> Shares, string Metric)
{
    public (string Value, double Share) Top => Shares[0];

    /// <returns>One for each label that the samples have; none where nothing was counted: an empty vector, or one of noughts, says nothing about shares.</returns>
    public static IEnumerable<Breakdown> Of(Observation observation)
    {
        var output = observation.Result.Output;
        if (output.Kind != OutputKind.Samples) yield break;
        var counted = output.Samples.Where(sample => double.IsFinite(sample.Value) && sample.Value > 0).ToArray();
        var total = counted.Sum(sample => sample.Value);
        if (total <= 0) yield break;
        foreach (var label in counted.SelectMany(sample => sample.Labels.Select(pair => pair.Key)).Distinct())
        {
            var shares = counted
                .GroupBy(sample => sample.Labels.FirstOrDefault(pair => pair.Key == label).Value ?? "")
                .Select(group => (Value: group.Key, Share: group.Sum(sample => sample.Value) / total))
                .OrderByDescending(share => share.Share)
                .ThenBy(share => share.Value, StringComparer.Ordinal)
                .ToEquatableArray();
            yield return new Breakdown(label, shares, MetricOf(observation.Command.Text));
        }
    }

    public double ShareOf(Func<string, bool> matches) => Shares.Where(share => matches(share.Value)).Sum(share => share.Share);

    /// <summary>The first selector's metric name; the family of every view of that counter.</summary>
    public static string MetricOf(string promql)
    {
        var match = Selector().Match(promql);
        return match.Success ? match.Groups["metric"].Value : promql.Trim();
    }

    [GeneratedRegex(@"(?<metric>[a-zA-Z_:][a-zA-Z0-9_:]*)\s*(?:\{|\[)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Selector();

    public static string Percent(double share) => $"{share * 100:0} %";
}
