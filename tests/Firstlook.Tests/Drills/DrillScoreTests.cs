using Firstlook.Drills;

namespace Firstlook.Tests.Drills;

public sealed class DrillScoreTests
{
    static readonly Expected Listed = new([new TruthRow("f", "family", "shop.md", "right")]);
    static readonly Expected Unlisted = new([]);

    [Fact]
    public void The_place_is_that_of_the_first_right_answer()
    {
        Assert.Equal(2, DrillScore.Place([("/a/shop.md", "wrong"), ("/a/shop.md", "right"), ("/a/shop.md", "right")], Listed));
        Assert.Null(DrillScore.Place([("/a/other.md", "other.md#right")], Listed));
    }

    [Theory]
    [InlineData(true, true, 1, true, "")]
    [InlineData(false, false, null, true, "no alert fired")]
    [InlineData(true, false, null, true, "no first look came to an end")]
    [InlineData(true, true, 3, true, "the right cause is in place 3")]
    [InlineData(true, true, null, true, "the right cause is not among the ranked")]
    [InlineData(true, true, 1, false, "the alert did not resolve")]
    public void A_drill_disappoints_where_a_person_who_relied_on_it_would_be(bool detected, bool looked, int? place, bool healed, string disappointment) =>
        Assert.Equal(disappointment, string.Join("; ", DrillScore.Disappointments(Listed, detected, looked, "right", place, healingAsked: true, healed)));

    [Fact]
    public void Where_no_cause_is_right_a_leader_disappoints_and_abstaining_does_not()
    {
        Assert.NotEmpty(DrillScore.Disappointments(Unlisted, true, true, "something", null, false, false));
        Assert.Empty(DrillScore.Disappointments(Unlisted, true, true, null, null, false, false));
    }

    [Fact]
    public void A_scorecard_tells_each_fault_of_a_runbook_over_time()
    {
        DrillResult Drill(string fault, string? runbook, string? wrong, int day) =>
            new(fault, "family", new DateTimeOffset(2026, 3, day, 0, 0, 0, TimeSpan.Zero), "Alert", runbook, 5, 6, null, null, [], null, wrong is null ? 1 : 2, wrong is null ? [] : [wrong]);

        var cards = Scorecard.Of([Drill("b", "shop.md", "place 2", 1), Drill("a", "shop.md", null, 2), Drill("b", "shop.md", null, 3), Drill("c", null, "no alert fired", 4)]);
        Assert.Equal(["shop.md", null], cards.Select(card => card.Runbook));
        Assert.Equal(["a", "b"], cards[0].Faults.Select(fault => fault.Fault));
        Assert.Equal(2, cards[0].Passed);
        Assert.Equal([false, true], cards[0].Faults[1].Drills.Select(drill => drill.Disappoints.IsEmpty));
        Assert.Equal(0, cards[1].Passed);
    }

    [Fact]
    public void A_result_is_read_as_it_was_written_and_a_cut_line_is_none()
    {
        var result = new DrillResult("f", "family", new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), null, "shop.md", 5.25, null, null, null, [new RankedTitle("id", "Title", "strong")], null, 2, ["wrong"]) { Shown = 0.25 };
        var line = CaseFormat.Line(result);
        Assert.Equal(result, CaseFormat.ReadLine(line));
        Assert.Null(CaseFormat.ReadLine(line[..^5]));
    }
}
