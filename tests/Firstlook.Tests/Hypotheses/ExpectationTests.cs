using Firstlook.Effects;
using Firstlook.Hypotheses;
using Firstlook.Looks;
using Firstlook.Runbooks;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Hypotheses;

public sealed class ExpectationTests
{
    static RankedHypothesis Checked(Output output, Expectation expects, string command = "SELECT 1", Language language = Language.Sql) =>
        new Case().Hypothesis("cause").Hypothesis("other").Returned(command, output, "cause", expects, language: language).Ranked("cause");

    [Fact]
    public void Rows_that_should_not_exist_speak_for_the_cause_they_stand_under()
    {
        var found = Checked(Rows("id|quantity", "1|-5", "2|-7"), None("Check for negative stock"));
        Assert.Equal(Standing.Strong, found.Standing);
        Assert.Equal("2 rows (\"Check for negative stock\" expects none)", found.For[0].Claim);
    }

    [Fact]
    public void No_row_speaks_against_it()
    {
        var found = Checked(Rows("id|quantity"), None("Check for negative stock"));
        Assert.Equal(Standing.Unlikely, found.Standing);
        Assert.Equal("0 rows (\"Check for negative stock\" expects none)", Assert.Single(found.Against).Claim);
    }

    [Theory]
    [InlineData("count", "SELECT COUNT(*) FROM batches WHERE expired")]
    [InlineData("expired_count", "SELECT COUNT(*) AS expired_count FROM batches")]
    [InlineData("n", "-- how many\nselect count(*) as n from batches")]
    public void Of_a_count_the_number_counts_and_not_the_row(string column, string sql)
    {
        Assert.True(Checked(Rows(column, "0"), None("Check for expired batches not cleaned up"), sql).Score < 0);
        Assert.True(Checked(Rows(column, "12"), None("Check for expired batches not cleaned up"), sql).Score > 0.5);
    }

    [Fact]
    public void A_count_by_name_has_a_row_for_each_thing_found()
    {
        Assert.True(Checked(Rows("count|name"), None("Count expired batches still active")).Score < 0);
        Assert.True(Checked(Rows("count|name", "4|milk", "1|tea"), None("Count expired batches still active")).Score > 0.5);
    }

    [Fact]
    public void A_column_that_the_words_name_counts_and_not_its_row()
    {
        Assert.True(Checked(Rows("datname|deadlocks", "shop|0"), None("Check for deadlocks"), "SELECT * FROM pg_stat_database").Score < 0);
        Assert.True(Checked(Rows("queue|failed", "mail|3"), None("Look for failed jobs"), "SELECT * FROM queues").Score > 0.5);
    }

