using System.Globalization;
using System.Runtime.InteropServices;
using Firstlook.Range.Configuration;
using Firstlook.Range.Database;
using Firstlook.Range.Queues;
using Firstlook.Range.Redis;
using Firstlook.Range.Releases;
using Firstlook.Range.Stock;
using Firstlook.Range.Telemetry;

namespace Firstlook.Range;

/// <summary>The shop's worker process: everything that is done in the background, beside the one that serves.</summary>
internal static class Working
{
    public static async Task<int> RunAsync(ShopSettings settings)
    {
        var builder = Hosting.Builder();
        builder.WebHost.UseUrls(settings.Listen);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(provider => new ShopLog(settings.LogFile, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<ShopMetrics>();
        builder.Services.AddSingleton(provider => new Workers(settings.Postgres + ";Application Name=worker", provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(provider => new ShopConfiguration(settings.ConfigFile, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(new DeployedRelease(settings.ReleaseFolder));
        builder.Services.AddSingleton(provider => new RedisConnection(settings.Redis, TimeSpan.FromSeconds(2), provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<JobQueue>();
        builder.Services.AddSingleton<JobHandling>();
        builder.Services.AddHostedService<QueueWorkers>();
        builder.Services.AddHostedService<Reporting.Reporting>();
        builder.Services.AddHostedService<Recount>();
        builder.Services.AddHostedService<TillSync>();
        builder.Services.AddHostedService<Archiving>();
        await using var app = builder.Build();
        app.MapGet("/metrics", (ShopMetrics metrics) => Results.Text(metrics.Render(), "text/plain; version=0.0.4"));
        app.MapGet("/health/", () => Results.Text("ok\n"));
        var release = app.Services.GetRequiredService<DeployedRelease>();
        if (release.Current.Features.NeedsLicence && Environment.GetEnvironmentVariable("LICENCE_KEY") is null)
        {
            var log = app.Services.GetRequiredService<ShopLog>();
            log.Write(new LogEntry { Timestamp = log.Now(), Level = "CRITICAL", Event = "worker.start", Message = $"release {release.Current.Version} does not start: LICENCE_KEY is not set", ExceptionType = "KeyError" });
            return 1;
        }
        ProcessMetrics.AddTo(app.Services.GetRequiredService<ShopMetrics>(), TimeProvider.System);
        using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            release.Reload();
        });
        await File.WriteAllTextAsync(settings.PidFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n");
        await app.RunAsync();
        File.Delete(settings.PidFile);
        return 0;
    }
}
