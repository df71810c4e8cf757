namespace Firstlook.Masking;

/// <summary>Private keys in PEM (RFC 7468), over several lines or with <c>\n</c> written out in one.</summary>
internal static class PrivateKeys
{
    const string Begin = "-----BEGIN ";
    const string End = "-----END ";
    const string Kind = "private key";

    /// <returns>The masked line; null where it is no part of a key.</returns>
    public static string? Line(string line, LineState state)
    {
        if (state.InPrivateKey)
        {
            state.InPrivateKey = !line.Contains(End, StringComparison.Ordinal) && IsBody(line);
            if (state.InPrivateKey || line.Contains(End, StringComparison.Ordinal)) return MaskedText.Of(Kind);
            // A line that cannot belong to a key ends what was cut off.
        }

        var begin = line.IndexOf(Begin, StringComparison.Ordinal);
        if (begin < 0 || !IsPrivate(line, begin)) return null;
        state.Count++;
        var end = line.IndexOf(End, begin, StringComparison.Ordinal);
        var close = end < 0 ? -1 : line.IndexOf("-----", end + End.Length, StringComparison.Ordinal);
        state.InPrivateKey = end < 0;
        var rest = close < 0 ? "" : line[(close + 5)..];
        return line[..begin] + MaskedText.Of(Kind) + rest;
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
