using System.Text;

namespace Firstlook.Effects.Shell;

/// <summary>Words and quoting (bash(1), "QUOTING").</summary>
internal sealed partial class ShellReader
{
    /// <summary>How far a bracket or brace is followed. Looking further at each of many would take quadratic time.</summary>
    const int LongestBracket = 1000;

    /// <summary>Two kinds of word begin with a character that otherwise ends words.</summary>
    bool StartsWordAnyway() => IsProcessSubstitution() || Placeholders.LengthAt(source, at, limit) > 0;

    bool IsProcessSubstitution() => Current is '<' or '>' && Peek() == '(';

    Word Word()
    {
        var start = at;
        if (!GoesOn()) throw Problem(AtEnd ? "a word is missing" : $"unexpected '{Current}'");
        var only = Part(start);
        var parts = GoesOn() ? Parts(only, start) : [only];
        if (Current == '(' && source[at - 1] is '?' or '*' or '+' or '@' or '!') throw Beyond("an extended glob");
        return new Word(Span.Between(start, at), parts);
    }

    bool GoesOn() => !AtEnd && (!IsMeta(Current) || StartsWordAnyway());

    EquatableArray<WordPart> Parts(WordPart first, int start)
    {
        var parts = new List<WordPart> { first };
        while (GoesOn()) parts.Add(Part(start));
        return parts.ToEquatableArray();
    }

    WordPart Part(int start)
    {
        switch (Current)
        {
            case '\'': return SingleQuoted();
            case '"': return DoubleQuoted();
            case '$' when Peek() == '\'': return AnsiQuoted();
            case '$' when Peek() == '"':
                at++;
                return DoubleQuoted();
            case '$': return Expansion();
            case '`': return Backquoted();
            case '<' or '>' when IsProcessSubstitution(): return ProcessSubstitution();
            case '<': return AnglePlaceholder();
            case '*' or '?': return new Glob(new Span(at, 1), source[at++].ToString());
            case '[' when BracketEnd() is { } end: return Bracket(end);
            case '{' when BraceEnd() is { } end: return Brace(end);
            case '~' when at == start: return Tilde();
            default: return Literal();
        }
    }

    Literal Literal()
    {
        var start = at;
        StringBuilder? text = null;
        var copied = at;
        do
        {
            if (Current == '\\')
            {
                text ??= new StringBuilder();
                text.Append(source, copied, at - copied);
                Escape(text);
                copied = at;
            }
            else at++;
        }
        while (!AtEnd && !IsMeta(Current) && !EndsLiteral(Current));
        if (text is null) return new Literal(Span.Between(start, at), source[start..at]);
        text.Append(source, copied, at - copied);
        return new Literal(Span.Between(start, at), text.ToString());
    }

    /// <summary>A backslash outside quotes keeps the next character; before a line end both vanish.</summary>
    void Escape(StringBuilder text)
    {
        at++;
        if (AtEnd) throw Problem("a backslash at the end");
        if (Current == '\r' && Peek() == '\n') at++;
        if (Current != '\n') text.Append(Current);
        at++;
    }

    static bool EndsLiteral(char character) => character is '\'' or '"' or '$' or '`' or '*' or '?' or '[' or '{';

    SingleQuoted SingleQuoted()
    {
        var start = at;
        var end = source.IndexOf('\'', at + 1, limit - at - 1);
        if (end < 0) throw Problem("an unclosed single quote");
        at = end + 1;
        return new SingleQuoted(Span.Between(start, at), source[(start + 1)..end]);
    }

    DoubleQuoted DoubleQuoted()
    {
        var start = at++;
        Deeper();
        var parts = QuotedParts('"');
        if (AtEnd) throw Problem("an unclosed double quote");
        at++;
        depth--;
        return new DoubleQuoted(Span.Between(start, at), parts);
    }

