using Firstlook.Effects;
using Firstlook.Executors.Reach;
using Firstlook.Looks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Reach;

/// <summary>A target is one cluster and one engine, whatever a runbook or the host's own configuration says.</summary>
public sealed class PinTests : IDisposable
{
    readonly TempFolder folder = new();

    [Theory]
    [InlineData("kubectl get pods --context staging")]
    [InlineData("kubectl --context=staging get pods")]
    [InlineData("kubectl --kubeconfig /tmp/other get pods")]
    [InlineData("kubectl --server=https://127.0.0.1:1 get pods")]
    [InlineData("kubectl -s https://127.0.0.1:1 get pods")]
    [InlineData("kubectl get pods --as=system:admin")]
    public async Task A_command_that_names_another_cluster_runs_neither_as_a_read_nor_as_an_action(string text)
    {
        await using var executors = Permits.Executors(Pinned());
        foreach (var result in new[] { await executors.Run(Permits.Read(text, Language.Shell)), await executors.Run(Permits.Action(text, Language.Shell)) })
        {
            Assert.Equal(OutcomeKind.Refused, result.Outcome.Kind);
            Assert.Contains("leads away from production", result.Outcome.Message!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Kubectl_means_the_pinned_context_for_reads_and_actions()
    {
        if (!File.Exists("/usr/bin/kubectl")) Assert.Skip("kubectl is not installed");
        await using var executors = Permits.Executors(Pinned());
        foreach (var text in new[] { "kubectl config current-context", "kubectl config view --minify -o 'jsonpath={.clusters[0].cluster.server} {.contexts[0].context.namespace}'" })
        {
            var (read, act) = (await executors.Run(Permits.Read(text, Language.Shell)), await executors.Run(Permits.Action(text, Language.Shell)));
            Assert.Equal(text.Contains("current", StringComparison.Ordinal) ? "production" : "https://127.0.0.1:2 shop", Assert.Single(read.Output.Lines));
            Assert.Equal(read.Output.Lines, act.Output.Lines);
        }
    }

    [Fact]
    public async Task An_assignment_does_not_lead_away_from_the_pinned_systems()
    {
        await using var executors = Permits.Executors(Pinned() with { Engine = new EnginePin("unix:///run/this.sock") });
        var result = await executors.Run(Permits.Read("KUBECONFIG=/tmp/other DOCKER_HOST=unix:///run/other.sock env", Language.Shell));

        Assert.Contains("DOCKER_HOST=unix:///run/this.sock", result.Output.Lines);
        Assert.DoesNotContain(result.Output.Lines, line => line.Contains("other", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docker -H tcp://127.0.0.1:1 ps")]
    [InlineData("docker --context other ps")]
    [InlineData("docker-compose --host=tcp://127.0.0.1:1 ps")]
    public async Task A_command_that_names_another_engine_does_not_run(string text)
    {
        await using var executors = Permits.Executors(new ShellConnection { Engine = new EnginePin("unix:///run/this.sock"), ReadOnlyView = false });
        Assert.Contains("leads away from unix:///run/this.sock", (await executors.Run(Permits.Read(text, Language.Shell))).Outcome.Message!, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    ShellConnection Pinned()
    {
        var kubeconfig = folder.File("kubeconfig", """
            apiVersion: v1
            kind: Config
            current-context: staging
            clusters: [ { name: s, cluster: { server: "https://127.0.0.1:1" } }, { name: p, cluster: { server: "https://127.0.0.1:2" } } ]
            users: [ { name: u, user: {} } ]
            contexts:
              - { name: staging, context: { cluster: s, user: u } }
              - { name: production, context: { cluster: p, user: u, namespace: default } }
            """);
        return new ShellConnection { Cluster = new ClusterPin(kubeconfig, "production", "p", "u", "shop"), ReadOnlyView = false };
    }
}
