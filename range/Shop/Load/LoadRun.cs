using System.Runtime.InteropServices;
using Firstlook.Range.Configuration;

namespace Firstlook.Range.Load;

/// <summary>
/// Customers who come at a steady rate, whatever the shop does: slow or failing answers do not slow them down, as
/// they would not slow down the public.
/// </summary>
internal static class LoadRun
{
    /// <summary>
    /// No more than this many requests wait for an answer at once; beyond it customers turn away. With many more, a shop
    /// that was slow for a moment on a busy machine never gets back on its feet: those who give up leave broken
    /// connections behind, and opening others takes all the time there is.
    /// </summary>
    const int MostAtOnce = 32;

    /// <summary>Customers come one after the other when a shop opens, not all at once.</summary>
    static readonly TimeSpan Opening = TimeSpan.FromSeconds(8);

    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        if (LoadOptions.Parse(words) is not { } options)
        {
            await Console.Error.WriteLineAsync("usage: shop load --url http://127.0.0.1:PORT [--rate 20] [--seed 1] [--outside FILE] [--secure-url https://NAME]");
            return 2;
        }
        using var stop = new CancellationTokenSource();
        using var terminated = StopOn(PosixSignal.SIGTERM, stop);
        using var interrupted = StopOn(PosixSignal.SIGINT, stop);
        using var http = new HttpClient(new ManyClients()) { BaseAddress = options.Url, Timeout = TimeSpan.FromSeconds(10) };
        var outside = options.Outside is null ? null : new OutsideWorld(options.Outside, TimeProvider.System);
        var customers = new Customers(http, options.Secure, new Random(options.Seed), outside, TimeProvider.System);
        var intruder = outside is null ? null : new Intruder(http, outside, Path.Combine(Path.GetDirectoryName(options.Outside) ?? "/", "captured"), TimeProvider.System);
        var steady = SendAsync(options.Rate, customers.NextAsync, stop.Token);
        await (outside is null || intruder is null
            ? steady
            : Task.WhenAll(steady, SendAsync(Intruder.Rate, intruder.NextAsync, stop.Token), SendAsync(0.5, token => RushAsync(customers, outside, token), stop.Token)));
        return 0;
    }

    static async Task SendAsync(double rate, Func<CancellationToken, Task> next, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / rate), TimeProvider.System);
        var waiting = new HashSet<Task>();
        var opened = TimeProvider.System.GetTimestamp();
        var turn = 0;
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                foreach (var finished in waiting.Where(each => each.IsCompleted).ToList())
                {
                    waiting.Remove(finished);
                    await finished;
                }
                // During the opening every fourth comes.
                if (waiting.Count < MostAtOnce && (turn++ % 4 == 0 || TimeProvider.System.GetElapsedTime(opened) > Opening))
                {
                    waiting.Add(SparingAsync(next, stop));
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A sale is on: everybody looks at the same page at the same moment, every two seconds.</summary>
    static Task RushAsync(Customers customers, OutsideWorld outside, CancellationToken cancellation) =>
        outside.File["RUSH"] == "on" ? Task.WhenAll(Enumerable.Range(0, 30).Select(_ => customers.BrowseAsync("lumen", cancellation))) : Task.CompletedTask;

    static async Task SparingAsync(Func<CancellationToken, Task> next, CancellationToken stop)
    {
        try
        {
            await next(stop);
        }
        catch (HttpRequestException)
        {
            // The shop is away; so is this customer.
        }
        catch (OperationCanceledException)
        {
            // Too slow, or the load is being stopped.
        }
    }

    static PosixSignalRegistration StopOn(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
}
