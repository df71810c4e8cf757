using System.Collections.Frozen;

namespace Firstlook.Effects.Sql;

/// <summary>What stands in place of a table, and is none.</summary>
internal static class Sources
{
    /// <summary>Pragmas that are asked as tables and show alone (sqlite.org, "PRAGMA functions"); others do what the statement would.</summary>
    static readonly FrozenSet<string> Showing = FrozenSet.Create(StringComparer.Ordinal,
        "pragma_table_info", "pragma_table_xinfo", "pragma_table_list", "pragma_index_list", "pragma_index_info", "pragma_index_xinfo", "pragma_foreign_key_list",
            "pragma_foreign_key_check", "pragma_database_list", "pragma_compile_options", "pragma_function_list", "pragma_module_list", "pragma_pragma_list",
            "pragma_collation_list",
        "pragma_page_count", "pragma_page_size", "pragma_freelist_count", "pragma_integrity_check", "pragma_quick_check", "pragma_user_version", "pragma_schema_version",
            "pragma_encoding", "pragma_application_id", "pragma_data_version", "pragma_stats");

    /// <summary>Tables that do what their columns are compared with: they run a command, ask an address or upload a file (osquery.io, "curl", "carves";
    /// hub.steampipe.io, "exec_command", "net_http_request").</summary>
    static readonly FrozenSet<string> Asking =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "exec_command", "net_http_request", "curl", "curl_certificate", "carves");

    /// <summary>What begins a clause in which a comma parts no tables.</summary>
    static readonly FrozenSet<string> Clauses =
        FrozenSet.Create(StringComparer.Ordinal, "select", "where", "group", "order", "by", "having", "limit", "in", "values", "using", "set", "returning", "window", "qualify",
            "partition", "with", "over", "settings");

    /// <returns>Why the token is no table that only holds rows; null where it is no such thing.</returns>
    public static string? Problem(List<SqlToken> tokens, int at)
    {
        if (at == 0 || tokens[at].Kind is not (SqlKind.Word or SqlKind.Quoted or SqlKind.String)) return null;
        // duckdb.org, "DESCRIBE": a file or an address in place of a table.
        if (tokens[at].Kind == SqlKind.String && at == 1 && tokens[0].Text is "describe" or "desc" or "summarize") return Opened(tokens[at].Text);
        if (!MayMatter(tokens[at])) return null;
        var start = StartOf(tokens, at);
        if (!IsSource(tokens, start)) return null;
        var text = tokens[at].Text;
        if (start == at && tokens[at].Kind is SqlKind.Word or SqlKind.Quoted && text.Trim('"', '`') is var name && name.StartsWith("pragma_", StringComparison.OrdinalIgnoreCase))
            return Showing.Contains(name.ToLowerInvariant()) ? null : $"'{name}' does what PRAGMA would";
        // sqlite.org, "Table-valued functions": what stands in their brackets may be asked for by hidden columns, too: FROM fsdir WHERE path = '...'.
        if (start == at && tokens[at].Kind is SqlKind.Word or SqlKind.Quoted && text.ToLowerInvariant() is "fsdir" or "zipfile" && !Is(tokens, at + 1, "."))
            return $"'{text}' opens the files that it is asked for";
        if (tokens[at].Kind != SqlKind.String && Asking.Contains(text) && !Is(tokens, at + 1, ".") && !Is(tokens, at + 1, "("))
            return $"'{text}' does what its columns are compared with";
        // duckdb.org, "glob": it lists what lies at an address; elsewhere it compares, and stands in no FROM.
        if (start == at && tokens[at].Is("glob") && Is(tokens, at + 1, "(")) return "glob() in place of a table asks the address that it is given";
        // duckdb.org, "Replacement scans": a text in place of a table is a file or an address, which is opened.
        if (start == at && (tokens[at].Kind == SqlKind.String || tokens[at].Kind == SqlKind.Quoted && text.Contains('/'))) return Opened(text);
        // spark.apache.org, "Run SQL on files directly"; drill.apache.org, "Querying a file system": the last part is a path, which may lead to anybody's store.
        return tokens[at].Kind == SqlKind.Quoted && IsForeign(text) ? Opened(text) : null;
    }

    // What stands around is looked at for these alone.
    static bool MayMatter(SqlToken token) =>
        token.Kind == SqlKind.String || token.Kind == SqlKind.Quoted && token.Text.Contains('/') || Asking.Contains(token.Text)
            || token.Text.TrimStart('"', '`').StartsWith("pragma_", StringComparison.OrdinalIgnoreCase) || token.Text.ToLowerInvariant() is "fsdir" or "zipfile" or "glob";

    static string Opened(string text) => $"{text} in place of a table is a file or an address";

    // "s3a://bucket/x"; "dbfs:/x", "file:///x" and "hdfs:///x" name no other machine.
    static bool IsForeign(string path) =>
        path.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme && scheme + 3 < path.Length && path[scheme + 3] != '/'
            && path[..scheme].ToLowerInvariant() is not ("dbfs" or "file");

    static bool Is(List<SqlToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);

    static int StartOf(List<SqlToken> tokens, int at)
    {
        while (at > 1 && tokens[at - 1].Is(".")) at -= 2;
        return at;
    }

    /// <summary>Whether a name stands where a SELECT names its tables: behind FROM, JOIN or ONLY, or behind a comma of that list.</summary>
    static bool IsSource(List<SqlToken> tokens, int at)
    {
        if (at == 0) return false;
        var before = at - 1;
        if (tokens[before].Is("only") && before > 0) before--;
        if (tokens[before].Text is "from" or "join" && tokens[before].Kind == SqlKind.Word) return StandsInSelect(tokens, before);
        if (!tokens[before].Is(",")) return false;
        for (var (place, depth) = (before - 1, 0); place >= 0 && before - place < 4_096; place--)
        {
            if (tokens[place].Is(")")) depth++;
            else if (tokens[place].Is("(") && --depth < 0) return false;
            if (depth > 0 || tokens[place].Kind != SqlKind.Word) continue;
            if (tokens[place].Is("from")) return StandsInSelect(tokens, place);
            if (Clauses.Contains(tokens[place].Text)) return false;
        }

        return false;
    }

    /// <summary>False for the FROM of <c>trim(both from 'x')</c>, <c>extract(hour from '...')</c> and <c>IS DISTINCT FROM 'x'</c>.</summary>
    static bool StandsInSelect(List<SqlToken> tokens, int from)
    {
        if (from > 0 && tokens[from - 1].Is("distinct")) return false;
        var depth = 0;
        for (var at = from - 1; at >= 0 && from - at < 4_096; at--)
        {
            if (tokens[at].Is(")")) depth++;
            else if (tokens[at].Is("(") && --depth < 0) return at + 1 < tokens.Count && tokens[at + 1].Text is "select" or "from" or "with" or "(";
        }
        return true;
    }
}
