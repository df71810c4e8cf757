namespace Firstlook.Actions;

/// <summary>A command's words, sorted as a short list of options says. A word that the list does not know gives nothing: an inverse is exact, or it is not made.</summary>
/// <param name="Place">Options that say where (<c>-n shop</c>, <c>--context=eu</c>), word for word: capture and inverse carry them too.</param>
/// <param name="Given">Other options by name, with their value; a switch's is empty.</param>
sealed record Options(EquatableArray<string> Place, IReadOnlyDictionary<string, string> Given, EquatableArray<string> Operands)
{
    public string? this[string name] => Given.GetValueOrDefault(name);

    /// <param name="place">Names of options with a value that say where.</param>
    /// <param name="valued">Names of other options with a value.</param>
    /// <param name="switches">Names of options without one.</param>
    public static Options? Of(IEnumerable<string> words, string[] place, string[] valued, string[] switches)
    {
        var (where, given, operands) = (new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal), new List<string>());
        var queue = new Queue<string>(words);
        while (queue.TryDequeue(out var word))
        {
            if (!word.StartsWith('-') || word == "-")
            {
                operands.Add(word);
                continue;
            }

            var equals = word.StartsWith("--", StringComparison.Ordinal) ? word.IndexOf('=', StringComparison.Ordinal) : -1;
            var name = equals > 0 ? word[..equals] : word;
            if (switches.Contains(name) && equals < 0)
            {
                if (!given.TryAdd(name, "")) return null;
                continue;
            }

            if (!place.Contains(name) && !valued.Contains(name)) return null;
            string? value = equals > 0 ? word[(equals + 1)..] : queue.TryDequeue(out var next) ? next : null;
            if (value is null) return null;
            if (place.Contains(name)) where.AddRange(equals > 0 ? [word] : [word, value]);
            else if (!given.TryAdd(name, value)) return null;
        }

        return new Options(where.ToEquatableArray(), given, operands.ToEquatableArray());
    }
}
