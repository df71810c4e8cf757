using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>What a look is for, by what is done before it and after it.</summary>
public sealed class SequenceTests
{
    const string Restart = "```bash\nsystemctl restart api\n```\n\n";

    static IEnumerable<StepKind> Kinds(string document) => Documents.One(document).Steps.Select(step => step.Kind);

    static string Look(string command) => $"```bash\n{command}\n```\n\n";

    [Theory]
    [InlineData("Check:")]
    [InlineData("Check")]
    [InlineData("Contrôle :")]
    [InlineData("Conferir com:")]
    [InlineData("Did it take?")]
    [InlineData("Then wait for two minutes")]
    [InlineData("It is good again when")]
    [InlineData("Danach prüfen:")]
    [InlineData("The queue drains at once. Check that it did:")]
    public void A_look_after_an_action_confirms_it(string lead) =>
        Assert.Equal([StepKind.Diagnostic, StepKind.Action, StepKind.Verification], Kinds($"# ApiDown\n\n## What to do\n\n{Look("uptime")}Bounce it:\n\n{Restart}{lead}\n\n{Look("curl -fsS https://api.example/health")}"));

    [Theory]
    [InlineData("Check why:")]
    [InlineData("Still down? Look at the database:")]
    public void A_look_that_asks_something_else_after_an_action_learns(string lead) =>
        Assert.Equal(StepKind.Diagnostic, Kinds($"# ApiDown\n\n## What to do\n\nBounce it:\n\n{Restart}{lead}\n\n{Look("journalctl -u api -n 50")}").Last());

    [Fact]
    public void In_check_fix_check_fix_each_check_learns() =>
        Assert.Equal(
            [StepKind.Diagnostic, StepKind.Action, StepKind.Diagnostic, StepKind.Action],
            Kinds($"# ApiDown\n\n## What to do\n\nCheck:\n\n{Look("df -h")}Fix:\n\n{Restart}Check:\n\n{Look("free -m")}Fix:\n\n{Restart}"));

    [Fact]
    public void Two_looks_under_one_word_confirm_both() =>
        Assert.Equal(
            [StepKind.Action, StepKind.Verification, StepKind.Verification],
            Kinds($"# ApiDown\n\n## What to do\n\nBounce it:\n\n{Restart}Check:\n\n{Look("systemctl status api")}{Look("curl -fsS https://api.example/health")}"));

    [Fact]
    public void A_section_that_is_called_a_check_confirms_what_the_section_before_it_does() =>
        Assert.Equal(StepKind.Verification, Kinds($"# ApiDown\n\n## 1. Bounce it\n\n{Restart}## 2. Check\n\n{Look("curl -fsS https://api.example/health")}").Last());

    [Fact]
    public void What_is_verified_before_anything_was_done_is_learnt() =>
        Assert.Equal([StepKind.Diagnostic, StepKind.Action], Kinds($"# ApiDown\n\n## Step 1: Verify\n\n{Look("curl -fsS https://api.example/health")}## Step 2: Restart\n\n{Restart}"));

    [Fact]
    public void What_is_verified_after_something_was_done_by_hand_is_confirmed() =>
        Assert.Equal(
            [StepKind.Verification, StepKind.Action],
            Kinds($"# ApiDown\n\n## Mitigate\n\nRestart the instance in the console of the provider.\n\n## Verify\n\n{Look("curl -fsS https://api.example/health")}## Roll back\n\n{Restart}"));
}
