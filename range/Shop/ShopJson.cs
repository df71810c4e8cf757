using System.Text.Json.Serialization;
using Firstlook.Range.Checkout;
using Firstlook.Range.Faults;
using Firstlook.Range.Sales;
using Firstlook.Range.Stock;
using Firstlook.Range.Website;

namespace Firstlook.Range;

/// <summary>What the shop says and hears over HTTP: snake_case, unknown fields ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(NewSale))]
[JsonSerializable(typeof(CreatedSale))]
[JsonSerializable(typeof(NewTransition))]
[JsonSerializable(typeof(TransitionedSale))]
[JsonSerializable(typeof(NewRefund))]
[JsonSerializable(typeof(RefundedSale))]
[JsonSerializable(typeof(NewOrder))]
[JsonSerializable(typeof(PlacedOrder))]
[JsonSerializable(typeof(NewLead))]
[JsonSerializable(typeof(IReadOnlyList<Product>))]
[JsonSerializable(typeof(IReadOnlyList<ReportLine>))]
[JsonSerializable(typeof(IReadOnlyList<FaultState>))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ShopJson : JsonSerializerContext;

/// <summary>The body of every answer that is not a success.</summary>
internal sealed record Problem(string Error, string Detail, string RequestId);
