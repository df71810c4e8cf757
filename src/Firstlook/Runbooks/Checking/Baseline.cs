using System.Text.Json;

namespace Firstlook.Runbooks.Checking;

/// <summary>
/// Findings that a team has accepted for now, so that only new ones fail its CI. A finding is known by its file, its code and the words
/// of its line: it may move within the file, and is new again when the line changes.
/// </summary>
public static class Baseline
{
    const string Schema = "firstlook.baseline/1";

    /// <param name="pathOf">How a file is called in the baseline: relative to it, with <c>/</c>.</param>
    public static string Write(CheckReport report, Func<string, string> pathOf) => CheckJson.Written(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteStartArray("findings");
        foreach (var (file, code, fingerprint) in report.Findings.Select(f => (File: pathOf(f.File), f.Code, f.Fingerprint)).Distinct()
            .OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Fingerprint, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("code", code);
            json.WriteString("fingerprint", fingerprint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }) + "\n";

    /// <summary>The report without what the baseline knows.</summary>
    /// <param name="problem">What is wrong with the baseline's text; null where it was read.</param>
    public static CheckReport Without(CheckReport report, string text, Func<string, string> pathOf, out string? problem)
    {
        if (Read(text, out problem) is not { } known) return report;
        var left = report.Findings.Where(f => !known.Contains((pathOf(f.File), f.Code, f.Fingerprint))).ToEquatableArray();
        return report with { Findings = left, Known = report.Findings.Count - left.Count };
    }

    static HashSet<(string, string, string)>? Read(string text, out string? problem)
    {
        problem = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("schema", out var schema)
                || schema.ValueKind != JsonValueKind.String || schema.GetString() != Schema)
            {
                problem = $"it has no \"schema\": \"{Schema}\"; --write-baseline writes one";
                return null;
            }

            return [.. document.RootElement.GetProperty("findings").EnumerateArray()
                .Select(f => (f.GetProperty("file").GetString()!, f.GetProperty("code").GetString()!, f.GetProperty("fingerprint").GetString()!))];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            problem = exception.Message;
            return null;
        }
    }
}
