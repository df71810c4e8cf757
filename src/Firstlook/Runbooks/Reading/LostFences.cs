using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Fences that CommonMark does not see: pasted with an indentation that makes them an indented block, swallowed by raw HTML, or right below the
/// first line of an admonition. A reader sees the fence that was meant, and so do we.
/// </summary>
internal static partial class LostFences
{
    public static IReadOnlyList<Piece> Restore(string text, List<Piece> pieces)
    {
        var restored = new List<Piece>(pieces.Count);
        string[]? page = null;
        foreach (var piece in pieces)
        {
            if (piece is Fence { Form: FenceForm.Indented } code && code.Text.Split('\n') is var lines && lines.Any(l => FenceScan.Opening(l) is not null))
            {
                restored.AddRange(Split(lines, code.TextLine, code.Item, code.Quoted));
            }
            else if (piece is Paragraph paragraph && paragraph.EndLine > paragraph.Line && Admonition().IsMatch(paragraph.Text.Plain)
                && Below(paragraph, page ??= text.Split('\n')) is var below && below.Any(l => FenceScan.Opening(l) is not null))
            {
                restored.AddRange(Paragraphs.Read([(page[paragraph.Line - 1].Trim(), paragraph.Line)], paragraph.Item, paragraph.Quoted, paragraph.OpensItem));
                restored.AddRange(Split(below, paragraph.Line + 1, paragraph.Item, paragraph.Quoted));
            }
            else
            {
                restored.Add(piece);
            }
        }

        return restored;
    }

    static string[] Below(Paragraph paragraph, string[] page) => page[Math.Min(paragraph.Line, page.Length)..Math.Min(paragraph.EndLine, page.Length)];

    /// <summary>The fences among these lines, and the words between them.</summary>
    public static IEnumerable<Piece> Split(string[] lines, int firstLine, Item? item, bool quoted)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0) continue;
            if (FenceScan.Opening(lines[i]) is { } opening)
            {
                var fence = FenceScan.Take(lines, ref i, opening, item);
                var shift = firstLine - 1;
                yield return fence with { Line = fence.Line + shift, EndLine = fence.EndLine + shift, TextLine = fence.TextLine + shift, Quoted = quoted };
            }
            else
            {
                // A tag alone leaves no words.
                if (Inlines.Read(lines[i], firstLine + i) is { IsEmpty: false } text) yield return new Paragraph(firstLine + i, firstLine + i, text, item, quoted, false);
            }
        }
    }

    // squidfunk.github.io/mkdocs-material/reference/admonitions: "!!! note", "??? example "What it looks like"", "=== "Linux"".
    [GeneratedRegex(@"^(!!!|\?\?\?\+?|===\+?)\s+[\w""]")]
    private static partial Regex Admonition();
}
