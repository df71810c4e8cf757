using System.Text;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Runbooks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Shell;

/// <summary>Each part of a block, run by itself, does what it would have done had the whole block been pasted.</summary>
public sealed class BlockTests : IDisposable
{
    readonly TempFolder folder = new();

    public BlockTests()
    {
        folder.File("app/name.txt", "web\n");
        folder.File("app/conf/mode.txt", "fast\n");
        folder.File("name.txt", "outside\n");
    }

    public void Dispose() => folder.Dispose();

    async Task<Result[]> Run(string block)
    {
        var text = block.Replace("ROOT", folder.Path, StringComparison.Ordinal);
        var step = Assert.Single(RunbookReader.Read("web.md", Encoding.UTF8.GetBytes($"# Web\n\n## Alert: WebDown\n\n```bash\n{text}\n```\n")).Procedures.SelectMany(procedure => procedure.Steps));
        await using var executors = Permits.Executors(new ShellConnection(Folder: folder.Path));
        var results = new List<Result>();
        foreach (var unit in Units.Of(step))
        {
            var before = unit.Command.After.Select(index => step.Commands[index].Text).ToEquatableArray();
            results.Add(await executors.Run(unit.Command.Effect > Effect.Read ? Permits.Action(unit.Command.Text, Language.Shell) : Permits.Read(unit.Command.Text, Language.Shell, before: before)));
        }

        return [.. results];
    }

    string? Written(string path) => File.Exists(Path.Combine(folder.Path, path)) ? File.ReadAllText(Path.Combine(folder.Path, path)).Trim() : null;

    [Theory]
    [InlineData("cd ROOT/app\ncat name.txt", "web")]
    [InlineData("cd ROOT/app\ncd conf\ncat mode.txt", "fast")]
    [InlineData("cd ROOT/app/conf\ncd ..\ncat name.txt", "web")]
    [InlineData("cd ROOT/app && cat name.txt", "web")]
    [InlineData("A=web\nB=$A-1\necho $B", "web-1")]
    [InlineData("export LC_MESSAGES=C\nprintenv LC_MESSAGES", "C")]
    [InlineData("cd ROOT/app\nNAME=$(cat name.txt)\ncd /\necho $NAME", "web")]
    public async Task A_read_sees_what_its_block_had_set(string block, string last)
    {
        var results = await Run(block);
        Assert.All(results, result => Assert.Equal(OutcomeKind.Succeeded, result.Outcome.Kind));
        Assert.Equal(last, Assert.Single(results[^1].Output.Lines));
    }

    [Theory]
    [InlineData("cd ROOT/app\ntouch done", "app/done", "")]
    [InlineData("cd ROOT/app && cp name.txt copy && echo more >> copy", "app/copy", "web\nmore")]
    [InlineData("cd ROOT/app\nNAME=$(cat name.txt)\necho \"$NAME\" > told", "app/told", "web")]
    [InlineData("export MODE=slow\ncd ROOT\nprintenv MODE > mode", "mode", "slow")]
    [InlineData("[ -f ROOT/nothing ] && exit 3\ntouch ROOT/gone-on", "gone-on", "")]
    [InlineData("set -e\nX=$(mktemp -d ROOT/XXXX)\necho 1 > $X/a\nmv $X/a ROOT/b", "b", "1")]
    public async Task An_action_does_what_it_does_in_its_block(string block, string path, string content)
    {
        Assert.Equal(OutcomeKind.Succeeded, (await Run(block))[^1].Outcome.Kind);
        Assert.Equal(content, Written(path));
    }

    [Theory]
    [InlineData("cd ROOT/nowhere\nrm name.txt")]
    [InlineData("cd ROOT/nowhere && rm name.txt")]
    [InlineData("test -f ROOT/nothing || exit 3\nrm ROOT/name.txt")]
    [InlineData("if [ ! -f ROOT/nothing ]; then exit 3; fi\nrm ROOT/name.txt")]
    [InlineData("FILE=$(cat ROOT/nothing)\nrm ROOT/name.txt$FILE")]
    public async Task Where_what_it_needs_has_failed_an_action_does_not_run(string block)
    {
        var results = await Run(block);
        Assert.Equal(OutcomeKind.Failed, results[^1].Outcome.Kind);
        Assert.Equal("outside", Written("name.txt"));
    }
}
