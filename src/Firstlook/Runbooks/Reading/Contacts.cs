using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Everybody whom the document names to be reached. A channel or a medium ("Slack: @oncall") is nobody.</summary>
internal static partial class Contacts
{
    public static List<Contact> Of(Outline outline)
    {
        // What is struck out is nobody's number any more.
        var named = Reached(Named(outline).Where(c => c.Role.Length > 0 && !c.Role.StartsWith("~~", StringComparison.Ordinal)).ToList(), outline);
        // Where nobody is listed to be reached, those to whom one escalates are.
        if (named.Count > 0) return named;
        var escalated = Escalated(outline).ToList();
        var called = Called.In(outline);
        return escalated.Count > 1 && escalated.Count > called.Count ? escalated : called;
    }

    // Beside a list of numbers and addresses, a list that says what each role is for names nobody to be reached; nor do the lines below
    // "# On-call", where that is what the whole document is called.
    static List<Contact> Reached(List<Contact> named, Outline outline)
    {
        if (named.Count < 4) return named;
        var sections = outline.Sections.Where(s => s.IsHeading).ToList();
        int[] begin = [.. sections.Select(s => s.Line).Distinct()];
        var lists = named.GroupBy(c => Array.BinarySearch(begin, c.Line) is var at && at < 0 ? ~at - 1 : at).ToList();
        if (lists.Count < 2 || lists.Max(l => l.Count(c => HasAddress(c))) < 2) return named;
        return [.. lists.Where(l => l.Any(HasAddress) && !(l.Key == 0 && sections[0].Level == 1)).SelectMany(l => l)];
    }

    static bool HasAddress(Contact contact) =>
        Address().Match(contact.Reach ?? "") is { Success: true } address && address.Value[0] != '#' || ShortAddress().IsMatch(contact.Reach ?? "");

    static IEnumerable<Contact> Named(Outline outline)
    {
        foreach (var entry in Bold(outline)) yield return entry;
        var listed = Listed(outline);
        foreach (var entry in listed.Values.OfType<Contact>()) yield return entry;
        foreach (var (piece, section) in outline.Pieces)
        {
            if (piece is Table table && IsContacts(table, section))
            {
                foreach (var row in (HasPersonInHead(table) ? table.Rows.Prepend(new(table.Line, table.Header)) : table.Rows)
                    .Where(r => r.Cells.Count > 1 && !r.Cells[0].IsEmpty && !r.Cells.Skip(1).All(c => Nobody().IsMatch(c.Plain))))
                    yield return OfRow(table, row);
            }
            else if (listed.ContainsKey(piece.Line)) continue;
            else if (piece is Paragraph { OpensItem: true, Item: { } item } paragraph && IsContactList(section) && !Orders(paragraph.Text.Plain)
                && OfItem(paragraph, item.Line) is { } contact)
            {
                yield return contact;
            }
            // "Words for the planners (the group)" above a block is what is written there.
            else if (piece is Paragraph { Item: null, Quoted: false } lines && IsContactList(section) && !Kinds.IsMessageLead(lines.Text.Plain))
            {
                foreach (var person in OfNumberedLines(lines) is { Count: > 0 } numbered ? numbered
                    : InARow(lines.Text) is { Count: > 2 } row ? row : OfLine(lines, section))
                    yield return person;
            }
            else if (piece is Paragraph { Item: null, Quoted: false } line && OfPeopleLine(line) is { Count: > 1 } people)
            {
                foreach (var person in people) yield return person;
            }
            else if (piece is Paragraph { Item: null, Quoted: false } told && !section.IsWithin(Role.Template, Role.Symptoms) && InARow(told.Text) is { Count: > 2 } persons)
            {
                foreach (var person in persons) yield return person;
            }
            else if (piece is Paragraph { Quoted: false, Text.Plain.Length: < 600 } numbers && numbers.Text.Plain.AsSpan().ContainsAny('+', '0', '@')
                && !section.IsWithin(Role.Template, Role.Symptoms))
            {
                // "Wietske 06 5550 0101, Jorrit 06 5550 0102": names and numbers, wherever they stand.
                foreach (Match call in Numbered().Matches(numbers.Text.Plain) is { Count: > 1 } calls ? calls : Enumerable.Empty<Match>())
                    yield return new(numbers.Line, call.Groups["who"].Value.Trim(), call.Groups["reach"].Value, null);
            }
        }
    }

