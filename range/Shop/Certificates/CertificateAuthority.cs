using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Firstlook.Range.Certificates;

/// <summary>Issues the certificate of the shop's public names, for as long as is wanted, and lets nginx take it up.</summary>
/// <param name="folder">SHOP_TLS: holds ca.crt and ca.key, public.crt and public.key, all PEM.</param>
internal sealed class CertificateAuthority(string folder, TimeProvider clock)
{
    public static readonly TimeSpan Usual = TimeSpan.FromDays(90);

    /// <param name="left">How long it is valid from now; negative where it has expired already.</param>
    public async Task IssueAsync(TimeSpan left, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        using var authority = X509Certificate2.CreateFromPemFile(Path.Combine(folder, "ca.crt"), Path.Combine(folder, "ca.key"));
        using var current = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, "public.crt"));
        using var key = RSA.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(Path.Combine(folder, "public.key"), cancellation));
        var request = new CertificateRequest(current.SubjectName, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (var extension in current.Extensions.OfType<X509SubjectAlternativeNameExtension>())
        {
            request.CertificateExtensions.Add(extension);
        }
        var end = now + left;
        using var signing = authority.GetRSAPrivateKey() ?? throw new InvalidOperationException("the range's authority has no RSA key");
        // By its name: an authority that was made a minute ago may then sign what ended an hour ago.
        using var issued = request.Create(authority.SubjectName, X509SignatureGenerator.CreateForRSA(signing, RSASignaturePadding.Pkcs1), end - Usual, end, RandomNumberGenerator.GetBytes(16));
        await File.WriteAllTextAsync(Path.Combine(folder, "public.crt"), issued.ExportCertificatePem() + "\n", cancellation);
        await ReloadAsync(cancellation);
    }

    public DateTimeOffset Expiry()
    {
        using var current = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, "public.crt"));
        return new DateTimeOffset(current.NotAfter);
    }

    static async Task ReloadAsync(CancellationToken cancellation)
    {
        var master = int.Parse(await File.ReadAllTextAsync("/run/nginx.pid", cancellation), CultureInfo.InvariantCulture);
        if (kill(master, Hangup) != 0)
        {
            throw new InvalidOperationException($"nginx (process {master}) does not take the signal to reload");
        }
    }

    const int Hangup = 1;

#pragma warning disable CA2101, SYSLIB1054, IDE1006 // Two numbers go in and one comes out.
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)]
    static extern int kill(int process, int signal);
#pragma warning restore CA2101, SYSLIB1054, IDE1006
}
