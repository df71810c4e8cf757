using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Consoles of servers and devices: what they do is what the words say that they are handed.</summary>
internal static partial class Hooks
{
    static readonly System.Buffers.SearchValues<char> ManyHostsFlags = System.Buffers.SearchValues.Create("abBSNLiPqv");

    /// <summary>clush, pdsh and their kin: options, then words that a shell reads on each machine.</summary>
    static Verdict ManyHosts(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands;
        var at = 0;
        for (; at < words.Count && words[at].IsOption; at++)
        {
            var option = words[at].Text;
            if (option is "--inline" or "--print") continue;
            var letters = option.AsSpan(1);
            var flags = letters.IndexOfAnyExcept(ManyHostsFlags);
            // A letter that takes a value ends its cluster, with the value glued to it or in the next word.
            if (option is "--host" or "--user" or "--timeout" or "--par" || flags == letters.Length - 1 && "wgxXutflhHpR".Contains(letters[flags])) at++;
            else if (flags >= 0 && letters[flags] is not ('w' or 'g' or 'x' or 'l' or 'f' or 'u' or 't'))
                return Verdict.Unlisted($"the option '{words[at].Shown}' of {call.Name} is not known");
        }
        return at < words.Count ? CommandJudge.Script(string.Join(' ', words.Skip(at)), call) : Verdict.Read("it opens a session on many machines", EffectTags.Interactive);
    }

    /// <summary>
    /// A client that is fed lines of a console's own language, on standard input or as operands: each is judged by the table of that language, which
    /// stands under the client's name with a <c>&gt;</c> behind it. An operand with a slash in it, before the line, says whom to sign in.
    /// </summary>
    static Verdict Console(Invocation call, Parsed parsed)
    {
        var signs = parsed.Operands is [{ } first, ..] && (first.Text.Contains('/') || parsed.Operands.Count > 1 && first.Text.Contains('@')) && !first.Text.Contains(' ')
            ? first.Text : null;
        var words = signs is null ? parsed.Operands : parsed.Operands[1..];
        var text = words.Count > 0 ? string.Join(' ', words) : call.Input is { Kind: InputKind.Text, Text: { } fed } ? fed : null;
        if (text is null)
            return call.Input.Kind == InputKind.Inherited
                ? Verdict.Read("it opens a session", EffectTags.Interactive) : Verdict.Unknown($"{call.Name} runs what it is fed");
        if (text.Contains('>')) return Verdict.Destructive("'>' writes what the console shows to a file");
        return Spoken(call, parsed.Node.Path.Split(' ')[0], text).And(signs is { Length: > 1 } && signs.Contains('/') ? EffectTags.Secret : EffectTags.None);
    }

    /// <summary>Lines of a console's own language, by the table that stands under the program's name with a <c>&gt;</c> behind it.</summary>
    static Verdict Spoken(Invocation call, string program, string text)
    {
        var verdict = Verdict.Read($"{call.Name} asks");
        foreach (var line in text.Split('\n', ';').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(line => line.Length > 0))
        {
            var spoken = new List<Argument> { new(program + ">"), new(line[0].ToLowerInvariant()) };
            spoken.AddRange(line.Skip(1).Select(word => new Argument(word)));
            verdict = verdict.And(CommandJudge.Judge(call with { Words = spoken, Input = Input.Inherited }));
        }
        return verdict;
    }

    /// <summary>ImageMagick and GraphicsMagick run a name that begins with <c>|</c> (CVE-2016-5118).</summary>
    static Verdict Picture(Invocation call, Parsed parsed) =>
        parsed.Operands.Exists(word => word.Text.TrimStart().StartsWith('|')) ? Verdict.Unknown("a name that begins with '|' is run") : Neutral;

    static bool SeveralLines(string text) => text.AsSpan().IndexOfAny(';', '\n') >= 0;

