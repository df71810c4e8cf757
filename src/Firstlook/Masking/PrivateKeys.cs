namespace Firstlook.Masking;

/// <summary>Private keys in PEM (RFC 7468), over several lines or with <c>\n</c> written out in one.</summary>
internal static class PrivateKeys
{
    const string Begin = "-----BEGIN ";
    const string End = "-----END ";
    const string Kind = "private key";

    /// <returns>What stands for a line inside of a key; null where it is none.</returns>
    public static string? Body(string line, LineState state)
    {
        if (!state.InPrivateKey) return null;
        var ends = line.Contains(End, StringComparison.Ordinal);

        // A line that cannot belong to a key ends one that was cut off.
        state.InPrivateKey = !ends && IsBody(line);
        return ends || state.InPrivateKey ? MaskedText.Of(Kind) : null;
    }

    public static void Find(string line, LineState state, List<MaskedSpan> spans)
    {
        for (var begin = line.IndexOf(Begin, StringComparison.Ordinal); begin >= 0;)
        {
            var from = begin + Begin.Length;
            if (IsPrivate(line, begin))
            {
                var end = line.IndexOf(End, begin, StringComparison.Ordinal);
                var close = end < 0 ? -1 : line.IndexOf("-----", end + End.Length, StringComparison.Ordinal);
                state.InPrivateKey = end < 0;
                from = close < 0 ? line.Length : close + 5;
                spans.Add(new MaskedSpan(begin, from, Kind));
            }

            begin = line.IndexOf(Begin, from, StringComparison.Ordinal);
        }
    }

    static bool IsPrivate(string line, int begin)
    {
        var label = line.AsSpan(begin + Begin.Length, Math.Min(60, line.Length - begin - Begin.Length));
        return label.Contains("PRIVATE KEY", StringComparison.Ordinal);
    }

    static bool IsBody(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Length == 0 || text.StartsWith("Proc-Type:") || text.StartsWith("DEK-Info:") || (text.Length <= 80 && IsBase64(text));
    }

    static bool IsBase64(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '/' or '=')) return false;
        }

        return true;
    }
}
