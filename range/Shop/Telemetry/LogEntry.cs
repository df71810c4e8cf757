using System.Text.Json;
using System.Text.Json.Serialization;

namespace Firstlook.Range.Telemetry;

/// <summary>One line of the shop's log. Times are UTC in ISO 8601 with milliseconds, so that they sort as text.</summary>
internal sealed record LogEntry
{
    public required string Timestamp { get; init; }
    public required string Level { get; init; }
    public required string Event { get; init; }
    public string? RequestId { get; init; }
    public required string Message { get; init; }
    public string? Method { get; init; }
    public string? Path { get; init; }
    public int? StatusCode { get; init; }
    /// <summary>The same number; other teams' queries know it by this name.</summary>
    public int? Status { get; init; }
    public double? DurationMs { get; init; }
    public long? SaleId { get; init; }
    public string? FromStatus { get; init; }
    public string? ToStatus { get; init; }
    public string? Result { get; init; }
    public long? ProductId { get; init; }
    public string? ExceptionType { get; init; }
    public string? Location { get; init; }
    public string? IdempotencyKey { get; init; }
    public string? LeadEmail { get; init; }
    public string? Coupon { get; init; }
    public string? Provider { get; init; }
    public string? Reason { get; init; }
    public string? Tenant { get; init; }
    public string? LeadPhone { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LogEntry))]
internal sealed partial class LogJson : JsonSerializerContext;
