using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Programs that are given a text of Perl: perl itself, and the rename that comes with it.</summary>
internal static partial class Hooks
{
    /// <summary>perlrun(1): with <c>-n</c> or <c>-p</c> the operands are opened as a shell would, so a name may be a command (<c>x|</c>) or an output (<c>&gt;x</c>).</summary>
    /// <returns>Null for what is not plainly a program that prints.</returns>
    static Verdict? PerlProgram(List<Argument> words)
    {
        string? script = null;
        var at = 0;
        for (; at < words.Count && words[at].IsOption; at++)
        {
            if (!words[at].Known) return null;
            var flags = PerlFlags().Match(words[at].Text);
            if (!flags.Success) return null;
            if (!flags.Groups["script"].Success) continue;
            if (script is not null || ++at >= words.Count || !words[at].Known) return null;
            script = words[at].Text;
        }
        return script is not null && words.Skip(at).All(word => PerlFile().IsMatch(word.Text)) && PerlScript.OnlyPrints(script) ? Verdict.Read("the program computes over lines, and prints") : null;
    }

    // Of -F the value is put into a call of split as it stands.
    [GeneratedRegex(@"^-(?:[anpw]|l[0-7]*|0[0-7]*)*(?:(?<script>[eE])|F(?:/[^/(){}$@'""`]+/|[^/(){}$@'""`]+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex PerlFlags();

    [GeneratedRegex(@"^[\w/.](?:.*[\w.])?$", RegexOptions.Singleline)]
    private static partial Regex PerlFile();

    /// <summary>rename(1): options come first; the expression is code to one of the two programs of that name.</summary>
    static Verdict Rename(Invocation call, Parsed parsed)
    {
        if (AsksForHelp(call)) return Verdict.Read("it shows help");
        var shows = call.Words.Skip(1).TakeWhile(word => word.IsOption).Any(word => word.Text is "--nono" or "--no-act" or "--dry-run" or "--just-print" || word.Text is ['-', not '-', ..] && word.Text.Contains('n'));
        return shows && parsed.Operands is [{ Known: true } expression, ..] && PerlScript.IsSubstitution(expression.Text) ? Verdict.Read("'-n' shows what it would rename") : Verdict.Destructive("it renames many files");
    }
}
