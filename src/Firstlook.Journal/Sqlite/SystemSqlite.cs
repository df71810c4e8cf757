using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Firstlook.Journal.Sqlite;

/// <summary>
/// The system's own SQLite under the managed provider, so that its security fixes arrive with the distribution's.
/// The provider asks for a library called <c>e_sqlite3</c>; here that name means <c>libsqlite3.so.0</c>.
/// </summary>
internal static class SystemSqlite
{
    const string Library = "libsqlite3.so.0";

    // RETURNING came with 3.35, STRICT tables with 3.37 (sqlite.org/changes.html); Debian 12 has 3.40.
    const int OldestVersion = 3_037_000;

    static readonly Lazy<string?> Problem = new(Bind);

    /// <exception cref="JournalUnavailableException">The library is missing, too old, or built without threads.</exception>
    public static void Load()
    {
        if (Problem.Value is { } problem) throw new JournalUnavailableException(problem);
    }

    static string? Bind()
    {
        if (!TryFind(Library, out var handle, out var missing)) return missing;

        NativeLibrary.SetDllImportResolver(
            typeof(SQLite3Provider_e_sqlite3).Assembly,
            (name, _, _) => name == "e_sqlite3" ? handle : nint.Zero);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());

        if (raw.sqlite3_libversion_number() < OldestVersion)
            return $"The system's SQLite is {raw.sqlite3_libversion().utf8_to_string()}; the journal needs 3.37 or newer.";
        return raw.sqlite3_threadsafe() == 0 ? "The system's SQLite is built without threads; the journal cannot use it." : null;
    }

    internal static bool TryFind(string library, out nint handle, out string? missing)
    {
        missing = NativeLibrary.TryLoad(library, Assembly.GetExecutingAssembly(), searchPath: null, out handle)
            ? null
            : $"The journal needs SQLite, and {library} is not on this system. On Debian: apt-get install libsqlite3-0";
        return missing is null;
    }
}
