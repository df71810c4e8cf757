using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Firstlook.Testing;

/// <summary>
/// A real nginx whose certificate certbot keeps: it was asked for at a real ACME server (pebble), which comes for the proof by HTTP, and has grown old since.
/// All of it is on the loopback, on an address of its own.
/// </summary>
public sealed class RenewedSite : IAsyncDisposable
{
    static int started;

    readonly TempFolder folder = new();
    readonly List<RunningProgram> servers = [];

    RenewedSite(string name) => Name = name;

    /// <summary>Null where it can be started here; otherwise why not, for a skip.</summary>
    public static string? Missing =>
        Website.Missing is { } website ? website
        : !File.Exists("/usr/bin/certbot") ? "certbot is not installed (Debian: certbot)"
        : !File.Exists("/usr/bin/pebble") || !File.Exists("/usr/bin/pebble-challtestsrv") ? "pebble is not installed (Debian: pebble)"
        : !File.Exists("/usr/bin/bwrap") ? "bubblewrap is not installed (Debian: bubblewrap)"
        : null;

    public string Name { get; }

    public string Address { get; } = $"127.{100 + (System.Environment.ProcessId % 100)}.{System.Environment.ProcessId / 100 % 250}.{200 + Interlocked.Increment(ref started)}";

    /// <summary>File of the certificate authorities that signed the old certificate and that sign new ones.</summary>
    public string Authorities => $"{folder.Path}/authorities.pem";

    /// <summary>How many certificates certbot keeps: the old one, and one more for each renewal.</summary>
    public int Certificates => Directory.GetFiles($"{folder.Path}/etc/archive/{Name}", "fullchain*.pem").Length;

    /// <summary>Words before a command that runs on the site's own machine: its name, its certificates and its nginx are there.</summary>
    public IReadOnlyList<string> Enter =>
    [
        "/usr/bin/bwrap", "--dev-bind", "/", "/", "--bind", $"{folder.Path}/etc", "/etc/letsencrypt", "--bind", $"{folder.Path}/lib", "/var/lib/letsencrypt", "--bind", $"{folder.Path}/log", "/var/log/letsencrypt",
        "--ro-bind", $"{folder.Path}/nginx.conf", "/etc/nginx/nginx.conf", "--ro-bind", $"{folder.Path}/hosts", "/etc/hosts", "--",
    ];

    /// <summary>What programs there have in their environment: whom certbot and curl believe.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment => [KeyValuePair.Create("REQUESTS_CA_BUNDLE", $"{folder.Path}/acme.pem"), KeyValuePair.Create("CURL_CA_BUNDLE", Authorities)];

    /// <param name="left">Days that are left to its certificate; below nought where it has expired.</param>
    /// <exception cref="InvalidOperationException">A server does not start, or gives no certificate; the message holds what it said.</exception>
    public static async Task<RenewedSite> Start(string name, double left)
    {
        var site = new RenewedSite(name);
        try
        {
            await site.Serve();
            var directory = await site.Authority();
            await site.Run("certbot", "certonly", "--non-interactive", "--agree-tos", "--register-unsafely-without-email", "--server", directory, "--webroot", "--webroot-path", $"{site.folder.Path}/web", "--domain", name);
            site.Age(left);
            site.folder.File("tls.conf", $"listen {site.Address}:443 ssl; ssl_certificate /etc/letsencrypt/live/{name}/fullchain.pem; ssl_certificate_key /etc/letsencrypt/live/{name}/privkey.pem;\n");
            await site.Run("nginx", "-s", "reload");
            await Eventually.Holds(async () => (await RunningProgram.Run("/usr/bin/curl", ["-sk", "--resolve", $"{name}:443:{site.Address}", $"https://{name}/"], check: false)).Length > 0, TimeSpan.FromSeconds(30), () => site.servers[0].Said);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers) await server.DisposeAsync();
        folder.Dispose();
    }

    Task<string> Run(params IEnumerable<string> words) => RunningProgram.Run("/usr/bin/env", [.. Environment.Select(pair => $"{pair.Key}={pair.Value}"), .. Enter, .. words]);

