using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>The command line of AWS, operation by operation.</summary>
internal static partial class Hooks
{
    static readonly HashSet<string> AwsGlobals =
        new(StringComparer.Ordinal) { "--region", "--profile", "--output", "--query", "--cli-read-timeout", "--cli-connect-timeout", "--color", "--cli-binary-format" };

    /// <summary>aws: <c>aws [options] SERVICE OPERATION [parameters]</c>.</summary>
    static Verdict Aws(Invocation call, Parsed parsed) =>
        // AWS CLI, "--debug": the headers too, with the token of the session.
        Kept(AwsOperation(call, parsed), parsed).And(parsed.Operands.Exists(word => word.Text is "--debug") ? EffectTags.Secret : EffectTags.None);

    static Verdict AwsOperation(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands;
        foreach (var word in words)
        {
            var name = word.Text.Split('=')[0];
            if (name.Length > 2 && "--endpoint-url".StartsWith(name, StringComparison.Ordinal) || name is "--ca-bundle")
                return Verdict.Unknown($"'{name}' sends the request, and its credentials, elsewhere");
            // AWS CLI, "Loading a parameter from a file": the file's content takes the value's place, and is sent.
            if (File().Match(word.Text) is { Success: true } file && SecretFiles.Holds(file.Groups["path"].Value))
                return Verdict.Unknown($"what '{word.Shown}' holds is sent to the service");
            // The region becomes part of the host that the request is signed for.
            if (name is "--region" && RegionOf(words, word) is { Known: true } region && region.Text.AsSpan().ContainsAny(EndingHost))
                return Verdict.Unknown($"'{region.Shown}' sends the request, and what proves who asks, elsewhere");
            if (name is "--cli-input-json" or "--cli-input-yaml") return Verdict.Unknown($"'{name}' gives further parameters");
            if (word.IsOption && !word.Known && word.Text.IndexOf(Argument.Hole) < 3) return Verdict.Unlisted("an option of aws is not known");
        }
        var at = 0;
        while (at < words.Count && words[at].IsOption) at += AwsGlobals.Contains(words[at].Text) ? 2 : 1;
        if (at >= words.Count) return Verdict.Unknown("aws without a service");
        var service = words[at].Text;
        if (words.Count == at + 1) return service is "help" ? Verdict.Read("it shows help") : Verdict.Unknown("aws without an operation");
        if (!words[at].Known || !words[at + 1].Known) return Verdict.Unlisted("aws's operation is not known");
        var operation = words[at + 1].Text;
        var rest = words[(at + 2)..];
        bool Has(string option) => rest.Any(word => word.Text == option);
        if (AwsSecrets.Contains($"{service} {operation}") || operation.EndsWith("-embed-url", StringComparison.Ordinal) && operation.StartsWith("get-", StringComparison.Ordinal)
            || (service, operation) is ("ec2", "describe-instance-attribute") && rest.Any(word => word.Text.Contains("userData", StringComparison.OrdinalIgnoreCase)))
            return Verdict.Read($"'{operation}' shows what lets somebody in", EffectTags.Secret);
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
            // AWS CLI, "emr get": scp from the master node.
            ("emr", "get") => Verdict.Destructive("'get' writes a local file"),
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
            ("lambda", "delete-function-concurrency") => Verdict.Reversible("a function is limited no more"),
            _ when SetsCapacity(service, operation, rest) => Verdict.Reversible($"'{operation}' changes how much there is, and the number before can be set again"),
            ("lambda", "update-event-source-mapping")
                when rest.TrueForAll(word => word.Text is "--enabled" || !word.IsOption || Parted(word).Name is "--uuid" or "--region" or "--profile") && Has("--enabled") =>
                Verdict.Reversible("a function takes from its source again"),
            ("logs", "tail") => Verdict.Read("it shows logs", Has("--follow") ? EffectTags.Hang : EffectTags.None),
            // CloudWatch Logs, "Help protect sensitive log data with masking".
            ("logs", "get-log-events" or "get-log-record" or "filter-log-events" or "start-query" or "get-log-object")
                when Has("--unmask") || rest.Exists(word => word.Text.Contains("unmask(", StringComparison.OrdinalIgnoreCase)) =>
                Verdict.Read("it shows what data protection hides", EffectTags.Secret),
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
            // AWS CLI, "eks update-kubeconfig": the whole of what it would keep, other clusters' keys too.
            ("eks", "update-kubeconfig") when words.Any(word => word.Text == "--dry-run") => Verdict.Read("it prints the configuration", EffectTags.Secret),
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

    /// <summary>Signs that no region has (AWS CLI, "--region").</summary>
    static readonly System.Buffers.SearchValues<char> EndingHost = System.Buffers.SearchValues.Create("/#?@:.\\");

    static Argument? RegionOf(List<Argument> words, Argument option) =>
        option.Text.IndexOf('=') is > 0 and var sign ? option with { Text = option.Text[(sign + 1)..] }
            : words.IndexOf(option) is var at && at + 1 < words.Count ? words[at + 1] : null;

    /// <summary>AWS CLI Command Reference: keys and credentials, user data of machines, environments of builds and jobs.</summary>
    static readonly HashSet<string> AwsSecrets = new(StringComparer.Ordinal)
    {
        "ivs get-stream-key", "ivs batch-get-stream-key", "gamelift get-compute-access", "gamelift get-compute-auth-token", "gamelift get-instance-access",
        "glue get-connection", "glue get-connections", "ec2 describe-launch-template-versions", "ec2 get-launch-template-data", "codebuild batch-get-projects",
        "batch describe-job-definitions", "amplify get-app", "amplify list-apps", "amplify get-branch", "amplify list-branches", "apprunner describe-service",
        "sagemaker describe-model", "sagemaker describe-training-job", "sagemaker describe-processing-job", "opsworks describe-apps", "mediapackage describe-channel",
        "mediapackage list-channels", "managedblockchain get-accessor", "lightsail get-instance-access-details",
        "lightsail get-relational-database-master-user-password", "connect get-federation-token",
        "elasticbeanstalk describe-configuration-settings", "finspace get-kx-connection-string", "ec2 get-vpn-connection-device-sample-configuration",
        "directconnect describe-virtual-interfaces", "directconnect describe-connections-on-interconnect", "codebuild batch-get-builds", "cognito-idp describe-identity-provider",
        "firehose describe-delivery-stream", "kafkaconnect describe-connector", "cloudfront get-distribution-config", "cloudfront get-distribution",
        "codepipeline get-job-details", "codepipeline get-third-party-job-details", "iotwireless get-wireless-device", "iotwireless get-wireless-gateway-certificate",
        "autoscaling describe-launch-configurations", "emr-serverless get-dashboard-for-job-run",
    };

    [GeneratedRegex(@"(^|=)fileb?://(?<path>.+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex File();

    static Verdict EcsExecute(Invocation call, List<Argument> rest)
    {
        var at = rest.FindIndex(word => word.Text == "--command");
        return at >= 0 && at + 1 < rest.Count ? CommandJudge.Script(rest[at + 1].Text, call) : Verdict.Unknown("it runs a command in a container", EffectTags.Interactive);
    }
}
