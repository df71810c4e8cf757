using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>The plain reading, line by line, of a text that Markdig refuses. Knows headings, fences, items and paragraphs; never fails.</summary>
internal static partial class LineScan
{
    public static IReadOnlyList<Piece> Read(string text)
    {
        var pieces = new List<Piece>();
        var lines = text.Split('\n');
        var paragraph = new List<(string, int)>();
        Item? item = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimStart(' ', '\t', '>');
            if (FenceScan.Opening(line) is { } opening)
            {
                Flush();
                pieces.Add(FenceScan.Take(lines, ref i, opening, item));
            }
            else if (HeadingLine().Match(line) is { Success: true } heading)
            {
                Flush();
                item = null;
                pieces.Add(new Heading(i + 1, i + 1, heading.Groups["marks"].Length, Inlines.Read(heading.Groups["text"].Value, i + 1)));
            }
            else if (ItemLine().Match(line) is { Success: true } bullet)
            {
                Flush();
                item = new Item(null, i + 1, null);
                paragraph.Add((bullet.Groups["text"].Value, i + 1));
            }
            else if (line.Length == 0)
            {
                Flush();
                item = null;
            }
            else
            {
                paragraph.Add((line, i + 1));
            }
        }

        Flush();
        return pieces;

        void Flush()
        {
            if (paragraph.Count > 0) pieces.AddRange(Paragraphs.Read([.. paragraph], item, false, item is not null));
            paragraph.Clear();
        }
    }

    [GeneratedRegex(@"^(?<marks>#{1,6})\s+(?<text>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex HeadingLine();

    [GeneratedRegex(@"^([-*+]|\d{1,9}[.)])\s+(?<text>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex ItemLine();
}

/// <summary>Fences found by their marks alone.</summary>
internal static class FenceScan
{
    /// <returns>Null where the line opens no fence.</returns>
    public static (char Mark, int Length, string Tag)? Opening(string line)
    {
        var trimmed = line.TrimStart();
        if (trimmed.Length < 3 || trimmed[0] is not ('`' or '~')) return null;
        var length = trimmed.Length - trimmed.TrimStart(trimmed[0]).Length;
        var tag = trimmed[length..].Trim();
        return length < 3 || (trimmed[0] == '`' && tag.Contains('`')) ? null : (trimmed[0], length, tag);
    }

    public static bool Closes(string line, char mark, int length)
    {
        var trimmed = line.Trim(' ', '\t', '>');
        return trimmed.Length >= length && trimmed.AsSpan().Trim(mark).IsEmpty;
    }

    /// <summary>Takes lines from the opening one to the closing one or the end; <paramref name="i"/> is left on the last.</summary>
    public static Fence Take(string[] lines, ref int i, (char Mark, int Length, string Tag) opening, Item? item)
    {
        var first = i;
        var content = new List<string>();
        while (i + 1 < lines.Length)
        {
            i++;
            if (Closes(lines[i], opening.Mark, opening.Length)) break;
            content.Add(lines[i]);
        }

        return new(first + 1, i + 1, opening.Tag, string.Join('\n', content), first + 2, FenceForm.Fenced, item, false);
    }
}
