using System.Text.Json.Nodes;
using Npgsql;

namespace Firstlook.Range.Tests;

/// <summary>What the range is like while nothing is wrong with it.</summary>
[Collection(nameof(RunningRange))]
public sealed class PeacetimeTests(RunningRange range)
{
    [Fact]
    public async Task With_no_fault_customers_are_served_and_nothing_fails()
    {
        range.SkipIfUnfit();
        await Eventually.HoldsAsync("no alert", TimeSpan.FromSeconds(90), async () =>
            (await range.AlertsAsync("firing")).Count + (await range.AlertsAsync("pending")).Count == 0);
        await Eventually.HoldsAsync("sales are paid", TimeSpan.FromSeconds(20), async () =>
            await range.ValueAsync("sum(rate(sales_transition_total{result=\"success\"}[10s]))") > 2
            && await range.ValueAsync("sum(rate(http_requests_total[10s]))") > 15);
        Assert.Equal(0, await range.ValueAsync("sum(rate(http_requests_total{status=~\"5..\"}[10s]))"));
        Assert.Equal(0, await range.ValueAsync("sum(rate(sales_transition_total{result!~\"success|idempotent\"}[10s]))"));
        Assert.Equal(0, await range.ValueAsync("sum(rate(sale_refunds_total{result=\"failure\"}[10s]))"));
        Assert.Empty(await range.AlertsAsync("firing"));
    }

    [Fact]
    public async Task Each_query_of_the_first_three_procedures_runs_unchanged()
    {
        range.SkipIfUnfit();
        var blocks = RunbookBlocks.Read().Where(block => block.Procedure is ['R', 'u', 'n', 'b', 'o', 'o', 'k', ' ', '1' or '2' or '3', ..]).ToList();
        Assert.SkipWhen(blocks.Count == 0, "the runbook is not to be had: no folder shared/seeds beside the repository");
        await RunReadsAsync(blocks);
        Assert.True(blocks.Count(block => block.Language is "promql" or "sql") >= 10);
    }

    [Fact]
    public async Task Each_block_of_the_shops_own_runbook_runs()
    {
        range.SkipIfUnfit();
        var blocks = RunbookBlocks.Read(Path.Combine(Repository.Root, "runbooks", "shop.md"));
        await RunReadsAsync(blocks);
        var python = await range.RunAsync("django/shell", [], blocks.Single(block => block.Language == "python").Text);
        Assert.True(python.Exit == 0, python.Text);
    }

    [Fact]
    public async Task Each_line_of_the_log_is_one_object_with_what_correlation_needs()
    {
        range.SkipIfUnfit();
        await Eventually.HoldsAsync("lines of both kinds", TimeSpan.FromSeconds(20), async () =>
        {
            var lines = (await ReadLogAsync()).Where(line => (string?)line["event"] is "sale.transition" or "http.request").ToList();
            Assert.All(lines, line => Assert.True(Guid.TryParse((string?)line["request_id"], out _)));
            Assert.All(lines.Where(line => (string?)line["event"] == "http.request"), line =>
                Assert.Contains($"status_code={line["status_code"]}", (string?)line["message"], StringComparison.Ordinal));
            return lines.Exists(line => (string?)line["event"] == "sale.transition" && line["sale_id"] is not null && (string?)line["to_status"] == "paid");
        });
        var same = await range.RunAsync("enter", ["cmp", "/var/log/app.log", "/var/log/app.json"]);
        Assert.True(same.Exit == 0, same.Text);
    }

