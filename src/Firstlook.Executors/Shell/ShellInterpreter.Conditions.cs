using System.Globalization;
using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Executors.Shell;

/// <summary><c>case</c> and <c>[[ ]]</c> (bash manual, "Conditional Constructs" and "Bash Conditional Expressions").</summary>
internal sealed partial class ShellInterpreter
{
    int Run(CaseCommand choice)
    {
        var subject = expansion.Single(choice.Subject).Text;
        var (status, matched) = (0, false);
        foreach (var item in choice.Items)
        {
            matched = matched || item.Patterns.Any(pattern => GlobPattern.Matches(expansion.Pattern(pattern), subject));
            if (!matched) continue;
            status = Run(item.Body);
            if (item.Ending == ";&") continue;
            matched = false;
            if (item.Ending != ";;&") break;
        }

        return status;
    }

    int Run(ConditionalExpression condition)
    {
        var at = 0;
        var holds = Either(condition.Words, ref at);
        return at == condition.Words.Count ? holds ? 0 : 1 : throw ShellStop.Refused("a condition in [[ ]] that is not understood");
    }

    bool Either(EquatableArray<Word> words, ref int at)
    {
        var holds = Both(words, ref at);
        while (Is(words, at, "||"))
        {
            at++;
            // What comes after is read, and not asked: as bash does it.
            var right = holds ? Skipped(words, ref at, Both) : Both(words, ref at);
            holds |= right;
        }

        return holds;
    }

    bool Both(EquatableArray<Word> words, ref int at)
    {
        var holds = One(words, ref at);
        while (Is(words, at, "&&"))
        {
            at++;
            var right = holds ? One(words, ref at) : Skipped(words, ref at, One);
            holds &= right;
        }

        return holds;
    }

    delegate bool Reading(EquatableArray<Word> words, ref int at);

    bool skipping;

    bool Skipped(EquatableArray<Word> words, ref int at, Reading reading)
    {
        var before = skipping;
        skipping = true;
        try
        {
            return reading(words, ref at);
        }
        finally
        {
            skipping = before;
        }
    }

    bool One(EquatableArray<Word> words, ref int at)
    {
        if (Is(words, at, "!"))
        {
            at++;
            return !One(words, ref at);
        }

        if (Is(words, at, "("))
        {
            at++;
            var inside = Either(words, ref at);
            if (!Is(words, at++, ")")) throw ShellStop.Refused("a condition in [[ ]] without its closing bracket");
            return inside;
        }

        if (at >= words.Count) throw ShellStop.Refused("a condition in [[ ]] that is not understood");
        if (words[at] is { IsBare: true, Constant: ['-', _] and var unary } && at + 1 < words.Count && !IsOperator(words, at + 1))
        {
            at += 2;
            return Unary(unary, words[at - 1]);
        }

        if (IsOperator(words, at + 1) && at + 2 < words.Count)
        {
            at += 3;
            return Binary(words[at - 3], words[at - 2].Constant!, words[at - 1]);
        }

        return skipping | Text(words[at++]).Length > 0;
    }

    bool Unary(string test, Word operand)
    {
        if (skipping) return true;
        var text = Text(operand);
        switch (test)
        {
            case "-z": return text.Length == 0;
            case "-n": return text.Length > 0;
            case "-e" or "-f" or "-d" or "-r" or "-w" or "-x" or "-s" or "-L" or "-h" or "-S" or "-p":
                // Files are the target's: the program of the same name asks there.
                string[] words = ["test", test, text];
                var last = Last;
                var status = Run([new Stage(words, entry.OfRead(words, [], folder, limits.Time), null, FromPrevious: false, Sink.Output, Sink.Error)], capture);
                Last = last;
                return status == 0;
            default: throw ShellStop.Refused($"the test {test} in [[ ]] is not run here");
        }
    }

    bool Binary(Word left, string comparison, Word right)
    {
        if (skipping) return true;
        var text = Text(left);
        return comparison switch
        {
            "=" or "==" => GlobPattern.Matches(expansion.Pattern(right), text),
            "!=" => !GlobPattern.Matches(expansion.Pattern(right), text),
            "=~" => Matches(text, right),
            "<" => string.CompareOrdinal(text, Text(right)) < 0,
            ">" => string.CompareOrdinal(text, Text(right)) > 0,
            "-eq" => Whole(text) == Whole(Text(right)),
            "-ne" => Whole(text) != Whole(Text(right)),
            "-lt" => Whole(text) < Whole(Text(right)),
            "-le" => Whole(text) <= Whole(Text(right)),
            "-gt" => Whole(text) > Whole(Text(right)),
            "-ge" => Whole(text) >= Whole(Text(right)),
            _ => throw ShellStop.Refused($"the comparison {comparison} in [[ ]] is not run here"),
        };
    }

    /// <summary>A POSIX expression where .NET reads it the same; what is quoted in it stands for itself.</summary>
    static bool Matches(string text, Word pattern)
    {
        var expression = string.Concat(pattern.Parts.Select(part => part switch
        {
            Literal literal when literal.Text.Length == literal.Span.Length => literal.Text,
            SingleQuoted quoted => Regex.Escape(quoted.Text),
            Glob glob when !glob.Pattern.Contains("[:", StringComparison.Ordinal) => glob.Pattern,
            BraceExpansion times => times.Text,
            _ => throw ShellStop.Refused("a regular expression in [[ ]] that is not written out plainly"),
        }));
        try
        {
            return Regex.IsMatch(text, expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or NotSupportedException)
        {
            throw ShellStop.Refused($"a regular expression in [[ ]] that is not understood: {unreadable.Message}");
        }
    }

    /// <summary>bash would calculate here, and what it calculates may run commands: only a number is one.</summary>
    static long Whole(string text) =>
        text.Trim() is var number && number.Length is > 0 and < 19 && long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && number.TrimStart('-', '+') is not ['0', _, ..]
        ? value
        : throw ShellStop.Refused($"'{text}' in [[ ]] is no plain number");

    string Text(Word word) => skipping ? "" : expansion.Single(word).Text;

    static bool Is(EquatableArray<Word> words, int at, string token) => at < words.Count && words[at].IsBare && words[at].Constant == token;

    static bool IsOperator(EquatableArray<Word> words, int at) =>
        at < words.Count && words[at].IsBare
            && words[at].Constant is "=" or "==" or "!=" or "=~" or "<" or ">" or "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge" or "-nt" or "-ot" or "-ef";
}
