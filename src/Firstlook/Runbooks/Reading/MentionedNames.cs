using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Names that may be those of alerts, by where they stand. Whether one is an alert's only the alert tells.</summary>
internal sealed partial class MentionedNames
{
    /// <summary>In these lines a procedure says what it is for; further down it speaks of others too.</summary>
    const int OpeningLines = 12;

    /// <summary>Of one procedure.</summary>
    const int Most = 100;

    readonly List<(int Line, string Name)> all = [];
    readonly List<string> outside;

    public MentionedNames(string text, RegionIndex regions)
    {
        var number = 0;
        foreach (var line in text.AsSpan().Split('\n'))
        {
            number++;
            if (!MayName(text.AsSpan(line))) continue;
            foreach (Match match in Name().Matches(text[line])) all.Add((number, match.Groups["name"].Value));
        }

        // A heading that only names the alert, and leads to what the other headings hold, is no procedure to keep its name for itself.
        outside = [.. all.Where(one => regions.At(one.Line) is not { } region || region.HoldsNothing).Select(one => one.Name).Distinct(StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>In the first lines of a procedure, and in what stands outside all of them.</summary>
    public IEnumerable<string> OpeningOf(Region region) =>
        Within(region.Line, Math.Min(region.EndLine, region.Line + OpeningLines)).Concat(outside).Distinct(StringComparer.Ordinal).Take(Most);

    /// <summary>Further down in a procedure.</summary>
    public IEnumerable<string> FurtherIn(Region region) => Within(region.Line + OpeningLines + 1, region.EndLine).Except(OpeningOf(region), StringComparer.Ordinal).Take(Most);

    IEnumerable<string> Within(int first, int last)
    {
        var low = 0;
        for (var high = all.Count; low < high;)
        {
            var middle = (low + high) / 2;
            if (all[middle].Line < first) low = middle + 1;
            else high = middle;
        }

        for (; low < all.Count && all[low].Line <= last; low++) yield return all[low].Name;
    }

    static bool MayName(ReadOnlySpan<char> line)
    {
        for (var at = 1; at < line.Length; at++)
        {
            if (line[at] == '`' || (char.IsAsciiLetterUpper(line[at]) && (char.IsAsciiLetterLower(line[at - 1]) || char.IsAsciiDigit(line[at - 1])))) return true;
        }

        return false;
    }

    /// <summary>One word in camel case, or what stands in code and looks like a name.</summary>
    [GeneratedRegex(@"(?<![\w./-])(?<name>[A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*)(?![\w./(=-])|`(?<name>[A-Za-z][\w-]{5,80})`", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
