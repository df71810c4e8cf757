using Firstlook.Actions;

namespace Firstlook.Incidents;

/// <summary>An approval as it is asked for.</summary>
/// <param name="Hash">Of what the approver saw.</param>
/// <param name="Typed">The target's name, typed; null where it was not.</param>
/// <param name="Reason">Given by a lone responder who breaks the glass; null for an ordinary approval.</param>
/// <param name="Key">Of the request: the same one again, or twice at once, is one.</param>
public sealed record ApprovalRequest(string By, string Hash, string? Typed = null, string? Reason = null, string? Key = null);

/// <summary>From a proposal to its one run: approved, started, finished; or withdrawn, or settled by a person.</summary>
public static class ActionDecisions
{
    /// <summary>Bounds of a reason to break the glass, in UTF-16 units: long enough to say something, short enough to be read in a message.</summary>
    public const int ShortestReason = 10;

    public const int LongestReason = 1000;

    public static Decision Approve(Incident incident, int number, ApprovalRequest request, Circumstances around, DateTimeOffset now)
    {
        if (Find(incident, number) is not { } action) return Decision.Refuse($"there is no action {number}");
        if (request.Key is { Length: > 0 } key && action.Approvals.Any(approval => approval.Key == key && approval.By == request.By)) return Decision.Nothing;
        if (Objection(incident, action, request, around) is { } objection) return Decision.Refuse(objection);
        var until = now + Approval.Lasts;
        if (request.Reason is { } reason)
            return action.BrokenGlass(now) is not null
                ? Decision.Nothing : Decision.Of(new GlassBroken(now, number, request.By, request.Hash, until, reason.Trim(), request.Typed, request.Key));
        return action.ApprovedBy(now).Contains(request.By)
            ? Decision.Nothing : Decision.Of(new ActionApproved(now, number, request.By, request.Hash, until, request.Typed, request.Key));
    }

    static string? Objection(Incident incident, IncidentAction action, ApprovalRequest request, Circumstances around)
    {
        var number = action.Number;
        var rules = incident.Policy.For(action.Proposal.Environment);
        if (incident.State == IncidentState.Closed) return "the incident is closed";
        if (action.State != ActionState.Proposed) return $"action {number} is {action.State.ToString().ToLowerInvariant()} already: propose it again to run it again";
        if (action.Rule == ApprovalRule.Never)
            return $"the policy lets nobody run what is {Effects.EffectWords.Word(action.Proposal.Effect)} from here: do it by hand and put it on the record";
        if (rules.Prohibitions == ProhibitionRule.Refuse && action.Proposal.Forbidden is [var forbidden, ..])
            return $"the runbook forbids it, line {forbidden.Line}: “{forbidden.Text}”";
        if (action.Proposal.Target is not { } target) return $"action {number} has no target: run it by hand and record it";
        if (!action.Proposal.Needs.IsEmpty) return $"action {number} needs a value for {string.Join(", ", action.Proposal.Needs)}: give it one first";
        if (ActionUndo.IsWanted(action)) return $"the undo of action {number} is still being prepared: look again in a moment";
        if (action.Proposal.Hash != request.Hash) return $"action {number} is not what was shown: look at it again";
        if (request.Reason is { } reason && Unreasonable(action, rules, reason, around) is { } refused) return refused;
        if ((action.Rule.Types() || request.Reason is not null) && request.Typed?.Trim() != target)
            return request.Typed is { Length: > 0 } typed
                ? $"“{typed.Trim()}” is not the target's name: type {target} to approve" : $"type the target's name, {target}, to approve";
        return around.Objection(action);
    }

    static string? Unreasonable(IncidentAction action, ActionRules rules, string reason, Circumstances around) =>
        action.Rule.People() == 1 ? "one person is enough for it: approve it"
        : !rules.BreakGlass ? $"the policy lets nobody break the glass: action {action.Number} needs {action.Rule.Sentence()}"
        : !around.TellsPeople ? "nobody would be told of it: breaking the glass needs a channel under notify in the configuration"
        : reason.Trim().Length < ShortestReason ? $"say why nobody else can approve it, in at least {ShortestReason} characters"
        : reason.Trim().Length > LongestReason ? $"the reason has {reason.Trim().Length} characters, at most {LongestReason} are kept"
        : null;

