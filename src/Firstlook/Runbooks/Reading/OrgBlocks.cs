namespace Firstlook.Runbooks.Reading;

/// <summary>
/// "#+BEGIN_SRC sh" to "#+END_SRC": blocks of Org that stand in a page of Markdown. They are written over by fences, each character by one, so that every line and column
/// stays where it is.
/// https://orgmode.org/manual/Structure-of-Code-Blocks.html
/// </summary>
internal static class OrgBlocks
{
    const string Mark = "#+";

    static readonly Sieve Begin = new([], "#+BEGIN_");

    /// <returns>The same text where it has none.</returns>
    public static string AsMarkdown(string text)
    {
        if (!Begin.Holds(text)) return text;
        var lines = text.Split('\n');
        var fenced = new FencedLines();
        (int Line, string Kind)? open = null;
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            if (open is null && fenced.Holds(line)) continue;
            var word = Marked(line);
            if (word.Length == 0) continue;
            if (open is not { } opened)
            {
                if (Begun(word) is { } kind) open = (at, kind);
            }
            else if (word.Equals($"{Mark}END_{opened.Kind}", StringComparison.OrdinalIgnoreCase))
            {
                (lines[opened.Line], lines[at], open) = (Fenced(lines[opened.Line]), Fenced(line), null);
            }
        }

        return string.Join('\n', lines);
    }

    // The first word of a line, where it has the mark.
    static string Marked(string line)
    {
        var start = line.AsSpan().IndexOfAnyExcept(' ');
        return start >= 0 && line.AsSpan(start).StartsWith(Mark) ? line[start..(line.IndexOfAny([' ', '\r'], start) is >= 0 and var end ? end : line.Length)] : "";
    }

    static string Fenced(string line) =>
        Marked(line) is var word && line.IndexOf(Mark, StringComparison.Ordinal) is var start
            ? line[..start] + "```" + new string(' ', word.Length - 3) + line[(start + word.Length)..] : line;

    // Prose that is quoted or centred stays what it is.
    static string? Begun(string word) => Array.Find(["SRC", "EXAMPLE"], kind => word.Equals($"{Mark}BEGIN_{kind}", StringComparison.OrdinalIgnoreCase));
}
