using System.Text.RegularExpressions;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>Promises and addresses that contradict one another: within a file, and between the files of one team. Other teams have their own.</summary>
internal static partial class ContradictionRules
{
    const string Listed = """
        # Operations

        ## Contacts

        | Role | Contact |
        |---|---|
        | Database administrator | dba@example.com |

        ## Escalation contacts

        | Role | Contact |
        |---|---|
        | Database administrator | OTHER |
        """;

    static string Level(string time) => $"## Severity levels\n\n| Level | Acknowledge |\n|---|---|\n| P1 | {time} |\n| P2 | 1 hour |\n";

    const string Claims = "# QueueFull\n\n**Alert**: `QueueFull`\n\n## Diagnosis\n```bash\nredis-cli LLEN jobs\n```\n";

    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL031", ProblemSeverity.Error, "two different addresses for one role",
            "Whoever calls the wrong one waits for nobody.", "Keep the list in one place, and link to it.",
            Listed.Replace("OTHER", "database@example.com", StringComparison.Ordinal), Listed.Replace("OTHER", "dba@example.com", StringComparison.Ordinal),
            s => Contacts(s.Runbook.Contacts.Select(c => (s, c)),
                between: false)) { FindAcross = library =>
                    Teams(library).SelectMany(team => Contacts(team.SelectMany(s => s.Runbook.Contacts.Select(c => (s, c))), between: true)) },
        new("FL033", ProblemSeverity.Error, "two files of a team promise different times",
            "The one that is read decides how fast help comes.", "Keep the policy in one file, and link to it from the others.",
            Level("15 min"), Level("30 min"), _ => []) { FindAcross = library => Teams(library).SelectMany(Times) },
        new("FL034", ProblemSeverity.Error, "an alert that procedures in two files of a team claim",
            "When the alert fires nobody can tell which one is meant, and Firstlook takes the one that shares most words with it.",
                "Merge them, or name the alert in one of them only.",
            Claims, Claims.Replace("QueueFull", "QueueStuck", StringComparison.Ordinal), _ => []) { FindAcross = library => Teams(library).SelectMany(Alerts) },
    ];

    static IEnumerable<IGrouping<string, Subject>> Teams(Library library) =>
        library.Subjects.Where(s => s.Team is not null).GroupBy(s => s.Team!, StringComparer.Ordinal).Where(t => t.Count() > 1);

    /// <param name="between">Those of different files, or else those of one.</param>
    static IEnumerable<Flaw> Contacts(IEnumerable<(Subject Subject, Contact Contact)> contacts, bool between)
    {
        foreach (var role in contacts.Where(c => c.Contact.Reach is not null).GroupBy(c => Words.Fold(c.Contact.Role), StringComparer.Ordinal))
        {
            var (firstIn, first) = role.First();
            foreach (var (subject, other) in role.Skip(1).Where(one => one.Subject != firstIn == between))
            {
                var one = Addresses(first.Reach!);
                var two = Addresses(other.Reach!);
                // Another kind of address adds to the first; another address of its kind contradicts it.
                if (one.Count == 0 || two.Count == 0 || one.Overlaps(two) || !one.Select(Kind).Intersect(two.Select(Kind)).Any()) continue;
                yield return subject.At(other.Line, other.Reach!,
                    $"{other.Role} is reached at {other.Reach} here, and at {first.Reach} in line {first.Line}{(between ? $" of {firstIn.Runbook.File}" : "")}") with { File =
                        subject.Runbook.File };
            }
        }
    }

    static HashSet<string> Addresses(string reach) =>
        Address().Matches(reach).Select(m => m.Value.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);

    static char Kind(string address) => address[0] switch { '+' or (>= '0' and <= '9') => '+', '#' => '#', '@' => 'a', _ => '@' };

    static IEnumerable<Flaw> Times(IEnumerable<Subject> team)
    {
        foreach (var level in team.SelectMany(s => s.Runbook.SeverityPolicy.Select(p => (Subject: s, Level: p))).GroupBy(p => p.Level.Level, StringComparer.Ordinal))
        {
            var (firstIn, first) = level.First();
            foreach (var (subject, other) in level.Skip(1).Where(l => l.Subject != firstIn))
            {
                if (Difference(first, other) is { } what)
                    yield return new(other.Line, $"{other.Label} has {what} here than in line {first.Line} of {firstIn.Runbook.File}") { File = subject.Runbook.File };
            }
        }
    }

    static string? Difference(SeverityLevel one, SeverityLevel other) =>
        Differ(one.RespondMinutes, other.RespondMinutes) || Differ(one.RespondBusinessDays, other.RespondBusinessDays) ? "another time to respond"
        : Differ(one.ResolveMinutes, other.ResolveMinutes) || Differ(one.ResolveBusinessDays, other.ResolveBusinessDays) ? "another time to resolve"
        : Differ(one.UpdateMinutes, other.UpdateMinutes) ? "other intervals of updates"
        : null;

    static bool Differ(int? one, int? other) => one is not null && other is not null && one != other;

    static IEnumerable<Flaw> Alerts(IEnumerable<Subject> team)
    {
        foreach (var alert in team.SelectMany(s => s.Runbook.Procedures.SelectMany(p => p.Alerts.Select(a => (Subject: s, Procedure: p, Alert: a))))
            .GroupBy(c => c.Alert, StringComparer.Ordinal))
        {
            var first = alert.First();
            foreach (var other in alert.Where(a => a.Subject != first.Subject).DistinctBy(a => a.Subject))
                yield return other.Subject.At(other.Procedure.Line, other.Alert,
                    $"the alert {other.Alert} is also claimed by \"{first.Procedure.Title}\" in line {first.Procedure.Line} of {first.Subject.Runbook.File}") with { File =
                        other.Subject.Runbook.File };
        }
    }

    // An address of mail, a number with or without its country, an extension ("ext. 4021"), a channel, a handle.
    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.]+|\+\d[\d ()-]{6,}\d|\b\d{3}[ -]\d{4}\b|(?<=\b(ext\.?|extension|durchwahl|ramal|anexo) ?)\d{2,6}\b|#[\w-]{2,}|(?<![\w.])@[\w-]{3,}",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
