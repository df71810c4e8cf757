using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>What the runbook expects of a result ("should be &gt; 0", rows that should not exist), held or broken.</summary>
static class Expectations
{
    const double Broken = 0.8;

    /// <summary>A counter that has grown since the server's statistics were last reset: it may have been weeks ago.</summary>
    const double BrokenSinceReset = 0.3;

    /// <summary>Refutation outweighs support, by the factor of <see cref="Ranking"/>; that an expectation holds is milder than that it is broken.</summary>
    const double Held = -0.5;

    public static IEnumerable<Finding> Find(Evidence evidence)
    {
        var judged = evidence.Observations
            .Where(observation => observation.Command.Hint is not null && observation.Result.Outcome.Kind == OutcomeKind.Succeeded)
            .Select(observation => (Observation: observation, Judgement: Judgement.Of(observation.Command.Hint!, observation)))
            .Where(pair => pair.Judgement is not null)
            .ToArray();
        foreach (var (observation, judgement) in judged)
        {
            var hint = observation.Command.Hint!;
            var cause = evidence.Procedure.Hypotheses.FirstOrDefault(hypothesis => hypothesis.Id == observation.Step.Cause);
            // A cause with several checks ("negative stock", "expired batches") is one or the other: each check that holds excludes its part.
            var checks = judged.Count(pair => pair.Observation.Step.Cause == observation.Step.Cause);
            EquatableArray<Bearing> bearings = cause is null ? [] : [new Bearing(cause.Id, Strength(judgement!, checks), hint.Quote, hint.Line)];
            yield return new Finding(judgement!.Claim, Family(observation), new CommandCitation(observation.Result.Command, observation.Command.Line), bearings);
        }
    }

    static double Strength(Judgement judgement, int checks) =>
        judgement.Holds ? Held / checks
        : judgement.SinceReset ? BrokenSinceReset
        : Broken;

    static string Family(Observation observation) =>
        observation.Command.Language == Effects.Language.PromQl ? Breakdown.MetricOf(observation.Command.Text) : observation.Result.Command.ToString();
}
