using Firstlook.Baselines;
using Firstlook.Effects;
using Firstlook.Hypotheses;
using Firstlook.Looks;
using Firstlook.Runbooks;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Hypotheses;

/// <summary>Signals from the record: changes, earlier causes, checks by hand, baselines. Hints order; they never lead alone.</summary>
public sealed class RecordSignalTests
{
    static Case TwoCauses => new Case().Hypothesis("A bad deploy", ("Began right after a deployment", [])).Hypothesis("Redis is full", ("Memory is at its limit", []));

    static Normal UsualRows(double low, double high, int runs) => new(OutputKind.Rows, runs, true, [new Usual(new Quantity(QuantityKind.Count), low, low, high, runs, null)]);

    static RankedHypothesis Of(Ranked ranked, string title) => ranked.Hypotheses.Single(one => one.Hypothesis.Title == title);

    [Fact]
    public void A_deploy_shortly_before_the_alert_is_a_hint_and_no_verdict()
    {
        var ranked = Ranking.Rank(TwoCauses.Evidence with { At = Now, Changes = [new Change(Now.AddMinutes(-4), "deploy", "shop 4f1c2d", "shop", "ci")] });
        Assert.Equal("A bad deploy", ranked.Hypotheses[0].Hypothesis.Title);
        Assert.Null(ranked.Leader);
        Assert.Contains("4 min before the alert: shop 4f1c2d", Of(ranked, "A bad deploy").For.Select(finding => finding.Claim).Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-200)]
    [InlineData(30)]
    public void A_change_that_was_long_ago_or_came_afterwards_says_nothing(int minutes) =>
        Assert.Empty(Of(Ranking.Rank(TwoCauses.Evidence with { At = Now, Changes = [new Change(Now.AddMinutes(minutes), "deploy", "x", null, null)] }), "A bad deploy").For);

    [Fact]
    public void A_cause_that_was_confirmed_before_counts_the_less_the_longer_ago()
    {
        double Weight(int days) => Of(Ranking.Rank(TwoCauses.Evidence with { At = Now, Earlier = [new EarlierCause("Redis is full", 3, Now.AddDays(-days))] }), "Redis is full").Score;
        Assert.True(Weight(1) > Weight(20) && Weight(20) > Weight(60) && Weight(60) > 0);
    }

    [Fact]
    public void However_often_a_cause_was_confirmed_it_does_not_lead_by_that()
    {
        var often = Enumerable.Range(1, 40).Select(number => new EarlierCause("Redis is full", number, Now.AddHours(-number))).ToEquatableArray();
        var ranked = Ranking.Rank(TwoCauses.Evidence with { At = Now, Earlier = often });
        Assert.Equal("Redis is full", ranked.Hypotheses[0].Hypothesis.Title);
        Assert.Null(ranked.Leader);
    }

    [Fact]
    public void The_last_answer_to_a_check_by_hand_counts()
    {
        var evidence = TwoCauses.Evidence;
        var step = new Step("check", 1, 90, 90, "Is the deploy the newest?", "", Language.Text, StepKind.Diagnostic, Effect.None, false, true, "A bad deploy", null, null, [], [], [], []);
        evidence = evidence with { At = Now, Procedure = evidence.Procedure with { Steps = [step] } };
        var yes = Ranking.Rank(evidence with { Checks = [new CheckAnswer("check", false, "ada", Now), new CheckAnswer("check", true, "ada", Now.AddMinutes(1))] });
        Assert.Equal("A bad deploy", yes.Leader?.Hypothesis.Title);
        var no = Ranking.Rank(evidence with { Checks = [new CheckAnswer("check", true, "ada", Now), new CheckAnswer("check", false, "ada", Now.AddMinutes(1))] });
        Assert.NotEmpty(Of(no, "A bad deploy").Against);
        Assert.Equal("ada's check, line 90", Of(no, "A bad deploy").Against[0].Citation.ToString());
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(3, false)]
    public void A_result_outside_its_baseline_speaks_for_the_cause_whose_check_it_is(int rows, bool speaks)
    {
        var evidence = TwoCauses.Returned("SELECT id FROM keys", Rows("id", [.. Enumerable.Range(0, rows).Select(row => $"{row}")]), "Redis is full", language: Language.Sql).Evidence;
        var ranked = Ranking.Rank(evidence with { Observations = evidence.Observations.Select(one => one with { Normally = UsualRows(0, 5, 12) }).ToEquatableArray() });
        Assert.Equal(speaks, !Of(ranked, "Redis is full").For.IsEmpty);
        Assert.Equal(!speaks, !Of(ranked, "Redis is full").Against.IsEmpty);
    }

