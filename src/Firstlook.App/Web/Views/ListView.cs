using Firstlook.App.Desk;
using Firstlook.Incidents;

namespace Firstlook.App.Web.Views;

/// <summary>All that the list shows. The filter stands in the address of the page.</summary>
/// <param name="All">True where those that are over are shown too.</param>
/// <param name="Query">Words that must all stand in number, title, symptom, service, team, severity or leader; null for all.</param>
/// <param name="Found">In the order in which they are shown.</param>
/// <param name="Known">How many there are before the words are applied.</param>
public sealed record ListView(bool All, string? Query, EquatableArray<IncidentSummary> Found, int Known, string IntakeTokenFile, Visit Visit)
{
    public static ListView Of(IReadOnlyList<IncidentSummary> incidents, bool all, string? query, string intakeTokenFile, Visit visit)
    {
        var words = (query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = incidents
            .Where(one => words.All(word => Texts(one).Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase))))
            .OrderBy(one => one.Incident.IsOver)
            .ThenBy(one => one.Incident.IsOver ? 0 : Rank(one.Incident.Severity))
            .ThenByDescending(one => one.Incident.OpenedAt)
            .ThenByDescending(one => one.Incident.Number)
            .ToEquatableArray();
        return new ListView(all, string.IsNullOrWhiteSpace(query) ? null : query.Trim(), found, incidents.Count, intakeTokenFile, visit);
    }

    static IEnumerable<string> Texts(IncidentSummary one) =>
        new[] { $"#{one.Incident.Number}", one.Incident.Title, AlertText.Symptom(one.Incident), one.Incident.Service, one.Incident.Team, one.Incident.Severity,
            Words.State(one.Incident.State), one.Leader }.OfType<string>();

    static int Rank(string severity) => severity switch { "critical" => 0, "high" => 1, "medium" => 2, _ => 3 };
}
