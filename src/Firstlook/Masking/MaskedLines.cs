using System.Text;

namespace Firstlook.Masking;

/// <summary>
/// Masks a text that comes in pieces. Only whole lines are looked at, so that a value that is split over two pieces is found all
/// the same: however a text is cut, the same comes out.
/// </summary>
public sealed class MaskedLines(Masker masker)
{
    /// <summary>Characters of a line that are kept back at most. A longer line is cut at the last blank or comma before this.</summary>
    const int LongestLine = 1024 * 1024;

    readonly LineState state = new();
    readonly StringBuilder kept = new();

    /// <summary>How many values were masked so far.</summary>
    public int Count => state.Count;

    /// <returns>The masked text of all lines that are whole by now.</returns>
    public string Append(ReadOnlySpan<char> piece)
    {
        var ready = new StringBuilder();
        while (piece.Length > 0)
        {
            var lineEnd = piece.IndexOf('\n');
            var take = Math.Min(lineEnd < 0 ? piece.Length : lineEnd, LongestLine - kept.Length);
            kept.Append(piece[..take]);
            piece = piece[take..];
            if (kept.Length == LongestLine) Cut(ready);
            if (piece.Length == 0 || piece[0] != '\n') continue;
            ready.Append(Finish()).Append('\n');
            piece = piece[1..];
        }

        return ready.ToString();
    }

    /// <returns>The masked rest, after the last line end.</returns>
    public string Finish()
    {
        if (kept.Length == 0) return "";
        var line = kept.ToString();
        kept.Clear();
        return masker.Line(line, state);
    }

    void Cut(StringBuilder ready)
    {
        var line = kept.ToString();
        var boundary = line.AsSpan(line.Length / 2).LastIndexOfAny(' ', ',', ';');
        var end = boundary < 0 ? line.Length : line.Length / 2 + boundary + 1;
        ready.Append(masker.Line(line[..end], state));
        kept.Clear().Append(line, end, line.Length - end);
    }
}
