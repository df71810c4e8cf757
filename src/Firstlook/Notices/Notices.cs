using Firstlook.Incidents;
using Firstlook.Looks;

namespace Firstlook.Notices;

/// <summary>Something that people outside the page are told.</summary>
/// <param name="Kind">Stable, for machines: <c>opened</c>, <c>looked</c>, <c>acknowledged</c>, <c>escalated</c>, <c>overdue</c>, <c>action</c>, <c>break-glass</c>,
/// <c>update</c>, <c>resolved</c>, <c>reopened</c>, <c>rot</c>.</param>
/// <param name="Text">Plain text for people, without a link; masked where it holds output.</param>
public sealed record Notice(string Kind, string Text);

/// <summary>What each event tells to whom listens. Most events tell nothing: a message too many is a message less read.</summary>
public static class Notices
{
    /// <param name="after">The incident with the event in it.</param>
    /// <param name="conclusion">Of the ranking, where a look has just finished; null otherwise.</param>
    public static Notice? For(IncidentEvent happened, Incident after, string? conclusion) => happened switch
    {
        Opened => new("opened", $"{Head(after)} — {Summary(after)}\nProcedure: {after.Procedure.Title ?? "none"} ({after.Procedure.Why})"),
        LookFinished when conclusion is null => null,
        LookFinished { Look: 1 } => new("looked", $"{Head(after)} — the first look is done. {conclusion}"),
        LookFinished finished => new("looked", $"{Head(after)} — look {finished.Look} is done. {conclusion}"),
        Acknowledged acknowledged => new("acknowledged", $"{Head(after)} — {acknowledged.By} has it"),
        Escalated escalated => new("escalated", $"{Head(after)} — escalated{(escalated.To is null ? "" : $" to {escalated.To}")}: {escalated.Reason}"),
        ClockExpired { Clock: Escalation.Clock.Resolve } => new("overdue", $"{Head(after)} — the time to resolve has run out"),
        ActionApproved approved => new("action", $"{Head(after)} — {approved.By} approved action {approved.Action}: {Action(after, approved.Action)}"),
        ActionFinished finished =>
            new("action",
                $"{Head(after)} — action {finished.Action} {(finished.Result.Outcome.Kind == OutcomeKind.Succeeded ? "is done" : "did not succeed")}: {finished.Result.Summary}"),
        GlassBroken broken =>
            new("break-glass",
                $"{Head(after)} — {broken.By} is alone and broke the glass on action {broken.Action}: {Action(after, broken.Action)}\n"
                + $"Why: {broken.Reason}\nA second person is wanted now: look at what it does."),
        ActionLost lost => new("action", $"{Head(after)} — nobody knows how action {lost.Action} ended: {lost.Why}"),
        ActionSettled settled => new("action", $"{Head(after)} — {settled.By} found out: action {settled.Action} {(settled.Succeeded ? "succeeded" : "did not succeed")}"),
        UpdatePosted update => new("update", $"{Head(after)} — {update.By}: {update.Text}"),
        Resolved resolved => new("resolved", $"{Head(after)} — resolved{(resolved.By is null ? "" : $" by {resolved.By}")}: {resolved.Why}"),
        Reopened reopened => new("reopened", $"{Head(after)} — open again: {reopened.Why}"),
        _ => null,
    };

    static string Head(Incident incident) =>
        $"[{incident.Severity.ToUpperInvariant()}] #{incident.Number} {incident.Title}{(incident.Service is null ? "" : $" on {incident.Service}")}";

    static string Summary(Incident incident) =>
        incident.FirstAlert?.Annotations["summary"] ?? incident.FirstAlert?.Annotations["description"] ?? $"{incident.Alerts.Count} alert(s) firing";

    static string Action(Incident incident, int number) =>
        incident.Actions.FirstOrDefault(action => action.Proposal.Number == number) is { } action ? Timeline.FirstLine(action.Proposal.Text) : "";
}
