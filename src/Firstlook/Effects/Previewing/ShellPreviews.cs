using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>Previews of shell commands, program by program: what would be touched, asked by the same program or by one that lists.</summary>
internal static class ShellPreviews
{
    public static Preview? Of(string text)
    {
        var reading = ShellParser.Parse(text);
        if (!reading.Problems.IsEmpty
            || reading.List.Items is not [{ Background: false,
                Command.Pipelines: [{ Commands: [SimpleCommand { Assignments.IsEmpty: true, Redirections.IsEmpty: true } command] }] }])
            return null;
        if (command.Words.IsEmpty) return null;
        var at = Program(command.Words);
        return at < command.Words.Count ? new Held(text, command.Words, at).Preview() : null;
    }

    /// <summary>Where the program stands that does it: after sudo, or inside a container.</summary>
    static int Program(EquatableArray<Word> words)
    {
        var at = 0;
        if (words[at].Constant == "sudo")
        {
            at++;
            while (at < words.Count && words[at].Constant is { } option && option.StartsWith('-')) at += option is "-u" or "-g" ? 2 : 1;
        }
        if (at + 1 >= words.Count) return at;
        if (words[at].Constant is "kubectl" or "oc" && words.Any(word => word.Constant == "exec"))
        {
            for (var i = at; i < words.Count; i++) if (words[i].Constant == "--") return i + 1;
            return words.Count;
        }
        if (words[at].Constant is not ("docker" or "podman" or "docker-compose")) return at;
        var exec = at + 1;
        while (exec < words.Count && words[exec].Constant is not "exec") exec++;
        if (exec == words.Count) return at;
        for (exec++; exec < words.Count && words[exec].Constant is { } option && option.StartsWith('-'); exec++)
        {
            if (option is "-u" or "--user" or "-w" or "--workdir" or "-e" or "--env" or "--index") exec++;
        }
        return exec + 1;
    }

    /// <summary>A command that is held, with its words.</summary>
    sealed class Held(string text, EquatableArray<Word> words, int at)
    {
        string Name => words[at].Constant is { } name ? name[(name.LastIndexOf('/') + 1)..] : "";

        string? Sub => at + 1 < words.Count ? words[at + 1].Constant : null;

        string Raw(int index) => words[index].Span.In(text);

        bool Has(string option) => words.Skip(at).Any(word => word.Constant == option);

        /// <summary>The words from a place on that are no options, nor the value of one that takes one, as they are written.</summary>
        string Operands(int from, string? valued = null) =>
            string.Join(' ',
                Enumerable.Range(from, Math.Max(0, words.Count - from))
                    .Where(index => words[index].Constant?.StartsWith('-') != true && (valued is null || words[index - 1].Constant != valued)).Select(Raw));

        /// <summary>Another command in the program's place, with all that stands before it.</summary>
        Preview? Instead(string command, string sentence) => new(text[..words[at].Span.Start] + command, Language.Shell, sentence);

        Preview? Added(string after, string option, string sentence)
        {
            var word = words.Skip(at).FirstOrDefault(word => word.Constant == after);
            return word is null ? null : new Preview($"{text[..word.Span.End]} {option}{text[word.Span.End..]}", Language.Shell, sentence);
        }

        Preview? Without(string option, string with, string sentence)
        {
            var word = words.Skip(at).First(word => word.Constant == option);
            return new Preview(text[..word.Span.Start] + with + text[word.Span.End..], Language.Shell, sentence);
        }

