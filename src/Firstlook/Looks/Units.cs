using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Looks;

/// <summary>What of a step runs, is approved and is hashed as one.</summary>
public static class Units
{
    /// <summary>Languages whose statements share one interpreter, so that a statement alone means nothing.</summary>
    public static bool IsCode(Language language) => language is Language.Python or Language.TypeScript or Language.JavaScript or Language.Ruby;

    /// <returns>Each command of the step; of a code block the whole block as one command.</returns>
    public static EquatableArray<Unit> Of(Step step)
    {
        if (step.Manual || step.Commands.IsEmpty) return [];
        if (!IsCode(step.Language))
            return step.Commands.Select((command, index) => new Unit(new CommandId(step.Id, index), step, command)).ToEquatableArray();
        var whole = Classifier.Whole(step.Text, step.Language);
        // What runs is the block, so the block's own verdict counts too: a part that is understood never lowers a whole that is not.
        var effect = step.Commands.Aggregate(whole.Effect, (worst, command) => worst.Worst(command.Effect));
        var tags = step.Commands.Aggregate(whole.Tags, (all, command) => all | command.Tags);
        var decisive = step.Commands.FirstOrDefault(command => command.Effect == effect);
        var block = new Command(
            step.Text, step.Line + 1, step.Language, effect, tags, decisive?.Why ?? whole.Why, step.Title,
            step.Commands.SelectMany(command => command.Inputs).Distinct().ToEquatableArray(), [], step.Commands.Select(command => command.Hint).FirstOrDefault(hint => hint is not null));
        return [new Unit(new CommandId(step.Id, 0), step, block)];
    }
}

/// <summary>A command with its place.</summary>
public sealed record Unit(CommandId Id, Step Step, Command Command);
