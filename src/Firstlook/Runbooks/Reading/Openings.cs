using System.Text;

namespace Firstlook.Runbooks.Reading;

/// <summary>What a procedure says of itself before its first block, in its own words: there it tells which trouble it is about.</summary>
internal static class Openings
{
    /// <summary>Letters of one opening at most.</summary>
    const int Longest = 1_500;

    /// <summary>Headings that it opens with, and the prose under them: what stands deeper speaks of its causes.</summary>
    const int OpeningLines = 30;

    /// <summary>Of what stands above all procedures of a document; empty where nothing does.</summary>
    public static string OfDocument(Outline outline, RegionIndex regions) =>
        regions.All.Count == 0 || regions.All[0].Line <= 1 ? "" : Text(outline.Root.AllPieces.TakeWhile(piece => piece.Line < regions.All[0].Line));

    public static string Of(Region region) => region.IsSection ? Text(region.Section.AllPieces.TakeWhile(piece => piece.Line <= region.Line + OpeningLines)) : "";

    static string Text(IEnumerable<Piece> pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces.TakeWhile(piece => piece is not Fence))
        {
            if (text.Length >= Longest) break;
            foreach (var said in piece switch
            {
                Heading heading => [heading.Text],
                Paragraph paragraph => [paragraph.Text],
                Table table => table.Rows.SelectMany(row => row.Cells),
                _ => Enumerable.Empty<Prose>(),
            }) text.Append(said.Plain).Append('\n');
        }

        return text.Length <= Longest ? text.ToString() : text.ToString(0, Longest);
    }
}
