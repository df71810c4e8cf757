using System.Text;

namespace Firstlook.Effects.PowerShell;

internal sealed partial class PowerShellReader
{
    /// <summary>about_Quoting_Rules, "Here-strings": the lines between <c>@"</c> at the end of a line and <c>"@</c> at the start of one, with <c>$</c> as in a string.</summary>
    void HereString(List<PowerShellToken> element, bool glued)
    {
        if (HereStringAt(at) is not (> 0 and var start, var end))
        {
            Problem = "an unclosed here-string";
            return;
        }
        var text = new StringBuilder();
        var inner = new List<string>();
        var expands = source[at + 1] == '"';
        secret = false;
        for (at = start; at < end && Problem is null;)
        {
            if (expands && source[at] == '$') Variable(text, inner);
            else if (expands && source[at] == '`')
            {
                text.Append(source[at + 1]);
                at += 2;
            }
            else text.Append(source[at++]);
        }
        if (at > end) Problem ??= "a here-string that does not end where it seems to";
        at = end + 3;
        element.Add(new PowerShellToken(PowerShellKind.Word, text.ToString(), glued, Quoted: true, inner) { Secret = secret });
    }

    /// <summary>Where the text of a here-string begins, and the end of the line before its closing mark; zeros where none opens.</summary>
    (int Start, int End) HereStringAt(int open)
    {
        var start = open + 2;
        while (start < source.Length && source[start] is ' ' or '\t' or '\r') start++;
        if (start >= source.Length || source[start] != '\n') return default;
        var end = source.IndexOf(source[open + 1] == '"' ? "\n\"@" : "\n'@", start, StringComparison.Ordinal);
        return end < 0 ? default : (Math.Min(start + 1, end), end);
    }

    /// <summary>Set where the word that is read names a variable of the environment that by its name holds a secret.</summary>
    bool secret;

    static bool IsSecret(ReadOnlySpan<char> variable) => variable.StartsWith("env:", StringComparison.OrdinalIgnoreCase) && SecretVariables.Are(variable[4..].ToString());

    /// <summary>A drive, or a setting of PowerShell's own: of those that end in "Preference", these two decide whether what acts asks first, or acts at all
    /// (about_Preference_Variables).</summary>
    static bool IsOwn(ReadOnlySpan<char> variable) =>
        variable.Contains(':') || variable.StartsWith("PS", StringComparison.OrdinalIgnoreCase)
            || variable.Equals("ConfirmPreference", StringComparison.OrdinalIgnoreCase) || variable.Equals("WhatIfPreference", StringComparison.OrdinalIgnoreCase);

    /// <summary>Strings in groups in strings; deeper than this is not understood.</summary>
    const int DeepestGroup = 24;

    int groups;

    /// <summary>What stands between two brackets, which may hold strings, comments and further groups.</summary>
    string Group(char open, char close)
    {
        var start = ++at;
        var depth = 1;
        if (++groups > DeepestGroup) Problem ??= "groups are nested too deep";
        while (at < source.Length && Problem is null)
        {
            var character = source[at];
            if (character == '`') at++;
            else if (character == '@' && Peek() is '\'' or '"' && HereStringAt(at) is (> 0, var end)) at = end + 2;
            else if (character is '\'' or '"') SkipString(character);
            else if (character == '$' && Peek() == '{')
            {
                at++;
                Braced();
                continue;
            }
            else if (character == '<' && Peek() == '#' || character == '#')
            {
                if (character == '<' || OpensComment()) SkipComment();
                else at++;
                continue;
            }
            else if (character == open) depth++;
            else if (character == close && --depth == 0)
            {
                at++;
                groups--;
                return source[start..(at - 1)];
            }
            at++;
        }
        Problem ??= $"an unclosed '{open}'";
        return "";
    }

    /// <summary>From <c>#</c> to the end of the line, and from <c>&lt;#</c> to <c>#&gt;</c> (about_Comments).</summary>
    void SkipComment()
    {
        if (source[at] == '#')
        {
            while (at < source.Length && source[at] != '\n') at++;
            return;
        }

        var end = source.IndexOf("#>", at + 2, StringComparison.Ordinal);
        at = end < 0 ? source.Length : end + 2;
    }

