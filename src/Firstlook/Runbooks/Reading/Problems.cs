using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>What the reader did not understand, or saw in passing and the owner should know. Codes are stable.</summary>
internal static partial class Problems
{
    public static IEnumerable<Problem> Of(string original, string text, Outline outline, IReadOnlyList<Procedure> procedures, IReadOnlyList<Step> steps,
        List<SeverityLevel> policy) =>
        Repaired(original, text)
            .Concat(OpenFences(text, outline))
            .Concat(steps.SelectMany(s => OfStep(s, outline)))
            .Concat(Untrusted(text.Split('\n'), outline, steps))
            .Concat(Ambiguous(text, policy).Take(1)
                .Select(p => new Problem("FL002", ProblemSeverity.Info, p.Line, "\"Response\" is read as the time to acknowledge; say \"acknowledge\" if that is meant")))
            .Concat(SeverityPolicies.Contradictions(policy)
                .Select(c => new Problem("FL010", ProblemSeverity.Error, c.Line, $"the document gives two different times for {c.Level}")))
            .Concat(ClaimedTwice(procedures))
            .OrderBy(p => p.Line).ThenBy(p => p.Code, StringComparer.Ordinal);

    /// <summary>A policy has a handful of levels; in a table of thousands the first ones tell.</summary>
    const int MostLevels = 30;

    static IEnumerable<SeverityLevel> Ambiguous(string text, List<SeverityLevel> policy)
    {
        var lines = new LineIndex(text);
        return policy.Take(MostLevels).Where(p => p.RespondMinutes is not null && SaysResponse(lines, p.Line));
    }

    // In its own line, or in the head of the table that it is a row of.
    static bool SaysResponse(LineIndex lines, int line)
    {
        if (line > lines.Count) return false;
        var own = lines.TextAt(line);
        var head = line;
        while (head > 1 && own.TrimStart().StartsWith('|') && lines.TextAt(head - 1).TrimStart().StartsWith('|')) head--;
        var said = head == line ? own : $"{lines.TextAt(head)} {own}";
        return ResponseWord().IsMatch(said) && !AcknowledgementWord().IsMatch(said);
    }

    [GeneratedRegex(@"\b(respon[ds]e?|responding|reaktion\w*|antwort\w*|respuesta|resposta|réponse)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ResponseWord();

    [GeneratedRegex(@"\b(ack|acknowledge\w*|quittier\w*|first repair|mitigat\w+)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AcknowledgementWord();

    static IEnumerable<Problem> Repaired(string original, string text) =>
        ReferenceEquals(original, text) ? [] : [new("FL011", ProblemSeverity.Info, 1, "the file was saved in the wrong encoding; what could be told was repaired for display")];

    static IEnumerable<Problem> OpenFences(string text, Outline outline)
    {
        var last = outline.Fences.LastOrDefault();
        if (last is not { Form: FenceForm.Fenced }) yield break;
        var lines = new LineIndex(text);
        // A block of a page copied out of a browser has no marks that could be missing.
        if (last.Line <= lines.Count && lines.TextAt(last.Line) is var opening && !opening.Contains("```", StringComparison.Ordinal)
            && !opening.Contains("~~~", StringComparison.Ordinal))
            yield break;
        var end = lines.TextAt(Math.Min(last.EndLine, lines.Count));
        if (!FenceScan.Closes(end, last.Line <= lines.Count && lines.TextAt(last.Line).Contains('~') ? '~' : '`', 3))
            yield return new("FL007", ProblemSeverity.Warning, last.Line, "this code block is never closed: the rest of the file is part of it");
    }

    static IEnumerable<Problem> OfStep(Step step, Outline outline)
    {
        var tag = step.Inline ? "" : outline.TagAt(step.Line);
        if (ContentLanguages.OfTag(tag) is { } tagged && tagged != step.Language && IsLie(tagged, step.Language))
            yield return new("FL001", ProblemSeverity.Warning, step.Line, $"the block is tagged {tag}, but its content is {step.Language.Word()}");
        var foreign = step.Commands.FirstOrDefault(c => step.Language == Language.Python && c.Language == Language.Shell);
        if (foreign is not null)
            yield return new("FL001", ProblemSeverity.Warning, foreign.Line, $"a {foreign.Language.Word()} command{InBlock}{step.Language.Word()}");
        foreach (var command in step.Commands.Where(c => c.Effect == Effect.Unknown))
            yield return new("FL006", ProblemSeverity.Info, command.Line, $"we do not know what this does: {command.Why}");
    }

    /// <summary>A block in one language that a command of another stands in.</summary>
    public static bool IsOfAnother(Problem problem) => problem.Code == "FL001" && problem.Message.Contains(InBlock, StringComparison.Ordinal);

    const string InBlock = " stands in a block of ";

    // The rules of check ask the same three, and point at the words.
    static IEnumerable<Problem> Untrusted(string[] lines, Outline outline, IReadOnlyList<Step> steps)
    {
        var isCode = outline.CodeLines(lines.Length);
        foreach (var (line, input) in Unsourced.In(steps, lines, isCode)) yield return new("FL003", ProblemSeverity.Info, line, Unsourced.Message(input));
        foreach (var step in steps)
        {
            if (HarmlessPromise.Before(step) is { } promise && HarmlessPromise.Worst(step) is var worst)
                yield return new("FL004", ProblemSeverity.Warning, worst.Line, HarmlessPromise.Message(promise, worst));
        }

        foreach (var (line, span) in WrittenSecrets.In(lines, isCode)) yield return new("FL005", ProblemSeverity.Error, line, WrittenSecrets.Message(span));
    }

    static bool IsLie(Language tagged, Language content) =>
        (!content.IsInert() || content is Language.Json or Language.Yaml) && (!tagged.IsInert() || tagged is Language.Json or Language.Yaml)
            && !(tagged is Language.Shell && content is Language.Redis);

    static IEnumerable<Problem> ClaimedTwice(IReadOnlyList<Procedure> procedures) =>
        procedures.SelectMany(p => p.Alerts.Select(a => (Alert: a, Procedure: p))).GroupBy(c => c.Alert).Where(g => g.Count() > 1)
            .Select(g =>
                new Problem("FL008", ProblemSeverity.Error, g.Last().Procedure.Line,
                    $"the alert {g.Key} is claimed by \"{g.First().Procedure.Title}\" and by \"{g.Last().Procedure.Title}\""));
}
