using System.Globalization;
using Firstlook.Access;

namespace Firstlook.Looks;

/// <summary>One line about a result, with its figures.</summary>
public static class Summaries
{
    public static string Of(Result result) => result.Outcome.Kind switch
    {
        OutcomeKind.Succeeded => Of(result.Output),
        OutcomeKind.TimedOut => $"timed out: {result.Outcome.Message}",
        OutcomeKind.Failed => $"failed: {result.Outcome.Message}",
        OutcomeKind.Unreachable => $"unreachable: {result.Outcome.Message}",
        OutcomeKind.Refused => $"refused: {result.Outcome.Message}",
        _ => $"cancelled: {result.Outcome.Message}",
    };

    static string Of(Output output) => output.Kind switch
    {
        OutputKind.Samples => Samples(output),
        OutputKind.Rows => output is { Count: 1, Rows: [[{ } only]] } ? $"{output.Columns[0]} = {only}" : Wording.Count(output.Count, "row"),
        OutputKind.Lines => output is { Count: 1, Lines: [{ Length: <= 80 } line] } ? line : Wording.Count(output.Count, "line"),
        _ => "no output",
    };

    static string Samples(Output output)
    {
        if (output.Samples.IsEmpty) return "no data";
        if (output.Samples is [{ Labels.IsEmpty: true } scalar]) return Number(scalar.Value);
        var total = output.Samples.Where(sample => double.IsFinite(sample.Value)).Sum(sample => sample.Value);
        var top = output.Samples.OrderByDescending(sample => double.IsFinite(sample.Value) ? sample.Value : double.MinValue).Take(3)
            .Select(sample =>
                $"{Labels(sample)} {Number(sample.Value)}{(total > 0 && output.Samples.Count > 1 && double.IsFinite(sample.Value) ? $" ({sample.Value / total * 100:0} %)" : "")}");
        return string.Join(" · ", top) + (output.Count > 3 ? $" · {output.Count - 3} more" : "");
    }

    public static string Labels(Sample sample) => string.Join(", ", sample.Labels.Select(pair => pair.Value));

    /// <summary>At most four significant digits, as people read them.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 1000 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        >= 0.1 => value.ToString("0.###", CultureInfo.InvariantCulture),
        _ => value.ToString("G3", CultureInfo.InvariantCulture),
    };
}
