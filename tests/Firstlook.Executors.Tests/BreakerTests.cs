namespace Firstlook.Executors.Tests;

public sealed class BreakerTests
{
    readonly Clock clock = new();

    [Fact]
    public void A_target_rests_after_failures_in_a_row_then_one_command_tries()
    {
        var breaker = new Breaker(clock);
        for (var failure = 0; failure < Breaker.Failures; failure++)
        {
            Assert.Null(breaker.RestsFor);
            breaker.Record(reached: false);
        }

        Assert.Equal(TimeSpan.FromSeconds(10), breaker.RestsFor);
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(TimeSpan.FromSeconds(1), breaker.RestsFor);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(breaker.RestsFor);
        Assert.NotNull(breaker.RestsFor);
        breaker.Record(reached: true);
        Assert.Null(breaker.RestsFor);
    }

    [Fact]
    public void Failures_with_an_answer_between_them_are_not_in_a_row()
    {
        var breaker = new Breaker(clock);
        for (var failure = 0; failure < 3 * Breaker.Failures; failure++) breaker.Record(reached: failure % Breaker.Failures == 1);

        Assert.Null(breaker.RestsFor);
    }

    sealed class Clock : TimeProvider
    {
        long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Advance(TimeSpan time) => now += time.Ticks;
    }
}
