using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors.Logs;
using Firstlook.Executors.Reach;
using Firstlook.Executors.Tests.PromQl;
using Firstlook.Executors.Tests.Sql;
using Firstlook.Looks;
using Firstlook.Masking;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Seeds;

/// <summary>Every command of the Festivals runbook on a real cluster, database, Prometheus, website and log file.</summary>
[Collection("database")]
public sealed class FestivalsTests(Cluster cluster, Database database, Metrics metrics) : IAsyncDisposable
{
    readonly TempFolder folder = new();
    Website? website;

    [Fact]
    public async Task Each_read_runs_by_itself_and_each_other_command_is_held_and_then_does_what_it_says()
    {
        SeedRun.Needed();
        var runbook = SeedRun.Read("001");
        Assert.SkipWhen(runbook is null, "the sample runbooks are not beside the project");
        if (Website.Missing is { } missing) Assert.Skip(missing);
        var kubernetes = await cluster.Running();
        website = await Website.Start("{\"status\":{\"indicator\":\"none\"}}", "api.festivals.app", "status.stripe.com");
        await kubernetes.Kubectl("exec", "-n", "festivals", "redis-0", "--", "redis-cli", "RPUSH", "festivals:queue:low", "stale");
        await using var executors = new TargetExecutors(new TargetConnections(Connections(kubernetes)), TimeProvider.System, new Masker([]));
        var run = new SeedRun(runbook!, executors, TargetFor, new Dictionary<string, string>(StringComparer.Ordinal) { ["ADMIN_TOKEN"] = "s3cret", ["slow_query"] = "SELECT 1" });

        foreach (var unit in run.Units)
        {
            var line = await run.Run(unit, TestContext.Current.CancellationToken);
            run.Report("festivals");
            var (text, said) = (unit.Command.Text, $"{unit.Command.Text}: {line.How}, {line.Result.Outcome}\n{string.Join('\n', line.Result.Output.Lines.Concat(line.Result.Output.Errors))}");
            Assert.True(line.How == (unit.Command.Effect > Effect.Read ? "held" : unit.Command.Tags == EffectTags.None ? "by itself" : "after a click"), said);
            if (Rot(text) is { } error) Assert.Contains(error, $"{line.Result.Outcome.Code} {line.Result.Outcome.Message}", StringComparison.Ordinal);
            else Assert.True(line.Result.Outcome.Kind == OutcomeKind.Succeeded, said);
            if (line.How == "held" && text.StartsWith("kubectl", StringComparison.Ordinal)) await Settled(kubernetes);
            if (await Undone(text, kubernetes) is { } undone) Assert.Fail($"{said}\n{undone}");
        }

        Assert.Equal(["GET status.stripe.com/api/v2/status.json", "GET status.stripe.com/api/v2/status.json", "POST api.festivals.app/webhooks/stripe", "POST api.festivals.app/admin/transactions/retry"], website.Requests);
        Assert.Equal(
        [
            "aws rds describe-db-instances --db-instance-identifier festivals-production", "aws rds describe-db-instances --db-instance-identifier festivals-production",
            "aws rds reboot-db-instance --db-instance-identifier festivals-production", "aws rds failover-db-cluster --db-cluster-identifier festivals-cluster",
            "certbot certonly --dns-cloudflare -d api.festivals.app -d admin.festivals.app",
        ], await File.ReadAllLinesAsync(Path.Combine(folder.Path, "stand-ins.log"), TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        if (website is not null) await website.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>What the runbook says and the real component no longer, or not here, knows.</summary>
    static string? Rot(string text) =>
        text.Contains("mean_time", StringComparison.Ordinal) ? "42703 column \"mean_time\" does not exist"
        : text.Contains("<slow_query>", StringComparison.Ordinal) ? "42601"
        : text.StartsWith("kubectl top", StringComparison.Ordinal) ? "Metrics API not available"
        : null;

    /// <summary>Pods that come and go are there, or gone, for the commands that come next.</summary>
    static async Task Settled(KubernetesCluster kubernetes)
    {
        foreach (var deployment in new[] { "festivals-api", "festivals-worker" })
            await kubernetes.Kubectl("rollout", "status", $"deployment/{deployment}", "-n", "festivals", "--timeout=180s");
        await Eventually.Holds(async () => !(await kubernetes.Kubectl("get", "pods", "-n", "festivals", "-o", "jsonpath={.items[*].metadata.deletionTimestamp}")).Contains('T', StringComparison.Ordinal), TimeSpan.FromMinutes(2), () => "pods are still ending");
    }

    /// <returns>What an action should have changed and did not; null where it did, and for reads.</returns>
    static async Task<string?> Undone(string text, KubernetesCluster kubernetes)
    {
        async Task<string?> Is(string expected, params string[] words) => await kubernetes.Kubectl(words) is var found && found == expected ? null : $"{string.Join(' ', words)} says \"{found}\", not \"{expected}\"";
        Task<string?> Get(string expected, string what, string path) => Is(expected, "get", what, "-n", "festivals", "-o", $"jsonpath={path}");
        return text switch
        {
            _ when text.StartsWith("kubectl rollout undo", StringComparison.Ordinal) => await Rolled(),
            _ when text.StartsWith("kubectl rollout restart deployment/festivals-api", StringComparison.Ordinal) => await kubernetes.Kubectl("get", "deployment/festivals-api", "-n", "festivals", "-o", "jsonpath={.spec.template.metadata.annotations}") is var notes && notes.Contains("restartedAt", StringComparison.Ordinal) ? null : "it was not restarted",
            _ when text.StartsWith("kubectl scale deployment/festivals-api", StringComparison.Ordinal) => await Get("5", "deployment/festivals-api", "{.spec.replicas}"),
            _ when text.StartsWith("kubectl scale deployment/festivals-worker", StringComparison.Ordinal) => await Get("10", "deployment/festivals-worker", "{.spec.replicas}"),
            _ when text.StartsWith("kubectl patch", StringComparison.Ordinal) => await Get("1Gi", "deployment/festivals-api", "{.spec.template.spec.containers[0].resources.limits.memory}"),
            _ when text.StartsWith("kubectl set env", StringComparison.Ordinal) => await Get("10", "deployment/festivals-worker", "{.spec.template.spec.containers[0].env[?(@.name=='QUEUE_CRITICAL_WEIGHT')].value}"),
            _ when text.StartsWith("kubectl delete certificate", StringComparison.Ordinal) => await Is("", "get", "certificates", "-n", "festivals", "-o", "name"),
            _ when text.StartsWith("kubectl create secret", StringComparison.Ordinal) => await Get("kubernetes.io/tls", "secret/festivals-tls", "{.type}"),
            _ when text.Contains("FLUSHDB", StringComparison.Ordinal) => await Refill(await Is("0", "exec", "-n", "festivals", "redis-0", "--", "redis-cli", "DBSIZE")),
            _ when text.Contains("redis-cli DEL", StringComparison.Ordinal) => await Is("0", "exec", "-n", "festivals", "redis-0", "--", "redis-cli", "EXISTS", "festivals:queue:low"),
            _ => null,
        };

        // The first undoes release 2, the second the restart after it.
        async Task<string?> Rolled()
        {
            var template = await kubernetes.Kubectl("get", "deployment/festivals-api", "-n", "festivals", "-o", "jsonpath={.spec.template.spec.containers[0].env} {.spec.template.metadata.annotations}");
            return template.Contains("\"value\":\"1\"", StringComparison.Ordinal) && !template.Contains("restartedAt", StringComparison.Ordinal) ? null : $"it was not rolled back: {template}";
        }

        async Task<string?> Refill(string? undone)
        {
            await kubernetes.Kubectl("exec", "-n", "festivals", "redis-0", "--", "redis-cli", "RPUSH", "festivals:queue:low", "stale");
            return undone;
        }
    }

    /// <summary>What needs a service that nobody can have here reaches a stand-in; the rest what the team would have configured.</summary>
    static Target? TargetFor(Unit unit) => unit.Command.Language switch
    {
        Language.PromQl => new Target("metrics", TargetKind.Prometheus, "metrics"),
        Language.LogQl => new Target("logs", TargetKind.Loki, "logs"),
        Language.Sql => new Target("database", TargetKind.PostgreSql, "database"),
        Language.Shell when unit.Command.Text.StartsWith("aws", StringComparison.Ordinal) || unit.Command.Text.StartsWith("certbot", StringComparison.Ordinal) || unit.Command.Text.Contains("/etc/letsencrypt", StringComparison.Ordinal) =>
            new Target("elsewhere", TargetKind.Shell, "elsewhere"),
        Language.Shell => new Target("tools", TargetKind.Shell, "tools"),
        _ => null,
    };

    Dictionary<string, Connection> Connections(KubernetesCluster kubernetes)
    {
        var log = folder.File("api.log", $"{{\"time\":\"{TimeProvider.System.GetUtcNow():O}\",\"status\":503}}\n");
        var record = Path.Combine(folder.Path, "stand-ins.log");
        foreach (var name in new[] { "aws", "certbot" }) folder.Program(name, $"#!/bin/sh\necho {name} \"$@\" >> {record}\necho '{{}}'\n");
        Directory.CreateDirectory(Path.Combine(folder.Path, "live/festivals.app"));
        File.Copy(Path.Combine(Path.GetDirectoryName(website!.Authority)!, "site.pem"), Path.Combine(folder.Path, "live/festivals.app/fullchain.pem"));
        File.Copy(Path.Combine(Path.GetDirectoryName(website.Authority)!, "site.key"), Path.Combine(folder.Path, "live/festivals.app/privkey.pem"));
        string[] elsewhere =
        [
            "/usr/bin/bwrap", "--dev-bind", "/", "/", "--tmpfs", "/usr/local/bin", "--ro-bind", Path.Combine(folder.Path, "aws"), "/usr/local/bin/aws",
            "--ro-bind", Path.Combine(folder.Path, "certbot"), "/usr/bin/certbot", "--tmpfs", "/etc/letsencrypt", "--ro-bind", Path.Combine(folder.Path, "live"), "/etc/letsencrypt/live", "--",
        ];
        return new(StringComparer.Ordinal)
        {
            ["metrics"] = new PrometheusConnection(metrics.Server.Address),
            ["logs"] = new LogFilesConnection([new LogFileSet(log, [KeyValuePair.Create("app", "festivals-api")])]),
            ["database"] = database.Reader with { Actor = database.Server.Connection("postgres", "shop") },
            ["tools"] = new ShellConnection(Environment: [KeyValuePair.Create("CURL_CA_BUNDLE", website.Authority)])
            {
                Cluster = new ClusterPin(kubernetes.Kubeconfig, "test", "test", "u", "festivals"),
                Hosts = [KeyValuePair.Create("api.festivals.app", website.Address), KeyValuePair.Create("status.stripe.com", website.Address)],
            },
            ["elsewhere"] = new ShellConnection([.. elsewhere], Environment: [KeyValuePair.Create("KUBECONFIG", kubernetes.Kubeconfig)]),
        };
    }
}
