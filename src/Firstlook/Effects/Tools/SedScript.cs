namespace Firstlook.Effects.Tools;

/// <summary>A sed script, read command by command (sed(1), "COMMAND SYNOPSIS"). What does not fit is unknown.</summary>
internal static class SedScript
{
    /// <param name="replaces">True where every command of it is a substitution of one known text by another, which can be turned back.</param>
    public static Verdict Judge(string script, out bool replaces)
    {
        replaces = true;
        var at = 0;
        var verdict = Verdict.Read("sed prints an edited stream");
        while (at < script.Length)
        {
            while (at < script.Length && (char.IsWhiteSpace(script[at]) || script[at] is ';' or '{' or '}' or '!')) at++;
            if (at >= script.Length) break;
            if (script[at] == '#')
            {
                at = LineEnd(script, at);
                continue;
            }
            if (!Address(script, ref at)) return Verdict.Unknown("an address of the sed script is not understood");
            while (at < script.Length && (script[at] is ' ' or '!' || char.IsWhiteSpace(script[at]))) at++;
            if (at >= script.Length) return Verdict.Unknown("a sed script without a command");
            var command = script[at++];
            replaces &= command == 's' && Named(script, at) || command is '{' or '}';
            switch (command)
            {
                case '{' or '}': break;
                case 'p' or 'P' or 'd' or 'D' or 'g' or 'G' or 'h' or 'H' or 'n' or 'N' or 'x' or 'z' or '=' or 'F':
                    if (!Ends(script, at)) return Verdict.Unknown($"what stands behind '{command}' of sed is not known");
                    break;
                case 'q' or 'Q' or 'l' or 'L':
                    while (at < script.Length && (char.IsAsciiDigit(script[at]) || script[at] == ' ')) at++;
                    if (!Ends(script, at)) return Verdict.Unknown($"what stands behind '{command}' of sed is not known");
                    break;
                case 'b' or 't' or 'T' or ':':
                    if (!Label(script, ref at)) return Verdict.Unknown("a label of sed that versions of it read differently");
                    break;
                case 'a' or 'i' or 'c':
                    if (!Text(script, ref at)) return Verdict.Unknown($"the end of the text that '{command}' of sed adds is not clear");
                    break;
                case 'r' or 'R': at = LineEnd(script, at); break;
                case 'w' or 'W': return Verdict.Destructive($"'{command}' of sed writes a file");
                case 'e': return Verdict.Destructive("'e' of sed runs a command");
                case 's':
                    if (Substitution(script, ref at) is { } bad) return bad;
                    break;
                case 'y':
                    if (!Delimited(script, ref at, 2) || !Ends(script, at)) return Verdict.Unknown("a sed script that is not understood");
                    break;
                default: return Verdict.Unknown($"'{command}' of sed is not known");
            }
        }
        return verdict;
    }

    /// <summary>True where the pattern spells out what it replaces: after <c>s/max=.*/max=5/</c> nobody knows what stood there.</summary>
    static bool Named(string script, int at)
    {
        var end = at + 1 < script.Length ? script.IndexOf(script[at], at + 1) : -1;
        return end > 0 && script.AsSpan(at, end - at).IndexOfAny('*', '+', '[') < 0;
    }

    public static int LineEnd(string script, int at)
    {
        var end = script.IndexOf('\n', at);
        return end < 0 ? script.Length : end;
    }

    /// <summary>True where a command may end: at a blank, before the next one, before a comment.</summary>
    static bool Ends(string script, int at) => at >= script.Length || script[at] is ';' or '}' or '#' || char.IsWhiteSpace(script[at]);

