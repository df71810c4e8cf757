using Firstlook.Testing;

namespace Firstlook.App.Tests.Drills;

/// <summary>What is asked for is looked at whole before anything is started.</summary>
public sealed class DrillNamesTests
{
    [Fact]
    public async Task A_fault_that_nobody_knows_is_told_before_the_first_drill_begins()
    {
        var ended = await Executable.Run(["drill", "run", "redis-full", "redis-fool", "--range", Path.Combine(RepositoryRoot.Path, "range")]);
        Assert.Equal(App.Cli.Exit.NotFound, ended.Code);
        Assert.Contains("redis-fool", ended.Error, StringComparison.Ordinal);
        Assert.Equal("", ended.Output);
        Assert.DoesNotContain("the range", ended.Error, StringComparison.Ordinal);
    }
}
