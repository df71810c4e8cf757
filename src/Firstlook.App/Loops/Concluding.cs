using System.Threading.Channels;
using Firstlook.App.Desk;
using Firstlook.Incidents;

namespace Firstlook.App.Loops;

/// <summary>
/// Ranks before anybody asks: once a look is over, and after whatever happens later, so that the ranking stands on the page that somebody opens, and a
/// list of many incidents ranks none of them. Holds no truth: what it makes is what the page would make.
/// </summary>
sealed class Concluding(JournalDesk desk, Records records, ILogger<Concluding> log) : BackgroundService
{
    /// <summary>Incidents that are ranked when the server starts, those that go on first, then the latest.</summary>
    const int AtStart = 200;

    readonly Channel<Guid> wanted = Channel.CreateUnbounded<Guid>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        desk.Changed += Consider;
        try
        {
            foreach (var record in records.All.OrderBy(record => record.Incident.IsOver).ThenByDescending(record => record.Incident.OpenedAt).Take(AtStart)) Consider(record.Id, record.Incident);
            await foreach (var id in wanted.Reader.ReadAllAsync(stoppingToken))
            {
                var record = records.Get(id);
                // Several changes in a row are one ranking: the later ones find it made.
                if (!IsWanted(record.Incident)) continue;
                try
                {
                    records.Room(record);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // Whoever opens the page is told.
                    Log.TurnFailed(log, "rankings", exception.Message);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; the next ranks anew.
        }
        finally
        {
            desk.Changed -= Consider;
        }
    }

    void Consider(Guid id, Incident incident)
    {
        if (IsWanted(incident)) wanted.Writer.TryWrite(id);
    }

    // While a look runs, its page ranks what has come so far for whoever watches.
    static bool IsWanted(Incident incident) => !incident.Looks.IsEmpty && !incident.Looks.Any(look => look.IsPending);
}
