using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Database clients: what they do is what their statements do.</summary>
internal static partial class Hooks
{
    /// <summary>psql(1): each <c>-c</c> is a text of statements or one backslash command; else standard input is read.</summary>
    static Verdict Psql(Invocation call, Parsed parsed)
    {
        var tags = UserInfo(parsed.Operands.Concat(parsed.Values("-d", "--dbname"))) | (parsed.Operands.Any(word =>
            word.Text.Contains("password=", StringComparison.Ordinal))
            ? EffectTags.Secret : EffectTags.None);
        if (parsed.Values("-d", "--dbname").Concat(parsed.Operands).Any(word => NamesFile().IsMatch(word.Text)))
            return Verdict.Unknown("the connection's settings name files or options", tags);
        // psql puts its variables into what it is fed, as text.
        if (parsed.Has("-v", "--set", "--variable") && call.Input.Kind == InputKind.Text && call.Input.Text!.Contains(':'))
            return Verdict.Unknown("variables of psql become part of the statements", tags);
        foreach (var variable in parsed.Values("-v", "--set", "--variable", "-P", "--pset"))
        {
            if (variable.Text.Contains("pager", StringComparison.OrdinalIgnoreCase) && !variable.Text.EndsWith("off", StringComparison.Ordinal)
                || variable.Text.StartsWith("PROMPT", StringComparison.Ordinal))
                return Verdict.Unknown($"'{variable.Shown}' may run a program", tags);
        }
        return Statements(call, parsed.Values("-c", "--command"), parsed.Has("-l", "--list")).And(tags);
    }

