using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Notes that somebody typed without any mark: "site down" on a line, and right below it what to do. Where two or more paragraphs open with such a
/// line, and one of them names some trouble, these lines are the headings.
/// </summary>
internal static partial class LostFirstLines
{
    const int LongestTitle = 60;
    const int MostWords = 9;

    public static IReadOnlyList<Piece> Restore(string text, IReadOnlyList<Piece> pieces)
    {
        if (pieces.Any(p => p is Heading or Table || p is Paragraph { Label: { Strong: true } or { Role: not Role.None } } || p.Item is not null)
            || !pieces.Any(p => p is Fence))
            return pieces;
        var lines = text.Split('\n');
        var titled = pieces.OfType<Paragraph>().Where(p => IsTitled(p, lines)).Select(p => p.Line).ToHashSet();
        if (titled.Count < 2 || !titled.Any(line => Titles.IsTrouble(lines[line - 1]))) return pieces;
        return [.. pieces.SelectMany(p => p is Paragraph paragraph && titled.Contains(paragraph.Line) ? Parted(paragraph, lines) : [p])];
    }

    static bool IsTitled(Paragraph paragraph, string[] lines)
    {
        if (paragraph is not { Item: null, Quoted: false } || paragraph.EndLine == paragraph.Line || paragraph.EndLine > lines.Length) return false;
        // A paragraph that goes on below a block has nothing but a blank line for a title above it.
        if (paragraph.Line > 1 && lines[paragraph.Line - 2].Trim().Length > 0) return false;
        var first = lines[paragraph.Line - 1].Trim();
        return first.Length is > 1 and < LongestTitle && first.Count(c => c == ' ') < MostWords && char.IsLetterOrDigit(first[^1])
            && first.AsSpan().IndexOfAny(NoTitle) < 0 && !Opens().IsMatch(first);
    }

    static readonly System.Buffers.SearchValues<char> NoTitle = System.Buffers.SearchValues.Create("`:;,=|<>{}$");

    static IEnumerable<Piece> Parted(Paragraph paragraph, string[] lines)
    {
        yield return new Heading(paragraph.Line, paragraph.Line, 2, Inlines.Read(lines[paragraph.Line - 1].Trim(), paragraph.Line));
        foreach (var piece in Paragraphs.Read([.. Enumerable.Range(paragraph.Line + 1, paragraph.EndLine - paragraph.Line)
            .Select(line => (lines[line - 1].Trim(), line))],
            null, false, false))
            yield return piece;
    }

    // A sentence that is cut short by its line.
    [GeneratedRegex(
        @"^(if|then|and|or|but|when|first|also|note|run|check|use|do|see|wenn|dann|und|si|se|puis|et)\b|"
        + @"\b(and|or|but|the|an?|of|to|for|in|on|at|with|by|is|are|was|when|if|that|so|und|oder|der|die|das|mit|für|ist|y|o|de|la|el|en|que|e|et|ou|le|du)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Opens();
}
