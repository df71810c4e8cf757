using Firstlook.Access;
using Firstlook.Alerts;
using Firstlook.Effects;
using Firstlook.Hypotheses;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Hypotheses;

/// <summary>The cause may stand in another procedure than the one that answers the alert.</summary>
public sealed class LibraryTests
{
    static readonly LabelSet Labels = LabelSet.From(("alertname", "CheckoutErrors"), ("service", "shop"));

    static readonly Service Shop = new("shop", "store", Labels, [new Target("database", TargetKind.PostgreSql, "postgresql"), new Target("metrics", TargetKind.Prometheus, "prometheus")]);

    const string Checkout = """
        # Checkout

        ## CheckoutErrors

        **Alert:** `CheckoutErrors`

        ### Hypothesis 1: Coupons are rejected

        **Symptoms:**
        - `reason="coupon_rejected"` dominates

        ```promql
        sum by (reason) (rate(checkout_failures_total[5m]))
        ```
        """;

    const string Stock = """
        # Stock

        ## NegativeStock

        **Alert:** `NegativeStock`

        ### Hypothesis 1: Two sales took the same piece

        **Symptoms:**
        - `reason="negative_stock"` in the failures

        ```sql
        -- Check for negative stock
        SELECT id FROM stock WHERE quantity < 0;
        ```

        ## DiskFull

        **Alert:** `DiskFull`

        ### Hypothesis 1: Two sales took the same piece of disk

        ```promql
        sum by (reason) (rate(checkout_failures_total[5m]))
        ```
        """;

    static Runbook Read(string file, string text) => RunbookReader.Read(file, System.Text.Encoding.UTF8.GetBytes(text));

    static (LookPlan Own, EquatableArray<PlannedCommand> Beside, EquatableArray<Considered> Besides, ProcedureMatch.Found Found) Plan()
    {
        Runbook[] library = [Read("a/checkout.md", Checkout), Read("b/stock.md", Stock)];
        var found = Assert.IsType<ProcedureMatch.Found>(Matching.Find(new Alert(Labels, default, Case.Now, null, true, null), library));
        var besides = Library.Besides(found, Labels, default, library).Select(one => Library.Consider(one.Runbook, one.Procedure, found.Runbook.File)).ToEquatableArray();
        var own = Planning.Plan(found.Procedure, Shop, Labels, Limits.Default);
        return (own, Library.Plan(own, besides, Shop, Labels, Limits.Default), besides, found);
    }

    static Ranked Rank(Output breakdown, Output negative)
    {
        var (own, beside, besides, found) = Plan();
        var results = own.Ready.Concat(beside).Select(planned => new Result(planned.Id, planned.Target!.Name, planned.Command.Text, null, Case.Now, TimeSpan.Zero, Outcome.Succeeded, planned.Command.Language == Language.Sql ? negative : breakdown, 0)).ToArray();
        return Ranking.Rank(Placement.Of(found.Procedure, besides, Labels, results, []) with { At = Case.Now });
    }

    [Fact]
    public void A_question_that_two_procedures_ask_runs_once_and_answers_both()
    {
        var (own, beside, besides, found) = Plan();
        Assert.Single(own.Ready);
        Assert.Equal(Language.Sql, Assert.Single(beside).Command.Language);
        var result = new Result(own.Ready.Single().Id, "metrics", "", null, Case.Now, TimeSpan.Zero, Outcome.Succeeded, Case.Vector(("reason=x", 1)), 0);
        Assert.Equal(2, Placement.Of(found.Procedure, besides, Labels, [result], []).Observations.Count);
    }

    [Fact]
    public void A_cause_of_another_runbook_leads_where_the_evidence_is_for_it()
    {
        var ranked = Rank(Case.Vector(("reason=negative_stock", 9), ("reason=coupon_rejected", 0.1)), Case.Rows("id", "7", "8"));
        Assert.Equal("stock.md#negativestock/two-sales-took-the-same-piece", ranked.Leader?.Hypothesis.Id);
        Assert.True(ranked.Leader!.IsBeside);
        Assert.All(ranked.Leader.For, finding => Assert.True(finding.Citation is { Command: not null } or { Record.Length: > 0 }));
    }

    [Fact]
    public void Of_equal_evidence_the_procedure_that_answers_comes_first()
    {
        var ranked = Rank(Case.Vector(), Case.Rows("id"));
        Assert.False(ranked.Hypotheses[0].IsBeside);
        Assert.Null(ranked.Leader);
    }

    [Fact]
    public void Sharing_words_with_the_alert_is_never_enough_to_lead()
    {
        var (_, _, besides, found) = Plan();
        var ranked = Ranking.Rank(Placement.Of(found.Procedure, besides, Labels, [], []) with { Annotations = LabelSet.From(("summary", "coupons are rejected; two sales took the same piece of disk")), At = Case.Now });
        Assert.Null(ranked.Leader);
        Assert.All(ranked.Hypotheses, one => Assert.Equal(Standing.NotTested, one.Standing));
    }

    [Fact]
    public void A_value_that_is_missing_speaks_only_against_those_who_asked_for_it()
    {
        var ranked = Rank(Case.Vector(("reason=gateway", 9)), Case.Rows("id"));
        Assert.NotEmpty(ranked.Hypotheses.Single(one => !one.IsBeside).Against);
        Assert.DoesNotContain(ranked.Hypotheses.Single(one => one.Hypothesis.Id.Contains("negativestock", StringComparison.Ordinal)).Against, finding => finding.Family.Contains("reason", StringComparison.Ordinal));
    }

    [Fact]
    public void A_twin_in_another_procedure_is_no_rival()
    {
        var one = new Suspect(Cause("Connection pool exhausted"), Shape("a"), null, false);
        Assert.True(Twins.Are(one, new Suspect(Cause("Database connection pool exhausted"), Shape("b"), null, false)));
        Assert.False(Twins.Are(one, new Suspect(Cause("Connection refused by the mail server"), Shape("b"), null, false)));
        Assert.False(Twins.Are(one, new Suspect(Cause("Connection pool exhausted"), Shape("a"), null, false)));
    }

    [Theory]
    [InlineData("StockNegative", "two sales took the same piece", true)]
    [InlineData("StockOfficePrinterJammed", "toner is empty, paper tray three is stuck", false)]
    public void Words_lead_to_a_procedure_only_where_it_tells_much_of_what_the_alert_tells_and_what_nobody_speaks_of_counts_too(string alert, string summary, bool leads)
    {
        Runbook[] library = [Read("a/checkout.md", Checkout), Read("b/stock.md", Stock)];
        var nobody = Library.Nobody("no procedure names it");
        var labels = LabelSet.From(("alertname", alert), ("service", "shop"));
        var besides = Library.Besides(nobody, labels, default, library).Select(one => Library.Consider(one.Runbook, one.Procedure, nobody.Runbook.File)).ToEquatableArray();
        var ranked = Ranking.Rank(Placement.Of(nobody.Procedure, besides, labels, [], []) with { Annotations = LabelSet.From(("summary", summary)), At = Case.Now });
        var told = ranked.Hypotheses.Where(one => one.For.Any(finding => finding.Claim.Contains("tells of what", StringComparison.Ordinal))).Select(one => one.Procedure);
        if (leads) Assert.Contains("NegativeStock", told);
        else Assert.Empty(told);
    }

    static Hypothesis Cause(string title) => new(title, title, 1, 2, null, [], []);

    static Procedure Shape(string id) => new(id, id, id, 1, 9, [], null, null, null, [], [], [], [], []);
}