        public Preview? Preview() => Name switch
        {
            "find" when Has("-delete") =>
                Without("-delete", "-print", "") is { } listed ? listed with { Text = listed.Text + " | wc -l", Sentence = "How many files it would delete." } : null,
            "rm" or "shred" or "unlink" or "rmdir" when Operands(at + 1).Length > 0 => Instead($"du -sch -- {Operands(at + 1)}", "What it would delete, and how large that is."),
            "truncate" => Instead($"ls -l -- {Operands(at + 1, "-s")}", "What it would cut."),
            "mv" or "cp" or "ln" => Instead($"ls -ld -- {Operands(at + 1)}", "What is there now."),
            "kubectl" or "oc" => Kubernetes(),
            "git" => Git(),
            "rsync" => Added("rsync", "--dry-run", "Which files it would copy."),
            "helm" when Sub is "upgrade" or "install" or "uninstall" or "rollback" or "delete" => Added(Sub!, "--dry-run", "What it would change."),
            "docker" or "podman" => Docker(),
            "docker-compose"
                when words.Skip(at).FirstOrDefault(word => word.Constant is "down" or "restart" or "stop" or "up" or "kill" or "rm") is { Constant: { } verb } =>
                Instead(text[words[at].Span.Start..words.Skip(at).First(word => word.Constant == verb).Span.Start] + "ps", "What runs now."),
            "redis-cli" => Redis(),
            "terraform" or "tofu" => Terraform(),
            "systemctl" when Sub is "restart" or "stop" or "reload" or "disable" or "mask" or "try-restart" or "kill"
                && Operands(at + 2, "-s") is { Length: > 0 } units =>
                Instead($"systemctl status --no-pager {units}; {text[..words[at].Span.Start]}systemctl list-dependencies --reverse --no-pager {units}",
                    "Its state, and what depends on it."),
            "service" when Operands(at + 1).Length > 0 => Instead($"service {Raw(at + 1)} status", "Its state."),
            "kill" when Pids() is { Length: > 0 } pids => Instead($"ps -o pid,user,etime,args -p {pids}", "Which processes it would signal."),
            "pkill" or "killall" when Operands(at + 1).Length > 0 => Instead($"pgrep -a{(Has("-f") ? "f" : "")} {Operands(at + 1)}", "Which processes it would signal."),
            "crontab" when Has("-r") => Without("-r", "-l", "The table that would be lost."),
            "apt" or "apt-get" when Sub is "install" or "remove" or "purge" or "upgrade" or "autoremove" or "dist-upgrade" =>
                Instead($"apt-get -s {text[words[at + 1].Span.Start..]}", "Which packages would change."),
            "nginx" when Has("-s") => Instead("nginx -t", "Whether the configuration is sound."),
            "logrotate" => Added(Raw(at), "-d", "Which logs it would rotate."),
            "supervisorctl" when Sub is "restart" or "stop" => Without(Sub!, "status", "Their state."),
            "iptables" or "ip6tables" => Instead($"{Name} -L -n -v --line-numbers", "The rules as they are."),
            "aws" when Sub == "s3" && at + 2 < words.Count && words[at + 2].Constant is "rm" or "sync" or "cp" or "mv" =>
                Added(words[at + 2].Constant!, "--dryrun", "Which objects it would touch."),
            "kafka-consumer-groups.sh" or "kafka-consumer-groups" when Has("--execute") => Without("--execute", "--dry-run", "Which offsets it would set."),
            "rabbitmqctl" when Sub is "purge_queue" or "delete_queue" => Instead("rabbitmqctl list_queues name messages consumers", "How many messages each queue holds."),
            "celery" when Has("purge") => Without("purge", "inspect reserved", "Tasks that the workers hold; those still in the queue would be lost as well."),
            _ => Client(),
        };

        Preview? Kubernetes()
        {
            var verb = words.Skip(at + 1)
                .FirstOrDefault(word =>
                    word.Constant is "apply" or "delete" or "patch" or "scale" or "create" or "replace" or "label" or "annotate" or "drain" or "cordon" or "uncordon"
                        or "taint" or "undo" or "restart" or "set");
            return verb?.Constant switch
            {
                null => null,
                "restart" => Without("restart", "history", "The revisions of what it would restart."),
                "set" => Added(words.Skip(at + 1).SkipWhile(word => word.Constant != "set").Skip(1).FirstOrDefault()?.Constant ?? "set", "--dry-run=server",
                    "What the cluster would do, without doing it."),
                { } name => Added(name, "--dry-run=server", "What the cluster would do, without doing it."),
            };
        }

