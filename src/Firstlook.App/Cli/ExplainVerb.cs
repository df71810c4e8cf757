using System.Collections.Concurrent;
using System.CommandLine;
using Firstlook.App.Desk;
using Firstlook.Effects.Tools;
using Firstlook.Runbooks;

namespace Firstlook.App.Cli;

static class ExplainVerb
{
    /// <summary>Larger files are no runbooks.</summary>
    const long LargestFile = 16 * 1024 * 1024;

    public static System.CommandLine.Command Command()
    {
        var files = new Argument<string[]>("FILE") { Description = "Runbooks (.md, .markdown or .txt), or folders of them", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description =
            "Print one JSON document; of several files, or of a folder, an array of them: in the order given, a folder's by name" };
        var (configuration, team) = (Options.RulesOf(), Options.Team());
        var command =
            new System.CommandLine.Command("explain", "Shows what Firstlook understands of runbooks: procedures, steps, effects, hypotheses, clocks") { files,
                configuration, team, json };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, Options.ToolsOf(parsed.GetValue(configuration), parsed.GetValue(team)), parsed.GetValue(json)));
        return command;
    }

    static int Run(string[] named, Toolset tools, bool json)
    {
        var files = named.SelectMany(RunbookFiles.Matching).SelectMany(Libraries.Files).ToArray();
        if (files.Length == 0) throw new Stop(Exit.NotFound, $"there is no runbook (.md, .markdown or .txt) in {string.Join(", ", named)}");
        foreach (var file in files.Where(file => !Path.Exists(file))) throw new Stop(Exit.NotFound, $"there is no file or folder {file}");
        var unread = new ConcurrentQueue<string>();
        foreach (var (folder, why) in named.SelectMany(RunbookFiles.Closed)) unread.Enqueue($"{folder}: {why}");

        // A library is read on all processors, and printed in order as it comes; what cannot be read keeps nobody from the rest.
        var pages = files.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(file => RunbookFiles.Read(file, LargestFile, out var why) is { } bytes ? Page(RunbookReader.Read(file, bytes, tools), json) : Left(file, why))
            .Where(page => page is not null).Select(page => page!);
        if (json) Print(pages, asArray: files.Length > 1 || named.Any(Directory.Exists));
        else
        {
            var first = true;
            foreach (var page in pages)
            {
                Terminal.Standard.Result(first ? page : $"\n\n{page}");
                first = false;
            }
        }

        foreach (var one in unread) Terminal.Standard.Fail(Exit.Failed, one);
        return unread.IsEmpty ? Exit.Done : Exit.Failed;

        string? Left(string file, string why)
        {
            unread.Enqueue($"{file}: {why}");
            return null;
        }
    }

    static string Page(Runbook runbook, bool json) => json ? Explanation.Json(runbook) : Explanation.Text(runbook);

    static void Print(IEnumerable<string> documents, bool asArray)
    {
        var output = Terminal.Standard.Output;
        if (asArray) output.WriteLine("[");
        var first = true;
        foreach (var document in documents)
        {
            if (!first) output.WriteLine(",");
            output.Write(document);
            first = false;
        }

        if (!first) output.WriteLine();
        if (asArray) output.WriteLine("]");
    }
}
