using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Tables that give issues their severity and their alerts, by name or by a link to the section.</summary>
internal sealed partial class QuickReference
{
    readonly Dictionary<string, string> byName = [];
    readonly Dictionary<string, string> byAnchor = [];
    readonly Dictionary<string, List<string>> alerts = [];
    readonly Dictionary<string, List<string>> alertsByName = [];
    readonly Dictionary<string, Prose> escalations = [];
    readonly Dictionary<string, Prose> symptoms = [];
    readonly Dictionary<string, string> byCount = [];
    readonly Dictionary<string, List<string>> alertsByCount = [];

    public QuickReference(Outline outline, bool zeroBased)
    {
        // "## Alerts", and below it "- `ErrorRatioHigh` pages (S2). See [502s](#502s)."
        foreach (var (item, section) in outline.Pieces)
        {
            if (item is not Paragraph { OpensItem: true, Text: { Codes: [{ Start: < 4 } alert, ..] } text } || !section.IsHeading
                || !Roles.NamesAlerts(section.Title.Plain) || !Titles.IsAlertName(alert.Text)
                || Severities.OfCode(text.Plain[alert.End..], zeroBased) is not { } level) continue;
            byName.TryAdd(Words.Id(alert.Text), level);
            foreach (var link in text.Links.Where(l => l.Url is ['#', _, ..])) byAnchor.TryAdd(link.Url![1..], level);
        }

        // "b. `ReadTimeoutsHigh`: Scenario B", "- `DiskFull` → section 4": which of the parts answers an alert.
        foreach (var item in outline.Paragraphs.Where(p => p is { OpensItem: true, Text.Codes.Count: > 0 }))
        {
            var names = item.Text.Codes.Select(c => c.Text).ToList();
            if (names.TrueForAll(Titles.IsAlertName) && LeadsToPart().Match(item.Text.Plain[item.Text.Codes[^1].End..]) is { Success: true } part)
                Add(alertsByCount, $"{Words.Fold(part.Groups["word"].Value)} {part.Groups["count"].Value}", names);
        }

        foreach (var (name, to) in outline.Pieces.Select(p => p.Piece).OfType<FrontMatter>().SelectMany(Alerts.Led))
        {
            if (to.AsSpan().ContainsAnyExceptInRange('0', '9')) Add(alerts, to, [name]);
            else Add(alertsByCount, $"{SectionNumber} {to}", [name]);
        }

        if (outline.Tables.Count == 0) return;
        var titles = outline.Sections.Where(s => s.IsHeading).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var numbered = outline.NumberedRows;
        foreach (var table in outline.Tables)
        {
            var (severity, alert) = (table.Header.ToList().FindIndex(h => h.Role == Role.Severity), AlertColumn(table));
            if (alert < 0) alert = OfAlerts(table, severity);
            // "level", "how bad": beside names of alerts nothing but levels stands below it.
            if (severity < 0 && alert >= 0 && table.Rows.Count > 1) severity = LevelsIn(table, alert, zeroBased);
            // "Level | Run first | Section": beside the titles of this document's sections, too.
            if (severity < 0 && table.Rows.Count > 1
                && table.Header.Index()
                    .Any(h => SectionWord().IsMatch(h.Item.Folded) && table.Rows.All(r => h.Index < r.Cells.Count && titles.Contains(Words.Id(r.Cells[h.Index].Plain)))))
                severity = LevelsIn(table, alert, zeroBased);
            if (severity < 0 && alert < 0) continue;
            var escalation = table.Header.ToList().FindIndex(h => h.Role == Role.Escalation);
            // In the first column it names the row.
            var seen = alert < 0 || table.Header[0].Role == Role.Symptoms ? -1 : table.Header.ToList().FindIndex(h => h.Role == Role.Symptoms);
            foreach (var row in table.Rows)
            {
                var anchors = row.Cells.SelectMany(AnchorsIn).Concat(numbered.AnchorsOf(row)).ToList();
                var mentioned = row.Cells.SelectMany(c => c.Links).Where(l => l.Url is ['#', _, ..]).Select(l => l.Url![1..]).Concat(numbered.AnchorsOf(row));
                if (severity >= 0 && severity < row.Cells.Count && LevelOf(row.Cells[severity], zeroBased) is { } level)
                {
                    foreach (var cell in row.Cells.Where((_, i) => i != severity)) byName.TryAdd(Words.Id(cell.Plain), level);
                    foreach (var anchor in mentioned) byAnchor.TryAdd(anchor, level);
                    // "`QueueDepth` above 400 for 5 min"
                    if (alert >= 0 && alert < row.Cells.Count) foreach (var name in NamesIn(row.Cells[alert])) byName.TryAdd(Words.Id(name), level);
                }

                if (escalation >= 0 && escalation < row.Cells.Count && !row.Cells[escalation].IsEmpty)
                {
                    foreach (var cell in row.Cells.Where((_, i) => i != severity && i != escalation)) escalations.TryAdd(Words.Id(cell.Plain), row.Cells[escalation]);
                    foreach (var anchor in mentioned) escalations.TryAdd($"#{anchor}", row.Cells[escalation]);
                }

                var counts = CountsIn(table, row, severity, alert);
                if (seen >= 0 && seen < row.Cells.Count && !row.Cells[seen].IsEmpty && !TellsNoSign().IsMatch(row.Cells[seen].Plain))
                    foreach (var key in counts.Concat(mentioned.Select(anchor => $"#{anchor}")).Concat(NamesIn(row.Cells[alert]).Select(Words.Id)))
                        symptoms.TryAdd(key, row.Cells[seen]);
                if (severity >= 0 && severity < row.Cells.Count && LevelOf(row.Cells[severity], zeroBased) is { } rated) foreach (var count in counts) byCount.TryAdd(count, rated);
                // "RabbitMQ alarm (`RabbitAlarmRaised`) | P1 | [RabbitMQ alarm](#rabbitmq-alarm)": no column of alerts, and the name beside the trouble.
                if (alert < 0)
                    foreach (var anchor in anchors)
                        Add(alerts, anchor, [.. row.Cells.SelectMany(c => c.Codes).Select(c => c.Text).Where(name => Titles.IsAlertName(name))]);
                // "Patroni has no leader | Critical | alert `PatroniNoLeader`": a cell that says which it is.
                if (alert < 0 && anchors.Count == 0
                    && row.Cells.FirstOrDefault(c =>
                        c.Codes.Count > 0 && c.Codes.All(code => Titles.IsAlertName(code.Text)) && SaysAlert().IsMatch(c.Plain[..c.Codes[0].Start])) is { } said)
                    foreach (var cell in row.Cells.Where((c, i) => c != said && i != severity && c.Plain.Contains(' ')))
                        Add(alertsByName, Words.Id(cell.Plain), [.. said.Codes.Select(c => c.Text)]);
                if (alert < 0 || alert >= row.Cells.Count) continue;
                var names = NamesIn(row.Cells[alert]);
                // "Exim queue > 3000", as a monitoring system words what it raises.
                if (names.Count == 0 && table.Header[alert].Role == Role.Alert && row.Cells[alert].Plain is { Length: > 2 and < 60 } worded) names = [worded.Trim()];
                foreach (var count in counts) Add(alertsByCount, count, names);
                foreach (var anchor in anchors) Add(alerts, anchor, names);
                // Without a link the row names its section, as the section's heading does.
                if (anchors.Count == 0)
                    foreach (var cell in row.Cells.Where((c, i) => i != alert && i != severity && c.Plain.Contains(' ') || titles.Contains(Words.Id(c.Plain))))
                        Add(alertsByName, Words.Id(cell.Plain), names);
            }
        }
    }

