using Firstlook.Effects;
using Firstlook.Hypotheses;
using Firstlook.Looks;
using Firstlook.Runbooks;
using Firstlook.Tests.Architecture;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Hypotheses;

/// <summary>A real team's runbook, read from beside the repository where it is to be had, with results as its live shop would return them.</summary>
public sealed class KnownRunbookTests
{
    sealed class Story(Procedure procedure)
    {
        readonly List<(string Fragment, Output Output, Outcome? Outcome)> answers = [];
        (string Message, string Code)? database;

        public Story Returns(string fragment, Output output)
        {
            answers.Add((fragment, output, null));
            return this;
        }

        /// <summary>Every SQL read fails.</summary>
        public Story DatabaseSays(string message, string code)
        {
            database = (message, code);
            return this;
        }

        public Ranked Rank()
        {
            var observations = new List<Observation>();
            var unrun = new List<Unrun>();
            foreach (var unit in procedure.Steps.SelectMany(step => Units.Of(step)))
            {
                if (unit.Command.Effect != Effect.Read)
                {
                    unrun.Add(new Unrun(unit.Step, unit.Command, "waits for approval"));
                    continue;
                }

                var (output, outcome) = Answer(unit.Command);
                if (output is null && outcome is null) unrun.Add(new Unrun(unit.Step, unit.Command, "no target"));
                else observations.Add(new Observation(unit.Step, unit.Command, Result(unit.Step, output ?? Output.None, outcome, unit.Id.Index)));
            }

            Assert.All(answers, answer => Assert.Contains(observations, observation => observation.Command.Text.Contains(answer.Fragment, StringComparison.Ordinal)));
            return Ranking.Rank(new Evidence(procedure, [.. observations], [.. unrun]));
        }

        (Output?, Outcome?) Answer(Command command)
        {
            if (command.Language == Language.Sql && database is { } down) return (Output.None, new Outcome(OutcomeKind.Failed, down.Message, null, down.Code));
            foreach (var (fragment, output, outcome) in answers)
                if (command.Text.Contains(fragment, StringComparison.Ordinal)) return (output, outcome);
            return (null, null);
        }
    }

    static Story At(string alert)
    {
        var folder = Path.Combine(Sources.Root, "..", "shared", "seeds");
        var file = Directory.Exists(folder) ? Directory.GetFiles(folder, "000_*").SingleOrDefault() : null;
        Assert.SkipWhen(file is null, "the runbook is not to be had: no folder shared beside the repository");
        return new Story(RunbookReader.Read(file!, File.ReadAllBytes(file!)).Procedures.Single(procedure => procedure.Alerts.Contains(alert)));
    }

    static string? Leader(Story story) => story.Rank().Leader?.Hypothesis.Title;

    const string Slow = "pid|duration|query";

    static Story HealthyDatabase(Story story) => story
        .Returns("HAVING SUM(quantity_on_hand) < 0", Rows("product_id|location_id|sum"))
        .Returns("FROM pg_stat_activity WHERE state = 'active';", Rows("count", "3"))
        .Returns("ORDER BY duration DESC", Rows(Slow, "71|00:00:00.0021|SELECT pid, now() - pg_stat_activity.query_start AS duration", "72|00:00:00.0001|COMMIT"));

    static readonly Output NoException = Vector(("exception_type=ValidationError,location=request", 0), ("exception_type=DatabaseError,location=django_db", 0));

    [Fact]
    public void Stock_that_is_really_short_is_known_from_the_payments()
    {
        var ranked = At("SalePaidTransitionFailures")
            .Returns("sales_transition_total", Vector(("result=insufficient_stock", 2.4), ("result=idempotent", 0.05)))
            .Returns("HAVING SUM(soh.quantity_on_hand) < 10", Rows("name|code|total_stock", "Serum|WH1|0", "Toner|WH1|2"))
            .Returns("FROM stock_batch sb", Rows("count|name"))
            .Returns("pg_stat_database", Rows("datname|deadlocks", "cosmetica5|0"))
            .Returns("NOT granted", Rows("locktype|pid"))
            .Rank();
        Assert.Contains("Stock Shortage", ranked.Leader!.Hypothesis.Title, StringComparison.Ordinal);
        Assert.Equal(Standing.Strong, ranked.Leader.Standing);
        Assert.All(ranked.Hypotheses.Skip(1), one => Assert.True(one.Score < 0));
    }

    [Fact]
    public void An_old_deadlock_does_not_hide_it() =>
        Assert.Contains("Stock Shortage", Leader(At("SalePaidTransitionFailures")
            .Returns("sales_transition_total", Vector(("result=insufficient_stock", 2.4)))
            .Returns("FROM stock_batch sb", Rows("count|name"))
            .Returns("pg_stat_database", Rows("datname|deadlocks", "cosmetica5|4"))
            .Returns("NOT granted", Rows("locktype|pid"))), StringComparison.Ordinal);

    [Fact]
    public void Stock_that_is_really_short_is_known_from_the_exceptions_too() =>
        Assert.StartsWith("Specific Flow Failing", Leader(HealthyDatabase(At("APIHigh5xxRate"))
            .Returns("exceptions_total", Vector(("exception_type=InsufficientStockError,location=consume_stock_for_sale", 2.4)))
            .Returns("http_requests_total", Vector(("path=/api/sales/{id}/transition/,status=500", 2.4)))
            .Returns("sales_paid_stock_consume_total", Vector(("result=insufficient_stock", 2.4)))
            .Returns("FROM stock_batch", Rows("count", "0"))), StringComparison.Ordinal);

