namespace Firstlook.Runbooks.Checking;

/// <summary>What stands on some lines of a document, found without going through all of it: a file may have as many procedures as lines.</summary>
internal sealed class ByLine<T>(IEnumerable<T> all, Func<T, int> line)
{
    readonly T[] ordered = [.. all.OrderBy(line)];

    /// <summary>Those that begin on a line from the first to the last, both included, by their lines.</summary>
    public IEnumerable<T> Between(int first, int last)
    {
        for (var i = From(first); i < ordered.Length && line(ordered[i]) <= last; i++) yield return ordered[i];
    }

    int From(int first)
    {
        var (low, high) = (0, ordered.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (line(ordered[middle]) < first) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

/// <summary>For each line the last of the stretches that hold it: of two within each other the inner one, which is told later.</summary>
internal sealed class Innermost<T> where T : class
{
    readonly T?[] held;

    /// <param name="stretches">In the document's order.</param>
    /// <param name="first">1-based.</param>
    /// <param name="last">1-based, and included.</param>
    public Innermost(IReadOnlyList<T> stretches, Func<T, int> first, Func<T, int> last, int lines)
    {
        held = new T?[lines + 1];
        // The later wins, so the last is entered first; each line is entered once, and lines that are full are stepped over, however many stretches hold them.
        var free = new int[lines + 2];
        for (var line = 0; line < free.Length; line++) free[line] = line;
        for (var i = stretches.Count - 1; i >= 0; i--)
        {
            var end = Math.Min(last(stretches[i]), lines);
            for (var line = Free(free, Math.Clamp(first(stretches[i]), 0, lines + 1)); line <= end; line = Free(free, line))
            {
                held[line] = stretches[i];
                free[line] = line + 1;
            }
        }
    }

    /// <summary>Null where no stretch holds the line, or the document has no such line.</summary>
    public T? At(int line) => line >= 0 && line < held.Length ? held[line] : null;

    static int Free(int[] free, int line)
    {
        var root = line;
        while (free[root] != root) root = free[root];
        while (free[line] != root) (free[line], line) = (root, free[line]);
        return root;
    }
}
