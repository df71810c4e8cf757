using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Serving;

/// <summary>A server that dies between the start of an action and its end.</summary>
public sealed class UnknownOutcomeTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static string Executable => Path.Combine(RepositoryRoot.Path, "artifacts/bin/Firstlook.App/debug/firstlook");

    [Fact]
    public async Task After_kill_9_between_start_and_end_the_outcome_is_unknown_and_nothing_runs_twice()
    {
        if (!File.Exists(Executable)) Assert.Skip($"{Executable} is not built");
        // The action says that it has begun, and would end only when the test lets it. One command: of two on a line each would be an action of its own.
        var go = folder.File("go", "");
        var began = Path.Combine(folder.Path, "began");
        folder.File("runbooks/down.md", $"# Down\n\n**Alert**: `Down`\n\n## Action\n\n```bash\nsh -c 'echo $$ >> {began}; while [ -e {go} ]; do sleep 0.1; done'\n```\n");
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var configuration = folder.File("firstlook.yaml", Server.Configuration(address, $$"""
            runbooks: [{{folder.Path}}/runbooks]
            policy: { destructive: one-person, unknown: one-person }
            teams: { night: {} }
            services:
              shop: { team: night, match: { service: shop }, targets: [host] }
            targets:
              host: { kind: shell }

            """));
        using var sender = Client(address, Server.IntakeToken);
        await using (var server = RunningProgram.Start(Executable, ["serve", "--config", configuration]))
        {
            await Eventually.Holds(() => Answers(sender), TimeSpan.FromSeconds(60), () => server.Said);
            await sender.PostAsync(new Uri("/api/v2/alerts", UriKind.Relative), new StringContent(Bodies.Firing("Down", ("service", "shop")), System.Text.Encoding.UTF8, "application/json"), Cancellation);
            using var person = Person(address);
            JsonElement action = default;
            await Eventually.Holds(async () => (await Actions(person)) is [var one] && (action = one).ValueKind == JsonValueKind.Object, TimeSpan.FromSeconds(60), () => server.Said);
            var approval = new { hash = action.GetProperty("hash").GetString(), key = "one click" };
            Assert.True((await Server.Post(person, "/api/incidents/1/actions/1/approve", approval)).IsSuccessStatusCode);
            await Eventually.Holds(() => Task.FromResult(File.Exists(began)), TimeSpan.FromSeconds(60), () => server.Said);
            // RunningProgram ends with SIGKILL.
        }

        await using var again = RunningProgram.Start(Executable, ["serve", "--config", configuration]);
        await Eventually.Holds(() => Answers(sender), TimeSpan.FromSeconds(60), () => again.Said);
        using var responder = Person(address);
        var state = "";
        await Eventually.Holds(async () => (state = State(await Actions(responder), 0)) == "unknown", TimeSpan.FromSeconds(60), () => $"the action is {state}; {again.Said}");
        // The click that got no answer is sent again, and so is a new one: neither starts it.
        var hash = (await Actions(responder))[0].GetProperty("hash").GetString();
        Assert.True((await Server.Post(responder, "/api/incidents/1/actions/1/approve", new { hash, key = "one click" })).IsSuccessStatusCode);
        Assert.False((await Server.Post(responder, "/api/incidents/1/actions/1/approve", new { hash, key = "another" })).IsSuccessStatusCode);
        Assert.False((await Server.Post(responder, "/api/incidents/1/actions/1/again", new { key = "x" })).IsSuccessStatusCode);
        Assert.True((await Server.Post(responder, "/api/incidents/1/actions/1/settle", new { succeeded = false, note = "it never ended" })).IsSuccessStatusCode);
        Assert.Equal("settled", State(await Actions(responder), 0));
        Assert.Single(await File.ReadAllLinesAsync(began, Cancellation));
        // Run anew it is another action, approved anew.
        File.Delete(go);
        Assert.True((await Server.Post(responder, "/api/incidents/1/actions/1/again", new { key = "anew" })).IsSuccessStatusCode);
        Assert.True((await Server.Post(responder, "/api/incidents/1/actions/2/approve", new { hash = (await Actions(responder))[1].GetProperty("hash").GetString() })).IsSuccessStatusCode);
        await Eventually.Holds(async () => State(await Actions(responder), 1) == "finished", TimeSpan.FromSeconds(60), () => again.Said);
        Assert.Equal(2, (await File.ReadAllLinesAsync(began, Cancellation)).Length);
        Assert.Equal("settled", State(await Actions(responder), 0));
    }

    HttpClient Person(Uri address) => Client(address, File.ReadAllText(Path.Combine(folder.Path, "data", "cli-token")).Trim());

    static async Task<JsonElement[]> Actions(HttpClient person) =>
        [.. (await person.GetFromJsonAsync<JsonElement>(new Uri("/api/incidents/1", UriKind.Relative), Cancellation)).GetProperty("actions").EnumerateArray()];

    static string? State(JsonElement[] actions, int index) => actions[index].GetProperty("state").GetString();

    static HttpClient Client(Uri address, string token)
    {
        var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    static async Task<bool> Answers(HttpClient client)
    {
        try
        {
            return (await client.GetAsync(new Uri("/health", UriKind.Relative), Cancellation)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
