using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Who is called when: one rule for each time and target, its conditions joined.</summary>
internal static partial class Escalations
{
    /// <summary>Those that stand in a procedure.</summary>
    public static IEnumerable<EscalationRule> In(Region region, List<Section> sections, bool zeroBased) => Levelled(Stated(region, sections, zeroBased), zeroBased);

    static List<EscalationRule> Stated(Region region, List<Section> sections, bool zeroBased)
    {
        var rules = OfSections(sections.Where(s => s.Role == Role.Escalation && region.Holds(s.Line) && !OrdersOnly(s)));
        foreach (var section in sections.Where(s => s.IsWithin(Role.Escalation)))
            rules.AddRange(section.Tables.SelectMany(t => OfTable(t, section, zeroBased)));
        foreach (var section in sections.Where(s => s.Role == Role.Contacts && region.Holds(s.Line)))
            rules.AddRange(section.Tables.Where(t => t.Header.Count > 1 && After().IsMatch(t.Header[0].Folded))
                .SelectMany(t => OfTable(t, section, zeroBased)));
        // "Qui appeler : astreinte DBA au bout de 20 min"
        foreach (var section in sections.Where(s =>
            s.Role == Role.Contacts && s.Level >= Section.Field && region.Holds(s.Line) && Durations.Minutes(s.Value.Plain) is not null))
            rules.AddRange(OfText(section.Value));
        // "Escalate | 20 min without two healthy servers: Edge lead"
        foreach (var row in sections.SelectMany(s => s.Tables).Where(t => region.Holds(t.Line) && t.Header.Count == 2).SelectMany(t => t.Rows)
            .Where(r => r.Cells is [{ Role: Role.Escalation }, { IsEmpty: false }]))
            rules.AddRange(OfText(row.Cells[1]));
        if (rules.Count > 0 && rules.All(r => r.AfterMinutes is null && r.Condition is { } said && Nobody().IsMatch(said.Trim()))) return [];
        if (region.Row?.Cell(Role.Escalation) is { IsEmpty: false } cell) rules.AddRange(OfText(cell));
        if (rules.Count > 0) return rules;
        // "Signs: pharmacies call the hotline" tells what others do.
        var said = sections.Where(s => s.Role != Role.Contacts)
            .SelectMany(s => s.Paragraphs.Where(p => s.Role != Role.Symptoms || p.Line != s.Line && !p.OpensItem))
            .Where(p => region.Holds(p.Line) && Escalates(WithoutCommands(p.Text))).SelectMany(p => OfText(p.Text)).ToList();
        return said.Count > 0 ? said : [.. InCells(region, sections)];
    }

    // "receipts show a full card number | do not check | security, straight away"
    static IEnumerable<EscalationRule> InCells(Region region, List<Section> sections) =>
        sections.Where(s => s.Role is not (Role.Contacts or Role.Symptoms)).SelectMany(s => s.Tables).Where(t => region.IsSection && region.Holds(t.Line))
            .SelectMany(t => t.Rows.SelectMany(r => r.Cells.Where((_, i) => i > 0 && !(i < t.Header.Count && t.Header[i].Role == Role.Symptoms))))
            .Where(cell => Escalates(WithoutCommands(cell))).SelectMany(OfText);

    // "Still stuck: loosen the budget" tells what to do next.
    static bool OrdersOnly(Section section) =>
        section.Level >= Section.Field && Purposes.Of(section.Value.Plain) == Purpose.Change && Stuck().IsMatch(section.Folded) && TargetIn(section.Value.Plain) is null
            && !Escalates(section.Value.Plain);

    [GeneratedRegex("^(still |if |when )?(you are |you're |we are )?stuck$", RegexOptions.ExplicitCapture)]
    private static partial Regex Stuck();

    /// <summary>What a table of alerts says of one of them: "10 min", "at once"; null for "none".</summary>
    public static EscalationRule? OfCell(Prose cell) => Nobody().IsMatch(cell.Plain.Trim()) ? null : OfSentence(cell);

