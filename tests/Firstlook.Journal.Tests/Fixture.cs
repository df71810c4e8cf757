using System.Text;
using Microsoft.Data.Sqlite;

namespace Firstlook.Journal.Tests;

/// <summary>A folder that goes with the test, the journal in it, and what tests write there.</summary>
public sealed class Place : IDisposable
{
    public Place() => Folder = Directory.CreateTempSubdirectory("firstlook-journal-").FullName;

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "journal.db");

    public Task<Journal> Open() => Journal.Open(Folder, Clock.Standing, TestContext.Current.CancellationToken);

    /// <summary>SQL past the journal, as somebody with the file in hand could run it.</summary>
    public void Tamper(string sql, bool guarded = false)
    {
        using var connection = Connect();
        if (!guarded)
        {
            Run(connection, """
                DROP TRIGGER event_no_update; DROP TRIGGER event_no_delete; DROP TRIGGER event_no_replace;
                DROP TRIGGER checkpoint_no_update; DROP TRIGGER checkpoint_no_delete; DROP TRIGGER checkpoint_no_replace;
                """);
        }

        Run(connection, sql);
    }

    /// <summary>Another program that holds the file until it is disposed.</summary>
    public IDisposable Lock()
    {
        var connection = Connect();
        Run(connection, "BEGIN EXCLUSIVE");
        return connection;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}

/// <summary>A time that stands still; timers run by the machine's clock.</summary>
public sealed class Clock(DateTimeOffset now) : TimeProvider
{
    public static readonly Clock Standing = new(new DateTimeOffset(2026, 3, 1, 3, 0, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => now;
}

internal static class Make
{
    public static readonly DateTimeOffset Start = Clock.Standing.GetUtcNow();

    public static Guid Stream(int number) => new(number, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8]);

    /// <summary>The stream as SQL writes it.</summary>
    public static string Sql(Guid stream) => $"x'{Convert.ToHexString(stream.ToByteArray(bigEndian: true))}'";

    public static NewEvent Event(string text = "{}", string type = "incident.noted.v1") => new(type, Start, Encoding.UTF8.GetBytes(text));

    public static Append Append(int stream, int expected, params NewEvent[] events) => new(Stream(stream), expected, [.. events]);

    public static Append Alerting(int stream, int expected, string key, bool firing = true, bool withEvent = true) =>
        new(Stream(stream), expected, withEvent ? [Event()] : [], Alerts: [new AlertChange(key, firing, Start.AddMinutes(5), Start)]);

    public static Message Message(string key) => new(key, "slack", Encoding.UTF8.GetBytes($"body of {key}"));
}

internal static class JournalExtensions
{
    public static async Task<Appended.Committed> Commit(this Journal journal, Append append) =>
        Assert.IsType<Appended.Committed>(await journal.Append(append, TestContext.Current.CancellationToken));
}
