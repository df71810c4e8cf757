using System.Collections.Immutable;

namespace Firstlook.Baselines;

/// <summary>All that rehearsals have learnt.</summary>
/// <param name="FinishedAt">When the last whole rehearsal ended; null before the first.</param>
/// <param name="Reads">By key.</param>
public sealed record RehearsalRecord(DateTimeOffset? FinishedAt, ImmutableSortedDictionary<string, RehearsedRead> Reads)
{
    /// <summary>What was not rehearsed for so long is forgotten.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Reads kept, the latest rehearsed.</summary>
    const int MostReads = 2 * RehearsalPlan.MostReads;

    public static RehearsalRecord Empty { get; } = new(null, ImmutableSortedDictionary.Create<string, RehearsedRead>(StringComparer.Ordinal));

    public IEnumerable<RehearsedRead> Rotten => Reads.Values.Where(read => read.Rot is not null);

    public RehearsalRecord With(RehearsedRead read) => this with { Reads = Reads.SetItem(read.Key, read) };

    /// <summary>A whole plan has run: what its runbooks no longer ask is forgotten, and so is what is old.</summary>
    public RehearsalRecord Finished(RehearsalPlan plan, DateTimeOffset now)
    {
        var asked = plan.Reads.Select(read => read.Key).ToHashSet(StringComparer.Ordinal);
        var read = plan.Runbooks.ToHashSet(StringComparer.Ordinal);
        var kept = Reads.Values
            .Where(one => now - one.Last.At <= Kept && (asked.Contains(one.Key) || one.Places.Any(place => !read.Contains(place.Runbook))))
            .OrderByDescending(one => one.Last.At).Take(MostReads);
        return new RehearsalRecord(now, kept.ToImmutableSortedDictionary(one => one.Key, one => one, StringComparer.Ordinal));
    }
}
