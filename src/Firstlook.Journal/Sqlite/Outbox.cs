namespace Firstlook.Journal.Sqlite;

/// <summary>Messages waiting to be sent: delivered at least once, by whoever holds the lease, with a key that stays the same.</summary>
internal static class Outbox
{
    public static void Add(Session session, Guid stream, Message message, DateTimeOffset now) => session.Execute(
        "INSERT INTO outbox (key, stream, sender, body, next_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        message.Key, Chain.Bytes(stream), message.Sender, message.Body.ToArray(), Chain.Ticks(now));

    // RETURNING gives no order, hence the sort: an incident's first notice goes before its second.
    public static IReadOnlyList<LeasedMessage> Lease(Session session, DateTimeOffset now, int max, TimeSpan lease) =>
    [
        .. session.List(
            """
            UPDATE outbox SET leased_until = ?3, attempts = attempts + 1
            WHERE rowid IN (SELECT rowid FROM outbox
                            WHERE done_at IS NULL AND next_at <= ?1 AND leased_until <= ?1 ORDER BY next_at, rowid LIMIT ?2)
            RETURNING rowid, key, stream, sender, body, attempts
            """,
            row => (Row: row.GetInt64(0), Message: new LeasedMessage(
                row.GetString(1), Queries.Stream(row, 2), row.GetString(3), Queries.Blob(row, 4), row.GetInt32(5))),
            Chain.Ticks(now), max, Chain.Ticks(now + lease))
            .OrderBy(leased => leased.Row).Select(leased => leased.Message),
    ];

    public static void Delivered(Session session, string key, DateTimeOffset now) => session.Execute(
        "UPDATE outbox SET done_at = ?2, error = NULL WHERE key = ?1 AND done_at IS NULL", key, Chain.Ticks(now));

    public static void Failed(Session session, string key, DateTimeOffset? nextAt, string error) => session.Execute(
        "UPDATE outbox SET next_at = ?2, leased_until = 0, error = ?3 WHERE key = ?1 AND done_at IS NULL",
        key, nextAt is { } next ? Chain.Ticks(next) : null, error);
}
