using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Names in a row, as "`A`, `B` and `C`": where the row as such says that they are alerts.</summary>
internal static partial class Alerts
{
    // "Detection: `VideoJoinFailureRate` (Prometheus), or a call from a customer"
    static IEnumerable<string> Detecting(List<Section> sections) =>
        sections.Where(s => Procedures.Detects().IsMatch(s.Folded) && s.Value.Codes is [{ Start: < 3 }, ..]).SelectMany(s => RowFrom(s.Value, 0).Names).Where(IsNoState);

    // "Priority P1. `CheckoutSlow` / `CheckoutErrors`." among the first words: a sentence that is nothing but names.
    static IEnumerable<string> OfOneSentence(Prose text)
    {
        for (var i = 0; i < text.Codes.Count; i++)
        {
            if (text.Plain.AsSpan(0, text.Codes[i].Start).TrimEnd() is not ([] or [.., '.' or ')' or ']'])) continue;
            var (names, end) = RowFrom(text, i);
            if (names.Count > 0 && names.TrueForAll(IsNoState) && text.Plain.AsSpan(end) is ['.'] or ['.', ' ', ..]) return names;
        }

        return [];
    }

    // "`BATCH_LATE` shout message", "`AS2_PORT` or `INBOX_AGE` red"
    static IEnumerable<string> Sent(Prose text) =>
        text.Codes is [{ Start: 0 }, ..] && RowFrom(text, 0) is { Names: { Count: > 0 } names } row && names.TrueForAll(name => Check().IsMatch(name))
            && IsSent().IsMatch(text.Plain[row.End..])
            ? names : [];

    // "Symptoms (`WriteTimeouts`, `NodeDown`): nobody can top up"
    static IEnumerable<string> BehindLabel(Section field) =>
        field.Paragraphs.FirstOrDefault(p => p.Line == field.Line) is { Text: { Codes.Count: > 0 } text } && LabelWithNames().IsMatch(text.Plain)
            ? RowFrom(text, 0).Names.Where(IsNoState) : [];

    [GeneratedRegex(@"^\p{L}+ \([^)]{4,200}\)\s?:")]
    private static partial Regex LabelWithNames();

    // "`NodeDiskFull` on `cache01`, P3. Nearly always the log.", "`HL7_QUEUE_DEPTH` · Priority 3": what a procedure opens with and rates.
    static IEnumerable<string> Rated(Prose text) =>
        text.Codes is [{ Start: 0 } first, ..] && (IsNoState(first.Text) || Check().IsMatch(first.Text)) && RatedBehind().IsMatch(text.Plain.AsSpan(first.End))
            ? [first.Text, .. Beside(text, first)] : [];

    /// <summary>The level behind the names that a procedure opens with: "`NodeDiskFull` - P2 (P1 on the master)", "NodeDiskFull (P3), NodeDiskGone (P1)": the one that it
    /// starts at.</summary>
    public static string? RatingOf(Prose text, bool zeroBased) =>
        Rated(text).Any()
            ? Severities.OfCode(text.Plain[text.Codes[0].End..], zeroBased) ?? Severities.OfTag(text.Plain[text.Codes[0].End..], zeroBased)
            : ((RatedBare().Match(text.Plain) is { Success: true } bare || (bare = RatedApart().Match(text.Plain)).Success) && Titles.IsAlertName(bare.Groups["name"].Value)
                || (bare = RatedInCapitals().Match(text.Plain)).Success)
            ? Severities.OfCode(bare.Groups["level"].Value, zeroBased)
            : null;

    // "CertEndsSoon (P3), CertEnds (P1!)", without marks.
    static IEnumerable<string> RatedWithoutMarks(Prose text) =>
        RatedInCapitals().Match(text.Plain) is { Success: true } shouted
            ? shouted.Groups["name"].Captures.Select(c => c.Value)
            : RatedApart().Match(text.Plain) is { Success: true } apart
            ? [.. Enumerable.Repeat(apart.Groups["name"].Value, 1).Where(IsNoState)]
            : RatedBare().IsMatch(text.Plain)
            ? NameWithLevel().Matches(text.Plain).Select(m => m.Groups["name"].Value).Where(IsNoState)
            : [];

    [GeneratedRegex(@"^(?<name>[A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*)\s?\((?<level>(P|SEV[- ]?|Sev ?)[0-5])\W{0,2}\)", RegexOptions.ExplicitCapture)]
    private static partial Regex RatedBare();

