using Firstlook.Incidents;

namespace Firstlook.App.Web.Views;

/// <summary>What is known, in sentences.</summary>
public static class Knowledge
{
    /// <summary>What the alert says of itself.</summary>
    public static string Symptom(Incident incident)
    {
        var told = incident.FirstAlert?.Annotations;
        var summary = told?["summary"] ?? told?["description"] ?? incident.Title;
        var value = told?["value"];
        return value is null || summary.Contains(value, StringComparison.Ordinal) ? summary : $"{summary} (value {value})";
    }

    /// <returns>Null where it says no more than the summary.</returns>
    public static string? Detail(Incident incident) =>
        incident.FirstAlert?.Annotations is { } told && told["summary"] is not null && told["description"] is { } description && description != told["summary"]
            ? description : null;

    /// <summary>What leads, or what we are waiting for.</summary>
    public static string Conclusion(Room room)
    {
        var pending = room.Incident.Looks.LastOrDefault(look => look.IsPending);
        if (!room.Incident.Procedure.IsChosen && room is { Ranking: { } whole, Look.FinishedAt: not null })
            return $"{(room.Incident.Procedure.Tied.IsEmpty ? "No procedure answers this alert" : "Several procedures fit equally")}. All of the library was looked at: {whole.Conclusion}";
        if (!room.Incident.Procedure.IsChosen)
            return room.Incident.Procedure.Tied.IsEmpty
                ? "No procedure answers this alert, so nothing has been run." : "Several procedures fit equally, so nothing has been run. Choose one.";
        if (room.Procedure is null) return "The runbook it was opened with is no longer kept.";
        if (room is { Decisive: { } told, Conclusion: { } conclusion } && (room.Look is { FinishedAt: not null } || told.Leader is not null)) return conclusion;
        return pending is null ? "No look has been asked for." : $"{LookName(pending.Number)} is running.";
    }

    /// <summary>How far the latest look is.</summary>
    public static string Progress(Room room)
    {
        if (room.Look is not { } look) return room.Incident.Looks.IsEmpty ? "none" : "starting";
        var back = look.Results.Count;
        var failed = look.Results.Count(result => result.Outcome.Kind != Looks.OutcomeKind.Succeeded);
        var waiting = look.Waiting.Count;
        var done = look is { FinishedAt: { } finished, StartedAt: { } started }
            ? $"{Words.Count(back, "read")} back in {Times.Took(finished - started)}"
            : $"{back} of {Words.Count(look.Running, "read")} back";
        return $"{LookName(look.Number)}: {done}{(failed == 0 ? "" : $", {failed} without success")}{(waiting == 0 ? "" : $", {waiting} not run")}";
    }

    public static string LookName(int number) => number == 1 ? "The first look" : $"Look {number}";

    /// <summary>Labels that say where, apart from what is shown already.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Scope(Incident incident) =>
        incident.FirstAlert?.Labels.Pairs.Where(pair => pair.Key is not ("alertname" or "severity" or "service" or "team")) ?? [];

    /// <summary>"from the alert's label"; or that nobody states it, in the record's words.</summary>
    public static string SeverityFrom(Incident incident) =>
        incident.SeverityFrom.StartsWith("the ", StringComparison.Ordinal) ? $"from {incident.SeverityFrom}" : incident.SeverityFrom;

    public static string Firing(Incident incident)
    {
        var firing = incident.Alerts.Count(alert => alert.Value.EndedAt is null);
        return incident.Alerts.Count == 1
            ? firing == 1 ? "1 alert, firing" : "1 alert, ended"
            : $"{incident.Alerts.Count} alerts, {firing} firing";
    }
}
