namespace Firstlook.Range.Faults;

/// <summary>The Redis that counts for the throttle is stopped, and the form lets everybody pass. Starting it again heals it.</summary>
internal sealed class ThrottleCacheDown(Services services) : IFault
{
    public FaultCard Card { get; } = new(
        "throttle-cache-down",
        "throttle",
        "ThrottleDisabledOrNotWorking",
        "The Redis that holds the throttle's counters is stopped, so nothing is counted and everybody passes. range/service start redis-throttle heals it.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(services.IsStopped("redis-throttle"));

    public Task InjectAsync(CancellationToken cancellation) => services.StopAsync("redis-throttle", cancellation);

    public Task HealAsync(CancellationToken cancellation) => services.StartAsync("redis-throttle", cancellation);
}
