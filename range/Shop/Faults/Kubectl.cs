using Firstlook.Range.Releases;

namespace Firstlook.Range.Faults;

/// <summary>The cluster that a part of the shop runs in, by its own tool.</summary>
internal sealed class Kubectl(string kubeconfig)
{
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">kubectl refused; what it said is the message.</exception>
    public Task<string> RunAsync(string[] words, CancellationToken cancellation) =>
        Tool.RunAsync("kubectl", ["--kubeconfig", kubeconfig, "--namespace", "festivals", "--request-timeout=20s"], words, cancellation);

    /// <summary>The release that the pods of a deployment are to follow: the last that was rolled out there, or the one that somebody has gone back to.</summary>
    public async Task<Release> ReleaseOfAsync(string deployment, CancellationToken cancellation)
    {
        var folder = await RunAsync(["get", $"deployment/{deployment}", "--output", "jsonpath={.spec.template.spec.containers[0].env[?(@.name=='SHOP_RELEASE')].value}"], cancellation);
        return new DeployedRelease(folder).Current;
    }
}
