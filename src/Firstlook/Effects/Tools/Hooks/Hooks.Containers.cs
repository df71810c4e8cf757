using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Containers, services and machines that run a command inside.</summary>
internal static partial class Hooks
{
    /// <summary>kubectl exec: the command stands after <c>--</c>. At a terminal it opens a shell where none does.</summary>
    static Verdict KubectlExec(Invocation call, Parsed parsed)
    {
        var stdin = parsed.Has("-i", "--stdin");
        if (parsed.Dashes >= 0 && parsed.Operands.Skip(parsed.Dashes).ToList() is { Count: > 0 } inner) return Enter(call, inner, stdin);
        // The older form without dashes: in "exec POD sh -c 'ls'" the option is kubectl's to some releases, and the shell's to others.
        if (parsed.Operands.Count > 1)
        {
            if (call.Words.Count(word => word.Text == parsed.Operands[0].Text) > 1) return Verdict.Unknown("which words are the command's is told by '--' alone here");
            var verdict = Enter(call, [.. parsed.Operands.Skip(1)], stdin);
            return BehindPod(call, parsed) is { } rest ? verdict.And(Enter(call, rest, stdin)) : verdict;
        }

        return stdin && parsed.Has("-t", "--tty") && parsed.Operands.Count == 1 && parsed.Dashes < 0 && call.Input.Kind == InputKind.Inherited
            ? Verdict.Read("it opens a shell", EffectTags.Interactive) : Verdict.Unknown($"{parsed.Node.Path} without a command");
    }

    /// <summary>All words from the command's name on, options and their values among them; null where no option is.</summary>
    static List<Argument>? BehindPod(Invocation call, Parsed parsed)
    {
        var rest = call.Words.SkipWhile(word => word.Text != parsed.Operands[0].Text).Skip(1).SkipWhile(word => word.Text != parsed.Operands[1].Text).ToList();
        return rest.Count > parsed.Operands.Count - 1 ? rest : null;
    }

    /// <summary>oc rsh: all words behind the pod are the command's, options too (docs.openshift.com, "oc rsh"); it opens a shell where there is none.</summary>
    static Verdict OcRsh(Invocation call, Parsed parsed) =>
        parsed.Inner is { Count: > 0 } inner
            ? Enter(call, inner, stdin: true)
            : parsed.Operands.Count == 1 && call.Input.Kind == InputKind.Inherited
            ? Verdict.Read("it opens a shell", EffectTags.Interactive)
            : Verdict.Unknown($"{parsed.Node.Path} without a command");

    /// <summary>kubectl run: the words after the dashes run in the new pod, unless they are options of what its image runs.</summary>
    static Verdict KubectlRun(Invocation call, Parsed parsed)
    {
        if (parsed.Dashes < 0 || parsed.Values("--dry-run").Any(value => value.Text is "server" or "client")) return Neutral;
        var inner = parsed.Operands.Skip(parsed.Dashes).ToList();
        return inner.Count == 0 || inner[0].IsOption ? Neutral : Enter(call, inner, parsed.Has("-i", "--stdin"));
    }

    static Verdict Enter(Invocation call, List<Argument> inner, bool stdin) =>
        CommandJudge.Judge(call.Inner(inner) with { Input = stdin || call.Input.Kind != InputKind.Text ? call.Input : new Input(InputKind.Empty), Scope = call.Scope.Deeper() });

    static Verdict ContainerExec(Invocation call, Parsed parsed)
    {
        if (parsed.Has("--env-file")) return Verdict.Unknown("'--env-file' sets variables that may choose what runs");
        foreach (var variable in parsed.Values("-e", "--env"))
        {
            var equals = variable.Text.IndexOf('=');
            var name = equals < 0 ? variable.Text : variable.Text[..equals];
            if (name.Contains(Argument.Hole)) return Verdict.Unknown("the name of a variable is not known");
            var value = equals < 0 ? null : variable.Text[(equals + 1)..];
            if (DangerousNames.ReasonHanded(name, value, call.Scope.Tools.Network) is { } reason) return Verdict.Unknown(reason);
        }
        return parsed.Inner is { Count: > 0 } inner ? Enter(call, inner, stdin: true) : Verdict.Unknown($"{parsed.Node.Path} without a command");
    }

