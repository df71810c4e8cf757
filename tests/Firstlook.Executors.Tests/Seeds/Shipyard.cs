using Firstlook.Executors.Reach;
using Firstlook.Executors.Sql;
using Firstlook.Executors.Tests.Seeds;
using Firstlook.Testing;

[assembly: AssemblyFixture(typeof(Shipyard))]

namespace Firstlook.Executors.Tests.Seeds;

/// <summary>One Docker engine for all tests, started by the first that needs it, with the Compose project of the ERP runbook.</summary>
public sealed class Shipyard : IAsyncDisposable
{
    readonly SemaphoreSlim once = new(1, 1);
    readonly TempFolder folder = new();
    DockerEngine? engine;

    public string Folder => folder.Path;

    public EnginePin Pin => new(engine!.Host, $"{folder.Path}/docker-compose.yml", "erp");

    public async Task<DockerEngine> Running()
    {
        if (DockerEngine.Missing is { } missing) Assert.Skip(missing);
        if (!File.Exists("/usr/bin/celery")) Assert.Skip("Celery is not installed (Debian: celery)");
        await once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return engine ??= await Start();
        }
        catch (InvalidOperationException failed) when (engine is null)
        {
            Assert.Skip($"the Docker engine does not start here: {failed.Message}");
            throw;
        }
        finally
        {
            once.Release();
        }
    }

    public Task<string> Compose(params string[] words) => RunningProgram.Run("/usr/bin/docker-compose", ["--host", engine!.Host, "--file", $"{folder.Path}/docker-compose.yml", "--project-name", "erp", .. words], check: false);

    public async ValueTask DisposeAsync()
    {
        if (engine is not null) await engine.DisposeAsync();
        once.Dispose();
        folder.Dispose();
    }

    async Task<DockerEngine> Start()
    {
        var started = await DockerEngine.Start();
        var source = Path.Combine(Repository.Root, "tests/Firstlook.Executors.Tests/Seeds/erp");
        await RunningProgram.Run("/bin/cp", ["-r", $"{source}/.", folder.Path]);
        await using (var site = await Website.Start("{}", "himalytix.com", "sentry.io", "api.statuspage.io"))
        {
            foreach (var file in new[] { "ca.pem", "site.pem", "site.key" }) folder.File($"site/{file}", await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(site.Authority)!, file)));
        }

        folder.File("site/nginx.conf", await File.ReadAllTextAsync($"{folder.Path}/nginx.conf"));
        foreach (var old in new[] { "app/logs/old.log", "app/media/temp/old.bin" }) File.SetLastWriteTimeUtc(folder.File(old, "old"), DateTime.UnixEpoch);
        folder.File("app/logs/new.log", "new");
        var user = (await RunningProgram.Run("/usr/bin/id", ["-u", "postgres"])).Trim();
        folder.File(".env", $"ERP={folder.Path}\nPOSTGRES_USER={user}\nCOMPOSE_PROJECT_NAME=erp\n");
        await RunningProgram.Run("/bin/bash", ["-c", "git init -q && git add manage.py && git -c user.name=t -c user.email=t@example.test commit -qm 'Release 1'"], folder: folder.Path);
        engine = started;
        await RunningProgram.Run("/usr/bin/docker-compose", ["--host", started.Host, "--file", $"{folder.Path}/docker-compose.yml", "--project-name", "erp", "up", "-d"], folder: folder.Path);
        await Eventually.Holds(async () => (await Compose("exec", "-T", "postgres", "pg_isready", "-U", "postgres")).Contains("accepting", StringComparison.Ordinal), TimeSpan.FromMinutes(3), () => "PostgreSQL is not ready");
        foreach (var statement in new[] { "CREATE DATABASE himalytix", ReaderRole.Sql("erp", sessions: 8) })
            await RunningProgram.Run("/usr/bin/docker-compose", ["--host", started.Host, "--file", $"{folder.Path}/docker-compose.yml", "--project-name", "erp", "exec", "-T", "postgres", "psql", "-U", "postgres", "-v", "ON_ERROR_STOP=1"], statement + ";\n");
        await Compose("exec", "-T", "web", "python", "manage.py", "migrate", "tenancy");
        await Compose("exec", "-T", "web", "python", "manage.py", "migrate", "auth");
        return started;
    }
}
