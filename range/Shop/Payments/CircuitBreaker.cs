using Firstlook.Range.Releases;

namespace Firstlook.Range.Payments;

internal enum BreakerState
{
    Closed = 0,
    HalfOpen = 1,
    Open = 2,
}

/// <summary>
/// Stops asking a service that keeps failing. After a pause the half-open state lets requests try again, and the first
/// that comes back decides (M. Nygard, Release It!, "Circuit Breaker").
/// </summary>
internal sealed class CircuitBreaker(Func<BreakerRules> rules, TimeProvider clock)
{
    readonly Lock gate = new();
    int failures;
    long openedAt;
    BreakerState state;

    public BreakerState State
    {
        get
        {
            lock (gate)
            {
                return state;
            }
        }
    }

    /// <summary>Whether the service may be asked now.</summary>
    public bool TryPass()
    {
        lock (gate)
        {
            if (state == BreakerState.Open && clock.GetElapsedTime(openedAt).TotalSeconds >= rules().CooldownSeconds)
            {
                state = BreakerState.HalfOpen;
            }
            return state != BreakerState.Open;
        }
    }

    public void Succeed() => Force(BreakerState.Closed);

    public void Fail()
    {
        lock (gate)
        {
            if (state == BreakerState.HalfOpen || ++failures >= rules().FailuresToOpen)
            {
                (state, openedAt) = (BreakerState.Open, clock.GetTimestamp());
            }
        }
    }

    /// <summary>What a person decides, or what an answer shows.</summary>
    public void Force(BreakerState wanted)
    {
        lock (gate)
        {
            (state, failures, openedAt) = (wanted, 0, clock.GetTimestamp());
        }
    }
}
