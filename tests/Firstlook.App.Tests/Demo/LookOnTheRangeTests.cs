using System.Diagnostics;
using System.Text.Json;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Demo;

/// <summary>A team's runbook as it is, on the range: each fault leads to its own cause, and without a fault nothing leads.</summary>
[Collection(nameof(LiveShop))]
public sealed class LookOnTheRangeTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "SalePaidTransitionFailures", null)]
    [InlineData("stock-short", "SalePaidTransitionFailures", "Actual Stock Shortage")]
    [InlineData("expired-batches", "SalePaidTransitionFailures", "Expired Batches Not Cleaned")]
    [InlineData("connections-exhausted", "APIHigh5xxRate", "Database Connection Pool Exhausted")]
    public async Task Each_fault_leads_to_its_own_cause_and_none_to_none(string? fault, string alert, string? cause)
    {
        var runbooks = Path.GetFullPath(Path.Combine(RepositoryRoot.Path, "..", "shared", "seeds"));
        if (!Directory.Exists(runbooks)) Assert.Skip($"{runbooks} is not here");
        using var folder = new TempFolder();
        var home = Path.Combine(folder.Path, "range");
        var (code, said) = await Script("up", home, "--detach");
        if (code == 69) Assert.Skip($"the range cannot be held here: {said}");
        Assert.True(code == 0, said);
        try
        {
            if (fault is not null) await Script("fault", home, "inject", fault);
            var leader = "(not asked)";
            await Eventually.Holds(
                async () =>
                {
                    leader = await Leader(alert, runbooks, home);
                    return leader == cause || (cause is null && leader is null);
                },
                // Each look is a process of its own beside a shop and its customers: on a busy machine few fit into a minute.
                TimeSpan.FromSeconds(120), () => $"{leader ?? "nothing"} leads");
            // Nothing leads must hold for longer than a moment.
            if (cause is null)
            {
                await Task.Delay(TimeSpan.FromSeconds(8), TimeProvider.System, Cancellation);
                Assert.Null(await Leader(alert, runbooks, home));
            }
        }
        finally
        {
            await Script("down", home);
        }
    }

    [Fact]
    public async Task Its_own_runbooks_work_in_peace_and_a_metric_that_is_lost_is_rot()
    {
        using var folder = new TempFolder();
        var home = Path.Combine(folder.Path, "range");
        var range = Path.Combine(RepositoryRoot.Path, "range");
        var configuration = folder.File("firstlook.yaml", (await File.ReadAllTextAsync(Path.Combine(range, "firstlook.yaml"), Cancellation))
            .Replace("[../runbooks]", $"[{RepositoryRoot.Path}/runbooks]", StringComparison.Ordinal).Replace("[django/shell]", $"[{range}/django/shell]", StringComparison.Ordinal)
            + "\nrehearsal: { pace: 10ms }\n");
        var (code, said) = await Script("up", home, "--detach");
        if (code == 69) Assert.Skip($"the range cannot be held here: {said}");
        try
        {
            Assert.True(code == 0, said);
            var peace = await Rehearsed();
            Assert.DoesNotContain("\"rehearsed\": 0,", peace.Output, StringComparison.Ordinal);
            Assert.Empty(Gone(peace.Output));
            await Script("down", home);

            // The same shop, whose Prometheus has been cleaned up too well.
            (code, said) = await Script("up", home, [KeyValuePair.Create("RANGE_METRICS_LOST", "sales_transition_total")], "--detach");
            Assert.True(code == 0, said);
            var lost = await Rehearsed();
            Assert.Equal(3, lost.Code);
            var gone = Gone(lost.Output);
            Assert.NotEmpty(gone);
            Assert.All(gone, one => Assert.Contains("metrics knows no series sales_transition_total", one, StringComparison.Ordinal));
        }
        finally
        {
            await Script("down", home);
        }

        async Task<(int Code, string Output)> Rehearsed()
        {
            var (ended, output, error) = await Run(Path.Combine(RepositoryRoot.Path, "artifacts/bin/Firstlook.App/debug/firstlook"), home, "rehearse", "--config", configuration, "--data", $"{folder.Path}/data", "--json");
            Assert.True(output.StartsWith('{'), error);
            return (ended, output);
        }
    }

    /// <summary>Text and rot of each read that asks for something that is not there. That one is slow says more of a busy machine.</summary>
    static string[] Gone(string rehearsal) =>
    [
        .. JsonDocument.Parse(rehearsal).RootElement.GetProperty("reads").EnumerateArray()
            .Where(read => read.GetProperty("rot") is { ValueKind: JsonValueKind.Object } rot && rot.GetProperty("kind").GetString() == "gone")
            .Select(read => $"{read.GetProperty("text").GetString()}: {read.GetProperty("rot").GetProperty("what").GetString()}"),
    ];

    static async Task<string?> Leader(string alert, string runbooks, string home)
    {
        var executable = Path.Combine(RepositoryRoot.Path, "artifacts/bin/Firstlook.App/debug/firstlook");
        var (_, output, error) = await Run(executable, home, "look", alert, "--runbooks", runbooks, "--config", Path.Combine(RepositoryRoot.Path, "range/firstlook.yaml"), "--json");
        Assert.True(output.StartsWith('{'), error);
        var look = JsonDocument.Parse(output).RootElement;
        return look.GetProperty("leader").GetString() is { } leader
            ? look.GetProperty("hypotheses").EnumerateArray().First(hypothesis => hypothesis.GetProperty("id").GetString() == leader).GetProperty("title").GetString()
            : null;
    }

    static Task<(int Code, string Said)> Script(string name, string home, params string[] arguments) => Script(name, home, [], arguments);

    static async Task<(int Code, string Said)> Script(string name, string home, IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        var (code, _, error) = await Run(Path.Combine(RepositoryRoot.Path, "range", name), home, environment, arguments);
        return (code, error);
    }

    static Task<(int Code, string Output, string Error)> Run(string program, string home, params string[] arguments) => Run(program, home, [], arguments);

    static async Task<(int Code, string Output, string Error)> Run(string program, string home, IEnumerable<KeyValuePair<string, string>> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["RANGE_HOME"] = home;
        foreach (var (variable, value) in environment) start.Environment[variable] = value;
#pragma warning disable RS0030 // The program under test and its range.
        using var process = Process.Start(start)!;
#pragma warning restore RS0030
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output, error);
    }
}
