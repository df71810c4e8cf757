using System.Globalization;
using System.Text.RegularExpressions;
using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>Breakdowns that are no vectors: a table with a column of counts (<c>GROUP BY</c>), and lines behind counts (<c>uniq -c</c>).</summary>
static partial class CountedBreakdowns
{
    /// <summary>Columns or words taken apart at most.</summary>
    const int MostParts = 6;

    /// <summary>One for each column of text beside the column of counts.</summary>
    public static IEnumerable<Breakdown> OfRows(Output output, string sql)
    {
        if (output.Rows.IsEmpty || !Groups().IsMatch(sql)) yield break;
        var columns = Enumerable.Range(0, output.Columns.Count).ToArray();
        var counts = columns.Where(column => output.Rows.All(row => Number(row, column) is >= 0)).ToArray();
        var counted = counts.Where(column => Counts().IsMatch(output.Columns[column])).Append(-1).First();
        if (counted < 0 && counts is [var only]) counted = only;
        if (counted < 0) yield break;
        foreach (var column in columns.Except(counts).Take(MostParts))
            if (Made(output.Columns[column], output.Rows.Select(row => (row.Count > column ? row[column] ?? "" : "", Number(row, counted)!.Value)),
                output.Columns[counted]) is { } breakdown)
                yield return breakdown;
    }

    /// <summary>The whole line behind its count, and each word of it where all lines have as many.</summary>
    public static IEnumerable<Breakdown> OfLines(Output output)
    {
        var lines = output.Lines.Where(line => line.Length > 0).Select(line => Line().Match(line)).ToArray();
        if (lines.Length == 0 || !lines.All(line => line.Success)) yield break;
        var read = lines.Select(line => (Text: line.Groups["text"].Value.Trim(), Count: double.Parse(line.Groups["count"].Value, CultureInfo.InvariantCulture))).ToArray();
        if (Made("line", read, "lines") is { } whole) yield return whole;
        var words = read.Select(line => line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        if (words[0].Length is < 2 or > MostParts || words.Any(one => one.Length != words[0].Length)) yield break;
        for (var place = 0; place < words[0].Length; place++)
            if (Made($"word {place + 1}", read.Select((line, index) => (words[index][place], line.Count)), "lines") is { } breakdown) yield return breakdown;
    }

    static Breakdown? Made(string label, IEnumerable<(string Value, double Count)> parts, string metric)
    {
        var all = parts.Where(part => part.Count > 0).ToArray();
        // A column of status codes is one whatever it is called.
        if (all.Length > 0 && all.All(part => part.Value.Length == 3 && part.Value.All(char.IsAsciiDigit))) label = "status";
        var counted = all.Where(part => !Breakdown.WentWell(KeyValuePair.Create(label, part.Value))).ToArray();
        var total = counted.Sum(part => part.Count);
        return total <= 0 ? null : new Breakdown(
            label,
            counted.GroupBy(part => part.Value, StringComparer.Ordinal).Select(group => (Value: group.Key, Share: group.Sum(part => part.Count) / total))
                .OrderByDescending(share => share.Share).ThenBy(share => share.Value, StringComparer.Ordinal).ToEquatableArray(),
            metric,
            total) { LeavesOut = counted.Length < all.Length };
    }

    static double? Number(EquatableArray<string?> row, int column) =>
        row.Count > column && double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\bgroup\s+by\b", Plain)]
    private static partial Regex Groups();

    [GeneratedRegex(@"count|total|^n$|^num|sessions|connections|cantidad|conex|sesiones|quantidade|anzahl", Plain)]
    private static partial Regex Counts();

    [GeneratedRegex(@"^\s*(?<count>[0-9]{1,12})\s+(?<text>\S.*)$", Plain)]
    private static partial Regex Line();
}
