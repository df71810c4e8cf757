using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Firstlook.Journal.Sqlite;

/// <summary>Which errors are the world's and not the writer's, in words for a person (sqlite.org/rescode.html).</summary>
internal static class Refusal
{
    /// <returns>Null where the data or the program is at fault.</returns>
    public static string? Of(Exception error) => error switch
    {
        JournalUnavailableException e => e.Message,
        SqliteException e => Of(e),
        _ => null,
    };

    /// <returns>True where the connection is not to be trusted any more, and a new one is opened for the next write.</returns>
    public static bool NeedsNewSession(Exception error) => error is JournalUnavailableException or SqliteException
    {
        SqliteErrorCode: raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_READONLY,
    };

    public static bool IsDamage(SqliteException e) => e.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    static string? Of(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => "The disk that holds the journal is full.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "The journal's file is locked by another program.",
        raw.SQLITE_IOERR => $"The disk that holds the journal gave an error ({e.SqliteExtendedErrorCode}): {e.Message}",
        raw.SQLITE_READONLY => "The journal's file or its disk is read-only.",
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => $"The journal's file cannot be opened: {e.Message}",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => $"The journal's file is damaged: {e.Message}",
        raw.SQLITE_NOMEM or raw.SQLITE_PROTOCOL => $"The journal cannot be written now: {e.Message}",
        _ => null,
    };
}
