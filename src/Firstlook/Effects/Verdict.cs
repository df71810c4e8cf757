namespace Firstlook.Effects;

/// <summary>What a piece of a command does. Composing verdicts never lowers the effect and never drops a tag.</summary>
/// <param name="Why">Names the deciding token, for a person.</param>
internal readonly record struct Verdict(Effect Effect, EffectTags Tags, string Why)
{
    /// <summary>True where it is unknown for one reason: a word that should name an option or a subcommand stands in no list of theirs.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>For a person, who is never left without one.</summary>
    public string Reason => Why.Length > 0 ? Why : "it only reads";

    public static Verdict Read(string why, EffectTags tags = EffectTags.None) => new(Effect.Read, tags, why);

    public static Verdict Unknown(string why, EffectTags tags = EffectTags.None) => new(Effect.Unknown, tags, why);

    public static Verdict Unlisted(string why) => new(Effect.Unknown, EffectTags.None, why) { IsUnlisted = true };

    public static Verdict Destructive(string why, EffectTags tags = EffectTags.None) => new(Effect.Destructive, tags, why);

    public static Verdict Disruptive(string why, EffectTags tags = EffectTags.None) => new(Effect.Disruptive, tags, why);

    public static Verdict Reversible(string why, EffectTags tags = EffectTags.None) => new(Effect.Reversible, tags, why);

    /// <summary>Doing both: the worse effect and its reason (the first one's where they are equal), the tags of both.</summary>
    public Verdict And(Verdict other) => other.Effect > Effect ? other with { Tags = Tags | other.Tags } : this with { Tags = Tags | other.Tags };

    public Verdict And(EffectTags tags) => this with { Tags = Tags | tags };
}
