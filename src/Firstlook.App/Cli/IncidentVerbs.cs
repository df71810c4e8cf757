using System.CommandLine;
using System.Text.Json;
using Firstlook.App.Api;
using Firstlook.Incidents;

namespace Firstlook.App.Cli;

/// <summary><c>incident list|show|watch</c> read the journal itself; what changes an incident goes through the server.</summary>
static class IncidentVerbs
{
    public static Command Command() => new("incident", "Lists and shows incidents, and works on them")
    {
        List(), Show(), Watch(),
        Change("ack", "Takes the incident: its clock to acknowledge stands still", "acknowledge", null),
        Change("note", "Adds a note", "note", "TEXT"),
        Change("update", "Records what people outside were told", "update", "TEXT"),
        Change("escalate", "Calls for help, as the runbook says", "escalate", "REASON", optional: true, to: true),
        Change("mitigate", "Says that users are no longer harmed", "mitigate", null),
        Change("resolve", "Says that it is over", "resolve", "WHY", optional: true),
        Change("look", "Runs all reads again", "look", null),
        Change("confirm", "Says which hypothesis it was, by its id: the next incident of this alert is told", "confirm", "HYPOTHESIS"),
        Change("none-of-these", "Says that it was none of the hypotheses", "none-of-these", null),
        Change("disagree", "Says that the ranking is wrong", "disagree", null),
        Check(),
        ByHand(),
    };

