using System.Text.Json;

namespace Firstlook.Runbooks.Checking;

/// <summary>The report as SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0), for code hosts and editors that show findings beside the text.</summary>
public static class Sarif
{
    /// <param name="version">Of the program.</param>
    public static string Of(CheckReport report, string version) => CheckJson.Written(json =>
    {
        var rules = Catalogue.Rules.Where(rule => report.Findings.Any(f => f.Code == rule.Code)).ToList();
        json.WriteStartObject();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        Tool(json, rules, version);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var finding in report.Findings) Result(json, finding, rules.FindIndex(r => r.Code == finding.Code));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    static void Tool(Utf8JsonWriter json, List<Rule> rules, string version)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "firstlook");
        json.WriteString("semanticVersion", version);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            Message(json, "shortDescription", rule.Title);
            Message(json, "fullDescription", rule.Reason);
            json.WriteStartObject("help");
            json.WriteString("text", $"{rule.Reason}\n\n{rule.Fix}\n\nBefore:\n\n{rule.Before.Trim()}\n\nAfter:\n\n{rule.After.Trim()}");
            json.WriteEndObject();
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", rule.Severity.Word());
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Result(Utf8JsonWriter json, Finding finding, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", finding.Severity.Word());
        Message(json, "message", $"{finding.Message}. {finding.Fix}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Address(finding.File));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(1, finding.Line));
        json.WriteNumber("startColumn", Math.Max(1, finding.Column));
        if (finding.Column > 0 && finding.Length > 0) json.WriteNumber("endColumn", finding.Column + finding.Length);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("firstlook/1", finding.Fingerprint);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>A path as a URI reference (RFC 3986): relative where it is, each part escaped.</summary>
    static string Address(string file)
    {
        var path = file.Replace('\\', '/');
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return path.StartsWith('/') ? "file://" + escaped : escaped;
    }
}
