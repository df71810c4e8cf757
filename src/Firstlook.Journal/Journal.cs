using Firstlook.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace Firstlook.Journal;

/// <summary>
/// The append-only record of every incident, with what must be true at the same moment beside it. One process writes a folder's
/// journal; any number may read it meanwhile with <see cref="OpenRead"/>. Safe to call from any thread.
/// </summary>
/// <remarks>
/// <see cref="Append"/> answers with <see cref="Appended.Unavailable"/> where nothing can be written now. The other writes throw
/// <see cref="JournalUnavailableException"/> then: their loops try again at their next turn. All recover by themselves.
/// </remarks>
public sealed class Journal : JournalReader, IAsyncDisposable
{
    /// <summary>Writes that may wait; the next one is refused at once.</summary>
    public const int DefaultQueue = 10_000;

    static readonly TimeSpan FlushEvery = TimeSpan.FromSeconds(1);

    readonly TimeProvider time;
    readonly FolderLock folderLock;
    readonly Writer writer;
    readonly Sightings sightings;
    readonly ITimer flush;
    readonly Announcer announcer = new();
    int disposed;

    Journal(string path, Session session, FolderLock folderLock, TimeProvider time, int queue, Sightings sightings)
        : base(new ReadPool(path))
    {
        this.time = time;
        this.folderLock = folderLock;
        this.sightings = sightings;
        writer = new Writer(path, session, queue, sightings);
        flush = time.CreateTimer(_ => Flush(), null, FlushEvery, FlushEvery);
    }

    /// <summary>Opens the folder's journal for writing, made where there is none and brought up to date where it is older.</summary>
    /// <exception cref="JournalUnavailableException">Another process has it, libsqlite3 is missing, or the file cannot be used.</exception>
    public static Task<Journal> Open(string folder, TimeProvider time, CancellationToken cancellation) =>
        Open(folder, time, DefaultQueue, cancellation);

    internal static Task<Journal> Open(string folder, TimeProvider time, int queue, CancellationToken cancellation) =>
        Task.Run(() => OpenNow(Path.GetFullPath(folder), time, queue), cancellation);

    /// <summary>Opens the folder's journal to read, while a server writes it or not.</summary>
    /// <exception cref="JournalUnavailableException">There is none, or it is older or newer than this Firstlook.</exception>
    public static JournalReader OpenRead(string folder) => Open(folder);

    /// <summary>Recomputes the whole record from its bytes.</summary>
    /// <exception cref="JournalUnavailableException">There is no journal, or it cannot be opened.</exception>
    public static Verification Verify(string folder)
    {
        try
        {
            using var reader = OpenRead(folder);
            return reader.Verify();
        }
        catch (JournalUnavailableException e) when (e.InnerException is SqliteException cause && Refusal.IsDamage(cause))
        {
            return new Verification(0, 0, 0, 0, e.Message);
        }
    }

    /// <summary>Completes once the append is on the disk, or is known not to be.</summary>
    /// <exception cref="ArgumentException">The append itself is wrong: a type, a hash or a size, or a message key used before. Nothing was written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before writing began. Nothing was written.</exception>
    public async ValueTask<Appended> Append(Append append, CancellationToken cancellation)
    {
        Acceptable.Check(append);
        var now = time.GetUtcNow();
        var work = new Work<Appended>(
            session => Appending.Apply(session, append, now),
            Acceptable.Weight(append),
            refused: reason => new Appended.Unavailable(reason),
            committed: appended => Announce(append, appended));
        try
        {
            return await writer.Write(work, cancellation);
        }
        catch (SqliteException e)
        {
            throw new ArgumentException($"The journal cannot take this append: {e.Message}", nameof(append), e);
        }
    }

    /// <summary>Counts a repeat of an alert that is in the index. Written with the next group, or within a second; a crash may lose it.</summary>
    public void Seen(string key, DateTimeOffset at) => sightings.Add(key, at);

