using Firstlook.Drills;

namespace Firstlook.Tests.Drills;

public sealed class CaseScriptTests
{
    [Fact]
    public void A_hard_case_is_a_name_an_alert_and_deeds()
    {
        var scripts = CaseScript.Read("# remark\nherring\tPaymentsFail\trelease New wording; wait 3; lose x_total; rename a_total b_total; deny stock; inject provider-down\n", out var problems);
        Assert.Empty(problems);
        var script = Assert.Single(scripts);
        Assert.Equal(("herring", "PaymentsFail"), (script.Name, script.Alert));
        Assert.Equal([ScriptDeed.Release, ScriptDeed.Wait, ScriptDeed.Lose, ScriptDeed.Rename, ScriptDeed.Deny, ScriptDeed.Inject], script.Steps.Select(step => step.Deed));
        Assert.Equal(["provider-down"], script.Faults);
    }

    [Fact]
    public void An_alert_that_is_a_dash_is_that_of_the_last_fault() => Assert.Null(CaseScript.Read("two\t-\tinject a; inject b", out _)[0].Alert);

    [Theory]
    [InlineData("x\tA", "line 1: three columns")]
    [InlineData("x\tA\tbreak everything", "\"break everything\" is no deed")]
    [InlineData("x\tA\twait 900; inject a", "\"wait 900\" is no deed")]
    [InlineData("x\tA\trename a_total; inject a", "\"rename a_total\" is no deed")]
    [InlineData("x\tA\twait 3", "x: nothing is injected")]
    public void What_is_wrong_is_said_with_its_place(string text, string problem)
    {
        CaseScript.Read(text, out var problems);
        Assert.Contains(problems, one => one.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void The_ranges_own_hard_cases_are_read_without_a_problem_and_have_a_truth()
    {
        var range = Path.Combine(Architecture.Sources.Root, "range");
        var scripts = CaseScript.Read(File.ReadAllText(Path.Combine(range, "hard-cases.tsv")), out var problems);
        var truth = Truth.Read(File.ReadAllText(Path.Combine(range, "truth.tsv")), out _);
        Assert.Empty(problems);
        Assert.True(scripts.Count >= 12, $"{scripts.Count} hard cases");
        Assert.All(scripts, script => Assert.Equal("hard", truth.FamilyOf(script.Name)));
        Assert.All(scripts.SelectMany(script => script.Faults), fault => Assert.Contains(fault, truth.Faults));
    }
}
