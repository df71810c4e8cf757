using System.Text.Json.Nodes;

namespace Firstlook.Range.Tests;

/// <summary>A range whose shop is seen and steered as a cluster, on a real Kubernetes control plane and the range's own node.</summary>
public class RangeWithCluster : RunningRange
{
    static readonly string? Script = new[] { Environment.GetEnvironmentVariable("FIRSTLOOK_KUBERNETES"), Path.GetFullPath(Path.Combine(Repository.InRange("."), "../../shared/tools/kubernetes/up.sh")) }
        .FirstOrDefault(path => path is not null && File.Exists(path));

    private protected override string? Missing => Script is null ? "no Kubernetes control plane: neither FIRSTLOOK_KUBERNETES nor ../shared/tools/kubernetes/up.sh" : null;

    private protected override (IReadOnlyDictionary<string, string> Variables, TimeSpan Limit) Asked =>
        (new Dictionary<string, string>(StringComparer.Ordinal) { ["RANGE_KUBERNETES"] = Script! }, TimeSpan.FromMinutes(5));

    internal async Task ActAsync(string fault, string verb)
    {
        using var answer = await AskFaultsAsync(HttpMethod.Post, $"/faults/{fault}/{verb}");
        Assert.True(answer.IsSuccessStatusCode, $"{verb} {fault}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    internal async Task<bool> IsActiveAsync(string fault)
    {
        using var answer = await AskFaultsAsync(HttpMethod.Get, "/faults");
        return (bool)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray().Single(card => (string?)card!["name"] == fault)!["active"]!;
    }

    /// <summary>What kubectl prints, in the namespace of the shop's pods.</summary>
    internal async Task<string> KubectlAsync(params string[] words)
    {
        var said = await TryKubectlAsync(words);
        Assert.True(said.Exit == 0, said.Text);
        return said.Output.Trim();
    }

    /// <summary>The same, whether it succeeds or not.</summary>
    internal Task<Said> TryKubectlAsync(params string[] words) =>
        Command.RunAsync("kubectl", ["--kubeconfig", this["RANGE_KUBECONFIG"], "-n", "festivals", .. words], Settings, "", TestContext.Current.CancellationToken);
}

[CollectionDefinition(nameof(RangeWithCluster), DisableParallelization = true)]
public sealed class TheRangeWithCluster : ICollectionFixture<RangeWithCluster>;
