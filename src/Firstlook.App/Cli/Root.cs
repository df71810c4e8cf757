using System.CommandLine;
using Firstlook.App.Configuration;
using Firstlook.Effects.Tools;

namespace Firstlook.App.Cli;

/// <summary>The command line. Verbs that need no server build no host.</summary>
static class Root
{
    /// <summary>How long a verb may go on after it was asked to stop: what runs comes to its end.</summary>
    static readonly TimeSpan ServerEnds = TimeSpan.FromSeconds(12);

    /// <summary>A drill stops a whole range of servers, a cluster among them.</summary>
    static readonly TimeSpan DrillEnds = TimeSpan.FromMinutes(1);

    public static async Task<int> Run(string[] arguments)
    {
        var root = new RootCommand("Firstlook makes the runbooks that a team already has run: by the time you open the page, the first look is done.")
        {
            ServeVerb.Command(), DemoVerb.Command(), LookVerb.Command(), Rehearsals.RehearseVerb.Command(), DrillVerbs.Command(), ExplainVerb.Command(),
                CheckVerb.Command(), ClassifyVerb.Command(),
            IncidentVerbs.Command(), ActionVerbs.Command(), PostmortemVerb.Command(), VerifyVerb.Command(), PeopleVerbs.Command(), TargetVerbs.Command(),
        };
        var parsed = root.Parse(arguments);
        if (Mistakes.In(parsed) is { Count: > 0 } mistakes)
        {
            foreach (var line in mistakes) Terminal.Standard.Say(line);
            return Exit.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = parsed.CommandResult.Command.Parents.Any(parent => parent.Name == "drill") ? DrillEnds : ServerEnds });
        }
        catch (OperationCanceledException)
        {
            return Exit.Interrupted;
        }
        catch (Stop stop)
        {
            return Terminal.Standard.Fail(stop.Code, stop.Message);
        }
        catch (Journal.NoJournalException exception)
        {
            return Terminal.Standard.Fail(Exit.Failed, $"{exception.Message} --data names the folder of a server's journal, or --config the server's configuration.");
        }
        catch (Journal.JournalUnavailableException exception)
        {
            return Terminal.Standard.Fail(Exit.Failed, exception.Message);
        }
    }
}

/// <summary>Ends a verb with a sentence for the person and an exit code.</summary>
sealed class Stop(int code, string message) : Exception(message)
{
    public int Code => code;
}

/// <summary>Options that several verbs share.</summary>
static class Options
{
    public static Option<bool> Json() => new("--json") { Description = "Print the result as one JSON document" };

    public static Option<string?> Configuration() => new("--config") { Description = "The configuration file (default: $FIRSTLOOK_CONFIG, or firstlook.yaml here)" };

    public static Option<string[]> Runbooks() =>
        new("--runbooks") { Description = "Runbook files or folders instead of the configured ones", AllowMultipleArgumentsPerToken = true };

    public static Option<string?> Data() => new("--data") { Description = "Folder of the journal (default: as configured)" };

    /// <summary>For verbs that speak to a server: its token and its address stand in its data folder.</summary>
    public static Option<string?> ServerData() => new("--data") { Description = "Data folder of the server to speak to, on this machine (default: as configured)" };

    public static Option<string?> RulesOf() => new("--config") { Description = "A configuration whose teams' own rules of tools count too (with --team)" };

    public static Option<string?> Team() => new("--team") { Description = "The team whose rules count" };

    /// <summary>The programs that are known to a team of a configuration; where neither is named, the product's own.</summary>
    public static Toolset ToolsOf(string? configuration, string? team)
    {
        if (configuration is null && team is null) return Toolset.BuiltIn;
        var teams = Read(configuration).Teams;
        if (team is null) return teams.Count == 1 ? teams[0].Tools : throw new Stop(Exit.Usage, $"--team: the configuration has {teams.Count} teams; say whose rules count");
        return teams.FirstOrDefault(known => known.Name == team)?.Tools ?? throw new Stop(Exit.Usage, $"--team: there is no team \"{team}\" under teams");
    }

    /// <summary>The end of a sentence about something that is not configured: where there is no configuration at all, that is why.</summary>
    public static string WhereNoneIsFound(Configuration.Configuration configuration) =>
        configuration.File is null ? "; no configuration was found: there is no firstlook.yaml here, and --config names none" : "";

    /// <summary>The configuration that the options name; the default one where none is there and none was asked for.</summary>
    public static Configuration.Configuration Read(string? file, string[]? runbooks = null, string? data = null)
    {
        var named = file ?? Environment.GetEnvironmentVariable("FIRSTLOOK_CONFIG");
        var path = named ?? "firstlook.yaml";
        var configuration = App.Configuration.Configuration.Default(Directory.GetCurrentDirectory());
        if (named is not null || File.Exists(path))
        {
            if (!File.Exists(path)) throw new Stop(Exit.Usage, $"there is no configuration {path}");
            var (read, problems) = ConfigurationReader.ReadFile(path, Environment.GetEnvironmentVariable);
            configuration = read ?? throw new Stop(Exit.Usage, "the configuration has problems:\n  " + string.Join("\n  ", problems));
        }

        if (runbooks is { Length: > 0 })
        {
            foreach (var runbook in runbooks.Where(runbook => !File.Exists(runbook) && !Directory.Exists(runbook))) throw new Stop(Exit.NotFound, $"there is no runbook {runbook}");
            configuration = configuration with
            {
                Runbooks = runbooks.Select(Path.GetFullPath).ToEquatableArray(),
                Teams = configuration.Teams.Select(team => team with { Runbooks = [] }).ToEquatableArray(),
            };
        }

        return data is null ? configuration : configuration with { Data = Path.GetFullPath(data) };
    }
}
