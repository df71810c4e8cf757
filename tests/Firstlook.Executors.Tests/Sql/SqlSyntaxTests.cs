using System.Text.RegularExpressions;
using Firstlook.Effects.Sql;
using Npgsql;

namespace Firstlook.Executors.Tests.Sql;

/// <summary>The pure reader of queries, held against the server's own.</summary>
public sealed partial class SqlSyntaxTests(Database database)
{
    const string SyntaxError = "42601";

    /// <summary>Queries as runbooks have them, with every form that the reader knows and some that it does not.</summary>
    static readonly string[] Sound =
    [
        "SELECT count(*) FROM pg_stat_activity WHERE state = 'active'",
        "SELECT pid, now() - pg_stat_activity.query_start AS duration, query FROM pg_stat_activity WHERE state != 'idle' ORDER BY duration DESC LIMIT 10",
        "SELECT p.name, l.code, SUM(soh.quantity) as total FROM stock soh JOIN product p ON p.id = soh.product_id LEFT OUTER JOIN location l USING (id) WHERE soh.quantity > 0 GROUP BY p.name, l.code HAVING SUM(soh.quantity) < 10 ORDER BY total ASC NULLS LAST, 2",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND state IN ('idle', 'idle in transaction') AND state_change < now() - INTERVAL '5 minutes'",
        "SELECT pg_size_pretty(pg_total_relation_size(relid)) AS size FROM pg_catalog.pg_statio_user_tables ORDER BY pg_total_relation_size(relid) DESC OFFSET 5 ROWS",
        "WITH RECURSIVE waits AS (SELECT pid, pg_blocking_pids(pid) AS by FROM pg_stat_activity), t(n) AS NOT MATERIALIZED (VALUES (1), (2)) SELECT * FROM waits, t WHERE cardinality(by) > 0",
        "SELECT CASE WHEN a > 1 THEN 'x' WHEN a IS NULL THEN 'y' ELSE 'z' END, CASE b WHEN 1 THEN 2 END FROM t",
        "SELECT a::text, CAST(b AS numeric(10, 2)), c::timestamp with time zone, d::int[], (ARRAY[1, 2])[1], ARRAY(SELECT 1) FROM t",
        "SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.id) AND NOT a BETWEEN 1 AND 2 OR b NOT LIKE '%x%' ESCAPE '!' AND c ILIKE ANY (ARRAY['a']) AND d SIMILAR TO 'x' AND e IS NOT DISTINCT FROM 1 AND f IS NOT TRUE",
        "SELECT extract(epoch FROM now() - a), substring(b from 1 for 2), trim(both ' ' from c), position('a' in d) FROM t",
        "SELECT row_number() OVER (PARTITION BY a ORDER BY b DESC), sum(c) FILTER (WHERE c > 0) OVER w, percentile_cont(0.5) WITHIN GROUP (ORDER BY d) FROM t WINDOW w AS (ORDER BY e)",
        "SELECT DISTINCT ON (a) a, b FROM t UNION ALL SELECT 1, 2 EXCEPT (SELECT 3, 4) ORDER BY 1",
        "SELECT data->>'id', data #>> '{a,b}', data @> '{\"a\":1}'::jsonb, data ? 'x', a || b, a ~* 'x', a !~ 'y', -a + +b, a % 2 FROM t",
        "SELECT relname, n_dead_tup, round(100.0 * n_dead_tup / nullif(n_live_tup + n_dead_tup, 0), 1) pct FROM pg_stat_user_tables",
        "SELECT * FROM a NATURAL JOIN b CROSS JOIN c FULL JOIN d ON true, LATERAL (SELECT 1) x, generate_series(1, 10) WITH ORDINALITY AS g(n, o)",
        "EXPLAIN (ANALYZE, BUFFERS) SELECT 1",
        "EXPLAIN ANALYZE SELECT a FROM t",
        "SELECT now() AT TIME ZONE 'UTC', a COLLATE \"C\", date '2025-01-01', inet '10.0.0.1', timestamp '2025-01-01', interval '1 day' FROM t",
        "SELECT string_agg(a, ', ' ORDER BY b), count(DISTINCT c), array_agg(ALL d) FROM t GROUP BY ROLLUP (a, b), ()",
        "SELECT t.*, (t).a, (ARRAY[1,2])[1], (SELECT max(x) FROM u) FROM ONLY t AS t (a, b) WHERE (a, b) IN (SELECT 1, 2) FOR UPDATE SKIP LOCKED",
        "SELECT 1 WHERE true LIMIT ALL OFFSET 0",
        "SELECT datname, numbackends, deadlocks FROM pg_stat_database WHERE datname = current_database()",
        "SELECT a.pid, l.mode FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE NOT l.granted",
        "SELECT application_name, client_addr, pg_wal_lsn_diff(sent_lsn, replay_lsn) AS lag FROM pg_stat_replication",
        "TABLE stock",
        "VALUES (1, 'a'), (2, 'b')",
        "SELECT a FROM t FETCH FIRST 5 ROWS ONLY",
        "SELECT sum(a) total, b FROM t GROUP BY 2 HAVING count(*) > 1",
    ];

