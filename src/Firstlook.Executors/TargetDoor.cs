using Firstlook.Access;
using Firstlook.Looks;

namespace Firstlook.Executors;

/// <summary>The way to one target: so many at a time, and none for a while after it could not be reached several times in a row.</summary>
internal sealed class TargetDoor(string target, int parallel, IExecutor executor, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>How long past a command's own time limit we wait for its executor before we give it up as stuck.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim places = new(parallel, parallel);
    readonly Breaker breaker = new(clock);
    readonly CancellationTokenSource closing = new();

    public async Task<(DateTimeOffset StartedAt, TimeSpan Duration, Answer Answer)> Run(Permit permit, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            var startedAt = clock.GetUtcNow();
            var start = clock.GetTimestamp();
            var answer = closing.IsCancellationRequested ? Stopped()
                : breaker.RestsFor is { } rest
                ? new Answer(new Outcome(OutcomeKind.Unreachable,
                    $"{target} could not be reached {Breaker.Failures} times in a row; it is left alone for another {Math.Ceiling(rest.TotalSeconds):0} s"),
                    Output.None)
                : await Reach(permit, cancellation);
            return (startedAt, clock.GetElapsedTime(start), answer);
        }
        finally
        {
            places.Release();
        }
    }

    public Task Warm(CancellationToken cancellation) => executor.Warm(cancellation);

    /// <summary>What still runs is given up first: an executor that is put away under its own command leaves the command behind on the target.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        var taken = 0;
        while (taken < parallel && await places.WaitAsync(Patience)) taken++;
        await executor.DisposeAsync();
        // Whoever still waits for a place is told.
        if (taken > 0) places.Release(taken);
    }

    Answer Stopped() => new(new Outcome(OutcomeKind.Cancelled, $"Firstlook was stopped before {target} had answered"), Output.None);

    async Task<Answer> Reach(Permit permit, CancellationToken cancellation)
    {
        var answer = await Try(permit, cancellation);
        breaker.Record(reached: answer.Outcome.Kind != OutcomeKind.Unreachable);
        return answer;
    }

    async Task<Answer> Try(Permit permit, CancellationToken cancellation)
    {
        using var ours = CancellationTokenSource.CreateLinkedTokenSource(cancellation, closing.Token);
        try
        {
            // Not left at once when cancelled: whoever cancels may rely on what was started being stopped.
            return await executor.Run(permit, ours.Token).WaitAsync(permit.Limits.Time + Patience, clock, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            await ours.CancelAsync();
            return new Answer(new Outcome(OutcomeKind.TimedOut, $"{target} did not give up the command at its time limit"), Output.None);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            return Stopped();
        }
        catch (Exception unforeseen)
        {
            // One command must not take the other results of the look down with it; the message names the defect.
            return new Answer(new Outcome(OutcomeKind.Failed, $"{target}: {unforeseen.GetType().Name}: {unforeseen.Message}"), Output.None);
        }
    }
}
