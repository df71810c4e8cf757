using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Firstlook.Baselines;

/// <summary>What rehearsals have learnt as JSON: <c>firstlook.rehearsal/1</c>.</summary>
public static class RehearsalFormat
{
    const string Schema = "firstlook.rehearsal/1";

    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new EquatableArrayConverter() },
    };

    sealed record Document(string Schema, DateTimeOffset? FinishedAt, EquatableArray<RehearsedRead> Reads);

    public static byte[] Bytes(RehearsalRecord record) =>
        JsonSerializer.SerializeToUtf8Bytes(new Document(Schema, record.FinishedAt, record.Reads.Values.ToEquatableArray()), Options);

    /// <exception cref="JsonException">The bytes are no such record: another version wrote them, or they are damaged.</exception>
    public static RehearsalRecord Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<Document>(bytes, Options) is { Schema: Schema } document
            ? new RehearsalRecord(document.FinishedAt, document.Reads.ToImmutableSortedDictionary(read => read.Key, read => read, StringComparer.Ordinal))
            : throw new JsonException($"it is no {Schema}");
}
