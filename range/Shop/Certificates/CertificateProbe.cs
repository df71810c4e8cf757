using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Firstlook.Range.Telemetry;

namespace Firstlook.Range.Certificates;

/// <summary>Visits the shop's public name as a browser does, every two seconds, and notes what it was shown, under the names of the blackbox exporter.</summary>
internal sealed class CertificateProbe(ShopSettings settings, ShopMetrics metrics, ShopLog log, TimeProvider clock)
    : Routine(TimeSpan.FromSeconds(2), metrics, log, clock)
{
    readonly LabelledGauge success = metrics.Add(new LabelledGauge("probe_success", "Whether a TLS handshake with the public name succeeded.", "instance"));
    readonly LabelledGauge expiry = metrics.Add(new LabelledGauge("probe_ssl_earliest_cert_expiry", "When the shown certificate expires, in seconds since 1970.", "instance"));

    protected override string Name => "certificate.probe";

    protected override async Task TendAsync(CancellationToken cancellation)
    {
        var trusted = false;
        var until = 0.0;
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(settings.PublicHost, 443, cancellation);
#pragma warning disable CA5359 // What matters is what the certificate says, trusted or not; nothing is sent.
            await using var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, shown, _, errors) =>
            {
                until = shown is X509Certificate2 certificate ? new DateTimeOffset(certificate.NotAfter).ToUnixTimeSeconds() : 0;
                trusted = errors == SslPolicyErrors.None;
                return true;
            });
#pragma warning restore CA5359
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = settings.PublicHost }, cancellation);
        }
        catch (Exception error) when (error is SocketException or AuthenticationException or IOException)
        {
            trusted = false;
        }
        success.Replace([([settings.PublicHost], trusted ? 1 : 0)]);
        expiry.Replace(until > 0 ? [([settings.PublicHost], until)] : []);
    }
}
