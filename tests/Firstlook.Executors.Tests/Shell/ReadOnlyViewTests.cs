using Firstlook.Effects;
using Firstlook.Executors.Shell;
using Firstlook.Looks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Shell;

public sealed class ReadOnlyViewTests : IDisposable
{
    readonly TempFolder folder = new();

    [Fact]
    public async Task A_read_can_write_nothing_even_where_nothing_held_it()
    {
        Needed();
        var file = folder.File("kept", "here\n");
        await using var executors = Permits.Executors(new ShellConnection(Folder: folder.Path) { ReadOnlyView = true });
        foreach (var text in new[] { "touch made", "rm kept", "sed -i s/here/gone/ kept", "cp kept /tmp/firstlook-copied", "chmod 777 kept" })
        {
            var result = await executors.Run(Permits.Read(text, Language.Shell));
            Assert.Equal(OutcomeKind.Failed, result.Outcome.Kind);
            Assert.Contains("Read-only file system", result.Outcome.Message!, StringComparison.Ordinal);
        }

        Assert.Equal("here\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal([file], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_read_sees_every_file_and_process_that_it_would_see_without()
    {
        Needed();
        await using var executors = Permits.Executors(new ShellConnection(Folder: folder.Path));
        var result = await executors.Run(Permits.Read("cat /etc/shadow | wc -l; ps aux | grep -c '[0-9]'; readlink /proc/self/exe", Language.Shell));

        Assert.Null(result.Outcome.Message);
        Assert.Empty(result.Output.Errors);
        Assert.NotEqual("0", result.Output.Lines[0]);
        Assert.NotEqual("0", result.Output.Lines[1]);
        Assert.StartsWith("/", result.Output.Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_is_not_bound_to_the_view()
    {
        await using var executors = Permits.Executors(new ShellConnection(Folder: folder.Path) { ReadOnlyView = null });
        await executors.Run(Permits.Action("touch made", Language.Shell));

        Assert.True(File.Exists(Path.Combine(folder.Path, "made")));
    }

    public void Dispose() => folder.Dispose();

    static void Needed()
    {
        if (!ReadOnlyView.Works) Assert.Skip("bubblewrap is not installed, or not allowed here (Debian: bubblewrap)");
        if (!Spawn.RunsAsRoot) Assert.Skip("only root could read all of this anyway");
    }
}