    [GeneratedRegex(@"^\s*(:|→|->|=>|–|—)\s*((go to|see|take|weiter mit|ir a|ir para|aller à) )?(?<word>\p{L}{3,16}) (?<count>[A-Z]|\d{1,2})\.?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex LeadsToPart();

    [GeneratedRegex(@"^(alerts?|alarms?|alarme|alarma|alerta|alerte|allarme)\s*:?\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex SaysAlert();

    static int LevelsIn(Table table, int alert, bool zeroBased) =>
        Enumerable.Range(0, table.Header.Count)
            .FirstOrDefault(i =>
                i != alert && table.Rows.All(r => i < r.Cells.Count && r.Cells[i].Plain.Length is > 1 and < 20 && LevelOf(r.Cells[i], zeroBased) is not null), -1);

    // A team's own colours count as levels where all of the column are colours or levels.
    static string? LevelOf(Prose cell, bool zeroBased) => Severities.OfField(cell.Plain, zeroBased) ?? Severities.OfColour(cell.Plain);

    // "you got paged with": whatever its head says, nothing but names of alerts stands below it. One row of several may have none ("a tweet").
    static int OfAlerts(Table table, int severity)
    {
        const int Several = 4;
        return table.Rows.Count < 2
            ? -1
            : Enumerable.Range(0, table.Header.Count)
                .FirstOrDefault(i =>
                    i != severity && table.Rows.Count(r => i < r.Cells.Count && AreNames(r.Cells[i])) is var named
                        && (named == table.Rows.Count
                            || named >= Several && named == table.Rows.Count - 1 && table.Rows.All(r => AnchorsOf(r).Any())), -1);
    }

    static bool AreNames(Prose cell) =>
        cell.Codes is { Count: > 0 } codes
            ? codes.All(c => Titles.IsAlertName(c.Text) || Capitals().IsMatch(c.Text)) && cell.Plain.Length < codes.Sum(c => c.Text.Length) + 4 * codes.Count
            : cell.Plain.Trim() is var name && (Titles.IsAlertName(name) || Capitals().IsMatch(name));

    /// <summary>The column whose head says that alerts stand below it; -1 where none does.</summary>
    public static int AlertColumn(Table table) =>
        table.Header.ToList().FindIndex(h => h.Role == Role.Alert || h.Role is Role.Container or Role.Causes && Roles.NamesAlerts(h.Plain));

    /// <summary>True where a row links to a section, or a head says that sections stand below it.</summary>
    public static bool LeadsElsewhere(Table table) =>
        table.Header.Any(h => SectionWord().IsMatch(h.Folded))
            || table.Rows.Any(row =>
                AnchorsOf(row).Any()
                    || CountsIn(table, row, table.Header.ToList().FindIndex(h => h.Role == Role.Severity), -1).Exists(count => count.Length > 1 && !count.Contains(' ')));

    /// <summary>The names of alerts in a cell below such a head.</summary>
    public static List<string> NamesIn(Prose cell) =>
        [.. cell.Codes.Select(c => c.Text).Concat(Titles.AlertNamesIn(cell.Plain)).Append(cell.Plain.Trim())
            .Where(name => Titles.IsAlertName(name) || Capitals().IsMatch(name) || Joined().IsMatch(name)).Distinct(StringComparer.Ordinal)];

    // "route_plan_late", "claims-alb-5xx", below a head that says that they are alerts.
    [GeneratedRegex(@"^[a-z][a-z0-9]*([_-][a-z0-9]+)+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Joined();

    // "CERT_VPN_EXPIRATION", as control rooms name their alarms.
    [GeneratedRegex(@"^[A-Z][A-Z0-9]+(_[A-Z0-9]+)+$")]
    private static partial Regex Capitals();

    // What tells neither how bad it is nor which alert, and counts: "card B", "T1".
    static List<string> CountsIn(Table table, Row row, int severity, int alert) =>
        [.. row.Cells.Take(table.Header.Count).Index().Where(c => c.Index != severity && c.Index != alert)
            .Select(c => (c.Index, Text: LeadIn().Replace(c.Item.Plain, ""))).Where(c => Count().IsMatch(c.Text))
            .Select(c =>
                Worded().IsMatch(c.Text)
                    ? Words.Fold(c.Text)
                    : (char.IsAsciiDigit(c.Text[^1]) || c.Text.Contains('-')) && char.IsAsciiLetter(c.Text[0])
                    ? c.Text
                    : $"{(SectionWord().IsMatch(table.Header[c.Index].Folded) || c.Text.Contains('.') ? SectionNumber : table.Header[c.Index].Folded)} {c.Text}")];

    // "see PROC-3", "→ B.1", "§ 3.2"
    [GeneratedRegex(@"^(→|->|§|(see|go to|siehe|zie|ver|voir|vedi)\s)\s*|\s+\([^()]{3,60}\)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex LeadIn();

    const string SectionNumber = "§";

    // "Sheet 4a", "chapter 3"
    [GeneratedRegex(@"^\p{L}{3,12} \d{1,2}[a-z]?$")]
    private static partial Regex Worded();

    [GeneratedRegex(
        "^(see|go to|goto|jump to|turn to|weiter (bei|in|zu)|ir (a|para)|aller a|vai a|siehe|verweis|voir|vedi|zie|vea)$|"
        + "^(see )?(section|sec|chapter|§|abschnitt|kapitel|seccion|secao|capitulo|chapitre|sezione|capitolo|hoofdstuk|paragraaf)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex SectionWord();

    // "B" below "Card", "T1", "L-MQTT", "PROC-3", "B.1", "3.2": how the section is counted that the row belongs to.
    [GeneratedRegex(@"^([A-Z]|\d{1,2}(\.\d{1,2})?|[A-Z]{1,3}-?\d{1,3}|[A-Z]{4,8}-\d{1,3}|[A-Z]\.\d{1,2}|[A-Z]{1,4}-[A-Z]{2,10}|\p{L}{3,12} \d{1,2}[a-z]?)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Count();

    [GeneratedRegex(
        @"^(?<word>\p{L}{3,16}) (?<count>[A-Z]|\d{1,2}[a-z]?)\s?[:.)·–—-]|^(?<code>[A-Z]{1,3}-?\d{1,3}|[A-Z]{1,4}-[A-Z]{2,10})\s?[:.)·–—-]\s|"
        + @"^\W{0,4}(?<code>[A-Z]{2,8}-\d{1,3}|[A-Z]\.\d{1,2})(?=[\s:.)/·–—])",
        RegexOptions.ExplicitCapture)]
    private static partial Regex CountOfTitle();

    // "🚨 1. The playlist stands still", where the table says "1" below "Section".
    static string CountOf(Region region) => region.IsSection ? CountOf(region.Section.Title.Plain) : "";

    static string CountOf(string title) => SectionCount().Match(title) is { Success: true } numbered ? $"{SectionNumber} {numbered.Groups["count"].Value}" : CountedAs(title);

    [GeneratedRegex(@"^\W*((?<count>\d{1,2}|[A-Z])\s?[.)]|(?<count>\d{1,2}\.\d{1,2})\.?)\s", RegexOptions.ExplicitCapture)]
    private static partial Regex SectionCount();

    static string CountedAs(string title) =>
        CountOfTitle().Match(title) is { Success: true } counted
            ? counted.Groups["code"].Success
                ? counted.Groups["code"].Value
                : $"{Words.Fold(counted.Groups["word"].Value)} {counted.Groups["count"].Value}"
            : "";

    static void Add(Dictionary<string, List<string>> to, string key, List<string> names)
    {
        if (!to.TryGetValue(key, out var known)) to[key] = known = [];
        known.AddRange(names);
    }

    /// <returns>Null where no table names it.</returns>
    public string? LevelOf(Region region, EquatableArray<string> alerts) =>
        byAnchor.GetValueOrDefault(region.Slug) ?? byCount.GetValueOrDefault(CountOf(region)) ?? byName.GetValueOrDefault(Words.Id(region.Title))
            ?? byName.GetValueOrDefault(Words.Id(Titles.CauseName(region.Title))) ?? byName.GetValueOrDefault(Words.Id(WithoutRemark(region.Title)))
            ?? Severities.Worst(alerts.Select(a => byName.GetValueOrDefault(Words.Id(a))));

    // "Log full (db02)", where the row says "Log full".
    static string WithoutRemark(string title) => title.EndsWith(')') && title.LastIndexOf('(') is > 3 and var open ? title[..open].TrimEnd() : title;

    /// <summary>What its row says of when to call somebody; null where no table has a column for that.</summary>
    public Prose? EscalationOf(Region region, EquatableArray<string> alerts) =>
        escalations.GetValueOrDefault($"#{region.Slug}")
            ?? alerts.Prepend(region.Title).Select(name => escalations.GetValueOrDefault(Words.Id(name))).FirstOrDefault(cell => cell is not null);

    /// <summary>What its row says that is seen; null where no table of alerts has a column for that.</summary>
    public Prose? SymptomsOf(Region region, EquatableArray<string> alerts) =>
        symptoms.Count == 0
            ? null
            : symptoms.GetValueOrDefault($"#{region.Slug}") ?? symptoms.GetValueOrDefault(CountOf(region))
                ?? alerts.Select(name => symptoms.GetValueOrDefault(Words.Id(name))).FirstOrDefault(cell => cell is not null);

    // "as above", "nothing, nobody notices"
    [GeneratedRegex(@"^\W*(as above|same|ditto|dito|idem|wie oben|nothing|nobody|none|nichts|nada|rien|n/?a)\b|^\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TellsNoSign();

    /// <summary>The alerts of the rows that lead to it.</summary>
    public IEnumerable<string> AlertsOf(Region region) =>
        !region.IsSection
            ? []
            : alerts.GetValueOrDefault(region.Slug) ?? alertsByName.GetValueOrDefault(Words.Id(region.Title))
                ?? alertsByName.GetValueOrDefault(Words.Id(Titles.CauseName(region.Title))) ?? alertsByName.GetValueOrDefault(Words.Id(WithoutRemark(region.Title)))
                ?? alertsByCount.GetValueOrDefault(CountOf(region), []);

    /// <summary>The sections of this document that a row leads to, by their anchors.</summary>
    public static IEnumerable<string> AnchorsOf(Row row) => row.Cells.SelectMany(AnchorsIn);

    /// <summary>The names below "Alert" in all tables, where more than one is listed.</summary>
    public static HashSet<string> Listed(Outline outline) =>
        [.. outline.Tables.Where(t => t.Rows.Count > 1)
            .SelectMany(t =>
                t.Header.Index().Where(h => h.Item.Role == Role.Alert).Take(1)
                    .SelectMany(h => t.Rows.Where(r => h.Index < r.Cells.Count).SelectMany(r => NamesIn(r.Cells[h.Index]))))];

    /// <summary>True for a section that a row of alerts leads to, by its code ("PROC-3", "B.1") or by its title.</summary>
    public static Func<Section, bool> IsLedTo(Outline outline, bool zeroBased)
    {
        if (!outline.Tables.Exists(t => t.Rows.Count > 1)) return _ => false;
        var known = outline.Sections.Where(s => s.IsHeading).Select(s => Words.Id(WithoutRemark(s.Title.Plain))).ToHashSet(StringComparer.Ordinal);
        var (counts, titles) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var table in outline.Tables.Where(t => t.Rows.Count > 1))
        {
            var severity = table.Header.ToList().FindIndex(h => h.Role == Role.Severity);
            var alert = AlertColumn(table) is >= 0 and var said ? said : OfAlerts(table, severity);
            if (alert < 0) continue;
            if (severity < 0) severity = LevelsIn(table, alert, zeroBased);
            foreach (var row in table.Rows) counts.UnionWith(CountsIn(table, row, severity, alert));
            foreach (var column in Enumerable.Range(0, table.Header.Count)
                .Where(c => c != alert && c != severity && table.Rows.All(r => c < r.Cells.Count && known.Contains(Words.Id(r.Cells[c].Plain)))))
                titles.UnionWith(table.Rows.Select(r => Words.Id(r.Cells[column].Plain)));
        }

        if (counts.Count == 0 && titles.Count == 0) return _ => false;
        return section => counts.Contains(CountOf(section.Title.Plain)) || titles.Contains(Words.Id(WithoutRemark(section.Title.Plain)));
    }

    /// <summary>What tables with severities or alerts lead to.</summary>
    public static HashSet<string> Anchors(Outline outline) =>
        [.. outline.Tables.Where(t => t.Header.Any(h => h.Role is Role.Severity or Role.Alert)).SelectMany(t => t.Rows).SelectMany(AnchorsOf)];

    // A cell that is nothing but a link leads there; "see [Dead letters](#dead-letters)" also speaks of it.
    static IEnumerable<string> AnchorsIn(Prose cell) => cell.Links.Where(l => l.Url is ['#', _, ..] && l.Text.Length >= cell.Plain.Trim().Length - 2).Select(l => l.Url![1..]);
}
