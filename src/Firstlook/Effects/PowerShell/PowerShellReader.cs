using System.Text;

namespace Firstlook.Effects.PowerShell;

internal enum PowerShellKind
{
    /// <summary>A bare or quoted word; what a variable or subexpression gives stands in it as <see cref="Argument.Hole"/>.</summary>
    Word,

    /// <summary><c>( ... )</c>, or <c>@( ... )</c></summary>
    Parenthesis,

    /// <summary><c>{ ... }</c></summary>
    Block,

    /// <summary><c>@{ ... }</c></summary>
    Table,

    /// <summary>A redirection to a file; those that discard or join streams are left out.</summary>
    Redirection,

    /// <summary><c>=</c>, <c>+=</c> and their kin</summary>
    Assignment,

    /// <summary>The call operators <c>&amp;</c> and <c>.</c>, and a placeholder that stands for the command.</summary>
    Call,
}

/// <param name="Text">For groups, what stands between the brackets.</param>
/// <param name="Glued">True where no blank stands before it.</param>
/// <param name="Quoted">True for a word that begins with a quote.</param>
/// <param name="Inner">Subexpressions <c>$( ... )</c> inside a word.</param>
internal sealed record PowerShellToken(PowerShellKind Kind, string Text, bool Glued, bool Quoted, IReadOnlyList<string> Inner)
{
    /// <summary>Types in brackets outside quotes, without those whose static members are named: what follows is converted to them.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];
}

/// <param name="End">Exclusive.</param>
internal sealed record PowerShellStatement(int Start, int End, IReadOnlyList<IReadOnlyList<PowerShellToken>> Pipeline);

/// <summary>
/// Cuts PowerShell into statements, the elements of their pipelines, and words (about_Parsing, about_Quoting_Rules, about_Pipelines).
/// It need not understand all of it: what does not fit is a <see cref="Problem"/>, and the whole text is then unknown.
/// </summary>
internal sealed class PowerShellReader(string written)
{
    readonly string source = Straight(written);

    int at;

    public string? Problem { get; private set; }

    public List<PowerShellStatement> Statements { get; } = [];

    public PowerShellReader Read()
    {
        while (at < source.Length && Problem is null)
        {
            SkipBlanks(lines: true);
            if (at >= source.Length) break;
            if (source[at] == ';') at++;
            else Statement();
        }
        return this;
    }

