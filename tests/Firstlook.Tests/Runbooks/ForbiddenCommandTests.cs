using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>A command is lost only where the words before it forbid it, and not where they say when it is run.</summary>
public sealed class ForbiddenCommandTests
{
    const string Destructive = "nodetool -h cs-1 removenode 7";

    static IEnumerable<string> Run(string text) => Documents.Read($"# Ring\n\n## A node is down\n\nAlert: `NodeDown`\n\n```bash\nuptime\n```\n\n{text}\n").AllSteps().Select(s => s.Text).Skip(1);

    [Theory]
    [InlineData("5. never coming back → `{0}`")]
    [InlineData("5. never coming back -> `{0}`")]
    [InlineData("5. never seen before: `{0}`")]
    [InlineData("- never joined again – `{0}`")]
    [InlineData("- don't see it in the list → `{0}`")]
    [InlineData("If it does never answer, `{0}`")]
    [InlineData("For a node that will never return, run `{0}`")]
    [InlineData("Wenn der Knoten nicht antwortet, `{0}`")]
    [InlineData("Se o nó não responde, `{0}`")]
    [InlineData("Se il nodo non risponde, `{0}`")]
    [InlineData("To avoid a second failover, run `{0}`")]
    [InlineData("- (never on a Friday) `{0}`")]
    [InlineData("- Not in the ring? Never was? `{0}`")]
    public void A_condition_that_denies_something_loses_no_command(string text) =>
        Assert.Equal([Destructive], Run(text.Replace("{0}", Destructive, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Never run `{0}`")]
    [InlineData("If a node is only slow, never run `{0}`")]
    [InlineData("Never, not even at night, `{0}`")]
    [InlineData("Do not, whatever the vendor says, run `{0}`")]
    [InlineData("Never come in and run `{0}`")]
    [InlineData("If in doubt do not `{0}`")]
    [InlineData("Niemals `{0}`")]
    [InlineData("Não execute `{0}`")]
    [InlineData("❌ On live nodes: `{0}`")]
    [InlineData("Use the vendor's page instead of `{0}`")]
    [InlineData("- Never: `{0}`")]
    public void What_is_forbidden_is_no_step(string text) => Assert.Empty(Run(text.Replace("{0}", Destructive, StringComparison.Ordinal)));

    [Fact]
    public void What_says_when_something_is_done_is_not_told_as_forbidden() =>
        Assert.Equal(["never run both together"],
            Documents.Read("# Ring\n\n## A node is down\n\n1. never coming back → `nodetool removenode 7`\n2. Not both: never run both together.\n").Prohibitions.Select(p => p.Text));

    [Theory]
    [InlineData("REM on the console of the box:\nREM   if all are in use, right-click the oldest > Return")]
    [InlineData(":: on the console of the box\n:: restart the service by hand")]
    [InlineData("# on the console of the box\n# restart the service by hand")]
    public void Remarks_below_a_step_tell_a_person_what_to_do_and_show_nothing(string remarks)
    {
        var step = Documents.Read($"# Box\n\n## Licences are gone\n\n```bash\nuptime\n```\n\n```\n{remarks}\n```\n").AllSteps().Last();
        Assert.Equal((StepKind.Action, true, Effect.None), (step.Kind, step.Manual, step.Effect));
    }

    [Fact]
    public void A_remark_of_the_windows_shell_is_no_command() =>
        Assert.Equal(["rd /s /q D:\\old"],
            Documents.Read("# Box\n\n## Disk full\n\n```bat\nREM keep two > the rest may go\nrd /s /q D:\\old\n```\n").AllSteps().Single().Commands.Select(c => c.Text));

    [Theory]
    [InlineData("If the link is broken, fix it, don't ask.", 0)]
    [InlineData("Don't panic. It happens.", 0)]
    [InlineData("Do not hesitate to call.", 0)]
    [InlineData("Don't ask the vendor to reset it.", 1)]
    [InlineData("Never restart it by hand.", 1)]
    public void What_only_encourages_forbids_nothing(string sentence, int forbidden) =>
        Assert.Equal(forbidden, Documents.Read($"# Ring\n\n{sentence}\n\n## A node is down\n\nAlert: `NodeDown`\n\n```bash\nuptime\n```\n").Prohibitions.Count);
}
