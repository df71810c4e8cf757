using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Firstlook.App.Configuration;
using Firstlook.App.Serving;

namespace Firstlook.App.Demo;

/// <summary>
/// The whole way of an alert, played on the range: each stage is confirmed from outside Firstlook, by Prometheus' own interface, by SQL,
/// by the page as a browser gets it, by <c>verify</c>. A stage that is not confirmed ends the story with a failure.
/// </summary>
sealed class Story(StorySettings settings, Action<string> say, TimeProvider time)
{
    /// <summary>The stages, in order; each can be sabotaged by name.</summary>
    public static IReadOnlyList<string> Stages { get; } =
        ["range", "fault", "alert", "intake", "look", "ranking", "page", "acknowledge", "approve", "heal", "resolve", "postmortem", "journal"];

    readonly Stopwatch clock = Stopwatch.StartNew();

    bool Sabotaged(string stage) => settings.Sabotage == stage;

    public async Task Play(CancellationToken cancellation)
    {
        var firstlook = new Uri($"http://127.0.0.1:{settings.Port}");
        var token = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        Tell("the range starts: PostgreSQL, Redis, Prometheus, a shop and its customers");
        await using var range =
            await PracticeRange.Start(settings.Range, settings.Home, firstlook, Sabotaged("intake") ? token + "0" : token, null, line => say("       " + line),
                cancellation);
        if (Sabotaged("range")) range.Kill("shop serve");
        await Confirm("range", "the shop answers, and Prometheus is ready", () => range.IsServing(cancellation), TimeSpan.FromSeconds(5), cancellation);

        var configuration = Configured(firstlook, token);
        await using var app = await Server.Build(configuration, time, cancellation);
        int number;
        JsonElement incident;
        try
        {
            await app.StartAsync(cancellation);
            (number, incident) = await Respond(range, app, configuration, firstlook, cancellation);
        }
        finally
        {
            // Before it is disposed of: Prometheus goes on posting, and whoever is being answered still needs its services.
            await app.StopAsync(CancellationToken.None);
        }

        await app.DisposeAsync();
        await Confirm("postmortem", "its draft tells of alert, cause and action",
            () => Task.FromResult(PostmortemTells(configuration, number, incident, settings.Scenario)), TimeSpan.FromSeconds(5), cancellation);
        if (Sabotaged("journal")) Tamper(configuration.Data);
        await Confirm("journal", "verify proves the record", () => Task.FromResult(Journal.Journal.Verify(configuration.Data).Broken is null), TimeSpan.FromSeconds(2),
            cancellation);
        Tell($"the whole story took {clock.Elapsed.TotalSeconds:0} s");
    }

    /// <summary>From the fault to the end of its incident, as people and machines outside see it.</summary>
    async Task<(int Number, JsonElement Incident)> Respond(PracticeRange range, WebApplication app, Configuration.Configuration configuration, Uri firstlook,
        CancellationToken cancellation)
    {
        using var visitor = await Visitor.SignIn(app, configuration, cancellation);
        Tell($"Firstlook listens on {firstlook}; its journal is in {configuration.Data}");
        if (!settings.Once) Tell($"sign in here, once: {visitor.AnotherLink()}");
        Tell($"or from another terminal: firstlook incident list --data {configuration.Data}");

        var scenario = settings.Scenario;
        if (!Sabotaged("fault")) await range.Fault(scenario.Fault, "inject", cancellation);
        var injected = clock.Elapsed;
        Tell($"the fault {scenario.Fault} is brought about");
        await Confirm("fault", "SQL counts the harm", async () => await range.Count(scenario.Harm, cancellation) > scenario.Healthy, TimeSpan.FromSeconds(20), cancellation);
        if (Sabotaged("alert")) range.Kill("prometheus");
        await Confirm("alert", $"Prometheus itself says that {scenario.Alert} fires", async () => (await range.Firing(cancellation)).Contains(scenario.Alert),
            TimeSpan.FromSeconds(60), cancellation);
        var fired = clock.Elapsed;

        var number = 0;
        await Confirm("intake", "an incident is open for it", async () => (number = await visitor.IncidentOf(scenario.Alert, cancellation)) > 0, TimeSpan.FromSeconds(30),
            cancellation);
        JsonElement incident = default;
        await Confirm("look", "the first look is done, and every read that ran has an answer", async () =>
        {
            incident = await visitor.Incident(number, cancellation);
            if (incident.GetProperty("look") is not { ValueKind: JsonValueKind.Object } look || look.GetProperty("finishedAt").ValueKind != JsonValueKind.String) return false;
            if (EveryReadAnswered(incident)) return true;
            // A machine that the fault keeps busy may let a read's time run out: look again, as a responder would.
            await visitor.Post($"/api/incidents/{number}/look", new { }, cancellation);
            return false;
        }, TimeSpan.FromSeconds(60), cancellation);
        Tell($"       {clock.Elapsed.TotalSeconds - injected.TotalSeconds:0.0} s after the fault, {clock.Elapsed.TotalSeconds - fired.TotalSeconds:0.0} s after Prometheus fired");
        await Confirm("ranking", "the right hypothesis leads", async () =>
        {
            // The counters need a few scrapes to show which cause dominates: look again, as a responder would.
            if (Leads(incident, scenario)) return true;
            await visitor.Post($"/api/incidents/{number}/look", new { }, cancellation);
            incident = await visitor.Incident(number, cancellation);
            return Leads(incident, scenario);
        }, TimeSpan.FromSeconds(40), cancellation, () => Standings(incident));
        Tell("       " + incident.GetProperty("conclusion").GetString());
        if (Sabotaged("page")) visitor.SignOut();
        await Confirm("page", "the page shows it",
            async () => (await visitor.Page(number, cancellation)).Contains(WebUtility.HtmlEncode(LeaderTitle(incident)), StringComparison.Ordinal),
            TimeSpan.FromSeconds(5), cancellation);

        if (!settings.Once)
        {
            Tell($"open {firstlook}incidents/{number} and go on from there; Ctrl-C ends the demo and the range");
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation);
        }

