using System.Threading.Channels;
using Firstlook.Access;
using Firstlook.App.Desk;
using Firstlook.Executors;
using Firstlook.Incidents;
using Firstlook.Looks;

namespace Firstlook.App.Loops;

/// <summary>
/// Runs approved actions, each once: its start is committed first, and only the process that wrote it gets the permit. An action that a
/// stopped server left running is lost, never run again.
/// </summary>
public sealed class Acting(JournalDesk desk, Records records, Libraries libraries, TargetExecutors executors, TimeProvider time, ILogger<Acting> log) : BackgroundService
{
    /// <summary>An action may take its time, but not for ever.</summary>
    static readonly Limits ActionLimits = Limits.Default with { Time = TimeSpan.FromMinutes(2) };

    readonly Channel<Guid> approved = Channel.CreateUnbounded<Guid>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        desk.Changed += Consider;
        try
        {
            foreach (var record in records.All.Where(record => record.Incident.Actions.Any(action => action.State == ActionState.Started)))
                await desk.Decide(record.Id, ActionDecisions.Lost, stoppingToken);
            foreach (var record in records.All) Consider(record.Id, record.Incident);
            // One at a time over all incidents: two actions at once would make it impossible to say which helped.
            await foreach (var id in approved.Reader.ReadAllAsync(stoppingToken))
            {
                try
                {
                    await Run(id, stoppingToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // An action that had started is told as lost at the next start; the others go on.
                    Log.TurnFailed(log, "actions", exception.Message);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; an action under way is told as lost at the next start.
        }
        finally
        {
            desk.Changed -= Consider;
        }
    }

    void Consider(Guid id, Incident incident)
    {
        if (incident.Actions.Any(action => action.IsApproved(time.GetUtcNow()))) approved.Writer.TryWrite(id);
    }

    async Task Run(Guid id, CancellationToken cancellation)
    {
        foreach (var action in records.Get(id).Incident.Actions.Where(action => action.IsApproved(time.GetUtcNow())))
        {
            var (number, run) = (action.Proposal.Number, Identity.Next());
            if (libraries.Service(records.Get(id).Incident.Service)?.Targets.FirstOrDefault(target => target.Name == action.Proposal.Target) is not { } target) continue;
            var answer = await desk.Decide(id, (incident, now) => Response.Starts(incident, number, run, now), cancellation);
            if (answer is not DeskAnswer.Done started || Response.IsPermitted(started.Incident, number, run, target, ActionLimits) is not { } permit) continue;
            var result = await executors.Run(permit, action.Proposal.Command ?? new CommandId($"action {number}", 0), cancellation);
            var (recorded, hash, output) = Recording.Of(result);
            // It has run: its outcome must reach the record, also while the server stops.
            await Recorded(id, number, recorded, new Journal.Evidence(hash, output));
        }
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
