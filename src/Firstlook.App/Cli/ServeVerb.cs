using System.CommandLine;
using System.Net.Sockets;
using Firstlook.App.Serving;

namespace Firstlook.App.Cli;

static class ServeVerb
{
    public static Command Command()
    {
        var configuration = Options.Configuration();
        var runbooks = Options.Runbooks();
        var data = Options.Data();
        var listen = new Option<string?>("--listen") { Description = "Where to listen (default: as configured, else http://127.0.0.1:7070)" };
        var command = new Command("serve", "Takes alerts in, runs first looks, keeps the clocks, and serves the page") { configuration, runbooks, data, listen };
        command.SetAction((parsed, cancellation) =>
            Run(Options.Read(parsed.GetValue(configuration), parsed.GetValue(runbooks), parsed.GetValue(data)), parsed.GetValue(listen), cancellation));
        return command;
    }

    static async Task<int> Run(Configuration.Configuration configuration, string? listen, CancellationToken cancellation)
    {
        if (listen is not null)
        {
            if (!Uri.TryCreate(listen, UriKind.Absolute, out var uri) || uri.Scheme != "http")
                throw new Stop(Exit.Usage, $"--listen: \"{listen}\" is no address such as http://127.0.0.1:7070");
            configuration = configuration with { Listen = uri, PublicUrl = configuration.PublicUrl == configuration.Listen ? uri : configuration.PublicUrl };
        }

        MissingRunbooks(configuration);
        await using var app = await Built(configuration, cancellation);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception exception) when (WhyNotListening(exception) is { } why)
        {
            throw new Stop(Exit.Failed, $"cannot listen on {configuration.Listen.GetLeftPart(UriPartial.Authority)}: {why}; choose another with --listen");
        }

        Welcome(configuration, app.Services.GetRequiredService<Accounts.Accounts>());
        await app.WaitForShutdownAsync(cancellation);
        return Exit.Done;
    }

    static async Task<WebApplication> Built(Configuration.Configuration configuration, CancellationToken cancellation)
    {
        try
        {
            return await Server.Build(configuration, TimeProvider.System, cancellation);
        }
        catch (InvalidDataException damaged)
        {
            // A file of accounts or the token's: the message names it, and says what to do.
            throw new Stop(Exit.Failed, damaged.Message);
        }
    }

    /// <returns>Null where it is something else that keeps the server from starting.</returns>
    static string? WhyNotListening(Exception exception) => exception switch
    {
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => "the port is in use",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => "this machine has no such address",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "only an administrator may listen there",
        SocketException other => other.Message,
        { InnerException: { } inner } => WhyNotListening(inner),
        _ => null,
    };

    /// <summary>Whoever wrote down where the runbooks are wants them: without them the first night would find out.</summary>
    static void MissingRunbooks(Configuration.Configuration configuration)
    {
        var named = configuration.Runbooks.Select(path => (Key: "runbooks", Path: path))
            .Concat(configuration.Teams.SelectMany(team => team.Runbooks.Select(path => (Key: $"teams.{team.Name}.runbooks", Path: path))));
        var missing = named.Where(one => !File.Exists(one.Path) && !Directory.Exists(one.Path))
            .Select(one => $"\n  {configuration.File ?? "--runbooks"}: {one.Key}: there is no file or folder {one.Path}").ToArray();
        if (missing.Length > 0) throw new Stop(Exit.Usage, "the configuration has problems:" + string.Concat(missing));
    }

    static void Welcome(Configuration.Configuration configuration, Accounts.Accounts accounts)
    {
        var terminal = Terminal.Standard;
        terminal.Say($"Firstlook listens on {configuration.Listen}; its journal is in {configuration.Data}");
        terminal.Say($"Prometheus and Alertmanager present the token in {accounts.IntakeTokenFile}");
        if (configuration.Services.IsEmpty)
            terminal.Say(
                $"No service is configured: nothing will be looked into{Options.WhereNoneIsFound(configuration)}; see services and targets in README.md and docs/targets.md");
        foreach (var service in configuration.Services)
            foreach (var milder in service.Policy.Milder())
                terminal.Say($"Policy of {service.Name}, milder than the default: {milder}");
        if (accounts.IsFirstStart)
        {
            var first = accounts.People[0];
            terminal.Say($"Sign in once, within {Accounts.Accounts.LoginLinkLasts.TotalHours:0} hours, as {first}: {accounts.LoginLink(first, configuration.PublicUrl)}");
        }
        else
            terminal.Say("Sign in with: firstlook people link NAME");
    }
}
