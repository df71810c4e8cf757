namespace Firstlook.Range.Faults;

/// <summary>A rollout of the part that runs in the cluster that should not have been: its pods get no further. Undoing it heals it.</summary>
/// <param name="spoiled">What the rollout changes, as a path into the deployment for kubectl's jsonpath.</param>
/// <param name="value">What it changes it to.</param>
/// <param name="patch">The container of the deployment's pods with that change, for kubectl's strategic merge.</param>
internal sealed class BadRollout(FaultCard card, Kubectl kubectl, string spoiled, string value, string patch) : IFault
{
    const string Deployment = "deployment/festivals-api";

    public FaultCard Card => card;

    public async Task<bool> IsActiveAsync(CancellationToken cancellation) =>
        await kubectl.RunAsync(["get", Deployment, "--output", $"jsonpath={{.spec.template.spec.containers[0]{spoiled}}}"], cancellation) == value;

    public Task InjectAsync(CancellationToken cancellation) =>
        kubectl.RunAsync(["patch", Deployment, "--patch", "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"api\"," + patch + "}]}}}}"], cancellation);

    public async Task HealAsync(CancellationToken cancellation)
    {
        if (await IsActiveAsync(cancellation))
        {
            await kubectl.RunAsync(["rollout", "undo", Deployment], cancellation);
        }
    }
}
