using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>How fast each level is answered and resolved: from tables, lists, and a sentence of the header. "Response" is taken for acknowledgement.</summary>
internal static partial class SeverityPolicies
{
    /// <summary>Every row that states a time for a level, as often as it is stated.</summary>
    public static List<SeverityLevel> All(Outline outline, bool zeroBased, string? statedSeverity)
    {
        var rows = new List<SeverityLevel>();
        foreach (var (piece, section) in outline.Pieces)
        {
            if (piece is Table table) rows.AddRange(OfTable(table, zeroBased));
            else if (piece is Paragraph { Text: var text } several && OfRun(several, zeroBased).ToList() is { Count: >= 2 } levels) rows.AddRange(levels);
            else if (piece is Paragraph enumerated && OfEnumeration(enumerated, zeroBased).ToList() is { Count: >= 2 } rates) rows.AddRange(rates);
            else if (piece is Paragraph paragraph && OfSentence(paragraph, section, zeroBased, statedSeverity) is { } row) rows.Add(row);
        }

        rows.AddRange(OfSections(outline, zeroBased));
        return rows;
    }

    /// <summary>True for a table that says how fast severities are answered or resolved.</summary>
    public static bool IsPolicy(Table table) => ColumnsOf(table, zeroBased: true) is not null;

    sealed record Columns(int Level, int Respond, int Resolve, int Update);

    static Columns? ColumnsOf(Table table, bool zeroBased)
    {
        var headers = table.Header.Select(h => h.Folded).ToList();
        var respond = headers.FindIndex(h => Respond().IsMatch(h));
        var resolve = headers.FindIndex(h => Resolve().IsMatch(h));
        var update = headers.FindIndex(h => Update().IsMatch(h));
        if ((respond < 0 && resolve < 0) || table.Rows.Count == 0) return null;
        // "First reply | Target": what is aimed at beside the answer is the repair.
        if (resolve < 0) resolve = headers.FindIndex(h => h is "target" or "goal" or "ziel" or "objectif" or "objetivo");
        if (resolve < 0) resolve = headers.FindIndex(h => h.EndsWith(" target", StringComparison.Ordinal));
        var level = Enumerable.Range(0, headers.Count).Where(i => i != respond && i != resolve && i != update).FirstOrDefault(i => table.Rows.Count(r => i < r.Cells.Count && r.Cells[i].Plain.Length < 40 && Severities.Of(r.Cells[i].Plain, zeroBased) is not null) * 2 > table.Rows.Count, -1);
        if (level < 0) level = Enumerable.Range(0, headers.Count).Where(i => i != respond && i != resolve && i != update).FirstOrDefault(i => OwnOrder(table, i).Count == table.Rows.Count, -1);
        return level < 0 ? null : new(level, respond, resolve, update);
    }

    static readonly string[] Order = ["critical", "high", "medium", "low"];

    // "N0", "N1", "N2" or "1", "2", "3": a team's own numbers, the first of which is the worst.
    static Dictionary<string, string> OwnOrder(Table table, int column)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        if (table.Rows.Count is < 2 or > 6) return labels;
        var numbers = table.Rows.Select(r => column < r.Cells.Count ? OwnNumber().Match(r.Cells[column].Plain) : Match.Empty).ToList();
        if (numbers.Any(n => !n.Success) || numbers[0].Groups["number"].Value is not ("0" or "1")) return labels;
        var first = numbers[0].Groups["number"].Value[0];
        foreach (var number in numbers)
        {
            var at = number.Groups["number"].Value[0] - first;
            if (at < 0 || !labels.TryAdd(number.Value, Order[Math.Min(at, Order.Length - 1)])) return [];
        }

