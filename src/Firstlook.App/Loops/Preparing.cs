using System.Threading.Channels;
using Firstlook.App.Desk;
using Firstlook.Incidents;

namespace Firstlook.App.Loops;

/// <summary>Prepares proposed actions for whoever is to approve them: the undo out of the state as it is, and what they would touch. Reads, which do no harm twice.</summary>
public sealed class Preparing(JournalDesk desk, Records records, Sounding sounding, ILogger<Preparing> log) : BackgroundService
{
    /// <summary>Incidents prepared at once; the targets' own limits hold besides.</summary>
    const int Parallel = 4;

    readonly Channel<Guid> wanted = Channel.CreateUnbounded<Guid>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        desk.Changed += Consider;
        try
        {
            foreach (var record in records.All) Consider(record.Id, record.Incident);
            await System.Threading.Tasks.Parallel.ForEachAsync(
                wanted.Reader.ReadAllAsync(stoppingToken),
                new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = stoppingToken },
                async (id, cancellation) =>
                {
                    try
                    {
                        await Prepare(id, cancellation);
                    }
                    catch (Exception exception) when (exception is not OperationCanceledException)
                    {
                        // The action stays unprepared in the record, and the incident's next change tries again.
                        Log.TurnFailed(log, "undos", exception.Message);
                    }
                });
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what is not prepared stays so in the records.
        }
        finally
        {
            desk.Changed -= Consider;
        }
    }

    bool IsWanted(Incident incident, IncidentAction action) => ActionUndo.IsWanted(action) || sounding.HasPreview(incident, action);

    void Consider(Guid id, Incident incident)
    {
        if (incident.State != IncidentState.Closed && incident.Actions.Any(action => IsWanted(incident, action))) wanted.Writer.TryWrite(id);
    }

    async Task Prepare(Guid id, CancellationToken cancellation)
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
                await desk.Decide(id, (now, at) => ActionUndo.Prepare(now, number, undoing, at, sounding.Tools(now)), cancellation);
            }

            if (await sounding.Preview(incident, action, cancellation) is { } preview)
            {
                var (recorded, hash, output) = Recording.Of(preview);
                await desk.Decide(id, (now, at) => ActionUndo.Previewed(now, number, recorded, at), cancellation, [new Journal.Evidence(hash, output)]);
            }
        }
    }
}
