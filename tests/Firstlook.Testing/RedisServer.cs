namespace Firstlook.Testing;

/// <summary>A real Redis 7 on a free port of the loopback, which keeps nothing.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    readonly TempFolder folder;
    readonly RunningProgram server;

    RedisServer(TempFolder folder, RunningProgram server, int port) => (this.folder, this.server, Port) = (folder, server, port);

    /// <summary>Null where it can be started here; otherwise why not, for a skip.</summary>
    public static string? Missing => File.Exists("/usr/bin/redis-server") ? null : "Redis is not installed (Debian: redis-server)";

    public int Port { get; }

    public static async Task<RedisServer> Start(params string[] settings)
    {
        var own = new TempFolder();
        var port = FreePort.Next();
        var running = RunningProgram.Start("/usr/bin/redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--dir", own.Path, "--save", "", "--appendonly", "no", "--daemonize", "no", .. settings]);
        var started = new RedisServer(own, running, port);
        await Eventually.Holds(
            async () => running.HasExited ? throw new InvalidOperationException(running.Said) : (await started.Command("ping")).Length > 0,
            TimeSpan.FromSeconds(20), () => running.Said);
        return started;
    }

    /// <returns>What redis-cli prints.</returns>
    public async Task<string> Command(params string[] words) =>
        (await RunningProgram.Run("/usr/bin/redis-cli", ["-p", $"{Port}", .. words], check: false)).Trim();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }
}
