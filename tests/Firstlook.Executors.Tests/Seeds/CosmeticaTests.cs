using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors.Sql;
using Firstlook.Executors.Tests.PromQl;
using Firstlook.Executors.Tests.Sql;
using Firstlook.Looks;
using Firstlook.Masking;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Seeds;

/// <summary>Every command of the beauty shop's runbook on a real database, Prometheus, Django, website and log files.</summary>
[Collection("database")]
public sealed class CosmeticaTests(Database database, Metrics metrics) : IAsyncDisposable
{
    /// <summary>The example that the runbook writes where somebody puts the identifier of their own request.</summary>
    const string Request = "550e8400-e29b-41d4-a716-446655440000";

    readonly TempFolder folder = new();
    Website? website;
    RunningProgram? gunicorn;

    [Fact]
    public async Task Each_read_runs_by_itself_and_each_other_command_is_held_and_then_does_what_it_says()
    {
        SeedRun.Needed();
        var runbook = SeedRun.Read("000");
        Assert.SkipWhen(runbook is null, "the sample runbooks are not beside the project");
        if (Website.Missing is { } missing) Assert.Skip(missing);
        await database.Server.Sql("CREATE DATABASE cosmetica5");
        await database.Server.Sql(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/Firstlook.Executors.Tests/Seeds/cosmetica/tables.sql"), TestContext.Current.CancellationToken), "cosmetica5");
        await database.Server.Sql(ReaderRole.Sql("cosmetica", sessions: 5), "cosmetica5");
        website = await Website.Start("{\"ok\":true}", "external-api.example.com");
        gunicorn = RunningProgram.Start("/bin/bash", ["-c", "trap 'echo workers restarted' HUP; echo up; while :; do sleep 0.1; done"]);
        await Eventually.Holds(() => Task.FromResult(gunicorn.Said.Contains("up", StringComparison.Ordinal)), TimeSpan.FromSeconds(30), () => gunicorn.Said);
        var machine = Built();
        await using var executors = new TargetExecutors(new TargetConnections(new Dictionary<string, Connection>(StringComparer.Ordinal)
        {
            ["metrics"] = new PrometheusConnection(metrics.Server.Address),
            ["database"] = new PostgresConnection(database.Server.Connection("cosmetica", "cosmetica5"), database.Server.Connection("postgres", "cosmetica5")),
            ["host"] = machine.Connection(KeyValuePair.Create("CURL_CA_BUNDLE", website.Authority)),
            ["django"] = new InterpreterConnection(
                ["/usr/bin/python3", "manage.py", "shell"], Language.Python, [KeyValuePair.Create("DATABASE_PORT", $"{database.Server.Port}"), KeyValuePair.Create("PYTHONDONTWRITEBYTECODE", "1")],
                Path.Combine(Repository.Root, "tests/Firstlook.Executors.Tests/Seeds/cosmetica")),
        }), TimeProvider.System, new Masker([]));
        var run = new SeedRun(runbook!, executors, TargetFor, new Dictionary<string, string>(StringComparer.Ordinal) { ["request_id"] = Request, ["sale_id"] = "abc-123", ["START"] = "2025-12-16T10:00:00Z", ["END"] = "2025-12-16T10:05:00Z" });

        foreach (var unit in run.Units)
        {
            var line = await run.Run(unit, TestContext.Current.CancellationToken);
            run.Report("cosmetica");
            var said = $"{unit.Command.Text}: {line.How}, {line.Why}, {line.Result.Outcome}\n{string.Join('\n', line.Result.Output.Lines.Concat(line.Result.Output.Errors))}";

            // What would not end is rewritten so that it does, and then runs by itself.
            Assert.True(line.How == (unit.Command.Effect > Effect.Read ? "held" : "by itself"), said);
            Assert.True(line.Result.Outcome.Kind == OutcomeKind.Succeeded, said);
            if (await Undone(unit.Command.Text, machine) is { } undone) Assert.Fail($"{said}\n{undone}");
        }

        Assert.Equal(["HEAD external-api.example.com/health"], website.Requests);
        Assert.Contains("stock_batch", string.Join(' ', run.Lines.Single(line => line.Unit.Command.Text.Contains("postgresql-*.log", StringComparison.Ordinal)).Result.Output.Lines), StringComparison.Ordinal);
        Assert.Contains("LeadBurstThrottle", string.Join(' ', run.Lines.Single(line => line.Unit.Command.Text.Contains("create_lead.cls", StringComparison.Ordinal)).Result.Output.Lines), StringComparison.Ordinal);
        Assert.Contains("2:550e8400", string.Join(' ', run.Lines.Select(line => $"{line.Result.Output.Count}:{(line.Result.Output.Lines is [var first, ..] ? first : "")}")), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (website is not null) await website.DisposeAsync();
        if (gunicorn is not null) await gunicorn.DisposeAsync();
        folder.Dispose();
    }

    Machine Built()
    {
        string[] failing = [$"{{\"request_id\":\"{Request}\",\"status\":\"status_code=500\"}}", "{\"request_id\":\"550e8400-e29b-41d4-a716-446655440001\",\"status\":\"status_code=503\"}"];
        return new Machine(folder)
            .Holding("/var/log",
                ("app.log", string.Join('\n', failing) + "\n{\"event\":\"sale.transition\",\"result\":\"insufficient_stock\",\"sale\":\"sale_id=abc-123\",\"mail\":\"email=a\"}\n{\"event\":\"idempotency_conflict\",\"idempotency_key\":\"k\"}\n"),
                ("app.json", $"{{\"timestamp\":\"2025-12-16T10:01:00Z\",\"level\":\"ERROR\",\"request_id\":\"{Request}\"}}\n"),
                ("postgresql/postgresql-15-main.log", "ERROR: duplicate key in stock_batch\nLOG: fine\n"),
                ("nginx/access.log", "127.0.0.1 \"POST /public/leads/ HTTP/1.1\" 201\n"))
            .Holding("/run", ("gunicorn.pid", $"{gunicorn!.Id}\n"))
            .Naming(website!.Address, "external-api.example.com")
            .Replacing(("systemctl", $"#!/bin/sh\necho systemctl \"$@\" >> {folder.Path}/calls\n"), ("sudo", "#!/bin/sh\nexec \"$@\"\n"));
    }

    /// <returns>What an action should have changed and did not; null where it did, and for reads.</returns>
    async Task<string?> Undone(string text, Machine machine)
    {
        if (text.StartsWith("sudo systemctl", StringComparison.Ordinal)) return machine.Calls is ["systemctl restart gunicorn"] ? null : $"it was called as {string.Join(" | ", machine.Calls)}";
        if (text.StartsWith("kill -HUP", StringComparison.Ordinal))
            await Eventually.Holds(() => Task.FromResult(gunicorn!.Said.Contains("workers restarted", StringComparison.Ordinal)), TimeSpan.FromSeconds(30), () => $"it got no signal: {gunicorn!.Said}");
        if (text.Contains("is_active=False", StringComparison.Ordinal))
            return await database.Server.Sql("SELECT string_agg(id || ' ' || is_active, ', ' ORDER BY id) FROM stock_batch", "cosmetica5") is var found && found == "1 false, 2 true" ? null : $"the batches are {found}";
        return null;
    }

    static Target? TargetFor(Unit unit) => unit.Command.Language switch
    {
        Language.PromQl => new Target("metrics", TargetKind.Prometheus, "metrics"),
        Language.Sql => new Target("database", TargetKind.PostgreSql, "database"),
        Language.Python => new Target("django", TargetKind.Interpreter, "django", Language.Python),
        Language.Shell => new Target("host", TargetKind.Shell, "host"),
        _ => null,
    };
}
