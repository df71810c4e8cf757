using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Firstlook.Journal.Sqlite;

/// <summary>One connection with its prepared statements. Used by one thread at a time. Values bind to <c>?1</c>, <c>?2</c> ... in order.</summary>
internal sealed class Session : IDisposable
{
    readonly SqliteConnection connection;
    readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    Session(SqliteConnection connection) => this.connection = connection;

    bool InTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>Opens a file that exists.</summary>
    /// <exception cref="SqliteException">It is locked, damaged or not ours to read.</exception>
    public static Session Open(string path, bool readOnly)
    {
        SystemSqlite.Load();
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite,
            Pooling = false,
            ForeignKeys = true,
            // Seconds. The library sleeps and tries again for so long where a file is locked; its default is 30.
            DefaultTimeout = 1,
        }.ToString());
        var session = new Session(opened);
        try
        {
            opened.Open();
            session.Control("PRAGMA busy_timeout = 100");
            if (!readOnly) session.PrepareToWrite();
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs SQL that has neither values nor rows, and never waits longer than the busy timeout.</summary>
    public void Control(string sql)
    {
        var code = raw.sqlite3_exec(connection.Handle, sql);
        if (code == raw.SQLITE_OK) return;
        throw new SqliteException(
            raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), code & 0xff, raw.sqlite3_extended_errcode(connection.Handle));
    }

    /// <returns>The number of rows changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values).ExecuteNonQuery();

    public List<T> List<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Bound(sql, values).ExecuteReader();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>The first row, or the default of <typeparamref name="T"/> where there is none.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(sql, values).ExecuteReader();
        return reader.Read() ? row(reader) : default;
    }

    /// <summary>Rows as they come, for walks over more than fits in memory. No other query on this session meanwhile with the same text.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<SqliteDataReader, T> row)
    {
        using var reader = Bound(sql, []).ExecuteReader();
        while (reader.Read()) yield return row(reader);
    }

    /// <summary>Ends an open transaction without its writes. After some errors SQLite has already done so by itself.</summary>
    public void Undo()
    {
        if (InTransaction) Control("ROLLBACK");
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        connection.Dispose();
    }

    void PrepareToWrite()
    {
        Control("PRAGMA journal_mode = WAL");
        if (First("PRAGMA journal_mode", row => row.GetString(0)) != "wal")
            throw new JournalUnavailableException("The file system of the journal's folder does not allow what SQLite's write-ahead log needs. Choose a local disk.");
        Control("PRAGMA synchronous = FULL");
        // A statement's own rollback data in memory: one file less that a full disk can refuse.
        Control("PRAGMA temp_store = MEMORY");
        // Bytes. After a burst the log shrinks back at the next checkpoint.
        Control("PRAGMA journal_size_limit = 67108864");
    }

    SqliteCommand Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command)) prepared[sql] = command = Prepare(sql, values.Length);
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

#pragma warning disable CA2100 // The text is always a constant of this assembly; what varies is bound.
    SqliteCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
        return command;
    }
#pragma warning restore CA2100
}
