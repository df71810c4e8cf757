using System.Collections.Immutable;
using System.Diagnostics;

namespace Firstlook.Incidents;

/// <summary>
/// What an event makes of an incident's actions. Each step is taken once and in its order, so that no record, however it came about, gives
/// a second permit; an event that does not fit changes nothing.
/// </summary>
static class ActionFold
{
    public static ImmutableList<IncidentAction> Apply(ImmutableList<IncidentAction> actions, IncidentEvent happened) => happened switch
    {
        ActionProposed proposed => actions.Add(new IncidentAction(proposed.Action, proposed.At, proposed.By, ActionState.Proposed, [], null, null, null, null)),
        ActionApproved approved => With(actions, approved.Action, ActionState.Proposed, action => Approved(
            action, new Approval(approved.By, approved.At, approved.Hash, approved.Until ?? approved.At + Approval.Lasts, approved.Typed, null, approved.Key))),
        GlassBroken broken => With(actions, broken.Action, ActionState.Proposed, action => Approved(
            action, new Approval(broken.By, broken.At, broken.Hash, broken.Until, broken.Typed, broken.Reason, broken.Key))),
        ApprovalsLapsed lapsed => With(actions, lapsed.Action, ActionState.Proposed, action => action with { Approvals = [], Lapsed = lapsed.Why }),
        ValuesBound bound => With(actions, bound.Action, ActionState.Proposed, action => action with
        {
            Proposal = action.Proposal with { Values = bound.Values, Effect = bound.Effect, Why = bound.Why, Rule = bound.Rule, Hash = bound.Hash, Needs = [] },
            Undo = null,
            NoUndo = null,
            Preview = null,
        }),
        UndoPrepared prepared => With(actions, prepared.Action, ActionState.Proposed, action => action with
        {
            Proposal = action.Proposal with { Hash = prepared.Hash },
            Undo = prepared.Undo,
            NoUndo = prepared.NoUndo,
        }),
        ActionPreviewed previewed => With(actions, previewed.Action, ActionState.Proposed, action => action with { Preview = previewed.Result }),
        ActionWithdrawn withdrawn => With(actions, withdrawn.Action, ActionState.Proposed, action => action with { State = ActionState.Withdrawn }),
        ActionStarted started =>
            With(actions, started.Action, ActionState.Proposed, action => action with { State = ActionState.Started, Run = started.Run, StartedAt = started.At }),
        ActionFinished finished =>
            With(actions, finished.Action, ActionState.Started,
                action => action with { State = ActionState.Finished, Result = finished.Result, FinishedAt = finished.At }),
        ActionLost lost => With(actions, lost.Action, ActionState.Started, action => action with { State = ActionState.Unknown, FinishedAt = lost.At }),
        ActionSettled settled => With(actions, settled.Action, ActionState.Unknown, action => action with
        {
            State = ActionState.Settled,
            Settlement = new Settlement(settled.By, settled.At, settled.Succeeded, settled.Note),
        }),
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    static IncidentAction Approved(IncidentAction action, Approval approval) => action with { Approvals = action.Approvals.Add(approval), Lapsed = null };

    static ImmutableList<IncidentAction> With(ImmutableList<IncidentAction> actions, int number, ActionState from, Func<IncidentAction, IncidentAction> change)
    {
        var index = actions.FindIndex(action => action.Proposal.Number == number && action.State == from);
        return index < 0 ? actions : actions.SetItem(index, change(actions[index]));
    }
}
