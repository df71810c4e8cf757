namespace Firstlook.Executors;

/// <summary>Leaves a target alone for a while after it could not be reached several times in a row. After the rest one command tries again; safe for threads.</summary>
internal sealed class Breaker(TimeProvider clock)
{
    /// <summary>Failures in a row that open it.</summary>
    public const int Failures = 5;

    static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    readonly Lock gate = new();
    int inARow;
    long openedAt;

    /// <summary>How long it still rests; null where the next command may try.</summary>
    public TimeSpan? RestsFor
    {
        get
        {
            lock (gate)
            {
                if (inARow < Failures) return null;
                var left = Rest - clock.GetElapsedTime(openedAt);
                if (left > TimeSpan.Zero) return left;

                // This one tries; the others wait for another rest, unless it succeeds.
                openedAt = clock.GetTimestamp();
                return null;
            }
        }
    }

    public void Record(bool reached)
    {
        lock (gate)
        {
            inARow = reached ? 0 : inARow + 1;
            if (inARow == Failures) openedAt = clock.GetTimestamp();
        }
    }
}