        await Confirm("acknowledge", "a person has it", async () =>
        {
            await visitor.Post($"/api/incidents/{number}/acknowledge", new { }, cancellation, withToken: !Sabotaged("acknowledge"));
            return (await visitor.Incident(number, cancellation)).GetProperty("acknowledged").ValueKind == JsonValueKind.Object;
        }, TimeSpan.FromSeconds(5), cancellation);
        await Heal(range, visitor, scenario, number, cancellation);
        if (Sabotaged("resolve")) await range.Fault(scenario.Fault, "inject", cancellation);
        await Confirm("resolve", "Prometheus says that it no longer fires, and the incident is resolved", async () =>
            !(await range.Firing(cancellation)).Contains(scenario.Alert) && (await visitor.Incident(number, cancellation)).GetProperty("state").GetString() == "resolved",
                TimeSpan.FromSeconds(90), cancellation);
        return (number, incident);
    }

    Configuration.Configuration Configured(Uri firstlook, string token)
    {
        var file = Path.Combine(settings.Range, "firstlook.yaml");
        string? Variable(string name) => name switch { "RANGE_HOME" => settings.Home, "FIRSTLOOK_INTAKE_TOKEN" => token, _ => null };
        var (read, problems) = ConfigurationReader.ReadFile(file, Variable);
        var configuration = read ?? throw new DemoFailed(string.Join("; ", problems));
        configuration = configuration with { Listen = firstlook, PublicUrl = firstlook };
        if (settings.Runbooks is { } runbooks) configuration = configuration with { Runbooks = [runbooks] };
        // Without a cluster each read of its runbook would fail, and tell nothing of the shop.
        else if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("RANGE_KUBERNETES")))
            configuration =
                configuration with { Runbooks = [.. configuration.Runbooks.SelectMany(Desk.Libraries.Files).Where(file => Path.GetFileName(file) != "cluster.md")] };
        return Saboteur.Apply(settings, configuration);
    }

    async Task Heal(PracticeRange range, Visitor visitor, Scenario scenario, int number, CancellationToken cancellation)
    {
        if (scenario.Healing is null)
        {
            await range.Fault(scenario.Fault, "heal", cancellation);
            await visitor.Post($"/api/incidents/{number}/by-hand", new { what = "called the warehouse: a delivery is on its way" }, cancellation);
            await Confirm("heal", "SQL no longer counts the harm", async () => await range.Count(scenario.Harm, cancellation) <= scenario.Healthy,
                TimeSpan.FromSeconds(30), cancellation);
            return;
        }

        var incident = await visitor.Incident(number, cancellation);
        var action = incident.GetProperty("actions").EnumerateArray()
            .FirstOrDefault(action => action.GetProperty("text").GetString()!.Contains(scenario.Healing, StringComparison.Ordinal));
        if (action.ValueKind == JsonValueKind.Undefined) throw new DemoFailed($"the runbook proposes no action with {scenario.Healing}");
        var actionNumber = action.GetProperty("number").GetInt32();
        Tell($"action {actionNumber}, {action.GetProperty("effect").GetString()}, on {action.GetProperty("target").GetString()}:");
        foreach (var line in action.GetProperty("text").GetString()!.Split('\n')) say("       | " + line);
        await Confirm("approve", "it is approved, runs once, and ends well", async () =>
        {
            // As it is shown now, its way back with it, by as many people as its effect calls for.
            var shown = await Shown();
            var hash = Sabotaged("approve") ? new string('0', 64) : shown.GetProperty("hash").GetString();
            for (var person = 0; shown.GetProperty("state").GetString() == "proposed" && person < shown.GetProperty("approvalsNeeded").GetInt32(); person++)
                await visitor.Post($"/api/incidents/{number}/actions/{actionNumber}/approve", new { hash, target = shown.GetProperty("target").GetString() },
                    cancellation, person: person);
            return (await Shown()).GetProperty("state").GetString() == "finished";
        }, TimeSpan.FromSeconds(30), cancellation);
        await Confirm("heal", "SQL no longer counts the harm", async () => await range.Count(scenario.Harm, cancellation) <= scenario.Healthy, TimeSpan.FromSeconds(40),
            cancellation);

        async Task<JsonElement> Shown() =>
            (await visitor.Incident(number, cancellation)).GetProperty("actions").EnumerateArray().First(one => one.GetProperty("number").GetInt32() == actionNumber);
    }

    /// <summary>An error that a target told is an answer too: a name that does not resolve, a database that takes no more connections.</summary>
    static bool EveryReadAnswered(JsonElement incident)
    {
        var results = incident.GetProperty("reads").EnumerateArray().Where(read => read.GetProperty("waits").ValueKind == JsonValueKind.Null).ToArray();
        return results.Length > 0
            && results.All(read =>
                read.GetProperty("result") is { ValueKind: JsonValueKind.Object } result && result.GetProperty("outcome").GetString() is "succeeded" or "failed");
    }

    static bool Leads(JsonElement incident, Scenario scenario) =>
        Regex.IsMatch(LeaderTitle(incident), scenario.Cause, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    static string LeaderTitle(JsonElement incident)
    {
        if (incident.GetProperty("leader").GetString() is not { } leader) return "";
        return incident.GetProperty("hypotheses").EnumerateArray().First(hypothesis => hypothesis.GetProperty("id").GetString() == leader).GetProperty("title").GetString()!;
    }

    /// <summary>What the ranking says instead, and which reads gave it nothing: what a person would look at first.</summary>
    static string Standings(JsonElement incident)
    {
        var lines = new List<string> { $". The last look's conclusion: {incident.GetProperty("conclusion").GetString()}" };
        foreach (var hypothesis in incident.GetProperty("hypotheses").EnumerateArray())
        {
            lines.Add($"{hypothesis.GetProperty("standing").GetString()}: {hypothesis.GetProperty("title").GetString()}");
            foreach (var side in (string[])["for", "against"])
                lines.AddRange(hypothesis.GetProperty(side).EnumerateArray().Select(finding => $"    {side}: {finding.GetProperty("claim").GetString()}"));
        }

        lines.AddRange(incident.GetProperty("reads").EnumerateArray()
            .Where(read => read.GetProperty("result") is { ValueKind: JsonValueKind.Object } result && result.GetProperty("outcome").GetString() != "succeeded")
            .Select(read => $"line {read.GetProperty("line").GetInt32()}: {read.GetProperty("result").GetProperty("message").GetString()}"));
        return string.Join("\n       ", lines);
    }

    bool PostmortemTells(Configuration.Configuration configuration, int number, JsonElement incident, Scenario scenario)
    {
        if (Sabotaged("postmortem")) configuration = configuration with { Data = Directory.CreateTempSubdirectory("firstlook-nothing").FullName };
        using var records = new Cli.OfflineRecords(configuration);
        var text = Response.IsRemembered(records.Room(number));
        var file = Path.Combine(settings.Home, $"postmortem-{number}.md");
        File.WriteAllText(file, text);
        Tell($"       {file}, {text.Split('\n').Length} lines");
        return text.Contains(scenario.Alert, StringComparison.Ordinal) && text.Contains("## Timeline", StringComparison.Ordinal)
            && text.Contains(LeaderTitle(incident).Split('`')[0], StringComparison.Ordinal)
            && (scenario.Healing is null || text.Contains(scenario.Healing, StringComparison.Ordinal));
    }

    /// <summary>Turns one byte of one event, behind the journal's back.</summary>
    static void Tamper(string folder) => Saboteur.TurnOneByte(Path.Combine(folder, "journal.db"), "incident.acknowledged.v1");

    static TimeSpan Patience(string stage) => TimeSpan.FromSeconds(stage == "resolve" ? 30 : 8);

    async Task Confirm(string stage, string what, Func<Task<bool>> holds, TimeSpan limit, CancellationToken cancellation, Func<string>? instead = null)
    {
        // A sabotaged stage is given up sooner, yet later than it would have been confirmed.
        if (Sabotaged(stage) && limit > Patience(stage)) limit = Patience(stage);
        var until = time.GetUtcNow() + limit;
        var why = "";
        while (true)
        {
            try
            {
                if (await holds())
                {
                    Tell($"{stage}: {what}");
                    return;
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                // A stage that cannot be asked is one that is not confirmed: the reason is told if it stays so.
                why = $" ({exception.Message})";
            }

            if (time.GetUtcNow() > until) throw new DemoFailed($"{stage} is not confirmed within {limit.TotalSeconds:0} s: {what}{why}{instead?.Invoke()}");
            await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellation);
        }
    }

    void Tell(string what) => say($"{clock.Elapsed.TotalSeconds,5:0.0}  {what}");
}

/// <param name="Range">Folder of the range's scripts.</param>
/// <param name="Home">Where the range and the journal keep their state.</param>
/// <param name="Runbooks">Instead of the range's own; null for those.</param>
/// <param name="Sabotage">The stage to break; null for none.</param>
sealed record StorySettings(string Range, string Home, int Port, Scenario Scenario, bool Once, string? Runbooks, string? Sabotage);
