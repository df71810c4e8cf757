using Firstlook.App.Desk;
using Firstlook.App.Loops;
using Firstlook.Baselines;
using Firstlook.Executors;

namespace Firstlook.App.Rehearsals;

/// <summary>Rehearses on a schedule in peacetime, and tells owners what has rotted. When the next is due is read from what the last one wrote.</summary>
sealed class Rehearsing(
    Configuration.Configuration configuration, RehearsalFile file, RotTelling telling, Peace peace, JournalDesk desk, Records records, Libraries libraries,
        TargetExecutors executors,
    TimeProvider time, ILogger<Rehearsing> log) : BackgroundService
{
    /// <summary>Until it is tried again where another process rehearses, or something went wrong.</summary>
    static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration.Rehearsal.Every is not { } every) return;
        desk.Changed += peace.Saw;
        try
        {
            foreach (var record in records.All) peace.Saw(record.Id, record.Incident);
            var earliest = DateTimeOffset.MinValue;
            while (true)
            {
                var due = file.Read().FinishedAt is { } finished ? finished + every : time.GetUtcNow();
                var wait = (due > earliest ? due : earliest) - time.GetUtcNow();
                // In slices: somebody may rehearse by hand meanwhile, and timers know no longer spans.
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait < Again ? wait : Again, time, stoppingToken);
                    continue;
                }

                earliest = await Turn(stoppingToken) ? DateTimeOffset.MinValue : time.GetUtcNow() + Again;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what was learnt is in the file.
        }
        finally
        {
            desk.Changed -= peace.Saw;
        }
    }

    /// <returns>False where it did not come to its end.</returns>
    async Task<bool> Turn(CancellationToken cancellation)
    {
        try
        {
            using var turn = file.TryTurn();
            if (turn is null) return false;
            var plan = RehearsalPlan.Of(configuration.Services.Select(service => (service, libraries.Of(service.Team))));
            var rehearsal = new Rehearsal(file, executors, peace, configuration.Rehearsal.Pace, time);
            await foreach (var _ in rehearsal.Play(plan, cancellation))
            {
                // Each is in the record by now.
            }

            await telling.Tell(cancellation);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.TurnFailed(log, "rehearsal", exception.Message);
            return false;
        }
    }
}