    /// <summary>
    /// Whether the number sign at this place begins a comment, as it does behind a blank and a separator. Within a bare word it is a letter like any other; behind
    /// a variable, a number, a string or an operator PowerShell decides by its mode, and the text is not understood.
    /// </summary>
    bool OpensComment()
    {
        var start = at;
        while (start > 0 && (char.IsLetterOrDigit(source[start - 1]) || source[start - 1] is '_' or '-' or '.' or '/' or '\\' or ':' or '~' or '*')) start--;
        var before = start > 0 ? source[start - 1] : '\n';
        var separates = char.IsWhiteSpace(before) || before is ';' or '(' or ')' or '{' or '}' or '|' or '&' or ',';
        if (start > 1 && source[start - 2] == '`') Problem ??= "a '#' behind what is escaped";
        if (start == at && separates) return true;
        if (!separates || start == at || before is ')' or '}' || !char.IsLetter(source[start]) && source[start] is not ('.' or '/' or '\\' or '~'))
            Problem ??= "a '#' that may begin a comment";
        return false;
    }

    /// <summary>The name in <c>${name}</c>, in which quotes and brackets are letters (about_Variables); one that another reader might take for a string is not
    /// understood.</summary>
    string Braced()
    {
        var start = ++at;
        while (at < source.Length && source[at] is not ('}' or '`' or '\'' or '"' or '{' or '#' or '$' or '\n')) at++;
        if (at >= source.Length || source[at] != '}')
        {
            Problem ??= "a variable whose name holds quotes or brackets";
            return "";
        }

        return source[start..at++];
    }

    /// <summary>Leaves the place at the closing quote.</summary>
    void SkipString(char quote)
    {
        for (at++; at < source.Length && Problem is null; at++)
        {
            if (source[at] == '`' && quote == '"') at++;
            // about_Quoting_Rules: in "$(...)" stands code, with strings of its own.
            else if (quote == '"' && source[at] == '$' && Peek() == '(')
            {
                at++;
                Group('(', ')');
                at--;
            }
            else if (source[at] == quote)
            {
                if (Peek() != quote) return;
                at++;
            }
        }
        Problem ??= "an unclosed string";
    }

    void Expandable(StringBuilder text, List<string> inner)
    {
        for (at++; at < source.Length && Problem is null;)
        {
            var character = source[at];
            if (character == '"' && Peek() != '"')
            {
                at++;
                return;
            }
            if (character is '`' or '"' && at + 1 < source.Length)
            {
                text.Append(source[at + 1]);
                at += 2;
            }
            else if (character == '$') Variable(text, inner);
            else
            {
                text.Append(character);
                at++;
            }
        }
        Problem ??= "an unclosed string";
    }

    /// <summary><c>$name</c>, <c>${name}</c>, <c>$env:NAME</c> or <c>$( ... )</c>.</summary>
    void Variable(StringBuilder text, List<string> inner)
    {
        at++;
        if (at < source.Length && source[at] == '(')
        {
            inner.Add(Group('(', ')'));
            text.Append(Argument.Hole);
            return;
        }
        if (at < source.Length && source[at] == '{')
        {
            var named = Braced();
            // ${C:\x} is a file, ${function:x} a command: about_Variables, "Variables that create special data".
            secret |= IsSecret(named) || named is [_, ':', _, ..] && SecretFiles.Holds(named[2..].ToString().Replace('\\', '/'));
            text.Append(Argument.Hole).Append(named.StartsWith("function:", StringComparison.OrdinalIgnoreCase) ? ":function:" : IsOwn(named) ? ":" : "");
            return;
        }
        var start = at;
        while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] is '_' or ':' or '?')) at++;
        if (at == start && at < source.Length && source[at] is '$' or '^') at++;
        secret |= IsSecret(source.AsSpan(start, at - start));
        // $true, $false and $null are values; whoever reads '-WhatIf:$false' must see it.
        if (source[start..at].ToLowerInvariant() is "true" or "false" or "null") text.Append('$').Append(source, start, at - start);
        // The system's own folder (learn.microsoft.com, "Recognized environment variables"): what is in it is known by name.
        else if (source[start..at].ToLowerInvariant() is "env:windir" or "env:systemroot") text.Append(@"C:\Windows");
        else if (at == start) text.Append('$');
        // A drive (env:, function:) or a setting of PowerShell itself is no plain variable: whoever assigns to it changes what names mean.
        else text.Append(Argument.Hole)
            .Append(source.AsSpan(start, at - start).StartsWith("function:", StringComparison.OrdinalIgnoreCase)
                ? ":function:"
                : IsOwn(source.AsSpan(start, at - start))
                ? ":"
                : "");
    }
}
