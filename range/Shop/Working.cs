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
    public static async Task<int> RunAsync(ShopSettings settings, Work work)
    {
        var builder = Hosting.Builder();
        builder.WebHost.UseUrls(settings.Listen);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(provider => new ShopLog(settings.LogFile, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<ShopMetrics>();
        builder.Services.AddSingleton(provider => new Workers(settings.Postgres + ";Application Name=worker", provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(provider => new ShopConfiguration(settings.ConfigFile, provider.GetRequiredService<TimeProvider>(), environmentFirst: true));
        builder.Services.AddSingleton(new DeployedRelease(settings.ReleaseFolder));
        if (work.HasFlag(Work.Queues))
        {
            AddQueues(builder.Services, settings);
        }
        if (work.HasFlag(Work.Routines))
        {
            builder.Services.AddHostedService<Reporting.Reporting>();
            builder.Services.AddHostedService<Recount>();
            builder.Services.AddHostedService<TillSync>();
            builder.Services.AddHostedService<Archiving>();
        }
        await using var app = builder.Build();
        app.MapGet("/metrics", (ShopMetrics metrics) => Results.Text(metrics.Render(), "text/plain; version=0.0.4"));
        app.MapGet("/health/", () => Results.Text("ok\n"));
        var release = app.Services.GetRequiredService<DeployedRelease>();
        if (work.HasFlag(Work.Queues) && release.Current.Features.NeedsLicence && Environment.GetEnvironmentVariable("LICENCE_KEY") is null)
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

    static void AddQueues(IServiceCollection services, ShopSettings settings)
    {
        services.AddSingleton(provider => new RedisConnection(settings.Redis, TimeSpan.FromSeconds(2), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<JobQueue>();
        services.AddSingleton<JobHandling>();
        services.AddHostedService<QueueWorkers>();
    }
}

/// <summary>What there is to do in the background. Queues may be worked off by several processes at once, routines by one.</summary>
[Flags]
internal enum Work
{
    Queues = 1,
    Routines = 2,
}
