using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Clients of servers that are told lines, expressions or calls of a language of their own.</summary>
internal static partial class Hooks
{
    /// <summary>The first operand names a daemon; what follows is a line of its own language, whose table stands under the client's name with a <c>&gt;</c> behind it.</summary>
    static Verdict Told(Invocation call, Parsed parsed) =>
        parsed.Operands is [_, { Known: true }, ..]
            ? CommandJudge.Judge(call.Inner([new Argument(parsed.Node.Path.Split(' ')[0] + ">"), .. parsed.Operands.Skip(1)]))
            : Verdict.Unknown("what the daemon is told is not known");

    /// <summary><c>-C TEXT</c>: words for the other side, where no shell reads them, so that a <c>#</c> hides nothing there; without them a session opens.</summary>
    static Verdict RemoteWords(Invocation call, Parsed parsed) =>
        parsed.Values("-C", "--command").ToList() switch
        {
            [] => Session(call, parsed),
            [{ Open: false } text] when parsed.Operands.Count == 0 && !text.Text.Contains('#') => CommandJudge.Script(text.Text, call),
            _ => Verdict.Unknown("what runs there is not known"),
        };

    /// <summary>A plan that destroys, and the one that is applied after it (developer.hashicorp.com, "terraform plan", "Planning Modes").</summary>
    static Verdict Planned(Invocation call, Parsed parsed)
    {
        if (parsed.Node.Path.EndsWith(" plan", StringComparison.Ordinal))
        {
            call.Scope.PlansDestruction |= parsed.Has("-destroy", "-replace") && parsed.Values("-out").Any();
            return parsed.Operands is [{ } word, ..] && ChangingWords.MayBeSubcommand(parsed.Node.Path, word.Text)
                ? Verdict.Unknown($"'{word.Shown}' may be a command of its own") : Neutral;
        }
        return call.Scope.PlansDestruction && parsed.Operands.Count > 0 ? Verdict.Destructive("the plan before it destroys infrastructure") : Neutral;
    }

    /// <summary>terraform console evaluates expressions, which have no way to change anything (developer.hashicorp.com, "terraform console").</summary>
    static Verdict Expressions(Invocation call, Parsed parsed)
    {
        if (call.Name == "terragrunt") return Verdict.Unknown("terragrunt runs hooks of the configuration");
        return call.Input switch
        {
            // A provider's function is code of that provider.
            { Kind: InputKind.Text, Text: { } text } when text.Contains("::", StringComparison.Ordinal) => Verdict.Unknown("a provider's function runs"),
            { Kind: InputKind.Text, Text: { } text } =>
                Verdict.Read("it evaluates expressions",
                    text.Contains(Argument.Hole) || DangerousNames.IsSecret(text) || ShowsState().IsMatch(text) ? EffectTags.Secret : EffectTags.None),
            { Kind: InputKind.Inherited } => Verdict.Read("it opens a session", EffectTags.Interactive),
            { Kind: InputKind.Empty } => Verdict.Read("it evaluates nothing"),
            _ => Verdict.Unknown("it shows what it is fed"),
        };
    }

    // What resources and files hold may be secret; variables that are say so themselves.
    [GeneratedRegex(
        @"\b(?!(?:var|local|path|terraform)\b)[A-Za-z_][\w-]*\s*(?:\[[^\]]*\])?\s*\.\s*[A-Za-z_*]|(?<![\w.])(?:[a-z]+_\w+|module|data)\b(?!\s*\()|"
        + @"\b(?:nonsensitive|file\w*|templatefile)\s*\(")]
    private static partial Regex ShowsState();

    /// <summary>npm publish and pack: scripts of the project run in a dry run, too, unless they are left out (docs.npmjs.com, "Life Cycle Scripts").</summary>
    static Verdict Packs(Invocation call, Parsed parsed)
    {
        // The last one counts, and what looks like an option is never a value.
        bool Says(string option) =>
            parsed.Options.Exists(given => given.Name == option && given.Value is null)
                && call.Words.Count(word => word.Text.StartsWith('-') && word.Text.Contains(option[2..5], StringComparison.Ordinal)) == 1;
        return (call.Name is "npm" || call.Name is "pnpm" && call.Words.Any(word => word.Text == "publish")) && Says("--dry-run") && Says("--ignore-scripts")
            && parsed.Operands.All(folder => folder.Text is ['.' or '/', ..])
            ? Verdict.Read("'--dry-run' shows what it would pack") : Verdict.Unknown($"{call.Name} runs the project's own scripts");
    }

