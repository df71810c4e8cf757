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

    /// <summary>Whether a variable of the environment stands in it that by its name holds a secret.</summary>
    public bool Secret { get; init; }
}

/// <param name="End">Exclusive.</param>
internal sealed record PowerShellStatement(int Start, int End, IReadOnlyList<IReadOnlyList<PowerShellToken>> Pipeline);

/// <summary>
/// Cuts PowerShell into statements, the elements of their pipelines, and words (about_Parsing, about_Quoting_Rules, about_Pipelines).
/// It need not understand all of it: what does not fit is a <see cref="Problem"/>, and the whole text is then unknown.
/// </summary>
internal sealed partial class PowerShellReader(string written)
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

    /// <summary>Typographic quotes and dashes are to PowerShell what the straight ones are, and a carriage return by itself ends a line (about_Quoting_Rules;
    /// PowerShell's CharTraits.cs and tokenizer.cs).</summary>
    public static string Straight(string text) =>
        text.AsSpan().IndexOfAny(Curved) < 0 ? text : string.Create(text.Length, text, static (straight, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                straight[i] =
                    from[i] switch { '\u2018' or '\u2019' or '\u201A' or '\u201B' => '\'', '\u201C' or '\u201D' or '\u201E' => '"',
                        '\u2013' or '\u2014' or '\u2015' => '-', _ => from[i] };
                if (from[i] == '\r' && !(i + 1 < from.Length && from[i + 1] == '\n')) straight[i] = '\n';
            }
        });

    static readonly System.Buffers.SearchValues<char> Curved = System.Buffers.SearchValues.Create("\r\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u2013\u2014\u2015");

    char Peek(int ahead = 1) => at + ahead < source.Length ? source[at + ahead] : '\0';

    void SkipBlanks(bool lines)
    {
        while (at < source.Length)
        {
            if (source[at] == '`' && Peek() is '\n' or '\r') at += Peek() == '\r' && Peek(2) == '\n' ? 3 : 2;
            else if (source[at] == '#' || source[at] == '<' && Peek() == '#') SkipComment();
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
            if (at >= source.Length || source[at] == ';' || EndsBehindBlock(element)) break;
            // about_Operators, "Background operator &": it ends the statement, too.
            if (source[at] == '&' && Peek() != '&' && element is [.., { Kind: not (PowerShellKind.Assignment or PowerShellKind.Call) } last] && !OpensCall(last))
            {
                at++;
                break;
            }
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

    /// <summary>Words behind which stands a command, so that an ampersand there calls it.</summary>
    static bool OpensCall(PowerShellToken token) => token is { Kind: PowerShellKind.Word, Quoted: false } && token.Text.ToLowerInvariant() is "return" or "in" or "throw" or "exit";

    static readonly string[] Compound = ["if", "elseif", "else", "foreach", "for", "while", "do", "until", "switch", "try", "catch", "finally"];

    /// <summary>
    /// Whether a loop or a condition is complete: behind its last block the next statement begins, and nothing need stand between them (about_Language_Keywords;
    /// PowerShell's grammar, "statement-list").
    /// </summary>
    bool EndsBehindBlock(List<PowerShellToken> element)
    {
        var first = element.FindIndex(token => token.Kind == PowerShellKind.Assignment) + 1;
        if (first >= element.Count - 1 || element[first] is not { Kind: PowerShellKind.Word, Quoted: false } keyword
            || !Compound.Contains(keyword.Text, StringComparer.OrdinalIgnoreCase))
            return false;
        var loop = keyword.Text.Equals("do", StringComparison.OrdinalIgnoreCase);
        if (loop && element[^1].Kind == PowerShellKind.Parenthesis) return source[at] != '\n';
        return element[^1].Kind == PowerShellKind.Block && source[at] is not ('\n' or '|' or '{') && !Continues(at, loop);
    }

    /// <summary>Whether a block's statement goes on at this place: <c>else</c>, <c>catch</c>; behind <c>do { }</c> its condition.</summary>
    bool Continues(int place, bool loop)
    {
        var end = place;
        while (end < source.Length && (char.IsLetterOrDigit(source[end]) || source[end] is '-' or '_' or '.' or '\\' or '/' or ':')) end++;
        return source[place..end].ToLowerInvariant() is "else" or "elseif" or "catch" or "finally" || loop && source[place..end].ToLowerInvariant() is "while" or "until";
    }

    /// <summary>A block after <c>if (...)</c>, and <c>else</c> or <c>catch</c> after a block, may stand on the next line.</summary>
    bool GoesOn(List<PowerShellToken> element)
    {
        var next = at;
        while (next < source.Length && char.IsWhiteSpace(source[next])) next++;
        if (next >= source.Length || element.Count == 0) return false;
        if (source[next] == '|') return true;
        if (element[^1].Kind == PowerShellKind.Block && Continues(next, element[0].Text.Equals("do", StringComparison.OrdinalIgnoreCase))) return true;
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
        if (target is not [{ Text: "$null" or "$Null" or "$NULL" }])
            element.Add(new PowerShellToken(PowerShellKind.Redirection, target.Count > 0 ? target[0].Text : "", false, false, []));
    }

    void Word(List<PowerShellToken> element, bool glued, bool variables = false)
    {
        var text = new StringBuilder();
        var inner = new List<string>();
        var (types, typed) = (new List<string>(), -1);
        var quoted = source[at] is '\'' or '"';
        secret = false;
        while (at < source.Length && Problem is null)
        {
            var character = source[at];
            if (char.IsWhiteSpace(character) || character is '|' or ';' or '(' or ')' or '{' or '}' or '&' or '>') break;
            if (character == '@' && text.Length > 0 && text[^1] is ']' or ',' && Peek() is '{' or '(') break;
            if (character == '<')
            {
                if (Shell.Placeholders.LengthAt(source, at, source.Length) is not (> 0 and var length)) break;
                text.Append(Argument.Hole);
                at += length;
                continue;
            }
            if (character == '=' && (element.Count == 0 || text.Length > 0 && text[0] == Argument.Hole || quoted || IsExpression(element))) break;
            if (character == '#' && (text.Length > 0 || quoted) && OpensComment()) break;
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
        // about_Parsing, "The stop-parsing token": what follows is taken as it stands, quotes and all.
        if (!quoted && text.Length > 2 && text[0] == '-' && text[1] == '-' && text[2] == '%') Problem ??= "'--%' hands the rest of the line on as it stands";
        element.Add(new PowerShellToken(PowerShellKind.Word, text.ToString(), glued, quoted, inner) { Types = types, Secret = secret });
    }

    /// <summary>Whether an element computes: in such a one an equals sign always sets what stands before it, as in <c>(gi x).IsReadOnly=$true</c> (about_Parsing,
    /// "Expression mode").</summary>
    static bool IsExpression(List<PowerShellToken> element) =>
        element is [{ Kind: PowerShellKind.Parenthesis or PowerShellKind.Table }, ..] or [{ Kind: PowerShellKind.Word, Quoted: true }, ..]
        || element is [{ Kind: PowerShellKind.Word } first, ..]
            && (first.Text.Length == 0 || first.Text[0] is Argument.Hole or '[' or '$' or '-' or '!' or ',' or '+' || char.IsAsciiDigit(first.Text[0])
                || first.Text.Equals("return", StringComparison.OrdinalIgnoreCase));

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
        return type.Length == 0 || !char.IsLetter(type.TrimStart() is [var initial, ..] ? initial : ' ')
            || end + 2 < source.Length && source[end + 1] == ':' && source[end + 2] == ':' && !operand
            ? null : type;
    }
}
