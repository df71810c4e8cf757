using System.Buffers;
using System.Text;
using Firstlook.Effects.Shell;
using Firstlook.Executors.Binding;

namespace Firstlook.Executors.Shell;

/// <summary>Words into fields, in the order of POSIX (2.6): variables, splitting of what was not quoted, path names, quote removal.</summary>
/// <param name="variable">A variable; null where it is not set.</param>
internal sealed class Expansion(Tokens tokens, Func<string, Expanded?> variable, Func<ShellList, string> substitute, Globs globs)
{
    /// <summary>Characters that mean more than themselves in the word of <c>${name:-word}</c>.</summary>
    static readonly SearchValues<char> NotPlain = SearchValues.Create("\\'\"*?[~");

    public List<Field> Fields(EquatableArray<Word> words)
    {
        var fields = new List<Field>();
        foreach (var word in words) fields.AddRange(Fields(word));
        return fields;
    }

    /// <summary>The word as one text: assignments, here-strings and redirections are neither split nor expanded to path names.</summary>
    public Expanded Single(Word word)
    {
        var text = new StringBuilder();
        var inserts = new List<Insert>();
        foreach (var piece in Pieces(word.Parts, quoted: false))
        {
            text.Append(piece.Text);
            inserts.AddRange(piece.Inserts);
        }

        return new Expanded(text.ToString(), inserts.ToEquatableArray());
    }

    /// <summary>The word as a pattern: what is quoted in it, and what comes from outside, stands for itself.</summary>
    public string Pattern(Word word) =>
        string.Concat(Pieces(word.Parts, quoted: false).Select(piece => piece.Pattern && piece.Inserts.IsEmpty ? piece.Text : GlobPattern.Quote(piece.Text)));

    IEnumerable<Field> Fields(Word word)
    {
        // A word without anything in it vanishes (an empty variable), unless something in it is quoted.
        var growing = new Growing();
        foreach (var piece in Pieces(word.Parts, quoted: false))
        {
            if (!piece.Splits)
            {
                growing.Append(piece);
                continue;
            }

            var rest = piece.Text;
            while (rest.AsSpan().IndexOfAny(" \t\n") is var blank and >= 0)
            {
                if (blank > 0) growing.Append(piece with { Text = rest[..blank] });
                if (growing.Take() is { } ended) foreach (var field in Paths(ended)) yield return field;
                rest = rest[(blank + 1)..];
            }

            if (rest.Length > 0) growing.Append(piece with { Text = rest });
        }

        if (growing.Take() is { } last) foreach (var field in Paths(last)) yield return field;
    }

    IEnumerable<Field> Paths(Grown grown)
    {
        if (!GlobPattern.IsPattern(grown.Pattern)) return [grown.Field];
        var paths = globs.Expand(grown.Pattern);
        return paths.Count == 0 ? [grown.Field] : paths.Select(path => grown.Field with { Text = path, BeginsExpanded = true });
    }