    [Fact]
    public async Task The_reader_sees_everything_and_changes_nothing()
    {
        range.SkipIfUnfit();
        await using var connection = new NpgsqlConnection(range["RANGE_POSTGRES_READER"]);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var read = new NpgsqlCommand("SELECT count(*) FROM sales_sale, pg_stat_activity", connection);
        await read.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        // A session may lift its own default, so the rights alone must hold.
        await using var lift = new NpgsqlCommand("SET default_transaction_read_only = off", connection);
        await lift.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var write = new NpgsqlCommand("UPDATE stock_onhand SET quantity_on_hand = 0", connection);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_reader_sees_what_each_statement_costs_by_the_columns_of_this_version()
    {
        range.SkipIfUnfit();
        await using var connection = new NpgsqlConnection(range["RANGE_POSTGRES_READER"]);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var dearest = new NpgsqlCommand("SELECT count(*) FROM pg_stat_statements WHERE mean_exec_time > 0 AND query LIKE '%INSERT INTO sales_sale%'", connection);
        Assert.True((long)(await dearest.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0);
        // Its name until PostgreSQL 12.
        await using var old = new NpgsqlCommand("SELECT mean_time FROM pg_stat_statements", connection);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => old.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.UndefinedColumn, refused.SqlState);
    }

    [Theory]
    [InlineData("exceptions_total{exception_type=\"DatabaseError\",location=\"django_db\"}")]
    [InlineData("stock_refund_in_mismatch_total{type=\"missing_move\"}")]
    [InlineData("festivals_http_request_duration_seconds_bucket{path=\"/api/products/\"}")]
    [InlineData("festivals:cache_hits / (festivals:cache_hits + festivals:cache_misses) > 0.5")]
    [InlineData("rate(django_http_requests_total_by_view_transport_method_total{transport=\"https\",status=\"200\"}[10s]) > 0")]
    [InlineData("histogram_quantile(0.95, rate(django_http_request_duration_seconds_bucket[10s])) > 0")]
    public async Task Other_teams_names_of_metrics_lead_to_what_the_shop_counts(string promql)
    {
        range.SkipIfUnfit();
        await Eventually.HoldsAsync(promql, TimeSpan.FromSeconds(60), async () => (await range.QueryAsync(promql)).Count > 0);
    }

    [Fact]
    public async Task Faults_ask_for_the_token_and_are_not_behind_the_front_door()
    {
        range.SkipIfUnfit();
        using var stranger = await range.AskFaultsAsync(HttpMethod.Post, "/faults/stock-short/inject", token: "guess");
        Assert.Equal(401, (int)stranger.StatusCode);
        using var unknown = await range.AskFaultsAsync(HttpMethod.Post, "/faults/rain/inject");
        Assert.Equal(404, (int)unknown.StatusCode);
        Assert.Equal(404, await range.StatusAsync(range["RANGE_WEB_URL"] + "/faults"));
        Assert.Equal(404, await range.StatusAsync(range["RANGE_WEB_URL"] + "/metrics"));
        Assert.Equal(200, await range.StatusAsync(range["RANGE_WEB_URL"] + "/health/"));
    }

    [Theory]
    [InlineData("django/shell", "print('before')\nraise ValueError('wrong')\n", "ValueError: wrong")]
    [InlineData("typescript/shell", "console.log('before');\nthrow new Error('wrong');\n", "Error: wrong")]
    public async Task A_block_that_raises_says_so(string shell, string block, string said)
    {
        range.SkipIfUnfit();
        var raised = await range.RunAsync(shell, [], block);
        Assert.Equal(1, raised.Exit);
        Assert.Equal("before\n", raised.Output);
        Assert.Contains(said, raised.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_of_typescript_asks_and_steers_the_shop_by_its_own_modules()
    {
        range.SkipIfUnfit();
        const string key = "idem:lumen:checkout:a-block-of-typescript";
        var kept = await range.RunAsync("enter", ["redis-cli", "-h", range["RANGE_REDIS"].Split(':')[0], "-p", range["RANGE_REDIS"].Split(':')[1], "SET", key, "{\"status\":201}", "EX", "600"]);
        Assert.True(kept.Exit == 0, kept.Text);
        var asked = await range.RunAsync("typescript/shell", [], $"import {{ getIdempotencyResult }} from 'lib/payments/idempotency';\n\nconst found = getIdempotencyResult('{key}');\nconst none = getIdempotencyResult('idem:tenant:operation:scope');\n");
        Assert.True(asked.Exit == 0, asked.Text);
        Assert.Matches("""^found = \{ answer: '\{"status":201\}', expiresIn: \d+ \}\nnone = null\n$""", asked.Output);

        var forced = await range.RunAsync("typescript/shell", [], "import { circuitBreakerRegistry } from 'lib/resilience/circuit-breaker';\nconst breaker = circuitBreakerRegistry.get('stripe');\nconst now = breaker?.forceState('CLOSED');\n");
        Assert.Contains("now = 'stripe: Closed'", forced.Output, StringComparison.Ordinal);
        var strange = await range.RunAsync("typescript/shell", [], "import { circuitBreakerRegistry } from 'lib/resilience/circuit-breaker';\ncircuitBreakerRegistry.get('service-name')?.forceState('HALF_OPEN');\n");
        Assert.Equal(1, strange.Exit);
        Assert.Contains("there is no circuit breaker service-name", strange.Errors, StringComparison.Ordinal);

        var cleared = await range.RunAsync("typescript/shell", [], "import { CacheCoalescer } from 'lib/cache/coalescing-cache';\nconst cache = new CacheCoalescer({ ttlMs: 30000, maxConcurrent: 10 });\nconst pages = cache.clear();\n");
        Assert.True(cleared.Exit == 0, cleared.Text);
        Assert.Matches(@"pages = \d+\n$", cleared.Output);
    }

    [Fact]
    public async Task A_block_of_typescript_that_imports_what_is_not_there_says_so()
    {
        range.SkipIfUnfit();
        var broken = await range.RunAsync("typescript/shell", [], "import { x } from 'lib/none';\nx();\n");
        Assert.Equal(1, broken.Exit);
        Assert.Contains("Could not resolve", broken.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_start_in_the_same_place_changes_nothing()
    {
        range.SkipIfUnfit();
        var again = await range.RunAsync("up", ["--detach"]);
        Assert.True(again.Exit == 0, again.Text);
        Assert.Contains("already up", again.Errors, StringComparison.Ordinal);
    }

    // PromQL, SQL as the reader, and shell commands that read the shop's log.
    async Task RunReadsAsync(IReadOnlyList<RunbookBlock> blocks)
    {
        foreach (var block in blocks.Where(block => block.Language == "promql"))
        {
            await range.QueryAsync(block.Text);
        }
        await using var connection = new NpgsqlConnection(range["RANGE_POSTGRES_READER"]);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var block in blocks.Where(block => block.Language == "sql"))
        {
#pragma warning disable CA2100 // The runbook's own statement, as a role that can only read.
            await using var command = new NpgsqlCommand(block.Text, connection);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        foreach (var block in blocks.Where(block => block.Language == "bash" && block.Text.Contains("/var/log/app.log", StringComparison.Ordinal)))
        {
            var said = await range.RunAsync("enter", ["bash", "-c", block.Text]);
            Assert.True(said.Errors.Length == 0, said.Text);
        }
    }

    async Task<List<JsonNode>> ReadLogAsync()
    {
        await using var file = new FileStream(range["RANGE_LOG"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        // The last line may still be on its way.
        return [.. text.Split('\n')[..^1].Select(line => JsonNode.Parse(line)!)];
    }
}
