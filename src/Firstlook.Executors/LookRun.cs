using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Firstlook.Access;
using Firstlook.Looks;

namespace Firstlook.Executors;

/// <summary>A plan in, a stream of results out; needs no journal and no server.</summary>
public static class LookRun
{
    /// <summary>
    /// Starts everything that is ready at once, within what each target bears, and yields each result as it comes. A command that
    /// needs others of its step starts when those have ended, however they ended: its permit holds what it needs of them.
    /// </summary>
    /// <param name="mayBe">How old an answer may be that another look has got for the very same read; null where everything is asked anew, as after an action.</param>
    /// <exception cref="OperationCanceledException">Where <paramref name="cancellation"/> was cancelled; what was started has been stopped by then.</exception>
    public static async IAsyncEnumerable<Result> Run(LookPlan plan, TargetExecutors executors, [EnumeratorCancellation] CancellationToken cancellation,
        Func<PlannedCommand, TimeSpan>? mayBe = null)
    {
        var results = Channel.CreateUnbounded<Result>();
        var ended = plan.Commands.ToDictionary(command => command.Id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        using var ours = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var all = Task.WhenAll(plan.Commands.Select(RunOne));
        var closing =
            all.ContinueWith(done => results.Writer.Complete(done.Exception?.InnerException), CancellationToken.None, TaskContinuationOptions.None,
                TaskScheduler.Default);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(cancellation)) yield return result;
        }
        finally
        {
            // The reader may stop early: nothing that we started may outlive the look.
            await ours.CancelAsync();
            await closing;
        }

        async Task RunOne(PlannedCommand command)
        {
            try
            {
                if (command.Permit is not { } permit) return;
                await Task.WhenAll(command.After.Where(ended.ContainsKey).Where(id => id != command.Id).Select(id => ended[id].Task)).WaitAsync(ours.Token);
                results.Writer.TryWrite(mayBe is null ? await executors.Run(permit, ours.Token) : await executors.RunShared(permit, mayBe(command), ours.Token));
            }
            finally
            {
                ended[command.Id].SetResult();
            }
        }
    }
}
