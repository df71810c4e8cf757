using Firstlook.Effects.Blocks;
using Firstlook.Effects.Tools;

namespace Firstlook.Effects;

/// <summary>
/// Says what commands do. Total: any text gets an answer, and what is not understood is <see cref="Effect.Unknown"/>.
/// Pure and free of state: it may be called from many threads at once.
/// </summary>
public static class Classifier
{
    /// <summary>Longer texts are one unknown command: nobody writes them, and nobody could read them before approving.</summary>
    public const int LongestText = 256 * 1024;

    /// <summary>Splits a block into its commands, in order, and says what each does. Comments alone give an empty list.</summary>
    /// <param name="tools">The programs that are known; the product's own where null.</param>
    public static EquatableArray<Classified> Block(string source, Language language, Toolset? tools = null)
    {
        tools ??= Toolset.BuiltIn;
        if (source.Length > LongestText) return [Oversized(source, language)];
        return language switch
        {
            // Cmdlets and calls of mongosh are told in a shell's fence, too; no shell takes either for a program.
            Language.Shell when Code.MongoCode.Speaks(source) => CodeBlock.Commands(source, Language.JavaScript, tools),
            Language.Shell when TypedQueries.LanguageOf(source) is { } query => Block(source, query, tools),
            Language.Shell when DeviceLine.Unreadable(source, tools) is { } quoted =>
                [Classify(source, 0, source.Length, Language.Shell, Whole(quoted, Language.Shell, tools) is var judged ? VerdictOf(judged) : default)],
            Language.Shell => PowerShell.PowerShellJudge.Speaks(source) ? TextBlocks.PowerShell(source, tools) : ShellBlock.Commands(source, tools),
            Language.Python or Language.TypeScript or Language.JavaScript or Language.Ruby => CodeBlock.Commands(source, language, tools),
            Language.Sql => TextBlocks.Sql(source),
            Language.PromQl or Language.LogQl => TextBlocks.Query(source, language),
            Language.Kql or Language.LogsInsights or Language.Spl => TextBlocks.Piped(source, language),
            Language.Flux => TextBlocks.Flux(source),
            Language.Redis => TextBlocks.Redis(source),
            Language.Http => TextBlocks.Http(source),
            Language.PowerShell => TextBlocks.PowerShell(source, tools),
            _ when language.IsInert() => [],
            _ => source.Trim().Length == 0 ? [] : [Classify(source, 0, source.Length, language, Verdict.Unknown("no reader for the language"))],
        };
    }

    /// <summary>What running the whole text does, the worst of its commands: the answer of <c>firstlook classify</c> for one line.</summary>
    public static Classified Whole(string source, Language language, Toolset? tools = null)
    {
        if (source.Length > LongestText) return Oversized(source, language);
        var commands = Block(source, language, tools);
        if (commands.Count == 1 && commands[0].Length == source.Length) return commands[0];
        if (commands.IsEmpty) return Classify(source, 0, source.Length, language, new Verdict(Effect.None, EffectTags.None, "there is nothing to run"));
        var verdict = VerdictOf(commands[0]);
        foreach (var command in commands.Skip(1)) verdict = verdict.And(VerdictOf(command));
        var reads = commands.SelectMany(command => command.Reads).Distinct(StringComparer.Ordinal);
        return Classify(source, 0, source.Length, language, verdict) with { Reads = reads.ToEquatableArray() };
    }

    /// <summary>
    /// The one command of the text that changes something, where all others only read and leave it nothing that it would run with: what shows what the command
    /// touches, or takes it back, does so for the text.
    /// </summary>
    /// <returns>The whole text where it is one command; null where it changes more than one thing, or nothing.</returns>
    public static Classified? Acting(string source, Language language, Toolset? tools = null)
    {
        var commands = source.Length > LongestText ? [] : Block(source, language, tools);
        return commands.Where(command => command.Effect > Effect.Read).Take(2).ToArray() is [var only]
            && commands.All(command => command == only || command is { Effect: Effect.Read, Sets: false })
            ? only : null;
    }

    static Verdict VerdictOf(Classified command) => new(command.Effect, command.Tags, command.Why);

    internal static Classified Classify(string source, int start, int end, Language language, Verdict verdict) =>
        new(source[start..end], start, end - start, language, verdict.Effect, verdict.Tags, verdict.Reason);

    static Classified Oversized(string source, Language language) =>
        Classify(source, 0, source.Length, language, Verdict.Unknown($"longer than {LongestText / 1024} KiB"));
}
