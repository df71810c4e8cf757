using Firstlook.Baselines;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Notices;

namespace Firstlook.Tests.Notices;

public sealed class RotNoticeTests
{
    static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    static RehearsedRead Read(string key, Rot? rot, bool told = false, string runbook = "runbooks/stock.md", string target = "shop-db", int line = 12) => new(
        key, key, "SELECT 1", Language.Sql, target, "store", [new Place(runbook, "Stock", "Negative stock", line)], Baseline.Nothing,
        new LastRun(Noon, OutcomeKind.Succeeded, TimeSpan.Zero), rot, Noon, told);

    static RotNotice[] Told(params RehearsedRead[] reads) => [.. RotNotice.Of(reads.Aggregate(RehearsalRecord.Empty, (record, read) => record.With(read)))];

    static readonly Rot Gone = new(RotKind.Gone, "what it asks for is gone: column \"quantity\" does not exist");

    [Fact]
    public void A_read_that_came_to_be_rotten_is_told_with_its_place_and_its_reason()
    {
        var notice = Assert.Single(Told(Read("a", Gone)));
        Assert.Equal("[REHEARSAL] stock.md of store: 1 read would not help in an incident\n– line 12, Negative stock, on shop-db: what it asks for is gone: column \"quantity\" does not exist", notice.Notice.Text);
        Assert.Equal(["a"], notice.Reads);
    }

    [Fact]
    public void What_was_told_is_told_no_more_until_it_changes_again()
    {
        Assert.Empty(Told(Read("a", Gone, told: true), Read("b", null)));
        Assert.Equal("[REHEARSAL] stock.md of store: 1 read works again\n– line 12, Negative stock, on shop-db: works again", Assert.Single(Told(Read("a", null, told: true))).Notice.Text);
    }

    [Fact]
    public void A_dead_host_is_one_line_and_each_runbook_has_a_message_of_its_own()
    {
        Rot dead = new(RotKind.Unreachable, "shop-db could not be reached: refused");
        var notices = Told([.. Enumerable.Range(0, 30).Select(n => Read($"a{n:00}", dead, line: n + 1)), Read("b", Gone, runbook: "runbooks/other.md")]);
        Assert.Equal(["runbooks/other.md", "runbooks/stock.md"], notices.Select(notice => notice.Runbook));
        Assert.Equal(2, notices[1].Notice.Text.Split('\n').Length);
        Assert.Contains("30 reads on shop-db, the first in line 1: shop-db could not be reached: refused", notices[1].Notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_changes_are_the_same_message_and_others_another()
    {
        Assert.Equal(Told(Read("a", Gone))[0].Id, Told(Read("a", Gone))[0].Id);
        Assert.NotEqual(Told(Read("a", Gone))[0].Id, Told(Read("a", Gone) with { Since = Noon.AddHours(1) })[0].Id);
    }

    [Fact]
    public void However_many_reasons_there_are_a_message_stays_readable() =>
        Assert.True(Told([.. Enumerable.Range(0, 300).Select(n => Read($"a{n}", new Rot(RotKind.Error, $"it fails: {n}")))])[0].Notice.Text.Split('\n').Length <= 13);
}
