using Firstlook.Access;
using Firstlook.Effects;

namespace Firstlook.Actions;

/// <summary>How the undo of a command is prepared: which reads tell the state that it changes, and what of their answers makes the inverse.</summary>
public abstract class UndoPlan
{
    UndoPlan()
    {
    }

    /// <param name="why">For a person.</param>
    public sealed class None(string why) : UndoPlan
    {
        public string Why => why;
    }

    /// <param name="texts">Commands in the language of the action, each a read that no tag holds back.</param>
    public sealed class Reads(EquatableArray<string> texts, Func<EquatableArray<Captured>, Undoing> inverse, string text, Language language) : UndoPlan
    {
        public EquatableArray<string> Texts => texts;

        /// <summary>The inverse that restores what was captured. Whatever the target answered, it is one command like the action's own, or none.</summary>
        /// <param name="captured">One for each of <see cref="Texts"/>, in their order.</param>
        public Undoing Inverse(EquatableArray<Captured> captured)
        {
            if (captured.Count != texts.Count) return new Undoing.None("the state it changes could not be read");
            if (captured.FirstOrDefault(one => one.Lost is not null) is { } lost) return new Undoing.None($"the state it changes could not be kept: {lost.Lost}");
            return inverse(captured) is Undoing.Inverse prepared && Objection(prepared.Undo) is { } objection ? new Undoing.None(objection) : inverse(captured);
        }

        string? Objection(PreparedUndo undo) =>
            undo.Text == text ? "the state is already what it would set: there is nothing to undo"
            : undo.Text.Length > LongestText ? $"its inverse would have {undo.Text.Length} characters, at most {LongestText} can be looked at"
            : undo.Effect is Effect.Unknown or <= Effect.Read ? "its inverse would not be a command that is understood"
            : language == Language.Shell && ShellLine.Read(undo.Text, []) is null ? "its inverse would not be one command"
            : null;
    }

    /// <summary>Longest inverse, in UTF-16 units: who approves it has to be able to read it.</summary>
    public const int LongestText = 16 * 1024;

    /// <param name="told">How the runbook says that it is taken back; it counts where no exact inverse is known, since that restores what was there.</param>
    /// <returns>Reads whose every text is classified as a read that runs by itself; else none, with the reason.</returns>
    public static UndoPlan For(string text, Language language, EquatableArray<Binding> values, string? told = null)
    {
        var plan = Known(text, language, values);
        return plan is None && told is { Length: > 0 } ? new Reads([], _ => Undoing.Of(told, language, "as the runbook says"), text, language) : plan;
    }

    static UndoPlan Known(string text, Language language, EquatableArray<Binding> values)
    {
        var plan = Found(text, language, values);
        return plan is Reads reads && reads.Texts.FirstOrDefault(read => !Classifier.Whole(read, language).RunsByItself) is { } held
            ? new None($"the state it changes cannot be read by itself ({Classifier.Whole(held, language).Why})")
            : plan;
    }

    static UndoPlan Found(string text, Language language, EquatableArray<Binding> values)
    {
        switch (language)
        {
            case Language.Shell:
                return ShellLine.Read(text, values) is { } line ? ShellUndo.Of(text, line)
                    : Classifier.Acting(text, language) is { } acting && acting.Text != text ? Found(acting.Text, language, values)
                    : new None("it is not one plain command whose every word is known");
            case Language.Redis:
                return ShellLine.Split(text, values) is { } words && RedisUndo.Of(text, Language.Redis, [], words) is { } plan ? plan : new None(Unknown);
            case Language.Sql:
                return SqlUndo.Of(text, values);
            default:
                return new None($"no inverse of {language.Word()} is known");
        }
    }

    internal const string Unknown = "no command is known that exactly undoes it";

    internal static Reads Read(string text, Language language, EquatableArray<string> reads, Func<EquatableArray<Captured>, Undoing> inverse) =>
        new(reads, inverse, text, language);
}

/// <summary>What one read of the state returned.</summary>
/// <param name="Lines">Of standard output.</param>
/// <param name="Rows">Of SQL; null is null.</param>
/// <param name="Succeeded">False where it ended with an error, as <c>find</c> does for a file that is not there.</param>
/// <param name="Lost">Why the answer is not the whole truth (cut, masked, not reached); null where it is.</param>
public sealed record Captured(EquatableArray<string> Lines, EquatableArray<EquatableArray<string?>> Rows = default, bool Succeeded = true, string? Lost = null)
{
    /// <summary>The only line; null where there is none, or more than one.</summary>
    public string? Line => Lines is [var only] ? only : null;

    public string Text => string.Join('\n', Lines);
}

/// <summary>What came of preparing an undo.</summary>
public abstract record Undoing
{
    Undoing()
    {
    }

    public sealed record Inverse(PreparedUndo Undo) : Undoing;

    /// <param name="Why">For a person.</param>
    public sealed record None(string Why) : Undoing;

    internal static Undoing Of(string text, Language language, string sentence) => new Inverse(new PreparedUndo(text, Classifier.Whole(text, language).Effect, sentence));
}
