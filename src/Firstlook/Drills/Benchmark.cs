using Firstlook.Hypotheses;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Drills;

/// <summary>A case with a library, and how each ranker did on it.</summary>
/// <param name="Abstains">True where no cause of the library is right.</param>
/// <param name="Suspects">Hypotheses in the library.</param>
/// <param name="Places">By ranker: 1-based place of the first right answer; null where none is ranked.</param>
/// <param name="Led">Whether something led.</param>
/// <param name="Uncited">Claims that cite nothing.</param>
public sealed record ScoredCase(RecordedCase Case, string Library, bool Abstains, int Suspects, SortedDictionary<string, int?> Places, bool Led, string? Leader,
    int Uncited, int Unanswered)
{
    public required Ranked Ranked { get; init; }

    /// <summary>Title of the procedure that answered the alert; null where none did.</summary>
    public string? Procedure { get; init; }
}

/// <summary>Replays recorded cases on libraries and compares the ranking with plainer ones.</summary>
public static class Benchmark
{
    public const string Ours = "firstlook";

    /// <returns>Null where the library's truth says nothing of the fault.</returns>
    public static ScoredCase? Score(RecordedCase recorded, string name, IReadOnlyCollection<Runbook> library, Truth truth, RecordedPeace peace) =>
        Score(recorded, name, library, truth, peace, _ => []);

    /// <summary>As <see cref="Score(RecordedCase, string, IReadOnlyCollection{Runbook}, Truth, RecordedPeace)"/>, and how plainer rankings did.</summary>
    public static ScoredCase? Compare(RecordedCase recorded, string name, IReadOnlyCollection<Runbook> library, Truth truth, RecordedPeace peace) =>
        Score(recorded, name, library, truth, peace, evidence => PlainRankers.All(evidence, recorded.Fault));

    static ScoredCase? Score(RecordedCase recorded, string name, IReadOnlyCollection<Runbook> library, Truth truth, RecordedPeace peace,
        Func<Evidence, IEnumerable<(string Ranker, IEnumerable<string> Ids)>> beside)
    {
        if (truth.For(recorded.Fault, library.Select(runbook => Path.GetFileName(runbook.File))) is not { } expected) return null;
        var replayed = Replay.Of(recorded, library, peace);
        var ranked = Ranking.Rank(replayed.Evidence);
        var order = DrillScore.Order(ranked, replayed.Found?.Runbook.File ?? "");
        var files = order.ToDictionary(one => one.Id, one => one.Runbook, StringComparer.Ordinal);
        var places = new SortedDictionary<string, int?>(StringComparer.Ordinal) { [Ours] = DrillScore.Place(order, expected) };
        foreach (var (ranker, ids) in beside(replayed.Evidence)) places[ranker] = DrillScore.Place(ids.Select(id => (files[id], id)).ToEquatableArray(), expected);
        return new ScoredCase(
            recorded, name, expected.Abstains, order.Count, places, ranked.Leader is not null, ranked.Leader?.Hypothesis.Id,
            ranked.Hypotheses.SelectMany(one => one.For.Concat(one.Against)).Count(finding => finding.Citation is { Command: null, Record: null }), replayed.Unanswered)
        {
            Ranked = ranked,
            Procedure = replayed.Found?.Procedure.Title,
        };
    }
}
