using System.CommandLine;
using Firstlook.Effects.Tools;
using Firstlook.Runbooks;

namespace Firstlook.App.Cli;

static class ExplainVerb
{
    /// <summary>Larger files are no runbooks.</summary>
    const long LargestFile = 16 * 1024 * 1024;

    public static System.CommandLine.Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "A runbook: .md, .markdown or .txt" };
        var (configuration, team, json) = (Options.RulesOf(), Options.Team(), Options.Json());
        var command = new System.CommandLine.Command("explain", "Shows what Firstlook understands of a runbook: procedures, steps, effects, hypotheses, clocks") { file, configuration, team, json };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, Options.ToolsOf(parsed.GetValue(configuration), parsed.GetValue(team)), parsed.GetValue(json)));
        return command;
    }

    static int Run(string file, Toolset tools, bool json)
    {
        if (!File.Exists(file)) throw new Stop(Exit.NotFound, $"there is no file {file}");
        if (new FileInfo(file).Length > LargestFile) throw new Stop(Exit.Usage, $"{file} is larger than {LargestFile / 1024 / 1024} MiB");
        var runbook = RunbookReader.Read(file, File.ReadAllBytes(file), tools);
        if (json) Terminal.Standard.Output.WriteLine(Explanation.Json(runbook));
        else Terminal.Standard.Result(Explanation.Text(runbook));
        return Exit.Done;
    }
}
