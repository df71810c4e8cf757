using System.Collections.Frozen;

namespace Firstlook.Effects;

/// <summary>Sets that are written as words with blanks or line ends between them. A word that stands twice throws: somebody believed it missing.</summary>
internal static class WordSet
{
    public static FrozenSet<string> Of(string words) => Of(words, StringComparer.Ordinal);

    /// <summary>Letter case does not count.</summary>
    public static FrozenSet<string> OfAnyCase(string words) => Of(words, StringComparer.OrdinalIgnoreCase);

    static FrozenSet<string> Of(string words, StringComparer comparer)
    {
        var set = new HashSet<string>(comparer);
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!set.Add(word)) throw new ArgumentException($"\"{word}\" stands twice", nameof(words));
        }

        return set.ToFrozenSet(comparer);
    }
}
