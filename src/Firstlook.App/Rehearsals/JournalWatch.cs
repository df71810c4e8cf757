using Firstlook.App.Desk;
using Firstlook.Incidents;
using Firstlook.Journal;

namespace Firstlook.App.Rehearsals;

/// <summary>Sees incidents that another process's journal records, where a rehearsal runs beside the server.</summary>
sealed class JournalWatch(JournalReader journal, Peace peace)
{
    static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    const int AtOnce = 1000;

    readonly Dictionary<Guid, Incident> incidents = [];
    long position;

    /// <summary>Everything that was recorded since the last time.</summary>
    public void Catch()
    {
        while (journal.ReadAll(position, AtOnce) is { Count: > 0 } events)
        {
            foreach (var stored in events.Where(stored => stored.Stream != ChangeLog.Stream))
                incidents[stored.Stream] = incidents.GetValueOrDefault(stored.Stream, Incident.Empty).Apply(EventFormat.Read(stored.Type, stored.Payload));
            foreach (var id in events.Select(stored => stored.Stream).Distinct().Where(incidents.ContainsKey)) peace.Saw(id, incidents[id]);
            position = events[^1].Position;
        }
    }

    /// <summary>Until it is cancelled.</summary>
    public async Task Follow(TimeProvider time, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Turn, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation)) Catch();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The rehearsal is over.
        }
    }
}
