using Firstlook.Alerts;
using Firstlook.Runbooks;

namespace Firstlook.Looks;

/// <summary>Among procedures that name an alert, the one that is about it: an alert like "too many 5xx" is named in many sections.</summary>
static class Fitting
{
    /// <returns>Null where several fit equally.</returns>
    public static Candidate? Best(Alert alert, Candidate[] candidates) =>
        Scored(alert, candidates) is var scored && scored.Length > 1 && scored[0].Fit == scored[1].Fit ? null : scored[0].Candidate;

    /// <summary>The fittest; of several that fit equally the first.</summary>
    public static Candidate First(Alert alert, Candidate[] candidates) => Scored(alert, candidates)[0].Candidate;

    static (Candidate Candidate, (int Shared, int Names) Fit)[] Scored(Alert alert, Candidate[] candidates)
    {
        var wanted = Words.Meanings($"{alert.Name} {alert.Annotations["summary"]} {alert.Annotations["description"]}");
        return
        [
            .. candidates
                .Select(candidate =>
                    (Candidate: candidate, Fit: (Shared: Words.Meanings(Text(candidate.Procedure)).Count(wanted.Contains), Names: candidate.Procedure.Alerts.Count)))
                .OrderByDescending(one => one.Fit.Shared).ThenBy(one => one.Fit.Names),
        ];
    }

    /// <summary>Title, symptoms, causes, and what its reads ask for; not the alerts, which all of them name.</summary>
    static string Text(Procedure procedure) => string.Join(' ', [
        procedure.Title, procedure.Meaning ?? "",
        .. procedure.Symptoms.Concat(procedure.Told).Select(symptom => symptom.Text),
        .. procedure.Hypotheses.SelectMany(hypothesis => hypothesis.Symptoms.Concat(hypothesis.Told).Select(symptom => symptom.Text).Prepend(hypothesis.Title)),
        .. procedure.Steps.SelectMany(step => step.Commands).Select(command => command.Text)]);
}
