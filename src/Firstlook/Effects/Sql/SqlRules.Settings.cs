namespace Firstlook.Effects.Sql;

/// <summary>SET, PRAGMA and their like: which of them concern the session alone.</summary>
internal static partial class SqlRules
{
    /// <summary>Settings that concern the session alone and change no result's meaning.</summary>
    static readonly HashSet<string> Settings = new(StringComparer.Ordinal)
    {
        "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "work_mem", "timezone", "time", "application_name", "client_min_messages",
            "datestyle", "intervalstyle", "extra_float_digits", "enable_seqscan", "enable_indexscan", "enable_hashjoin", "enable_nestloop", "enable_mergejoin",
            "enable_bitmapscan",
        "max_parallel_workers_per_gather", "random_page_cost", "jit", "names", "client_encoding", "track_io_timing", "max_execution_time",
    };

    /// <summary>Switches of one session that are set without a sign between (Transact-SQL, "SET statements"); the whole statement is that.</summary>
    static bool IsSwitch(List<SqlToken> tokens, int at) =>
        Word(tokens, at) is "nocount" or "rowcount" or "statistics" or "lock_timeout" or "xact_abort" or "ansi_nulls" or "ansi_warnings" or "quoted_identifier"
            or "arithabort" or "deadlock_priority" or "datefirst" or "showplan_all" or "showplan_text" or "showplan_xml"
        && tokens.Count <= at + 6 && tokens.Count > at + 1
            && tokens.Skip(at + 1)
                .All(token =>
                    token.Kind == SqlKind.Number || token.Is(",")
                        || token.Text is "on" or "off" or "io" or "time" or "xml" or "profile" or "low" or "normal" or "high" or "-");

    /// <summary>What SQL*Plus sets for the screen alone ("SQL*Plus Command Reference", SET).</summary>
    static readonly System.Collections.Frozen.FrozenSet<string> OfSqlPlus =
        System.Collections.Frozen.FrozenSet.Create(StringComparer.Ordinal, "linesize", "lines", "lin", "pagesize", "pages", "heading", "head", "feedback", "feed",
            "trimspool", "trims", "trimout", "long", "longchunksize", "wrap", "verify", "numwidth", "newpage", "tab", "termout", "echo", "timing");

    /// <summary>Such a setting, which ends with its line and needs no semicolon.</summary>
    public static bool IsOfScreen(string text, List<SqlToken> tokens, int at) =>
        tokens.Count > at + 3 && tokens[at].Is("set") && OfSqlPlus.Contains(Word(tokens, at + 1)) && tokens[at + 2].Kind is SqlKind.Number or SqlKind.Word
            && text.IndexOf('\n', tokens[at].Start) is >= 0 and var end && end >= tokens[at + 2].End && end < tokens[at + 3].Start;

    /// <summary><c>UPDATE STATISTICS dbo.Item WITH FULLSCAN</c>: a table, and how it is looked through (Transact-SQL, "UPDATE STATISTICS"). A table may have
    /// that name, too.</summary>
    public static bool RenewsStatistics(List<SqlToken> tokens, int at) =>
        tokens.Count > at + 2 && tokens[at].Is("update") && tokens[at + 1].Is("statistics") && tokens[at + 2].Kind is SqlKind.Word or SqlKind.Quoted
            && !tokens.Exists(token => token.Text is "set" or "=" or "select");

