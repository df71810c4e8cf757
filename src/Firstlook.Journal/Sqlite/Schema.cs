using System.Globalization;
using System.Reflection;

namespace Firstlook.Journal.Sqlite;

/// <summary>The numbered scripts in <c>Migrations/</c>; the file's <c>user_version</c> says how many it has had.</summary>
internal static class Schema
{
    static readonly string[] Scripts =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Brings the file up to date, one transaction for each script.</summary>
    /// <exception cref="JournalUnavailableException">The file was written by a newer Firstlook.</exception>
    public static void Migrate(Session session, string path)
    {
        for (var version = Version(session, path); version < Scripts.Length; version++)
        {
            session.Control("BEGIN IMMEDIATE");
            session.Control(Text(Scripts[version]));
            session.Control(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}; COMMIT"));
        }
    }

    /// <exception cref="JournalUnavailableException">The file is older or newer than this Firstlook reads.</exception>
    public static void Require(Session session, string path)
    {
        if (Version(session, path) < Scripts.Length)
            throw new JournalUnavailableException($"{path} was written by an older Firstlook. Start the server once to bring it up to date.");
    }

    static int Version(Session session, string path)
    {
        var version = session.First("PRAGMA user_version", row => row.GetInt32(0));
        return version <= Scripts.Length
            ? version
            : throw new JournalUnavailableException($"{path} was written by a newer Firstlook: its schema is {version}, this one knows {Scripts.Length}.");
    }

    static string Text(string script)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(script)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
