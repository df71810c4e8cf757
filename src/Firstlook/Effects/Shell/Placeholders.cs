namespace Firstlook.Effects.Shell;

/// <summary>
/// The shapes of text that a person replaces before running: <c>&lt;pod-name&gt;</c>, <c>[service]</c>, <c>{id}</c>,
/// <c>YOUR_TOKEN</c>, <c>PID_HERE</c>, <c>x.x.x.x</c>.
/// </summary>
public static class Placeholders
{
    const int Longest = 60;

    /// <summary>The length of the <c>&lt;name&gt;</c> that starts at an offset; 0 where none does.</summary>
    /// <remarks>
    /// The shell reads <c>cat &lt;a&gt;b</c> as two redirections. A name with a dot or slash, one with a blank beside an angle, and one that
    /// begins a word and runs on into a further name or path are therefore no placeholders.
    /// </remarks>
    public static int LengthAt(string source, int at, int limit)
    {
        if (at >= limit || source[at] != '<' || at + 2 >= limit || !char.IsLetter(source[at + 1])) return 0;
        var end = at + 1;
        var most = Math.Min(limit, at + Longest);
        while (end < most && (char.IsLetterOrDigit(source[end]) || source[end] is '-' or '_' or ' ' or ':' or '\'' or '|')) end++;
        if (end >= most || source[end] != '>' || source[end - 1] == ' ') return 0;
        var startsWord = at == 0 || source[at - 1] is ' ' or '\t' or '\n' or '|' or '&' or ';' or '(';
        var next = end + 1 < limit ? source[end + 1] : '\0';
        if (next is '>' or '&' or '(' or '|') return 0;
        if (startsWord && (char.IsLetterOrDigit(next) || next is '_' or '~' or '$' or '"' or '\'' || (next == '/' && PathAt(source, end + 1, limit)))) return 0;
        return end + 1 - at;
    }

    /// <summary>An absolute path with two steps or more after a placeholder is rather the target of a redirection.</summary>
    static bool PathAt(string source, int at, int limit)
    {
        var end = at + 1;
        while (end < limit && (char.IsLetterOrDigit(source[end]) || source[end] is '.' or '_' or '-')) end++;
        return end < limit && source[end] == '/';
    }

    /// <summary>Whether a whole word of plain text stands for a value: <c>YOUR_API_KEY</c>, <c>PID_HERE</c>, <c>x.x.x.x</c>, <c>ULID</c>, <c>&lt;x&gt;</c>, <c>[x]</c>,
    /// <c>{x}</c>.</summary>
    public static bool IsWord(string text)
    {
        if (text.Length < 3) return false;
        if ((text[0], text[^1]) is ('<', '>') or ('[', ']') or ('{', '}')) return IsName(text.AsSpan(1, text.Length - 2));
        if (text is "x.x.x.x" or "X.X.X.X" or "ULID" or "UUID" or "PID") return true;
        return text.StartsWith("YOUR_", StringComparison.Ordinal) || text.StartsWith("YOUR-", StringComparison.Ordinal)
            || text.StartsWith("your-", StringComparison.Ordinal) || text.StartsWith("REPLACE_", StringComparison.Ordinal)
            || text.EndsWith("_HERE", StringComparison.Ordinal) || text.EndsWith("-HERE", StringComparison.Ordinal);
    }

    /// <summary>Whether the text between delimiters is a name: letters first, then letters, digits and <c>- _ blank</c>.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest || !char.IsLetter(text[0]) || text[^1] == ' ') return false;
        foreach (var character in text)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('-' or '_' or ' ')) return false;
        }
        return true;
    }
}
