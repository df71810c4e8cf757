namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Fences that CommonMark does not see: pasted with an indentation that makes them an indented block, or swallowed by raw HTML.
/// A reader sees the fence that was meant, and so do we.
/// </summary>
internal static class LostFences
{
    public static IReadOnlyList<Piece> Restore(string text, List<Piece> pieces)
    {
        var restored = new List<Piece>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (piece is Fence { Form: FenceForm.Indented } code && code.Text.Split('\n') is var lines && lines.Any(l => FenceScan.Opening(l) is not null)) restored.AddRange(Split(code, lines));
            else restored.Add(piece);
        }

        return restored;
    }

    static IEnumerable<Piece> Split(Fence code, string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0) continue;
            if (FenceScan.Opening(lines[i]) is { } opening)
            {
                var fence = FenceScan.Take(lines, ref i, opening, code.Item);
                var shift = code.TextLine - 1;
                yield return fence with { Line = fence.Line + shift, EndLine = fence.EndLine + shift, TextLine = fence.TextLine + shift, Quoted = code.Quoted };
            }
            else
            {
                // A tag alone leaves no words.
                if (Inlines.Read(lines[i], code.TextLine + i) is { IsEmpty: false } text) yield return new Paragraph(code.TextLine + i, code.TextLine + i, text, code.Item, code.Quoted, false);
            }
        }
    }
}
