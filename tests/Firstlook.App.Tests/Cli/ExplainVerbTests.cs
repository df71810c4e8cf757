using System.Diagnostics;
using System.Text.Json;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Cli;

public sealed class ExplainVerbTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    async Task<(int Code, string Output)> Explain(params string[] arguments)
    {
#pragma warning disable RS0030 // The program itself is what is tested.
        var start = new ProcessStartInfo(Path.Combine(RepositoryRoot.Path, "artifacts/bin/Firstlook.App/debug/firstlook")) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder.Path };
        foreach (var word in arguments.Prepend("explain")) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
#pragma warning restore RS0030
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await error;
        return (process.ExitCode, await output);
    }

    [Fact]
    public async Task Several_files_are_one_array_in_the_order_given_and_one_file_is_one_document()
    {
        folder.File("b.md", "# Second\n");
        folder.File("a.md", "# First\n");
        using var several = JsonDocument.Parse((await Explain("b.md", "a.md", "--json")).Output);
        Assert.Equal(["Second", "First"], several.RootElement.EnumerateArray().Select(d => d.GetProperty("title").GetString()));
        using var one = JsonDocument.Parse((await Explain("a.md", "--json")).Output);
        Assert.Equal("firstlook.runbook/1", one.RootElement.GetProperty("schema").GetString());
        Assert.Contains("First  (a.md)", (await Explain("b.md", "a.md")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_stands_for_the_runbooks_in_it_and_below_by_name()
    {
        folder.File("library/b.md", "# Second\n");
        folder.File("library/a/z.markdown", "# First\n");
        folder.File("library/picture.png", "no text");
        using var several = JsonDocument.Parse((await Explain("library", "--json")).Output);
        Assert.Equal(["First", "Second"], several.RootElement.EnumerateArray().Select(d => d.GetProperty("title").GetString()));
        using var one = JsonDocument.Parse((await Explain("library/a", "--json")).Output);
        Assert.Equal(1, one.RootElement.GetArrayLength());
        Directory.CreateDirectory(Path.Combine(folder.Path, "empty"));
        Assert.Equal((8, ""), await Explain("empty"));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_before_anything_is_printed()
    {
        folder.File("a.md", "# First\n");
        Assert.Equal((8, ""), await Explain("a.md", "gone.md"));
    }
}
