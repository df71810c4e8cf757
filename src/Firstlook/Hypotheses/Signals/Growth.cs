using System.Text.RegularExpressions;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>A counter that a symptom says is growing ("`refund_mismatches_total` increasing"), asked for by its name.</summary>
static partial class Growth
{
    const double Grows = 0.5;

    /// <summary>That it grows is known; whether it is a spike, only a baseline can tell.</summary>
    const double MaySpike = 0.3;

    /// <summary>It grows as it does in peacetime.</summary>
    const double AsEver = 0.2;

    const double StandsStill = -0.3;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        foreach (var observation in facts.Results)
        {
            var samples = observation.Result.Output.Samples.Where(sample => double.IsFinite(sample.Value)).ToArray();
            if (samples.Length == 0 || !OverTime().IsMatch(observation.Command.Text)) continue;
            var metric = Breakdown.MetricOf(observation.Command.Text);
            var grows = samples.Any(sample => sample.Value > 0);
            var more = Peacetime.IsMore(Peacetime.Of(observation).Where(one => one.Usual.Quantity.Kind == Baselines.QuantityKind.Value));
            var bearings = facts.Suspects
                .Select(suspect => (suspect.Id, Symptom: suspect.Says.FirstOrDefault(symptom => Names(symptom, metric))))
                .Where(pair => pair.Symptom is not null)
                .Select(pair => new Bearing(pair.Id, Strength(grows, more, pair.Symptom!), pair.Symptom!.Text, pair.Symptom.Line))
                .ToEquatableArray();
            if (bearings.IsEmpty) continue;
            yield return new Finding($"{metric} {(!grows ? "does not grow" : more switch { true => "grows more than ever", false => "grows as ever", null => "grows" })}",
                metric, facts.Cite(observation), bearings);
        }
    }

    /// <param name="more">Than in peacetime; null where that is not known.</param>
    static double Strength(bool grows, bool? more, Symptom symptom) =>
        !grows ? StandsStill
        : Spikes().IsMatch(symptom.Text) ? more switch { true => Grows, false => StandsStill, null => MaySpike }
        : more == false ? AsEver : Grows;

    static bool Names(Symptom symptom, string metric) =>
        !symptom.Negative && symptom.Literals.Any(literal => literal == metric) && (Increases().IsMatch(symptom.Text) || Spikes().IsMatch(symptom.Text));

    [GeneratedRegex(@"\b(irate|rate|increase|delta)\s*\(", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OverTime();

    [GeneratedRegex(@"\b(increas|grow|climb|ris(e|ing)|going up|above (0|zero)|non-?zero)|> ?0",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Increases();

    [GeneratedRegex(@"\b(spik|surg|jump|high|elevated)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Spikes();
}
