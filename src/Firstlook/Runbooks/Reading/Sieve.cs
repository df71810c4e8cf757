using System.Buffers;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// The cheap question before a costly pattern. Every match of the pattern holds one of these words, so that a text without any of them need not
/// be tried at each of its characters. Letter case does not count. A pattern that grows an alternative needs a word of it here.
/// </summary>
internal sealed class Sieve(params string[] words)
{
    readonly SearchValues<string> words = SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    public bool Holds(ReadOnlySpan<char> text) => text.ContainsAny(words);
}
