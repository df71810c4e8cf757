using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors.Reach;
using Firstlook.Executors.Tests.PromQl;
using Firstlook.Executors.Tests.Sql;
using Firstlook.Looks;
using Firstlook.Masking;
using Firstlook.Testing;
using Npgsql;

namespace Firstlook.Executors.Tests.Seeds;

/// <summary>Every command of the ERP runbook on a real Docker engine with its Compose project, database, Celery, Django and website.</summary>
[Collection("database")]
public sealed class HimalytixTests(Shipyard shipyard, Database database, Metrics metrics) : IDisposable
{
    readonly TempFolder folder = new();

    [Fact]
    public async Task Each_read_runs_by_itself_and_each_other_command_is_held_and_then_does_what_it_says()
    {
        SeedRun.Needed();
        var runbook = SeedRun.Read("002");
        Assert.SkipWhen(runbook is null, "the sample runbooks are not beside the project");
        if (RenewedSite.Missing is { } missing) Assert.Skip(missing);
        var engine = await shipyard.Running();
        await using var site = await RenewedSite.Start("himalytix.com", left: -2);
        await using var victim = new NpgsqlConnection(database.Server.Connection("operator", "shop") + ";Pooling=false");
        await victim.OpenAsync(TestContext.Current.CancellationToken);
        await using var executors = new TargetExecutors(new TargetConnections(await Connections(engine, site)), TimeProvider.System, new Masker([]));
        var run = new SeedRun(runbook!, executors, TargetFor, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["password"] = "changeme", ["YOUR_ORG"] = "org", ["YOUR_PROJECT"] = "shop", ["YOUR_TOKEN"] = "token", ["YOUR_PAGE_ID"] = "page", ["YOUR_API_KEY"] = "key",
            ["PID_HERE"] = $"{victim.ProcessID}", ["app_name"] = "app_name", ["migration_name"] = "migration_name",
        });

        foreach (var unit in run.Units)
        {
            var line = unit.Command.Tags.HasFlag(EffectTags.Interactive)
                ? await run.Open(unit, [KeyValuePair.Create("DOCKER_HOST", engine.Host), KeyValuePair.Create("COMPOSE_PROJECT_NAME", "erp")], Confirmed, shipyard.Folder)
                : await run.Run(unit, TestContext.Current.CancellationToken);
            run.Report("himalytix");
            var (text, said) = (unit.Command.Text, $"{unit.Command.Text}: {line.How}, {line.Why}, {line.Result.Outcome}\n{string.Join('\n', line.Result.Output.Lines.Concat(line.Result.Output.Errors))}");
            if (line.How != "in a terminal") Assert.True(line.How == (unit.Command.Effect > Effect.Read ? "held" : unit.Command.Tags.HasFlag(EffectTags.Secret) ? "after a click" : line.How) && (line.How == "held") == (unit.Command.Effect > Effect.Read), said);
            if (line.How != "in a terminal" && Rot(text) is { } error) Assert.Contains(error, $"{line.Result.Outcome.Message}", StringComparison.Ordinal);
            else Assert.True(line.Result.Outcome.Kind == OutcomeKind.Succeeded, said);
            if (await Undone(text, site) is { } undone) Assert.Fail($"{said}\n{undone}");
        }

        await using var ask = new NpgsqlCommand("SELECT 1", victim);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ask.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.Contains("POST api.statuspage.io/v1/pages/page/incidents", await File.ReadAllLinesAsync($"{shipyard.Folder}/site/access.log", TestContext.Current.CancellationToken));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Who is asked whether all tasks shall go says so.</summary>
    static async Task Confirmed(PersonsTerminal terminal)
    {
        await terminal.Shows("[y/N]");
        await terminal.Type("y\n");
    }

    /// <summary>What the runbook says and the real programs do not take.</summary>
    static string? Rot(string text) =>
        text.EndsWith("celery -A dashboard purge", StringComparison.Ordinal) ? "Aborted"
        : text.Contains("logs web --since", StringComparison.Ordinal) ? "docker-compose"
        : text.StartsWith("curl 'http://localhost:9090", StringComparison.Ordinal) ? "curl"
        : text.Contains("timezone.now() - timedelta", StringComparison.Ordinal) ? "timezone"
        : null;

