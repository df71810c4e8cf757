using System.Diagnostics;

namespace Firstlook.Range.Tests;

/// <summary>Waits for something that other processes bring about.</summary>
internal static class Eventually
{
    /// <summary>Looks four times a second until <paramref name="holds"/> does; fails the test after <paramref name="limit"/>.</summary>
    public static Task<TimeSpan> HoldsAsync(string what, TimeSpan limit, Func<Task<bool>> holds) => HoldsAsync(() => what, limit, holds);

    /// <param name="what">Asked when it is told: what is still in the way belongs to it.</param>
    public static async Task<TimeSpan> HoldsAsync(Func<string> what, TimeSpan limit, Func<Task<bool>> holds)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < limit, $"{what()}: not within {limit.TotalSeconds} s");
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, TestContext.Current.CancellationToken);
        }
        var took = Stopwatch.GetElapsedTime(started);
        TestContext.Current.SendDiagnosticMessage($"{what()}: after {took.TotalSeconds:0.0} s");
        return took;
    }
}
