using Firstlook.Escalation;
using Firstlook.Incidents;

namespace Firstlook.App.Web.Views;

/// <summary>A clock of an incident as it stands.</summary>
/// <param name="Label">What is to be done: "to acknowledge".</param>
/// <param name="Ran">True where the time is over.</param>
public sealed record ClockView(string Kind, string Label, DateTimeOffset DueAt, bool Ran, Clock Rule)
{
    /// <summary>Clocks that still matter, the next due first. One that was met in time says nothing any more.</summary>
    public static EquatableArray<ClockView> Of(Incident incident)
    {
        if (incident.IsOver) return [];
        var due = incident.Deadlines;
        return incident.Clocks
            .Where(clock => due.ContainsKey(clock.Kind) || (incident.ExpiredClocks.Contains(clock.Kind) && Matters(clock, incident)))
            .Select(clock => new ClockView(clock.Kind, clock.ToDo(), incident.ClocksFrom + clock.After, incident.ExpiredClocks.Contains(clock.Kind), clock))
            .OrderBy(clock => clock.Ran)
            .ThenBy(clock => clock.DueAt)
            .ToEquatableArray();
    }

    static bool Matters(Clock clock, Incident incident) => clock.Kind switch
    {
        Clock.Acknowledge => incident.State == IncidentState.Open,
        Clock.Resolve => true,
        _ => false,
    };

    /// <summary>Where it comes from, without the name of the file.</summary>
    public string ShortSource
    {
        get
        {
            var line = Rule.Source.LastIndexOf(" line ", StringComparison.Ordinal);
            return line < 0 ? Rule.Source : $"runbook{Rule.Source[line..]}";
        }
    }

    public bool IsOverAt(DateTimeOffset now) => Ran || DueAt <= now;

    public string Left(DateTimeOffset now) => IsOverAt(now) ? "overdue" : Times.Countdown(DueAt - now);
}
