using System.Collections.Concurrent;
using Firstlook.Alerts;
using Firstlook.App.Desk;
using Firstlook.Incidents;
using Firstlook.Journal;
using Firstlook.Looks;

namespace Firstlook.App.Intake;

/// <summary>Takes alerts in: each opens an incident, joins or changes or ends in one, or repeats what is known. Answers only once all of it is durable.</summary>
public sealed class AlertIntake(JournalDesk desk, Records records, Libraries libraries, Journal.Journal journal, TimeProvider time)
{
    /// <summary>Alerts of one body that are worked on at once: enough to fill one commit, few enough to leave room for others.</summary>
    const int Parallel = 64;

    /// <summary>One opening at a time per group: two alerts of a group in one body are one incident.</summary>
    readonly SemaphoreSlim[] groupTurns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Which incident has an alert, and which has a group: an index of the records, never asked without looking there again.</summary>
    readonly ConcurrentDictionary<string, Guid> byAlert = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, Guid> byGroup = new(StringComparer.Ordinal);

    /// <summary>Fills the indexes from the records, at start.</summary>
    public void Load()
    {
        foreach (var record in records.All.OrderBy(record => record.Incident.OpenedAt)) Index(record);
    }

    /// <returns>Null where every alert is durable; otherwise why not, for a 503: the sender repeats all of it, which does no harm.</returns>
    public async Task<string?> Accept(IReadOnlyCollection<Alert> alerts, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // The same alert twice in one body is one report.
        var reports = alerts.GroupBy(alert => alert.Labels.Key, StringComparer.Ordinal).Select(group => group.Aggregate((older, newer) => older.MergedWith(newer, now))).ToArray();
        string? unavailable = null;
        await Each(reports, async alert =>
        {
            if (unavailable is null && await Accept(alert, cancellation) is { } why) Interlocked.CompareExchange(ref unavailable, why, null);
        });
        return unavailable;
    }

    static async Task Each(Alert[] alerts, Func<Alert, Task> accept)
    {
        if (alerts.Length == 1) await accept(alerts[0]);
        else
            foreach (var chunk in alerts.Chunk(Parallel))
                await Task.WhenAll(chunk.Select(accept));
    }

    async Task<string?> Accept(Alert alert, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var answer = Holder(alert) is { } id ? await Receive(id, alert, cancellation) : await Open(alert, cancellation);
            switch (answer)
            {
                case DeskAnswer.Done done:
                    if (done.Events > 0) Index(records.Get(done.Id));
                    return null;
                case DeskAnswer.Unavailable unavailable:
                    return unavailable.Reason;
                case DeskAnswer.Refused refused:
                    throw new System.Diagnostics.UnreachableException($"an alert was refused: {refused.Reason}");
            }

            // Another writer has it by now: read where it is.
            if (journal.Alert(alert.Labels.Key) is { } row)
            {
                records.Reload(row.Stream);
                byAlert[row.Key] = row.Stream;
            }
        }

        return "the alert keeps moving between incidents: try again";
    }

    Task<DeskAnswer> Receive(Guid id, Alert alert, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var key = alert.Labels.Key;
        var record = records.Get(id);
        var nothingNew = Response.ComesAgain(record.Incident, alert, now) is Decision.Decided { Events.IsEmpty: true };
        if (nothingNew)
        {
            journal.Seen(key, now);
            // Without a lease to extend, a repeat changes nothing that must be durable; nor does an alert that is over already.
            if (alert.EndsAt is null || !alert.FiresAt(now) || !record.Incident.Alerts.ContainsKey(key))
                return Task.FromResult<DeskAnswer>(new DeskAnswer.Done(id, record.Incident, 0));
        }

        return desk.Decide(id, (incident, decidedAt) => Response.ComesAgain(incident, alert, decidedAt), cancellation, alerts: [Change(alert, now)]);
    }

    async Task<DeskAnswer> Open(Alert alert, CancellationToken cancellation)
    {
        var service = Response.Concerns(alert, libraries.Services);
        var group = AlertDecisions.GroupOf(alert, service.Service);
        var now = time.GetUtcNow();
        if (!alert.FiresAt(now)) return new DeskAnswer.Done(Guid.Empty, Incident.Empty, 0);

        var turn = groupTurns[(uint)group.GetHashCode(StringComparison.Ordinal) % groupTurns.Length];
        await turn.WaitAsync(cancellation);
        try
        {
            // Somebody may have opened it while we waited.
            if (Holder(alert) is { } id) return await Receive(id, alert, cancellation);

            var match = Response.IsAnsweredBy(alert, libraries.Of(service.Service?.Team));
            // "The team has none" would be untrue: which team it is was not known.
            if (match is ProcedureMatch.None && service.Service is null && !libraries.Services.IsEmpty)
                match = new ProcedureMatch.None($"which runbooks are meant is not known: {service.Why}");
            var evidence = match is ProcedureMatch.Found found ? Journal.Evidence.Of(libraries.Bytes(found.Runbook)) : null;
            var answer = await desk.Open(
                Guid.CreateVersion7(now), decidedAt => Response.Opens(records.NextNumber(), alert, service, match, evidence?.Hash, decidedAt),
                evidence is null ? [] : [evidence], [Change(alert, now)], cancellation);
            if (answer is DeskAnswer.Done done) Index(records.Get(done.Id));
            return answer;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The incident that this alert belongs to: the one that has it, else the one of its group; none that is closed, or should be.</summary>
    Guid? Holder(Alert alert)
    {
        var now = time.GetUtcNow();
        if (byAlert.TryGetValue(alert.Labels.Key, out var id) && records.Get(id).Incident.TakesBack(now)) return id;
        var group = AlertDecisions.GroupOf(alert, Response.Concerns(alert, libraries.Services).Service);
        return byGroup.TryGetValue(group, out id) && records.Get(id).Incident.TakesBack(now) ? id : null;
    }

    void Index(Record record)
    {
        if (record.Incident is not { Exists: true, FirstAlert: { } first }) return;
        foreach (var key in record.Incident.Alerts.Keys) byAlert[key] = record.Id;
        var alert = new Alert(first.Labels, first.Annotations, first.StartsAt, null, true, null);
        byGroup[AlertDecisions.GroupOf(alert, libraries.Service(record.Incident.Service))] = record.Id;
    }

    static AlertChange Change(Alert alert, DateTimeOffset now) =>
        new(alert.Labels.Key, alert.FiresAt(now), alert.EndsAt ?? DateTimeOffset.MaxValue, now);
}
