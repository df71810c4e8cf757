using Firstlook.Incidents;
using Firstlook.Looks;

namespace Firstlook.App.Web.Views;

/// <summary>"Did it help?": what all reads returned before an action, and after it.</summary>
/// <param name="Action">The last one that ran.</param>
/// <param name="Finished">False while the reads are still coming back.</param>
public sealed record Help(IncidentAction Action, bool Finished, int Back, int Running, string? LeaderBefore, string? LeaderNow, EquatableArray<Card> Changed, int Unchanged)
{
    /// <returns>Null where no look was run after an action.</returns>
    public static Help? Of(Room room)
    {
        var last = room.Incident.Actions.Where(action => action.FinishedAt is not null && action.State == ActionState.Finished).MaxBy(action => action.FinishedAt);
        if (last is null || room.Look is not { } look || room.Before is null || look.RequestedAt < last.FinishedAt) return null;
        var compared = room.Cards.Where(card => card is { Result: not null, Earlier: not null }).ToArray();
        var changed = compared.Where(card => card.HasChanged).ToEquatableArray();
        return new Help(last, look.FinishedAt is not null, look.Results.Count, look.Running, room.FirstRanking?.Leader?.Hypothesis.Title, room.Ranking?.Leader?.Hypothesis.Title, changed, compared.Length - changed.Count);
    }

    public string Answer => !Finished ? $"All reads run again: {Back} of {Running} back."
        : Changed.IsEmpty ? "Nothing that was read has changed."
        : LeaderBefore is not null && LeaderNow is null ? $"“{LeaderBefore}” no longer leads. {Words.Count(Changed.Count, "read")} changed, {Unchanged} did not."
        : LeaderBefore is not null && LeaderBefore == LeaderNow ? $"“{LeaderBefore}” still leads. {Words.Count(Changed.Count, "read")} changed, {Unchanged} did not."
        : $"{Words.Count(Changed.Count, "read")} changed, {Unchanged} did not.";

    public bool Succeeded => Action.Result?.Outcome.Kind == OutcomeKind.Succeeded;
}
