using Firstlook.Range.Releases;

namespace Firstlook.Range.Faults;

internal static partial class FaultLibrary
{
    static void AddQueues(IServiceCollection services)
    {
        AddSetting(services, "QUEUE_WORKERS", "1", new FaultCard(
            "queue-workers-few",
            "queue",
            "QueueBacklog",
            "One worker is left of four, and jobs come faster than it can do them. QUEUE_WORKERS=4 heals it."));
        services.AddSingleton<IFault, PoisonJob>();
    }

    static void AddCaches(IServiceCollection services)
    {
        AddSetting(services, "CACHE_TTL_SECONDS", "0", new FaultCard(
            "cache-ttl-short",
            "cache",
            "LowCacheHitRate",
            "Pages are kept in the cache for no time at all, so each is made anew. CACHE_TTL_SECONDS=30 heals it."));
        services.AddSingleton<IFault, CacheStampede>();
        Add(services, provider => new BadRelease<bool>(
            new FaultCard(
                "cache-key-without-tenant",
                "cache",
                "CacheTenantViolation",
                "A release leaves the brand out of the cache's keys, so brands find each other's pages. Reverting it heals it."),
            provider.GetRequiredService<Deployment>(),
            "Cache: shorter keys",
            release => release.Cache.KeyHasTenant,
            (release, has) => release with { Cache = release.Cache with { KeyHasTenant = has } },
            _ => false));
        services.AddSingleton<IFault, RedisFull>();
    }
}
