namespace Firstlook.Executors;

/// <summary>A token that is cancelled when the time has passed, or with the caller's own, which tells the two apart.</summary>
internal sealed class Deadline : IDisposable
{
    readonly CancellationTokenSource timer;
    readonly CancellationTokenSource both;

    public Deadline(TimeSpan time, TimeProvider clock, CancellationToken cancellation)
    {
        timer = new CancellationTokenSource(time, clock);
        both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
    }

    public CancellationToken Token => both.Token;

    public void Dispose()
    {
        both.Dispose();
        timer.Dispose();
    }
}
