using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Tables that say how fast each level is answered and mended: a row to a level, or a column to a level.</summary>
internal static partial class PolicyTables
{
    /// <summary>True for a table that says how fast severities are answered or resolved.</summary>
    public static bool IsPolicy(Table table) => !ListedProcedures.Grades(table) && (ColumnsOf(table, zeroBased: true) is not null || Levels(table, zeroBased: true) is not null);

    public static IEnumerable<SeverityLevel> Of(Table table, bool zeroBased) =>
        ListedProcedures.Grades(table)
            ? []
            : ColumnsOf(table, zeroBased) is { } columns
            ? Upright(table, columns, zeroBased)
            : Levels(table, zeroBased) is { } levels
            ? Sideways(table, levels)
            : [];

    /// <summary>Cells of a table of levels that stand where a time is expected, and in which none is understood.</summary>
    public static IEnumerable<(int Line, string Text)> Unread(Table table)
    {
        if (ListedProcedures.Grades(table) || ColumnsOf(table, zeroBased: true) is not { } columns) return [];
        return table.Rows.SelectMany(row => new[] { columns.Respond, columns.Resolve }.Select(column => (row.Line, Text: TimeAt(table, row, column))))
            .Where(cell => cell.Text.Any(char.IsLetterOrDigit) && !Promises.HasTime(cell.Text) && !NoPromise().IsMatch(cell.Text));
    }

