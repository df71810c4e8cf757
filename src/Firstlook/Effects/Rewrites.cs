namespace Firstlook.Effects;

/// <summary>The short list of rewrites that a read may undergo; each is shown, and its result is classified again.</summary>
public static class Rewrites
{
    /// <returns>The text unchanged and no sentence where no rule applies.</returns>
    public static Rewritten Apply(string text, Language language) => new(text, null);
}

/// <param name="Sentence">What was changed and why, for a person; null where nothing was.</param>
public sealed record Rewritten(string Text, string? Sentence);
