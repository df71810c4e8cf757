using Firstlook.App.Desk;
using Firstlook.Incidents;

namespace Firstlook.App.Loops;

/// <summary>Lets time pass for the incidents: deadlines that are due, leases that ran out, and the hourly seal over all heads. What is due is read from the journal at
/// every turn.</summary>
public sealed class Deadlines(JournalDesk desk, Records records, Journal.Journal journal, TimeProvider time, ILogger<Deadlines> log) : BackgroundService
{
    static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan SealEvery = TimeSpan.FromHours(1);
    const int AtOnce = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, time);
        // The first turn seals what an earlier server left unsealed.
        var sealedAt = DateTimeOffset.MinValue;
        try
        {
            do
            {
                try
                {
                    await Pass(stoppingToken);
                    if (time.GetUtcNow() - sealedAt < SealEvery) continue;
                    await journal.Checkpoint(time.GetUtcNow(), stoppingToken);
                    sealedAt = time.GetUtcNow();
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // Nothing is lost: what is due stays due, and the next turn tries again.
                    Log.TurnFailed(log, "deadlines", exception.Message);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; deadlines are in the journal.
        }
    }

    /// <summary>Everything that is due now.</summary>
    public async Task Pass(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var due in journal.Due(now, AtOnce))
        {
            var answer = await desk.Decide(due.Stream, (incident, at) => Response.RunsLate(incident, due.Kind, at), cancellation);
            if (answer is DeskAnswer.Done { Events: 0 } done) await Correct(done.Id, done.Incident, cancellation);
        }

        foreach (var alert in journal.ExpiredAlerts(now, AtOnce))
            await desk.Decide(
                alert.Stream, (incident, at) => AlertDecisions.LeaseRanOut(incident, alert.Key, at), cancellation,
                alerts: [new Journal.AlertChange(alert.Key, false, alert.EndsAt, alert.SeenAt)]);
    }

    /// <summary>A deadline that no longer holds: the index is brought in line with the record.</summary>
    async Task Correct(Guid id, Incident incident, CancellationToken cancellation) =>
        await journal.ReplaceDeadlines(id, incident.Version, [.. incident.Deadlines.Select(due => new Journal.DeadlineChange(due.Key, due.Value))], cancellation);

    /// <summary>Rebuilds the whole index from the records, at start.</summary>
    public async Task Rebuild(CancellationToken cancellation)
    {
        foreach (var record in records.All)
        {
            var held = journal.Deadlines(record.Id).ToDictionary(due => due.Kind, due => due.DueAt, StringComparer.Ordinal);
            if (held.Count == record.Incident.Deadlines.Count && record.Incident.Deadlines.All(due => held.TryGetValue(due.Key, out var at) && at == due.Value)) continue;
            await Correct(record.Id, record.Incident, cancellation);
        }
    }
}
