using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors;
using Firstlook.Looks;

namespace Firstlook.App.Cli;

/// <summary>Small reads that show whether a target is what the configuration takes it for. They go the way that a first look goes.</summary>
static class TargetChecks
{
    /// <returns>Each with what it shows, in words that follow the target's name.</returns>
    public static IEnumerable<(string Text, Language Language, string Shows)> Of(Target target, Connection connection)
    {
        switch (target.Kind)
        {
            case TargetKind.Prometheus:
                yield return ("vector(1)", Language.PromQl, "answers queries");
                yield return ("count(up)", Language.PromQl, "knows what it scrapes");
                break;
            case TargetKind.Loki:
                yield return ("sum(count_over_time({job=~\".+\"}[1m]))", Language.LogQl, "answers queries");
                break;
            case TargetKind.PostgreSql:
                yield return ("SELECT current_user", Language.Sql, "takes sessions of a role that only reads");
                yield return ("SELECT count(*) FROM pg_stat_activity", Language.Sql, "shows its sessions");
                break;
            case TargetKind.Redis:
                yield return ("PING", Language.Redis, "answers");
                yield return ("DBSIZE", Language.Redis, "shows its keys");
                break;
            case TargetKind.Shell:
                yield return ("uname -n", Language.Shell, "runs programs");
                if (connection is ShellConnection { Cluster: { } cluster })
                    yield return ($"kubectl get pods -n {cluster.Namespace}", Language.Shell, $"reads pods of {cluster.Namespace}");
                if (connection is ShellConnection { Engine: not null }) yield return ("docker ps", Language.Shell, "reads containers");
                break;
            case TargetKind.Interpreter:
                yield return (target.Interprets is Language.Python ? "print(1)" : target.Interprets is Language.Ruby ? "puts 1" : "console.log(1)",
                    target.Interprets ?? Language.Python, "runs code");
                break;
            case TargetKind.Tls:
                break;
            case TargetKind.Http:
                yield return ("GET /", Language.Http, "answers requests");
                break;
        }
    }

    /// <summary>Runs the target's checks, in order.</summary>
    public static async IAsyncEnumerable<(string Shows, Result Result)> Run(Target target, Connection connection, TargetExecutors executors,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var index = 0;
        foreach (var (text, language, shows) in Of(target, connection))
        {
            var verdict = Classifier.Whole(text, language);
            var command = new Runbooks.Command(text, 1, language, verdict.Effect, verdict.Tags, verdict.Why, "", [], [], null);
            if (ReadPolicy.Decide(new CommandId("targets check", index++), command, target, [], Limits.Default, clicked: false) is not ReadDecision.Permitted permitted)
                throw new System.Diagnostics.UnreachableException($"{text} is no read");
            yield return (shows, await executors.Run(permitted.Permit, cancellation));
        }
    }
}