    /// <summary>Parts up to (not over) the end character, or the limit where it is <c>\0</c>. Only <c>$ ` \</c> are special here.</summary>
    EquatableArray<WordPart> QuotedParts(char end)
    {
        var parts = new List<WordPart>();
        while (!AtEnd && (Current != end || end == '\0'))
        {
            parts.Add(Current switch
            {
                '$' => Expansion(),
                '`' => Backquoted(),
                _ => QuotedLiteral(end),
            });
        }
        return parts.ToEquatableArray();
    }

    Literal QuotedLiteral(char end)
    {
        var start = at;
        StringBuilder? text = null;
        var copied = at;
        while (!AtEnd && (Current != end || end == '\0') && Current is not ('$' or '`'))
        {
            var keeps = Current == '\\' && (Peek() is '$' or '`' or '\\' || (Peek() == '"' && end == '"'));
            if (keeps || Current == '\\' && Peek() == '\n')
            {
                text ??= new StringBuilder();
                text.Append(source, copied, at - copied);
                if (keeps) text.Append(Peek());
                copied = at += 2;
            }
            else at++;
        }
        if (text is null) return new Literal(Span.Between(start, at), source[start..at]);
        text.Append(source, copied, at - copied);
        return new Literal(Span.Between(start, at), text.ToString());
    }

    SingleQuoted AnsiQuoted()
    {
        var start = at;
        at += 2;
        var text = new StringBuilder();
        while (!AtEnd && Current != '\'')
        {
            if (Current == '\\') AnsiEscape(text);
            else text.Append(source[at++]);
        }
        if (AtEnd) throw Problem("an unclosed $' quote");
        at++;
        return new SingleQuoted(Span.Between(start, at), text.ToString());
    }

    /// <summary>bash(1), "QUOTING", the table of escapes in <c>$'string'</c>.</summary>
    void AnsiEscape(StringBuilder text)
    {
        at++;
        var escape = Current;
        at++;
        switch (escape)
        {
            case 'a': text.Append('\a'); break;
            case 'b': text.Append('\b'); break;
            case 'e' or 'E': text.Append('\e'); break;
            case 'f': text.Append('\f'); break;
            case 'n': text.Append('\n'); break;
            case 'r': text.Append('\r'); break;
            case 't': text.Append('\t'); break;
            case 'v': text.Append('\v'); break;
            case '\\' or '\'' or '"' or '?': text.Append(escape); break;
            case 'x': Code(text, digits: 2, radix: 16, "\\x"); break;
            case 'u': Code(text, digits: 4, radix: 16, "\\u"); break;
            case 'U': Code(text, digits: 8, radix: 16, "\\U"); break;
            case >= '0' and <= '7':
                at--;
                Code(text, digits: 3, radix: 8, "");
                break;
            case 'c': throw Problem("\\c in a $' quote");
            default: text.Append('\\').Append(escape); break;
        }
    }

    void Code(StringBuilder text, int digits, int radix, string otherwise)
    {
        var start = at;
        long value = 0;
        while (at - start < digits && Uri.IsHexDigit(Current) && Digit(Current) < radix) value = value * radix + Digit(source[at++]);
        if (at == start)
        {
            text.Append(otherwise);
            return;
        }
        // A byte above 127 is one byte of some encoding to bash, and a NUL cuts the word short: neither has one meaning here.
        if (value == 0 || (value > 127 && otherwise is "" or "\\x") || value > 0x10FFFF || value is >= 0xD800 and <= 0xDFFF)
            throw Beyond("a code in a $' quote that names no one character");
        text.Append(char.ConvertFromUtf32((int)value));
    }

    static int Digit(char character) => Convert.ToInt32(character.ToString(), 16);

    Placeholder AnglePlaceholder()
    {
        var length = Placeholders.LengthAt(source, at, limit);
        var span = new Span(at, length);
        at += length;
        return new Placeholder(span, span.In(source));
    }