    [Fact]
    public void Expired_batches_are_known_from_the_payments()
    {
        var ranked = At("SalePaidTransitionFailures")
            .Returns("sales_transition_total", Vector(("result=expired_batch", 3), ("result=insufficient_stock", 0.2)))
            .Returns("HAVING SUM(soh.quantity_on_hand) < 10", Rows("name|code|total_stock"))
            .Returns("FROM stock_batch sb", Rows("count|name", "2|Serum", "8|Toner"))
            .Returns("pg_stat_database", Rows("datname|deadlocks", "cosmetica5|0"))
            .Returns("NOT granted", Rows("locktype|pid"))
            .Rank();
        Assert.Contains("Expired Batches", ranked.Leader!.Hypothesis.Title, StringComparison.Ordinal);
        Assert.Equal(Standing.Strong, ranked.Leader.Standing);
        Assert.Equal(2, ranked.Leader.For.Count);
    }

    [Fact]
    public void Expired_batches_are_known_from_the_exceptions_too() =>
        Assert.StartsWith("Specific Flow Failing", Leader(HealthyDatabase(At("APIHigh5xxRate"))
            .Returns("exceptions_total", Vector(("exception_type=ExpiredBatchError,location=consume_stock_for_sale", 2.4)))
            .Returns("http_requests_total", Vector())
            .Returns("sales_paid_stock_consume_total", Vector(("result=expired_batch", 2.4)))
            .Returns("FROM stock_batch", Rows("count", "10"))), StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Used_up_connections_are_known_whether_or_not_the_database_still_answers(bool answers)
    {
        var story = At("APIHigh5xxRate")
            .Returns("exceptions_total", Vector(("exception_type=DatabaseError,location=django_db", 4), ("exception_type=ValidationError,location=request", 0.1)))
            .Returns("http_requests_total", Vector(
                ("path=/api/sales/{id}/transition/,status=500", 2), ("path=/api/sales/,status=500", 1.5), ("path=/api/website/leads/,status=503", 1), ("path=/api/refunds/,status=500", 0.5)))
            .Returns("sales_paid_stock_consume_total", Vector(("result=error", 2)));
        story = answers
            ? HealthyDatabase(story).Returns("FROM stock_batch", Rows("count", "0"))
            : story.DatabaseSays("FATAL: sorry, too many clients already", "53300");
        var ranked = story.Rank();
        Assert.Equal("Database Connection Pool Exhausted", ranked.Leader?.Hypothesis.Title);
        Assert.Equal(Standing.Strong, ranked.Leader!.Standing);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void While_connections_are_used_up_no_other_procedure_blames_a_deadlock_for_a_common_error(int oldDeadlocks)
    {
        var refused = At("SalePaidTransitionFailures").Returns("sales_transition_total", Vector(("result=error", 3))).DatabaseSays("FATAL: sorry, too many clients already", "53300").Rank();
        Assert.Null(refused.Leader);
        Assert.Contains(refused.General, finding => finding.Claim.Contains("no connection left", StringComparison.Ordinal));
        Assert.Null(Leader(At("SalePaidTransitionFailures")
            .Returns("sales_transition_total", Vector(("result=error", 3)))
            .Returns("FROM stock_batch sb", Rows("count|name"))
            .Returns("pg_stat_database", Rows("datname|deadlocks", $"cosmetica5|{oldDeadlocks}"))
            .Returns("NOT granted", Rows("locktype|pid"))));
        Assert.Null(Leader(At("StockConsumeFailures").Returns("sales_paid_stock_consume_total", Vector(("result=error", 3))).DatabaseSays("FATAL: sorry, too many clients already", "53300")));
    }

    [Fact]
    public void In_peace_nothing_leads()
    {
        Assert.Null(Leader(HealthyDatabase(At("APIHigh5xxRate"))
            .Returns("exceptions_total", NoException)
            .Returns("http_requests_total", Vector())
            .Returns("sales_paid_stock_consume_total", Vector(("result=idempotent", 0.02), ("result=insufficient_stock", 0)))
            .Returns("FROM stock_batch", Rows("count", "0"))));
        foreach (var samples in new[] { Vector(), Vector(("result=idempotent", 0.02)), Vector(("result=insufficient_stock", 0), ("result=expired_batch", 0), ("result=error", 0)) })
            Assert.Null(Leader(At("SalePaidTransitionFailures")
                .Returns("sales_transition_total", samples)
                .Returns("HAVING SUM(soh.quantity_on_hand) < 10", Rows("name|code|total_stock"))
                .Returns("FROM stock_batch sb", Rows("count|name"))
                .Returns("pg_stat_database", Rows("datname|deadlocks", "cosmetica5|4"))
                .Returns("NOT granted", Rows("locktype|pid"))));
        Assert.Null(Leader(At("StockConsumeFailures").Returns("sales_paid_stock_consume_total", Vector()).Returns("quantity_on_hand < 0", Rows("id|product_id|quantity_on_hand"))));
    }

    [Fact]
    public void A_real_lock_wait_with_common_errors_is_a_deadlock_or_near_one() =>
        Assert.Contains("Deadlock", Leader(At("SalePaidTransitionFailures")
            .Returns("sales_transition_total", Vector(("result=error", 3)))
            .Returns("FROM stock_batch sb", Rows("count|name"))
            .Returns("pg_stat_database", Rows("datname|deadlocks", "cosmetica5|9"))
            .Returns("NOT granted", Rows("locktype|pid", "transactionid|71", "tuple|72"))), StringComparison.Ordinal);
}