    /// <summary>
    /// Over a text that is added: a backslash at the end of its line takes the next one in, two are one backslash and the end. Whether the first
    /// of two is the one that belongs to the command, and whether blanks behind that one count, differs: what hangs on it is not understood.
    /// </summary>
    static bool Text(string script, ref int at)
    {
        if (at + 1 < script.Length && script[at] == '\\' && script[at + 1] is ' ' or '\t') return false;
        for (var begin = at; ; begin = at + 1)
        {
            at = LineEnd(script, begin);
            var backslashes = at - begin - script.AsSpan(begin, at - begin).TrimEnd('\\').Length;
            if (backslashes > 1) return false;
            if (backslashes == 0 || at >= script.Length) return true;
        }
    }

    /// <summary>
    /// Over a label, which is one word: what follows behind a blank is the next command (GNU sed; to others it is part of the label). Whether a
    /// comment or a bracket ends it, too, differs.
    /// </summary>
    static bool Label(string script, ref int at)
    {
        while (at < script.Length && script[at] is ' ' or '\t') at++;
        while (at < script.Length && (char.IsAsciiLetterOrDigit(script[at]) || script[at] is '_' or '-' or '.')) at++;
        return at >= script.Length || script[at] is ';' or '}' || char.IsWhiteSpace(script[at]);
    }

    static readonly System.Buffers.SearchValues<char> PlaceholderLetters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-0123456789");

    public static bool Address(string script, ref int at)
    {
        for (var part = 0; part < 2; part++)
        {
            while (at < script.Length && script[at] is ' ') at++;
            if (at >= script.Length) return true;
            if (char.IsAsciiDigit(script[at]) || script[at] is '$' or '~' or '+' || script[at] == Argument.Hole)
            {
                while (at < script.Length && (char.IsAsciiDigit(script[at]) || script[at] is '$' or '~' or '+' || script[at] == Argument.Hole)) at++;
            }
            // A number to be put in: <LINE>.
            else if (script[at] == '<' && script.IndexOf('>', at) is > 0 and var close && script.AsSpan(at + 1, close - at - 1).IndexOfAnyExcept(PlaceholderLetters) < 0)
                at = close + 1;
            else if (script[at] is '/' or '\\')
            {
                if (script[at] == '\\') at++;
                if (!Delimited(script, ref at, 1)) return false;
                while (at < script.Length && script[at] is 'I' or 'M') at++;
            }
            else return true;
            while (at < script.Length && script[at] == ' ') at++;
            if (at >= script.Length || script[at] != ',') return true;
            at++;
        }
        return true;
    }

    /// <summary>Over a delimiter and so many texts that it ends.</summary>
    public static bool Delimited(string script, ref int at, int texts)
    {
        if (at >= script.Length) return false;
        var delimiter = script[at++];
        if (delimiter is '\\' or '\n' || delimiter == Argument.Hole) return false;
        for (var text = 0; text < texts; text++)
        {
            var bracket = false;
            while (at < script.Length && script[at] != delimiter)
            {
                if (script[at] == '\n') return false;
                if (script[at] == '\\') at++;
                else if (script[at] == '[') bracket = true;
                else if (script[at] == ']') bracket = false;
                at++;
            }
            // Inside brackets the delimiter is a plain character to some, and the end of the pattern to others.
            if (bracket && text == 0) return false;
            if (at >= script.Length) return false;
            at++;
        }
        return true;
    }

    static Verdict? Substitution(string script, ref int at)
    {
        if (!Delimited(script, ref at, 2)) return Verdict.Unknown("a substitution of sed that is not understood");
        while (at < script.Length && script[at] is not (';' or '\n' or '}' or '#'))
        {
            var flag = script[at++];
            // A blank ends no flags: s/a/b/ iw file writes.
            if (flag is ' ' or '\t') continue;
            if (flag == 'w') return Verdict.Destructive("the flag 'w' of sed writes a file");
            if (flag == 'e') return Verdict.Destructive("the flag 'e' of sed runs a command");
            if (flag is not ('g' or 'p' or 'i' or 'I' or 'm' or 'M') && !char.IsAsciiDigit(flag)) return Verdict.Unknown($"the flag '{flag}' of sed is not known");
        }
        return null;
    }
}
