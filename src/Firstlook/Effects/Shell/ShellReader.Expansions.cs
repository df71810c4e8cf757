using System.Text.RegularExpressions;

namespace Firstlook.Effects.Shell;

/// <summary>Parameter expansion, substitutions, arithmetic, assignments (bash(1), "EXPANSION" and "PARAMETERS").</summary>
internal sealed partial class ShellReader
{
    /// <summary>What a <c>$</c> begins; a lone <c>$</c> is itself.</summary>
    WordPart Expansion()
    {
        var start = at;
        var next = Peek();
        if (next == '{') return Braced();
        if (next == '(')
        {
            at++;
            if (Looking("((") && ArithmeticEnds() is { } end) return ArithmeticBody(end, start);
            return Substitution(start);
        }
        if (next == '[') throw Beyond("the old arithmetic $[...]");
        at++;
        if (NameHere() is { } name) return new Variable(Span.Between(start, at), name, "", []);
        if (char.IsAsciiDigit(next) || next is '@' or '*' or '#' or '?' or '-' or '$' or '!')
        {
            at++;
            return new Variable(Span.Between(start, at), next.ToString(), "", []);
        }
        return new Literal(new Span(start, 1), "$");
    }

    Variable Braced()
    {
        var start = at;
        Deeper();
        at += 2;
        if (Current == '!') return Subscripts(start) ?? throw Beyond("the indirect expansion ${!...}");
        var length = Current == '#' && Peek() != '}';
        if (length) at++;
        var nameStart = at;
        if (IsNameStart(Current)) NameHere();
        else if (char.IsAsciiDigit(Current)) while (char.IsAsciiDigit(Current)) at++;
        else if (Current is '@' or '*' or '#' or '?' or '-' or '$') at++;
        else throw Problem("a bad substitution");
        var name = source[nameStart..at];
        var operation = at;
        if (Current == '@' || (Current == '[' && Peek() is not ('@' or '*') && !SimpleSubscript())) throw Beyond("an expansion that evaluates its value");
        var inner = new List<WordPart>();
        while (!AtEnd && Current != '}') inner.Add(InnerPart());
        if (AtEnd) throw Problem("an unclosed ${");
        var text = (length ? "#" : "") + source[operation..at];
        at++;
        depth--;
        return new Variable(Span.Between(start, at), name, text, Expanding(inner));
    }

    /// <summary><c>${!list[@]}</c>: the subscripts that are set, which is no indirection (bash(1), "Parameter Expansion").</summary>
    Variable? Subscripts(int start)
    {
        at++;
        if (NameHere() is not { } name || !(Looking("[@]}") || Looking("[*]}")))
        {
            at = start;
            return null;
        }
        at += 4;
        depth--;
        return new Variable(Span.Between(start, at), name, "!" + source[(at - 4)..(at - 1)], []);
    }

    /// <summary><c>[0]</c>, <c>[-1]</c>, <c>[i+1]</c> or <c>[$i]</c>: any other subscript is arithmetic of which little is known.</summary>
    bool SimpleSubscript() =>
        source.IndexOf(']', at, Math.Min(limit - at, LongestBracket)) is >= 0 and var end && Subscript().IsMatch(source.AsSpan(at + 1, end - at - 1));

