using Firstlook.Hypotheses.Signals;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses;

public enum Standing { Strong, Possible, NotTested, Unlikely, RuledOut }

/// <summary>A hypothesis with what speaks for it, against it, and what has not been asked.</summary>
/// <param name="Score">Orders the list and is never shown as a probability.</param>
public sealed record RankedHypothesis(
    Hypothesis Hypothesis, Standing Standing, double Score, EquatableArray<Finding> For, EquatableArray<Finding> Against, EquatableArray<Unrun> NotRun);

/// <param name="Leader">Null where nothing leads: "none of these" is an answer.</param>
/// <param name="General">Findings that bear on no hypothesis.</param>
public sealed record Ranked(EquatableArray<RankedHypothesis> Hypotheses, RankedHypothesis? Leader, EquatableArray<Finding> General)
{
    /// <summary>One sentence for people.</summary>
    public string Conclusion => Leader is { } leader
        ? $"{Ranking.Word(leader.Standing)}: {leader.Hypothesis.Title} — {leader.For[0].Claim}"
        : Hypotheses.IsEmpty ? "The procedure names no hypothesis." : "Nothing leads: none of these causes stands out in what was seen.";
}

/// <summary>Ranks a procedure's own hypotheses by the evidence, in words. Deterministic; each claim cites a result.</summary>
public static class Ranking
{
    /// <summary>Refutation outweighs support (Heuer, analysis of competing hypotheses).</summary>
    const double AgainstWeighs = 1.3;

    const double StrongFrom = 0.7;
    const double LeadsFrom = 0.5;
    const double PossibleFrom = 0.1;
    const double RuledOutFrom = -1;

    /// <summary>A leader stands this far before the next.</summary>
    const double Margin = 0.3;

    /// <summary>
    /// At least one finding of this strength must carry a leader: any number of hints (a value as common as <c>error</c>, a counter that
    /// has grown since the last reset, lines that a command filtered for itself) is no reason.
    /// </summary>
    const double Carries = 0.5;

    public static Ranked Rank(Evidence given)
    {
        // Results come in as they end; the answer must not depend on which was quicker.
        var evidence = given with
        {
            Observations = given.Observations
                .OrderBy(observation => observation.Command.Line)
                .ThenBy(observation => observation.Result.Command.Step, StringComparer.Ordinal)
                .ThenBy(observation => observation.Result.Command.Index)
                .ToEquatableArray(),
        };
        Finding[] findings =
        [
            .. Dominance.Find(evidence),
            .. Scope.Find(evidence),
            .. Expectations.Find(evidence),
            .. Growth.Find(evidence),
            .. Mentions.Find(evidence),
            .. TargetErrors.Find(evidence),
        ];
        var scored = evidence.Procedure.Hypotheses
            .Select((hypothesis, order) => (hypothesis, order, Score: Score(hypothesis, findings)))
            .OrderByDescending(scored => scored.Score ?? 0)
            .ThenBy(scored => scored.order)
            .ToArray();
        var ranked = scored.Select((one, place) => Judge(one.hypothesis, one.Score, findings, evidence, Lead(scored.Select(other => other.Score ?? 0).ToArray(), place))).ToEquatableArray();
        var leader = ranked.Count > 0 && ranked[0] is var first && first.Score >= LeadsFrom && IsCarried(first.For, first.Hypothesis.Id) && Lead([.. ranked.Select(one => one.Score)], 0) >= Margin ? first : null;
        return new Ranked(ranked, leader, findings.Where(finding => finding.Bearings.IsEmpty).ToEquatableArray());
    }

    public static string Word(Standing standing) => standing switch
    {
        Standing.Strong => "Strong",
        Standing.Possible => "Possible",
        Standing.NotTested => "Not tested",
        Standing.Unlikely => "Unlikely",
        _ => "Ruled out",
    };

    /// <returns>Null where no finding bears on it.</returns>
    static double? Score(Hypothesis hypothesis, Finding[] findings)
    {
        var bearing = findings.Where(finding => finding.For(hypothesis.Id) != 0).ToArray();
        if (bearing.Length == 0) return null;
        // One weight per family: the strongest view counts, the others repeat it.
        return bearing
            .GroupBy(finding => finding.Family)
            .Select(family => family.Max(finding => Math.Max(0, finding.For(hypothesis.Id))) + AgainstWeighs * family.Min(finding => Math.Min(0, finding.For(hypothesis.Id))))
            .Sum();
    }

    static bool IsCarried(EquatableArray<Finding> supporting, string hypothesis) => supporting.Any(finding => finding.For(hypothesis) >= Carries);

    /// <summary>How far it stands before the best of the others.</summary>
    static double Lead(double[] scores, int place)
    {
        var others = scores.Where((_, index) => index != place).DefaultIfEmpty(0).Max();
        return scores[place] - Math.Max(0, others);
    }

    static RankedHypothesis Judge(Hypothesis hypothesis, double? score, Finding[] findings, Evidence evidence, double lead)
    {
        var supporting = findings.Where(finding => finding.For(hypothesis.Id) > 0).OrderByDescending(finding => finding.For(hypothesis.Id)).ToEquatableArray();
        var refuting = findings.Where(finding => finding.For(hypothesis.Id) < 0).OrderBy(finding => finding.For(hypothesis.Id)).ToEquatableArray();
        var unrun = evidence.Unrun.Where(unrun => unrun.Step.Cause == hypothesis.Id && unrun.Command.Effect <= Effects.Effect.Read)
            .Concat(evidence.Observations
                .Where(observation => observation.Step.Cause == hypothesis.Id && observation.Result.Outcome.Kind != OutcomeKind.Succeeded)
                .Select(observation => new Unrun(observation.Step, observation.Command, observation.Result.Outcome.Message ?? "failed")))
            .ToEquatableArray();
        var standing = score switch
        {
            null => Standing.NotTested,
            >= StrongFrom when lead >= Margin && IsCarried(supporting, hypothesis.Id) => Standing.Strong,
            >= PossibleFrom => Standing.Possible,
            <= RuledOutFrom when supporting.IsEmpty => Standing.RuledOut,
            _ => Standing.Unlikely,
        };
        return new RankedHypothesis(hypothesis, standing, score ?? 0, supporting, refuting, unrun);
    }
}
