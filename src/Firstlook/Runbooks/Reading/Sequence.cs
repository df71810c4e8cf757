using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>A step with what stands around it.</summary>
internal sealed record Seen(Step Step, Region? Region, Context Context);

/// <summary>
/// What the words around a look leave open, the order of the steps says: after something was done "Check" confirms it; "Verify" before anything
/// was done learns.
/// </summary>
internal static partial class Sequence
{
    public static List<(Step Step, Region? Region)> Settled(List<Seen> steps)
    {
        var settled = new List<(Step Step, Region? Region)>(steps.Count);
        for (var begins = 0; begins < steps.Count;)
        {
            var ends = begins + 1;
            while (ends < steps.Count && steps[ends].Region == steps[begins].Region) ends++;
            settled.AddRange(Settled(steps[begins..ends], steps[begins].Region).Select(step => (step, steps[begins].Region)));
            begins = ends;
        }

        return settled;
    }

    /// <param name="steps">Those of one procedure, in their order.</param>
    static List<Step> Settled(List<Seen> steps, Region? region)
    {
        var acts = steps.FindIndex(s => s.Step.Kind == StepKind.Action);
        // Nothing is done, or it is not known what belongs together.
        if (acts < 0 || region is null) return [.. steps.Select(s => s.Step)];
        var byHand = steps.Take(acts).Any(s => s.Step.Kind == StepKind.Verification) ? DoneByHand(region, steps[acts].Step.Line) : int.MaxValue;
        var settled = new List<Step>(steps.Count);
        var opening = 0;
        for (var i = 0; i < steps.Count; i++)
        {
            if (!IsBeside(steps[opening], steps[i])) opening = i;
            var step = steps[i].Step;
            settled.Add(step.Kind switch
            {
                StepKind.Verification when i < acts && step.Line < byHand => step with { Kind = StepKind.Diagnostic },
                StepKind.Diagnostic when i > opening && step.Effect <= Effect.Read && Confirms(steps[opening], steps[i - 1], settled[i - 1], steps[i]) =>
                    step with { Kind = StepKind.Verification },
                _ => step,
            });
        }

        return settled;
    }

    // "Check, fix, check, fix": there each check stands before its own fix.
    static bool Confirms(Seen first, Seen before, Step settled, Seen step) =>
        step.Context.Column == Role.None && (settled.Kind, before.Step.Kind) switch
        {
            (StepKind.Action, _) => SaysAgain(step.Context) || (SaysCheck(step.Context) && !SaysCheck(first.Context)),
            // Two looks under one word.
            (StepKind.Verification, StepKind.Diagnostic) => step.Step.Line <= before.Step.EndLine + 2 || SaysAgain(step.Context),
            _ => false,
        };

    // In one section, or in a section "Check" right beside it.
    static bool IsBeside(Seen one, Seen other) =>
        one.Step.Cause == other.Step.Cause && (Heading(one), Heading(other)) is var (before, after)
        && (before == after || (after is not null && before?.Parent == after.Parent && Says(after.Title.Plain, Check()))
            || (after is not null && Says(after.Title.Plain, Again())));

    static Section? Heading(Seen seen) => seen.Context.Sections.FirstOrDefault(s => s.IsHeading);

    /// <returns>The first line, before <paramref name="until"/>, on which a person is told to do something; none where it is as large as can be.</returns>
    static int DoneByHand(Region region, int until)
    {
        var section = region.Section.ChildrenWithin(region.Line + 1, until - 1).FirstOrDefault(s => s.Role == Role.Action || s.Purpose == Purpose.Change);
        var said = region.Section.PiecesWithin(region.Line + 1, until - 1).FirstOrDefault(p => p is Paragraph { Text: var text } && Purposes.Of(text.Plain) == Purpose.Change);
        return Math.Min(section?.Line ?? int.MaxValue, said?.Line ?? int.MaxValue);
    }

    static bool SaysAgain(Context context) => Says(Lead(context), Again());

    static bool SaysCheck(Context context) => Says(Lead(context), Check());

    static string Lead(Context context) => context.Lead.Length > 0 ? context.Lead : context.Heading ?? "";

    // "Scaling to zero lets the batch finish. Check that it did:" - as a whole, or by its last sentence.
    static bool Says(string said, Regex what)
    {
        var trimmed = said.TrimEnd(':', ' ', '.');
        return what.IsMatch(Words.Fold(Words.Bare(trimmed)))
            || (trimmed.LastIndexOf(". ", StringComparison.Ordinal) is > 0 and var stop && what.IsMatch(Words.Fold(trimmed[(stop + 2)..])));
    }

    [GeneratedRegex(
        @"^((step|schritt|paso|passo|etape|phase|fase) (\d+|one|two|three|four|five)\W* )?(then |and |now )*(check|controle|kontrolle|prufen|conferir|confere|"
        + @"comprobar|compruebe|controlla|verifica|verifie[rz]|look|watch( it)?|test)( it| the (file|result|numbers))?( with| by| mit| com| con| avec)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Check();

    [GeneratedRegex(
        @"^(after|afterwards|after (that|it)|danach|depois|despues|ensuite|apres)\b|"
        + @"\b(check|look|test|ask|measure|kontrollieren|prufen|conferir|comprobar|verifier|controlar)( (it|at it|at the result|every|all of it))? (again|after\w*|"
        + @"nachher|de novo|de nuevo)\b|^(then|and|danach|y|e|et|puis|depois|now) (check|look|watch|wait|follow|compare|verify|confirm|prufen|kontrollieren|abwarten|"
        + @"se comprueba|conferir|comprobar|verifier|attendre)|\b(good|ok|okay|normal|healthy|fine|green|gut|gruen|bien|bom) again\b|"
        + @"\b(ok|okay|good|confirmed|fixed|done|over|back to normal|back|it is over|healed) when$|"
        + @"^(fixed|ok again|better( after)?|better now|solved|gone|worked|am i done)\b.{0,12}\?$|\bdid (it|that) (take|work|help)\b|"
        + @"\b(know|see|tell) (that )?(it('s| is| has)?) (worked|over|back|gone)\b|\bdoes it work\b|\b(prove|checks?) (it|that it|after)\b|"
        + @"^(retour|vuelta|volta) (a la|a|al|ao) normale?|\bback to (normal|zero)\b|^wait (until|for|one|two|three|\d)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Again();
}
