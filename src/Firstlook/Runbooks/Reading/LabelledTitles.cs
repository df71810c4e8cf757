using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>"Alert: QueueFull" as a line of its own above each of many parts: what an export made of headings. At least three, or they are told in passing.</summary>
internal static partial class LabelledTitles
{
    const int Fewest = 3;

    public static IReadOnlyList<Piece> Restore(IReadOnlyList<Piece> pieces)
    {
        var lost = Lost(pieces);
        if (lost.Count == 0) return pieces;
        // As high as the heading of the same form that was not lost, or else below the last one.
        var kept = pieces.OfType<Heading>().FirstOrDefault(h => Form().IsMatch(Words.Bare(h.Text.Plain)))?.Level;
        var restored = new List<Piece>(pieces.Count);
        var around = 0;
        foreach (var (index, piece) in pieces.Index())
        {
            if (piece is Heading { Item: null } heading) around = heading.Level;
            restored.Add(lost.Contains(index) ? new Heading(piece.Line, piece.EndLine, kept ?? Math.Min(6, around + 1), ((Paragraph)piece).Text) : piece);
        }

        return restored;
    }

    // Where headings stand between them, they are fields of these.
    static HashSet<int> Lost(IReadOnlyList<Piece> pieces)
    {
        var lost = new HashSet<int>();
        var run = new List<int>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i] is Heading) Close();
            else if (IsTitle(pieces[i]) && IsApart(pieces, i)) run.Add(i);
        }

        Close();
        return lost;

        void Close()
        {
            if (run.Count >= Fewest) lost.UnionWith(run);
            run.Clear();
        }
    }

    static bool IsApart(IReadOnlyList<Piece> pieces, int index) =>
        (index == 0 || pieces[index - 1] is not Heading && pieces[index - 1].EndLine < pieces[index].Line - 1)
            && (index + 1 == pieces.Count || pieces[index + 1].Line > pieces[index].EndLine + 1);

    static bool IsTitle(Piece piece) =>
        piece is Paragraph { Item: null, Quoted: false, Text.Plain: { Length: < 120 } text } paragraph && paragraph.Line == paragraph.EndLine
            && Form().Match(text) is { Success: true } form
        && Titles.AlertsOnly($"{form.Groups["names"].Value} / {form.Groups["names"].Value}").Count > 0;

    [GeneratedRegex(@"^(alert|alarm|alerta|alarma|alarme|alerte|allarme)( name)?\s*:\s*(?<names>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