    // "- on-call: `@data-oncall`", "- lead: Priya, priya@x.example", "- desk: +353 1 555": three and more of the kind name people, whatever stands above them.
    static Dictionary<int, Contact?> Listed(Outline outline)
    {
        const int Fewest = 3;
        var found = new Dictionary<int, Contact?>();
        for (var i = 0; i < outline.Pieces.Count; i++)
        {
            var run = RunFrom(outline, i, p =>
                p is { Piece: Paragraph { OpensItem: true, Quoted: false, Text.Plain: { Length: > 6 and < 160 } text, Item.Number: null } } && NamedReach().IsMatch(text));
            if (run.Count >= Fewest && !run.Exists(p => IsContactList(p.Section))
                && !run.Exists(p =>
                    p.Section.AndAncestors()
                        .Any(s => s.Role is Role.Template or Role.Symptoms or Role.Postmortem or Role.Diagnosis or Role.Action or Role.Verification or Role.Dashboards
                            or Role.SeverityPolicy))
                && run.Count(p => Address().IsMatch(((Paragraph)p.Piece).Text.Plain)) is var reached && reached * 2 > run.Count
                    && run.Exists(p => Phone().IsMatch(((Paragraph)p.Piece).Text.Plain)))
            {
                foreach (var paragraph in run.Select(p => (Paragraph)p.Piece)) found[paragraph.Line] = OfItem(paragraph, paragraph.Line);
            }

            i += Math.Max(run.Count - 1, 0);
        }

        return found;
    }

    // The pieces from one on, as long as they belong.
    static List<Placed> RunFrom(Outline outline, int first, Func<Placed, bool> belongs)
    {
        var run = new List<Placed>();
        for (var i = first; i < outline.Pieces.Count && belongs(outline.Pieces[i]); i++) run.Add(outline.Pieces[i]);
        return run;
    }

    // Lines of one paragraph, a number at the end of each: "Marit Eide (batch) 913 55 204".
    static List<Contact> OfNumberedLines(Paragraph paragraph)
    {
        var numbers = Phone().Matches(paragraph.Text.Plain);
        if (numbers.Count < 2 || numbers.Count != paragraph.EndLine - paragraph.Line + 1) return [];
        var people = new List<Contact>();
        var from = 0;
        foreach (Match number in numbers)
        {
            var who = paragraph.Text.Plain[from..number.Index].Trim(' ', ',', ':', '–', '-', ';', '\n');
            if (who.Length is < 2 or > 60) return [];
            people.Add(new(paragraph.Line + people.Count, who, number.Value.Trim(), null));
            from = number.Index + number.Length;
        }

        return people;
    }

    // "**Captain** → Odalys → +1 555 013" above more of the kind, whatever the heading says.
    static IEnumerable<Contact> Bold(Outline outline)
    {
        const int Fewest = 3;
        for (var i = 0; i < outline.Pieces.Count; i++)
        {
            var run = RunFrom(outline, i, p =>
                p is { Piece: Paragraph { Item: null, Text: { Plain.Length: < 160, LeadingStrong: { Start: 0, Text.Length: < 60 } strong } }, Section: var section }
                    && !char.IsAsciiDigit(strong.Text[0]) && !IsContactList(section) && !section.IsWithin(Role.Template, Role.Symptoms, Role.Causes));
            if (run.Count == 0) continue;
            var entries = run.Select(p => (Paragraph)p.Piece).ToList();
            if (run.Count >= Fewest && entries.Count(e => Phone().IsMatch(e.Text.Plain)) * 2 >= entries.Count && entries.Count(e => Phone().IsMatch(e.Text.Plain)) >= 2)
            {
                foreach (var entry in entries)
                    yield return new(entry.Line, entry.Text.LeadingStrong!.Text.TrimEnd(':'),
                        entry.Text.From(entry.Text.LeadingStrong!.End).Plain.TrimStart('→', ':', '–', '-', '|', ' '), null);
            }

            i += run.Count - 1;
        }
    }

