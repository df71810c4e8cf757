using Firstlook.Journal.Sqlite;

namespace Firstlook.Journal.Tests;

public sealed class Opening : IDisposable
{
    readonly Place place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task The_folder_and_the_files_are_for_their_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are those of Linux.");
        var folder = Path.Combine(place.Folder, "made", "here");
        await using var journal = await Journal.Open(folder, Clock.Standing, TestContext.Current.CancellationToken);
        await journal.Commit(Make.Append(1, 0, Make.Event()));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, Mode(folder));
        foreach (var file in new[] { "journal.db", "journal.db-wal", "journal.db-shm", "journal.lock" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(Path.Combine(folder, file)));
    }

    [Fact]
    public async Task A_second_writer_is_told_who_has_it()
    {
        await using (await place.Open())
        {
            var refused = await Assert.ThrowsAsync<JournalUnavailableException>(place.Open);
            Assert.Contains($"in use by process {Environment.ProcessId}", refused.Message);
        }

        await (await place.Open()).DisposeAsync();
    }

    [Fact]
    public async Task It_can_be_read_while_it_is_written()
    {
        await using var journal = await place.Open();
        using var reader = Journal.OpenRead(place.Folder);
        await journal.Commit(Make.Append(1, 0, Make.Event()));
        Assert.Single(reader.Read(Make.Stream(1)));
        await journal.Commit(Make.Append(1, 1, Make.Event()));
        Assert.Equal(2, reader.Read(Make.Stream(1)).Count);
        Assert.Null(Journal.Verify(place.Folder).Broken);
    }

    [Fact]
    public void Reading_where_there_is_none_says_so()
    {
        Assert.Contains("no journal", Assert.Throws<NoJournalException>(() => Journal.OpenRead(place.Folder)).Message);
        Assert.False(File.Exists(place.Database));
    }

    [Fact]
    public async Task A_file_of_a_newer_schema_is_refused_and_left_alone()
    {
        await (await place.Open()).DisposeAsync();
        place.Tamper("PRAGMA user_version = 99", guarded: true);
        Assert.Contains("newer Firstlook", (await Assert.ThrowsAsync<JournalUnavailableException>(place.Open)).Message);
        Assert.Contains("newer Firstlook", Assert.Throws<JournalUnavailableException>(() => Journal.OpenRead(place.Folder)).Message);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_a_reason()
    {
        await File.WriteAllTextAsync(place.Database, new string('x', 5000), TestContext.Current.CancellationToken);
        Assert.Contains("damaged", (await Assert.ThrowsAsync<JournalUnavailableException>(place.Open)).Message);
    }

    [Fact]
    public void A_system_without_the_library_is_told_what_to_install()
    {
        Assert.False(SystemSqlite.TryFind("libsqlite3-not-here.so.0", out _, out var missing));
        Assert.Contains("apt-get install libsqlite3-0", missing);
    }

    static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
}
