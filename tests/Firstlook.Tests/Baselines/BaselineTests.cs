using Firstlook.Access;
using Firstlook.Baselines;
using Firstlook.Looks;
using FsCheck;
using FsCheck.Fluent;
using static Firstlook.Tests.Hypotheses.Case;
using Outcome = Firstlook.Looks.Outcome;
using Result = Firstlook.Looks.Result;

namespace Firstlook.Tests.Baselines;

public sealed class BaselineTests
{
    static Result Returned(Output output, double seconds = 0.02, Outcome? outcome = null) =>
        new(new CommandId("step", 0), "shop-db", "text", null, Now, TimeSpan.FromSeconds(seconds), outcome ?? Outcome.Succeeded, output, 0);

    static Baseline Learnt(string text, params (int Hour, Output Output)[] runs) =>
        runs.Aggregate(Baseline.Nothing, (baseline, run) => baseline.Learn(run.Output.Kind, Measures.Of(Returned(run.Output), text), run.Hour));

    static Baseline Learnt(string text, params Output[] runs) => Learnt(text, [.. runs.Select(output => (3, output))]);

    static string[] Unusual(Baseline baseline, Output now, string text, int hour = 3) =>
        [.. baseline.At(hour).Compare(Returned(now), text).Where(one => one.IsOutside).Select(one => one.Sentence)];

    [Fact]
    public void Rows_where_there_were_none_are_told_with_both_counts() =>
        Assert.Equal(["normally 0 rows, now 2"], Unusual(Learnt("SELECT id FROM stock", Rows("id"), Rows("id"), Rows("id")), Rows("id", "7", "9"), "SELECT id FROM stock"));

    [Fact]
    public void A_number_is_compared_with_the_numbers_that_it_usually_is()
    {
        var baseline = Learnt("avg(x)", Scalar(0.3), Scalar(0.45), Scalar(0.6), Scalar(0.5), Scalar(0.4));
        Assert.Empty(Unusual(baseline, Scalar(0.55), "avg(x)"));
        var sentence = Assert.Single(Unusual(baseline, Scalar(4.2), "avg(x)"));
        Assert.Matches(@"^normally 0(\.\d+)?–0\.\d+, now 4\.2$", sentence);
    }

    [Fact]
    public void Of_a_breakdown_the_part_that_has_grown_is_named_with_its_shares()
    {
        var baseline = Learnt("sum by (result) (rate(x_total[5m]))", [.. Enumerable.Range(0, 6).Select(turn => Vector(("result=ok", 90 + turn), ("result=expired", 2)))]);
        Assert.Equal("result=expired: normally 1.9–2.3 %, now 50 %", Unusual(baseline, Vector(("result=ok", 90), ("result=expired", 90)), "sum by (result) (rate(x_total[5m]))")[0]);
    }

    [Fact]
    public void A_group_that_was_never_there_before_is_news()
    {
        const string sql = "SELECT status, count(*) FROM sale GROUP BY status";
        var baseline = Learnt(sql, [.. Enumerable.Range(0, 4).Select(_ => Rows("status|count", "paid|80", "open|20"))]);
        Assert.Contains("status=refused: never seen in 4 rehearsals, now 50 %", Unusual(baseline, Rows("status|count", "paid|80", "open|20", "refused|100"), sql));
    }

    [Theory]
    [InlineData(3, "normally 3, now 900")]
    [InlineData(40, "normally 38–42, now 900")]
    [InlineData(1, "normally 0.95–1.05, now 900")]
    public void What_was_whole_in_every_rehearsal_is_usual_in_whole_numbers(double value, string said) => Assert.Equal([said], Unusual(Learnt("x", Scalar(value), Scalar(value), Scalar(value)), Scalar(900), "x"));

    [Fact]
    public void Before_three_rehearsals_nothing_is_usual() =>
        Assert.Empty(Learnt("x", Scalar(1), Scalar(1)).At(3).Compare(Returned(Scalar(900)), "x"));

    [Fact]
    public void An_error_teaches_nothing() => Assert.Empty(Measures.Of(Returned(Output.None, outcome: new Outcome(OutcomeKind.Failed, "no")), "x"));

