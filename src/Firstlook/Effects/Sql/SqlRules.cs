namespace Firstlook.Effects.Sql;

/// <summary>What one statement does, by its first words, then by every function and clause in it (PostgreSQL 15, part VI; MySQL 8, chapter 13).</summary>
internal static partial class SqlRules
{
    public static Verdict Judge(List<SqlToken> tokens)
    {
        if (tokens.Count == 0) return Verdict.Read("an empty statement");
        if (tokens.Any(token => token.Kind == SqlKind.Meta)) return Verdict.Unknown("a backslash inside a statement");
        if (ServerPaths.Problem(tokens) is { } path) return Verdict.Unknown(path);
        var at = 0;
        while (at < tokens.Count && tokens[at].Is("(")) at++;
        if (at == tokens.Count) return Verdict.Unknown("no statement that is known");
        return tokens[at].Kind switch
        {
            SqlKind.Placeholder or SqlKind.Hole => Verdict.Unknown($"'{tokens[at].Text}' stands for the whole statement"),
            SqlKind.Word => Verb(tokens, at),
            _ => Verdict.Unknown($"a statement does not begin with '{tokens[at].Text}'"),
        };
    }

    static string Word(List<SqlToken> tokens, int at) => at < tokens.Count && tokens[at].Kind == SqlKind.Word ? tokens[at].Text : "";

    static bool Any(List<SqlToken> tokens, params ReadOnlySpan<string> words)
    {
        foreach (var token in tokens)
        {
            if (token.Kind == SqlKind.Word && words.Contains(token.Text)) return true;
        }
        return false;
    }

