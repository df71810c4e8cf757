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
