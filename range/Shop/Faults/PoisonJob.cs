using Firstlook.Range.Queues;

namespace Firstlook.Range.Faults;

/// <summary>An import sends receipts for orders that will never exist. Each goes back in front of the queue whenever it was tried, so nothing else is done. Removing them heals it.</summary>
internal sealed class PoisonJob(JobQueue queue, TimeProvider clock) : IFault
{
    const int Jobs = 12;
    const long NoOrder = 9_000_000_000_000;
    static readonly TimeSpan OneTry = TimeSpan.FromSeconds(3);

    public FaultCard Card { get; } = new(
        "poison-job",
        "queue",
        "QueueBacklog",
        "Jobs for orders that do not exist go back to the front of the critical queue each time, and keep all workers busy. Removing them from the queue heals it.");

    public async Task<bool> IsActiveAsync(CancellationToken cancellation) =>
        (await queue.NextAsync("critical", Jobs, cancellation)).Any(job => job.OrderId >= NoOrder);

    public async Task InjectAsync(CancellationToken cancellation)
    {
        for (var i = 0; i < Jobs; i++)
        {
            await queue.ReturnAsync("critical", new Job("receipt", NoOrder + i, 0, "import", clock.GetUtcNow()), cancellation);
        }
    }

    public async Task HealAsync(CancellationToken cancellation)
    {
        // Those that are being tried just now come back once more.
        var began = clock.GetTimestamp();
        while (clock.GetElapsedTime(began) < OneTry)
        {
            foreach (var job in (await queue.NextAsync("critical", Jobs, cancellation)).Where(job => job.OrderId >= NoOrder))
            {
                await queue.RemoveAsync("critical", job, cancellation);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(200), clock, cancellation);
        }
    }
}