    [GeneratedRegex(@"^(-?[0-9]+|\$?[A-Za-z_][A-Za-z0-9_]*([+-][0-9]+)?|\$[0-9])\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Subscript();

    WordPart InnerPart() => Current switch
    {
        '\'' => SingleQuoted(),
        '"' => DoubleQuoted(),
        '$' when Peek() == '\'' => AnsiQuoted(),
        '$' => Expansion(),
        '`' => Backquoted(),
        '\\' => EscapedInner(),
        _ => new Literal(new Span(at, 1), source[at++].ToString()),
    };

    Literal EscapedInner()
    {
        var start = at;
        at = Math.Min(at + 2, limit);
        return new Literal(Span.Between(start, at), source[start..at]);
    }

    static EquatableArray<WordPart> Expanding(List<WordPart> parts) =>
        parts.Where(part => part is not Shell.Literal and not Shell.SingleQuoted).ToEquatableArray();

    CommandSubstitution Substitution(int start)
    {
        at++;
        Deeper();
        SkipNewlines();
        var body = Current == ')' ? new ShellList(new Span(at, 0), []) : CompoundList(")");
        Expect(")");
        depth--;
        return new CommandSubstitution(Span.Between(start, at), body);
    }

    ProcessSubstitution ProcessSubstitution()
    {
        var start = at;
        var output = Current == '>';
        at += 2;
        Deeper();
        var body = CompoundList(")");
        Expect(")");
        depth--;
        return new ProcessSubstitution(Span.Between(start, at), body, output);
    }

    CommandSubstitution Backquoted()
    {
        var start = at;
        var end = at + 1;
        while (end < limit && source[end] != '`')
        {
            if (source[end] == '\\' && end + 1 < limit && source[end + 1] is '`' or '\\' or '$') throw Beyond("an escape inside backquotes");
            end++;
        }
        // One that stands alone is as often the page's own mark.
        if (end >= limit) throw Beyond("an unclosed backquote");
        var outer = limit;
        Deeper();
        limit = end;
        at = start + 1;
        SkipNewlines();
        var body = AtEnd ? new ShellList(new Span(at, 0), []) : CompoundList("`");
        if (!AtEnd) throw Problem($"unexpected '{Current}'");
        limit = outer;
        at = end + 1;
        depth--;
        return new CommandSubstitution(Span.Between(start, at), body);
    }

    /// <summary>The offset after the <c>))</c> that closes the <c>((</c> at the place; null where the parentheses are nested groups.</summary>
    int? ArithmeticEnds()
    {
        var open = 0;
        for (var end = at; end < limit; end++)
        {
            if (source[end] == '\'') return null;
            if (source[end] == '"')
            {
                // A plain quoted part, as in $((n + $(wc -l < "$f"))): parentheses inside it would be text.
                end = source.IndexOf('"', end + 1, limit - end - 1);
                if (end < 0) return null;
                continue;
            }
            if (source[end] == '(') open++;
            // The outer pair must close together: in ((a);(b)) it does not, and these are groups.
            else if (source[end] == ')' && --open == 1) return end + 1 < limit && source[end + 1] == ')' ? end + 2 : null;
        }
        return null;
    }

    /// <param name="end">After the closing parentheses.</param>
    /// <param name="start">Of the whole node: at the <c>$</c> or the first parenthesis, or the place itself.</param>
    Arithmetic ArithmeticBody(int end, int start)
    {
        var outer = limit;
        Deeper();
        at += 2;
        var from = at;
        limit = end - 2;
        var text = source[from..limit];
        // bash evaluates a subscript, and the text of any variable it finds, again: that runs what a value says.
        if (text.Contains('[')) throw Problem("a subscript in arithmetic");
        var inner = new List<WordPart>();
        while (!AtEnd) inner.Add(InnerPart());
        limit = outer;
        at = end;
        depth--;
        return new Arithmetic(Span.Between(start, at), text, Expanding(inner));
    }

    ShellCommand ArithmeticCommand(int end)
    {
        var start = at;
        var body = ArithmeticBody(end, at);
        return WithRedirections(new ArithmeticCommand(Span.Between(start, at), body, []), start);
    }

    /// <summary>The assignment at the place, or null with the place unchanged.</summary>
    Assignment? TryAssignment()
    {
        var start = at;
        if (NameHere() is not { } name) return null;
        string? subscript = null;
        if (Current == '[')
        {
            var close = source.IndexOf(']', at, Math.Min(limit - at, LongestBracket));
            if (close < 0 || close + 1 >= limit || source[close + 1] is not ('=' or '+'))
            {
                at = start;
                return null;
            }
            subscript = source[(at + 1)..close];
            if (!subscript.All(IsNamePart) && subscript is not ("@" or "*")) throw Problem("a subscript that is evaluated");
            at = close + 1;
        }
        var append = Current == '+' && Peek() == '=';
        if (append) at++;
        if (Current != '=')
        {
            at = start;
            return null;
        }
        at++;
        if (Current == '(')
        {
            var elements = Elements();
            return new Assignment(Span.Between(start, at), name, subscript, append, null, elements);
        }
        var value = AtEnd || (IsMeta(Current) && !StartsWordAnyway())
            ? new Word(new Span(at, 0), [new Literal(new Span(at, 0), "")])
            : Word();
        return new Assignment(Span.Between(start, at), name, subscript, append, value, null);
    }

    EquatableArray<Word> Elements()
    {
        at++;
        var elements = new List<Word>();
        while (true)
        {
            SkipNewlines();
            if (AtEnd) throw Problem("an unclosed array");
            if (Current == ')') break;
            if (Current == '[') throw Problem("an array element with a subscript");
            elements.Add(Word());
        }
        at++;
        return elements.ToEquatableArray();
    }
}
