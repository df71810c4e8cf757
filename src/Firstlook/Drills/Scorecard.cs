namespace Firstlook.Drills;

/// <summary>How one runbook did in drills over time.</summary>
/// <param name="Runbook">File of the procedure that answered; null for drills that no procedure answered.</param>
/// <param name="Passed">Faults whose last drill went as it should.</param>
public sealed record Scorecard(string? Runbook, EquatableArray<FaultScore> Faults, int Passed)
{
    /// <summary>Drills of one fault that are told, the latest.</summary>
    const int History = 12;

    /// <param name="results">Oldest first.</param>
    public static EquatableArray<Scorecard> Of(IEnumerable<DrillResult> results) =>
        results
            .GroupBy(result => result.Runbook)
            .OrderBy(group => group.Key is null).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
            {
                var faults = group.GroupBy(result => result.Fault).OrderBy(fault => fault.Key, StringComparer.Ordinal)
                    .Select(fault => new FaultScore(fault.Key, fault.TakeLast(History).ToEquatableArray(), fault.Count())).ToEquatableArray();
                return new Scorecard(group.Key, faults, faults.Count(fault => fault.Last.Disappoints.IsEmpty));
            })
            .ToEquatableArray();
}

/// <param name="Drills">The latest, oldest first; never empty.</param>
/// <param name="Count">Of all drills that are kept.</param>
public sealed record FaultScore(string Fault, EquatableArray<DrillResult> Drills, int Count)
{
    public DrillResult Last => Drills[^1];
}
