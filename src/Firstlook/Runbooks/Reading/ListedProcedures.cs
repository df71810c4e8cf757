using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Procedures without a heading: a list item per alert with its fields, or a table row per alert.</summary>
internal static partial class ListedProcedures
{
    public static List<Region> InItems(Outline outline, RegionIndex found)
    {
        var fields = FieldsByItem(outline);
        return [.. Items()];

        IEnumerable<Region> Items()
        {
            foreach (var (piece, section) in outline.Pieces)
            {
                if (piece is not Paragraph { OpensItem: true, Item: { } item } paragraph || item.Line != paragraph.Line) continue;
                if (item.Parent is not null || found.At(item.Line) is not null) continue;
                // "`QueueFull` pages. See [Queue is full](#queue-is-full)": its procedure stands there.
                if (paragraph.Text.Links.Any(l => l.Url is ['#', _, ..] && found.All.Any(r => r.Slug == l.Url[1..]))) continue;
                // At least two of its lines say what they are: one could be chance.
                if (Name(paragraph) is { } name
                    && ((fields.TryGetValue(item, out var roles) && roles.Count >= 2)
                        || (Titles.IsAlertName(name) && section.IsWithin(Role.Alert, Role.Container))))
                {
                    yield return new(Titles.Name(name), Words.Slug(name), item.Line, item.EndLine, section, item);
                }
            }
        }
    }

    /// <summary>A document without headings whose numbered paragraphs each open with what is wrong: "3. Search finds nothing. The index is late ...".</summary>
    public static List<Region> Numbered(Outline outline, RegionIndex found)
    {
        if (found.All.Count > 0 || outline.Sections.Any(s => s.IsHeading)) return [];
        var numbered = outline.Pieces.Where(p => p.Piece is Paragraph { OpensItem: true, Item: { Parent: null, Number: not null } })
            .Select(p => (Paragraph: (Paragraph)p.Piece, p.Section)).ToList();
        var opened =
            numbered.Where(p =>
                Telling.Sentences(p.Paragraph.Text).FirstOrDefault() is { Plain.Length: < 90 } first && Purposes.Of(first.Plain) == Purpose.Unsaid
                    && first.Plain.Length < p.Paragraph.Text.Plain.Length).ToList();
        if (opened.Count < 3 || opened.Count * 3 < numbered.Count * 2 || opened.Count(p => Titles.IsTrouble(First(p.Paragraph))) * 2 < opened.Count
            || numbered.Index().Any(n => n.Item.Paragraph.Item!.Number != n.Index + 1)) return [];
        return [.. numbered.Index().Where(n => opened.Contains(n.Item))
            .Select(n =>
                new Region(First(n.Item.Paragraph), Words.Slug(First(n.Item.Paragraph)), n.Item.Paragraph.Line,
                    n.Index + 1 < numbered.Count ? numbered[n.Index + 1].Paragraph.Line - 1 : LastLine(outline, n.Item.Paragraph.Item!), n.Item.Section,
                    n.Item.Paragraph.Item))];
    }

    // The blocks right below the last of them are its own, though they are not indented.
    static int LastLine(Outline outline, Item item) =>
        outline.Pieces.Select(p => p.Piece).SkipWhile(p => p.Line <= item.EndLine).TakeWhile(p => p is Fence).Select(p => p.EndLine).LastOrDefault(item.EndLine);

    static string First(Paragraph paragraph) => Telling.Sentences(paragraph.Text).First().Plain.TrimEnd('.', ':');

    static string? Name(Paragraph paragraph)
    {
        if (paragraph.Text.Codes is [{ Start: 0 } code, ..] && Titles.IsAlertName(code.Text)) return code.Text;
        if (paragraph.Text.LeadingStrong is { } strong && Roles.Of(strong.Text) == Role.None) return strong.Text.Trim().TrimEnd(':');
        var first = Words.FirstWord(paragraph.Text.Plain);
        return Titles.IsAlertName(first) ? first : null;
    }

    static Dictionary<Item, HashSet<Role>> FieldsByItem(Outline outline)
    {
        var fields = new Dictionary<Item, HashSet<Role>>();
        foreach (var section in outline.Sections.Where(s => s.Item is { Parent: not null } && (s.Role.IsField() || s.Role == Role.Escalation)))
        {
            var outermost = section.Item!;
            while (outermost.Parent is { } parent) outermost = parent;
            if (!fields.TryGetValue(outermost, out var roles)) fields[outermost] = roles = [];
            roles.Add(section.Role);
        }

        return fields;
    }

