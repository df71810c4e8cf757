using Firstlook.Range.Certificates;

namespace Firstlook.Range.Faults;

/// <summary>The renewal of the public certificate has not run for months, and it shows. A new certificate heals it.</summary>
/// <param name="left">How long it is still valid; negative: it is over.</param>
internal sealed class AgedCertificate(FaultCard card, CertificateAuthority authority, TimeSpan left, TimeProvider clock) : IFault
{
    static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    public FaultCard Card => card;

    public Task<bool> IsActiveAsync(CancellationToken cancellation)
    {
        var remaining = authority.Expiry() - clock.GetUtcNow();
        return Task.FromResult(left < TimeSpan.Zero ? remaining < TimeSpan.Zero : remaining > TimeSpan.Zero && remaining < Soon);
    }

    public Task InjectAsync(CancellationToken cancellation) => authority.IssueAsync(left, cancellation);

    public async Task HealAsync(CancellationToken cancellation)
    {
        if (await IsActiveAsync(cancellation))
        {
            await authority.IssueAsync(CertificateAuthority.Usual, cancellation);
        }
    }
}
