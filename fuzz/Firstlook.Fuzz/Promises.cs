using System.Diagnostics;
using Firstlook.Effects;

namespace Firstlook.Fuzz;

/// <summary>What <see cref="Classifier"/> promises of any text.</summary>
static class Promises
{
    /// <param name="patience">How long one text may take; null where the machine may be busy.</param>
    /// <returns>Null where all are kept.</returns>
    public static string? Broken(string text, Language language, TimeSpan? patience)
    {
        try
        {
            var watch = Stopwatch.StartNew();
            var whole = Classifier.Whole(text, language);
            foreach (var command in Classifier.Block(text, language))
            {
                if (command.Start < 0 || command.Length < 0 || command.Start + command.Length > text.Length) return "a span outside the text";
                if (command.Why.Length == 0) return "an answer without a reason";
                if (command.Effect > whole.Effect) return "a part worse than the whole";
            }
            if (Previews.Of(whole) is { } preview && Classifier.Whole(preview.Text, preview.Language).Effect != Effect.Read) return "a preview that is no read";
            foreach (var rewrite in language == Language.Shell ? Rewrites.Of(text) : [])
            {
                if (whole.Effect > Effect.Read && Classifier.Whole(rewrite.Text, language).Effect <= Effect.Read) return $"the rewrite {rewrite.Name} made an action a read";
            }
            return watch.Elapsed > patience ? $"{watch.Elapsed.TotalSeconds:F1} seconds for {text.Length} characters" : null;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }
}
