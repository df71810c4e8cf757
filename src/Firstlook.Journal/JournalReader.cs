using Firstlook.Journal.Sqlite;

namespace Firstlook.Journal;

/// <summary>What the journal says. Safe to call from any thread; each answer is one consistent moment, after every append that has completed.</summary>
/// <remarks>Every method throws <see cref="JournalUnavailableException"/> where the file cannot be read.</remarks>
public class JournalReader : IDisposable
{
    readonly ReadPool pool;

    private protected JournalReader(ReadPool pool) => this.pool = pool;

    /// <summary>The events of one stream by version; none where there is no such stream.</summary>
    public IReadOnlyList<StoredEvent> Read(Guid stream, int fromVersion = 1) => pool.Read(session => Queries.Events(session, stream, fromVersion));

    /// <summary>Events of all streams in the order in which they were committed.</summary>
    /// <param name="afterPosition">Exclusive; 0 for the beginning.</param>
    public IReadOnlyList<StoredEvent> ReadAll(long afterPosition, int max) => pool.Read(session => Queries.EventsAfter(session, afterPosition, max));

    /// <summary>Every stream in the order in which it began.</summary>
    public IReadOnlyList<Guid> Streams() => pool.Read(Queries.Streams);

    /// <returns>Null where there is none, or where retention has removed it.</returns>
    public byte[]? ReadEvidence(string hash) => pool.Read(session => Queries.EvidenceBytes(session, hash));

    /// <returns>Null where this alert was never taken in.</returns>
    public AlertRow? Alert(string key) => pool.Read(session => Queries.Alert(session, key));

    public IReadOnlyList<AlertRow> Alerts() => pool.Read(Queries.Alerts);

    /// <summary>Alerts that still fire though their lease has run out (ends at <paramref name="now"/> or before), the oldest first.</summary>
    public IReadOnlyList<AlertRow> ExpiredAlerts(DateTimeOffset now, int max) => pool.Read(session => Queries.ExpiredAlerts(session, now, max));

    /// <summary>Deadlines due at <paramref name="now"/> or before, the oldest first. One is consumed by an append that cancels it.</summary>
    public IReadOnlyList<DueDeadline> Due(DateTimeOffset now, int max) => pool.Read(session => Queries.Due(session, now, max));

    /// <summary>When the next deadline of any stream is due, past ones included; null where none is set.</summary>
    public DateTimeOffset? NextDue() => pool.Read(Queries.NextDue);

    public IReadOnlyList<DueDeadline> Deadlines(Guid stream) => pool.Read(session => Queries.Deadlines(session, stream));

    /// <summary>What became of the messages of one stream, in the order in which they were written.</summary>
    public IReadOnlyList<MessageState> MessageStates(Guid stream) => pool.Read(session => Queries.Messages(session, stream));

    /// <returns>Null before the first.</returns>
    public StoredCheckpoint? LastCheckpoint() => pool.Read(Queries.LastCheckpoint);

    internal Verification Verify() => pool.Read(session => new Verifier(session).Verify());

    public virtual void Dispose()
    {
        pool.Dispose();
        GC.SuppressFinalize(this);
    }

    internal static JournalReader Open(string folder)
    {
        var path = Path.Combine(Path.GetFullPath(folder), Files.Database);
        if (!File.Exists(path)) throw new NoJournalException(Path.GetFullPath(folder));

        var reads = new ReadPool(path);
        try
        {
            reads.Read(session =>
            {
                Schema.Require(session, path);
                return true;
            });
            return new JournalReader(reads);
        }
        catch
        {
            reads.Dispose();
            throw;
        }
    }
}
