using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Firstlook.Range.Releases;

namespace Firstlook.Range.Shipping;

internal sealed record ShippingRate(decimal Price, int Days);

/// <summary>GET /api/shipping/quote/: what the carrier asks for a parcel, from the carrier's own service outside.</summary>
internal sealed class ShippingQuote(DeployedRelease release) : IDisposable
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
            if (release.Current.Features.ParcelWeights)
            {
                return Weighed(await response.Content.ReadFromJsonAsync(ShippingJson.Default.DictionaryStringJsonElement, cancellation) ?? []);
            }
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

    static IResult Weighed(Dictionary<string, JsonElement> fields)
    {
        try
        {
            return Results.Text($"{{ \"price\": {fields["price"]}, \"days\": {fields["days"]}, \"grams\": {fields["grams"]} }}\n", "application/json");
        }
        catch (KeyNotFoundException missing)
        {
            throw new RefusedException(new Refusal("KeyError", "shipping_quote", "error", StatusCodes.Status500InternalServerError, missing.Message), missing);
        }
    }

    static Refusal Failed(string type, int status, string detail) => new(type, "shipping_quote", "error", status, $"{Carrier.Host}: {detail}");

    public void Dispose() => http.Dispose();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ShippingRate))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class ShippingJson : JsonSerializerContext;
