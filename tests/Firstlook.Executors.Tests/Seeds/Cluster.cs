using Firstlook.Executors.Sql;
using Firstlook.Executors.Tests.Seeds;
using Firstlook.Testing;

[assembly: AssemblyFixture(typeof(Cluster))]

namespace Firstlook.Executors.Tests.Seeds;

/// <summary>One Kubernetes for all tests, started by the first that needs it, with what the runbooks' namespaces hold.</summary>
public sealed class Cluster : IAsyncDisposable
{
    readonly SemaphoreSlim once = new(1, 1);
    KubernetesCluster? cluster;

    public async Task<KubernetesCluster> Running()
    {
        if (KubernetesCluster.Missing is { } missing) Assert.Skip(missing);
        if (PostgresServer.Missing is { } database) Assert.Skip(database);
        if (RedisServer.Missing is { } redis) Assert.Skip(redis);
        await once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return cluster ??= await Start();
        }
        finally
        {
            once.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
        once.Dispose();
    }

    static async Task<KubernetesCluster> Start()
    {
        var started = await KubernetesCluster.Start();
        var folder = Path.Combine(Repository.Root, "tests/Firstlook.Executors.Tests/Seeds");
        var user = (await RunningProgram.Run("/usr/bin/id", ["-u", "postgres"])).Trim();
        await started.Apply(await File.ReadAllTextAsync(Path.Combine(folder, "definitions.yaml")));
        await started.Kubectl("wait", "--for=condition=Established", "crd/certificates.cert-manager.io", "--timeout=120s");
        await started.Apply((await File.ReadAllTextAsync(Path.Combine(folder, "namespaces.yaml"))).Replace("POSTGRES_USER", user, StringComparison.Ordinal));
        await Ready(started, "festivals", "pod/postgres-0", "pod/redis-0");
        foreach (var statement in new[] { "CREATE DATABASE festivals", ReaderRole.Sql("festivals", sessions: 8) })
            await RunningProgram.Run("/usr/bin/kubectl", ["--kubeconfig", started.Kubeconfig, "exec", "-i", "-n", "festivals", "postgres-0", "--", "psql", "-U", "postgres", "-v", "ON_ERROR_STOP=1"], statement + ";\n");
        foreach (var (name, @namespace) in new[] { ("festivals-api", "festivals"), ("checkout", "microservices") })
        {
            await started.Kubectl("set", "env", $"deployment/{name}", "RELEASE=2", "-n", @namespace);
            await started.Kubectl("rollout", "status", $"deployment/{name}", "-n", @namespace, "--timeout=180s");
        }

        return started;
    }

    static async Task Ready(KubernetesCluster cluster, string @namespace, params string[] pods)
    {
        foreach (var pod in pods)
            await Eventually.Holds(async () => (await cluster.Kubectl("get", pod, "-n", @namespace, "-o", "jsonpath={.status.conditions[?(@.type=='Ready')].status}")) == "True", TimeSpan.FromMinutes(3), () => $"{pod} is not ready");
    }
}
