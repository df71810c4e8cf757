using Firstlook.Access;
using Firstlook.Baselines;
using Firstlook.Effects;
using Firstlook.Looks;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Baselines;

public sealed class RotTests
{
    static readonly Target Database = new("shop-db", TargetKind.PostgreSql, "postgresql shop");

    static Result Returned(Output output, Outcome? outcome = null, int day = 0) =>
        new(new CommandId("step", 0), "shop-db", "text", null, Now.AddDays(day), TimeSpan.FromMilliseconds(20), outcome ?? Outcome.Succeeded, output, 0);

    static Baseline After(params Output[] runs) => runs.Aggregate(Baseline.Nothing, (baseline, output) => baseline.Learn(output.Kind, Measures.Of(Returned(output), "x"), 3));

    [Theory]
    [InlineData(OutcomeKind.Failed, "42P01", RotKind.Gone)]
    [InlineData(OutcomeKind.Failed, "42703", RotKind.Gone)]
    [InlineData(OutcomeKind.Failed, "42601", RotKind.Error)]
    [InlineData(OutcomeKind.Failed, null, RotKind.Error)]
    [InlineData(OutcomeKind.TimedOut, "57014", RotKind.Slow)]
    [InlineData(OutcomeKind.Unreachable, null, RotKind.Unreachable)]
    [InlineData(OutcomeKind.Refused, null, RotKind.Refused)]
    public void What_ends_otherwise_than_well_is_rotten_and_says_why(OutcomeKind outcome, string? code, RotKind kind)
    {
        var rot = Rot.Of(Returned(Output.None, new Outcome(outcome, "relation \"coupon\" does not exist", Code: code)), Baseline.Nothing, []);
        Assert.Equal(kind, rot?.Kind);
        Assert.Contains("relation \"coupon\" does not exist", rot?.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_rot_where_something_used_to_come()
    {
        Assert.Equal(RotKind.Empty, Rot.Of(Returned(Rows("id")), After(Rows("id", "1"), Rows("id", "1", "2"), Rows("id", "4")), [])?.Kind);
        Assert.Null(Rot.Of(Returned(Rows("id")), After(Rows("id"), Rows("id", "1"), Rows("id")), []));
        Assert.Null(Rot.Of(Returned(Rows("id")), After(Rows("id", "1"), Rows("id", "1")), []));
    }

    [Fact]
    public void An_empty_vector_is_rot_where_the_metric_itself_is_unknown() =>
        Assert.Equal("shop-db knows no series queue_length", Rot.Of(Returned(Vector()), Baseline.Nothing, ["queue_length"])?.What);

    [Fact]
    public void What_was_cancelled_says_nothing() => Assert.Null(Rot.Of(Returned(Output.None, new Outcome(OutcomeKind.Cancelled, "stopped")), Baseline.Nothing, []));

    [Theory]
    [InlineData("sum by (queue) (rate(jobs_total{queue=\"critical\"}[5m])) / on (queue) jobs_waiting > 3", "jobs_total", "jobs_waiting")]
    [InlineData("histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))", "http_request_duration_seconds_bucket")]
    [InlineData("absent(up{job=\"shop\"})")]
    [InlineData("{job=\"shop\"}")]
    [InlineData("not promql at all (")]
    public void The_metrics_that_a_query_selects_are_those_that_must_exist(string query, params string[] metrics) => Assert.Equal(metrics, MetricProbe.Metrics(query));

    static PlannedRead Read(string sql = "SELECT id FROM stock WHERE quantity < 0")
    {
        var step = new Firstlook.Tests.Hypotheses.Case().Returned(sql, Rows("id"), language: Language.Sql).Evidence.Observations[0].Step;
        var command = step.Commands[0];
        var permitted = (ReadDecision.Permitted)ReadPolicy.Decide(new CommandId(step.Id, 0), command, Database, [], Limits.Default, clicked: false);
        return new PlannedRead("key", new PlannedCommand(permitted.Permit.Command, step, command, Database, permitted.Permit, null, []), "shop", "store", [new Place("shop.md", "Stock", "Negative stock", 12)]);
    }

    [Fact]
    public void Of_what_is_rotten_nothing_is_learnt_and_it_keeps_the_time_since_when_it_is()
    {
        var sound = Enumerable.Range(0, 4).Aggregate((RehearsedRead?)null, (before, day) => RehearsedRead.After(before, Read(), Returned(Rows("id", "1"), day: day), []))!;
        Assert.Equal((4, true, Now), (sound.Baseline.Runs, sound.Rot is null, sound.Since));
        var rotten = RehearsedRead.After(sound, Read(), Returned(Rows("id"), day: 5), []);
        var still = RehearsedRead.After(rotten, Read(), Returned(Rows("id"), day: 9), []);
        Assert.Equal((4, RotKind.Empty, Now.AddDays(5)), (still.Baseline.Runs, still.Rot!.Kind, still.Since));
        Assert.Null(RehearsedRead.After(still, Read(), Returned(Rows("id", "1"), day: 10), []).Rot);
    }

    [Fact]
    public void What_has_been_empty_for_two_weeks_is_normal_and_a_new_baseline_begins()
    {
        var sound = Enumerable.Range(0, 4).Aggregate((RehearsedRead?)null, (before, day) => RehearsedRead.After(before, Read(), Returned(Rows("id", "1"), day: day), []))!;
        var rotten = RehearsedRead.After(sound, Read(), Returned(Rows("id"), day: 5), []);
        var accepted = RehearsedRead.After(rotten, Read(), Returned(Rows("id"), day: 20), []);
        Assert.Equal((1, true), (accepted.Baseline.Runs, accepted.Rot is null));
    }

    [Fact]
    public void The_record_comes_back_from_its_bytes_and_forgets_what_is_asked_no_more()
    {
        var read = RehearsedRead.After(null, Read(), Returned(Rows("id", "1")), []);
        var record = RehearsalRecord.Empty.With(read).With(read with { Key = "edited away" }).With(read with { Key = "elsewhere", Places = [new Place("other.md", null, "x", 1)] });
        var finished = record.Finished(new RehearsalPlan([Read()], [], ["shop.md"]), Now.AddHours(1));
        Assert.Equal(["elsewhere", "key"], finished.Reads.Keys);
        Assert.Equal(["key"], record.Finished(new RehearsalPlan([Read()], [], ["shop.md", "other.md"]), Now.AddHours(1)).Reads.Keys);
        Assert.Empty(record.Finished(new RehearsalPlan([Read()], [], ["shop.md"]), Now.AddDays(31)).Reads);
        var back = RehearsalFormat.Read(RehearsalFormat.Bytes(finished));
        Assert.Equal(finished.FinishedAt, back.FinishedAt);
        Assert.Equal(finished.Reads.Values, back.Reads.Values);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => RehearsalFormat.Read("{\"schema\": \"firstlook.rehearsal/2\", \"finishedAt\": null, \"reads\": []}"u8));
    }

    [Fact]
    public void Another_text_place_or_value_is_another_question()
    {
        Asked asked = new(Language.Sql, "SELECT 1", "");
        var keys = new[] { Question.Of(Database, asked), Question.Of(Database with { Place = "elsewhere" }, asked), Question.Of(Database, asked with { Text = "SELECT 2" }), Question.Of(Database, asked with { Values = "a=1" }), Question.Of(Database with { Name = "other" }, asked) };
        Assert.Equal(keys.Length, keys.Distinct(StringComparer.Ordinal).Count());
    }
}
