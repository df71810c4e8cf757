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
                TimeSpan.FromSeconds(40), () => $"{leader ?? "nothing"} leads");
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

    static async Task<(int Code, string Said)> Script(string name, string home, params string[] arguments)
    {
        var (code, _, error) = await Run(Path.Combine(RepositoryRoot.Path, "range", name), home, arguments);
        return (code, error);
    }

    static async Task<(int Code, string Output, string Error)> Run(string program, string home, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["RANGE_HOME"] = home;
#pragma warning disable RS0030 // The program under test and its range.
        using var process = Process.Start(start)!;
#pragma warning restore RS0030
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output, error);
    }
}
