using System.Globalization;
using System.Text.RegularExpressions;
using Firstlook.Looks;

namespace Firstlook.Baselines;

public enum QuantityKind
{
    /// <summary>Of rows, lines or series.</summary>
    Count,

    /// <summary>The one number of a result, or that of one series, column or group.</summary>
    Value,

    /// <summary>Of one series or group in the sum of all, 0 to 1.</summary>
    Share,

    /// <summary>How long the command took.</summary>
    Seconds,
}

/// <summary>One thing that is measured of a result.</summary>
/// <param name="Of">Which series, column or group: <c>queue=critical</c>; empty for the result as a whole.</param>
public readonly record struct Quantity(QuantityKind Kind, string Of = "");

public readonly record struct Measured(Quantity Quantity, double Value);

/// <summary>The few numbers that are remembered of a result. Its rows and lines are not.</summary>
public static partial class Measures
{
    /// <summary>Series or groups whose value is kept, the largest.</summary>
    const int MostSeries = 12;

    /// <summary>Series or groups whose share is kept, the largest.</summary>
    const int MostShares = 6;

    /// <summary>Characters of a name; what is longer is text and no name.</summary>
    const int LongestName = 100;

    /// <summary>Words before which a counted line still names something (<c>uniq -c</c> over a status, a path, an exception).</summary>
    const int MostWords = 3;

    /// <param name="text">Of the command, which tells whether a table is counted by groups.</param>
    /// <returns>Empty where the command did not succeed: an error has no size.</returns>
    public static EquatableArray<Measured> Of(Result result, string text)
    {
        if (result.Outcome.Kind != OutcomeKind.Succeeded) return [];
        var output = result.Output;
        var measured = new List<Measured> { new(new Quantity(QuantityKind.Count), output.Count), new(new Quantity(QuantityKind.Seconds), result.Duration.TotalSeconds) };
        if (Number(output) is { } number && !IsSeries(output, text)) measured.Add(new Measured(new Quantity(QuantityKind.Value), number));
        else measured.AddRange(Series(output, text));
        return measured.ToEquatableArray();
    }

    /// <summary>The one number that a result is; null where it is none, or no finite one.</summary>
    public static double? Number(Output output) => output switch
    {
        { Kind: OutputKind.Samples, Samples: [var sample] } => Finite(sample.Value),
        { Kind: OutputKind.Rows, Count: 1, Rows: [[var cell]] } => Numeric(cell),
        { Kind: OutputKind.Lines, Count: 1, Lines: [var line] } => Numeric(line.Trim()),
        _ => null,
    };

    static bool IsSeries(Output output, string text) => output.Kind switch
    {
        OutputKind.Samples => output.Samples.Any(sample => !sample.Labels.IsEmpty),
        OutputKind.Rows => Groups().IsMatch(text),
        _ => false,
    };

    static IEnumerable<Measured> Series(Output output, string text)
    {
        var series = (output.Kind switch
        {
            OutputKind.Samples => output.Samples.Select(sample => (Name: string.Join(", ", sample.Labels.Select(label => $"{label.Key}={label.Value}")), sample.Value)),
            OutputKind.Rows when Groups().IsMatch(text) => Grouped(output),
            OutputKind.Rows when output is { Count: 1, Rows: [var row] } => Columns(output, row),
            OutputKind.Lines => Counted(output.Lines),
            _ => [],
        }).Where(one => double.IsFinite(one.Value) && one.Name.Length <= LongestName)
            .GroupBy(one => one.Name, (name, group) => (Name: name, Value: group.Sum(one => one.Value)), StringComparer.Ordinal)
            .OrderByDescending(one => one.Value).ThenBy(one => one.Name, StringComparer.Ordinal).ToArray();
        foreach (var (name, value) in series.Take(MostSeries)) yield return new Measured(new Quantity(QuantityKind.Value, name), value);

        // Columns of one row are no parts of a whole.
        var total = series.Sum(one => one.Value);
        if (series.Length < 2 || total <= 0 || series[^1].Value < 0 || (output.Kind == OutputKind.Rows && !Groups().IsMatch(text))) yield break;
        foreach (var (name, value) in series.Take(MostShares)) yield return new Measured(new Quantity(QuantityKind.Share, name), value / total);
    }

    /// <summary>Groups of a <c>GROUP BY</c> by its one column of numbers.</summary>
    static IEnumerable<(string Name, double Value)> Grouped(Output output)
    {
        var columns = Enumerable.Range(0, output.Columns.Count).ToArray();
        if (output.Rows.IsEmpty
            || columns.Where(column => output.Rows.All(row => row.Count > column && Numeric(row[column]) is not null)).ToArray() is not [var counted]) return [];
        return output.Rows.Select(row =>
            (string.Join(", ",
                columns.Where(column => column != counted).Select(column => $"{output.Columns[column]}={(column < row.Count ? row[column] ?? "null" : "null")}")),
                Numeric(row[counted])!.Value));
    }

    static IEnumerable<(string Name, double Value)> Columns(Output output, EquatableArray<string?> row) =>
        output.Columns.Zip(row).Where(pair => Numeric(pair.Second) is not null).Select(pair => (pair.First, Numeric(pair.Second)!.Value));

    /// <summary>Lines behind counts, where all are.</summary>
    static IEnumerable<(string Name, double Value)> Counted(EquatableArray<string> lines)
    {
        var read = lines.Where(line => line.Length > 0).Select(line => Line().Match(line)).ToArray();
        return read.Length > 0 && read.All(line => line.Success && line.Groups["text"].Value.Split(' ').Length <= MostWords)
            ? read.Select(line => (line.Groups["text"].Value, double.Parse(line.Groups["count"].Value, CultureInfo.InvariantCulture)))
            : [];
    }

    static double? Numeric(string? cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Finite(number) : null;

    static double? Finite(double number) => double.IsFinite(number) ? number : null;

    [GeneratedRegex(@"\bgroup\s+by\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Groups();

    [GeneratedRegex(@"^\s*(?<count>\d{1,12})\s+(?<text>\S.*?)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
