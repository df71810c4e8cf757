using Firstlook.Range.Configuration;
using Firstlook.Range.Payments;
using Firstlook.Range.Releases;

namespace Firstlook.Range.Faults;

/// <summary>
/// A release keeps a circuit open for a day, and then the provider stumbles for a few seconds. It is long well again
/// when nobody asks it any more. Reverting the release, or forcing the circuit half-open, heals it.
/// </summary>
internal sealed class StuckBreaker(Deployment deployment, PaymentProviders providers, OutsideWorld outside, TimeProvider clock) : IFault
{
    const string Title = "Give providers time to recover";
    static readonly TimeSpan Stumble = TimeSpan.FromSeconds(20);

    public FaultCard Card { get; } = new(
        "breaker-stuck",
        "payments",
        "CircuitBreakerOpen",
        "A release keeps an open circuit open for a day, so after a short stumble the provider is well but never asked. Forcing the circuit half-open and reverting heals it.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) =>
        Task.FromResult(deployment.Current.Breaker != deployment.Sound.Breaker && providers.Find("stripe")!.Breaker.State == BreakerState.Open);

    public async Task InjectAsync(CancellationToken cancellation)
    {
        await deployment.ShipAsync(Title, release => release with { Breaker = release.Breaker with { CooldownSeconds = 86_400 } }, cancellation);
        outside.File.Set("STRIPE", "down");
        try
        {
            var began = clock.GetTimestamp();
            while (providers.Find("stripe")!.Breaker.State != BreakerState.Open && clock.GetElapsedTime(began) < Stumble)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), clock, cancellation);
            }
        }
        finally
        {
            outside.File.Set("STRIPE", "up");
        }
    }

    public async Task HealAsync(CancellationToken cancellation)
    {
        await deployment.ShipAsync($"Revert \"{Title}\"", release => release with { Breaker = deployment.Sound.Breaker }, cancellation);
        if (providers.Find("stripe")!.Breaker is { State: BreakerState.Open } breaker)
        {
            breaker.Force(BreakerState.HalfOpen);
        }
    }
}