    async Task<bool> IsSyntaxError(NpgsqlConnection connection, string sql)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.PrepareAsync(TestContext.Current.CancellationToken);
            return false;
        }
        catch (PostgresException exception)
        {
            return exception.SqlState == SyntaxError;
        }
    }

    [Fact]
    public async Task What_we_call_wrong_the_server_calls_a_syntax_error()
    {
        await using var connection = new NpgsqlConnection(database.Server.Connection("postgres", "shop"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var sql in Sound)
        {
            Assert.False(await IsSyntaxError(connection, sql), sql);
            Assert.True(SqlSyntax.Problem(sql) is null, $"{sql}\n{SqlSyntax.Problem(sql)}");
        }

        var random = new Random(11);
        var changed = Enumerable.Range(0, 700).Select(_ => Changed(Sound[random.Next(Sound.Length)], random)).Distinct(StringComparer.Ordinal).ToList();
        var (told, wrong) = (0, 0);
        foreach (var sql in changed)
        {
            var server = await IsSyntaxError(connection, sql);
            if (server) wrong++;
            if (SqlSyntax.Problem(sql) is not { } problem) continue;
            Assert.True(server, $"{sql}\n{problem}");
            told++;
        }

        // Errs to the side of saying nothing, and yet tells most.
        Assert.True(told * 2 > wrong, $"told {told} of {wrong}");
    }

    static readonly string[] Tokens = ["FROM", "WHERE", ",", ")", "(", "AND", "=", "x", "SELECT", "ORDER", "BY", "1", "'a'", "GROUP", "ON", "JOIN"];

    static string Changed(string sql, Random random)
    {
        var pieces = Piece().Matches(sql).Select(match => match.Value).ToList();
        var words = Enumerable.Range(0, pieces.Count).Where(i => !string.IsNullOrWhiteSpace(pieces[i])).ToList();
        var at = words[random.Next(words.Count)];
        switch (random.Next(3))
        {
            case 0: pieces.RemoveAt(at); break;
            case 1: pieces[at] = Tokens[random.Next(Tokens.Length)]; break;
            default: pieces.Insert(at, Tokens[random.Next(Tokens.Length)] + " "); break;
        }

        return string.Concat(pieces);
    }

    [Theory]
    [InlineData("SELECT pid, state, FROM pg_stat_activity", 19, "\"FROM\" stands where a value is needed")]
    [InlineData("SELECT a FROM t WHERE", 20, "the query ends where a value is needed")]
    [InlineData("SELECT count(* FROM t", 12, "\"(\" is never closed")]
    [InlineData("SELECT a FROM t ORDER BY a WHERE b = 1", 27, "WHERE comes too late")]
    [InlineData("SELECT a FROM t GROUP a", 22, null)]
    [InlineData("SELECT a FROM t WHERE b = 'x", 26, "never closed")]
    public void The_place_and_the_reason_are_told(string sql, int at, string? message)
    {
        var problem = SqlSyntax.Problem(sql);
        if (message is null)
        {
            // Another word than BY may be a form that is not known here.
            Assert.Null(problem);
            return;
        }

        Assert.Equal(at, problem!.At);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"'[^']*'|""[^""]*""|\w+|\s+|[^\w\s]")]
    private static partial Regex Piece();
}
