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

    /// <returns>Why the token is no table that only holds rows; null where it is no such thing.</returns>
    public static string? Problem(List<SqlToken> tokens, int at)
    {
        if (at == 0 || !(tokens[at - 1].Text is "from" or "join" or ",")) return null;
        var text = tokens[at].Text;
        if (tokens[at].Kind is SqlKind.Word or SqlKind.Quoted && text.Trim('"', '`') is var name && name.StartsWith("pragma_", StringComparison.OrdinalIgnoreCase))
            return Showing.Contains(name.ToLowerInvariant()) ? null : $"'{name}' does what PRAGMA would";
        // sqlite.org, "Table-valued functions": what stands in their brackets may be asked for by hidden columns, too: FROM fsdir WHERE path = '...'.
        if (tokens[at].Kind is SqlKind.Word or SqlKind.Quoted && text.ToLowerInvariant() is "fsdir" or "zipfile" && !(at + 1 < tokens.Count && tokens[at + 1].Is(".")))
            return $"'{text}' opens the files that it is asked for";
        // duckdb.org, "Replacement scans": a text in place of a table is a file or an address, which is opened.
        return (tokens[at].Kind == SqlKind.String || tokens[at].Kind == SqlKind.Quoted && text.Contains('/')) && tokens[at - 1].Kind == SqlKind.Word
            && StandsInSelect(tokens, at - 1)
            ? $"{text} in place of a table is a file or an address" : null;
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
