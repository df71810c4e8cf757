using System.Net;
using System.Text.Json;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Serving;

public sealed class ActionTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    string Yaml => Server.OneShop(folder);

    void Runbook(string action) => folder.File("runbooks/down.md", $"""
        # Down

        **Alert**: `Down`

        ## Diagnostic

        ```bash
        # How much is there?
        wc -c {folder.Path}/marks
        ```

        ## Action

        ```bash
        {action}
        ```
        """);

    [Fact]
    public async Task An_approved_action_runs_once_exactly_as_shown_and_all_reads_run_again()
    {
        folder.File("marks", "");
        var action = $"echo ran >> {folder.Path}/marks";
        Runbook(action);
        await using var server = await Server.Start(folder, Yaml, cancellation: Cancellation);
        await server.PostAlerts(Bodies.Firing("Down", ("service", "shop")));
        var incident = await server.Eventually(1, one => one.GetProperty("look") is { ValueKind: JsonValueKind.Object } look && look.GetProperty("finishedAt").ValueKind == JsonValueKind.String);
        var proposal = Assert.Single(incident.GetProperty("actions").EnumerateArray());
        Assert.Equal(action, proposal.GetProperty("text").GetString());
        var hash = proposal.GetProperty("hash").GetString();
        Assert.Empty(await File.ReadAllTextAsync($"{folder.Path}/marks", Cancellation));

        // As many approvals as its effect calls for, by different people, each sent many times at once.
        var people = new[] { server.Ada, server.Grace };
        await Task.WhenAll(people.SelectMany(person => Enumerable.Range(0, 10).Select(_ => Server.Post(person, "/api/incidents/1/actions/1/approve", new { hash }))));
        var after = await server.Eventually(1, one => one.GetProperty("look").GetProperty("number").GetInt32() == 2 && one.GetProperty("look").GetProperty("finishedAt").ValueKind == JsonValueKind.String);
        Assert.Equal("finished", after.GetProperty("actions")[0].GetProperty("state").GetString());
        Assert.Equal("ran\n", await File.ReadAllTextAsync($"{folder.Path}/marks", Cancellation));
        var read = after.GetProperty("reads").EnumerateArray().First(one => one.GetProperty("waits").ValueKind == JsonValueKind.Null).GetProperty("result");
        Assert.StartsWith("0 ", read.GetProperty("before").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("4 ", read.GetProperty("summary").GetString(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Conflict, (await Server.Post(server.Ada, "/api/incidents/1/actions/1/approve", new { hash })).StatusCode);
        Assert.Equal("ran\n", await File.ReadAllTextAsync($"{folder.Path}/marks", Cancellation));
    }

    [Fact]
    public async Task An_approval_of_other_bytes_runs_nothing()
    {
        folder.File("marks", "");
        Runbook($"echo ran >> {folder.Path}/marks");
        await using var server = await Server.Start(folder, Yaml, cancellation: Cancellation);
        await server.PostAlerts(Bodies.Firing("Down", ("service", "shop")));
        await server.Eventually(1, one => one.GetProperty("actions").GetArrayLength() == 1);
        Assert.Equal(HttpStatusCode.Conflict, (await Server.Post(server.Ada, "/api/incidents/1/actions/1/approve", new { hash = new string('0', 64) })).StatusCode);
        Assert.Equal("proposed", (await server.Incident(1)).GetProperty("actions")[0].GetProperty("state").GetString());
        Assert.Empty(await File.ReadAllTextAsync($"{folder.Path}/marks", Cancellation));
    }

    [Fact]
    public async Task What_cannot_be_undone_needs_a_second_person()
    {
        folder.File("marks", "");
        Runbook($"rm {folder.Path}/marks");
        await using var server = await Server.Start(folder, Yaml, cancellation: Cancellation);
        await server.PostAlerts(Bodies.Firing("Down", ("service", "shop")));
        var incident = await server.Eventually(1, one => one.GetProperty("actions").GetArrayLength() == 1);
        var hash = incident.GetProperty("actions")[0].GetProperty("hash").GetString();
        Assert.Equal("destructive", incident.GetProperty("actions")[0].GetProperty("effect").GetString());
        for (var again = 0; again < 3; again++) await Server.Post(server.Ada, "/api/incidents/1/actions/1/approve", new { hash });
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Cancellation);
        Assert.True(File.Exists($"{folder.Path}/marks"));
        await Server.Post(server.Grace, "/api/incidents/1/actions/1/approve", new { hash });
        await server.Eventually(1, one => one.GetProperty("actions")[0].GetProperty("state").GetString() == "finished");
        Assert.False(File.Exists($"{folder.Path}/marks"));
    }

    [Fact]
    public async Task What_a_responder_did_by_hand_joins_the_record_masked()
    {
        await using var server = await Server.Start(folder, cancellation: Cancellation);
        await server.PostAlerts(Bodies.Firing("Down"));
        await Server.Post(server.Ada, "/api/incidents/1/by-hand", new { what = "psql -c 'select 1'", output = "customer ada.lovelace@example.test called" });
        var records = server.Service<App.Desk.Records>();
        var done = Assert.Single(records.ByNumber(1)!.Events.AsSpan().ToArray().OfType<Incidents.DoneByHand>());
        Assert.Equal("ada", done.By);
        Assert.Equal(1, done.Masked);
        var line = Assert.Single(records.Output(done.Output!)!.Lines.AsSpan().ToArray());
        Assert.DoesNotContain("lovelace", line, StringComparison.Ordinal);
        Assert.Contains("called", line, StringComparison.Ordinal);
    }
}
