using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

// Where a scale begins.
internal static partial class Severities
{
    /// <summary>P0..P3 and SEV0..3 count from nought where the document has a P0 or SEV0, and P1..P4 from one where it has none.</summary>
    /// <remarks>What a program prints has noughts of its own (the survivor space S0 of jstat): in a block only that of the scale counts which the text speaks of.</remarks>
    public static bool IsZeroBased(string document, Outline outline)
    {
        var noughts = Nought().Matches(document);
        if (noughts.Count == 0) return false;
        var lines = new LineIndex(document);
        var code = outline.CodeLines(lines.Count);
        if (noughts.Any(nought => !IsInCode(nought))) return true;
        var spoken = AnyLevel().Matches(document).Where(level => !IsInCode(level)).Select(ScaleOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return spoken.Count == 0 || noughts.Any(nought => spoken.Contains(ScaleOf(nought)));

        bool IsInCode(Match match) => code[lines.LineAt(match.Index) - 1];
    }

    static string ScaleOf(Match level) => level.Groups["scale"].Value;

    // "There is no SEV0" says that the scale begins with one; "P0    52W / 300W" is how nvidia-smi tells a card's performance state.
    [GeneratedRegex(
        @"(?<!\b(no|not an?|without( an?)?|kein\w*|ohne|sem|sin|não (há|existe|temos)|no (hay|existe)|pas de|sans|geen|zonder|niente|nessun)\s)"
        + @"\b(?<scale>P|SEV|Sev|sev|S)[- ]?0\b(?!\s+\d+W\b)|\b(?<scale>[Ss]ev)\s?\d\s*\(\s*0\s*=", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Nought();

    [GeneratedRegex(@"\b(?<scale>P|SEV|Sev|sev|S)[- ]?[1-5]\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex AnyLevel();
}
