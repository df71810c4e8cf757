using Firstlook.Range.Releases;

namespace Firstlook.Range.Faults;

/// <summary>A release whose worker wants a key that nobody has set: it ends at once, however often it is started. Reverting the release heals it.</summary>
internal sealed class CrashLoop(Deployment deployment, Services services) : IFault
{
    const string Title = "Worker: licence of the new PDF library";

    public FaultCard Card { get; } = new(
        "deploy-crash-loops",
        "releases",
        "WorkerDown",
        "A release's worker ends at its start, since LICENCE_KEY is not set, and is started again and again. Reverting the release heals it.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(deployment.Current.Features.NeedsLicence);

    public async Task InjectAsync(CancellationToken cancellation)
    {
        await deployment.ShipAsync(Title, release => release with { Features = release.Features with { NeedsLicence = true } }, cancellation);
        await services.RestartAsync("worker", cancellation);
    }

    public Task HealAsync(CancellationToken cancellation) =>
        deployment.ShipAsync($"Revert \"{Title}\"", release => release with { Features = release.Features with { NeedsLicence = false } }, cancellation);
}
