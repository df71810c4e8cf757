using Firstlook.Hypotheses;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Hypotheses;

public sealed class DominanceTests
{
    const string ByReason = "sum by (reason) (rate(payments_total{reason!=\"success\"}[5m]))";

    static Case Payments() => new Case()
        .Hypothesis("card network", ("`reason=\"network_down\"` dominates", ["reason=\"network_down\""]))
        .Hypothesis("fraud rules", ("`reason=\"blocked\"` significant", ["reason=\"blocked\""]));

    [Fact]
    public void A_label_value_that_dominates_leads_and_the_other_is_refuted()
    {
        var ranked = Payments().Returned(ByReason, Vector(("reason=network_down", 0.9), ("reason=blocked", 0.02))).Rank();
        Assert.Equal("card network", ranked.Leader?.Hypothesis.Title);
        Assert.Equal(Standing.Strong, ranked.Hypotheses[0].Standing);
        Assert.Equal(Standing.Unlikely, ranked.Hypotheses[1].Standing);
        Assert.Equal("reason network_down is 98 % of payments_total", ranked.Hypotheses[0].For[0].Claim);
    }

    [Fact]
    public void A_claim_tells_the_share_of_what_the_hypothesis_names()
    {
        var ranked = Payments().Returned(ByReason, Vector(("reason=network_down", 0.7), ("reason=blocked", 0.3))).Rank();
        Assert.Equal("reason network_down is 70 % of payments_total", Assert.Single(ranked.Hypotheses[0].For).Claim);
        Assert.Equal("reason blocked is 30 % of payments_total", Assert.Single(ranked.Hypotheses[1].For).Claim);
    }

    [Fact]
    public void Of_two_exceptions_that_a_hypothesis_names_each_speaks_for_it()
    {
        var story = new Case()
            .Hypothesis("flow", ("Exception: `ShortError` or `ExpiredError`", ["ShortError", "ExpiredError"]))
            .Hypothesis("other", ("Exception: `TimeoutError`", ["TimeoutError"]))
            .Returned("sum by (exception_type) (rate(exceptions_total[5m]))", Vector(("exception_type=ExpiredError", 3), ("exception_type=ShortError", 2), ("exception_type=KeyError", 1)));
        Assert.Equal("flow", story.Leader);
        Assert.Equal(5 / 6.0, story.Ranked("flow").Score, 9);
    }

    [Theory]
    [InlineData("reporting", "shop", 1)]
    [InlineData("shop", "reporting", -1)]
    public void A_name_other_than_one_is_looked_for_at_the_top(string first, string second, int sign) =>
        Assert.Equal(sign, Math.Sign(new Case().Hypothesis("culprit", ("A name other than `shop` is at the top", ["shop"])).Hypothesis("other", ("Nobody knows", []))
            .Returned("sum by (application_name) (sessions)", Vector(($"application_name={first}", 30), ($"application_name={second}", 12))).Ranked("culprit").Score));

    [Fact]
    public void What_people_say_with_blanks_is_what_a_label_joins() =>
        Assert.Equal("forged", new Case().Hypothesis("forged", ("refused with \"signature invalid\"", ["signature invalid"])).Hypothesis("other", ("Nobody knows", []))
            .Returned("sum by (reason) (rate(refused_total[5m]))", Vector(("reason=signature_invalid", 3))).Leader);

    [Fact]
    public void A_status_code_alone_carries_nobody() =>
        Assert.Null(new Case().Hypothesis("crash", ("users get 502", ["502"])).Hypothesis("other", ("Nobody knows", []))
            .Returned("sum by (status) (rate(requests_total[5m]))", Vector(("status=502", 3))).Leader);

    [Fact]
    public void What_a_query_asks_for_alone_is_all_that_it_returns() =>
        Assert.Null(new Case().Hypothesis("replay", ("`replayed` dominates", ["replayed"])).Hypothesis("other", ("Nobody knows", []))
            .Returned("sum by (reason) (rate(refused_total{reason=\"replayed\"}[5m]))", Vector(("reason=replayed", 3))).Leader);

    [Fact]
    public void Whoever_has_the_larger_share_leads() =>
        Assert.Equal("fraud rules", Payments().Returned(ByReason, Vector(("reason=network_down", 0.05), ("reason=blocked", 0.7))).Leader);

    [Fact]
    public void Two_halves_lead_to_nobody() =>
        Assert.Null(Payments().Returned(ByReason, Vector(("reason=network_down", 0.5), ("reason=blocked", 0.5))).Leader);

