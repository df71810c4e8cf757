using System.Text.RegularExpressions;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>"Each runbook follows this structure: 1. **Alert Context** ...": what a team asks of its procedures, and which of them lacks it.</summary>
internal static partial class OwnTemplate
{
    public static IEnumerable<Flaw> Missing(Subject subject)
    {
        var asked = Asked(subject);
        if (asked.Count < 2) yield break;
        // The template speaks of procedures that follow it at all: those with most of its sections.
        foreach (var procedure in subject.Runbook.Procedures)
        {
            var headings = subject.Outline.Sections.Where(s => s.Line >= procedure.Line && s.Line <= procedure.EndLine).Select(s => s.Bare).ToList();
            var missing = asked.Where(a => !headings.Exists(h => Same(h, a))).ToList();
            if (missing.Count * 2 > asked.Count) continue;
            foreach (var section in missing) yield return ProcedureRules.Titled(subject, procedure, $"\"{procedure.Title}\" has no section \"{section}\", which this document's template asks for");
        }
    }

    static List<string> Asked(Subject subject)
    {
        var section = subject.Outline.Sections.FirstOrDefault(s => s.IsHeading && Title().IsMatch(s.Bare));
        if (section is null) return [];
        return [.. section.AllPieces.OfType<Paragraph>().Where(p => p is { OpensItem: true, Item.Depth: 0 }).Select(p => Words.Bare(p.Label?.Name ?? p.Text.LeadingStrong?.Text ?? p.Text.Plain)).Where(n => n.Length is > 2 and < 40)];
    }

    static bool Same(string heading, string asked)
    {
        var (one, other) = (Words.Fold(heading).TrimEnd('s'), Words.Fold(asked).TrimEnd('s'));
        return one == other || one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal) && one.Length > 5;
    }

    [GeneratedRegex(@"^(runbook|procedure|playbook) (template|structure|format)$|^(template|structure) (of|for) (a |each |every )?(runbooks?|procedures?|playbooks?)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();
}