        Preview? Git() => Sub switch
        {
            "clean" => Added("clean", "-n", "Which files it would delete."),
            "push" => Added("push", "--dry-run", "Which commits it would push."),
            "reset" => Instead("git diff --stat HEAD", "Which local changes it would discard."),
            "checkout" or "restore" => Instead("git diff --stat", "Which local changes it would discard."),
            "stash" => Instead("git stash list", "What is stashed."),
            "branch" when Operands(at + 2) is { Length: > 0 } branch => Instead($"git log --oneline -5 {branch}", "The last commits of the branch."),
            "apply" => Added("apply", "--stat", "Which files it would change."),
            "pull" or "merge" or "rebase" => Instead("git status --short --branch", "The state of the working copy."),
            _ => null,
        };

        Preview? Docker() => (Sub, at + 2 < words.Count ? words[at + 2].Constant : null) switch
        {
            ("system", "prune") => Instead($"{Name} system df", "What it could free."),
            ("image", "prune") => Instead($"{Name} images -f dangling=true", "Images without a name: it deletes at least those."),
            ("volume", "prune") => Instead($"{Name} volume ls -f dangling=true", "Volumes that no container uses."),
            ("container", "prune") => Instead($"{Name} ps -a --filter status=exited --filter status=created", "Containers that do not run."),
            ("volume", "rm") => Instead($"{Name} volume inspect {Operands(at + 3)}", "What it would delete."),
            ("rmi", _) => Instead($"{Name} image inspect --format '{{{{.RepoTags}}}} {{{{.Size}}}}' {Operands(at + 2)}", "What it would delete."),
            ("restart" or "stop" or "kill" or "rm" or "pause", _) when Operands(at + 2).Length > 0 =>
                Instead($"{Name} inspect --format '{{{{.Name}}}} {{{{.State.Status}}}} since {{{{.State.StartedAt}}}}' {Operands(at + 2)}", "What it would stop."),
            ("compose", _) when words.Skip(at).FirstOrDefault(word => word.Constant is "down" or "restart" or "stop" or "up" or "kill" or "rm") is { } verb =>
                Instead(text[words[at].Span.Start..verb.Span.Start] + "ps", "What runs now."),
            _ => null,
        };

        /// <summary>redis-cli: the command stands after the client's own options, and its keys after that.</summary>
        Preview? Redis()
        {
            var command = at + 1;
            while (command < words.Count && words[command].Constant is { } option && option.StartsWith('-'))
                command += option is "-h" or "-p" or "-n" or "-a" or "-u" or "-s" or "--user" or "--pass" ? 2 : 1;
            if (command >= words.Count || words[command].Constant is not { } name) return null;
            var keys = text[words[command].Span.End..].TrimStart();
            var key = command + 1 < words.Count ? Raw(command + 1) : "";
            var ask = RedisPreview.Ask(name, key, keys);
            return ask is null ? null : new Preview(text[..words[command].Span.Start] + ask.Value.Command, Language.Shell, ask.Value.Sentence);
        }

        Preview? Terraform()
        {
            if (Sub is not ("apply" or "destroy")) return null;
            var options = Enumerable.Range(at + 2, words.Count - at - 2).Select(Raw).ToList();
            if (options.Find(option => !option.StartsWith('-')) is { } plan) return Instead($"{Name} show {plan}", "What the plan would change.");
            options.RemoveAll(option => option is "-auto-approve" or "-auto-approve=true");
            var planned = new List<string> { $"{Name} plan" };
            if (Sub == "destroy" && !options.Contains("-destroy")) planned.Add("-destroy");
            planned.AddRange(options);
            return Instead(string.Join(' ', planned), "What it would change.");
        }

        string Pids() => string.Join(',', words.Skip(at + 1).Select(word => word.Constant ?? "").Where(word => word.Length > 0 && word.All(char.IsAsciiDigit)));

        /// <summary>SQL in an argument: the preview takes its place, in the same client with the same options.</summary>
        Preview? Client()
        {
            if (Name is not ("psql" or "mysql" or "mariadb")) return null;
            for (var option = at + 1; option + 1 < words.Count; option++)
            {
                if (words[option].Constant is not ("-c" or "-e" or "--command" or "--execute")) continue;
                if (words[option + 1].Constant is not { } statement || SqlPreview.Of(statement) is not { } preview) return null;
                var span = words[option + 1].Span;
                return preview with { Text = text[..span.Start] + "'" + preview.Text.Replace("'", "'\\''") + "'" + text[span.End..], Language = Language.Shell };
            }
            return null;
        }
    }
}
