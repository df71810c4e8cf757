using System.Diagnostics;

namespace Firstlook.Journal.Tests;

public sealed class Failures : IDisposable
{
    readonly Place place = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task A_file_locked_by_another_program_is_refused_at_once_and_recovers()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Append(1, 0, Make.Event()));
        using (place.Lock())
        {
            var watch = Stopwatch.StartNew();
            var refused = await Task.WhenAll(Enumerable.Range(2, 50).Select(
                number => journal.Append(Make.Append(number, 0, Make.Event()), Cancellation).AsTask()));
            Assert.All(refused, appended => Assert.Contains("locked", Assert.IsType<Appended.Unavailable>(appended).Reason));
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
            await Assert.ThrowsAsync<JournalUnavailableException>(async () => await journal.Checkpoint(Make.Start, Cancellation));
            Assert.Single(journal.Read(Make.Stream(1)));
        }

        await journal.Commit(Make.Append(2, 0, Make.Event()));
        Assert.Equal(2, journal.Streams().Count);
    }

    [Fact]
    public async Task A_full_disk_refuses_whole_appends_and_takes_them_again_when_there_is_room()
    {
        var folder = Path.Combine(place.Folder, "small");
        Directory.CreateDirectory(folder);
        Assert.SkipUnless(await Mount(folder), "No small disk can be mounted here: that needs root and tmpfs.");
        try
        {
            await FillAndRecover(folder);
        }
        finally
        {
            await Programs.Run("umount", "--lazy", folder);
        }
    }

    [Fact]
    public async Task A_file_that_was_removed_under_a_running_server_takes_nothing_more()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Append(1, 0, Make.Event()));
        File.Move(place.Database, place.Database + ".away");
        var refused = Assert.IsType<Appended.Unavailable>(await journal.Append(Make.Append(2, 0, Make.Event()), Cancellation));
        Assert.Contains("gone", refused.Reason);
    }

    [Fact]
    public async Task A_full_queue_is_refused_at_once()
    {
        await using var journal = await Journal.Open(place.Folder, Clock.Standing, queue: 10, Cancellation);
        using var other = place.Lock();

        // The writer waits 100 ms for the lock with what it took; 10 may wait behind it.
        var all = await Task.WhenAll(Enumerable.Range(1, 100).Select(
            number => journal.Append(Make.Append(number, 0, Make.Event()), Cancellation).AsTask()));
        Assert.Contains(all, appended => Assert.IsType<Appended.Unavailable>(appended).Reason.Contains("Too much", StringComparison.Ordinal));
    }

    static async Task FillAndRecover(string folder)
    {
        await using (var journal = await Journal.Open(folder, Clock.Standing, Cancellation))
        {
            var committed = 0;
            Appended.Unavailable? refused = null;
            while (refused is null)
            {
                var appended = await journal.Append(Full(committed + 1), Cancellation);
                if (appended is Appended.Committed) committed++;
                else refused = Assert.IsType<Appended.Unavailable>(appended);
                Assert.InRange(committed, 0, 1000);
            }

            Assert.Contains("full", refused.Reason);
            Assert.InRange(committed, 1, 1000);
            Assert.Equal(committed, journal.Streams().Count);
            Assert.Empty(journal.Read(Make.Stream(committed + 1)));
            Assert.Null(journal.ReadEvidence(Full(committed + 1).Evidence[0].Hash));
            Assert.Null(journal.Alert($"{committed + 1}"));
            Assert.Null(Journal.Verify(folder).Broken);

            Assert.Equal(0, await Programs.Run("mount", "-o", "remount,size=20m", folder));
            await journal.Commit(Full(committed + 1));
            Assert.Equal(committed + 1, journal.Streams().Count);
        }

        Assert.Null(Journal.Verify(folder).Broken);
    }

    static Append Full(int number) => Make.Alerting(number, 0, $"{number}") with
    {
        Evidence = [Evidence.Of(Enumerable.Repeat((byte)number, 20_000 + number).ToArray())],
    };

    static async Task<bool> Mount(string folder) =>
        OperatingSystem.IsLinux() && await Programs.Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder) == 0;
}
