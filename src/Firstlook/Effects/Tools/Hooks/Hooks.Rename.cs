using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>rename(1), of which two programs have the name.</summary>
internal static partial class Hooks
{
    /// <summary>Options come first; the expression is code of Perl to one of the two programs.</summary>
    static Verdict Rename(Invocation call, Parsed parsed)
    {
        if (AsksForHelp(call)) return Verdict.Read("it shows help");
        var shows = call.Words.Skip(1).TakeWhile(word => word.IsOption)
            .Any(word => word.Text is "--nono" or "--no-act" or "--dry-run" or "--just-print" || word.Text is ['-', not '-', ..] && word.Text.Contains('n'));
        return shows && parsed.Operands is [{ Known: true } expression, ..] && PlainSubstitution().IsMatch(expression.Text)
            ? Verdict.Read("'-n' shows what it would rename") : Verdict.Destructive("it renames many files");
    }

    // One replacement of letters by letters: no variable, no group, no escape but that of a sign, so that no code can stand in it.
    [GeneratedRegex(@"\As/\^?(?:[\w .+*-]|\\[.+*-])+\$?/[\w .-]*/[gi]*\z")]
    private static partial Regex PlainSubstitution();
}
