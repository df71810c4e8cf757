using System.Text.RegularExpressions;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>
/// The output that a runbook shows below a command, held against what came: its form and its words, never its numbers, since those are only an example's.
/// </summary>
/// <param name="IsAsShown">Whether what came says the same.</param>
/// <param name="Claim">For people.</param>
sealed partial record ShownOutput(bool IsAsShown, string Claim)
{
    /// <summary>Lines of a sample and of an output that are looked at.</summary>
    const int Most = 200;

    /// <summary>Words of one line that is an answer by itself (<c>PONG</c>, <c>accepting connections</c>): more would be prose.</summary>
    const int WordsOfAnAnswer = 4;

    /// <returns>Null where the two cannot be compared: another form, or a sample that holds nothing but numbers and names.</returns>
    public static ShownOutput? Compare(string sample, Output output)
    {
        var shown = sample.Split('\n').Take(Most).Select(line => line.TrimEnd()).Where(line => line.Length > 0 && !Frame().IsMatch(line)).ToArray();
        if (shown.Length == 0) return null;
        if (shown.All(line => Nothing().IsMatch(line))) return Empty(output);
        return Fields(shown, output) ?? Table(shown, output) ?? Answer(shown, output);
    }

    /// <summary>Values of labels, and names in front of them, that a sample of a vector shows: <c>{result="expired_batch"} 0.1</c>.</summary>
    public static IEnumerable<string> Values(string sample) =>
        Label().Matches(sample).Select(match => match.Groups["value"].Value).Concat(Named().Matches(sample).Select(match => match.Groups["value"].Value))
            .Where(value => value.Length > 0);

    static ShownOutput? Empty(Output output)
    {
        if (Norms.Amount(output) is not { } amount) return null;
        return amount == 0 ? new ShownOutput(true, "nothing came") : new ShownOutput(false, $"{amount:0.###} there, where the runbook shows nothing");
    }

    /// <summary>A status beside its name: <c>status: ok</c>, <c>"healthy": true</c>, <c>role=master</c>.</summary>
    static ShownOutput? Fields(IEnumerable<string> shown, Output output)
    {
        var wanted = StatesIn(shown);
        if (wanted.Count == 0 || output.Kind != OutputKind.Lines || output.Truncated) return null;
        var there = StatesIn(output.Lines.Take(Most));
        var both = wanted.Where(one => there.ContainsKey(one.Key)).ToArray();
        if (both.Length == 0) return null;
        var other = both.FirstOrDefault(one => !there[one.Key].SetEquals(one.Value) && !there[one.Key].IsSubsetOf(one.Value));
        return other.Key is null
            ? new ShownOutput(true, $"{both[0].Key} is {there[both[0].Key].First()}, as the runbook shows")
            : new ShownOutput(false, $"{other.Key} is {there[other.Key].First(value => !other.Value.Contains(value))}, where the runbook shows {other.Value.First()}");
    }

    static Dictionary<string, SortedSet<string>> StatesIn(IEnumerable<string> lines)
    {
        var found = new Dictionary<string, SortedSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var match in lines.SelectMany(line => Field().Matches(line)))
        {
            if (!found.TryGetValue(match.Groups["name"].Value, out var values))
                found[match.Groups["name"].Value] = values = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
            values.Add(match.Groups["value"].Value);
        }