    static Verdict Verb(List<SqlToken> tokens, int at)
    {
        var verb = tokens[at].Text;
        var next = Word(tokens, at + 1);
        switch (verb)
        {
            case "select" or "values" or "table" or "from":
                return Query(tokens, at);
            case "with":
                return With(tokens, at);
            case "explain" or "desc" or "describe":
                return Explain(tokens, at);
            // docs.pingcap.com, "ADMIN SHOW DDL [JOBS|JOB QUERIES]", "ADMIN".
            case "admin" when next is "show" && Word(tokens, at + 2) is "ddl" or "slow" or "telemetry" || next is "check" && Word(tokens, at + 2) is "table" or "index":
                return Inside(tokens, at + 1).And(Verdict.Read("ADMIN shows what is going on", next is "check" ? EffectTags.Cost : EffectTags.None));
            case "xa" when next is "recover": return Verdict.Read("XA RECOVER lists prepared transactions");
            case "consistency"
                when tokens.Count <= at + 2
                    && (next is "" or "any" or "one" or "two" or "three" or "quorum" or "all" or "local_quorum" or "each_quorum" or "local_one" or "serial"
                        or "local_serial"):
                return Verdict.Read("it is a setting of this session of cqlsh");
            // cassandra.apache.org, "LIST ROLES", "LIST USERS"
            case "list" when next is "roles" or "users" && (tokens.Count == at + 2 || tokens.Count == at + 4 && Word(tokens, at + 2) is "of"):
                return Verdict.Read("LIST shows roles");
            case "tracing" or "paging" when tokens.Count == at + 2 && next is "on" or "off": return Verdict.Read("it is a setting of this session of cqlsh");
            // cockroachlabs.com, "SHOW TRACE" of 2.0: the statement behind FOR runs.
            case "show" when Any(tokens, "trace") && Any(tokens, "for") && !Any(tokens, "session"): return Verdict.Unknown("SHOW TRACE FOR runs the statement behind it");
            case "show":
                return Following.Judge(tokens, at).And(Inside(tokens, at + 1)).And(QuerySettings.Judge(tokens)).And(Verdict.Read("SHOW shows state"));
            case "help" when tokens.Count == at + 2 && tokens[at + 1].Kind is SqlKind.String or SqlKind.Word: return Verdict.Read("HELP shows help");
            case "exit" or "quit" when tokens.Count == at + 1: return Verdict.Read("it ends the session");
            case "use":
                return Following.IsChoice(tokens, at) ? Verdict.Read("USE chooses a database for the session") : Verdict.Unknown("USE is followed by another statement");
            case "begin" or "commit" or "rollback" or "end" or "abort" or "savepoint" or "release" or "start":
                return next is "slave" or "replica" or "group_replication" ? Verdict.Disruptive($"{verb.ToUpperInvariant()} {next.ToUpperInvariant()} changes replication")
                    : next is "prepared" ? Verdict.Disruptive("it ends a prepared transaction")
                    : verb is "start" && next is not "transaction" ? Verdict.Unknown("START of something that is not known")
                    : Any(tokens, "write") ? Verdict.Unknown("a transaction that may write")
                    : !IsBound(tokens, at)
                        ? Verdict.Unknown($"{verb.ToUpperInvariant()} is followed by more than a transaction's bounds") : Verdict.Read("it marks a transaction's bounds");
            case "set": return Following.Judge(tokens, at).And(Setting(tokens, at));
            case "reset":
                return next is "master" or "slave" or "replica" or "binary"
                    ? Verdict.Destructive($"RESET {next.ToUpperInvariant()} deletes logs")
                    : Settings.Contains(next) || next == "all"
                    ? Verdict.Read("it resets a setting of the session")
                    : Verdict.Unknown("RESET of a setting that is not known");
            case "update" when RenewsStatistics(tokens, at):
                return Following.Judge(tokens, at).And(Verdict.Reversible("UPDATE STATISTICS renews statistics", EffectTags.Cost));
            case "delete" or "update" or "truncate" or "drop" or "merge" or "replace":
                return Verdict.Destructive($"{verb.ToUpperInvariant()} overwrites or deletes data");
            case "insert" when next is "overwrite": return Verdict.Destructive("INSERT OVERWRITE replaces what was there");
            case "insert" or "upsert":
                return (Any(tokens, "do") && Any(tokens, "update") || Any(tokens, "duplicate") || verb == "upsert" || next is "or" && Word(tokens, at + 2) is "replace"
                    ? Verdict.Destructive("an insert that also overwrites rows") : Verdict.Reversible("INSERT adds rows"))
                    .And(Inside(tokens, at + 1));
            // cockroachlabs.com/docs, "CANCEL QUERY", "CANCEL SESSION", "CANCEL JOB".
            case "cancel" when next is "query" or "queries" or "session" or "sessions" or "job" or "jobs":
                return Verdict.Disruptive($"CANCEL {next.ToUpperInvariant()} ends work that is under way").And(Inside(tokens, at + 1));
            case "create": return Create(tokens, at);
            case "alter": return Alter(tokens, at);
            case "kill" when at + 4 == tokens.Count && Word(tokens, at + 2) is "with" && Word(tokens, at + 3) is "statusonly":
                return Verdict.Read("KILL WITH STATUSONLY shows how far a rollback is");
            // ClickHouse: TEST shows what would be ended; after a value, so that it is no name that is compared with.
            case "kill" when next is "query" or "mutation" && tokens[^1].Is("test") && tokens[^2].Kind is SqlKind.String or SqlKind.Number:
                return Verdict.Read($"KILL {next.ToUpperInvariant()} ... TEST shows what it would end");
            case "optimize" when Any(tokens, "deduplicate"): return Verdict.Destructive("OPTIMIZE ... DEDUPLICATE removes rows");
            case "grant" or "revoke" or "reassign" or "security" or "rename" or "notify" or "kill" or "flush" or "optimize" or "repair" or "checkpoint" or "cluster"
                or "lock" or "stop" or "change" or "install" or "uninstall":
                return Verdict.Disruptive($"{verb.ToUpperInvariant()} interrupts work or changes the server");
            case "purge": return Verdict.Destructive("PURGE deletes logs");
            case "comment" or "unlisten" or "unlock" or "discard" or "deallocate" or "import":
                return Verdict.Reversible($"{verb.ToUpperInvariant()} changes a small thing");
            case "vacuum":
                // Delta Lake and its kin delete the files of earlier versions.
                return Any(tokens, "retain") && !(tokens[^1].Is("run") && tokens[^2].Is("dry") && Following.Judge(tokens, at).Effect == Effect.None)
                    ? Verdict.Destructive("VACUUM ... RETAIN deletes what earlier versions hold")
                    : tokens.Count > at + 3 && tokens[^1].Is("run") && tokens[^2].Is("dry")
                    ? Verdict.Read("VACUUM ... DRY RUN lists the files that would go").And(Following.Judge(tokens, at))
                    : Any(tokens, "full")
                    ? Verdict.Disruptive("VACUUM FULL locks the table")
                    : Verdict.Reversible("VACUUM works through the table", EffectTags.Cost);
            case "analyze" or "analyse":
                // MariaDB runs the statement that follows.
                return next is "select" or "delete" or "update" or "insert" or "replace" or "with" || next is "format"
                    ? Wrapped(tokens[(next is "format" ? Math.Min(at + 4, tokens.Count) : at + 1)..]).And(Verdict.Read("ANALYZE runs the statement", EffectTags.Cost))
                    : Verdict.Reversible("ANALYZE renews statistics", EffectTags.Cost);
            case "reindex" or "refresh":
                return Any(tokens, "concurrently")
                    ? Verdict.Reversible($"{verb.ToUpperInvariant()} CONCURRENTLY rebuilds beside", EffectTags.Cost)
                    : Verdict.Disruptive($"{verb.ToUpperInvariant()} locks the table");
            case "copy": return Copy(tokens, at);
            case "listen" or "fetch" or "close" or "move":
                return Following.IsOfCursor(tokens, at)
                    ? Verdict.Read($"{verb.ToUpperInvariant()} concerns the session alone")
                    : Verdict.Unknown($"{verb.ToUpperInvariant()} is followed by another statement");
            case "declare" when Declarations.AreOfVariables(tokens, at):
                return Query(tokens, at).And(Verdict.Read("DECLARE sets variables of the session alone"));
            case "declare":
                var query = tokens.FindIndex(at, token => token.Is("for"));
                return query < 0 || query + 1 >= tokens.Count || Wraps(tokens, query + 1) ? Verdict.Unknown("a cursor without a query") : Verb(tokens, query + 1);
            case "prepare":
                if (next == "transaction") return Verdict.Disruptive("PREPARE TRANSACTION keeps locks");
                var body = tokens.FindIndex(at, token => token.Is("as"));
                return body < 0 || body + 1 >= tokens.Count ? Verdict.Unknown("PREPARE of a text") : Wrapped(tokens[(body + 1)..]).And(Verdict.Read("PREPARE only parses"));
            case "pragma": return Pragma(tokens, at);
            case "checksum" when next is "table": return Following.Judge(tokens, at).And(Verdict.Read("CHECKSUM TABLE reads the table", EffectTags.Cost));
            case "pause" or "suspend" or "reconnect" or "shutdown" or "startup" or "wait_close":
                return Verdict.Disruptive($"{verb.ToUpperInvariant()} interrupts the server's clients");
            case "resume" or "reload" or "undrop":
                return Verdict.Reversible($"{verb.ToUpperInvariant()} changes the server's state");
            case "load" or "save" when next is "mysql" or "pgsql" or "admin" or "proxysql" or "scheduler" && Any(tokens, "to", "from"):
                // ProxySQL's own settings, between memory, disk and what runs.
                return verb == "save" ? Verdict.Reversible("SAVE keeps the proxy's settings") : Verdict.Disruptive("LOAD changes how the proxy works");
            case "exec" or "execute" or "call": return Procedures.Judge(tokens, at);
            case "dbcc": return Procedures.Dbcc(tokens, at);
            case "system": return Procedures.System(tokens, at);
            case "backup" when tokens.Exists(token => token.Kind == SqlKind.String && token.Text.Trim('\'').Equals("nul", StringComparison.OrdinalIgnoreCase)):
                return Verdict.Destructive("a backup to NUL is thrown away, and with it what the log held");
            // SAP HANA, "BACKUP CATALOG DELETE": the backups go with their entries.
            case "backup" when Any(tokens, "delete"): return Verdict.Destructive("BACKUP ... DELETE deletes earlier backups");
            // Transact-SQL, "BACKUP", "Media set options": what the medium held is overwritten.
            case "backup" when Any(tokens, "init", "format"): return Verdict.Destructive("a backup WITH INIT or FORMAT overwrites earlier ones");
            case "backup": return Verdict.Reversible(next is "log" ? "BACKUP LOG lets the log's space be used again" : "BACKUP writes a copy of the database", EffectTags.Cost);
            case "restore":
                return next is "headeronly" or "filelistonly" or "labelonly" or "verifyonly" && !Any(tokens, "select", "exec", "execute", "loadhistory")
                    && Following.Judge(tokens, at).Effect != Effect.Unknown
                    ? Verdict.Read($"RESTORE {next.ToUpperInvariant()} looks into a backup") : Verdict.Destructive("RESTORE writes over a database");
            case "load": return Verdict.Destructive("LOAD reads a file into a table, or code into the server");
            // clickhouse.com/docs, "DETACH", "ATTACH": the data stays, and is taken up again.
            case "detach" when next is "table" or "view" or "dictionary":
                return Verdict.Disruptive($"DETACH {next.ToUpperInvariant()} has the server forget it, and keeps the data");
            case "attach" when next is "table" && IsNamedAlone(tokens, at + 2): return Verdict.Reversible("ATTACH TABLE has the server take up a table again");
            case "attach" or "do" or "handler":
                return Verdict.Unknown($"{verb.ToUpperInvariant()} runs what its body says");
            default: return Verdict.Unknown($"'{verb}' begins no statement that is known");
        }
    }

