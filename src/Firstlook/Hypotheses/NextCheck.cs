using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses;

/// <summary>A check without an answer that would tell the first two hypotheses apart.</summary>
/// <param name="Hypothesis">Whose check it is.</param>
public abstract record NextCheck(string Hypothesis)
{
    /// <summary>A read that has not run.</summary>
    /// <param name="Check">The command, and why it has not run.</param>
    public sealed record ToRun(string Hypothesis, Unrun Check) : NextCheck(Hypothesis)
    {
        /// <summary>0-based, among the commands of its step.</summary>
        public int Index => Math.Max(0, Units.Of(Check.Step).AsSpan().ToArray().Index().FirstOrDefault(unit => unit.Item.Command == Check.Command).Index);

        public override string Step => Check.Step.Id;

        public override string Text => Check.Command.Text;

        public override int Line => Check.Command.Line;

        public override string Why => Check.Why;

        /// <summary>Neither what has just failed nor what nothing here can run is a way to know more.</summary>
        internal bool CanRun => !Check.Failed && !Check.Why.StartsWith(Waiting.NoTarget, StringComparison.Ordinal);

        /// <summary>A click costs less than a look by hand, and that less than a value that somebody must find out.</summary>
        internal override int Cost =>
            !Check.Command.Inputs.IsEmpty ? 3
            : Check.Why.StartsWith(Waiting.ForClick, StringComparison.Ordinal) ? (Check.Command.Tags & (EffectTags.Hang | EffectTags.Cost)) != EffectTags.None ? 1 : 0
            : 4;
    }

    /// <summary>What a person finds out and has not answered.</summary>
    public sealed record ByHand(string Hypothesis, ManualCheck Check) : NextCheck(Hypothesis)
    {
        public override string Step => Check.Id;

        public override string Text => Check.Text;

        public override int Line => Check.Line;

        public override string Why => "to check by hand";

        internal override int Cost => 2;
    }

    /// <summary>Id of the step or of the check.</summary>
    public abstract string Step { get; }

    /// <summary>The command or the sentence, as the runbook has it.</summary>
    public abstract string Text { get; }

    public abstract int Line { get; }

    /// <summary>Why it has no answer yet.</summary>
    public abstract string Why { get; }

    /// <summary>Of a person's time, in steps.</summary>
    internal abstract int Cost { get; }

    /// <summary>Of the first two, the cheapest own check of either; null where one stands alone, or the other is ruled out.</summary>
    internal static NextCheck? Of(Facts facts, EquatableArray<RankedHypothesis> ranked)
    {
        var rivals = ranked.Take(2).Where(one => one.Standing != Standing.RuledOut && facts.Find(one.Hypothesis.Id) is not null).ToArray();
        if (rivals.Length < 2) return null;
        return rivals
            .SelectMany(one => one.NotRun.Select(unrun => new ToRun(one.Hypothesis.Id, unrun)).Where(check => check.CanRun).Cast<NextCheck>())
            .Concat(rivals.SelectMany(one => Unanswered(facts, one.Hypothesis.Id).Select(check => new ByHand(one.Hypothesis.Id, check))))
            .OrderBy(next => next.Cost)
            .ThenBy(next => next.Line)
            .FirstOrDefault();
    }

    /// <summary>Whether a repair has worked tells no causes apart.</summary>
    static IEnumerable<ManualCheck> Unanswered(Facts facts, string hypothesis) =>
        facts.Evidence.Procedure.ByHand.Where(check =>
            check.Kind != StepKind.Verification && facts.CauseOf(check, facts.Evidence.Procedure)?.Id == hypothesis
                && facts.Evidence.Checks.All(answered => answered.Step != check.Id));

    /// <summary>The suspect's own reads without an answer.</summary>
    internal static EquatableArray<Unrun> NotRun(Facts facts, Suspect suspect)
    {
        var answered = facts.Observations.Where(observation => facts.CauseOf(observation.Step)?.Id == suspect.Id).ToArray();
        return facts.Evidence.Unrun
            .Where(unrun => facts.CauseOf(unrun.Step)?.Id == suspect.Id && unrun.Command.Effect <= Effect.Read)
            .Concat(answered
                .Where(observation => observation.Result.Outcome.Kind != OutcomeKind.Succeeded)
                .Select(observation => new Unrun(observation.Step, observation.Command, observation.Result.Outcome.Message ?? "failed") { Failed = true }))
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
