using Firstlook.Effects;
using Firstlook.Hypotheses;
using Firstlook.Incidents;

namespace Firstlook.App.Web.Views;

/// <summary>States as words, and as names of style classes.</summary>
public static class Words
{
    public static string State(IncidentState state) => state switch
    {
        IncidentState.Open => "Open",
        IncidentState.Acknowledged => "Acknowledged",
        IncidentState.Mitigated => "Mitigated",
        IncidentState.Resolved => "Resolved",
        _ => "Closed",
    };

    public static string Action(IncidentAction action) => action.State switch
    {
        ActionState.Proposed when !action.Approvals.IsEmpty => "waits for approval",
        ActionState.Proposed => "proposed",
        ActionState.Withdrawn => "withdrawn",
        ActionState.Started => "running",
        ActionState.Unknown => "outcome unknown",
        ActionState.Settled => action.Settlement?.Succeeded == true ? "succeeded" : "did not succeed",
        _ => action.Result?.Outcome.Kind == Looks.OutcomeKind.Succeeded ? "done" : "did not succeed",
    };

    /// <summary>Says the same as the colour, for whoever sees none.</summary>
    public static string Mark(Standing standing) => standing switch
    {
        Standing.Strong => "●",
        Standing.Possible => "◐",
        Standing.NotTested => "○",
        Standing.Unlikely => "◌",
        _ => "✕",
    };

    /// <summary>What an effect means for whoever approves it.</summary>
    /// <param name="back">False where no way back is known.</param>
    public static string Meaning(Effect effect, bool back) => effect switch
    {
        Effect.None => "nothing to run",
        Effect.Read => "changes nothing",
        Effect.Reversible => back ? "can be undone" : "no lasting harm, but not undone from here",
        Effect.Disruptive => "interrupts work",
        Effect.Destructive => "cannot be undone",
        _ => "not understood",
    };
}
