using System.Globalization;

namespace Firstlook.Tests.Runbooks;

/// <summary>A part of a pattern.</summary>
internal abstract record Part
{
    public virtual IEnumerable<Part> Inner => [];

    public bool Holds(Part other) => ReferenceEquals(this, other) || Inner.Any(inner => inner.Holds(other));
}

internal sealed record Literal(string Text) : Part;

/// <summary>One letter of a class.</summary>
/// <param name="Few">Those of a class that lists a few.</param>
internal sealed record Letters(string Class, bool IgnoresCase, string? Few) : Part;

internal sealed record Sequence(List<Part> Parts) : Part
{
    public override IEnumerable<Part> Inner => Parts;
}

internal sealed record Either(List<Part> Parts) : Part
{
    public override IEnumerable<Part> Inner => Parts;
}

internal sealed record Repeated(Part Part, int Least, int Most) : Part
{
    public override IEnumerable<Part> Inner => [Part];
}

/// <summary>What must stand before or behind, and is no part of the match.</summary>
internal sealed record LookedAt(Part Part) : Part
{
    public override IEnumerable<Part> Inner => [Part];
}

/// <summary>Reads what the patterns here are written in (learn.microsoft.com, "Regular Expression Language - Quick Reference"), and throws at anything else.</summary>
internal sealed class PatternReader(string text, bool ignoresCase)
{
    static readonly Sequence Nothing = new([]);

    int at;

    public Part Read()
    {
        var part = Choices(ignoresCase);
        return at == text.Length ? part : throw new FormatException($"not read from {at}: {text}");
    }

    Part Choices(bool anyCase)
    {
        var parts = new List<Part> { Row(anyCase) };
        while (at < text.Length && text[at] == '|')
        {
            at++;
            parts.Add(Row(anyCase));
        }

        return parts.Count == 1 ? parts[0] : new Either(parts);
    }

    Sequence Row(bool anyCase)
    {
        var parts = new List<Part>();
        while (at < text.Length && text[at] is not ('|' or ')')) parts.Add(Quantified(One(anyCase)));
        return new(parts);
    }

    Part Quantified(Part part)
    {
        if (at >= text.Length) return part;
        var (least, most) = text[at] switch { '*' => (0, int.MaxValue), '+' => (1, int.MaxValue), '?' => (0, 1), '{' => Counted(), _ => (-1, -1) };
        if (least < 0) return part;
        at++;
        if (at < text.Length && text[at] == '?') at++;
        return new Repeated(part, least, most);
    }

    (int Least, int Most) Counted()
    {
        var end = text.IndexOf('}', at);
        var counts = text[(at + 1)..end].Split(',');
        at = end;
        var least = int.Parse(counts[0], CultureInfo.InvariantCulture);
        return (least, counts.Length == 1 ? least : counts[1].Length == 0 ? int.MaxValue : int.Parse(counts[1], CultureInfo.InvariantCulture));
    }

    Part One(bool anyCase)
    {
        var c = text[at++];
        return c switch
        {
            '(' => Group(anyCase),
            '[' => Class(anyCase),
            '^' or '$' => Nothing,
            '.' => new Letters(".", anyCase, null),
            '\\' => Escaped(anyCase),
            _ => new Literal(c.ToString()),
        };
    }

    Part Escaped(bool anyCase)
    {
        var c = text[at++];
        switch (c)
        {
            case 'b' or 'B' or 'A' or 'z' or 'Z' or 'G': return Nothing;
            case 'w' or 'W' or 'd' or 'D' or 's' or 'S': return new Letters($"\\{c}", anyCase, null);
            case 'p' or 'P':
                var name = text[at..(text.IndexOf('}', at) + 1)];
                at += name.Length;
                return new Letters($"\\{c}{name}", anyCase, null);
            case 'k':
                at = text.IndexOf('>', at) + 1;
                return Nothing;
            default:
                at--;
                return new Literal(Unescaped().ToString());
        }
    }

    char Unescaped()
    {
        var c = text[at++];
        if (c is not ('u' or 'x')) return c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', _ => c };
        var length = c == 'u' ? 4 : 2;
        at += length;
        return (char)int.Parse(text.AsSpan(at - length, length), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    Letters Class(bool anyCase)
    {
        const int MostLetters = 8;
        var start = at - 1;
        if (text[at] == '^') at++;
        if (text[at] == ']') at++;
        while (text[at] != ']') at += text[at] == '\\' ? 2 : 1;
        at++;
        var listed = text[(start + 1)..(at - 1)];
        var isFew = listed.Length <= MostLetters && listed[0] != '^' && !listed.Contains('\\') && listed.IndexOf('-', 1) is var dash && (dash < 0 || dash == listed.Length - 1);
        return new(text[start..at], anyCase, isFew ? listed : null);
    }

    Part Group(bool anyCase)
    {
        var isLook = false;
        var isDenied = false;
        if (text[at] == '?')
        {
            at++;
            if (text[at] is '=' or '!') (isLook, isDenied) = (true, text[at++] == '!');
            else if (text[at] == '<' && text[at + 1] is '=' or '!') (isLook, isDenied, at) = (true, text[at + 1] == '!', at + 2);
            else if (text[at] is '<' or '\'') at = text.IndexOf(text[at] == '<' ? '>' : '\'', at + 1) + 1;
            else anyCase = Options(anyCase);
        }

        var inner = Choices(anyCase);
        if (at >= text.Length || text[at++] != ')') throw new FormatException($"not closed before {at}: {text}");
        return isDenied ? Nothing : isLook ? new LookedAt(inner) : inner;
    }

    // "?:", "?i:", "?-i:", "?>"
    bool Options(bool anyCase)
    {
        var end = text.IndexOfAny([':', '>'], at);
        var options = text[at..end];
        at = end + 1;
        return options switch { "" => anyCase, "i" => true, "-i" => false, _ => throw new FormatException($"?{options} in {text}") };
    }
}
