namespace Firstlook.Range.Faults;

internal static partial class FaultLibrary
{
    /// <summary>Faults of a rollout: a range without a control plane has none of them.</summary>
    static void AddCluster(IServiceCollection services, string? kubeconfig)
    {
        if (kubeconfig is null)
        {
            return;
        }
        Add(services, _ => new BadRollout(
            new FaultCard(
                "readiness-fails",
                "releases",
                "APIServiceDown",
                "A rollout asks the pods at /healthz whether they are ready, where nothing answers, so none is, and nobody gets a shipping quote. Undoing the rollout heals it."),
            kubeconfig, ".readinessProbe.httpGet.path", "/healthz", "\"readinessProbe\":{\"httpGet\":{\"path\":\"/healthz\"}}"));
        Add(services, _ => new BadRollout(
            new FaultCard(
                "pods-pending",
                "releases",
                "APIServiceDown",
                "A rollout asks for more processors than any node has, so its pods are placed nowhere, and nobody gets a shipping quote. Undoing the rollout heals it."),
            kubeconfig, ".resources.requests.cpu", "64", "\"resources\":{\"requests\":{\"cpu\":\"64\"}}"));
    }
}
