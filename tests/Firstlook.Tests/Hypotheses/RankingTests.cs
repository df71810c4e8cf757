using Firstlook.Effects;
using Firstlook.Hypotheses;
using Firstlook.Looks;
using FsCheck;
using FsCheck.Fluent;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Hypotheses;

public sealed class RankingTests
{
    const string ByReason = "sum by (reason) (rate(payments_total{reason!=\"success\"}[5m]))";

    [Fact]
    public void Without_evidence_nothing_leads_and_everything_is_not_tested()
    {
        var ranked = new Case().Hypothesis("a").Hypothesis("b").Rank();
        Assert.Null(ranked.Leader);
        Assert.All(ranked.Hypotheses, one => Assert.Equal(Standing.NotTested, one.Standing));
        Assert.Equal("Nothing leads: none of these causes stands out in what was seen.", ranked.Conclusion);
    }

    [Fact]
    public void A_procedure_that_names_no_cause_is_itself_what_is_suspected()
    {
        Assert.Equal("Payments fail", Assert.Single(new Case().Rank().Hypotheses).Hypothesis.Title);
        Assert.Equal("Payments fail", new Case().Returned("SELECT count(*) FROM payment WHERE stuck", Rows("count", "3"), expects: None("should find nothing"), language: Language.Sql).Leader);
    }

    [Fact]
    public void Refutation_outweighs_support()
    {
        var story = new Case()
            .Hypothesis("a", ("Only `/pay` failing", ["/pay"]), ("`reason=\"slow\"` dominates", ["reason=\"slow\""]))
            .Hypothesis("b")
            .Returned("sum by (path) (rate(http_requests_total{status=~\"5..\"}[5m]))", Vector(("path=/pay", 1)))
            .Returned(ByReason, Vector(("reason=blocked", 1)));
        Assert.Equal(0.6 - (1.3 * 0.5), story.Ranked("a").Score, 9);
        Assert.Null(story.Leader);
    }

    [Fact]
    public void An_error_is_no_refutation_and_stands_under_not_run()
    {
        var story = new Case().Hypothesis("a").Hypothesis("b")
            .Failed("SELECT 1", "relation does not exist", "42P01", "a", expects: None("Check for duplicates"))
            .Failed("SELECT 2", "10 s are over", null, "a", OutcomeKind.TimedOut, None("Check for duplicates"))
            .Waits("SELECT 3", "needs a value: id", "a");
        var ranked = story.Ranked("a");
        Assert.Equal(Standing.NotTested, ranked.Standing);
        Assert.Equal(["needs a value: id", "relation does not exist", "10 s are over"], ranked.NotRun.Select(unrun => unrun.Why));
        Assert.Equal([false, true, true], ranked.NotRun.Select(unrun => unrun.Failed));
    }

    [Fact]
    public void Where_most_reads_failed_the_conclusion_says_how_many_and_of_which_target()
    {
        var story = new Case().Hypothesis("a").Hypothesis("b").Failed("SELECT 1", "refused", kind: OutcomeKind.Unreachable).Failed("SELECT 2", "refused", kind: OutcomeKind.Unreachable).Returned("up", Scalar(1));
        Assert.Equal("Nothing leads: 2 of 3 reads got no answer (2 from target).", story.Rank().Conclusion);
        Assert.Equal("Nothing leads: none of these causes stands out in what was seen.", story.Returned("up2", Scalar(1)).Rank().Conclusion);
    }

    /// <summary>A library asks of much that is not on the alert's machine: its failures do not mean that the alert was hardly looked at.</summary>
    [Fact]
    public void Reads_of_other_procedures_that_got_no_answer_do_not_make_the_own_ones_unseen()
    {
        var own = new Case().Hypothesis("a").Returned("up", Scalar(1)).Evidence;
        var failed = new Case().Failed("SELECT 1", "refused", kind: OutcomeKind.Unreachable).Evidence.Observations[0];
        var theirs = Enumerable.Range(1, 3).Select(index => Elsewhere(failed, index)).ToArray();
        var other = new Firstlook.Runbooks.Procedure("other", "other", "Mails are late", 1, 9, [], null, null, null, [], [], [.. theirs.Select(one => one.Step)], [], []);
        var evidence = own with { Besides = [new Considered("other.md", other)], Observations = [.. own.Observations, .. theirs] };
        Assert.Equal("Nothing leads: none of these causes stands out in what was seen.", Ranking.Rank(evidence).Conclusion);
        Assert.Equal("Nothing leads: 3 of 3 reads got no answer (3 from target).", Ranking.Rank(evidence with { Observations = [.. theirs] }).Conclusion);

        static Observation Elsewhere(Observation one, int index) =>
            one with { Step = one.Step with { Id = $"other/{index}" }, Result = one.Result with { Command = new Firstlook.Access.CommandId($"other/{index}", 0) } };
    }