    static Command List()
    {
        var all = new Option<bool>("--all") { Description = "Closed ones too" };
        var (json, configuration, data) = (Options.Json(), Options.Configuration(), Options.Data());
        var command = new Command("list", "Lists incidents, open ones first") { all, json, configuration, data };
        command.SetAction(parsed =>
        {
            using var records = new OfflineRecords(Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data)));
            var now = TimeProvider.System.GetUtcNow();
            var rooms = records.All
                .Where(record => parsed.GetValue(all) || record.Incident.State != IncidentState.Closed)
                .OrderBy(record => record.Incident.IsOver).ThenByDescending(record => record.Incident.OpenedAt)
                .Select(records.Room).ToArray();
            if (parsed.GetValue(json))
                Terminal.Standard.Output.WriteLine(JsonSerializer.Serialize(rooms.Select(room =>
                    RoomJson.Summary(room.Id, room.Incident, room.Decisive?.Leader?.Hypothesis.Title)),
                    RoomJson.Options));
            else if (rooms.Length == 0) Terminal.Standard.Result("No incidents.");
            else
                foreach (var room in rooms)
                    Terminal.Standard.Result(Line(room, now));
            return Exit.Done;
        });
        return command;
    }

    static string Line(Room room, DateTimeOffset now)
    {
        var incident = room.Incident;
        var service = incident.Service is null ? "" : $" ({incident.Service})";
        var held = incident is { IsOver: false, Acknowledgement: { } acknowledged } ? $", {acknowledged.By} has it" : "";
        return $"#{incident.Number,-4} {incident.State.ToString().ToLowerInvariant(),-12} {incident.Severity,-8} {RoomText.Age(now - incident.OpenedAt),8}  "
            + $"{incident.Title}{service}{held}: {Leading(room)}";
    }

    static string Leading(Room room) =>
        room.Decisive?.Leader?.Hypothesis.Title ?? (room.Incident.Procedure.IsChosen ? room.Ranking is null ? "being looked at" : "nothing leads" : "no procedure");

    static Command Show()
    {
        var number = Number();
        var (json, configuration, data) = (Options.Json(), Options.Configuration(), Options.Data());
        var command = new Command("show", "Shows one incident whole") { number, json, configuration, data };
        command.SetAction(parsed =>
        {
            using var records = new OfflineRecords(Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data)));
            var room = records.Room(parsed.GetValue(number));
            var now = TimeProvider.System.GetUtcNow();
            if (parsed.GetValue(json)) Terminal.Standard.Output.WriteLine(RoomJson.Of(room, now));
            else Terminal.Standard.Result(RoomText.Of(room, now));
            return Exit.Done;
        });
        return command;
    }

    static Command Watch()
    {
        var number = Number();
        var (json, configuration, data) = (Options.Json(), Options.Configuration(), Options.Data());
        var command = new Command("watch", "Prints what happens in an incident, line by line, until it is closed") { number, json, configuration, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data));
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System);
            var shown = 0;
            do
            {
                using var records = new OfflineRecords(settings);
                var room = records.Room(parsed.GetValue(number));
                foreach (var entry in Timeline.Of(room.Events).Skip(shown))
                    if (parsed.GetValue(json)) Terminal.Standard.Output.WriteLine(JsonSerializer.Serialize(entry, JsonSerializerOptions.Web));
                    else Terminal.Standard.Result($"{entry.At:HH:mm:ss}  {entry.Text}{(entry.By is null ? "" : $" ({entry.By})")}");
                shown = room.Events.Count;
                if (room.Incident.State == IncidentState.Closed) return Exit.Done;
            }
            while (await timer.WaitForNextTickAsync(cancellation));
            return Exit.Done;
        });
        return command;
    }

    static Command Check()
    {
        var number = Number();
        var step = new Argument<string>("STEP") { Description = "Id of the manual check, as `incident show ID --json` has it" };
        var no = new Option<bool>("--no") { Description = "What the check asks for is not so" };
        var (configuration, data) = (Options.Configuration(), Options.ServerData());
        var command = new Command("check", "Answers a check that no program can do; the ranking counts it") { number, step, no, configuration, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var server = new ServerClient(Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data)));
            await server.Post($"/api/incidents/{parsed.GetValue(number)}/checks", new { step = parsed.GetValue(step), found = !parsed.GetValue(no) }, cancellation);
            return Exit.Done;
        });
        return command;
    }

    static Command ByHand()
    {
        var number = Number();
        var what = new Argument<string>("COMMAND") { Description = "What you ran" };
        var (configuration, data) = (Options.Configuration(), Options.ServerData());
        var command = new Command("by-hand", "Records what you ran yourself; its output is read from standard input") { number, what, configuration, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var server = new ServerClient(Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data)));
            using var input = new StandardInput();
            var output = Console.IsInputRedirected ? input.Rest() : "";
            await server.Post($"/api/incidents/{parsed.GetValue(number)}/by-hand", new { what = parsed.GetValue(what), output }, cancellation);
            return Exit.Done;
        });
        return command;
    }

    static Command Change(string name, string description, string verb, string? text, bool optional = false, bool to = false)
    {
        var number = Number();
        var (configuration, data) = (Options.Configuration(), Options.ServerData());
        var json = Options.Json();
        var command = new Command(name, description) { number, configuration, data, json };
        Argument<string?>? said = null;
        Option<string?>? whom = null;
        if (text is not null) command.Add(said = new Argument<string?>(text) { Arity = optional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne });
        if (to) command.Add(whom = new Option<string?>("--to") { Description = "Whom (default: as the runbook says)" });
        command.SetAction(async (parsed, cancellation) =>
        {
            using var server = new ServerClient(Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data)));
            var answer = await server.Post(
                $"/api/incidents/{parsed.GetValue(number)}/{verb}",
                new { text = said is null ? null : parsed.GetValue(said), to = whom is null ? null : parsed.GetValue(whom) }, cancellation);
            if (parsed.GetValue(json)) Terminal.Standard.Output.WriteLine(answer.GetRawText());
            else Terminal.Standard.Say($"#{answer.GetProperty("number").GetInt32()} {answer.GetProperty("title").GetString()} is {answer.GetProperty("state").GetString()}");
            return Exit.Done;
        });
        return command;
    }

    public static Argument<int> Number() => new("ID") { Description = "The incident's number", CustomParser = Mistakes.Number("number of an incident") };
}
