using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors.Sql;
using Firstlook.Looks;
using Npgsql;

namespace Firstlook.Executors.Tests.Sql;

[Collection("database")]
public sealed class SqlReadTests(Database database)
{
    [Fact]
    public async Task A_read_returns_what_psql_would_show()
    {
        await using var executors = Permits.Executors(database.Reader);
        var result = await executors.Run(Permits.Read("-- the first\nSELECT id, name, quantity, expiry, NULL AS nothing, true AS yes, ARRAY[1,2] AS list, '{\"a\": 1}'::jsonb AS doc, interval '90 minutes' AS time FROM stock WHERE id = 1;  -- done", Language.Sql));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Equal(["id", "name", "quantity", "expiry", "nothing", "yes", "list", "doc", "time"], result.Output.Columns);
        Assert.Equal(["1", "product 1", "-2", "2025-12-16 10:00:00+00", null, "t", "{1,2}", "{\"a\": 1}", "01:30:00"], result.Output.Rows[0]);
        Assert.Equal(1, result.Output.Count);
    }

    [Fact]
    public async Task The_true_count_is_told_where_not_all_rows_are_kept()
    {
        await using var executors = Permits.Executors(database.Reader);
        var result = await executors.Run(Permits.Read("SELECT * FROM stock ORDER BY id", Language.Sql, Limits.Default with { Rows = 5 }));

        Assert.Equal(1000, result.Output.Count);
        Assert.Equal(5, result.Output.Rows.Count);
        Assert.True(result.Output.Truncated);
    }

    [Fact]
    public async Task No_more_bytes_are_kept_than_allowed()
    {
        await using var executors = Permits.Executors(database.Reader);
        var result = await executors.Run(Permits.Read("SELECT repeat('x', 1000) FROM generate_series(1, 1000)", Language.Sql, Limits.Default with { Bytes = 10_000 }));

        Assert.InRange(result.Output.Rows.Count, 5, 10);
        Assert.Equal(1000, result.Output.Count);
    }

    [Fact]
    public async Task The_server_stops_a_statement_at_its_time_limit()
    {
        await using var executors = Permits.Executors(database.Reader);
        var result = await executors.Run(Permits.Read("SELECT pg_sleep(30)", Language.Sql, Limits.Default with { Time = TimeSpan.FromMilliseconds(300) }));

        Assert.Equal(OutcomeKind.TimedOut, result.Outcome.Kind);
        Assert.Equal("57014", result.Outcome.Code);
        Assert.InRange(result.Duration, TimeSpan.FromMilliseconds(290), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_statement_that_still_runs_when_Firstlook_stops_is_given_up_on_the_server_too()
    {
        var executors = Permits.Executors(database.Reader);
        var running = executors.Run(Permits.Read("SELECT pg_sleep(20) AS given_up", Language.Sql));
        await database.Runs("given_up", 1);

        await executors.DisposeAsync();

        Assert.Equal(OutcomeKind.Cancelled, (await running).Outcome.Kind);
        await database.Runs("given_up", 0);
    }

    [Fact]
    public async Task A_statement_that_still_waits_for_its_place_when_Firstlook_stops_is_answered()
    {
        var executors = Permits.Executors(database.Reader with { Parallel = 1 });
        var running = executors.Run(Permits.Read("SELECT pg_sleep(20) AS holds_the_place", Language.Sql));
        await database.Runs("holds_the_place", 1);
        var waiting = executors.Run(Permits.Read("SELECT 1", Language.Sql));

        await executors.DisposeAsync();

        Assert.Equal([OutcomeKind.Cancelled, OutcomeKind.Cancelled], (await Task.WhenAll(running, waiting).WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken)).Select(result => result.Outcome.Kind));
    }

    [Fact]
    public async Task A_session_that_its_server_ends_in_the_middle_of_an_answer_is_put_away_without_an_error()
    {
        var sessions = new SqlSessions(database.Reader.Reader, TimeProvider.System);
        var session = await sessions.Rent(TestContext.Current.CancellationToken);
        await using var statement = new Npgsql.NpgsqlCommand("SELECT pg_sleep(20) AS ended_by_its_server", session.Connection);
        var running = statement.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await database.Runs("ended_by_its_server", 1);

        var ending = sessions.DisposeAsync();
        await database.Server.Sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%ended_by_its_server%' AND pid <> pg_backend_pid()", "shop");

        await ending;
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => running);
    }

    [Fact]
    public async Task Rows_that_came_before_the_time_limit_are_kept()
    {
        await using var executors = Permits.Executors(database.Reader);
        var result = await executors.Run(Permits.Read("SELECT n, CASE WHEN n > 900 THEN pg_sleep(30) END FROM generate_series(1, 1000) n", Language.Sql, new Limits(TimeSpan.FromMilliseconds(500), 1_000_000, 10)));

        Assert.Equal(OutcomeKind.TimedOut, result.Outcome.Kind);
        Assert.Equal(10, result.Output.Rows.Count);
        Assert.True(result.Output.Truncated);
    }

    [Fact]
    public async Task An_error_keeps_its_code_and_the_session_works_on()
    {
        await using var executors = Permits.Executors(database.Reader);
        var wrong = await executors.Run(Permits.Read("SELECT * FROM nowhere", Language.Sql));
        var right = await executors.Run(Permits.Read("SELECT 1", Language.Sql));

        Assert.Equal("42P01", wrong.Outcome.Code);
        Assert.Contains("nowhere", wrong.Outcome.Message!, StringComparison.Ordinal);
        Assert.Equal(Outcome.Succeeded, right.Outcome);
    }

