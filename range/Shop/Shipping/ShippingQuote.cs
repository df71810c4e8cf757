using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Firstlook.Range.Shipping;

internal sealed record ShippingRate(decimal Price, int Days);

/// <summary>GET /api/shipping/quote/: what the carrier asks for a parcel, from the carrier's own service outside.</summary>
internal sealed class ShippingQuote : IDisposable
{
    static readonly Uri Carrier = new("https://external-api.example.com/rates");

    readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(2) };

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/shipping/quote/", QuoteAsync);

    async Task<IResult> QuoteAsync(CancellationToken cancellation)
    {
        try
        {
            using var response = await http.GetAsync(Carrier, cancellation);
            response.EnsureSuccessStatusCode();
            var rate = await response.Content.ReadFromJsonAsync(ShippingJson.Default.ShippingRate, cancellation)
                ?? throw new RefusedException(Failed("DependencyError", StatusCodes.Status502BadGateway, "an empty answer"));
            return Results.Json(rate, ShippingJson.Default.ShippingRate);
        }
        catch (HttpRequestException away)
        {
            throw new RefusedException(Failed("ConnectionError", StatusCodes.Status502BadGateway, away.Message), away);
        }
        catch (TaskCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new RefusedException(Failed("TimeoutError", StatusCodes.Status504GatewayTimeout, $"no answer within {http.Timeout.TotalSeconds} s"), late);
        }
    }

    static Refusal Failed(string type, int status, string detail) => new(type, "shipping_quote", "error", status, $"{Carrier.Host}: {detail}");

    public void Dispose() => http.Dispose();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ShippingRate))]
internal sealed partial class ShippingJson : JsonSerializerContext;
