using Firstlook.Actions;
using Firstlook.Looks;

namespace Firstlook.Incidents;

/// <summary>An action's standing in words, the same on the page, the terminal and in JSON.</summary>
public static class ActionText
{
    /// <summary>One word for machines and people: <c>proposed</c>, <c>withdrawn</c>, <c>started</c>, <c>finished</c>, <c>unknown</c>, <c>settled</c>.</summary>
    public static string Word(ActionState state) => state.ToString().ToLowerInvariant();

    public static string State(IncidentAction action, DateTimeOffset now) => action.State switch
    {
        ActionState.Proposed when action.Rule == ApprovalRule.Never => "to be done by hand",
        ActionState.Proposed when !action.Proposal.Needs.IsEmpty => $"needs a value for {string.Join(", ", action.Proposal.Needs)}",
        ActionState.Proposed when action.Proposal.Terminal && action.IsApproved(now) => "approved: open it in a terminal",
        ActionState.Proposed when action is { ApprovalsNeeded: 1, Lapsed: null } && !action.ApprovedBy(now).Any() => "waits for an approval",
        ActionState.Proposed =>
            $"{action.ApprovedBy(now).Count()} of {action.ApprovalsNeeded} approvals{(action.Lapsed is null ? "" : $" (earlier ones count no more: {action.Lapsed})")}",
        ActionState.Started => action.Proposal.Terminal ? "open in a terminal" : "running",
        ActionState.Finished => action.Result?.Outcome.Kind == OutcomeKind.Succeeded ? "done" : "did not succeed",
        ActionState.Unknown => "outcome unknown: find out, and say how it ended",
        ActionState.Settled => $"{(action.Settlement!.Succeeded ? "succeeded" : "did not succeed")}, as {action.Settlement.By} found out",
        _ => "withdrawn",
    };

    /// <summary>What the read before it told of its reach: never that a read which failed is what it would do.</summary>
    /// <param name="it">"it", or "action 3".</param>
    public static string Touches(RecordedResult preview, string it) =>
        WasRead(preview) ? $"{it} would touch: {preview.Summary}" : $"what {it} would touch could not be read: {Failure(preview)}";

    /// <summary>Why it was not read.</summary>
    public static string Failure(RecordedResult preview) => preview.Outcome.Message ?? preview.Summary;

    public static bool WasRead(RecordedResult preview) => preview.Outcome.Kind == OutcomeKind.Succeeded;

    /// <summary>What can be said of taking it back; null where that is no question.</summary>
    public static string? Undo(IncidentAction action) =>
        action.State == ActionState.Withdrawn || action.Proposal.Undoes is not null ? null
        : action.Undo is { } undo ? $"undo: {undo.Text.ReplaceLineEndings(" ")} ({undo.Sentence})"
        : WhyNoUndo(action) is { } why ? $"no undo: {why}"
        : "the undo is being prepared";

    /// <summary>Why there is no undo; null where there is one, or may still be.</summary>
    public static string? WhyNoUndo(IncidentAction action) =>
        action.Undo is not null ? null
        : action.NoUndo ?? (UndoPlan.For(action.Proposal.Text, action.Proposal.Language, action.Proposal.Values, action.Proposal.Back) is UndoPlan.None none ? none.Why : null);
}
