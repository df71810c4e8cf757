namespace Firstlook.Effects.Sql;

/// <summary>
/// PostgreSQL's settings, of which <c>primary_conninfo</c> holds the standby's password (PostgreSQL, 19.6.3 "Standby Servers"): whoever asks for the values of all of
/// them is shown it.
/// </summary>
internal static class AllSettings
{
    /// <returns>What is asked; null where the values are not, or a condition picks out settings that this is none of.</returns>
    public static string? Asked(List<SqlToken> tokens)
    {
        if (tokens is [{ Text: "show" }, { Text: "all" }] or [{ Text: "show" }, { Text: "all" }, { Text: ";" }]) return "SHOW ALL";
        var source = tokens.FindIndex(token => token.Kind is SqlKind.Word or SqlKind.Quoted && token.Text is "pg_settings" or "pg_show_all_settings");
        if (source < 0 || !ShowsValues(tokens)) return null;
        var where = tokens.FindIndex(token => token.Is("where"));
        return where < 0 || tokens[where..].Exists(token => token.Kind == SqlKind.String && token.Text.Equals("primary_conninfo", StringComparison.OrdinalIgnoreCase))
            ? tokens[source].Text : null;
    }

    static bool ShowsValues(List<SqlToken> tokens) =>
        tokens.Exists(token => token.Text is "setting" or "reset_val" or "boot_val" || token.Is("table"))
            || Enumerable.Range(1, tokens.Count - 1).Any(at => tokens[at].Is("*") && tokens[at - 1].Text is "select" or "distinct" or "all" or "," or ".");
}
