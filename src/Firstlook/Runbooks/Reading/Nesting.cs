namespace Firstlook.Runbooks.Reading;

/// <summary>Sees nesting and runs of links by definition that no person writes, before Markdig spends time that grows with their square.</summary>
internal static class Nesting
{
    /// <summary>More levels than this on one line are refused; Markdig itself gives up at 128.</summary>
    const int MostLevels = 100;

    /// <summary>More definitions of links ("[the list]: ./list.md") without an empty line between them are refused: Markdig copies those that are left for each.</summary>
    const int MostDefinitions = 5_000;

    public static bool IsExtreme(string text)
    {
        var definitions = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Levels(line) > MostLevels) return true;
            var content = line.TrimStart(" \t>");
            if (content is ['[', ..]) definitions++;
            else if (content.IsEmpty) definitions = 0;
            if (definitions > MostDefinitions) return true;
        }

        return false;
    }

    // Quote marks and bullets at the start of the line, and the indentation that nested bullets need.
    static int Levels(ReadOnlySpan<char> line)
    {
        var levels = 0;
        var blanks = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is ' ' or '\t') blanks++;
            else if (line[i] == '>' || (line[i] is '-' or '*' or '+' && i + 1 < line.Length && line[i + 1] == ' ')) levels++;
            else break;
        }

        return levels == 0 ? 0 : levels + blanks / 4;
    }
}
