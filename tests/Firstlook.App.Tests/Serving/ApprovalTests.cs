// Firstlook runs on Linux alone, where files have modes.
#pragma warning disable CA1416
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Serving;

/// <summary>Policy, break-glass, locks, lapsing and undo through the whole server, on a real shell.</summary>
public sealed class ApprovalTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    string Yaml(string more = "", string shell = "") => $$"""
        runbooks: [{{folder.Path}}/runbooks]
        teams: { night: {} }
        services:
          shop: { team: night, match: { service: shop }, targets: [host] }
        targets:
          host: { kind: shell{{shell}} }
        {{more}}

        """;

    void Runbook(string action, string alert = "Down") => folder.File($"runbooks/{alert}.md", $"# {alert}\n\n**Alert**: `{alert}`\n\n## Diagnostic\n\n```bash\nls {folder.Path}/etc\n```\n\n## Action\n\n```bash\n{action}\n```\n");

    static async Task<JsonElement> Action(Server server, int incident = 1, int number = 1)
    {
        var shown = await server.Eventually(incident, one => one.GetProperty("actions").GetArrayLength() >= number && !one.GetProperty("actions")[number - 1].GetProperty("preparing").GetBoolean());
        return shown.GetProperty("actions")[number - 1];
    }

    static Task<JsonElement> Ended(Server server, int incident = 1, int number = 1) =>
        server.Eventually(incident, one => one.GetProperty("actions").GetArrayLength() >= number && one.GetProperty("actions")[number - 1].GetProperty("state").GetString() == "finished");

    static async Task<(HttpStatusCode Status, string? Reason)> Approve(HttpClient person, JsonElement action, int incident = 1, string? target = null, string? breakGlass = null)
    {
        var answer = await Server.Post(person, $"/api/incidents/{incident}/actions/{action.GetProperty("number").GetInt32()}/approve", new { hash = action.GetProperty("hash").GetString(), target, breakGlass });
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task An_action_is_undone_by_the_inverse_that_was_prepared_and_approved_with_it()
    {
        folder.File("etc/site.conf", "server {}");
        Runbook($"mv {folder.Path}/etc/site.conf {folder.Path}/etc/site.off");
        await using var server = await Server.Start(folder, Yaml(), cancellation: Cancellation);
        await server.PostAlerts(Bodies.Firing("Down", ("service", "shop")));
        var action = await Action(server);
        Assert.Equal($"mv {folder.Path}/etc/site.off {folder.Path}/etc/site.conf", action.GetProperty("undo").GetProperty("text").GetString());
        Assert.Equal("one-person", action.GetProperty("rule").GetString());
        await Approve(server.Ada, action);
        await Ended(server);
        Assert.False(File.Exists($"{folder.Path}/etc/site.conf"));
        // Two clicks on one button are one undo.
        var clicks = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Server.Post(server.Grace, "/api/incidents/1/actions/1/undo", new { key = "one click" })));
        Assert.All(clicks, click => Assert.Equal(HttpStatusCode.OK, click.StatusCode));
        var after = await Ended(server, number: 2);
        Assert.Equal(2, after.GetProperty("actions").GetArrayLength());
        Assert.Equal(1, after.GetProperty("actions")[1].GetProperty("undoes").GetInt32());
        Assert.True(File.Exists($"{folder.Path}/etc/site.conf"));
        Assert.Equal(HttpStatusCode.Conflict, (await Server.Post(server.Ada, "/api/incidents/1/actions/1/undo", new { key = "another" })).StatusCode);
    }

    [Fact]
    public async Task Where_the_state_has_changed_since_the_approval_the_new_way_back_is_put_before_people()
    {
        var key = folder.File("etc/app.key", "x");
        File.SetUnixFileMode(key, UnixFileMode.UserRead);
        Runbook($"chmod 640 {key}");
        await using var server = await Server.Start(folder, Yaml("policy: { disruptive: one-person }"), cancellation: Cancellation);
        await server.PostAlerts(Bodies.Firing("Down", ("service", "shop")));
        var action = await Action(server);
        Assert.Equal($"chmod 400 {key}", action.GetProperty("undo").GetProperty("text").GetString());
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal(HttpStatusCode.OK, (await Approve(server.Ada, action)).Status);
        var changed = await server.Eventually(1, one => one.GetProperty("actions")[0].GetProperty("undo").GetProperty("text").GetString() == $"chmod 600 {key}");
        Assert.Equal("proposed", changed.GetProperty("actions")[0].GetProperty("state").GetString());
        Assert.Empty(changed.GetProperty("actions")[0].GetProperty("approvedBy").EnumerateArray());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        await Approve(server.Ada, changed.GetProperty("actions")[0]);
        await Ended(server);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(key));
    }

    [Fact]
    public async Task A_broken_glass_is_told_outside_at_once_and_the_postmortem_asks()
    {
        folder.File("marks", "");
        Runbook($"rm {folder.Path}/marks");
        await using var chat = await StandIn.Start();
        await using var server = await Server.Start(folder, Yaml($"notify: {{ chat: {{ kind: slack, url: \"{chat.Address}\" }} }}"), cancellation: Cancellation);
        await server.PostAlerts(Bodies.Firing("Down", ("service", "shop")));
        var action = await Action(server);
        Assert.Equal("type the target's name, host, to approve", (await Approve(server.Ada, action, breakGlass: "nobody else answers the phone")).Reason);
        Assert.Equal(HttpStatusCode.OK, (await Approve(server.Ada, action, target: "host", breakGlass: "nobody else answers the phone")).Status);
        await Ended(server);
        Assert.False(File.Exists($"{folder.Path}/marks"));
        await Eventually.Holds(() => Task.FromResult(chat.Messages.Any(message => message.Body.Contains("broke the glass on action 1", StringComparison.Ordinal) && message.Body.Contains("nobody else answers", StringComparison.Ordinal))), TimeSpan.FromSeconds(30), () => string.Join('\n', chat.Messages));
        Assert.Contains("ada broke the glass on action 1", Response.IsRemembered(server.Service<Desk.JournalDesk>().Room(1)!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_action_at_a_time_has_a_target_also_across_incidents()
    {
        folder.File("go", "");
        // A program of the team's, so that waiting and writing are one command: in a block they would be a read and an action.
        Runbook(folder.Program("wait-and-mark", $"#!/bin/sh\nwhile [ -e {folder.Path}/go ]; do sleep 0.05; done\necho one >> {folder.Path}/marks\n"), "Down");
        Runbook($"echo two >> {folder.Path}/marks", "Slow");
        await using var server = await Server.Start(folder, Yaml("policy: { destructive: one-person, unknown: one-person }"), cancellation: Cancellation);
        await server.PostAlerts(Bodies.Firing("Down", ("service", "shop")));
        await server.PostAlerts(Bodies.Firing("Slow", ("service", "shop")));
        Assert.Equal(HttpStatusCode.OK, (await Approve(server.Ada, await Action(server))).Status);
        await server.Eventually(1, one => one.GetProperty("actions")[0].GetProperty("state").GetString() == "started");
        var (status, reason) = await Approve(server.Grace, await Action(server, 2), 2);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Matches(@"^host is held by action 1 of incident #1 \(ada\) since \d\d:\d\d:\d\d UTC: wait for its end$", reason);
        File.Delete($"{folder.Path}/go");
        await Ended(server);
        Assert.Equal(HttpStatusCode.OK, (await Approve(server.Grace, await Action(server, 2), 2)).Status);
        await Ended(server, 2);
        Assert.Equal("one\ntwo\n", await File.ReadAllTextAsync($"{folder.Path}/marks", Cancellation));
    }

    [Fact]
    public async Task An_edit_of_the_runbook_or_of_the_target_ends_what_was_proposed()
    {
        folder.File("marks", "");
        Runbook($"rm {folder.Path}/marks");
        string hash;
        await using (var server = await Server.Start(folder, Yaml(), cancellation: Cancellation))
        {
            await server.PostAlerts(Bodies.Firing("Down", ("service", "shop")));
            var action = await Action(server);
            hash = action.GetProperty("hash").GetString()!;
            Assert.Equal(HttpStatusCode.OK, (await Approve(server.Ada, action)).Status);
            Runbook($"rm {folder.Path}/other");
            Assert.Contains("Down.md has been edited since the incident opened", (await Approve(server.Grace, action)).Reason, StringComparison.Ordinal);
            Runbook($"rm {folder.Path}/marks");
        }

        // The same name leads elsewhere after a restart; a new password alone would not.
        await using var moved = await Server.Start(folder, Yaml(shell: ", folder: /tmp"), cancellation: Cancellation);
        var still = await Action(moved);
        Assert.Equal(hash, still.GetProperty("hash").GetString());
        Assert.Contains("has come to mean another place", (await Approve(moved.Grace, still)).Reason, StringComparison.Ordinal);
        Assert.True(File.Exists($"{folder.Path}/marks"));
    }

    [Fact]
    public async Task A_value_that_only_a_person_knows_is_asked_for_and_arrives_as_one_word()
    {
        Runbook($"touch {folder.Path}/etc/<file-name>");
        Directory.CreateDirectory($"{folder.Path}/etc");
        await using var server = await Server.Start(folder, Yaml("policy: { unknown: one-person, destructive: one-person, disruptive: one-person }"), cancellation: Cancellation);
        await server.PostAlerts(Bodies.Firing("Down", ("service", "shop")));
        var action = await Action(server);
        Assert.Contains("needs a value for <file-name>", (await Approve(server.Ada, action)).Reason, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await Server.Post(server.Ada, "/api/incidents/1/actions/1/values", new Dictionary<string, string> { ["<file-name>"] = "--help" })).StatusCode);
        await Server.Post(server.Ada, "/api/incidents/1/actions/1/values", new Dictionary<string, string> { ["<file-name>"] = "a b; touch c" });
        Assert.Equal(HttpStatusCode.OK, (await Approve(server.Ada, await Action(server))).Status);
        await Ended(server);
        Assert.Equal(["a b; touch c"], Directory.GetFiles($"{folder.Path}/etc").Select(Path.GetFileName));
    }
}