    [Fact]
    public void Many_checks_that_are_not_as_ever_are_no_more_than_one_and_some_hints()
    {
        var one = TwoCauses.Returned("SELECT id FROM keys", Rows("id", "1", "2", "3"), "Redis is full", language: Language.Sql).Evidence;
        var many = Enumerable.Range(0, 5).Aggregate(TwoCauses, (known, n) => known.Returned($"SELECT id FROM keys{n}", Rows("id", "1", "2", "3"), "Redis is full", language: Language.Sql)).Evidence;
        double Score(Evidence evidence, double high) => Of(Ranking.Rank(evidence with { Observations = evidence.Observations.Select(seen => seen with { Normally = UsualRows(0, high, 9) }).ToEquatableArray() }), "Redis is full").Score;
        Assert.Equal(0.45, Score(one, 0), 3);
        Assert.Equal(0.85, Score(many, 0), 3);
        Assert.Equal(Score(one, 5), Score(many, 5), 3);
    }

    const string ByResult = "sum by (result) (rate(sales_total[5m]))";

    static Case Breakdowns(double expired, double declined) => new Case()
        .Hypothesis("Batches expired", ("`expired_batch` in the results", ["expired_batch"]))
        .Hypothesis("Cards are declined", ("`card_declined` in the results", ["card_declined"]))
        .Returned(ByResult, Vector(("result=expired_batch", expired), ("result=card_declined", declined)));

    static Ranked HeldAgainstPeace(Case seen, params (string Labels, double Value)[] peace)
    {
        var evidence = seen.Evidence;
        var once = seen.Evidence.Observations[0].Result with { Output = Vector(peace) };
        var baseline = Enumerable.Range(0, 6).Aggregate(Baseline.Nothing, (known, _) => known.Learn(OutputKind.Samples, Measures.Of(once, evidence.Observations[0].Command.Text), Now));
        return Ranking.Rank(evidence with { Observations = evidence.Observations.Select(one => one with { Normally = baseline.At(Now) }).ToEquatableArray() });
    }

