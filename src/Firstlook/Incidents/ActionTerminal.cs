using Firstlook.Actions;

namespace Firstlook.Incidents;

/// <summary>
/// Actions that a person types into (an editor, a shell in a container, a tunnel). Approved like any other, one opens in a responder's own
/// terminal, as themselves, and what was seen there becomes its result. From here it never runs.
/// </summary>
public static class ActionTerminal
{
    /// <param name="run">Of the terminal that opens it: only that one can tell its end.</param>
    public static Decision Open(Incident incident, int number, Guid run, Circumstances around, DateTimeOffset now) =>
        ActionDecisions.Find(incident, number) is not { } action ? Decision.Refuse($"there is no action {number}")
        : !action.Proposal.Terminal ? Decision.Refuse($"action {number} needs no terminal: once it is approved, it runs by itself")
        : action.State != ActionState.Proposed ? Decision.Refuse($"action {number} is {ActionText.Word(action.State)} already")
        : !action.IsApproved(now) ? Decision.Refuse($"action {number} is not approved: it needs {action.Rule.Sentence()}")
        : ActionDecisions.Start(incident, number, run, around, now);

    /// <summary>Its end, with the transcript as its output; all reads run again.</summary>
    public static Decision Close(Incident incident, int number, Guid run, RecordedResult result, DateTimeOffset now) =>
        ActionDecisions.Find(incident, number) is not { } action ? Decision.Refuse($"there is no action {number}")
        : action.Run != run ? Decision.Refuse($"action {number} is not open in this terminal")
        : action.State == ActionState.Finished ? Decision.Nothing
        : ActionDecisions.Finish(incident, number, result, now);
}
