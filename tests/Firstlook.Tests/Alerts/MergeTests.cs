using Firstlook.Alerts;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Alerts;

public sealed class MergeTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    static Alert At(double starts, double? ends, bool given = true, string summary = "x") => new(
        LabelSet.From(("alertname", "A")), LabelSet.From(("summary", summary)), Now.AddMinutes(starts), ends is { } end ? Now.AddMinutes(end) : null, given, null);

    static readonly Gen<Alert> Alerts =
        from starts in Gen.Choose(-30, 0)
        from length in Gen.Choose(0, 60)
        from given in Gen.Elements(true, false)
        from summary in Gen.Elements("x", "y")
        select At(starts, starts + length, given, summary);

    [Fact]
    public void The_earliest_start_and_the_newest_annotations_stand()
    {
        Prop.ForAll(Alerts.ToArbitrary(), Alerts.ToArbitrary(), (older, newer) =>
        {
            var merged = older.MergedWith(newer, Now);
            return merged.StartsAt == (older.StartsAt < newer.StartsAt ? older.StartsAt : newer.StartsAt) && merged.Annotations == newer.Annotations;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_end_is_one_of_the_two()
    {
        Prop.ForAll(Alerts.ToArbitrary(), Alerts.ToArbitrary(), (older, newer) =>
        {
            var merged = older.MergedWith(newer, Now);
            return (merged.EndsAt, merged.EndsAtGiven) == (older.EndsAt, older.EndsAtGiven) || (merged.EndsAt, merged.EndsAtGiven) == (newer.EndsAt, newer.EndsAtGiven);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_same_report_again_changes_nothing()
    {
        Prop.ForAll(Alerts.ToArbitrary(), Alerts.ToArbitrary(), (older, newer) =>
        {
            var once = older.MergedWith(newer, Now);
            return once.MergedWith(newer, Now) == once && newer.MergedWith(newer, Now) == newer;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_report_that_it_is_over_ends_an_alert_that_fires()
    {
        Prop.ForAll(Alerts.Where(alert => alert.FiresAt(Now)).ToArbitrary(), Alerts.Where(alert => !alert.FiresAt(Now)).ToArbitrary(), (firing, over) =>
            !firing.MergedWith(over, Now).FiresAt(Now)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_lease_is_extended_by_the_next_report() =>
        Assert.Equal(Now.AddMinutes(4), At(-5, 1).MergedWith(At(-5, 4), Now).EndsAt);

    [Fact]
    public void A_given_end_outlasts_a_timeout_that_is_nearer() =>
        Assert.Equal(Now.AddMinutes(9), At(-5, 9).MergedWith(At(-1, 5, given: false), Now).EndsAt);

    [Fact]
    public void A_timeout_does_not_outlast_a_given_end() =>
        Assert.Equal(Now.AddMinutes(2), At(-5, 9, given: false).MergedWith(At(-1, 2), Now).EndsAt);

    [Fact]
    public void Of_two_ends_that_are_past_the_later_stands() =>
        Assert.Equal(Now.AddMinutes(-1), At(-9, -1).MergedWith(At(-9, -3), Now).EndsAt);

    [Fact]
    public void A_sender_that_tells_the_end_itself_leaves_it_open() =>
        Assert.Null(At(-5, null).MergedWith(At(-5, null), Now).EndsAt);

    [Theory]
    [InlineData("7.1% of payments fail", "7.3% of payments fail", false)]
    [InlineData("1.5e-05 of payments fail", "17 of payments fail", false)]
    [InlineData("payments fail", "refunds fail", true)]
    [InlineData("payments fail", "payments fail in Lima", true)]
    [InlineData("fre", "fr", true)]
    public void Numbers_that_move_are_no_news(string before, string after, bool news) =>
        Assert.Equal(news, At(-5, 5, summary: after).SaysMoreThan(At(-5, 5, summary: before)));

    [Fact]
    public void An_earlier_start_is_news_and_a_later_one_is_not()
    {
        Assert.True(At(-9, 5).SaysMoreThan(At(-5, 5)));
        Assert.False(At(-1, 5).SaysMoreThan(At(-5, 5)));
    }
}
