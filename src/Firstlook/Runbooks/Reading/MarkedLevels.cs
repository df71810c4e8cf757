using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Levels that a sentence sets apart by marks, each with what is done about it: "`severity: critical` wakes somebody (ack in 5 minutes), `warning` is looked at
/// within 4 hours, `info` the next business day".</summary>
internal static partial class MarkedLevels
{
    const int LongestParagraph = 800;

    /// <returns>Nothing where fewer than two levels have a time, or none of the times is said to be an answer: "`critical` above 5 min, `warning` above 2 min" is when
    /// the rule fires.</returns>
    public static IEnumerable<SeverityLevel> In(Outline outline, bool zeroBased)
    {
        foreach (var (piece, section) in outline.Pieces)
        {
            if (piece is not Paragraph { Text: { Plain.Length: < LongestParagraph, Marks.Count: > 1 } text }
                || section.IsWithin(Role.Symptoms, Role.Template, Role.Escalation, Role.Postmortem, Role.Impact)) continue;
            var said = Said(text, zeroBased);
            if (said.Count(s => s.Promises.Says) < 2 || said.DistinctBy(s => s.Level).Count() < said.Count
                || !said.Exists(s => s.Promises is { Named: true, Says: true })) continue;
            foreach (var (label, level, promises) in said)
                yield return new(piece.Line, level, label, promises.Respond, promises.Resolve, promises.Update, promises.RespondDays, promises.ResolveDays);
        }
    }

    static List<(string Label, string Level, Promises Promises)> Said(Prose text, bool zeroBased)
    {
        // "**`critical`**" is marked twice.
        var levels = text.Marks.Where(m => m.Kind is MarkKind.Code or MarkKind.Strong && Marked().IsMatch(m.Text)).DistinctBy(m => m.Start)
            .Select(m => (Mark: m, Label: Marked().Match(m.Text).Groups["level"].Value))
            .Select(m => (m.Mark, m.Label, Level: Severities.OfWholeWord(m.Label) ?? Severities.OfCode(m.Label, zeroBased))).Where(m => m.Level is not null)
            .OrderBy(m => m.Mark.Start).ToList();
        return [.. levels.Select((m, i) =>
            (m.Label, m.Level!, Promises.Of(text.Plain[m.Mark.End..(i + 1 < levels.Count ? levels[i + 1].Mark.Start : text.Plain.Length)].TrimStart(':', ' '))))];
    }

    [GeneratedRegex(@"^((severity|level|priority|prio|sev)\s?[:=]\s?""?)?(?<level>\p{L}{3,12}|(P|S|SEV-?|sev-?)[0-5])""?:?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
