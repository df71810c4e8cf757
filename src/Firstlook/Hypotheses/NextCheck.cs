using Firstlook.Effects;
using Firstlook.Looks;

namespace Firstlook.Hypotheses;

/// <summary>A check that has not run and would tell the first two hypotheses apart.</summary>
/// <param name="Hypothesis">Whose check it is.</param>
/// <param name="Check">The command, and why it has not run.</param>
public sealed record NextCheck(string Hypothesis, Unrun Check)
{
    /// <summary>0-based, among the commands of its step.</summary>
    public int Index => Math.Max(0, Units.Of(Check.Step).AsSpan().ToArray().Index().FirstOrDefault(unit => unit.Item.Command == Check.Command).Index);

    /// <summary>Of the first two, the cheapest own check of either: a read before a read that waits, a short one before a long one.</summary>
    internal static NextCheck? Of(Facts facts, EquatableArray<RankedHypothesis> ranked) =>
        ranked.Take(2)
            .Where(one => facts.Find(one.Hypothesis.Id) is not null)
            .SelectMany(one => one.NotRun.Select(unrun => new NextCheck(one.Hypothesis.Id, unrun)))
            .OrderBy(next => Cost(next.Check))
            .ThenBy(next => next.Check.Command.Line)
            .FirstOrDefault();

    /// <summary>A click costs less than a value that somebody must find out, and that less than what has failed once.</summary>
    static int Cost(Unrun unrun) =>
        !unrun.Command.Inputs.IsEmpty ? 2
        : unrun.Why.StartsWith("no target", StringComparison.Ordinal) ? 4
        : unrun.Why.StartsWith("waits for a click", StringComparison.Ordinal) ? (unrun.Command.Tags & (EffectTags.Hang | EffectTags.Cost)) != EffectTags.None ? 1 : 0
        : 3;

    /// <summary>The suspect's own reads without an answer.</summary>
    internal static EquatableArray<Unrun> NotRun(Facts facts, Suspect suspect)
    {
        var answered = facts.Observations.Where(observation => facts.CauseOf(observation.Step)?.Id == suspect.Id).ToArray();
        return facts.Evidence.Unrun
            .Where(unrun => facts.CauseOf(unrun.Step)?.Id == suspect.Id && unrun.Command.Effect <= Effect.Read)
            .Concat(answered
                .Where(observation => observation.Result.Outcome.Kind != OutcomeKind.Succeeded)
                .Select(observation => new Unrun(observation.Step, observation.Command, observation.Result.Outcome.Message ?? "failed")))
            .ToEquatableArray();
    }

    /// <summary>What weighs most on the other side of the scale, or is missing from it.</summary>
    internal static string WouldChange(string hypothesis, EquatableArray<Finding> supporting, EquatableArray<Finding> refuting, EquatableArray<Unrun> notRun)
    {
        var carrying = supporting.FirstOrDefault(finding => finding.For(hypothesis) >= 0.5);
        if (carrying is not null) return $"it would fall if this were no longer so: {carrying.Claim}";
        if (!notRun.IsEmpty) return $"it would rise or fall with the answer to: {notRun[0].Step.Title} (line {notRun[0].Command.Line})";
        if (!refuting.IsEmpty) return $"it would rise if this were otherwise: {refuting[0].Claim}";
        return "it would rise if something were seen that the runbook names for it";
    }
}
