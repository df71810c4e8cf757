using Firstlook.Incidents;
using Firstlook.Looks;

namespace Firstlook.App.Web.Views;

/// <summary>"Did it help?" in words.</summary>
/// <param name="Finished">False while the reads are still coming back.</param>
public sealed record Help(BeforeAndAfter BeforeAndAfter, bool Finished, int Back, int Running, string? LeaderBefore, string? LeaderNow)
{
    /// <returns>Null where no look was run after an action.</returns>
    public static Help? Of(Room room) => BeforeAndAfter.Of(room) is { } comparison
        ? new Help(
            comparison, room.Look!.FinishedAt is not null, room.Look.Results.Count, room.Look.Running,
            room.EarlierRanking?.Leader?.Hypothesis.Title, room.Ranking?.Leader?.Hypothesis.Title)
        : null;

    public IncidentAction Action => BeforeAndAfter.Action;

    public EquatableArray<Card> Changed => BeforeAndAfter.Changed;

    public string Answer => !Finished ? $"All reads run again: {Back} of {Running} back."
        : BeforeAndAfter.EarlyUntil is { } until
            ? $"{Counted} {Wording.Count(BeforeAndAfter.Early.Count, "read still measures", "reads still measure")} some of the time before it: "
                + $"look again from {When(until)} UTC on."
        : Changed.IsEmpty ? Counted : $"{Cause}{Counted}";

    // A range of a day ends tomorrow.
    string When(DateTimeOffset until) =>
        until.UtcDateTime.Date == Action.FinishedAt?.UtcDateTime.Date ? $"{until.UtcDateTime:HH:mm:ss}" : $"{until.UtcDateTime:yyyy-MM-dd HH:mm:ss}";

    string Counted => Changed.IsEmpty ? "Nothing that was read has changed." : $"{Wording.Count(Changed.Count, "read")} changed, {BeforeAndAfter.Same.Count} did not.";

    string Cause => LeaderBefore is null ? ""
        : LeaderNow is null ? $"“{LeaderBefore}” no longer leads. "
        : LeaderBefore == LeaderNow ? $"“{LeaderBefore}” still leads. "
        : $"“{LeaderNow}” leads now, “{LeaderBefore}” no longer. ";

    /// <summary>How a cause stood and stands; its place where that has changed: "Strong, leading" → "Unlikely, no. 3".</summary>
    public static (string Was, string Is) Standing(Moved moved)
    {
        var places = moved.WasPlace != moved.Place || moved.Led != moved.Leads;
        return (Said(moved.Was, moved.Led, moved.WasPlace), Said(moved.Is, moved.Leads, moved.Place));

        string Said(Hypotheses.Standing standing, bool leads, int place) => Hypotheses.Ranking.Word(standing) + (!places ? "" : leads ? ", leading" : $", no. {place}");
    }

    public bool Succeeded => Action.State == ActionState.Settled ? Action.Settlement?.Succeeded == true : Action.Result?.Outcome.Kind == OutcomeKind.Succeeded;
}
