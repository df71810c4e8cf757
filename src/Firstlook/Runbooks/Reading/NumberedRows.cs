using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Tables whose rows are counted as the document's sections are: "| # | Monitor | Severity |" above "## 1. Holds are slow".</summary>
internal sealed partial class NumberedRows
{
    readonly Dictionary<Row, Section> sections = new(ReferenceEqualityComparer.Instance);

    public NumberedRows(Outline outline)
    {
        foreach (var table in outline.Tables.Where(t => t.Rows.Count > 1))
        {
            var column = table.Header.ToList().FindIndex(h => Number().IsMatch(h.Plain.Trim()));
            if (column < 0) continue;
            var counted = table.Rows.Select(r => (Row: r, Number: column < r.Cells.Count ? NumberIn(r.Cells[column].Plain) : null)).ToList();
            if (counted.Exists(r => r.Number is null) || counted.DistinctBy(r => r.Number).Count() < counted.Count || SectionsOf(outline) is not { } titled
                || !counted.TrueForAll(r => titled.ContainsKey(r.Number!.Value))) continue;
            var rows = counted.ConvertAll(r => (r.Row, Section: titled[r.Number!.Value]));
            if (rows.Exists(r => r.Section.Line <= r.Row.Line && r.Row.Line <= r.Section.EndLine) || !Agree(rows)) continue;
            foreach (var (row, section) in rows) sections[row] = section;
        }
    }

    /// <summary>The anchor of the section that a row is about; nothing where it is about none.</summary>
    public IEnumerable<string> AnchorsOf(Row row) => sections.TryGetValue(row, out var section) ? [section.Slug] : [];

    Dictionary<int, Section>? titles;

    // The headings of the highest rank that is counted; none where two have one number.
    Dictionary<int, Section>? SectionsOf(Outline outline)
    {
        if (titles is not null) return titles;
        var counted = outline.Sections.Where(s => s.IsHeading && s.Slug.Length > 0).Select(s => (Section: s, Number: NumberOf(s))).Where(s => s.Number is not null).ToList();
        var rank = counted.Select(s => s.Section.Level).DefaultIfEmpty().Min();
        var highest = counted.FindAll(s => s.Section.Level == rank);
        return titles = highest.DistinctBy(s => s.Number).Count() == highest.Count ? highest.ToDictionary(s => s.Number!.Value, s => s.Section) : [];
    }

    // Any list may be counted. That these numbers are those of the sections shows in what both name: a word in code, or the title itself; and nothing that a row
    // names stands in other sections alone.
    static bool Agree(List<(Row Row, Section Section)> rows)
    {
        var named = new Dictionary<string, HashSet<Section>>(StringComparer.Ordinal);
        foreach (var section in rows.Select(r => r.Section))
            foreach (var code in section.AllPieces.OfType<Paragraph>().SelectMany(p => p.Text.Codes).Concat(section.Title.Codes))
            {
                if (!named.TryGetValue(code.Text, out var homes)) named[code.Text] = homes = [];
                homes.Add(section);
            }

        var agree = 0;
        foreach (var (row, section) in rows)
        {
            var homes = row.Cells.SelectMany(c => c.Codes).Where(c => Titles.IsAlertName(c.Text) || !c.Text.Contains(' ')).Select(c => named.GetValueOrDefault(c.Text))
                .Where(h => h is not null).ToList();
            if (homes.Count > 0 && !homes.Exists(h => h!.Contains(section))) return false;
            if (homes.Count > 0 || row.Cells.Any(c => c.Plain.Contains(' ') && Words.Id(c.Plain) == Words.Id(section.Bare))) agree++;
        }

        return agree > 0;
    }

    static int? NumberIn(string cell) => int.TryParse(cell.AsSpan().Trim(" ."), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static int? NumberOf(Section section) => Counted().Match(section.Title.Plain) is { Success: true } counted ? NumberIn(counted.Groups["number"].Value) : null;

    [GeneratedRegex(@"^(#|№|n[°o]\.?|nr\.?|no\.?|num(ber|mer)?|n[uú]mero)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\W{0,4}(?<number>\d{1,2})\s?[.):·–—-]\s", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
