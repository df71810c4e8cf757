using Firstlook.Range.Certificates;

namespace Firstlook.Range.Faults;

internal static partial class FaultLibrary
{
    static void AddDependencies(IServiceCollection services)
    {
        Add(services, provider => new AgedCertificate(
            new FaultCard(
                "certificate-expired",
                "certificates",
                "SSLCertificateExpired",
                "The certificate of the public names expired an hour ago, and browsers turn away. A new certificate and a reload of nginx heal it."),
            provider.GetRequiredService<CertificateAuthority>(),
            TimeSpan.FromHours(-1),
            provider.GetRequiredService<TimeProvider>()));
        Add(services, provider => new AgedCertificate(
            new FaultCard(
                "certificate-expiring",
                "certificates",
                "SSLCertificateExpiringSoon",
                "The certificate of the public names expires in three days, since its renewal has not run. A new certificate and a reload of nginx heal it."),
            provider.GetRequiredService<CertificateAuthority>(),
            TimeSpan.FromDays(3),
            provider.GetRequiredService<TimeProvider>()));
        AddOutside(services, "CARRIER", "hanging", new FaultCard(
            "dependency-timeout",
            "dependencies",
            "APIHigh5xxRate",
            "The carrier's service takes connections and never answers, so shipping quotes time out. Its recovery heals it."));
        services.AddSingleton<IFault, WrongName>();
    }
}
