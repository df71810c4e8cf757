using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>What Markdown calls a paragraph may be several labelled lines, a table, or a list whose blank line was forgotten.</summary>
internal static partial class Paragraphs
{
    public static IEnumerable<Piece> Read(List<(string Text, int Line)> lines, Item? item, bool quoted, bool opensItem)
    {
        var from = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Text.AsSpan().TrimStart().StartsWith("||") && i + 1 < lines.Count && lines[i + 1].Text.AsSpan().TrimStart().StartsWith("|"))
            {
                foreach (var piece in Texts(lines[from..i], item, quoted, opensItem && from == 0)) yield return piece;
                from = i;
                yield return ReadWikiTable(lines, ref from, item, quoted);
                i = from - 1;
                continue;
            }

            if (i > from && lines[i].Text.Contains('|') && lines[i].Text.Contains('-') && Delimiter().IsMatch(lines[i].Text) && lines[i - 1].Text.Contains('|'))
            {
                foreach (var piece in Texts(lines[from..(i - 1)], item, quoted, opensItem && from == 0)) yield return piece;
                var table = ReadTable(lines, i, item, quoted, out var next);
                yield return table;
                from = next;
                i = next - 1;
            }
        }

        if (from < lines.Count)
        {
            foreach (var piece in Texts(lines[from..], item, quoted, opensItem && from == 0)) yield return piece;
        }
    }

    static Table ReadTable(List<(string Text, int Line)> lines, int delimiter, Item? item, bool quoted, out int next)
    {
        var header = Cells(lines[delimiter - 1]);
        var rows = new List<Row>();
        for (next = delimiter + 1; next < lines.Count && lines[next].Text.Contains('|'); next++) rows.Add(new(lines[next].Line, Cells(lines[next])));
        var (first, last) = (lines[delimiter - 1].Line, lines[next - 1].Line);
        return NamesColumns(header, rows) ? new(first, last, rows[0].Cells, rows[1..], item, quoted) : new(first, last, header, rows, item, quoted);
    }

    // An export whose header is empty, and the row below it all in bold: the names of the columns.
    static bool NamesColumns(List<Prose> header, List<Row> rows) =>
        rows.Count > 1 && rows[0].Cells.Count > 1 && header.TrueForAll(cell => cell.IsEmpty)
            && rows[0].Cells.All(cell => cell.LeadingStrong is { Start: 0 } strong && strong.End >= cell.Plain.Length);

    // "|| Team || Phone ||" above "| Identity | 5501 |": the marks of another wiki, which an export left as they were.
    static Table ReadWikiTable(List<(string Text, int Line)> lines, ref int next, Item? item, bool quoted)
    {
        var first = lines[next];
        var header = Cells((first.Text.Replace("||", "|", StringComparison.Ordinal), first.Line));
        var rows = new List<Row>();
        for (next++; next < lines.Count && lines[next].Text.AsSpan().TrimStart().StartsWith("|"); next++) rows.Add(new(lines[next].Line, Cells(lines[next])));
        return new(first.Line, lines[next - 1].Line, header, rows, item, quoted);
    }

    static List<Prose> Cells((string Text, int Line) row)
    {
        var cells = new List<Prose>();
        var text = row.Text.Trim();
        var start = text.StartsWith('|') ? 1 : 0;
        var inCode = false;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length) i++;
            else if (text[i] == '`') inCode = !inCode && text.IndexOf('`', i + 1) > 0;
            else if (text[i] == '|' && !(inCode && PipeBelongsToCode(text, i)))
            {
                cells.Add(Cell(text[start..i], row.Line));
                start = i + 1;
                inCode = false;
            }
        }

        if (start < text.Length) cells.Add(Cell(text[start..], row.Line));
        return cells;
    }

    // GitHub cuts a cell at every bare pipe, also within code; writers who forget that mean the pipeline that they wrote.
    static bool PipeBelongsToCode(string text, int pipe)
    {
        const int LongestCommand = 400;
        var close = text.IndexOf('`', pipe, Math.Min(LongestCommand, text.Length - pipe));
        return close > 0;
    }

    // A stroke within a cell is written with a backslash, or where that is not known by its number.
    static Prose Cell(string text, int line) =>
        Inlines.Read(text.Replace("\\|", "|", StringComparison.Ordinal).Replace("&#124;", "|", StringComparison.Ordinal), line);

    static IEnumerable<Paragraph> Texts(List<(string Text, int Line)> lines, Item? item, bool quoted, bool opensItem)
    {
        var spoken = Chats.LinesOf(lines);
        lines = [.. Defined(Chats.WithoutSpeakers(lines)).SelectMany(WithFieldsApart)];
        var apart = AreFields(lines);
        var lettered = LetteredLines(lines);
        bool IsBullet((string Text, int Line) line) => Paragraphs.IsBullet(line.Text) || lettered.Contains(line.Line);
        var bullets = lettered.Count > 0 || lines.Count(IsBullet) >= 2;
        var tasks = lines.Count(l => l.Text.Contains('`') && Task().IsMatch(l.Text)) >= 2;
        var from = 0;
        for (var i = 1; i <= lines.Count; i++)
        {
            if (i < lines.Count && !apart && lines[i].Line != lines[i - 1].Line && !spoken.Contains(lines[i].Line) && !Opens(lines[i].Text)
                && !(tasks && Task().IsMatch(lines[i].Text)) && !(bullets && IsBullet(lines[i]))
                && !(i == from + 1
                    && ((IsSaidInOneLine(lines[from].Text) || IsOrderAfterSigns(lines[from].Text, lines[i].Text)) || IsShouted(lines[from].Text)
                        || IsBoldName(lines[from].Text)))) continue;
            var part = lines[from..i];
            var bullet = bullets && IsBullet(part[0]);
            if (bullet) part[0] = (part[0].Text.TrimStart()[(lettered.Contains(part[0].Line) ? 2 : 1)..], part[0].Line);
            var prose = Inlines.Read(part);
            if (bullet && !prose.IsEmpty)
            {
                var listed = new Item(item, part[0].Line, null) { EndLine = part[^1].Line, Text = prose };
                yield return new(part[0].Line, part[^1].Line, prose, listed, quoted, true);
            }
            else if (!prose.IsEmpty)
            {
                var opens = opensItem && from == 0;
                if (opens && item is not null) item.Text = prose;
                yield return new(part[0].Line, part[^1].Line, prose, item, quoted, opens);
            }

            from = i;
        }
    }

    // "Incident lead: 0300 ..." above "Service owner: Gwen" above more of the kind: lines of a form, not of a sentence.
    static bool AreFields(List<(string Text, int Line)> lines) =>
        lines.Count is >= 3 and < 60
            && (lines.All(l => l.Text.Length < 200 && NamedLine().IsMatch(l.Text.TrimStart()))
                || lines.All(l => l.Text.Length < 120 && EntryLine().IsMatch(l.Text.TrimStart()))
                || lines.All(l => l.Text.Length < 200 && BoldLine().IsMatch(l.Text.TrimStart()))
                || lines.All(l => l.Text.Length < 200 && CountedCause().IsMatch(l.Text.TrimStart())));

    // Each labelled line of a paragraph is a field of its own ("**Alert**: X" above "**Severity**: critical").
    static bool Opens(string line)
    {
        var trimmed = line.TrimStart();
        if (trimmed.StartsWith("**", StringComparison.Ordinal) || trimmed.StartsWith("__", StringComparison.Ordinal))
            return Inlines.Read(trimmed, 1) is { LeadingStrong: not null } prose && Label.Of(prose, false) is not null;
        return trimmed.Contains(':') && FieldLine().IsMatch(trimmed) && Label.Of(Inlines.Read(trimmed, 1), false) is { Role: not Role.None };
    }

    // "Priority high. Symptoms: a redirect loop." says two things in one line.
    // "MI-1" above ": no check-in possible. Respond: at once." is a term and what it means (PHP Markdown Extra, "Definition Lists").
    static IEnumerable<(string Text, int Line)> Defined(List<(string Text, int Line)> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (i + 1 < lines.Count && lines[i + 1].Text.AsSpan().TrimStart() is [':', ' ' or '\t', ..] && lines[i].Text.Trim() is { Length: > 0 and < 80 } term
                && !term.EndsWith(':') && !term.EndsWith('.'))
            {
                yield return ($"**{term.Trim('*')}**: {lines[i + 1].Text.TrimStart()[1..].Trim()}", lines[i].Line);
                i++;
            }
            else
            {
                yield return lines[i];
            }
        }
    }

    static IEnumerable<(string Text, int Line)> WithFieldsApart((string Text, int Line) line)
    {
        const int LongestLine = 1000;
        var rest = line.Text;
        while (rest.Length < LongestLine && NextField(rest) is { Success: true } field)
        {
            yield return (rest[..field.Index], line.Line);
            rest = rest[field.Index..].TrimStart();
        }

        // "Symptoms: jobs die with an error. `clush ...` on the node": what is run is no sign.
        if (rest.Length < LongestLine && rest.Contains(". `", StringComparison.Ordinal) && AfterSigns(rest) is > 0 and var end)
        {
            yield return (rest[..end], line.Line);
            rest = rest[end..].TrimStart();
        }

        yield return (rest, line.Line);
    }

    static Match NextField(string line) =>
        line.Contains(':')
            && (FieldWithin().Match(line) is { Success: true } field
                || (field = NamedWithin().Matches(line)
                    .FirstOrDefault(m =>
                        FurtherLanguages.Of(Words.Fold(m.Groups["name"].Value)) is Role.Alert or Role.Severity or Role.Symptoms
                            || Roles.Of(m.Groups["name"].Value) == Role.Alert)) is not null)
            ? field
            : line.AsSpan().TrimStart().StartsWith("**")
            ? BoldWithin().Match(line)
            : Match.Empty;

    // Where the sentence of signs ends that a command follows; 0 where none does.
    static int AfterSigns(string line)
    {
        if (Label.Of(Inlines.Read(line.Trim(), 1), false) is not { Role: Role.Symptoms, Value.IsEmpty: false }) return 0;
        var stop = line.IndexOf(". `", StringComparison.Ordinal);
        var close = line.IndexOf('`', stop + 3);
        return close > 0 && InlineCommands.LanguageOf(line[(stop + 3)..close]) is not null ? stop + 1 : 0;
    }

    // What a page that lost its lists has for their points.
    static bool IsBullet(string line) => line.AsSpan().TrimStart() is ['•' or '▪' or '‣' or '●' or '–' or '—', ' ' or '\t', ..];

    // "Causes so far:", and below it "a. the scope is full", "b. a profile was pushed": points that Markdown does not know for a list.
    static IReadOnlySet<int> LetteredLines(List<(string Text, int Line)> lines)
    {
        if (lines.Count < 2) return NoLines;
        var found = new HashSet<int>();
        // "a) the pool is full" above "b) a bad release" as a paragraph of its own.
        var alone = Lettered().Match(lines[0].Text) is { Success: true } first && first.Groups["letter"].Value == "a"
            && lines.TrueForAll(l => Lettered().IsMatch(l.Text));
        for (var i = alone ? 0 : 1; i < lines.Count; i++)
        {
            if (Lettered().Match(lines[i].Text) is not { Success: true } letter || letter.Groups["letter"].Value[0] != 'a' + found.Count) continue;
            if (found.Count == 0 && !alone && !lines[i - 1].Text.TrimEnd(' ', '*').EndsWith(':')
                && Roles.Of(lines[i - 1].Text.Trim(' ', '*')) is not (Role.Causes or Role.Symptoms)) continue;
            found.Add(lines[i].Line);
        }

        return found.Count >= 2 ? found : NoLines;
    }

    static readonly FrozenSet<int> NoLines = [];

    [GeneratedRegex(@"^\s*(?<letter>[a-h])[.)]\s+\S", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Lettered();

    // "SERVER FULL" above its sentences was a heading before the marks were lost.
    static bool IsShouted(string line) =>
        line.Length is > 3 and < 70 && line.Count(char.IsUpper) >= 3 && !line.Any(char.IsLower) && line.AsSpan().IndexOfAny('`', '|', ':') < 0 && !line.EndsWith('.');

    // "**Symptoms**" on a line of its own, right above what they are.
    static bool IsBoldName(string line)
    {
        var name = line.AsSpan().Trim();
        if (name.Length is < 6 or > 90 || !(name.StartsWith("**") && name.EndsWith("**") || name.StartsWith("__") && name.EndsWith("__"))) return false;
        name = name[2..^2];
        return name.IndexOfAny('*', '`', '_') < 0 && name.TrimEnd(':').ToString() is var said
            && (Roles.Of(said) is not (Role.None or Role.Part or Role.Container) || Titles.NamesCause(said) || CountedTitle().IsMatch(said));
    }

    // "**6) A sensor is silent**" above its sentences.
    [GeneratedRegex(@"^\d{1,2}[.)]\s+\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex CountedTitle();

    // "**Alert**: X" ends with its line; a meaning or an impact may go on.
    static bool IsSaidInOneLine(string line) =>
        line.Length < 200 && line.Contains(':') && Label.Of(Inlines.Read(line.Trim(), 1), false) is { Role: Role.Alert or Role.Severity, Value.IsEmpty: false };

    // "What it looks like: orders wait" above "Check that the workers are alive": the second line does not go on with the first.
    static bool IsOrderAfterSigns(string line, string next) =>
        line.Length < 300 && line.Contains(':') && next.TrimStart() is [var first, ..] && char.IsUpper(first) && Purposes.Of(next) != Purpose.Unsaid
            && Label.Of(Inlines.Read(line.Trim(), 1), false) is { Role: Role.Symptoms, Value.IsEmpty: false };

    [GeneratedRegex(@"^\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Delimiter();

    [GeneratedRegex(
        @"(?<=[\w)*`%]\s?[.;!·•]\**\s*)\s(?=\**([Ss]ymptoms?|Symptome|[Ss][ií]ntomas?|[Ss]ympt[oô]mes?|[Ss]intomi|[Ss]igns?|Signes|Anzeichen|Se[ñn]ales|Sinais|Segni|"
        + @"Severity|Sev|Severidade?|Schweregrad|Priority|Prio|Prioridade?|Priorität|Alerts?|Alertas?|Impact|Impacto|Auswirkung|Seen as|Visible as|You notice|"
        + @"How you notice|((Usual|Common|Possible|Likely) )?([Cc]auses|[Rr]easons)|(Mögliche )?Ursachen|Causas)\**\s?:)")]
    private static partial Regex FieldWithin();

    // "Prioritet: P2. Larm: `RedisFull`"
    [GeneratedRegex(@"(?<=[\w)*`%]\s?[.;!·•]\**\s*)\s(?=\**(?<name>\p{Lu}\p{L}{2,20}|\p{Lo}\p{L}{1,20})\**\s?:)")]
    private static partial Regex NamedWithin();

    [GeneratedRegex(@"^\p{L}[\p{L}\p{N} /()&'’.–-]{1,40}:\s+\S")]
    private static partial Regex NamedLine();

    // "**Alert** `DiskLow` **Severity** SEV1"
    [GeneratedRegex(
        @"(?<=\S)\s+(?=\*\*\p{L}[\p{L} ]{1,24}:\*\*\s)|"
        + @"(?<=\S)\s+(?=\*\*(Severity|Severidade?|Schweregrad|Priority|Prioridade?|Priorität|Alerts?|Alertas?)\*\*\s?:?\s[`\w])",
        RegexOptions.ExplicitCapture)]
    private static partial Regex BoldWithin();

    // "**Telnova NOC** 0330 555 0180, account 3391"
    [GeneratedRegex(@"^\*\*[^*]{2,60}\*\*")]
    private static partial Regex BoldLine();

    // "H2 pods are throttled"
    [GeneratedRegex(@"^H\d\b[\s:.–-]")]
    private static partial Regex CountedCause();

    // "restart the synchroniser: `ssh box sudo systemctl restart sync`" above another such line: a step to a line.
    [GeneratedRegex(@"^[^`:]{3,160}:\s*`[^`]{4,}`")]
    private static partial Regex Task();

    // "Production control - 15 min - extension 4410", "Wen-Li Chao (data) · 15 min", "**Captain** → Odalys → +1 555 013"
    [GeneratedRegex(@"^(\*\*)?\p{Lu}[\p{L}\p{N} /()&'’.@`-]{1,60}?(\*\*)? ([-–—|·→]|->) \S", RegexOptions.ExplicitCapture)]
    private static partial Regex EntryLine();

    [GeneratedRegex(@"^[\p{L}\p{So}][\p{L} /\-]{2,40}\s?:", RegexOptions.ExplicitCapture)]
    private static partial Regex FieldLine();
}
