namespace Firstlook.Range.Tests;

/// <summary>A fenced block of the runbook that the shop was built to fit, with the heading of rank two it stands under.</summary>
internal sealed record RunbookBlock(string Procedure, string Language, string Text);

internal static class RunbookBlocks
{
    /// <summary>All blocks, in order; none where the runbook is not to be had.</summary>
    public static IReadOnlyList<RunbookBlock> Read() =>
        Repository.Runbook() is { } file ? Read(file) : [];

    public static IReadOnlyList<RunbookBlock> Read(string file) => [.. Blocks(File.ReadLines(file))];

    /// <summary>The first block of Python that holds <paramref name="words"/>.</summary>
    public static string? Python(string words) =>
        Read().FirstOrDefault(block => block.Language == "python" && block.Text.Contains(words, StringComparison.Ordinal))?.Text;

    static IEnumerable<RunbookBlock> Blocks(IEnumerable<string> lines)
    {
        var procedure = "";
        string? language = null;
        var text = new List<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (language is not null)
                {
                    yield return new RunbookBlock(procedure, language, string.Join('\n', text));
                }
                language = language is null ? line[3..].Trim() : null;
                text.Clear();
            }
            else if (language is not null)
            {
                text.Add(line);
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                procedure = line[3..];
            }
        }
    }
}
