using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Looks;

/// <summary>What of a step runs, is approved and is hashed as one.</summary>
public static class Units
{
    /// <summary>Languages whose statements share one interpreter, so that a statement alone means nothing.</summary>
    public static bool IsCode(Language language) => language is Language.Python or Language.TypeScript or Language.JavaScript or Language.Ruby;

    /// <returns>
    /// Each read of the step, and what else it does as <see cref="Acts"/> puts it together; of a code block the whole block as one command, but for commands of
    /// another language that stand in it (a shell command in a Python fence).
    /// </returns>
    public static EquatableArray<Unit> Of(Step step)
    {
        if (step.Manual || step.Commands.IsEmpty) return [];
        if (!IsCode(step.Language))
            return Acts.Of(step).ToEquatableArray();
        var code = step.Commands.Where(command => IsCode(command.Language)).ToArray();
        if (code.Length == step.Commands.Count) return [new Unit(new CommandId(step.Id, 0), step, Block(step, code, step.Text))];
        var first = step.Commands.ToList().FindIndex(command => IsCode(command.Language));
        return step.Commands
            .Select((command, index) => index == first ? Block(step, code, string.Join('\n', code.Select(one => one.Text))) : command)
            .Select((command, index) => new Unit(new CommandId(step.Id, index), step, command))
            .Where(unit => unit.Id.Index == first || !IsCode(unit.Command.Language)).ToEquatableArray();
    }

    /// <param name="code">Of the step's commands, those that are code.</param>
    static Command Block(Step step, Command[] code, string text)
    {
        var whole = Classifier.Whole(text, step.Language);
        // What runs is the block, so the block's own verdict counts too: a part that is understood never lowers a whole that is not.
        var effect = code.Aggregate(whole.Effect, (worst, command) => worst.Worst(command.Effect));
        var tags = code.Aggregate(whole.Tags, (all, command) => all | command.Tags);
        var decisive = code.FirstOrDefault(command => command.Effect == effect);
        return new Command(
            text, step.Line + 1, step.Language, effect, tags, decisive?.Why ?? whole.Why, step.Title,
            code.SelectMany(command => command.Inputs).Distinct().ToEquatableArray(), [], code.Select(command => command.Hint).FirstOrDefault(hint => hint is not null));
    }
}

/// <summary>A command with its place.</summary>
public sealed record Unit(CommandId Id, Step Step, Command Command);
