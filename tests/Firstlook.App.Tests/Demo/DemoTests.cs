using System.Collections.Concurrent;
using System.Diagnostics;
using Firstlook.App.Demo;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Demo;

/// <summary>The demo's story on the real range: it ends well, and each of its stages can fail.</summary>
[Collection(nameof(LiveShop))]
public sealed class DemoTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Faults => [.. Scenario.All.Select(scenario => scenario.Fault)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_story_of_each_fault_is_confirmed_from_outside(string fault)
    {
        var (code, said) = await Demo("--once", "--fault", fault);
        Assert.True(code == 0, said);
    }

    // Two at a time: a story mostly waits, and each has a range of its own.
    [Fact]
    public async Task A_sabotaged_stage_makes_it_fail_there()
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Story.Stages, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Cancellation }, async (stage, _) =>
        {
            var (code, said) = await Demo("--once", "--sabotage", stage);
            if (code == 0 || !said.Contains($"{stage} is not confirmed", StringComparison.Ordinal)) wrong.Add($"{stage}, exit code {code}: {said}");
        });
        // Whole: only the last lines tell at which stage the story ended.
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong));
    }

    static async Task<(int Code, string Said)> Demo(params string[] arguments)
    {
        var executable = Path.Combine(RepositoryRoot.Path, "artifacts/bin/Firstlook.App/debug/firstlook");
        if (!File.Exists(executable)) Assert.Skip($"{executable} is not built");
        using var folder = new TempFolder();
        var start = new ProcessStartInfo(executable, ["demo", "--range", Path.Combine(RepositoryRoot.Path, "range"), .. arguments]) { RedirectStandardError = true, UseShellExecute = false };
        start.Environment["RANGE_HOME"] = Path.Combine(folder.Path, "range");
#pragma warning disable RS0030 // The program under test.
        using var process = Process.Start(start)!;
#pragma warning restore RS0030
        try
        {
            var said = await process.StandardError.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);
            if (process.ExitCode == 69) Assert.Skip($"the range cannot be held here: {said}");
            return (process.ExitCode, said);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
