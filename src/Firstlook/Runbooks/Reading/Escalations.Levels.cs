using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Which severity a rule is for, and tables of severities against whom to call or when.</summary>
internal static partial class Escalations
{
    /// <summary>Each rule that names one level at its beginning is for that level alone: "P1 open for 30 min: head of platform". "P1 or P2" and "SEV2 and above" leave it
    /// to the reader.</summary>
    static IEnumerable<EscalationRule> Levelled(IEnumerable<EscalationRule> rules, bool zeroBased) =>
        rules.Select(rule =>
            rule.Severity is null && rule.Condition is { } said && OneLevel().Match(said) is { Success: true } level
                ? rule with { Severity = Severities.OfCode(level.Value, zeroBased) } : rule);

    /// <summary>
    /// "Severity | Shift lead | Duty manager" over times, "Severity | After 15 min | After 1 h" over names, and "Who | P1 | P2" over times: a rule for each cell that
    /// says something.
    /// </summary>
    /// <returns>Null where the table is none of these.</returns>
    static List<EscalationRule>? OfMatrix(Table table, bool zeroBased)
    {
        // A row of nothing but its bar has no cell.
        var rows = table.Rows.Where(r => r.Cells.Count > 0).ToList();
        if (table.Header.Count < 3 || rows.Count < 2) return null;
        var columns = Enumerable.Range(1, table.Header.Count - 1).ToList();
        if (rows.All(r => LevelOf(r.Cells[0], zeroBased) is not null))
        {
            var unit = table.Header.Any(h => InMinutes().IsMatch(h.Plain)) ? " min" : "";
            int? After(int column) =>
                Durations.Minutes(table.Header[column].Plain)
                    ?? (unit.Length > 0 && Added().IsMatch(table.Header[column].Plain) ? Durations.Minutes(table.Header[column].Plain.TrimStart('+') + unit) : null);
            var timed = columns.Where(i => After(i) is not null).ToList();
            if (timed.Count >= 2)
                return Cells(timed,
                    (row, i) => new(row.Line, After(i), $"{row.Cells[0].Plain}, {table.Header[i].Plain}",
                        row.Cells[i].Plain) { Severity = LevelOf(row.Cells[0], zeroBased) });
            var named = columns.Where(HoldsTimes).ToList();
            return named.Count < 2
                ? null
                : Cells(named,
                    (row, i) => new(row.Line, Durations.Minutes(row.Cells[i].Plain), $"{row.Cells[0].Plain}: {row.Cells[i].Plain}",
                        table.Header[i].Plain) { Severity = LevelOf(row.Cells[0], zeroBased) });
        }

        // "Topic | 0-15 min | 30 min | 60 min": whom a topic goes to, and when.
        if (columns.Count > 1 && columns.TrueForAll(i => Durations.Minutes(table.Header[i].Plain) is not null)
            && !rows.Exists(r => r.Cells.Skip(1).Any(c => Durations.Minutes(c.Plain) is not null)))
            return Cells(columns, (row, i) => new(row.Line, Since(table.Header[i].Plain), $"{row.Cells[0].Plain}, {table.Header[i].Plain}", row.Cells[i].Plain));
        var levels = columns.Where(i => LevelOf(table.Header[i], zeroBased) is not null && HoldsTimes(i)).ToList();
        return levels.Count < 2
            ? null
            : Cells(levels,
                (row, i) => new(row.Line, Durations.Minutes(row.Cells[i].Plain), $"{table.Header[i].Plain}: {row.Cells[i].Plain}",
                    NullIfEmpty(row.Cells[0].Plain)) { Severity = LevelOf(table.Header[i], zeroBased) });

        List<EscalationRule> Cells(List<int> from, Func<Row, int, EscalationRule> rule) =>
            [.. rows.SelectMany(row => from.Where(i => i < row.Cells.Count && !Nobody().IsMatch(row.Cells[i].Plain.Trim())).Select(i => rule(row, i)))];

        bool HoldsTimes(int column) =>
            rows.Select(r => column < r.Cells.Count ? r.Cells[column].Plain.Trim() : "").Where(cell => !Nobody().IsMatch(cell)).ToList() is { Count: > 0 } said
                && said.TrueForAll(cell => cell.Length < 40 && (Durations.Minutes(cell) is not null || NextDay().IsMatch(cell)));
    }

    // Of "0-15 min" the first is when it begins.
    static int? Since(string header) => FromNought().IsMatch(header) ? 0 : Durations.Minutes(header);

    [GeneratedRegex(@"^\W*0\s?(m|min)?\s?[–—-]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FromNought();

    // "0 min | +15 | +30"
    [GeneratedRegex(@"\d\s?min", RegexOptions.IgnoreCase)]
    private static partial Regex InMinutes();

    [GeneratedRegex(@"^\+\s?\d{1,3}$")]
    private static partial Regex Added();

    [GeneratedRegex(
        @"^(the )?(next|following) (business|working|work) ?day\b|^(nächster|am nächsten) werktag\b|^(siguiente|próximo) día (hábil|laborable|útil)\b|"
        + @"^próximo dia útil\b|^(le )?(prochain )?jour ouvré( suivant)?\b|^office hours\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex NextDay();

    // The level of a row whose table has a column of levels: "SEV2 | 30 min | duty manager".
    static string? LevelOf(Table table, Row row, bool zeroBased) =>
        row.Cells.Take(2).Where((_, i) => table.Rows.All(r => r.Cells.Count > i && LevelOf(r.Cells[i], zeroBased) is not null)).Select(cell => LevelOf(cell, zeroBased))
            .FirstOrDefault();

    static string? LevelOf(Prose cell, bool zeroBased) =>
        SeveralLevels().IsMatch(cell.Plain)
            ? null
            : cell.Plain.Length < 30
            ? Severities.Of(cell.Plain, zeroBased)
            : OneLevel().Match(cell.Plain) is { Success: true } level
            ? Severities.OfCode(level.Value, zeroBased)
            : null;

    [GeneratedRegex(
        @"^\W*(P|SEV[- ]?|Sev[- ]?|Prio[- ]?|S)[0-5]\b(?!\s*([/+]|[–-]\s?(P|SEV|S)?[- ]?\d|or\b|and\b|to\b|bis\b|oder\b|und\b|o\b|y\b|e\b|ou\b|et\b|"
        + @",\s*(P|SEV|S)[- ]?\d))",
        RegexOptions.ExplicitCapture)]
    private static partial Regex OneLevel();

    [GeneratedRegex(@"(P|SEV|S|Prio)[- ]?\d\s*([/+,&–-]|or|and|to|bis|oder|und|o|y|e|ou|et)\s*(P|SEV|S|Prio)?[- ]?\d|\d\+|\b(above|higher|up|höher|superior)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex SeveralLevels();
}
