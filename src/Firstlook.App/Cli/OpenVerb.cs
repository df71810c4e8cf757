using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Firstlook.App.Accounts;
using Firstlook.Executors.Shell;
using Firstlook.Incidents;
using Firstlook.Masking;

namespace Firstlook.App.Cli;

/// <summary><c>action open</c>: an approved action that a person types into runs in their own terminal, as themselves, and its transcript joins the record.</summary>
static class OpenVerb
{
    /// <summary>script(1), of util-linux: it runs a program on a terminal of its own and writes down what that shows.</summary>
    const string Recorder = "/usr/bin/script";

    public static Command Command()
    {
        var number = IncidentVerbs.Number();
        var action = ActionVerbs.ActionNumber();
        var (configuration, data) = (Options.Configuration(), Options.ServerData());
        var command =
            new Command("open", "Opens an approved action that needs a person at a terminal, here and now; what is seen joins the record, masked") { number, action,
                configuration, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data));
            using var server = new ServerClient(settings);
            var path = $"/api/incidents/{parsed.GetValue(number)}";
            var wanted = parsed.GetValue(action);
            var shown = ActionVerbs.Find((await server.Get(path, cancellation)).GetProperty("actions"), wanted);
            if (!File.Exists(Recorder)) throw new Stop(Exit.Failed, $"{Recorder} is not installed (Debian: bsdutils), and without it there is no record");
            var session = TerminalSession.Of(shown.GetProperty("text").GetString()!, Values(shown));
            if (session.Problem is { } problem) throw new Stop(Exit.Refused, problem);
            var run = Identity.Next();
            await server.Post($"{path}/actions/{wanted}/open", new { run }, cancellation);
            Terminal.Standard.Say($"action {wanted}, as you and on your own credentials:\n\n{shown.GetProperty("text").GetString()}\n");
            var (exit, typescript) = await Recorded(session);

            // Masked here too, so that secrets do not travel; the team's own fields are masked by the server.
            var transcript = Transcript.Of(new Masker([.. settings.MaskedFields]).Mask(typescript), ResponderDecisions.LongestText);
            await server.Post($"{path}/actions/{wanted}/close", new { run, exit, transcript }, CancellationToken.None);
            Terminal.Standard.Say($"it ended with {exit}; {transcript.Split('\n').Length} lines are on the record");
            return exit == 0 ? Exit.Done : Exit.Failed;
        });
        return command;
    }

    static EquatableArray<Access.Binding> Values(JsonElement action) =>
        [.. action.GetProperty("values").EnumerateArray()
            .Select(value =>
                new Access.Binding(value.GetProperty("token").GetString()!.Trim('<', '>', '$'), value.GetProperty("token").GetString()!,
                    value.GetProperty("value").GetString()!, value.GetProperty("from").GetString()!))];

    /// <returns>The program's exit, and all that its terminal was sent.</returns>
    static async Task<(int Exit, string Typescript)> Recorded(TerminalSession session)
    {
        // In memory where there is such a place, and for nobody else: it is not masked yet.
        var folder = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        var file = Path.Combine(folder, $"firstlook-{Identity.Next():N}");
        try
        {
            PrivateFile.Write(file, ""u8);
#pragma warning disable RS0030 // The terminal is the responder's, and so is what runs on it: no target of ours is reached.
            var start = new ProcessStartInfo(Recorder) { UseShellExecute = false };
            foreach (var word in new[] { "--quiet", "--return", "--flush", "--command", "exec /bin/bash --noprofile --norc -u -c \"$FIRSTLOOK_COMMAND\"", file })
                start.ArgumentList.Add(word);
            start.Environment["SHELL"] = "/bin/sh";
            start.Environment["FIRSTLOOK_COMMAND"] = session.Text;
            foreach (var (name, value) in session.Variables) start.Environment[name] = value;
            using var process = Process.Start(start) ?? throw new Stop(Exit.Failed, $"{Recorder} did not start");
#pragma warning restore RS0030
            await process.WaitForExitAsync(CancellationToken.None);
            return (process.ExitCode, await File.ReadAllTextAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
