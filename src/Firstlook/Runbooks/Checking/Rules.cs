using System.Text.RegularExpressions;
using Firstlook.Effects;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks.Checking;

/// <param name="Reason">Why it matters, for <c>check --explain</c>.</param>
internal sealed record Rule(string Code, ProblemSeverity Severity, string Reason, string Fix, Func<Runbook, IEnumerable<Finding>> Find);

internal sealed record Finding(int Line, string Message);

internal static partial class Rules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL020", ProblemSeverity.Warning, "A procedure with nothing to run and nothing to do only tells that something is wrong.", "Add at least the first check.", Empty),
        new("FL021", ProblemSeverity.Info, "Without a severity nobody knows how fast to come, and no clock can run.", "Add a line such as **Severity**: high.", WithoutSeverity),
        new("FL022", ProblemSeverity.Warning, "After an action one must see whether it helped.", "Add a check under a heading such as Verification.", WithoutVerification),
        new("FL023", ProblemSeverity.Info, "Whoever is stuck must know whom to call and when.", "Add \"Escalate after 30 minutes to ...\", here or for the whole document.", WithoutEscalation),
        new("FL024", ProblemSeverity.Error, "\"Safe\" is trusted by whoever reads it in a hurry; this interrupts work or loses data.", "Name the heading after what is done, or choose a safer command.", UnsafeSafety),
        new("FL025", ProblemSeverity.Info, "What interrupts service should say how it is taken back.", "Add a Rollback section, or an undo annotation above the block.", WithoutRollback),
        new("FL026", ProblemSeverity.Warning, "A link that leads nowhere costs minutes when there are none.", "Point it at a heading that exists; anchors are GitHub's.", DeadAnchors),
        new("FL027", ProblemSeverity.Warning, "Two procedures of one name have the same anchor: a link reaches only the first.", "Give them different titles.", SameTitle),
        new("FL028", ProblemSeverity.Info, "A command that does not end by itself holds up whoever runs it, and cannot be a first look without a limit.", "Add --tail, -c, or --no-stream and the like.", Endless),
        new("FL029", ProblemSeverity.Info, "Words like these leave the decision to somebody who came here because he could not decide.", "Say the number, the name, or the condition.", Ambiguous),
    ];

    static IEnumerable<Finding> Empty(Runbook runbook) =>
        runbook.Procedures.Where(p => p.Steps.IsEmpty && p.Hypotheses.All(h => h.Advice.IsEmpty) && p.EndLine - p.Line < 3).Select(p => new Finding(p.Line, $"\"{p.Title}\" says nothing to run or to do"));

    static IEnumerable<Finding> WithoutSeverity(Runbook runbook) =>
        runbook.Procedures.Where(p => p.Severity is null).Select(p => new Finding(p.Line, $"\"{p.Title}\" states no severity"));

    static IEnumerable<Finding> WithoutVerification(Runbook runbook) =>
        runbook.Procedures
            .Where(p => p.Steps.Any(s => s.Kind == StepKind.Action) && !p.Steps.Any(s => s.Kind == StepKind.Verification))
            .Where(p => !ReadsAfterItsLastAction(p))
            .Select(p => new Finding(p.Steps.Last(s => s.Kind == StepKind.Action).Line, $"nothing after the actions of \"{p.Title}\" tells whether they helped"));

    static bool ReadsAfterItsLastAction(Procedure procedure) =>
        procedure.Steps.SkipWhile(s => s.Kind != StepKind.Action).Any(s => s.Kind == StepKind.Diagnostic && s.Line > procedure.Steps.Last(a => a.Kind == StepKind.Action).Line);

    static IEnumerable<Finding> WithoutEscalation(Runbook runbook) =>
        runbook.Escalations.IsEmpty && runbook.Contacts.IsEmpty ? runbook.Procedures.Where(p => p.Escalations.IsEmpty).Select(p => new Finding(p.Line, $"\"{p.Title}\" does not say whom to call")) : [];

    static IEnumerable<Finding> UnsafeSafety(Runbook runbook) =>
        AllSteps(runbook).Where(s => s.Effect is Effect.Disruptive or Effect.Destructive && s.Heading is { } heading && SafeWord().IsMatch(heading))
            .Select(s => new Finding(s.Line, $"a {s.Effect.Word()} command stands under \"{s.Heading}\": {s.Commands.First(c => c.Effect == s.Effect).Why}"));

    static IEnumerable<Finding> WithoutRollback(Runbook runbook) =>
        runbook.Procedures.Where(p => !p.Steps.Any(s => s.Undo is not null || TakesBack().IsMatch($"{s.Heading} {s.Title} {s.Text}")))
            .SelectMany(p => p.Steps.Where(s => s.Effect == Effect.Disruptive).Take(1).Select(s => new Finding(s.Line, $"\"{p.Title}\" does not say how this is taken back")));

    static IEnumerable<Finding> DeadAnchors(Runbook runbook)
    {
        var outline = Outline.Of(Structure.Read(runbook.Text), runbook.Text.AsSpan().Count('\n') + 1);
        var anchors = outline.Sections.Select(s => s.Slug).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var paragraph in outline.Pieces.Select(p => p.Piece))
        {
            var texts = paragraph switch { Paragraph p => [p.Text], Table t => t.Rows.SelectMany(r => r.Cells), _ => Enumerable.Empty<Prose>() };
            foreach (var link in texts.SelectMany(t => t.Links).Where(l => l.Url is ['#', _, ..] && !anchors.Contains(Uri.UnescapeDataString(l.Url[1..])))) yield return new(link.Line, $"no heading has the anchor {link.Url}");
        }
    }

    static IEnumerable<Finding> SameTitle(Runbook runbook) =>
        runbook.Procedures.GroupBy(p => Words.Id(p.Title)).Where(g => g.Count() > 1).SelectMany(g => g.Skip(1).Select(p => new Finding(p.Line, $"\"{p.Title}\" is also the title of the procedure at line {g.First().Line}")));

    static IEnumerable<Finding> Endless(Runbook runbook) =>
        AllSteps(runbook).SelectMany(s => s.Commands).Where(c => c.Tags.HasFlag(EffectTags.Hang)).Select(c => new Finding(c.Line, "this command does not end by itself"));

    static IEnumerable<Finding> Ambiguous(Runbook runbook) =>
        runbook.Procedures.SelectMany(p => p.Hypotheses).SelectMany(h => h.Advice).Select(a => (a.Line, a.Text)).Concat(AllSteps(runbook).Where(s => s.Kind == StepKind.Action).Select(s => (s.Line, Text: s.Title)))
            .Select(t => (t.Line, Match: VagueWord().Match(t.Text))).Where(t => t.Match.Success).Select(t => new Finding(t.Line, $"\"{t.Match.Value}\" leaves open when or how"));

    static IEnumerable<Step> AllSteps(Runbook runbook) => runbook.Procedures.SelectMany(p => p.Steps).Concat(runbook.GeneralSteps);

    [GeneratedRegex(@"\b(?<!not )safe\b", RegexOptions.IgnoreCase)]
    private static partial Regex SafeWord();

    [GeneratedRegex(@"\b(roll ?back|undo|revert|restore|uncordon|scale (back|down))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TakesBack();

    [GeneratedRegex(@"\b(as (needed|appropriate|required)|if (needed|necessary|possible|safe|appropriate)|a few|some time|soon|usually|temporarily|and so on|etc\.)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex VagueWord();
}
