namespace Firstlook.Journal.Tests;

/// <summary>The program in docs/decisions/0002-journal.md, run as a reader would.</summary>
public sealed class Documented : IDisposable
{
    readonly Place place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Another_tool_written_from_the_description_comes_to_the_same_answer()
    {
        await using (var journal = await place.Open())
        {
            await journal.Commit(Make.Append(1, 0, Make.Event("é"), Make.Event()) with { Evidence = [Evidence.Of("seen"u8.ToArray())] });
            await journal.Checkpoint(Make.Start, TestContext.Current.CancellationToken);
            await journal.Commit(Make.Append(2, 0, Make.Event()));
        }

        Assert.Equal($"sound: 3 events, seal {Journal.Verify(place.Folder).Seal}", await Check());
        place.Tamper("UPDATE event SET type = 'x' WHERE position = 2");
        Assert.Equal($"broken: {Make.Stream(1)} version 2", await Check());
    }

    async Task<string> Check()
    {
        using var python = Programs.Start("python3", "-c", Program(), place.Database);
        Assert.SkipWhen(python is null, "python3 is not on this system.");
        var said = await Task.WhenAll(python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
        return string.Concat(said).Trim();
    }

    static string Program()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Firstlook.slnx"))) root = root.Parent!;
        var page = File.ReadAllText(Path.Combine(root.FullName, "docs", "decisions", "0002-journal.md"));
        var from = page.IndexOf("```python\n", StringComparison.Ordinal) + "```python\n".Length;
        return page[from..page.IndexOf("\n```", from, StringComparison.Ordinal)];
    }
}
