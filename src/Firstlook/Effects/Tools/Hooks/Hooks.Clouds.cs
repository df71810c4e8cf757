using System.Text.RegularExpressions;
namespace Firstlook.Effects.Tools;

/// <summary>Cloud command lines: thousands of operations, whose verb says what they do.</summary>
internal static partial class Hooks
{
    static readonly string[] ReadVerbs =
        ["describe", "list", "get", "lookup", "batch-get", "search", "head", "filter", "estimate", "preview", "simulate", "validate", "check", "test-metric-filter",
            "count", "view"];

    static readonly string[] DestructiveVerbs =
        ["delete", "terminate", "purge", "remove", "destroy", "deregister", "release", "empty", "restore", "batch-delete", "wipe", "schedule-key-deletion", "rm",
            "revoke", "disable-key", "flush", "seek", "ack", "truncate", "detach-and-delete", "discard", "overwrite"];

    static readonly string[] ReversibleVerbs =
        ["export", "poweron", "power-on", "trigger", "redrive", "start", "tag", "untag", "enable", "add-tags", "put-metric-data", "scale", "resume"];

    static readonly string[] DisruptiveVerbs =
        ["reboot", "stop", "failover", "update", "modify", "set", "put", "create", "attach", "detach", "associate", "disassociate", "register", "promote", "switchover",
            "reset", "rotate", "cancel", "disable", "execute", "apply", "import", "copy", "run", "publish", "send", "invoke", "change", "replace", "authorize", "restart",
            "add", "deploy", "migrate", "rollback", "patch", "upgrade", "swap", "move", "resize", "suspend", "abandon", "recreate", "pause", "upload", "sync", "cp", "mv",
            "login", "allocate", "assign", "unassign", "accept", "reject", "acknowledge", "increase", "decrease", "force", "initiate", "complete", "mb", "rb", "submit",
            "renew", "request", "activate", "deactivate", "drain", "abort", "continue", "signal", "refresh", "redeploy", "invalidate", "clone", "write", "test-failover",
            "enter", "exit", "shutdown", "poweroff", "power-off", "regenerate", "reimage", "pull", "disconnect", "transfer", "evict", "cordon", "rollout", "undeploy",
            "convert", "merge", "reassign", "assume"];

    /// <summary>Restores of AWS that make a resource of a new name and leave the old one.</summary>
    static readonly string[] RestoresBeside = ["restore-db-", "restore-table-", "restore-from-cluster-snapshot"];

    /// <summary>What an operation that reads by its verb hands out all the same.</summary>
    static readonly string[] HandedOut =
        ["-token", "-credential", "-private-key", "-data-access", "-presigned", "-api-keys", "-password", "-unlock-code", "-instance-access", "-vpn-connections",
            "-user-pool-client"];

    static bool Starts(string text, string verb) => text == verb || (text.StartsWith(verb, StringComparison.Ordinal) && text.Length > verb.Length && text[verb.Length] == '-');

    /// <summary>What only shows keeps nothing, unless an option has it written to a file, or says that it does more.</summary>
    static Verdict Kept(Verdict verdict, Parsed parsed)
    {
        if (verdict.Effect > Effect.Read) return verdict;
        foreach (var word in parsed.Operands)
        {
            if (!word.Text.StartsWith("--", StringComparison.Ordinal)) continue;
            var name = word.Text.Split('=')[0];
            if (name is "--capture-session-file" or "--out-file" or "--output-file" or "--outfile" or "--output-path" or "--output-dir" or "--destination" or "--local-file"
                or "--log-file")
                return verdict.And(Verdict.Destructive($"'{name}' writes a file"));
            if (ActingWords.Say(name) && name is not ("--command" or "--dryrun" or "--sql")
                && !(name == "--delete" && parsed.Operands.Any(other => other.Text == "--dryrun")))
                return verdict.And(Verdict.Unknown($"'{name}' says that it does more than show"));
        }
        return verdict.And(parsed.Operands.Exists(ShowsSecrets) ? EffectTags.Secret : EffectTags.None);
    }

    static bool ShowsSecrets(Argument word) => word.IsOption && !word.Text.EndsWith("=false", StringComparison.OrdinalIgnoreCase) && ShowingSecrets().IsMatch(word.Text);

