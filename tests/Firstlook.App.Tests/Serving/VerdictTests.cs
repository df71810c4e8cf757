using System.Net;
using System.Text;
using System.Text.Json;
using Firstlook.Drills;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Serving;

/// <summary>What people and pipelines tell joins the record, and the next ranking knows it.</summary>
public sealed class VerdictTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    string Yaml => Server.OneShop(folder);

    void Runbooks()
    {
        folder.File("marks", "one\n");
        folder.File("runbooks/down.md", $"""
            # Down

            **Alert**: `Down`

            ```bash
            wc -l {folder.Path}/marks
            ```

            ## Hypothesis 1: a bad deploy

            ```bash
            # Is the newest version running?
            ```

            ## Hypothesis 2: the disk is full
            """);
        folder.File("runbooks/disk.md", $"""
            # Disk

            **Alert**: `DiskFull`

            ```bash
            # Check for stuck files
            grep one {folder.Path}/marks
            ```
            """);
    }

    /// <summary>Began now: what is told of before must be before.</summary>
    static string Firing(string region) => $$$"""[{"labels":{"alertname":"Down","service":"shop","region":"{{{region}}}"},"startsAt":"{{{TimeProvider.System.GetUtcNow():O}}}"}]""";

    static bool Looked(JsonElement incident) => incident.GetProperty("look") is { ValueKind: JsonValueKind.Object } look && look.GetProperty("finishedAt").ValueKind == JsonValueKind.String;

    static Task<HttpResponseMessage> Report(Server server, string json) => server.Sender.PostAsync(new Uri("/intake/change", UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"), Cancellation);

    [Fact]
    public async Task A_reported_deploy_is_told_with_the_cause_that_speaks_of_one_also_after_a_restart()
    {
        Runbooks();
        var change = $$"""{"what":"shop 4f1c2d","service":"shop","by":"ci","at":"{{TimeProvider.System.GetUtcNow().AddMinutes(-4):O}}"}""";
        await using (var server = await Server.Start(folder, Yaml, cancellation: Cancellation))
        {
            Assert.Equal(HttpStatusCode.OK, (await Report(server, change)).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await Report(server, """{"kind":"deploy"}""")).StatusCode);
            using var stray = await Report(server, """[{"what":"ok","service":"shop"},{"what":"shop 4f1c2d","service":"shopp"}]""");
            Assert.Equal((HttpStatusCode.NotFound, "there is no service \"shopp\"; there are shop\n"), (stray.StatusCode, await stray.Content.ReadAsStringAsync(Cancellation)));
            using var stranger = new HttpClient { BaseAddress = server.Address };
            Assert.Equal(HttpStatusCode.Unauthorized, (await Server.Post(stranger, "/intake/change")).StatusCode);
        }

        await using var again = await Server.Start(folder, Yaml, cancellation: Cancellation);
        Assert.Equal(HttpStatusCode.OK, (await Report(again, change)).StatusCode);
        await again.PostAlerts(Firing("north"));
        var incident = await again.Eventually(1, Looked);
        Assert.Equal("shop 4f1c2d", Assert.Single(incident.GetProperty("considered").GetProperty("changes").EnumerateArray()).GetProperty("what").GetString());
        var first = incident.GetProperty("hypotheses")[0];
        Assert.Equal("a bad deploy", first.GetProperty("title").GetString());
        Assert.Contains(first.GetProperty("for").EnumerateArray(), finding => finding.GetProperty("record").GetString()!.StartsWith("change of", StringComparison.Ordinal));
        Assert.Null(incident.GetProperty("leader").GetString());
        Assert.Null(Journal.Journal.Verify(Path.Combine(folder.Path, "data")).Broken);
    }

    [Fact]
    public async Task Reads_of_the_librarys_other_procedures_run_beside()
    {
        Runbooks();
        await using var server = await Server.Start(folder, Yaml, cancellation: Cancellation);
        await server.PostAlerts(Firing("north"));
        var incident = await server.Eventually(1, Looked);
        Assert.EndsWith("disk.md", Assert.Single(incident.GetProperty("considered").GetProperty("runbooks").EnumerateArray()).GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Contains(incident.GetProperty("reads").EnumerateArray(), read => read.GetProperty("step").GetString()!.StartsWith("disk.md#", StringComparison.Ordinal) && read.GetProperty("result").ValueKind == JsonValueKind.Object);
        Assert.Contains(incident.GetProperty("hypotheses").EnumerateArray(), one => one.GetProperty("runbook").GetString() is { } file && file.EndsWith("disk.md", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_confirmed_cause_is_told_to_the_next_incident_of_the_alert()
    {
        Runbooks();
        await using var server = await Server.Start(folder, Yaml, cancellation: Cancellation);
        await server.PostAlerts(Firing("north"));
        var incident = await server.Eventually(1, Looked);
        var disk = incident.GetProperty("hypotheses").EnumerateArray().Single(one => one.GetProperty("title").GetString() == "the disk is full").GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.Conflict, (await Server.Post(server.Ada, "/api/incidents/1/confirm", new { text = "no-such-cause" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Server.Post(server.Ada, "/api/incidents/1/confirm", new { text = disk })).StatusCode);
        Assert.Equal("confirmed", (await server.Incident(1)).GetProperty("verdict").GetProperty("kind").GetString());

        await server.PostAlerts(Firing("south"));
        var next = await server.Eventually(2, Looked);
        Assert.Equal(disk, next.GetProperty("hypotheses")[0].GetProperty("id").GetString());
        Assert.Contains(next.GetProperty("hypotheses")[0].GetProperty("for").EnumerateArray(), finding => finding.GetProperty("record").GetString() == "incident #1");
    }

    [Fact]
    public async Task An_answered_check_counts_and_a_person_may_disagree()
    {
        Runbooks();
        await using var server = await Server.Start(folder, Yaml, cancellation: Cancellation);
        await server.PostAlerts(Firing("north"));
        var incident = await server.Eventually(1, Looked);
        var check = incident.GetProperty("manual").EnumerateArray().First(one => one.GetProperty("cause").ValueKind == JsonValueKind.String).GetProperty("step").GetString();
        Assert.Equal(HttpStatusCode.OK, (await Server.Post(server.Ada, "/api/incidents/1/checks", new { step = check, found = true })).StatusCode);
        Assert.EndsWith("a-bad-deploy", (await server.Incident(1)).GetProperty("leader").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Server.Post(server.Ada, "/api/incidents/1/none-of-these")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Server.Post(server.Grace, "/api/incidents/1/disagree")).StatusCode);
        Assert.Equal("grace", (await server.Incident(1)).GetProperty("verdict").GetProperty("by").GetString());
    }

    [Fact]
    public async Task The_page_of_drills_tells_each_runbooks_faults_over_time()
    {
        await using var server = await Server.Start(folder, cancellation: Cancellation);
        App.Drills.DrillLog.Add(Path.Combine(folder.Path, "data"), new DrillResult("redis-full", "memory", TimeProvider.System.GetUtcNow(), "RedisFull", "<b>redis.md", 5.5, 6.25, null, null, [], null, 2, ["the right cause is in place 2"]));
        var page = await server.Ada.GetStringAsync(new Uri("/drills", UriKind.Relative), Cancellation);
        Assert.Contains("redis-full", page, StringComparison.Ordinal);
        Assert.Contains("the right cause is in place 2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        using var stranger = new HttpClient { BaseAddress = server.Address };
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(new Uri("/drills", UriKind.Relative), Cancellation)).StatusCode);
    }
}