    // "LedgerMismatch, S0 because it is about money", "QueueStuck / P1": the name, and at once its level.
    [GeneratedRegex(@"^(?<name>[A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*)(,| ?[/|·–—-]) ?(?<level>(P|SEV[- ]?|Sev ?)[0-4](?![\w-]|\.\d)|"
        + @"S[0-4](?=$|[.,;:)]($|\s)|\s(because|since|as|when|if|unless|until|always|during|at)\b))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex RatedApart();

    // "nagios says: BIND_SERIAL_MISMATCH      prio P2", "alert DRBD_CONN / prio P1", "MD_DEGRADED, its P2 because"
    [GeneratedRegex(
        @"^(?-i:\p{L}[\p{L} ]{1,20}:?\s+)?(?<name>(?-i:[A-Z][A-Z0-9]+(_[A-Z0-9]+)+))((,|/| or| and| oder|"
        + @" und)\s?(?<name>(?-i:[A-Z][A-Z0-9]+(_[A-Z0-9]+)+)))*([\s,/(·|–—-]|prio\w*:?|sev\w*:?|its|is)*(?<level>(P|SEV[- ]?)[0-5])\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex RatedInCapitals();

    [GeneratedRegex(@"\b(?<name>[A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*)\s?\((P|SEV[- ]?|Sev ?)[0-5]\W{0,2}\)", RegexOptions.ExplicitCapture)]
    private static partial Regex NameWithLevel();

    // "- CertEndsSoon", "- etcdNoSpace / etcdQuotaLow" among the symptoms: names and nothing else.
    static IEnumerable<string> WithoutMarks(string entry) =>
        entry.Length < 120 && entry.Split('/', ',').Select(n => n.Trim()).ToList() is var names && names.TrueForAll(IsNoState) ? names : [];

    // "`OidcErrorRate`", "`A`, `B`": a line of its own.
    static IEnumerable<string> Alone(Prose text) =>
        text.Codes is [{ Start: 0 }, ..] && IsOnlyNames(text) && text.Codes.All(c => IsNoState(c.Text)) ? text.Codes.Select(c => c.Text) : [];

    // "`BuildFailed`, `BuildStale` · severity: warning"
    static IEnumerable<string> Beside(Prose text, Mark first)
    {
        var end = first.End;
        foreach (var code in text.Codes.Skip(1)
            .TakeWhile(c =>
                text.Plain[end..c.Start].Trim() is "" or "," or "/" or "+" or "and" or "und" or "y" or "e" or "et" or "or" or "oder" or "o" or "ou"
                    && Titles.IsAlertName(c.Text)))
        {
            yield return code.Text;
            end = code.End;
        }
    }

    // "QUEUE_BLOCKED - prio 2", "POSTING_ERR_RATE (P1), STUCK_THREADS (P1)"
    [GeneratedRegex(
        @"^(?<name>[A-Z][A-Z0-9]+(_[A-Z0-9]+)+)\s+(?=[(–—-])"
        + @"(\([^()]{1,60}\)(\s?[,;/+]|\s(and|or|und|oder|y|o|e|et|ou)\b)\s?(?<name>[A-Z][A-Z0-9]+(_[A-Z0-9]+)+)\b\s?)*",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfCapitals();

    [GeneratedRegex(
        @"^[^.!?]{0,80}[·,;(|–—-]\s*((priority|prio|severity|sev|stufe|level|prioridad|prioridade|priorité|gravité) ?[:=]?\s*)?([PS]|SEV-?)?[0-5]\b|"
        + @"^[^.!?]{0,80}[·|]\s*(severity|sev|priority|prio|schweregrad|gravedad|gravidade|gravité|gravità)\s*:\s*\W{0,2}\p{L}{3,}|"
        + @"^\s?\((critical|high|medium|low|warning|info)\)(?=\s*([.,;:–—-]|$))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex RatedBehind();

    // "# api-5xx-high", and below it "Meaning", "Impact": a page for each alarm, titled by its name.
    static bool IsFormOfAlarm(Region region) =>
        region.IsSection && AlarmInKebabCase().IsMatch(region.Title)
            && (ExplainsItself(region.Section)
                || region.Section.Parent?.Children.Any(other => AlarmInKebabCase().IsMatch(other.Title.Plain) && ExplainsItself(other)) == true);

    static bool ExplainsItself(Section section) => section.Children.Any(c => c is { IsHeading: true, Role: Role.Meaning });

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+){1,8}$", RegexOptions.ExplicitCapture)]
    private static partial Regex AlarmInKebabCase();

    // "## LoginStorm", and below it "Pager: `ArenaLoginErrors`": the title calls the trouble, and the field the alert.
    static IEnumerable<string> InTitleOrFields(Region region, List<Section> sections) =>
        InFields(region, sections).ToList() is var fields && fields.Count > 0 && sections.Exists(s => s.Role == Role.Alert && Label.NamesPager(s.Folded))
            ? fields : InTitle(region).Concat(fields).Concat(InOwnTable(region, sections)).Concat(InSeverity(sections));

    // "Severity: critical. `DiskFilling` is the same four hours earlier."
    static IEnumerable<string> InSeverity(List<Section> sections) =>
        sections.Where(s => s is { Role: Role.Severity, Level: >= Section.Field }).SelectMany(s => s.Value.Codes).Select(c => c.Text).Where(IsNoState);

    // "alert | sev | fires when" as the first thing below a heading: its own alerts, unless the rows lead elsewhere.
    static IEnumerable<string> InOwnTable(Region region, List<Section> sections) =>
        !region.IsSection
            ? []
            : sections.SelectMany(s => s.Tables)
                .Where(t => region.Holds(t.Line) && t.Line <= region.Line + OpeningLines && t.Header.Count > 1 && QuickReference.AlertColumn(t) == 0
                    && !QuickReference.LeadsElsewhere(t))
            .SelectMany(t => t.Rows).Where(r => r.Cells.Count > 0).SelectMany(r => QuickReference.NamesIn(r.Cells[0]));

    // "Trigger: `SIP2 port 6001 unreachable`": what alone is set apart is the name, of however many words.
    static string? CalledByWords(Prose value) =>
        value.Codes is [{ Start: 0, Text: { Length: < 80 } name } code] && name.Contains(' ') && value.Plain.AsSpan(code.End).Trim(" .").IsEmpty
            && name.AsSpan().IndexOfAny(QueryMarks) < 0 && !IsName(name) && InlineCommands.LanguageOf(name) is null
            ? name : null;

    // "Alert | PAS Web Availability", "Alerts | AG Data Loss <br> SQL blocking > 60s": what a form names is a monitor's, of however many words.
    static IEnumerable<string> InPlainWords(Prose value)
    {
        if (value.Codes.Count > 0 || value.Links.Count > 0) return [];
        var (parts, start) = (new List<string>(), 0);
        foreach (var at in value.Marks.Where(mark => mark.Kind == MarkKind.Break).Select(mark => mark.Start).Append(value.Plain.Length))
        {
            parts.AddRange(value.Plain[start..at].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            start = at;
        }

        return parts.TrueForAll(part => MonitorTitle().IsMatch(part) && !Nothing().IsMatch(part.Split([',', '(', ' '])[0])) ? parts : [];
    }

    [GeneratedRegex(@"^[\p{Lu}\d][\p{L}\d_-]*( [\p{L}\d<>=%&/_-]+){1,6}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex MonitorTitle();

    static readonly System.Buffers.SearchValues<char> QueryMarks = System.Buffers.SearchValues.Create("{}()[]<>=$|/");

    static bool IsNoState(string name) => Titles.IsAlertName(name) && !State().IsMatch(name);

    // The names from this code span on that nothing but commas, slashes and "and" parts, and where they end.
    static (List<string> Names, int End) RowFrom(Prose text, int first) => RowFrom(text, text.Codes[first]);

    static (List<string> Names, int End) RowFrom(Prose text, Mark first)
    {
        var (names, end) = (new List<string>(), first.Start);
        foreach (var code in text.Codes.SkipWhile(c => c != first))
        {
            if (!IsName(code.Text) || (names.Count > 0 && !Between().IsMatch(text.Plain[end..code.Start]))) break;
            names.Add(code.Text);
            end = code.End;
        }

        return (names, end);
    }

    // "<AlertName>" of a template is nobody's yet.
    [GeneratedRegex(@"^(none|no|n/?a|nothing|nenhum|ningun[ao]?|keine?r?|aucune?|nessun[oa]?|geen|нет|(the|your)?_?alert_?name)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^(it |this )?(pages|alerts|fires|rings|comes in|shows up|arrives) as\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PagesAs();

    // "Pages as `web-uptime-failing` from Better Stack", "`pg-connections-90` fires at 90 %", "alert name is `webhook-5xx`."
    static IEnumerable<string> Announced(Prose text) =>
        text.Codes.Where(c => AnnouncedName().IsMatch(c.Text) && (AnnouncesName().IsMatch(text.Plain[..c.Start]) || FiresBehind().IsMatch(text.Plain[c.End..])))
            .Select(c => c.Text).Concat(AnnouncedBare().Matches(text.Plain).Select(m => m.Groups["name"].Value).Where(IsNoState));

    // "pages as AuthSlow.", "the alert is QueueStuck, S1", without marks.
    [GeneratedRegex(
        @"((^|[.;!] )((it|this) )?([Pp]ages|[Aa]lerts|[Ff]ires|[Rr]ings|[Cc]omes in|[Aa]rrives) as|\b([Aa]lert|[Aa]larm|[Mm]onitor)( name)? is( called| named)?) "
        + @"(?<name>[A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*)(?![\w(/-]|\.\w)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex AnnouncedBare();

    [GeneratedRegex(@"^[A-Za-z][\w-]{1,40}[-_][\w-]{1,40}$")]
    private static partial Regex AnnouncedName();

    [GeneratedRegex(@"(^|[.;!] )((it|this) )?(pages|alerts|fires|rings|comes in|arrives) as $|\b(alert|alarm|monitor)( name)? is( called| named)? $",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex AnnouncesName();

    [GeneratedRegex(@"^ (fires|goes off|pages|is firing|alerts) (at|when|if|above|below|after|once|from)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex FiresBehind();

    [GeneratedRegex(
        @"^(?<name>[A-Z][A-Z0-9]+(_[A-Z0-9]+){1,6})\s+[–—-]\s|\s/\s(?<name>[A-Z][A-Z0-9]+(_[A-Z0-9]+){1,6})$|"
        + @"\((alarm|alert|alarma|alerta)?:?\s?(?<name>[A-Z][A-Z0-9]+(_[A-Z0-9]+){1,6})(\s?[,;/][^()]{0,40})?\)\s*$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex InCapitalsApart();

    // "Alertes FILE_PLEINE et FILE_MUETTE — gravité moyenne", "La file (alerte MQ_PROFONDEUR)", "Coupures bloquées, COUPURE_ECHEC, critique"
    internal static IEnumerable<string> ShoutedIn(string title) =>
        InCapitalsApart().Match(title) is { Success: true } apart
            ? [apart.Groups["name"].Value] : CalledInTitle().Matches(title).SelectMany(m => m.Groups["name"].Captures).Select(c => c.Value);

    [GeneratedRegex(
        @"\b(alert|alarm|alerte|alerta|alarma|alarme|allarme)[sn]?:?\s(?<name>(?-i:[A-Z][A-Z0-9]+(_[A-Z0-9]+)+))((,| et| and| und| y| e|"
        + @" /)\s(?<name>(?-i:[A-Z][A-Z0-9]+(_[A-Z0-9]+)+)))*|,\s(?<name>(?-i:[A-Z][A-Z0-9]+(_[A-Z0-9]+)+))(?=,|$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex CalledInTitle();

    // "Ladder 1: lag (alerts LagHigh / LagCritical)", "Ladder 2: DiskAlmostFull"
    static List<string> AnnouncedInTitle(string title) =>
        (AnnouncedInBrackets().Match(title) is { Success: true } brackets ? brackets : BehindCount().Match(title)) is { Success: true } found
            ? [.. found.Groups["name"].Captures.Select(c => c.Value).Where(IsNoState)] : [];

    [GeneratedRegex(
        @"\((alerts?|alarms?|alertas?|alarmas?|alarme|alertes?|allarm[ei]):?\s+`?(?<name>[A-Z]\w{4,80})`?"
        + @"((,|\s?/|\s(and|or|und|oder|y|o|e|ou|et))\s?`?(?<name>[A-Z]\w{4,80})`?)*\)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex AnnouncedInBrackets();

    [GeneratedRegex(@"^\W{0,4}\p{L}{3,16} \d{1,2}[a-z]?\s?[:.–—-]\s+(?<name>[A-Z]\w{4,80})\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex BehindCount();

    // "CCMS alarm QUEUE_IS_FULL", "monitoring reports QUEUE_IS_FULL" among the symptoms.
    static IEnumerable<string> InCapitals(Prose text) => CalledInCapitals().Matches(text.Plain).SelectMany(m => m.Groups["name"].Captures).Select(c => c.Value);

    [GeneratedRegex(
        @"((alarm|alert|alarma|alerta|alerte|allarme|event|meldung)s?|(monitoring|überwachung|monitoreo|monitoraggio|supervision) (meldet|zeigt|reports|says|shows|"
        + @"raises|signale|segnala|avisa|informa)) (?<name>(?-i:[A-Z][A-Z0-9]+(_[A-Z0-9]+)+))\b"
        + @"((,| and| or| und| oder)( (and|or|und|oder)(?=,))?(, [^,.]{3,40},)? (?<name>(?-i:[A-Z][A-Z0-9]+(_[A-Z0-9]+)+))\b)*",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex CalledInCapitals();

    // "Amber. `DiskHigh`, at 85 percent": in the first words, what is called as alerts are.
    static IEnumerable<string> CalledAsAlerts(Prose text)
    {
        var open = -1;
        foreach (var code in text.Codes.Where(c => Titles.IsAlertName(c.Text) && !State().IsMatch(c.Text)))
        {
            // "`ClientsWaiting` or `QueueGrows`": the other as well.
            var follows = open >= 0 && Between().IsMatch(text.Plain[open..code.Start]);
            open = (follows || SaysWhatIsWrong().IsMatch(code.Text)) && !IsOfAnotherKind(text, code) ? code.End : -1;
            if (open >= 0) yield return code.Text;
        }
    }

    // "*high*. QueuedHigh / WorkersMissing", "P3 (P2 for payments). Alert name WaitLong": what stands in the first words, behind a level.
    static IEnumerable<string> BesideLevel(Prose text) =>
        text.Plain.Length > 200 || !OpensWithLevel().IsMatch(text.Plain)
            ? []
            : text.Codes.Where(c => !IsOfAnotherKind(text, c)).Select(c => c.Text)
                .Concat(CamelWords().Matches(text.Plain).Where(m => !text.Codes.Any(c => c.Start <= m.Index && m.Index < c.End)).Select(m => m.Value))
                .Where(name => Titles.IsAlertName(name) && !State().IsMatch(name));

    [GeneratedRegex(@"^\W{0,4}((P|SEV[- ]?|S|prio )[0-5]|critical|high|medium|low|warning|info|kritisch|hoch|critique|alta?|cr[ií]tic[ao])\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex OpensWithLevel();

    [GeneratedRegex(@"\b[A-Z][a-z0-9]+([A-Z]+[a-z0-9]+)+\b", RegexOptions.ExplicitCapture)]
    private static partial Regex CamelWords();

    [GeneratedRegex(
        @"(^|[.,;(] ?)(there is )?(no|kein|ohne|sin|sem|pas d['’]|geen|nessun) ?(alerta?|alarme?|alerte|monitor)\b"
        + @"(?! (fires|is firing|name))(?=\s*([.,;)]|$|since\b|for\b|yet\b|the\b|because\b))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex HasNone();

    // "the `OrdersPending` topic", "table `JobsFailed`"
    static bool IsOfAnotherKind(Prose text, Mark code) =>
        OfAnotherKind().IsMatch(text.Plain.AsSpan(0, code.Start)) || KindBehind().IsMatch(text.Plain.AsSpan(code.End));

    [GeneratedRegex(@"^\s?(topic|table|queue|metric|class|column|field|state|status|flag|event|job|task|group|error|exception|log|view|counter|index)s?\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex KindBehind();

    [GeneratedRegex(
        @"[a-z0-9](High|Low|Stale|Queued|Down|Failed|Failing|Lag|Lagging|Late|Missed|Waiting|Saturated|Full|Slow|Stalled|Stuck|Backlog|Growing|Flapping|Unreachable|Unavailable|"
        + @"Missing|Exhausted|Degraded|Dropped|Rising|Expiring|ExpiresSoon|Overload(ed)?|TooMany|Burn|Burning|Sealed|Unhealthy|Offline|Behind)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex SaysWhatIsWrong();

    static bool SaysMore(string text, int name, int code) =>
        text.AsSpan(name, code - name).Contains(". ", StringComparison.Ordinal)
        || text.LastIndexOf('(', code) is >= 0 and var open && open >= name && text.IndexOf(')', open) is var close && (close < 0 || close > code);
}
