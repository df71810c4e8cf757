using Firstlook.Actions;
using Firstlook.Alerts;
using Firstlook.Escalation;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Incidents;

/// <summary>What an alert does to incidents.</summary>
public static class AlertDecisions
{
    /// <summary>
    /// Alerts of one name on one service in one place are one incident, however many instances fire.
    /// Labels that name the place: <c>environment</c>, <c>env</c>, <c>cluster</c>, <c>region</c>, <c>namespace</c>, <c>tenant</c>.
    /// </summary>
    public static string GroupOf(Alert alert, Service? service)
    {
        string[] places = ["environment", "env", "cluster", "region", "namespace", "tenant"];
        return LabelSet.From([
            KeyValuePair.Create("alertname", alert.Name),
            KeyValuePair.Create("service", service?.Name ?? ""),
            .. places.Select(place => KeyValuePair.Create(place, alert.Labels[place] ?? "")),
        ]).Key;
    }

    public static Decision Open(int number, Alert alert, ServiceChoice service, ProcedureMatch match, string? evidence, DateTimeOffset now)
    {
        var found = match as ProcedureMatch.Found;
        var (severity, from) = Severity(alert, found?.Procedure);
        var rules = service.Service?.Rules is { } own ? new IncidentEvent[] { new RulesAdopted(now, own) } : [];
        return Decision.Of([
            new Opened(
                now, number, alert.Name, severity, from, service.Service?.Team, service.Service?.Name, service.Why, SeenAlert.Of(alert),
                Chosen(match, evidence), Clocks.For(found?.Runbook, found?.Procedure, severity)),
            new PolicyAdopted(now, service.Service?.Policy ?? ActionPolicy.Default),
            .. rules,
            new LookRequested(now, 1, "the alert fired", null)]);
    }

    public static ChosenProcedure Chosen(ProcedureMatch match, string? evidence) => match switch
    {
        ProcedureMatch.Found found => new ChosenProcedure(found.Runbook.File, evidence, found.Procedure.Id, found.Procedure.Title, found.Procedure.Line, found.Why),
        ProcedureMatch.Tie tie =>
            new ChosenProcedure(null, null, null, null, null, tie.Why,
                tie.Candidates.Select(candidate => $"{candidate.Runbook.File}#{candidate.Procedure.Slug}").ToEquatableArray()),
        _ => new ChosenProcedure(null, null, null, null, null, match.Why),
    };

    /// <summary>An alert that came in for an incident which already has it, or whose group it belongs to.</summary>
    public static Decision Receive(Incident incident, Alert alert, DateTimeOffset now)
    {
        var key = alert.Labels.Key;
        var fires = alert.FiresAt(now);
        if (!incident.Alerts.TryGetValue(key, out var known))
        {
            if (!fires) return Decision.Nothing;
            return incident.IsOver ? Again(incident, alert, now) : Decision.Of(new AlertJoined(now, SeenAlert.Of(alert)));
        }

        if (!fires) return known.EndedAt is null ? Ended(incident, key, "its sender resolved it", now) : Decision.Nothing;
        // A repeat of an occurrence that a person has resolved is no new occurrence: it must have ended, or have started anew.
        if (incident.IsOver) return known.EndedAt is not null || alert.StartsAt > incident.ResolvedAt ? Again(incident, alert, now) : Decision.Nothing;
        if (known.EndedAt is not null) return Decision.Of(new AlertJoined(now, SeenAlert.Of(alert)));
        var before = new Alert(known.Alert.Labels, known.Alert.Annotations, known.Alert.StartsAt, null, true, known.Alert.GeneratorUrl);
        return alert.SaysMoreThan(before)
            ? Decision.Of(new AlertChanged(now, SeenAlert.Of(before.MergedWith(alert, now))))
            : Decision.Nothing;
    }

    /// <summary>An alert that nobody reported again before its lease ran out is over.</summary>
    public static Decision LeaseRanOut(Incident incident, string key, DateTimeOffset now) =>
        incident.Alerts.TryGetValue(key, out var known) && known.EndedAt is null ? Ended(incident, key, "its lease ran out: nobody reported it again", now) : Decision.Nothing;

    static Decision Ended(Incident incident, string key, string why, DateTimeOffset now)
    {
        var ended = new AlertEnded(now, key, why);
        var others = incident.Alerts.Any(alert => alert.Key != key && alert.Value.EndedAt is null);
        return others || incident.IsOver ? Decision.Of(ended) : Decision.Of(ended, new Resolved(now, null, $"every alert has ended: {why}"));
    }

    static Decision Again(Incident incident, Alert alert, DateTimeOffset now) => Decision.Of(
        new AlertJoined(now, SeenAlert.Of(alert)),
        new Reopened(now, $"{alert.Name} fires again"),
        new LookRequested(now, incident.Looks.Count + 1, "the alert fired again", null));

    /// <summary>The higher of what the alert's label and the procedure say; where neither speaks, high: better to be asked to lower it than to be late.</summary>
    static (string Severity, string From) Severity(Alert alert, Procedure? procedure)
    {
        var label = alert.Labels["severity"] is { } text ? Level(text) : null;
        var said = procedure?.Severity;
        if (label is null && said is null) return ("high", "assumed: neither the alert nor a procedure states one");
        if (said is null) return (label!, "the alert's label");
        if (label is null) return (said, "the procedure");
        return Rank(label) <= Rank(said)
            ? (label, label == said ? "the alert's label and the procedure" : "the alert's label, above the procedure's")
            : (said, "the procedure, above the alert's label");
    }

    static string? Level(string label) => label.ToLowerInvariant() switch
    {
        "critical" or "page" or "p0" or "sev0" or "p1" or "sev1" or "fatal" or "emergency" => "critical",
        "high" or "error" or "major" or "p2" or "sev2" => "high",
        "medium" or "warning" or "warn" or "minor" or "p3" or "sev3" => "medium",
        "low" or "info" or "notice" or "none" or "p4" or "sev4" => "low",
        _ => null,
    };

    static int Rank(string level) => level switch { "critical" => 0, "high" => 1, "medium" => 2, _ => 3 };
}
