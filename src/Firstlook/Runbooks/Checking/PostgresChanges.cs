namespace Firstlook.Runbooks.Checking;

/// <param name="Relation">The table or view whose column it is; null for functions, views and tables themselves.</param>
/// <param name="New">Its name now; null where it has none.</param>
/// <param name="Instead">What to do where there is no new name.</param>
/// <param name="Since">The first major version without the old name.</param>
internal sealed record PostgresChange(string? Relation, string Old, string? New, int Since, string? Instead = null);

/// <summary>
/// Names that runbooks use and that PostgreSQL renamed or removed, from the "Migration to Version" sections of its release notes, 9.2 to 17
/// (postgresql.org/docs/release). Versions before 10 count as 9.
/// </summary>
internal static class PostgresChanges
{
    public static readonly IReadOnlyList<PostgresChange> All =
    [
        // Release 9.2, E.: pg_stat_activity and pg_stat_replication.
        new("pg_stat_activity", "procpid", "pid", 9), new("pg_stat_activity", "current_query", "query", 9), new("pg_stat_replication", "procpid", "pid", 9),
        // Release 9.6: wait information.
        new("pg_stat_activity", "waiting", null, 9, "Write wait_event_type IS NOT NULL; for locks alone wait_event_type = 'Lock'."),
        // Release 10: "xlog" became "wal", "location" became "lsn".
        new(null, "pg_current_xlog_location", "pg_current_wal_lsn", 10), new(null, "pg_current_xlog_insert_location", "pg_current_wal_insert_lsn", 10),
            new(null, "pg_current_xlog_flush_location", "pg_current_wal_flush_lsn", 10),
        new(null, "pg_last_xlog_receive_location", "pg_last_wal_receive_lsn", 10), new(null, "pg_last_xlog_replay_location", "pg_last_wal_replay_lsn", 10),
            new(null, "pg_xlog_location_diff", "pg_wal_lsn_diff", 10),
        new(null, "pg_switch_xlog", "pg_switch_wal", 10), new(null, "pg_xlogfile_name", "pg_walfile_name", 10), new(null, "pg_xlogfile_name_offset", "pg_walfile_name_offset", 10),
        new(null, "pg_xlog_replay_pause", "pg_wal_replay_pause", 10), new(null, "pg_xlog_replay_resume", "pg_wal_replay_resume", 10),
            new(null, "pg_is_xlog_replay_paused", "pg_is_wal_replay_paused", 10),
        new("pg_stat_replication", "sent_location", "sent_lsn", 10), new("pg_stat_replication", "write_location", "write_lsn", 10),
            new("pg_stat_replication", "flush_location", "flush_lsn", 10), new("pg_stat_replication", "replay_location", "replay_lsn", 10),
        new("pg_stat_wal_receiver", "received_lsn", "flushed_lsn", 13),
        // Release 11 and 12: catalogs.
        new("pg_class", "relhaspkey", null, 11, "Ask pg_index for indisprimary."), new("pg_proc", "proisagg", null, 11, "Write prokind = 'a'."),
            new("pg_proc", "proiswindow", null, 11, "Write prokind = 'w'."),
        new("pg_class", "relhasoids", null, 12, "Tables have no OIDs any more."), new("pg_attrdef", "adsrc", null, 12, "Write pg_get_expr(adbin, adrelid)."),
            new("pg_constraint", "consrc", null, 12, "Write pg_get_constraintdef(oid)."),
        // Release 13: pg_stat_statements 1.8 tells planning from execution.
        new("pg_stat_statements", "total_time", "total_exec_time", 13), new("pg_stat_statements", "mean_time", "mean_exec_time", 13),
            new("pg_stat_statements", "min_time", "min_exec_time", 13), new("pg_stat_statements", "max_time", "max_exec_time", 13),
            new("pg_stat_statements", "stddev_time", "stddev_exec_time", 13),
        // Release 15: exclusive backups.
        new(null, "pg_start_backup", "pg_backup_start", 15), new(null, "pg_stop_backup", "pg_backup_stop", 15),
            new(null, "pg_is_in_backup", null, 15, "Only exclusive backups could be asked for; there are none any more."),
            new(null, "pg_backup_start_time", null, 15, "Only exclusive backups could be asked for; there are none any more."),
        // Release 17: pg_stat_checkpointer, pg_stat_statements 1.11, vacuum's memory.
        new("pg_stat_bgwriter", "checkpoints_timed", null, 17, "Ask pg_stat_checkpointer for num_timed."),
            new("pg_stat_bgwriter", "checkpoints_req", null, 17, "Ask pg_stat_checkpointer for num_requested."),
        new("pg_stat_bgwriter", "checkpoint_write_time", null, 17, "Ask pg_stat_checkpointer for write_time."),
            new("pg_stat_bgwriter", "checkpoint_sync_time", null, 17, "Ask pg_stat_checkpointer for sync_time."),
        new("pg_stat_bgwriter", "buffers_checkpoint", null, 17, "Ask pg_stat_checkpointer for buffers_written."),
            new("pg_stat_bgwriter", "buffers_backend", null, 17, "Ask pg_stat_io."), new("pg_stat_bgwriter", "buffers_backend_fsync", null, 17, "Ask pg_stat_io."),
        new("pg_stat_statements", "blk_read_time", "shared_blk_read_time", 17), new("pg_stat_statements", "blk_write_time", "shared_blk_write_time", 17),
        new("pg_stat_progress_vacuum", "max_dead_tuples", "max_dead_tuple_bytes", 17), new("pg_stat_progress_vacuum", "num_dead_tuples", "num_dead_item_ids", 17),
    ];
}
