using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects.Tools;

/// <summary>bash(1), "trap": a text that runs when a signal comes, or the shell ends.</summary>
internal static partial class Hooks
{
    /// <summary>Without a text, or with <c>-p</c> and <c>-l</c>, it lists; <c>-</c> takes it back. What is to run later is a read where it only says something.</summary>
    static Verdict Trap(Invocation call, Parsed parsed) => parsed.Operands switch
    {
        [] or [{ Text: "-p" or "-l" }, ..] => Verdict.Read("it lists traps"),
        [{ Text: "-" }, _, ..] when AreSignals(parsed.Operands) => Verdict.Read("it takes traps back"),
        [{ Known: true } text, _, ..] when AreSignals(parsed.Operands) && OnlySays(text.Text, call.Scope) => CommandJudge.Script(text.Text, call),
        _ => Verdict.Unknown("a trap runs its text later"),
    };

    static bool AreSignals(List<Argument> operands) => operands.Skip(1).All(operand => operand.Known && Signal().IsMatch(operand.Text));

    /// <summary>
    /// Whether a text prints constants, and ends the shell, and does no more. It runs where what is set, opened or named since then may make another thing of any other word,
    /// and no function may stand for one of these.
    /// </summary>
    static bool OnlySays(string text, Scope scope)
    {
        if (scope.Shadowed.Count > 0 || scope.Source is not { } source) return false;
        var says = true;
        ShellTree.Visit(source, command => says &= command is not FunctionDefinition);
        var reading = ShellParser.Parse(text);
        says &= !reading.List.Items.IsEmpty && reading.Problems.IsEmpty;
        if (says) ShellTree.Visit(reading.List, command => says &= Says(command), part => says &= IsWritten(part));
        return says;
    }

    static bool Says(ShellCommand command) =>
        command is SimpleCommand { Assignments.IsEmpty: true, Words: [{ Constant: "echo" or "printf" or "exit" or ":" or "true" } name, ..] } simple
            && command.Redirections.All(redirection => redirection is { Operator: RedirectionOperator.DuplicateOutput, Descriptor: null or 1, Target.Constant: "2" })
            && !(name.Constant == "printf" && simple.Words is [_, { Constant: null or ['-', ..] }, ..]);

    static bool IsWritten(WordPart part) =>
        part is Literal or SingleQuoted or DoubleQuoted or Variable { Operation: "", Name: "?" or "0" or "LINENO" or "SECONDS" or "BASH_COMMAND" };

    [GeneratedRegex(@"^(\d{1,2}|(SIG)?[A-Z]+\d?)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Signal();
}
