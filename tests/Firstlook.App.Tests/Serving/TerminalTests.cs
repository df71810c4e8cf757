using System.Net;
using System.Text.Json;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Serving;

/// <summary>An action that a person types into, from its approval through the person's own terminal into the record.</summary>
public sealed class TerminalTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_runs_once_as_the_responder_and_its_masked_transcript_is_its_result()
    {
        if (!File.Exists("/usr/bin/script")) Assert.Skip("script is not installed (Debian: bsdutils)");
        folder.File("runbooks/Down.md", "# Down\n\n**Alert**: `Down`\n\n## Diagnostic\n\n```bash\nls /\n```\n");
        await using var server = await Server.Start(folder, $$"""
            runbooks: [{{folder.Path}}/runbooks]
            teams: { night: {} }
            services:
              shop: { team: night, match: { service: shop }, targets: [host] }
            targets:
              host: { kind: shell }

            """, cancellation: Cancellation);
        await server.PostAlerts(Bodies.Firing("Down", ("service", "shop")));
        Assert.Equal(HttpStatusCode.OK, (await Server.Post(server.Ada, "/api/incidents/1/actions", new { text = "bash", language = "shell", title = "Look around" })).StatusCode);
        var action = (await server.Incident(1)).GetProperty("actions")[0];
        Assert.True(action.GetProperty("terminal").GetBoolean());
        Assert.Equal(4, (await Open(server)).Exit);

        Assert.Equal(HttpStatusCode.OK, (await Server.Post(server.Ada, "/api/incidents/1/actions/1/approve", new { hash = action.GetProperty("hash").GetString() })).StatusCode);
        Assert.Equal("approved: open it in a terminal", (await server.Incident(1)).GetProperty("actions")[0].GetProperty("standing").GetString());
        var (exit, error) = await Open(server, "echo it-was-$((40 + 2)) password=hunter2hunter2\nexit 3\n");
        Assert.True(exit == 1 && error.Contains("it ended with 3", StringComparison.Ordinal), error);

        var after = await server.Eventually(1, one => one.GetProperty("actions")[0].GetProperty("state").GetString() == "finished");
        var record = server.Service<Desk.JournalDesk>().Room(1)!;
        var output = server.Service<Desk.Records>().Output(record.Incident.Actions[0].Result!.Evidence)!;
        Assert.Equal(3, record.Incident.Actions[0].Result!.Outcome.Exit);
        Assert.Contains(output.Lines, line => line.Contains("it-was-42", StringComparison.Ordinal));
        Assert.DoesNotContain(output.Lines, line => line.Contains("hunter2", StringComparison.Ordinal));
        Assert.Equal("after action 1", after.GetProperty("look").GetProperty("reason").GetString());
        Assert.Empty(Directory.GetFiles("/dev/shm", "firstlook-*"));
        Assert.Equal(4, (await Open(server)).Exit);
    }

    async Task<(int Exit, string Error)> Open(Server server, string typed = "")
    {
        var ended = await Executable.Run(["action", "open", "1", "1"], folder.Path, typed, ("FIRSTLOOK_SERVER", server.Address.AbsoluteUri), ("FIRSTLOOK_API_TOKEN", server.Ada.DefaultRequestHeaders.Authorization!.Parameter!));
        return (ended.Code, ended.Error + ended.Output);
    }
}
