using static Firstlook.Runbooks.Checking.Rules.Pitfalls;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>kubectl, docker and helm, used so that they show or keep less than they seem to. Sources: kubernetes.io "kubectl reference" and release notes;
/// docs.docker.com; helm.sh.</summary>
internal static class ClusterPitfalls
{
    public static readonly IReadOnlyList<Rule> All =
    [
        Of("FL060", ProblemSeverity.Warning, "ten lines of log taken for all",
            "With a selector kubectl logs shows the last 10 lines of each pod: what is searched for is most likely not among them.",
                "Add --tail=1000, or --tail=-1 for all, and --prefix to see which pod.",
            "kubectl logs -n shop -l app=checkout | grep payment", "kubectl logs -n shop -l app=checkout --tail=1000 --prefix | grep payment",
            call => call.Of("kubectl", "oc") is { } kubectl && Verb(kubectl) == "logs"
                && kubectl.Any(w =>
                    w is "-l" or "--selector" || w.StartsWith("-l", StringComparison.Ordinal) && w.Length > 2 || w.StartsWith("--selector=", StringComparison.Ordinal))
                && !kubectl.Has("--tail", "--since", "--since-time", "--follow") && !kubectl.Contains("-f")
                ? ("logs", "with a selector this shows the last 10 lines of each pod") : null),
        Of("FL061", ProblemSeverity.Info, "one pod's log taken for all of them",
            "kubectl logs of a deployment shows the log of one of its pods, whichever it finds first.", "Choose the pods with -l, and add --tail and --prefix.",
            "kubectl logs -n shop deployment/checkout --tail=200", "kubectl logs -n shop -l app=checkout --tail=200 --prefix",
            call => call.Of("kubectl", "oc") is { } kubectl && Verb(kubectl) == "logs" && !kubectl.Has("--all-pods")
                && kubectl.First(w =>
                    w.StartsWith("deploy", StringComparison.Ordinal) && w.Contains('/', StringComparison.Ordinal) || w.StartsWith("rs/", StringComparison.Ordinal)
                        || w.StartsWith("ds/", StringComparison.Ordinal) || w.StartsWith("daemonset/", StringComparison.Ordinal)) is { } workload
                ? (workload, "this shows the log of one of its pods") : null),
        Of("FL062", ProblemSeverity.Warning, "a pod deleted by force",
            "Kubernetes forgets the pod while its processes may run on: of a StatefulSet there are then two that write.",
                "Delete it plainly; by force only where the node is known to be off.",
            "kubectl delete pod db-0 -n shop --force --grace-period=0", "kubectl delete pod db-0 -n shop",
            call => call.Of("kubectl", "oc") is { } kubectl && Verb(kubectl) == "delete" && kubectl.Has("--force")
                && Operands(kubectl).Skip(1).FirstOrDefault() is { } what && what.StartsWith("po", StringComparison.Ordinal)
                ? ("--force", "the pod's processes may outlive this") : null),
        Of("FL063", ProblemSeverity.Warning, "volumes deleted as cleaning",
            "docker system prune touches no log. With --volumes it deletes volumes that no running container uses: the data of whatever is stopped at that moment.",
                "Find what is large with docker system df; truncate container logs or set max-size for them.",
            "docker system prune -a --volumes -f", "docker system df",
            call => call.Of("docker", "podman", "nerdctl") is { } docker && (docker.Goes("system", "prune") && docker.Has("--volumes") || docker.Goes("volume", "prune"))
                ? (docker.Has("--volumes") ? "--volumes" : "prune", "this deletes the data of containers that are stopped at the moment") : null),
        Of("FL064", ProblemSeverity.Info, "half of a container's log searched",
            "docker logs writes what the container wrote to standard error to standard error: a pipe does not carry it, and errors are there.", "Add 2>&1 before the pipe.",
            "docker logs shop-web | grep ERROR", "docker logs shop-web 2>&1 | grep ERROR",
            call => call.Of("docker", "podman") is { } docker && docker.Goes("logs") && call.Next.Count > 0
                && call.Next[0].Words[0] is "grep" or "egrep" or "tail" or "head" or "less" or "awk" or "jq" && call.Of("docker", "podman")!.Goes("logs")
                && !call.Node.Redirections.Any(r => r.Operator == Effects.Shell.RedirectionOperator.DuplicateOutput)
                && !call.Text.Contains("2>&1", StringComparison.Ordinal)
                ? ("logs", "the pipe carries standard output alone") : null),
        Of("FL065", ProblemSeverity.Info, "a command of kubectl that is gone",
            "A present kubectl refuses it, or no longer does what it says.", "See kubectl's release notes for what took its place.",
            "kubectl drain node-1 --delete-local-data", "kubectl drain node-1 --delete-emptydir-data",
            call => call.Of("kubectl", "oc") is { } kubectl ? Gone(kubectl) : null),
        Of("FL066", ProblemSeverity.Info, "docker-compose, which gets no updates",
            "Compose v1 ended in July 2023; new machines have only \"docker compose\".", "Write docker compose.",
            "docker-compose ps", "docker compose ps",
            call => call.Words[0] == "docker-compose"
                ? ("docker-compose", "docker-compose ended in July 2023: newer machines have docker compose alone") : null) with { Find = Compose },
    ];

    /// <summary>Options of kubectl that stand before its verb or its objects with a value of their own ("kubectl options").</summary>
    static readonly HashSet<string> Valued =
        ["-n", "--namespace", "--context", "--cluster", "--kubeconfig", "-l", "--selector", "-c", "--container", "-o", "--output", "--as", "-s", "--server", "--user",
            "--token", "-f", "--filename", "-p", "--patch", "--tail", "--since"];

    static string? Verb(IReadOnlyList<string> kubectl) => Operands(kubectl).FirstOrDefault();

    static IEnumerable<string> Operands(IReadOnlyList<string> kubectl)
    {
        for (var i = 1; i < kubectl.Count && kubectl[i] != "--"; i++)
        {
            if (Valued.Contains(kubectl[i])) i++;
            else if (!kubectl[i].StartsWith('-')) yield return kubectl[i];
        }
    }

    static (string, string)? Gone(IReadOnlyList<string> kubectl)
    {
        var verb = Verb(kubectl);
        if (kubectl.Has("--delete-local-data")) return ("--delete-local-data", "--delete-local-data is called --delete-emptydir-data since kubectl 1.20");
        if (kubectl.Has("--export") && verb == "get") return ("--export", "--export is gone since kubectl 1.18");
        if (verb == "rolling-update") return ("rolling-update", "rolling-update is gone since kubectl 1.18: deployments have rollout");
        if (verb == "get" && kubectl.Any(w => w is "cs" or "componentstatus" or "componentstatuses"))
            return ("get", "componentstatuses is deprecated since 1.19 and shows nothing true any more: ask /readyz");
        return verb == "exec" && !kubectl.Contains("--") && Operands(kubectl).Count() > 2 && !kubectl.Any(w => w.StartsWith("--", StringComparison.Ordinal))
            ? ("exec", "kubectl exec without \"--\" before the command is deprecated") : null;
    }

    // One remark for a document, at its first use: the rest is the same word again.
    static IEnumerable<Flaw> Compose(Subject subject)
    {
        var uses = subject.Calls.Where(c => c.Words[0] == "docker-compose").ToList();
        if (uses.Count == 0) return [];
        var others = uses.Count == 1 ? "" : $" ({uses.Count} commands in this file)";
        return [uses[0].At(subject, "docker-compose", $"docker-compose gets no updates since July 2023{others}")];
    }
}
