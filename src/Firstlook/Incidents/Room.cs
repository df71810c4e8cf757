using Firstlook.Access;
using Firstlook.Hypotheses;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Incidents;

/// <summary>
/// Everything there is to know of an incident, made from its record alone: the page, the terminal and the postmortem show this and nothing else.
/// </summary>
/// <param name="Runbook">The version that the incident was opened with; null where no procedure was found.</param>
/// <param name="Look">The latest look whose plan is made; null before the first.</param>
/// <param name="Before">The last finished look before it, for "did it help?"; null where there is none.</param>
public sealed record Room(
    Guid Id, Incident Incident, EquatableArray<IncidentEvent> Events, Runbook? Runbook, Procedure? Procedure,
    Look? Look, Look? Before, Ranked? Ranking, Ranked? FirstRanking, EquatableArray<Card> Cards)
{
    /// <param name="runbook">As read from the evidence that the incident names; null where there is none.</param>
    /// <param name="outputOf">The output of a recorded result, from the evidence; null where it is no longer kept.</param>
    public static Room Of(Guid id, EquatableArray<IncidentEvent> events, Runbook? runbook, Func<string, Output?> outputOf)
    {
        var incident = Incident.Fold(events);
        var procedure = runbook?.Procedures.FirstOrDefault(procedure => procedure.Id == incident.Procedure.Id);
        var started = incident.Looks.Where(look => look.StartedAt is not null).ToArray();
        var latest = started.LastOrDefault();
        var before = started.LastOrDefault(look => look != latest && look.FinishedAt is not null);
        var first = started.FirstOrDefault(look => look.FinishedAt is not null);
        if (procedure is null || latest is null) return new Room(id, incident, events, runbook, procedure, latest, before, null, null, []);

        var ranking = Rank(procedure, latest, outputOf);
        return new Room(
            id, incident, events, runbook, procedure, latest, before, ranking,
            first is null || first == latest ? ranking : Rank(procedure, first, outputOf), Deck(procedure, latest, before, outputOf, ranking));
    }

    static Ranked Rank(Procedure procedure, Look look, Func<string, Output?> outputOf) =>
        Hypotheses.Ranking.Rank(EvidenceOf(procedure, look, outputOf));

    static Evidence EvidenceOf(Procedure procedure, Look look, Func<string, Output?> outputOf)
    {
        var units = procedure.Steps.SelectMany(step => Units.Of(step)).ToDictionary(unit => unit.Id);
        var observations = look.Results
            .Where(result => units.ContainsKey(result.Command))
            .Select(result => new Observation(units[result.Command].Step, units[result.Command].Command, Restored(result, outputOf(result.Evidence))))
            .ToEquatableArray();
        // What waited for a click and was clicked has a result by now.
        var unrun = look.Waiting
            .Where(waiting => units.ContainsKey(waiting.Command) && look.Results.All(result => result.Command != waiting.Command))
            .Select(waiting => new Unrun(units[waiting.Command].Step, units[waiting.Command].Command, waiting.Why))
            .ToEquatableArray();
        return new Evidence(procedure, observations, unrun);
    }

    static Result Restored(RecordedResult result, Output? output) =>
        new(result.Command, result.Target, result.Ran, result.Rewrite, result.StartedAt, result.Duration, result.Outcome, output ?? new Output(result.Kind, result.Count, result.Truncated), result.Masked);

    static EquatableArray<Card> Deck(Procedure procedure, Look look, Look? before, Func<string, Output?> outputOf, Ranked ranking) =>
        procedure.Steps.SelectMany(step => Units.Of(step)).Select(unit =>
        {
            var result = look.Results.LastOrDefault(result => result.Command == unit.Id);
            var earlier = before?.Results.LastOrDefault(result => result.Command == unit.Id);
            var waits = result is null ? look.Waiting.FirstOrDefault(waiting => waiting.Command == unit.Id)?.Why : null;
            var claims = ranking.Hypotheses.SelectMany(hypothesis => hypothesis.For.Concat(hypothesis.Against)).Concat(ranking.General)
                .Where(finding => finding.Citation.Command == unit.Id).Distinct().ToEquatableArray();
            return new Card(unit.Id, unit.Step, unit.Command, result, result is null ? null : outputOf(result.Evidence), earlier, waits, claims);
        }).ToEquatableArray();
}

/// <summary>One command of the procedure with what it returned, or why it has not run.</summary>
/// <param name="Result">Null while it runs, or where it waits.</param>
/// <param name="Earlier">The same command's result in the look before.</param>
/// <param name="Waits">Why it does not run; null where it ran or runs.</param>
public sealed record Card(CommandId Id, Step Step, Command Command, RecordedResult? Result, Output? Output, RecordedResult? Earlier, string? Waits, EquatableArray<Finding> Findings)
{
    public bool IsRunning => Result is null && Waits is null;

    public bool HasChanged => Result is not null && Earlier is not null && Result.Summary != Earlier.Summary;
}
