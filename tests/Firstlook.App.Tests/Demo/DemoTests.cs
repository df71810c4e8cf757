using Firstlook.App.Demo;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Demo;

/// <summary>The demo's story on the real range: it ends well, and each of its stages can fail.</summary>
[Collection(nameof(LiveShop))]
public sealed class DemoTests
{
    /// <summary>Those whose check has a witness of its own: SQL, the record of the look, the action's outcome, the journal. The others take minutes.</summary>
    static readonly string[] Sampled = ["fault", "look", "heal", "journal"];

    public static TheoryData<string> Faults => [.. Scenario.All.Select(scenario => scenario.Fault)];

    public static TheoryData<string> Stages => [.. Story.Stages];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_story_of_each_fault_is_confirmed_from_outside(string fault)
    {
        var (code, said) = await Demo("--fault", fault);
        Assert.True(code == 0, said);
    }

    // One at a time: two ranges ask for more than two processors have, and shops that wait for one tell of causes that nobody brought about.
    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_sabotaged_stage_makes_it_fail_there(string stage)
    {
        if (!Sampled.Contains(stage) && Environment.GetEnvironmentVariable("FIRSTLOOK_SABOTAGE") != "yes") Assert.Skip("takes minutes: ./dev sabotage runs it");
        var (code, said) = await Demo("--sabotage", stage);
        // Whole: only the last lines tell at which stage the story ended.
        Assert.True(code != 0 && said.Contains($"{stage} is not confirmed", StringComparison.Ordinal), $"exit code {code}: {said}");
    }

    static async Task<(int Code, string Said)> Demo(params string[] arguments)
    {
        using var folder = new TempFolder();
        var ended = await Executable.Run(["demo", "--once", "--range", Path.Combine(RepositoryRoot.Path, "range"), .. arguments], environment: [("RANGE_HOME", Path.Combine(folder.Path, "range")), ("RANGE_NICENESS", "0")]);
        if (ended.Code == App.Cli.DrillVerbs.NoRange) Assert.Skip($"the range cannot be held here: {ended.Error}");
        return (ended.Code, ended.Error);
    }
}
