using System.CommandLine;
using System.Text.Json;

namespace Firstlook.App.Cli;

/// <summary><c>action approve</c>: shows exactly what would run, and approves that and nothing else.</summary>
static class ApproveVerb
{
    public static Command Command()
    {
        var number = IncidentVerbs.Number();
        var action = ActionVerbs.ActionNumber();
        var yes = new Option<bool>("--yes") { Description = "Approve what was shown" };
        var hash = new Option<string?>("--hash") { Description = "Approve only if it is still these bytes (default: those shown now)" };
        var target = new Option<string?>("--target") { Description = "The target's name, where the policy wants it typed" };
        var glass = new Option<string?>("--break-glass") { Description = "Approve alone what needs two people, and say why: others are told at once, and the postmortem asks" };
        var wait = new Option<bool>("--wait") { Description = "Wait for the outcome" };
        var (json, configuration, data) = (Options.Json(), Options.Configuration(), Options.ServerData());
        var command = new Command("approve", "Approves an action: it runs once, exactly as shown") { number, action, yes, hash, target, glass, wait, json, configuration, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var server = new ServerClient(Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data)));
            var (incident, wanted) = (parsed.GetValue(number), parsed.GetValue(action));
            var shown = await Get();
            if (!parsed.GetValue(json)) Terminal.Standard.Say(Shown(shown));
            if (!parsed.GetValue(yes))
                throw new Stop(Exit.Pending, $"not approved: say --yes{(shown.GetProperty("typesTarget").GetBoolean() ? " and --target NAME" : "")} to approve exactly this");
            var request =
                new { hash = parsed.GetValue(hash) ?? shown.GetProperty("hash").GetString(), target = parsed.GetValue(target), breakGlass = parsed.GetValue(glass),
                    key = Identity.Next().ToString("N") };
            await server.Post($"/api/incidents/{incident}/actions/{wanted}/approve", request, cancellation);
            var after = await Get();
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
            while (parsed.GetValue(wait) && IsUnderWay(after) && await timer.WaitForNextTickAsync(cancellation)) after = await Get();
            if (parsed.GetValue(json)) Terminal.Standard.Output.WriteLine(after.GetRawText());
            else
            {
                var result = after.GetProperty("result").GetString();
                Terminal.Standard.Result($"action {wanted}: {after.GetProperty("standing").GetString()}{(result is null ? "" : $": {result}")}");
            }

            return after.GetProperty("state").GetString() == "proposed" && !IsUnderWay(after) ? Exit.Pending : Exit.Done;

            async Task<JsonElement> Get() => ActionVerbs.Find((await server.Get($"/api/incidents/{incident}", cancellation)).GetProperty("actions"), wanted);
        });
        return command;
    }

    /// <summary>Started, or approved and about to.</summary>
    static bool IsUnderWay(JsonElement action) =>
        action.GetProperty("state").GetString() is "started"
            || (action.GetProperty("state").GetString() == "proposed" && action.GetProperty("approvedUntil").ValueKind == JsonValueKind.String);

    static string Shown(JsonElement action)
    {
        var lines = new List<string> { $"{Text("effect")} on {Text("target") ?? "no target"} ({Text("why")}):", "", Text("text")!, "" };
        foreach (var value in action.GetProperty("values").EnumerateArray()) lines.Add($"with {value.GetProperty("token").GetString()} = {value.GetProperty("value").GetString()}");
        foreach (var forbidden in action.GetProperty("forbidden").EnumerateArray())
            lines.Add($"the runbook warns, line {forbidden.GetProperty("line").GetInt32()}: {forbidden.GetProperty("text").GetString()}");
        if (Text("preview") is { } preview) lines.Add($"it would touch: {preview}");
        lines.Add(action.GetProperty("undo") is { ValueKind: JsonValueKind.Object } undo
            ? $"its undo, approved along with it: {undo.GetProperty("text").GetString()}" : $"no undo: {Text("noUndo") ?? "not known yet"}");
        return string.Join('\n', lines) + "\n";

        string? Text(string name) => action.GetProperty(name).GetString();
    }
}
