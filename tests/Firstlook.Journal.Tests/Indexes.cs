using System.Text;

namespace Firstlook.Journal.Tests;

public sealed class Indexes : IDisposable
{
    readonly Place place = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static DateTimeOffset At(int minutes) => Make.Start.AddMinutes(minutes);

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Deadlines_come_due_in_order_and_a_cancelled_one_is_gone()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Append(1, 0, Make.Event()) with
        {
            Deadlines = [new DeadlineChange("escalate:1", At(30)), new DeadlineChange("acknowledge", At(15))],
        });
        Assert.Equal(At(15), journal.NextDue());
        Assert.Empty(journal.Due(At(14), 10));
        Assert.Equal(["acknowledge", "escalate:1"], journal.Due(At(30), 10).Select(due => due.Kind));
        Assert.Equal("acknowledge", Assert.Single(journal.Due(At(30), 1)).Kind);

        await journal.Commit(Make.Append(1, 1, Make.Event()) with
        {
            Deadlines = [new DeadlineChange("acknowledge", null), new DeadlineChange("escalate:1", At(45))],
        });
        Assert.Equal(new DueDeadline(Make.Stream(1), "escalate:1", At(45)), Assert.Single(journal.Due(At(60), 10)));
    }

    [Fact]
    public async Task A_deadline_is_consumed_once_though_two_fire_it()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Append(1, 0, Make.Event()) with { Deadlines = [new DeadlineChange("acknowledge", At(0))] });
        var fired = Make.Append(1, 1, Make.Event()) with { Deadlines = [new DeadlineChange("acknowledge", null)] };

        var both = await Task.WhenAll(journal.Append(fired, Cancellation).AsTask(), journal.Append(fired, Cancellation).AsTask());

        Assert.Single(both.OfType<Appended.Committed>());
        Assert.Null(journal.NextDue());
    }

    [Fact]
    public async Task Deadlines_can_be_rebuilt_where_the_stream_has_not_moved()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Append(1, 0, Make.Event()) with { Deadlines = [new DeadlineChange("wrong", At(1))] });

        Assert.Equal(new Appended.Conflict(1), await journal.ReplaceDeadlines(Make.Stream(1), 0, [], Cancellation));
        Assert.Single(journal.Deadlines(Make.Stream(1)));
        Assert.IsType<Appended.Committed>(await journal.ReplaceDeadlines(Make.Stream(1), 1, [new DeadlineChange("right", At(2))], Cancellation));
        Assert.Equal("right", Assert.Single(journal.Deadlines(Make.Stream(1))).Kind);
    }

    [Fact]
    public async Task An_alert_that_fires_in_one_incident_cannot_open_a_second()
    {
        await using var journal = await place.Open();
        var opened = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => journal.Append(Make.Alerting(number, 0, "k"), Cancellation).AsTask()));

        Assert.Single(opened.OfType<Appended.Committed>());
        Assert.Equal(19, opened.OfType<Appended.Conflict>().Count());
        Assert.Equal(Assert.Single(journal.Streams()), journal.Alert("k")!.Stream);
    }

    [Fact]
    public async Task An_alert_that_ended_may_open_another_incident()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Alerting(1, 0, "k"));
        await journal.Commit(Make.Alerting(1, 1, "k", firing: false));
        await journal.Commit(Make.Alerting(2, 0, "k"));
        Assert.Equal(new AlertRow("k", Make.Stream(2), Firing: true, At(5), At(0), 1), journal.Alert("k"));
    }

    [Fact]
    public async Task An_extension_without_an_event_cannot_revive_an_alert_that_ended()
    {
        await using var journal = await place.Open();
        var extension = Make.Alerting(1, 0, "k", withEvent: false);
        Assert.Equal(new Appended.Conflict(0), await journal.Append(extension, Cancellation));

        await journal.Commit(Make.Alerting(1, 0, "k"));
        Assert.Equal(new Appended.Committed(1, 0), await journal.Append(extension, Cancellation));
        await journal.Commit(Make.Alerting(1, 1, "k", firing: false));

        Assert.Equal(new Appended.Conflict(2), await journal.Append(extension, Cancellation));
        Assert.False(journal.Alert("k")!.Firing);
    }

    [Fact]
    public async Task An_alert_whose_lease_ran_out_is_found()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Alerting(1, 0, "a"));
        await journal.Commit(Make.Alerting(2, 0, "b"));
        await journal.Commit(Make.Alerting(2, 1, "b", firing: false));
        Assert.Empty(journal.ExpiredAlerts(At(5).AddTicks(-1), 10));
        Assert.Equal("a", Assert.Single(journal.ExpiredAlerts(At(5), 10)).Key);
        Assert.Equal(["a", "b"], journal.Alerts().Select(alert => alert.Key));
    }

    [Fact]
    public async Task Repeats_are_counted_by_the_next_write_or_by_itself_and_at_the_end()
    {
        await using (var journal = await place.Open())
        {
            await journal.Commit(Make.Alerting(1, 0, "k"));
            for (var i = 1; i <= 10; i++) journal.Seen("k", At(i));
            await journal.Commit(Make.Append(2, 0, Make.Event()));
            Assert.Equal((11, At(10)), (journal.Alert("k")!.Count, journal.Alert("k")!.SeenAt));

            journal.Seen("k", At(3));
            await Until(() => journal.Alert("k")!.Count == 12);
            Assert.Equal(At(10), journal.Alert("k")!.SeenAt);
            journal.Seen("k", At(11));
            journal.Seen("never taken in", At(11));
        }

        using var reader = Journal.OpenRead(place.Folder);
        Assert.Equal(13, Assert.Single(reader.Alerts()).Count);
    }

    [Fact]
    public async Task Repeats_are_counted_once_though_a_write_between_was_refused()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Alerting(1, 0, "k"));
        journal.Seen("k", At(1));
        await journal.Commit(Make.Append(2, 0, Make.Event()));
        using (place.Lock())
        {
            journal.Seen("k", At(2));
            Assert.IsType<Appended.Unavailable>(await journal.Append(Make.Append(3, 0, Make.Event()), Cancellation));
        }

        await journal.Commit(Make.Append(3, 0, Make.Event()));
        Assert.Equal(3, journal.Alert("k")!.Count);
    }

    [Fact]
    public async Task A_message_is_leased_by_one_and_comes_again_when_the_lease_runs_out()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Append(1, 0, Make.Event()) with { Messages = [Make.Message("1:1:slack"), Make.Message("1:1:webhook")] });

        var first = await journal.LeaseMessages(At(0), 10, TimeSpan.FromMinutes(1), Cancellation);
        Assert.Equal(["1:1:slack", "1:1:webhook"], first.Select(leased => leased.Key));
        Assert.Equal("body of 1:1:slack", Encoding.UTF8.GetString(first[0].Body));
        Assert.Empty(await journal.LeaseMessages(At(0), 10, TimeSpan.FromMinutes(1), Cancellation));

        await journal.Delivered("1:1:slack", At(0), Cancellation);
        var second = Assert.Single(await journal.LeaseMessages(At(1), 10, TimeSpan.FromMinutes(1), Cancellation));
        Assert.Equal(("1:1:webhook", 2), (second.Key, second.Attempts));
    }

    [Fact]
    public async Task A_failed_message_waits_for_its_next_time_and_one_given_up_never_comes_again()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Append(1, 0, Make.Event()) with { Messages = [Make.Message("a"), Make.Message("b"), Make.Message("c")] });
        await journal.LeaseMessages(At(0), 10, TimeSpan.FromMinutes(1), Cancellation);
        await journal.Failed("a", At(2), "connection refused", Cancellation);
        await journal.Failed("b", null, "no such channel", Cancellation);
        await journal.Delivered("c", At(1), Cancellation);

        Assert.Empty(await journal.LeaseMessages(At(1), 10, TimeSpan.FromMinutes(1), Cancellation));
        Assert.Equal(
            [
                new MessageState("a", "slack", 1, At(2), null, "connection refused"),
                new MessageState("b", "slack", 1, null, null, "no such channel"),
                new MessageState("c", "slack", 1, At(0), At(1), null),
            ],
            journal.MessageStates(Make.Stream(1)));
        Assert.Equal("a", Assert.Single(await journal.LeaseMessages(At(60), 10, TimeSpan.FromMinutes(1), Cancellation)).Key);
    }

    static async Task Until(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!condition()) await timer.WaitForNextTickAsync(Cancellation);
    }
}
