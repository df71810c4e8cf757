using Firstlook.App.Accounts;
using Firstlook.App.Api;
using Firstlook.App.Desk;
using Firstlook.App.Intake;
using Firstlook.App.Loops;
using Firstlook.App.Rehearsals;
using Firstlook.App.Senders;
using Firstlook.App.Senders.Slack;
using Firstlook.App.Senders.Webhook;
using Firstlook.App.Web;
using Firstlook.Executors;
using Firstlook.Masking;
using Microsoft.Extensions.Hosting;

namespace Firstlook.App.Serving;

/// <summary>The server: one process, one journal, the loops beside it, and the page, the interface and the intake in front.</summary>
static class Server
{
    /// <summary>Built and loaded, not yet listening.</summary>
    /// <exception cref="Journal.JournalUnavailableException">Another server has the data folder, or it cannot be used.</exception>
    public static async Task<WebApplication> Build(Configuration.Configuration configuration, TimeProvider time, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "firstlook", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddSimpleConsole(console => { console.SingleLine = true; console.UseUtcTimestamp = true; console.TimestampFormat = "HH:mm:ss "; });
        // What keeps it from starting ends the verb, with a sentence of ours; a loop that dies meanwhile is critical, and told.
        WebApplication? built = null;
        LogLevel Least(LogLevel before) => built?.Lifetime.ApplicationStarted.IsCancellationRequested == true ? LogLevel.Warning : before;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", level => level >= Least(LogLevel.Critical))
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level >= Least(LogLevel.None));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // It warns that it makes pages uncacheable; so do we.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // Every refused token is answered; told in the log it would let a stranger fill it.
        builder.Logging.AddFilter("Firstlook.App.Accounts", LogLevel.Warning);
        // Results go to standard output; all that is told besides them does not.
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseUrls(configuration.Listen.ToString());
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            kestrel.Limits.MaxConcurrentConnections = 2000;
        });
        // A loop that ends is a server that does not do its work: better none than half a one.
        builder.Services.Configure<HostOptions>(host =>
            { host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.StopHost; host.ShutdownTimeout = TimeSpan.FromSeconds(10); });

        var journal = await Journal.Journal.Open(configuration.Data, time, cancellation);
        var accounts = AccountsOf(configuration, time);
        var records = new Records(journal, configuration.ToolsOf);
        records.Load();
        var changes = new ChangeLog(journal, time);
        changes.Load();
        Services(builder.Services, configuration, journal, records, changes, time);
        AccountServices.Add(builder.Services, accounts);
        WebEndpoints.AddServices(builder.Services);
        var app = built = builder.Build();
        _ = app.Services.GetRequiredService<Journal.Journal>();
        TellAddress(app.Lifetime, configuration);
        app.Services.GetRequiredService<AlertIntake>().Load();
        await app.Services.GetRequiredService<Deadlines>().Rebuild(cancellation);
        WebEndpoints.Map(app);
        DrillsEndpoint.Map(app, configuration.Data);
        RehearsalsEndpoint.Map(app);
        app.MapGet("/health", () => "ok\n").AllowAnonymous();
        IntakeEndpoints.Map(app, IntakeAuthentication.Name);
        ChangeEndpoint.Map(app, IntakeAuthentication.Name);
        ApiEndpoints.Map(app);
        return app;
    }

    /// <summary>The command line finds the server of a data folder by what stands there, as long as it listens.</summary>
    static void TellAddress(IHostApplicationLifetime lifetime, Configuration.Configuration configuration)
    {
        var file = Path.Combine(configuration.Data, Cli.ServerClient.AddressFile);
        lifetime.ApplicationStarted.Register(() => PrivateFile.Write(file, System.Text.Encoding.UTF8.GetBytes(configuration.Listen + "\n")));
        lifetime.ApplicationStopping.Register(() => File.Delete(file));
    }

    /// <summary>The people of the configuration, and a token for the command line on this machine.</summary>
    public static Accounts.Accounts AccountsOf(Configuration.Configuration configuration, TimeProvider time)
    {
        PrivateFile.MakeFolder(configuration.Data);
        if (configuration.IntakeToken is { } token) PrivateFile.Write(Path.Combine(configuration.Data, "intake-token"), System.Text.Encoding.UTF8.GetBytes(token + "\n"));
        var accounts = Accounts.Accounts.Open(configuration.Data, time);
        accounts.Admit(configuration.People);
        var terminal = Path.Combine(configuration.Data, Cli.ServerClient.TokenFile);
        if (!File.Exists(terminal)) PrivateFile.Write(terminal, System.Text.Encoding.UTF8.GetBytes(accounts.ApiToken(accounts.People[0]) + "\n"));
        return accounts;
    }

    static void Services(IServiceCollection services, Configuration.Configuration configuration, Journal.Journal journal, Records records, ChangeLog changes, TimeProvider time)
    {
        services.AddSingleton(time);
        services.AddSingleton(configuration);
        // By way of a function, so that the container closes it at the end.
        services.AddSingleton(_ => journal);
        services.AddSingleton(_ => changes);
        services.AddSingleton(records);
        services.AddSingleton(new Masker([.. configuration.MaskedFields]));
        services.AddSingleton(provider => LibrariesOf(configuration, problem => Log.RunbookProblem(provider.GetRequiredService<ILogger<Libraries>>(), problem)));
        services.AddSingleton(new Consequences(configuration.Senders, configuration.PublicUrl, records));
        services.AddSingleton<JournalDesk>();
        services.AddSingleton<IncidentDesk>(provider => provider.GetRequiredService<JournalDesk>());
        services.AddSingleton<AlertIntake>();
        services.AddSingleton(provider => new TargetExecutors(configuration.Connections, time, provider.GetRequiredService<Masker>()));
        services.AddSingleton<IReadOnlyDictionary<string, ISender>>(_ => SendersOf(configuration, time));
        Loop<Looking>(services);
        Loop<Concluding>(services);
        Loop<Warming>(services);
        services.AddSingleton<Sounding>();
        Loop<Preparing>(services);
        Loop<Acting>(services);
        Loop<Deadlines>(services);
        Loop<Sending>(services);
        Loop<Following>(services);
        services.AddSingleton(new RehearsalFile(configuration.Data));
        services.AddSingleton(new Peace(configuration.Services));
        services.AddSingleton<RotTelling>();
        Loop<Rehearsing>(services);

        static void Loop<T>(IServiceCollection services)
            where T : class, IHostedService
        {
            services.AddSingleton<T>();
            services.AddHostedService(provider => provider.GetRequiredService<T>());
        }
    }

    public static Libraries LibrariesOf(Configuration.Configuration configuration, Action<string> problem) =>
        new(configuration.Services, configuration.Teams, configuration.Runbooks, problem);

    static Dictionary<string, ISender> SendersOf(Configuration.Configuration configuration, TimeProvider time)
    {
        var client = Post.Client();
        return configuration.Senders.ToDictionary(
            sender => sender.Name,
            sender => sender.Kind switch
            {
                "slack" => (ISender)new SlackSender(client, sender.Url),
                _ => new WebhookSender(client, sender.Url, sender.Secret!, time),
            },
            StringComparer.Ordinal);
    }
}
