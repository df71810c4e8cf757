using System.CommandLine;

namespace Firstlook.App.Cli;

static class PostmortemVerb
{
    public static Command Command()
    {
        var number = IncidentVerbs.Number();
        var configuration = Options.Configuration();
        var data = Options.Data();
        var command = new Command("postmortem", "Writes the draft of a postmortem, as Markdown, from the record") { number, configuration, data };
        command.SetAction(parsed =>
        {
            using var record = new OfflineRecords(Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data)));
            Terminal.Standard.Result(Response.IsRemembered(record.Room(parsed.GetValue(number))));
            return Exit.Done;
        });
        return command;
    }
}
