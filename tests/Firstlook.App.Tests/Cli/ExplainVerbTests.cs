using System.Text.Json;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Cli;

public sealed class ExplainVerbTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    async Task<(int Code, string Output)> Explain(params string[] arguments)
    {
        var ended = await Executable.Run(arguments.Prepend("explain"), folder.Path);
        return (ended.Code, ended.Output);
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
    public async Task What_cannot_be_read_is_told_and_keeps_nobody_from_the_rest()
    {
        folder.File("a.md", "# First\n");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "one.md"), "two.md");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "two.md"), "one.md");
        folder.File("large.md", new string('x', (16 * 1024 * 1024) + 1));
        var ended = await Executable.Run(["explain", "large.md", "a.md", "--json"], folder.Path);
        Assert.Equal(1, ended.Code);
        Assert.Contains("large.md: it is larger than 16 MiB", ended.Error, StringComparison.Ordinal);
        using var read = JsonDocument.Parse(ended.Output);
        Assert.Equal("First", Assert.Single(read.RootElement.EnumerateArray()).GetProperty("title").GetString());
        Assert.InRange((await Executable.Run(["explain", "one.md"], folder.Path)).Code, 1, 8);
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