    /// <summary>A name, perhaps with what it belongs to and the cluster, and nothing else: no columns, engine or path.</summary>
    static bool IsNamedAlone(List<SqlToken> tokens, int at)
    {
        if (Word(tokens, at) is "if" && Word(tokens, at + 1) is "not" && Word(tokens, at + 2) is "exists") at += 3;
        at++;
        if (at + 1 < tokens.Count && tokens[at].Is(".")) at += 2;
        return at == tokens.Count || at + 3 == tokens.Count && Word(tokens, at) is "on" && Word(tokens, at + 1) is "cluster";
    }

    static readonly System.Collections.Frozen.FrozenSet<string> BoundWords =
        System.Collections.Frozen.FrozenSet.ToFrozenSet(["transaction", "tran", "work", "isolation", "level", "read", "only", "serializable", "repeatable", "committed",
            "uncommitted", "snapshot", "consistent", "with", "not", "deferrable", "deferred", "and", "no", "chain", "to", "savepoint", "release"]);

    /// <summary>A word of <c>BEGIN READ ONLY</c>, <c>START TRANSACTION</c> and their like.</summary>
    public static bool IsBoundWord(SqlToken token) => token.Kind == SqlKind.Word && BoundWords.Contains(token.Text);

    /// <summary><c>BEGIN READ ONLY</c>, <c>ROLLBACK TO x</c>: words of transactions alone, and at most one name. A block of code begins with the same word.</summary>
    static bool IsBound(List<SqlToken> tokens, int at)
    {
        var names = 0;
        for (var i = at + 1; i < tokens.Count; i++)
        {
            if (tokens[i].Is(",") || tokens[i].Kind == SqlKind.Word && BoundWords.Contains(tokens[i].Text)) continue;
            if (tokens[i].Kind is not (SqlKind.Word or SqlKind.Quoted) || tokens[at].Is("begin") || tokens[at].Is("start") || tokens[at].Is("end") || names++ > 0) return false;
        }
        return true;
    }

