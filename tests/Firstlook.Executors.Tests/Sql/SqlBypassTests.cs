using Firstlook.Effects;
using Firstlook.Looks;
using Npgsql;

namespace Firstlook.Executors.Tests.Sql;

/// <summary>What works inside BEGIN READ ONLY alone, tried with permits that no classifier has seen. None may change or end anything.</summary>
[Collection("database")]
public sealed class SqlBypassTests(Database database)
{
    public static TheoryData<string> Bypasses =>
    [
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'operator'",
        "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = 'operator'",
        "SELECT pg_stat_reset()",
        "SELECT pg_stat_statements_reset()",
        "LOCK TABLE stock IN ACCESS EXCLUSIVE MODE",
        "COPY (SELECT 1) TO PROGRAM 'touch /tmp/firstlook-bypass'",
        "COPY stock TO '/tmp/firstlook-bypass'",
        "SELECT dblink_exec('host=127.0.0.1 port={port} dbname=shop user=postgres', 'DELETE FROM stock')",
        "SELECT dblink_exec('host=127.0.0.1 port={port} dbname=shop user=operator', 'DELETE FROM stock')",
        "SET TRANSACTION READ WRITE; DELETE FROM stock",
        "COMMIT; DELETE FROM stock",
        "SELECT 1; DELETE FROM stock",
        "SELECT 1;;; /* x */ ROLLBACK",
        "DELETE FROM stock",
        "WITH gone AS (DELETE FROM stock RETURNING id) SELECT count(*) FROM gone",
        "UPDATE stock SET quantity = 0",
        "CREATE TABLE mine (id int)",
        "CREATE TEMP TABLE mine AS SELECT 1",
        "SELECT * INTO mine FROM stock",
        "SELECT nextval('stock_id_seq')",
        "SELECT lo_create(0)",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_ls_dir('/')",
        "SELECT lo_import('/etc/passwd')",
        "ALTER SYSTEM SET work_mem = '1MB'",
        "SELECT pg_reload_conf()",
        "SELECT pg_rotate_logfile()",
        "SELECT pg_switch_wal()",
        "SELECT pg_create_restore_point('x')",
        "CHECKPOINT",
        "VACUUM stock",
        "DO $$ BEGIN EXECUTE 'DELETE FROM stock'; END $$",
        "SET ROLE postgres",
        "SET SESSION AUTHORIZATION postgres",
        "GRANT pg_write_all_data TO reader",
        "SELECT * FROM stock FOR UPDATE",
        "NOTIFY alarm",
        "PREPARE TRANSACTION 'x'",
        "\\! touch /tmp/firstlook-bypass",
    ];

    [Theory]
    [MemberData(nameof(Bypasses))]
    public async Task A_bypass_of_read_only_fails(string text)
    {
        await using var bystander = new NpgsqlConnection(database.Server.Connection("operator", "shop") + ";Pooling=false");
        await bystander.OpenAsync(TestContext.Current.CancellationToken);
        await using var executors = Permits.Executors(database.Reader);
        var result = await executors.Run(Permits.Read(text.Replace("{port}", $"{database.Server.Port}", StringComparison.Ordinal), Language.Sql));

        // These two are let through by PostgreSQL 15 itself; the rollback undoes them.
        if (text is not ("NOTIFY alarm" or "SELECT lo_create(0)")) Assert.NotEqual(OutcomeKind.Succeeded, result.Outcome.Kind);
        Assert.Equal("1000|-2", await database.Server.Sql("SELECT count(*), min(quantity) FROM stock", "shop"));
        Assert.Equal("0|0", await database.Server.Sql("SELECT (SELECT count(*) FROM pg_largeobject_metadata), (SELECT count(*) FROM pg_class WHERE relname = 'mine')", "shop"));
        Assert.False(File.Exists("/tmp/firstlook-bypass"));
        await using var alive = new NpgsqlCommand("SELECT 1", bystander);
        Assert.Equal(1, await alive.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("SET TRANSACTION READ WRITE")]
    [InlineData("SET transaction_read_only = off")]
    [InlineData("SELECT set_config('transaction_read_only', 'off', false)")]
    public async Task The_transaction_cannot_be_made_read_write(string text)
    {
        await using var executors = Permits.Executors(database.Reader);
        var result = await executors.Run(Permits.Read(text, Language.Sql));

        Assert.Equal(OutcomeKind.Failed, result.Outcome.Kind);
    }

    [Fact]
    public async Task Advisory_locks_settings_and_listening_do_not_outlive_the_command()
    {
        await using var executors = Permits.Executors(database.Reader);
        foreach (var text in new[] { "SELECT pg_advisory_lock(4711)", "SELECT set_config('statement_timeout', '0', false)", "LISTEN alarm", "SET default_transaction_read_only = off" })
            await executors.Run(Permits.Read(text, Language.Sql));
        var left = await executors.Run(Permits.Read("SELECT (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'), (SELECT count(*) FROM pg_listening_channels()), current_setting('default_transaction_read_only')", Language.Sql));

        Assert.Equal(["0", "0", "on"], left.Output.Rows[0]);
    }

    [Fact]
    public async Task A_statement_that_commits_the_transaction_leaves_a_read_only_session()
    {
        await using var executors = Permits.Executors(database.Reader);
        foreach (var text in new[] { "COMMIT", "ROLLBACK", "BEGIN", "SAVEPOINT a" }) await executors.Run(Permits.Read(text, Language.Sql));
        var after = await executors.Run(Permits.Read("DELETE FROM stock", Language.Sql));

        Assert.Equal(OutcomeKind.Failed, after.Outcome.Kind);
        Assert.Equal("1000", await database.Server.Sql("SELECT count(*) FROM stock", "shop"));
    }

    [Theory]
    [InlineData("postgres", "superuser")]
    [InlineData("operator", "may write to stock")]
    [InlineData("signaller", "pg_signal_backend")]
    [InlineData("writer", "pg_write_all_data")]
    public async Task Reads_do_not_run_under_a_role_that_can_do_more(string role, string why)
    {
        await using var executors = Permits.Executors(new PostgresConnection(database.Server.Connection(role, "shop")));
        var result = await executors.Run(Permits.Read("SELECT 1", Language.Sql));

        Assert.Equal(OutcomeKind.Refused, result.Outcome.Kind);
        Assert.Contains(why, result.Outcome.Message!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_needs_a_role_of_its_own()
    {
        await using var without = Permits.Executors(database.Reader);
        await using var with = Permits.Executors(database.Reader with { Actor = database.Server.Connection("operator", "shop") });
        var refused = await without.Run(Permits.Action("UPDATE stock SET name = 'x' WHERE id = 7", Language.Sql));
        var done = await with.Run(Permits.Action("UPDATE stock SET name = '<name>' WHERE id = 7", Language.Sql, values: [Permits.Value("<name>", "'; DROP TABLE stock; -- seven")]));

        Assert.Equal(OutcomeKind.Refused, refused.Outcome.Kind);
        Assert.Equal(Outcome.Succeeded, done.Outcome);
        Assert.Equal(["1 row affected"], done.Output.Lines);
        Assert.Equal("'; DROP TABLE stock; -- seven", await database.Server.Sql("SELECT name FROM stock WHERE id = 7", "shop"));
    }
}