    /// <summary>docker run: a throw-away container (<c>--rm</c>) that runs a known read from a public client image; the image's own command is unknown.</summary>
    static Verdict ContainerRun(Invocation call, Parsed parsed)
    {
        if (parsed.Has("--privileged", "-v", "--volume", "--mount", "--pid", "--device", "--cap-add", "--volumes-from", "--entrypoint", "--security-opt"))
            return Verdict.Unknown("the container reaches into this machine, or runs another program");
        if (parsed.Inner is not { Count: > 0 } inner) return Verdict.Unknown("what the image runs is not known");
        var verdict = Enter(call, inner, stdin: true);
        return verdict.And(parsed.Has("--rm") ? Verdict.Reversible("a throw-away container is started") : Verdict.Reversible("a container is started and stays"));
    }

    static Verdict Top(Invocation call, Parsed parsed)
    {
        if (parsed.Has("-n")) return Neutral;
        return parsed.Has("-b") ? Neutral : Verdict.Read("top shows until it is stopped", EffectTags.Interactive);
    }

    /// <summary>service(8): <c>service NAME ACTION</c>.</summary>
    static Verdict Service(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands;
        if (words is [{ Text: "--status-all" or "--version" or "--help" }]) return Verdict.Read("it shows services");
        if (words.Count < 2) return Verdict.Unknown($"{call.Name} without an action");
        var action = call.Name == "service" || call.Name == "rc-service" ? words[1].Text : words[0].Text;
        return action switch
        {
            "status" or "configtest" or "check" or "list" => Verdict.Read($"'{action}' shows a service"),
            "start" or "reload" => Verdict.Reversible($"'{action}' changes a service's state"),
            "restart" or "stop" or "force-reload" or "condrestart" or "try-restart" or "graceful" => Verdict.Disruptive($"'{action}' interrupts a service"),
            _ => Verdict.Unlisted($"the action '{words[^1].Shown}' is not known"),
        };
    }

    /// <summary>
    /// Clients of a terminal: with a host, and a port at most, they open a session; fed input or further words are commands. The second word behind
    /// ftp's <c>ls</c> is a file here that the list goes into.
    /// </summary>
    static Verdict Session(Invocation call, Parsed parsed) =>
        call.Name is "sftp" or "ftp" && parsed.Operands is [{ } host] && parsed.Dashes < 0 && call.Input is { Kind: InputKind.Text, Text: { } told }
            && told.Split('\n')
                .All(line =>
                    line.Trim().Split(' ')[0] is "" or "ls" or "dir" or "pwd" or "cd" or "df" or "version" or "bye" or "exit" or "quit"
                        && (call.Name == "sftp" || line.Trim().Split(' ').Length <= 2) && !line.Contains('!') && !line.Contains('>') && !line.Contains('|'))
            && !NamesFile(host)
            ? Verdict.Read("it lists files there")
        : call.Name == "sftp" && parsed.Operands.Count == 1 && NamesFile(parsed.Operands[0]) ? Verdict.Unknown("it fetches what stands behind the host's name")
        : call.Input.Kind == InputKind.Inherited && parsed.Operands.Count <= (call.Name == "telnet" ? 2 : 1) && parsed.Dashes < 0
            ? Verdict.Read("it opens a session", EffectTags.Interactive | EffectTags.Hang) : Verdict.Unknown($"{call.Name} sends or runs more than its words say");

    /// <summary><c>sftp host:/path</c> fetches, where the path is a file's.</summary>
    static bool NamesFile(Argument host) => host.Text.IndexOf(':') is > 0 and var colon && colon + 1 < host.Text.Length && !host.Text.EndsWith('/');

    /// <summary>sysstat and vmstat: an interval without a count goes on for ever.</summary>
    static Verdict Interval(Invocation call, Parsed parsed) =>
        parsed.Operands.Count(operand => Figure().IsMatch(operand.Text)) == 1 ? Verdict.Read("an interval without a count goes on for ever", EffectTags.Hang) : Neutral;

