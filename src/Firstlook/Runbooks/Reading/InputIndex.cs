using System.Buffers;

namespace Firstlook.Runbooks.Reading;

/// <summary>Which of a block's values a command needs: those that stand in its text. Found in one pass of the text, for a block may have as many values as commands.</summary>
internal sealed class InputIndex
{
    const int FewEnoughToAskEach = 8;

    readonly IReadOnlyList<Input> inputs;
    readonly Dictionary<string, List<int>> places = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    readonly SortedSet<int> lengths = [];
    readonly SearchValues<string>? beginnings;

    public InputIndex(IReadOnlyList<Input> inputs)
    {
        this.inputs = inputs;
        bySpan = places.GetAlternateLookup<ReadOnlySpan<char>>();
        if (inputs.Count <= FewEnoughToAskEach) return;
        for (var i = 0; i < inputs.Count; i++)
        {
            foreach (var spelling in Spellings(inputs[i]))
            {
                if (!places.TryGetValue(spelling, out var list)) places[spelling] = list = [];
                list.Add(i);
                lengths.Add(spelling.Length);
            }
        }

        beginnings = SearchValues.Create([.. places.Keys], StringComparison.Ordinal);
    }

    /// <summary>The names, text by text, each once.</summary>
    public EquatableArray<string> Needed(IEnumerable<string> texts) => inputs.Count == 0 ? [] : [.. texts.SelectMany(In).Select(i => inputs[i].Name).Distinct()];

    IEnumerable<int> In(string text)
    {
        if (beginnings is null) return Enumerable.Range(0, inputs.Count).Where(i => Spellings(inputs[i]).Any(s => text.Contains(s, StringComparison.Ordinal)));
        var found = new SortedSet<int>();
        for (var at = 0; at < text.Length && text.AsSpan(at).IndexOfAny(beginnings) is >= 0 and var next; at++)
        {
            at += next;
            foreach (var length in lengths)
            {
                if (at + length <= text.Length && bySpan.TryGetValue(text.AsSpan(at, length), out var here)) found.UnionWith(here);
            }
        }

        return found;
    }

    static string[] Spellings(Input input) => input.Kind == "variable" ? [$"${input.Name}", $"${{{input.Name}"] : [input.Token];
}
