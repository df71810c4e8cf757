namespace Firstlook.Effects.Shell;

/// <summary>Walks over everything that stands in a tree, substitutions included.</summary>
public static class ShellTree
{
    /// <param name="onCommand">Called for each command before those inside it.</param>
    /// <param name="onPart">Called for each part of each word, those inside quotes and expansions included.</param>
    public static void Visit(ShellList list, Action<ShellCommand> onCommand, Action<WordPart>? onPart = null)
    {
        foreach (var item in list.Items)
        {
            foreach (var pipeline in item.Command.Pipelines)
            {
                foreach (var command in pipeline.Commands) Visit(command, onCommand, onPart);
            }
        }
    }

    public static void Visit(ShellCommand command, Action<ShellCommand> onCommand, Action<WordPart>? onPart = null)
    {
        onCommand(command);
        foreach (var redirection in command.Redirections)
        {
            Visit(redirection.Target.Parts, onCommand, onPart);
            if (redirection.Document is { } body) Visit(body.Parts, onCommand, onPart);
        }
        switch (command)
        {
            case SimpleCommand simple:
                foreach (var assignment in simple.Assignments)
                {
                    if (assignment.Value is { } value) Visit(value.Parts, onCommand, onPart);
                    if (assignment.Elements is { } elements) Visit(elements, onCommand, onPart);
                }
                Visit(simple.Words, onCommand, onPart);
                break;
            case Subshell group: Visit(group.Body, onCommand, onPart); break;
            case BraceGroup group: Visit(group.Body, onCommand, onPart); break;
            case ForLoop loop:
                if (loop.Words is { } words) Visit(words, onCommand, onPart);
                Visit(loop.Body, onCommand, onPart);
                break;
            case ArithmeticFor loop:
                Visit(loop.Header.Inner, onCommand, onPart);
                Visit(loop.Body, onCommand, onPart);
                break;
            case WhileLoop loop:
                Visit(loop.Condition, onCommand, onPart);
                Visit(loop.Body, onCommand, onPart);
                break;
            case IfCommand branches:
                foreach (var branch in branches.Branches)
                {
                    Visit(branch.Condition, onCommand, onPart);
                    Visit(branch.Body, onCommand, onPart);
                }
                if (branches.Else is { } otherwise) Visit(otherwise, onCommand, onPart);
                break;
            case CaseCommand choice:
                Visit(choice.Subject.Parts, onCommand, onPart);
                foreach (var item in choice.Items)
                {
                    Visit(item.Patterns, onCommand, onPart);
                    Visit(item.Body, onCommand, onPart);
                }
                break;
            case FunctionDefinition function: Visit(function.Body, onCommand, onPart); break;
            case ConditionalExpression condition: Visit(condition.Words, onCommand, onPart); break;
            case ArithmeticCommand arithmetic: Visit(arithmetic.Expression.Inner, onCommand, onPart); break;
        }
    }

    static void Visit(EquatableArray<Word> words, Action<ShellCommand> onCommand, Action<WordPart>? onPart)
    {
        foreach (var word in words) Visit(word.Parts, onCommand, onPart);
    }

    static void Visit(EquatableArray<WordPart> parts, Action<ShellCommand> onCommand, Action<WordPart>? onPart)
    {
        foreach (var part in parts)
        {
            onPart?.Invoke(part);
            switch (part)
            {
                case DoubleQuoted quoted: Visit(quoted.Parts, onCommand, onPart); break;
                case Variable variable: Visit(variable.Inner, onCommand, onPart); break;
                case Arithmetic arithmetic: Visit(arithmetic.Inner, onCommand, onPart); break;
                case CommandSubstitution substitution: Visit(substitution.Body, onCommand, onPart); break;
                case ProcessSubstitution substitution: Visit(substitution.Body, onCommand, onPart); break;
            }
        }
    }
}
