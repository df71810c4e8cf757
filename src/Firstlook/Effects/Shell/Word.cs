using System.Text;

namespace Firstlook.Effects.Shell;

/// <summary>One word before expansion. A word without parts does not occur; <c>''</c> is a word of one empty quoted part.</summary>
public sealed record Word(Span Span, EquatableArray<WordPart> Parts)
{
    /// <summary>
    /// The word's value where it is the same whenever it runs: quotes removed, nothing to expand.
    /// Null where any part expands (variables, substitutions, globs, braces, a tilde) or is a placeholder.
    /// </summary>
    public string? Constant { get; } = Written(Parts);

    /// <summary>True where no character of it is quoted or escaped and nothing expands: only such words can be reserved words or assignments.</summary>
    public bool IsBare => Parts is [Literal only] && only.Text.Length == Span.Length;

    /// <summary>True where every character stands there, quoted or not: nothing expands, and no person has to fill anything in.</summary>
    public bool IsWritten => Constant is not null;

    /// <summary>True where that holds for each of these words.</summary>
    public static bool AreWritten(EquatableArray<Word> words)
    {
        foreach (var word in words)
        {
            if (!word.IsWritten) return false;
        }

        return true;
    }

    static string? Written(EquatableArray<WordPart> parts)
    {
        switch (parts)
        {
            case [Literal only]: return only.Text;
            case [SingleQuoted only]: return only.Text;
            case [DoubleQuoted only]: return Written(only.Parts);
        }

        var text = new StringBuilder();
        return AppendConstant(parts, text) ? text.ToString() : null;
    }

    static bool AppendConstant(EquatableArray<WordPart> parts, StringBuilder text)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case Literal literal: text.Append(literal.Text); break;
                case SingleQuoted quoted: text.Append(quoted.Text); break;
                case DoubleQuoted quoted when AppendConstant(quoted.Parts, text): break;
                default: return false;
            }
        }
        return true;
    }
}

/// <summary>A piece of a word.</summary>
public abstract record WordPart(Span Span);

/// <summary>Plain characters; escapes are already resolved, so none of them is special any more.</summary>
public sealed record Literal(Span Span, string Text) : WordPart(Span);

/// <summary><c>'text'</c> or <c>$'text'</c>, with the escapes of the latter resolved.</summary>
public sealed record SingleQuoted(Span Span, string Text) : WordPart(Span);

/// <summary><c>"..."</c>: what is in it expands, and is neither split nor globbed.</summary>
public sealed record DoubleQuoted(Span Span, EquatableArray<WordPart> Parts) : WordPart(Span);

/// <summary><c>$name</c>, <c>${name}</c>, <c>${name:-word}</c> and their kin.</summary>
/// <param name="Name">A name, a position (<c>1</c>) or a special parameter (<c>@ * # ? - $ ! 0</c>).</param>
/// <param name="Operation">What stands in the braces after the name (<c>:-word</c>, <c>%%pattern</c>), <c>#</c> for the length; empty for none.</param>
/// <param name="Inner">Parts inside the operation that expand in their turn.</param>
public sealed record Variable(Span Span, string Name, string Operation, EquatableArray<WordPart> Inner) : WordPart(Span)
{
    /// <summary>True for <c>${name=word}</c> and <c>${name:=word}</c>.</summary>
    public bool Assigns => Operation.StartsWith(":=", StringComparison.Ordinal) || Operation.StartsWith('=');

    /// <summary>The arithmetic between the brackets of <c>${name[i]}</c>; null where none is: a number, or the whole.</summary>
    public string? Subscript =>
        Operation.TrimStart('#') is ['[', ..] bracketed && bracketed.IndexOf(']') is > 1 and var end && bracketed[1..end] is var text && text is not ("@" or "*")
            && !text.All(character => char.IsAsciiDigit(character) || character == '-') ? text : null;

    /// <summary>The arithmetic of <c>${name:offset:length}</c>, also behind a subscript; null for other operations.</summary>
    public string? Offset
    {
        get
        {
            var operation = Operation.StartsWith('[') && Operation.IndexOf(']') is > 0 and var end ? Operation[(end + 1)..] : Operation;
            return operation is [':', not ('-' or '=' or '+' or '?'), ..] ? operation[1..] : null;
        }
    }
}

/// <summary><c>$(list)</c> or <c>`list`</c>.</summary>
public sealed record CommandSubstitution(Span Span, ShellList Body) : WordPart(Span);

/// <summary><c>&lt;(list)</c> or <c>&gt;(list)</c>.</summary>
public sealed record ProcessSubstitution(Span Span, ShellList Body, bool Output) : WordPart(Span);

/// <summary><c>$((expression))</c>, and the expression of <c>((...))</c>.</summary>
/// <param name="Text">The expression as written.</param>
/// <param name="Inner">The variables and substitutions that stand in it with a <c>$</c>; bare names are variables too.</param>
public sealed record Arithmetic(Span Span, string Text, EquatableArray<WordPart> Inner) : WordPart(Span);

/// <summary>An unquoted <c>*</c>, <c>?</c> or <c>[...]</c>.</summary>
public sealed record Glob(Span Span, string Pattern) : WordPart(Span);

/// <summary>An unquoted <c>{a,b}</c> or <c>{1..9}</c>, as written: one word becomes several.</summary>
public sealed record BraceExpansion(Span Span, string Text) : WordPart(Span);

/// <summary><c>~</c> or <c>~name</c> at the start of a word.</summary>
public sealed record Tilde(Span Span, string Text) : WordPart(Span);

/// <summary>Text that a person replaces before it runs: <c>&lt;pod-name&gt;</c>, <c>[service]</c>, <c>{id}</c>.</summary>
/// <param name="Text">As written, with its delimiters.</param>
public sealed record Placeholder(Span Span, string Text) : WordPart(Span)
{
    /// <summary>The name between the delimiters.</summary>
    public string Name => Text[1..^1];
}