        return labels;
    }

    /// <summary>What a team calls its levels, where it uses no name that all know.</summary>
    public static Dictionary<string, string> OwnLabels(Outline outline, bool zeroBased)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in outline.Pieces.Select(p => p.Piece).OfType<Table>())
        {
            if (ColumnsOf(table, zeroBased) is not { } columns) continue;
            foreach (var (label, level) in OwnOrder(table, columns.Level)) labels.TryAdd(label, level);
        }

        return labels;
    }

    // "#### SEV1 – High", below it "- Response time: 30 minutes" and "- Resolution target: 8 hours".
    static IEnumerable<SeverityLevel> OfSections(Outline outline, bool zeroBased)
    {
        foreach (var section in outline.Sections.Where(s => s is { IsHeading: true, Title.Plain.Length: < 60 } && s.Descendants.Count < 12))
        {
            if ((Severities.OfTitle(section.Title.Plain, zeroBased) ?? WholeLevel(section.Bare, zeroBased)) is not { } level) continue;
            var said = section.AllPieces.OfType<Paragraph>().Select(p => p.Text.Plain).ToList();
            var (respond, resolve, update) = (ValueOf(said, Respond()), ValueOf(said, Resolve()), ValueOf(said, Update()));
            if ((Time(respond) ?? Time(resolve) ?? BusinessDays(respond)) is null && !BusinessDay().IsMatch(respond)) continue;
            yield return new(section.Line, level, LabelOf(section.Title.Plain), Time(respond), Time(resolve), Cadence(update), BusinessDays(respond), BusinessDays(resolve));
        }
    }

    static string? WholeLevel(string title, bool zeroBased) => title.Contains(' ', StringComparison.Ordinal) ? null : Severities.Of(title, zeroBased);

    // What stands behind the colon: "Immediate Response:" above a list promises no time.
    static string ValueOf(List<string> said, Regex name) => said.Find(t => name.IsMatch(NameIn(t))) is { } text ? text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..] : "";

    static string NameIn(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 2 and < 40 and var colon ? Words.Fold(text[..colon]) : "";

    static IEnumerable<SeverityLevel> OfTable(Table table, bool zeroBased)
    {
        if (ColumnsOf(table, zeroBased) is not { } columns) yield break;
        var own = OwnOrder(table, columns.Level);
        foreach (var row in table.Rows.Where(r => columns.Level < r.Cells.Count))
        {
            if ((Severities.Of(row.Cells[columns.Level].Plain, zeroBased) ?? own.GetValueOrDefault(row.Cells[columns.Level].Plain)) is not { } level) continue;
            var (respond, resolve, update) = (CellAt(row, columns.Respond), CellAt(row, columns.Resolve), CellAt(row, columns.Update));
            // One column may hold both: "15 min ack, 4 hr resolution".
            var both = Times(respond);
            yield return new(row.Line, level, LabelOf(row.Cells[columns.Level].Plain), Time(respond), Time(resolve) ?? both.Resolve, Cadence(update) ?? both.Update, BusinessDays(respond), BusinessDays(resolve));
        }
    }

    static string CellAt(Row row, int column) => column >= 0 && column < row.Cells.Count ? row.Cells[column].Plain : "";

    // A day has 24 hours, a working day too; "next business day" is no length of time.
    static int? Time(string cell) => BusinessDay().IsMatch(cell) ? BusinessDays(cell) is { } days && !Next().IsMatch(cell) && CountedDays().Match(cell).Groups["count"].Success ? days * 24 * 60 : null : Durations.Minutes(cell);

    static int? Cadence(string cell) => Time(cell) ?? (Words.Fold(cell) switch { var c when c.Contains("hourly", StringComparison.Ordinal) => 60, var c when c.Contains("daily", StringComparison.Ordinal) => 24 * 60, _ => null });

    static int? BusinessDays(string cell) =>
        CountedDays().Match(cell) is not { Success: true } days ? null : int.TryParse(days.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture, out var count) ? count : 1;

    // "- **Critical (P0):** Response < 15 min, Resolution < 2 hours"; "Response Time: 15 minutes to acknowledgement, 1 hour to resolution".
    static SeverityLevel? OfSentence(Paragraph paragraph, Section section, bool zeroBased, string? stated)
    {
        if (section.Role is Role.Escalation or Role.Symptoms) return null;
        var text = paragraph.Text.Plain;
        if (text.Length > 400 || Durations.Minutes(text) is null && !BusinessDay().IsMatch(text)) return null;
        var inPolicy = section.AndAncestors().Any(s => s.Role == Role.SeverityPolicy);
        var (respond, resolve, update) = Times(text);
        if (respond is null && resolve is null && inPolicy) (respond, resolve) = Bare(text);
        if (respond is null && resolve is null && inPolicy) (respond, resolve) = LastTwo(text);
        if (respond is null && resolve is null && !(inPolicy && BusinessDay().IsMatch(text))) return null;
        var name = paragraph.Label is { } label ? label.Name : paragraph.Text.LeadingStrong?.Text ?? "";
        var opening = text[..Math.Min(text.Length, 40)];
        var level = name.Length > 0 && Respond().IsMatch(Words.Fold(name)) ? stated : Severities.Of(name.Length > 0 ? name : opening, zeroBased);
        var isOwnLevel = paragraph.Item is null && !inPolicy && !Respond().IsMatch(Words.Fold(name)) && !LevelLine().IsMatch(text);
        return level is null || isOwnLevel ? null : new(paragraph.Line, level, LabelOf(name.Length > 0 && level != stated ? name : level), respond, resolve, update);
    }

    // "SEV2: one payment method is hit. 20 min, 4 h.": the answer and the repair close the line.
    static (int? Respond, int? Resolve) LastTwo(string text)
    {
        var last = text.TrimEnd('.', ' ');
        last = last[(last.LastIndexOf(". ", StringComparison.Ordinal) + 1)..];
        var parts = last.Split([", ", " / ", "; "], StringSplitOptions.TrimEntries);
        return parts.Length == 2 && parts.All(p => p.Length < 24) ? (Time(parts[0]), Time(parts[1])) : (null, null);
    }

    // "How fast? **High**: answer within 1 hour, fixed in 8 h. **Low**: next business day."
    static IEnumerable<SeverityLevel> OfRun(Paragraph paragraph, bool zeroBased)
    {
        var text = paragraph.Text;
        if (text.Plain.Length > 2000 || text.Plain.AsSpan().Count(':') + text.Plain.AsSpan().Count('=') < 2) yield break;
        var levels = LevelName().Matches(text.Plain).Select(m => m.Groups["level"]).Where(g => Severities.Of(g.Value, zeroBased) is not null).ToList();
        var answers = false;
        for (var i = 0; levels.Count >= 2 && i < levels.Count; i++)
        {
            var said = text.Plain[(levels[i].Index + levels[i].Length)..(i + 1 < levels.Count ? levels[i + 1].Index : text.Plain.Length)];
            var (respond, resolve, update) = Times(said);
            // "P1: answer in 10 min, P2: in 30 min": what the first time is, the others are.
            if (respond is null && resolve is null && answers) respond = Time(said);
            answers |= respond is not null;
            if (respond is null && resolve is null && !BusinessDay().IsMatch(said)) yield break;
            yield return new(text.Line, Severities.Of(levels[i].Value, zeroBased)!, LabelOf(levels[i].Value), respond, resolve, update, BusinessDays(said));
        }
    }

    // "P1: 10 minutes / 2 hours" under "Response targets": the answer, then the repair.
    static (int? Respond, int? Resolve) Bare(string text)
    {
        if (text.IndexOf(':', StringComparison.Ordinal) is not (> 0 and < 30 and var colon)) return (null, null);
        var parts = text[(colon + 1)..].Split([" / ", ", ", "; ", " → ", " | "], StringSplitOptions.TrimEntries);
        return parts.Length <= 2 && parts.All(p => p.Length < 24) ? (Time(parts[0]), parts.Length == 2 ? Time(parts[1]) : null) : (null, null);
    }

    // "Response: critical 5 minutes, major 30 minutes, minor next business day."
    static IEnumerable<SeverityLevel> OfEnumeration(Paragraph paragraph, bool zeroBased)
    {
        var text = paragraph.Text.Plain;
        if (text.Length > 400 || text.IndexOf(':', StringComparison.Ordinal) is not (> 2 and < 40 and var colon) || !Respond().IsMatch(Words.Fold(text[..colon]))) yield break;
        foreach (var part in text[(colon + 1)..].Split([", ", "; "], StringSplitOptions.TrimEntries))
        {
            if (LevelWithTime().Match(part) is not { Success: true } said || Severities.Of(said.Groups["level"].Value, zeroBased) is not { } level) yield break;
            if (Time(said.Groups["time"].Value) is null && !BusinessDay().IsMatch(said.Groups["time"].Value)) yield break;
            yield return new(paragraph.Line, level, LabelOf(said.Groups["level"].Value), Time(said.Groups["time"].Value), null, null, BusinessDays(said.Groups["time"].Value));
        }
    }

    static (int? Respond, int? Resolve, int? Update) Times(string text)
    {
        int? respond = null, resolve = null, update = null;
        var last = 0;
        foreach (var part in text.Split([",", ";", "|", "/", " and ", " und ", " y ", " e ", " et "], StringSplitOptions.None))
        {
            last++;
            if (Durations.Minutes(part) is not { } minutes) continue;
            var folded = Words.Fold(part);
            if (Update().IsMatch(folded)) update ??= minutes;
            else if (Resolve().IsMatch(folded)) resolve ??= minutes;
            else if (Respond().IsMatch(folded)) respond ??= minutes;
        }

        return (respond, resolve, update);
    }

    static string LabelOf(string cell) => ShortLabel().Match(cell) is { Success: true } code ? code.Value : Words.Bare(cell);

    /// <summary>Levels to which the rows give two different times, with the line of the second.</summary>
    public static IEnumerable<(int Line, string Level)> Contradictions(List<SeverityLevel> rows) =>
        rows.GroupBy(r => r.Level)
            .Where(g => Differ(g.Select(r => r.RespondMinutes)) || Differ(g.Select(r => r.ResolveMinutes)))
            .Select(g => (g.Last().Line, g.Key));

    static bool Differ(IEnumerable<int?> values) => values.Where(v => v is not null).Distinct().Count() > 1;

    /// <summary>One row per level: a table and a list that say the same thing are one policy; the first word counts where they differ.</summary>
    public static List<SeverityLevel> Merged(List<SeverityLevel> rows) =>
        [.. rows.GroupBy(r => r.Level).Select(g => g.Aggregate((one, other) => one with
        {
            RespondMinutes = one.RespondMinutes ?? other.RespondMinutes,
            ResolveMinutes = one.ResolveMinutes ?? other.ResolveMinutes,
            UpdateMinutes = one.UpdateMinutes ?? other.UpdateMinutes,
        }))];

    [GeneratedRegex(@"\b(response|respond|ack\w*|acknowledg\w*|reaction|reaktion\w*|antwort\w*|react\w*|answer\w*|reply|prise en (charge|compte)|реакци\w*|ответ\w*|resposta|respuesta|reponse|reazione|risposta|初動\w*|応答\w*|reactie\w*|time to (ack|respond)|first (reply|look)|look(ed)? at|ruckmeldung|premiere reponse|sla|tiempo de atencion|mtta)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Respond();

    [GeneratedRegex(@"\b(resol\w*|fix(ed)?|done|back in|back within|retabli\w*|wiederherstell\w*|restablec\w*|restaura\w*|ripristino|herstel|repair\w*|restor\w*|mitigat\w*|gone within|losung\w*|behebung\w*|soluc\w*|solucao|risoluzione|oplos\w*|mttr|time to (fix|repair|restore)|решени\w*|устранени\w*|восстановлени\w*|recuperacion|recuperacao|restablecimiento|復旧\w*|解決\w*)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Resolve();

    [GeneratedRegex(@"\b(updates?|cadence|frequency|communicat\w*|aktualisierung\w*|atualiza\w*|actualiza\w*)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Update();

    [GeneratedRegex(@"^([A-Z]{1,3}[- ]?)?(?<number>[0-5])$", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnNumber();

    // "Sev 1 Patient care is blocked, respond 10 minutes"
    [GeneratedRegex(@"^(P|SEV[- ]?|Sev[- ]?|Prio[- ]?)\d\b(?!.*\b(alert|alerte|alarm)\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex LevelLine();

    [GeneratedRegex(@"\b(next|nächste\w*|naechste\w*|próximo|siguiente|suivant|prossimo|volgende)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Next();

    [GeneratedRegex(@"(^|[.;?!,]\s+)(?<level>[\p{L}\d][\p{L}\d -]{0,20})(\s?\([^)]{0,100}\))?\s?[:=]\s", RegexOptions.ExplicitCapture)]
    private static partial Regex LevelName();

    [GeneratedRegex(@"^(?<level>\p{L}[\p{L}\d-]{1,15}|P\d|SEV[- ]?\d)\s+(?<time>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex LevelWithTime();

    [GeneratedRegex(@"business day|working day|best effort|werktag|arbeitstag|d[ií]as? (h[aá]bil|laborable)|dias? [uú]t[ei]|jours? ouvr|next sprint|backlog", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex BusinessDay();

    [GeneratedRegex(@"(?<count>\d{1,3})?\s*-?(next )?(business days?|werktage?n?|arbeitstage?n?|d[ií]as? (h[aá]bil|laborable)(es|s)?|dias? [uú]te?is|dia [uú]til|jours? ouvr[eé]s?)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CountedDays();

    [GeneratedRegex(@"\b(P|SEV-?|Sev-?|S)\s?\d\b", RegexOptions.ExplicitCapture)]
    private static partial Regex ShortLabel();
}