    /// <summary>Those of the whole document: its header, its escalation section, and the tables of its contacts.</summary>
    public static List<EscalationRule> OfDocument(Outline outline, RegionIndex regions, bool zeroBased)
    {
        var outside = outline.Sections.Where(s => regions.At(s.Line) is null && !s.AndAncestors().Any(IsForm)).ToList();
        var rules = OfSections(outside.Where(TellsWhen));
        foreach (var (piece, section) in outline.Pieces)
        {
            if (regions.At(piece.Line) is not null) continue;
            if (piece is Table table) rules.AddRange(OfTable(table, section, zeroBased));
            // "Still down after half an hour: Joris. After an hour: Annemiek." below the list of numbers.
            if (piece is Paragraph { Item: null, Quoted: false, Text.Plain.Length: < 400 } said && section is { Role: Role.Contacts, IsHeading: true }
                && (Telling.Sentences(said.Text).Count() > 1 || Contacts.Orders(said.Text.Plain) || OpensWithTime().IsMatch(said.Text.Plain)))
                rules.AddRange(OfText(said.Text).Where(r => r is { AfterMinutes: not null, Target: not null }));
        }

        return [.. Levelled(rules.Where(r => !(r.AfterMinutes is null && r.Condition is { } said && CallsNobody().IsMatch(said))).OrderBy(r => r.Line), zeroBased)];
    }

    // The outline of a runbook to be written escalates nothing; a list of contacts is read as contacts.
    static bool IsForm(Section section) =>
        section.Title.Plain.Contains("template", StringComparison.OrdinalIgnoreCase)
            || (section.Role == Role.Escalation && section.Title.Plain.Contains("contact", StringComparison.OrdinalIgnoreCase));

    static List<EscalationRule> OfSections(IEnumerable<Section> sections)
    {
        var rules = new List<EscalationRule>();
        string? target = null;
        foreach (var section in sections.Where(s => !s.Children.Any(c => c.Role == Role.Escalation)))
        {
            var entries = section.Items.Select(i => i.Text).ToList();
            // "Call the stream team if:" above the list is a label of its own.
            Section? label = null;
            if (entries.Count == 0 && section.Value.IsEmpty)
            {
                var labels = section.Children.Where(c => c is { Level: >= Section.Field, Role: Role.None, Item: null }).ToList();
                if (labels.Count(IsTimed) is > 1 && labels.TrueForAll(IsTimed))
                {
                    rules.AddRange(labels.Select(OfLabel));
                    continue;
                }

                label = labels.FirstOrDefault();
                entries = [.. label?.Items.Select(i => i.Text) ?? []];
            }

            if (Targets().IsMatch(Words.Fold(section.Title.Plain)))
            {
                target = entries.Count > 0 ? string.Join(", ", entries.Select(e => e.Plain)) : NullIfEmpty(section.Value.Plain);
                continue;
            }

            if (label is not null && IsTimed(label))
            {
                rules.Add(OfLabel(label) with { Line = section.Line });
                continue;
            }

            var minutes = Durations.Minutes(section.Title.Plain) ?? (section.Value.IsEmpty ? null : Durations.Minutes(section.Value.Plain));
            if (minutes is null && entries.Any(e => Durations.Minutes(e.Plain) is not null && Names(e.Plain))) rules.AddRange(entries.Select(OfSentence));
            else if (entries.Count == 0 && Durations.Minutes(section.Title.Plain) is null && !section.Value.IsEmpty) rules.AddRange(OfText(section.Value));
            else if (minutes is not null || entries.Count > 0) rules.Add(new(section.Line, minutes, Condition(section, entries), TargetIn(section.Value.Plain)));
            else if (OfTree(section).ToList() is { Count: > 1 } tree) rules.AddRange(tree);
            else rules.AddRange(section.Paragraphs
                .Where(p => p.Line != section.Line && !Kinds.IsMessageLead(p.Text.Plain) && !Contacts.ListsPeople(p.Text.Plain)).SelectMany(p => OfText(p.Text)));
        }

        return target is null ? rules : rules.Count == 0 ? [new(sections.First().Line, null, null, target)] : [.. rules.Select(r => r with { Target = r.Target ?? target })];
    }

    // "After 30 minutes, to security, if" above a list: the label says when and to whom, its items say if.
    static bool IsTimed(Section label) => label.Items.Count > 0 && Durations.Minutes(label.Title.Plain) is not null;

