using System.Threading.Channels;

namespace Firstlook.Journal.Sqlite;

/// <summary>
/// The one thread that writes. It takes what is queued into one transaction and waits for the disk once for all of it: the busier,
/// the larger the groups, with no timer to tune.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    const int MaxGroup = 1_000;
    const long MaxGroupBytes = 16 << 20;
    const long MaxQueuedBytes = 64 << 20;

    readonly string path;
    readonly Sightings sightings;
    readonly Channel<Work> queue;
    readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Session? session;
    long queuedBytes;
    volatile bool closed;

    /// <param name="session">Its own from now on.</param>
    /// <param name="capacity">Works that may wait; the next one is refused at once.</param>
    /// <param name="sightings">Written with every group.</param>
    public Writer(string path, Session session, int capacity, Sightings sightings)
    {
        this.path = path;
        this.session = session;
        this.sightings = sightings;
        queue = Channel.CreateBounded<Work>(new BoundedChannelOptions(capacity) { SingleReader = true });
        new Thread(Run) { Name = "journal writer", IsBackground = true }.Start();
    }

    public async Task<T> Write<T>(Work<T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!TryQueue(work))
        {
            work.Refused(closed ? "The journal is closed." : "Too much is waiting to be written to the journal.");
            return await work.Outcome;
        }

        await using var registration = cancellation.UnsafeRegister((state, token) => ((Work)state!).Cancel(token), work);
        return await work.Outcome;
    }

    /// <summary>Has a group written soon though nobody waits for it. Where the queue is full one is coming anyway.</summary>
    public void TryNudge() => TryQueue(new Work<bool>(_ => true, refused: _ => false));

    /// <summary>Writes what is queued, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        closed = true;
        queue.Writer.TryComplete();
        await ended.Task;
    }

    bool TryQueue(Work work)
    {
        // One that is heavier than the limit goes through when it is alone, or it never would.
        var bytes = Interlocked.Add(ref queuedBytes, work.Weight);
        if ((bytes <= MaxQueuedBytes || bytes == work.Weight) && queue.Writer.TryWrite(work)) return true;
        Interlocked.Add(ref queuedBytes, -work.Weight);
        return false;
    }

    void Run()
    {
        var group = new List<Work>(MaxGroup);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            Take(group);
            if (group.Count > 0) Write(group);
            group.Clear();
        }

        Close();
        ended.SetResult();
    }

    void Take(List<Work> group)
    {
        for (var bytes = 0L; group.Count < MaxGroup && bytes < MaxGroupBytes && queue.Reader.TryRead(out var work); bytes += work.Weight)
        {
            Interlocked.Add(ref queuedBytes, -work.Weight);
            if (work.TryBegin()) group.Add(work);
        }
    }

    void Write(IReadOnlyList<Work> group)
    {
        try
        {
            Commit(group);
        }
        catch (Exception error)
        {
            Undo(error);
            if (Refusal.Of(error) is { } reason) foreach (var work in group) work.Refused(reason);
            else if (group is [var alone]) alone.Faulted(error);
            else foreach (var work in group) Write([work]);
            return;
        }

        foreach (var work in group) work.Committed();
    }

    void Commit(IReadOnlyList<Work> group)
    {
        // SQLite would go on writing to a file that has no name any more, and all of it would be gone with the process.
        if (!File.Exists(path)) throw new JournalUnavailableException($"The journal's file {path} is gone.");
        session ??= Session.Open(path, readOnly: false);
        session.Control("BEGIN IMMEDIATE");
        foreach (var work in group) work.Apply(session);
        sightings.Write(session);
        session.Control("COMMIT");
        sightings.Committed();
    }

    void Undo(Exception error)
    {
        sightings.Undone();
        try
        {
            session?.Undo();
            if (Refusal.NeedsNewSession(error)) Forget();
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // A rollback that fails leaves nothing to keep: closing the connection rolls back, and the first error is the one to tell.
            Forget();
        }
    }

    void Forget()
    {
        session?.Dispose();
        session = null;
    }

    void Close()
    {
        try
        {
            // So that a copy of journal.db alone is a whole backup.
            if (session is not null && File.Exists(path)) session.First("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt32(0));
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // A full disk or a reader in the way: what was committed stands in journal.db-wal, and the next start moves it over.
        }

        Forget();
    }
}
