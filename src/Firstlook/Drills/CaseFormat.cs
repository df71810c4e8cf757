using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Firstlook.Incidents;

namespace Firstlook.Drills;

/// <summary>Recorded cases and results of drills as JSON. A case is <c>firstlook.case/1</c>.</summary>
public static class CaseFormat
{
    const string Schema = "firstlook.case/1";

    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new EquatableArrayConverter() },
    };

    sealed record Document(string Schema, RecordedCase Case);

    public static byte[] Bytes(RecordedCase recorded) => JsonSerializer.SerializeToUtf8Bytes(new Document(Schema, recorded), Options);

    /// <summary>A drill's result as one line of JSON.</summary>
    public static string Line(DrillResult result) => JsonSerializer.Serialize(result, Options);

    /// <returns>Null where the line is no result: a machine may have died while it wrote.</returns>
    public static DrillResult? ReadLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<DrillResult>(line, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <exception cref="JsonException">The bytes are no such case.</exception>
    public static RecordedCase Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<Document>(bytes, Options) is { Schema: Schema, Case: { } recorded } ? recorded : throw new JsonException($"it is no {Schema}");
}
