using Firstlook.Range.Releases;

namespace Firstlook.Range.Faults;

/// <summary>A release keeps every receipt in the worker's memory, until there is no more of it and the worker ends; range/keep starts it again. Reverting the release and restarting the worker heals it.</summary>
internal sealed class LeakingWorker(Deployment deployment, Services services) : IFault
{
    const string Title = "Receipts can be sent again";

    public FaultCard Card { get; } = new(
        "memory-leak",
        "machine",
        "HighMemoryUsage",
        "A release keeps every receipt in the worker's memory, until it has no more and ends; it is started again, and it begins anew. Reverting the release and restarting the worker heals it.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(deployment.Current.Features.KeepsReceipts);

    public Task InjectAsync(CancellationToken cancellation) => Ship(Title, keeps: true, cancellation);

    public async Task HealAsync(CancellationToken cancellation)
    {
        var leaks = deployment.Current.Features.KeepsReceipts;
        await Ship($"Revert \"{Title}\"", keeps: false, cancellation);
        if (leaks)
        {
            await services.RestartAsync("worker", cancellation);
        }
    }

    Task Ship(string title, bool keeps, CancellationToken cancellation) =>
        deployment.ShipAsync(title, release => release with { Features = release.Features with { KeepsReceipts = keeps } }, cancellation);
}
