namespace Firstlook.Masking;

/// <summary>Where secrets stand in a line that a person wrote, by the masker's own rules; personal data is none.</summary>
internal static class Secrets
{
    static readonly SensitiveNames Names = new([]);

    /// <param name="code">True for what is to be run. In prose a name before a colon says nothing: "token: expired".</param>
    /// <returns>In order, without overlaps; the end is exclusive.</returns>
    public static IReadOnlyList<MaskedSpan> In(string line, bool code)
    {
        var spans = new List<MaskedSpan>();
        if (code) NamedValues.Find(line, Names, spans);
        Credentials.Find(line, spans);
        KnownTokens.Find(line, spans);
        spans.RemoveAll(span => IsStandIn(line.AsSpan(span.Start, span.End - span.Start)));
        spans.Sort((one, other) => one.Start.CompareTo(other.Start));
        var last = 0;
        spans.RemoveAll(span =>
        {
            if (span.Start < last) return true;
            last = span.End;
            return false;
        });
        return spans;
    }

    /// <summary>Text that a reader replaces, refers to a value kept elsewhere, or is only a sample of the form.</summary>
    static bool IsStandIn(ReadOnlySpan<char> value)
    {
        value = value.Trim("\"'`");
        foreach (var scheme in Schemes)
        {
            if (value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) value = value[scheme.Length..];
        }

        if (value.Length < 3 || value[0] is '$' or '<' or '{' or '[' or '(' or '%' or '@' or '.' or '/' or '*' or '\uFFFC') return true;
        foreach (var start in Beginnings)
        {
            if (value.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return value.ContainsAny("$<{") || value.EndsWith("_HERE", StringComparison.OrdinalIgnoreCase) || value.Trim("xX.-").IsEmpty
            || value.IndexOf("...", StringComparison.Ordinal) >= 0 || IsVariable(value);
    }

    static readonly string[] Schemes = ["Bearer ", "Basic ", "OAuth ", "Token ", "ApiKey ", "token=", "GenieKey "];

    static readonly string[] Beginnings =
        ["your", "my_", "my-", "example", "placeholder", "replace", "insert", "redacted", "masked", "null", "none", "true", "false", "process.env", "os.environ", "env.",
            "vault:"];

    // API_TOKEN, settings.API_KEY: the name of where it is kept.
    static bool IsVariable(ReadOnlySpan<char> value)
    {
        var upper = false;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) && !value.Contains('.')) return false;
            if (!char.IsAsciiLetter(c) && c is not ('_' or '.')) return false;
            upper |= char.IsAsciiLetterUpper(c) || c == '.';
        }

        return upper && value.ContainsAny("_.");
    }
}