    /// <summary>artisan tinker: code of PHP, of which nothing is taken for a read.</summary>
    static Verdict Tinker(Invocation call, Parsed parsed)
    {
        var texts = parsed.Values("--execute").ToList();
        var code = texts is [{ } one] ? one.Text : call.Input is { Kind: InputKind.Text, Text: { } fed } ? fed : "";
        if (Losing().Match(code) is { Success: true } lost) return Verdict.Destructive($"{lost.Groups["name"].Value}() deletes");
        return Verdict.Unknown("it runs code", texts.Count == 0 ? EffectTags.Interactive : EffectTags.None);
    }

    [GeneratedRegex(@"\b(?<name>delete|forceDelete|truncate|destroy|flush|purge)\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Losing();

    /// <summary>MySQL Shell: statements, or calls of its administration interface (MySQL Shell manual, "InnoDB Cluster").</summary>
    static Verdict MysqlShell(Invocation call, Parsed parsed)
    {
        if (AsksForHelp(call)) return Verdict.Read("it shows help");
        // mysqlsh URI -- OBJECT METHOD
        if (parsed.Dashes >= 0)
            return AdminWords().IsMatch(string.Join(' ', parsed.Operands.Skip(parsed.Dashes)))
                ? Verdict.Read("it shows a cluster") : Verdict.Unknown("it may change a cluster");
        var texts = parsed.Values("-e", "--execute").Select(text => text.Text).ToList();
        if (texts.Count == 0 && call.Input.Kind == InputKind.Inherited)
            return parsed.Operands.Count <= 1 ? Verdict.Read("it opens a session", EffectTags.Interactive) : Verdict.Unknown("it may change a cluster");
        if (texts.Count == 0 && call.Input is { Kind: InputKind.Text, Text: { } fed }) texts.Add(fed);
        var code = parsed.Has("--js", "--javascript", "--py", "--python");
        if (texts.Count != 1 || code == parsed.Has("--sql", "--sqlc")) return Verdict.Unknown("mysqlsh runs code, or changes a server");
        if (!code) return texts[0].Contains('\\') ? Verdict.Unknown("a command of the shell stands among the statements") : Sql.SqlJudge.Judge(texts[0], other: true);
        return AdminCall().IsMatch(texts[0]) ? Verdict.Read("it shows a cluster") : Verdict.Unknown("mysqlsh runs code");
    }

    [GeneratedRegex(@"^(?:cluster|rs|clusterset) (?:status|describe|options|list-routers)(?: --[\w-]+=\w+)*$")]
    private static partial Regex AdminWords();

    [GeneratedRegex(
        @"^\s*(?:print(?:ln)?\s*\(\s*)?(?:dba\.get_?(?:Cluster|cluster|ReplicaSet|replica_set|ClusterSet|cluster_set)\(\s*(?:[""'][\w.-]*[""'])?\s*\)\.(?:status|"
        + @"describe|options|listRouters|list_routers)\(\s*(?:\{[\w\s:,""']*\})?\s*\)(?:\.\w+|\[\d+\]|\[[""'][\w.:-]+[""']\])*|shell\.status\(\))\s*\)?\s*;?\s*$")]
    private static partial Regex AdminCall();

    /// <summary>Operations of WildFly that read (docs.wildfly.org, "Management operations", "Global operations").</summary>
    static readonly FrozenSet<string> ManagementReads = FrozenSet.Create(StringComparer.Ordinal,
        "read-attribute", "read-resource", "read-resource-description", "read-children-names", "read-children-resources", "read-children-types", "read-operation-names",
            "read-operation-description", "read-attribute-group", "read-attribute-group-names", "query", "whoami", "product-info", "test-connection-in-pool",
            "list-log-files", "read-log-file", "list-messages", "count-messages", "list-snapshots", "validate-address", "list-get", "map-get");

    static readonly string[] ManagementChanges =
        ["write-attribute", "undefine-attribute", "add", "remove", "reload", "shutdown", "start", "stop", "flush", "enable", "disable", "restart", "deploy", "undeploy",
            "redeploy", "suspend", "resume"];

    /// <summary>jboss-cli: each command is an address with an operation, or one of the few words that show.</summary>
    static Verdict Jboss(Invocation call, Parsed parsed)
    {
        if (AsksForHelp(call)) return Verdict.Read("it shows help");
        var lines = parsed.Values("--command").Concat(parsed.Operands).Select(line => line.Text)
            .Concat(parsed.Values("--commands").SelectMany(lines => BetweenCommands().Split(lines.Text))).ToList();
        if (lines.Count == 0 && call.Input is { Kind: InputKind.Text, Text: { } fed }) lines.AddRange(fed.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        if (lines.Count == 0)
            return call.Input.Kind == InputKind.Inherited
                ? Verdict.Read("it opens a session", EffectTags.Interactive) : Verdict.Unknown($"{call.Name} runs what it is fed");
        return lines.Select(line => Management(line.Trim())).Aggregate((verdict, next) => verdict.And(next));
    }

    static Verdict Management(string line)
    {
        var tags = DangerousNames.IsSecret(line) || ShowsPassword().IsMatch(line) ? EffectTags.Secret : EffectTags.None;
        var shown = new Argument(line).Shown;
        if (ManagementWord().IsMatch(line)) return Verdict.Read($"'{shown}' shows an application server", tags);
        var operation = line[(line.LastIndexOf(':') + 1)..].Split('(')[0];
        if (ManagementOperation().Match(line) is { Success: true } asked && ManagementReads.Contains(asked.Groups["operation"].Value))
            return Verdict.Read($"'{asked.Groups["operation"].Value}' shows an application server", tags);
        return Array.Exists(ManagementChanges, word => operation.StartsWith(word, StringComparison.Ordinal))
            ? Verdict.Disruptive($"'{new Argument(operation).Shown}' changes an application server") : Verdict.Unknown($"'{shown}' may change an application server");
    }

    [GeneratedRegex(@"^(?:ls|pwd|cd|version|deployment-info|deployment info|deployment list|patch info|patch history|help)(?: [\w ./=:*""-]*)?$")]
    private static partial Regex ManagementWord();

    // A data source shows its password (docs.wildfly.org, "DataSource configuration").
    [GeneratedRegex(@"\brecursive=true|data-source=[^/:]*(?:/?$|/?:read-(?:resource\b(?!-)|children-resources))|child-type=(?:xa-)?data-source")]
    private static partial Regex ShowsPassword();

    // Nothing that the client would replace, pipe on or redirect.
    [GeneratedRegex(@"^(?:/[\w.=""*/ -]*)?:(?<operation>[a-z-]+)(?:\([\w .=,""*/-]*\))?$")]
    private static partial Regex ManagementOperation();

    [GeneratedRegex(@",(?![^(]*\))")]
    private static partial Regex BetweenCommands();

    /// <summary>True where a loop goes through objects of a kind that is named, and holds no data.</summary>
    static bool ListsOther(Shell.ShellCommand? lister) =>
        lister is Shell.SimpleCommand { Words: [{ Constant: "kubectl" or "oc" }, ..] words }
            && words.SkipWhile(word => word.Constant != "get").Skip(1).FirstOrDefault() is { Constant: [not '-', ..] } && !NamesData(words);

    /// <summary>What a release's printed manifests name, its volume claims too, goes: as much as <c>helm uninstall</c> deletes.</summary>
    static Verdict KubectlDelete(Invocation call, Parsed parsed)
    {
        // A variable that stands for type and name at once may hold a namespace; what xargs hands on is told by what stands before the pipe.
        if (!parsed.Has("--dry-run") && parsed.Operands is [{ Known: false } what] && !(what.Answered && call.Input.Kind == InputKind.Empty)
            && what.Text[0] == Argument.Hole && !ListsOther(call.Scope.Lister))
            return Verdict.Destructive("what it deletes is not known: it may be a namespace, with all that it holds");
        if (parsed.Has("--dry-run") || !parsed.Values("-f", "--filename").Any(file => file.Text == "-")
            || call.Input.Writer is not Shell.SimpleCommand { Words: [{ Constant: { } program }, ..] words })
            return Neutral;
        if (program == "helm" && words.Any(word => word.Constant is "manifest" or "template")) return Verdict.Destructive("it deletes all that a release consists of");
        return program is "kubectl" or "oc" && NamesData(words) ? Verdict.Destructive("it deletes data with the objects that are listed before it") : Neutral;
    }

    /// <summary>
    /// helm.sh, "Template Functions and Pipelines", "lookup": where a dry run asks the server, a chart reads any object there, secrets too, and what it makes of them is shown.
    /// </summary>
    static Verdict Chart(Invocation call, Parsed parsed) =>
        parsed.Values("--dry-run").Any(value => value.Text == "server") && parsed.Operands.Any(word => word.Text.Contains("://", StringComparison.Ordinal))
            ? Verdict.Read("a chart from elsewhere may ask the cluster for secrets", EffectTags.Secret) : Neutral;
}