        return found;
    }

    /// <summary>A table with a column of states: its words are those that the runbook shows, or others.</summary>
    static ShownOutput? Table(string[] shown, Output output)
    {
        if (shown.Length < 2) return null;
        var (heads, rows) = Cells(shown);
        foreach (var (head, at) in heads.Select((head, index) => (head, index)).Where(column => State().IsMatch(column.head)))
        {
            var wanted = rows.Select(row => WordOf(row, at)).Where(word => word is not null).Select(word => word!).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (wanted.Count == 0) continue;
            var (columns, cells) = output.Kind switch
            {
                OutputKind.Rows => ([.. output.Columns], [.. output.Rows.Take(Most).Select(row => row.Select(cell => cell ?? "").ToArray())]),
                OutputKind.Lines when output.Lines.Count > 1 => Cells([.. output.Lines.Take(Most).Where(line => !Frame().IsMatch(line))]),
                _ => ([], []),
            };
            var here = Array.FindIndex(columns, column => column.Equals(head, StringComparison.OrdinalIgnoreCase));
            if (here < 0) continue;
            var words = cells.Select(row => WordOf(row, here)).Where(word => word is not null).Select(word => word!).ToArray();
            if (words.Length == 0) continue;
            var others = words.Where(word => !wanted.Contains(word)).ToArray();
            return others.Length == 0
                ? new ShownOutput(true, $"{head} is {words[0]} for all {words.Length}, as the runbook shows")
                : new ShownOutput(false, $"{head} is {others[0]} for {others.Count(word => word == others[0])} of {words.Length}, where the runbook shows {wanted.First()}");
        }

        return null;
    }

    /// <summary>Columns are parted by bars or tabs, or by two blanks: programs pad their cells.</summary>
    static (string[] Heads, List<string[]> Rows) Cells(string[] lines)
    {
        var parted =
            lines.Select(line =>
                line.Contains('|', StringComparison.Ordinal) ? line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries) : Gap().Split(line.Trim())).ToList();
        return parted.Count == 0 || parted[0].Length < 2 ? ([], []) : (parted[0], parted[1..]);
    }

    static string? WordOf(string[] row, int column) => column < row.Length && Word().Match(row[column]) is { Success: true } word ? word.Value : null;

    /// <summary>One line of a few words is the whole answer; numbers in it are an example's.</summary>
    static ShownOutput? Answer(string[] shown, Output output)
    {
        var line = output switch
        {
            { Kind: OutputKind.Lines, Lines: [var only] } => only,
            { Kind: OutputKind.Rows, Rows: [[{ } cell]] } => cell,
            _ => null,
        };
        if (line is null || shown is not [var single] || !IsAnswer(single) || line.Length > single.Length + 200) return null;
        return Same(single) == Same(line)
            ? new ShownOutput(true, $"it says {line.Trim()}, as the runbook shows")
            : new ShownOutput(false, $"it says {(line.Length > 80 ? line[..80] + "…" : line).Trim()}, where the runbook shows {single.Trim()}");
    }

    static bool IsAnswer(string line) =>
        Letters().Count(line) is > 0 and <= WordsOfAnAnswer && !line.Contains("...", StringComparison.Ordinal) && !line.Contains('<', StringComparison.Ordinal)
            && !Padded().IsMatch(line);

    static string Same(string line) => Number().Replace(line.Trim().Trim('"', '\''), "#").ToLowerInvariant();

    const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>What a program draws around its answer, and what was typed: rules, <c>(3 rows)</c> but not <c>(0 rows)</c>, prompts.</summary>
    [GeneratedRegex(@"^[\s+|=-]+$|^\s*\([1-9]\d* rows?\)\s*$|^\s*([\w.@:~/-]{0,40}[$#>]|%)\s+\S|^\s*\.\.\.\s*$", Plain)]
    private static partial Regex Frame();

    [GeneratedRegex(
        @"^\s*(\(?0 rows?\)?( in set.*)?|no (resources|rows|results|output|messages|items|lines|entries) ?(found|returned|selected)?( in .{1,60})?\.?|"
        + @"\((empty|none|no output|nil|nothing)[\w ]{0,20}\)|\[\s*\]|\{\s*\}|empty set.*|\(integer\) 0|0|<empty>|none)\s*$", Plain)]
    private static partial Regex Nothing();

    /// <summary>Names under which programs tell how something is, and any name whose value is true or false.</summary>
    [GeneratedRegex(
        @"(?<![\w-])[""']?(?<name>(\w{1,30}[_ ]?)?(status|state|health|phase|condition|ready|role|mode|leader|available|online|running)|"
        + @"[A-Za-z]\w{1,40}(?=[""']?\s*[:=]\s*[""']?(true|false)\b))[""']?\s*(:|=)\s*[""']?(?<value>[A-Za-z][A-Za-z_-]{1,30})\b(?![.:/@]\w)", Plain)]
    private static partial Regex Field();

    [GeneratedRegex(@"^(\w{1,20}[_ -]?)?(status|state|health|phase|condition)$", Plain)]
    private static partial Regex State();

    [GeneratedRegex(@"[A-Za-z][A-Za-z_-]{1,40}", Plain)]
    private static partial Regex Word();

    [GeneratedRegex(@"\t+| {2,}", Plain)]
    private static partial Regex Gap();

    /// <summary>A name with its value, or cells of a table: only a name that tells how something is may be held against another word.</summary>
    [GeneratedRegex(@"^\W*[A-Za-z_][\w .-]*(:\s|=)|\S(\t| {2,})\S", Plain)]
    private static partial Regex Padded();

    [GeneratedRegex(@"[A-Za-z]{2,}", Plain)]
    private static partial Regex Letters();

    [GeneratedRegex(@"\d+([.:]\d+)*", Plain)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b[A-Za-z_]\w{0,60}=""(?<value>[^""\n]{1,120})""", Plain)]
    private static partial Regex Label();

    [GeneratedRegex(@"^[^\S\n]*(?<value>\S{3,120}) ?\{", Plain | RegexOptions.Multiline)]
    private static partial Regex Named();
}