    [Fact]
    public void What_dominates_as_it_always_does_says_little_and_what_has_grown_beyond_all_that_was_usual_leads()
    {
        Assert.Equal("Cards are declined", Breakdowns(0.4, 0.6).Leader);
        var held = HeldAgainstPeace(Breakdowns(0.4, 0.6), ("result=expired_batch", 0.01), ("result=card_declined", 0.6));
        Assert.Equal("Batches expired", held.Hypotheses[0].Hypothesis.Title);
        Assert.Contains(Of(held, "Batches expired").For, finding => finding.Claim.StartsWith("result=expired_batch: normally", StringComparison.Ordinal));
        Assert.Contains(Of(held, "Cards are declined").For, finding => finding.Claim.EndsWith("as ever", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.5, "grows as ever", false)]
    [InlineData(9.0, "grows more than ever", true)]
    public void A_counter_that_grows_as_ever_is_no_spike(double now, string said, bool speaks)
    {
        var seen = new Case().Hypothesis("Refunds fail", ("`refund_errors_total` spikes", ["refund_errors_total"])).Hypothesis("Something else").Returned("rate(refund_errors_total[5m])", Scalar(now));
        var one = Of(HeldAgainstPeace(seen, ("", 0.5)), "Refunds fail");
        Assert.Contains((speaks ? one.For : one.Against), finding => finding.Claim == $"refund_errors_total {said}");
    }

    [Fact]
    public void Less_than_ever_is_a_hint_that_leads_nowhere_alone()
    {
        var evidence = TwoCauses.Returned("SELECT id FROM keys", Rows("id", "1"), "Redis is full", language: Language.Sql).Evidence;
        var ranked = Ranking.Rank(evidence with { Observations = evidence.Observations.Select(one => one with { Normally = UsualRows(20, 30, 9) }).ToEquatableArray() });
        Assert.NotEmpty(Of(ranked, "Redis is full").For);
        Assert.Null(ranked.Leader);
    }

    [Fact]
    public void A_baseline_of_too_few_runs_says_nothing()
    {
        var evidence = TwoCauses.Returned("SELECT id FROM keys", Rows("id", "1", "2", "3"), "Redis is full", language: Language.Sql).Evidence;
        var ranked = Ranking.Rank(evidence with { Observations = evidence.Observations.Select(one => one with { Normally = UsualRows(0, 0, 2) }).ToEquatableArray() });
        Assert.Equal(Standing.NotTested, Of(ranked, "Redis is full").Standing);
    }

    [Fact]
    public void What_a_symptom_says_is_not_there_speaks_against_it_where_it_is() =>
        Assert.NotEmpty(new Case().Negative("one flow", "No `DatabaseError` in the log", "DatabaseError").Returned("tail app.log", Lines("2026-03-01 11:59:00 DatabaseError: too many clients"), language: Language.Shell).Ranked("one flow").Against);

    [Theory]
    [InlineData("SELECT id FROM stock WHERE quantity < 0", true)]
    [InlineData("SELECT id FROM sale WHERE created_at > now() - interval '1 hour'", false)]
    [InlineData("SELECT id FROM sale WHERE shop = 'main'", false)]
    public void A_check_that_filters_for_what_is_wrong_speaks_where_it_finds_some(string sql, bool speaks) =>
        Assert.Equal(speaks, !new Case().Hypothesis("cause").Returned(sql, Rows("id", "1"), "cause", language: Language.Sql).Ranked("cause").For.IsEmpty);

    [Theory]
    [InlineData("relation \"coupon\" does not exist", "42P01", "A migration was not applied")]
    [InlineData("could not extend file: No space left on device", "53100", "The disk is full")]
    [InlineData("could not translate host name: Name or service not known", null, "DNS of the database is wrong")]
    [InlineData("SSL error: certificate has expired", null, "The certificate ran out")]
    public void An_error_of_a_target_is_evidence_for_the_cause_that_speaks_of_it(string message, string? code, string cause) =>
        Assert.Equal(cause, new Case().Hypothesis(cause).Hypothesis("Something else").Failed("SELECT 1", message, code).Rank().Leader?.Hypothesis.Title);

    [Fact]
    public void The_cheapest_check_that_tells_the_first_two_apart_is_offered()
    {
        var ranked = new Case().Hypothesis("a").Hypothesis("b")
            .Waits("SELECT * FROM orders WHERE id = <id>", "needs a value: id", "a")
            .Waits("redis-cli --bigkeys", "waits for a click: cost", "b").Rank();
        Assert.Equal("redis-cli --bigkeys", ranked.Next?.Text);
    }

    [Fact]
    public void A_look_by_hand_is_offered_before_a_value_that_somebody_must_find_out_until_it_is_answered()
    {
        Case Between() => new Case().Hypothesis("a").Hypothesis("b").Waits("SELECT * FROM orders WHERE id = <id>", "needs a value: id", "a");
        Assert.Equal(("b", "Was anything deployed?"), Between().ByHand("Was anything deployed?", "b").Rank().Next is NextCheck.ByHand next ? (next.Hypothesis, next.Text) : default);
        Assert.Equal("SELECT * FROM orders WHERE id = <id>", Between().ByHand("Was anything deployed?", "b", found: false).Rank().Next?.Text);
        Assert.Equal("redis-cli --bigkeys", Between().ByHand("Was anything deployed?", "b").Waits("redis-cli --bigkeys", "waits for a click: cost", "a").Rank().Next?.Text);
        Assert.Null(new Case().Hypothesis("a").Hypothesis("b").Hypothesis("c").ByHand("Is the moon full?", "c").Rank().Next);
    }

    [Fact]
    public void What_has_just_failed_or_has_no_target_tells_nothing_apart()
    {
        Assert.Null(new Case().Hypothesis("a").Hypothesis("b").Failed("SELECT 1", "10 s are over", null, "a", OutcomeKind.TimedOut).Rank().Next);
        Assert.Null(new Case().Hypothesis("a").Hypothesis("b").Waits("redis-cli --bigkeys", "no target of kind redis", "a").Rank().Next);
    }

    [Fact]
    public void Nothing_tells_a_cause_without_a_rival_apart() =>
        Assert.Null(new Case().Hypothesis("a").Waits("redis-cli --bigkeys", "waits for a click: cost", "a").Rank().Next);

    [Fact]
    public void A_check_in_the_runbooks_lists_and_sentences_speaks_for_or_against_the_cause_it_stands_under()
    {
        var evidence = new Case().Hypothesis("Bad release").Hypothesis("Provider is down").Evidence;
        evidence = evidence with
        {
            Procedure = evidence.Procedure with
            {
                Checks = [new ManualCheck("p/check/deployed", 12, "Was anything deployed?", StepKind.Diagnostic, "Bad release"), new ManualCheck("p/check/well", 13, "Is the shop well again?", StepKind.Verification, "Bad release")],
            },
        };
        RankedHypothesis After(string check, bool found) => Ranking.Rank(evidence with { Checks = [new CheckAnswer(check, found, "ada", Now)] }).Hypotheses.Single(one => one.Hypothesis.Id == "Bad release");
        Assert.Contains("ada checked \"Was anything deployed?\": it is so", After("p/check/deployed", true).For.Select(finding => finding.Claim));
        Assert.NotEmpty(After("p/check/deployed", false).Against);
        // Whether a repair has worked says nothing of what was broken.
        Assert.Empty(After("p/check/well", true).For);
    }
}
