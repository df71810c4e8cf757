namespace Firstlook.Journal.Tests;

public sealed class Following : IDisposable
{
    readonly Place place = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Every_commit_is_announced_in_order_from_the_call_on()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Append(1, 0, Make.Event()));
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var followed = journal.Follow(leaving.Token);
        await journal.Commit(Make.Append(2, 0, Make.Event(), Make.Event()));
        await journal.Append(Make.Append(2, 0, Make.Event()), Cancellation);
        await journal.Commit(Make.Append(3, 0, Make.Event()));

        Assert.Equal(
            [new Announced(Make.Stream(2), 3, Missed: false), new Announced(Make.Stream(3), 4, Missed: false)],
            await followed.Take(2).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_slow_follower_holds_nobody_up_and_is_told_to_read_again()
    {
        await using var journal = await place.Open();
        var followed = journal.Follow(Cancellation);
        for (var version = 0; version < 600; version++) await journal.Commit(Make.Append(1, version, Make.Event()));

        var told = await followed.Take(256).ToListAsync(Cancellation);
        Assert.True(told[0].Missed);
        Assert.All(told.Skip(1), announced => Assert.False(announced.Missed));
        Assert.Equal(600, told[^1].Position);
    }

    [Fact]
    public async Task Following_ends_when_the_journal_closes_and_when_it_is_cancelled()
    {
        var journal = await place.Open();
        using var leaving = new CancellationTokenSource();
        var first = journal.Follow(leaving.Token).ToListAsync(Cancellation).AsTask();
        var second = journal.Follow(Cancellation).ToListAsync(Cancellation).AsTask();
        await leaving.CancelAsync();
        Assert.Empty(await Ended(first));
        await journal.DisposeAsync();
        Assert.Empty(await second);
    }

    static async Task<List<Announced>> Ended(Task<List<Announced>> followed)
    {
        try
        {
            return await followed;
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }
}