    static Verdict Query(List<SqlToken> tokens, int at) =>
        Transformed(tokens).And(Following.Judge(tokens, at)).And(Inside(tokens, at)).And(Emptied(tokens)).And(QuerySettings.Judge(tokens)).And(Verdict.Read("SELECT reads"));

    /// <summary><c>MAP a USING 'program'</c> hands rows to a program on each node (Hive and Spark, "Transform").</summary>
    static Verdict Transformed(List<SqlToken> tokens) =>
        tokens.Index().Any(token => token.Item.Is("using") && token.Index + 1 < tokens.Count && tokens[token.Index + 1].Kind == SqlKind.String)
            ? Verdict.Unknown("USING with a text runs a program") : new Verdict(Effect.None, EffectTags.None, "");

    /// <summary>Tables whose counters are set back once they were read (proxysql.com, "STATS (statistics)"; MySQL, "INNODB_CMP and INNODB_CMP_RESET Tables").</summary>
    static Verdict Emptied(List<SqlToken> tokens)
    {
        var at = tokens.FindIndex(token =>
            token.Kind is SqlKind.Word or SqlKind.Quoted
                && (token.Text.StartsWith("stats_", StringComparison.OrdinalIgnoreCase) || token.Text.StartsWith("innodb_cmp", StringComparison.OrdinalIgnoreCase))
                // A column of PostgreSQL's statistics is called stats_reset.
                && token.Text.Length > "stats_reset".Length && token.Text.EndsWith("_reset", StringComparison.OrdinalIgnoreCase));
        return at < 0 ? new Verdict(Effect.None, EffectTags.None, "") : Verdict.Reversible($"reading {tokens[at].Text} sets its counters to nought");
    }

