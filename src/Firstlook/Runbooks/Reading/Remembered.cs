using System.Collections.Concurrent;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// A pure function that remembers its answers: the runbooks of a team have the same headings, the same levels and the same commands, and a file that was edited is read
/// again whole.
/// Bounded: once a generation is full the one before it is forgotten, and what is asked again moves on with the new one, so that memory stays flat whatever is read.
/// </summary>
/// <param name="most">How many answers a generation has; two are kept.</param>
internal sealed class Remembered<TKey, T>(Func<TKey, T> of, int most) where TKey : notnull
{
    sealed record Generations(ConcurrentDictionary<TKey, T> Young, ConcurrentDictionary<TKey, T> Old);

    volatile Generations generations = new(new(), new());
    int young;

    public T Of(TKey key)
    {
        var now = generations;
        if (now.Young.TryGetValue(key, out var known)) return known;
        var answer = now.Old.TryGetValue(key, out known) ? known : of(key);
        if (now.Young.TryAdd(key, answer) && Interlocked.Increment(ref young) == most)
        {
            // The last of a generation opens the next; whoever still holds the old pair only fills what is soon forgotten.
            generations = new(new(), now.Young);
            Volatile.Write(ref young, 0);
        }

        return answer;
    }
}
