using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors.Tests.Sql;
using Firstlook.Looks;
using Firstlook.Masking;
using Firstlook.Testing;
using Npgsql;

namespace Firstlook.Executors.Tests.Seeds;

/// <summary>Every command of the restaurant payments' runbook on a real database, node, Git repository, website and log file.</summary>
[Collection("database")]
public sealed class ServioTests(Database database) : IAsyncDisposable
{
    readonly TempFolder folder = new();
    Website? website;

    [Fact]
    public async Task Each_read_runs_by_itself_and_each_other_command_is_held_and_then_does_what_it_says()
    {
        SeedRun.Needed();
        var runbook = SeedRun.Read("004");
        Assert.SkipWhen(runbook is null, "the sample runbooks are not beside the project");
        if (Website.Missing is { } missing) Assert.Skip(missing);
        if (!File.Exists("/usr/bin/node")) Assert.Skip("node is not installed (Debian: nodejs)");
        website = await Website.Start("circuit_breaker_open 1 cache_hits 3", "project.supabase.co", "metrics.servio.run");
        await using var victim = new NpgsqlConnection(database.Server.Connection("operator", "shop") + ";Pooling=false");
        await victim.OpenAsync(TestContext.Current.CancellationToken);
        var repository = await Repository();
        await using var executors = new TargetExecutors(new TargetConnections(Connections(repository)), TimeProvider.System, new Masker([]));
        var run = new SeedRun(runbook!, executors, TargetFor, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SERVICE_KEY"] = "k3y", ["SUPABASE_URL"] = "https://project.supabase.co", ["DATABASE_URL"] = $"postgresql://reader@127.0.0.1:{database.Server.Port}/shop",
            ["METRICS_ENDPOINT"] = "https://metrics.servio.run/metrics", ["CACHE_METRICS_ENDPOINT"] = "https://metrics.servio.run/cache", ["pid"] = $"{victim.ProcessID}", ["service-name"] = "stripe",
        });

        foreach (var unit in run.Units)
        {
            var line = await run.Run(unit, TestContext.Current.CancellationToken);
            run.Report("servio");
            var (text, said) = (unit.Command.Text, $"{unit.Command.Text}: {line.How}, {line.Why}, {line.Result.Outcome}\n{string.Join('\n', line.Result.Output.Lines.Concat(line.Result.Output.Errors))}");
            Assert.True(line.How == (unit.Command.Effect > Effect.Read ? "held" : "by itself"), said);
            if (Rot(text) is { } error) Assert.Contains(error, line.Result.Outcome.Message!, StringComparison.Ordinal);
            else Assert.True(line.Result.Outcome.Kind == OutcomeKind.Succeeded, said);
        }

        Assert.Equal(["GET project.supabase.co/functions/v1/db-stats", "GET metrics.servio.run/metrics", "GET metrics.servio.run/cache"], website.Requests);
        Assert.Equal(["stripe is HALF_OPEN", "cache cleared"], await File.ReadAllLinesAsync($"{folder.Path}/record", TestContext.Current.CancellationToken));
        Assert.Equal("hotfix: rollback last deployment\nRelease 2\nRelease 1", (await Git(folder.Path + "/origin.git", "log", "--format=%s", "main")).Trim());
        Assert.Equal("release 1\n", await Git(folder.Path + "/origin.git", "show", "main:app"));
        await using var ask = new NpgsqlCommand("SELECT 1", victim);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ask.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        if (website is not null) await website.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>The second block about the circuit breaker uses a name that only the first imports.</summary>
    static string? Rot(string text) => text.StartsWith("const breaker", StringComparison.Ordinal) ? "circuitBreakerRegistry is not defined" : null;

    /// <summary>Two releases, pushed to a repository that stands for the code host.</summary>
    async Task<string> Repository()
    {
        var work = Directory.CreateDirectory($"{folder.Path}/work").FullName;
        await Git(folder.Path, "init", "--quiet", "--bare", "--initial-branch=main", "origin.git");
        await Git(work, "init", "--quiet", "--initial-branch=main");
        await Git(work, "remote", "add", "origin", $"{folder.Path}/origin.git");
        foreach (var release in new[] { 1, 2 })
        {
            folder.File("work/app", $"release {release}\n");
            await Git(work, "add", "app");
            await Git(work, "-c", "user.name=t", "-c", "user.email=t@example.test", "commit", "--quiet", "-m", $"Release {release}");
        }

        await Git(work, "push", "--quiet", "origin", "main");
        return work;
    }

    static Task<string> Git(string folder, params string[] words) => RunningProgram.Run("/usr/bin/git", words, folder: folder);

    Dictionary<string, Connection> Connections(string repository)
    {
        var machine = new Machine(folder)
            .Holding("/var/log", ("app.log", "webhook_security: signature invalid\nPOST /orders 503 12ms\n"))
            .Naming(website!.Address, "project.supabase.co", "metrics.servio.run");
        var modules = Directory.CreateDirectory($"{folder.Path}/node/node_modules").FullName;
        Directory.CreateSymbolicLink($"{modules}/lib", Path.Combine(Testing.Repository.Root, "tests/Firstlook.Executors.Tests/Seeds/servio"));
        return new(StringComparer.Ordinal)
        {
            ["database"] = database.Reader with { Actor = database.Server.Connection("postgres", "shop") },
            ["host"] = machine.Connection(
                KeyValuePair.Create("CURL_CA_BUNDLE", website.Authority),
                KeyValuePair.Create("GIT_AUTHOR_NAME", "t"), KeyValuePair.Create("GIT_AUTHOR_EMAIL", "t@example.test"), KeyValuePair.Create("GIT_COMMITTER_NAME", "t"), KeyValuePair.Create("GIT_COMMITTER_EMAIL", "t@example.test")) with { Folder = repository },
            ["node"] = new InterpreterConnection(["/usr/bin/node", "--input-type=module", "-"], Language.TypeScript, [KeyValuePair.Create("RECORD", $"{folder.Path}/record")], $"{folder.Path}/node"),
        };
    }

    static Target? TargetFor(Unit unit) => unit.Command.Language switch
    {
        Language.Sql => new Target("database", TargetKind.PostgreSql, "database"),
        Language.TypeScript => new Target("node", TargetKind.Interpreter, "node", Language.TypeScript),
        Language.Shell => new Target("host", TargetKind.Shell, "host"),
        _ => null,
    };
}
