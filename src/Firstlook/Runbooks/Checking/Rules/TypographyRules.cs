using System.Buffers;
using System.Text;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>What a word processor, a wiki or a chat makes of a command: long dashes, curly quotes, blanks that are none.</summary>
internal static class TypographyRules
{
    const string Before = "# QueueFull\n\n**Severity**: high\n\n## Diagnosis\n```bash\nCOMMAND\n```\n";

    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL089", ProblemSeverity.Warning, "typographic marks in a command",
            "The program does not know a long dash as an option, nor a curly quote as a quote: whoever pastes the command gets an error, or another answer.",
                "Type the plain mark: - or --, ' or \", a blank; --fix prints the patch.",
            Before.Replace("COMMAND", "kubectl logs shop-0 –-tail=200 -c “web”", StringComparison.Ordinal),
                Before.Replace("COMMAND", "kubectl logs shop-0 --tail=200 -c \"web\"", StringComparison.Ordinal),
            s => s.Steps.SelectMany(step => step.Commands).Where(command => !SpeaksOf(command.Language)).SelectMany(command => In(s, command))),
    ];

    // PowerShell takes all of these for the plain ones (about_Quoting_Rules, about_Parsing); in a text they are punctuation.
    static bool SpeaksOf(Language language) => language is Language.PowerShell || language.IsInert();

    static IEnumerable<Flaw> In(Subject subject, Command command)
    {
        foreach (var (start, end) in Marked(command.Text))
        {
            var word = command.Text[start..end];
            var flaw = subject.At(command.Line, command.Text, start, $"a program does not read {Named(word)} as the plain mark");
            yield return flaw.Column > 0 && WholeIn(subject.Lines[flaw.Line - 1], word) is >= 0 and var at
                ? flaw with { Column = at + 1, Length = word.Length, Edit = new(flaw.Line, word, Plain(word)) } : flaw;
        }
    }

    // "––name" is not the beginning of "––namespace".
    static int WholeIn(string line, string word)
    {
        var at = line.IndexOf(word, StringComparison.Ordinal);
        while (at >= 0 && !(at + word.Length == line.Length || line[at + word.Length] is ' ' or '\t' or '`' or '\r')) at = line.IndexOf(word, at + 1, StringComparison.Ordinal);
        return at;
    }

    // Words up to a plain blank: one that only looks so is part of what is wrong. Between plain quotes such a mark is what is searched for or said.
    static IEnumerable<(int Start, int End)> Marked(string text)
    {
        if (text.AsSpan().IndexOfAny(Marks) < 0) yield break;
        char? quote = null;
        var (start, marked) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            var mark = text[at];
            if (mark is ' ' or '\t' or '\n')
            {
                if (marked) yield return (start, at);
                (start, marked) = (at + 1, false);
            }

            if (quote is { } open)
            {
                if (mark == open) quote = null;
                continue;
            }

            if (mark is '\'' or '"' or '`') quote = mark;
            marked |= Quotes.Contains(mark) || Blanks.Contains(mark) || Dashes.Contains(mark) && BeginsOption(text, start, at);
        }

        if (marked) yield return (start, text.Length);
    }

    static bool BeginsOption(string text, int start, int at) =>
        (at == start || Dashes.Contains(text[at - 1]) || text[at - 1] is '-') && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);

    static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var mark in word.Where(mark => !Nothing.Contains(mark)))
            plain.Append(Dashes.Contains(mark) ? '-' : Blanks.Contains(mark) ? ' ' : mark is '“' or '”' or '„' or '‟' ? '"' : Quotes.Contains(mark) ? '\'' : mark);
        return plain.ToString();
    }

    static string Named(string word) =>
        string.Join(", ",
            word.Where(mark => Dashes.Contains(mark) || Quotes.Contains(mark) || Blanks.Contains(mark)).Distinct()
                .Select(mark => Blanks.Contains(mark) ? $"U+{(int)mark:X4}" : $"\"{mark}\""));

    const string Dashes = "–—−‐‑―";

    const string Quotes = "“”„‟‘’‚‛";

    const string Nothing = "\u200B\uFEFF";

    const string Blanks = "\u00A0\u2007\u2009\u202F" + Nothing;

    static readonly SearchValues<char> Marks = SearchValues.Create(Dashes + Quotes + Blanks);
}
