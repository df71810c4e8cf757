using Firstlook.Range.Releases;

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
        services.AddSingleton(new Kubectl(kubeconfig));
        Add(services, provider => new BadRollout(
            new FaultCard(
                "readiness-fails",
                "releases",
                "APIServiceDown",
                "A rollout asks the pods at /healthz whether they are ready, where nothing answers, so none is, and nobody gets a shipping quote. Undoing the rollout heals it."),
            provider.GetRequiredService<Kubectl>(), ".readinessProbe.httpGet.path", "/healthz", "\"readinessProbe\":{\"httpGet\":{\"path\":\"/healthz\"}}"));
        Add(services, provider => new BadRollout(
            new FaultCard(
                "pods-pending",
                "releases",
                "APIServiceDown",
                "A rollout asks for more processors than any node has, so its pods are placed nowhere, and nobody gets a shipping quote. Undoing the rollout heals it."),
            provider.GetRequiredService<Kubectl>(), ".resources.requests.cpu", "64", "\"resources\":{\"requests\":{\"cpu\":\"64\"}}"));
    }
    /// <summary>A fault of a release that, where there is a cluster, the pods of a deployment have.</summary>
    static void AddRolledOut(IServiceCollection services, string deployment, Func<FeatureRules, bool> has, Func<IServiceProvider, IFault> make) =>
        Add(services, provider => provider.GetService<Kubectl>() is { } kubectl ? new RolledOut(make(provider), kubectl, deployment, has) : make(provider));
}
