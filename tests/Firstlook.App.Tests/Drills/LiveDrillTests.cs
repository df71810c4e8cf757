using Firstlook.App.Tests.Demo;
using Firstlook.Drills;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Drills;

/// <summary>Drills as a team runs them, on the real range: each fault of another family, and one that no runbook lists.</summary>
[Collection(nameof(LiveShop))]
public sealed class LiveDrillTests
{
    static readonly string[] Listed = ["redis-full", "disk-full", "certificate-expired", "refunds-too-strict", "queue-workers-few"];

    const string Unlisted = "mail-relay-refuses";

    [Fact]
    public async Task Each_drill_is_detected_looked_at_ranked_rightly_and_healed()
    {
        using var folder = new TempFolder();
        var range = Path.Combine(RepositoryRoot.Path, "range");
        var ended = await Executable.Run(["drill", "run", .. Listed, Unlisted, "--heal", "--json", "--data", folder.Path, "--range", range, "--runbooks", Path.Combine(range, "runbooks")], environment: ("RANGE_NICENESS", "0"));
        if (ended.Code == App.Cli.DrillVerbs.NoRange) Assert.Skip($"the range cannot be held here: {ended.Error}");
        Assert.True(ended.Code == 0, ended.Error + ended.Output);
        var results = ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => CaseFormat.ReadLine(line)!).ToArray();
        Assert.Equal([.. Listed, Unlisted], results.Select(result => result.Fault));
        Assert.All(results[..^1], result => Assert.Equal((1, true), (result.Place, result.Leader is not null)));
        // By what its runbook says, not by the range.
        Assert.All(results[..^1], result => Assert.StartsWith("action ", result.HealedBy, StringComparison.Ordinal));
        Assert.Null(results[^1].Leader);
        Assert.All(results, result => Assert.NotNull(result.Shown));
    }
}
