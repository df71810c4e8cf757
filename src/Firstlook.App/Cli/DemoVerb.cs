using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Firstlook.App.Demo;

namespace Firstlook.App.Cli;

/// <summary>Starts the practice range, brings a fault about, and shows what becomes of it.</summary>
static class DemoVerb
{
    public static Command Command()
    {
        var once = new Option<bool>("--once") { Description = "Play the whole story without a person, confirm each stage from outside, and end" };
        var fault = new Option<string>("--fault") { Description = string.Join(", ", Scenario.All.Select(scenario => scenario.Fault)),
            DefaultValueFactory = _ => Scenario.All[0].Fault };
        var sabotage = new Option<string?>("--sabotage") { Description = $"Break one stage, which must make it fail: {string.Join(", ", Story.Stages)}" };
        var runbooks = new Option<string?>("--runbooks") { Description = "Runbooks instead of the range's own" };
        var port = new Option<int>("--port") { Description = "Where the page is served (default: a free port)", CustomParser = Mistakes.Number("port") };
        var range = new Option<string?>("--range") { Description = "Folder of the range (default: found from here upwards)" };
        var command =
            new Command("demo", "Shows it all on the practice range: a real fault, its alert, the first look, the healing, the postmortem") { once, fault, sabotage,
                runbooks, port, range };
        command.SetAction(async (parsed, cancellation) =>
        {
            var scenario = Scenario.All.FirstOrDefault(scenario => scenario.Fault == parsed.GetValue(fault))
                ?? throw new Stop(Exit.Usage, $"--fault: there is no fault \"{parsed.GetValue(fault)}\"");
            if (parsed.GetValue(sabotage) is { } stage && !Story.Stages.Contains(stage)) throw new Stop(Exit.Usage, $"--sabotage: there is no stage \"{stage}\"");
            var home = Environment.GetEnvironmentVariable("RANGE_HOME")
                ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/state/firstlook/demo");
            // A demo begins with an empty journal.
            if (Directory.Exists(Path.Combine(home, "firstlook"))) Directory.Delete(Path.Combine(home, "firstlook"), recursive: true);
            var settings = new StorySettings(
                parsed.GetValue(range) ?? FoundRange(), home, parsed.GetValue(port) is > 0 and var asked ? asked : FreePort(), scenario,
                    parsed.GetValue(once) || parsed.GetValue(sabotage) is not null,
                parsed.GetValue(runbooks) is { } other ? Path.GetFullPath(other) : null, parsed.GetValue(sabotage));
            try
            {
                await new Story(settings, Terminal.Standard.Say, TimeProvider.System).Play(cancellation);
                return Exit.Done;
            }
            catch (DemoFailed failed)
            {
                return Terminal.Standard.Fail(failed.Code, failed.Message);
            }
        });
        return command;
    }

    public static string FoundRange()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "range", "up"))) return Path.Combine(folder.FullName, "range");
        throw new Stop(Exit.NotFound, "the range is not here: run it from Firstlook's repository, or say --range FOLDER");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
