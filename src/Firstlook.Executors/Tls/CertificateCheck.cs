using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Firstlook.Looks;

namespace Firstlook.Executors.Tls;

/// <summary>Asks a server for its certificate and says what a person would look for: until when, for which names, by whom, and whether it would be trusted here.</summary>
/// <param name="hosts">Addresses for names, before the system's own.</param>
/// <param name="authority">File of a certificate authority that counts besides the system's; null for none.</param>
internal sealed class CertificateCheck(EquatableArray<KeyValuePair<string, string>> hosts, string? authority, TimeProvider clock)
{
    static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(5);

    /// <exception cref="OperationCanceledException">Only our own cancellation.</exception>
    public async Task<(Outcome Outcome, EquatableArray<string> Lines)> Ask(CertificateQuestion question, TimeSpan time, CancellationToken cancellation)
    {
        using var deadline = new Deadline(time < ConnectTime ? time : ConnectTime, clock, cancellation);
        var where = $"{question.Host}:{question.Port}";
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(hosts.Where(host => host.Key == question.Host).Select(host => host.Value).FirstOrDefault(question.Host), question.Port, deadline.Token);
            X509Certificate2? leaf = null;
            List<X509Certificate2> sent = [];
            await using var secured = new SslStream(socket.GetStream(), false, (_, certificate, chain, _) =>
            {
                // All of it is told below, so that a certificate which is not trusted can be looked at too; nothing is sent over this connection.
                leaf = certificate is null ? null : new X509Certificate2(certificate);
                sent.AddRange(chain?.ChainPolicy.ExtraStore.Select(extra => new X509Certificate2(extra)) ?? []);
                return true;
            });
            await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = question.Name,
                CertificateRevocationCheckMode = X509RevocationMode.NoCheck },
                deadline.Token);
            if (leaf is null) return (new Outcome(OutcomeKind.Failed, $"{where} showed no certificate"), []);
            using (leaf) return (Outcome.Succeeded, Told(leaf, sent, question, secured.SslProtocol));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (new Outcome(OutcomeKind.TimedOut, $"{where} had not answered after {ConnectTime.TotalSeconds:0} s"), []);
        }
        catch (SocketException unreachable)
        {
            return (new Outcome(OutcomeKind.Unreachable, $"{where} could not be reached: {unreachable.Message}"), []);
        }
        catch (Exception failed) when (failed is AuthenticationException or IOException)
        {
            return (new Outcome(OutcomeKind.Failed, $"{where} speaks no TLS with us: {failed.InnerException?.Message ?? failed.Message}", Code: "handshake"), []);
        }
    }

    EquatableArray<string> Told(X509Certificate2 leaf, List<X509Certificate2> sent, CertificateQuestion question, SslProtocols protocol)
    {
        var ends = leaf.NotAfter.ToUniversalTime();
        var days = Math.Floor((ends - clock.GetUtcNow().UtcDateTime).TotalDays);
        var names = leaf.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(names => names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(address => address.ToString()))).ToArray();
        return
        [
            $"certificate of {question.Name} at {question.Host}:{question.Port}: {(days < 0 ? $"expired {-days:0} days ago" : $"{days:0} days left")}",
            $"valid from {Day(leaf.NotBefore)} to {Day(leaf.NotAfter)}",
            $"names: {(names.Length == 0 ? "none" : string.Join(", ", names))}{(leaf.MatchesHostname(question.Name) ? "" : $" (not {question.Name})")}",
            $"subject: {leaf.Subject}",
            $"issuer: {leaf.Issuer}",
            .. Trust(leaf, sent),
            $"protocol: {protocol}",
        ];
    }

    IEnumerable<string> Trust(X509Certificate2 leaf, List<X509Certificate2> sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = clock.GetUtcNow().UtcDateTime;
        chain.ChainPolicy.ExtraStore.AddRange(sent.ToArray());
        if (authority is not null)
        {
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(authority);
        }

        var trusted = chain.Build(leaf);
        yield return $"chain: {string.Join(" <- ", chain.ChainElements.Select(element => element.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)))}";
        yield return trusted
            ? "trusted here: yes"
            : $"trusted here: no: {string.Join("; ", chain.ChainStatus.Select(status => status.StatusInformation.TrimEnd('.', ' ', '\n')).Distinct())}";
    }

    static string Day(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