    /// <summary>Options that say of themselves that secrets are shown; user data and the whole address of a web hook hold them (learn.microsoft.com, "Azure CLI
    /// reference").</summary>
    [GeneratedRegex(@"^--(show|include|with|populate|resolve|expose|reveal)-([a-z]+-)*(secrets?|keys?|keyvault|credentials?|passwords?|tokens?|user-data|full-endpoint-url)(=|$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ShowingSecrets();

    static Verdict ByVerb(string program, string operation)
    {
        if (Array.Exists(ReadVerbs, verb => Starts(operation, verb)))
            return Verdict.Read($"'{operation}' only shows",
                (operation.StartsWith("get-", StringComparison.Ordinal) || operation.StartsWith("list-api-keys", StringComparison.Ordinal)
                    || operation.StartsWith("describe-", StringComparison.Ordinal))
                    && Array.Exists(HandedOut, word => operation.Contains(word, StringComparison.Ordinal))
                    ? EffectTags.Secret : EffectTags.None);
        if (Array.Exists(RestoresBeside, verb => operation.StartsWith(verb, StringComparison.Ordinal)))
            return Verdict.Reversible($"'{operation}' restores into a new resource", EffectTags.Cost);
        // What leaves a group, or loses a label, is there all the same.
        if (operation is "remove-instances" or "remove-backend" or "remove-tags" or "remove-labels" or "remove-health-checks" or "remove-endpoint")
            return Verdict.Disruptive($"'{operation}' takes out what can be added again");
        if (Array.Exists(DestructiveVerbs, verb => Starts(operation, verb))) return Verdict.Destructive($"'{operation}' deletes or overwrites");
        if (Array.Exists(ReversibleVerbs, verb => Starts(operation, verb))) return Verdict.Reversible($"'{operation}' changes a resource's state");
        if (Array.Exists(DisruptiveVerbs, verb => Starts(operation, verb))) return Verdict.Disruptive($"'{operation}' changes or interrupts a resource");
        return Verdict.Unlisted($"{program} '{operation}' is not known");
    }

    static readonly HashSet<string> CloudValues =
        new(StringComparer.Ordinal) { "--project", "--region", "--zone", "--format", "--filter", "--limit", "--account", "--configuration", "--verbosity", "-g",
            "--resource-group", "-n", "--name", "-o", "--output", "--query", "--subscription", "--cluster", "--namespace", "--instance", "--sort-by", "--page-size",
            "--context", "--location", "--top", "--server", "-s", "--resource", "--metric", "--interval", "--ids" };

    /// <summary>
    /// These command lines show help wherever the option stands, unless it is handed on behind <c>--</c>, or is the value of the option before it.
    /// </summary>
    static bool Helps(Parsed parsed) =>
        parsed.Operands.Index()
            .Any(word =>
                word.Item.Text == "--help" && (word.Index == 0 || !parsed.Operands[word.Index - 1].IsOption || parsed.Operands[word.Index - 1].Text.Contains('=')))
        && !parsed.Operands.Any(word => word.Text == "--");

    /// <summary>
    /// <c>gcloud composer environments run NAME SUBCOMMAND -- WORDS</c>: Airflow's own command line. Its subcommand stands before the dashes, with the word
    /// behind it where it has one, or that word is the first behind them.
    /// </summary>
    static Verdict Airflow(List<Argument> operands)
    {
        var plain = new List<string>();
        var at = operands.FindIndex(word => word.Text == "run") + 1;
        for (; at < operands.Count && operands[at].Text != "--"; at++)
        {
            if (!operands[at].IsOption) plain.Add(operands[at].Known ? operands[at].Text : "");
            else if (operands[at].Text is "--location" or "--project" or "--account" or "--format" or "--verbosity") at++;
            else if (!operands[at].Text.Contains('=')) return Verdict.Unlisted("an option before Airflow's words is not known");
        }

        // An option of Airflow's may take the word behind it as its value.
        var behind = operands.Skip(at + 1).TakeWhile(word => !word.IsOption).Select(word => word.Text);
        return plain.Skip(1).Concat(behind).Take(2).ToArray() switch
        {
            ["dags", "list" or "list-runs" or "list-jobs" or "list-import-errors" or "report" or "state" or "details" or "next-execution" or "show"]
                or ["tasks", "list" or "state" or "states-for-dag-run" or "failed-deps"]
                or ["pools", "list" or "get"] or ["jobs", "check"] or ["db", "check"] or ["providers", "list"] or ["roles" or "users", "list"] =>
                    Verdict.Read("Airflow only shows"),
            ["version" or "info" or "cheat-sheet" or "list_dags" or "dag_state" or "task_state", ..] => Verdict.Read("Airflow only shows"),
            ["connections" or "variables" or "config", "list" or "get" or "get-value"] => Verdict.Read("Airflow shows its settings", EffectTags.Secret),
            ["dags" or "connections" or "variables" or "pools" or "users" or "roles" or "db", "delete" or "clean" or "reset" or "drop-archived" or "import"] =>
                Verdict.Destructive("Airflow deletes or overwrites"),
            ["dags", "pause" or "unpause" or "trigger"] or ["tasks", "clear"] or ["pools" or "connections" or "variables", "set" or "add"] =>
                Verdict.Reversible("Airflow runs or changes something"),
            _ => Verdict.Disruptive("Airflow runs or changes something"),
        };
    }

    /// <summary>The words of the operation: those before the first option that is not a listed one. What follows may be a value.</summary>
    static List<string> CloudWords(List<Argument> operands, out string? problem)
    {
        problem = null;
        var words = new List<string>();
        for (var at = 0; at < operands.Count; at++)
        {
            if (operands[at].IsOption)
            {
                if (CloudValues.Contains(operands[at].Text)) at++;
                else if (!operands[at].Text.Contains('=')) break;
            }
            else if (!operands[at].Known && words.Count < 2)
            {
                problem = "the operation is not known";
                return words;
            }
            else words.Add(operands[at].Text);
        }
        return words;
    }

    /// <summary>Groups of resources: the first word that is none of these is the verb, and what follows it are names.</summary>
    static readonly HashSet<string> CloudNouns = new(StringComparer.Ordinal)
    {
        "pam", "entitlements", "grants", "network-connectivity", "hubs", "spokes", "network-management", "connectivity-tests", "rules", "info", "project-info",
            "logging-search", "backend-health", "backend-set-health", "load-balancer-health", "autonomous-database", "autonomous-container-database", "db-system",
            "db-node", "pluggable-database", "ks", "oke", "bv", "vcn", "vnic", "nsg", "exadata", "log-analytics", "metric-data", "alarm-status",
        "alpha", "beta", "compute", "instances", "instance", "sql", "databases", "database", "backups", "operations", "users", "container", "clusters", "cluster",
            "node-pools", "node-pool", "run", "services", "service", "revisions", "jobs", "executions", "pubsub", "topics", "subscriptions", "logging", "logs", "sinks",
            "metrics",
        "monitoring", "dashboards", "policies", "channels", "uptime", "functions", "storage", "buckets", "objects", "iam", "service-accounts", "roles", "projects",
            "project", "organizations", "folders", "secrets", "versions", "dns", "record-sets", "managed-zones", "forwarding-rules", "backend-services", "health-checks",
            "firewall-rules",
        "networks", "network", "subnets", "addresses", "disks", "disk", "snapshots", "snapshot", "images", "image", "instance-groups", "managed", "unmanaged",
            "instance-templates", "target-pools", "url-maps", "target-http-proxies", "target-https-proxies", "ssl-certificates", "routers", "routes", "vpn-tunnels",
            "regions", "zones", "machine-types",
        "app", "apps", "redis", "memcache", "spanner", "bigtable", "composer", "environments", "builds", "triggers", "artifacts", "repositories", "docker", "deploy",
            "releases", "rollouts", "delivery-pipelines", "scheduler", "tasks", "queues", "workflows", "dataflow", "dataproc", "dataproc-clusters", "eventarc",
            "firestore", "indexes", "kms", "keys",
        "keyrings", "recommender", "recommendations", "asset", "error-reporting", "events", "trace", "droplet", "droplets", "kubernetes", "load-balancer",
            "load-balancers", "domain", "domains", "records", "volume", "volumes", "account", "balance", "invoice", "server", "servers", "firewall", "firewalls",
            "floating-ip", "ssh-key", "registry", "serverless",
        "alert", "linodes", "linode", "nodebalancers", "lke", "certificate", "certificates", "replica", "pool", "db", "pools", "nodes", "node", "resource", "health",
            "lb", "ip", "k8s", "rdb", "vpc", "block-volume", "autoscaling", "vm", "app-engine", "bastion", "deployment", "deployments", "tier", "tiers", "flags",
            "transaction", "rolling-action", "droplet-action", "connections", "schemas", "tags", "locations", "tables", "datasets", "files", "models", "endpoints",
            "notes", "monitors", "incidents",
        "nats", "vpn-gateways", "target-vpn-gateways", "external-vpn-gateways", "interconnects", "attachments", "security-policies", "network-endpoint-groups",
            "reservations", "os-config", "patch-jobs", "commitments", "resource-policies", "accelerator-types", "target-grpc-proxies", "target-ssl-proxies",
            "target-tcp-proxies", "ssl-policies",
        "backend-buckets", "peerings", "firewall-policies", "network-firewall-policies", "org-policies", "fleet", "memberships", "worker-pools", "worker", "worker-pool",
            "nlb-dns", "ingress", "alb", "zone", "schema", "alloydb", "datastream", "streams", "filestore", "memorystore", "valkey", "certificate-manager", "maps",
            "entries", "privateca", "roots", "service-directory", "api-gateway", "gateways", "apis",
        "api-configs", "billing", "accounts", "budgets", "quotas", "transfer", "batch", "metastore", "notebooks", "access-context-manager", "perimeters", "levels",
            "identity", "groups", "apigee", "repos", "infra-manager", "previews", "insights", "workstations", "configs", "types", "packet-mirrorings",
            "public-advertised-prefixes",
    };

    static Verdict FirstVerb(string program, List<string> words)
    {
        // "run" and "deploy" are groups of resources where they stand first, and verbs after one.
        var first = words[0] is "alpha" or "beta" && words.Count > 1 ? 1 : 0;
        var verb = CloudNouns.Contains(words[first]) ? words.FindIndex(first + 1, word => !CloudNouns.Contains(word) || word is "run" or "deploy") : -1;
        return verb < 1 ? Verdict.Unlisted($"{program} '{string.Join(' ', words.Take(3))}' is not known") : CloudVerb(program, words[verb]);
    }

    static Verdict CloudVerb(string program, string verb)
    {
        if (verb is "list" or "ls" or "describe" or "show" or "get" or "view" or "lookup" or "search" or "peek" || verb.StartsWith("list-", StringComparison.Ordinal)
            || verb.StartsWith("describe-", StringComparison.Ordinal) || verb.StartsWith("show-", StringComparison.Ordinal)
            || verb.StartsWith("summarize-", StringComparison.Ordinal) || verb.StartsWith("search-all-", StringComparison.Ordinal) || verb is "search-logs"
            || verb is "get-iam-policy" or "get-health" or "get-value" or "get-server-config" or "get-guest-attributes" or "get-instance-view"
                or "get-effective-firewalls" or "get-upgrades" or "get-versions" or "get-status" or "get-serial-port-output" or "get-boot-log" or "get-nat-mapping-info"
                or "get-config" or "check-health" or "list-deployments" or "summarize" or "check-name" or "check-access" or "test-ip-flow"
                or "test-connectivity")
            return Verdict.Read($"'{verb}' only shows");
        var judged = ByVerb(program, verb);
        return judged.Effect <= Effect.Read ? Verdict.Unknown($"{program} '{verb}' is not known to read only") : judged;
    }

    /// <summary>az: words up to the verb, which stands last before the options (<c>az vm show</c>).</summary>
    static Verdict Azure(Invocation call, Parsed parsed) => Helps(parsed) ? Verdict.Read("it shows help") : Kept(AzureOperation(call, parsed), parsed)
        .And(parsed.Operands.Exists(word => word.Text.Split('=')[0] is "--account-key" or "--sas-token" or "--client-secret" or "--connection-string")
            || AzureQuotes(parsed.Operands) ? EffectTags.Secret : EffectTags.None)
        .And(parsed.Operands.Exists(word => word.Text is "--follow" or "-f") && parsed.Operands.Exists(word => word.Text is "log" or "logs") ? EffectTags.Hang : EffectTags.None);

    static Verdict AzureOperation(Invocation call, Parsed parsed)
    {
        var words = CloudWords(parsed.Operands, out var problem);
        if (problem is not null) return Verdict.Unknown(problem);
        var joined = string.Join(' ', words);
        if (words.Count == 0) return Verdict.Unknown("az without an operation");
        if (AzureElsewhere(parsed.Operands, words[0]) is { } elsewhere) return Verdict.Unknown($"'{elsewhere}' may send what proves who asks to another network");
        if (joined.StartsWith("keyvault secret show", StringComparison.Ordinal) || joined.Contains("list-keys", StringComparison.Ordinal)
            || joined.Contains("keys list", StringComparison.Ordinal) || joined.StartsWith("account get-access-token", StringComparison.Ordinal)
            || joined.Contains("show-connection-string", StringComparison.Ordinal) || joined.Contains("appsettings list", StringComparison.Ordinal)
            || joined.Contains("connection-string list", StringComparison.Ordinal)
            || joined.Contains("credential", StringComparison.Ordinal) && words[^1] is "show" or "list")
            return Verdict.Read("it shows secrets", EffectTags.Secret);
        // azure-cli, aks_check_acr: "kubectl run" of a pod that looks at the node's files.
        if (joined is "aks check-acr") return Verdict.Reversible("a pod is made on a node");
        if (joined is "storage message get") return Verdict.Disruptive("'get' takes messages out of sight");
        if (words[^1] is "purge"
            && (joined.StartsWith("cdn ", StringComparison.Ordinal) || joined.StartsWith("afd ", StringComparison.Ordinal)
                || joined.Contains("front-door", StringComparison.Ordinal)))
            return Verdict.Disruptive("the cache is emptied");
        if (joined.EndsWith("credential delete", StringComparison.Ordinal)) return Verdict.Disruptive("it revokes a credential");
        if (AzureDeletes(words, parsed.Operands) is { } deletes) return deletes;
        if (words[0] == "deployment" && words[^1] is "what-if" or "validate") return Verdict.Read($"'{words[^1]}' shows what would change");
        if (joined is "storage blob delete-batch" or "storage blob upload-batch" or "storage blob download-batch" or "storage file delete-batch"
            or "storage file upload-batch"
            && parsed.Operands.Any(word => word.Text == "--dryrun"))
            return Verdict.Read("'--dryrun' shows what it would do");
        if (words[0] == "deployment" && parsed.Operands.FindIndex(word => word.Text.StartsWith("--mode", StringComparison.Ordinal)) is >= 0 and var mode
            && !$"{parsed.Operands[mode].Text}={(mode + 1 < parsed.Operands.Count ? parsed.Operands[mode + 1].Text : "")}=".Contains("=incremental=",
                StringComparison.OrdinalIgnoreCase))
            return Verdict.Destructive("a complete deployment deletes what its template lacks");
        if (words is ["rest"]) return AzureRest(parsed.Operands);
        if (joined.StartsWith("aks get-credentials", StringComparison.Ordinal) || joined.StartsWith("account set", StringComparison.Ordinal)
            || joined.StartsWith("configure", StringComparison.Ordinal) || joined.StartsWith("login", StringComparison.Ordinal))
            return Verdict.Reversible("it changes the local configuration");
        if (words.Count > 1 && words[^1] == "logs") return Verdict.Read("it shows logs", parsed.Operands.Any(word => word.Text == "--follow") ? EffectTags.Hang : EffectTags.None);
        if (joined.StartsWith("webapp log tail", StringComparison.Ordinal)
            || joined.StartsWith("containerapp logs show", StringComparison.Ordinal) && parsed.Operands.Any(word => word.Text == "--follow"))
            return Verdict.Read("it follows logs", EffectTags.Hang);
        if (joined.StartsWith("monitor log-analytics query", StringComparison.Ordinal) || joined.StartsWith("containerapp logs show", StringComparison.Ordinal)
            || joined.StartsWith("monitor metrics list", StringComparison.Ordinal) || joined.StartsWith("monitor app-insights query", StringComparison.Ordinal)
            || joined.StartsWith("graph query", StringComparison.Ordinal))
            return Verdict.Read("it asks for state");
        if (joined is "aks command invoke") return InvokedInCluster(call, parsed);
        if (joined.Contains("run-command", StringComparison.Ordinal) || joined.Contains("command invoke", StringComparison.Ordinal)
            || joined.Contains(" exec", StringComparison.Ordinal) || joined.Contains(" ssh", StringComparison.Ordinal))
            return Verdict.Unknown("it runs commands or free requests");
        // The verb stands last before the options; az has no names without an option.
        if (AzureAsks().IsMatch(joined)) return Verdict.Read("it only asks");
        return words.Count < 2 ? words[0] is "version" ? Verdict.Read("it shows its version") : Verdict.Unknown("az without a verb")
            : CloudVerb("az", words[^1]).And(AzureSecrets().IsMatch(joined) ? EffectTags.Secret : EffectTags.None);
    }

    /// <summary>A pod of the cluster's own runs the text in a shell (learn.microsoft.com, "az aks command invoke"); a file that is handed on may hold anything.</summary>
    static Verdict InvokedInCluster(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands;
        if (words.Exists(word => word.Text.StartsWith("--f", StringComparison.Ordinal) || word.Text.StartsWith("-f", StringComparison.Ordinal)))
            return Verdict.Unknown("a file goes to the cluster and may be run there");
        var said = words.FindIndex(word => word.Text is "--command" or "-c");
        if (said < 0 || said + 1 >= words.Count || words.Exists(word => word.Text.StartsWith("--c", StringComparison.Ordinal) && word.Text != "--command")
            || words.FindLastIndex(word => word.Text.StartsWith("-c", StringComparison.Ordinal) || word.Text == "--command") != said)
            return Verdict.Unknown("it runs commands or free requests");
        var text = words[said + 1].Text;
        return Effects.Shell.PosixText.RunsMore(text) ? Verdict.Unknown("the shell there may read '((' or '&>' in another way than bash")
            : CommandJudge.Script(text, call).And(Verdict.Reversible("a pod is made to run it"));
    }

    static Verdict Cloud(Invocation call, Parsed parsed) => Helps(parsed) ? Verdict.Read("it shows help") : Kept(CloudOperation(call, parsed), parsed);

    /// <summary><c>--dry-run</c>, said once, and where no option before it may take it for its value.</summary>
    static bool IsDryRun(List<Argument> words)
    {
        var at = words.FindIndex(word => word.Text == "--dry-run");
        return at > 0 && !words.Any(word => word.Text.StartsWith("--from-json", StringComparison.Ordinal))
            && words.Count(word => word.IsOption && word.Text.Contains("dry", StringComparison.Ordinal)) == 1
            && (!words[at - 1].IsOption || words[at - 1].Text.Contains('='));
    }

    static Verdict CloudOperation(Invocation call, Parsed parsed)
    {
        var words = CloudWords(parsed.Operands, out var problem);
        if (parsed.Operands.FindIndex(word =>
            word.Text.Split('=')[0] is "--endpoint" or "--endpoint-url" or "--api-url" or "--api-endpoint" or "--config-file" or "--defaults-file" or "--cli-rc-file"
                or "--proxy"
                || call.Name == "doctl" && !word.Text.StartsWith("--", StringComparison.Ordinal) && word.Text.StartsWith("-u", StringComparison.Ordinal)) is >= 0
            and var elsewhere)
            return Verdict.Unknown($"'{parsed.Operands[elsewhere].Shown}' sends the request, and its credentials, elsewhere");
        if (problem is not null || words.Count == 0) return Verdict.Unknown(problem ?? $"{call.Name} without an operation");
        // docs.oracle.com, "OCI CLI Command Reference": of these a dry run only lists; the client refuses an option that one of them has not.
        if (call.Name == "oci" && words is ["os", "object", "bulk-delete" or "bulk-delete-versions" or "bulk-upload" or "sync", ..])
            return IsDryRun(parsed.Operands) ? Verdict.Read("'--dry-run' lists what it would do") : Verdict.Destructive($"'{words[2]}' overwrites or deletes objects");
        if (words.Contains("logs") && !words.Contains("delete"))
            return Verdict.Read("it shows logs", parsed.Operands.Any(word => word.Text is "-f" or "--follow") ? EffectTags.Hang : EffectTags.None);
        // docs.oracle.com, "Search Query Language": it has no statement that changes anything.
        if (call.Name == "oci" && words is ["search", "resource", "structured-search" or "free-text-search"]) return Verdict.Read($"'{words[2]}' only shows");
        return FirstVerb(call.Name, words);
    }
}
