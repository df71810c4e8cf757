using Firstlook.Escalation;
using Firstlook.Looks;

namespace Firstlook.Incidents;

/// <summary>The record as sentences, in order.</summary>
public static class Timeline
{
    /// <param name="Kind">For grouping and marking: <c>alert</c>, <c>look</c>, <c>result</c>, <c>person</c>, <c>clock</c>, <c>action</c>, <c>state</c>, <c>change</c>.</param>
    public sealed record Entry(int Version, DateTimeOffset At, string Kind, string Text, string? By);

    public static IEnumerable<Entry> Of(IEnumerable<IncidentEvent> events) => events.Select((happened, index) => Of(index + 1, happened));

    public static Entry Of(int version, IncidentEvent happened)
    {
        var (kind, text, by) = Say(happened);
        return new Entry(version, happened.At, kind, text, by);
    }

    static (string Kind, string Text, string? By) Say(IncidentEvent happened) => happened switch
    {
        Opened opened =>
            ("state",
                $"Opened #{opened.Number}: {opened.Title}, {opened.Severity}; "
                + $"{(opened.Procedure.IsChosen ? $"procedure {opened.Procedure.Title}" : "no procedure")} ({opened.Procedure.Why})",
                null),
        AlertJoined joined => ("alert", $"Alert {joined.Alert.Labels} joined", null),
        AlertChanged changed => ("alert", $"Alert {changed.Alert.Labels} changed", null),
        AlertEnded ended => ("alert", $"Alert ended: {ended.Why}", null),
        ProcedureChosen chosen => ("person", $"Chose the procedure {chosen.Procedure.Title}", chosen.By),
        PolicyAdopted adopted => ("state", Adopted(adopted.Policy), null),
        RulesAdopted adopted => ("state", adopted.Rules.Sentence, null),
        LookRequested requested => ("look", $"Look {requested.Look} asked for: {requested.Reason}", requested.By),
        LookStarted started =>
            ("look",
                $"Look {started.Look} began: {Wording.Count(started.Running, "read runs", "reads run")}, {Wording.Count(started.Waiting.Count, "command waits", "commands wait")}",
                null),
        LookConsidered considered => ("look", Considered(considered), null),
        NormalsRecalled recalled =>
            ("look", $"Look {recalled.Look} knows what is normal of {Wording.Count(recalled.Normals.Count, "read")}, from rehearsal", null),
        ChangeReported reported => ("change", $"{reported.Change.Kind}: {reported.Change.What}", reported.Change.By),
        VerdictGiven verdict => ("person", Verdict(verdict), verdict.By),
        CheckAnswered answered => ("person", $"Checked \"{answered.Title}\": {(answered.Found ? "it is so" : "it is not so")}", answered.By),
        ResultRecorded recorded => ("result", $"{recorded.Result.Summary} — {FirstLine(recorded.Result.Ran)}", null),
        LookFinished finished => ("look", $"Look {finished.Look} finished", null),
        Acknowledged acknowledged => ("person", "Acknowledged", acknowledged.By),
        ClockExpired expired => ("clock", Expired(expired), null),
        Escalated escalated => (escalated.By is null ? "clock" : "person", $"Escalated{(escalated.To is null ? "" : $" to {escalated.To}")}: {escalated.Reason}", escalated.By),
        NoteAdded note => ("person", note.Text, note.By),
        UpdatePosted update => ("person", $"Update: {update.Text}", update.By),
        DoneByHand done => ("person", $"Ran by hand: {done.What}", done.By),
        ActionProposed proposed => ("action", $"Action {proposed.Action.Number} proposed: {proposed.Action.Title} — {FirstLine(proposed.Action.Text)}", proposed.By),
        ActionApproved approved => ("action", $"Approved action {approved.Action}", approved.By),
        GlassBroken broken => ("action", $"Broke the glass on action {broken.Action}, alone: {broken.Reason}", broken.By),
        ApprovalsLapsed lapsed => ("action", $"Approvals of action {lapsed.Action} count no more: {lapsed.Why}", null),
        ValuesBound bound => ("action", $"Gave action {bound.Action} its values: {string.Join(", ", bound.Values.Select(value => $"{value.Token} is {value.Value}"))}", bound.By),
        UndoPrepared prepared =>
            ("action",
                prepared.Undo is { } undo ? $"Undo of action {prepared.Action} prepared: {undo.Sentence}" : $"Action {prepared.Action} has no undo: {prepared.NoUndo}",
                null),
        ActionPreviewed previewed => ("action", Sentence(ActionText.Touches(previewed.Result, $"action {previewed.Action}")), null),
        ActionWithdrawn withdrawn => ("action", $"Withdrew action {withdrawn.Action}: {withdrawn.Reason}", withdrawn.By),
        ActionStarted started => ("action", $"Action {started.Action} started", null),
        ActionFinished finished =>
            ("action", $"Action {finished.Action} {(finished.Result.Outcome.Kind == OutcomeKind.Succeeded ? "done" : "did not succeed")}: {finished.Result.Summary}",
                null),
        ActionLost lost => ("action", $"Outcome of action {lost.Action} unknown: {lost.Why}", null),
        ActionSettled settled =>
            ("action",
                $"Action {settled.Action} {(settled.Succeeded ? "succeeded" : "did not succeed")}, as found out{(settled.Note.Length == 0 ? "" : $": {settled.Note}")}",
                settled.By),
        Mitigated mitigated => ("state", "Mitigated", mitigated.By),
        Resolved resolved => ("state", $"Resolved: {resolved.Why}", resolved.By),
        Reopened reopened => ("state", $"Reopened: {reopened.Why}", null),
        Closed closed => ("state", $"Closed: {closed.Why}", null),
        _ => throw new System.Diagnostics.UnreachableException(happened.GetType().Name),
    };

    static string Considered(LookConsidered considered) =>
        $"Look {considered.Look} considers {Wording.Count(considered.Library.Count, "runbook")}"
        + (considered.Changes.IsEmpty ? "" : $", {Wording.Count(considered.Changes.Count, "recent change")}")
        + (considered.Earlier.IsEmpty ? "" : $", {Wording.Count(considered.Earlier.Count, "earlier cause")}");

    static string Verdict(VerdictGiven verdict) => verdict.Kind switch
    {
        VerdictKind.Confirmed => $"Confirmed the cause: {verdict.Title}",
        VerdictKind.None => "It was none of these causes",
        _ => "Disagrees with the ranking",
    };

    static string Adopted(Actions.ActionPolicy policy) => policy.Milder().ToArray() is { Length: > 0 } milder
        ? $"Policy for actions, milder than the default: {string.Join("; ", milder)}"
        : "Approvals of its actions follow the policy as it is now";

    static string Expired(ClockExpired expired) =>
        (expired.Clock switch
        {
            Clock.Acknowledge => "Time to acknowledge ran out",
            Clock.Resolve => "Time to resolve ran out",
            _ => "Time to escalate",
        }) + (expired.Late > TimeSpan.FromMinutes(1) ? $" (seen {expired.Late.TotalMinutes:0} minutes late: no server was running)" : "");

    static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    public static string FirstLine(string text)
    {
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOf('\n');
        if (end >= 0) line = line[..end];
        return line.Length > 120 ? string.Concat(line[..117], "…") : end >= 0 ? string.Concat(line, " …") : line.ToString();
    }
}
