using System.Text;

namespace Firstlook.Masking;

/// <summary>
/// Takes secrets and personal data out of what targets return, before it is stored, shown or sent. What people search by stays
/// legible: request ids, UUIDs, order numbers, times, addresses of machines. Masking what is masked changes nothing. Takes
/// time linear in the text.
/// </summary>
/// <param name="fields">
/// Names of fields whose values are masked wherever they stand, in JSON, <c>key=value</c> and columns: <c>patient_name</c>.
/// Letter case, <c>-</c> and <c>_</c> do not matter.
/// </param>
public sealed class Masker(EquatableArray<string> fields)
{
    const int MostRounds = 10;

    readonly SensitiveNames names = new(fields);

    /// <param name="count">How many values were masked.</param>
    public string Mask(string text, out int count)
    {
        var lines = new MaskedLines(this);
        var masked = lines.Append(text) + lines.Finish();
        count = lines.Count;
        return masked;
    }

    public string Mask(string text) => Mask(text, out _);

    /// <summary>What a field of this name holds that is masked; null for a name that says nothing.</summary>
    internal string? KindOf(string field) => names.KindOf(field);

    /// <param name="state">Carried from the line before, in the same text.</param>
    internal string Line(string line, LineState state)
    {
        if (PrivateKeys.Body(line, state) is { } hidden) return hidden;

        // What is masked may uncover what stood right beside it, as one word with it: looked at again until nothing more is found.
        for (var round = 0; round < MostRounds; round++)
        {
            var spans = Find(line, state);
            if (spans.Count == 0) return line;
            line = Written(line, spans, state);
        }

        return line;
    }

    List<MaskedSpan> Find(string line, LineState state)
    {
        var spans = new List<MaskedSpan>();
        PrivateKeys.Find(line, state, spans);
        NamedValues.Find(line, names, spans);
        Credentials.Find(line, spans);
        KnownTokens.Find(line, spans);
        Addresses.Find(line, spans);
        Numbers.Find(line, spans);
        return spans;
    }

    /// <summary>Where spans overlap, the one that begins first wins, and of those the longest.</summary>
    static string Written(string line, List<MaskedSpan> spans, LineState state)
    {
        spans.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.End.CompareTo(one.End));
        var text = new StringBuilder(line.Length);
        var at = 0;
        foreach (var span in spans)
        {
            if (span.Start < at) continue;
            text.Append(line, at, span.Start - at).Append(MaskedText.Of(span.Kind));
            at = span.End;
            state.Count++;
        }

        return text.Append(line, at, line.Length - at).ToString();
    }
}

/// <param name="End">Exclusive.</param>
/// <param name="Kind">What it was, for the reader: <c>e-mail</c>, <c>password</c>.</param>
internal readonly record struct MaskedSpan(int Start, int End, string Kind);

internal static class MaskedText
{
    const string Opening = "[masked ";

    public static string Of(string kind) => $"{Opening}{kind}]";

    public static bool IsMasked(ReadOnlySpan<char> value) => value.StartsWith(Opening) && value.IndexOf(']') == value.Length - 1;

    /// <summary>Whether a masked value begins here.</summary>
    public static bool BeginsAt(string line, int at) => string.CompareOrdinal(line, at, Opening, 0, Opening.Length) == 0;
}

/// <summary>What one line must know of those before it, and what was masked so far.</summary>
internal sealed class LineState
{
    public bool InPrivateKey { get; set; }

    public int Count { get; set; }
}
