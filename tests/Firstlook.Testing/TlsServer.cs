using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Firstlook.Testing;

/// <summary>A server on the loopback whose certificate an authority of its own has signed. It shows the certificate and hangs up.</summary>
public sealed class TlsServer : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly X509Certificate2 authority;
    readonly X509Certificate2 certificate;

    public TlsServer(string name, DateTimeOffset from, DateTimeOffset to, params string[] otherNames)
    {
        using var authorityKey = RSA.Create(2048);
        var root = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authority = root.CreateSelfSigned(from.AddYears(-1), to.AddYears(10));
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var one in otherNames.Prepend(name)) names.AddDnsName(one);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, from, to, RandomNumberGenerator.GetBytes(8));
        using var whole = signed.CopyWithPrivateKey(key);
        certificate = X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Serving = Task.Run(Serve);
    }

    public int Port { get; }

    /// <summary>The authority's certificate, as PEM.</summary>
    public string Authority => authority.ExportCertificatePem();

    Task Serving { get; }

    public void Dispose()
    {
        // The listener last: an accept that begins on a closed one has an error of its own.
        stop.Cancel();
        Serving.GetAwaiter().GetResult();
        listener.Stop();
        stop.Dispose();
        authority.Dispose();
        certificate.Dispose();
    }

    async Task Serve()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await using var secured = new SslStream(client.GetStream());
                // A client that says nothing must not keep the test from its end.
                await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
            }
            catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The client left, or the test did.
            }
        }
    }
}
