using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Costly patterns behind a cheap question. Every match of one of them holds one of these words, so that a text without any of them need not be tried at each
/// of its characters. Letter case does not count. A pattern that grows an alternative needs a word of it here; a test tries each alternative of each.
/// </summary>
internal sealed class Sieve(Regex[] patterns, params string[] words)
{
    readonly SearchValues<string> ascii = SearchValues.Create([.. words.Where(word => Ascii.IsValid(word))], StringComparison.OrdinalIgnoreCase);

    // Looked for one letter after the other, and most texts have no letter of theirs.
    readonly SearchValues<string>? others = words.All(word => Ascii.IsValid(word))
        ? null : SearchValues.Create([.. words.Where(word => !Ascii.IsValid(word))], StringComparison.OrdinalIgnoreCase);

    /// <summary>What is asked only of a text that holds a word; none where no pattern is behind it.</summary>
    public IReadOnlyList<Regex> Patterns => patterns;

    /// <summary>What lets a text through that has none of the words: digits, say.</summary>
    public Func<string, bool> Or { get; init; } = static _ => false;

    public bool Holds(string text) => Or(text) || text.AsSpan().ContainsAny(ascii) || (others is not null && !Ascii.IsValid(text) && text.AsSpan().ContainsAny(others));

    public bool IsMatch(string text) => Holds(text) && Array.Exists(patterns, pattern => pattern.IsMatch(text));

    /// <summary>Of the one pattern behind it.</summary>
    public Match Match(string text) => Holds(text) ? patterns[0].Match(text) : System.Text.RegularExpressions.Match.Empty;

    /// <summary>Of the one pattern behind it.</summary>
    public IEnumerable<Match> Matches(string text) => Holds(text) ? patterns[0].Matches(text) : [];
}
