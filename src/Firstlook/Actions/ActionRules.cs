using Firstlook.Effects;

namespace Firstlook.Actions;

/// <summary>Which approval each effect calls for. A read has no rule here: it runs by itself, or after one click.</summary>
/// <param name="BreakGlass">Whether a lone responder may, with a written reason, do what needs two people.</param>
public sealed record ActionRules(
    ApprovalRule Reversible, ApprovalRule Disruptive, ApprovalRule Unknown, ApprovalRule Destructive, bool BreakGlass, ProhibitionRule Prohibitions)
{
    /// <summary>What holds where the configuration says nothing (practice.md 4: a second person for what loses data; typing a name for what interrupts).</summary>
    public static ActionRules Default { get; } = new(
        ApprovalRule.OnePerson, ApprovalRule.OnePersonTyping, ApprovalRule.OnePersonTyping, ApprovalRule.TwoPeople, BreakGlass: true, ProhibitionRule.Warn);

    /// <summary>A command that merely reads is one person's click; what is not in the list of effects is held like what is not understood.</summary>
    public ApprovalRule For(Effect effect) => effect switch
    {
        Effect.None or Effect.Read => ApprovalRule.OnePerson,
        Effect.Reversible => Reversible,
        Effect.Disruptive => Disruptive,
        Effect.Destructive => Destructive,
        _ => Unknown,
    };

    /// <summary>Both at once: of each pair the one that holds more firmly.</summary>
    public ActionRules And(ActionRules other) => new(
        Reversible.Stricter(other.Reversible), Disruptive.Stricter(other.Disruptive), Unknown.Stricter(other.Unknown), Destructive.Stricter(other.Destructive),
        BreakGlass && other.BreakGlass, Prohibitions > other.Prohibitions ? Prohibitions : other.Prohibitions);

    /// <summary>Where it is milder than <see cref="Default"/>, each as words of the configuration: <c>destructive: one-person (default two-people)</c>.</summary>
    public IEnumerable<string> Milder()
    {
        foreach (var effect in (Effect[])[Effect.Reversible, Effect.Disruptive, Effect.Unknown, Effect.Destructive])
            if (For(effect) < Default.For(effect)) yield return $"{effect.Word()}: {For(effect).Word()} (default {Default.For(effect).Word()})";
    }
}

/// <summary>What a prohibition of the runbook does to an action that it names.</summary>
public enum ProhibitionRule
{
    /// <summary>It stands on the action, beside the button.</summary>
    Warn,

    /// <summary>Nobody can approve the action.</summary>
    Refuse,
}