    /// <summary>docs.asterisk.org, "Asterisk Command Line": <c>show</c> and <c>list</c> read.</summary>
    static Verdict Asterisk(Invocation call, Parsed parsed)
    {
        if (!parsed.Has("-x")) return parsed.Has("-r", "-R") ? Verdict.Read("it opens a session", EffectTags.Interactive) : Verdict.Disruptive("it starts a telephone server");
        // -x at the very end has no value: the program refuses it.
        if (parsed.Values("-x").LastOrDefault() is not { Text: { } text }) return Verdict.Unknown("no command is named");
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words[0].Contains(Argument.Hole)) return Verdict.Unknown("the command is not known");
        return text.Contains('!') || SeveralLines(text) ? Verdict.Unknown("'!' runs a program, and more than one command is not read")
            : words.Length > 1 && words[0] != "channel" && words[1] is "show" or "list" or "ping" or "uptime" ? Verdict.Read($"'{words[0]} {words[1]}' shows",
                words[0] is "pjsip" or "sip" or "iax2" or "manager" && words.Length > 2 && words[2] is "auth" or "auths" or "users" or "user" ? EffectTags.Secret : EffectTags.None)
            : words.Length > 1 && (words[0], words[1]) is ("database", "del" or "deltree") ? Verdict.Destructive("it deletes from the database")
            : Verdict.Disruptive($"'{words[0]}' changes the telephone server");
    }

    // Cypher Manual, "range()".
    [GeneratedRegex(@"\brange\s*\(\s*-?\d+\s*,\s*\d{9,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LongRange();

    static readonly string[] SwitchReads =
        ["show", "status", "version", "hostname", "uptime", "global_getvar", "sofia status", "sofia_contact", "list_users", "callcenter_config queue list",
            "callcenter_config agent list", "conference list", "module_exists", "user_exists", "regex", "strftime", "uuid_dump", "uuid_exists", "uuid_getvar",
            "fsctl last_sps", "fsctl max_sessions", "lua-version", "xml_locate"];

    /// <summary>fs_cli: <c>-x COMMAND</c> (FreeSWITCH, mod_commands).</summary>
    static Verdict FsCli(Invocation call, Parsed parsed)
    {
        var texts = parsed.Values("-x", "--execute").ToList();
        if (texts.Count == 0) return Verdict.Read("it opens a session", EffectTags.Interactive);
        var text = texts[^1].Text;
        if (text.Length == 0 || text[0] == Argument.Hole || SeveralLines(text)) return Verdict.Unknown("the command is not known, or more than one");
        if (text.StartsWith("fsctl ", StringComparison.Ordinal) && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 2)
            return Verdict.Disruptive("fsctl with a value sets it");
        if (text.StartsWith("xml_locate", StringComparison.Ordinal) || text.StartsWith("global_getvar", StringComparison.Ordinal))
            return Verdict.Read("it prints the directory or the settings with their passwords", EffectTags.Secret);
        return Array.Exists(SwitchReads, read => text == read || text.StartsWith(read + " ", StringComparison.Ordinal)) ? Verdict.Read($"'{text.Split(' ')[0]}' shows")
            : text.StartsWith("system", StringComparison.Ordinal) || text.StartsWith("bg_system", StringComparison.Ordinal)
                ? Verdict.Unknown("it runs a program") : Verdict.Disruptive($"'{text.Split(' ')[0]}' changes the telephone server");
    }

    /// <summary>
    /// HBase's shell is Ruby's: what stands there may be a whole program. Lines of one command that shows, with plain texts behind it, are read
    /// (hbase.apache.org, "The Apache HBase Shell").
    /// </summary>
    static Verdict HBaseShell(Invocation call, Parsed parsed)
    {
        if (parsed.Operands.Count > 0) return Verdict.Unknown("it runs a file");
        if (call.Input is not { Kind: InputKind.Text, Text: { } text })
            return call.Input.Kind == InputKind.Inherited ? Verdict.Unknown("it opens a session", EffectTags.Interactive) : Verdict.Unknown("it runs what it is fed");
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(' ', 2)[0] is "drop" or "drop_all" or "truncate" or "truncate_preserve" or "delete" or "deleteall" or "delete_snapshot" or "drop_namespace"
                or "restore_snapshot")
                return Verdict.Destructive($"'{line.Split(' ')[0]}' deletes or overwrites");
            if (!HBaseRead().IsMatch(line)) return Verdict.Unknown($"'{line.Split(' ')[0]}' is not known to read only");
        }

        return Verdict.Read("it shows the cluster");
    }

    [GeneratedRegex(
        @"^(status|version|whoami|list|list_namespace|list_namespace_tables|list_snapshots|list_regions|list_peers|list_labels|describe|exists|is_enabled|is_disabled|"
        + @"get_splits|locate_region|balancer_enabled|normalizer_enabled|list_deadservers|exit|quit)(\s+'[\w.:* -]*'(\s*,\s*'[\w.:* -]*')*)?;?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex HBaseRead();

    /// <summary>vtysh: each <c>-c</c> is a line of the router's console.</summary>
    static Verdict Router(Invocation call, Parsed parsed)
    {
        var lines = parsed.Values("-c", "--command").ToList();
        if (lines.Count == 0) return parsed.Has("-C", "--dryrun") ? Neutral : Verdict.Read("it opens a session", EffectTags.Interactive);
        var verdict = Verdict.Read("it shows the router's state");
        foreach (var line in lines)
        {
            var text = line.Text.Trim();
            if (text.StartsWith(Argument.Hole) || SeveralLines(text)) return Verdict.Unknown("the command is not known, or more than one");
            var shows = text.StartsWith("show ", StringComparison.Ordinal) || text.StartsWith("sh ", StringComparison.Ordinal)
                || text.StartsWith("ping ", StringComparison.Ordinal) || text.StartsWith("traceroute ", StringComparison.Ordinal);
            if (text.StartsWith("ping ", StringComparison.Ordinal)) verdict = verdict.And(EffectTags.Hang);
            if (DeviceSettings.AreShown(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), [])) verdict = verdict.And(EffectTags.Secret);
            if (!shows || text.Contains('|')) verdict = verdict.And(Verdict.Disruptive($"'{text.Split(' ')[0]}' changes the router"));
        }
        return verdict;
    }

    /// <summary>The first operand is the text of statements; without one they come from elsewhere.</summary>
    static Verdict FirstStatement(Invocation call, Parsed parsed) =>
        parsed.Operands.Count > 0 ? Sql.SqlJudge.Judge(string.Join(' ', parsed.Operands), other: true)
        : call.Input is { Kind: InputKind.Text, Text: { } text } ? Sql.SqlJudge.Judge(text, other: true) : Verdict.Unknown("it runs the statements that it is fed");

    /// <summary>cypher-shell: a statement as its operand or on standard input ("Cypher Manual": clauses that write).</summary>
    static Verdict Cypher(Invocation call, Parsed parsed)
    {
        var text = parsed.Operands.Count > 0 ? string.Join(' ', parsed.Operands) : call.Input is { Kind: InputKind.Text, Text: { } fed } ? fed : null;
        if (text is null)
            return call.Input.Kind == InputKind.Inherited
                ? Verdict.Read("it opens a session", EffectTags.Interactive) : Verdict.Unknown("it runs the statements that it is fed");
        // \uXXXX is a letter, wherever it stands ("Cypher Manual", "Parsing").
        if (text.Contains('\\')) return Verdict.Unknown("an escape stands in the statement");
        // A comment or a quote parts words as a blank does.
        static List<string> Words(string statement) => Letters(statement.ToUpperInvariant());
        var words = Words(text);
        if (words.Count == 0) return Verdict.Read("nothing runs");
        if (words.Exists(word => word is "DELETE" or "DETACH" or "SET" or "REMOVE" or "DROP")) return Verdict.Destructive("the statement deletes or overwrites");
        if (words.Exists(word => word is "CREATE" or "MERGE" or "INSERT")) return Verdict.Reversible("the statement adds");
        if (words.Exists(word => word is "STOP" or "ALTER" or "TERMINATE" or "GRANT" or "DENY" or "REVOKE" or "START"))
            return Verdict.Disruptive("the statement changes the server");
        if (LongRange().IsMatch(text)) return Verdict.Read("the statement asks for more rows than anybody waits for", EffectTags.Hang);
        // A comment may stand between a name and its dot.
        foreach (System.Text.RegularExpressions.Match function in CypherFunction().Matches(text).Concat(CypherFunction().Matches(CypherComment().Replace(text, " "))))
            if (!CypherNamespaces.Contains(function.Groups["namespace"].Value)) return Verdict.Unknown($"{function.Value}) is a function of somebody's own");
        // Commands of the shell itself begin a line with a colon; elsewhere that is a label.
        var asks = text.Split(';').Select(Words).All(statement => statement is [] or ["MATCH" or "OPTIONAL" or "RETURN" or "SHOW" or "UNWIND" or "WITH" or "EXPLAIN", ..]);
        return asks && !text.Split(';', '\n').Any(line => line.TrimStart().StartsWith(':')) && !words.Exists(word => word is "CALL" or "LOAD" or "FOREACH" or "APOC")
            ? Verdict.Read("the statement asks") : Verdict.Unknown("the statement may call what is not known");
    }

    /// <summary>What stands before the dot of a function that comes with the server ("Cypher Manual", "Functions").</summary>
    static readonly HashSet<string> CypherNamespaces =
        new(StringComparer.OrdinalIgnoreCase) { "date", "datetime", "time", "localtime", "localdatetime", "duration", "point", "vector", "graph", "db" };

    [System.Text.RegularExpressions.GeneratedRegex(@"(?<namespace>`[^`]*`|\w+)(\s*\.\s*(`[^`]*`|\w+))+\s*\(", System.Text.RegularExpressions.RegexOptions.ExplicitCapture)]
    private static partial System.Text.RegularExpressions.Regex CypherFunction();

    [System.Text.RegularExpressions.GeneratedRegex(@"/\*.*?\*/|//[^\n]*", System.Text.RegularExpressions.RegexOptions.Singleline)]
    private static partial System.Text.RegularExpressions.Regex CypherComment();

    static Verdict ExecuteText(Invocation call, Parsed parsed)
    {
        // snowsql names its connection and its schema by "-c" and "-s", and its own commands begin with "!" wherever a line or a statement does.
        var isSnow = parsed.Node.Path == "snowsql";
        var texts = (isSnow ? parsed.Values("-q", "--query") : parsed.Values("-e", "--execute", "-q", "--query", "-c", "-s")).ToList();
        if (isSnow && (texts.Any(text => text.Text.Contains('!')) || call.Input is { Text: { } fed } && fed.Contains('!')))
            return Verdict.Unknown("a command of snowsql's own may stand among the statements");
        // duckdb FILE TEXT
        if (call.Name == "duckdb") texts.AddRange(parsed.Operands.Skip(1));
        return Statements(call, texts, lists: false, other: true);
    }

    /// <summary>Lines of SQL*Plus itself, which set how results are shown ("SQL*Plus Command Reference").</summary>
    static readonly string[] SqlPlusSettings =
        ["set ", "col ", "column ", "prompt", "exit", "quit", "whenever ", "define ", "show ", "desc ", "describe ", "break ", "ttitle ", "btitle ", "rem ", "pagesize",
            "archive log list"];

    /// <summary>sqlplus: statements on standard input; <c>@file</c> runs a file.</summary>
    static Verdict SqlPlus(Invocation call, Parsed parsed)
    {
        var tags = parsed.Operands.Any(word => word.Text.IndexOf('/') is > 0 and var slash && slash + 1 < word.Text.Length && !word.Text.StartsWith('-'))
            ? EffectTags.Secret : EffectTags.None;
        if (parsed.Operands.Any(word => word.Text.StartsWith('@'))) return Verdict.Unknown("'@' runs a file", tags);
        if (call.Input is not { Kind: InputKind.Text, Text: { } text })
            return call.Input.Kind == InputKind.Inherited
                ? Verdict.Read("it opens a session", tags | EffectTags.Interactive) : Verdict.Unknown("it runs the statements that it is fed", tags);
        var verdict = Verdict.Read("it asks the database", tags);
        if (text.Contains('&')) return Verdict.Unknown("'&' puts the text of a variable into the statements", tags);
        var statements = new List<string>();
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            var small = line.ToLowerInvariant();
            if (small.StartsWith("set ", StringComparison.Ordinal) && small.Contains("cmds", StringComparison.Ordinal))
                return Verdict.Unknown("'SET CMDSEP' parts several commands on a line", tags);
            if (small.StartsWith('@') || small.StartsWith("start ", StringComparison.Ordinal) || small.StartsWith("host", StringComparison.Ordinal)
                || small.StartsWith('!') || small.StartsWith('#'))
                return Verdict.Unknown($"'{new Argument(line).Shown}' runs a file or program", tags);
            if (small.StartsWith("spool ", StringComparison.Ordinal) && !small.StartsWith("spool off", StringComparison.Ordinal))
                verdict = verdict.And(Verdict.Destructive("'spool' writes a file"));
            else if (small.StartsWith("shutdown", StringComparison.Ordinal) || small.StartsWith("startup", StringComparison.Ordinal)
                || small.StartsWith("recover", StringComparison.Ordinal))
                verdict = verdict.And(Verdict.Disruptive($"'{small.Split(' ')[0]}' stops or starts the database"));
            // Inside a statement such a line is a part of it.
            else if (statements.Count > 0 && !statements[^1].EndsWith(';') && small is not ("/" or "" or "exit" or "quit")) statements.Add(line);
            else if (!Array.Exists(SqlPlusSettings, setting => small.StartsWith(setting, StringComparison.Ordinal)) && small is not ("/" or "")) statements.Add(line);
        }
        return statements.Count == 0 ? verdict : verdict.And(Sql.SqlJudge.Judge(string.Join('\n', statements), other: true));
    }

    /// <summary>rman: one command a line ("Backup and Recovery Reference").</summary>
    static Verdict Rman(Invocation call, Parsed parsed)
    {
        if (parsed.Operands.Any(word => word.Text.StartsWith('@') || word.Text.StartsWith("cmdfile", StringComparison.OrdinalIgnoreCase)))
            return Verdict.Unknown("the commands are in a file");
        if (call.Input is not { Kind: InputKind.Text, Text: { } text })
            return call.Input.Kind == InputKind.Inherited ? Verdict.Read("it opens a session", EffectTags.Interactive) : Verdict.Unknown("it runs what it is fed");
        var verdict = Verdict.Read("it asks for backups");
        foreach (var line in text.Split('\n', ';').Select(line => line.Trim().ToLowerInvariant()).Where(line => line.Length > 0))
        {
            verdict = verdict.And(line.Split(' ')[0] switch
            {
                "list" or "report" or "show" or "exit" or "validate" or "connect" => Verdict.Read("it shows backups"),
                // Oracle, "RESTORE ... VALIDATE", "... PREVIEW", "BACKUP VALIDATE": blocks are read, and nothing is restored or kept.
                "restore" or "backup"
                    when line.Split(' ') is var words
                        && (words[^1] is "validate" or "preview" && words[^2] is not ("tag" or "=") || words is [.., "preview", "summary"] or ["backup", "validate", ..])
                        && !words.Contains("delete") && !line.Contains('#') =>
                    Verdict.Read("it reads backups to see whether they could be restored", EffectTags.Cost),
                "backup" when !line.Contains("delete", StringComparison.Ordinal) => Verdict.Reversible("it makes a backup", EffectTags.Cost),
                "crosscheck" or "catalog" => Verdict.Reversible("it renews the catalogue"),
                "backup" or "restore" or "recover" or "delete" or "duplicate" => Verdict.Destructive($"'{line.Split(' ')[0]}' restores over data, or deletes backups"),
                _ => Verdict.Unknown($"'{new Argument(line).Shown}' is no command that is known"),
            });
        }
        return verdict;
    }

    /// <summary>influx query: what its Flux does.</summary>
    static Verdict Flux(Invocation call, Parsed parsed) =>
        parsed.Has("-f", "--file") || parsed.Operands is not [{ Known: true } text]
            ? Verdict.Unknown("the query is not known") : Queries.FluxQuery.Judge(text.Text) ?? Verdict.Read("it asks nothing");

    /// <summary>Letters on end, whatever stands between them.</summary>
    static List<string> Letters(string text) => [.. text.Split([.. text.Where(letter => !char.IsLetter(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>influx of version 1: <c>-execute TEXT</c>, in a language like SQL.</summary>
    static Verdict InfluxStatement(Invocation call, Parsed parsed)
    {
        if (parsed.Node.Parent is not null) return Neutral;
        var texts = parsed.Values("-execute").ToList();
        return texts.Count > 0
            ? Statements(call, texts, lists: false, other: true)
            : parsed.Operands.Count == 0
            ? Verdict.Read("it opens a session", EffectTags.Interactive)
            : Verdict.Unknown($"'influx {parsed.Operands[0].Shown}' is not known");
    }

    /// <summary>A client whose <c>-c</c> holds a text for a shell on the other side; without one a session opens.</summary>
    static Verdict ScriptText(Invocation call, Parsed parsed)
    {
        var texts = parsed.Values("-c", "--command").ToList();
        if (texts.Count == 0)
            return call.Input.Kind == InputKind.Inherited
                ? Verdict.Read("it opens a session", EffectTags.Interactive) : Verdict.Unknown($"{call.Name} runs what it is fed");
        var verdict = new Verdict(Effect.None, EffectTags.None, "");
        foreach (var text in texts)
            verdict = verdict.And(text.Open
                ? Verdict.Unknown("the text that runs is not known") : CommandJudge.Script(text.Text, call with { Input = new Input(InputKind.Empty) }));
        return verdict;
    }

    /// <summary>runmqsc: one MQSC command a line; a <c>+</c> or <c>-</c> at its end continues it (IBM MQ, "MQSC commands reference").</summary>
    static Verdict QueueManager(Invocation call, Parsed parsed)
    {
        if (call.Input is not { Kind: InputKind.Text, Text: { } text })
            return call.Input.Kind == InputKind.Inherited ? Verdict.Read("it opens a session", EffectTags.Interactive) : Verdict.Unknown("it runs what it is fed");
        var verdict = Verdict.Read("it asks a queue manager");
        var continued = false;
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '*'))
        {
            if (!continued)
            {
                var word = line.Split(' ', '(')[0];
                verdict = verdict.And(word.ToUpperInvariant() switch
                {
                    "DISPLAY" or "DIS" or "PING" or "END" => Verdict.Read($"'{word}' shows"),
                    "START" or "DEFINE" or "DEF" or "RESUME" or "REFRESH" => Verdict.Reversible($"'{word}' starts or adds"),
                    "STOP" or "ALTER" or "ALT" or "SUSPEND" or "SET" or "RESOLVE" or "RECOVER" or "ARCHIVE" => Verdict.Disruptive($"'{word}' changes the queue manager"),
                    "CLEAR" or "DELETE" or "RESET" or "PURGE" or "MOVE" => Verdict.Destructive($"'{word}' deletes messages or objects, or loses their order"),
                    _ => Verdict.Unknown($"'{new Argument(word).Shown}' is no command that is known"),
                });
            }
            continued = line[^1] is '+' or '-';
        }
        return verdict;
    }

    static readonly string[] SaltReads =
        ["test.ping", "test.version", "test.versions_report", "grains.", "status.", "disk.usage", "disk.inodeusage", "disk.percent", "disk.blkid", "service.status",
            "service.get_all", "service.get_running", "service.available", "service.enabled", "pkg.list_pkgs", "pkg.version", "pkg.latest_version", "pkg.list_upgrades",
            "network.interfaces", "network.ip_addrs", "network.netstat", "network.ping", "network.connect", "ps.", "saltutil.running", "saltutil.is_running",
            "state.show_", "sys.doc", "sys.list_", "schedule.list", "mine.get", "match.", "file.stats", "file.file_exists", "file.directory_exists", "file.contains",
            "file.get_hash", "cmd.which", "cmd.has_exec", "cron.list_tab", "user.info", "user.list_users", "mount.active", "mount.fstab", "lowpkg.verify",
            "timezone.get_zone", "ntp.", "kmod.lsmod"];

    static readonly string[] SaltChanges =
        ["ps.kill_pid", "ps.pkill", "grains.set", "grains.setval", "grains.setvals", "grains.append", "grains.remove", "grains.delval", "grains.delkey",
            "ntp.set_servers", "status.proxy_reconnect", "status.master", "status.ping_master"];

    /// <summary>salt TARGET FUNCTION [ARGUMENT ...], and salt-call without the target (docs.saltproject.io, "Execution modules").</summary>
    static Verdict Salt(Invocation call, Parsed parsed)
    {
        var words = call.Name == "salt-call" ? parsed.Operands : parsed.Operands.Skip(1).ToList();
        if (words is not [{ Known: true } function, .. var arguments]) return Verdict.Unknown("the function is not known");
        // docs.saltproject.io, "Compound Command Execution Within Modules": several functions, parted by commas.
        if (words.Any(word => word.Text.Contains(',') && function.Text.Contains(',')) || arguments.Exists(word => word.Text.StartsWith(',')))
            return Verdict.Unknown("it calls several functions");
        if (function.Text is "cmd.run" or "cmd.run_all" or "cmd.run_stdout" or "cmd.shell" or "cmd.retcode")
            return arguments is [{ Open: false } script, .. var settings]
                && settings.All(setting =>
                    setting.Text.StartsWith("runas=", StringComparison.Ordinal) || setting.Text.StartsWith("cwd=", StringComparison.Ordinal)
                        || setting.Text.StartsWith("timeout=", StringComparison.Ordinal))
                && !Firstlook.Effects.Shell.PosixText.IsReadDifferently(script.Text)
                    ? CommandJudge.Script(script.Text, call with { Input = new Input(InputKind.Empty) }) : Verdict.Unknown("what runs on the machines is not known");
        if (Array.Exists(SaltReads, read => read[^1] is '.' or '_' ? function.Text.StartsWith(read, StringComparison.Ordinal) : function.Text == read)
            && !SaltChanges.Contains(function.Text))
            return Verdict.Read($"'{function.Text}' asks machines");
        // docs.saltproject.io, "state.apply": test=True shows what would change.
        if (function.Text is "state.apply" or "state.highstate" or "state.sls" or "state.single" or "state.sls_id"
            && arguments.Any(word => word.Text is "test=True" or "test=true") && arguments.Count(word => word.Text.StartsWith("test=", StringComparison.Ordinal)) == 1
            && arguments.All(word => word.Known))
            return Verdict.Read("'test=True' shows what it would change");
        if (function.Text.StartsWith("pillar.", StringComparison.Ordinal) && function.Text is "pillar.items" or "pillar.get" or "pillar.item" or "pillar.ls")
            return Verdict.Read("it shows settings", EffectTags.Secret);
        if (function.Text is "file.remove" or "pkg.purge" or "pkg.remove" or "file.write" or "file.rename" or "user.delete" or "system.poweroff")
            return Verdict.Destructive($"'{function.Text}' deletes or overwrites");
        return function.Text.Contains('.') ? Verdict.Disruptive($"'{function.Text}' changes machines") : Verdict.Unknown($"'{function.Shown}' is no function that is known");
    }
}
