using System.Collections.Concurrent;
using Firstlook.Incidents;
using Firstlook.Looks;

namespace Firstlook.App.Desk;

/// <summary>What a look considers of the team's library beside the procedure that answers, with the bytes that the record keeps of it.</summary>
sealed record Besides(EquatableArray<Considered> Procedures, EquatableArray<ConsideredRunbook> Runbooks, EquatableArray<Journal.Evidence> Evidence)
{
    public static Besides None { get; } = new([], [], []);

    /// <summary>Runbooks considered at most. Where a team has more, those come first that fit the alert.</summary>
    const int MostRunbooks = 50;

    public static Besides Of(Incident incident, ProcedureMatch.Found own, Libraries libraries)
    {
        var (labels, annotations) = (incident.FirstAlert?.Labels ?? default, incident.FirstAlert?.Annotations ?? default);
        // The incident's own runbook counts as it was when the incident opened, whatever it is by now.
        var library = libraries.Of(incident.Team).Select(runbook => runbook.File == own.Runbook.File ? own.Runbook : runbook).ToArray();
        var fitting = Library.Besides(own, labels, annotations, library);
        var files = fitting.Select(one => one.Runbook.File).Distinct().Take(MostRunbooks).ToHashSet(StringComparer.Ordinal);
        var kept = library.Where(runbook => files.Contains(runbook.File))
            .Select(runbook => (Runbook: runbook, Bytes: runbook.File == own.Runbook.File ? null : Journal.Evidence.Of(libraries.Bytes(runbook)))).ToArray();
        return new Besides(
            fitting.Where(one => files.Contains(one.Runbook.File)).Select(one => Library.Consider(one.Runbook, one.Procedure, own.Runbook.File)).ToEquatableArray(),
            kept.Select(one => new ConsideredRunbook(one.Runbook.File, one.Bytes?.Hash ?? incident.Procedure.Evidence ?? one.Runbook.Hash)).ToEquatableArray(),
            kept.Where(one => one.Bytes is not null).Select(one => one.Bytes!).ToEquatableArray());
    }

    public EquatableArray<Journal.Evidence> NotYetKept(ConcurrentDictionary<string, byte> known) =>
        Evidence.Where(one => !known.ContainsKey(one.Hash)).DistinctBy(one => one.Hash).ToEquatableArray();
}
