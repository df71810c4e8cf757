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
            if (name is "--out-file" or "--output-file" or "--outfile" or "--output-path" or "--output-dir" or "--destination" or "--local-file" or "--log-file")
                return verdict.And(Verdict.Destructive($"'{name}' writes a file"));
            if (ActingWords.Say(name) && name is not ("--command" or "--dryrun" or "--sql")
                && !(name == "--delete" && parsed.Operands.Any(other => other.Text == "--dryrun")))
                return verdict.And(Verdict.Unknown($"'{name}' says that it does more than show"));
        }
        return verdict;
    }

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
        return Verdict.Unknown($"{program} '{operation}' is not known");
    }

    static readonly HashSet<string> AwsGlobals =
        new(StringComparer.Ordinal) { "--region", "--profile", "--output", "--query", "--cli-read-timeout", "--cli-connect-timeout", "--color", "--cli-binary-format" };

    /// <summary>aws: <c>aws [options] SERVICE OPERATION [parameters]</c>.</summary>
    static Verdict Aws(Invocation call, Parsed parsed) => Kept(AwsOperation(call, parsed), parsed);

    static Verdict AwsOperation(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands;
        foreach (var word in words)
        {
            var name = word.Text.Split('=')[0];
            if (name.Length > 2 && "--endpoint-url".StartsWith(name, StringComparison.Ordinal) || name is "--ca-bundle")
                return Verdict.Unknown($"'{name}' sends the request, and its credentials, elsewhere");
            if (name is "--cli-input-json" or "--cli-input-yaml") return Verdict.Unknown($"'{name}' gives further parameters");
            if (word.IsOption && !word.Known && word.Text.IndexOf(Argument.Hole) < 3) return Verdict.Unknown("an option of aws is not known");
        }
        var at = 0;
        while (at < words.Count && words[at].IsOption) at += AwsGlobals.Contains(words[at].Text) ? 2 : 1;
        if (at >= words.Count) return Verdict.Unknown("aws without a service");
        var service = words[at].Text;
        if (words.Count == at + 1) return service is "help" ? Verdict.Read("it shows help") : Verdict.Unknown("aws without an operation");
        if (!words[at].Known || !words[at + 1].Known) return Verdict.Unknown("aws's operation is not known");
        var operation = words[at + 1].Text;
        var rest = words[(at + 2)..];
        bool Has(string option) => rest.Any(word => word.Text == option);
        // Operations that stream write their outfile: aws lambda invoke, s3api get-object.
        return (service, operation) switch
        {
            (_, "help") => Verdict.Read("it shows help"),
            (_, "wait") => Verdict.Read("'wait' waits for a state"),
            ("s3", "ls" or "presign") => Verdict.Read("'ls' lists objects", operation == "presign" ? EffectTags.Secret : EffectTags.None),
            ("s3", "cp" or "sync" or "mv" or "rm" or "rb") when Has("--dryrun") => Verdict.Read("'--dryrun' shows what it would do"),
            ("s3", "cp")
                when rest.Count(word => word.Text is "-") == 1 && rest.Count > 1 && rest[0].Text.StartsWith("s3://", StringComparison.Ordinal) && rest[1].Text == "-" =>
                Verdict.Read("it prints an object", EffectTags.Cost),
            ("s3", "rm" or "rb" or "mv" or "sync" or "cp") => Verdict.Destructive($"'s3 {operation}' overwrites or deletes objects"),
            ("s3", "mb" or "website") => Verdict.Reversible("it makes a bucket"),
            // Each function with its environment; a key with its value.
            ("lambda", "list-functions") when !rest.Any(word => word.Text.StartsWith("--query", StringComparison.Ordinal)) =>
                Verdict.Read("it shows functions with their environment", EffectTags.Secret),
            ("apigateway", "get-api-key") => Verdict.Read("it shows a key", EffectTags.Secret),
            ("cognito-idp", "get-user-attribute-verification-code") => Verdict.Disruptive("it sends a message to a person"),
            ("iot-data", "get-thing-shadow") when rest is [.., { IsOption: false }, { Text: "/dev/stdout", Known: true }] =>
                Verdict.Read("it shows what a thing last told of itself"),
            ("ebs", "get-snapshot-block") or ("glacier", "get-job-output") or ("apigateway", "get-export" or "get-sdk")
                or ("appconfig", "get-configuration" or "get-hosted-configuration-version") or ("appsync", "get-introspection-schema") or ("cloudfront", "get-function")
                or ("geo-maps", _) or ("location", "get-map-tile" or "get-map-glyphs" or "get-map-sprites" or "get-map-style-descriptor")
                or ("sagemaker-geospatial", "get-tile") or ("codeguruprofiler", "get-profile") or ("medialive", "describe-input-device-thumbnail")
                or ("medical-imaging", "get-image-frame" or "get-image-set-metadata") or ("omics", "get-read-set" or "get-reference")
                or ("appconfigdata", "get-latest-configuration") or ("codeartifact", "get-package-version-asset") or ("mediastore-data", "get-object")
                or ("workmailmessageflow", "get-raw-message-content") or ("iot-data", "get-thing-shadow") or ("kinesis-video-media", "get-media")
                or ("kinesis-video-archived-media", _) or ("dataexchange", "get-asset") or ("lakeformation", "get-work-unit-results") or ("lex-runtime", _)
                or ("schemas", "get-code-binding-source") =>
                Verdict.Destructive($"'{operation}' writes a local file"),
            ("s3api", "get-object" or "get-object-torrent" or "select-object-content") => Verdict.Destructive($"'{operation}' writes a local file"),
            ("rds", "download-db-log-file-portion") => Verdict.Read("it prints a log"),
            ("logs", "tail") => Verdict.Read("it shows logs", Has("--follow") ? EffectTags.Hang : EffectTags.None),
            ("logs", "start-query" or "filter-log-events" or "start-live-tail") =>
                Verdict.Read("it searches logs", operation == "start-live-tail" ? EffectTags.Hang : EffectTags.None),
            ("secretsmanager", "get-secret-value" or "batch-get-secret-value" or "get-random-password") => Verdict.Read("it shows a secret", EffectTags.Secret),
            ("ssm", "get-parameter" or "get-parameters" or "get-parameters-by-path" or "get-parameter-history") => Verdict.Read("it shows parameters", EffectTags.Secret),
            // Without a document it opens a shell, as ssh does.
            ("ssm", "start-session")
                when call.Input.Kind == InputKind.Inherited
                    && !rest.Any(word =>
                        word.Text.StartsWith("--document", StringComparison.Ordinal) || word.Text.StartsWith("--parameters", StringComparison.Ordinal)) =>
                Verdict.Read("it opens a session", EffectTags.Interactive),
            ("ssm", "send-command" or "start-session" or "start-automation-execution") => Verdict.Unknown($"'{operation}' runs commands on machines"),
            ("configure", "get")
                when rest.Any(word =>
                    word.Text.Contains("secret", StringComparison.OrdinalIgnoreCase) || word.Text.Contains("token", StringComparison.OrdinalIgnoreCase)
                        || word.Text.Contains("key", StringComparison.OrdinalIgnoreCase)) =>
                Verdict.Read("it shows a credential", EffectTags.Secret),
            ("sts", "get-caller-identity") => Verdict.Read("it says who one is"),
            ("cognito-identity", "get-id" or "get-open-id-token-for-developer-identity") => Verdict.Reversible("it makes an identity where there is none", EffectTags.Secret),
            ("sts", _) or ("cognito-identity", "get-credentials-for-identity" or "get-open-id-token")
                or ("ecr-public", "get-login-password" or "get-authorization-token") =>
                Verdict.Read("it hands out credentials", EffectTags.Secret),
            ("ecr", "get-login-password" or "get-authorization-token" or "get-login") => Verdict.Read("it hands out credentials", EffectTags.Secret),
            ("eks", "update-kubeconfig") => Verdict.Reversible("it changes the local configuration"),
            ("eks", "get-token") => Verdict.Read("it hands out credentials", EffectTags.Secret),
            ("rds", "generate-db-auth-token") => Verdict.Read("it hands out credentials", EffectTags.Secret),
            ("ecs", "execute-command") => EcsExecute(call, rest),
            ("stepfunctions", "get-activity-task") => Verdict.Disruptive("it claims a task that a worker waits for"),
            ("redshift" or "redshift-serverless", "get-cluster-credentials" or "get-cluster-credentials-with-iam" or "get-credentials") =>
                Verdict.Read("it hands out credentials", EffectTags.Secret),
            ("sqs", "receive-message") => Verdict.Disruptive("'receive-message' takes messages out of sight"),
            ("sqs", "purge-queue" or "delete-message" or "delete-queue") => Verdict.Destructive($"'{operation}' deletes messages"),
            ("kinesis", "get-records" or "get-shard-iterator") or ("dynamodb", "query" or "get-item" or "batch-get-item" or "transact-get-items") =>
                Verdict.Read($"'{operation}' only reads"),
            ("logs", "put-retention-policy") or ("s3api", "put-bucket-lifecycle-configuration" or "put-bucket-lifecycle")
                or ("s3control", "put-bucket-lifecycle-configuration") or ("ecr" or "ecr-public", "put-lifecycle-policy") =>
                Verdict.Destructive($"'{operation}' has what is older deleted"),
            ("dynamodb", "update-time-to-live") => Verdict.Destructive("items whose time has come are deleted"),
            ("dynamodb", "scan") => Verdict.Read("'scan' reads the whole table", EffectTags.Cost),
            ("dynamodb", "execute-statement") when rest.FindIndex(word => word.Text == "--statement") is >= 0 and var statement && statement + 1 < rest.Count =>
                Sql.SqlJudge.Judge(rest[statement + 1].Text, other: true),
            ("dynamodb", "put-item" or "update-item" or "batch-write-item" or "execute-statement") => Verdict.Destructive($"'{operation}' overwrites items"),
            ("athena" or "redshift-data" or "rds-data", "start-query-execution" or "execute-statement" or "batch-execute-statement") =>
                Verdict.Unknown($"'{operation}' runs statements"),
            ("lambda", "invoke")
                when rest.FindIndex(word => word.Text == "--invocation-type") is >= 0 and var type && type + 1 < rest.Count && rest[type + 1].Text == "DryRun"
                    && rest.Count(word => word.Text.StartsWith("--invocation-type", StringComparison.Ordinal)) == 1 =>
                rest.Any(word => !word.IsOption && word.Text is "/dev/null" or "-" or "/dev/stdout")
                    ? Verdict.Read("'DryRun' only checks who may") : Verdict.Destructive("'invoke' writes a local file"),
            ("lambda", "invoke" or "invoke-async") => Verdict.Unknown("'invoke' runs a function"),
            ("lambda", "get-function" or "get-function-configuration") or ("ecs", "describe-task-definition") =>
                Verdict.Read("it shows a definition with its environment", EffectTags.Secret),
            ("cloudformation", "detect-stack-drift") => Verdict.Read("it compares a stack"),
            ("configure", "list" or "get" or "list-profiles") => Verdict.Read("it shows the configuration"),
            ("sso", "login" or "logout") => Verdict.Reversible("it signs in or out", EffectTags.Interactive),
            ("route53", "test-dns-answer") => Verdict.Read("it asks the name service"),
            ("configure", "set") => Verdict.Reversible("it changes the local configuration"),
            ("configure" or "sso", _) => Verdict.Unknown("it changes the local configuration", EffectTags.Interactive),
            ("iam", "get-credential-report" or "generate-credential-report") => Verdict.Read("it shows a report"),
            ("autoscaling", "terminate-instance-in-auto-scaling-group") => Verdict.Disruptive("a machine is ended and replaced"),
            ("ec2", _) when Has("--dry-run") && !Has("--no-dry-run") => Verdict.Read("'--dry-run' only asks whether one may"),
            ("ec2", "get-password-data" or "get-console-screenshot") => Verdict.Read($"'{operation}' shows a secret", EffectTags.Secret),
            ("elbv2" or "elb", "deregister-targets" or "deregister-instances-from-load-balancer") => Verdict.Disruptive("a target leaves the load balancer"),
            ("ses" or "sesv2" or "sns", "send-email" or "publish" or "send-raw-email" or "send-bulk-email") => Verdict.Destructive("a message cannot be unsent"),
            ("cloudfront", "create-invalidation") => Verdict.Disruptive("the cache is emptied"),
            (_, "create-snapshot" or "create-db-snapshot" or "create-backup" or "create-image" or "create-db-cluster-snapshot") =>
                Verdict.Reversible("a snapshot is made", EffectTags.Cost),
            _ => ByVerb("aws", operation),
        };
    }

    static Verdict EcsExecute(Invocation call, List<Argument> rest)
    {
        var at = rest.FindIndex(word => word.Text == "--command");
        return at >= 0 && at + 1 < rest.Count ? CommandJudge.Script(rest[at + 1].Text, call) : Verdict.Unknown("it runs a command in a container", EffectTags.Interactive);
    }

    static readonly HashSet<string> CloudValues =
        new(StringComparer.Ordinal) { "--project", "--region", "--zone", "--format", "--filter", "--limit", "--account", "--configuration", "--verbosity", "-g",
            "--resource-group", "-n", "--name", "-o", "--output", "--query", "--subscription", "--cluster", "--namespace", "--instance", "--sort-by", "--page-size",
            "--context", "--location", "--top", "--server", "-s", "--resource", "--metric", "--interval", "--ids" };

    /// <summary>gcloud: words up to the verb, which stands before the names (<c>gcloud sql instances describe NAME</c>).</summary>
    static Verdict Gcloud(Invocation call, Parsed parsed) => Helps(parsed) ? Verdict.Read("it shows help") : Kept(GcloudOperation(call, parsed), parsed);

    /// <summary>
    /// These command lines show help wherever the option stands, unless it is handed on behind <c>--</c>, or is the value of the option before it.
    /// </summary>
    static bool Helps(Parsed parsed) =>
        parsed.Operands.Index()
            .Any(word =>
                word.Item.Text == "--help" && (word.Index == 0 || !parsed.Operands[word.Index - 1].IsOption || parsed.Operands[word.Index - 1].Text.Contains('=')))
        && !parsed.Operands.Any(word => word.Text == "--");

    static Verdict GcloudOperation(Invocation call, Parsed parsed)
    {
        if (call.Name == "gsutil") return Gsutil(parsed.Operands);
        if (call.Name == "bq" && parsed.Operands.Any(word => word.IsOption && word.Text.TrimStart('-').StartsWith("schedule", StringComparison.Ordinal)))
            return Verdict.Disruptive("'--schedule' has it run again and again");
        if (call.Name == "bq")
            return parsed.Operands.FirstOrDefault(word =>
                BigQueryElsewhere.Any(option => word.Text.StartsWith(option, StringComparison.Ordinal))) is { Text: { } elsewhere }
                ? Verdict.Unknown($"'{elsewhere}' sends the request elsewhere, or writes a file") : Bq(parsed.Operands);
        var words = CloudWords(parsed.Operands, out var problem);
        if (problem is not null) return Verdict.Unknown(problem);
        if (words.Count == 0) return Verdict.Unknown($"{call.Name} without an operation");
        if (parsed.Operands.Any(word =>
            word.Text.StartsWith("--impersonate", StringComparison.Ordinal) || word.Text.StartsWith("--access-token-file", StringComparison.Ordinal)
                || word.Text.StartsWith("--flags-file", StringComparison.Ordinal)))
            return Verdict.Unknown("an option that changes who asks");
        var joined = string.Join(' ', words);
        if (joined.StartsWith("logging read", StringComparison.Ordinal)) return Verdict.Read("it searches logs");
        if (joined.StartsWith("logging tail", StringComparison.Ordinal) || joined.StartsWith("beta logging tail", StringComparison.Ordinal))
            return Verdict.Read("it follows logs", EffectTags.Hang);
        if (joined.StartsWith("compute ssh", StringComparison.Ordinal)) return CloudSsh(call, parsed.Operands);
        if (joined.StartsWith("secrets versions access", StringComparison.Ordinal) || joined.StartsWith("auth print", StringComparison.Ordinal))
            return Verdict.Read("it shows a secret", EffectTags.Secret);
        if (joined.StartsWith("auth list", StringComparison.Ordinal) || joined.StartsWith("config list", StringComparison.Ordinal)
            || joined.StartsWith("config get", StringComparison.Ordinal) || joined is "info" or "version")
            return Verdict.Read("it shows the configuration");
        if (joined.StartsWith("auth ", StringComparison.Ordinal) || joined.StartsWith("config ", StringComparison.Ordinal)
            || joined.Contains("get-credentials", StringComparison.Ordinal))
            return Verdict.Reversible("it changes the local configuration");
        if (joined.StartsWith("sql connect", StringComparison.Ordinal) || joined.StartsWith("builds submit", StringComparison.Ordinal)
            || joined.StartsWith("functions call", StringComparison.Ordinal))
            return Verdict.Unknown("it runs statements or code");
        if (words is ["composer", "environments", "run", ..] or ["beta", "composer", "environments", "run", ..]) return Airflow(parsed.Operands);
        if (joined.StartsWith("sql import", StringComparison.Ordinal)) return Verdict.Destructive("it loads over a database");
        if (words.Count > 2 && words[0] == "pubsub" && words[2] == "pull")
            return parsed.Operands.Any(word => word.Text == "--auto-ack")
                ? Verdict.Destructive("'--auto-ack' takes messages for good") : Verdict.Disruptive("'pull' leases messages");
        if (joined.StartsWith("spanner databases execute-sql", StringComparison.Ordinal)
            && parsed.Operands.FirstOrDefault(word => word.Text.StartsWith("--sql=", StringComparison.Ordinal)) is { Text: not null } statement)
            return Sql.SqlJudge.Judge(statement.Text[6..], other: true);
        if (words.Count > 2 && words[^2] is "get-serial-port-output" or "get-health"
            || words.Count > 2 && (words[1], words[2]) is ("logs", "read") or ("services", "logs") && words[^1] != "delete")
            return Verdict.Read("it shows state");
        // gcloud storage rsync: the option is a switch, and no other spelling of it is known.
        if (words is ["storage", "rsync", ..] && parsed.Operands.Count(word => word.Text.StartsWith("--dry", StringComparison.Ordinal)) == 1
            && parsed.Operands.Any(word => word.Text == "--dry-run"))
            return Verdict.Read("'--dry-run' shows what it would copy");
        return FirstVerb(call.Name, words);
    }

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
            else if (!operands[at].Text.Contains('=')) return Verdict.Unknown("an option before Airflow's words is not known");
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
        return verb < 1 ? Verdict.Unknown($"{program} '{string.Join(' ', words.Take(3))}' is not known") : CloudVerb(program, words[verb]);
    }

    static Verdict CloudVerb(string program, string verb)
    {
        if (verb is "list" or "ls" or "describe" or "show" or "get" or "view" or "lookup" or "search" or "peek" || verb.StartsWith("list-", StringComparison.Ordinal)
            || verb.StartsWith("describe-", StringComparison.Ordinal) || verb.StartsWith("show-", StringComparison.Ordinal)
            || verb.StartsWith("summarize-", StringComparison.Ordinal) || verb.StartsWith("search-all-", StringComparison.Ordinal) || verb is "search-logs"
            || verb is "get-iam-policy" or "get-health" or "get-value" or "get-server-config" or "get-guest-attributes" or "get-instance-view"
                or "get-effective-firewalls" or "get-upgrades" or "get-versions" or "get-status" or "get-serial-port-output" or "get-boot-log" or "get-nat-mapping-info"
                or "get-config" or "check-health" or "list-deployments" or "summarize" or "check-acr" or "check-name" or "check-access" or "test-ip-flow"
                or "test-connectivity")
            return Verdict.Read($"'{verb}' only shows");
        var judged = ByVerb(program, verb);
        return judged.Effect <= Effect.Read ? Verdict.Unknown($"{program} '{verb}' is not known to read only") : judged;
    }

    static readonly string[] BigQueryElsewhere = ["--api", "-api", "--discovery_file", "--bigqueryrc", "--flagfile"];

    static Verdict CloudSsh(Invocation call, List<Argument> operands)
    {
        // cloud.google.com, "gcloud compute ssh": --ssh-flag and what stands behind "--" are handed to ssh, which runs a ProxyCommand here.
        if (operands.Any(word => word.Text == "--" || word.Text.StartsWith("--ssh-flag", StringComparison.Ordinal))) return Verdict.Unknown("options for ssh follow");
        var at = operands.FindIndex(word => word.Text.StartsWith("--command", StringComparison.Ordinal));
        if (at < 0) return Verdict.Read("it opens a session", EffectTags.Interactive);
        var text = operands[at].Text.StartsWith("--command=", StringComparison.Ordinal) ? operands[at].Text[10..] : at + 1 < operands.Count ? operands[at + 1].Text : "";
        return CommandJudge.Script(text, call);
    }

    static Verdict Gsutil(List<Argument> words) => words.FirstOrDefault(word => !word.IsOption).Text switch
    {
        "ls" or "du" or "stat" or "cat" or "hash" or "version" => Verdict.Read("it lists objects"),
        "rsync" when IsRehearsed(words) => Verdict.Read("'-n' shows what it would copy and delete"),
        "cp" or "mv" or "rm" or "rsync" or "rb" => Verdict.Destructive("it overwrites or deletes objects"),
        "iam" or "acl" or "lifecycle" or "versioning" or "logging" or "cors" or "label" or "retention" or "web" or "defacl" or "rpo" or "ubla" or "pap"
            when words.Where(word => !word.IsOption).Skip(1).FirstOrDefault().Text is "get" =>
            Verdict.Read("it shows a bucket's settings"),
        // cloud.google.com/storage/docs, "Object Lifecycle Management": the rules may delete what is there.
        "lifecycle" => Verdict.Destructive("its rules may delete objects"),
        "setmeta" or "rewrite" or "mb" or "compose" or "iam" or "acl" or "versioning" or "logging" or "cors" or "label" or "retention" or "web" or "defacl" =>
            Verdict.Disruptive("it changes a bucket or its settings"),
        _ => Verdict.Unknown("an operation of gsutil that is not known"),
    };

    /// <summary>gsutil rsync: <c>-n</c> before the operands, alone or among flags that take no value; behind <c>-x</c> it is a pattern.</summary>
    static bool IsRehearsed(List<Argument> words)
    {
        for (var at = words.FindIndex(word => word.Text == "rsync") + 1; at < words.Count && words[at].IsOption; at++)
        {
            var option = words[at].Text;
            if (option is "-a" or "-j" or "-x" or "-y") at++;
            else if (option.AsSpan(1).IndexOfAnyExcept(RsyncFlags) >= 0) return false;
            else if (option.Contains('n')) return true;
        }

        return false;
    }

    static readonly System.Buffers.SearchValues<char> RsyncFlags = System.Buffers.SearchValues.Create("cCdeiJnpPrRuU");

    /// <summary>bq query: <c>--dry_run</c>, said once, and where no option before it may take it for its value.</summary>
    static bool IsOnlyChecked(List<Argument> words)
    {
        var said = words.FindIndex(word => word.Text.StartsWith("--dry_run", StringComparison.Ordinal) || word.Text.StartsWith("--nodry_run", StringComparison.Ordinal));
        return said >= 0
            && words[said].Text is "--dry_run" or "--dry_run=true"
            && !words.Skip(said + 1).Any(word => word.Text.Contains("dry_run", StringComparison.Ordinal))
            && (said == 0 || words[said - 1] is { IsOption: false } || words[said - 1].Text.Contains('=')
                || words[said - 1].Text is "--nouse_legacy_sql" or "--use_legacy_sql" or "--quiet" or "-q");
    }

    static Verdict Bq(List<Argument> words)
    {
        var plain = words.Where(word => !word.IsOption).ToList();
        return plain.Count == 0 ? Verdict.Unknown("bq without an operation") : plain[0].Text switch
        {
            "ls" or "show" or "head" or "version" => Verdict.Read("it shows tables"),
            "query" when IsOnlyChecked(words) => Verdict.Read("'--dry_run' only checks the statement"),
            // absl flags take one dash as well.
            "query" when words.Any(word =>
                word.Text.TrimStart('-').StartsWith("destination", StringComparison.Ordinal) && word.IsOption
                    || word.Text.TrimStart('-') is "replace" or "append_table" && word.IsOption) =>
                Verdict.Destructive("'--destination_table' writes a table"),
            // Its words are joined into one text; the value of an option is among them, and judged with them where it has a blank.
            "query" => plain.Count > 1
                ? plain.Skip(1).Where(word => word.Text.Contains(' ') || word.Text.Contains(';'))
                    .Aggregate(Sql.SqlJudge.Judge(plain[^1].Text, other: true), (judged, word) => judged.And(Sql.SqlJudge.Judge(word.Text, other: true)))
                    .And(EffectTags.Cost)
                : Verdict.Unknown("bq query without a text"),
            "rm" or "load" or "update" or "truncate" => Verdict.Destructive("it deletes or overwrites tables"),
            "cp" or "mk" or "extract" or "partition" =>
                plain[0].Text == "cp" && words.Any(word => word.Text is "-f" or "--force" or "--force=true" or "-a" or "--append_table")
                    ? Verdict.Destructive("it overwrites a table") : Verdict.Reversible("it makes a table or a copy", EffectTags.Cost),
            "cancel" => Verdict.Disruptive("it ends a job"),
            "wait" or "help" => Verdict.Read("it waits for a job"),
            _ => Verdict.Unknown($"bq '{plain[0].Shown}' is not known"),
        };
    }

    /// <summary>az: words up to the verb, which stands last before the options (<c>az vm show</c>).</summary>
    static Verdict Azure(Invocation call, Parsed parsed) => Helps(parsed) ? Verdict.Read("it shows help") : Kept(AzureOperation(call, parsed), parsed);

    static Verdict AzureOperation(Invocation call, Parsed parsed)
    {
        var words = CloudWords(parsed.Operands, out var problem);
        if (problem is not null) return Verdict.Unknown(problem);
        var joined = string.Join(' ', words);
        if (words.Count == 0) return Verdict.Unknown("az without an operation");
        if (joined.StartsWith("keyvault secret show", StringComparison.Ordinal) || joined.Contains("list-keys", StringComparison.Ordinal)
            || joined.Contains("keys list", StringComparison.Ordinal) || joined.StartsWith("account get-access-token", StringComparison.Ordinal)
            || joined.Contains("show-connection-string", StringComparison.Ordinal) || joined.Contains("appsettings list", StringComparison.Ordinal)
            || joined.Contains("connection-string list", StringComparison.Ordinal)
            || joined.Contains("credential", StringComparison.Ordinal) && words[^1] is "show" or "list")
            return Verdict.Read("it shows secrets", EffectTags.Secret);
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
        if (joined.Contains("run-command", StringComparison.Ordinal) || joined.Contains("command invoke", StringComparison.Ordinal)
            || joined.Contains(" exec", StringComparison.Ordinal) || joined.Contains(" ssh", StringComparison.Ordinal))
            return Verdict.Unknown("it runs commands or free requests");
        // The verb stands last before the options; az has no names without an option.
        return words.Count < 2 ? words[0] is "version" ? Verdict.Read("it shows its version") : Verdict.Unknown("az without a verb")
            : CloudVerb("az", words[^1]).And(AzureSecrets().IsMatch(joined) ? EffectTags.Secret : EffectTags.None);
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
