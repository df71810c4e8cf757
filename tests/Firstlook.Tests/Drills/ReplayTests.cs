using System.Text;
using Firstlook.Access;
using Firstlook.Alerts;
using Firstlook.Drills;
using Firstlook.Hypotheses;
using Firstlook.Looks;
using Firstlook.Runbooks;
using Firstlook.Tests.Hypotheses;

namespace Firstlook.Tests.Drills;

/// <summary>A recorded case replays on any library whose questions were asked, without the text of the runbook that asked them.</summary>
public sealed class ReplayTests
{
    const string Query = "SELECT id FROM stock WHERE quantity < 0";

    const string Runbook = $"""
        # Stock

        ## StockFails

        **Alert:** `StockFails`

        ### Hypothesis: Sold twice

        ```sql
        -- Check for negative stock
        {Query}
        ```

        ### Hypothesis: Delivery is late

        ```sql
        -- Check for stuck deliveries
        SELECT id FROM delivery WHERE stuck
        ```
        """;

    static readonly LabelSet Labels = LabelSet.From(("alertname", "StockFails"));

    static RecordedCase Recorded(string fault = "negative", double load = 20) => new(
        fault, "stock", load, 1, 2.5, Labels, default, Case.Now, [new Target("database", TargetKind.PostgreSql, "postgresql")], [],
        new SortedDictionary<string, RecordedAnswer>(StringComparer.Ordinal)
        {
            [RecordedCase.QuestionOf(new Asked(Firstlook.Effects.Language.Sql, Query, ""))] = new("database", Case.Now, TimeSpan.FromMilliseconds(3), Outcome.Succeeded, Case.Rows("id", "7", "8")),
        });

    static Firstlook.Runbooks.Runbook[] Library => [RunbookReader.Read("stock.md", Encoding.UTF8.GetBytes(Runbook))];

    static readonly Truth Known = new([new TruthRow("negative", "stock", "stock.md", "stockfails/sold-twice"), new TruthRow("other", "stock", "stock.md", Truth.None)]);

    [Fact]
    public void It_ranks_as_it_would_have_then()
    {
        var replayed = Replay.Of(Recorded(), Library, RecordedPeace.None);
        Assert.Equal(2, replayed.Asked);
        Assert.Equal(1, replayed.Unanswered);
        Assert.Equal("stockfails/sold-twice", Ranking.Rank(replayed.Evidence).Leader?.Hypothesis.Id);
        Assert.Equal("it was not asked when the case was recorded", Assert.Single(replayed.Evidence.Unrun).Why);
    }

    [Fact]
    public void It_is_read_as_it_was_written_and_holds_no_text_of_the_runbook()
    {
        var bytes = CaseFormat.Bytes(Recorded());
        Assert.Equal(bytes, CaseFormat.Bytes(CaseFormat.Read(bytes)));
        Assert.DoesNotContain("SELECT", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_output_is_trimmed_and_its_true_count_stays()
    {
        var lines = Enumerable.Range(0, 500).Select(number => $"line {number} {new string('x', 1000)}").ToEquatableArray();
        var answer = RecordedAnswer.Of(new Result(new CommandId("s", 0), "host", "", null, Case.Now, TimeSpan.Zero, Outcome.Succeeded, new Output(OutputKind.Lines, 500, false, Lines: lines), 0));
        Assert.Equal(500, answer.Output.Count);
        Assert.True(answer.Output.Truncated);
        Assert.StartsWith("line 499", answer.Output.Lines[^1], StringComparison.Ordinal);
        Assert.True(answer.Output.Lines.Count < 100 && answer.Output.Lines.All(line => line.Length <= 400));
    }

    [Fact]
    public void The_benchmark_tells_places_of_all_rankers_and_who_abstained()
    {
        ScoredCase[] scored = [Benchmark.Compare(Recorded(), "stock", Library, Known, RecordedPeace.None)!, Benchmark.Compare(Recorded("other"), "stock", Library, Known, RecordedPeace.None)!];
        Assert.Equal(1, scored[0].Places[Benchmark.Ours]);
        Assert.Equal(["document order", "firstlook", "prior only", "random", "word overlap"], scored[0].Places.Keys);
        Assert.Equal(new Figures(1, 1, 1, 1), Figures.Of(scored, Benchmark.Ours));
        // The recording shows negative stock whatever the fault is called, so something leads where nothing should.
        Assert.Equal(0.0, Figures.Abstention(scored));
        Assert.All(scored, one => Assert.Equal(0, one.Uncited));
        Assert.Null(Benchmark.Score(Recorded("unknown"), "stock", Library, Known, RecordedPeace.None));
    }

    [Fact]
    public void An_interval_holds_its_figure_and_is_the_same_every_time()
    {
        ScoredCase One(string fault, int place) => new(Recorded(fault), "stock", false, 5, new SortedDictionary<string, int?>(StringComparer.Ordinal) { [Benchmark.Ours] = place }, false, null, 0, 0) { Ranked = new Ranked([], null, []) };
        ScoredCase[] scored = [One("a", 1), One("b", 2), One("c", 1), One("d", 1), One("e", 4)];
        double Top1(IReadOnlyCollection<ScoredCase> set) => Figures.Of(set, Benchmark.Ours).Top1;
        var (low, high) = Figures.Interval(scored, Top1);
        Assert.InRange(Top1(scored), low, high);
        Assert.True(low < high);
        Assert.Equal((low, high), Figures.Interval(scored, Top1));
    }
}
