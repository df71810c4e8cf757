using Firstlook.Hypotheses;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Incidents;

/// <summary>The evidence of a look, out of the record alone: replayed, it ranks as it did.</summary>
static class RecordedEvidence
{
    public static Evidence Of(Incident incident, Runbook runbook, Procedure procedure, Look look, Func<string, Output?> outputOf, Func<ConsideredRunbook, Runbook?>? libraryOf)
    {
        var (labels, annotations) = (incident.FirstAlert?.Labels ?? default, incident.FirstAlert?.Annotations ?? default);
        var library = (look.Considered?.Library ?? []).Select(one => one.File == runbook.File ? runbook : libraryOf?.Invoke(one)).Where(one => one is not null).Select(one => one!);
        var besides = Library.Besides(new ProcedureMatch.Found(runbook, procedure, ""), labels, annotations, library)
            .Select(one => Library.Consider(one.Runbook, one.Procedure, runbook.File)).ToEquatableArray();
        var results = look.Results.Select(result => Restored(result, outputOf(result.Evidence))).ToArray();
        var normals = look.Normals.DistinctBy(one => one.Command).ToDictionary(one => one.Command, one => one.Normal);
        var placed = Placement.Of(procedure, besides, labels, results, look.Waiting.Select(one => (one.Command, one.Why)));
        return placed with
        {
            Observations = placed.Observations.Select(one => one with { Normally = normals.GetValueOrDefault(one.Result.Command) }).ToEquatableArray(),
            Annotations = annotations,
            At = incident.FirstAlert?.StartsAt ?? incident.OpenedAt,
            Changes = look.Considered?.Changes ?? [],
            Earlier = look.Considered?.Earlier ?? [],
            Checks = incident.Checks.Select(check => new CheckAnswer(check.Step, check.Found, check.By, check.At)).ToEquatableArray(),
        };
    }

    public static Result Restored(RecordedResult result, Output? output) =>
        new(result.Command, result.Target, result.Ran, result.Rewrite, result.StartedAt, result.Duration, result.Outcome,
            output ?? new Output(result.Kind, result.Count, result.Truncated), result.Masked);
}
