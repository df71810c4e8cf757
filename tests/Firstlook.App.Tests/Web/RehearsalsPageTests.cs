using Firstlook.App.Web.Views;
using Firstlook.Baselines;
using Firstlook.Effects;
using Firstlook.Looks;

namespace Firstlook.App.Tests.Web;

public sealed class RehearsalsPageTests
{
    static RehearsedRead Read(string key, int line, string step, Rot? rot, params double[] rows) => new(
        key, key, "SELECT id FROM stock WHERE quantity < 0", Language.Sql, "shop-db", "store", [new Place("runbooks/stock.md", "Stock is wrong", step, line)],
        rows.Aggregate(Baseline.Nothing, (known, count) => known.Learn(OutputKind.Rows, [new Measured(new Quantity(QuantityKind.Count), count), new Measured(new Quantity(QuantityKind.Seconds), 0.02)], Shop.Night.AddDays(-1))),
        new LastRun(Shop.Night.AddHours(-2), OutcomeKind.Succeeded, TimeSpan.FromMilliseconds(18)), rot, Shop.Night.AddHours(-8), false);

    static RehearsalsView View(params RehearsedRead[] reads) =>
        RehearsalsView.Of(reads.Aggregate(RehearsalRecord.Empty, (record, read) => record.With(read)) with { FinishedAt = Shop.Night.AddHours(-2) }, TimeSpan.FromHours(6), _ => null, Rendered.Visit(TimeSpan.Zero));

    [Fact]
    public async Task Rot_stands_before_what_is_sound_with_what_was_normal_before() => PageGolden.Check("rehearsals", await Rendered.Rehearsals(View(
        Read("a", 12, "Negative stock", null, 0, 0, 0, 1),
        Read("b", 30, "Batches", new Rot(RotKind.Gone, "what it asks for is gone: column \"expires_at\" does not exist"), 4, 5, 6),
        Read("c", 44, "Just written", null, 2))));

    [Fact]
    public async Task Text_of_a_runbook_or_of_a_target_stays_text()
    {
        var page = await Rendered.Rehearsals(View(Read("a", 12, "<script>alert(1)</script>\u202e", new Rot(RotKind.Error, "<b>no</b>"), 1)));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>no", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', page);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_rehearsal_the_page_says_how_there_is_one() =>
        Assert.Contains("firstlook rehearse", await Rendered.Rehearsals(RehearsalsView.Of(RehearsalRecord.Empty, null, _ => null, Rendered.Visit(TimeSpan.Zero))), StringComparison.Ordinal);
}
