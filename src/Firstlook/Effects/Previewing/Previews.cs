namespace Firstlook.Effects;

/// <summary>A read that shows what a command would touch.</summary>
/// <param name="Text">Classified as a read by the same rules, or the preview would not exist.</param>
/// <param name="Sentence">For the page: what the preview shows.</param>
public sealed record Preview(string Text, Language Language, string Sentence);

/// <summary>Safe previews of commands that are held. A preview that would not itself be a read is never offered.</summary>
public static class Previews
{
    /// <returns>Null where no preview is known.</returns>
    public static Preview? Of(Classified command)
    {
        if (command.Effect <= Effect.Read) return null;
        var preview = command.Language switch
        {
            Language.Sql => SqlPreview.Of(command.Text),
            Language.Shell =>
                ShellPreviews.Of(command.Text)
                    ?? (Classifier.Acting(command.Text, Language.Shell) is { } acting && acting.Text != command.Text ? ShellPreviews.Of(acting.Text) : null),
            Language.Redis => Redis(command.Text),
            _ => null,
        };
        return preview is not null && Classifier.Whole(preview.Text, preview.Language).Effect == Effect.Read ? preview : null;
    }

    static Preview? Redis(string text)
    {
        var words = Effects.Redis.RedisJudge.Words(text);
        return words.Count > 0 && RedisPreview.Ask(words[0], words.ElementAtOrDefault(1) ?? "", string.Join(' ', words.Skip(1))) is { } ask
            ? new Preview(ask.Command, Language.Redis, ask.Sentence) : null;
    }
}
