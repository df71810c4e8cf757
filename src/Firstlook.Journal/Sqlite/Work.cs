namespace Firstlook.Journal.Sqlite;

/// <summary>Something to write, queued. It ends in exactly one way: committed, refused, faulted, or cancelled before it was begun.</summary>
internal abstract class Work
{
    const int Waiting = 0;
    const int Begun = 1;
    const int Ended = 2;

    int state = Waiting;

    /// <summary>Bytes of memory that it holds while it waits, roughly.</summary>
    public abstract int Weight { get; }

    /// <returns>False where the caller has given up; then it must not be written.</returns>
    public bool TryBegin() => Interlocked.CompareExchange(ref state, Begun, Waiting) == Waiting;

    /// <summary>Gives up where writing has not begun. Afterwards the outcome is for the writer to tell.</summary>
    public void Cancel(CancellationToken cancellation)
    {
        if (Interlocked.CompareExchange(ref state, Ended, Waiting) == Waiting) Cancelled(cancellation);
    }

    /// <summary>Writes inside a transaction. Called again where the transaction was undone for another's fault.</summary>
    public abstract void Apply(Session session);

    public abstract void Committed();

    /// <summary>The disk, the file or the queue did not take it.</summary>
    public abstract void Refused(string reason);

    /// <summary>It is itself at fault.</summary>
    public abstract void Faulted(Exception cause);

    protected abstract void Cancelled(CancellationToken cancellation);
}

/// <param name="refused">The result where nothing was written; without it the task ends in <see cref="JournalUnavailableException"/>.</param>
/// <param name="committed">Called on the writer's thread after the commit and before the caller hears of it.</param>
internal sealed class Work<T>(Func<Session, T> apply, int weight = 0, Func<string, T>? refused = null, Action<T>? committed = null) : Work
{
    // Callers go on elsewhere: the writer's thread is for writing.
    readonly TaskCompletionSource<T> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    T? result;

    public Task<T> Outcome => outcome.Task;

    public override int Weight => weight;

    public override void Apply(Session session) => result = apply(session);

    public override void Committed()
    {
        committed?.Invoke(result!);
        outcome.SetResult(result!);
    }

    public override void Refused(string reason)
    {
        if (refused is null) outcome.SetException(new JournalUnavailableException(reason));
        else outcome.SetResult(refused(reason));
    }

    public override void Faulted(Exception cause) => outcome.SetException(cause);

    protected override void Cancelled(CancellationToken cancellation) => outcome.SetCanceled(cancellation);
}
