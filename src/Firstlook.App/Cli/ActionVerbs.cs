using System.CommandLine;
using System.Text.Json;
using Firstlook.Actions;
using Firstlook.App.Api;
using Firstlook.Effects;
using Firstlook.Incidents;

namespace Firstlook.App.Cli;

static class ActionVerbs
{
    public static Command Command() =>
        new("action", "Lists, proposes, approves and undoes actions") { List(), Propose(), ApproveVerb.Command(), OpenVerb.Command(), Set(), Withdraw(), Settle(),
            Again(), Undo() };

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

    static string Shown(IncidentAction action, DateTimeOffset now)
    {
        var lines = new List<string>
        {
            $"Action {action.Number}: {action.Proposal.Title}",
            $"  effect   {action.Proposal.Effect.Word()}: {action.Proposal.Why}",
            $"  target   {action.Proposal.Target ?? "none: run it by hand and record it"}{(action.Proposal.Environment is { } environment ? $" ({environment})" : "")}",
            $"  needs    {action.Rule.Sentence()}",
            $"  state    {ActionText.State(action, now)}",
        };
        foreach (var value in action.Proposal.Values) lines.Add($"  value    {value.Token} is {value.Value} (from {value.From})");
        foreach (var forbidden in action.Proposal.Forbidden) lines.Add($"  warning  the runbook, line {forbidden.Line}: {forbidden.Text}");
        if (action.Preview is { } preview) lines.Add($"  touches  {(ActionText.WasRead(preview) ? preview.Summary : ActionText.Touches(preview, "it"))}");
        if (ActionText.Undo(action) is { } undo) lines.Add($"  way back {undo}");
        lines.Add($"  hash     {action.Proposal.Hash}");
        lines.Add("");
        lines.AddRange(action.Proposal.Text.Split('\n').Select(line => "    " + line));
        if (action.Result is { } result) lines.AddRange(["", $"  → {result.Summary}"]);
        return string.Join('\n', lines) + "\n\n";
    }

    static Command Propose()
    {
        var number = IncidentVerbs.Number();
        var text = new Argument<string>("COMMAND") { Description = "Exactly what is to run" };
        var language = new Option<string>("--language") { Description = "shell, sql, redis, http or python", DefaultValueFactory = _ => "shell" };
        var title = new Option<string?>("--title") { Description = "What it is for" };
        var target = new Option<string?>("--target") { Description = "Where it is to run (default: the service's only target that understands it)" };
        var (configuration, data) = (Options.Configuration(), Options.ServerData());
        var command =
            new Command("propose", "Proposes a command of your own; it is classified, and waits for approval like any other") { number, text, language, title, target,
                configuration, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var server = new ServerClient(Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data)));
            var (incident, key) = (parsed.GetValue(number), Identity.Next().ToString("N"));
            await server.Post($"/api/incidents/{incident}/actions",
                new { text = parsed.GetValue(text), language = parsed.GetValue(language), title = parsed.GetValue(title), target = parsed.GetValue(target), key },
                cancellation);
            var proposed = (await server.Get($"/api/incidents/{incident}", cancellation)).GetProperty("actions").EnumerateArray()
                .Last(action => action.GetProperty("text").GetString() == parsed.GetValue(text));
            Terminal.Standard.Result($"action {proposed.GetProperty("number").GetInt32()} is proposed: {Said("effect")} ({Said("why")}), {Said("standing")}");
            return Exit.Done;

            string? Said(string property) => proposed.GetProperty(property).GetString();
        });
        return command;
    }

    static Command Set()
    {
        var values =
            new Argument<string[]>("TOKEN=VALUE") { Description = "A value for each input, by its token as it stands in the command: '<pod-name>=web-1'",
                Arity = ArgumentArity.OneOrMore };
        return Change("set", "Gives an action the values that it needs; approvals given before count no more", "values", values, parsed => parsed.GetValue(values)!.Select(pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals > 0 ? KeyValuePair.Create(pair[..equals], pair[(equals + 1)..]) : throw new Stop(Exit.Usage, $"\"{pair}\" is no TOKEN=VALUE, such as '<pod-name>=web-1'");
        }).ToDictionary(StringComparer.Ordinal));
    }

    static Command Withdraw()
    {
        var reason = new Argument<string>("REASON");
        return Change("withdraw", "Takes a proposed action away, with a reason", "withdraw", reason, parsed => new { text = parsed.GetValue(reason) });
    }

    static Command Settle()
    {
        var outcome = new Argument<string>("OUTCOME") { Description = "succeeded or failed, as you found out" };
        outcome.AcceptOnlyFromAmong("succeeded", "failed");
        var note = new Option<string?>("--note") { Description = "How you know" };
        var command =
            Change("settle", "Says how an action ended whose outcome is unknown", "settle", outcome,
                parsed => new { succeeded = parsed.GetValue(outcome) == "succeeded", note = parsed.GetValue(note) });
        command.Add(note);
        return command;
    }

    static Command Again() => Change("again", "Proposes an action once more, as a new one, to be approved anew", "again", null, _ => new { key = Identity.Next().ToString("N") });

    static Command Undo() =>
        Change("undo", "Takes an action back by the inverse that was prepared and approved along with it", "undo", null,
            _ => new { key = Identity.Next().ToString("N") });

    /// <summary>A verb that changes one action, and prints how the incident's last or that action stands then.</summary>
    static Command Change(string name, string description, string path, Argument? argument, Func<ParseResult, object> body)
    {
        var number = IncidentVerbs.Number();
        var action = ActionNumber();
        var (json, configuration, data) = (Options.Json(), Options.Configuration(), Options.ServerData());
        var command = new Command(name, description) { number, action, json, configuration, data };
        if (argument is not null) command.Arguments.Add(argument);
        command.SetAction(async (parsed, cancellation) =>
        {
            var content = body(parsed);
            using var server = new ServerClient(Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data)));
            var (incident, wanted) = (parsed.GetValue(number), parsed.GetValue(action));
            await server.Post($"/api/incidents/{incident}/actions/{wanted}/{path}", content, cancellation);
            var actions = (await server.Get($"/api/incidents/{incident}", cancellation)).GetProperty("actions");
            var changed = path is "again" or "undo" ? actions.EnumerateArray().Last(one => Number(one, path == "undo" ? "undoes" : "repeats") == wanted) : Find(actions, wanted);
            if (parsed.GetValue(json)) Terminal.Standard.Output.WriteLine(changed.GetRawText());
            else Terminal.Standard.Result($"action {changed.GetProperty("number").GetInt32()}: {changed.GetProperty("standing").GetString()}");
            return Exit.Done;
        });
        return command;
    }

    public static Argument<int> ActionNumber() => new("ACTION") { Description = "The action's number", CustomParser = Mistakes.Number("number of an action") };

    static int? Number(JsonElement action, string name) => action.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    public static JsonElement Find(JsonElement actions, int number)
    {
        foreach (var action in actions.EnumerateArray())
            if (action.GetProperty("number").GetInt32() == number) return action;
        throw new Stop(Exit.NotFound, $"there is no action {number}");
    }
}