    /// <summary>A WITH statement does what its parts and its main verb do.</summary>
    static Verdict With(List<SqlToken> tokens, int at)
    {
        var open = 0;
        for (var i = at + 1; i < tokens.Count; i++)
        {
            if (tokens[i].Is("(")) open++;
            else if (tokens[i].Is(")")) open--;
            else if (open == 0 && tokens[i].Kind == SqlKind.Word && tokens[i].Text is "select" or "values" or "table" or "insert" or "update" or "delete" or "merge")
                return Verb(tokens, i).And(Inside(tokens, at + 1));
        }
        return Verdict.Unknown("a WITH without its statement");
    }

    static Verdict Explain(List<SqlToken> tokens, int at)
    {
        var i = at + 1;
        // clickhouse.com/docs, "INTO OUTFILE": the client writes what is planned or described as well.
        if (tokens.FindIndex(i, token => token.Kind == SqlKind.Word && token.Text is "outfile" or "dumpfile") is > 0 and var file && Word(tokens, file - 1) == "into")
            return Verdict.Destructive("INTO OUTFILE writes a file");
        var analyzes = false;
        // Oracle, "EXPLAIN PLAN": the plan is inserted into a table.
        if (Word(tokens, i) == "plan" && Word(tokens, i + 1) is "for" or "set" or "into") return Verdict.Reversible("EXPLAIN PLAN adds rows to a table");
        // ibm.com/docs/db2, "EXPLAIN statement": the plan is inserted into the explain tables.
        if (Word(tokens, i) == "all" && Word(tokens, i + 1) is "for" or "set" or "with" || Word(tokens, i) == "plan" && Word(tokens, i + 1) is "selection" or "with")
            return Verdict.Reversible("EXPLAIN of Db2 adds rows to its tables");
        if (i < tokens.Count && tokens[i].Is("("))
        {
            for (; i < tokens.Count && !tokens[i].Is(")"); i++)
            {
                if (tokens[i].Text is "analyze" or "analyse" && Word(tokens, i + 1) is not ("false" or "off")) analyzes = true;
            }
            i++;
        }
        while (Word(tokens, i) is "analyze" or "analyse" or "verbose" or "buffers" or "extended" or "partitions" or "format" or "query" or "plan" or "pipeline"
            || (i < tokens.Count && tokens[i].Is("=")) || Word(tokens, i) is "tree" or "json" or "traditional" or "yaml" or "xml")
        {
            if (tokens[i].Text is "analyze" or "analyse") analyzes = true;
            i++;
        }
        if (i >= tokens.Count) return Verdict.Unknown("EXPLAIN without a statement");
        // Hive, "EXPLAIN REOPTIMIZATION": it runs the statement, and plans again by what it learnt.
        if (Word(tokens, i) == "reoptimization" && i + 1 < tokens.Count)
        {
            analyzes = true;
            i++;
        }

        if (!analyzes)
        {
            if (tokens[i].Kind is SqlKind.Placeholder or SqlKind.Hole) return Verdict.Unknown($"'{tokens[i].Text}' stands for the whole statement");
            // A file in place of a table is opened to learn its columns.
            for (var source = i; source < tokens.Count; source++)
            {
                if (Sources.Problem(tokens, source) is { } opened) return Verdict.Unknown(opened);
            }

            return Functions(tokens, i, Verdict.Read("EXPLAIN only plans"));
        }
        var inner = Wrapped(tokens[i..]);
        return inner.Effect == Effect.Read ? inner.And(EffectTags.Cost) with { Why = "EXPLAIN ANALYZE runs the query" } : inner;
    }

    static Verdict Create(List<SqlToken> tokens, int at)
    {
        if (Word(tokens, at + 1) == "or" && Word(tokens, at + 3) is "table" or "transient" or "external")
            return Verdict.Destructive("CREATE OR REPLACE TABLE drops the table that was there");
        if (Word(tokens, at + 1) == "or") return Verdict.Disruptive("CREATE OR REPLACE overwrites a definition");
        if (Any(tokens, "trigger", "rule", "extension", "subscription", "publication", "event", "policy"))
            return Verdict.Disruptive("CREATE of this kind changes how the database works");
        if (Any(tokens, "index") && !Any(tokens, "table"))
            return Any(tokens, "concurrently")
                ? Verdict.Reversible("CREATE INDEX adds an index", EffectTags.Cost) : Verdict.Reversible("CREATE INDEX adds an index; writes wait", EffectTags.Cost);
        return Verdict.Reversible("CREATE adds an object");
    }

