using Firstlook.Access;
using Firstlook.Actions;
using Firstlook.Effects;
using Firstlook.Effects.Tools;
using Firstlook.Looks;

namespace Firstlook.Incidents;

/// <summary>The way back of an action: prepared before it runs and approved along with it, taken by one click after it.</summary>
public static class ActionUndo
{
    /// <summary>Whether the state that an undo would restore has still to be read.</summary>
    public static bool IsWanted(IncidentAction action) =>
        action is { State: ActionState.Proposed, IsPrepared: false, Proposal: { Target: not null, Undoes: null, Needs.IsEmpty: true } }
        && UndoPlan.For(action.Proposal.Text, action.Proposal.Language, action.Proposal.Values, action.Proposal.Back) is UndoPlan.Reads;

    /// <summary>An answer as an inverse may be made of it: one that is not whole is told as lost, since an inverse of a part would destroy the rest.</summary>
    public static Captured Captured(Result result) => new(
        result.Output.Lines, result.Output.Rows, result.Outcome.Kind == OutcomeKind.Succeeded,
        result.Outcome.Kind is not (OutcomeKind.Succeeded or OutcomeKind.Failed) || (result.Outcome.Kind == OutcomeKind.Failed && result.Outcome.Exit is null)
            ? result.Outcome.Message ?? "no answer"
        : result.Output.Truncated ? "the answer is too long"
        : result.Masked > 0 ? "it holds values that are masked"
        : null);

    /// <summary>Prepares what nobody has prepared yet: of two that read the state at once the first counts, since somebody may be about to approve it.</summary>
    public static Decision PrepareFirst(Incident incident, int number, Undoing undoing, DateTimeOffset now, Toolset? tools = null) =>
        ActionDecisions.Find(incident, number) is { } action && IsWanted(action) ? Prepare(incident, number, undoing, now, tools) : Decision.Nothing;

    /// <summary>What the state read just now makes of the undo. The same undo again changes nothing; another is another action to approve.</summary>
    /// <param name="tools">The programs that are known to the incident's team: the inverse is held by their rules, as any command is.</param>
    public static Decision Prepare(Incident incident, int number, Undoing undoing, DateTimeOffset now, Toolset? tools = null)
    {
        if (ActionDecisions.Find(incident, number) is not { State: ActionState.Proposed } action) return Decision.Nothing;
        var undo = (undoing as Undoing.Inverse)?.Undo is { } inverse ? inverse with { Effect = Classifier.Whole(inverse.Text, action.Proposal.Language, tools).Effect } : null;
        var why = (undoing as Undoing.None)?.Why;
        if (action.IsPrepared && action.Undo == undo && action.NoUndo == why) return Decision.Nothing;
        var proposal = action.Proposal;
        return Decision.Of(new UndoPrepared(now, number, undo, why,
            ActionHash.Of(proposal.Text, proposal.Language, proposal.Target ?? "", proposal.Values, proposal.Place, undo?.Text)));
    }

    /// <summary>What an action would touch, told once: of turns that read it at the same time the first counts.</summary>
    public static Decision Previewed(Incident incident, int number, RecordedResult result, DateTimeOffset now) =>
        ActionDecisions.Find(incident, number) is { State: ActionState.Proposed, Preview: null } ? Decision.Of(new ActionPreviewed(now, number, result)) : Decision.Nothing;

    /// <summary>
    /// Takes an action back. Its exact inverse was approved along with it, so that one person suffices, unless the inverse itself does worse
    /// than the action did: then the policy speaks again.
    /// </summary>
    /// <param name="target">What the target's name means now.</param>
    public static Decision Undo(Incident incident, int number, string by, Target? target, string? key, DateTimeOffset now)
    {
        if (ActionDecisions.Find(incident, number) is not { } action) return Decision.Refuse($"there is no action {number}");
        if (key is { Length: > 0 } && incident.Actions.Any(one => one.Proposal.Key == key && one.Proposal.Undoes == number)) return Decision.Nothing;
        if (ActionProposals.Closed(incident) is { } closed) return Decision.Refuse(closed);
        if (action.State == ActionState.Unknown) return Decision.Refuse($"say first how action {number} ended: it may not have taken effect");
        if (action.State is not (ActionState.Finished or ActionState.Settled)) return Decision.Refuse($"action {number} has not run: there is nothing to undo");
        if (action.Undo is not { } undo) return Decision.Refuse($"action {number} has no undo: {ActionText.WhyNoUndo(action) ?? "none was prepared"}");
        if (incident.Actions.FirstOrDefault(one => one.Proposal.Undoes == number && one.State != ActionState.Withdrawn) is { } already)
            return Decision.Refuse($"action {already.Number} undoes it: it is {ActionText.Word(already.State)}");
        if (target is null || !action.IsOn(target)) return Decision.Refuse($"target {action.Proposal.Target} is no longer the place where action {number} ran: undo it by hand");
        var back = ActionProposals.Held(
            new ProposedAction(incident.Actions.Count + 1, null, $"Undo action {number}: {undo.Sentence}", undo.Text, action.Proposal.Language, target.Name, undo.Effect,
                $"the prepared inverse of action {number}", [], "", action.Proposal.Cause, null, Undoes: number, Key: key),
            target, incident.Policy, []);
        if (undo.Effect > action.Proposal.Effect) return Decision.Of(new ActionProposed(now, by, back));
        back = back with { Rule = ApprovalRule.OnePerson };
        return Decision.Of(new ActionProposed(now, by, back), new ActionApproved(now, back.Number, by, back.Hash, now + Approval.Lasts, null, key));
    }
}
