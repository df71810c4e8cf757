namespace Firstlook.Effects.Code;

internal enum CodeKind { Name, String, Number, Symbol, Newline }

/// <param name="Inner">For strings: the code inside them, such as <c>{x.count()}</c> of an f-string.</param>
internal readonly record struct CodeToken(CodeKind Kind, string Text, int Start, int End, string[] Inner)
{
    public bool Is(string text) => Kind is CodeKind.Symbol or CodeKind.Name && Text == text;
}

internal enum CodeFamily { Python, JavaScript, Ruby }

/// <summary>Names, strings and symbols of a snippet: enough to see every call. What does not lex is a <see cref="Problem"/>.</summary>
/// <param name="beginning">Where reading begins.</param>
/// <param name="depth">How many strings there are around it.</param>
internal sealed class CodeLexer(string source, CodeFamily family, int beginning = 0, int depth = 0)
{
    /// <summary>How deep templates may stand in templates: each is read once more for every one around it.</summary>
    const int MostNested = 8;

    int at = beginning;

    public List<CodeToken> Tokens { get; } = [];

    public string? Problem { get; private set; }

    /// <summary>Whether a name that prints, such as <c>p</c>, is set to a value somewhere; null where nobody has asked.</summary>
    bool? shadowed;

    /// <summary>The lines of the source by themselves, once a here-document may begin.</summary>
    HashSet<string>? lines;

    public CodeLexer Read()
    {
        if (Shell.HiddenCharacters.Any(source)) Problem = "a character that hides or reorders what stands beside it";
        while (at < source.Length && Problem is null) One();
        return this;
    }

    /// <summary>Reads up to the brace that closes more than was opened; its place, or -1 where none is or the code is not understood.</summary>
    public int ReadToBrace()
    {
        var open = 0;
        while (at < source.Length && Problem is null)
        {
            var before = Tokens.Count;
            One();
            if (Tokens.Count == before) continue;
            if (Tokens[^1].Is("{")) open++;
            if (Tokens[^1].Is("}") && --open < 0) return Tokens[^1].Start;
        }

        return -1;
    }

    char Peek(int ahead = 1) => at + ahead < source.Length ? source[at + ahead] : '\0';

    void Add(CodeKind kind, int start, params string[] inner) => Tokens.Add(new CodeToken(kind, source[start..at], start, at, inner));

