using Firstlook.Range.Releases;
using Firstlook.Range.Shipping;
using Firstlook.Range.Telemetry;

namespace Firstlook.Range;

/// <summary>The part of the shop that runs in a cluster where there is one: shipping quotes, and whether it can give them.</summary>
internal static class Quoting
{
    public static async Task<int> RunAsync(QuotingSettings settings)
    {
        var builder = Hosting.Builder();
        builder.WebHost.UseUrls(settings.Listen);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new DeployedRelease(settings.ReleaseFolder));
        builder.Services.AddSingleton(provider => new ShopLog(settings.LogFile, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<ShopMetrics>();
        builder.Services.AddSingleton<ShippingQuote>();
        await using var app = builder.Build();
        app.UseMiddleware<RequestObservation>();
        app.Services.GetRequiredService<ShippingQuote>().Map(app);
        app.MapGet("/health/ready/", () => Results.Text("ok\n"));
        app.MapGet("/metrics", (ShopMetrics metrics) => Results.Text(metrics.Render(), "text/plain; version=0.0.4"));
        await app.RunAsync();
        return 0;
    }
}

/// <param name="Listen">SHOP_LISTEN: the address to serve on, loopback only.</param>
/// <param name="ReleaseFolder">SHOP_RELEASE: where deploys arrive.</param>
/// <param name="LogFile">SHOP_LOG: the JSON log, one object a line.</param>
internal sealed record QuotingSettings(string Listen, string ReleaseFolder, string LogFile)
{
    public static QuotingSettings FromEnvironment() => new(ShopSettings.Loopback("SHOP_LISTEN"), ShopSettings.Required("SHOP_RELEASE"), ShopSettings.Required("SHOP_LOG"));
}