    [Fact]
    public void Two_causes_that_are_level_are_named()
    {
        var story = new Case().Hypothesis("a").Hypothesis("b").Hypothesis("c")
            .Returned("SELECT 1", Rows("id", "1"), "a", None("Check for duplicates"), language: Language.Sql)
            .Returned("SELECT 2", Rows("id", "1"), "b", None("Check for duplicates"), language: Language.Sql);
        Assert.Null(story.Leader);
        Assert.Equal("Nothing leads: “a” and “b” are level.", story.Rank().Conclusion);
    }

    [Theory]
    [InlineData("Database Connection Pool Exhausted", "Latency spikes")]
    [InlineData("Trouble", "FATAL: too many clients already")]
    [InlineData("Trouble", "connection slots used up")]
    [InlineData("Trouble", "`max_connections` reached")]
    [InlineData("Database has run out of connections", "Latency spikes")]
    [InlineData("Connection exhaustion", "Latency spikes")]
    [InlineData("Trouble", "The pool is saturated")]
    public void A_database_without_a_connection_left_speaks_for_the_hypothesis_about_that(string title, string symptom)
    {
        var story = new Case().Hypothesis(title, (symptom, [])).Hypothesis("other", ("cache is cold", []))
            .Failed("SELECT 1", "sorry, too many clients already", "53300");
        Assert.Equal(title, story.Leader);
        Assert.Equal("target has no connection left: sorry, too many clients already", story.Ranked(title).For[0].Claim);
    }

