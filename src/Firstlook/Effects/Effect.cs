namespace Firstlook.Effects;

/// <summary>
/// What running something does to the live system. The order is that of <see cref="EffectWords.Worst"/>:
/// composing commands never lowers it. <see cref="Unknown"/> stands above <see cref="Disruptive"/>, because
/// what is not understood must be held at least as firmly as what is understood to interrupt work.
/// </summary>
public enum Effect
{
    /// <summary>Nothing to run.</summary>
    None,

    /// <summary>Learns state and changes none.</summary>
    Read,

    /// <summary>Changes state in a way that an equal and opposite command undoes.</summary>
    Reversible,

    /// <summary>Interrupts work in flight, or service.</summary>
    Disruptive,

    /// <summary>Not parsed, not known, or dependent on a value that is not known. Never runs by itself.</summary>
    Unknown,

    /// <summary>Loses data, moves money, tells the public: cannot be undone.</summary>
    Destructive,
}

/// <summary>What else is to be known of a command, apart from its effect. A tagged read waits for one click.</summary>
[Flags]
public enum EffectTags
{
    None = 0,

    /// <summary>Its text or its output holds a secret.</summary>
    Secret = 1,

    /// <summary>It does not end by itself (<c>-f</c>, <c>ping</c> without <c>-c</c>).</summary>
    Hang = 2,

    /// <summary>It is heavy: a full scan, a backup, a large download.</summary>
    Cost = 4,

    /// <summary>It wants a person at a terminal.</summary>
    Interactive = 8,
}

public static class EffectWords
{
    /// <summary>The effect of doing both.</summary>
    public static Effect Worst(this Effect one, Effect other) => one > other ? one : other;

    /// <summary>The word of the public contract: <c>none</c>, <c>read</c>, <c>reversible</c>, <c>disruptive</c>, <c>destructive</c>, <c>unknown</c>.</summary>
    public static string Word(this Effect effect) => effect switch
    {
        Effect.None => "none",
        Effect.Read => "read",
        Effect.Reversible => "reversible",
        Effect.Disruptive => "disruptive",
        Effect.Destructive => "destructive",
        _ => "unknown",
    };

    /// <summary>The words of the public contract, in a fixed order: <c>secret</c>, <c>hang</c>, <c>cost</c>, <c>interactive</c>.</summary>
    public static IEnumerable<string> Words(this EffectTags tags)
    {
        if (tags.HasFlag(EffectTags.Secret)) yield return "secret";
        if (tags.HasFlag(EffectTags.Hang)) yield return "hang";
        if (tags.HasFlag(EffectTags.Cost)) yield return "cost";
        if (tags.HasFlag(EffectTags.Interactive)) yield return "interactive";
    }
}
