using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Firstlook.Effects.Blocks;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects.Tools;

/// <summary>Builtins and programs that run their arguments, or a text, as commands.</summary>
internal static partial class Hooks
{
    // printf(3), "Field width", "Precision": ten million characters and more.
    [GeneratedRegex(@"%[-+ 0#']*(\d{8,}|\d*\.\d{8,})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Wide();

    [GeneratedRegex(@"^-?\d{8,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Long();

    static Verdict Raw(Invocation call, Parsed parsed)
    {
        if (call.Name == "printf" && parsed.Operands is var words && (words.Exists(word => Wide().IsMatch(word.Text))
            || words.Exists(word => word.Text.Contains("%*", StringComparison.Ordinal) || word.Text.Contains(".*", StringComparison.Ordinal))
                && words.Exists(word => Long().IsMatch(word.Text))))
            return Verdict.Unknown("printf fills more than memory may hold");
        // printf -v sets a variable whose subscript is evaluated.
        if (call.Name == "printf" && parsed.Operands is [{ Text: "-v" }, ..]) return Names(call, parsed);
        return Verdict.Read(call.Name + " prints its words");
    }

    /// <summary>bash(1), test: <c>-v</c> and <c>-R</c> evaluate a subscript.</summary>
    static Verdict Test(Invocation call, Parsed parsed) =>
        parsed.Operands.Any(operand => operand.Text is "-v" or "-R") ? Names(call, parsed)
        // docs.paloaltonetworks.com, "Test Policy Matches": which rule would match; every other test of a firewall's sends or signs in. A shell's own refuses so many words.
        : parsed.Operands is [{ Text: "security-policy-match" or "nat-policy-match" or "pbf-policy-match" or "qos-policy-match" or "decryption-policy-match"
            or "authentication-policy-match" or "dos-policy-match" },
            _, _, _, ..]
            && call.Name == "test" && parsed.Operands.All(operand => operand.Known && operand.Plain)
            ? Verdict.Read("it asks which rule of a firewall matches")
        // "test cable-diagnostics tdr interface gi1/0/1" is a command of a switch.
        : parsed.Operands.Count > 2 && parsed.Operands.All(operand => operand.Known) && !parsed.Operands.Any(operand => TestOperators.Contains(operand.Text))
            ? Verdict.Unknown($"what {call.Name} is given is no condition")
        : Verdict.Read("it tests a condition");

    // test(1), and bash(1), CONDITIONAL EXPRESSIONS.
    static readonly FrozenSet<string> TestOperators = FrozenSet.ToFrozenSet(
        "! ( ) = == != < > =~ -eq -ne -lt -le -gt -ge -nt -ot -ef -a -o -b -c -d -e -f -g -h -k -n -p -r -s -t -u -w -x -z -G -L -N -O -S".Split(' '), StringComparer.Ordinal);

    /// <summary>Operands are names of variables; a subscript in one is evaluated, and runs what it says.</summary>
    static Verdict Names(Invocation call, Parsed parsed)
    {
        foreach (var operand in parsed.Operands)
        {
            if (operand.Text.Contains('[') && operand.Text is not "[")
                return operand.Text.Contains('(') || operand.Text.Contains('`')
                    ? Verdict.Destructive($"{call.Name} evaluates '{operand.Shown}'") : Verdict.Unknown($"{call.Name} evaluates '{operand.Shown}'");
            if (!operand.Known && call.Name is not ("test" or "[" or "printf")) return Verdict.Unknown($"what {call.Name} sets is not known");
            if (DangerousNames.Reason(operand.Text) is { } reason && call.Name is not ("test" or "["))
            {
                call.Scope.Poisoned ??= reason;
                return Verdict.Unknown(reason);
            }
        }
        return Verdict.Read($"{call.Name} sets variables of this shell alone",
            call.Name == "read" && call.Input.Kind == InputKind.Inherited ? EffectTags.Interactive : EffectTags.None);
    }

    static Verdict Declare(Invocation call, Parsed parsed)
    {
        var verdict = Verdict.Read("it sets variables of this shell alone");
        // Without a name they show all there are, values and all.
        if (parsed.Operands.All(operand => operand.IsOption) && call.Name != "local") verdict = verdict.And(EffectTags.Secret);
        // bash(1), "declare", "-p": the value of each name.
        if (parsed.Operands.Exists(operand => operand.IsOption && operand.Text.Contains('p'))
            && parsed.Operands.Exists(operand => !operand.IsOption && (!operand.Known || SecretVariables.Are(operand.Text))))
            verdict = verdict.And(EffectTags.Secret);
        foreach (var operand in parsed.Operands)
        {
            if (operand.IsOption)
            {
                if (operand.Text.AsSpan(1).IndexOfAny('n', 'i', 'f') >= 0 && call.Name != "export")
                    verdict = verdict.And(Verdict.Unknown($"'{operand.Text}' makes values be evaluated"));
                continue;
            }
            var equals = operand.Text.IndexOf('=');
            var name = equals < 0 ? operand.Text : operand.Text[..equals];
            if (!name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '+')) return Verdict.Unknown($"what {call.Name} sets is not known");
            if ((equals < 0 && (DangerousNames.IsInstalled(name) || DangerousNames.IsServer(name))
                ? null
                : DangerousNames.Reason(name, equals >= 0 && operand.Known ? operand.Text[(equals + 1)..] : null, call.Scope.Tools.Network)
                    ?? (call.Name == "export" || parsed.Operands.Any(word => word.IsOption && word.Text.Contains('x'))
                        ? equals >= 0
                            ? DangerousNames.ReasonExported(name, operand.Text[(equals + 1)..], call.Scope.Tools.Network)
                            : HandedVariables.Exported(name, call.Scope.OpenFolders.Contains(name) ? "/tmp/" : $"{Argument.Hole}")
                        : null)) is { } reason)
            {
                call.Scope.Poisoned ??= reason;
                return Verdict.Unknown(reason);
            }
            if (equals >= 0 && OpenFolders.Has(operand.Text[(equals + 1)..])) call.Scope.OpenFolders.Add(name);
            if (DangerousNames.IsSecret(name) && equals >= 0 && equals < operand.Text.Length - 1 && operand.Known) verdict = verdict.And(EffectTags.Secret);
        }
        return verdict;
    }

    /// <summary>bash(1), set: only the options that make a script stricter leave the effect; <c>-x</c> evaluates PS4.</summary>
    static Verdict Set(Invocation call, Parsed parsed)
    {
        if (call.Name == "set" && parsed.Operands.Count == 0) return Verdict.Read("set prints all variables", EffectTags.Secret);
        if (call.Name == "set" && parsed.Operands is [{ } part, _, ..] && PartsOfDevices.Contains(part.Text))
            return Verdict.Reversible("it sets what a device will do once it is committed");
        foreach (var operand in parsed.Operands)
        {
            if (operand.Text is "-e" or "-u" or "-o" or "-x" or "+x" or "+e" or "+u" or "-eu" or "-ex" or "-eux" or "-euo" or "-euxo" or "-eo" or "pipefail" or "errexit"
                or "nounset" or "xtrace" or "-f" or "+f" or "-p" or "-s" or "-q" or "--" or "nullglob" or "failglob" or "dotglob" or "globstar" or "nocaseglob"
                or "inherit_errexit") continue;
            return Verdict.Unknown($"'{operand.Shown}' changes how this shell works");
        }
        return Verdict.Read("it makes this shell stricter");
    }

    /// <summary>The first words below which routers and firewalls keep their settings (Junos OS, "Configuration statements"; VyOS). To a shell they are plain words.</summary>
    static readonly HashSet<string> PartsOfDevices =
        new(StringComparer.Ordinal) { "protocols", "interfaces", "routing-options", "policy-options", "routing-instances", "firewall", "class-of-service", "vlans",
            "chassis", "forwarding-options", "bridge-domains", "applications", "snmp", "groups" };

    static Verdict Alias(Invocation call, Parsed parsed)
    {
        if (parsed.Operands.All(operand => !operand.Text.Contains('='))) return Verdict.Read("it lists aliases");
        foreach (var operand in parsed.Operands)
        {
            var equals = operand.Text.IndexOf('=');
            if (equals > 0) call.Scope.Shadowed[operand.Text[..equals]] = Verdict.Unknown($"{operand.Text[..equals]} is an alias here");
        }
        return Verdict.Unknown("an alias changes what a name runs");
    }

    static Verdict Eval(Invocation call, Parsed parsed) =>
        parsed.Operands.Count == 0 ? Verdict.Read("nothing runs")
        : parsed.Operands.All(operand => operand.Known) ? CommandJudge.Script(string.Join(' ', parsed.Operands), call)
        : Verdict.Unknown("eval runs a text that is not known");

    static Verdict Source(Invocation call, Parsed parsed)
    {
        call.Scope.Poisoned ??= "a file was read in before, which may change what any name runs";
        return Verdict.Unknown($"{call.Name} runs what the file says");
    }

    static Verdict Exec(Invocation call, Parsed parsed) =>
        parsed.Operands.Count == 0 ? Verdict.Read("it redirects this shell")
        : parsed.Operands[0].IsOption ? Verdict.Unknown("an option of exec changes the program's name or environment")
        : CommandJudge.Judge(call.Inner(parsed.Operands));

    static Verdict Sudo(Invocation call, Parsed parsed)
    {
        // sudo(8), "-l": with words behind it, it tells whether they may be run, and runs none.
        if (parsed.Has("-e", "--edit", "-l", "--list")) return Neutral;
        if (parsed.Inner is { Count: > 0 } inner) return Deeper(inner);
        return parsed.Has("-s", "--shell", "-i", "--login")
            ? Verdict.Read("it opens a shell", EffectTags.Interactive)
            : parsed.Options.Count > 0
            ? Neutral
            : Verdict.Unknown("sudo without a command");

        // sudo(8): the words for a login shell are escaped, all but '$'; the shell there expands that.
        Verdict Deeper(List<Argument> inner) =>
            parsed.Has("-s", "--shell", "-i", "--login") && inner.Any(word => word.Text.Contains('$') || word.Text.Contains(Argument.Hole))
                ? CommandJudge.Judge(call.Inner(inner)).And(CommandJudge.Script(string.Join(' ', inner), call)) : CommandJudge.Judge(call.Inner(inner));
    }

    static Verdict Timeout(Invocation call, Parsed parsed)
    {
        // learn.microsoft.com, "timeout": to Windows it is a pause. The other's first word is a number, and it refuses this one.
        if (call.Words is [_, { Text: "/t" or "/T" }, var seconds, ..] && seconds.Known && seconds.Text.All(char.IsAsciiDigit)
            && call.Words.Skip(3).All(word => word.Text.Equals("/nobreak", StringComparison.OrdinalIgnoreCase)))
            return Verdict.Read("it waits so many seconds");
        if (parsed.Inner is not { Count: > 0 } inner) return Verdict.Unknown("timeout without a command");
        var verdict = CommandJudge.Judge(call.Inner(inner));
        // No time, or one of nothing, is no limit (timeout(1)), and a day is none that anybody waits for.
        return parsed.Operands is [{ Known: true } limit] && limit.Text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 && WaitingTimes.Seconds(limit.Text) <= WaitingTimes.Longest
            ? verdict with { Tags = verdict.Tags & ~EffectTags.Hang } : verdict;
    }

    [GeneratedRegex(@"^[\w\s+*/%=!~^?:,-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Computed();

    /// <summary>bash(1), "let": each word is an expression, as between double parentheses.</summary>
    static Verdict Let(Invocation call, Parsed parsed) =>
        parsed.Operands is [] || parsed.Operands.Exists(operand => !operand.Known || !Computed().IsMatch(operand.Text))
            ? Verdict.Unknown("arithmetic evaluates what values say")
            : parsed.Operands.Aggregate(Neutral, (verdict, operand) => verdict.And(CommandJudge.Script($"(( {operand.Text} ))", call)));

    /// <summary>chrt(1), taskset(1): a priority or mask, then a command; with <c>-p</c> and a process alone they show.</summary>
    static Verdict Priority(Invocation call, Parsed parsed)
    {
        if (parsed.Has("-p", "--pid"))
            return parsed.Operands is [{ }] ? Verdict.Read($"'-p' shows what {call.Name} would set") : Verdict.Disruptive("'-p' changes a running process");
        if (parsed.Has("-m", "--max")) return Neutral;
        // The options of the command that follows are its own.
        var words = call.Words.Skip(1).SkipWhile(word => word.IsOption).ToList();
        return words.Count > 1 && words[0].Known && parsed.Dashes < 0 ? CommandJudge.Judge(call.Inner(words[1..])) : Verdict.Unknown($"{call.Name} without a command");
    }

    /// <summary>Modules that only read, and those whose arguments are a command (docs.ansible.com, "ansible.builtin").</summary>
    static Verdict Ansible(Invocation call, Parsed parsed)
    {
        var module = parsed.Values("-m", "--module-name").Select(value => value.Text).LastOrDefault() ?? "command";
        if (module.StartsWith("ansible.builtin.", StringComparison.Ordinal)) module = module["ansible.builtin.".Length..];
        if (parsed.Values("-a", "--args", "-m", "-i")
            .Any(value => value.Text.Contains("{{", StringComparison.Ordinal) || value.Text.Contains("fact_path", StringComparison.Ordinal)))
            return Verdict.Unknown("a template runs here");
        if (parsed.Values("-i", "--inventory").Any(value => value.Text.EndsWith(".py", StringComparison.Ordinal) || value.Text.EndsWith(".sh", StringComparison.Ordinal)))
            return Verdict.Unknown("the inventory is a program");
        if (module is "ping" or "setup" or "service_facts" or "package_facts" or "stat" or "getent" or "gather_facts" or "debug")
            return Verdict.Read($"the module {module} only reads");
        var text = parsed.Values("-a", "--args").Select(value => value.Text).LastOrDefault();
        if (text is { Length: > 0 } && AnsibleModule(module, text) is { } judged) return judged;
        return module is "command" or "shell" or "raw" && text is { Length: > 0 } && !PosixText.IsReadDifferently(text) && !text.Contains("{{", StringComparison.Ordinal)
            ? CommandJudge.Script(text, call) : Verdict.Unknown($"the module {module} may change machines");
    }

    /// <summary>What a module makes of its arguments, by the state that they ask for.</summary>
    static Verdict? AnsibleModule(string module, string text)
    {
        var state = text.Split(' ').FirstOrDefault(word => word.StartsWith("state=", StringComparison.Ordinal))?[6..];
        return module switch
        {
            "service" or "systemd" or "systemd_service" or "win_service" => state switch
            {
                "started" or "reloaded" => Verdict.Reversible($"the module {module} starts or reloads a service"),
                _ => Verdict.Disruptive($"the module {module} stops, restarts or changes a service"),
            },
            "file" or "win_file" => state == "absent" ? Verdict.Destructive("'state=absent' deletes files") : Verdict.Reversible("the module file makes files or sets modes"),
            "copy" or "template" or "lineinfile" or "blockinfile" or "replace" or "synchronize" or "unarchive" or "get_url" or "fetch" or "win_copy" or "win_template" =>
                Verdict.Destructive($"the module {module} writes files"),
            "apt" or "yum" or "dnf" or "package" or "pip" or "npm" or "snap" or "win_package" =>
                state is "absent" ? Verdict.Destructive("'state=absent' removes packages") : Verdict.Disruptive($"the module {module} installs packages"),
            "user" or "group" or "authorized_key" or "cron" or "sysctl" or "mount" or "firewalld" or "ufw" or "iptables" or "hostname" or "git" or "reboot"
                or "win_reboot" or "docker_container" or "mysql_user" or "postgresql_user" or "modprobe" or "selinux" =>
                Verdict.Disruptive($"the module {module} changes machines"),
            "uri" => text.Contains("method=", StringComparison.Ordinal) && !text.Contains("method=GET", StringComparison.Ordinal)
                || text.Contains("dest=", StringComparison.Ordinal) ? null
                : text.Split(' ').FirstOrDefault(word => word.StartsWith("url=", StringComparison.Ordinal)) is { } url
                    ? Http.HttpJudge.Request("GET", url[4..].Trim('"', '\''), "") : null,
            "find" or "slurp" or "wait_for" or "wait_for_connection" or "win_ping" or "mount_facts" or "listen_ports_facts" => Verdict.Read($"the module {module} only reads"),
            _ => null,
        };
    }

    /// <summary>Where the root of the machine itself is mounted for its administrators (OpenShift "oc debug", Fedora rescue mode).</summary>
    static readonly FrozenSet<string> RootsOfTheMachine =
        FrozenSet.Create(StringComparer.Ordinal, "/", "/host", "/host/", "/hostfs", "/rootfs", "/sysroot", "/mnt/sysimage", "/mnt/sysroot");

    /// <summary>chroot(8): a name leads to the programs of that root, which may be anybody's.</summary>
    static Verdict ChangeRoot(Invocation call, Parsed parsed)
    {
        if (parsed.Inner is not { Count: > 0 } inner) return Verdict.Read("it opens a shell", EffectTags.Interactive);
        var verdict = CommandJudge.Judge(call.Inner(inner));
        return parsed.Operands is [{ } root] && RootsOfTheMachine.Contains(root.Text) ? verdict : verdict.And(Verdict.Unknown("the program is another root's"));
    }

    /// <summary>flock(1): <c>flock file command</c>, or <c>flock file -c text</c>.</summary>
    static Verdict Flock(Invocation call, Parsed parsed)
    {
        var words = call.Words.Skip(1).ToList();
        // flock(1): these have a value behind them.
        while (words.Count > 0 && words[0].IsOption) words.RemoveRange(0, Math.Min(words.Count, TakesNext(words[0].Text) ? 2 : 1));
        if (words.Count < 2) return Verdict.Unknown("flock without a command");
        if (words[1].Text is "-c" or "--command")
            return words.Count > 2 && words[2].Known ? CommandJudge.Script(words[2].Text, call) : Verdict.Unknown("flock -c without a known text");
        return CommandJudge.Judge(call.Inner(words[1..]));

        // "-nw 5": the last letter of several may have the value behind it, too.
        static bool TakesNext(string option) =>
            option is "--timeout" or "--wait" or "--conflict-exit-code"
                || !option.StartsWith("--", StringComparison.Ordinal) && option.AsSpan().IndexOfAny('w', 'E') == option.Length - 1;
    }

    static Verdict SwitchUser(Invocation call, Parsed parsed)
    {
        if (parsed.Values("-s", "--shell").Any(shell => shell.Text is not ("/bin/sh" or "/bin/bash" or "/usr/bin/bash" or "/bin/dash" or "bash" or "sh")))
            return Verdict.Unknown("'-s' chooses the program that runs");
        var texts = parsed.Values("-c", "--command", "--session-command").ToList();
        if (texts.Count > 0)
            return PosixText.RunsMore(texts[^1].Text)
                ? Verdict.Unknown("the shell of that account may read the text in another way than bash") : CommandJudge.Script(texts[^1].Text, call);
        if (call.Name == "runuser" && parsed.Has("-u") && parsed.Operands.Count > 0) return CommandJudge.Judge(call.Inner(parsed.Operands));
        // Words behind the user's name go to the shell: the first is a script.
        return parsed.Operands.Count(word => word.Text != "-") <= 1 && parsed.Dashes < 0
            ? Verdict.Read("it opens a shell", EffectTags.Interactive) : Verdict.Unknown($"{call.Name} with further words");
    }

    static readonly HashSet<string> CodeReaders =
        new(StringComparer.Ordinal) { "sh", "bash", "dash", "zsh", "ksh", "ash", "ssh", "awk", "gawk", "sed", "psql", "mysql", "eval", "perl", "python", "python3",
            "ruby", "node", "watch", "su", "sqlite3", "mongosh" };

    /// <summary>The program that would read a text with an unknown value in it as code; null where values stay operands.</summary>
    static string? Spliced(List<Argument> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var name = words[at].Text[(words[at].Text.LastIndexOf('/') + 1)..];
            if (CodeReaders.Contains(name) && words.Skip(at + 1).Any(word => !word.Known && word.Text.Length > 1 && word.Text.Contains(' '))) return name;
        }
        return null;
    }

    static Verdict Watch(Invocation call, Parsed parsed)
    {
        if (parsed.Inner is not { Count: > 0 } inner) return Verdict.Unknown("watch without a command");
        var verdict = !parsed.Has("-x", "--exec") && PosixText.IsReadDifferently(string.Join(' ', inner))
            ? Verdict.Unknown("sh may read '((' or '[[' in another way than bash")
            : parsed.Has("-x", "--exec")
            ? CommandJudge.Judge(call.Inner(inner))
            : CommandJudge.Script(string.Join(' ', inner), call);
        return verdict.And(EffectTags.Hang);
    }

    static Verdict Shell(Invocation call, Parsed parsed)
    {
        if (PosixText.IsShell(call.Name) && (parsed.Has("-c") ? parsed.Operands.FirstOrDefault().Text : call.Input.Text) is { } posix
            && PosixText.IsReadDifferently(posix))
            return Verdict.Unknown($"{call.Name} may read '((', '[[', '&>' or \"$'\" in another way than bash");
        if (parsed.Has("-c") && NamesScriptBefore(call)) return Verdict.Unknown($"{call.Name} runs what '{parsed.Operands[0].Shown}' says");
        if (parsed.Has("-c"))
            return parsed.Operands.Count > 0 && parsed.Operands[0] is { } text && text.Text.Length > 0 && !text.Open
                ? CommandJudge.Script(text.Text, call with { Input = Input.Inherited }) : Verdict.Unknown($"{call.Name} -c runs a text that is not known");
        // bash(1), set: an interactive shell ignores -n.
        if (parsed.Has("-n") && !parsed.Has("-i") && parsed.Operands.Count == 1) return Verdict.Read("'-n' only reads the script");
        if (parsed.Operands.Count > 0) return Verdict.Unknown($"{call.Name} runs what '{parsed.Operands[0].Shown}' says");
        return call.Input switch
        {
            { Kind: InputKind.Text, Text: { } text } => CommandJudge.Script(text, call with { Input = Input.Inherited }),
            { Kind: InputKind.Inherited } when !parsed.Has("-s") => Verdict.Read("it opens a shell", EffectTags.Interactive),
            { Kind: InputKind.Empty } => Verdict.Read("an empty shell"),
            _ => Verdict.Unknown($"{call.Name} runs what it is fed"),
        };
    }

    /// <summary>"sh ls -c": behind the first word that is no option, all are the script's own (sh(1p), "Synopsis").</summary>
    static bool NamesScriptBefore(Invocation call)
    {
        for (var at = 1; at < call.Words.Count; at++)
        {
            var text = call.Words[at].Text;
            if (text is not ['-' or '+', _, ..]) return true;
            if (text[0] == '-' && text[1] != '-' && text.Contains('c')) return false;
            // -euo pipefail
            if (text[1] != '-' && text[^1] is 'o' or 'O' || text is "--rcfile" or "--init-file") at++;
        }

        return false;
    }

    /// <summary>ssh(1): the words after the host are joined and read by a shell there.</summary>
    static Verdict Ssh(Invocation call, Parsed parsed)
    {
        var inner = parsed.Inner ?? [];
        // Options may follow the host, before the command.
        while (inner.Count > 0 && inner[0].IsOption)
        {
            if (inner[0].Text is not ("-t" or "-tt" or "-T" or "-q" or "-n" or "-v" or "-4" or "-6")) return Verdict.Unknown($"the option '{inner[0].Shown}' after the host");
            inner = inner[1..];
        }
        if (parsed.Has("-Q") && parsed.Operands.Count == 0) return Neutral;
        if (parsed.Operands.Count == 0 || parsed.Operands[0].Text.StartsWith('-')) return Verdict.Unknown("ssh without a host");
        if (inner.Count > 0 && PosixText.RunsMore(string.Join(' ', inner))) return Verdict.Unknown("the shell there may read '((' or '&>' in another way than bash");
        var text = string.Join(' ', inner);
        if (inner.Count > 0 && !inner.Exists(word => word.Open) && DeviceLine.Quoted(text, call.Scope.Tools) is { } quoted) text = quoted;
        if (inner.Count > 0)
            return call.Input.HoldsFile && !parsed.Has("-n")
                ? CommandJudge.Script(text, call).And(Verdict.Unknown("what a file holds goes to another machine")) : CommandJudge.Script(text, call);
        return call.Input switch
        {
            { Kind: InputKind.Text, Text: { } fed } => CommandJudge.Script(fed, call with { Input = Input.Inherited }),
            { Kind: InputKind.Inherited } => Verdict.Read("it opens a session", EffectTags.Interactive),
            _ => Verdict.Unknown("ssh runs what it is fed"),
        };
    }
}
