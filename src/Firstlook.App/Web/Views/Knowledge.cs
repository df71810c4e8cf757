using Firstlook.Incidents;

namespace Firstlook.App.Web.Views;

/// <summary>What is known, in sentences.</summary>
public static class Knowledge
{
    /// <returns>Null where it says no more than the summary.</returns>
    public static string? Detail(Incident incident) =>
        incident.FirstAlert?.Annotations is { } told && told["summary"] is not null && told["description"] is { } description && description != told["summary"]
            ? description : null;

    /// <summary>What leads, or what we are waiting for.</summary>
    public static string Conclusion(Room room)
    {
        var pending = room.Incident.Looks.LastOrDefault(look => look.IsPending);
        if (!room.Incident.Procedure.IsChosen && room is { Ranking: { } whole, Look.FinishedAt: not null })
            return (room.Incident.Procedure.Tied.IsEmpty ? "No procedure answers this alert" : "Several procedures fit equally")
                + $". All of the library was looked at: {whole.Conclusion}";
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
        // Reads of other procedures say little of how well this one was looked at: they are counted apart.
        var own = look.FinishedAt is null || room.Cards.IsEmpty ? look.Results.ToArray() : [.. room.Cards.Select(card => card.Result).OfType<RecordedResult>()];
        var besides = look.Results.DistinctBy(result => result.Command).Count() - own.DistinctBy(result => result.Command).Count();
        var failed = own.Count(result => result.Outcome.Kind != Looks.OutcomeKind.Succeeded);
        var waiting = look.Waiting.Count;
        var done = look is { FinishedAt: { } finished, StartedAt: { } started }
            ? $"{Wording.Count(own.Length, "read")} back in {Times.Took(finished - started)}"
            : $"{own.Length} of {Wording.Count(look.Running, "read")} back";
        return $"{LookName(look.Number)}: {done}"
            + (failed == 0 ? "" : $", {failed} without success")
            + (waiting == 0 ? "" : $", {waiting} not run")
            + (besides <= 0 ? "" : $"; {besides} of other procedures looked at beside");
    }

    /// <summary>Where no service was found the reason ends with why, which stands with the service already.</summary>
    public static string WhyNoProcedure(Incident incident) =>
        incident is { Service: null, ServiceWhy.Length: > 0 } && incident.Procedure.Why.EndsWith($": {incident.ServiceWhy}", StringComparison.Ordinal)
            ? $"{incident.Procedure.Why[..^(incident.ServiceWhy.Length + 2)]} without a service"
            : incident.Procedure.Why;

    public static string LookName(int number) => number == 1 ? "The first look" : $"Look {number}";

    /// <summary>"from the alert's label"; or that nobody states it, in the record's words.</summary>
    public static string SeverityFrom(Incident incident) =>
        incident.SeverityFrom.StartsWith("the ", StringComparison.Ordinal) ? $"from {incident.SeverityFrom}" : incident.SeverityFrom;
}