    static Verdict Copy(List<SqlToken> tokens, int at)
    {
        // docs.snowflake.com, "COPY INTO": with a validation mode the files are read, and nothing is loaded.
        if (Word(tokens, at + 1) is "into" && tokens.FindIndex(token => token.Is("validation_mode")) is > 0 and var mode
            && tokens.Take(mode).Sum(token => token.Is("(") ? 1 : token.Is(")") ? -1 : 0) == 0 && mode + 2 < tokens.Count && tokens[mode + 1].Is("=")
            && tokens[mode + 2].Text.StartsWith("return_", StringComparison.OrdinalIgnoreCase))
            return Inside(tokens, mode).And(Verdict.Read("COPY INTO with a validation mode loads nothing", EffectTags.Cost));
        if (Any(tokens, "program")) return Verdict.Destructive("COPY ... PROGRAM runs a program on the server");
        if (Destination(tokens) is >= 0 and var to)
            return Word(tokens, to + 1) == "stdout"
                ? Inside(tokens, at + 1).And(Verdict.Read("COPY TO STDOUT prints rows", EffectTags.Cost)) : Verdict.Destructive("COPY TO writes a file on the server");
        return Verdict.Destructive("COPY FROM loads rows");
    }

    /// <summary>The TO of COPY itself: outside parentheses, and no column's name.</summary>
    static int Destination(List<SqlToken> tokens)
    {
        for (var (i, open) = (0, 0); i < tokens.Count; i++)
        {
            if (tokens[i].Is("(")) open++;
            else if (tokens[i].Is(")")) open--;
            else if (open == 0 && tokens[i].Is("to") && !(i > 0 && tokens[i - 1].Is("."))) return i;
        }

        return -1;
    }

    /// <summary>Every clause and function from a place on, whatever statement they stand in.</summary>
    static Verdict Inside(List<SqlToken> tokens, int from)
    {
        var verdict = new Verdict(Effect.None, EffectTags.None, "");
        for (var i = from; i < tokens.Count; i++)
        {
            if (Sources.Problem(tokens, i) is { } source) verdict = verdict.And(Verdict.Unknown(source));
            if (tokens[i].Kind != SqlKind.Word) continue;
            var text = tokens[i].Text;
            var previous = i > 0 ? tokens[i - 1] : default;
            var next = Word(tokens, i + 1);
            if (text is "delete" or "update" or "insert" or "merge" or "truncate" && previous.Is("(") && i + 1 < tokens.Count && tokens[i + 1].Kind is not SqlKind.Symbol)
                verdict = verdict.And(text is "insert"
                    ? Verdict.Reversible("INSERT inside adds rows") : Verdict.Destructive($"{text.ToUpperInvariant()} inside overwrites or deletes data"));
            else if (text == "into" && !tokens[0].Is("insert"))
                verdict = verdict.And(next is "outfile" or "dumpfile"
                    ? Verdict.Destructive($"INTO {next.ToUpperInvariant()} writes a file on the server") : Verdict.Reversible("SELECT INTO makes a table"));
            else if (text == "for" && next is "update" or "share" or "no" or "key")
                verdict = verdict.And(Verdict.Disruptive($"FOR {next.ToUpperInvariant()} locks rows"));
            else if (text is "tablockx" or "xlock" or "updlock" or "holdlock" or "tablock" or "serializable" or "repeatableread")
                verdict = verdict.And(Verdict.Disruptive($"{text.ToUpperInvariant()} keeps others from what is read"));
            else if (text == "next" && next == "value" && Word(tokens, i + 2) == "for" || text == "nextval" && (previous.Is(".") || next == "for"))
                verdict = verdict.And(Verdict.Disruptive("a sequence's number is used up"));
            else if (text == "keep" && next is "update" or "exclusive" or "share") verdict = verdict.And(Verdict.Disruptive("it keeps locks on what is read"));
            // ibm.com/docs/db2, "isolation-clause"; firebirdsql.org, "WITH LOCK"; help.sap.com, SAP HANA, "FOR UPDATE".
            else if (text == "with" && (next == "rr" || next == "rs" || next == "lock") && !(i + 2 < tokens.Count && tokens[i + 2].Text is "as" or "(")
                || text == "for" && next is "exclusive" or "shared" && Word(tokens, i + 2) == "lock")
                verdict = verdict.And(Verdict.Disruptive($"{text.ToUpperInvariant()} {next.ToUpperInvariant()} keeps locks on what is read"));
            else if (text == "lock" && next == "in") verdict = verdict.And(Verdict.Disruptive("LOCK IN SHARE MODE locks rows"));
        }
        return Functions(tokens, from, verdict).And(BareFunctions.Judge(tokens));
    }
}
