using Firstlook.Hypotheses.Signals;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses;

public enum Standing { Strong, Possible, NotTested, Unlikely, RuledOut }

/// <summary>A hypothesis with what speaks for it, against it, and what has not been asked.</summary>
/// <param name="Score">Orders the list and is never shown as a probability.</param>
public sealed record RankedHypothesis(
    Hypothesis Hypothesis, Standing Standing, double Score, EquatableArray<Finding> For, EquatableArray<Finding> Against, EquatableArray<Unrun> NotRun)
{
    /// <summary>The runbook it stands in; null where it is the incident's own.</summary>
    public string? Runbook { get; init; }

    /// <summary>True for a cause of another procedure, which was looked at beside the one that answers the alert.</summary>
    public bool IsBeside { get; init; }

    /// <summary>Title of the procedure it stands in.</summary>
    public string Procedure { get; init; } = "";

    /// <summary>What would move it, in one sentence; null where nothing that is known would.</summary>
    public string? WouldChangeIf { get; init; }
}

/// <param name="Leader">Null where nothing leads: "none of these" is an answer.</param>
/// <param name="General">Findings that bear on no hypothesis.</param>
public sealed record Ranked(EquatableArray<RankedHypothesis> Hypotheses, RankedHypothesis? Leader, EquatableArray<Finding> General)
{
    /// <summary>The cheapest check that has not run and would tell the first two apart; null where there is none.</summary>
    public NextCheck? Next { get; init; }

    /// <summary>The first and its nearest rival where nothing but that rival keeps it from leading, or where these two alone are possible; else empty.</summary>
    public EquatableArray<RankedHypothesis> Level { get; init; } = [];

    public Unanswered Unanswered { get; init; } = new(0, 0, []);

    /// <summary>One sentence for people.</summary>
    public string Conclusion => Leader is { } leader
        ? $"{Ranking.Word(leader.Standing)}: {leader.Hypothesis.Title}{(!leader.IsBeside ? "" : $" ({leader.Procedure})")} — {leader.For[0].Claim}"
        : Hypotheses.IsEmpty ? "The procedure names no hypothesis." : $"Nothing leads: {WhyNothingLeads}.";

    /// <summary>Whoever reads that nothing stands out must know when hardly anything was seen.</summary>
    string WhyNothingLeads => (Level, Unanswered.IsMost) switch
    {
        ([var one, var other], true) => $"“{one.Hypothesis.Title}” and “{other.Hypothesis.Title}” are level, and {Unanswered.Sentence}",
        ([var one, var other], false) => $"“{one.Hypothesis.Title}” and “{other.Hypothesis.Title}” are level",
        (_, true) => Unanswered.Sentence,
        _ => "none of these causes stands out in what was seen",
    };
}

/// <summary>How many of the answering procedure's own reads got no answer; of all reads where it has run none.</summary>
/// <param name="Targets">Of those, by target, the most first.</param>
public sealed record Unanswered(int Count, int Of, EquatableArray<KeyValuePair<string, int>> Targets)
{
    /// <summary>Targets named at most.</summary>
    const int Most = 3;

    internal static Unanswered In(Facts facts)
    {
        // The rest of a library asks of much that is not here: that says nothing of how well this alert was looked at.
        var own = facts.Results.Where(facts.IsOwn).ToArray();
        var asked = own.Length > 0 ? own : facts.Results;
        var failed = asked.Where(observation => observation.Result.Outcome.Kind != OutcomeKind.Succeeded).ToArray();
        return new Unanswered(failed.Length, asked.Length, failed
            .GroupBy(observation => observation.Result.Target, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, group.Count()))
            .OrderByDescending(target => target.Value).ThenBy(target => target.Key, StringComparer.Ordinal)
            .ToEquatableArray());
    }

    public bool IsMost => Count * 2 > Of;

    /// <summary><c>76 of 81 reads got no answer (70 from cluster, 6 from shop-db)</c></summary>
    public string Sentence
    {
        get
        {
            var first = string.Join(", ", Targets.Take(Most).Select(target => $"{target.Value} from {target.Key}"));
            var rest = Targets.Count > Most ? $", the rest from {Targets.Count - Most} more" : "";
            return $"{Count} of {Wording.Count(Of, "read")} got no answer ({first}{rest})";
        }
    }
}

