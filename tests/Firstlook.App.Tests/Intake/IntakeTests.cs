using System.Net;
using System.Text;
using Firstlook.App.Tests.Serving;
using Firstlook.Testing;
using Microsoft.Data.Sqlite;

namespace Firstlook.App.Tests.Intake;

public sealed class IntakeTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_alert_again_opens_no_second_incident()
    {
        await using var server = await Server.Start(folder, cancellation: Cancellation);
        for (var repeat = 0; repeat < 5; repeat++)
            Assert.Equal(HttpStatusCode.OK, (await server.PostAlerts(Bodies.Firing("Down", ("instance", "a")))).StatusCode);
        Assert.Single(await server.Incidents());
    }

    [Fact]
    public async Task The_same_alert_from_many_at_once_opens_one_incident()
    {
        await using var server = await Server.Start(folder, cancellation: Cancellation);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => server.PostAlerts(Bodies.Firing("Down", ("instance", "a")))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(await server.Incidents());
    }

    [Fact]
    public async Task Instances_of_one_alert_share_an_incident_and_it_is_resolved_when_the_last_has_ended()
    {
        await using var server = await Server.Start(folder, cancellation: Cancellation);
        await server.PostAlerts(Bodies.Firing("Down", ("instance", "a")));
        await server.PostAlerts(Bodies.Firing("Down", ("instance", "b")));
        Assert.Single(await server.Incidents());
        var ended = TimeProvider.System.GetUtcNow();
        await server.PostAlerts(Bodies.Ended("Down", ended, ("instance", "a")));
        Assert.Equal("open", (await server.Incident(1)).GetProperty("state").GetString());
        await server.PostAlerts(Bodies.Ended("Down", ended, ("instance", "b")));
        Assert.Equal("resolved", (await server.Incident(1)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Valid_alerts_are_kept_though_others_in_the_body_are_not()
    {
        await using var server = await Server.Start(folder, cancellation: Cancellation);
        var answer = await server.PostAlerts("""[{"labels":{"alertname":"Good"}},{"labels":{"alertname":7}},{"labels":{}},{"labels":{"alertname":"Late"},"startsAt":"2026-01-02T00:00:00Z","endsAt":"2026-01-01T00:00:00Z"}]""");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var said = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("[1].labels.alertname", said, StringComparison.Ordinal);
        Assert.Contains("[2].labels", said, StringComparison.Ordinal);
        Assert.Contains("[3].endsAt", said, StringComparison.Ordinal);
        Assert.Equal("Good", Assert.Single(await server.Incidents()).GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("{}", "an array is needed")]
    [InlineData("[7]", "[0]")]
    [InlineData("""[{"labels":"x"}]""", "[0].labels")]
    [InlineData("""[{"labels":{"alertname":"A"},"startsAt":"yesterday"}]""", "[0].startsAt")]
    [InlineData("""[{"labels":{"alertname":"A"},"annotations":[]}]""", "[0].annotations")]
    public async Task A_wrong_body_is_told_its_field_and_the_server_lives_on(string body, string field)
    {
        await using var server = await Server.Start(folder, cancellation: Cancellation);
        var answer = await server.PostAlerts(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.PostAlerts(Bodies.Firing("Down"))).StatusCode);
    }

    [Fact]
    public async Task Ten_thousand_labels_and_a_hundred_megabytes_are_refused_and_the_server_lives_on()
    {
        await using var server = await Server.Start(folder, cancellation: Cancellation);
        var labels = string.Join(',', Enumerable.Range(0, 10_000).Select(number => $"\"l{number}\":\"x\""));
        var answer = await server.PostAlerts($"[{{\"labels\":{{{labels}}}}}]");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("[0].labels: 10000 entries", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        using var large = new StreamContent(new Endless(100 * 1024 * 1024));
        try
        {
            using var refused = await server.Sender.PostAsync(new Uri("/api/v2/alerts", UriKind.Relative), large, Cancellation);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The server answered and hung up while we were still sending: as good a refusal.
        }

        Assert.Equal(HttpStatusCode.OK, (await server.PostAlerts(Bodies.Firing("Down"))).StatusCode);
    }

    [Fact]
    public async Task Nothing_comes_in_without_the_token()
    {
        await using var server = await Server.Start(folder, cancellation: Cancellation);
        using var stranger = new HttpClient { BaseAddress = server.Address };
        foreach (var path in (string[])["/api/v2/alerts", "/intake/alertmanager"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync(new Uri(path, UriKind.Relative), new StringContent(Bodies.Firing("Down"), Encoding.UTF8, "application/json"), Cancellation)).StatusCode);
        // A person's token is none for the intake, nor the other way round.
        Assert.NotEqual(HttpStatusCode.OK, (await server.Sender.GetAsync(new Uri("/api/incidents", UriKind.Relative), Cancellation)).StatusCode);
        Assert.Empty(await server.Incidents());
    }

    [Fact]
    public async Task A_locked_journal_is_a_503_at_once_and_nothing_is_half_accepted()
    {
        await using var server = await Server.Start(folder, cancellation: Cancellation);
        await using (var thief = new SqliteConnection($"Data Source={folder.Path}/data/journal.db;Pooling=False"))
        {
            thief.Open();
            using var begin = thief.CreateCommand();
            begin.CommandText = "BEGIN EXCLUSIVE";
            begin.ExecuteNonQuery();
            // The thief lets go only after the answer: a server that waited for it would never give one.
            var answer = await server.PostAlerts(Bodies.Firing("Down"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }

        Assert.Empty(await server.Incidents());
        Assert.Equal(HttpStatusCode.OK, (await server.PostAlerts(Bodies.Firing("Down"))).StatusCode);
        Assert.Single(await server.Incidents());
    }

    [Fact]
    public async Task A_real_Alertmanager_delivers_and_resolves()
    {
        const string program = "/usr/bin/prometheus-alertmanager";
        if (!File.Exists(program)) Assert.Skip("Alertmanager is not installed (Debian: prometheus-alertmanager)");
        await using var server = await Server.Start(folder, cancellation: Cancellation);
        var port = FreePort.Next();
        var file = folder.File("alertmanager.yml", $$"""
            route: { receiver: firstlook, group_wait: 1s, group_interval: 1s }
            receivers:
              - name: firstlook
                webhook_configs:
                  - url: {{server.Address}}intake/alertmanager
                    http_config: { authorization: { credentials: {{Server.IntakeToken}} } }
            """);
        await using var alertmanager = RunningProgram.Start(program, [$"--config.file={file}", $"--storage.path={folder.Path}/am", $"--web.listen-address=127.0.0.1:{port}", "--cluster.listen-address="]);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await Eventually.Holds(async () => await IsOk(client, "/-/ready"), TimeSpan.FromSeconds(20), () => alertmanager.Said);

        await client.PostAsync(new Uri("/api/v2/alerts", UriKind.Relative), new StringContent(Bodies.Firing("Down", ("instance", "a")), Encoding.UTF8, "application/json"), Cancellation);
        await Eventually.Holds(async () => (await server.Incidents()).Length == 1, TimeSpan.FromSeconds(20), () => alertmanager.Said);
        await client.PostAsync(new Uri("/api/v2/alerts", UriKind.Relative), new StringContent(Bodies.Ended("Down", TimeProvider.System.GetUtcNow(), ("instance", "a")), Encoding.UTF8, "application/json"), Cancellation);
        await server.Eventually(1, incident => incident.GetProperty("state").GetString() == "resolved");
    }

    static async Task<bool> IsOk(HttpClient client, string path)
    {
        try
        {
            return (await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>So many spaces, of which none is kept.</summary>
    sealed class Endless(long left) : Stream
    {
        long left = left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, left);
            buffer.AsSpan(offset, given).Fill((byte)' ');
            left -= given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
