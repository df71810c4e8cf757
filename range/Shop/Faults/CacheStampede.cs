using Firstlook.Range.Configuration;
using Firstlook.Range.Releases;

namespace Firstlook.Range.Faults;

/// <summary>
/// A release lets everybody who misses a page make it for himself, pages are kept for a second only, and a sale sends
/// its crowd in waves. Reverting the release and the setting heals it. Of pages that are kept for half a minute 86 % still come
/// out of the cache in the worst moment, whoever makes them: it is the second that makes a stampede of it.
/// </summary>
internal sealed class CacheStampede(Deployment deployment, ShopConfiguration configuration, OutsideWorld outside) : IFault
{
    const string Title = "Cache: no waiting for others";
    readonly string usual = configuration.File["CACHE_TTL_SECONDS"];

    public FaultCard Card { get; } = new(
        "cache-stampede",
        "cache",
        "LowCacheHitRate",
        "A release no longer coalesces loads and pages live for a second, so each wave of a rush makes the same page many times. Reverting it and CACHE_TTL_SECONDS=30 heal it.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(deployment.Current.Cache.Coalesces != deployment.Sound.Cache.Coalesces);

    public async Task InjectAsync(CancellationToken cancellation)
    {
        await deployment.ShipAsync(Title, release => release with { Cache = release.Cache with { Coalesces = false } }, cancellation);
        configuration.File.Set("CACHE_TTL_SECONDS", "1");
        outside.File.Set("RUSH", "on");
    }

    public async Task HealAsync(CancellationToken cancellation)
    {
        if (!await IsActiveAsync(cancellation))
        {
            return;
        }
        await deployment.ShipAsync($"Revert \"{Title}\"", release => release with { Cache = release.Cache with { Coalesces = true } }, cancellation);
        configuration.File.Set("CACHE_TTL_SECONDS", usual);
        outside.File.Set("RUSH", "off");
    }
}
