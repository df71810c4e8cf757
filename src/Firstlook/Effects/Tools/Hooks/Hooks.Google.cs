using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Google Cloud's command lines: gcloud, gsutil, bq.</summary>
internal static partial class Hooks
{
    /// <summary>gcloud: words up to the verb, which stands before the names (<c>gcloud sql instances describe NAME</c>).</summary>
    static Verdict Gcloud(Invocation call, Parsed parsed) => Helps(parsed) ? Verdict.Read("it shows help") : Kept(GcloudOperation(call, parsed), parsed);

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
        if (LogsTail().IsMatch(joined)) return Verdict.Read("it follows logs", EffectTags.Hang);
        if (joined is "builds log" || joined.StartsWith("builds log ", StringComparison.Ordinal))
            return Verdict.Read("it shows logs", parsed.Operands.Any(word => word.Text.StartsWith("--stream", StringComparison.Ordinal)) ? EffectTags.Hang : EffectTags.None);
        if (Listing().IsMatch(joined)) return Verdict.Read("it lists");
        if (joined.StartsWith("compute ssh", StringComparison.Ordinal)) return CloudSsh(call, parsed.Operands);
        if (joined.StartsWith("secrets versions access", StringComparison.Ordinal) || joined.StartsWith("auth print", StringComparison.Ordinal))
            return Verdict.Read("it shows a secret", EffectTags.Secret);
        if (GoogleSecrets().IsMatch(joined) && !parsed.Operands.Any(word => word.Text.StartsWith("--format", StringComparison.Ordinal)))
            return Verdict.Read("it shows a definition with its environment", EffectTags.Secret);
        if (joined.StartsWith("auth list", StringComparison.Ordinal) || joined.StartsWith("config list", StringComparison.Ordinal)
            || joined.StartsWith("config get", StringComparison.Ordinal) || joined is "config configurations list"
            || joined.StartsWith("config configurations describe ", StringComparison.Ordinal) || joined is "info" or "version")
            return Verdict.Read("it shows the configuration");
        if (joined.StartsWith("auth ", StringComparison.Ordinal) || joined.StartsWith("config ", StringComparison.Ordinal)
            || joined.Contains("get-credentials", StringComparison.Ordinal))
            return Verdict.Reversible("it changes the local configuration");
        if (joined.StartsWith("sql connect", StringComparison.Ordinal) || joined.StartsWith("builds submit", StringComparison.Ordinal)
            || joined.StartsWith("functions call", StringComparison.Ordinal))
            return Verdict.Unknown("it runs statements or code");
        if (words is ["composer", "environments", "run", ..] or ["beta", "composer", "environments", "run", ..]) return Airflow(parsed.Operands);
        // cloud.google.com/sdk/gcloud/reference: "Restores from a backup to a new database", and "to a new table".
        if (words is ["spanner" or "firestore", "databases", "restore", ..] or ["bigtable", "instances", "tables", "restore", ..])
            return Verdict.Reversible("it restores into something new", EffectTags.Cost);
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
        if (words is ["storage", _, ..] or ["alpha" or "beta", "storage", _, ..] && StorageReads(words) is { } shown) return shown;
        // gcloud storage rsync: the option is a switch, and no other spelling of it is known.
        if (words is ["storage", "rsync", ..] && parsed.Operands.Count(word => word.Text.StartsWith("--dry", StringComparison.Ordinal)) == 1
            && parsed.Operands.Any(word => word.Text == "--dry-run"))
            return Verdict.Read("'--dry-run' shows what it would copy");
        return FirstVerb(call.Name, words);
    }

    /// <summary>cloud.google.com/sdk/gcloud/reference/storage: sizes, checksums, and what an object holds.</summary>
    static Verdict? StorageReads(List<string> words) => words[words[0] is "storage" ? 1 : 2] switch
    {
        "du" or "hash" => Verdict.Read("it shows sizes or checksums"),
        "cat" => Verdict.Read("it prints an object", EffectTags.Cost),
        _ => null,
    };

    // cloud.google.com/sdk/gcloud/reference: what runs, with the variables that it is handed; the key by which an attachment is paired.
    [GeneratedRegex(
        @"^((alpha|beta) )?(run (jobs|revisions|worker-pools)|functions|app versions|composer environments|compute interconnects attachments( partner)?) describe( |$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex GoogleSecrets();

    [GeneratedRegex(@"^((alpha|beta) )?(app|run services|run jobs|functions) logs tail( |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LogsTail();

    // cloud.google.com/sdk/gcloud/reference
    [GeneratedRegex(@"^(ai (models|endpoints)|components|scc findings|sql ssl (client-certs|server-ca-certs)) list( |$)|^kms keys versions get-public-key( |$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Listing();

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

    // cloud.google.com/storage/docs/gsutil, "options": what -D and -DD print "will include authentication credentials".
    static Verdict Gsutil(List<Argument> words) =>
        GsutilVerb(words).And(words.Any(word => word.Text is "-D" or "-DD") ? EffectTags.Secret : EffectTags.None);

    static Verdict GsutilVerb(List<Argument> words) => words.FirstOrDefault(word => !word.IsOption).Text switch
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
        _ => Verdict.Unlisted("an operation of gsutil that is not known"),
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
            // cloud.google.com/bigquery/docs/reference/bq-cli-reference, "bq update": slots that are reserved are no table.
            "update" when words.Exists(word => word.Text is "--reservation" or "--capacity_commitment" or "--reservation_assignment")
                && !words.Exists(word => word.Text.StartsWith("--no", StringComparison.Ordinal)) => Verdict.Disruptive("it changes which capacity is reserved"),
            "rm" or "load" or "update" or "truncate" => Verdict.Destructive("it deletes or overwrites tables"),
            "cp" or "mk" or "extract" or "partition" =>
                plain[0].Text == "cp" && words.Any(word => word.Text is "-f" or "--force" or "--force=true" or "-a" or "--append_table")
                    ? Verdict.Destructive("it overwrites a table") : Verdict.Reversible("it makes a table or a copy", EffectTags.Cost),
            "cancel" => Verdict.Disruptive("it ends a job"),
            "wait" => Verdict.Read("it waits for a job", plain.Count > 2 ? EffectTags.None : EffectTags.Hang),
            "help" => Verdict.Read("it shows help"),
            "get-iam-policy" => Verdict.Read("it shows who may what"),
            _ => Verdict.Unlisted($"bq '{plain[0].Shown}' is not known"),
        };
    }
}
