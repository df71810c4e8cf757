namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Commands that stand bare on lines of their own, in a page that has lost its fences: "docker service ls" between two sentences. Each is read as the
/// code span that it was.
/// </summary>
internal static class LostCommands
{
    const int LongestLine = 2000;

    /// <param name="anyway">True where the page had no fences of its own, and those that it has were made up.</param>
    public static IReadOnlyList<Piece> Restore(string text, bool anyway, IReadOnlyList<Piece> pieces)
    {
        if (!anyway && pieces.Any(p => p is Fence)) return pieces;
        var lines = text.Split('\n');
        return [.. pieces.SelectMany(p => p is Paragraph { Item: null, Quoted: false } paragraph && paragraph.EndLine <= lines.Length ? Split(paragraph, lines) : [p])];
    }

    static IEnumerable<Piece> Split(Paragraph paragraph, string[] lines)
    {
        var commands = Enumerable.Range(paragraph.Line, paragraph.EndLine - paragraph.Line + 1).Select(line => (Line: line, Text: Command(lines[line - 1]))).ToList();
        if (commands.TrueForAll(c => c.Text is null)) return [paragraph];
        var pieces = new List<Piece>();
        var prose = new List<(string Text, int Line)>();
        foreach (var (line, command) in commands)
        {
            if (command is null)
            {
                prose.Add((lines[line - 1].Trim(), line));
                continue;
            }

            if (prose.Count > 0) pieces.AddRange(Paragraphs.Read(prose, null, false, false));
            prose = [];
            pieces.Add(new Paragraph(line, line, new Prose(command, line, [new Mark(MarkKind.Code, 0, command, line)]), null, false, false));
        }

        if (prose.Count > 0) pieces.AddRange(Paragraphs.Read(prose, null, false, false));
        return pieces;
    }

    /// <returns>Null for a line that could be a sentence, or that another carries on.</returns>
    static string? Command(string line)
    {
        var text = line.Trim();
        if (text.StartsWith("$ ", StringComparison.Ordinal)) text = text[2..].TrimStart();
        return text.Length is > 4 and < LongestLine && text.Contains(' ') && !text.EndsWith('\\') && !text.Contains('`') && ShellPrograms.BeginsUnmistakably(text)
            && UnknownPrograms.Begins(text)
            ? text : null;
    }
}
