using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Parts of the response that have a box of time: "Triage (5-15 min)", "First 10 minutes", "T+30".</summary>
internal static partial class Phases
{
    public static IEnumerable<Phase> Of(IEnumerable<Section> sections)
    {
        foreach (var section in sections)
        {
            if (section.IsWithin(Role.Escalation, Role.SeverityPolicy, Role.Contacts, Role.Template, Role.Symptoms)) continue;
            if (section.Level > Section.Root && (section.IsHeading || section.Value.IsEmpty) && Box(section.Title.Plain) is { } box)
                yield return new(section.Line, Title(section.Title.Plain), box.From, box.To);
            foreach (var table in section.Tables.Where(t => t.Header.Count > 1 && TimeColumn().IsMatch(t.Header[0].Folded)))
            {
                foreach (var row in table.Rows.Where(r => r.Cells.Count > 1))
                {
                    if (Box(row.Cells[0].Plain) is { } span) yield return new(row.Line, row.Cells[1].Plain, span.From, span.To);
                }
            }
        }
    }

    static string Title(string title)
    {
        var bare = Words.Bare(Brackets().Replace(title, " "));
        return bare.Any(char.IsLetter) ? Words.Bare(bare.TrimEnd(' ', '-', '–', '—', ':')) : Words.Bare(title);
    }

    static (int? From, int? To)? Box(string text)
    {
        if (text.Length > 120) return null;
        if (Range().Match(text) is { Success: true } range) return (Minutes(range, "from", range.Groups["first"].Success ? "first" : "unit"), Minutes(range, "to", "unit"));
        if (First().Match(text) is { Success: true } first) return (0, Minutes(first, "to", "unit"));
        if (Open().Match(text) is { Success: true } open) return (Minutes(open, "from", "unit"), null);
        return Mark().Match(text) is { Success: true } mark ? (Minutes(mark, "from", "unit"), null) : null;
    }

    static int? Minutes(Match match, string number, string unit) =>
        int.TryParse(match.Groups[number].Value, CultureInfo.InvariantCulture, out var value) && value < 100_000
            ? match.Groups[unit].Value is ['h' or 'H' or 's' or 'S', ..]
                ? value * 60
                : value
            : null;

    const string Unit = @"(?<unit>m\b|min\w*|h\b|hrs?\b|hours?\b|horas?\b|heures?\b|stunden?\b|ore\b)";

    [GeneratedRegex(@"(?<![\d.])(?<from>\d{1,4})\s*(?<first>m\b|min\w*|h\b|hrs?\b|hours?\b)?\s*(-|–|—|to|bis|a|à|até)\s*(T\+)?(?<to>\d{1,4})\s*-?" + Unit,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(first|within|erste[nr]?|primeir[oa]s|primer[oa]s|premi[eè]res|primi)\s+(the first\s+)?(?<to>\d{1,4})\s*-?" + Unit,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex First();

    [GeneratedRegex(@"(?<![\d.])((>|after|nach|ap[oó]s|despu[eé]s de|apr[eè]s|beyond)\s*(?<from>\d{1,4})\s*|(?<from>\d{1,4})\s?\+\s*)" + Unit,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Open();

    [GeneratedRegex(@"\bT\s?\+\s?(?<from>\d{1,4})\s*" + Unit + @"?(?!\w)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(time( ?(box|frame|line|window))?|minutes?|when|phase|elapsed|zeit|phase|tiempo|tempo|temps)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex TimeColumn();

    [GeneratedRegex(@"\s*[(\[][^)\]]{0,60}[)\]]")]
    private static partial Regex Brackets();
}
