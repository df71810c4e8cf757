using Firstlook.Access;
using System.Globalization;
using System.Text.Json;
using Firstlook.Looks;

namespace Firstlook.Executors.PromQl;

/// <summary>Prometheus' own words, as a result.</summary>
internal static class PromQlAnswer
{
    /// <returns>Null where it is not an answer of Prometheus.</returns>
    public static Answer? Read(JsonElement root, Limits limits) => Text(root, "status") switch
    {
        "success" when root.TryGetProperty("data", out var data) => Success(data, Warnings(root), limits),
        "error" => Error(Text(root, "errorType") ?? "error", Text(root, "error") ?? "no reason given"),
        _ => null,
    };

    static Answer Error(string type, string message) => new(
        new Outcome(type is "timeout" or "canceled" ? OutcomeKind.TimedOut : OutcomeKind.Failed, message, Code: type), Output.None);

    static Answer? Success(JsonElement data, EquatableArray<string> warnings, Limits limits)
    {
        if (!data.TryGetProperty("result", out var result) || result.ValueKind != JsonValueKind.Array) return null;
        return Text(data, "resultType") switch
        {
            "vector" or "matrix" => new Answer(Outcome.Succeeded, Samples(result, warnings, limits)),
            "scalar" => new Answer(Outcome.Succeeded, new Output(OutputKind.Samples, 1, false, Samples: [new Sample([], Value(result))], Errors: warnings)),
            "string" => new Answer(Outcome.Succeeded, new Output(OutputKind.Lines, 1, false, Lines: [result[1].GetString() ?? ""], Errors: warnings)),
            _ => null,
        };
    }

    static Output Samples(JsonElement result, EquatableArray<string> warnings, Limits limits)
    {
        var kept = new List<Sample>();
        var bytes = 0;
        var full = false;
        foreach (var series in result.EnumerateArray())
        {
            bytes += series.GetRawText().Length;
            full = full || kept.Count == limits.Rows || bytes > limits.Bytes;
            if (full) break;
            kept.Add(new Sample(Labels(series), Last(series)));
        }

        return new Output(OutputKind.Samples, result.GetArrayLength(), full, Samples: kept.ToEquatableArray(), Errors: warnings);
    }

    static EquatableArray<KeyValuePair<string, string>> Labels(JsonElement series) =>
        series.GetProperty("metric").EnumerateObject()
            .Select(label => KeyValuePair.Create(label.Name, label.Value.GetString() ?? ""))
            .OrderBy(label => label.Key, StringComparer.Ordinal)
            .ToEquatableArray();

    /// <summary>The value of an instant sample, the last of a range, or the count of observations of a native histogram.</summary>
    static double Last(JsonElement series)
    {
        if (series.TryGetProperty("value", out var value)) return Value(value);
        if (series.TryGetProperty("values", out var values) && values.GetArrayLength() > 0) return Value(values[values.GetArrayLength() - 1]);
        if (series.TryGetProperty("histogram", out var histogram)) return Number(Text(histogram[1], "count"));
        return double.NaN;
    }

    static double Value(JsonElement pair) => Number(pair[1].GetString());

    static double Number(string? text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
    };

    static EquatableArray<string> Warnings(JsonElement root) =>
        root.TryGetProperty("warnings", out var warnings) && warnings.ValueKind == JsonValueKind.Array
            ? warnings.EnumerateArray().Select(warning => warning.GetString() ?? "").ToEquatableArray()
            : [];

    static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