    void One()
    {
        var character = source[at];
        var start = at;
        if (character == '\n')
        {
            at++;
            Add(CodeKind.Newline, start);
        }
        else if (char.IsWhiteSpace(character)) at++;
        else if (character == '\\' && Peek() == '\n' && family == CodeFamily.Python) at += 2;
        else if (family == CodeFamily.Ruby && Heredocs.Opens(source, at, ref lines)) Problem = "a here-document";
        else if (family == CodeFamily.Ruby && character == '=' && Heredocs.CommentAt(source, at) is >= 0 and var behind) at = behind;
        // What "#{" begins is code where the quote around it was not seen.
        else if (family == CodeFamily.Ruby && character == '#' && Peek() == '{') Problem = "'#{' outside a string";
        else if (family != CodeFamily.JavaScript && character == '#') LineComment();
        else if (family == CodeFamily.JavaScript && character == '/' && Peek() == '/') LineComment();
        // ECMA-262, "HTML-like Comments": a comment in a script, and operators in a module.
        else if (family == CodeFamily.JavaScript && (Begins("<!--") || Begins("-->") && (Tokens.Count == 0 || Tokens[^1].Kind == CodeKind.Newline)))
            Problem = "what may be a comment of HTML";
        else if (family == CodeFamily.JavaScript && character == '/' && Peek() == '*')
        {
            var end = source.IndexOf("*/", at + 2, StringComparison.Ordinal);
            if (end < 0) Problem = "an unclosed comment";
            else at = end + 2;
        }
        else if (character is '/' or '%' or '?' or '$' && Literals.At(source, at, Tokens, family, ref shadowed) is var literal && (literal.End > 0 || literal.Problem is not null))
        {
            Problem = literal.Problem;
            if (Problem is not null) return;
            at = literal.End;
            Add(CodeKind.String, start, literal.Expands ? Braces(literal.Text, "#{") : []);
        }
        // In Ruby File::new calls as File.new does.
        else if (family == CodeFamily.Ruby && character == ':' && Peek() == ':' && char.IsAsciiLetterLower(Peek(2)))
        {
            at += 2;
            Tokens.Add(new CodeToken(CodeKind.Symbol, ".", start, at, []));
        }
        else if (family == CodeFamily.Python && StringPrefix() is >= 0 and var prefix) PythonString(prefix);
        else if (character is '"' or '\'' || (character == '`' && family == CodeFamily.JavaScript)) Quoted(character);
        else if (char.IsLetter(character) || character is '_' or '$' or '@')
        {
            at++;
            while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] is '_' or '$')) at++;
            if (family == CodeFamily.Ruby && at < source.Length && source[at] is '!' or '?' && Peek() != '=') at++;
            Add(CodeKind.Name, start);
        }
        else if (char.IsAsciiDigit(character))
        {
            // "1.5" is a number; of "1.step" and "1..9" it ends before the dot.
            while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] == '_' || source[at] == '.' && !char.IsLetter(Peek()) && Peek() is not ('.' or '_'))) at++;
            Add(CodeKind.Number, start);
        }
        else if ("()[]{},:;.+-*/%=<>!&|^~?".Contains(character))
        {
            at++;
            if (character == '(' && family == CodeFamily.JavaScript && Tokens is [.., var asks, { Text: "." } dot] && asks.Is("?") && asks.End == dot.Start && dot.End == start)
            {
                // ECMA-262, "Optional Chains": f?.(x) calls f as f(x) does.
                Tokens.RemoveRange(Tokens.Count - 2, 2);
                Tokens.Add(new CodeToken(CodeKind.Symbol, "(", asks.Start, at, []));
            }
            else Add(CodeKind.Symbol, start);
        }
        else Problem = $"the character '{character}'";
    }

    bool Begins(string text) => string.CompareOrdinal(source, at, text, 0, text.Length) == 0;

    void LineComment()
    {
        while (at < source.Length && source[at] != '\n') at++;
    }

    /// <summary>The length of a string's prefix (<c>f</c>, <c>rb</c>, <c>t</c> of Python 3.14) where a string begins here; -1 where none does.</summary>
    int StringPrefix()
    {
        var length = 0;
        while (length < 3 && Peek(length) is 'f' or 'F' or 'r' or 'R' or 'b' or 'B' or 'u' or 'U' or 't' or 'T') length++;
        return length < 3 && Peek(length) is '"' or '\'' ? length : -1;
    }

    void PythonString(int prefix)
    {
        var start = at;
        var formatted = source.AsSpan(at, prefix).IndexOfAny("fFtT") >= 0;
        at += prefix;
        var quote = source[at];
        var triple = Peek() == quote && Peek(2) == quote;
        at += triple ? 3 : 1;
        var inner = new List<string>();
        while (at < source.Length && Problem is null)
        {
            // A brace behind a backslash still begins a field.
            if (source[at] == '\\') at += formatted && Peek() == '{' ? 0 : 1;
            else if (source[at] == '\n' && !triple) break;
            else if (source[at] == quote && (!triple || (Peek() == quote && Peek(2) == quote)))
            {
                at += triple ? 3 : 1;
                Add(CodeKind.String, start, [.. inner]);
                return;
            }
            else if (formatted && source[at] == '{')
            {
                if (Peek() == '{') at++;
                else Field(inner, quote);
            }

            at++;
        }
        Problem ??= "an unclosed string";
    }

    /// <summary>
    /// A field of an f-string: an expression with strings and comments of its own (PEP 701), and behind a colon a format, which is a text with fields of its own.
    /// Begins at the opening brace and ends at the closing one.
    /// </summary>
    void Field(List<string> inner, char quote)
    {
        at++;
        Expression(inner);
        // {total!r:>10}
        while (at < source.Length && source[at] is '!' || at < source.Length && char.IsAsciiLetter(source[at])) at++;
        for (var format = at < source.Length && source[at] == ':'; format && Problem is null && at < source.Length && source[at] != '}'; at++)
        {
            if (source[at] == quote || source[at] is '\n' or '\\' || source[at] == '{' && Peek() == '{') Problem = "a format that is not known";
            else if (source[at] == '{') Field(inner, quote);
        }

        if (at >= source.Length || source[at] != '}') Problem ??= "a field that does not end";
    }

    /// <summary>Code in a string, up to the bracket that ends it, or in Python to the format behind it.</summary>
    void Expression(List<string> inner)
    {
        var start = at;
        if (depth >= MostNested)
        {
            Problem = "templates in templates";
            return;
        }

        var lexer = new CodeLexer(source, family, start, depth + 1);
        for (var open = 0; lexer.at < source.Length && lexer.Problem is null;)
        {
            var character = source[lexer.at];
            if (open == 0 && (character == '}' || family == CodeFamily.Python && (character == ':' || character == '!' && lexer.Peek() != '='))) break;
            lexer.One();
            if (lexer.Tokens is [.., { Kind: CodeKind.Symbol } last] && last.End == lexer.at) open += last.Text is "(" or "[" or "{" ? 1 : last.Text is ")" or "]" or "}" ? -1 : 0;
        }

        Problem = lexer.Problem;
        at = Math.Min(lexer.at, source.Length);
        inner.Add(source[start..at]);
    }

    void Quoted(char quote)
    {
        var start = at++;
        var inner = new List<string>();
        while (at < source.Length && source[at] != quote && Problem is null)
        {
            if (source[at] == '\\') at++;
            else if (quote == '`' && source[at] == '$' && Peek() == '{')
            {
                at += 2;
                Expression(inner);
            }
            else if (family == CodeFamily.Ruby && quote == '"' && source[at] == '#' && Peek() == '{')
            {
                at = Interpolations.Closing(source, at + 2, depth);
                if (at < 0 || at >= source.Length)
                {
                    at = source.Length;
                    Problem = "what stands in the braces of a string does not end";
                    return;
                }
            }
            else if (source[at] == '\n' && quote != '`' && family == CodeFamily.JavaScript) break;
            at++;
        }
        if (Problem is not null || at >= source.Length || source[at] != quote)
        {
            Problem ??= "an unclosed string";
            return;
        }
        at++;
        Add(CodeKind.String, start, family == CodeFamily.Ruby && quote == '"' ? Interpolations.In(source[(start + 1)..(at - 1)], depth) : [.. inner]);
    }

    /// <summary>What stands between an opening and its brace, nested braces included.</summary>
    static string[] Braces(string text, string opening)
    {
        var found = new List<string>();
        var place = 0;
        while (place < text.Length && (place = text.IndexOf(opening, place, StringComparison.Ordinal)) >= 0)
        {
            place += opening.Length;
            var start = place;
            var open = 1;
            while (place < text.Length && open > 0)
            {
                if (text[place] == '{') open++;
                if (text[place] == '}') open--;
                place++;
            }
            found.Add(text[start..Math.Max(start, place - (open == 0 ? 1 : 0))]);
        }
        return [.. found];
    }
}
