using System.Globalization;
using System.Text.RegularExpressions;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>Runbooks and the metrics system's alerting rules, held against each other. Silent where no rules were given.</summary>
internal static partial class AlertRules
{
    const string Answered = "# QueueFull\n\n**Alert**: `QueueFull`\n\n## Diagnosis\n```bash\nredis-cli LLEN jobs\n```\n";

    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL018", ProblemSeverity.Warning, "an alert rule that no procedure answers",
            "It will page somebody who then finds nothing.", "Write a procedure that names the alert, or delete the rule.",
            Answered.Replace("QueueFull", "QueueEmpty", StringComparison.Ordinal), Answered, _ => [])
        {
            FindAcross = Unanswered,
        },
        new("FL019", ProblemSeverity.Warning, "a procedure whose alert no rule has",
            "The alert was renamed or deleted: nothing leads to this procedure any more.", "Write the alert's present name, or take the procedure out.",
            Answered.Replace("QueueFull", "QueueFul", StringComparison.Ordinal), Answered, Unruled),
        new("FL035", ProblemSeverity.Info, "a procedure that no alert leads to",
            "It names no alert, and its title is not that of one: whoever is paged must find it by searching.", "Add a line such as **Alert**: `QueueFull`.",
            "# Runbook\n\n## Trouble in the evening\n\n### Symptoms\n- Slow\n\n### Diagnosis\n```bash\nredis-cli LLEN jobs\n```\n", Answered, Unmatched),
        new("FL080", ProblemSeverity.Warning, "an alert rule's runbook_url that leads nowhere",
            "It is the link in the page that wakes somebody: it opens a file that has no such section.",
                "Write the anchor of the section's present heading, or the name of a file with one procedure.",
            Answered, Answered.Replace("# QueueFull", "# Queue is full", StringComparison.Ordinal), _ => [])
        {
            FindAcross = Astray,
        },
        new("FL032", ProblemSeverity.Warning, "a threshold that is not the rule's",
            "The runbook explains another alert than the one that fires.", "Write the rule's threshold, or leave the number to the rule.",
            Answered.Replace("## Diagnosis", "**Meaning**: > 50% of slots are taken\n\n## Diagnosis", StringComparison.Ordinal),
                Answered.Replace("## Diagnosis", "**Meaning**: > 80% of slots are taken\n\n## Diagnosis", StringComparison.Ordinal), Thresholds),
        new("FL090", ProblemSeverity.Warning, "a severity far from the rule's",
            "The page wakes somebody, and the runbook says that it can wait, or the other way round.", "Agree on one level, in the rule's label or in the runbook.",
            Answered.Replace("## Diagnosis", "**Severity**: low\n\n## Diagnosis", StringComparison.Ordinal),
                Answered.Replace("## Diagnosis", "**Severity**: high\n\n## Diagnosis", StringComparison.Ordinal), FarSeverities),
    ];

    // Next to one another they may be another team's words for the same: "warning" and P2.
    static IEnumerable<Flaw> FarSeverities(Subject subject)
    {
        const int far = 2;
        if (subject.Request.AlertRules is not { } rules) yield break;
        foreach (var procedure in subject.Runbook.Procedures.Where(p => p.Severity is not null))
        {
            var levels = rules.Where(r => r.Severity is not null && procedure.Alerts.Contains(r.Name))
                .Select(r => (Rule: r, Level: Severities.OfField(r.Severity!, zeroBased: false))).Where(one => one.Level is not null).ToList();
            // A rule for each level of one alert: each is right about its own.
            if (levels.Count == 0 || levels.Exists(one => Math.Abs(Severities.Rank(one.Level!) - Severities.Rank(procedure.Severity!)) < far)) continue;
            yield return ProcedureRules.Titled(subject, procedure,
                $"the runbook says {procedure.Severity}, the label of the rule {levels[0].Rule.Name} \"{levels[0].Rule.Severity}\"");
        }
    }

    static IEnumerable<Flaw> Unanswered(Library library)
    {
        if (library.Request.AlertRules is not { } rules) yield break;
        var answered = library.Subjects.SelectMany(s => s.Runbook.Procedures).SelectMany(p => p.Alerts).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var runbooks = library.Subjects.Select(s => s.Runbook).ToArray();
        foreach (var rule in rules.Where(r => !answered.Contains(r.Name) && !(r.RunbookUrl is { } url && RunbookUrl.Procedures(url, runbooks).Any()))
            .DistinctBy(r => r.Name))
            yield return new(rule.Line, $"no procedure answers the alert {rule.Name}") { File = rule.File };
    }

    static IEnumerable<Flaw> Astray(Library library)
    {
        if (library.Request.AlertRules is not { } rules) yield break;
        var runbooks = library.Subjects.Select(s => s.Runbook).ToArray();
        foreach (var rule in rules.Where(r => r.RunbookUrl is { } url && RunbookUrl.InFile(url, runbooks).Any() && !RunbookUrl.Procedures(url, runbooks).Any()))
            yield return new(rule.Line, $"the runbook_url of {rule.Name} leads to no procedure of {RunbookUrl.Shown(rule.RunbookUrl!)}") { File = rule.File };
    }

    static IEnumerable<Flaw> Unruled(Subject subject)
    {
        if (subject.Request.AlertRules is not { } rules) yield break;
        var names = rules.Select(r => r.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var procedure in subject.Runbook.Procedures)
        {
            foreach (var alert in procedure.Alerts.Where(a => !names.Contains(a)))
            {
                var near = names.FirstOrDefault(n => n.Contains(alert, StringComparison.OrdinalIgnoreCase) || alert.Contains(n, StringComparison.OrdinalIgnoreCase));
                yield return subject.At(procedure.Line, alert, $"no rule has the alert {alert}") with { Fix = near is null ? null : $"Perhaps {near} is meant." };
            }
        }
    }

    static IEnumerable<Flaw> Unmatched(Subject subject)
    {
        if (subject.Request.AlertRules is not { } rules)
        {
            // Where most procedures name their alert, the others were probably forgotten.
            var named = subject.Runbook.Procedures.Count(p => !p.Alerts.IsEmpty);
            return named < 2 || named * 2 < subject.Runbook.Procedures.Count
                ? []
                : subject.Runbook.Procedures.Where(p => p.Alerts.IsEmpty && !SaysNone(subject, p))
                    .Select(p => ProcedureRules.Titled(subject, p, $"\"{p.Title}\" names no alert, as the other procedures here do"));
        }

        return subject.Runbook.Procedures.Where(p => p.Alerts.IsEmpty && !SaysNone(subject, p) && !rules.Any(r => Words(r.Name).SetEquals(Words(p.Title))))
            .Select(p => ProcedureRules.Titled(subject, p, $"no alert leads to \"{p.Title}\""));
    }

    // "**Alert**: none, people call us", "(kein Alarm, meldet immer der Empfang)": whoever wrote it knows.
    static bool SaysNone(Subject subject, Procedure procedure)
    {
        const int head = 12;
        return Enumerable.Range(procedure.Line - 1, Math.Max(0, Math.Min(head, Math.Min(procedure.EndLine, subject.Lines.Length) - procedure.Line + 1)))
            .Any(line => !subject.IsCode[line] && subject.Lines[line].Length < 1_000 && NoAlert().IsMatch(subject.Lines[line]));
    }

    [GeneratedRegex(
        @"\b(alerts?|alarme?s?|alerte?s?|alertas?|alarmas?|allarm[ei])\W{1,8}(none|n/?a|no alert|keiner?|keine|aucune?|ninguna?|nenhuma?|nessun[oa]?|geen|ingen|brak)\b|"
        + @"\b(no|without( an)?|there is no|keine?n?|ohne|aucune?|sans|sin|ninguna?|sem|nenhum|nessun|senza|geen|ingen) (alerts?|alarme?s?|alerte|alerta|alarma|allarme|larm)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NoAlert();

    static HashSet<string> Words(string name) => [.. Word().Matches(name).Select(m => m.Value.ToLowerInvariant())];

    // "> 1% of API requests" beside the rule's "> 0.05".
    static IEnumerable<Flaw> Thresholds(Subject subject)
    {
        if (subject.Request.AlertRules is not { } rules) yield break;
        foreach (var procedure in subject.Runbook.Procedures.Where(p => p.Meaning is not null))
        {
            if (Compared().Match(procedure.Meaning!) is not { Success: true } said
                || !double.TryParse(said.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var number)) continue;
            // As it is written, and in the unit that Prometheus counts in: shares of one, seconds, bytes.
            var counted = number * Checking.Thresholds.Unit(said.Groups["unit"].Value).Factor;
            var thresholds = rules.Where(r => procedure.Alerts.Contains(r.Name)).Select(r => Checking.Thresholds.EndOf(r.Expression)).OfType<(char, double Number, string)>()
                .Select(end => end.Number).ToList();
            if (thresholds.Count == 0 || thresholds.Exists(t => Same(t, number) || Same(t, counted))) continue;
            yield return subject.At(procedure.Line, said.Value,
                $"the runbook says {said.Value}, the rule of {procedure.Alerts[0]} {thresholds[0].ToString(CultureInfo.InvariantCulture)}");
        }
    }

    static bool Same(double one, double other) => Math.Abs(one - other) <= 1e-6 * Math.Max(Math.Abs(one), Math.Abs(other));

    [GeneratedRegex(@"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[<>]=?\s*(?<number>[0-9][0-9,]*(\.[0-9]+)?)\s*(?<unit>%|[A-Za-z]+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Compared();
}
