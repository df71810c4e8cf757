using Firstlook.Range.Telemetry;
using Npgsql;

namespace Firstlook.Range.Database;

/// <summary>
/// What PostgreSQL says of itself, under the names that the usual exporter gives it, every second over one session that
/// is kept, so that it can still be told when no further session is to be had.
/// </summary>
internal sealed class DatabaseStatistics(ShopSettings settings, ShopMetrics metrics, ShopLog log, TimeProvider clock)
    : Routine(TimeSpan.FromSeconds(1), metrics, log, clock)
{
    const string Ask =
        """
        SELECT coalesce(application_name, ''), coalesce(state, 'none'), count(*)::float8,
               coalesce(max(extract(epoch FROM clock_timestamp() - query_start)) FILTER (WHERE state = 'active'), 0)::float8
        FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() GROUP BY 1, 2;
        SELECT current_setting('max_connections')::float8, (SELECT count(*)::float8 FROM pg_locks WHERE NOT granted), deadlocks::float8,
               coalesce((SELECT max(extract(epoch FROM clock_timestamp() - xact_start)) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'), 0)::float8
        FROM pg_stat_database WHERE datname = current_database()
        """;

    readonly LabelledGauge activity = metrics.Add(new LabelledGauge("pg_stat_activity_count", "Sessions, by application and state.", "application_name", "state"));
    readonly LabelledGauge longest = metrics.Add(new LabelledGauge("pg_stat_activity_longest_query_seconds", "How long the oldest running statement has been running."));
    readonly LabelledGauge most = metrics.Add(new LabelledGauge("pg_settings_max_connections", "Sessions that the server allows."));
    readonly LabelledGauge waiting = metrics.Add(new LabelledGauge("pg_locks_waiting", "Locks that are waited for."));
    readonly LabelledGauge deadlocks = metrics.Add(new LabelledGauge("pg_stat_database_deadlocks", "Deadlocks since the start."));
    readonly LabelledGauge idle = metrics.Add(new LabelledGauge("pg_stat_activity_idle_in_transaction_seconds", "How long the oldest idle transaction has been open."));
    readonly LabelledGauge up = metrics.Add(new LabelledGauge("pg_up", "Whether PostgreSQL answered."));
    NpgsqlConnection? session;

    protected override string Name => "database.statistics";

    protected override async Task TendAsync(CancellationToken cancellation)
    {
        try
        {
            if (session is not { FullState: System.Data.ConnectionState.Open })
            {
                session?.Dispose();
                session = new NpgsqlConnection(settings.Postgres + ";Application Name=statistics;Pooling=false;Command Timeout=3");
                await session.OpenAsync(cancellation);
            }
            await ReadAsync(session, cancellation);
            up.Set(1);
        }
        catch (NpgsqlException)
        {
            up.Set(0);
            throw;
        }
    }

    async Task ReadAsync(NpgsqlConnection open, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Ask, open);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var counts = new List<(string[], double)>();
        var oldest = 0.0;
        while (await reader.ReadAsync(cancellation))
        {
            counts.Add(([reader.GetString(0), reader.GetString(1)], reader.GetDouble(2)));
            oldest = Math.Max(oldest, reader.GetDouble(3));
        }
        activity.Replace(counts);
        longest.Set(oldest);
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        most.Set(reader.GetDouble(0));
        waiting.Set(reader.GetDouble(1));
        deadlocks.Set(reader.GetDouble(2));
        idle.Set(reader.GetDouble(3));
    }

    public override void Dispose()
    {
        session?.Dispose();
        base.Dispose();
    }
}
