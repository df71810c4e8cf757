namespace Firstlook.Effects.Sql;

/// <summary>
/// Paths that SQL Server opens: one on another machine, where it signs in with its own account (MS-NLMP), and one that is put together. Windows takes <c>//host</c> for
/// <c>\\host</c>, and backups and audits may lie at an address of the web (Transact-SQL, "RESTORE HEADERONLY", "sys.fn_get_audit_file").
/// </summary>
internal static class ServerPaths
{
    /// <returns>Null where no such path stands in the statement.</returns>
    public static string? Problem(List<SqlToken> tokens)
    {
        var opens = tokens.Exists(Opens) || tokens is [{ Text: "restore" }, ..];
        var backups = tokens is [{ Text: "show" }, { Text: "backup" or "backups" or "schedules" or "schedule" or "import" or "fingerprints" }, ..];
        foreach (var token in tokens.Where(token => token.Kind == SqlKind.String))
        {
            if (token.Text.StartsWith(@"\\", StringComparison.Ordinal) && !IsOwn(token.Text[2..].Split('\\')[0])) return "a path on another machine";
            // cockroachlabs.com, "SHOW BACKUP": it asks the bucket, with what proves who it is where "AUTH=implicit" says so.
            if (backups && token.Text.Split("://") is [var scheme, var bucket]
                && !(scheme is "nodelocal" or "userfile" or "external" || scheme is "http" or "https" && OwnNetwork.Private.Has(bucket.Split('/', ':')[0])))
                return "backups at an address that may be anybody's";
            if (!opens) continue;
            if (token.Text.StartsWith("//", StringComparison.Ordinal) && !IsOwn(token.Text[2..].Split('/', '\\')[0])) return "a path on another machine";
            if (token.Text.Split("://") is [_, var address] && !OwnNetwork.Private.Has(address.Split('/', ':')[0])) return "a file at an address that may be anybody's";
        }

        return tokens.Exists(Opens) && tokens.Exists(PutsTogether) ? "a path that is put together" : null;
    }

    static bool Opens(SqlToken token) =>
        token.Kind == SqlKind.Word
            && token.Text is "fn_xe_file_target_read_file" or "fn_trace_gettable" or "fn_get_audit_file" or "dm_os_file_exists" or "dm_os_enumerate_filesystem"
                or "xp_dirtree" or "xp_fileexist" or "fn_dump_dblog";

    static bool PutsTogether(SqlToken token) =>
        token.Is("+")
            || token.Text is "concat" or "char" or "replace" or "convert" or "cast" or "try_convert" or "try_cast" or "nchar" or "concat_ws" or "stuff" or "reverse"
            || token.Kind == SqlKind.Number && token.Text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);

    // One without a dot is found in the own network alone.
    static bool IsOwn(string machine) =>
        machine.Length > 0 && char.IsAsciiLetter(machine[0]) && machine.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