    /// <summary>Sets the deadlines of a stream to exactly these, where its version is still the one they were computed from.</summary>
    public async ValueTask<Appended> ReplaceDeadlines(
        Guid stream, int expectedVersion, IReadOnlyList<DeadlineChange> deadlines, CancellationToken cancellation) =>
        await writer.Write(
            new Work<Appended>(
                session => Appending.ReplaceDeadlines(session, stream, expectedVersion, deadlines),
                refused: reason => new Appended.Unavailable(reason)),
            cancellation);

    /// <summary>Takes messages that are due, for so long as the lease. Who does not report in time loses them to the next who asks.</summary>
    public async ValueTask<IReadOnlyList<LeasedMessage>> LeaseMessages(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancellation) =>
        await writer.Write(new Work<IReadOnlyList<LeasedMessage>>(session => Outbox.Lease(session, now, max, lease)), cancellation);

    public async ValueTask Delivered(string key, DateTimeOffset now, CancellationToken cancellation) =>
        await Do(session => Outbox.Delivered(session, key, now), cancellation);

    /// <param name="nextAt">When to try again; null gives up.</param>
    /// <param name="error">For people. No secrets.</param>
    public async ValueTask Failed(string key, DateTimeOffset? nextAt, string error, CancellationToken cancellation) =>
        await Do(session => Outbox.Failed(session, key, nextAt, error), cancellation);

    /// <summary>Seals all heads, where an event came since the last time.</summary>
    /// <returns>Null where none did.</returns>
    public async ValueTask<StoredCheckpoint?> Checkpoint(DateTimeOffset now, CancellationToken cancellation) =>
        await writer.Write(new Work<StoredCheckpoint?>(session => Checkpointing.Take(session, now)), cancellation);

    /// <summary>
    /// Every append with events that is committed from this call on, in order, until cancelled or the journal closes.
    /// Never holds up the writer: who is slow is told with <see cref="Announced.Missed"/> to read again.
    /// </summary>
    public IAsyncEnumerable<Announced> Follow(CancellationToken cancellation) => announcer.Follow(cancellation);

    /// <summary>Refuses what comes, writes what is queued, seals the heads, and leaves one file that is a whole backup.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1) return;

        await flush.DisposeAsync();
        try
        {
            await Checkpoint(time.GetUtcNow(), CancellationToken.None);
        }
        catch (JournalUnavailableException)
        {
            // A disk that is full at the end loses no event: the next checkpoint covers them.
        }

        announcer.Close();
        await writer.DisposeAsync();
        folderLock.Dispose();
        base.Dispose();
    }

    /// <summary>As <see cref="DisposeAsync"/>, waited for.</summary>
    public override void Dispose()
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose();
    }

    static Journal OpenNow(string folder, TimeProvider time, int queue)
    {
        FolderLock? taken = null;
        Session? session = null;
        try
        {
            Files.CreateFolder(folder);
            taken = FolderLock.Take(folder);
            var path = Path.Combine(folder, Files.Database);
            using (Files.OpenPrivate(path, FileShare.ReadWrite))
            {
                // Made here and not by SQLite, for the mode.
            }

            session = Session.Open(path, readOnly: false);
            Schema.Migrate(session, path);
            return new Journal(path, session, taken, time, queue, new Sightings());
        }
        catch (Exception e)
        {
            session?.Dispose();
            taken?.Dispose();
            if (e is SqliteException or IOException or UnauthorizedAccessException)
                throw new JournalUnavailableException($"The journal in {folder} cannot be opened: {Refusal.Of(e) ?? e.Message}", e);
            throw;
        }
    }

    void Announce(Append append, Appended appended)
    {
        if (!append.Events.IsEmpty && appended is Appended.Committed committed) announcer.Announce(append.Stream, committed.Position);
    }

    Task<bool> Do(Action<Session> write, CancellationToken cancellation) => writer.Write(
        new Work<bool>(session =>
        {
            write(session);
            return true;
        }),
        cancellation);

    // The writer writes sightings beside every group, an empty one included. A refused flush is tried again by the next tick.
    void Flush()
    {
        if (sightings.Any) writer.TryNudge();
    }
}
