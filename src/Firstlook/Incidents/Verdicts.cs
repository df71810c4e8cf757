using Firstlook.Hypotheses;
using Firstlook.Runbooks;

namespace Firstlook.Incidents;

/// <summary>What people say of the ranking and of checks by hand, and what later incidents make of it.</summary>
public static class Verdicts
{
    /// <summary>Older causes are not told: what has been mended half a year ago is no reason any more.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    /// <summary>Earlier causes told at most, the latest first.</summary>
    const int MostEarlier = 50;

    /// <param name="hypothesis">Its id as the ranking shows it.</param>
    public static Decision Confirm(Room room, string by, string hypothesis, DateTimeOffset now)
    {
        if (room.Ranking?.Hypotheses.FirstOrDefault(one => one.Hypothesis.Id == hypothesis) is not { } ranked)
            return Decision.Refuse($"there is no hypothesis \"{hypothesis}\" in its ranking");
        var runbook = ranked.Runbook ?? room.Incident.Procedure.Runbook;
        var cause = hypothesis[(hypothesis.LastIndexOf('#') + 1)..];
        return room.Incident.Verdict is { Kind: VerdictKind.Confirmed } said && said.Hypothesis == hypothesis
            ? Decision.Nothing
            : Decision.Of(new VerdictGiven(now, by, VerdictKind.Confirmed, hypothesis, runbook, cause, ranked.Hypothesis.Title));
    }

    public static Decision NoneOfThese(Incident incident, string by, DateTimeOffset now) =>
        incident.Verdict is { Kind: VerdictKind.None } ? Decision.Nothing : Decision.Of(new VerdictGiven(now, by, VerdictKind.None, null, null, null, "none of these"));

    public static Decision Disagree(Incident incident, string by, DateTimeOffset now) =>
        incident.Verdict is { Kind: VerdictKind.Disagrees } ? Decision.Nothing : Decision.Of(new VerdictGiven(now, by, VerdictKind.Disagrees, null, null, null, "I disagree"));

    public static Decision Answer(Room room, string by, string step, bool found, DateTimeOffset now) =>
        room.Procedure?.ByHand.FirstOrDefault(one => one.Id == step) is not { } check ? Decision.Refuse("there is no such check in the procedure")
        : room.Incident.Checks.LastOrDefault(one => one.Step == step) is { } last && last.Found == found ? Decision.Nothing
        : Decision.Of(new CheckAnswered(now, by, step, check.Text, found));

    /// <summary>The causes that people confirmed in earlier incidents of this alert on this service.</summary>
    public static EquatableArray<EarlierCause> Earlier(Incident incident, IEnumerable<Incident> all, DateTimeOffset now) =>
        all.Where(other => other.Number != incident.Number && other.Title == incident.Title && other.Service == incident.Service)
            .Select(other => (other.Number, other.Verdict))
            .Where(pair => pair.Verdict is { Kind: VerdictKind.Confirmed, Cause: not null } verdict && verdict.At <= now && now - verdict.At <= Remembered)
            .OrderByDescending(pair => pair.Verdict!.At).ThenBy(pair => pair.Number)
            .Take(MostEarlier)
            .Select(pair => new EarlierCause(Looks.Library.IdIn(incident.Procedure.Runbook, pair.Verdict!.Runbook, pair.Verdict.Cause!), pair.Number, pair.Verdict.At))
            .ToEquatableArray();
}