    [GeneratedRegex(@"^\d+(\.\d+)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    static Verdict Sysctl(Invocation call, Parsed parsed) =>
        parsed.Operands.Any(word => word.Text.Contains('=')) ? Verdict.Disruptive("'=' sets a kernel setting")
        : parsed.Operands.Any(word => !word.Known) ? Verdict.Unknown("a value that holds '=' would set a kernel setting") : Neutral;

    /// <summary>kubectl label, annotate and set env show with <c>--list</c> what is there, and change it first where a change is named.</summary>
    static Verdict KubectlLabel(Invocation call, Parsed parsed)
    {
        var changes = parsed.Has("-e", "--env", "--from") || parsed.Operands.Any(word => !word.Known || word.Text.Contains('=') || word.Text.EndsWith('-'));
        if (parsed.Has("--list") && !changes) return Verdict.Read("'--list' shows what is there");
        return parsed.Node.Verdict is { } verdict ? verdict with { Why = $"'{parsed.Node.Path}' {verdict.Why}" } : Verdict.Unknown("what it changes is not known");
    }

    static Verdict Jcmd(Invocation call, Parsed parsed) => parsed.Operands switch
    {
        [] => Verdict.Read("it lists Java processes"),
        [_, { Text: "VM.flags" }, { Text: "-all" }] => Verdict.Read("it shows settings"),
        [_, { Text: "VM.info" or "VM.metaspace" or "JFR.check" or "VM.classloader_stats" or "VM.classloaders" or "Compiler.codecache" or "Compiler.queue" or "VM.dynlibs"
            or "VM.stringtable" or "VM.symboltable" or "GC.heap_info" or "VM.events" or "Thread.print" or "VM.uptime" or "VM.flags" or "VM.version" or "VM.command_line"
            or "GC.heap_info" or "PerfCounter.print" or "help" }, ..] =>
            Verdict.Read("it looks into a Java process"),
        [_, { Text: "VM.native_memory" }]
            or [_, { Text: "VM.native_memory" }, { Text: "scale=KB" or "scale=MB" or "scale=GB" or "summary" or "detail" or "summary.diff" or "detail.diff" }, ..] =>
            Verdict.Read("it looks into a Java process"),
        // With any other word it sets what is logged (jcmd, "VM.log").
        [_, { Text: "VM.log" }, { Text: "list" }] => Verdict.Read("it shows what is logged"),
        // Without -all only live objects are counted, which a full collection finds out (jcmd, "GC.class_histogram").
        [_, { Text: "GC.class_histogram" }, .. var counted] =>
            counted.Any(word => word.Text == "-all") || parsed.Has("-all")
                ? Verdict.Read("it counts objects", EffectTags.Cost) : Verdict.Disruptive("it collects garbage before it counts: the program stands still"),
        [_, { Text: "VM.system_properties" }, ..] => Verdict.Read("it shows settings", EffectTags.Secret),
        _ => Verdict.Disruptive("it sends a command to a Java process"),
    };

    // One operation alone: several in a document, or fragments, may hold another.
    static Verdict GraphQl(string document) =>
        document.Contains("mutation", StringComparison.Ordinal)
            ? document.Contains("delete", StringComparison.OrdinalIgnoreCase)
                ? Verdict.Destructive("the mutation deletes")
                : Verdict.Disruptive("a mutation changes the project")
            : document.StartsWith('{') || document.StartsWith("query", StringComparison.Ordinal) ? Verdict.Read("a query of the service") : Verdict.Unknown("the request is not known");

    [GeneratedRegex(@"^https://(api\.github\.com|gitlab\.com)/", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfForge();

    static Verdict GhApi(Invocation call, Parsed parsed)
    {
        if (parsed.Operands is [{ Text: "graphql" }] && !parsed.Has("--input")
            && parsed.Values("-f", "-F", "--raw-field", "--field").Where(value => value.Text.StartsWith("query=", StringComparison.Ordinal))
                .ToList() is [{ Plain: true, Known: true } document])
            return GraphQl(document.Text["query=".Length..].TrimStart());
        var method = parsed.Values("-X", "--method").Select(value => value.Text).LastOrDefault() ?? (parsed.Has("-f", "-F", "--field", "--raw-field", "--input") ? "POST" : "GET");
        return method.ToUpperInvariant() switch
        {
            "GET" or "HEAD" when parsed.Operands.Any(operand => operand.Text.Contains("://", StringComparison.Ordinal)
                && UnlistedValues.LeadsAway(operand.Text, call.Scope.Tools.Network) && !OfForge().IsMatch(operand.Text)) => Verdict.Unknown("it signs in at another host"),
            "GET" or "HEAD" when parsed.Operands.All(operand => !operand.Open) =>
                Http.SecretPaths.Show("/api/v4/" + parsed.Operands.FirstOrDefault().Text?.ToLowerInvariant(), "")
                    ? Verdict.Read("it shows what lets somebody in", EffectTags.Secret) : Verdict.Read("a GET of the service"),
            "DELETE" => Verdict.Destructive("'DELETE' deletes"),
            "POST" or "PUT" or "PATCH" => Verdict.Disruptive($"'{method}' changes the project"),
            _ => Verdict.Unknown("the request is not known"),
        };
    }
}
