using System.Collections.Concurrent;

namespace Firstlook.Runbooks.Reading;

/// <summary>A pure function of a short text that remembers its answers: the runbooks of a team have the same few headings.</summary>
/// <param name="most">How many answers are kept. Where there are more, all are forgotten and it starts anew, so that memory stays flat whatever is read.</param>
internal sealed class Remembered<T>(Func<string, T> of, int most)
{
    readonly ConcurrentDictionary<string, T> answers = new(StringComparer.Ordinal);
    int kept;

    public T Of(string text)
    {
        if (answers.TryGetValue(text, out var known)) return known;
        if (Interlocked.Increment(ref kept) > most)
        {
            answers.Clear();
            Volatile.Write(ref kept, 0);
        }

        return answers[text] = of(text);
    }
}
