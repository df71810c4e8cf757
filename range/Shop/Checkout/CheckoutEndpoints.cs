using Firstlook.Range.Configuration;
using Firstlook.Range.Payments;
using Firstlook.Range.Telemetry;
using Firstlook.Range.Tenancy;

namespace Firstlook.Range.Checkout;

/// <summary>POST /api/checkout/, and for the shop's people POST /admin/breakers/SERVICE/STATE.</summary>
internal static class CheckoutEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/checkout/", PlaceAsync);

    public static void MapAdministration(IEndpointRouteBuilder routes) => routes.MapPost("/breakers/{service}/{state}", Force);

    static async Task<IResult> PlaceAsync(NewOrder wanted, OrderPlacement orders, HttpContext http, CancellationToken cancellation)
    {
        if (wanted.Amount is <= 0 or > 10_000 || wanted.Bin.Length != 6 || wanted.Key.Length is 0 or > 100)
        {
            throw new RefusedException(Refusal.Invalid("place_order", "an order has an amount of up to 10000, six digits of a card, and a key"));
        }
        var (order, known) = await orders.PlaceAsync(Tenant.Of(http), wanted, http.Request.Headers.ContainsKey("X-Retry"), RequestObservation.Id(http), cancellation);
        return Results.Json(order, ShopJson.Default.PlacedOrder, statusCode: known ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    static IResult Force(string service, BreakerState state, PaymentProviders providers)
    {
        if (providers.Find(service) is not { } provider)
        {
            return Results.NotFound($"there is no circuit breaker {service}\n");
        }
        provider.Breaker.Force(state);
        return Results.Text($"{service}: {provider.Breaker.State}\n");
    }
}