    /// <summary>The offset after the <c>]</c> that closes the bracket at the place, inside the word and before any quote; null for a plain <c>[</c>.</summary>
    int? BracketEnd()
    {
        var end = at + 1;
        if (end < limit && source[end] is '!' or '^') end++;
        if (end < limit && source[end] == ']') end++;
        while (end < limit && source[end] != ']')
        {
            if (end - at > LongestBracket) throw Problem("a bracket that does not end");
            if (source[end] is '\'' or '"' or '$' or '`' or '\\' or '/') return null;
            if (IsMeta(source[end]) && !(source[end] == ' ' && IsNameUpTo(']'))) return null;
            end++;
        }
        return end < limit ? end + 1 : null;
    }

    /// <summary>Whether <c>[some name]</c> stands at the place: blanks in it end the word for bash, yet nobody writes that but for a placeholder.</summary>
    bool IsNameUpTo(char close)
    {
        var end = source.IndexOf(close, at, Math.Min(limit - at, 64));
        return end > 0 && Placeholders.IsName(source.AsSpan(at + 1, end - at - 1));
    }

    WordPart Bracket(int end)
    {
        var span = Span.Between(at, end);
        var text = span.In(source);
        at = end;
        return text.Length > 5 && Placeholders.IsName(text.AsSpan(1, text.Length - 2)) ? new Placeholder(span, text) : new Glob(span, text);
    }

    /// <summary>The offset after a brace expression or <c>{placeholder}</c> at the place; null where the brace is a plain character.</summary>
    int? BraceEnd()
    {
        if (source[at] != '{') return null;
        var open = 0;
        var splits = false;
        for (var end = at; end < limit; end++)
        {
            if (end - at > LongestBracket) throw Problem("a brace that does not end");
            var character = source[end];
            if (character == '\\') end++;
            else if (character is '\'' or '"' or '`' || (character == '$' && end + 1 < limit && source[end + 1] is '(' or '{')) return SplitsAfter(end, open, splits);
            else if (IsMeta(character)) return null;
            else if (character == '{') open++;
            else if (character == ',' || (character == '.' && source[end - 1] == '.')) splits = true;
            else if (character == '}' && --open == 0)
                return splits || Placeholders.IsName(source.AsSpan(at + 1, end - at - 1)) ? end + 1 : null;
        }
        return null;
    }

    /// <summary>Quotes and expansions inside braces: allowed only where nothing is split, so that the brace is plain text.</summary>
    int? SplitsAfter(int from, int open, bool splits)
    {
        for (var end = from; end < limit && open > 0; end++)
        {
            if (end - from > LongestBracket) throw Problem("a brace that does not end");
            var character = source[end];
            if (character is ' ' or '\t' or '\n' or ';') return null;
            if (character == ',' || (character == '.' && source[end - 1] == '.')) splits = true;
            if (character == '{') open++;
            if (character == '}') open--;
        }
        if (splits) throw Problem("quotes or expansions inside a brace expansion");
        return null;
    }

    WordPart Brace(int end)
    {
        var span = Span.Between(at, end);
        var text = span.In(source);
        at = end;
        return text.Contains(',') || text.Contains("..") ? new BraceExpansion(span, text) : new Placeholder(span, text);
    }

    Tilde Tilde()
    {
        var start = at++;
        while (!AtEnd && (IsNamePart(Current) || Current is '-' or '+' or '.')) at++;
        return new Tilde(Span.Between(start, at), source[start..at]);
    }

    /// <summary>The right side of <c>=~</c>: parentheses and bars belong to it.</summary>
    Word Regex()
    {
        var start = at;
        var open = 0;
        var parts = new List<WordPart>();
        while (!AtEnd && (open > 0 || Current is not (' ' or '\t' or '\n')))
        {
            if (Current is '(' or ')' or '|' or '<' or '>' or '&' or ';' or ' ')
            {
                if (Current == '(') open++;
                if (Current == ')' && --open < 0) throw Problem("unexpected ')'");
                if (Current == '&' || Current == ';' || Current == '\n') throw Problem($"unexpected '{Current}'");
                parts.Add(new Literal(new Span(at, 1), source[at++].ToString()));
            }
            else parts.Add(Part(start));
        }
        if (parts.Count == 0) throw Problem("a pattern is missing");
        return new Word(Span.Between(start, at), parts.ToEquatableArray());
    }
}
