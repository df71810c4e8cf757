using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Tls;

/// <summary>A certificate that is renewed for real: by certbot, from an ACME server that comes for its proof.</summary>
public sealed class RenewalTests
{
    const string Name = "shop.example.test";
    const string Expiry = $"openssl s_client -connect {Name}:443 -servername {Name} < /dev/null 2>/dev/null | \\\n  openssl x509 -noout -dates";

    [Theory]
    [InlineData(3.5, "certbot renew", "3 days left")]
    [InlineData(-2.5, "certbot renew --force-renewal", "expired 3 days ago")]
    public async Task What_certbot_renews_is_served_once_nginx_reloads_and_the_next_look_sees_until_when(double left, string renewal, string told)
    {
        if (RenewedSite.Missing is { } missing) Assert.Skip(missing);
        await using var site = await RenewedSite.Start(Name, left);
        await using var servers = Permits.Executors(new TlsConnection([KeyValuePair.Create(Name, site.Address)], site.Authorities));
        await using var host = Permits.Executors(new ShellConnection([.. site.Enter], Environment: [.. site.Environment], Root: true));
        Task<Result> Look() => servers.Run(Permits.Read(Expiry, Language.Shell));
        Task<Result> Run(string action) => host.Run(Permits.Action(action, Language.Shell, Limits.Default with { Time = TimeSpan.FromMinutes(1) }));

        Assert.Equal($"certificate of {Name} at {Name}:443: {told}", (await Look()).Output.Lines[0]);
        var renewed = await Run(renewal);
        Assert.True(renewed.Outcome.Kind == OutcomeKind.Succeeded, string.Join('\n', renewed.Output.Lines.Concat(renewed.Output.Errors)));

        // nginx goes on with what it has read, until it is told.
        Assert.Equal($"certificate of {Name} at {Name}:443: {told}", (await Look()).Output.Lines[0]);
        Assert.Equal(OutcomeKind.Succeeded, (await Run("nginx -s reload")).Outcome.Kind);
        Result after = null!;
        await Eventually.Holds(async () => (after = await Look()).Output.Lines is [var first, ..] && first == $"certificate of {Name} at {Name}:443: 89 days left", TimeSpan.FromSeconds(30), () => string.Join('\n', after.Output.Lines));
        Assert.Contains("trusted here: yes", after.Output.Lines);
    }
}
