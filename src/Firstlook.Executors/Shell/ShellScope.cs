using Firstlook.Access;
using Firstlook.Effects.Shell;

namespace Firstlook.Executors.Shell;

/// <summary>What of the shell language the interpreter runs. Asked before anything starts, so that a text is run whole or not at all.</summary>
internal static class ShellScope
{
    /// <returns>The first thing in it that is not run here, for a person; null where all of it is.</returns>
    public static string? Objection(ShellReading reading) =>
        reading.Problems.IsEmpty ? Objection(reading.List) : $"the shell would not read it as we do: {reading.Problems[0].Message}";

    static string? Objection(ShellList list) => First(list.Items, item => item.Background
        ? "a program in the background (&)"
        : First(item.Command.Pipelines, Objection));

    static string? Objection(Pipeline pipeline) => pipeline.Timed
        ? "time"
        : ReadLoop.Of(pipeline) is { } loop ? Objection(loop, pipeline)
        : Objection(pipeline.Commands[0], alone: true) ?? First(pipeline.Commands.Skip(1).ToEquatableArray(), command => Objection(command, alone: false))
            ?? AssignmentIn(pipeline);

    static string? Objection(ReadLoop loop, Pipeline pipeline) =>
        (loop.Source is null ? Objection(pipeline with { Commands = pipeline.Commands.SkipLast(1).ToEquatableArray() })
            : pipeline.Commands.Count > 1 ? "a loop that is given two inputs"
            : Objection(loop.Source))
        ?? Objection(loop.Body);

    static string? Objection(ShellCommand command, bool alone) => command switch
    {
        SimpleCommand { Words.IsEmpty: true } when !alone => "an assignment inside a pipeline",
        SimpleCommand simple => First(simple.Assignments, Objection) ?? First(simple.Words, Objection) ?? First(simple.Redirections, Objection),
        Unreadable unreadable => unreadable.Problem,
        FunctionDefinition function => $"a function ({function.Name})",
        ArithmeticCommand or ArithmeticFor => "arithmetic",
        _ when !alone => $"{Name(command)} inside a pipeline",
        _ when !command.Redirections.IsEmpty => $"a redirection of {Name(command)}",
        ForLoop { Select: true } or ForLoop { Words: null } => "a loop that asks a person",
        ForLoop loop => First(loop.Words!.Value, Objection) ?? Objection(loop.Body),
        IfCommand branches =>
            First(branches.Branches, branch => Objection(branch.Condition) ?? Objection(branch.Body)) ?? (branches.Else is { } otherwise ? Objection(otherwise) : null),
        WhileLoop loop => Objection(loop.Condition) ?? Objection(loop.Body),
        CaseCommand choice => Objection(choice.Subject) ?? First(choice.Items, item => First(item.Patterns, Objection) ?? Objection(item.Body)),
        ConditionalExpression condition =>
            condition.Words.Any(word => word.IsBare && word.Constant is "-v" or "-R" or "-o" or "-t")
                ? "a test of the shell itself in [[ ]]" : First(condition.Words, Objection),
        BraceGroup group => Objection(group.Body),
        Subshell subshell => Objection(subshell.Body),
        _ => Name(command),
    };

    /// <summary>Where a pipe follows, an assignment would be a subshell's own.</summary>
    static string? AssignmentIn(Pipeline pipeline) => pipeline.Commands is [SimpleCommand { Words.IsEmpty: true }, _, ..] ? "an assignment inside a pipeline" : null;

    static string Name(ShellCommand command) => command switch
    {
        WhileLoop => "a while loop",
        CaseCommand => "a case",
        ConditionalExpression => "[[ ]]",
        ForLoop => "a for loop",
        IfCommand => "an if",
        _ => "a group of commands",
    };

    static string? Objection(Assignment assignment) =>
        assignment.Subscript is not null || assignment.Elements is not null || assignment.Append ? $"an array or += ({assignment.Name})"
        : assignment.Value is { } value ? Objection(value)
        : null;

    static string? Objection(Word word) => First(word.Parts, Objection);

    static string? Objection(WordPart part) => part switch
    {
        DoubleQuoted quoted => First(quoted.Parts, Objection),
        CommandSubstitution substitution => Objection(substitution.Body),
        ProcessSubstitution => "a process substitution",
        Arithmetic => "arithmetic",
        Variable { Operation: not ("" or "#") } variable when Expansion.Default(variable) is null => $"the expansion ${{{variable.Name}{variable.Operation}}}",
        _ => null,
    };

    static string? Objection(Redirection redirection)
    {
        if (redirection.DescriptorVariable is not null || redirection.Descriptor > 2) return "a redirection of a descriptor above 2";
        return Objection(redirection.Target) ?? (redirection.Operator switch
        {
            // Only bash opens those: another program would find no such file.
            RedirectionOperator.Input when redirection.Target.Parts is [Literal { Text: var path }, ..] && path.StartsWith("/dev/tcp/", StringComparison.Ordinal) =>
                "a connection through /dev/tcp outside 'bash -c'",
            RedirectionOperator.Input or RedirectionOperator.HereString => null,
            RedirectionOperator.HereDocument => redirection.Document is { } document ? Objection(document) : null,
            RedirectionOperator.DuplicateOutput when redirection.Target.Constant is "1" or "2" or "/dev/null" => null,
            RedirectionOperator.DuplicateInput => "a duplicated input",
            RedirectionOperator.ReadWrite => "<>",
            _ when redirection.Target.Constant == "/dev/null" => null,
            _ => "writing to a file",
        });
    }

    static string? First<T>(EquatableArray<T> items, Func<T, string?> objection)
    {
        foreach (var item in items)
        {
            if (objection(item) is { } found) return found;
        }

        return null;
    }
}
