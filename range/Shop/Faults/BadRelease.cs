using Firstlook.Range.Releases;

namespace Firstlook.Range.Faults;

/// <summary>A release that should not have been: one part of it is not what it was. Shipping the old part again heals it.</summary>
/// <param name="title">The title of its commit.</param>
/// <param name="part">The part that it changes.</param>
/// <param name="with">The release with another such part.</param>
/// <param name="spoil">What it makes of the part.</param>
internal sealed class BadRelease<TPart>(
    FaultCard card, Deployment deployment, string title, Func<Release, TPart> part, Func<Release, TPart, Release> with, Func<TPart, TPart> spoil) : IFault
    where TPart : IEquatable<TPart>
{
    public FaultCard Card => card;

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(Differs);

    public async Task InjectAsync(CancellationToken cancellation)
    {
        if (!Differs)
        {
            // Taken back in the cluster alone, it still stands in git, where shipping it once more would change nothing.
            await HealAsync(cancellation);
        }
        await deployment.ShipAsync(title, release => with(release, spoil(part(deployment.Sound))), cancellation);
    }

    // Ships nothing where git has it right already.
    public Task HealAsync(CancellationToken cancellation) =>
        deployment.ShipAsync($"Revert \"{title}\"", release => with(release, part(deployment.Sound)), cancellation);

    bool Differs => !part(deployment.Current).Equals(part(deployment.Sound));
}