    /// <summary>Typographic quotes and dashes are to PowerShell what the straight ones are (about_Quoting_Rules; PowerShell's CharTraits.cs).</summary>
    static string Straight(string text) =>
        text.AsSpan().IndexOfAny(Curved) < 0 ? text : string.Create(text.Length, text, static (straight, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                straight[i] = from[i] switch { '\u2018' or '\u2019' or '\u201A' or '\u201B' => '\'', '\u201C' or '\u201D' or '\u201E' => '"', '\u2013' or '\u2014' or '\u2015' => '-', _ => from[i] };
            }
        });

    static readonly System.Buffers.SearchValues<char> Curved = System.Buffers.SearchValues.Create("\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u2013\u2014\u2015");

    char Peek(int ahead = 1) => at + ahead < source.Length ? source[at + ahead] : '\0';

    void SkipBlanks(bool lines)
    {
        while (at < source.Length)
        {
            if (source[at] == '`' && Peek() is '\n' or '\r') at += Peek() == '\r' && Peek(2) == '\n' ? 3 : 2;
            else if (source[at] == '#') while (at < source.Length && source[at] != '\n') at++;
            else if (source[at] == '<' && Peek() == '#')
            {
                var end = source.IndexOf("#>", at, StringComparison.Ordinal);
                at = end < 0 ? source.Length : end + 2;
            }
            else if (char.IsWhiteSpace(source[at]) && (lines || source[at] != '\n')) at++;
            else return;
        }
    }

    void Statement()
    {
        var start = at;
        var pipeline = new List<IReadOnlyList<PowerShellToken>>();
        var element = new List<PowerShellToken>();
        var end = at;
        while (Problem is null)
        {
            var before = at;
            SkipBlanks(lines: false);
            if (at >= source.Length || source[at] == ';') break;
            if (source[at] == '\n')
            {
                if (!GoesOn(element)) break;
                SkipBlanks(lines: true);
                continue;
            }
            if (source[at] == '|' || source[at] == '&' && Peek() == '&')
            {
                at += Peek() == source[at] ? 2 : 1;
                pipeline.Add(element);
                element = [];
                SkipBlanks(lines: true);
                end = at;
                continue;
            }
            Token(element, at == before && element.Count > 0);
            end = at;
        }
        pipeline.Add(element);
        // A backtick at the very end escapes nothing, and the place is then behind the text.
        Statements.Add(new PowerShellStatement(start, Math.Min(Math.Max(end, start), source.Length), pipeline));
    }

    /// <summary>A block after <c>if (...)</c>, and <c>else</c> or <c>catch</c> after a block, may stand on the next line.</summary>
    bool GoesOn(List<PowerShellToken> element)
    {
        var next = at;
        while (next < source.Length && char.IsWhiteSpace(source[next])) next++;
        if (next >= source.Length || element.Count == 0) return false;
        if (source[next] == '|') return true;
        var rest = source.AsSpan(next);
        if (element[^1].Kind == PowerShellKind.Block)
        {
            foreach (var word in (ReadOnlySpan<string>)["else", "elseif", "catch", "finally", "while", "until"])
                if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return source[next] == '{' && (element[^1].Kind == PowerShellKind.Parenthesis || element[^1].Text.ToLowerInvariant() is "else" or "try" or "finally" or "do");
    }

    void Token(List<PowerShellToken> element, bool glued)
    {
        var character = source[at];
        switch (character)
        {
            case '(' : Add(PowerShellKind.Parenthesis, Group('(', ')')); return;
            case '{' : Add(PowerShellKind.Block, Group('{', '}')); return;
            case '@' when Peek() is '(' or '{':
                at++;
                if (source[at] == '(') Add(PowerShellKind.Parenthesis, Group('(', ')'));
                else Add(PowerShellKind.Table, Group('{', '}'));
                return;
            case '@' when Peek() is '\'' or '"': HereString(element, glued); return;
            case ')' or '}': Problem = $"'{character}' closes nothing"; return;
            case '&' : at++; Add(PowerShellKind.Call, "&"); return;
            case '.' when element.Count == 0 && char.IsWhiteSpace(Peek()): at++; Add(PowerShellKind.Call, "."); return;
            case '=' : at++; Add(PowerShellKind.Assignment, "="); return;
            case '+' or '-' or '*' or '/' when Peek() == '=' && element.Count == 1: at += 2; Add(PowerShellKind.Assignment, "="); return;
            case '>' : Redirection(element); return;
            case '<' when Shell.Placeholders.LengthAt(source, at, source.Length) is > 0 and var length:
                if (element.Count > 0) break;
                at += length;
                Add(PowerShellKind.Call, source[(at - length)..at]);
                return;
            case '<' : Problem = "'<' is kept for later use"; return;
            case >= '1' and <= '6' or '*' when Peek() == '>': at++; Redirection(element); return;
        }
        Word(element, glued);

        void Add(PowerShellKind kind, string text) => element.Add(new PowerShellToken(kind, text, glued, Quoted: false, []));
    }

    /// <summary>about_Redirection: <c>2&gt;&amp;1</c> joins streams, <c>$null</c> discards.</summary>
    void Redirection(List<PowerShellToken> element)
    {
        while (at < source.Length && source[at] == '>') at++;
        if (at < source.Length && source[at] == '&')
        {
            at += 2;
            return;
        }
        SkipBlanks(lines: false);
        var target = new List<PowerShellToken>();
        if (at < source.Length && source[at] is not ('\n' or ';' or '|')) Word(target, glued: false, variables: true);
        if (target is not [{ Text: "$null" or "$Null" or "$NULL" }]) element.Add(new PowerShellToken(PowerShellKind.Redirection, target.Count > 0 ? target[0].Text : "", false, false, []));
    }

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
        element.Add(new PowerShellToken(PowerShellKind.Word, text.ToString(), glued, Quoted: true, inner));
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

    /// <summary>What stands between two brackets, which may hold strings and further groups.</summary>
    string Group(char open, char close)
    {
        var start = ++at;
        var depth = 1;
        while (at < source.Length)
        {
            var character = source[at];
            if (character == '`') at++;
            else if (character == '@' && Peek() is '\'' or '"' && HereStringAt(at) is (> 0, var end)) at = end + 2;
            else if (character is '\'' or '"') SkipString(character);
            else if (character == '#' && at > 0 && char.IsWhiteSpace(source[at - 1])) while (at + 1 < source.Length && source[at + 1] != '\n') at++;
            else if (character == open) depth++;
            else if (character == close && --depth == 0)
            {
                at++;
                return source[start..(at - 1)];
            }
            at++;
        }
        Problem ??= $"an unclosed '{open}'";
        return "";
    }

    /// <summary>Leaves the place at the closing quote.</summary>
    void SkipString(char quote)
    {
        for (at++; at < source.Length; at++)
        {
            if (source[at] == '`' && quote == '"') at++;
            else if (source[at] == quote)
            {
                if (Peek() != quote) return;
                at++;
            }
        }
        Problem ??= "an unclosed string";
    }

    void Word(List<PowerShellToken> element, bool glued, bool variables = false)
    {
        var text = new StringBuilder();
        var inner = new List<string>();
        var (types, typed) = (new List<string>(), -1);
        var quoted = source[at] is '\'' or '"';
        while (at < source.Length && Problem is null)
        {
            var character = source[at];
            if (char.IsWhiteSpace(character) || character is '|' or ';' or '(' or ')' or '{' or '}' or '&' or '>') break;
            if (character == '@' && text.Length > 0 && text[^1] == ']' && Peek() is '{' or '(') break;
            if (character == '<')
            {
                if (Shell.Placeholders.LengthAt(source, at, source.Length) is not (> 0 and var length)) break;
                text.Append(Argument.Hole);
                at += length;
                continue;
            }
            if (character == '=' && (element.Count == 0 || text.Length > 0 && text[0] == Argument.Hole || quoted)) break;
            if (character == '`')
            {
                if (at + 1 < source.Length) text.Append(source[at + 1]);
                at += 2;
            }
            else if (character == '\'')
            {
                var start = at + 1;
                SkipString('\'');
                text.Append(source, start, Math.Max(0, Math.Min(at, source.Length) - start));
                at++;
            }
            else if (character == '"') Expandable(text, inner);
            else if (character == '$' && !variables) Variable(text, inner);
            else
            {
                if (character == '[' && TypeHere(text, typed) is { } type)
                {
                    types.Add(type);
                    typed = at + type.Length + 2;
                }

                text.Append(character);
                at++;
            }
        }
        element.Add(new PowerShellToken(PowerShellKind.Word, text.ToString(), glued, quoted, inner) { Types = types });
    }

    /// <summary>In characters; what is longer is no type that is known.</summary>
    const int LongestType = 500;

    /// <summary>The type that an opening bracket begins; null where it begins an index, or where a static member of the type is named.</summary>
    string? TypeHere(StringBuilder before, int typed)
    {
        var operand = before.Length > 2 && before[^3] == '-' && before[^2] is 'a' or 'A' && before[^1] is 's' or 'S';
        // Behind the end of one type begins another: [int][IO.StreamWriter]'x'.
        if (!operand && at > 0 && at != typed && (char.IsLetterOrDigit(source[at - 1]) || source[at - 1] is '_' or ']' or ')' or '}' or '\'' or '"')) return null;
        var end = at;
        for (var open = 0; end < source.Length && end - at < LongestType; end++)
        {
            if (source[end] == '[') open++;
            if (source[end] == ']' && --open == 0) break;
        }

        var type = source[Math.Min(at + 1, end)..end];
        return type.Length == 0 || !char.IsLetter(type.TrimStart() is [var initial, ..] ? initial : ' ') || end + 2 < source.Length && source[end + 1] == ':' && source[end + 2] == ':' && !operand ? null : type;
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
            var named = Group('{', '}');
            // ${C:\x} is a file, ${function:x} a command: about_Variables, "Variables that create special data".
            text.Append(Argument.Hole).Append(named.Contains(':') || named.StartsWith("PS", StringComparison.OrdinalIgnoreCase) ? ":" : "");
            return;
        }
        var start = at;
        while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] is '_' or ':' or '?')) at++;
        if (at == start && at < source.Length && source[at] is '$' or '^') at++;
        // $true, $false and $null are values; whoever reads '-WhatIf:$false' must see it.
        if (source[start..at].ToLowerInvariant() is "true" or "false" or "null") text.Append('$').Append(source, start, at - start);
        // The system's own folder (learn.microsoft.com, "Recognized environment variables"): what is in it is known by name.
        else if (source[start..at].ToLowerInvariant() is "env:windir" or "env:systemroot") text.Append(@"C:\Windows");
        else if (at == start) text.Append('$');
        // A drive (env:, function:) or a setting of PowerShell itself is no plain variable: whoever assigns to it changes what names mean.
        else text.Append(Argument.Hole).Append(source.AsSpan(start, at - start).Contains(':') || source.AsSpan(start, at - start).StartsWith("PS", StringComparison.OrdinalIgnoreCase) ? ":" : "");
    }
}
