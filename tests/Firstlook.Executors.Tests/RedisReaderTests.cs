using Firstlook.Effects;
using Firstlook.Executors.Redis;
using Firstlook.Looks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests;

/// <summary>The user that the product prints reads, and can do nothing else, whatever is sent to it.</summary>
public sealed class RedisReaderTests
{
    [Fact]
    public async Task It_reads_and_changes_nothing()
    {
        if (RedisServer.Missing is { } missing) Assert.Skip(missing);
        await using var redis = await RedisServer.Start();
        await redis.Command("SET", "order:1", "paid");
        await redis.Command("RPUSH", "queue", "a", "b");
        Assert.Equal("OK", await redis.Command([.. ReaderUser.Acl("firstlook").Replace("CHOOSE-A-PASSWORD", "s3cret", StringComparison.Ordinal).Trim().Split(' ')]));
        await using var executors = Permits.Executors(new RedisConnection("127.0.0.1", redis.Port, "firstlook", "s3cret"));

        foreach (var read in new[] { "GET order:1", "LLEN queue", "LRANGE queue 0 10", "INFO memory", "PING", "SCAN 0", "SLOWLOG GET", "CONFIG GET maxmemory", "CLIENT LIST", "MEMORY USAGE queue", "TTL queue", "DBSIZE", "LATENCY LATEST" })
            Assert.Equal(OutcomeKind.Succeeded, (await executors.Run(Permits.Read(read, Language.Redis))).Outcome.Kind);
        foreach (var change in new[] { "SET order:1 x", "DEL queue", "LPOP queue", "FLUSHDB", "FLUSHALL", "CONFIG SET maxmemory 1", "SHUTDOWN NOSAVE", "EVAL \"return redis.call('DEL','queue')\" 0", "CLIENT KILL ID 1", "ACL LIST", "MONITOR", "PUBLISH a b", "GETEX order:1 EX 1", "SLOWLOG RESET", "LATENCY RESET", "REPLICAOF NO ONE", "KEYS *", "COPY order:1 order:2" })
            Assert.Equal("NOPERM", (await executors.Run(Permits.Read(change, Language.Redis))).Outcome.Code);
        Assert.Equal("paid", await redis.Command("GET", "order:1"));
        Assert.Equal("2", await redis.Command("LLEN", "queue"));
    }
}
