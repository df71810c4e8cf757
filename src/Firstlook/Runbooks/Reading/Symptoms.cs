using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>What is seen when it is so.</summary>
internal static partial class Symptoms
{
    public static IEnumerable<Symptom> Of(Section section) =>
        section.Entries is [var first, ..] && Noticing.IsToBeWritten(first.Plain) ? [] : section.Entries.Select(e => Of(e.Unticked));

    public static Symptom Of(Prose text) => new(text.Plain, text.Line, [.. Literals(text).Distinct()], IsNegative(text));

    // "`No space left on device`" begins with a no that is quoted.
    static bool IsNegative(Prose text) =>
        Negation().Match(text.Plain) is { Success: true } no && !text.Codes.Any(code => code.Start <= no.Index && code.End >= no.Index + no.Length)
            && !text.Plain.StartsWith('"');

    /// <summary>What would stand in results as it is written: code spans, quoted strings, exception names, status codes.</summary>
    public static IEnumerable<string> Literals(Prose text) =>
        text.Codes.Select(c => c.Text)
            .Concat(Quoted().Matches(text.Plain).Select(m => m.Groups["text"].Value))
            .Concat(Exception().Matches(text.Plain).Concat(Status().Matches(text.Plain)).Select(m => m.Value)
                .Where(e => !text.Codes.Any(c => c.Text.Contains(e, StringComparison.Ordinal))));

    [GeneratedRegex(@"[""“](?<text>[^""”]{2,120})[""”]", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b([A-Z][A-Za-z]+(Error|Exception|Fault|Timeout)|OOMKilled|CrashLoopBackOff|ImagePullBackOff|ErrImagePull|NotReady|E[A-Z]{5,})\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Exception();

    // "Most are 422", "HTTP 429 has disappeared": the codes that clients get (RFC 9110, 15.5 and 15.6), where no unit makes them an amount.
    [GeneratedRegex(
        @"(?<![\w.,€$£#:/-])(40[0-9]|41[0-8]|42[1-9]|50[0-4])(?![\w%€]|[.,:]\d| ?(ms|s|seconds?|minutes?|min|MB|GB|%|€|requests?|connections?|sessions?|jobs?|rows?|"
        + @"lines?|times|keys)\b)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Status();

    [GeneratedRegex(@"^(but )?(no|not|none|never|without|nothing|kein\w*|nicht|sin|ning\w+|sem|nenhum\w*|pas de|aucun\w*|nessun\w*|geen)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Negation();
}
