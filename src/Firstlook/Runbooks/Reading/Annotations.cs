using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// What a team may add to sharpen a step, all of it optional and unseen by readers: <c>&lt;!-- firstlook expect="below 100" target="orders-db" --&gt;</c>
/// right above a fence, or the same words after the fence's language.
/// </summary>
/// <param name="Expect">What the result should be, in words: "below 100", "nothing".</param>
/// <param name="Target">The target to run against, by its configured name.</param>
/// <param name="Cause">The hypothesis that the step tests: its title or the slug of it.</param>
/// <param name="Undo">The command that takes the action back.</param>
internal sealed partial record Annotations(string? Expect, string? Target, string? Cause, string? Undo)
{
    public static readonly Annotations None = new(null, null, null, null);

    public static readonly string[] Names = ["expect", "target", "cause", "undo"];

    public static Annotations In(string text)
    {
        if (!text.Contains('=', StringComparison.Ordinal)) return None;
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match pair in Pair().Matches(text)) values.TryAdd(pair.Groups["name"].Value, pair.Groups["value"].Value.Trim());
        return new(values.GetValueOrDefault("expect"), values.GetValueOrDefault("target"), values.GetValueOrDefault("cause"), values.GetValueOrDefault("undo"));
    }

    /// <returns>Null where the line is no such comment.</returns>
    public static Annotations? OfComment(string line) => Comment().Match(line.Length > 2000 ? "" : line) is { Success: true } comment ? In(comment.Groups["pairs"].Value) : null;

    /// <summary>Whether an undo is one command with nothing left to fill in.</summary>
    public static bool UndoIsWhole(string undo, Language language) => Placeholders.In(undo, language).Count == 0 && Classifier.Block(undo, language).Count == 1;

    public Annotations Over(Annotations other) => new(Expect ?? other.Expect, Target ?? other.Target, Cause ?? other.Cause, Undo ?? other.Undo);

    /// <summary>The step's hypothesis, where one of these is the one that is named.</summary>
    public string? CauseAmong(IEnumerable<Hypothesis> hypotheses) =>
        Cause is null ? null : hypotheses.FirstOrDefault(h => h.Id.EndsWith("/" + Words.Id(Cause), StringComparison.Ordinal))?.Id;

    public Expectation? Expectation(int line) =>
        Expect is null ? null : Expectations.Said($"should be {Expect}", line) is { } said ? said with { Quote = Expect } : new(ExpectationKind.Shows, null, Expect, Expect, line);

    [GeneratedRegex(@"\b(?<name>expect|target|cause|undo)=(""(?<value>[^""]*)""|'(?<value>[^']*)'|(?<value>[^\s""'}]+))", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^\s*<!--\s*firstlook\b(?!:)(?<pairs>.*?)-->\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Comment();
}
