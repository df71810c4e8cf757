using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Firstlook.Range.Caching;
using Firstlook.Range.Certificates;
using Firstlook.Range.Checkout;
using Firstlook.Range.Configuration;
using Firstlook.Range.Database;
using Firstlook.Range.Faults;
using Firstlook.Range.Payments;
using Firstlook.Range.Queues;
using Firstlook.Range.Redis;
using Firstlook.Range.Releases;
using Firstlook.Range.Sales;
using Firstlook.Range.Shipping;
using Firstlook.Range.Stock;
using Firstlook.Range.Telemetry;
using Firstlook.Range.Webhooks;
using Firstlook.Range.Website;

namespace Firstlook.Range;

/// <summary>The shop as a server: a master that owns the socket and the pid file, and workers that can be restarted.</summary>
internal static class Serving
{
    // A request must not hang because Redis does.
    static readonly TimeSpan RedisPatience = TimeSpan.FromMilliseconds(500);

    public static async Task<int> RunAsync(ShopSettings settings)
    {
        var builder = Hosting.Builder();
        builder.WebHost.UseUrls(settings.Listen);
        AddServices(builder.Services, settings);
        await using var app = builder.Build();
        await Migrations.ApplyAsync(app.Services.GetRequiredService<Workers>().Current.Source, CancellationToken.None);
        await app.Services.GetRequiredService<Deliveries>().RefillAsync(CancellationToken.None);
        AddGauges(app.Services);
        app.UseMiddleware<RequestObservation>();
        MapRoutes(app, settings);
        using var hangup = RestartOnHangup(app.Services);
        await File.WriteAllTextAsync(settings.PidFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n");
        await app.RunAsync();
        File.Delete(settings.PidFile);
        return 0;
    }

    static void AddServices(IServiceCollection services, ShopSettings settings)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ShopJson.Default);
            // The framework reads bodies with its own options, not with those of the context.
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        // Malformed bodies are refused like everything else, in RequestObservation.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(provider => new ShopConfiguration(settings.ConfigFile, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new OutsideWorld(settings.OutsideFile, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new DeployedRelease(settings.ReleaseFolder));
        services.AddSingleton(provider => new Deployment(settings.Checkout, provider.GetRequiredService<DeployedRelease>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ShopLog(settings.LogFile, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ShopMetrics>();
        services.AddSingleton(provider => new Workers(settings.Postgres + ";Application Name=shop", provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton("throttle", (provider, _) => new RedisConnection(settings.RedisThrottle, RedisPatience, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new RedisConnection(settings.Redis, RedisPatience, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LeadThrottle>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<CoalescingCache>();
        services.AddSingleton<PaymentProviders>();
        services.AddSingleton<IdempotencyKeys>();
        services.AddSingleton<Promotions>();
        services.AddSingleton<OrderJournal>();
        services.AddSingleton<OrderPlacement>();
        services.AddSingleton<RecentWebhooks>();
        services.AddSingleton<WebhookIntake>();
        services.AddSingleton<WebhookEndpoints>();
        services.AddSingleton<ShippingQuote>();
        services.AddSingleton<RedisStatistics>();
        services.AddHostedService(provider => provider.GetRequiredService<RedisStatistics>());
        services.AddSingleton<StockConsumption>();
        services.AddSingleton<SaleCreation>();
        services.AddSingleton<SalePayment>();
        services.AddSingleton<Refunds>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<ExpiryCleanup>();
        services.AddSingleton<StockRoutine>();
        services.AddHostedService(provider => provider.GetRequiredService<StockRoutine>());
        services.AddSingleton<DatabaseStatistics>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseStatistics>());
        services.AddSingleton(provider => new CertificateAuthority(settings.TlsFolder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CertificateProbe>();
        services.AddHostedService(provider => provider.GetRequiredService<CertificateProbe>());
        FaultLibrary.AddTo(services, settings.Kubeconfig);
    }

    static void AddGauges(IServiceProvider services)
    {
        var metrics = services.GetRequiredService<ShopMetrics>();
        var clock = services.GetRequiredService<TimeProvider>();
        // What counts is there from the start, at nought, and not only after its first use.
        services.GetRequiredService<OrderPlacement>();
        services.GetRequiredService<CoalescingCache>();
        services.GetRequiredService<WebhookEndpoints>();
        var release = services.GetRequiredService<DeployedRelease>();
        metrics.Add(new LabelledGauge("shop_release_info", "The release that runs.", "version")).Follow(() => [([release.Current.Version], 1)]);
        ProcessMetrics.AddTo(metrics, clock);
        ProcessMetrics.AddDisk(metrics);
    }

    static void MapRoutes(WebApplication app, ShopSettings settings)
    {
        SaleEndpoints.Map(app);
        LeadEndpoints.Map(app);
        Catalogue.Map(app);
        StockReport.Map(app);
        CheckoutEndpoints.Map(app);
        app.Services.GetRequiredService<WebhookEndpoints>().Map(app);
        app.Services.GetRequiredService<ShippingQuote>().Map(app);
        Accounts.Map(app);
        Health.Map(app);
        app.MapGet("/metrics", (ShopMetrics metrics) => Results.Text(metrics.Render(), "text/plain; version=0.0.4"));
        if (settings.FaultToken is { Length: > 0 } token)
        {
            FaultEndpoints.Map(app, token);
            ConnectionReport.Map(app.MapGroup("/functions").AddEndpointFilter(Bearer.Requires(token)));
            CheckoutEndpoints.MapAdministration(app.MapGroup("/admin").AddEndpointFilter(Bearer.Requires(token)));
        }
    }

    /// <summary>`kill -HUP` takes up what was deployed and restarts the workers gracefully, as it does with gunicorn's master.</summary>
    static PosixSignalRegistration RestartOnHangup(IServiceProvider services)
    {
        var workers = services.GetRequiredService<Workers>();
        var log = services.GetRequiredService<ShopLog>();
        var release = services.GetRequiredService<DeployedRelease>();
        return PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            log.Write(new LogEntry { Timestamp = log.Now(), Level = "WARNING", Event = "workers.restart", Message = "SIGHUP: workers are restarted" });
            release.Reload();
            workers.RestartAsync().GetAwaiter().GetResult();
        });
    }
}
