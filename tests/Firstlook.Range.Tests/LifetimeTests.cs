namespace Firstlook.Range.Tests;

/// <summary>How the range ends.</summary>
[Collection(nameof(RunningRange))]
public sealed class LifetimeTests(RunningRange range)
{
    [Theory]
    [InlineData("-TERM")]
    [InlineData("-KILL")]
    public async Task Whoever_ends_the_supervisor_ends_the_whole_range(string signal)
    {
        range.SkipIfUnfit();
        var home = Path.Combine(Path.GetTempPath(), $"firstlook-range-{Environment.ProcessId}{signal}");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["RANGE_HOME"] = home };
        var cancellation = TestContext.Current.CancellationToken;
        try
        {
            var up = await Command.RunAsync(Repository.InRange("up"), ["--detach"], environment, "", cancellation, TimeSpan.FromMinutes(3));
            Assert.True(up.Exit == 0, up.Text);
            Assert.NotEmpty(Inside(home));
            var variables = await RunningRange.ReadEnvironmentAsync(Path.Combine(home, "range.env"));
            await Command.RunAsync("kill", [signal, variables["RANGE_PID"]], environment, "", cancellation);
            await Eventually.HoldsAsync("nothing is left", TimeSpan.FromSeconds(15), () => Task.FromResult(Inside(home).Count == 0));
        }
        finally
        {
            await Command.RunAsync(Repository.InRange("down"), [], environment, "", cancellation);
            Directory.Delete(home, recursive: true);
        }
    }

    /// <summary>Processes whose /var/log is the one under <paramref name="home"/>.</summary>
    static List<string> Inside(string home) => [.. Directory.EnumerateDirectories("/proc").Where(process =>
    {
        try
        {
            return File.ReadLines(Path.Combine(process, "mountinfo")).Any(line => line.Contains($" {home}/log /var/log ", StringComparison.Ordinal)
                || line.Contains($"{home["/tmp".Length..]}/log /var/log ", StringComparison.Ordinal));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    })];
}
