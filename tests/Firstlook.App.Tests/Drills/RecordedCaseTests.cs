using Firstlook.App.Desk;
using Firstlook.App.Drills;
using Firstlook.Drills;
using Firstlook.Runbooks;

namespace Firstlook.App.Tests.Drills;

/// <summary>Every recorded case replayed on every library: the figures of bench/ranking, held from below.</summary>
public sealed class RecordedCaseTests
{
    static readonly string Bench = Path.Combine(RepositoryRoot.Path, "bench", "ranking");

    static readonly Truth Known = Truth.Read(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "range", "truth.tsv")), out _);

    static readonly RecordedCase[] Cases = [.. Directory.EnumerateFiles(Path.Combine(Bench, "cases"), "*.json.gz").Order(StringComparer.Ordinal).Select(CaseRecording.Read)];

    static readonly RecordedPeace Peace = new([.. Cases.Where(one => one.Fault == RecordedPeace.Name)]);

    static ScoredCase[] Score(params string[] libraries) =>
        [.. libraries.SelectMany(library =>
        {
            var runbooks = Libraries.Files(library).Select(file => RunbookReader.Read(file, File.ReadAllBytes(file))).ToArray();
            return Cases.Select(one => Benchmark.Score(one, Path.GetFileName(library), runbooks, Known, Peace)).Where(one => one is not null).Select(one => one!);
        })];

    [Fact]
    public void The_truth_is_read_without_a_problem()
    {
        Truth.Read(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "range", "truth.tsv")), out var problems);
        Assert.Empty(problems);
        Assert.All(Cases.Where(one => one.Fault != RecordedPeace.Name), one => Assert.Contains(one.Fault, Known.Faults));
    }

    [Fact]
    public void On_the_ranges_own_runbooks_the_right_cause_is_among_the_first_three()
    {
        var scored = Score(Path.Combine(RepositoryRoot.Path, "runbooks"));
        Assert.NotEmpty(scored);
        Assert.True(Figures.Of(scored, Benchmark.Ours).Top3 >= 0.95, $"{Figures.Of(scored, Benchmark.Ours)}");
    }

    [Fact]
    public void On_runbooks_as_other_teams_wrote_them_the_right_cause_is_among_the_first_three()
    {
        var seeds = Path.GetFullPath(Path.Combine(RepositoryRoot.Path, "..", "shared", "seeds"));
        if (!Directory.Exists(seeds)) Assert.Skip($"{seeds} is not here");
        var scored = Score(seeds);
        Assert.NotEmpty(scored);
        Assert.True(Figures.Of(scored, Benchmark.Ours).Top3 >= 0.7, $"{Figures.Of(scored, Benchmark.Ours)}");
    }

    [Fact]
    public void No_claim_is_without_a_citation() =>
        Assert.All(Score(Path.Combine(Bench, "runbooks", "tune"), Path.Combine(Bench, "runbooks", "report")), one => Assert.Equal(0, one.Uncited));

    [Fact]
    public void The_same_case_ranks_the_same_every_time()
    {
        string Order() => string.Join('\n', Score(Path.Combine(Bench, "runbooks", "report")).Select(one => $"{one.Case.Fault} {one.Leader} {string.Join(' ', one.Ranked.Hypotheses.Select(ranked => ranked.Hypothesis.Id))}"));
        Assert.Equal(Order(), Order());
    }
}
