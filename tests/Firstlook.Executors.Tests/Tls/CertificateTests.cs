using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Tls;

public sealed class CertificateTests : IDisposable
{
    static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    readonly TempFolder folder = new();

    [Fact]
    public async Task A_certificate_is_told_with_its_days_names_chain_and_trust()
    {
        using var server = new TlsServer("shop.example.com", Now.AddDays(-80), Now.AddDays(10.5), "www.example.com");
        await using var executors = Permits.Executors(new TlsConnection([KeyValuePair.Create("shop.example.com", "127.0.0.1")], folder.File("ca.pem", server.Authority)));
        var result = await executors.Run(Permits.Read($"openssl s_client -connect shop.example.com:{server.Port} -servername shop.example.com < /dev/null 2>/dev/null | \\\n openssl x509 -noout -dates", Language.Shell));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Equal($"certificate of shop.example.com at shop.example.com:{server.Port}: 10 days left", result.Output.Lines[0]);
        Assert.Contains("names: shop.example.com, www.example.com", result.Output.Lines);
        Assert.Contains("chain: shop.example.com <- Test authority", result.Output.Lines);
        Assert.Contains("trusted here: yes", result.Output.Lines);
    }

    [Fact]
    public async Task One_that_has_expired_or_is_another_names_or_is_not_trusted_is_shown_all_the_same()
    {
        using var server = new TlsServer("old.example.com", Now.AddDays(-80), Now.AddDays(-2.5));
        await using var executors = Permits.Executors(new TlsConnection([KeyValuePair.Create("shop.example.com", "127.0.0.1")]));
        var result = await executors.Run(Permits.Read($"openssl s_client -connect shop.example.com:{server.Port}", Language.Shell));

        Assert.EndsWith("expired 3 days ago", result.Output.Lines[0], StringComparison.Ordinal);
        Assert.Contains("names: old.example.com (not shop.example.com)", result.Output.Lines);
        Assert.Contains(result.Output.Lines, line => line.StartsWith("trusted here: no: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_away_or_speaks_no_tls_is_told()
    {
        await using var executors = Permits.Executors(new TlsConnection());
        using var plain = new HttpStandIn(_ => (200, "hello"));
        var away = await executors.Run(Permits.Read($"openssl s_client -connect 127.0.0.1:{FreePort.Next()}", Language.Shell));
        var other = await executors.Run(Permits.Read($"openssl s_client -connect 127.0.0.1:{plain.Address.Port}", Language.Shell));

        Assert.Equal(OutcomeKind.Unreachable, away.Outcome.Kind);
        Assert.Equal("handshake", other.Outcome.Code);
    }

    [Fact]
    public async Task It_does_nothing_else()
    {
        await using var executors = Permits.Executors(new TlsConnection());
        foreach (var text in new[] { "uname", "openssl x509 -in /etc/passwd", "openssl s_client -starttls smtp -connect mail:25" })
            Assert.Equal(OutcomeKind.Refused, (await executors.Run(Permits.Read(text, Language.Shell))).Outcome.Kind);
        Assert.Equal(OutcomeKind.Refused, (await executors.Run(Permits.Action("openssl s_client -connect 127.0.0.1:1", Language.Shell))).Outcome.Kind);
    }

    [Fact]
    public async Task Openssl_itself_gets_the_same_facts_beside_its_own_and_the_mapped_address()
    {
        using var server = new TlsServer("shop.example.com", Now.AddDays(-80), Now.AddDays(10.5));
        await using var executors = Permits.Executors(new ShellConnection { Hosts = [KeyValuePair.Create("shop.example.com", "127.0.0.1")] });
        var text = $"openssl s_client -connect shop.example.com:{server.Port} -servername shop.example.com < /dev/null 2>/dev/null | openssl x509 -noout -subject";
        var (read, act) = (await executors.Run(Permits.Read(text, Language.Shell)), await executors.Run(Permits.Action(text, Language.Shell)));
        if (read.Outcome.Kind == OutcomeKind.Refused) Assert.Skip(read.Outcome.Message!);

        Assert.Equal("subject=CN = shop.example.com", read.Output.Lines[0]);
        Assert.Equal($"certificate of shop.example.com at shop.example.com:{server.Port}: 10 days left", read.Output.Lines[1]);
        Assert.Equal(["subject=CN = shop.example.com"], act.Output.Lines);
    }

    public void Dispose() => folder.Dispose();
}
