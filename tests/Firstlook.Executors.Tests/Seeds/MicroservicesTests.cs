using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors.Reach;
using Firstlook.Executors.Tests.Sql;
using Firstlook.Looks;
using Firstlook.Masking;
using Firstlook.Testing;
using Npgsql;

namespace Firstlook.Executors.Tests.Seeds;

/// <summary>Every command of the microservices runbook, those that a person types into in a terminal, on a real cluster and database.</summary>
[Collection("database")]
public sealed class MicroservicesTests(Cluster cluster, Database database) : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_read_runs_by_itself_and_each_other_command_is_held_and_then_does_what_it_says()
    {
        SeedRun.Needed();
        var runbook = SeedRun.Read("003");
        Assert.SkipWhen(runbook is null, "the sample runbooks are not beside the project");
        var kubernetes = await cluster.Running();
        await using var executors = new TargetExecutors(new TargetConnections(new Dictionary<string, Connection>(StringComparer.Ordinal)
        {
            ["tools"] = new ShellConnection { Cluster = new ClusterPin(kubernetes.Kubeconfig, "test", "test", "u", "microservices") },
            ["database"] = database.Reader with { Actor = database.Server.Connection("postgres", "shop") },
        }), TimeProvider.System, new Masker([]));
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["service-name"] = "checkout", ["culprit"] = "checkout", ["service-config"] = "checkout-config", ["container-name"] = "checkout" };
        var run = new SeedRun(runbook!, executors, unit => unit.Command.Language == Language.Sql ? new Target("database", TargetKind.PostgreSql, "database") : new Target("tools", TargetKind.Shell, "tools"), values);

        foreach (var unit in run.Units)
        {
            if (unit.Command.Tags.HasFlag(EffectTags.Interactive))
            {
                values["pod-name"] = await kubernetes.Kubectl("get", "pods", "-n", "microservices", "-l", "app=checkout", "--sort-by=.metadata.creationTimestamp", "-o", "jsonpath={.items[-1:].metadata.name}");
                await Typed(run, unit, kubernetes);
                continue;
            }

            var before = await State(kubernetes);
            var line = await run.Run(unit, TestContext.Current.CancellationToken);
            run.Report("microservices");
            var said = $"{unit.Command.Text}: {line.How}, {line.Why}, {line.Result.Outcome}\n{string.Join('\n', line.Result.Output.Lines.Concat(line.Result.Output.Errors))}";
            Assert.True(line.Result.Outcome.Kind == OutcomeKind.Succeeded, said);

            // A value that the alert does not give is a person's to give; with it, the read is one.
            Assert.True(line.How == (unit.Command.Effect > Effect.Read ? "held" : "by itself"), said);
            if (line.How != "held" || unit.Command.Language == Language.Sql) continue;
            await kubernetes.Kubectl("rollout", "status", "deployment/checkout", "-n", "microservices", "--timeout=180s");
            Assert.True(await State(kubernetes) != before, $"{said}\nnothing changed: {before}");
        }
    }

    [Fact]
    public async Task A_statement_that_ends_sessions_ends_them_once_it_is_approved()
    {
        await using var victim = new NpgsqlConnection(database.Server.Connection("operator", "shop") + ";Pooling=false");
        await victim.OpenAsync(TestContext.Current.CancellationToken);
        await using var executors = Permits.Executors(database.Reader with { Actor = database.Server.Connection("postgres", "shop") });
        var result = await executors.Run(Permits.Action("SELECT pg_terminate_backend(<pid>);", Language.Sql, values: [Permits.Value("<pid>", $"{victim.ProcessID}")]));

        Assert.Equal(["t"], result.Output.Rows[0]);
        await using var ask = new NpgsqlCommand("SELECT 1", victim);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ask.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>What a person does at the terminal, and what came of it.</summary>
    async Task Typed(SeedRun run, Unit unit, KubernetesCluster kubernetes)
    {
        var own = folder.File("kubeconfig", (await File.ReadAllTextAsync(kubernetes.Kubeconfig, TestContext.Current.CancellationToken)).Replace("user: u}", "user: u, namespace: microservices}", StringComparison.Ordinal));
        KeyValuePair<string, string>[] person = [KeyValuePair.Create("KUBECONFIG", own), KeyValuePair.Create("KUBE_EDITOR", "sed -i s/full/none/"), KeyValuePair.Create("TERM", "xterm")];
        var text = unit.Command.Text;
        var line = await run.Open(unit, person, terminal => text.Contains("port-forward", StringComparison.Ordinal) ? Forwarded(terminal) : Task.CompletedTask);
        run.Report("microservices");
        var shown = string.Join('\n', line.Result.Output.Lines);
        if (text.StartsWith("kubectl edit", StringComparison.Ordinal))
        {
            Assert.Contains("configmap/checkout-config edited", shown, StringComparison.Ordinal);
            Assert.Equal("none", (await kubernetes.Kubectl("get", "configmap/checkout-config", "-n", "microservices", "-o", "jsonpath={.data.coupons}")).Trim());
        }
        else if (text.StartsWith("kubectl debug", StringComparison.Ordinal))
        {
            // This control plane has no such containers yet (Kubernetes 1.20, feature gate EphemeralContainers), and says so.
            Assert.Contains("ephemeral containers are disabled for this cluster", shown, StringComparison.Ordinal);
        }
    }

    /// <summary>Asks through the tunnel, as long as it stands, and takes it down.</summary>
    static async Task Forwarded(PersonsTerminal terminal)
    {
        await terminal.Shows("Forwarding from 127.0.0.1:8080");
        Assert.Equal("private endpoint", (await RunningProgram.Run("/usr/bin/curl", ["-s", "--max-time", "20", "http://127.0.0.1:8080/admin"], check: false)).Trim());
        await terminal.Type("\x03");
    }

    /// <summary>Replicas, template and pods: one of them changes with every action of this runbook.</summary>
    static Task<string> State(KubernetesCluster kubernetes) =>
        kubernetes.Kubectl("get", "deployments,pods", "-n", "microservices", "-o", "jsonpath={range .items[*]}{.metadata.uid} {.spec.replicas} {.metadata.annotations}{\"\\n\"}{end}");
}
