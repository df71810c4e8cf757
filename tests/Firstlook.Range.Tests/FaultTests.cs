using Npgsql;

namespace Firstlook.Range.Tests;

/// <summary>Each fault is felt by the shop's users, raises the alerts it should, and is healed by what its runbook says.</summary>
[Collection(nameof(RunningRange))]
public sealed class FaultTests(RunningRange range)
{
    static readonly TimeSpan ToFire = TimeSpan.FromSeconds(90);
    static readonly TimeSpan ToClear = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Stock_that_is_really_short_stops_payments_until_a_delivery_comes()
    {
        range.SkipIfUnfit();
        await CalmAsync();
        await InjectAsync("stock-short");
        await FiringAsync("SalePaidTransitionFailures", "StockConsumeFailures");

        Assert.Equal("insufficient_stock", await LeadingResultAsync());
        Assert.DoesNotContain("APIHigh5xxRate", await range.AlertsAsync("firing"));
        Assert.NotEqual(0, await CountAsync("SELECT count(*) FROM (SELECT FROM stock_onhand WHERE quantity_on_hand > 0 GROUP BY product_id, location_id HAVING sum(quantity_on_hand) < 10) low"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM stock_onhand WHERE quantity_on_hand < 0"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM stock_batch WHERE expiry_date < now() AND is_active"));

        using var healed = await range.AskFaultsAsync(HttpMethod.Post, "/faults/stock-short/heal");
        Assert.True(healed.IsSuccessStatusCode);
        await CalmAsync();
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM (SELECT FROM stock_onhand WHERE quantity_on_hand > 0 GROUP BY product_id, location_id HAVING sum(quantity_on_hand) < 10) low"));
    }

