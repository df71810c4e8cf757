using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// What another machine answers, or anybody's file holds, where bash evaluates it: <c>$(( $(curl http://h/) + 1 ))</c> runs what stands in a subscript of the
/// answer, and so do <c>((x))</c> and <c>[[ $x -gt 1 ]]</c> (bash(1), "ARITHMETIC EVALUATION").
/// </summary>
internal static partial class EvaluatedAnswers
{
    /// <summary>Whether an expression is put together of such an answer.</summary>
    public static bool Within(string expression, EquatableArray<WordPart> inner, Scope scope) =>
        IsTold(inner, scope)
            || scope.Foreign.Count + scope.Told.Count > 0 && ArithmeticNames.In(expression).Any(name => scope.Foreign.Contains(name) || scope.Told.Contains(name));

    public static bool IsForeign(EquatableArray<WordPart> parts, Scope scope) => Is(parts, scope, told: false);

    /// <summary>Whether what stands there is text that others may have written: such an answer, or what a log, a database or a name server holds.</summary>
    public static bool IsTold(EquatableArray<WordPart> parts, Scope scope) => Is(parts, scope, told: true);

    static bool Is(EquatableArray<WordPart> parts, Scope scope, bool told)
    {
        foreach (var part in parts)
        {
            if (part switch
                {
                    CommandSubstitution substitution => Answers(substitution.Body, scope, told),
                    ProcessSubstitution substitution => Answers(substitution.Body, scope, told),
                    DoubleQuoted quoted => Is(quoted.Parts, scope, told),
                    Variable variable =>
                        (told ? Contents.AreTold(variable.Name, scope) : Contents.AreForeign(variable.Name, scope)) || Is(variable.Inner, scope, told),
                    _ => false,
                }) return true;
        }

        return false;
    }

    /// <summary>Whether such an answer comes out at the end of what is run.</summary>
    static bool Answers(ShellList body, Scope scope, bool told)
    {
        foreach (var pipeline in body.Items.SelectMany(item => item.Command.Pipelines))
        {
            var foreign = false;
            foreach (var command in pipeline.Commands) foreign = GoesThrough(command, foreign, scope, told);
            if (foreign) return true;
        }

        return false;
    }

    /// <summary>Whether such an answer comes out of a command of a pipeline.</summary>
    /// <param name="foreign">Whether one is fed to it.</param>
    /// <param name="told">Whether text of logs, databases and name servers counts, too.</param>
    public static bool GoesThrough(ShellCommand command, bool foreign, Scope scope, bool told = false)
    {
        foreign |= command.Redirections.Any(redirection =>
            redirection.Operator == RedirectionOperator.Input
                && (IsAnybodys(redirection.Target.Constant) || told && ToldTexts.AreIn(redirection.Target.Constant) || Is(redirection.Target.Parts, scope, told)));
        if (command is not SimpleCommand simple)
        {
            ShellTree.Visit(command, inner => foreign |= inner is SimpleCommand asked
                && (Asks(asked) || told && ToldTexts.Print(asked) || asked.Words.Any(word => IsAnybodys(word.Constant))));
            return foreign;
        }

        if (simple.Words.IsEmpty) return foreign;
        if (Asks(simple) || told && ToldTexts.Print(simple)) return true;
        if (simple.Words[0].Constant is { } called && scope.Functions.TryGetValue(called, out var function) && (function.Answers || told && function.Tells)) return true;
        var open = simple.Words.Any(word => IsAnybodys(word.Constant) || told && ToldTexts.AreIn(word.Constant));
        // Where anybody may write, the names of files are anybody's, too.
        if (told && simple.Words[0].Constant is "ls" or "find" && simple.Words.Any(word => IsAnybodys(word.Constant))) return true;
        return (foreign || open || simple.Words.Any(word => Is(word.Parts, scope, told))) && (Passes(simple) || told && PickedTexts.Print(simple));
    }

    /// <summary>A file where anybody may write.</summary>
    public static bool IsAnybodys(string? file) => OpenFolders.Has(file);

    /// <summary>curl(1), -w: its own numbers are printed.</summary>
    public static bool Asks(SimpleCommand command) =>
        command.Words.Any(word => word.Constant is "curl" or "wget" or "nc" or "ncat" or "http" or "xh")
            && !command.Words.Any(word => word.Constant is ['-', 'w', ..] or ['-', 's', 'w', ..] or "--write-out");

    /// <summary>Programs that print the lines they read, or parts of them; what is counted is a number.</summary>
    static readonly FrozenSet<string> Passing = FrozenSet.Create(StringComparer.Ordinal,
        "cat", "tac", "head", "tail", "rev", "sort", "uniq", "tr", "sed", "cut", "tee", "fold", "nl", "expand", "unexpand", "column", "paste", "xargs", "iconv",
            "strings", "grep", "egrep", "fgrep", "zcat", "gunzip", "gzip", "base64", "echo", "printf", "dd", "fmt", "pr", "timeout", "sudo", "nice", "stdbuf", "env",
            "command");

    static bool Passes(SimpleCommand command) =>
        command.Words[0].Constant is not { } name
            || Passing.Contains(name[(name.LastIndexOf('/') + 1)..]) && !command.Words.Skip(1).Any(word => word.Constant is { } text && Numbers().IsMatch(text));

    // tr -dc 0-9, sed 's/[^0-9]//g', grep -c, grep -o '[0-9]*'
    [GeneratedRegex(@"^-(dc|cd|[a-zA-Z]{0,4}c)$|^--count$|\[\^\\?0-9.?\]|^(\[0-9\]|\\d)[+*]?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
