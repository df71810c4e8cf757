using System.CommandLine;
using Firstlook.Runbooks;

namespace Firstlook.App.Cli;

static class ExplainVerb
{
    /// <summary>Larger files are no runbooks.</summary>
    const long LargestFile = 16 * 1024 * 1024;

    public static System.CommandLine.Command Command()
    {
        var files = new Argument<string[]>("FILE") { Description = "Runbooks: .md, .markdown or .txt", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Print one JSON document; of several files an array of them, in the order given" };
        var command = new System.CommandLine.Command("explain", "Shows what Firstlook understands of runbooks: procedures, steps, effects, hypotheses, clocks") { files, json };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(json)));
        return command;
    }

    static int Run(string[] files, bool json)
    {
        foreach (var file in files)
        {
            if (!File.Exists(file)) throw new Stop(Exit.NotFound, $"there is no file {file}");
            if (new FileInfo(file).Length > LargestFile) throw new Stop(Exit.Usage, $"{file} is larger than {LargestFile / 1024 / 1024} MiB");
        }

        // A library is read on all processors, and printed in order as it comes.
        var pages = files.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(f => Page(RunbookReader.Read(f, File.ReadAllBytes(f)), json));
        if (json) Print(pages, files.Length);
        else
        {
            var first = true;
            foreach (var page in pages)
            {
                Terminal.Standard.Result(first ? page : $"\n\n{page}");
                first = false;
            }
        }

        return Exit.Done;
    }

    static string Page(Runbook runbook, bool json) => json ? Explanation.Json(runbook) : Explanation.Text(runbook);

    static void Print(IEnumerable<string> documents, int count)
    {
        var output = Terminal.Standard.Output;
        if (count > 1) output.WriteLine("[");
        var left = count;
        foreach (var document in documents) output.WriteLine(--left > 0 ? document + "," : document);
        if (count > 1) output.WriteLine("]");
    }
}
