using System.Buffers;
using System.Text;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// The cheap question before a costly pattern. Every match of the pattern holds one of these words, so that a text without any of them need not
/// be tried at each of its characters. Letter case does not count. A pattern that grows an alternative needs a word of it here.
/// </summary>
internal sealed class Sieve(params string[] words)
{
    readonly SearchValues<string> ascii = SearchValues.Create([.. words.Where(word => Ascii.IsValid(word))], StringComparison.OrdinalIgnoreCase);

    // Looked for one letter after the other, and most texts have no letter of theirs.
    readonly SearchValues<string>? others = words.All(word => Ascii.IsValid(word))
        ? null : SearchValues.Create([.. words.Where(word => !Ascii.IsValid(word))], StringComparison.OrdinalIgnoreCase);

    public bool Holds(ReadOnlySpan<char> text) => text.ContainsAny(ascii) || (others is not null && !Ascii.IsValid(text) && text.ContainsAny(others));
}
