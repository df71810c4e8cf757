using System.CommandLine;
using System.Text.Json;
using Firstlook.App.Api;
using Firstlook.Effects;
using Firstlook.Incidents;

namespace Firstlook.App.Cli;

static class ActionVerbs
{
    public static Command Command() => new("action", "Lists, proposes and approves actions") { List(), Propose(), Approve(), Withdraw() };

    static Command List()
    {
        var number = IncidentVerbs.Number();
        var (json, configuration, data) = (Options.Json(), Options.Configuration(), Options.Data());
        var command = new Command("list", "Lists an incident's actions, each as it would run") { number, json, configuration, data };
        command.SetAction(parsed =>
        {
            using var records = new OfflineRecords(Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data)));
            var room = records.Room(parsed.GetValue(number));
            var now = TimeProvider.System.GetUtcNow();
            if (parsed.GetValue(json))
            {
                using var document = JsonDocument.Parse(RoomJson.Of(room, now));
                Terminal.Standard.Output.WriteLine(JsonSerializer.Serialize(document.RootElement.GetProperty("actions"), RoomJson.Options));
            }
            else
                foreach (var action in room.Incident.Actions) Terminal.Standard.Result(Shown(action, now));
            return Exit.Done;
        });
        return command;
    }

    static string Shown(IncidentAction action, DateTimeOffset now) =>
        $"""
        Action {action.Proposal.Number}: {action.Proposal.Title}
          effect   {action.Proposal.Effect.Word()}: {action.Proposal.Why}
          target   {action.Proposal.Target ?? "none: run it by hand and record it"}
          state    {action.State.ToString().ToLowerInvariant()}, {action.ApprovedBy(now).Count()} of {action.ApprovalsNeeded} approvals
          hash     {action.Proposal.Hash}

        {string.Join('\n', action.Proposal.Text.Split('\n').Select(line => "    " + line))}
        {(action.Result is { } result ? $"\n  → {result.Summary}\n" : "")}
        """;

    static Command Propose()
    {
        var number = IncidentVerbs.Number();
        var text = new Argument<string>("COMMAND") { Description = "Exactly what is to run" };
        var language = new Option<string>("--language") { Description = "shell, sql or python", DefaultValueFactory = _ => "shell" };
        var title = new Option<string?>("--title") { Description = "What it is for" };
        var configuration = Options.Configuration();
        var command = new Command("propose", "Proposes a command of your own; it is classified, and waits for approval like any other") { number, text, language, title, configuration };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var server = new ServerClient(Options.Read(parsed.GetValue(configuration)));
            await server.Post($"/api/incidents/{parsed.GetValue(number)}/actions", new { text = parsed.GetValue(text), language = parsed.GetValue(language), title = parsed.GetValue(title) }, cancellation);
            return Exit.Done;
        });
        return command;
    }

    static Command Approve()
    {
        var number = IncidentVerbs.Number();
        var action = new Argument<int>("ACTION") { Description = "The action's number" };
        var yes = new Option<bool>("--yes") { Description = "Approve what was shown" };
        var hash = new Option<string?>("--hash") { Description = "Approve only if it is still these bytes (default: those shown now)" };
        var wait = new Option<bool>("--wait") { Description = "Wait for the outcome" };
        var (json, configuration) = (Options.Json(), Options.Configuration());
        var command = new Command("approve", "Approves an action: it runs once, exactly as shown") { number, action, yes, hash, wait, json, configuration };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var server = new ServerClient(Options.Read(parsed.GetValue(configuration)));
            var (incident, wanted) = (parsed.GetValue(number), parsed.GetValue(action));
            var shown = Find(await server.Get($"/api/incidents/{incident}", cancellation), wanted);
            if (!parsed.GetValue(json))
                Terminal.Standard.Say($"{shown.GetProperty("effect").GetString()} on {shown.GetProperty("target").GetString() ?? "no target"} ({shown.GetProperty("why").GetString()}):\n\n{shown.GetProperty("text").GetString()}\n");
            if (!parsed.GetValue(yes)) throw new Stop(Exit.Pending, "not approved: say --yes to approve exactly this");
            await server.Post($"/api/incidents/{incident}/actions/{wanted}/approve", new { hash = parsed.GetValue(hash) ?? shown.GetProperty("hash").GetString() }, cancellation);
            var after = Find(await server.Get($"/api/incidents/{incident}", cancellation), wanted);
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
            while (parsed.GetValue(wait) && after.GetProperty("state").GetString() is "started" && await timer.WaitForNextTickAsync(cancellation))
                after = Find(await server.Get($"/api/incidents/{incident}", cancellation), wanted);
            if (parsed.GetValue(json)) Terminal.Standard.Output.WriteLine(after.GetRawText());
            else Terminal.Standard.Result($"action {wanted} is {after.GetProperty("state").GetString()}{(after.GetProperty("result").GetString() is { } result ? $": {result}" : "")}");
            return after.GetProperty("state").GetString() == "proposed" && after.GetProperty("approvedBy").GetArrayLength() < after.GetProperty("approvalsNeeded").GetInt32() ? Exit.Pending : Exit.Done;
        });
        return command;
    }

    static Command Withdraw()
    {
        var number = IncidentVerbs.Number();
        var action = new Argument<int>("ACTION") { Description = "The action's number" };
        var reason = new Argument<string>("REASON");
        var configuration = Options.Configuration();
        var command = new Command("withdraw", "Takes a proposed action away, with a reason") { number, action, reason, configuration };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var server = new ServerClient(Options.Read(parsed.GetValue(configuration)));
            await server.Post($"/api/incidents/{parsed.GetValue(number)}/actions/{parsed.GetValue(action)}/withdraw", new { text = parsed.GetValue(reason) }, cancellation);
            return Exit.Done;
        });
        return command;
    }

    static JsonElement Find(JsonElement incident, int number)
    {
        foreach (var action in incident.GetProperty("actions").EnumerateArray())
            if (action.GetProperty("number").GetInt32() == number) return action;
        throw new Stop(Exit.NotFound, $"there is no action {number}");
    }
}
