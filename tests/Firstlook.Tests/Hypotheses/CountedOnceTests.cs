using Firstlook.Effects;
using Firstlook.Looks;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Hypotheses;

/// <summary>Several views of one thing are one thing.</summary>
public sealed class CountedOnceTests
{
    static Case Culprit => new Case().Hypothesis("Reporting takes all", ("`reporting` holds most", ["reporting"])).Hypothesis("Something else", ("Nobody knows", []));

    [Fact]
    public void One_word_in_three_results_counts_once()
    {
        var once = Culprit.Returned("sort_desc(sum by (application_name) (sessions))", Vector(("application_name=reporting", 9), ("application_name=shop", 1)));
        var thrice = Culprit.Returned("sort_desc(sum by (application_name) (sessions))", Vector(("application_name=reporting", 9), ("application_name=shop", 1)))
            .Returned("SELECT application_name, count(*) FROM s GROUP BY 1", Rows("application_name|count", "reporting|90", "shop|10"), language: Language.Sql)
            .Returned("SELECT application_name FROM s", Rows("application_name", "reporting", "shop"), language: Language.Sql);
        Assert.Equal(once.Ranked("Reporting takes all").Score, thrice.Ranked("Reporting takes all").Score, 3);
    }

    [Fact]
    public void Of_a_handful_that_most_are_of_one_kind_says_little()
    {
        double Score(int count) => Culprit.Returned("cut -f2 log | sort | uniq -c", Lines($"  {count} reporting"), language: Language.Shell).Ranked("Reporting takes all").Score;
        Assert.True(Score(2) < 0.5 * Score(40));
    }

    [Fact]
    public void What_a_query_leaves_out_is_not_missing_from_it() =>
        Assert.Equal(0, new Case().Hypothesis("The shop leaks", ("`application_name=\"shop\"` dominates", ["application_name=\"shop\""])).Returned("sum by (application_name) (sessions{application_name!=\"shop\"})", Vector(("application_name=worker", 9))).Ranked("The shop leaks").Score);

    [Fact]
    public void A_setting_that_grep_finds_is_no_log_line() =>
        Assert.Equal(0, Culprit.Returned("grep SESSIONS /run/config", Lines("REPORTING_SESSIONS=2"), "Something else", language: Language.Shell).Ranked("Something else").Score);

    [Theory]
    [InlineData("/var/log/app.log:{\"timestamp\":\"2026-03-01T11:59:00Z\",\"message\":\"No space left on device\"}")]
    [InlineData("2026-03-01 11:59:00.123 UTC [17] ERROR:  No space left on device")]
    [InlineData("127.0.0.1 - - [01/Mar/2026:11:59:00 +0000] \"POST / HTTP/1.1\" 500 No space left on device")]
    public void A_lines_time_is_read_wherever_programs_put_it(string line) =>
        Assert.True(new Case().Hypothesis("The disk is full", ("`No space left on device`", ["No space left on device"])).Returned("tail app.log", Lines(line), language: Language.Shell).Ranked("The disk is full").Score > 0.3);

    [Fact]
    public void An_error_in_the_services_own_log_speaks_as_one_of_a_target()
    {
        var seen = new Case().Hypothesis("The migration was not applied", ("The relation is not there", [])).Hypothesis("Something else", ("Nobody knows", []))
            .Returned("tail app.log", Lines("2026-03-01T11:59:30Z ERROR relation \"loyalty_account\" does not exist"), language: Language.Shell);
        Assert.Equal("The migration was not applied", seen.Leader);
    }

    [Fact]
    public void A_view_of_the_databases_own_that_is_not_installed_is_no_missing_table() =>
        Assert.Equal(0, new Case().Hypothesis("The migration was not applied", ("The relation is not there", [])).Failed("SELECT query FROM pg_stat_statements", "relation \"pg_stat_statements\" does not exist", "42P01").Ranked("The migration was not applied").Score);

    [Fact]
    public void The_end_of_an_address_is_no_value() =>
        Assert.Equal(0, new Case().Hypothesis("The setting is wrong", ("It must say `1`", ["1"])).Returned("awk '{print $1}' access.log | sort | uniq -c", Lines("  42 127.0.0.1", "   2 10.0.0.7"), language: Language.Shell).Ranked("The setting is wrong").Score);

    [Fact]
    public void A_list_of_what_there_is_now_needs_no_time()
    {
        Case Pods(string command) => new Case().Hypothesis("No node has room", ("Pods are `Pending`", ["Pending"])).Returned(command, Lines("NAME READY STATUS", "api-1 0/1 Pending"), language: Language.Shell);
        Assert.True(Pods("kubectl -n shop get pods").Ranked("No node has room").Score > 0.3);
        Assert.Equal(0, Pods("kubectl -n shop get events").Ranked("No node has room").Score);
    }

    [Fact]
    public void The_name_of_a_field_stands_in_every_line() =>
        Assert.Equal(0, new Case().Hypothesis("One desk alone", ("Ask for the `request_id`", ["request_id"])).Returned("tail app.log", Lines("{\"timestamp\":\"2026-03-01T11:59:00Z\",\"request_id\":\"a1\"}"), language: Language.Shell).Ranked("One desk alone").Score);

    [Fact]
    public void A_deadlock_speaks_for_who_speaks_of_deadlocks()
    {
        Case Log(string said) => new Case().Hypothesis("It is this", (said, [])).Returned("tail app.log", Lines("2026-03-01T11:59:30Z ERROR deadlock detected"), language: Language.Shell);
        Assert.True(Log("Deadlocks between payments").Ranked("It is this").Score > 0.3);
        Assert.Equal(0, Log("A forgotten transaction holds its locks").Ranked("It is this").Score);
    }
}