/// <summary>Ranks the library's hypotheses by the evidence, in words. Deterministic; each claim cites what it stands on.</summary>
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

    /// <summary>What a second thing that was seen must weigh, to carry a cause that is not known to go with the alert.</summary>
    const double Seconds = 0.3;

    /// <summary>In trouble much is unusual at once, everywhere: what speaks for a cause whose procedure is not about the alert is worth less.</summary>
    const double Elsewhere = 0.85;

    /// <summary>A cause of another procedure must have something of its own beyond sharing words with the alert.</summary>
    static readonly string[] Hints = ["alert", "changes", "earlier causes"];

    public static Ranked Rank(Evidence given)
    {
        var facts = new Facts(given);
        Finding[] findings =
        [
            .. Dominance.Find(facts),
            .. Scope.Find(facts),
            .. Expectations.Find(facts),
            .. Deviation.Find(facts),
            .. Growth.Find(facts),
            .. Mentions.Find(facts),
            .. SharedSymptoms.Find(facts),
            .. Probes.Find(facts),
            .. Remarks.Find(facts),
            .. Settings.Find(facts),
            .. ShownOutputs.Find(facts),
            .. TargetErrors.Find(facts),
            .. Certificates.Find(facts),
            .. AnsweredChecks.Find(facts),
            .. AlertFit.Find(facts),
            .. RecentChanges.Find(facts),
            .. EarlierCauses.Find(facts),
        ];
        return Rank(facts, findings);
    }

    public static string Word(Standing standing) => standing switch
    {
        Standing.Strong => "Strong",
        Standing.Possible => "Possible",
        Standing.NotTested => "Not tested",
        Standing.Unlikely => "Unlikely",
        _ => "Ruled out",
    };

    static Ranked Rank(Facts facts, Finding[] findings)
    {
        var about = findings.SelectMany(finding => finding.Bearings.Select(bearing => (bearing.Hypothesis, finding)))
            .ToLookup(pair => pair.Hypothesis, pair => pair.finding, StringComparer.Ordinal);
        var scored = facts.Suspects
            .Select((suspect, order) => (Suspect: suspect, Order: order, Findings: about[suspect.Id].Distinct().ToArray()))
            .Select(one => (one.Suspect, one.Order, one.Findings, Score: Score(one.Suspect.Id, one.Findings, IsAbout(facts, one.Suspect) ? 1 : Elsewhere)))
            .OrderByDescending(one => one.Score)
            .ThenBy(one => one.Order)
            .ToArray();
        // What only echoes a cause whose own check found it stands behind that cause, however many words it shares with the alert.
        scored = [.. scored.Select(one => (Echo: one with { Score = Behind(scored, one.Suspect, one.Findings, one.Score) }, one.Score))
            .OrderByDescending(one => one.Echo.Score).ThenBy(one => one.Score).Select(one => one.Echo)];
        var ranked = scored.Select((one, place) => Judge(facts, one.Suspect, one.Score, one.Findings, Lead(scored, place))).ToEquatableArray();
        var first = ranked.Count > 0 && ranked[0] is var top && top.Score >= LeadsFrom && IsCarried(facts, top) && !IsRefuted(top) ? top : null;
        var leader = first is not null && Lead(scored, 0) >= Margin ? first : null;
        return new Ranked(ranked, leader, findings.Where(finding => finding.Bearings.IsEmpty).ToEquatableArray())
        {
            Next = NextCheck.Of(facts, ranked),
            Level = leader is null ? Level() : [],
            Unanswered = Unanswered.In(facts),
        };

        EquatableArray<RankedHypothesis> Level()
        {
            if (ranked.IsEmpty || Rival(scored, 0) is not { } rival || !(IsOpen(ranked[0]) && IsOpen(ranked[rival]))) return [];
            return first is not null || ranked.Count(IsOpen) == 2 ? [ranked[0], ranked[rival]] : [];
        }

        double Behind((Suspect Suspect, int, Finding[] Findings, double Score)[] all, Suspect suspect, Finding[] its, double score) =>
            all.Where(own => own.Score < score && HasFound(own.Suspect, own.Findings) && Echoes(facts, own.Suspect, own.Findings, suspect, its)).Select(own => own.Score)
                .DefaultIfEmpty(score).Max();

        double Lead((Suspect Suspect, int, Finding[] Findings, double Score)[] all, int place) =>
            all[place].Score - (Rival(all, place) is { } rival ? Math.Max(all[rival].Score, 0) : 0);

        // Its list is in order: the first that is a rival is the nearest.
        int? Rival((Suspect Suspect, int, Finding[] Findings, double Score)[] all, int place) =>
            Enumerable.Range(0, all.Length)
                .Where(index =>
                    index != place && !Twins.Are(all[place].Suspect, all[index].Suspect)
                        && !Echoes(facts, all[place].Suspect, all[place].Findings, all[index].Suspect, all[index].Findings))
                .Select(index => (int?)index).FirstOrDefault();
    }

    static bool IsOpen(RankedHypothesis one) => one.Standing is Standing.Strong or Standing.Possible;

    /// <summary>
    /// A cause of another procedure that nothing speaks for but what speaks as strongly for a cause of the procedure that answers is no
    /// rival of it: a general word for the same thing, seen by the same results.
    /// </summary>
    static bool Echoes(Facts facts, Suspect suspect, Finding[] findings, Suspect other, Finding[] others) =>
        suspect.Procedure.Id == facts.Evidence.Procedure.Id && other.Procedure.Id != facts.Evidence.Procedure.Id
        && others.Where(finding => finding.For(other.Id) > 0 && !Hints.Contains(finding.Family))
            .All(finding => findings.Any(own => own.Family == finding.Family && own.For(suspect.Id) >= finding.For(other.Id)));

    static bool HasFound(Suspect suspect, Finding[] findings) => findings.Any(finding => finding.IsOwnCheck && finding.For(suspect.Id) > 0);

    /// <summary>One weight per family, and one per topic: the strongest view counts, the others repeat it.</summary>
    /// <param name="share">Of what speaks for it, by how near it stands to the alert.</param>
    static double Score(string hypothesis, Finding[] findings, double share = 1)
    {
        return (share * Capped(findings.Where(finding => finding.For(hypothesis) > 0))) - (AgainstWeighs * Capped(findings.Where(finding => finding.For(hypothesis) < 0)));

        double Capped(IEnumerable<Finding> ofOneKind)
        {
            var sum = 0.0;
            var (families, topics) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
            foreach (var finding in ofOneKind.OrderByDescending(finding => Math.Abs(finding.For(hypothesis))))
            {
                if (families.Contains(Counter(finding.Family)) || (finding.Topic is { } topic && topics.Contains(topic))) continue;
                families.Add(Counter(finding.Family));
                if (finding.Topic is not null) topics.Add(finding.Topic);
                sum += Math.Abs(finding.For(hypothesis));
            }

            return sum;
        }
    }

    /// <summary>One counter, by whatever label: five views of it count once.</summary>
    static string Counter(string family) => family.IndexOf(" by ", StringComparison.Ordinal) is > 0 and var by ? family[..by] : family;

    static bool IsCarried(Facts facts, RankedHypothesis ranked) => facts.Find(ranked.Hypothesis.Id) is { } suspect && IsCarried(facts, suspect, ranked.For);

    /// <summary>
    /// By one thing that was seen; by two that do not rest on each other where neither its procedure answers the alert nor names it: in trouble
    /// much is unusual at once, somewhere.
    /// </summary>
    static bool IsCarried(Facts facts, Suspect suspect, EquatableArray<Finding> supporting)
    {
        var seen = supporting.Where(finding => !Hints.Contains(finding.Family)).ToArray();
        if (!seen.Any(finding => finding.For(suspect.Id) >= Carries)) return false;
        return IsAbout(facts, suspect) || Independent(suspect.Id, seen) > 1;
    }

    static bool IsAbout(Facts facts, Suspect suspect) =>
        Library.IsNobody(facts.Evidence.Procedure)
            ? AlertFit.MayBeAbout(facts, suspect.Procedure) || AlertFit.IsAbout(facts.Evidence, suspect.Procedure) : AlertFit.IsAbout(facts.Evidence, suspect.Procedure);

    /// <summary>Each of its own checks that says anything says no, outright, or two at least of them where a single thing is for it: then what it shares with others does
    /// not make it the leader.</summary>
    static bool IsRefuted(RankedHypothesis one) =>
        (one.Against.Any(finding => finding.IsVerdict) && !one.For.Any(finding => finding.IsVerdict))
        || (one.Against.Where(finding => finding.IsOwnCheck).Select(finding => finding.Citation).Distinct().Count() > 1 && !one.For.Any(finding => finding.IsOwnCheck)
            && Independent(one.Hypothesis.Id, one.For) < 2);

    /// <summary>How many things that were seen are for it and do not rest on each other.</summary>
    static int Independent(string hypothesis, IEnumerable<Finding> supporting)
    {
        var (families, topics) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var count = 0;
        foreach (var finding in supporting.Where(finding => !Hints.Contains(finding.Family) && finding.For(hypothesis) >= Seconds))
        {
            var isNew = families.Add(Counter(finding.Family));
            if (finding.Topic is { } topic) isNew &= topics.Add(topic);
            if (isNew) count++;
        }

        return count;
    }

    static RankedHypothesis Judge(Facts facts, Suspect suspect, double score, Finding[] findings, double lead)
    {
        var id = suspect.Id;
        var supporting = findings.Where(finding => finding.For(id) > 0).OrderByDescending(finding => finding.For(id)).ToEquatableArray();
        var refuting = findings.Where(finding => finding.For(id) < 0).OrderBy(finding => finding.For(id)).ToEquatableArray();
        var tested = findings.Any(finding => !Hints.Contains(finding.Family));
        // The words that describe it are about what was seen; hints only order the list.
        var seen = Score(id, [.. findings.Where(finding => !Hints.Contains(finding.Family))]);
        var standing = seen switch
        {
            _ when !tested => Standing.NotTested,
            _ when score >= StrongFrom && lead >= Margin && IsCarried(facts, suspect, supporting) => Standing.Strong,
            >= PossibleFrom => Standing.Possible,
            <= RuledOutFrom when supporting.All(finding => Hints.Contains(finding.Family)) => Standing.RuledOut,
            _ => Standing.Unlikely,
        };
        var unrun = NextCheck.NotRun(facts, suspect);
        return new RankedHypothesis(suspect.Hypothesis, standing, score, supporting, refuting, unrun)
        {
            Runbook = suspect.Runbook,
            Procedure = suspect.Procedure.Title,
            IsBeside = suspect.Procedure.Id != facts.Evidence.Procedure.Id,
            WouldChangeIf = NextCheck.WouldChange(id, supporting, refuting, unrun),
        };
    }
}
