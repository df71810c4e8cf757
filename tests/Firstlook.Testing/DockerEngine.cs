namespace Firstlook.Testing;

/// <summary>A real Docker engine of its own, without networks, and one image in it: <c>local:1</c>, an empty system that programs of this machine are mounted into.</summary>
public sealed class DockerEngine : IAsyncDisposable
{
    readonly TempFolder folder;
    readonly RunningProgram server;

    DockerEngine(TempFolder folder, RunningProgram server) => (this.folder, this.server) = (folder, server);

    /// <summary>Null where it can be started here; otherwise why not, for a skip.</summary>
    public static string? Missing =>
        !File.Exists("/usr/sbin/dockerd") ? "the Docker engine is not installed (Debian: docker.io)"
        : !File.Exists("/usr/bin/docker-compose") ? "docker-compose is not installed (Debian: docker-compose)"
        : Environment.UserName != "root" ? "the Docker engine needs root"
        : null;

    public string Host => $"unix://{folder.Path}/docker.sock";

    /// <exception cref="InvalidOperationException">It cannot start here (no cgroups, for instance); the message holds what it said.</exception>
    public static async Task<DockerEngine> Start()
    {
        var own = new TempFolder();
        var running = RunningProgram.Start("/usr/sbin/dockerd",
        [
            "--iptables=false", "--bridge=none", "--storage-driver=vfs", "--data-root", $"{own.Path}/data", "--exec-root", $"{own.Path}/exec", "--host", $"unix://{own.Path}/docker.sock", "--pidfile", $"{own.Path}/pid",
        ]);
        var engine = new DockerEngine(own, running);
        await Eventually.Holds(
            async () => running.HasExited ? throw new InvalidOperationException(running.Said) : (await engine.Docker("version", "--format", "{{.Server.Version}}")).Length > 0,
            TimeSpan.FromMinutes(2), () => running.Said);
        await RunningProgram.Run("/bin/bash", ["-c", $"""
            set -e -o pipefail
            mkdir -p '{own.Path}/image' && cd '{own.Path}/image'
            mkdir -p usr etc tmp proc sys dev run var/tmp var/run/postgresql opt/bin srv app data
            chmod 1777 tmp var/tmp var/run/postgresql data
            for folder in bin sbin lib lib64; do ln -s usr/$folder $folder; done
            ln -s /usr/bin/python3 opt/bin/python
            tar -c . | docker --host {engine.Host} import - local:1
            """]);
        return engine;
    }

    /// <returns>What docker prints; empty where it fails.</returns>
    public async Task<string> Docker(params string[] words) => (await RunningProgram.Run("/usr/bin/docker", ["--host", Host, .. words], check: false)).Trim();

    public async ValueTask DisposeAsync()
    {
        foreach (var container in (await Docker("ps", "--all", "--quiet")).Split('\n', StringSplitOptions.RemoveEmptyEntries)) await Docker("rm", "--force", container);
        // Asked to end, it gives back what it has mounted.
        await RunningProgram.Run("/bin/kill", ["-TERM", $"{server.Id}"], check: false);
        await Eventually.Holds(() => Task.FromResult(server.HasExited), TimeSpan.FromMinutes(1), () => $"dockerd does not end: {server.Said}");
        await server.DisposeAsync();
        folder.Dispose();
    }
}
