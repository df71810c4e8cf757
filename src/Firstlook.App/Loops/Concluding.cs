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

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => new Turns(desk, records, log, "rankings", parallel: 1, (_, incident) => IsWanted(incident), Rank).Take(
        () => records.All.OrderBy(record => record.Incident.IsOver).ThenByDescending(record => record.Incident.OpenedAt).Take(AtStart), _ => Task.CompletedTask, stoppingToken);

    Task<bool> Rank(Guid id, CancellationToken cancellation)
    {
        // Several changes in a row are one ranking: the later ones find it made. Where it cannot be made, whoever opens the page is told.
        var record = records.Get(id);
        if (IsWanted(record.Incident)) records.Room(record);
        return Task.FromResult(false);
    }

    // While a look runs, its page ranks what has come so far for whoever watches.
    static bool IsWanted(Incident incident) => !incident.Looks.IsEmpty && !incident.Looks.Any(look => look.IsPending);
}