    public static Decision Withdraw(Incident incident, int number, string by, string reason, DateTimeOffset now) =>
        Find(incident, number) is not { } action ? Decision.Refuse($"there is no action {number}")
        : action.State != ActionState.Proposed ? Decision.Refuse($"action {number} is {action.State.ToString().ToLowerInvariant()} already")
        : reason.Length > ResponderDecisions.LongestText ? Decision.Refuse($"the reason has {reason.Length} characters, at most {ResponderDecisions.LongestText} are kept")
        : Decision.Of(new ActionWithdrawn(now, number, by, reason));

    /// <summary>Approved as it is, in the circumstances as they are now, it starts; where they have changed, its approvals lapse instead.</summary>
    /// <param name="run">Made by the process that is going to run it.</param>
    public static Decision Start(Incident incident, int number, Guid run, Circumstances around, DateTimeOffset now) =>
        Find(incident, number) is not { } action ? Decision.Refuse($"there is no action {number}")
        : !action.IsApproved(now) ? Decision.Refuse($"action {number} is not approved")
        : around.Objection(action) is { } objection ? Decision.Of(new ApprovalsLapsed(now, number, objection))
        : Decision.Of(new ActionStarted(now, number, run));

    /// <summary>Its outcome, and a request to run all reads again: did it help?</summary>
    public static Decision Finish(Incident incident, int number, RecordedResult result, DateTimeOffset now) =>
        Find(incident, number) is not { State: ActionState.Started }
            ? Decision.Refuse($"action {number} is not running")
            : AndLook(incident, number, new ActionFinished(now, number, result));

    /// <summary>Actions that were started by a process that is gone: none may run again by itself. What a responder has open in a terminal is not ours, and may still end
    /// there.</summary>
    public static Decision Lost(Incident incident, DateTimeOffset now) =>
        new Decision.Decided(incident.Actions
            .Where(action => action is { State: ActionState.Started, Proposal.Terminal: false })
            .Select(action => (IncidentEvent)new ActionLost(now, action.Number, "the server stopped while it ran, and it may have taken effect: find out, and say how it ended"))
            .ToEquatableArray());

    /// <summary>A person says how an action ended whose outcome nobody knew. To run it anew is another action: <see cref="ActionProposals.Again"/>.</summary>
    public static Decision Settle(Incident incident, int number, string by, bool succeeded, string? note, DateTimeOffset now) =>
        Find(incident, number) is not { } action ? Decision.Refuse($"there is no action {number}")
        : action is { State: ActionState.Settled, Settlement: { } known } && known.Succeeded == succeeded ? Decision.Nothing
        : note?.Length > ResponderDecisions.LongestText ? Decision.Refuse($"the note has {note.Length} characters, at most {ResponderDecisions.LongestText} are kept")
        : action is { State: ActionState.Started, Proposal.Terminal: true } ? AndLook(
            incident, number, new ActionLost(now, number, "its terminal has not told how it ended"), new ActionSettled(now, number, by, succeeded, note?.Trim() ?? ""))
        : action.State != ActionState.Unknown ? Decision.Refuse($"the outcome of action {number} is no question: it is {action.State.ToString().ToLowerInvariant()}")
        : AndLook(incident, number, new ActionSettled(now, number, by, succeeded, note?.Trim() ?? ""));

    static Decision AndLook(Incident incident, int number, params ReadOnlySpan<IncidentEvent> ended) =>
        incident.Procedure.IsChosen && incident.State != IncidentState.Closed
            ? Decision.Of([.. ended, new LookRequested(ended[^1].At, incident.Looks.Count + 1, $"after action {number}", null)])
            : Decision.Of(ended);

    internal static IncidentAction? Find(Incident incident, int number) => incident.Actions.FirstOrDefault(action => action.Number == number);
}
