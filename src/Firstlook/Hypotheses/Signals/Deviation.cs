using System.Globalization;
using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>A result that is outside what the same command returns in peacetime.</summary>
static class Deviation
{
    const double Outside = 0.5;

    /// <summary>As ever: the cause's own check shows nothing unusual.</summary>
    const double Usual = -0.2;

    /// <summary>Fewer runs tell no usual.</summary>
    const int Enough = 3;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        foreach (var observation in facts.Observations)
        {
            if (observation is not { Normally: { Runs: >= Enough } normally, Result.Outcome.Kind: OutcomeKind.Succeeded } || facts.CauseOf(observation.Step) is not { } cause) continue;
            var (value, what) = Measured(observation.Result.Output);
            var outside = value < normally.Low || value > normally.High;
            yield return new Finding(
                $"{what} {Shown(value)}, normally {(normally.Low == normally.High ? Shown(normally.Low) : $"{Shown(normally.Low)} to {Shown(normally.High)}")}",
                observation.Command.Language == Effects.Language.PromQl ? Breakdown.MetricOf(observation.Command.Text) : observation.Result.Command.ToString(),
                facts.Cite(observation), [new Bearing(cause.Id, outside ? Outside : Usual, observation.Step.Title, observation.Step.Line)]);
        }
    }

    /// <summary>The one number where there is one, else the count: what a <see cref="Baseline"/> is of.</summary>
    public static (double Value, string What) Measured(Output output) => Judgement.Number(output) is { } number ? (number, "the value is") : (output.Count, output.Kind switch { OutputKind.Rows => "rows:", OutputKind.Lines => "lines:", _ => "series:" });

    static string Shown(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
