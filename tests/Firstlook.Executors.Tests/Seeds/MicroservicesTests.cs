using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors.Reach;
using Firstlook.Executors.Tests.Sql;
using Firstlook.Looks;
using Firstlook.Masking;
using Firstlook.Testing;
using Npgsql;

namespace Firstlook.Executors.Tests.Seeds;

/// <summary>Every command of the microservices runbook but those that a person types into, on a real cluster and database.</summary>
[Collection("database")]
public sealed class MicroservicesTests(Cluster cluster, Database database)
{
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
        var run = new SeedRun(runbook!, executors, unit => unit.Command.Language == Language.Sql ? new Target("database", TargetKind.PostgreSql, "database") : new Target("tools", TargetKind.Shell, "tools"),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["service-name"] = "checkout", ["culprit"] = "checkout" });

        foreach (var unit in run.Units.Where(unit => !unit.Command.Tags.HasFlag(EffectTags.Interactive)))
        {
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

    /// <summary>Replicas, template and pods: one of them changes with every action of this runbook.</summary>
    static Task<string> State(KubernetesCluster kubernetes) =>
        kubernetes.Kubectl("get", "deployments,pods", "-n", "microservices", "-o", "jsonpath={range .items[*]}{.metadata.uid} {.spec.replicas} {.metadata.annotations}{\"\\n\"}{end}");
}
