namespace Firstlook.Effects;

/// <summary>
/// Says what commands do. Total: any text gets an answer, and what is not understood is <see cref="Effect.Unknown"/>.
/// </summary>
public static class Classifier
{
    /// <summary>Splits a block into its commands, in order, and says what each does. Comments alone give an empty list.</summary>
    public static EquatableArray<Classified> Block(string source, Language language) =>
        source.Trim().Length == 0 ? [] : [Whole(source, language)];

    /// <summary>What running the whole text does, the worst of its commands: the answer of <c>firstlook classify</c> for one line.</summary>
    public static Classified Whole(string source, Language language) =>
        new(source, 0, source.Length, language, Effect.Unknown, EffectTags.None, $"no reader for {language.Word()} yet");
}
