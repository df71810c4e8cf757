namespace Firstlook.Hypotheses.Signals;

/// <summary>What was confirmed as the cause of this alert before. The older, the less; never enough by itself.</summary>
static class EarlierCauses
{
    /// <summary>Most causes that come back do so within 20 days (RCACopilot, EuroSys 2024: 93.8 %).</summary>
    static readonly TimeSpan HalfLife = TimeSpan.FromDays(20);

    /// <summary>However often it was so.</summary>
    const double Most = 0.4;

    const double Once = 0.25;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        foreach (var cause in facts.Evidence.Earlier.Where(earlier => earlier.At < facts.Evidence.At).GroupBy(earlier => earlier.Hypothesis)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (facts.Find(cause.Key) is not { } suspect) continue;
            var weight = cause.Sum(earlier => Math.Pow(0.5, (facts.Evidence.At - earlier.At) / HalfLife));
            // Smoothed: one more incident, of an unknown cause, is always thought of (Laplace).
            var strength = Math.Min(Most, 2 * Once * weight / (weight + 1));
            if (strength < 0.01) continue;
            var last = cause.MaxBy(earlier => earlier.At)!;
            yield return new Finding(
                $"confirmed as the cause {(cause.Count() == 1 ? "once" : $"{cause.Count()} times")}, last {(facts.Evidence.At - last.At).TotalDays:0} days ago", "earlier causes",
                new Citation(null, 0, null, $"incident #{last.Incident}"), [new Bearing(suspect.Id, strength, suspect.Hypothesis.Title, suspect.Hypothesis.Line)]);
        }
    }
}
