namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Commands that stand bare on lines of their own, in a page that has lost its fences: "docker service ls" between two sentences. Each is read as the
/// code span that it was.
/// </summary>
internal static class LostCommands
{
    const int LongestLine = 2000;

    public static IReadOnlyList<Piece> Restore(string text, IReadOnlyList<Piece> pieces)
    {
        if (pieces.Any(p => p is Fence)) return pieces;
        var lines = text.Split('\n');
        return pieces.Any(p => MayHold(p, lines)) ? [.. pieces.SelectMany(p => MayHold(p, lines) ? Split((Paragraph)p, lines) : [p])] : pieces;
    }

    static bool MayHold(Piece piece, string[] lines) =>
        piece is Paragraph { Item: null, Quoted: false } paragraph && paragraph.Text.Codes.Count == 0 && paragraph.EndLine <= lines.Length && lines[(paragraph.Line - 1)..paragraph.EndLine].Any(l => Command(l) is not null);

    static IEnumerable<Piece> Split(Paragraph paragraph, string[] lines)
    {
        var prose = new List<(string Text, int Line)>();
        for (var line = paragraph.Line; line <= paragraph.EndLine; line++)
        {
            if (Command(lines[line - 1]) is not { } command)
            {
                prose.Add((lines[line - 1].Trim(), line));
                continue;
            }

            foreach (var piece in Paragraphs.Read([.. prose], null, false, false)) yield return piece;
            prose.Clear();
            yield return new Paragraph(line, line, new Prose(command, line, [new Mark(MarkKind.Code, 0, command, line)]), null, false, false);
        }

        foreach (var piece in Paragraphs.Read(prose, null, false, false)) yield return piece;
    }

    /// <returns>Null for a line that could be a sentence, or that another carries on.</returns>
    static string? Command(string line)
    {
        var text = line.Trim();
        if (text.StartsWith("$ ", StringComparison.Ordinal)) text = text[2..].TrimStart();
        return text.Length is > 4 and < LongestLine && text.Contains(' ') && !text.EndsWith('\\') && ShellPrograms.BeginsUnmistakably(text) && UnknownPrograms.Begins(text) ? text : null;
    }
}
