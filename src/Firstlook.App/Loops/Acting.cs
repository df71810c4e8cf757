using Firstlook.Access;
using Firstlook.App.Desk;
using Firstlook.Executors;
using Firstlook.Incidents;
using Firstlook.Looks;

namespace Firstlook.App.Loops;

/// <summary>
/// Runs approved actions, each once: its start is committed first, and only the process that wrote it gets the permit. An action that a
/// stopped server left running has an unknown outcome, and is never run again by itself.
/// </summary>
public sealed class Acting(JournalDesk desk, Records records, Sounding sounding, TargetExecutors executors, TimeProvider time, ILogger<Acting> log) : BackgroundService
{
    /// <summary>An action may take its time, but not for ever.</summary>
    static readonly Limits ActionLimits = Limits.Default with { Time = TimeSpan.FromMinutes(2) };

    /// <summary>Actions that run at once, each on a target of its own.</summary>
    const int Parallel = 8;

    /// <summary>Held while a start is decided and committed: the next one then sees who has the target.</summary>
    readonly SemaphoreSlim starting = new(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new Turns(desk, records, log, "actions", Parallel, (_, incident) => incident.Actions.Any(action => action.RunsFromHere(time.GetUtcNow())), RunAll)
            .Take(() => records.All, TellLost, stoppingToken);

    async Task TellLost(CancellationToken cancellation)
    {
        foreach (var record in records.All.Where(record => record.Incident.Actions.Any(action => action is { State: ActionState.Started, Proposal.Terminal: false })))
            await Lost(record.Id, cancellation);
    }

    // An action that had started when the record could not be written is told as unknown at the next start.
    async Task<bool> RunAll(Guid id, CancellationToken cancellation)
    {
        while (Next(id) is { } action && await Run(id, action, cancellation))
        {
        }

        return false;
    }

    /// <summary>Tells until it is told: an action that nobody runs must not stand as running because the record could not be written for a moment.</summary>
    async Task Lost(Guid id, CancellationToken cancellation)
    {
        while (await desk.Decide(id, ActionDecisions.Lost, cancellation) is DeskAnswer.Unavailable unavailable)
        {
            Log.TurnFailed(log, "actions", unavailable.Reason);
            await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellation);
        }
    }

    public override void Dispose()
    {
        starting.Dispose();
        base.Dispose();
    }

    IncidentAction? Next(Guid id) => records.Get(id).Incident.Actions.FirstOrDefault(action => action.RunsFromHere(time.GetUtcNow()));

    /// <returns>False where the record could not be written: the incident's next change tries again.</returns>
    async Task<bool> Run(Guid id, IncidentAction action, CancellationToken cancellation)
    {
        if (await Reprepared(id, action, cancellation) is { } settled) return settled;
        var (number, run) = (action.Number, Identity.Next());
        Target? target = null;
        DeskAnswer answer;
        await starting.WaitAsync(cancellation);
        try
        {
            answer = await desk.Decide(
                id,
                (incident, now) =>
                {
                    var around = desk.Around(incident, number);
                    target = around.Target;
                    return Response.Starts(incident, number, run, around, now);
                },
                cancellation);
        }
        finally
        {
            starting.Release();
        }

        if (answer is DeskAnswer.Unavailable) return false;
        if (answer is not DeskAnswer.Done started || target is null || Response.IsPermitted(started.Incident, number, run, target, ActionLimits) is not { } permit) return true;
        var result = await executors.Run(permit, action.Proposal.Command ?? new CommandId($"action {number}", 0), cancellation);
        var (recorded, hash, output) = Recording.Of(result);
        // It has run: its outcome must reach the record, also while the server stops.
        await Recorded(id, number, recorded, new Journal.Evidence(hash, output));
        return true;
    }

    /// <summary>
    /// The state is read once more, right before the action: where its undo would now be another, the action is another than was approved,
    /// and the new undo is put before people.
    /// </summary>
    /// <returns>Null where it is as it was approved; else whether the next one may be looked at.</returns>
    async Task<bool?> Reprepared(Guid id, IncidentAction action, CancellationToken cancellation)
    {
        if (action.Undo is null) return null;
        var undoing = await sounding.Undo(records.Get(id).Incident, action, cancellation);
        return await desk.Decide(id, (incident, now) => ActionUndo.Prepare(incident, action.Number, undoing, now, sounding.Tools(incident)), cancellation) switch
        {
            DeskAnswer.Done { Events: 0 } => null,
            DeskAnswer.Unavailable => false,
            _ => true,
        };
    }

    async Task Recorded(Guid id, int number, RecordedResult result, Journal.Evidence evidence)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await desk.Decide(id, (incident, now) => Response.Ends(incident, number, result, now), CancellationToken.None, [evidence]);
            if (answer is not DeskAnswer.Unavailable || attempt == 20) return;
            await Task.Delay(TimeSpan.FromMilliseconds(250), time, CancellationToken.None);
        }
    }
}
