using Firstlook.Effects;
using Firstlook.Effects.Tools;
using Firstlook.Runbooks;

namespace Firstlook.Access;

/// <summary>Decides whether a command may run as a read, and issues the permit. The only place where one is made.</summary>
public static class ReadPolicy
{
    /// <param name="values">Values for its inputs; one that is missing refuses.</param>
    /// <param name="limits">Where the target has none of its own.</param>
    /// <param name="clicked">True where a person asked for this command: then tags do not hold it back. An effect above read is refused either way.</param>
    /// <param name="before">Text of the commands of the same block that it depends on, in order.</param>
    /// <param name="tools">The programs that are known to the team whose runbook it is; the product's own where null.</param>
    public static ReadDecision Decide(CommandId id, Command command, Target target, EquatableArray<Binding> values, Limits limits, bool clicked,
        EquatableArray<string> before = default, Toolset? tools = null)
    {
        // The runbook's record says what it is; what runs is classified here once more, so that no stale or forged record can pass.
        var rewrites = command.Language == Language.Shell ? Rewrites.Of(command.Text) : [];
        var text = rewrites.IsEmpty ? command.Text : rewrites[^1].Text;
        var verdict = Classifier.Whole(text, command.Language, tools);
        if (verdict.Effect != Effect.Read) return new ReadDecision.Refused($"waits for approval: {verdict.Effect.Word()}, {verdict.Why}");
        if (before.AsSpan().ToArray().FirstOrDefault(text => Classifier.Whole(text, command.Language, tools).Effect > Effect.Read) is { } unsafeBefore)
            return new ReadDecision.Refused($"uses what an earlier command sets, and that is no read: {unsafeBefore}");
        var missing = command.Inputs.Where(name => values.All(value => value.Name != name) && !IsSet(name, command, target)).ToArray();
        if (missing.Length > 0) return new ReadDecision.Refused($"needs a value: {string.Join(", ", missing)}");
        if (verdict.Tags != EffectTags.None && !clicked) return new ReadDecision.Refused($"{Waiting.ForClick}: {string.Join(", ", verdict.Tags.Words())}");
        return new ReadDecision.Permitted(new ReadPermit(id, text, rewrites.IsEmpty ? null : string.Join("; ", rewrites.Select(rewrite => rewrite.Sentence)),
            command.Language, target, values, target.Limits ?? limits, before, clicked));
    }

    // A variable that the target's environment sets and its configuration lends to reads; "<CACHE_HOST>" of the same name is for a person to fill in.
    static bool IsSet(string name, Command command, Target target) =>
        command.Language == Language.Shell && target.Variables.AsSpan().Contains(name)
        && (command.Text.Contains($"${name}", StringComparison.Ordinal) || command.Text.Contains($"${{{name}", StringComparison.Ordinal))
        && !command.Text.Contains($"<{name}>", StringComparison.Ordinal) && !command.Text.Contains($"[{name}]", StringComparison.Ordinal)
            && !command.Text.Replace($"${{{name}}}", "", StringComparison.Ordinal).Contains($"{{{name}}}", StringComparison.Ordinal);
}

public abstract record ReadDecision
{
    ReadDecision()
    {
    }

    public sealed record Permitted(ReadPermit Permit) : ReadDecision;

    /// <param name="Reason">For a person: what holds it.</param>
    public sealed record Refused(string Reason) : ReadDecision;
}