    // libpq, "Parameter Key Words": files that are written or choose what is loaded, engines that a key names, the server's options, what an OAuth client is told, and
    // among the parameters of an address another host, which outranks its own. In an address any letter may
    // be written as %XX.
    [GeneratedRegex(
        @"\b(passfile|servicefile|options|sslkeylogfile|oauth_\w+|gssdelegation)\s*=|"
        + @"\bsslkey\s*=\s*[^\s&/]+:|[?&](host(addr)?=(?!/)|service=)|[?&][^=&%]*%",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NamesFile();

    static Verdict Statements(Invocation call, IEnumerable<Argument> given, bool lists, bool other = false, string? schema = null)
    {
        var texts = given.ToList();
        if (texts.Count == 0)
        {
            if (lists) return Verdict.Read("it lists databases");
            return call.Input switch
            {
                { Kind: InputKind.Text, Text: { } text } => Sql.SqlJudge.Judge(text, other, schema),
                { Kind: InputKind.Inherited } => Verdict.Read("it opens a session", EffectTags.Interactive),
                { Kind: InputKind.Empty } => Verdict.Read("it only connects"),
                { IsDump: true } => Verdict.Destructive("it restores a dump over what is there"),
                _ => Verdict.Unknown("it runs the statements that it is fed"),
            };
        }
        var verdict = Sql.SqlJudge.Judge(texts[0].Text, other, schema);
        foreach (var text in texts.Skip(1)) verdict = verdict.And(Sql.SqlJudge.Judge(text.Text, other, schema));
        return verdict;
    }

    static Verdict Mysql(Invocation call, Parsed parsed)
    {
        var secret = parsed.Values("-p", "--password").Any(value => value.Text.Length > 0 && value.Known) ? EffectTags.Secret : EffectTags.None;
        // mysql(1): the database is an operand, or behind -D.
        var schema = parsed.Values("-D", "--database").Select(value => value.Text).FirstOrDefault() ?? (parsed.Operands.Count > 0 ? parsed.Operands[0].Text : null);
        return Statements(call, parsed.Values("-e", "--execute"), lists: false, other: true, schema).And(secret);
    }

    /// <summary>sqlite3(1): the first operand is the file, the second the statements; dot commands may write or run.</summary>
    static Verdict Sqlite(Invocation call, Parsed parsed)
    {
        var texts = parsed.Operands.Skip(1).ToList();
        if (texts.Any(text => text.Text.TrimStart().StartsWith('.')))
            return texts.All(text =>
                text.Text.TrimStart() is var line
                    && (line is ".dump" or ".fullschema" or ".stats" or ".headers on" or ".mode column" or ".mode csv"
                        || line.StartsWith(".tables", StringComparison.Ordinal) || line.StartsWith(".dump ", StringComparison.Ordinal)
                        || line.StartsWith(".schema", StringComparison.Ordinal) || line.StartsWith(".indexes", StringComparison.Ordinal)
                        || line.StartsWith(".databases", StringComparison.Ordinal) || line is ".dbinfo" or ".show" or ".mode json")
                    && line.AsSpan().IndexOfAny('|', '\n') < 0)
                ? Verdict.Read("it shows the schema") : Verdict.Unknown($"'{texts.First(text => text.Text.TrimStart().StartsWith('.')).Shown}' may write files or run programs");
        return Statements(call, texts, lists: false, other: true);
    }

    static Verdict Clickhouse(Invocation call, Parsed parsed)
    {
        var queries = parsed.Values("-q", "--query").ToList();
        if (queries.Count == 0 && parsed.Operands.Count > 0) return Verdict.Unknown("an operand that is not known");
        return parsed.Node.Path == "clickhouse-local" && queries is [{ Open: false } query] && WithoutFiles(query.Text) is { } asked
            ? Statements(call, [new Argument(asked)], lists: false, other: true).And(query.Text.Split('\'').Any(SecretFiles.Holds) ? EffectTags.Secret : EffectTags.None)
            : Statements(call, queries, lists: false, other: true);
    }

    /// <summary>A statement with a table for each local file that it reads (clickhouse.com/docs, "file Table Function"); null where it is not sure what is a text in it.</summary>
    static string? WithoutFiles(string statement)
    {
        if (statement.AsSpan().ContainsAny(Quoting) || statement.Contains("--", StringComparison.Ordinal) || statement.Contains("/*", StringComparison.Ordinal)) return null;
        return LocalFile().Replace(statement, file => statement.AsSpan(0, file.Index).Count('\'') % 2 == 0 ? file.Groups["from"].Value + "local_file" : file.Value);
    }

    static readonly System.Buffers.SearchValues<char> Quoting = System.Buffers.SearchValues.Create("\"`\\#$");

    [GeneratedRegex(@"(?<from>\b(from|join)\s+)file\(\s*'[\w./*{},-]+'(\s*,\s*(\w+|'[\w ,()]*'))*\s*\)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LocalFile();

    static Verdict Cql(Invocation call, Parsed parsed)
    {
        var texts = call.Words.Index().Where(word => word.Item.Text is "-e" or "--execute" && word.Index + 1 < call.Words.Count).Select(word => call.Words[word.Index + 1])
            .Concat(call.Words.Where(word => word.Text is ['-', 'e', _, ..]).Select(word => new Argument(word.Text[2..])))
            .Concat(call.Words.Where(word => word.Text.StartsWith("--execute=", StringComparison.Ordinal)).Select(word => new Argument(word.Text[10..]))).ToList();
        if (call.Words.Any(word => word.Text is "-f" or "--file")) return Verdict.Unknown("the statements are in a file");
        if (texts.Count == 0)
            return call.Input.Kind == InputKind.Inherited
                ? Verdict.Read("it opens a session", EffectTags.Interactive) : Verdict.Unknown("it runs the statements that it is fed");
        var verdict = Verdict.Read("it asks the database");
        foreach (var text in texts)
        {
            var statements = text.Text;
            statements = statements.TrimStart();
            while (SessionWords.FirstOrDefault(word => statements.TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase)) is not null)
            {
                // Its own commands end with their line.
                var end = statements.AsSpan().IndexOfAny(';', '\n');
                statements = end < 0 ? "" : statements[(end + 1)..];
            }
            if (statements.Trim().Length > 0) verdict = verdict.And(Statements(call, [new Argument(statements)], lists: false, other: true));
        }
        return verdict;
    }

    /// <summary>cqlsh's own commands that show, or set something of the session alone (cassandra.apache.org, "cqlsh special commands").</summary>
    static readonly string[] SessionWords = ["DESCRIBE ", "DESC ", "CONSISTENCY", "SERIAL CONSISTENCY", "TRACING ", "PAGING", "EXPAND ", "SHOW "];

    static readonly HashSet<string> RedisValues =
        new(StringComparer.Ordinal) { "-h", "-p", "-s", "-n", "-u", "-t", "-r", "-i", "-d", "-D", "--user", "--cacert", "--cacertdir", "--cert", "--key", "--sni",
            "--tls-ciphers", "--tls-ciphersuites", "-a", "--pass", "-X" };

    static readonly HashSet<string> RedisFlags =
        new(StringComparer.Ordinal) { "-c", "-2", "-3", "--raw", "--no-raw", "--csv", "--json", "--quoted-json", "--no-auth-warning", "--tls", "--insecure", "-e",
            "--verbose", "--show-pushes", "-4", "-6", "--quoted-input" };

    /// <summary>redis-cli --help: options first, then one command; without a command, a session or standard input.</summary>
    // Asked a thousand times it is a load test, and "-1" never ends.
    static bool IsFewTimes(string times) =>
        int.TryParse(times, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count) && count <= 1_000;

    static Verdict Redis(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands;
        var tags = EffectTags.None;
        var at = 0;
        for (; at < words.Count && words[at].IsOption; at++)
        {
            var option = words[at].Text;
            if (option is "-a" or "--pass" && at + 1 < words.Count && words[at + 1].Known) tags |= EffectTags.Secret;
            if (option == "-u" && at + 1 < words.Count) tags |= UserInfo([words[at + 1]]);
            if (option == "-r" && at + 1 < words.Count && !IsFewTimes(words[at + 1].Text)) tags |= EffectTags.Hang;
            if (option == "-i" && at + 1 < words.Count && Amount(words[at + 1]) > LongestWait) tags |= EffectTags.Hang;
            if (RedisValues.Contains(option)) at++;
            else if (RedisFlags.Contains(option)) continue;
            else return RedisMode(words, at).And(tags);
        }
        if (at < words.Count)
        {
            var command = words[at..];
            if (call.Input.Kind != InputKind.Inherited && command.Any(word => word.Text == "-x")) return Verdict.Unknown("an argument is read from the input", tags);
            return Effects.Redis.RedisJudge.Command(command.ConvertAll(word => word.Text)).And(tags);
        }
        return call.Input switch
        {
            { Kind: InputKind.Text, Text: { } text } => Effects.Redis.RedisJudge.Text(text).And(tags),
            { Kind: InputKind.Inherited } => Verdict.Read("it opens a session", tags | EffectTags.Interactive),
            { Kind: InputKind.Empty } => Verdict.Read("it only connects", tags),
            _ => Verdict.Unknown("it runs the commands that it is fed", tags),
        };
    }

    /// <summary>A client that opens a session where nothing is fed to it, and else runs what it is fed.</summary>
    static Verdict Fed(Invocation call, Parsed parsed) =>
        call.Input.Kind == InputKind.Inherited ? Neutral : Verdict.Unknown($"'{call.Name}' runs the statements that it is fed");

    static readonly HashSet<string> ActingModes = new(StringComparer.Ordinal) { "--rdb", "--functions-rdb", "--cluster", "--replica", "--slave", "--pipe", "--eval", "--lru-test" };

    /// <summary>Modes of redis-cli that take the place of a command; its main() asks some before others, wherever they stand.</summary>
    static Verdict RedisMode(List<Argument> words, int at) =>
        words.Skip(at + 1).FirstOrDefault(word => ActingModes.Contains(word.Text)) is { Text: { Length: > 0 } acting } && !ActingModes.Contains(words[at].Text)
        ? Verdict.Unknown($"'{acting}' comes before '{words[at].Shown}'") : words[at].Text switch
    {
        // redis.io, "Intrinsic latency": so many seconds.
        "--intrinsic-latency" when at + 1 < words.Count && Counts(words[at + 1]) && words[at + 1].Text.All(char.IsAsciiDigit) =>
            Verdict.Read("'--intrinsic-latency' measures the machine"),
        "--latency" or "--latency-history" or "--latency-dist" or "--stat" or "--intrinsic-latency" =>
            Verdict.Read($"'{words[at].Text}' samples until it is stopped", EffectTags.Hang),
        "--bigkeys" or "--memkeys" or "--hotkeys" or "--keystats" => Verdict.Read($"'{words[at].Text}' scans every key", EffectTags.Cost),
        "--scan" or "--pattern" or "--count" =>
            words.Skip(at).All(word => word.Known && word.Text is "--scan" or "--pattern" or "--count" || !word.IsOption)
                ? Verdict.Read("'--scan' walks over every key", EffectTags.Cost) : Verdict.Unlisted("an option of redis-cli is not known"),
        "--version" or "-v" or "--help" => Verdict.Read("it shows its version"),
        // The server saves all it holds for it (redis.io, "Redis CLI", "Remote backups of RDB files").
        "--rdb" or "--functions-rdb" when at + 1 < words.Count && AddedFiles.IsNew(words[at + 1]) && words.Count(word => ActingModes.Contains(word.Text)) == 1 =>
            Verdict.Reversible($"'{words[at].Text}' makes a file that is named by the time", EffectTags.Cost),
        "--rdb" or "--functions-rdb" => Verdict.Destructive("'--rdb' writes a file"),
        // On every node of the cluster.
        "--cluster" when at + 3 < words.Count && words[at + 1].Text == "call" =>
            Effects.Redis.RedisJudge.Command(words[(at + 3)..].FindAll(word => !word.Text.StartsWith("--cluster-", StringComparison.Ordinal))
                .ConvertAll(word => word.Text)),
        "--cluster" =>
            at + 1 < words.Count && words[at + 1].Text is "check" or "info" or "help"
                ? words.Any(word => word.Text.StartsWith("--cluster-fix", StringComparison.Ordinal))
                    ? Verdict.Disruptive("it changes the cluster")
                    : Verdict.Read("it shows the cluster")
                : Verdict.Disruptive("'--cluster' changes the cluster"),
        "--pipe" => Verdict.Unknown("'--pipe' runs what it is fed"),
        "--eval" => Verdict.Unknown("'--eval' runs a script"),
        "--replica" or "--slave" => Verdict.Disruptive("'--replica' makes the server send everything", EffectTags.Hang),
        _ => Verdict.Unlisted($"the option '{words[at].Shown}' of redis-cli is not known"),
    };

    /// <summary>mongosh: statements are JavaScript; those that plainly read are reads.</summary>
    static Verdict Mongo(Invocation call, Parsed parsed)
    {
        // A second operand is a file, whatever it is called.
        if (parsed.Operands.Count > 1 || parsed.Operands.Any(word => word.Text.EndsWith(".js", StringComparison.Ordinal))) return Verdict.Unknown("the statements are in a file");
        var tags = UserInfo(parsed.Operands);
        var texts = parsed.Values("--eval").ToList();
        if (texts.Count == 0)
        {
            return call.Input switch
            {
                { Kind: InputKind.Text, Text: { } fed } => Code.MongoCode.Judge(fed).And(tags),
                { Kind: InputKind.Inherited } => Verdict.Read("it opens a session", tags | EffectTags.Interactive),
                _ => Verdict.Unknown("it runs what it is fed", tags),
            };
        }
        var verdict = Verdict.Read("it asks the database", tags);
        foreach (var text in texts) verdict = verdict.And(Snippet().IsMatch(text.Text) ? Verdict.Unknown("a snippet is code that is loaded") : Code.MongoCode.Judge(text.Text));
        return verdict;
    }

    // mongodb.com, "Snippets": packages of npm, whose code is loaded at every start; what only lists them passes.
    [GeneratedRegex(@"(^|[\n;])\s*snippet\s+(?!(ls|search|help|info)\b)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Snippet();

    /// <summary>A consumer that is named in a group commits offsets; without a group it only looks.</summary>
    static Verdict KafkaConsumer(Invocation call, Parsed parsed)
    {
        bool Has(params string[] options) =>
            parsed.Operands.Any(word => options.Any(option => word.Text == option || word.Text.StartsWith(option + "=", StringComparison.Ordinal)));
        if (call.Name.StartsWith("kafkacat", StringComparison.Ordinal) || call.Name == "kcat")
        {
            if (LibrdkafkaProblem(parsed.Operands, call.Scope.Tools.Network) is { } problem) return Verdict.Unknown(problem);
            var secret = parsed.Operands.Any(word => word.Text.Contains("password=", StringComparison.Ordinal) || word.Text.Contains("secret=", StringComparison.Ordinal))
                ? EffectTags.Secret : EffectTags.None;
            // Flags may stand before it in the same word: -qP.
            var tells = parsed.Operands.Any(word => word.IsOption && word.Text[1..].TrimStart('q', 'v', 'u', 'e', 'E', 'A', 'T', 'J', 'Z', 'O') is ['P' or 'G', ..]);
            if (!tells && parsed.Operands.Any(word => word.Text.StartsWith("-L", StringComparison.Ordinal) || word.Text.StartsWith("-Q", StringComparison.Ordinal)))
                return Verdict.Read("it lists topics", secret);
            // "-Z: Send empty message value as NULL": under a compacted topic's key that deletes.
            if (tells && parsed.Operands.Any(word => word.Text.StartsWith("-Z", StringComparison.Ordinal)))
                return Verdict.Destructive("a message without a value deletes what stands under its key");
            if (tells) return Verdict.Disruptive("it sends or takes messages");
            // Without a mode it takes messages at a terminal, and sends what it is fed elsewhere: nothing, where nothing feeds it.
            // What stands behind the options is a file that a producer sends, and "-l" reads one line by line.
            if (!Has("-C") && (Has("-l") || parsed.Operands.Index().Any(word => word.Index > 0 && !word.Item.IsOption && !TakesNext(parsed.Operands[word.Index - 1]))))
                return Verdict.Disruptive("without '-C' it sends what the file holds");
            if (call.Input.Kind is InputKind.Inherited or InputKind.Empty && !Has("-C") && Has("-t"))
                return Verdict.Read("it shows messages", Has("-e") || Has("-c") ? EffectTags.None : EffectTags.Hang);
            return Has("-C") ? Verdict.Read("it shows messages", Has("-e") || Has("-c") ? EffectTags.None : EffectTags.Hang) : Verdict.Unknown("its mode depends on its input");
        }
        // Its options may be cut short as long as they are one (joptsimple).
        if (parsed.Operands.Any(word => ConsumerActs.Any(start => word.Text.StartsWith(start, StringComparison.Ordinal))))
            return Verdict.Disruptive("a consumer in a group commits offsets or runs code");
        return Verdict.Read("it shows messages", Has("--max-messages", "--timeout-ms") ? EffectTags.None : EffectTags.Hang);
    }

    // kcat(1): options of one letter take what stands behind them, but for these.
    static bool TakesNext(Argument option) => option is { IsOption: true, Text: { Length: 2 } letters } && letters[1]
        is not ('e' or 'q' or 'v' or 'u' or 'J' or 'O' or 'Z' or 'E' or 'T' or 'A');

    // librdkafka, "CONFIGURATION.md": settings that name a command, a library or a server.
    static readonly string[] Loading = ["plugin", "kinit.cmd", "engine.location", ".library."];

    static string? LibrdkafkaProblem(List<Argument> words, OwnNetwork network)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var text = words[at].Text;
            if (Array.Exists(Loading, name => text.Contains(name, StringComparison.Ordinal))) return "a setting runs or loads code";
            var value = text.Length > 2 ? text[2..] : at + 1 < words.Count ? words[at + 1].Text : "";
            if (text.StartsWith("-F", StringComparison.Ordinal) && OpenFolders.Has(value)) return "its settings lie where anybody may write";
            if (text.IndexOf(".url=", StringComparison.Ordinal) is > 0 and var url && UnlistedValues.LeadsAway(text[(url + 5)..], network))
                return "a secret goes to another network";
            if (text.StartsWith("-b", StringComparison.Ordinal) && words.Any(word => word.Text.Contains("password=", StringComparison.Ordinal))
                && UnlistedValues.LeadsAway(value, network)) return "a password goes to another network";
        }

        return null;
    }

    /// <summary>Beginnings of <c>--group</c>, <c>--consumer-property</c>, <c>--consumer.config</c>, <c>--command-*</c> and <c>--formatter*</c>.</summary>
    static readonly string[] ConsumerActs = ["--g", "--co", "--fo"];

    /// <summary>Apache Kafka, "ReassignPartitionsCommand": what is verified has its throttles removed once it is done, unless <c>--preserve-throttles</c> stands
    /// beside it.</summary>
    static Verdict KafkaVerify(Invocation call, Parsed parsed) =>
        parsed.Has("--execute", "--cancel", "--additional") || !parsed.Has("--verify", "--generate", "--list") ? Verdict.Disruptive("it moves partitions")
        : !parsed.Has("--verify") ? Verdict.Read("it shows the plan")
        : parsed.Has("--preserve-throttles") ? Verdict.Read("it shows how far the plan is") : Verdict.Reversible("'--verify' also removes throttles");

    static Verdict KafkaReads(Invocation call, Parsed parsed)
    {
        if (parsed.Operands.Any(word => word.Text is "add-controller" or "remove-controller")) return Verdict.Disruptive("it changes which controllers there are");
        if (!call.Name.EndsWith("kafka-run-class.sh", StringComparison.Ordinal) && !call.Name.EndsWith("kafka-run-class", StringComparison.Ordinal))
            return Verdict.Read("it shows the cluster's state");
        return parsed.Operands is [{ Text: "kafka.tools.GetOffsetShell" or "org.apache.kafka.tools.GetOffsetShell" }, ..]
            ? Verdict.Read("it shows offsets") : Verdict.Unknown("it runs a class");
    }
}
