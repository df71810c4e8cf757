namespace Firstlook.Incidents;

/// <summary>What an incident's alerts say, the same on the page, the list and the terminal.</summary>
public static class AlertText
{
    /// <summary>What the first alert says of itself.</summary>
    public static string Symptom(Incident incident)
    {
        var told = incident.FirstAlert?.Annotations;
        var summary = told?["summary"] ?? told?["description"] ?? incident.Title;
        var value = told?["value"];
        return value is null || summary.Contains(value, StringComparison.Ordinal) ? summary : $"{summary} (value {value})";
    }

    /// <summary>The symptom; of many alerts it is told that it is the word of one.</summary>
    public static string Headline(Incident incident) =>
        incident.Alerts.Count > 1 ? $"{Symptom(incident)} (one of {incident.Alerts.Count} alerts)" : Symptom(incident);

    /// <summary><c>1 alert, firing</c>, <c>120 alerts, 118 firing</c></summary>
    public static string Firing(Incident incident)
    {
        var firing = incident.Alerts.Count(alert => alert.Value.EndedAt is null);
        return incident.Alerts.Count == 1
            ? firing == 1 ? "1 alert, firing" : "1 alert, ended"
            : $"{incident.Alerts.Count} alerts, {firing} firing";
    }

    /// <summary>Labels that say where, apart from what is shown already. Where the alerts differ it is told how many values there are, and none stands for all.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Scope(Incident incident) =>
        (incident.FirstAlert?.Labels.Pairs ?? [])
            .Where(pair => pair.Key is not ("alertname" or "severity" or "service" or "team"))
            .Select(pair => incident.Alerts.Values.Select(alert => alert.Alert.Labels[pair.Key]).Distinct(StringComparer.Ordinal).Count() is > 1 and var values
                ? KeyValuePair.Create(pair.Key, $"{values} values")
                : pair);
}