    async Task Serve()
    {
        foreach (var name in new[] { "etc", "lib", "log", "web" }) Directory.CreateDirectory($"{folder.Path}/{name}");
        folder.File("authorities.pem", "");

        // Without a terminal it would wait for up to eight minutes before it renews, at random (certbot's manual, "Automated Renewals").
        folder.File("etc/cli.ini", "no-random-sleep-on-renew = True\n");
        folder.File("hosts", $"127.0.0.1 localhost\n{Address} {Name}\n");
        folder.File("nginx.conf", $$"""
            daemon off; user root; worker_processes 1; pid {{folder.Path}}/pid; error_log {{folder.Path}}/error.log;
            events { worker_connections 64; }
            http {
              access_log off; {{string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"{kind}_temp_path {folder.Path}/{kind}; "))}}
              server { listen {{Address}}:80; include {{folder.Path}}/tls*.conf; location / { return 200 'open\n'; } location /.well-known/acme-challenge/ { root {{folder.Path}}/web; } }
            }
            """);
        servers.Add(RunningProgram.Start(Enter[0], [.. Enter.Skip(1), "nginx", "-e", $"{folder.Path}/error.log"]));
        await Answers(servers[0], $"http://{Address}/");
    }

    /// <returns>Address of the ACME server's directory.</returns>
    async Task<string> Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = Authority("localhost", key, "localhost");
        folder.File("acme.pem", own.ExportCertificatePem());
        folder.File("acme.key", key.ExportPkcs8PrivateKeyPem());
        var (port, management, names) = (FreePort.Next(), FreePort.Next(), FreePort.Next());
        var configuration = folder.File("pebble.json", $$"""
            { "pebble": { "listenAddress": "127.0.0.1:{{port}}", "managementListenAddress": "127.0.0.1:{{management}}", "certificate": "{{folder.Path}}/acme.pem", "privateKey": "{{folder.Path}}/acme.key",
              "httpPort": 80, "tlsPort": 443, "ocspResponderURL": "", "externalAccountBindingRequired": false, "certificateValidityPeriod": {{TimeSpan.FromDays(90).TotalSeconds}} } }
            """);
        servers.Add(RunningProgram.Start("/usr/bin/pebble-challtestsrv", ["-defaultIPv4", Address, "-defaultIPv6", "", "-dns01", $"127.0.0.1:{names}", "-http01", "", "-https01", "", "-tlsalpn01", "", "-management", $"127.0.0.1:{FreePort.Next()}"]));
        servers.Add(RunningProgram.Start("/usr/bin/pebble", ["-config", configuration, "-dnsserver", $"127.0.0.1:{names}"], new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // Each order is proved anew and at once, and nothing is refused at random.
            ["PEBBLE_VA_NOSLEEP"] = "1", ["PEBBLE_WFE_NONCEREJECT"] = "0", ["PEBBLE_AUTHZREUSE"] = "0",
        }));
        await Answers(servers[^1], $"https://localhost:{port}/dir");
        File.AppendAllText(Authorities, await RunningProgram.Run("/usr/bin/curl", ["-s", "--cacert", $"{folder.Path}/acme.pem", $"https://localhost:{management}/roots/0"]));
        return $"https://localhost:{port}/dir";
    }

    async Task Answers(RunningProgram server, string address) => await Eventually.Holds(
        async () => server.HasExited ? throw new InvalidOperationException(server.Said) : (await RunningProgram.Run("/usr/bin/curl", ["-s", "--cacert", $"{folder.Path}/acme.pem", address], check: false)).Length > 0,
        TimeSpan.FromSeconds(60), () => server.Said);

    /// <summary>The certificate that certbot knows ends sooner than the one it was given: nobody has renewed it for a while.</summary>
    void Age(double left)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = Authority("Test authority", authorityKey);
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText($"{folder.Path}/etc/live/{Name}/privkey.pem"));
        var until = TimeProvider.System.GetUtcNow().AddDays(left);
        using var old = Request(Name, key, Name).Create(authority, until.AddDays(-90), until, RandomNumberGenerator.GetBytes(8));
        foreach (var file in new[] { "cert", "fullchain" }) File.WriteAllText($"{folder.Path}/etc/archive/{Name}/{file}1.pem", old.ExportCertificatePem() + "\n");
        File.AppendAllText(Authorities, authority.ExportCertificatePem() + "\n");
    }

    static X509Certificate2 Authority(string subject, ECDsa key, params string[] names)
    {
        var request = Request(subject, key, names);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddYears(-1), now.AddYears(1));
    }

    static CertificateRequest Request(string subject, ECDsa key, params string[] names)
    {
        var request = new CertificateRequest($"CN={subject}", key, HashAlgorithmName.SHA256);
        if (names.Length == 0) return request;
        var all = new SubjectAlternativeNameBuilder();
        foreach (var name in names) all.AddDnsName(name);
        request.CertificateExtensions.Add(all.Build());
        return request;
    }
}