    [Fact]
    public async Task Expired_batches_that_are_still_active_stop_payments_until_django_marks_them_inactive()
    {
        range.SkipIfUnfit();
        await CalmAsync();
        await InjectAsync("expired-batches");
        await FiringAsync("SalePaidTransitionFailures", "StockConsumeFailures");

        Assert.Equal("expired_batch", await LeadingResultAsync());
        Assert.Equal(10, await CountAsync("SELECT count(*) FROM stock_batch WHERE expiry_date < now() AND is_active"));

        var healed = await range.RunAsync("django/shell", [], RunbookBlocks.Python("expired.update") ??
            """
            from apps.stock.models import StockBatch
            from django.utils import timezone
            print(StockBatch.objects.filter(expiry_date__lt=timezone.now(), is_active=True).update(is_active=False))
            """);
        Assert.True(healed.Exit == 0, healed.Text);
        Assert.Contains("10", healed.Output, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM stock_batch WHERE expiry_date < now() AND is_active"));
        await CalmAsync();
        await Eventually.HoldsAsync("the cleanup works again", TimeSpan.FromSeconds(5), async () => !await ActiveAsync("expired-batches"));
    }

    [Fact]
    public async Task Exhausted_connections_fail_every_endpoint_until_the_workers_are_restarted()
    {
        range.SkipIfUnfit();
        await using var openedBefore = new NpgsqlConnection(range["RANGE_POSTGRES_READER"]);
        await openedBefore.OpenAsync(TestContext.Current.CancellationToken);
        await CalmAsync();
        await InjectAsync("connections-exhausted");
        await FiringAsync("APIHigh5xxRate");

        var leading = await range.QueryAsync("topk(1, sum by (exception_type, location) (rate(exceptions_total[10s])))");
        Assert.Equal("DatabaseError", (string?)leading[0]!["metric"]!["exception_type"]);
        Assert.Equal("django_db", (string?)leading[0]!["metric"]!["location"]);
        // A shop may run short of something at any time; what the fault brings stands far above that.
        Assert.True(await range.ValueAsync("sum(rate(exceptions_total{exception_type=\"DatabaseError\"}[10s]))") > 5 * await range.ValueAsync("sum(rate(sales_transition_total{result=\"insufficient_stock\"}[10s])) or vector(0)"));
        Assert.True((await range.QueryAsync("sum by (path) (rate(http_requests_total{status=~\"5..\"}[15s])) > 0")).Count >= 3);
        Assert.True(await range.ValueAsync("histogram_quantile(0.95, sum(rate(http_request_duration_seconds_bucket[10s])) by (le))") > 0.4);
        await using var count = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE state = 'active'", openedBefore);
        Assert.True((long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 20);
        // The last connection goes back and forth between the report and the customers, until the report has won it too.
        await Eventually.HoldsAsync("the shop is not ready", ToFire, async () => await range.StatusAsync(range["RANGE_SHOP_URL"] + "/health/ready/") == 503);
        await Eventually.HoldsAsync("a new session is refused", ToFire, async () => await RefusalAsync() == PostgresErrorCodes.TooManyConnections);

        var healed = await range.RunAsync("enter", ["bash", "-c", "kill -HUP $(cat /var/run/gunicorn.pid)"]);
        Assert.True(healed.Exit == 0, healed.Text);
        await CalmAsync();
        Assert.False(await ActiveAsync("connections-exhausted"));
        Assert.True((long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))! < 5);
    }

    [Fact]
    public async Task A_crowd_of_customers_leaves_no_crowd_of_sessions_behind()
    {
        const string Sessions = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'shop'";
        range.SkipIfUnfit();
        await CalmAsync();
        Task<int[]> crowd;
        await using (var blocking = new NpgsqlConnection(range["RANGE_POSTGRES_ACTOR"] + ";Pooling=false"))
        {
            await blocking.OpenAsync(TestContext.Current.CancellationToken);
            await using var transaction = await blocking.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var hold = new NpgsqlCommand("LOCK TABLE stock_move IN ACCESS EXCLUSIVE MODE", blocking, transaction);
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            crowd = Task.WhenAll(Enumerable.Range(0, 16).Select(_ => range.StatusAsync(range["RANGE_SHOP_URL"] + "/api/reports/stock/")));
            await Eventually.HoldsAsync("each waits in a session of its own", TimeSpan.FromSeconds(10), async () => await CountAsync(Sessions) >= 16);
        }
        Assert.All(await crowd, status => Assert.Equal(200, status));
        await Eventually.HoldsAsync("the sessions are given back", TimeSpan.FromSeconds(60), async () => await CountAsync(Sessions) < 12);
    }

    [Fact]
    public async Task A_flood_of_webhooks_leaves_the_providers_little_room_until_its_sender_is_blocked()
    {
        const string Wait = "histogram_quantile(0.75, sum by (le) (rate(order_confirmation_seconds_bucket[15s])))";
        range.SkipIfUnfit();
        await CalmAsync();
        await Eventually.HoldsAsync("orders are confirmed at once", ToClear, async () => await range.ValueAsync(Wait) is > 0 and < 1);
        await InjectAsync("webhook-forged");
        await FiringAsync("WebhookVerificationFailure");
        await Eventually.HoldsAsync("orders are confirmed late", ToFire, async () => await range.ValueAsync(Wait) > 1.2);
        // Late, and not never: the providers' own come through in the end.
        Assert.True(await range.ValueAsync("sum(rate(webhook_events_total{result=\"accepted\"}[15s]))") > 0.5);

        var deny = Path.Combine(range["RANGE_RUN_FOLDER"], "shop", "nginx-deny.conf");
        await File.AppendAllTextAsync(deny, "deny 192.0.2.66;\n", TestContext.Current.CancellationToken);
        try
        {
            var blocked = await range.RunAsync("enter", ["nginx", "-s", "reload"]);
            Assert.True(blocked.Exit == 0, blocked.Text);
            await CalmAsync();
            await Eventually.HoldsAsync("orders are confirmed at once again", ToClear, async () => await range.ValueAsync(Wait) is > 0 and < 1);
        }
        finally
        {
            using var healed = await range.AskFaultsAsync(HttpMethod.Post, "/faults/webhook-forged/heal");
            await File.WriteAllTextAsync(deny, "", TestContext.Current.CancellationToken);
            await range.RunAsync("enter", ["nginx", "-s", "reload"]);
        }
    }

    [Fact]
    public async Task Alerts_are_posted_to_firstlook()
    {
        range.SkipIfUnfit();
        await CalmAsync();
        await InjectAsync("stock-short");
        await Eventually.HoldsAsync("posted", ToFire, () => Task.FromResult(range.PostedAlerts.Contains("SalePaidTransitionFailures", StringComparer.Ordinal)));
        using var healed = await range.AskFaultsAsync(HttpMethod.Post, "/faults/stock-short/heal");
        Assert.True(healed.IsSuccessStatusCode);
    }

    async Task InjectAsync(string fault)
    {
        using var injected = await range.AskFaultsAsync(HttpMethod.Post, $"/faults/{fault}/inject");
        Assert.True(injected.IsSuccessStatusCode);
        Assert.True(await ActiveAsync(fault));
    }

    async Task<bool> ActiveAsync(string fault)
    {
        using var answer = await range.AskFaultsAsync(HttpMethod.Get, "/faults");
        var faults = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (bool)faults!.AsArray().Single(each => (string?)each!["name"] == fault)!["active"]!;
    }

    Task<TimeSpan> CalmAsync()
    {
        string[] left = [];
        return Eventually.HoldsAsync(() => left.Length == 0 ? "no alert" : $"no alert, but {string.Join(", ", left)}", ToClear, async () => (left = [.. await range.AlertsAsync("firing"), .. await range.AlertsAsync("pending")]).Length == 0);
    }

    Task<TimeSpan> FiringAsync(params string[] alerts) => Eventually.HoldsAsync(
        string.Join(" and ", alerts), ToFire, async () => alerts.Except(await range.AlertsAsync("firing"), StringComparer.Ordinal).Any() is false);

    async Task<string?> LeadingResultAsync() => (string?)(await range.QueryAsync(
        "topk(1, sum by (result) (rate(sales_transition_total{to_status=\"paid\", result!=\"success\"}[10s])))"))[0]!["metric"]!["result"];

    /// <summary>The SQLSTATE that a new session is turned away with, null when it is let in.</summary>
    async Task<string?> RefusalAsync()
    {
        await using var session = new NpgsqlConnection(range["RANGE_POSTGRES_READER"] + ";Pooling=false");
        try
        {
            await session.OpenAsync(TestContext.Current.CancellationToken);
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }

    async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(range["RANGE_POSTGRES_READER"]);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // Literals of this file.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}

[CollectionDefinition(nameof(RunningRange), DisableParallelization = true)]
public sealed class RunningRangeCollection : ICollectionFixture<RunningRange>;
