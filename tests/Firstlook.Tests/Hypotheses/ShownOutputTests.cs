using Firstlook.Effects;
using Firstlook.Hypotheses;
using Firstlook.Looks;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Hypotheses;

/// <summary>What came, held against the output that the runbook shows: its words and its form, never its numbers.</summary>
public sealed class ShownOutputTests
{
    const string Cause = "The replica has fallen behind";

    static Case With(string lead, string sample, Output output, string? cause = Cause) =>
        new Case().Hypothesis(Cause).Hypothesis("Something else").Returned("ask", output, cause, language: Language.Shell, sample: (lead, sample));

    static int Sign(string lead, string sample, params string[] came) => Math.Sign(With(lead, sample, Lines(came)).Ranked(Cause).Score);

    [Theory]
    [InlineData("PONG", "PONG", -1)]
    [InlineData("PONG", "Could not connect", 1)]
    [InlineData("127.0.0.1:5432 - accepting connections", "10.2.0.8:6432 - accepting connections", -1)]
    [InlineData("127.0.0.1:5432 - accepting connections", "10.2.0.8:6432 - no response", 1)]
    [InlineData("status: streaming\nlag: 120", "status: streaming\nlag: 98000", -1)]
    [InlineData("status: streaming\nlag: 120", "status: catchup\nlag: 98000", 1)]
    [InlineData("{\"healthy\": true, \"lag\": 3}", "{\"healthy\": false, \"lag\": 3}", 1)]
    [InlineData("{\"healthy\": true, \"lag\": 3}", "{\"healthy\": true, \"lag\": 900}", -1)]
    [InlineData("master_link_status:up", "master_link_status:down", 1)]
    [InlineData("No resources found in shop namespace.", "", -1)]
    [InlineData("(empty array)", "1) \"replica-2\"", 1)]
    public void A_healthy_sample(string sample, string came, int sign) => Assert.Equal(sign, Sign("Healthy output", sample, came.Split('\n', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("PONG", "PONG", 1)]
    [InlineData("state: catchup", "state: streaming", -1)]
    public void A_sample_of_the_trouble_turns_it_round(string sample, string came, int sign) => Assert.Equal(sign, Sign("When it is broken you get", sample, came));

    [Fact]
    public void A_column_of_states_is_compared_by_its_words()
    {
        string[] sample = ["NAME      READY   STATUS    RESTARTS   AGE", "web-1     1/1     Running   0          3d", "web-2     1/1     Running   0          3d"];

        Assert.Equal(-1, Sign("Expected output", string.Join('\n', sample), "NAME        READY   STATUS    RESTARTS   AGE", "api-17      1/1     Running   4          2m"));
        Assert.Equal(1, Sign("Expected output", string.Join('\n', sample), "NAME        READY   STATUS             RESTARTS   AGE", "api-17      1/1     Running            0          2m", "api-18      0/1     CrashLoopBackOff   9          2m"));
    }

    [Fact]
    public void Rows_are_compared_by_the_column_of_that_name()
    {
        const string Sample = " pid  | state     | lag\n------+-----------+----\n 4711 | streaming | 0\n(1 row)";

        Assert.Equal(-1, Math.Sign(With("Normally", Sample, Rows("pid|state|lag", "12|streaming|7")).Ranked(Cause).Score));
        Assert.Equal(1, Math.Sign(With("Normally", Sample, Rows("pid|state|lag", "12|catchup|7")).Ranked(Cause).Score));
    }

    [Theory]
    [InlineData("Expected output", "lag: 120", "lag: 98000")]
    [InlineData("Healthy output", "web-1   12   0.3", "web-9   940   0.1")]
    [InlineData("Output", "PONG", "no answer")]
    [InlineData("Expected output", "status: degraded (replication error)", "status: ok")]
    [InlineData("Healthy output", "The service answers with a short sentence here", "another sentence")]
    [InlineData("Healthy output", "version: stable", "version: edge")]
    public void Numbers_names_and_what_is_not_said_to_be_good_or_bad_tell_nothing(string lead, string sample, string came) => Assert.Equal(0, Sign(lead, sample, came));

    [Fact]
    public void It_says_what_came_and_what_is_shown()
    {
        var finding = Assert.Single(With("Healthy output", "status: streaming", Lines("status: catchup")).Ranked(Cause).For);

        Assert.Equal("status is catchup, where the runbook shows streaming", finding.Claim);
        Assert.Equal("Healthy output", Assert.Single(finding.Bearings).Because);
    }

    [Fact]
    public void What_failed_is_held_against_nothing() =>
        Assert.Equal(0, Math.Sign(new Case().Hypothesis(Cause).Hypothesis("Something else").Returned("ask", Output.None, Cause, outcome: new Outcome(OutcomeKind.TimedOut, "too slow"), language: Language.Shell, sample: ("Healthy output", "PONG")).Ranked(Cause).Score));

    [Fact]
    public void A_value_that_the_runbook_shows_for_a_breakdown_speaks_for_its_procedure_where_it_leads()
    {
        const string Sample = "{result=\"short_stock\"} 0.3\n{result=\"expired_batch\"} 0.1";
        Evidence Seen(string value) => Besides(new Case().Hypothesis(Cause).Hypothesis("Something else").Returned("sum by (result) (increase(sales_failed_total[5m]))", Vector(($"result={value}", 80), ("result=late", 20)), sample: ("Expected output", Sample)));

        Assert.Equal(0.25, Ranking.Rank(Seen("short_stock")).Hypotheses.Single(one => one.Hypothesis.Title == Cause).For.Single().For(Cause), 3);
        Assert.All(Ranking.Rank(Seen("declined")).Hypotheses, one => Assert.Empty(one.For));
    }

    static Evidence Besides(Case one) => one.Evidence with { Besides = [new Considered("other.md", new Firstlook.Runbooks.Procedure("other", "other", "Mails are late", 1, 9, [], null, null, null, [], [], [], [], []))] };
}
