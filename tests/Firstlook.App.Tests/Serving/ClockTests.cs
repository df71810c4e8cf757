using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Serving;

public sealed class ClockTests : IDisposable
{
    const string Secret = "a-secret-of-the-tests";

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clock_that_ran_out_while_no_server_was_alive_escalates_after_the_restart_and_tells_both_senders()
    {
        await using var outside = await StandIn.Start();
        var runbook = folder.File("runbooks/down.md", """
            # Down

            **Alert**: `Down`
            **Severity**: `critical`
            **Response Time**: 20 minutes to acknowledgement, 2 hours to resolution

            ## When to Escalate

            **Escalate After 45 Minutes If**:
            - nobody knows why

            **Escalate To**:
            - the night lead
            """);
        var yaml = $"""
            runbooks: [{Path.GetDirectoryName(runbook)}]
            notify:
              chat: {"{"} kind: slack, url: "{outside.Address}services/T/B/X" {"}"}
              hook: {"{"} kind: webhook, url: "{outside.Address}hook", secret: {Secret} {"}"}

            """;
        var time = new MovableTime(new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero));
        await using (var server = await Server.Start(folder, yaml, time, Cancellation))
        {
            await server.PostAlerts("""[{"labels":{"alertname":"Down"},"startsAt":"2026-03-01T01:59:00Z","endsAt":"2026-03-02T00:00:00Z"}]""");
            var deadlines = (await server.Incident(1)).GetProperty("deadlines");
            Assert.Equal("2026-03-01T02:20:00+00:00", deadlines.GetProperty("acknowledge").GetString());
            Assert.Equal("2026-03-01T02:45:00+00:00", deadlines.GetProperty("escalate:1").GetString());
        }

        // Nobody is alive when the clock to acknowledge runs out.
        time.Advance(TimeSpan.FromMinutes(25));
        await using (var server = await Server.Start(folder, yaml, time, Cancellation))
        {
            await Eventually.Holds(() => Turn(time, () => outside.Messages.Count(message => message.Body.Contains("nobody acknowledged within 20 minutes", StringComparison.Ordinal)) == 2), TimeSpan.FromSeconds(20), () => string.Join('\n', outside.Messages));
            time.Advance(TimeSpan.FromMinutes(21));
            await Eventually.Holds(() => Turn(time, () => outside.Messages.Any(message => message.Body.Contains("the night lead", StringComparison.Ordinal) && message.Body.Contains("nobody knows why", StringComparison.Ordinal))), TimeSpan.FromSeconds(20), () => string.Join('\n', outside.Messages));
            // Each clock once.
            var timeline = (await server.Incident(1)).GetProperty("timeline").EnumerateArray().Select(entry => entry.GetProperty("text").GetString()!).ToArray();
            Assert.Single(timeline, text => text.StartsWith("Time to acknowledge ran out", StringComparison.Ordinal));
            Assert.Single(timeline, text => text.StartsWith("Time to escalate", StringComparison.Ordinal));
        }

        Assert.Equal(outside.Messages.Count(message => message.Path == "/hook"), outside.Messages.Where(message => message.Path == "/hook").Select(message => message.Delivery).Distinct().Count());
        Assert.All(outside.Messages.Where(message => message.Path == "/hook"), message => Assert.True(IsSigned(message)));
        Assert.All(outside.Messages.Where(message => message.Path.StartsWith("/services", StringComparison.Ordinal)), message => Assert.Contains("\"text\":", message.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_concerns_a_team_goes_to_its_channels_and_what_concerns_no_known_team_to_all()
    {
        await using var outside = await StandIn.Start();
        await using var server = await Server.Start(folder, $$"""
            teams: { store: { runbooks: [] }, office: { runbooks: [] } }
            services: { shop: { team: store, match: { service: shop } } }
            notify:
              store: { kind: slack, url: "{{outside.Address}}store", teams: [store] }
              office: { kind: slack, url: "{{outside.Address}}office", teams: [office] }
              all: { kind: slack, url: "{{outside.Address}}all" }

            """, cancellation: Cancellation);
        await server.PostAlerts(Bodies.Firing("ShopDown", ("service", "shop")));
        await server.PostAlerts(Bodies.Firing("MoonDown"));
        bool Told(string path, string alert) => outside.Messages.Any(message => message.Path == path && message.Body.Contains(alert, StringComparison.Ordinal));
        await Eventually.Holds(
            () => Task.FromResult(Told("/store", "ShopDown") && Told("/all", "ShopDown") && Told("/store", "MoonDown") && Told("/office", "MoonDown") && Told("/all", "MoonDown")),
            TimeSpan.FromSeconds(20), () => string.Join('\n', outside.Messages));
        Assert.False(Told("/office", "ShopDown"));
    }

    [Fact]
    public async Task A_receiver_that_is_away_gets_the_message_when_it_is_back()
    {
        await using var outside = await StandIn.Start();
        outside.Failures = 3;
        await using var server = await Server.Start(folder, $"notify:\n  hook: {{ kind: webhook, url: \"{outside.Address}hook\", secret: {Secret} }}\n", cancellation: Cancellation);
        await server.PostAlerts(Bodies.Firing("Down"));
        await Eventually.Holds(() => Task.FromResult(outside.Messages.Any(message => message.Body.Contains("\"kind\":\"opened\"", StringComparison.Ordinal))), TimeSpan.FromSeconds(30), () => $"{outside.Failures} failures left");
    }

    [Fact]
    public async Task An_alert_whose_lease_runs_out_has_ended()
    {
        var time = new MovableTime(new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero));
        await using var server = await Server.Start(folder, time: time, cancellation: Cancellation);
        await server.PostAlerts("""[{"labels":{"alertname":"Down"},"startsAt":"2026-03-01T01:59:00Z","endsAt":"2026-03-01T02:04:00Z"}]""");
        time.Advance(TimeSpan.FromMinutes(3));
        await server.PostAlerts("""[{"labels":{"alertname":"Down"},"startsAt":"2026-03-01T01:59:00Z","endsAt":"2026-03-01T02:07:00Z"}]""");
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("open", (await server.Incident(1)).GetProperty("state").GetString());
        time.Advance(TimeSpan.FromMinutes(3));
        await Eventually.Holds(async () => await Turn(time, () => true) && (await server.Incident(1)).GetProperty("state").GetString() == "resolved", TimeSpan.FromSeconds(20), () => "still open");
    }

    /// <summary>Lets the loops have their turn.</summary>
    static Task<bool> Turn(MovableTime time, Func<bool> holds)
    {
        time.Advance(TimeSpan.FromMilliseconds(250));
        return Task.FromResult(holds());
    }

    static bool IsSigned(StandIn.Received message)
    {
        var parts = message.Signature!.Split(',').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        Assert.True(long.Parse(parts["t"], CultureInfo.InvariantCulture) > 0);
        return parts["v1"] == Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{message.Body}")));
    }
}
