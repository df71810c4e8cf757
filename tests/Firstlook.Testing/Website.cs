using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Firstlook.Testing;

/// <summary>A real nginx on an address of the loopback that is its own, with TLS on 443 and without on 80 and 8000: it stands for every name that a runbook mentions.</summary>
public sealed class Website : IAsyncDisposable
{
    static int started;

    readonly TempFolder folder;
    readonly RunningProgram server;

    Website(TempFolder folder, RunningProgram server, string address) => (this.folder, this.server, Address) = (folder, server, address);

    /// <summary>Null where it can be started here; otherwise why not, for a skip.</summary>
    public static string? Missing => !File.Exists("/usr/sbin/nginx") ? "nginx is not installed (Debian: nginx-light)" : Environment.UserName != "root" ? "ports 80 and 443 need root" : null;

    public string Address { get; }

    /// <summary>File of the certificate authority that signed its certificate.</summary>
    public string Authority => $"{folder.Path}/ca.pem";

    /// <summary>Requests so far, a line each: method and path.</summary>
    public IReadOnlyList<string> Requests => File.Exists($"{folder.Path}/access.log") ? File.ReadAllLines($"{folder.Path}/access.log") : [];

    /// <param name="body">What every address answers, as JSON.</param>
    /// <param name="names">Of the certificate.</param>
    public static async Task<Website> Start(string body, params string[] names)
    {
        var own = new TempFolder();
        var address = $"127.{100 + (Environment.ProcessId % 100)}.{Environment.ProcessId / 100 % 250}.{Interlocked.Increment(ref started)}";
        Sign(own, names);
        var listen = string.Concat(new[] { "80", "8000", "443 ssl" }.Select(port => $"listen {address}:{port}; "));
        var temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"{kind}_temp_path {own.Path}/{kind}; "));
        var configuration = own.File("nginx.conf", $$"""
            daemon off; user root; worker_processes 1; pid {{own.Path}}/pid; error_log {{own.Path}}/error.log;
            events { worker_connections 64; }
            http {
              log_format short '$request_method $host$uri'; access_log {{own.Path}}/access.log short; {{temporary}}
              server { {{listen}} ssl_certificate {{own.Path}}/site.pem; ssl_certificate_key {{own.Path}}/site.key; default_type application/json; location / { return 200 '{{body}}'; } }
            }
            """);
        var running = RunningProgram.Start("/usr/sbin/nginx", ["-p", own.Path, "-c", configuration, "-e", $"{own.Path}/error.log"]);
        await Eventually.Holds(
            async () => running.HasExited ? throw new InvalidOperationException(running.Said + File.ReadAllText($"{own.Path}/error.log")) : (await RunningProgram.Run("/usr/bin/curl", ["-s", $"http://{address}/"], check: false)).Length > 0,
            TimeSpan.FromSeconds(30), () => running.Said);
        File.WriteAllText($"{own.Path}/access.log", "");
        return new Website(own, running, address);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    static void Sign(TempFolder folder, string[] names)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var rootKey = RSA.Create(2048);
        var root = new CertificateRequest("CN=Test authority", rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = root.CreateSelfSigned(now.AddDays(-2), now.AddDays(60));
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var all = new SubjectAlternativeNameBuilder();
        foreach (var name in names) all.AddDnsName(name);
        request.CertificateExtensions.Add(all.Build());
        using var site = request.Create(authority, now.AddDays(-1), now.AddDays(30), RandomNumberGenerator.GetBytes(8));
        folder.File("ca.pem", authority.ExportCertificatePem());
        folder.File("site.pem", site.ExportCertificatePem());
        folder.File("site.key", key.ExportPkcs8PrivateKeyPem());
    }
}
