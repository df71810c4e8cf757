namespace Firstlook.Drills;

/// <summary>What a set of scored cases comes to.</summary>
/// <param name="Top1">Share of the cases with a right answer in the library whose first place is right.</param>
/// <param name="Mrr">Mean of one over the place; 0 where none is ranked.</param>
public sealed record Figures(int Cases, double Top1, double Top3, double Mrr)
{
    /// <param name="scored">Those of them that abstain are left out: they have no place.</param>
    public static Figures Of(IEnumerable<ScoredCase> scored, string ranker)
    {
        var places = scored.Where(one => !one.Abstains).Select(one => one.Places.GetValueOrDefault(ranker)).ToArray();
        return places.Length == 0 ? new Figures(0, 0, 0, 0) : new Figures(
            places.Length, (double)places.Count(place => place == 1) / places.Length, (double)places.Count(place => place <= 3) / places.Length,
            places.Average(place => place is { } known ? 1.0 / known : 0));
    }

    /// <summary>Share of the cases without a right answer in which nothing leads; null where there are none.</summary>
    public static double? Abstention(IReadOnlyCollection<ScoredCase> scored) =>
        scored.Where(one => one.Abstains).ToArray() is { Length: > 0 } unlisted ? (double)unlisted.Count(one => !one.Led) / unlisted.Length : null;

    /// <summary>
    /// The middle 95 % of a figure over resampled cases (percentile bootstrap; Efron and Tibshirani 1993, 13.3). Faults are drawn, with all
    /// their cases: recordings of one fault are alike, and counting them as strangers would promise too much.
    /// </summary>
    public static (double Low, double High) Interval(IReadOnlyCollection<ScoredCase> scored, Func<IReadOnlyCollection<ScoredCase>, double> figure)
    {
        const int rounds = 2000;
        var faults = scored.GroupBy(one => one.Case.Fault).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToArray()).ToArray();
        if (faults.Length == 0) return (0, 0);
        var draw = new Sequence();
        var figures = new double[rounds];
        for (var round = 0; round < rounds; round++)
            figures[round] = figure([.. Enumerable.Range(0, faults.Length).SelectMany(_ => faults[draw.Next(faults.Length)])]);
        Array.Sort(figures);
        return (figures[(int)(0.025 * rounds)], figures[(int)(0.975 * rounds) - 1]);
    }

    /// <summary>A sequence that is the same every time (Knuth's MMIX, TAOCP 3.3.4): the same cases give the same interval.</summary>
    sealed class Sequence
    {
        ulong state = 42;

        public int Next(int below)
        {
            state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
            return (int)((state >> 33) % (ulong)below);
        }
    }
}