    [Fact]
    public void What_was_counted_since_a_reset_is_a_hint_and_leads_to_nothing()
    {
        var story = new Case().Hypothesis("deadlock").Hypothesis("other")
            .Returned("SELECT * FROM pg_stat_database WHERE datname = 'shop'", Rows("datname|deadlocks", "shop|2"), "deadlock", None("Check for deadlocks"), language: Language.Sql);
        Assert.Null(story.Leader);
        Assert.Equal(Standing.Possible, story.Ranked("deadlock").Standing);
        Assert.Contains("since the statistics were reset", story.Ranked("deadlock").For[0].Claim, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-01 12:00:00.0123+00", "0 of 1 row waiting for longer than a moment", false)]
    [InlineData("2026-03-01 17:29:59.95+05:30", "0 of 1 row waiting for longer than a moment", false)]
    [InlineData("2026-03-01 11:59:58.5+00", "1 row", true)]
    [InlineData("2026-03-01 12:00:09.5+00", "1 row", true)]
    [InlineData(null, "1 row", true)]
    public void A_wait_that_has_just_begun_is_in_passing(string? since, string shown, bool counts)
    {
        var found = Checked(Rows("pid|waitstart", $"7|{since}"), None("Check for lock waits"), "SELECT * FROM pg_locks WHERE NOT granted");

        Assert.Equal(counts, found.Score > 0);
        Assert.Equal($"{shown} (\"Check for lock waits\" expects none)", (counts ? found.For : found.Against)[0].Claim);
    }

    [Fact]
    public void A_list_of_all_that_runs_is_judged_by_how_long()
    {
        const string sql = "SELECT pid, now() - query_start AS duration, query FROM pg_stat_activity WHERE state = 'active' ORDER BY duration DESC";
        var words = None("Check long-running queries");
        Assert.True(Checked(Rows("pid|duration|query", $"7|00:00:00.0004|{sql}"), words, sql).Score < 0);
        Assert.True(Checked(Rows("pid|duration|query", "8|00:14:03.2|UPDATE orders", $"7|-00:00:00.0004|{sql}"), words, sql).Score > 0.5);
        Assert.True(Checked(Rows("pid|duration|query", "8|2 days 00:14:03.2|UPDATE orders"), words, sql).Score > 0.5);
    }

    [Fact]
    public void A_list_that_tells_no_duration_judges_nothing() =>
        Assert.Equal(Standing.NotTested, Checked(Rows("pid|query", "7|SELECT 1"), None("Check long-running queries"), "SELECT pid, query FROM pg_stat_activity").Standing);

    [Fact]
    public void A_query_that_filters_by_time_itself_is_judged_by_its_rows() =>
        Assert.True(Checked(Rows("pid|query", "7|SELECT 1"), None("Check long-running queries"), "SELECT pid, query FROM pg_stat_activity WHERE now() - query_start > interval '5 minutes'").Score > 0.5);

    [Theory]
    [InlineData(ExpectationKind.Above, 0, 3, true)]
    [InlineData(ExpectationKind.Above, 0, 0, false)]
    [InlineData(ExpectationKind.AtLeast, 2, 2, true)]
    [InlineData(ExpectationKind.Below, 5, 5, false)]
    [InlineData(ExpectationKind.AtMost, 5, 5, true)]
    [InlineData(ExpectationKind.Equal, 1, 2, false)]
    public void A_bound_holds_or_is_broken(ExpectationKind kind, double number, double value, bool holds)
    {
        Assert.Equal(holds, Checked(Scalar(value), Bound(kind, number), "sum(rate(x[5m]))", Language.PromQl).Score < 0);
        Assert.Equal(!holds, Checked(Rows("v", $"{value}"), Bound(kind, number)).Score > 0);
    }

    [Fact]
    public void No_number_is_not_nought()
    {
        Assert.Equal(Standing.NotTested, Checked(Vector(), Bound(ExpectationKind.Above, 0)).Standing);
        Assert.Equal(Standing.NotTested, Checked(Vector(), None("should find nothing")).Standing);
        Assert.Equal(Standing.NotTested, Checked(Scalar(double.NaN), Bound(ExpectationKind.Above, 0)).Standing);
        Assert.Equal(Standing.NotTested, Checked(Scalar(double.PositiveInfinity), Bound(ExpectationKind.Below, 10)).Standing);
        Assert.Equal(Standing.NotTested, Checked(Rows("v", "NULL"), Bound(ExpectationKind.Above, 0)).Standing);
    }

    [Fact]
    public void A_literal_is_shown_or_not()
    {
        var expects = new Expectation(ExpectationKind.Shows, null, "PONG", "should return PONG", 7);
        Assert.True(Checked(Lines("PONG"), expects, "redis-cli ping", Language.Shell).Score < 0);
        Assert.True(Checked(Lines("Connection refused"), expects, "redis-cli ping", Language.Shell).Score > 0.5);
    }

    [Fact]
    public void A_list_is_shown_in_whatever_brackets_the_program_uses()
    {
        var expects = new Expectation(ExpectationKind.Shows, null, "[Burst, Hourly]", "Should show: [Burst, Hourly]", 7);
        Assert.True(Checked(Lines("(<class 'app.Burst'>, <class 'app.Hourly'>)"), expects, "print(x)", Language.Python).Score < 0);
        Assert.True(Checked(Lines("(<class 'app.Burst'>,)"), expects, "print(x)", Language.Python).Score > 0);
    }

    [Fact]
    public void One_broken_check_of_two_is_not_undone_by_the_other()
    {
        var story = new Case().Hypothesis("stock").Hypothesis("other")
            .Returned("SELECT 1", Rows("id"), "stock", None("Check for negative stock"), language: Language.Sql)
            .Returned("SELECT count(*) FROM b", Rows("count", "10"), "stock", None("Check for expired batches not cleaned up"), language: Language.Sql);
        Assert.True(story.Ranked("stock").Score > 0);
        Assert.Equal(Standing.Possible, story.Ranked("stock").Standing);
    }

    [Fact]
    public void Two_checks_that_hold_refute_as_much_as_one()
    {
        var one = Checked(Rows("id"), None("Check for negative stock"));
        var two = new Case().Hypothesis("cause").Hypothesis("other")
            .Returned("SELECT 1", Rows("id"), "cause", None("Check for negative stock"), language: Language.Sql)
            .Returned("SELECT 2", Rows("id"), "cause", None("Check for duplicates"), language: Language.Sql).Ranked("cause");
        Assert.Equal(one.Score, two.Score, 9);
        Assert.Equal(2, two.Against.Count);
    }

    [Fact]
    public void A_check_of_the_whole_procedure_bears_on_no_cause()
    {
        var ranked = new Case().Hypothesis("a").Hypothesis("b").Returned("sum(rate(throttled_total[1h]))", Scalar(0), null, Bound(ExpectationKind.Above, 0)).Rank();
        Assert.Null(ranked.Leader);
        Assert.Equal("the value is 0 (\"should be Above 0\")", Assert.Single(ranked.General).Claim);
    }
}
