using System.Net;
using System.Text.Json;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Serving;

/// <summary>An incident about a certificate, from its alert to the renewed one, through the whole server, a real ACME server, certbot and nginx.</summary>
public sealed class RenewalTests : IDisposable
{
    const string Name = "shop.example.test";

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_expiry_is_seen_the_renewal_waits_for_a_person_and_the_look_after_it_sees_the_new_one()
    {
        if (RenewedSite.Missing is { } missing) Assert.Skip(missing);
        await using var site = await RenewedSite.Start(Name, left: -2.5);
        folder.File("runbooks/certificate.md", $"""
            # Certificate expired

            **Alert**: `CertificateExpired`

            ## Diagnostic

            ```bash
            openssl s_client -connect {Name}:443 -servername {Name} < /dev/null 2>/dev/null | \
              openssl x509 -noout -checkend 0
            ```

            ## Resolution

            Renew it:

            ```bash
            certbot renew --force-renewal
            ```

            Then take it into use:

            ```bash
            nginx -s reload
            ```
            """);
        await using var server = await Server.Start(folder, $$"""
            runbooks: [{{folder.Path}}/runbooks]
            teams: { night: {} }
            services:
              shop: { team: night, match: { service: shop }, targets: [host] }
            targets:
              host: { kind: shell, root: true, enter: [{{string.Join(", ", site.Enter)}}], environment: { {{string.Join(", ", site.Environment.Select(pair => $"{pair.Key}: {pair.Value}"))}} } }

            """, cancellation: Cancellation);
        await server.PostAlerts(Bodies.Firing("CertificateExpired", ("service", "shop")));
        var incident = await Looked(server, 1);
        Assert.Equal("Certificate will expire", Read(incident));
        Assert.Equal(["certbot renew --no-random-sleep-on-renew --force-renewal", "nginx -s reload"], incident.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("text").GetString()));

        await Approve(server, 1);
        await Approve(server, 2);

        // While nginx takes the new one into use, the old one may be seen once more: then a person looks again.
        var after = await Looked(server, 3);
        for (var look = 4; look < 8 && Read(after) != "Certificate will not expire"; look++)
        {
            await Server.Post(server.Ada, "/api/incidents/1/look");
            after = await Looked(server, look);
        }

        Assert.Equal("Certificate will not expire", Read(after));
    }

    /// <summary>By one person who types the target's name, as a disruptive action asks for.</summary>
    static async Task Approve(Server server, int action)
    {
        var shown = (await server.Eventually(1, one => !one.GetProperty("actions")[action - 1].GetProperty("preparing").GetBoolean())).GetProperty("actions")[action - 1];
        Assert.Equal("proposed", shown.GetProperty("state").GetString());
        var answer = await Server.Post(server.Ada, $"/api/incidents/1/actions/{action}/approve", new { hash = shown.GetProperty("hash").GetString(), target = "host" });
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        await Looked(server, action + 1);
    }

    static Task<JsonElement> Looked(Server server, int number) => server.Eventually(1, one =>
        one.GetProperty("look") is { ValueKind: JsonValueKind.Object } look && look.GetProperty("number").GetInt32() == number && look.GetProperty("finishedAt").ValueKind == JsonValueKind.String);

    static string? Read(JsonElement incident) => incident.GetProperty("reads")[0].GetProperty("result").GetProperty("summary").GetString();
}
