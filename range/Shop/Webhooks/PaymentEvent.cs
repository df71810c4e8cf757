using System.Text.Json.Serialization;

namespace Firstlook.Range.Webhooks;

/// <summary>What a provider tells the shop about a charge.</summary>
internal sealed record PaymentEvent(string Id, string Type, string Tenant, Guid Reference, string Charge);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PaymentEvent))]
internal sealed partial class PaymentEventJson : JsonSerializerContext;