    [Fact]
    public void The_hour_counts_where_it_differs_from_the_others_and_enough_is_known_of_it()
    {
        (int Hour, Output Output)[] runs = [.. Enumerable.Range(0, 6).SelectMany(day => new[] { (3, Scalar(10 + day)), (14, Scalar(400 + day)), (15, Scalar(410 + day)) })];
        var baseline = Learnt("x", runs);
        Assert.Matches(@"^normally \d(\.\d+)?–\d\d(\.\d+)? at 03 h UTC, now 390$", Assert.Single(Unusual(baseline, Scalar(390), "x", hour: 3)));
        Assert.Empty(Unusual(baseline, Scalar(405), "x", hour: 14));
        Assert.Empty(Unusual(baseline, Scalar(405), "x", hour: 9));
    }

    [Fact]
    public void An_hour_like_the_others_is_not_told_apart() =>
        Assert.All(Learnt("x", [.. Enumerable.Range(0, 40).Select(turn => (turn % 4, Scalar(50 + (turn % 5))))]).At(2).Usuals, usual => Assert.Null(usual.Hour));

    [Fact]
    public void How_long_it_took_matters_only_where_a_person_would_notice()
    {
        var baseline = Learnt("x", Scalar(1), Scalar(1), Scalar(1)).At(3);
        Assert.DoesNotContain(baseline.Compare(Returned(Scalar(1), seconds: 0.4), "x"), one => one.IsOutside);
        Assert.Equal("time taken: normally 0.02 s, now 4.2 s", Assert.Single(baseline.Compare(Returned(Scalar(1), seconds: 4.2), "x"), one => one.IsOutside).Sentence);
    }

    [Fact]
    public void Neither_rows_nor_lines_are_remembered()
    {
        var baseline = Learnt("SELECT * FROM customer", [.. Enumerable.Range(0, 3).Select(_ => Rows("id|name", "17|Ada Lovelace", "18|Grace Hopper"))]);
        Assert.Equal([QuantityKind.Count, QuantityKind.Seconds], baseline.Courses.Select(course => course.Quantity.Kind));
        var lines = Learnt("tail app.log", [.. Enumerable.Range(0, 3).Select(_ => Lines("12:00:01 Ada paid", "3 Ada Lovelace bought one thing"))]);
        Assert.Equal([QuantityKind.Count, QuantityKind.Seconds], lines.Courses.Select(course => course.Quantity.Kind));
    }

    [Fact]
    public void However_long_and_whatever_comes_a_baseline_stays_small() =>
        Prop.ForAll(Gen.Choose(0, 400).ListOf().Select(list => list.Take(60).ToArray()).ToArbitrary(), seeds =>
        {
            var baseline = seeds.Aggregate(Baseline.Nothing, (known, seed) => known.Learn(
                OutputKind.Samples,
                Measures.Of(Returned(Vector([.. Enumerable.Range(seed, 30).Select(pod => ($"pod=p{pod}", (double)pod))])), "x"),
                seed % 24));
            return baseline.Courses.Count <= Baseline.MostCourses && baseline.Courses.All(course => course.Count <= 24 * Course.MostPerHour && course.Hours.Count == 24) && baseline.Runs == seeds.Length;
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void What_has_not_come_for_long_makes_room_for_what_comes()
    {
        var baseline = Learnt("x", Vector([.. Enumerable.Range(0, 12).Select(pod => ($"pod=old{pod}", 1.0))]));
        for (var run = 0; run < 60; run++) baseline = baseline.Learn(OutputKind.Samples, Measures.Of(Returned(Vector(("pod=new1", 1), ("pod=new2", 1))), "x"), 3);
        Assert.Contains(baseline.Courses, course => course.Quantity.Of == "pod=new2");
        Assert.DoesNotContain(baseline.Courses, course => course.Quantity.Of.StartsWith("pod=old", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.123456, 0.1235)]
    [InlineData(-98765.4, -98770)]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    public void Four_digits_are_kept(double value, double kept) => Assert.Equal(kept, Course.Rounded(value));
}
