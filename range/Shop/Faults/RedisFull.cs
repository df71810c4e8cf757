using Firstlook.Range.Redis;

namespace Firstlook.Range.Faults;

/// <summary>An export leaves its files in Redis, without an end, until Redis may take no more. Deleting them heals it.</summary>
internal sealed class RedisFull(RedisConnection redis) : IFault
{
    const int Most = 200;
    static readonly string Megabyte = new('x', 1024 * 1024);

    public FaultCard Card { get; } = new(
        "redis-full",
        "redis",
        "RedisMemoryExceeded",
        "An export keeps its files in Redis for ever, until maxmemory is reached and every write is refused. Deleting export:* (or FLUSHDB, if safe) heals it.");

    public async Task<bool> IsActiveAsync(CancellationToken cancellation) => (await redis.AskAsync(cancellation, "EXISTS", "export:0")).Number == 1;

    public async Task InjectAsync(CancellationToken cancellation)
    {
        for (var i = 0; i < Most; i++)
        {
            try
            {
                await redis.AskAsync(cancellation, "SET", $"export:{i}", Megabyte);
            }
            catch (RedisException full) when (full.Message.Contains("OOM", StringComparison.Ordinal))
            {
                await FillAsync(cancellation);
                return;
            }
        }
        throw new InvalidOperationException($"Redis took {Most} MB and is not full; does it run without maxmemory?");
    }

    public async Task HealAsync(CancellationToken cancellation)
    {
        for (var i = 0; i < Most; i++)
        {
            await redis.AskAsync(cancellation, "DEL", $"export:{i}", $"export:rest:{i}");
        }
    }

    // The last megabyte, in small pieces, so that nothing else fits either.
    async Task FillAsync(CancellationToken cancellation)
    {
        try
        {
            for (var i = 0; i < Most; i++)
            {
                await redis.AskAsync(cancellation, "SET", $"export:rest:{i}", Megabyte[..(16 * 1024)]);
            }
        }
        catch (RedisException full) when (full.Message.Contains("OOM", StringComparison.Ordinal))
        {
            // As intended.
        }
    }
}
