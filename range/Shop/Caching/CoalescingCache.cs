using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Firstlook.Range.Configuration;
using Firstlook.Range.Redis;
using Firstlook.Range.Releases;
using Firstlook.Range.Telemetry;

namespace Firstlook.Range.Caching;

/// <summary>
/// Pages in Redis under cache:TENANT:PAGE. Many who miss the same page wait for one load of it. Each page says whose it
/// is, so that one that is served to another brand is noticed.
/// </summary>
internal sealed class CoalescingCache(RedisConnection redis, ShopConfiguration configuration, DeployedRelease release, ShopMetrics metrics, ShopLog log)
{
    readonly Counter hits = metrics.Add(new Counter("cache_hits_total", "Pages found in the cache."));
    readonly Counter misses = metrics.Add(new Counter("cache_misses_total", "Pages not found in the cache."));
    readonly Counter coalesced = metrics.Add(new Counter("cache_coalesced_total", "Pages not found, but being made for somebody else just then."));
    readonly Counter loads = metrics.Add(new Counter("cache_loads_total", "Pages made anew."));
    readonly Histogram loadTime = metrics.Add(new Histogram("cache_load_seconds", "How long a page takes to make."));
    readonly Counter violations = metrics.Add(new Counter("cache_tenant_violations_total", "Pages of one brand found for another."));
    readonly ConcurrentDictionary<string, Lazy<Task<string>>> loading = new(StringComparer.Ordinal);

    /// <exception cref="RefusedException">The page that was found belongs to another brand.</exception>
    public async Task<string> GetAsync(string tenant, string page, Func<Task<string>> load, CancellationToken cancellation)
    {
        var key = release.Current.Cache.KeyHasTenant ? $"cache:{tenant}:{page}" : $"cache:{page}";
        if (await FindAsync(key, cancellation) is { } found)
        {
            hits.Increment();
            return Open(found, tenant, key);
        }
        return Open(await LoadAsync(key, tenant, load), tenant, key);
    }

    async Task<string> LoadAsync(string key, string tenant, Func<Task<string>> load)
    {
        if (!release.Current.Cache.Coalesces)
        {
            misses.Increment();
            return await MakeAsync(key, tenant, load);
        }
        var mine = new Lazy<Task<string>>(() => MakeAsync(key, tenant, load));
        var shared = loading.GetOrAdd(key, mine);
        (ReferenceEquals(shared, mine) ? misses : coalesced).Increment();
        try
        {
            return await shared.Value;
        }
        finally
        {
            loading.TryRemove(new KeyValuePair<string, Lazy<Task<string>>>(key, shared));
        }
    }

    // Belongs to all who wait for it, so it does not end with the request that began it.
    async Task<string> MakeAsync(string key, string tenant, Func<Task<string>> load)
    {
        var started = Stopwatch.GetTimestamp();
        var page = $"{tenant}\n{await load()}";
        loads.Increment();
        loadTime.Observe(Stopwatch.GetElapsedTime(started));
        await KeepAsync(key, page);
        return page;
    }

    string Open(string page, string tenant, string key)
    {
        var end = page.IndexOf('\n', StringComparison.Ordinal);
        if (!page.AsSpan(0, end).SequenceEqual(tenant))
        {
            violations.Increment();
            throw new RefusedException(new Refusal(
                "TenantViolationError", "cache", "error", StatusCodes.Status500InternalServerError, $"{key} holds a page of {page[..end]}, asked by {tenant}"));
        }
        return page[(end + 1)..];
    }

    async Task<string?> FindAsync(string key, CancellationToken cancellation)
    {
        try
        {
            return (await redis.AskAsync(cancellation, "GET", key)).Text;
        }
        catch (RedisException away)
        {
            Note(away);
            return null;
        }
    }

    async Task KeepAsync(string key, string page)
    {
        var seconds = configuration.File.Number("CACHE_TTL_SECONDS");
        if (seconds == 0)
        {
            return;
        }
        try
        {
            await redis.AskAsync(CancellationToken.None, "SET", key, page, "EX", seconds.ToString(CultureInfo.InvariantCulture));
        }
        catch (RedisException away)
        {
            Note(away);
        }
    }

    // Without its cache the shop is slow, but it is open.
    void Note(RedisException away)
    {
        metrics.Exceptions.Increment(away.Refusal.Type, "cache");
        log.Write(new LogEntry
        {
            Timestamp = log.Now(),
            Level = "ERROR",
            Event = "cache.unavailable",
            Message = away.Message,
            ExceptionType = away.Refusal.Type,
            Location = "cache",
        });
    }
}