    static Verdict Setting(List<SqlToken> tokens, int at)
    {
        var i = at + 1;
        if (Word(tokens, i) is "session" or "local") i++;
        if (Any(tokens, "sql_slave_skip_counter", "sql_replica_skip_counter")) return Verdict.Destructive("a replica that skips an event differs from its source from then on");
        if (Any(tokens, "global", "persist", "persist_only")) return Verdict.Disruptive("SET GLOBAL changes the server");
        // MySQL sets several at once.
        if (tokens.FindIndex(token => token.Is(",")) is >= 0 and var further && tokens.FindIndex(further, token => token.Is("=")) >= 0)
            return Verdict.Unknown("SET of several settings");
        if (tokens.Count == i + 2 && OfSqlPlus.Contains(Word(tokens, i)) && tokens[i + 1].Kind is SqlKind.Number or SqlKind.Word)
            return Verdict.Read("it sets how results are shown");
        if (IsSwitch(tokens, i)) return Verdict.Read("it sets something of the session alone");
        // MySQL, "User-Defined Variables"; T-SQL, "SET @local_variable": of this session, and what stands behind is judged as in any statement.
        if (i + 3 < tokens.Count && tokens[i].Is("@") && tokens[i + 1].Kind == SqlKind.Word && (tokens[i + 2].Is("=") || tokens[i + 2].Is(":") && tokens[i + 3].Is("=")))
            return Inside(tokens, i + 2).And(Verdict.Read("it sets a variable of the session"));
        var name = Word(tokens, i);
        if (name == "transaction" && !Any(tokens, "write") && tokens.Skip(i + 1).All(token => token.Is(",") || token.Kind == SqlKind.String || IsBoundWord(token)))
            return Verdict.Read("it sets the transaction's mode");
        if (name is "default_transaction_read_only" or "transaction_read_only" or "transaction" or "characteristics" && !(tokens[^1].Text is "on" or "only" or "true"))
            return Verdict.Disruptive($"SET {name} lifts a safety");
        return Settings.Contains(name)
            ? Inside(tokens, i + 1).And(Verdict.Read("it sets something of the session alone")).And(Lifted(name, tokens[Math.Min(i + 1, tokens.Count)..]))
            : Verdict.Unknown($"SET {name} is not known to be harmless");
    }

    /// <summary>As much memory as each sort of a session may take is no matter up to this.</summary>
    const double MostMemory = 4.0 * 1024 * 1024;

    /// <summary>A limit that is taken away for what follows: none on time (PostgreSQL, "statement_timeout"; MySQL, "max_execution_time"), or much memory for each sort.</summary>
    static EffectTags Lifted(string name, List<SqlToken> values)
    {
        if (values.Find(token => token.Kind is SqlKind.Number or SqlKind.String) is not { Text: { } text } || Size().Match(text.Trim('\'', ' ')) is not { Success: true } size)
            return EffectTags.None;
        var number = double.Parse(size.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture);
        if (name is "statement_timeout" or "max_execution_time" or "lock_timeout" or "idle_in_transaction_session_timeout") return number == 0 ? EffectTags.Hang : EffectTags.None;
        var kilobytes = number * size.Groups["unit"].Value.ToLowerInvariant() switch { "mb" => 1024, "gb" => 1024 * 1024, "tb" => 1024.0 * 1024 * 1024, _ => 1 };
        return name == "work_mem" && kilobytes > MostMemory ? EffectTags.Cost : EffectTags.None;
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"^(?<number>\d{1,20}(\.\d{1,9})?)\s*(?<unit>[A-Za-z]{0,3})$",
        System.Text.RegularExpressions.RegexOptions.ExplicitCapture | System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Size();

    static readonly HashSet<string> Pragmas = new(StringComparer.Ordinal)
    {
        "table_info", "table_xinfo", "index_list", "index_info", "index_xinfo", "foreign_key_list", "foreign_key_check", "database_list", "integrity_check",
            "quick_check", "compile_options", "table_list", "function_list", "collation_list",
        "page_count", "page_size", "freelist_count", "journal_mode", "user_version", "schema_version", "encoding", "cache_size", "synchronous", "busy_timeout",
            "auto_vacuum", "max_page_count", "data_version",
    };

    static readonly HashSet<string> PragmasWithArgument =
        new(StringComparer.Ordinal) { "table_info", "table_xinfo", "index_list", "index_info", "index_xinfo", "foreign_key_list", "foreign_key_check", "integrity_check",
            "quick_check", "table_list" };

    static Verdict Pragma(List<SqlToken> tokens, int at)
    {
        var name = Word(tokens, at + 1);
        if (tokens.Any(token => token.Is("="))) return Verdict.Disruptive("PRAGMA with '=' changes the database");
        if (!Pragmas.Contains(name)) return Verdict.Unknown($"PRAGMA {name} is not known to read only");
        return tokens.Count > at + 2 && !PragmasWithArgument.Contains(name)
            ? Verdict.Disruptive($"PRAGMA {name} with a value changes the database") : Verdict.Read("PRAGMA shows state");
    }
}
