using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Firstlook.App.Desk;
using Firstlook.Incidents;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Serving;

/// <summary>A short form of the campaign: the server is killed at random moments of a storm of alerts and must lose nothing that it answered for.</summary>
public sealed class KillTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static string Executable => Path.Combine(RepositoryRoot.Path, "artifacts/bin/Firstlook.App/debug/firstlook");

    /// <summary>How often; the campaign of fifty is <c>FIRSTLOOK_KILLS=50</c>.</summary>
    static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("FIRSTLOOK_KILLS"), out var rounds) ? rounds : 6;

    [Fact]
    public async Task Whatever_was_answered_2xx_survives_kill_9()
    {
        if (!File.Exists(Executable)) Assert.Skip($"{Executable} is not built");
        var marks = folder.File("marks", "");
        folder.File("runbooks/storm.md", $"# Storm0\n\n**Alert**: `Storm0`\n**Response Time**: 15 minutes to acknowledgement, 1 hour to resolution\n\n## Action\n\n```bash\necho ran >> {marks}\n```\n");
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var configuration = folder.File("firstlook.yaml", Server.Configuration(address, $"""
            runbooks: [{folder.Path}/runbooks]
            teams: {"{"} night: {"{}"} {"}"}
            services:
              shop: {"{"} team: night, match: {"{"} service: shop {"}"}, targets: [host] {"}"}
            targets:
              host: {"{"} kind: shell {"}"}

            """));
        var opened = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var ended = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var approved = new ConcurrentDictionary<int, bool>();
        // A seed that is told makes a failure repeatable.
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var server = RunningProgram.Start(Executable, ["serve", "--config", configuration]);
            using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Server.IntakeToken);
            await Eventually.Holds(() => Answers(client), TimeSpan.FromSeconds(30), () => server.Said);
            using var stop = new CancellationTokenSource();
            var storm = Enumerable.Range(0, 8).Select(worker => Storm(client, round, worker, opened, ended, stop.Token)).Append(Approve(address, folder.Path, approved, stop.Token)).ToArray();
            // On a slow machine too, the storm has begun before the blow falls.
            var before = opened.Count;
            await Eventually.Holds(() => Task.FromResult(opened.Count > before), TimeSpan.FromSeconds(30), () => server.Said);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 1200)), TimeProvider.System, Cancellation);
            // RunningProgram kills with SIGKILL.
            await server.DisposeAsync();
            await stop.CancelAsync();
            await Task.WhenAll(storm);
        }

        var data = Path.Combine(folder.Path, "data");
        Assert.Null(Journal.Journal.Verify(data).Broken);
        using var journal = Journal.Journal.OpenRead(data);
        var records = new Records(journal, _ => Firstlook.Effects.Tools.Toolset.BuiltIn);
        records.Load();
        var alerts = records.All.SelectMany(record => record.Incident.Alerts).ToLookup(alert => alert.Value.Alert.Labels["alertname"] + "/" + alert.Value.Alert.Labels["instance"], alert => alert.Value);
        Assert.NotEmpty(opened);
        Assert.All(opened.Keys, name => Assert.True(alerts.Contains(name), $"{name} was answered 2xx and is lost"));
        Assert.All(ended.Keys, name => Assert.True(alerts[name].All(alert => alert.EndedAt is not null), $"the end of {name} was answered 2xx and is lost"));
        // No alert stands in two incidents.
        Assert.All(alerts, alert => Assert.Single(alert));
        // No deadline is lost: the index is what the record says, once a server has looked at it.
        await using (var server = RunningProgram.Start(Executable, ["serve", "--config", configuration]))
        {
            using var client = new HttpClient { BaseAddress = address };
            await Eventually.Holds(() => Answers(client), TimeSpan.FromSeconds(30), () => server.Said);
        }

        using var again = Journal.Journal.OpenRead(data);
        var after = new Records(again, _ => Firstlook.Effects.Tools.Toolset.BuiltIn);
        after.Load();
        Assert.All(after.All, record => Assert.Equal(record.Incident.Deadlines.Select(due => (due.Key, due.Value)), again.Deadlines(record.Id).Select(due => (due.Kind, due.DueAt)).OrderBy(due => due.Kind, StringComparer.Ordinal)));
        // No action ran twice, and none that was approved is forgotten without a word.
        var actions = after.All.SelectMany(record => record.Incident.Actions).ToArray();
        var ran = File.ReadAllLines(marks).Length;
        Assert.True(ran <= actions.Count(action => action.State is ActionState.Finished or ActionState.Unknown), $"{ran} runs of {actions.Count(action => action.State is ActionState.Finished or ActionState.Unknown)} started actions");
        Assert.DoesNotContain(actions, action => action.State == ActionState.Started);
    }

    static async Task Storm(HttpClient client, int round, int worker, ConcurrentDictionary<string, bool> opened, ConcurrentDictionary<string, bool> ended, CancellationToken cancellation)
    {
        for (var number = 0; !cancellation.IsCancellationRequested; number++)
        {
            var (name, instance) = ($"Storm{number % 4}", $"{round}-{worker}-{number}");
            if (await IsAnswered(client, Bodies.Firing(name, ("instance", instance), ("service", "shop"), ("namespace", $"{round}-{worker}-{number / 8}")), cancellation))
            {
                opened[$"{name}/{instance}"] = true;
                if (number % 3 == 0 && await IsAnswered(client, Bodies.Ended(name, TimeProvider.System.GetUtcNow(), ("instance", instance), ("service", "shop"), ("namespace", $"{round}-{worker}-{number / 8}")), cancellation))
                    ended[$"{name}/{instance}"] = true;
            }
        }
    }

    /// <summary>Approves every action that it sees, as two people.</summary>
    static async Task Approve(Uri address, string folder, ConcurrentDictionary<int, bool> approved, CancellationToken cancellation)
    {
        using var person = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            person.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(folder, "data", "cli-token"), cancellation)).Trim());
            while (!cancellation.IsCancellationRequested)
            {
                var incidents = System.Text.Json.JsonDocument.Parse(await person.GetStringAsync(new Uri("/api/incidents", UriKind.Relative), cancellation)).RootElement;
                foreach (var incident in incidents.EnumerateArray().Take(20))
                {
                    var number = incident.GetProperty("number").GetInt32();
                    var shown = System.Text.Json.JsonDocument.Parse(await person.GetStringAsync(new Uri($"/api/incidents/{number}", UriKind.Relative), cancellation)).RootElement;
                    foreach (var action in shown.GetProperty("actions").EnumerateArray().Where(action => action.GetProperty("state").GetString() == "proposed"))
                        if ((await Server.Post(person, $"/api/incidents/{number}/actions/{action.GetProperty("number").GetInt32()}/approve", new { hash = action.GetProperty("hash").GetString() })).IsSuccessStatusCode) approved[number] = true;
                }
            }
        }
        catch (Exception exception) when (IsCutOff(exception) || exception is OperationCanceledException)
        {
            // The server was killed under it: that is the point.
        }
    }

    static async Task<bool> IsAnswered(HttpClient client, string body, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.PostAsync(new Uri("/api/v2/alerts", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception) when (IsCutOff(exception) || exception is OperationCanceledException)
        {
            return false;
        }
    }

    static async Task<bool> Answers(HttpClient client)
    {
        try
        {
            return (await client.GetAsync(new Uri("/health", UriKind.Relative), Cancellation)).IsSuccessStatusCode;
        }
        catch (Exception exception) when (IsCutOff(exception) || (exception is OperationCanceledException && !Cancellation.IsCancellationRequested))
        {
            // The client's own patience ended: on a busy machine a server that reads its journal again takes longer than that.
            return false;
        }
    }

    /// <summary>No answer came. A server that dies between taking a connection and its first byte leaves .NET's client with the socket's own error.</summary>
    static bool IsCutOff(Exception exception) => exception is HttpRequestException or IOException or SocketException;
}
