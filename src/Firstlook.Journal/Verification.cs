using System.Globalization;
using Firstlook.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace Firstlook.Journal;

/// <summary>What <c>verify</c> found. Sound exactly where <see cref="Broken"/> is null.</summary>
/// <param name="Broken">The first broken link for a person: stream, version, what is wrong.</param>
public sealed record Verification(long Events, int Streams, long Evidence, int Checkpoints, string? Broken)
{
    /// <summary>Hash of the last checkpoint, lower-case hexadecimal; null before the first. Compare it with one noted elsewhere.</summary>
    public string? Seal { get; init; }
}

/// <summary>Recomputes everything from the stored bytes, in one read transaction, so that a server may go on writing meanwhile.</summary>
internal sealed class Verifier(Session session)
{
    // In the order of what tells a person most: the event itself, then what a checkpoint still knows of it, then the traces of a removal.
    readonly Dictionary<Guid, (int Version, byte[] Hash)> heads = [];
    long events;
    long evidence;
    int checkpoints;
    string? gap;
    string? seal;

    public Verification Verify()
    {
        string? broken;
        try
        {
            session.Control("BEGIN");
            broken = Events() ?? Checkpoints() ?? Alerts() ?? gap ?? Tail() ?? Evidence() ?? Triggers() ?? File();
        }
        catch (Exception e) when (IsDamage(e))
        {
            broken = $"The file itself is damaged: {e.Message}";
        }
        finally
        {
            session.Undo();
        }

        return new Verification(events, heads.Count, evidence, checkpoints, broken) { Seal = seal };
    }

    // The schema is part of the file, and so are the types of its values: where they are not as they were made, it was changed.
    static bool IsDamage(Exception error) => error switch
    {
        SqliteException e => Refusal.Of(e) is null || Refusal.IsDamage(e),
        _ => error is InvalidCastException or InvalidOperationException or ArgumentException or OverflowException,
    };

    string? Events()
    {
        var position = 0L;
        foreach (var stored in Queries.EveryEvent(session))
        {
            if (stored.Position != ++position && gap is null)
                gap = $"Events {position} to {stored.Position - 1} of the whole journal are missing: they were removed, with the incident that they were.";
            position = stored.Position;

            var (version, previous) = heads.TryGetValue(stored.Stream, out var head) ? head : (0, Chain.Start);
            if (Broken(stored, version + 1, previous) is { } broken) return $"Incident {stored.Stream}, {broken}";
            heads[stored.Stream] = (stored.Version, stored.Hash);
            events++;
        }

        return null;
    }

    static string? Broken(StoredEvent stored, int expected, byte[] previous)
    {
        if (stored.Version != expected) return $"version {expected}: missing; the next event there is version {stored.Version}.";
        if (!stored.Previous.AsSpan().SequenceEqual(previous)) return $"version {stored.Version}: its link is not the hash of the event before it.";
        var hash = Chain.OfEvent(stored.Previous, stored.Stream, stored.Version, stored.Type, stored.At, stored.Payload);
        return stored.Hash.AsSpan().SequenceEqual(hash) ? null : $"version {stored.Version} ({stored.Type}): its content does not match its hash; it was changed.";
    }

    string? Checkpoints()
    {
        var previous = Chain.Start;
        foreach (var checkpoint in Queries.EveryCheckpoint(session))
        {
            if (checkpoint.Number != checkpoints + 1) return $"Checkpoint {checkpoints + 1}: missing; the next one there is {checkpoint.Number}.";
            if (!checkpoint.Previous.AsSpan().SequenceEqual(previous)) return $"Checkpoint {checkpoint.Number}: its link is not the hash of the checkpoint before it.";
            var hash = Chain.OfCheckpoint(previous, checkpoint.Number, checkpoint.At, checkpoint.Position, checkpoint.Heads);
            if (!checkpoint.Hash.AsSpan().SequenceEqual(hash)) return $"Checkpoint {checkpoint.Number}: its content does not match its hash; it was changed.";
            if (Heads(checkpoint) is { } broken) return broken;
            previous = checkpoint.Hash;
            checkpoints++;
            seal = Convert.ToHexStringLower(checkpoint.Hash);
        }

        return checkpoints < Issued("checkpoint") ? $"Checkpoint {checkpoints + 1}: missing, with all that came after it." : null;
    }

    string? Heads(StoredCheckpoint checkpoint)
    {
        var when = checkpoint.At.ToString("u", CultureInfo.InvariantCulture);
        if (Checkpointing.Read(checkpoint.Heads) is not { } sealedHeads) return $"Checkpoint {checkpoint.Number}: its heads are not readable.";
        foreach (var head in sealedHeads)
        {
            if (!heads.TryGetValue(head.Stream, out var now))
                return $"Incident {head.Stream}: removed. Checkpoint {checkpoint.Number} of {when} saw its version {head.Version}.";
            if (now.Version < head.Version)
                return $"Incident {head.Stream}, version {now.Version + 1}: cut off. Checkpoint {checkpoint.Number} of {when} saw version {head.Version}.";
            if (!head.Hash.AsSpan().SequenceEqual(Queries.HashOf(session, head.Stream, head.Version)))
                return $"Incident {head.Stream}, version {head.Version}: not the event that checkpoint {checkpoint.Number} of {when} saw; it was rewritten.";
        }

        return null;
    }

    // An incident removed before its first checkpoint has left its alert behind.
    string? Alerts() => Queries.Alerts(session).Where(alert => !heads.ContainsKey(alert.Stream))
        .Select(alert => $"Incident {alert.Stream}: removed. The alert {alert.Key} belongs to it.").FirstOrDefault();

    // Positions are given without gaps: one transaction writes, and a rollback takes back the counter too.
    string? Tail() => Queries.EventsAfter(session, Issued("event") - 1, 1).Count == 0 && Issued("event") > 0
        ? $"Event {Issued("event")} of the whole journal is missing: the end was cut off."
        : null;

    string? Evidence()
    {
        foreach (var kept in Queries.EveryEvidence(session))
        {
            if (kept.Hash != Chain.OfEvidence(kept.Bytes.Span)) return $"Evidence {kept.Hash}: its bytes do not match its hash; they were changed.";
            evidence++;
        }

        return null;
    }

    string? Triggers()
    {
        string[] guards = ["event_no_update", "event_no_delete", "event_no_replace", "checkpoint_no_update", "checkpoint_no_delete", "checkpoint_no_replace"];
        var there = session.List("SELECT name FROM sqlite_schema WHERE type = 'trigger'", row => row.GetString(0));
        return guards.Except(there, StringComparer.Ordinal).Select(guard => $"The guard {guard} was removed from the file.").FirstOrDefault();
    }

    string? File() => session.First("PRAGMA integrity_check(1)", row => row.GetString(0)) is { } said and not "ok"
        ? $"The file itself is damaged: {said}"
        : null;

    long Issued(string table) => session.First("SELECT seq FROM sqlite_sequence WHERE name = ?1", row => row.GetInt64(0), table);
}
