using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>"##3.3 Gateway silent": Markdown asks for a blank behind the hashes (CommonMark 0.31, 4.2), most people's eyes do not. One hash alone may be a channel or a
/// ticket.</summary>
internal static partial class UnspacedHeadings
{
    const int LongestTitle = 120;

    public static IReadOnlyList<Piece> Restore(IReadOnlyList<Piece> pieces) =>
        pieces.Any(IsOne) ? [.. pieces.Select(p => IsOne(p) && p is Paragraph paragraph ? Marked(paragraph) : p)] : pieces;

    static bool IsOne(Piece piece) =>
        piece is Paragraph { Item: null, Quoted: false, Text.Plain: { Length: < LongestTitle } text } && piece.EndLine == piece.Line
            && text.StartsWith("##", StringComparison.Ordinal) && Mark().IsMatch(text);

    static Heading Marked(Paragraph paragraph)
    {
        var hashes = Mark().Match(paragraph.Text.Plain).Length;
        return new(paragraph.Line, paragraph.EndLine, hashes, paragraph.Text.From(hashes));
    }

    [GeneratedRegex(@"^#{2,6}(?=[\p{L}\d`*])")]
    private static partial Regex Mark();
}
