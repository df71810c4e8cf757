using System.Net;
using System.Net.Sockets;

namespace Firstlook.Testing;

/// <summary>A real Kubernetes control plane on the loopback, with the range's node, which runs pods as processes: real logs, real exec. Takes ten seconds and half a gigabyte: share it.</summary>
public sealed class KubernetesCluster : IAsyncDisposable
{
    static int taken;

    readonly TempFolder folder;
    readonly RunningProgram node;
    readonly IReadOnlyDictionary<string, string> environment;

    KubernetesCluster(TempFolder folder, RunningProgram node, IReadOnlyDictionary<string, string> environment) => (this.folder, this.node, this.environment) = (folder, node, environment);

    /// <summary>Null where it can be started here; otherwise why not, for a skip.</summary>
    public static string? Missing =>
        Script is null ? "no Kubernetes control plane: neither FIRSTLOOK_KUBERNETES nor ../shared/tools/kubernetes/up.sh"
        : !File.Exists("/usr/bin/etcd") ? "etcd is not installed (Debian: etcd-server)"
        : !File.Exists("/usr/bin/kubectl") ? "kubectl is not installed"
        : Environment.UserName != "root" ? "pods need root"
        : null;

    /// <summary>Its context is <c>test</c>.</summary>
    public string Kubeconfig => $"{folder.Path}/kubeconfig";

    static string? Script => new[] { Environment.GetEnvironmentVariable("FIRSTLOOK_KUBERNETES"), Repository.Beside("shared/tools/kubernetes/up.sh") }.FirstOrDefault(path => path is not null && File.Exists(path));

    public static async Task<KubernetesCluster> Start()
    {
        var own = new TempFolder();
        var port = Ports(4);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ROOT"] = $"{own.Path}/run", ["PORT"] = $"{port}", ["ETCD_PORT"] = $"{Ports(2)}", ["KUBECONFIG_OUT"] = $"{own.Path}/kubeconfig", ["FAKE_KUBELET"] = "0", ["TMPDIR"] = own.Path,
        };
        await RunningProgram.Run("/usr/bin/env", [.. settings.Select(pair => $"{pair.Key}={pair.Value}"), "/bin/bash", Script!]);
        var agent = RunningProgram.Start("/usr/bin/python3", [$"{Repository.Root}/range/node/agent.py", "node.kubeconfig", "apiserver.crt", "apiserver.key", $"{port + 3}", "node-1"], settings, $"{own.Path}/run/pki");
        var cluster = new KubernetesCluster(own, agent, settings);
        await Eventually.Holds(async () => agent.HasExited ? throw new InvalidOperationException(agent.Said) : (await cluster.Kubectl("get", "node", "node-1", "-o", "jsonpath={.status.conditions[?(@.type=='Ready')].status}")) == "True", TimeSpan.FromMinutes(2), () => agent.Said);
        return cluster;
    }

    /// <returns>What kubectl prints; empty where it fails.</returns>
    public async Task<string> Kubectl(params string[] words) => (await RunningProgram.Run("/usr/bin/kubectl", ["--kubeconfig", Kubeconfig, .. words], check: false)).Trim();

    public Task Apply(string yaml) => RunningProgram.Run("/usr/bin/kubectl", ["--kubeconfig", Kubeconfig, "apply", "-f", "-"], yaml);

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await RunningProgram.Run("/usr/bin/env", [.. environment.Select(pair => $"{pair.Key}={pair.Value}"), "/bin/bash", Script!, "down"], check: false);
        folder.Dispose();
    }

    /// <summary>The first of so many free ports in a row, below those that the system gives to anybody who connects (ip_local_port_range).</summary>
    static int Ports(int count)
    {
        for (var attempt = 0; ; attempt++)
        {
            var first = 20_000 + (((Environment.ProcessId * 31) + (Interlocked.Increment(ref taken) * 101)) % 11_000);
            var held = new List<TcpListener>();
            try
            {
                for (var port = first; port < first + count; port++)
                {
                    var listener = new TcpListener(IPAddress.Loopback, port);
                    listener.Start();
                    held.Add(listener);
                }

                return first;
            }
            catch (SocketException) when (attempt < 100)
            {
                // Somebody listens on one of them: another row.
            }
            finally
            {
                foreach (var listener in held) listener.Dispose();
            }
        }
    }
}
