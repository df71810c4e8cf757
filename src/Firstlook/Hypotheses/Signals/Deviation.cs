using Firstlook.Baselines;
using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>A result that is outside what the same command returns in peacetime.</summary>
static class Deviation
{
    const double Above = 0.5;

    /// <summary>Less than ever is unusual too; whether less is the harm, or its end, the numbers do not tell.</summary>
    const double Below = 0.3;

    /// <summary>As ever: the cause's own check shows nothing unusual.</summary>
    const double Usual = -0.2;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        foreach (var observation in facts.Observations)
        {
            if (observation is not { Normally: { } normally, Result.Outcome.Kind: OutcomeKind.Succeeded } || facts.CauseOf(observation.Step) is not { } cause) continue;
            // What is unusual comes first. How long a command took tells of its target, and of no cause.
            if (normally.Compare(observation.Result, observation.Command.Text).FirstOrDefault(one => one.Usual.Quantity.Kind != QuantityKind.Seconds) is not { } compared) continue;
            yield return new Finding(
                compared.Sentence,
                observation.Command.Language == Effects.Language.PromQl ? Breakdown.MetricOf(observation.Command.Text) : observation.Result.Command.ToString(),
                facts.Cite(observation), [new Bearing(cause.Id, !compared.IsOutside ? Usual : compared.Now > compared.Usual.High ? Above : Below, observation.Step.Title, observation.Step.Line)]);
        }
    }
}