    [Theory]
    [InlineData("'; rm -rf / #")]
    [InlineData("x' OR 'a'='a")]
    [InlineData("'; DROP TABLE stock; --")]
    [InlineData("\\'; SELECT 1; --")]
    [InlineData("$1 $$ /* -- \n ünïcode 🙂")]
    public async Task A_value_arrives_as_that_text(string hostile)
    {
        await using var executors = Permits.Executors(database.Reader);
        var bare = await executors.Run(Permits.Read("SELECT <x>::text AS x, count(*) FROM stock WHERE name = <x>", Language.Sql, values: [Permits.Value("<x>", hostile)]));
        var quoted = await executors.Run(Permits.Read("SELECT '<x>' AS x, '[<x>]' AS within FROM stock WHERE id = 1 AND name <> '<x>'", Language.Sql, values: [Permits.Value("<x>", hostile)]));

        Assert.Equal([hostile, "0"], bare.Output.Rows[0]);
        Assert.Equal([hostile, $"[{hostile}]"], quoted.Output.Rows[0]);
    }

    [Fact]
    public async Task A_value_stands_in_for_a_number_and_an_interval()
    {
        await using var executors = Permits.Executors(database.Reader);
        var result = await executors.Run(Permits.Read("SELECT interval '<n> minutes' AS span, id FROM stock WHERE id = <n> LIMIT <n>", Language.Sql, values: [Permits.Value("<n>", "5")]));

        Assert.Equal(["00:05:00", "5"], result.Output.Rows[0]);
    }

    [Fact]
    public async Task A_value_inside_a_dollar_quote_or_an_identifier_is_refused()
    {
        await using var executors = Permits.Executors(database.Reader);
        foreach (var text in new[] { "SELECT $$<x>$$", "SELECT E'<x>'", "SELECT * FROM \"<x>\"" })
        {
            var result = await executors.Run(Permits.Read(text, Language.Sql, values: [Permits.Value("<x>", "a")]));
            Assert.Equal(OutcomeKind.Refused, result.Outcome.Kind);
        }
    }

    [Fact]
    public async Task A_look_still_works_when_the_database_takes_no_more_connections()
    {
        await using var executors = Permits.Executors(database.Reader);
        await executors.Warm(TestContext.Current.CancellationToken);
        var taken = new List<NpgsqlConnection>();
        try
        {
            await TakeAll(taken);
            var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => executors.Run(Permits.Read("SELECT count(*) FROM pg_stat_activity WHERE state IS NOT NULL", Language.Sql))));

            Assert.All(results, result => Assert.Equal(Outcome.Succeeded, result.Outcome));
            Assert.Contains(results, result => result.Output.Errors.Any(note => note.Contains("53300", StringComparison.Ordinal)));

            await using var late = Permits.Executors(database.Reader);
            var refused = await late.Run(Permits.Read("SELECT 1", Language.Sql));
            Assert.Equal("53300", refused.Outcome.Code);
            Assert.Equal(OutcomeKind.Failed, refused.Outcome.Kind);
        }
        finally
        {
            foreach (var connection in taken) await connection.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_that_is_away_is_told_and_then_left_alone()
    {
        await using var executors = Permits.Executors(new PostgresConnection($"Host=127.0.0.1;Port={Testing.FreePort.Next()};Username=reader;Database=shop"));
        await executors.Warm(TestContext.Current.CancellationToken);
        for (var attempt = 0; attempt < 5; attempt++) Assert.Equal(OutcomeKind.Unreachable, (await executors.Run(Permits.Read("SELECT 1", Language.Sql))).Outcome.Kind);
        var left = await executors.Run(Permits.Read("SELECT 1", Language.Sql));

        Assert.Equal(OutcomeKind.Unreachable, left.Outcome.Kind);
        Assert.Contains("left alone", left.Outcome.Message!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=no-such-host.invalid;Username=reader", OutcomeKind.Unreachable)]
    [InlineData("Nonsense=1;Host=127.0.0.1", OutcomeKind.Refused)]
    public async Task A_connection_that_leads_nowhere_is_told(string connection, OutcomeKind kind)
    {
        await using var executors = Permits.Executors(new PostgresConnection(connection));
        await executors.Warm(TestContext.Current.CancellationToken);
        var result = await executors.Run(Permits.Read("SELECT 1", Language.Sql));

        Assert.Equal(kind, result.Outcome.Kind);
        Assert.Contains("it", result.Outcome.Message!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_held_session_is_opened_again_after_it_was_ended()
    {
        await using var executors = Permits.Executors(database.Reader);
        await executors.Run(Permits.Read("SELECT 1", Language.Sql));
        await database.Server.Sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reader' AND application_name = 'firstlook'");
        var result = await executors.Run(Permits.Read("SELECT 1", Language.Sql));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
    }

    async Task TakeAll(List<NpgsqlConnection> taken)
    {
        while (true)
        {
            var connection = new NpgsqlConnection(database.Server.Connection("operator", "shop") + ";Pooling=false");
            try
            {
                await connection.OpenAsync(TestContext.Current.CancellationToken);
                taken.Add(connection);
            }
            catch (PostgresException full) when (full.SqlState == "53300")
            {
                await connection.DisposeAsync();
                return;
            }
        }
    }
}
