using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>What the alert itself says: which procedure it is about, and which words it shares with a cause. A hint that carries nothing by itself.</summary>
static class AlertFit
{
    /// <summary>For the causes of the procedure that answers the alert, or that names it as its own; a procedure that only speaks of it has half.</summary>
    const double Answers = 0.5;

    /// <summary>Where all that the alert tells is said of the cause or its procedure, or all words of its name stand in the cause's title.</summary>
    const double Shares = 0.3;

    /// <summary>A cause that names the alert itself: "`StockConsumeSlow` fires, and nobody blocks anybody".</summary>
    const double Named = 0.4;

    /// <summary>Words lead to a procedure as one leads there that only speaks of the alert.</summary>
    const double OnlyTells = 0.5;

    /// <summary>Of what the alert tells, this share must stand in one procedure for its words to lead to it. A word that the library never says counts as one that it
    /// says nowhere else.</summary>
    const double EnoughTold = 0.4;

    /// <summary>Letters of a name below which it may be any word.</summary>
    const int ShortestName = 6;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        if (facts.Evidence.Labels["alertname"] is not { } name) yield break;
        var told = Told(facts.Evidence);
        var said = facts.Suspects.Select(suspect => (Suspect: suspect, Own: Words.Meanings(suspect.Text), Title: Words.Meanings(suspect.Hypothesis.Title))).ToArray();
        // What every cause speaks of tells none from another.
        var rarity = Words.Meanings(told)
            .ToDictionary(word => word, word => Math.Log((1.0 + said.Length) / (1 + said.Count(one => one.Own.Contains(word)))), StringComparer.Ordinal);
        var whole = rarity.Where(word => said.Any(one => one.Own.Contains(word.Key))).Sum(word => word.Value);
        var nameWords = Words.Meanings(name);
        var telling = facts.Telling;
        foreach (var (suspect, own, title) in said)
        {
            var level = Math.Max(Level(facts, suspect, name), telling.GetValueOrDefault(suspect.Procedure.Id));
            var named = !suspect.IsSection && suspect.Says.Any(symptom => !symptom.Negative && symptom.Literals.Contains(name));
            var shared = rarity.Where(word => own.Contains(word.Key)).ToArray();
            var words = Math.Max(whole > 0 ? shared.Sum(word => word.Value) / whole : 0, nameWords.Count == 0 ? 0 : (double)nameWords.Count(title.Contains) / nameWords.Count);
            var strength = (level * Answers) + (named ? Named : 0) + (Shares * words);
            if (strength <= 0) continue;
            var reasons = new List<string>();
            if (level > 0)
                reasons.Add($"{suspect.Procedure.Title} {(telling.Count > 0 ? $"tells of what {name} tells" : level < 1 ? $"speaks of {name}" : $"answers {name}")}");
            if (named) reasons.Add($"it names {name}");
            if (shared.Length > 0)
            {
                var common = Words.Of(told).Where(word => own.Contains(Vocabulary.MeaningOf(word))).Order(StringComparer.Ordinal);
                reasons.Add($"it shares the words {string.Join(", ", common)} with the alert");
            }

            yield return new Finding(string.Join("; ", reasons), "alert", new Citation(null, suspect.Hypothesis.Line, suspect.Runbook, "the alert"),
                [new Bearing(suspect.Id, strength, suspect.Hypothesis.Title, suspect.Hypothesis.Line)]);
        }
    }

    /// <summary>
    /// Where no procedure answers the alert: how much of what the alert tells each procedure tells of itself, rare words more than common ones, against the
    /// one that tells most.
    /// </summary>
    /// <returns>By the procedures' ids; empty where one answers, or none tells enough.</returns>
    public static Dictionary<string, double> Telling(Evidence evidence, Suspect[] suspects)
    {
        if (!Library.IsNobody(evidence.Procedure)) return [];
        var words = Words.Meanings(Told(evidence));
        var procedures = suspects.Select(suspect => suspect.Procedure).DistinctBy(procedure => procedure.Id)
            .Select(procedure =>
                (procedure.Id,
                    Words: Words.Meanings(string.Join('\n', [procedure.Title, procedure.Opening, .. procedure.Symptoms.Select(symptom => symptom.Text)])))).ToArray();
        var rarity =
            words.ToDictionary(word => word, word => Math.Log((1.0 + procedures.Length) / (1 + procedures.Count(one => one.Words.Contains(word)))),
                StringComparer.Ordinal);
        var whole = rarity.Values.Sum();
        var fits = procedures.Select(one => (one.Id, Fit: whole <= 0 ? 0 : rarity.Where(word => one.Words.Contains(word.Key)).Sum(word => word.Value) / whole)).ToArray();
        var best = fits.Select(one => one.Fit).DefaultIfEmpty(0).Max();
        return best < EnoughTold ? [] : fits.Where(one => one.Fit > 0).ToDictionary(one => one.Id, one => OnlyTells * Math.Pow(one.Fit / best, 2), StringComparer.Ordinal);
    }

    /// <summary>The alert's name, its summary and the labels that tell something.</summary>
    static string Told(Evidence evidence) =>
        string.Join(' ',
            [evidence.Labels["alertname"], evidence.Annotations["summary"],
                .. evidence.Labels.Pairs.Where(pair => pair.Key is not ("alertname" or "severity" or "team" or "service" or "job" or "instance"))
                    .Select(pair => pair.Value)]);

    /// <summary>1 where its procedure answers the alert or names it as its own, 0.5 where it speaks of it, else 0.</summary>
    /// <remarks>Where one procedure is all there is, that it answers tells nothing between its causes.</remarks>
    static double Level(Facts facts, Suspect suspect, string name) =>
        facts.Evidence.Besides.IsEmpty ? 0
        : IsAbout(facts.Evidence, suspect.Procedure) ? 1
        : name.Length >= ShortestName && suspect.Procedure.SpeaksOf.Contains(name) ? 0.5
        : 0;

    /// <summary>Where nothing answers: whether a procedure tells of what the alert tells, at least half as much as the one that tells most. All do where none does.</summary>
    public static bool MayBeAbout(Facts facts, Procedure procedure) => facts.Telling.Count == 0 || facts.Telling.GetValueOrDefault(procedure.Id) >= OnlyTells / 4;

    /// <summary>Whether a procedure answers the alert, or names it in its first words or above all procedures of its document.</summary>
    public static bool IsAbout(Evidence evidence, Procedure procedure) =>
        procedure.Id == evidence.Procedure.Id
        || (evidence.Labels["alertname"] is { } name && (procedure.Alerts.Contains(name) || (name.Length >= ShortestName && procedure.OpensWith.Contains(name))));
}
