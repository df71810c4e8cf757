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
            while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] is '.' or '_')) at++;
            Add(CodeKind.Number, start);
        }
        else if ("()[]{},:;.+-*/%=<>!&|^~?".Contains(character))
        {
            at++;
            Add(CodeKind.Symbol, start);
        }
        else Problem = $"the character '{character}'";
    }

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
        var from = at;
        while (at < source.Length)
        {
            if (source[at] == '\\') at++;
            else if (source[at] == '\n' && !triple) break;
            else if (source[at] == quote && (!triple || (Peek() == quote && Peek(2) == quote)))
            {
                var text = source[from..at];
                at += triple ? 3 : 1;
                Add(CodeKind.String, start, formatted ? Braces(text, "{") : []);
                return;
            }
            at++;
        }
        Problem = "an unclosed string";
    }

    void Quoted(char quote)
    {
        var start = at++;
        while (at < source.Length && source[at] != quote)
        {
            if (source[at] == '\\') at++;
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
        if (at >= source.Length || source[at] != quote)
        {
            Problem = "an unclosed string";
            return;
        }
        at++;
        var text = source[(start + 1)..(at - 1)];
        Add(CodeKind.String, start, quote == '`' ? Braces(text, "${") : family == CodeFamily.Ruby && quote == '"' ? Interpolations.In(text, depth) : []);
    }

    /// <summary>What stands between an opening and its brace, nested braces included.</summary>
    static string[] Braces(string text, string opening)
    {
        var found = new List<string>();
        var place = 0;
        while (place < text.Length && (place = text.IndexOf(opening, place, StringComparison.Ordinal)) >= 0)
        {
            place += opening.Length;
            if (opening == "{" && place < text.Length && text[place] == '{')
            {
                place++;
                continue;
            }
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
