using System.CommandLine;
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
        command.SetAction((parsed, cancellation) => Run(Options.Read(parsed.GetValue(configuration), parsed.GetValue(runbooks), parsed.GetValue(data)), parsed.GetValue(listen), cancellation));
        return command;
    }

    static async Task<int> Run(Configuration.Configuration configuration, string? listen, CancellationToken cancellation)
    {
        if (listen is not null)
        {
            if (!Uri.TryCreate(listen, UriKind.Absolute, out var uri) || uri.Scheme != "http") throw new Stop(Exit.Usage, $"--listen: \"{listen}\" is no address such as http://127.0.0.1:7070");
            configuration = configuration with { Listen = uri, PublicUrl = configuration.PublicUrl == configuration.Listen ? uri : configuration.PublicUrl };
        }

        await using var app = await Server.Build(configuration, TimeProvider.System, cancellation);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException exception)
        {
            throw new Stop(Exit.Failed, $"cannot listen on {configuration.Listen}: {exception.Message}");
        }

        Welcome(configuration, app.Services.GetRequiredService<Accounts.Accounts>());
        await app.WaitForShutdownAsync(cancellation);
        return Exit.Done;
    }

    static void Welcome(Configuration.Configuration configuration, Accounts.Accounts accounts)
    {
        var terminal = Terminal.Standard;
        terminal.Say($"Firstlook listens on {configuration.Listen}; its journal is in {configuration.Data}");
        terminal.Say($"Prometheus and Alertmanager present the token in {accounts.IntakeTokenFile}");
        foreach (var service in configuration.Services)
            foreach (var milder in service.Policy.Milder())
                terminal.Say($"Policy of {service.Name}, milder than the default: {milder}");
        if (accounts.IsFirstStart)
            terminal.Say($"Sign in once, within {Accounts.Accounts.LoginLinkLasts.TotalHours:0} hours, as {accounts.People[0]}: {accounts.LoginLink(accounts.People[0], configuration.PublicUrl)}");
        else
            terminal.Say("Sign in with: firstlook people link NAME");
    }
}
