using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Dashboards to look at, each with its panels and what to expect of them: in sections of their own, and wherever a step links to one.</summary>
internal static partial class Dashboards
{
    public static List<Dashboard> Of(IEnumerable<Section> sections)
    {
        var found = new List<Dashboard>();
        foreach (var section in sections)
        {
            if (!section.IsWithin(Role.Dashboards))
            {
                found.AddRange(section.Paragraphs.SelectMany(LinkedInPassing));
                continue;
            }

            if (Words.Fold(section.Title.Plain).StartsWith("panel", StringComparison.Ordinal))
            {
                var panels = section.Items.Select(i => i.Text.Plain).ToList();
                if (panels.Count == 0) continue;
                if (found.Count > 0) found[^1] = found[^1] with { Panels = found[^1].Panels.AddRange(panels) };
                else found.Add(new(section.Bare, null, [.. panels], section.Line));
                continue;
            }

            foreach (var paragraph in section.Paragraphs) found.AddRange(OfText(paragraph, section));
            foreach (var table in section.Tables) found.AddRange(OfTable(table));
        }

        return found;
    }

    static IEnumerable<Dashboard> OfText(Paragraph paragraph, Section section)
    {
        var links = paragraph.Text.Links.ToList();
        if (links.Count > 0) return links.Select(l => new Dashboard(l.Text, l.Url, Panels(paragraph, section), paragraph.Line, Expected(paragraph.Text)));
        if (paragraph.Label is { Role: Role.Dashboards, Value.IsEmpty: false } label)
        {
            // "Dashboards: checkout https://grafana.example/d/x · Rules live elsewhere"
            if (Address().Matches(label.Value.Plain) is { Count: > 0 } addresses)
                return addresses.Select(a => new Dashboard(a.Groups["name"].Value.Trim(' ', ':', '–', '-', '(') is { Length: > 1 } name ? name : a.Groups["url"].Value,
                    a.Groups["url"].Value, Panels(paragraph, section), paragraph.Line, Expected(paragraph.Text)));
            var url = label.Value.Codes.Select(c => c.Text).FirstOrDefault(c => c.Contains("://", StringComparison.Ordinal));
            return [new(label.Value.Plain, url, Panels(paragraph, section), paragraph.Line, Expected(paragraph.Text))];
        }

        return [];
    }

    static IEnumerable<Dashboard> LinkedInPassing(Paragraph paragraph) =>
        paragraph.Text.Links.Where(l => l.Url is { } url && !url.StartsWith('#') && Graph().IsMatch($"{l.Text} {url}"))
            .Select(l => new Dashboard(l.Text, l.Url, [], paragraph.Line, Expected(paragraph.Text)));

    // The sentence, or the part after a dash, that says how it looks when all is well.
    static string? Expected(Prose text) => Expectation().Match(text.Plain) is { Success: true } said ? said.Value.Trim(' ', '(', ')', '.') : null;

    // Items below the one that names the dashboard.
    static EquatableArray<string> Panels(Paragraph paragraph, Section section) =>
        paragraph.Item is null ? [] : [.. section.Paragraphs.Where(p => p.OpensItem && p.Item?.Parent == paragraph.Item).Select(p => p.Text.Plain)];

    static IEnumerable<Dashboard> OfTable(Table table)
    {
        var url = table.Header.ToList().FindIndex(h => h.Folded is "url" or "link" or "address");
        return table.Rows.Where(r => r.Cells.Count > 1 && (url >= 0 || r.Cells[0].Links.Count > 0))
            .Select(r =>
                new Dashboard(r.Cells[0].Plain,
                    r.Cells[0].Links.ElementAtOrDefault(0)?.Url ?? (url < r.Cells.Count ? r.Cells[url].Links.ElementAtOrDefault(0)?.Url ?? r.Cells[url].Plain : null), [],
                    r.Line));
    }

    [GeneratedRegex(@"(?<name>[^,;|·\n]{0,60}?)(?<url>https?://[^\s,;|<>)]{4,300})", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"dashboard|grafana|kibana|datadoghq|newrelic|/d/[\w-]+|cloudwatch", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Graph();

    [GeneratedRegex(@"[^.;(–—]{0,120}\b(should|must|expect(ed)?|normal(ly)?|healthy|sollte|deber[ií]a|deveria|debe|deve)\b[^.;)]{1,160}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Expectation();
}
