namespace Firstlook.Range.Tests;

/// <summary>The shop as its Compose project shows it: what is asked in a container is asked of the shop's own processes.</summary>
[Collection(nameof(RangeWithEngine))]
public sealed class ComposeTests(RangeWithEngine range)
{
    [Fact]
    public async Task Each_container_answers_for_what_it_is_a_door_to()
    {
        range.SkipIfUnfit();
        var services = await range.ComposeAsync("ps", "--services", "--filter", "status=running");
        Assert.Equal(["celery", "postgres", "redis", "web"], services.Split('\n').Order(StringComparer.Ordinal));
        Assert.Contains("accepting connections", await range.ComposeAsync("exec", "-T", "postgres", "pg_isready", "-U", "erp"), StringComparison.Ordinal);
        Assert.Contains("shop", await range.ComposeAsync("exec", "-T", "postgres", "psql", "-U", "erp", "-d", "himalytix", "-c", "SELECT DISTINCT application_name FROM pg_stat_activity;"), StringComparison.Ordinal);
        Assert.Contains("maxmemory:50331648", await range.ComposeAsync("exec", "-T", "redis", "redis-cli", "-a", "changeme", "INFO", "memory"), StringComparison.Ordinal);
        Assert.Contains("1 node online", await range.ComposeAsync("exec", "-T", "celery", "celery", "-A", "dashboard", "inspect", "active", "--timeout", "30"), StringComparison.Ordinal);
        Assert.Contains("http.request", await range.ComposeAsync("logs", "--tail=50", "web"), StringComparison.Ordinal);
        Assert.Contains("contenttypes", await range.ComposeAsync("exec", "-T", "web", "python", "manage.py", "showmigrations"), StringComparison.Ordinal);
        var commit = await Command.RunAsync("git", ["-C", range["RANGE_CHECKOUT"], "rev-parse", "HEAD"], range.Settings, "", TestContext.Current.CancellationToken);
        Assert.Equal(commit.Output.Trim(), await range.ComposeAsync("exec", "-T", "web", "git", "rev-parse", "HEAD"));
    }

    [Fact]
    public async Task Restarting_the_web_service_restarts_the_shops_workers()
    {
        range.SkipIfUnfit();
        await range.ComposeAsync("restart", "web");
        await Eventually.HoldsAsync("the shop says so", TimeSpan.FromSeconds(30), async () =>
            (await range.RunAsync("enter", ["grep", "-c", "workers.restart", "/var/log/app.log"])).Output.Trim() != "0");
    }
}
