using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Firstlook.Runbooks.Checking;

/// <summary>The report as the public contract <c>firstlook.check/1</c>. Additions are fine; nothing in it is renamed or removed.</summary>
public static class CheckJson
{
    public static string Of(CheckReport report) => Written(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "firstlook.check/1");
        json.WriteNumber("files", report.Files);
        json.WriteStartObject("summary");
        foreach (var severity in new[] { ProblemSeverity.Error, ProblemSeverity.Warning, ProblemSeverity.Info })
            json.WriteNumber(severity.Word() + "s", report.Findings.Count(f => f.Severity == severity));
        json.WriteNumber("silenced", report.Silenced);
        json.WriteNumber("known", report.Known);
        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings) Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity.Word());
        json.WriteString("file", finding.File);
        json.WriteNumber("line", finding.Line);
        if (finding.Column > 0) json.WriteNumber("column", finding.Column);
        else json.WriteNull("column");
        json.WriteNumber("length", finding.Length);
        json.WriteString("message", finding.Message);
        json.WriteString("reason", Catalogue.Find(finding.Code)?.Reason);
        json.WriteString("fix", finding.Fix);
        json.WriteString("excerpt", finding.Excerpt);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteBoolean("fixable", finding.Edit is not null);
        json.WriteEndObject();
    }

    internal static string Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
