using Firstlook.Escalation;

namespace Firstlook.Incidents;

/// <summary>What happens when a deadline comes due. It is read from the incident again, so that a deadline that no longer holds does nothing.</summary>
public static class ClockDecisions
{
    public static Decision Due(Incident incident, string kind, DateTimeOffset now)
    {
        if (!incident.Deadlines.TryGetValue(kind, out var dueAt) || dueAt > now) return Decision.Nothing;
        if (kind == Incident.CloseKind) return Close(incident, now);
        var clock = incident.Clocks.First(clock => clock.Kind == kind);
        var expired = new ClockExpired(now, kind, dueAt, now - dueAt);
        return kind == Clock.Resolve
            ? Decision.Of(expired)
            : Decision.Of(expired, new Escalated(now, null, clock.Target, Reason(incident, clock)));
    }

    static string Reason(Incident incident, Clock clock) => clock.Kind == Clock.Acknowledge
        ? $"nobody acknowledged within {Minutes(clock.After)} ({clock.Source})"
        : $"{Minutes(clock.After)} have passed and it is {incident.State.ToString().ToLowerInvariant()} ({clock.Source})"
            + (clock.Condition is null ? "" : $": escalate if {clock.Condition}");

    static string Minutes(TimeSpan time) => $"{time.TotalMinutes:0} minutes";

    /// <summary>A person may have resolved it while the alert went on: then the window's end opens it again rather than hiding it.</summary>
    static Decision Close(Incident incident, DateTimeOffset now) =>
        incident.Alerts.Any(alert => alert.Value.EndedAt is null)
            ? Decision.Of(new Reopened(now, $"{incident.Title} still fires {Minutes(Incident.ReopenWindow)} after it was resolved"),
                new LookRequested(now, incident.Looks.Count + 1, "the alert still fires", null))
            : Decision.Of(new Closed(now, $"quiet for {Minutes(Incident.ReopenWindow)}"));
}
