namespace Firstlook.Executors.Shell;

/// <summary>
/// One step of a path with <c>*</c>, <c>?</c> and <c>[...]</c> (bash manual, "Pattern Matching"); a backslash makes the next
/// character plain. Takes time linear in the name for each star.
/// </summary>
internal static class GlobPattern
{
    public static bool IsPattern(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] is '*' or '?' or '[') return true;
        }

        return false;
    }

    /// <summary>The text that a pattern without special characters stands for.</summary>
    public static string Plain(string pattern)
    {
        var text = new System.Text.StringBuilder(pattern.Length);
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == '\\' && at + 1 < pattern.Length) at++;
            text.Append(pattern[at]);
        }

        return text.ToString();
    }

    /// <summary>The pattern that matches this text and no other.</summary>
    public static string Quote(string text)
    {
        var pattern = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '*' or '?' or '[' or ']' or '\\') pattern.Append('\\');
            pattern.Append(c);
        }

        return pattern.ToString();
    }

    public static bool Matches(string pattern, string name)
    {
        int p = 0, n = 0, starAt = -1, resume = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                starAt = p++;
                resume = n;
            }
            else if (p < pattern.Length && One(pattern, ref p, name[n]))
            {
                n++;
            }
            else if (starAt >= 0)
            {
                p = starAt + 1;
                n = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    /// <summary>Matches one character, and moves past what matched it.</summary>
    static bool One(string pattern, ref int at, char c)
    {
        switch (pattern[at])
        {
            case '?':
                at++;
                return true;
            case '\\' when at + 1 < pattern.Length:
                if (pattern[at + 1] != c) return false;
                at += 2;
                return true;
            case '[' when SetEnd(pattern, at) is var end and > 0:
                if (!InSet(pattern, at + 1, end, c)) return false;
                at = end + 1;
                return true;
            default:
                if (pattern[at] != c) return false;
                at++;
                return true;
        }
    }

    /// <returns>Offset of the closing bracket; -1 where there is none, and the bracket is a plain character.</returns>
    static int SetEnd(string pattern, int open)
    {
        var at = open + 1;
        if (at < pattern.Length && pattern[at] is '!' or '^') at++;
        if (at < pattern.Length && pattern[at] == ']') at++;
        while (at < pattern.Length && pattern[at] != ']')
        {
            var close = pattern[at] == '[' && at + 1 < pattern.Length && pattern[at + 1] == ':' ? pattern.IndexOf(":]", at + 2, StringComparison.Ordinal) : -1;
            at = close >= 0 ? close + 2 : at + 1;
        }

        return at < pattern.Length ? at : -1;
    }

    static bool InSet(string pattern, int at, int end, char c)
    {
        var negated = pattern[at] is '!' or '^';
        if (negated) at++;
        var found = false;
        while (at < end)
        {
            if (pattern[at] == '[' && at + 1 < end && pattern[at + 1] == ':' && pattern.IndexOf(":]", at + 2, StringComparison.Ordinal) is var close and >= 0 && close < end)
            {
                found |= InClass(pattern[(at + 2)..close], c);
                at = close + 2;
                continue;
            }

            if (pattern[at] == '\\' && at + 1 < end) at++;
            var low = pattern[at++];
            if (at + 1 < end && pattern[at] == '-')
            {
                found |= c >= low && c <= pattern[at + 1];
                at += 2;
            }
            else
            {
                found |= c == low;
            }
        }

        return found != negated;
    }

    static bool InClass(string name, char c) => name switch
    {
        "alpha" => char.IsLetter(c),
        "digit" => char.IsAsciiDigit(c),
        "alnum" => char.IsLetterOrDigit(c),
        "upper" => char.IsUpper(c),
        "lower" => char.IsLower(c),
        "space" => char.IsWhiteSpace(c),
        "punct" => char.IsPunctuation(c) || char.IsSymbol(c),
        "xdigit" => char.IsAsciiHexDigit(c),
        "blank" => c is ' ' or '\t',
        _ => false,
    };
}
