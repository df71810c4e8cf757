using Firstlook.Effects;
using Firstlook.Looks;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Hypotheses;

/// <summary>Until when a certificate is valid tells one that has expired from one that is about to.</summary>
public sealed class CertificateTests
{
    static Case Causes => new Case().Hypothesis("Expired certificate", ("Browsers turn away", [])).Hypothesis("The certificate is about to expire", ("Nobody has noticed", [])).Hypothesis("The proxy is down", ("Nothing answers", []));

    [Theory]
    [InlineData("notAfter=Mar  4 12:00:00 2026 GMT", "The certificate is about to expire")]
    [InlineData("notAfter=Feb 20 12:00:00 2026 GMT", "Expired certificate")]
    [InlineData("notAfter=Sep 20 12:00:00 2026 GMT", null)]
    public void As_OpenSSL_prints_it(string line, string? leader) =>
        Assert.Equal(leader, Causes.Returned("openssl x509 -noout -dates", Lines("notBefore=Jan  1 12:00:00 2026 GMT", line), language: Language.Shell).Leader);

    [Theory]
    [InlineData(3, "The certificate is about to expire")]
    [InlineData(-2, "Expired certificate")]
    public void As_a_probe_tells_it(double days, string leader) =>
        Assert.Equal(leader, Causes.Returned("(probe_ssl_earliest_cert_expiry - time()) / 86400", Scalar(days)).Leader);
}
