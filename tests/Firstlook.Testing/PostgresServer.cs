using System.Runtime.InteropServices;

namespace Firstlook.Testing;

/// <summary>A real PostgreSQL 15 on a free port of the loopback, with a cluster of its own.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    const string Binaries = "/usr/lib/postgresql/15/bin";

    readonly TempFolder folder;
    readonly RunningProgram server;

    PostgresServer(TempFolder folder, RunningProgram server, int port) => (this.folder, this.server, Port) = (folder, server, port);

    /// <summary>Null where it can be started here; otherwise why not, for a skip.</summary>
    public static string? Missing => !OperatingSystem.IsLinux() || !File.Exists($"{Binaries}/initdb") ? "PostgreSQL 15 is not installed (Debian: postgresql-15)" : null;

    public int Port { get; }

    /// <summary>Connection string (Npgsql) of a role, without a password: the server trusts the loopback.</summary>
    public string Connection(string role, string database = "postgres") => $"Host=127.0.0.1;Port={Port};Username={role};Database={database}";

    public static async Task<PostgresServer> Start(params string[] settings)
    {
        var own = new TempFolder();
        var data = Path.Combine(own.Path, "data");
        string[] asPostgres = geteuid() == 0 ? ["runuser", "-u", "postgres", "--"] : [];
        if (asPostgres.Length > 0)
        {
            await RunningProgram.Run("/usr/bin/chown", ["postgres:postgres", own.Path]);
        }

        string[] make = [.. asPostgres, $"{Binaries}/initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];
        await RunningProgram.Run("/usr/bin/env", make);
        var port = FreePort.Next();

        // Not through runuser, which would stand between us and the running when it is to die with us.
        string[] become = geteuid() == 0 ? ["--reuid=postgres", "--regid=postgres", "--init-groups", "--"] : ["--"];
        string[] serve =
        [
            .. become, "/usr/bin/setpriv", "--pdeathsig", "KILL", "--", $"{Binaries}/postgres", "-D", data, "-p", $"{port}",
            "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={own.Path}", "-c", "fsync=off", "-c", "full_page_writes=off",
            .. settings.SelectMany(setting => new[] { "-c", setting }),
        ];
        var running = RunningProgram.Start("/usr/bin/setpriv", serve);
        var started = new PostgresServer(own, running, port);
        await Eventually.Holds(
            async () => running.HasExited
                ? throw new InvalidOperationException(running.Said)
                : await RunningProgram.Run($"{Binaries}/pg_isready", ["-h", "127.0.0.1", "-p", $"{port}"], check: false) is var said && said.Contains("accepting", StringComparison.Ordinal),
            TimeSpan.FromSeconds(30),
            () => running.Said);
        return started;
    }

    /// <summary>Runs SQL as the superuser.</summary>
    /// <returns>What it prints, unaligned and without headers.</returns>
    public async Task<string> Sql(string sql, string database = "postgres") =>
        (await RunningProgram.Run("/usr/bin/psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", $"{Port}", "-U", "postgres", database], input: sql)).Trim();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [DllImport("libc")]
    static extern uint geteuid();
}
