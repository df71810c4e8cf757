using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Pages without any heading whose paragraphs each open with what is wrong: "Problem: jobs do not start. Severity high. ...", and below
/// another "Problem: ...". The first sentence of such a paragraph was its heading.
/// </summary>
internal static partial class LostTitles
{
    const int LongestTitle = 90;

    public static IReadOnlyList<Piece> Restore(IReadOnlyList<Piece> pieces)
    {
        if (pieces.Any(p => p is Heading) || pieces.Count(p => TitleEnd(p) > 0) < 2) return pieces;
        return [.. pieces.SelectMany(Parted)];
    }

    // Where the sentence ends that names the trouble; 0 for any other piece.
    static int TitleEnd(Piece piece)
    {
        if (piece is not Paragraph { Item: null, Quoted: false, Text.Plain: { Length: > 10 } text } || Opening().Match(text) is not { Success: true } opening) return 0;
        var stop = text.IndexOf(". ", opening.Length, StringComparison.Ordinal);
        return stop < 0 ? text.Length <= LongestTitle ? text.Length : 0 : stop <= LongestTitle ? stop : 0;
    }

    static IEnumerable<Piece> Parted(Piece piece)
    {
        if (TitleEnd(piece) is > 0 and var end && piece is Paragraph paragraph)
        {
            yield return new Heading(piece.Line, piece.Line, 2, new(paragraph.Text.Plain[..end].TrimEnd('.'), piece.Line, paragraph.Text.MarksWithin(0, end)));
            if (paragraph.Text.From(Math.Min(end + 1, paragraph.Text.Plain.Length)) is { IsEmpty: false } rest) yield return paragraph with { Text = rest };
        }
        else
        {
            // "Escalation: after 30 minutes ..." below the last of them speaks of all.
            if (piece is Paragraph { Item: null, Label: { Role: Role.Escalation or Role.Contacts or Role.Template or Role.Postmortem or Role.SeverityPolicy } label })
                yield return new Heading(piece.Line, piece.Line, 2, new(label.Name, piece.Line, []));
            yield return piece;
        }
    }

    [GeneratedRegex(@"^(problem|incident|issue|outage|failure|störung|vorfall|problema|incidente|incidencia|panne|problème|guasto|storing|probleem)( \d{1,2})?\s?:\s+(?=\S)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();
}