    [Fact]
    public void Where_no_hypothesis_is_about_that_it_is_seen_and_leads_to_nothing()
    {
        var ranked = new Case().Hypothesis("deadlock", ("Generic `error`", ["error"])).Failed("SELECT 1", "sorry, too many clients already", "53300").Rank();
        Assert.Null(ranked.Leader);
        Assert.Contains("no connection left", Assert.Single(ranked.General).Claim, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_cannot_be_reached_has_not_used_up_its_connections() =>
        Assert.Empty(new Case().Hypothesis("Connection pool exhausted").Failed("SELECT 1", "connection refused", null, kind: OutcomeKind.Unreachable).Rank().Hypotheses[0].For);

    [Fact]
    public void Log_lines_of_now_count_and_older_ones_do_not()
    {
        static Case Story(params string[] lines) => new Case()
            .Hypothesis("gateway", ("`GatewayTimeout` in the log", ["GatewayTimeout"])).Hypothesis("other")
            .Returned("tail -100 /var/log/app.log", Lines(lines), language: Language.Shell);
        Assert.Equal("gateway", Story("""{"timestamp":"2026-03-01T11:59:00Z","error":"GatewayTimeout"}""", "2026-03-01 11:58:30 ERROR GatewayTimeout").Leader);
        Assert.Empty(Story("""{"timestamp":"2026-02-27T11:59:00Z","error":"GatewayTimeout"}""", "2026-02-27 11:58:30 ERROR GatewayTimeout").Ranked("gateway").For);
        Assert.Empty(Story("ERROR GatewayTimeout without a time").Ranked("gateway").For);
    }

    [Fact]
    public void What_a_command_filters_for_is_a_hint_only() =>
        Assert.Null(new Case().Hypothesis("gateway", ("`GatewayTimeout` in the log", ["GatewayTimeout"])).Hypothesis("other")
            .Returned("grep GatewayTimeout /var/log/app.log", Lines("2026-03-01 11:58:30 ERROR GatewayTimeout"), language: Language.Shell).Leader);

    [Theory]
    [InlineData("""{"timestamp":"\ud800"}""")]
    [InlineData("{")]
    [InlineData("""{"timestamp":17}""")]
    [InlineData("{\"timestamp\":{\"timestamp\":\"x\"}} trailing")]
    public void A_hostile_log_line_does_no_harm(string line) =>
        Assert.Null(new Case().Hypothesis("gateway", ("`GatewayTimeout`", ["GatewayTimeout"])).Returned("tail x.log", Lines(line), language: Language.Shell).Leader);

    [Fact]
    public void Every_claim_cites_a_result_and_the_runbooks_words()
    {
        var story = new Case()
            .Hypothesis("a", ("`reason=\"slow\"` dominates", ["reason=\"slow\""]), ("Multiple endpoints affected", []))
            .Hypothesis("b")
            .Returned(ByReason, Vector(("reason=slow", 1)))
            .Returned("SELECT 1", Rows("id", "1"), "b", None("Check for duplicates"), language: Language.Sql);
        var commands = story.Evidence.Observations.ToDictionary(one => one.Result.Command);
        foreach (var finding in story.Rank().Hypotheses.SelectMany(one => one.For.Concat(one.Against)))
        {
            Assert.True(finding.Citation is { Record.Length: > 0 } || commands[finding.Citation.Command!.Value].Command.Line == finding.Citation.Line);
            Assert.All(finding.Bearings, bearing => Assert.True(bearing is { Because.Length: > 0, Line: > 0, Strength: >= -1 and <= 1 and not 0 }));
        }
    }

    [Fact]
    public void The_order_in_which_results_come_in_does_not_matter()
    {
        var labels = Gen.Elements("reason=slow", "reason=blocked", "reason=error", "exception_type=KeyError", "path=/a", "path=/b", "path=/c", "path=/d,reason=slow");
        var vector = Gen.Two(labels).SelectMany(pair => Gen.Choose(0, 50).Select(value => Vector((pair.Item1, value / 7.0), (pair.Item2, 1 / 3.0))));
        var rows = Gen.Elements(Rows("count", "0"), Rows("count", "3"), Rows("id|deadlocks", "1|2"), Rows("id"));
        var lines = Gen.Elements(Lines("2026-03-01 11:58:30 KeyError"), Lines("x"));
        var results = Gen.OneOf(vector, rows, lines).ListOf().Where(list => list.Count < 8);
        Prop.ForAll(results.ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (outputs, seed) =>
        {
            var story = new Case()
                .Hypothesis("a", ("`reason=\"slow\"` dominates", ["reason=\"slow\""]), ("Multiple endpoints affected", []))
                .Hypothesis("b", ("`KeyError` in the log", ["KeyError"]), ("Generic `error`", ["error"]))
                .Hypothesis("c", ("Only `/a` failing", ["/a"]));
            foreach (var output in outputs)
                story.Returned(ByReason, output, seed % 3 == 0 ? "c" : null, None("Check for deadlocks"), language: output.Kind == OutputKind.Samples ? Language.PromQl : Language.Sql);
            var evidence = story.Evidence;
            var shuffled = evidence.Observations.Select((one, index) => (one, Key: (index * 7919L + seed) % 101)).OrderBy(pair => pair.Key).Select(pair => pair.one).ToEquatableArray();
            var there = Ranking.Rank(evidence);
            var back = Ranking.Rank(evidence with { Observations = shuffled });
            return there == back && there == Ranking.Rank(evidence);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_leader_always_has_a_reason()
    {
        var outputs = Gen.Elements(Vector(("reason=slow", 1)), Vector(("reason=error", 1)), Vector(("reason=blocked", 2), ("reason=slow", 1)), Vector(), Rows("count", "3"), Rows("count", "0"), Lines("2026-03-01 11:58:30 slow"));
        Prop.ForAll(outputs.ListOf().Where(list => list.Count < 6).ToArbitrary(), list =>
        {
            var story = new Case().Hypothesis("a", ("`reason=\"slow\"` dominates", ["reason=\"slow\""])).Hypothesis("b", ("Generic `error`", ["error"]));
            foreach (var output in list) story.Returned(ByReason, output, "b", None("Check for duplicates"));
            var ranked = story.Rank();
            return ranked.Leader is null || (ranked.Leader.For.Any(finding => finding.For(ranked.Leader.Hypothesis.Id) >= 0.5) && ranked.Leader == ranked.Hypotheses[0]);
        }).QuickCheckThrowOnFailure();
    }
}
