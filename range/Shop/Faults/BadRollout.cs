namespace Firstlook.Range.Faults;

/// <summary>A rollout of the part that runs in the cluster that should not have been: its pods get no further. Undoing it heals it.</summary>
/// <param name="kubeconfig">Of the cluster.</param>
/// <param name="spoiled">What the rollout changes, as a path into the deployment for kubectl's jsonpath.</param>
/// <param name="value">What it changes it to.</param>
/// <param name="patch">The container of the deployment's pods with that change, for kubectl's strategic merge.</param>
internal sealed class BadRollout(FaultCard card, string kubeconfig, string spoiled, string value, string patch) : IFault
{
    const string Deployment = "deployment/festivals-api";

    public FaultCard Card => card;

    public async Task<bool> IsActiveAsync(CancellationToken cancellation) =>
        await KubectlAsync(["get", Deployment, "--output", $"jsonpath={{.spec.template.spec.containers[0]{spoiled}}}"], cancellation) == value;

    public Task InjectAsync(CancellationToken cancellation) =>
        KubectlAsync(["patch", Deployment, "--patch", "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"api\"," + patch + "}]}}}}"], cancellation);

    public async Task HealAsync(CancellationToken cancellation)
    {
        if (await IsActiveAsync(cancellation))
        {
            await KubectlAsync(["rollout", "undo", Deployment], cancellation);
        }
    }

    /// <exception cref="InvalidOperationException">kubectl refused; what it said is the message.</exception>
    Task<string> KubectlAsync(string[] words, CancellationToken cancellation) =>
        Tool.RunAsync("kubectl", ["--kubeconfig", kubeconfig, "--namespace", "festivals", "--request-timeout=20s"], words, cancellation);
}
