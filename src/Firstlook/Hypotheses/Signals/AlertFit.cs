using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>What the alert itself says: which procedure it is about, and which words it shares with a cause. A hint that carries nothing by itself.</summary>
static class AlertFit
{
    /// <summary>For the causes of the procedure that answers the alert, or that names it.</summary>
    const double Answers = 0.4;

    /// <summary>Where every word of the alert stands in the cause's title and symptoms, or every word of its name in the title.</summary>
    const double Words = 0.3;

    /// <summary>A cause that names the alert itself: "`StockConsumeSlow` fires, and nobody blocks anybody".</summary>
    const double Named = 0.4;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        if (facts.Evidence.Labels["alertname"] is not { } name) yield break;
        var wanted = Looks.Words.Of(string.Join(' ', [name, facts.Evidence.Annotations["summary"], .. facts.Evidence.Labels.Pairs.Where(pair => pair.Key is not ("alertname" or "severity" or "team" or "service" or "job" or "instance")).Select(pair => pair.Value)]));
        var nameWords = Looks.Words.Of(name);
        foreach (var suspect in facts.Suspects)
        {
            // Where one procedure is all there is, that it answers tells nothing between its causes.
            var answers = !facts.Evidence.Besides.IsEmpty && (suspect.Procedure.Id == facts.Evidence.Procedure.Id || suspect.Procedure.Alerts.Contains(name));
            var said = Looks.Words.Of(suspect.Text);
            var shared = wanted.Where(said.Contains).Order(StringComparer.Ordinal).ToArray();
            var named = !suspect.IsSection && suspect.Says.Any(symptom => !symptom.Negative && symptom.Literals.Contains(name));
            var strength = (answers ? Answers : 0) + (named ? Named : 0) + (wanted.Count == 0 ? 0 : Words * Math.Max((double)shared.Length / wanted.Count, Share(nameWords, suspect.Hypothesis.Title)));
            if (strength <= 0) continue;
            var why = string.Join("; ", new[] { answers ? $"{suspect.Procedure.Title} answers {name}" : null, named ? $"it names {name}" : null, shared.Length > 0 ? $"it shares the words {string.Join(", ", shared)} with the alert" : null }.Where(part => part is not null));
            yield return new Finding(why, "alert", new Citation(null, suspect.Hypothesis.Line, suspect.Runbook, "the alert"), [new Bearing(suspect.Id, strength, suspect.Hypothesis.Title, suspect.Hypothesis.Line)]);
        }
    }

    /// <summary>How many of the name's words stand in a title.</summary>
    static double Share(IReadOnlySet<string> name, string title) => name.Count == 0 ? 0 : (double)name.Count(Looks.Words.Of(title).Contains) / name.Count;
}
