using System.CommandLine;

namespace Firstlook.App.Cli;

static class VerifyVerb
{
    public static Command Command()
    {
        var configuration = Options.Configuration();
        var data = Options.Data();
        var json = Options.Json();
        var command = new Command("verify", "Proves the journal: recomputes every hash and names the first broken link") { configuration, data, json };
        command.SetAction(parsed => Run(Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data)).Data, parsed.GetValue(json)));
        return command;
    }

    static int Run(string folder, bool json)
    {
        var found = Journal.Journal.Verify(folder);
        if (json) Terminal.Standard.Output.WriteLine(System.Text.Json.JsonSerializer.Serialize(found, Api.RoomJson.Options));
        else if (found.Broken is null)
            Terminal.Standard.Result(
                $"The journal is whole: {found.Events} events of {found.Streams} incidents, {found.Evidence} pieces of evidence, {found.Checkpoints} checkpoints."
                + (found.Seal is { } seal ? $" Its last seal is {seal}." : ""));
        else Terminal.Standard.Result($"The journal is broken: {found.Broken}");
        return found.Broken is null ? Exit.Done : Exit.Failed;
    }
}
