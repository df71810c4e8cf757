using System.Globalization;

namespace Firstlook.Range.Tests;

/// <summary>The shop as its cluster shows it: what people ask and do there with kubectl is asked of the shop and done to it.</summary>
[Collection(nameof(RangeWithCluster))]
public sealed class ClusterTests(RangeWithCluster range)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task The_pod_of_postgresql_answers_for_the_shops_own_database_to_a_role_that_only_reads()
    {
        range.SkipIfUnfit();
        Assert.Contains("accepting connections", await range.KubectlAsync("exec", "postgres-0", "--", "pg_isready"), StringComparison.Ordinal);
        Assert.Contains("shop", await range.KubectlAsync("exec", "postgres-0", "--", "psql", "-U", "festivals", "-c", "SELECT DISTINCT application_name FROM pg_stat_activity;"), StringComparison.Ordinal);
        Assert.NotEqual("0", await range.KubectlAsync("exec", "postgres-0", "--", "psql", "-U", "festivals", "-At", "-c", "SELECT count(*) FROM sales_sale;"));
        var write = await range.TryKubectlAsync("exec", "postgres-0", "--", "psql", "-U", "festivals", "-c", "DELETE FROM sales_sale;");
        Assert.Contains("read-only transaction", write.Errors, StringComparison.Ordinal);
        Assert.Contains("database system is ready", await range.KubectlAsync("logs", "postgres-0"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pod_of_redis_answers_for_the_shops_own_queues()
    {
        range.SkipIfUnfit();
        var (host, port) = range["RANGE_REDIS"].Split(':') is [var name, var number] ? (name, number) : throw new FormatException(range["RANGE_REDIS"]);
        var pushed = await Command.RunAsync("redis-cli", ["-h", host, "-p", port, "LPUSH", "festivals:queue:failed", "of this test"], range.Settings, "", TestContext.Current.CancellationToken);
        Assert.Equal(0, pushed.Exit);
        Assert.Contains("of this test", await range.KubectlAsync("exec", "redis-0", "--", "redis-cli", "LRANGE", "festivals:queue:failed", "0", "10"), StringComparison.Ordinal);
        Assert.True(long.Parse(await range.KubectlAsync("exec", "redis-0", "--", "redis-cli", "LLEN", "festivals:queue:critical"), CultureInfo.InvariantCulture) >= 0);
        Assert.Contains("maxmemory:50331648", await range.KubectlAsync("exec", "redis-0", "--", "redis-cli", "INFO", "memory"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_is_reached_by_its_name_while_a_pod_of_it_is_ready()
    {
        range.SkipIfUnfit();
        foreach (var (name, port) in new[] { ("postgres", "5432"), ("redis", "6379") })
        {
            Assert.Contains("succeeded", (await ReachAsync(name, port)).Text, StringComparison.Ordinal);
        }
        await range.KubectlAsync("scale", "statefulset/redis", "--replicas=0");
        try
        {
            await Eventually.HoldsAsync("redis is refused", Patience, async () => (await ReachAsync("redis", "6379")).Errors.Contains("refused", StringComparison.Ordinal));
        }
        finally
        {
            await range.KubectlAsync("scale", "statefulset/redis", "--replicas=1");
        }
        await Eventually.HoldsAsync("redis is reached", Patience, async () => (await ReachAsync("redis", "6379")).Exit == 0);
    }

    Task<Said> ReachAsync(string name, string port) => range.TryKubectlAsync("exec", "deployment/festivals-api", "--", "nc", "-zv", name, port);
}