    /// <returns>What an action should have changed and did not; null where it did, and for reads.</returns>
    async Task<string?> Undone(string text, RenewedSite site)
    {
        return text switch
        {
            _ when text.Contains("FLUSHDB", StringComparison.Ordinal) => (await shipyard.Compose("exec", "-T", "redis", "redis-cli", "-a", "changeme", "--no-auth-warning", "DBSIZE")).Trim() is "0" or "1" or "2" or "3" ? null : "keys are left",
            _ when text.Contains("--scale web=3", StringComparison.Ordinal) => (await shipyard.Compose("ps", "-q", "web")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length == 3 ? null : "there are not three",
            _ when text.Contains("--scale celery=4", StringComparison.Ordinal) => (await shipyard.Compose("ps", "-q", "celery")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length == 4 ? null : "there are not four",
            _ when text.StartsWith("certbot", StringComparison.Ordinal) => site.Certificates == 2 ? null : $"there are {site.Certificates} certificates, not the old and the new one",
            _ when text.StartsWith("find /app/logs", StringComparison.Ordinal) => File.Exists($"{shipyard.Folder}/app/logs/old.log") || !File.Exists($"{shipyard.Folder}/app/logs/new.log") ? "the old log, and it alone, should be gone" : null,
            _ when text.StartsWith("find /app/media", StringComparison.Ordinal) => File.Exists($"{shipyard.Folder}/app/media/temp/old.bin") ? "the old file is there" : null,
            _ => null,
        };
    }

    static Target? TargetFor(Unit unit) => unit.Command.Language switch
    {
        Language.PromQl => new Target("metrics", TargetKind.Prometheus, "metrics"),
        Language.Sql => new Target("database", TargetKind.PostgreSql, "database"),
        Language.Python => new Target("django", TargetKind.Interpreter, "django", Language.Python),
        Language.Shell when unit.Command.Text.StartsWith("find /app", StringComparison.Ordinal) => new Target("web", TargetKind.Shell, "web"),
        Language.Shell when unit.Command.Text.StartsWith("certbot", StringComparison.Ordinal) => new Target("certbot", TargetKind.Shell, "certbot"),
        Language.Shell => new Target("tools", TargetKind.Shell, "tools"),
        _ => null,
    };

    async Task<Dictionary<string, Connection>> Connections(DockerEngine engine, RenewedSite site)
    {
        // The host that the runbook is typed on shares the network of the project, where its ports are; outside names lead to the website there.
        var network = await engine.Docker("inspect", "--format", "{{.State.Pid}}", (await shipyard.Compose("ps", "-q", "net")).Trim());
        var hosts = folder.File("hosts", "127.0.0.1 localhost himalytix.com sentry.io api.statuspage.io\n");
        string[] inside = ["/usr/bin/nsenter", $"--net=/proc/{network}/ns/net", "--", "/usr/bin/bwrap", "--dev-bind", "/", "/", "--ro-bind", hosts, "/etc/hosts", "--"];
        return new(StringComparer.Ordinal)
        {
            ["metrics"] = new PrometheusConnection(metrics.Server.Address),
            ["database"] = database.Reader with { Actor = database.Server.Connection("postgres", "shop") },
            ["tools"] = new ShellConnection([.. inside], Environment: [KeyValuePair.Create("CURL_CA_BUNDLE", $"{shipyard.Folder}/site/ca.pem")], Folder: shipyard.Folder) { Engine = shipyard.Pin },
            ["web"] = new ShellConnection(Entrances.Compose("web", $"{shipyard.Folder}/docker-compose.yml", "erp", engine.Host)) { Elsewhere = true },
            ["certbot"] = new ShellConnection([.. site.Enter], Environment: [.. site.Environment], Root: true),
            ["django"] = new InterpreterConnection([.. Entrances.Compose("web", $"{shipyard.Folder}/docker-compose.yml", "erp", engine.Host), "python", "manage.py", "shell"], Language.Python),
        };
    }
}
