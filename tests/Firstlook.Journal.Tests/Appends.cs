using System.Text;

namespace Firstlook.Journal.Tests;

public sealed class Appends : IDisposable
{
    readonly Place place = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task What_was_appended_is_read_back_in_order()
    {
        await using var journal = await place.Open();
        var first = await journal.Commit(Make.Append(1, 0, Make.Event("one"), Make.Event("two")));
        var second = await journal.Commit(Make.Append(1, 2, Make.Event("three")));

        Assert.Equal(2, first.Version);
        Assert.Equal(3, second.Version);
        Assert.True(second.Position > first.Position);
        var read = journal.Read(Make.Stream(1));
        Assert.Equal(["one", "two", "three"], read.Select(stored => Encoding.UTF8.GetString(stored.Payload)));
        Assert.Equal([1, 2, 3], read.Select(stored => stored.Version));
        Assert.Equal(new byte[32], read[0].Previous);
        Assert.Equal(read[0].Hash, read[1].Previous);
        Assert.Equal("three", Encoding.UTF8.GetString(Assert.Single(journal.Read(Make.Stream(1), fromVersion: 3)).Payload));
    }

    [Fact]
    public async Task A_closed_journal_opens_again_with_everything_in_one_file()
    {
        await using (var journal = await place.Open()) await journal.Commit(Make.Append(1, 0, Make.Event()));

        Assert.False(File.Exists(place.Database + "-wal"));
        await using var again = await place.Open();
        Assert.Single(again.Read(Make.Stream(1)));
        Assert.Equal(2, (await again.Commit(Make.Append(1, 1, Make.Event()))).Version);
    }

    [Fact]
    public async Task A_version_that_somebody_else_wrote_is_a_conflict_and_writes_nothing()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Append(1, 0, Make.Event(), Make.Event()));
        var stale = Make.Append(1, 1, Make.Event()) with
        {
            Deadlines = [new DeadlineChange("acknowledge", Make.Start)], Messages = [Make.Message("m")], Evidence = [Evidence.Of("e"u8.ToArray())],
        };

        Assert.Equal(new Appended.Conflict(2), await journal.Append(stale, Cancellation));

        Assert.Equal(2, journal.Read(Make.Stream(1)).Count);
        Assert.Null(journal.NextDue());
        Assert.Empty(journal.MessageStates(Make.Stream(1)));
        Assert.Null(journal.ReadEvidence(Evidence.Of("e"u8.ToArray()).Hash));
    }

    [Fact]
    public async Task Of_two_writers_with_the_same_expected_version_exactly_one_wins_in_every_race()
    {
        await using var journal = await place.Open();
        for (var version = 0; version < 50; version++)
        {
            var expected = version;
            var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(
                writer => Task.Run(() => journal.Append(Make.Append(1, expected, Make.Event($"{writer}")), Cancellation).AsTask())));
            Assert.Single(both, new Appended.Conflict(version + 1));
            Assert.Single(both.OfType<Appended.Committed>());
        }

        Assert.Equal(50, journal.Read(Make.Stream(1)).Count);
    }

    [Fact]
    public async Task A_thousand_appends_at_once_are_all_durable()
    {
        await using (var journal = await place.Open())
        {
            var all = await Task.WhenAll(Enumerable.Range(1, 1000).Select(
                number => Task.Run(() => journal.Append(Make.Append(number, 0, Make.Event($"{number}")), Cancellation).AsTask())));
            Assert.All(all, appended => Assert.IsType<Appended.Committed>(appended));
        }

        using var reader = Journal.OpenRead(place.Folder);
        Assert.Equal(1000, reader.Streams().Count);
        Assert.Equal(1000, reader.ReadAll(0, 5000).Select(stored => Encoding.UTF8.GetString(stored.Payload)).Distinct().Count());
        Assert.Null(Journal.Verify(place.Folder).Broken);
    }

    [Fact]
    public async Task One_append_at_fault_does_not_take_its_neighbours_with_it()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Append(1, 0, Make.Event()) with { Messages = [Make.Message("taken")] });

        var neighbours = Enumerable.Range(2, 200).Select(number => journal.Append(Make.Append(number, 0, Make.Event()), Cancellation).AsTask()).ToList();
        var faulty = journal.Append(Make.Append(900, 0, Make.Event()) with { Messages = [Make.Message("taken")] }, Cancellation).AsTask();
        neighbours.AddRange(Enumerable.Range(300, 200).Select(number => journal.Append(Make.Append(number, 0, Make.Event()), Cancellation).AsTask()));

        await Assert.ThrowsAsync<ArgumentException>(() => faulty);
        Assert.All(await Task.WhenAll(neighbours), appended => Assert.IsType<Appended.Committed>(appended));
        Assert.Empty(journal.Read(Make.Stream(900)));
        Assert.Equal(401, journal.Streams().Count);
    }

    [Fact]
    public async Task Evidence_is_kept_once_by_its_hash()
    {
        await using var journal = await place.Open();
        var evidence = Evidence.Of(Enumerable.Repeat((byte)'x', Acceptable.MaxBytes).ToArray());
        for (var version = 0; version < 3; version++)
            await journal.Commit(Make.Append(1, version, Make.Event()) with { Evidence = [evidence] });

        Assert.Equal(evidence.Bytes.ToArray(), journal.ReadEvidence(evidence.Hash));
        Assert.Null(journal.ReadEvidence("nothing"));
        Assert.Equal(1, Journal.Verify(place.Folder).Evidence);
    }

    [Fact]
    public async Task Evidence_that_is_not_what_its_hash_says_is_a_mistake_of_the_caller()
    {
        await using var journal = await place.Open();
        var wrong = Make.Append(1, 0, Make.Event()) with { Evidence = [new Evidence(Evidence.Of("a"u8.ToArray()).Hash, "b"u8.ToArray())] };
        await Assert.ThrowsAsync<ArgumentException>(async () => await journal.Append(wrong, Cancellation));
        Assert.Empty(journal.Streams());
    }

    [Fact]
    public async Task Cancelling_before_the_write_writes_nothing()
    {
        await using var journal = await place.Open();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await journal.Append(Make.Append(1, 0, Make.Event()), source.Token));
        Assert.Empty(journal.Streams());
    }

    [Fact]
    public async Task A_closed_journal_says_so()
    {
        var journal = await place.Open();
        await journal.DisposeAsync();
        await journal.DisposeAsync();
        var refused = Assert.IsType<Appended.Unavailable>(await journal.Append(Make.Append(1, 0, Make.Event()), Cancellation));
        Assert.Contains("closed", refused.Reason);
    }
}
