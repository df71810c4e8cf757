using Firstlook.Range.Releases;

namespace Firstlook.Range.Faults;

/// <summary>A fault of a release that pods follow: it is there only while they do, so that `kubectl rollout undo` heals it as `git revert` does.</summary>
/// <param name="fault">As it stands in git.</param>
/// <param name="deployment">Whose pods.</param>
/// <param name="has">Whether a release has the fault.</param>
internal sealed class RolledOut(IFault fault, Kubectl kubectl, string deployment, Func<FeatureRules, bool> has) : IFault
{
    public FaultCard Card => fault.Card;

    public async Task<bool> IsActiveAsync(CancellationToken cancellation) =>
        await fault.IsActiveAsync(cancellation) && has((await kubectl.ReleaseOfAsync(deployment, cancellation)).Features);

    public async Task InjectAsync(CancellationToken cancellation)
    {
        // Undone in the cluster alone, it still stands in git, where shipping it once more would change nothing.
        if (await fault.IsActiveAsync(cancellation) && !await IsActiveAsync(cancellation))
        {
            await fault.HealAsync(cancellation);
        }
        await fault.InjectAsync(cancellation);
    }

    public Task HealAsync(CancellationToken cancellation) => fault.HealAsync(cancellation);
}