    // "Incident lead: 0300 555 0190" on a line of its own; "who: ML lead = Tomasz (Opsgenie), feature store = @feat" in one.
    static IEnumerable<Contact> OfLine(Paragraph paragraph, Section section)
    {
        const int LongestEntry = 120;
        var own = section.Line == paragraph.Line && section.Level >= Section.Field;
        var text = own ? section.Value : paragraph.Text;
        // "When: nobody answers after 15 min -> secondary": no person is called so.
        if ((own ? section.Folded : Words.Fold(NameBeforeColon(text.Plain) ?? "")) is "when" or "wann" or "cuando" or "quando" or "quand") return [];
        // "**CTO:** by way of the incident manager": a line of a list of people, with or without a number.
        if (own && text.Plain.Length > LongestEntry && Telling.Sentences(text).Any(s => Durations.Minutes(s.Plain) is not null) && !Phone().IsMatch(text.Plain)) return [];
        if (own && section is { Level: Section.Field, Parent: { } list, Title.Plain.Length: < 60 } && !text.IsEmpty
            && list.Children.Where(c => c is { Level: Section.Field, Item: null, Value.IsEmpty: false }).Skip(2).Any() && !Medium().IsMatch(Words.Fold(section.Title.Plain)))
            return [new(section.Line, section.Title.Plain, text.Plain, null)];
        // Sentences that tell whom to call for what.
        if (!own && text.Plain.Contains(". ", StringComparison.Ordinal) && Told(text) is { Count: > 1 } told) return told;
        if (text.IsEmpty || (!own && (section.Line == paragraph.Line || text.Plain.EndsWith(':'))) || text.Plain.Length > 400
            || Mention.In(text.Plain, zeroBased: true).DistinctBy(m => m.Level).Count() > 1) return [];
        // "If 45 minutes have passed: Jonas, then Bea" tells when, not who there is.
        if (Later().Match(text.Plain) is { Success: true } later) text = new(text.Plain[..(later.Index + 1)].TrimEnd('.'), text.Line, text.MarksWithin(0, later.Index + 1));
        if (!own && text.IsEmpty) return [];
        // "Platinum down after half an hour: Joris. After an hour: Annemiek." tells when as well.
        if (!own && Telling.Sentences(text).Any(s => Durations.Minutes(s.Plain) is not null) && text.Plain.Contains(". ", StringComparison.Ordinal)
            && !Phone().IsMatch(text.Plain)) return [];
        // "Dee → Marcus → (only for money) Priya": the order in which they are called.
        if (text.Plain.Split(['→', '➜'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } chain
            && chain.All(c => c.Length < 60 && c[0] is var letter && (char.IsUpper(letter) || letter == '(') && !c.Any(char.IsDigit)))
            return chain.Select(c => new Contact(text.Line, c.TrimEnd('.'), "", null));
        var clauses = Lists.Clauses(text).Where(c => c.Plain.Length < LongestEntry).ToList();
        // "Admins admins@x.example, vendor 0800 555 018. Users are told by the desk, not by us."
        if (clauses.Count(IsReached) * 2 <= clauses.Count && text.Plain.IndexOf(". ", StringComparison.Ordinal) is > 0 and var stop
            && Lists.Clauses(new(text.Plain[..stop], text.Line, text.MarksWithin(0, stop))).ToList() is { Count: > 1 } first)
            clauses = first;
        // "Privacy officer, privacy@x.example, 555-0109" is one person, and "Wen (pager), Olek (pager)" are two.
        if (clauses.Any(c => Address().Match(c.Plain) is { Success: true, Index: 0 })) return !own && OfItem(paragraph, paragraph.Line) is { } one ? [one] : [];
        if (clauses.Count >= 2 && clauses.Count(IsReached) * 2 > clauses.Count)
            return clauses.Where(c => char.IsUpper(c.Plain[0]) || IsReached(c) || ShortNumber().IsMatch(c.Plain)).Select(OfClause);
        return !own && paragraph.EndLine == paragraph.Line && text.Plain.Length < LongestEntry && !Orders(text.Plain) && OfItem(paragraph, paragraph.Line) is { } contact
            ? Durations.Minutes(contact.Role) is null || (char.IsUpper(contact.Role[0]) && !Later().IsMatch(contact.Role))
                ? [contact]
                : Address().Match(contact.Reach ?? "") is { Success: true, Index: > 1 } address
                ? [new(contact.Line, contact.Reach![..address.Index].Trim(), address.Value, contact.Role)]
                : []
            : [];
    }

    // "call Tamsin Okereke on +44 7700 900411", "it is Yewande Castellan (chat first; +44 ...)": of each sentence the person whose name stands next before a number.
    static List<Contact> Told(Prose text)
    {
        var told = new List<Contact>();
        var from = 0;
        foreach (Match number in Phone().Matches(text.Plain))
        {
            var stop = text.Plain.LastIndexOf(". ", number.Index, number.Index - from, StringComparison.Ordinal);
            var start = Math.Max(from, stop + 1);
            if (PersonsName().Matches(text.Plain[start..number.Index]) is { Count: > 0 } names) told.Add(new(text.Line, names[^1].Value, number.Value.Trim(), null));
            from = number.Index + number.Length;
        }

        return told;
    }

    static bool IsReached(Prose clause) => Separator().IsMatch(clause.Plain) || Address().IsMatch(clause.Plain);

    static Contact OfClause(Prose clause)
    {
        var cut = Separator().Match(clause.Plain) is { Success: true } separator ? separator : Address().Match(clause.Plain);
        if (!cut.Success) return new(clause.Line, clause.Plain, "", null);
        if (Address().Match(clause.Plain) is { Success: true } address && address.Index <= cut.Index)
            return new(clause.Line, clause.Plain[..address.Index].TrimEnd(' ', '→').Trim(), address.Value, null);
        return new(clause.Line, clause.Plain[..cut.Index].TrimEnd(' ', '→').Trim(), clause.Plain[(cut.Index + cut.Length)..].Trim(' ', ')'), null);
    }

    static IEnumerable<Contact> Escalated(Outline outline)
    {
        const int LongestEntry = 160;
        foreach (var (piece, section) in outline.Pieces)
        {
            if (!section.AndAncestors().Any(s => s.Role == Role.Escalation && s.IsHeading)) continue;
            // "Payments | on-call | lead | director": whoever stands first is called first.
            if (piece is Table table && table.Header.Count(h => Level().IsMatch(h.Folded)) >= 2)
            {
                foreach (var row in table.Rows.Where(r => r.Cells.Count > 1))
                    yield return new(row.Line, row.Cells[0].Plain, string.Join(" → ", row.Cells.Skip(1).Select(c => c.Plain)), null);
            }

            // "L2 Wen-Li Chao (data) · 15 min"
            if (piece is Paragraph { Text.Plain.Length: < LongestEntry } rung && Rung().Match(rung.Text.Plain) is { Success: true } named)
                yield return new(rung.Line, named.Groups["who"].Value, rung.Text.Plain, null);
            else if (piece is Paragraph { Text.Plain.Length: < LongestEntry, Quoted: false } paragraph && paragraph.Line != section.Line
                && !Then().IsMatch(paragraph.Text.Plain) && Escalations.TargetOf(paragraph.Text.Plain) is { } target)
                yield return new(paragraph.Line, target, paragraph.Text.Plain, null);
        }
    }

    public static bool IsReach(string foldedHeader) => Reach().IsMatch(foldedHeader);

    static bool IsContacts(Table table, Section section)
    {
        var headers = table.Header.Select(h => h.Folded).ToList();
        if (headers.Count < 2 || ListedProcedures.Grades(table) || Roles.Of(headers[0]) == Role.Severity || headers[0] is "severity"
            || (headers[0] is "level" or "stufe" or "nivel" or "niveau" or "livello" or "tier" && !headers.Any(h => Person().IsMatch(h)))
            || section.AndAncestors().TakeWhile(s => s.Role is not (Role.Contacts or Role.Escalation)).Any(s => s.Role is Role.Dashboards or Role.SeverityPolicy))
            return false;
        var inContacts = section.IsWithin(Role.Contacts, Role.Escalation);
        if (inContacts && (headers.All(h => h.Length == 0) || headers.Any(h => Person().IsMatch(h)))) return true;
        // "| | Where | Notes |" under "People": whoever stands in the column without a head.
        if (headers[0].Length == 0 && inContacts) return true;
        // "| | tel |" over names and numbers: whatever stands above it.
        if (headers[0].Length == 0 && headers.Count == 2 && IsReach(headers[1])
            && table.Rows.All(r => r.Cells.Count == 2 && !r.Cells[0].IsEmpty && Phone().IsMatch(r.Cells[1].Plain)))
            return true;
        return headers.Skip(1).Any(IsReach) && (inContacts || headers.Any(h => Who().IsMatch(h)))
            || (inContacts && table.Rows.Count(r => r.Cells.Skip(1).Any(c => Phone().IsMatch(c.Plain))) * 2 > table.Rows.Count)
            || (inContacts
                && (Who().IsMatch(headers[0]) || headers[0].Contains("issue", StringComparison.Ordinal) || headers[0].Contains("team", StringComparison.Ordinal)
                    || headers[0].Contains("area", StringComparison.Ordinal)));
    }

    static Contact OfRow(Table table, Row row)
    {
        string? reach = null;
        string? when = null;
        // "After 30 min | Head of Data | phone": the first column is not always the one that names.
        var who = Timed().IsMatch(table.Header[0].Folded) ? Math.Max(0, table.Header.ToList().FindIndex(h => Person().IsMatch(h.Folded))) : 0;
        if (who >= row.Cells.Count || row.Cells[who].IsEmpty) who = 0;
        for (var i = 0; i < row.Cells.Count && i < table.Header.Count; i++)
        {
            if (i == who) continue;
            var header = Words.Fold(table.Header[i].Plain);
            if (reach is null && IsReach(header)) reach = row.Cells[i].Plain;
            else if (When().IsMatch(header)) when = row.Cells[i].Plain;
        }

        return new(row.Line, row.Cells[who].Plain, reach ?? string.Join(" → ", row.Cells.Where((_, i) => i != who).Select(c => c.Plain)), when);
    }

    // "10 minutes into an outage: wake the director.", "Anything with money: call Payments at once": says when, and of whom it speaks no way to reach him.
    public static bool Orders(string text) =>
        text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && Ordered().IsMatch(text.AsSpan(colon + 2)) && !Address().IsMatch(text) && !Phone().IsMatch(text);

    // "ONCALL" above the procedures themselves names nobody.
    static bool HoldsProcedures(Section section) => section.AllFences.Count > 2;

    static bool IsContactList(Section section) =>
        !OnlyRooms().IsMatch(section.Folded)
            // "**When to go further**" at the end of the list of people is no list itself.
            && !(Escalations.TellsWhen(section) && section.Level >= Section.BoldTitle && !NamesPeopleToo().IsMatch(section.Folded))
            && section.AndAncestors().TakeWhile(s => s.Level > 0)
                .Any(s => s.Role == Role.Contacts && !HoldsProcedures(s)
                    || (s.Role == Role.Escalation
                        && (NamesPeopleToo().IsMatch(s.Folded)
                            || Roles.Of(s.Bare.Replace("escalation", "", StringComparison.OrdinalIgnoreCase).Replace("&", "", StringComparison.Ordinal)
                                .Trim()) == Role.Contacts)));

    static Contact? OfItem(Paragraph paragraph, int line)
    {
        var text = paragraph.Text;
        var name = paragraph.Label?.Name ?? NameBeforeColon(text.Plain);
        if (name is null)
        {
            if (Extension().Match(text.Plain) is { Success: true } extension) return new(line, extension.Groups["who"].Value, extension.Groups["reach"].Value, null);
            if (paragraph.Item is null && Address().Match(text.Plain) is { Success: true, Value: ['#', ..] } channel && (channel.Index < 5 || text.Plain.EndsWith('.')))
                return null;
            return Address().Match(text.Plain) is { Success: true } address
                ? new(line, text.Plain[..address.Index].Trim(' ', '-', '–', ':', '(', ',', '→', '>', '='), address.Value, null)
                : Bracketed().Match(text.Plain) is { Success: true } bracketed ? new(line, bracketed.Groups["who"].Value, bracketed.Groups["what"].Value, null)
                : Dash().Match(text.Plain) is { Success: true } dash && text.Plain.Length < 120
                    ? new(line, text.Plain[..dash.Index], text.Plain[(dash.Index + dash.Length)..], null)
                : paragraph.Item is not null && Called.Of(text) is [var told, ..] ? told with { Line = line }
                : paragraph.Item is not null && Spaced().Match(text.Plain) is { Success: true } spaced ? new(line, spaced.Groups["who"].Value, spaced.Groups["what"].Value, null)
                : CommaOutside(text.Plain) is > 1 and < 40 and var comma && text.Plain.Length < 100
                    ? new(line, text.Plain[..comma], text.Plain[(comma + 2)..], null) : null;
        }

        if (Medium().IsMatch(Words.Fold(name)) && !Organisation().IsMatch(Words.Fold(name))) return null;
        var value = paragraph.Label?.Value.Plain ?? text.Plain[(text.Plain.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        // "Rota: https://..." is where they are listed.
        if (value.StartsWith("http", StringComparison.Ordinal) && Roles.Of(name) == Role.Contacts) return null;
        // "T+15 min: second on-call": the time comes first.
        if (value.Length is > 0 and < 100 && (Durations.All(name).Any(time => time.Start == 0) || name.StartsWith("T+", StringComparison.Ordinal)))
            return new(line, value, null, name);
        return value.Length == 0 ? null : new(line, name, value, Condition().Match(value) is { Success: true } when ? when.Value : null);
    }

    // "Teun (queues, caches), chat only": the comma behind the brackets.
    static int CommaOutside(string text)
    {
        var at = text.IndexOf(", ", StringComparison.Ordinal);
        return at > 0 && text.IndexOf('(', 0, at) is >= 0 and var open && text.IndexOf(')', open) is var close && close > at
            ? text.IndexOf(", ", close, StringComparison.Ordinal) : at;
    }

    static string? NameBeforeColon(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon is > 1 and < 60 ? text[..colon] : null;
    }
}
