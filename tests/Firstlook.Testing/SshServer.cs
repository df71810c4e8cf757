namespace Firstlook.Testing;

/// <summary>A real sshd on a free port of the loopback that lets one key in, as the user who runs the tests.</summary>
public sealed class SshServer : IAsyncDisposable
{
    readonly TempFolder folder;
    readonly RunningProgram server;

    SshServer(TempFolder folder, RunningProgram server, int port) => (this.folder, this.server, Port) = (folder, server, port);

    /// <summary>Null where it can be started here; otherwise why not, for a skip.</summary>
    public static string? Missing =>
        !File.Exists("/usr/sbin/sshd") ? "sshd is not installed (Debian: openssh-server)"
        : Environment.UserName != "root" ? "sshd needs root"
        : null;

    public int Port { get; }

    /// <summary>The private key that is let in.</summary>
    public string Identity => $"{folder.Path}/id";

    /// <summary>A known_hosts file with the server's key.</summary>
    public string KnownHosts => $"{folder.Path}/known_hosts";

    public static async Task<SshServer> Start()
    {
        // sshd gives up its privileges into this folder, which Debian's unit would make.
        Directory.CreateDirectory("/run/sshd");
        var own = new TempFolder();
        var port = FreePort.Next();
        foreach (var key in new[] { "host", "id" })
            await RunningProgram.Run("/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", $"{own.Path}/{key}"]);
        own.File("authorized_keys", await File.ReadAllTextAsync($"{own.Path}/id.pub"));
        own.File("known_hosts", $"[127.0.0.1]:{port} {await File.ReadAllTextAsync($"{own.Path}/host.pub")}");
        var configuration = own.File("sshd_config", $"""
            Port {port}
            ListenAddress 127.0.0.1
            HostKey {own.Path}/host
            AuthorizedKeysFile {own.Path}/authorized_keys
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            PermitRootLogin prohibit-password
            MaxStartups 100

            """);
        var running = RunningProgram.Start("/usr/sbin/sshd", ["-D", "-e", "-f", configuration]);
        var started = new SshServer(own, running, port);
        await Eventually.Holds(
            () => Task.FromResult(running.HasExited ? throw new InvalidOperationException(running.Said) : running.Said.Contains("listening", StringComparison.OrdinalIgnoreCase)),
            TimeSpan.FromSeconds(10), () => running.Said);
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }
}
