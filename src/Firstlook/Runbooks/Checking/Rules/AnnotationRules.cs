using System.Text.RegularExpressions;
using Firstlook.Effects;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>Annotations that say nothing: nobody sees them on the page, and so nobody sees that they do not work.</summary>
internal static partial class AnnotationRules
{
    static string With(string annotation) =>
        $"# QueueFull\n\n**Severity**: high\n\n## Possible causes\n- A stuck worker\n- Too few workers\n\n## Mitigation\n<!-- firstlook {annotation} -->\n```bash\nkubectl scale deployment/worker --replicas=4\n```\n";

    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL082", ProblemSeverity.Warning, "an annotation that says nothing",
            "It is invisible on the page, and without effect: its author believes otherwise.",
                "An annotation has expect, target, cause and undo; cause names a cause of its procedure, undo a command that changes something.",
            With("case=\"Too few workers\""), With("cause=\"Too few workers\""), Idle),
    ];

    static IEnumerable<Flaw> Idle(Subject subject)
    {
        for (var i = 0; i < subject.Lines.Length; i++)
        {
            if (subject.IsCode[i] || subject.Lines[i].Length > 2000 || Annotations.OfComment(subject.Lines[i]) is not { } said) continue;
            foreach (Match name in Name().Matches(subject.Lines[i]))
            {
                if (!Annotations.Names.Contains(name.Groups["name"].Value, StringComparer.OrdinalIgnoreCase))
                    yield return subject.At(i + 1, name.Groups["name"].Value, $"there is no annotation {name.Groups["name"].Value}");
            }

            if (said == Annotations.None) yield return new(i + 1, "the annotation has no word of the form name=\"value\"");
            if (said.Cause is { } cause && subject.ProcedureAt(i + 1) is { } procedure && said.CauseAmong(procedure.Hypotheses) is null)
                yield return subject.At(i + 1, cause, $"\"{procedure.Title}\" names no cause \"{cause}\"");
            if (said.Undo is { } whole && Next(subject, i + 1) is { } block && !Annotations.UndoIsWhole(whole, block.Language))
                yield return subject.At(i + 1, whole, "an undo is one command with nothing left to fill in");
            else if (said.Undo is { } undo && Next(subject, i + 1) is { } step && Classifier.Whole(undo, step.Language).Effect is Effect.None or Effect.Read or Effect.Unknown)
                yield return subject.At(i + 1, undo, $"as an undo this is not understood: {Classifier.Whole(undo, step.Language).Why}");
        }
    }

    static Step? Next(Subject subject, int line) => subject.Steps.FirstOrDefault(step => step.Line > line);

    [GeneratedRegex(@"(?<![\w=""'-])(?<name>[A-Za-z][\w-]*)=[""']", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
