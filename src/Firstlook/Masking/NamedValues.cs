using System.Buffers;

namespace Firstlook.Masking;

/// <summary>Values that stand after a name: <c>password=x</c>, <c>"token": "x"</c>, <c>--secret x</c>, also inside quoted JSON.</summary>
internal static class NamedValues
{
    const int LongestName = 64;

    static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\"',;&)}]|<");

    public static void Find(string line, SensitiveNames names, List<MaskedSpan> spans)
    {
        for (var at = 0; at < line.Length;)
        {
            var mark = line.AsSpan(at).IndexOfAny('=', ':', '-');
            if (mark < 0) return;
            mark += at;
            at = line[mark] == '-' ? LongOption(line, mark, names, spans) : Pair(line, mark, names, spans);
        }
    }

    /// <returns>Where to look on.</returns>
    static int Pair(string line, int mark, SensitiveNames names, List<MaskedSpan> spans)
    {
        var name = NameBefore(line, mark);
        if (name.Length == 0 || names.KindOf(name) is not { } kind) return mark + 1;
        var start = mark + 1;
        while (start < line.Length && line[start] is '=' or '>' or ':') start++;
        while (start < line.Length && line[start] is ' ' or '\t') start++;
        return Value(line, start, kind, names.IsNamed(name) || kind is "authorization" or "cookie", spans);
    }

    static int LongOption(string line, int mark, SensitiveNames names, List<MaskedSpan> spans)
    {
        if (mark + 2 >= line.Length || line[mark + 1] != '-' || (mark > 0 && line[mark - 1] is not (' ' or '\t' or '\'' or '"' or '[' or ','))) return mark + 1;
        var end = mark + 2;
        while (end < line.Length && end - mark < LongestName && IsName(line[end])) end++;
        if (end >= line.Length || line[end] != ' ' || names.KindOf(line.AsSpan(mark + 2, end - mark - 2)) is not { } kind) return end == mark + 2 ? mark + 1 : end;
        var start = end;
        while (start < line.Length && line[start] == ' ') start++;
        return start < line.Length && line[start] == '-' ? start : Value(line, start, kind, severalWords: false, spans);
    }

    static int Value(string line, int start, string kind, bool severalWords, List<MaskedSpan> spans)
    {
        if (start >= line.Length || MaskedText.BeginsAt(line, start)) return start;
        var backslashes = 0;
        while (start + backslashes < line.Length && line[start + backslashes] == '\\') backslashes++;
        var quote = start + backslashes < line.Length ? line[start + backslashes] : '\0';
        int end;
        if (quote is '"' or '\'')
        {
            start += backslashes + 1;
            end = QuotedEnd(line, start, quote, backslashes);
        }
        else if (line[start] is '[' or '{')
        {
            end = BracketEnd(line, start);
        }
        else
        {
            end = severalWords ? SeveralWordsEnd(line, start) : WordEnd(line, start);
        }

        var value = line.AsSpan(start, end - start);
        if (!IsNothing(value)) spans.Add(new MaskedSpan(start, end, kind));
        return Math.Max(end, start);
    }

    static ReadOnlySpan<char> NameBefore(string line, int mark)
    {
        var end = mark;
        while (end > 0 && mark - end < 4 && line[end - 1] is ' ' or '\t') end--;
        while (end > 0 && mark - end < 12 && line[end - 1] is '"' or '\'' or '\\') end--;
        var start = end;
        while (start > 0 && end - start < LongestName && IsName(line[start - 1])) start--;
        return line.AsSpan(start, end - start).TrimStart('-');
    }

    static int QuotedEnd(string line, int start, char quote, int backslashes)
    {
        var run = 0;
        for (var at = start; at < line.Length; at++)
        {
            if (line[at] == '\\')
            {
                run++;
            }
            else
            {
                // In a string inside of a string the closing quote has as many backslashes before it as the opening one.
                if (line[at] == quote && (backslashes == 0 ? run % 2 == 0 : run <= backslashes)) return at - (backslashes == 0 ? 0 : run);
                run = 0;
            }
        }

        return line.Length;
    }

    static int BracketEnd(string line, int start)
    {
        var depth = 0;
        for (var at = start; at < line.Length; at++)
        {
            if (line[at] is '[' or '{') depth++;
            else if (line[at] is ']' or '}' && --depth == 0) return at + 1;
        }

        return line.Length;
    }

    static int WordEnd(string line, int start)
    {
        var end = line.AsSpan(start).IndexOfAny(WordEnds);
        return end < 0 ? line.Length : start + end;
    }

    /// <summary>Until the next <c>name=</c>, or what ends a field.</summary>
    static int SeveralWordsEnd(string line, int start)
    {
        var lastBlank = -1;
        for (var at = start; at < line.Length; at++)
        {
            if (line[at] is ',' or ';' or '|' or '"' or '\'' or '}' or ')' or '\r' or '\t') return at;
            if (line[at] == ' ') lastBlank = at;
            if (line[at] == '=' && lastBlank > start) return lastBlank;
        }

        return line.Length;
    }

    /// <summary>What stands for a value without being one: nothing, null, a placeholder, a variable, stars.</summary>
    static bool IsNothing(ReadOnlySpan<char> value) =>
        value.Length == 0 || value is "null" or "nil" or "None" or "none" or "true" or "false" or "undefined" or "-"
        || value[0] is '<' or '$' or '%' || value.Trim('*').Length == 0 || value.StartsWith("[masked ") || value.StartsWith("{{");

    static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.';
}
