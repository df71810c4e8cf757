using System.Globalization;

namespace Firstlook.Range.Tests;

/// <summary>The shop as its cluster shows it: what people ask and do there with kubectl is asked of the shop and done to it.</summary>
[Collection(nameof(RangeToSteer))]
public sealed class ClusterTests(RangeToSteer range)
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
            await Eventually.HoldsAsync($"{name} is reached", Patience, async () => (await ReachAsync(name, port)).Text.Contains("succeeded", StringComparison.Ordinal));
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

    [Fact]
    public async Task As_many_workers_as_are_asked_for_do_jobs_and_as_many_pods_give_quotes()
    {
        range.SkipIfUnfit();
        await range.KubectlAsync("scale", "deployment/festivals-worker", "--replicas=3");
        await range.KubectlAsync("scale", "deployment/festivals-api", "--replicas=2");
        try
        {
            await CountsAsync("three pods do jobs", 3, "count(sum by (pod) (rate(jobs_processed_total{result=\"success\"}[10s])) > 0)");
            // The autoscaler may ask for more of these.
            await Eventually.HoldsAsync("two pods give quotes", Patience, async () =>
                await range.ValueAsync("count(sum by (pod) (rate(http_requests_total{path=\"/api/shipping/quote/\",status=\"200\",pod!=\"\"}[30s])) > 0)") >= 2);
        }
        finally
        {
            await range.KubectlAsync("scale", "deployment/festivals-worker", "--replicas=1");
            await range.KubectlAsync("scale", "deployment/festivals-api", "--replicas=1");
        }
    }

    [Fact]
    public async Task A_variable_that_is_set_for_the_workers_is_stronger_than_the_shops_configuration_until_it_is_undone()
    {
        range.SkipIfUnfit();
        await range.KubectlAsync("set", "env", "deployment/festivals-worker", "QUEUE_WORKERS=0");
        try
        {
            await range.KubectlAsync("rollout", "status", "deployment/festivals-worker", "--timeout=60s");
            await CountsAsync("nobody takes jobs", 0, "sum(rate(jobs_processed_total[10s]))");
            await Eventually.HoldsAsync("jobs wait", Patience, async () => long.Parse(await range.KubectlAsync("exec", "redis-0", "--", "redis-cli", "LLEN", "festivals:queue:default"), CultureInfo.InvariantCulture) > 5);
        }
        finally
        {
            await range.KubectlAsync("rollout", "undo", "deployment/festivals-worker");
        }
        await Eventually.HoldsAsync("jobs are done", Patience, async () => await range.ValueAsync("sum(rate(jobs_processed_total[10s]))") > 1);
    }

    [Theory]
    [InlineData("deploy-crash-loops", "WorkerDown", "festivals-worker", "LICENCE_KEY is not set")]
    [InlineData("deploy-breaks-endpoint", "APIHigh5xxRate", "festivals-api", "KeyError")]
    public async Task A_release_is_a_rollout_of_the_pods_that_it_changes_and_is_healed_by_undoing_it(string fault, string alert, string deployment, string said)
    {
        range.SkipIfUnfit();
        await range.ActAsync(fault, "inject");
        try
        {
            await Eventually.HoldsAsync($"{alert} fires", Patience, async () => (await range.AlertsAsync("firing")).Contains(alert));
            await Eventually.HoldsAsync("the pod says why", Patience, async () => (await range.TryKubectlAsync("logs", "-l", $"app={deployment}", "--tail=-1")).Output.Contains(said, StringComparison.Ordinal));
            var title = await Command.RunAsync("git", ["-C", range["RANGE_CHECKOUT"], "log", "-1", "--format=%s"], range.Settings, "", TestContext.Current.CancellationToken);
            Assert.EndsWith(title.Output.Trim(), await range.KubectlAsync("rollout", "history", $"deployment/{deployment}"), StringComparison.Ordinal);
            Assert.True(await range.IsActiveAsync(fault));

            await range.KubectlAsync("rollout", "undo", $"deployment/{deployment}");
            Assert.False(await range.IsActiveAsync(fault));
            await Eventually.HoldsAsync($"{alert} ends", Patience, async () => !(await range.AlertsAsync("firing")).Contains(alert));
        }
        finally
        {
            await range.ActAsync(fault, "heal");
        }
    }

    [Fact]
    public async Task Undoing_the_rollout_of_the_shop_itself_puts_the_release_before_in_place()
    {
        range.SkipIfUnfit();
        await range.ActAsync("throttle-removed", "inject");
        try
        {
            await Eventually.HoldsAsync("the pod of the release is there", Patience, async () => (await range.KubectlAsync("rollout", "status", "deployment/shop", "-n", "microservices", "--timeout=60s")).Contains("successfully", StringComparison.Ordinal));
            Assert.True(await range.IsActiveAsync("throttle-removed"));
            await range.KubectlAsync("rollout", "undo", "deployment/shop", "-n", "microservices");
            await Eventually.HoldsAsync("the limits are back", Patience, async () => !await range.IsActiveAsync("throttle-removed"));
            Assert.Contains("http.request", await range.KubectlAsync("logs", "-l", "app=checkout", "-n", "microservices", "--tail=50"), StringComparison.Ordinal);
        }
        finally
        {
            await range.ActAsync("throttle-removed", "heal");
        }
    }

    [Fact]
    public async Task What_is_changed_in_the_config_map_is_the_shops_once_its_pod_has_been_restarted()
    {
        range.SkipIfUnfit();
        Assert.Contains("BLACKLISTED_COUPONS", await range.KubectlAsync("get", "configmap", "shop-config", "-n", "microservices", "-o", "yaml"), StringComparison.Ordinal);
        await Blacklist("SUMMER5,BREAK50");
        try
        {
            await Eventually.HoldsAsync("the shop has it", Patience, async () => (await Settings()).Contains("BLACKLISTED_COUPONS=SUMMER5,BREAK50"));
            Assert.Contains("ENABLE_STRIPE=true", await Settings());
        }
        finally
        {
            await Blacklist("");
        }
        await Eventually.HoldsAsync("the shop has nothing of it", Patience, async () => (await Settings()).Contains("BLACKLISTED_COUPONS="));

        Task<string[]> Settings() => File.ReadAllLinesAsync(range["RANGE_CONFIG"], TestContext.Current.CancellationToken);

        async Task Blacklist(string codes)
        {
            await range.KubectlAsync("patch", "configmap", "shop-config", "-n", "microservices", "--type", "merge", "-p", $$$"""{"data":{"BLACKLISTED_COUPONS":"{{{codes}}}"}}""");
            await range.KubectlAsync("rollout", "restart", "deployment/shop", "-n", "microservices");
            await range.KubectlAsync("rollout", "status", "deployment/shop", "-n", "microservices", "--timeout=90s");
        }
    }

    [Fact]
    public async Task A_worker_that_outgrows_its_memory_is_ended_for_it_and_started_again()
    {
        range.SkipIfUnfit();
        await range.ActAsync("memory-leak", "inject");
        try
        {
            await Eventually.HoldsAsync("a pod was ended", Patience, async () => (await range.KubectlAsync("get", "pods", "-l", "app=festivals-worker", "-o",
                "jsonpath={range .items[*]}{.metadata.name}{\"\\t\"}{.status.containerStatuses[0].lastState.terminated.reason}{\"\\n\"}{end}")).Contains("OOMKilled", StringComparison.Ordinal));
        }
        finally
        {
            await range.ActAsync("memory-leak", "heal");
        }
        await range.KubectlAsync("rollout", "status", "deployment/festivals-worker", "--timeout=60s");
    }

    [Fact]
    public async Task The_worker_is_a_service_of_the_machine_all_the_same()
    {
        range.SkipIfUnfit();
        Assert.Equal(0, (await range.RunAsync("service", ["worker", "stop"])).Exit);
        await Eventually.HoldsAsync("no pod is left", Patience, async () => await range.KubectlAsync("get", "pods", "-l", "app=festivals-worker", "-o", "name") == "");
        Assert.Equal(0, (await range.RunAsync("service", ["worker", "start"])).Exit);
        await Eventually.HoldsAsync("one answers", Patience, async () => await range.ValueAsync("up{job=\"worker\"}") == 1);
        Assert.Contains("1/1", (await range.RunAsync("service", ["worker", "status"])).Output, StringComparison.Ordinal);
    }

    Task<TimeSpan> CountsAsync(string what, double wanted, string promql) => Eventually.HoldsAsync(what, Patience, async () => await range.ValueAsync(promql) == wanted);

    Task<Said> ReachAsync(string name, string port) => range.TryKubectlAsync("exec", "deployment/festivals-api", "--", "nc", "-zv", name, port);
}
