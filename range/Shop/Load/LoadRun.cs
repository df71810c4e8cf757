using System.Runtime.InteropServices;

namespace Firstlook.Range.Load;

/// <summary>
/// Customers who come at a steady rate, whatever the shop does: slow or failing answers do not slow them down, as
/// they would not slow down the public.
/// </summary>
internal static class LoadRun
{
    /// <summary>No more than this many requests wait for an answer at once; beyond it customers turn away.</summary>
    const int MostAtOnce = 128;

    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        if (LoadOptions.Parse(words) is not { } options)
        {
            await Console.Error.WriteLineAsync("usage: shop load --url http://127.0.0.1:PORT [--rate 20] [--seed 1]");
            return 2;
        }
        using var stop = new CancellationTokenSource();
        using var terminated = StopOn(PosixSignal.SIGTERM, stop);
        using var interrupted = StopOn(PosixSignal.SIGINT, stop);
        using var http = new HttpClient { BaseAddress = options.Url, Timeout = TimeSpan.FromSeconds(10) };
        var customers = new Customers(http, new Random(options.Seed));
        await SendAsync(options, customers, stop.Token);
        return 0;
    }

    static async Task SendAsync(LoadOptions options, Customers customers, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / options.Rate), TimeProvider.System);
        var waiting = new HashSet<Task>();
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                foreach (var finished in waiting.Where(each => each.IsCompleted).ToList())
                {
                    waiting.Remove(finished);
                    await finished;
                }
                if (waiting.Count < MostAtOnce)
                {
                    waiting.Add(customers.NextAsync(stop));
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    static PosixSignalRegistration StopOn(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
}
