using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Firstlook.Range.Configuration;
using Firstlook.Range.Payments;
using Firstlook.Range.Shipping;

namespace Firstlook.Range.Provider;

/// <summary>
/// Everything outside that the shop and its runbooks call by a public name: two payment providers with their status
/// pages, a carrier, and a mail relay. They answer on a loopback address of the range's own, over TLS, and behave as the file
/// `outside` says.
/// </summary>
internal static class OutsideServices
{
    public static async Task<int> RunAsync(OutsideSettings settings)
    {
        var builder = Hosting.Builder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(settings.Listen, listen =>
            listen.UseHttps(X509Certificate2.CreateFromPemFile(settings.Certificate, settings.Key))));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(provider => new OutsideWorld(settings.OutsideFile, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(provider => new WebhookDelivery(settings.Shop, provider.GetRequiredService<OutsideWorld>(), provider.GetRequiredService<TimeProvider>()));
        await using var app = builder.Build();
        app.MapPost("/v1/charges", ChargeAsync).RequireHost("api.stripe.com", "api.paypal.com");
        app.MapPost("/v1/charges/{id}/refund", (string id) => Results.Text($"refunded {id}\n")).RequireHost("api.stripe.com", "api.paypal.com");
        app.MapGet("/api/v2/status.json", Status).RequireHost("status.stripe.com", "status.paypal.com", "status.supabase.com", "status.openai.com");
        app.MapGet("/rates", RatesAsync).RequireHost("external-api.example.com");
        app.MapMethods("/health", ["GET", "HEAD"], HealthAsync).RequireHost("external-api.example.com");
        app.MapPost("/mail", MailAsync).RequireHost("mail.example.net");
        await app.RunAsync();
        return 0;
    }

    static async Task<IResult> ChargeAsync(ChargeRequest request, OutsideWorld outside, WebhookDelivery webhooks, HttpContext http, TimeProvider clock)
    {
        var provider = http.Request.Host.Host.Split('.')[1];
        switch (outside.File[provider.ToUpperInvariant()])
        {
            case "down":
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            case "slow":
                await Task.Delay(TimeSpan.FromSeconds(2.2), clock, http.RequestAborted);
                break;
        }
        if (outside.File["DECLINED_BINS"].Split(',', StringSplitOptions.RemoveEmptyEntries).Contains(request.Bin))
        {
            return Results.Json(new ChargeAnswer(null, "do_not_honor"), PaymentJson.Default.ChargeAnswer, statusCode: StatusCodes.Status402PaymentRequired);
        }
        if (outside.File["DECLINED_ABOVE"] is { Length: > 0 } limit && request.Amount > decimal.Parse(limit, CultureInfo.InvariantCulture))
        {
            return Results.Json(new ChargeAnswer(null, "limit_exceeded"), PaymentJson.Default.ChargeAnswer, statusCode: StatusCodes.Status402PaymentRequired);
        }
        var charge = $"ch_{Guid.CreateVersion7(clock.GetUtcNow()):N}";
        webhooks.Announce(provider, request, charge);
        return Results.Json(new ChargeAnswer(charge, null), PaymentJson.Default.ChargeAnswer);
    }

    /// <summary>In the form of Statuspage (https://developer.statuspage.io/), which such providers use.</summary>
    static IResult Status(OutsideWorld outside, HttpContext http)
    {
        var service = http.Request.Host.Host.Split('.')[1];
        var well = service is not ("stripe" or "paypal") || outside.File[service.ToUpperInvariant()] is "up";
        var (indicator, description) = well ? ("none", "All Systems Operational") : ("critical", "Major Service Outage");
        return Results.Text($$"""{ "page": { "name": "{{service}}" }, "status": { "indicator": "{{indicator}}", "description": "{{description}}" } }""" + "\n", "application/json");
    }

    static async Task<IResult> RatesAsync(OutsideWorld outside, HttpContext http, TimeProvider clock)
    {
        await HangAsync(outside, http, clock);
        return Results.Json(new ShippingRate(4.90m, 2), ShippingJson.Default.ShippingRate);
    }

    static async Task<IResult> HealthAsync(OutsideWorld outside, HttpContext http, TimeProvider clock)
    {
        await HangAsync(outside, http, clock);
        return Results.Text("ok\n");
    }

    // A relay takes its time over each message.
    static async Task<IResult> MailAsync(OutsideWorld outside, HttpContext http, TimeProvider clock)
    {
        if (outside.File["MAIL"] == "refusing")
        {
            return Results.Text("554 5.7.1 refused: the sender is on a block list\n", statusCode: StatusCodes.Status502BadGateway);
        }
        await Task.Delay(TimeSpan.FromMilliseconds(250), clock, http.RequestAborted);
        return Results.Accepted();
    }

    static Task HangAsync(OutsideWorld outside, HttpContext http, TimeProvider clock) =>
        outside.File["CARRIER"] == "hanging" ? Task.Delay(TimeSpan.FromSeconds(30), clock, http.RequestAborted) : Task.CompletedTask;
}

/// <param name="Listen">OUTSIDE_LISTEN: address:port, an address of 127/8 that is the range's own.</param>
/// <param name="Certificate">OUTSIDE_CERTIFICATE: PEM, for all the names.</param>
/// <param name="Key">OUTSIDE_KEY: its key, PEM.</param>
/// <param name="OutsideFile">SHOP_OUTSIDE: how everybody outside behaves.</param>
/// <param name="Shop">OUTSIDE_SHOP: where webhooks are sent to.</param>
internal sealed record OutsideSettings(System.Net.IPEndPoint Listen, string Certificate, string Key, string OutsideFile, Uri Shop)
{
    public static OutsideSettings FromEnvironment() => new(
        System.Net.IPEndPoint.Parse(Required("OUTSIDE_LISTEN")),
        Required("OUTSIDE_CERTIFICATE"),
        Required("OUTSIDE_KEY"),
        Required("SHOP_OUTSIDE"),
        new Uri(Required("OUTSIDE_SHOP")));

    static string Required(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name} is not set; range/up sets it."));
}
