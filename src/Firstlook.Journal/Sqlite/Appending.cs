namespace Firstlook.Journal.Sqlite;

/// <summary>One append inside the writer's transaction. Every refusal comes before the first write, so a conflict leaves no trace.</summary>
internal static class Appending
{
    public static Appended Apply(Session session, Append append, DateTimeOffset now)
    {
        var (version, previous) = Queries.Head(session, append.Stream);
        if (!append.Events.IsEmpty && version != append.ExpectedVersion) return new Appended.Conflict(version);
        foreach (var alert in append.Alerts)
        {
            if (!MayChange(session, append, alert)) return new Appended.Conflict(version);
        }

        var position = 0L;
        foreach (var added in append.Events)
        {
            var hash = Chain.OfEvent(previous, append.Stream, ++version, added.Type, added.At, added.Payload.Span);
            position = Insert(session, append.Stream, version, added, previous, hash);
            previous = hash;
        }

        foreach (var evidence in append.Evidence) Keep(session, evidence);
        foreach (var deadline in append.Deadlines) Set(session, append.Stream, deadline);
        foreach (var message in append.Messages) Outbox.Add(session, append.Stream, message, now);
        foreach (var alert in append.Alerts) Set(session, append.Stream, alert);
        return new Appended.Committed(version, position);
    }

    /// <summary>The index is rebuilt from the events: what was there goes, what is due comes.</summary>
    public static Appended ReplaceDeadlines(Session session, Guid stream, int expectedVersion, IReadOnlyList<DeadlineChange> deadlines)
    {
        var (version, _) = Queries.Head(session, stream);
        if (version != expectedVersion) return new Appended.Conflict(version);

        session.Execute("DELETE FROM deadline WHERE stream = ?1", Chain.Bytes(stream));
        foreach (var deadline in deadlines) Set(session, stream, deadline);
        return new Appended.Committed(version, 0);
    }

    public static void Saw(Session session, string key, long times, DateTimeOffset last) => session.Execute(
        "UPDATE alert SET count = count + ?2, seen_at = max(seen_at, ?3) WHERE key = ?1", key, times, Chain.Ticks(last));

    // Two deliveries of one alert at the same moment would both open an incident, for a new stream has no version to lose by;
    // and an extension decided before the alert ended would bring it back to life without an event. The row settles both.
    static bool MayChange(Session session, Append append, AlertChange change)
    {
        var row = Queries.Alert(session, change.Key);
        if (append.Events.IsEmpty) return row is not null && row.Stream == append.Stream && row.Firing == change.Firing;
        return row is null || !row.Firing || row.Stream == append.Stream;
    }

    static long Insert(Session session, Guid stream, int version, NewEvent added, byte[] previous, byte[] hash) => session.First(
        "INSERT INTO event (stream, version, type, at, payload, prev, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING position",
        row => row.GetInt64(0),
        Chain.Bytes(stream), version, added.Type, Chain.Ticks(added.At), added.Payload.ToArray(), previous, hash);

    static void Keep(Session session, Evidence evidence) => session.Execute(
        "INSERT OR IGNORE INTO evidence (hash, bytes) VALUES (?1, ?2)", evidence.Hash, evidence.Bytes.ToArray());

    static void Set(Session session, Guid stream, DeadlineChange change)
    {
        if (change.DueAt is { } due)
        {
            session.Execute(
                "INSERT INTO deadline (stream, kind, due_at) VALUES (?1, ?2, ?3) ON CONFLICT (stream, kind) DO UPDATE SET due_at = excluded.due_at",
                Chain.Bytes(stream), change.Kind, Chain.Ticks(due));
        }
        else
        {
            session.Execute("DELETE FROM deadline WHERE stream = ?1 AND kind = ?2", Chain.Bytes(stream), change.Kind);
        }
    }

    static void Set(Session session, Guid stream, AlertChange change) => session.Execute(
        """
        INSERT INTO alert (key, stream, firing, ends_at, seen_at, count) VALUES (?1, ?2, ?3, ?4, ?5, 1)
        ON CONFLICT (key) DO UPDATE SET
            count = CASE WHEN stream = excluded.stream THEN count + 1 ELSE 1 END,
            stream = excluded.stream, firing = excluded.firing, ends_at = excluded.ends_at, seen_at = max(seen_at, excluded.seen_at)
        """,
        change.Key, Chain.Bytes(stream), change.Firing ? 1 : 0, Chain.Ticks(change.EndsAt), Chain.Ticks(change.SeenAt));
}
