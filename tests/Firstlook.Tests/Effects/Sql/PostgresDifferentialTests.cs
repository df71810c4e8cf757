using System.Globalization;
using Firstlook.Effects;
using Firstlook.Testing;

namespace Firstlook.Tests.Effects.Sql;

/// <summary>Every function of a real PostgreSQL 15 that is called a read is called, as superuser, and must leave no trace.</summary>
public sealed class PostgresDifferentialTests
{
    /// <summary>One value for each type of argument; functions with arguments of other types are judged all the same, and not called.</summary>
    const string Calls = """
        WITH given(type, value) AS (VALUES ('text','''x'''), ('name','''postgres'''), ('int4','1'), ('int8','1::bigint'), ('int2','1::smallint'), ('oid','1259::oid'), ('regclass','''pg_class''::regclass'), ('bool','true'), ('float8','1.5::float8'), ('numeric','1.5'),
            ('timestamptz','now()'), ('timestamp','now()::timestamp'), ('date','current_date'), ('interval','''1 s''::interval'), ('json','''{"a":1}''::json'), ('jsonb','''{"a":1}''::jsonb'), ('bytea','''\x00''::bytea'), ('pg_lsn','''0/0''::pg_lsn'), ('anyelement','1'), ('any','1'), ('anyarray','array[1]'),
            ('_text','array[''x'']'), ('xid8','''3''::xid8'), ('xid','''3''::xid'), ('char','''r''::"char"'), ('regtype','''int4''::regtype'), ('inet','''127.0.0.1''::inet'), ('uuid','''00000000-0000-0000-0000-000000000000''::uuid'), ('tsvector','''a''::tsvector'), ('tsquery','''a''::tsquery'), ('record','row(1)'), ('_int4','array[1]'))
        SELECT p.proname, format('SELECT pg_catalog.%I(%s)', p.proname,
            (SELECT string_agg(CASE WHEN p.provariadic <> 0 AND a.at = p.pronargs THEN 'VARIADIC ' ELSE '' END || g.value, ', ' ORDER BY a.at) FROM unnest(p.proargtypes) WITH ORDINALITY a(type, at) JOIN pg_type t ON t.oid = a.type JOIN given g ON g.type = t.typname)) AS call
        FROM pg_proc p
        WHERE p.prokind = 'f' AND p.pronamespace = 'pg_catalog'::regnamespace AND p.prorettype <> 'internal'::regtype
          AND (SELECT count(*) FROM unnest(p.proargtypes) a(type) JOIN pg_type t ON t.oid = a.type JOIN given g ON g.type = t.typname) = p.pronargs
        ORDER BY p.oid
        """;

    /// <summary>What a function could leave behind: transactions, write-ahead log, rows, locks, sessions, slots, files, settings, statistics.</summary>
    const string Traces = """
        SELECT json_build_object(
            'xid', pg_snapshot_xmax(pg_current_snapshot())::text, 'wal', pg_current_wal_insert_lsn(),
            'rows', (SELECT sum(tup_inserted + tup_updated + tup_deleted) FROM pg_stat_database), 'reset', (SELECT max(stats_reset) FROM pg_stat_database),
            'advisory', (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'), 'slots', (SELECT count(*) FROM pg_replication_slots), 'origins', (SELECT count(*) FROM pg_replication_origin),
            'objects', (SELECT count(*) FROM pg_class), 'large', (SELECT count(*) FROM pg_largeobject_metadata), 'functions', (SELECT count(*) FROM pg_proc),
            'files', (SELECT count(*) FROM pg_ls_dir('.')) + (SELECT count(*) FROM pg_ls_dir('pg_wal')) + (SELECT count(*) FROM pg_ls_dir('base')),
            'started', pg_postmaster_start_time(), 'loaded', pg_conf_load_time(), 'recovery', pg_is_in_recovery(), 'logfile', coalesce(pg_current_logfile(), ''))
        """;

    [Fact]
    public async Task A_function_that_is_called_a_read_leaves_no_trace_in_a_real_server()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var server = await PostgresServer.Start("autovacuum=off", "wal_level=minimal", "max_wal_senders=0", "max_replication_slots=10", "checkpoint_timeout=1d", "bgwriter_delay=10s");
        var calls = (await server.Sql(Calls)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|', 2)).ToList();
        Assert.InRange(calls.Count, 1500, 5000);
        var reads = calls.Where(call => Classifier.Whole(call[1] + ";", Language.Sql).RunsByItself).ToList();
        Assert.InRange(reads.Count, 300, calls.Count);

        // Once without comparing: the first use of the catalogs fills caches and sets hint bits.
        await Run(server, reads.Take(reads.Count / 2));
        await Run(server, reads.Skip(reads.Count / 2));
        await CompareHalves(server, reads);
    }

    /// <summary>Runs a list and compares; where something changed, looks for the call in its halves.</summary>
    static async Task CompareHalves(PostgresServer server, List<string[]> calls)
    {
        var before = await server.Sql(Traces);
        await Run(server, calls);
        var after = await server.Sql(Traces);
        if (before == after) return;
        if (calls.Count == 1) Assert.Fail($"called a read, and leaves a trace: {calls[0][1]}\n{before}\n{after}");
        await CompareHalves(server, calls[..(calls.Count / 2)]);
        await CompareHalves(server, calls[(calls.Count / 2)..]);
        Assert.Fail($"{calls.Count.ToString(CultureInfo.InvariantCulture)} calls together leave a trace that none leaves alone:\n{before}\n{after}");
    }

    /// <summary>Errors are fine: a value may be none that the function takes.</summary>
    static Task Run(PostgresServer server, IEnumerable<string[]> calls) =>
        server.Sql("\\set ON_ERROR_STOP off\n\\set VERBOSITY terse\nSET statement_timeout = '2s';\nSET client_min_messages = panic;\n\\o /dev/null\n" + string.Join('\n', calls.Select(call => call[1] + ";")) + "\n\\o\n");

    [Fact]
    public async Task No_function_that_may_write_is_on_the_list_of_reads_but_a_named_few()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var server = await PostgresServer.Start();
        var changing = (await server.Sql("SELECT DISTINCT proname FROM pg_proc WHERE provolatile = 'v' AND proname ~ '(lock|terminate|cancel|reset|reload|rotate|promote|slot|origin|import|export|create|drop|advance|write|unlink|set|notify|start|stop|switch|replay_(pause|resume)|emit|sleep|put|truncate|log_backend)'")).Split('\n');
        string[] fine = ["pg_blocking_pids", "pg_safe_snapshot_blocking_pids", "pg_lock_status", "pg_show_replication_origin_status", "pg_replication_origin_progress", "pg_isolation_test_session_is_blocked", "pg_get_replication_slots", "clock_timestamp", "pg_get_wal_replay_pause_state", "pg_is_wal_replay_paused"];
        Assert.DoesNotContain(changing.Except(fine), name => Classifier.Whole($"SELECT {name}(1);", Language.Sql).RunsByItself);
    }
}
