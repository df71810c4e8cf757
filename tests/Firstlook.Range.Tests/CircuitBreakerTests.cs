using Firstlook.Range.Payments;
using Firstlook.Range.Releases;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Range.Tests;

public sealed class CircuitBreakerTests
{
    readonly ManualClock clock = new();

    [Fact]
    public void Failures_in_a_row_open_it_and_one_success_between_them_does_not_count()
    {
        var breaker = Breaker();
        breaker.Fail();
        breaker.Fail();
        breaker.Succeed();
        breaker.Fail();
        breaker.Fail();
        Assert.True(breaker.TryPass());
        breaker.Fail();
        Assert.False(breaker.TryPass());
        Assert.Equal(BreakerState.Open, breaker.State);
    }

    [Fact]
    public void After_its_pause_it_lets_requests_try_and_the_first_answer_decides()
    {
        var breaker = Open();
        clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(breaker.TryPass());
        clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.True(breaker.TryPass());
        breaker.Fail();
        Assert.False(breaker.TryPass());
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.True(breaker.TryPass());
        breaker.Succeed();
        Assert.Equal(BreakerState.Closed, breaker.State);
    }

    [Fact]
    public void A_person_who_forces_it_half_open_lets_the_next_request_try()
    {
        var breaker = Open();
        breaker.Force(BreakerState.HalfOpen);
        Assert.True(breaker.TryPass());
    }

    [Fact]
    public void Nothing_passes_an_open_circuit_before_its_pause_is_over() =>
        Prop.ForAll<bool[]>(answers =>
        {
            var breaker = Breaker();
            foreach (var success in answers)
            {
                var open = breaker.State == BreakerState.Open;
                Assert.Equal(!open, breaker.TryPass());
                if (!open)
                {
                    if (success) breaker.Succeed();
                    else breaker.Fail();
                }
            }
        }).QuickCheckThrowOnFailure();

    CircuitBreaker Open()
    {
        var breaker = Breaker();
        breaker.Fail();
        breaker.Fail();
        breaker.Fail();
        return breaker;
    }

    CircuitBreaker Breaker() => new(() => new BreakerRules(3, 5), clock);
}