    public static IEnumerable<Region> InTables(Outline outline, RegionIndex found)
    {
        var titles = found.All.Select(r => Words.Id(r.Title)).ToHashSet();
        var answered = new Lazy<HashSet<string>>(() => [.. found.All.Where(r => r.IsSection).SelectMany(AlertsOf)]);
        foreach (var (piece, section) in outline.Pieces)
        {
            if (piece is not Table table || NameColumn(table) is not { } column || found.At(table.Line) is not null
                || section.IsWithin(Role.Contacts, Role.SeverityPolicy, Role.Escalation, Role.Dashboards)) continue;
            // Beside rows whose alerts are answered below, what rates none says where to begin with each.
            if (!table.Header.Any(h => h.Role == Role.Severity) && table.Rows.Any(r => IsAnswered(r, column))) continue;
            foreach (var row in table.Rows)
            {
                if (QuickReference.AnchorsOf(row).Concat(outline.NumberedRows.AnchorsOf(row)).Any(a => found.All.Any(r => r.Slug == a))) continue;
                if (row.Cells.Count < 2 || row.Cells.Count <= column || row.Cells[column].IsEmpty
                    || (row.Cells.Any(LinksIntoDocument) && !row.Cells.Any(c => c.Codes.Any(code => InlineCommands.LanguageOf(code.Text) is not null)))
                    || titles.Contains(Words.Id(Titles.Name(row.Cells[column].Plain))) || IsAnswered(row, column)) continue;
                var title = row.Cells[column].Plain;
                yield return new(Titles.Name(title), Words.Slug(title), row.Line, row.Line, section, Row: new(table, row, column));
            }
        }

        bool IsAnswered(Row row, int column) => column < row.Cells.Count && answered.Value.Contains(Titles.Name(row.Cells[column].Plain));
    }

    // "**Alert:** `ApiErrorRate`" below "API is down": the row only says where to begin.
    static IEnumerable<string> AlertsOf(Region region) =>
        Alerts.Of(region, [.. Hypotheses.SectionsOf(region).Where(s => region.Holds(s.Line))], null, false, System.Collections.Frozen.FrozenSet<string>.Empty);

    static bool LinksIntoDocument(Prose cell) => cell.Links.Any(l => l.Url is { } url && (url.StartsWith('#') || url.Contains(".md", StringComparison.OrdinalIgnoreCase)));

    /// <summary>A table whose rows each rate a trouble and say what to do about it: what stands around it is no procedure.</summary>
    public static bool Grades(Table table) => table.Rows.Count > 1 && NameColumn(table) is not null && table.Header.Any(h => h.Role == Role.Severity);

    // The first column names alerts or troubles, and another says what to do about each. "#" and how bad it is may stand before it.
    static int? NameColumn(Table table)
    {
        if (table.Header.Count < 2) return null;
        var column = table.Header.TakeWhile(h => h.Folded is "#" or "id" or "no" or "no." or "nr" or "nr." or "n" or "ref" or "nº" || h.Role == Role.Severity).Count();
        if (column >= table.Header.Count - 1) return null;
        if (table.Header.Skip(column + 1).Any(h => DoneWhen().IsMatch(h.Folded))) return null;
        if (column > 0 && Roles.Of(table.Header[column].Folded) is Role.Symptoms) return null;
        var first = table.Header[column].Folded;
        var names = Roles.Of(first) is Role.Alert
            || first is "issue" or "problem" or "incident" or "alert" or "failure" or "scenario" or "problema" or "incidente" or "alerta" or "storung" or "vorfall"
                or "alarm" or "problem/alert" or "error" or "symptom" or "panne" or "probleme" or "guasto" or "trouble" or "what is wrong" or "what breaks" or "fault"
            || (table.Rows.Count > 0 && table.Rows.All(r => r.Cells.Count > column && Titles.IsAlertName(r.Cells[column].Plain)));
        // What one sees, how bad it is, and what to do: an incident to a row.
        names |= Roles.Of(first) is Role.Symptoms && table.Header.Skip(1).Any(h => h.Role is Role.Severity or Role.Alert);
        return names && table.Header.Skip(column + 1).Any(h => h.Role is Role.Action or Role.Diagnosis or Role.Meaning or Role.Verification || IsWhatToDo(h.Plain)) ? column : null;
    }

    // "Alert | Done when": what all of them end by.
    [GeneratedRegex(@"^(done|over|resolved|closed|fixed|success(ful)?|recovered)( when| if)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex DoneWhen();

    /// <summary>A table whose rows each name an alert or a trouble and say what to do about it.</summary>
    public static bool Answers(Table table) => NameColumn(table) is not null;

    // "First thing to do", "what you do first", "als erstes", "lo primero".
    [GeneratedRegex(
        @"^(the )?(first|next|1st) (thing|move|reaction|command|look|step)s?( to (do|try|run|check))?$|^what (to|you|we) do first$|^(you|we) do( first)?$|^do (this )?first$|"
        + @"^(als )?erstes?$|^zuerst$|^(lo )?primero$|^primeira coisa$|^(en premier|d'abord)$|^(per )?prima( cosa)?$|^eerst$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FirstThing();

    static bool IsWhatToDo(string header) =>
        FirstThing().IsMatch(Words.Fold(header))
            || Words.Fold(header) is "act" or "confirm" or "then" or "look" or "command" or "commands" or "first step" or "first steps" or "first check" or "first command"
            or "next step" or "comando" or "befehl" or "commande" or "do" or "immediate step" or "runbook" or "primeiro passo" or "primer paso" or "what to do" or "fix"
            or "action" or "check" or "look at" or "guarda" or "fai" or "controlla" or "cosa fare" or "tun" or "prufen" or "machen" or "was tun" or "hacer" or "mirar"
            or "revisar" or "que hacer" or "fazer" or "olhar" or "verificar" or "o que fazer" or "faire" or "regarder" or "verifier" or "que faire" or "doen" or "kijken"
            or "wat te doen";
}