    [GeneratedRegex(@"^\W*(n/?a|none|no sla|not applicable|tbd|keine?|entfällt|ninguno|sin sla|não aplicável|sem sla|aucune?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NoPromise();

    [GeneratedRegex(@"\b(next|following) (business|working|work) ?day\b|werktag\b|día (hábil|laborable)|dia útil|jour ouvré",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NextDay();

    [GeneratedRegex(@"^\W*(after|nach|tras|después|após|depois|après|dopo|if|when|wenn|>|\+|T\s?\+)|\b(later|open|unresolved|no (ack|answer|progress))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HandsOn();

    /// <param name="Both">A column whose cells each say what their times are for; -1 where there is none.</param>
    sealed record Columns(int Level, int Respond, int Resolve, int Update, int Both);

    static Columns? ColumnsOf(Table table, bool zeroBased)
    {
        if (table.Rows.Count == 0) return null;
        var headers = table.Header.Select(h => h.Folded).ToList();
        var kinds = headers.ConvertAll(Promises.KindOf);
        var (respond, update, resolve) = (kinds.IndexOf(Promised.Answer), kinds.IndexOf(Promised.Update), kinds.IndexOf(Promised.Repair));
        // What ends the trouble for good stands before what only eases it.
        if (resolve >= 0 && headers.FindIndex(resolve, h => Promises.KindOf(h) is Promised.Repair && Promises.IsFinal(h)) is >= 0 and var final) resolve = final;
        // "First reply | Target": what is aimed at beside the answer is the repair.
        if (resolve < 0 && respond >= 0) resolve = headers.FindIndex(h => Aim().IsMatch(h));
        var isNamed = respond >= 0 || resolve >= 0;
        if (respond < 0) respond = headers.FindIndex(Promises.IsTime);
        if (respond == resolve) respond = -1;
        // "First action" beside "Fixed by": what stands before the repair and holds nothing but times is the answer.
        if (respond < 0 && resolve > 1 && resolve - 1 != update && table.Rows.All(r => CellAt(r, resolve - 1) is { Length: > 0 and < 40 } cell && Promises.HasTime(cell)))
            respond = resolve - 1;
        // "Severity | Who do I call | When" over "within 30 min": when somebody answers. "After 30 min" hands it on.
        if (respond < 0 && resolve < 0)
            respond = headers.FindIndex(h => h is "when" or "wann" or "cuando" or "quando" or "quand") is > 0 and var
                when && table.Rows.All(r => CellAt(r, when) is { Length: > 0 } cell && (Promises.HasTime(cell) || NextDay().IsMatch(cell)) && !HandsOn().IsMatch(cell)) ?
                when : -1;
        var both = respond < 0 && resolve < 0
            ? Enumerable.Range(0, headers.Count)
                .FirstOrDefault(i => table.Rows.Count(r => Promises.Of(CellAt(r, i)) is { Named: true, Says: true }) * 2 > table.Rows.Count, -1)
            : -1;
        if (respond < 0 && resolve < 0 && both < 0) respond = TimesBesideLevels(table, zeroBased);
        if (respond < 0 && resolve < 0 && both < 0) return null;
        var free = Enumerable.Range(0, headers.Count).Where(i => i != respond && i != resolve && i != update && i != both).ToList();
        var level = free.FirstOrDefault(i => table.Rows.Count(r => CellAt(r, i) is { Length: < 40 } cell && LevelOf(cell, zeroBased) is not null) * 2 > table.Rows.Count, -1);
        // Numbers beside a mere "Time" count the steps of an escalation.
        // "# | What is wrong | First look | Usual fix" counts its rows, and holds no time.
        if (level < 0 && isNamed && table.Rows.Any(r => Promises.HasTime(CellAt(r, respond)) || Promises.HasTime(CellAt(r, resolve))))
            level = free.FirstOrDefault(i => OwnOrder(table, i).Count == table.Rows.Count, -1);
        return level < 0 ? null : new(level, respond, resolve, update, both);
    }

    // "answer in 10 min", "within 1 hour", "next business day" below "you do": a time in each cell, one of which says that it is the answer. A time after which the
    // trouble is handed on is none.
    static int TimesBesideLevels(Table table, bool zeroBased) =>
        table.Rows.Count > 1
        && Enumerable.Range(0, table.Header.Count).Any(i => table.Rows.All(r => CellAt(r, i) is { Length: > 1 and < 40 } cell && LevelOf(cell, zeroBased) is not null))
            ? Enumerable.Range(0, table.Header.Count)
                .FirstOrDefault(i =>
                    table.Rows.All(r => CellAt(r, i) is { Length: > 2 } cell && LevelOf(cell, zeroBased) is null && Promises.HasTime(cell) && !HandsOn().IsMatch(cell))
                        && table.Rows.Any(r => Promises.Of(CellAt(r, i)) is { Named: true, Respond: not null }), -1)
            : -1;

    static IEnumerable<SeverityLevel> Upright(Table table, Columns columns, bool zeroBased)
    {
        var own = OwnOrder(table, columns.Level);
        foreach (var row in table.Rows.Where(r => columns.Level < r.Cells.Count))
        {
            var name = row.Cells[columns.Level].Plain;
            if ((LevelOf(name, zeroBased) ?? own.GetValueOrDefault(name)) is not { } level) continue;
            var (respond, resolve, update) = (TimeAt(table, row, columns.Respond), TimeAt(table, row, columns.Resolve), TimeAt(table, row, columns.Update));
            // One column may hold both: "15 min ack, 4 hr resolution".
            var said = Promises.Of(columns.Both >= 0 ? CellAt(row, columns.Both) : respond);
            var (answer, repair) = columns.Both >= 0 ? ((said.Respond, said.RespondDays), (said.Resolve, said.ResolveDays)) : (Promises.Time(respond), Promises.Time(resolve));
            // "drop everything, answer in 10 min": the word for an answer tells which of the times it is.
            if (columns.Both < 0 && said is { Named: true, Respond: not null }) answer = (said.Respond, said.RespondDays);
            if (columns.Resolve < 0 && said.Named) repair = (said.Resolve, said.ResolveDays);
            yield return new(row.Line, level, LabelOf(name), answer.Item1, repair.Item1, Promises.Cadence(update) ?? said.Update, answer.Item2, repair.Item2);
        }
    }

    // "| | P1 | P2 |" above "| Acknowledge | 5 min | 15 min |".
    static List<(int Column, string Level, string Label)>? Levels(Table table, bool zeroBased)
    {
        var levels = table.Header.Index().Skip(1)
            .Select(h => (Column: h.Index, Level: h.Item.Plain.Length < 40 ? LevelOf(h.Item.Plain, zeroBased) : null, Label: LabelOf(h.Item.Plain))).ToList();
        if (levels.Count < 2 || levels.Any(l => l.Level is null) || levels.DistinctBy(l => l.Level).Count() < 2) return null;
        return table.Rows.Any(r =>
            r.Cells.Count > 1 && Promises.KindOf(r.Cells[0].Folded) is Promised.Answer or Promised.Repair && r.Cells.Skip(1).Any(c => Promises.HasTime(c.Plain)))
            ? [.. levels.Select(l => (l.Column, l.Level!, l.Label))] : null;
    }

    static IEnumerable<SeverityLevel> Sideways(Table table, List<(int Column, string Level, string Label)> levels)
    {
        Row? Promising(Promised kind) =>
            table.Rows.Where(r => r.Cells.Count > 1 && Promises.KindOf(r.Cells[0].Folded) == kind).OrderByDescending(r => Promises.IsFinal(r.Cells[0].Folded)).FirstOrDefault();
        var (answer, repair, update) = (Promising(Promised.Answer), Promising(Promised.Repair), Promising(Promised.Update));
        foreach (var (column, level, label) in levels)
        {
            var (respond, resolve) = (Promises.Time(CellAt(answer, column)), Promises.Time(CellAt(repair, column)));
            yield return new(table.Line, level, label, respond.Minutes, resolve.Minutes, Promises.Cadence(CellAt(update, column)), respond.Days, resolve.Days);
        }
    }

    static readonly string[] Order = ["critical", "high", "medium", "low"];

    // "N0", "N1", "N2" or "1", "2", "3": a team's own numbers, the first of which is the worst.
    static Dictionary<string, string> OwnOrder(Table table, int column)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        if (table.Rows.Count is < 2 or > 6) return labels;
        var colours = table.Rows.Select(r => (Label: CellAt(r, column), Level: Severities.OfColour(CellAt(r, column)))).ToList();
        if (colours.TrueForAll(c => c.Level is not null) && colours[0].Level == "critical")
        {
            foreach (var (label, level) in colours) labels.TryAdd(label, level!);
            return labels;
        }

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
        foreach (var table in outline.Tables)
        {
            if (ColumnsOf(table, zeroBased) is not { } columns) continue;
            foreach (var (label, level) in OwnOrder(table, columns.Level)) labels.TryAdd(label, level);
            // "Klasse" above "1 – kritisch": elsewhere it is "Klasse 1".
            if (table.Header[columns.Level].Plain is not { Length: > 2 and < 20 } header || header.Contains(' ', StringComparison.Ordinal)) continue;
            foreach (var cell in table.Rows.Select(r => CellAt(r, columns.Level)).Where(c => c.Length > 1 && char.IsAsciiDigit(c[0]) && !char.IsLetterOrDigit(c[1])))
            {
                if (LevelOf(cell, zeroBased) is { } level) labels.TryAdd($"{header} {cell[0]}", level);
            }
        }

        foreach (var paragraph in outline.Paragraphs.Where(p => p.Text.Plain.Length < 300 && p.Text.Plain.Contains('(')))
        {
            var pairs = WordOfLevel().Matches(paragraph.Text.Plain);
            foreach (Match pair in pairs.Count > 1 ? pairs : Enumerable.Empty<Match>())
            {
                if (Severities.OfWholeWord(pair.Groups["level"].Value) is { } level) labels.TryAdd(pair.Groups["label"].Value, level);
            }
        }

        foreach (var (label, level) in ColoursOfList(outline)) labels.TryAdd(label, level);
        foreach (var (label, level) in outline.Scale?.Labels ?? []) labels.TryAdd(label, level);
        foreach (var told in outline.ToldScale) labels.TryAdd(told.Label, told.Level);
        // Alerting rules that follow the custom of "page" and "ticket" say no more of it.
        labels.TryAdd("page", "critical");
        labels.TryAdd("ticket", "medium");
        return labels;
    }

    // "- **Red** - app unusable, answer in 10 minutes" above "- **Orange** - one feature gone": a scale that is a list.
    static IEnumerable<(string Label, string Level)> ColoursOfList(Outline outline)
    {
        var colours = outline.Paragraphs
            .Where(p => p.OpensItem && p.Text.Plain.Length < 300 && ColourOfItem().IsMatch(p.Text.Plain))
            .Select(p => (Label: ColourOfItem().Match(p.Text.Plain).Groups["label"].Value, Promises: Promises.HasTime(p.Text.Plain)))
            .Where(c => Severities.OfColour(c.Label) is not null).ToList();
        return colours.Count is > 1 and < 6 && colours.Exists(c => c.Promises) && colours.DistinctBy(c => c.Label).Count() == colours.Count
            && Severities.OfColour(colours[0].Label) == "critical"
            ? colours.Select(c => (c.Label, Severities.OfColour(c.Label)!)) : [];
    }

    [GeneratedRegex(@"^(?<label>\p{Lu}\p{L}{2,11})\s?[-–—:=(]", RegexOptions.ExplicitCapture)]
    private static partial Regex ColourOfItem();

    // Of "P3 (minor)" the code counts: codes go in order.
    static string? LevelOf(string cell, bool zeroBased) => Severities.OfCode(cell, zeroBased) ?? Severities.Of(cell, zeroBased);

    public static string LabelOf(string cell) => ShortLabel().Match(cell) is { Success: true } code ? code.Value : Words.Bare(cell);

    // "Ack (min)" above a bare "5".
    static string TimeAt(Table table, Row row, int column) =>
        CellAt(row, column) is var cell && cell.Length is > 0 and < 6 && char.IsAsciiDigit(cell[^1])
            && double.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            && UnitOfHeader().Match(table.Header[column].Folded) is { Success: true } unit
            ? $"{cell} {unit.Groups["unit"].Value}" : cell;

    [GeneratedRegex(
        @"[(\[,/] ?(in )?(?<unit>min(ute)?s?|hours?|hrs?|h|days?|d|stunden|std|tage|horas?|dias?|heures?|jours?)\.?[)\]]?$|"
        + @"\bin (?<unit>minutes|hours|minuten|stunden)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex UnitOfHeader();

    static string CellAt(Row? row, int column) => row is not null && column >= 0 && column < row.Cells.Count ? row.Cells[column].Plain : "";

    // "page (critical), ticket (warning), log (info)"
    [GeneratedRegex(@"(?<![\w-])(?<label>[\p{L}\d-]{2,16}) \((?<level>critical|high|medium|low|warning|info)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex WordOfLevel();

    [GeneratedRegex(@"^(target|goal|ziel|objectif|objetivo)$| target$", RegexOptions.ExplicitCapture)]
    private static partial Regex Aim();

    [GeneratedRegex(@"^([A-Z]{1,3}[- ]?)?(?<number>[0-5])$", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnNumber();

    [GeneratedRegex(@"\b(P|SEV[- ]?|Sev[- ]?|S|(PRIO|Prio|prio)[- ]?)\s?\d\b", RegexOptions.ExplicitCapture)]
    private static partial Regex ShortLabel();
}
