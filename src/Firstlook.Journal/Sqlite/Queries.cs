using Microsoft.Data.Sqlite;

namespace Firstlook.Journal.Sqlite;

/// <summary>Everything that is read, one question each.</summary>
internal static class Queries
{
    const string EventColumns = "position, stream, version, type, at, payload, prev, hash";
    const string AlertColumns = "key, stream, firing, ends_at, seen_at, count";

    /// <summary>Version and hash of the last event of a stream; 0 and the chain's start where there is none.</summary>
    public static (int Version, byte[] Hash) Head(Session session, Guid stream)
    {
        var (version, hash) = session.First(
            "SELECT version, hash FROM event WHERE stream = ?1 ORDER BY version DESC LIMIT 1",
            row => (row.GetInt32(0), Blob(row, 1)),
            Chain.Bytes(stream));
        return (version, hash ?? Chain.Start);
    }

    public static List<StoredEvent> Events(Session session, Guid stream, int fromVersion) => session.List(
        $"SELECT {EventColumns} FROM event WHERE stream = ?1 AND version >= ?2 ORDER BY version", Event, Chain.Bytes(stream), fromVersion);

    public static List<StoredEvent> EventsAfter(Session session, long position, int max) => session.List(
        $"SELECT {EventColumns} FROM event WHERE position > ?1 ORDER BY position LIMIT ?2", Event, position, max);

    public static IEnumerable<StoredEvent> EveryEvent(Session session) => session.Stream(
        $"SELECT {EventColumns} FROM event ORDER BY position", Event);

    public static byte[]? HashOf(Session session, Guid stream, int version) => session.First(
        "SELECT hash FROM event WHERE stream = ?1 AND version = ?2", row => Blob(row, 0), Chain.Bytes(stream), version);

    /// <summary>In the order in which they began.</summary>
    public static List<Guid> Streams(Session session) => session.List(
        "SELECT stream FROM event WHERE version = 1 ORDER BY position", row => Stream(row, 0));

    public static byte[]? EvidenceBytes(Session session, string hash) => session.First(
        "SELECT bytes FROM evidence WHERE hash = ?1", row => Blob(row, 0), hash);

    public static IEnumerable<Evidence> EveryEvidence(Session session) => session.Stream(
        "SELECT hash, bytes FROM evidence ORDER BY hash", row => new Evidence(row.GetString(0), Blob(row, 1)));

    public static AlertRow? Alert(Session session, string key) => session.First(
        $"SELECT {AlertColumns} FROM alert WHERE key = ?1", Alert, key);

    public static List<AlertRow> Alerts(Session session) => session.List(
        $"SELECT {AlertColumns} FROM alert ORDER BY key", Alert);

    public static List<AlertRow> ExpiredAlerts(Session session, DateTimeOffset now, int max) => session.List(
        $"SELECT {AlertColumns} FROM alert WHERE firing = 1 AND ends_at <= ?1 ORDER BY ends_at LIMIT ?2", Alert, Chain.Ticks(now), max);

    public static List<DueDeadline> Due(Session session, DateTimeOffset now, int max) => session.List(
        "SELECT stream, kind, due_at FROM deadline WHERE due_at <= ?1 ORDER BY due_at LIMIT ?2", Deadline, Chain.Ticks(now), max);

    public static List<DueDeadline> Deadlines(Session session, Guid stream) => session.List(
        "SELECT stream, kind, due_at FROM deadline WHERE stream = ?1 ORDER BY due_at", Deadline, Chain.Bytes(stream));

    public static DateTimeOffset? NextDue(Session session) => session.First(
        "SELECT min(due_at) FROM deadline", row => Time(row, 0));

    public static List<MessageState> Messages(Session session, Guid stream) => session.List(
        "SELECT key, sender, attempts, next_at, done_at, error FROM outbox WHERE stream = ?1 ORDER BY rowid",
        row => new MessageState(row.GetString(0), row.GetString(1), row.GetInt32(2), Time(row, 3), Time(row, 4), row.IsDBNull(5) ? null : row.GetString(5)),
        Chain.Bytes(stream));

    public static IEnumerable<StoredCheckpoint> EveryCheckpoint(Session session) => session.Stream(
        "SELECT n, at, position, heads, prev, hash FROM checkpoint ORDER BY n", Checkpoint);

    public static StoredCheckpoint? LastCheckpoint(Session session) => session.First(
        "SELECT n, at, position, heads, prev, hash FROM checkpoint ORDER BY n DESC LIMIT 1", Checkpoint);

    public static byte[] Blob(SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static Guid Stream(SqliteDataReader row, int column) => Chain.Stream(Blob(row, column));

    static DateTimeOffset? Time(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Chain.Time(row.GetInt64(column));

    static StoredEvent Event(SqliteDataReader row) => new(
        row.GetInt64(0), Stream(row, 1), row.GetInt32(2), row.GetString(3), Chain.Time(row.GetInt64(4)), Blob(row, 5), Blob(row, 6), Blob(row, 7));

    static AlertRow Alert(SqliteDataReader row) => new(
        row.GetString(0), Stream(row, 1), row.GetBoolean(2), Chain.Time(row.GetInt64(3)), Chain.Time(row.GetInt64(4)), row.GetInt64(5));

    static DueDeadline Deadline(SqliteDataReader row) => new(Stream(row, 0), row.GetString(1), Chain.Time(row.GetInt64(2)));

    static StoredCheckpoint Checkpoint(SqliteDataReader row) => new(
        row.GetInt64(0), Chain.Time(row.GetInt64(1)), row.GetInt64(2), Blob(row, 3), Blob(row, 4), Blob(row, 5));
}
