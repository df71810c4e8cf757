using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Incidents;

/// <summary>From a command above read to its one run: proposed, approved, started, finished.</summary>
public static class ActionDecisions
{
    /// <summary>The procedure's commands above read, in the runbook's order, each as a proposal for exactly its bytes.</summary>
    /// <param name="first">Number of the first proposal.</param>
    public static IEnumerable<ProposedAction> Candidates(Procedure procedure, LookPlan plan, Alerts.LabelSet labels, int first) =>
        plan.Commands
            .Where(planned => planned.Command.Effect > Effect.Read && planned.Permit is null)
            .Select((planned, index) => Proposal(procedure, planned, labels, first + index));

    static ProposedAction Proposal(Procedure procedure, PlannedCommand planned, Alerts.LabelSet labels, int number)
    {
        var command = planned.Command;
        var values = Planning.Values(planned.Step, command, labels);
        var cause = procedure.Hypotheses.FirstOrDefault(hypothesis => hypothesis.Id == planned.Step.Cause);
        var title = command.Comment is { Length: > 0 } comment ? comment : planned.Step.Title;
        var (text, why) = WithoutTerminal(command.Text, command.Language, command.Why);
        return new ProposedAction(
            number, planned.Id, cause is null || title == cause.Title ? title : $"{title} ({cause.Title})", text, command.Language, planned.Target?.Name, command.Effect, why,
            values, ActionHash.Of(text, command.Language, planned.Target?.Name ?? "", values), planned.Step.Cause, command.Line);
    }

    /// <summary>What is shown and approved is what will run, and nobody sits at its terminal.</summary>
    static (string Text, string Why) WithoutTerminal(string text, Language language, string why) =>
        language == Language.Shell && Rewrites.OfAction(text) is { IsEmpty: false } rewrites
            ? (rewrites[^1].Text, $"{why}; {string.Join(' ', rewrites.Select(rewrite => rewrite.Sentence))}")
            : (text, why);

    /// <summary>A responder proposes a command of their own, or one that has run before. It is classified like any other.</summary>
    public static Decision Propose(Incident incident, string by, string text, Language language, Service? service, string title, DateTimeOffset now)
    {
        if (incident.State == IncidentState.Closed) return Decision.Refuse("it is closed");
        if (string.IsNullOrWhiteSpace(text)) return Decision.Refuse("the command is empty");
        if (text.Length > ResponderDecisions.LongestText) return Decision.Refuse($"the command has {text.Length} characters, at most {ResponderDecisions.LongestText} are allowed");
        var verdict = Classifier.Whole(text, language, service?.Tools);
        var (target, missing) = Planning.TargetFor(language, service);
        if (target is null) return Decision.Refuse(missing);
        return Decision.Of(new ActionProposed(now, by, new ProposedAction(
            incident.Actions.Count + 1, null, title, text, language, target.Name, verdict.Effect, verdict.Why, [], ActionHash.Of(text, language, target.Name, []), null, null)));
    }

    /// <param name="hash">Of what the approver saw.</param>
    public static Decision Approve(Incident incident, int number, string by, string hash, DateTimeOffset now)
    {
        if (Find(incident, number) is not { } action) return Decision.Refuse($"there is no action {number}");
        if (incident.State == IncidentState.Closed) return Decision.Refuse("the incident is closed");
        if (action.State != ActionState.Proposed) return Decision.Refuse($"action {number} is {action.State.ToString().ToLowerInvariant()} already: propose it again to run it again");
        if (action.Proposal.Hash != hash) return Decision.Refuse($"action {number} is not what was shown: look at it again");
        if (action.Proposal.Target is null) return Decision.Refuse($"action {number} has no target: run it by hand and record it");
        return action.ApprovedBy(now).Contains(by) ? Decision.Nothing : Decision.Of(new ActionApproved(now, number, by, hash));
    }

    public static Decision Withdraw(Incident incident, int number, string by, string reason, DateTimeOffset now) =>
        Find(incident, number) is not { } action ? Decision.Refuse($"there is no action {number}")
        : action.State != ActionState.Proposed ? Decision.Refuse($"action {number} is {action.State.ToString().ToLowerInvariant()} already")
        : Decision.Of(new ActionWithdrawn(now, number, by, reason));

    /// <param name="run">Made by the process that is going to run it.</param>
    public static Decision Start(Incident incident, int number, Guid run, DateTimeOffset now) =>
        Find(incident, number) is not { } action ? Decision.Refuse($"there is no action {number}")
        : !action.IsApproved(now) ? Decision.Refuse($"action {number} is not approved")
        : Decision.Of(new ActionStarted(now, number, run));

    /// <summary>Its outcome, and a request to run all reads again: did it help?</summary>
    public static Decision Finish(Incident incident, int number, RecordedResult result, DateTimeOffset now)
    {
        if (Find(incident, number) is not { State: ActionState.Started }) return Decision.Refuse($"action {number} is not running");
        var finished = new ActionFinished(now, number, result);
        return incident.Procedure.IsChosen && incident.State != IncidentState.Closed
            ? Decision.Of(finished, new LookRequested(now, incident.Looks.Count + 1, $"after action {number}", null))
            : Decision.Of(finished);
    }

    /// <summary>Actions that were started by a process that is gone: none may run again by itself.</summary>
    public static Decision Lost(Incident incident, DateTimeOffset now) =>
        new Decision.Decided(incident.Actions
            .Where(action => action.State == ActionState.Started)
            .Select(action => (IncidentEvent)new ActionLost(now, action.Proposal.Number, "the server stopped while it ran: find out whether it took effect before proposing it again"))
            .ToEquatableArray());

    static IncidentAction? Find(Incident incident, int number) => incident.Actions.FirstOrDefault(action => action.Proposal.Number == number);
}