    IEnumerable<Piece> Pieces(EquatableArray<WordPart> parts, bool quoted)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case Literal literal:
                    foreach (var piece in Bound(literal.Text)) yield return piece;
                    break;
                case SingleQuoted single:
                    yield return Piece.Quoted("");
                    foreach (var piece in Bound(single.Text)) yield return piece;
                    break;
                case DoubleQuoted both:
                    yield return Piece.Quoted("");
                    foreach (var piece in Pieces(both.Parts, quoted: true)) yield return piece;
                    break;
                case Placeholder placeholder:
                    if (tokens.At(placeholder.Text, 0) is not { } value || value.Token.Length != placeholder.Text.Length)
                        throw ShellStop.Refused($"needs a value: {placeholder.Text}");
                    yield return Piece.Of(value);
                    break;
                case Variable named when tokens.At($"${named.Name}", 0) is { } bound && named.Operation.Length == 0:
                    yield return Piece.Of(bound);
                    break;
                case Variable named when tokens.At($"${{{named.Name}}}", 0) is { } bound && named.Operation.Length == 0:
                    yield return Piece.Of(bound);
                    break;
                case Variable named:
                    var known = Value(named);
                    yield return new Piece(known.Text, Splits: !quoted, Pattern: !quoted, Expands: true, known.Inserts, IsQuoted: quoted);
                    break;
                case CommandSubstitution command:
                    var printed = substitute(command.Body);
                    yield return new Piece(printed, Splits: !quoted, Pattern: !quoted, Expands: true, [new Insert("what a substitution printed", printed)], IsQuoted: quoted);
                    break;
                case Glob glob when tokens.At(glob.Pattern, 0) is { } bound && bound.Token.Length == glob.Pattern.Length:
                    yield return Piece.Of(bound);
                    break;
                case Glob glob:
                    yield return new Piece(glob.Pattern, Splits: false, Pattern: true, Expands: false, [], IsQuoted: false);
                    break;
                case BraceExpansion brace when tokens.At(brace.Text, 0) is { } bound && bound.Token.Length == brace.Text.Length:
                    yield return Piece.Of(bound);
                    break;
                case Tilde { Text: "~" } when variable("HOME") is { } home:
                    yield return Piece.Quoted(home.Text);
                    break;
                default:
                    throw ShellStop.Refused($"{Name(part)} is not run here");
            }
        }
    }

    /// <summary>Constant text with values in it: each value is quoted as a whole, so one word stays one word.</summary>
    IEnumerable<Piece> Bound(string text)
    {
        var plain = 0;
        for (var at = 0; at < text.Length;)
        {
            if (tokens.At(text, at) is not { } value)
            {
                at++;
                continue;
            }

            if (at > plain) yield return Piece.Quoted(text[plain..at]);
            yield return Piece.Of(value);
            at += value.Token.Length;
            plain = at;
        }

        if (plain < text.Length) yield return Piece.Quoted(text[plain..]);
    }

    /// <summary>The plain word of <c>${name:-word}</c> and <c>${name-word}</c>; null for every other operation, and for a word that expands in its turn.</summary>
    public static string? Default(Variable named)
    {
        var word = named.Operation.StartsWith(":-", StringComparison.Ordinal) ? named.Operation[2..] : named.Operation.StartsWith('-') ? named.Operation[1..] : null;
        return word is not null && named.Inner.IsEmpty && word.AsSpan().IndexOfAny(NotPlain) < 0 ? word : null;
    }

    Expanded Value(Variable named)
    {
        var known = variable(named.Name);
        if (Default(named) is { } otherwise) return known is null || (known.Text.Length == 0 && named.Operation[0] == ':') ? new Expanded(otherwise, []) : known;
        if (known is null) throw ShellStop.Refused($"the variable {named.Name} has no value here");
        return named.Operation switch
        {
            "" => known,
            "#" => new Expanded(known.Text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), []),
            _ => throw ShellStop.Refused($"the expansion ${{{named.Name}{named.Operation}}} is not run here"),
        };
    }

    static string Name(WordPart part) => part switch
    {
        BraceExpansion brace => $"the brace expansion {brace.Text}",
        Tilde tilde => $"the folder {tilde.Text}",
        ProcessSubstitution => "a process substitution",
        Arithmetic => "arithmetic",
        _ => part.GetType().Name,
    };

    /// <param name="Splits">Blanks in it end the field.</param>
    /// <param name="Pattern">Special characters in it match path names.</param>
    /// <param name="Expands">True where it is not what the text says, but what that stands for.</param>
    readonly record struct Piece(string Text, bool Splits, bool Pattern, bool Expands, EquatableArray<Insert> Inserts, bool IsQuoted)
    {
        public static Piece Quoted(string text) => new(text, false, false, false, [], true);

        public static Piece Of(Access.Binding value) => new(value.Value, false, false, true, [new Insert($"the value of {value.Name}", value.Value)], true);
    }

    sealed record Grown(Field Field, string Pattern);

    sealed class Growing
    {
        readonly StringBuilder text = new();
        readonly StringBuilder pattern = new();
        readonly List<Insert> inserts = [];
        bool begun;
        bool beginsExpanded;

        public void Append(Piece piece)
        {
            if (piece.Text.Length == 0 && !piece.IsQuoted) return;
            beginsExpanded |= text.Length == 0 && piece.Expands && piece.Text.Length > 0;
            begun = true;
            text.Append(piece.Text);
            pattern.Append(piece.Pattern ? piece.Text : GlobPattern.Quote(piece.Text));
            inserts.AddRange(piece.Inserts);
        }

        public Grown? Take()
        {
            if (!begun) return null;
            var grown = new Grown(new Field(text.ToString(), inserts.ToEquatableArray(), beginsExpanded), pattern.ToString());
            text.Clear();
            pattern.Clear();
            inserts.Clear();
            begun = beginsExpanded = false;
            return grown;
        }
    }
}

/// <summary>Text from outside of the runbook that stands in a word: a bound value, or what a program printed.</summary>
/// <param name="What">For a person: "the value of service".</param>
internal sealed record Insert(string What, string Text);

/// <param name="Inserts">What of it comes from outside.</param>
internal sealed record Expanded(string Text, EquatableArray<Insert> Inserts);

/// <param name="BeginsExpanded">True where its first character does not stand in the text, but comes of a value, a variable, a substitution or a path name.</param>
internal sealed record Field(string Text, EquatableArray<Insert> Inserts, bool BeginsExpanded);
