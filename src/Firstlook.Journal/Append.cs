using Firstlook;

namespace Firstlook.Journal;

/// <summary>One atomic step of one stream: events with everything that must be true at the same moment as they are.</summary>
/// <param name="Stream">The incident. With no <paramref name="Events"/> the version is not looked at, and only the indexes change.</param>
/// <param name="ExpectedVersion">Version of the last event the decision saw; 0 for a new stream. Another value in the journal is a <see cref="Appended.Conflict"/>.</param>
public sealed record Append(
    Guid Stream,
    int ExpectedVersion,
    EquatableArray<NewEvent> Events,
    EquatableArray<Evidence> Evidence = default,
    EquatableArray<DeadlineChange> Deadlines = default,
    EquatableArray<Message> Messages = default,
    EquatableArray<AlertChange> Alerts = default);

/// <param name="Type">With its version: <c>incident.opened.v1</c>.</param>
/// <param name="Payload">Exact UTF-8 bytes that are stored and hashed.</param>
public sealed record NewEvent(string Type, DateTimeOffset At, ReadOnlyMemory<byte> Payload);

/// <param name="Position">Order over all streams, rising, gaps possible.</param>
/// <param name="Version">1-based in its stream, without gaps.</param>
/// <param name="Previous">Hash of the event before it in the stream; 32 zero bytes for the first.</param>
/// <param name="Hash">SHA-256 over previous hash, stream, version, type, time and payload, each length-prefixed.</param>
public sealed record StoredEvent(long Position, Guid Stream, int Version, string Type, DateTimeOffset At, byte[] Payload, byte[] Previous, byte[] Hash);

/// <summary>Bytes kept beside the chain; events carry the hash, so that retention never breaks it.</summary>
/// <param name="Hash">SHA-256 of the bytes, lower-case hexadecimal.</param>
public sealed record Evidence(string Hash, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>At most <see cref="Acceptable.MaxBytes"/> are accepted.</summary>
    public static Evidence Of(ReadOnlyMemory<byte> bytes) => new(Chain.OfEvidence(bytes.Span), bytes);
}

/// <param name="Kind">Unique in the stream: <c>acknowledge</c>, <c>escalate:2</c>.</param>
/// <param name="DueAt">Null cancels it.</param>
public sealed record DeadlineChange(string Kind, DateTimeOffset? DueAt);

/// <param name="Key">Stable idempotency key, unique for ever: <c>stream:version:sender</c>.</param>
public sealed record Message(string Key, string Sender, ReadOnlyMemory<byte> Body);

/// <summary>
/// The state of one alert by its labels; an index that makes repeats cheap. An extension of a lease is durable here without an event:
/// such an append is a <see cref="Appended.Conflict"/> unless the alert belongs to this stream and <paramref name="Firing"/> is as it was.
/// With events, it is one where another stream holds the alert and it still fires. So one alert never has two open incidents.
/// </summary>
/// <param name="Key">SHA-256 over the sorted labels, lower-case hexadecimal.</param>
/// <param name="EndsAt">When the lease runs out, or when it ended.</param>
public sealed record AlertChange(string Key, bool Firing, DateTimeOffset EndsAt, DateTimeOffset SeenAt);

/// <param name="Count">How often it came since the stream took it; may lag one flush.</param>
public sealed record AlertRow(string Key, Guid Stream, bool Firing, DateTimeOffset EndsAt, DateTimeOffset SeenAt, long Count);

public sealed record DueDeadline(Guid Stream, string Kind, DateTimeOffset DueAt);

public sealed record LeasedMessage(string Key, Guid Stream, string Sender, byte[] Body, int Attempts);

/// <summary>Delivered where <paramref name="DoneAt"/> is set; given up where neither that nor <paramref name="NextAt"/> is; else waiting.</summary>
/// <param name="Error">Of the last attempt, where it failed.</param>
public sealed record MessageState(string Key, string Sender, int Attempts, DateTimeOffset? NextAt, DateTimeOffset? DoneAt, string? Error);

public abstract record Appended
{
    Appended()
    {
    }

    /// <param name="Position">Of the last event; 0 where there was none.</param>
    public sealed record Committed(int Version, long Position) : Appended;

    /// <summary>Somebody else wrote first: read again and decide again.</summary>
    public sealed record Conflict(int ActualVersion) : Appended;

    /// <summary>Nothing was written: disk full, file locked, queue full, shutting down.</summary>
    /// <param name="Reason">For a person and for the body of a 503.</param>
    public sealed record Unavailable(string Reason) : Appended;
}
