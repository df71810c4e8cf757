using Firstlook.App.Desk;
using Firstlook.Incidents;

namespace Firstlook.App.Loops;

/// <summary>Prepares proposed actions for whoever is to approve them: the undo out of the state as it is, and what they would touch. Reads, which do no harm twice.</summary>
public sealed class Preparing(JournalDesk desk, Records records, Sounding sounding, ILogger<Preparing> log) : BackgroundService
{
    /// <summary>Incidents prepared at once; the targets' own limits hold besides.</summary>
    const int Parallel = 4;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new Turns(desk, records, log, "undos", Parallel,
            (_, incident) => incident.State != IncidentState.Closed && incident.Actions.Any(action => IsWanted(incident, action)), Prepare)
            .Take(() => records.All, _ => Task.CompletedTask, stoppingToken);

    bool IsWanted(Incident incident, IncidentAction action) => ActionUndo.IsWanted(action) || sounding.HasPreview(incident, action);

    async Task<bool> Prepare(Guid id, CancellationToken cancellation)
    {
        var asked = records.Get(id).Incident;
        foreach (var number in asked.Actions.Where(action => IsWanted(asked, action)).Select(action => action.Number))
        {
            var incident = records.Get(id).Incident;
            // Another turn for the same incident may have been faster.
            if (incident.Actions.FirstOrDefault(action => action.Number == number && IsWanted(incident, action)) is not { } action) continue;
            if (ActionUndo.IsWanted(action))
            {
                var undoing = await sounding.Undo(incident, action, cancellation);
                await desk.Decide(id, (now, at) => ActionUndo.PrepareFirst(now, number, undoing, at, sounding.Tools(now)), cancellation);
            }

            if (await sounding.Preview(incident, action, cancellation) is { } preview)
            {
                var (recorded, hash, output) = Recording.Of(preview);
                await desk.Decide(id, (now, at) => ActionUndo.Previewed(now, number, recorded, at), cancellation, [new Journal.Evidence(hash, output)]);
            }
        }

        return false;
    }
}
