namespace Firstlook.Effects.Tools;

/// <summary>Why a call cannot be taken for a read.</summary>
/// <param name="IsUnlisted">True where all that is wrong is a word in no list: an option or a subcommand.</param>
internal sealed record Reason(string Text, bool IsUnlisted)
{
    public static implicit operator Reason?(string? text) => text is null ? null : new(text, false);

    public static Reason Unlisted(string text) => new(text, true);

    public Verdict Verdict => IsUnlisted ? Effects.Verdict.Unlisted(Text) : Effects.Verdict.Unknown(Text);
}