    [Fact]
    public void An_empty_vector_and_one_of_noughts_say_nothing()
    {
        Assert.All(Payments().Returned(ByReason, Vector()).Rank().Hypotheses, one => Assert.Equal(Standing.NotTested, one.Standing));
        Assert.All(Payments().Returned(ByReason, Vector(("reason=network_down", 0), ("reason=blocked", 0))).Rank().Hypotheses, one => Assert.Equal(Standing.NotTested, one.Standing));
        Assert.All(Payments().Returned(ByReason, Vector(("reason=network_down", double.NaN))).Rank().Hypotheses, one => Assert.Equal(Standing.NotTested, one.Standing));
    }

    [Fact]
    public void Repeats_that_did_no_harm_are_no_failures() =>
        Assert.All(Payments().Returned(ByReason, Vector(("reason=idempotent", 0.02))).Rank().Hypotheses, one => Assert.Equal(Standing.NotTested, one.Standing));

    [Fact]
    public void Successes_in_the_same_vector_do_not_hide_what_fails()
    {
        const string everything = "sum by (reason) (rate(payments_total[5m]))";
        Assert.Equal("fraud rules", Payments().Returned(everything, Vector(("reason=success", 9), ("reason=blocked", 1))).Leader);
        Assert.Null(Payments().Returned(everything, Vector(("reason=success", 999), ("reason=blocked", 1))).Leader);
    }

    [Fact]
    public void A_value_as_common_as_error_alone_leads_to_nothing()
    {
        var story = new Case()
            .Hypothesis("deadlock", ("Generic `error` result (not specific)", ["error"]))
            .Hypothesis("shortage", ("`result=\"short\"` dominates", ["result=\"short\""]))
            .Returned("sum by (result) (rate(orders_total{result!=\"success\"}[5m]))", Vector(("result=error", 3)));
        Assert.Null(story.Leader);
        Assert.Equal(Standing.Possible, story.Ranked("deadlock").Standing);
    }

    [Fact]
    public void A_common_value_and_a_check_that_it_calls_for_lead_together()
    {
        var story = new Case()
            .Hypothesis("deadlock", ("Generic `error` result (not specific)", ["error"]))
            .Hypothesis("shortage", ("`result=\"short\"` dominates", ["result=\"short\""]))
            .Returned("sum by (result) (rate(orders_total{result!=\"success\"}[5m]))", Vector(("result=error", 3)))
            .Returned("SELECT * FROM pg_locks WHERE NOT granted", Rows("pid|mode", "7|ExclusiveLock"), "deadlock", None("Check for lock waits"), language: Firstlook.Effects.Language.Sql);
        Assert.Equal("deadlock", story.Leader);
    }

    [Theory]
    [InlineData("OperationalError", "exception_type=OperationalError")]
    [InlineData("OperationalError", "exception_type=django.db.utils.OperationalError")]
    [InlineData("OperationalError: too many connections", "type=OperationalError")]
    [InlineData("NullPointerException", "exception=java.lang.NullPointerException")]
    public void An_exception_is_known_with_its_package_and_without(string literal, string labels)
    {
        var story = new Case()
            .Hypothesis("a", ($"Exception: `{literal}`", [literal]))
            .Hypothesis("b", ("Exception: `KeyError`", ["KeyError"]))
            .Returned("sum by (x) (rate(exceptions_total[5m]))", Vector((labels, 2)));
        Assert.Equal("a", story.Leader);
        Assert.True(story.Ranked("b").Score < 0);
    }

    [Fact]
    public void An_exception_is_not_looked_for_among_things_that_are_none()
    {
        var story = new Case()
            .Hypothesis("a", ("Exception: `KeyError`", ["KeyError"]))
            .Returned("sum by (result) (rate(orders_total{result!=\"success\"}[5m]))", Vector(("result=short", 2)));
        Assert.Equal(Standing.NotTested, story.Ranked("a").Standing);
    }

    [Fact]
    public void Five_views_of_one_counter_count_once()
    {
        var once = Payments().Returned(ByReason, Vector(("reason=network_down", 0.9), ("reason=blocked", 0.1)));
        var often = Payments();
        for (var i = 0; i < 5; i++) often.Returned(ByReason, Vector(("reason=network_down", 0.9), ("reason=blocked", 0.1)));
        Assert.Equal(once.Ranked("card network").Score, often.Ranked("card network").Score, 9);
        Assert.Equal(5, often.Ranked("card network").For.Count);
    }

    [Fact]
    public void A_symptom_that_is_denied_is_no_symptom()
    {
        var story = new Case().Negative("other", "No `timeout` at all", "timeout").Hypothesis("b")
            .Returned("sum by (result) (rate(orders_total{result!=\"success\"}[5m]))", Vector(("result=timeout", 2)));
        Assert.Null(story.Leader);
        Assert.Empty(story.Ranked("other").For);
    }
}