    static EscalationRule OfLabel(Section label) =>
        new(label.Line, Durations.Minutes(label.Title.Plain), Condition(label, [.. label.Items.Select(i => i.Text)]), TargetIn(label.Title.Plain));

    // "+-- 15 min, no progress --> SHIFT LEADER": a tree that was drawn.
    static IEnumerable<EscalationRule> OfTree(Section section) =>
        section.Fences.SelectMany(f => f.Text.Split('\n').Take(MostBranches).Index().Select(l => (Line: f.TextLine + l.Index, Branch: Branch().Match(l.Item))))
            .Where(l => l.Branch.Success)
            .Select(l => new EscalationRule(l.Line, Durations.Minutes(l.Branch.Groups["when"].Value), l.Branch.Groups["when"].Value.Trim(), l.Branch.Groups["who"].Value.Trim()))
            .Where(rule => rule.AfterMinutes is not null);

    const int MostBranches = 60;

    [GeneratedRegex(@"(?<when>\d[^<>|→]{2,60}?)\s?(-{1,4}>|→)\s?(?<who>\p{L}[^|→<>]{2,60}?)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Branch();

    static bool Names(string text) => TargetIn(text) is not null || text.Contains('→') || text.Contains(':');

    static string? Condition(Section section, List<Prose> entries) =>
        entries.Count > 0 ? string.Join("; ", entries.Select(e => e.Plain)) : NullIfEmpty(section.Value.Plain);

    // A contact with a time, or a matrix of levels: "Database | On-call | DBA | CTO".
    static IEnumerable<EscalationRule> OfTable(Table table, Section section, bool zeroBased)
    {
        if (SharesDuties(table)) return [];
        if (PolicyTables.IsPolicy(table) && !table.Header.Any(h => Person().IsMatch(h.Folded))) return OfLevels(table, zeroBased);
        var isEscalation = section.IsWithin(Role.Escalation);
        return section.IsWithin(Role.Escalation, Role.Contacts) && OfMatrix(table, zeroBased) is { } matrix
            ? matrix : OfRows(table, section, isEscalation, zeroBased);
    }

    // "| P0 | 15 min | CTO, all hands |" below "Severity | Response time | Escalation": whom a level goes to; "next business day" is nobody.
    static IEnumerable<EscalationRule> OfLevels(Table table, bool zeroBased)
    {
        var who = table.Header.Index().FirstOrDefault(h => h.Index > 0 && Roles.Of(h.Item.Folded) == Role.Escalation, (Index: -1, Item: Prose.Empty)).Index;
        if (who < 0) yield break;
        foreach (var row in table.Rows.Where(r => r.Cells.Count > who))
        {
            var target = row.Cells[who].Plain.Trim();
            if (LevelOf(table, row, zeroBased) is { } level && target.Any(char.IsLetter) && !Nobody().IsMatch(target) && !Promises.HasTime(target))
                yield return new(row.Line, null, row.Cells[0].Plain, target) { Severity = level };
        }
    }

    static IEnumerable<EscalationRule> OfRows(Table table, Section section, bool isEscalation, bool zeroBased)
    {
        var headers = table.Header.Select(h => h.Folded).ToList();
        var levels = Enumerable.Range(0, headers.Count).Where(i => Level().IsMatch(headers[i])).ToList();
        var time = headers.FindIndex(h => After().IsMatch(h));
        var who = headers.FindIndex(h => Roles.Of(h) is Role.Escalation or Role.Contacts || Person().IsMatch(h));
        var isContacts = headers.Any(Contacts.IsReach) || section.IsWithin(Role.Contacts);
        foreach (var row in table.Rows.Where(r => r.Cells.Count > 1))
        {
            if (levels.Count >= 2) yield return new(row.Line, null, row.Cells[0].Plain, string.Join(" → ",
                levels.Where(l => l < row.Cells.Count).Select(l => row.Cells[l].Plain).Where(cell => !Nobody().IsMatch(cell.Trim()))));
            else if (isEscalation && time >= 0 && time < row.Cells.Count) yield return Timed(table, row, time, who) with { Severity = LevelOf(table, row, zeroBased) };
            else if (isContacts && Timing(row) is { } timing && LevelOf(table, row, zeroBased) is { } level)
                yield return Timed(table, row, row.Cells.ToList().IndexOf(timing), who) with { Severity = level };
            else if (isContacts && Timing(row) is { } when) yield return new(row.Line, Durations.Minutes(when.Plain), when.Plain, row.Cells[0].Plain);
            else if (isEscalation && who > 0 && who < row.Cells.Count)
                yield return new(row.Line, Timing(row) is { } timed ? Durations.Minutes(timed.Plain) : null, row.Cells[0].Plain, NullIfEmpty(row.Cells[who].Plain));
            else if (isEscalation && Timing(row) is { } any)
                yield return new(row.Line, Durations.Minutes(any.Plain), row.Cells[0].Plain, NullIfEmpty(row.Cells.First(c => c != any).Plain));
        }
    }

    static Prose? Timing(Row row) => row.Cells.LastOrDefault(c => Durations.Minutes(c.Plain) is not null);

    // "15-30 min | page the lead | @lead": the time, what to do, and who. A column that counts, and one of numbers to call, name nobody.
    static EscalationRule Timed(Table table, Row row, int time, int who)
    {
        var others = Enumerable.Range(0, row.Cells.Count).Where(i => i != time && !Counts(table, i)).ToList();
        var named = others.Where(i => !(i < table.Header.Count && Contacts.IsReach(table.Header[i].Folded))).ToList();
        var target = who >= 0 && who != time && who < row.Cells.Count ? who : named.Count > 0 ? named[^1] : row.Cells.Count - 1;
        var condition = named.Where(i => i != target).Select(i => row.Cells[i].Plain).FirstOrDefault(cell => cell.Length > 0) ?? row.Cells[time].Plain;
        return new(row.Line, Durations.Minutes(row.Cells[time].Plain), NullIfEmpty(condition), target == time ? null : NullIfEmpty(row.Cells[target].Plain));
    }

    static bool Counts(Table table, int column) => table.Rows.All(r => r.Cells.Count <= column || r.Cells[column].Plain is { Length: <= 2 } cell && !cell.Any(char.IsLetter));

    static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    // "run `rate(x[5m])` in Grafana → Explore": a time within a command calls nobody.
    static string WithoutCommands(Prose text)
    {
        if (!text.Codes.Any(c => c.Text.Contains(' ') || c.Text.Contains('['))) return text.Plain;
        var plain = text.Plain.ToCharArray();
        foreach (var code in text.Codes.Where(c => c.Text.Contains(' ') || c.Text.Contains('['))) plain.AsSpan(code.Start, code.End - code.Start).Fill('_');
        return new(plain);
    }

    static readonly Sieve MayEscalate = new(
        [SaysSo(), CallsSomebody(), CallsFurther(), CallsInTime(), TellsInTime(), CallsInFurtherLanguages(), ClosingPost(), CallsDepartment(), PostAtOnce()],
        "escala", "eskal", "escale", "escalon", "page", "call", "wake", "contact", "phone", "after ", "thing else", "hand over", "hand it over", "min", "llam", "cham", "acion",
            "ligue", "ligar", "anrufen", "verständigen", "hinzuziehen",
        "dba", "noc", "ring", "get the", "get our", "tell", "told", "liga", "→", "->", "bel ", "préven", "prévien", "avis", "avvis", "svegli", "appel", "chiama", "notify", "inform",
            "ping @", "эскалац", "エスカレ", "kontakt", " po ", "väck", "larma", "dzwo", "powiadom", "not ", "au bout de", "joindre", "réveill", "alerter", "holen", "rufen",
            "wecken", "informieren", "alarmieren", "same m", "that m", "woken", "bleep", ", ext", ", tel", "subito", "sofort", "umgehend", "tout de suite",
            "immédiat", "immediat", "inmediat", "imediat", "enseguida", "meteen", "vække", "varsle", "tilkald",
        // "The duty officer at once.", "nach 30 Min: Ines"
        "immediately", "at once", "right away", "straight away", "within ", "nach ", "na ", "dopo ", "après ", "tras ", "após ");

    // Several patterns, for a method as large as all of them would not be optimised by the runtime.
    static bool Escalates(string text) =>
        MayEscalate.Holds(text)
            && !(ByTemplate().IsMatch(text) && Durations.Minutes(text) is null)
            && (SaysSo().IsMatch(text) || CallsSomebody().IsMatch(text) || CallsFurther().IsMatch(text) || CallsDepartment().IsMatch(text)
                || InTime.IsMatch(text) || ClosesWithWhom(text));

    // "efter 20 minuter: ring databaskonsulten", "po 20 minutach dzwonisz do kierownika"
    [GeneratedRegex(
        @"\b(efter|etter) \d+ ?(min\w*|tim\w*|h)\b[^.]{0,40}\b(ring|kontakta?|väck|vække|larma|varsle|tilkald)\b|"
        + @"\b(ring|kontakta?|väck|larma|varsle|tilkald) \p{L}+( \p{L}+)? (omedelbart|genast|direkt|straks|med det samme|umiddelbart)\b|"
        + @"\b(nie|nadal|wciąż|dalej)\b[^.:]{0,60}\bpo \d+ ?(min\w*|godz\w*|dni\w*)( roboczych)?: \p{L}|"
        + @"\bpo \d+ ?(min\w*|godz\w*|h)\b[^.]{0,60}\b(dzwo\w+|zadzwo\w+|eskaluj\w*|powiadom\w*)|\b(za)?dzwoń (natychmiast|od razu)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CallsInFurtherLanguages();

    // "escalate to the lead", "hand it over to"
    [GeneratedRegex(
        @"(?<!\b(not|n't|never|no need to|nicht|no) )\b(escalate|escalating|escalates to|eskalier\w*|escalar|escale|escalare|escaladez)\b|"
        + @"^(eskalation|escalation|escalade|escalada|escalación|escalação) (sofort|immédiate|inmediata|imediata|immediate(ly)?|nach|after|après|tras|após|an|to|a|à|"
        + @"para|vers)\b|\bescalader?\b|\bescal[ae] (al?|a la|ao|à)\b|\bescalon(ar|em?|a-se)\b|\bhand( it)? over to\b|эскалац\w*|エスカレ",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SaysSo();

    // "page the DBA", "call the hotline", "die Bereitschaft anrufen"
    [GeneratedRegex(
        @"\bcall (the|our) (carrier|provider|vendor|hoster|isp|supplier|data ?cent(er|re)|colo|bank|acquirer)\b|"
        + @"(^|[.,:;>] )page (?-i:\p{Lu}\p{Ll}{2,})(?=[,.;]|$| \()|\bavis[ae]r? (al?|a la) [\p{L} ]{2,40}(de inmediato|inmediatamente|enseguida)\b|"
        + @"\b(call|page|ring|phone|wake) (?-i:\p{Lu}\p{Ll}{2,})(?= (if|when|after|unless|wenn|si) )|"
        + @"\btell (the )?(security|infosec|legal|compliance|management)( team)? (before|first|right away|at once|immediately|now)\b|\bping @[\w.-]+|"
        + @"\btell (the )?(\w+ ){0,3}(lead|manager|officer|director|on-?call|commander) (straight away|right away|at once|immediately|now)\b|"
        + @"\bpage (the )?(\w+ ){0,3}(on-?call|lead|team|manager|dba|netops|noc|security|network|storage|secondary|primary|director|(?-i:[LNT])[1-4])\b|"
        + @"\bpage (?-i:\p{Lu})[\w-]+ (right away|at once|immediately|straight away)\b|\bpage [a-z]+-(eng\w*|team|oncall|sre|ops|infra|data)\b|"
        + @"\b(j'|on |nous )(appelle|appelons|prévient|prévenons) (tout de suite |immédiatement )?(le|la|les|l')\b|\bprévenir (le|la|les|l')|\bwake up (?-i:\p{Lu})|"
        + @"\b(chiamare|avvisare|svegliare) (?-i:\p{Lu})\p{L}+|\bis (told|paged|called|informed) (at once|immediately|right away|now)\b|"
        + @"\b(call|wake|contact|phone|ring) (the )?(\w+ ){0,2}(on-?call|on duty|engineer|technician|dba|lead|manager|coordinator|director)\b|"
        + @"\b(any|every|some)thing else\W[^.]{0,20}\b(call|ring|phone|page|ask)\b|\bllam(a|e|ar) (a|al|a la)\b|\b(chame|chamar|acione|acionar)( \w+mente)? (o|a)\b|"
        + @"\blig(a|ue|ar)( \w+)? (para (o|a)|pra|pro|ao)\b|\b(?<!\b(kolleg|kund|nutzer|benutzer|absender|betroffene|fahrer|anrufer)\p{L}* )((?-i:anrufen|(?<=^|"
        + @"[.;:] )Anrufen)|verständigen|"
        + @"hinzuziehen)\b|\b(call|phone|ring|wake|appele[rz]) (?-i:\p{Lu}\p{Ll}+)(?= (now|immediately|at once|right away|straight away|first)\b|[.,;!]|$)|"
        + @"\b(call|page|phone|ring|wake) the [\w' -]{2,60}\b(right away|at once|immediately|now)\b|(→|->) (the )?(\w+ ){0,3}(officer|lead|manager|on-?call|director|"
        + @"head of \w+)\b[^.]{0,12}\b(at once|immediately|right away|whatever the hour|day or night)\b|"
        + @"\bcall the (\w+'s?'? ){0,2}(head of|on-?call|noc|hotline|help ?desk|support line|vendor)\b|"
        + @"\b(is|are|gets) (called|paged|phoned|woken) by the (incident )?(lead|manager|commander|on-?call)\b|"
        + @"\bpage (the )?((first|second|third|1st|2nd|3rd) (line|level)|tier [1-4])\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CallsSomebody();

    // A time in digits, or one of the words without which none is told otherwise.
    static readonly Sieve InTime =
        new([CallsInTime(), TellsInTime(), CallsInFurtherLanguages()],
            "after", "within", "binnen", "nach", "innerhalb", "dopo", "immediately", "at once", "right away", "straight away", "sofort", "call vendor", "call carrier",
            "omedelbart", "genast", "direkt", "straks", "samme", "umiddelbart", "natychmiast", "od razu")
        {
            Or = text => text.AsSpan().ContainsAnyInRange('0', '9') || !System.Text.Ascii.IsValid(text),
        };

    // "after 30 min call the lead", "not green in 20 min: page the manager"
    [GeneratedRegex(
        @"\bafter (an?|one|two|three|half an|\d+) ?(h|hours?|min\w*)\b[^.:]{0,80}[:,]? (call|ring|speak to|talk to|page|phone|wake|tell|get) (the )?\p{L}|"
        + @"\b\d+ ?min(ute)?s?, (then|dann|luego|después|puis) (?-i:L[1-4])\b|\b(après|nach|after|depois de|después de|dopo) (les )?\d+ ?(m|min|mn|minutes?|minuten|"
        + @"minutos|minuti|h|hours?|heures?|stunden?|horas?)\b[^.]{0,20}(→|->|:? ?\b(prévenir|appeler|informer)\b)|"
        + @"\bfor \d+ ?(m|min|minutes?|h|hours?) ?(→|->) ?(the )?[\w -]{0,30}\b(dba|on-?call|team|lead|manager|engineer|sre|support|ops)\b|"
        + @"\bafter \d+ \w+,?\b[^.]{0,60}\b(is|are|gets?) (told|informed|paged|called|woken)\b(?! first)|\b\d+ ?min\w*\b[^.]{0,40}\bavis(e|ar|en)\b|"
        + @"\b(call|phone|ring|page|wake|contact|notify|inform|tell)\b[^.]{0,60}\b(after|within) \d+ ?(m|h)|"
        + @"\b(after|within|binnen|nach|innerhalb|após|dopo|après|después de)\b[^.]{3,80}\b(call|ring|phone|page|bel|chiama(re)?|appele[rz]?) (?-i:\p{Lu})\p{L}+|"
        + @"\b(not|n't|nothing)\b[^.]{0,40}\b(in|for|after|within) \d+ ?(m|min|minutes?|h|hours?)\b[^.]{0,60}(:|→|->|,)? ?\b(page|call|get|ring|wake|ask) (the|our|"
        + @"your) |\b(?-i:DBAs?|NOC|CISO|SRE)( on-?call)? (immediately|at once|right away|straight away|(after|within) \d+ ?(m|min\w*|h|hours?)\b)|"
        + @"\b(?-i:DBA|NOC)-?[\p{L}-]{0,20} (nach \d+|sofort)\b|\bafter \d+ ?(m|min|minutes?)\b[^.]{0,30}\bcall the head\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CallsInTime();

    // "tell the lead if it takes more than 20 min", "the duty officer at once", "after 10 min → Ines"
    [GeneratedRegex(
        @"\b(tell|inform|notify|call) the [\w -]{2,40}\b(lead|manager|team|on-?call|office|director|head) if it takes (more|longer) than \d+ ?(m|h)|"
        + @"^\W*(after|nach|na|dopo|après|tras|após) \d+ ?(m|min\w*|h|hours?|stunden?|uur)\b[^.:→]{0,60}(:|→|->) (?-i:\p{Lu}\p{Ll}{2,})(?=,| \(|\.?$)|"
        + @"(^|[.;] )(the )?([\p{L}-]+ ){0,2}(officer|manager|director|lead|on-?call|counsel|coordinator) (immediately|at once|right away|"
        + @"(after|within) \d+ ?(m|min\w*|h|hours?))(?=[.,;]|$)|(^|[.;] )(?-i:(?!Re|Wait|Check|Try|Stop|Start|Run|"
        + @"Look|Do|Scale|Kill|Only|Not|Then|Alert|Page|Call|Escal|Expire|Fire|Clear|Usual|Always|Never|Again|Once|"
        + @"Close|Drain|Flush|Purge|Fail|Even|Still|And|Or|But|Just|Soon|Shortly|Right|Back|Gone)\p{Lu}\p{Ll}{2,}) after \d+ ?(m|min|minutes?|h|hours?)\b(?=[,.;]|$)|"
        + @"\b(immediately|at once|right away|(after|within) \d+ ?\w+): (the )?([\w-]+ ){0,3}(lead|on-?call|manager|vendor|support|team|desk|engineer|director)\b|"
        + @"\b\d+ ?(m|min\w*|h|hours?)\b[^.:]{0,60}: (wake|call|ring|page|phone) (the|our) (?!(api|endpoint|script|function|url|hook|webhook|job|procedure|method)\b)\p{L}|"
        + @"\bcall (vendor|carrier) \w+|\b\d+ ?(m|min\w*|h|hours?)\b[^.]{0,20}(→|->) (?-i:\p{Lu}\p{Ll}{2,}( (of|the|\p{Lu}\p{L}+)){0,4})(?=[.,;(]|$| \()|"
        + @"\bnot\b[^.]{0,60}\b\d+ ?(m|min\w*|h|hours?)( (after|later|since)\b[^.,]{0,30})?, (the |our )?([\w-]+ ){0,3}"
        + @"(lead|on-?call|manager|vendor|support|team|desk|engineer|director|hotline|(?-i:IT|NOC|DBAs?))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TellsInTime();

    [GeneratedRegex(
        @"^(—|–|-|n/?a|none|no|(nobody|no one)( \w+){0,3}|not (needed|necessary|required)|no hace falta|no aplica|não (é )?necess\w+|não se aplica|"
        + @"nicht (nötig|erforderlich)|keine?|inutile|non necessario|niet nodig)?(\.?|[,.;:] .{0,80})$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Nobody();

    // "SEV3/4: nobody, a ticket is enough"
    [GeneratedRegex(@"^[^:]{2,40}:\s(nobody|no one|no-one|niemand\w*|nadie|ninguém|personne|nessuno)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex CallsNobody();

    [GeneratedRegex(@"^escalate to$|^escalation (contacts?|targets?|path|to)$|^(to whom|who to (call|page|contact))|^(escalar (a|para)|eskalieren an|eskalation an)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Targets();

    [GeneratedRegex(@"^(level|l|tier|stufe|nivel|niveau|livello)\s*\d|^(primary|secondary|tertiary|first|second|third|1st|2nd|3rd|4th)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Level();

    [GeneratedRegex(@"^(after|time|when|elapsed|escalate after|wait|timeout|delay|nach|zeit|wann|cuando|quando|quand|tiempo|tempo|delai)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex After();

    [GeneratedRegex(
        @"^(whom?|escalate to|escalar (a|para)|eskalieren an|escalada a|vers|hacia|notify|ring|call|page|wake|contact|role|team|person|target|wer|(an )?wen|rolle|(a )?quien|"
        + @"(a )?quem|qui|chi)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Person();
}
