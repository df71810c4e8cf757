using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>One word as a program gets it, as far as it is known before it runs.</summary>
/// <param name="Text">What is not known stands in it as <see cref="Hole"/>.</param>
/// <param name="Plain">False for a word that may become several, or none: an unquoted variable or substitution, a glob.</param>
internal readonly partial record struct Argument(string Text, bool Plain = true)
{
    /// <summary>Stands for a value that is known only when it runs (OBJECT REPLACEMENT CHARACTER).</summary>
    public const char Hole = '\uFFFC';

    public bool Known => !Text.Contains(Hole);

    /// <summary>True for what another program answers, as a whole: <c>$(program)</c>, or a line that xargs reads. A variable that a person fills in is none.</summary>
    public bool Answered { get; init; }

    /// <summary>True for the name of a file that holds the time, and so of a new one (<see cref="AddedFiles"/>); a part of a word keeps it.</summary>
    public bool NamedByTime { get; init; }

    /// <summary>True where even the first character is unknown.</summary>
    public bool Open => Text.Length > 0 && Text[0] == Hole;

    public bool IsOption => Text.Length > 1 && Text[0] == '-';

    /// <summary>For messages: holes as <c>…</c>, long text cut.</summary>
    public string Shown
    {
        get
        {
            var text = Text.Replace(Hole, '…');
            return text.Length > 60 ? text[..59] + "…" : text;
        }
    }

    public override string ToString() => Text;

    /// <summary>The arguments that a word becomes: several where braces stand in it, one otherwise.</summary>
    /// <param name="constants">Values of variables that the same source sets once, to a constant; others are holes.</param>
    public static void Add(Word word, Func<string, string?> constants, List<Argument> arguments)
    {
        if (word.Constant is { } constant)
        {
            arguments.Add(new Argument(constant));
            return;
        }
        if (word.Parts.Any(part => part is BraceExpansion))
        {
            AddBraces(word, constants, arguments);
            return;
        }
        var text = new StringBuilder();
        var plain = true;
        foreach (var part in word.Parts) Append(part, text, constants, quoted: false, ref plain);
        if (!plain && word.Parts is [Variable or CommandSubstitution] && text.Length > 0 && !text.ToString().Contains(Hole))
            arguments.AddRange(text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(piece => new Argument(piece)));
        else arguments.Add(new Argument(text.ToString(),
            plain) { Answered = text.Length == 1 && text[0] == Hole && word.Parts is [CommandSubstitution] or [DoubleQuoted { Parts: [CommandSubstitution] }] });
    }

    static void Append(WordPart part, StringBuilder text, Func<string, string?> constants, bool quoted, ref bool plain)
    {
        switch (part)
        {
            case Literal literal: text.Append(literal.Text); break;
            case SingleQuoted single: text.Append(single.Text); break;
            case DoubleQuoted both:
                foreach (var inner in both.Parts) Append(inner, text, constants, quoted: true, ref plain);
                break;
            case Variable { Operation: "" } variable when constants(variable.Name) is { } value:
                text.Append(value);
                if (!quoted && value.AsSpan().IndexOfAny(' ', '\t', '*') >= 0) plain = false;
                break;
            case Variable { Operation: not "" } variable when constants(variable.Name) is ['-', ..]:
                // An element of an array, or what an operation leaves of an option, may be an option too.
                text.Append('-').Append(Hole);
                if (!quoted) plain = false;
                break;
            case Glob glob:
                text.Append(glob.Pattern);
                plain = false;
                break;
            case Tilde tilde: text.Append(tilde.Text); break;
            case CommandSubstitution substitution when Echoed(substitution) is { } echoed:
                text.Append(echoed);
                if (!quoted) plain = false;
                break;
            default:
                text.Append(Hole);
                // "$@" and "${a[@]}" are as many words as there are, in quotes too.
                if (!quoted && part is not Placeholder || part is Variable { Name: "@" } or Variable { Operation: ['[', '@', ..] }) plain = false;
                break;
        }
    }

    /// <summary>What <c>$(echo text)</c> yields, where the text is constant; null for any other substitution.</summary>
    static string? Echoed(CommandSubstitution substitution)
    {
        if (substitution.Body.Items is not [{ Command.Pipelines: [{ Commands: [SimpleCommand { Assignments.IsEmpty: true, Redirections.IsEmpty: true,
            Words: [{ Constant: "echo" or "printf" }, ..] } simple] }] }])
            return null;
        var words = simple.Words.Skip(1).Select(word => word.Constant).ToList();
        if (words.Any(word => word is null)) return null;
        return simple.Words[0].Constant == "printf" && words.Any(word => word!.Contains('%') || word.Contains('\\')) ? "-" + Hole : string.Join(' ', words);
    }

    /// <summary>bash(1), "Brace Expansion". Sequences of few numbers are spelt out; others are left as a hole: their words are numbers or letters.</summary>
    static void AddBraces(Word word, Func<string, string?> constants, List<Argument> arguments)
    {
        var results = new List<Argument> { new("") };
        foreach (var part in word.Parts)
        {
            var alternatives = new List<Argument>();
            if (part is BraceExpansion brace) Alternatives(brace.Text, alternatives);
            else
            {
                var text = new StringBuilder();
                var plain = true;
                Append(part, text, constants, quoted: false, ref plain);
                alternatives.Add(new Argument(text.ToString(), plain));
            }
            results = results.Take(64).SelectMany(left => alternatives.Take(64), (left, right) => new Argument(left.Text + right.Text, left.Plain && right.Plain)).ToList();
        }
        if (results.Count > 64) results = [new Argument(Hole.ToString(), Plain: false)];
        arguments.AddRange(results.Where(result => result.Text.Length > 0));
    }

    static void Alternatives(string brace, List<Argument> alternatives)
    {
        if (Sequence().Match(brace) is { Success: true } sequence && Numbers(sequence, alternatives)) return;
        var open = 0;
        var from = 1;
        for (var at = 0; at < brace.Length; at++)
        {
            if (brace[at] == '{') open++;
            else if (brace[at] == '}') open--;
            if (brace[at] is '{' or '\\' && at > 0 || (brace[at] == '.' && brace[at - 1] == '.'))
            {
                // Nested braces, escapes and other sequences are not spelt out: the word's text stays unknown.
                alternatives.Clear();
                alternatives.Add(new Argument(Hole.ToString(), Plain: false));
                return;
            }
            if ((brace[at] == ',' && open == 1) || open == 0)
            {
                alternatives.Add(new Argument(brace[from..at]));
                from = at + 1;
            }
        }
    }

    /// <summary>bash(1): "Each integer may be prefixed with '0' to force each term to have the same width."</summary>
    /// <returns>False where there are more than anybody writes by hand.</returns>
    static bool Numbers(Match sequence, List<Argument> numbers)
    {
        var (first, last) = (sequence.Groups["first"].Value, sequence.Groups["last"].Value);
        var (from, to) = (int.Parse(first, CultureInfo.InvariantCulture), int.Parse(last, CultureInfo.InvariantCulture));
        if (Math.Abs(to - from) >= MostSpeltOut) return false;
        var width = first is ['0', _, ..] || last is ['0', _, ..] ? Math.Max(first.Length, last.Length) : 1;
        for (var number = from; ; number += from <= to ? 1 : -1)
        {
            numbers.Add(new Argument(number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0')));
            if (number == to) return true;
        }
    }

    const int MostSpeltOut = 64;

    [GeneratedRegex(@"^\{(?<first>\d{1,6})\.\.(?<last>\d{1,6})\}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Sequence();
}
