using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>The names of the alerts that a procedure answers.</summary>
internal static partial class Alerts
{
    /// <param name="titles">Names that are the title of a procedure: another one speaks of them ("go on with `DiskLow`"), and is not for them.</param>
    public static IEnumerable<string> Of(Region region, List<Section> sections, FrontMatter? matter, bool only, IReadOnlySet<string> titles) =>
        Named(region, sections, titles).Concat(only && matter is not null ? InFrontMatter(matter) : []).Select(a => a.Trim())
            .Where(a => a.Length > 0 && !Nothing().IsMatch(a)).Distinct(StringComparer.Ordinal);

    static IEnumerable<string> Named(Region region, List<Section> sections, IReadOnlySet<string> titles)
    {
        // "## MigrationHung", and below it "`high`, no alert, the release manager calls you."
        if (sections.SelectMany(s => s.Paragraphs).Any(p => p.Line > region.Line && p.Line <= region.Line + 3 && HasNone().IsMatch(p.Text.Plain))) return [];
        var named = InTitleOrFields(region, sections).Concat(InText(region, sections).Where(name => !titles.Contains(name))).ToList();
        if (named.Count > 0) return named;
        named = [.. Detecting(sections)];
        if (named.Count > 0) return named;
        // "- `RegionProbeFailed` from three places" names the alert where nothing else does; else it is what is seen.
        var seen = BeginningSymptoms(sections).ToList();
        if (seen.Count > 0) return seen;
        var beside = sections.SelectMany(s => s.Paragraphs).FirstOrDefault(p => p.Line > region.Line) is { Item: null } opening && opening.Line <= region.Line + 3
            ? BesideLevel(opening.Text).Where(name => !titles.Contains(name)).ToList() : [];
        if (beside.Count > 0) return beside;
        var called = sections.SelectMany(s => s.Paragraphs)
            .Where(p => p.Item is null && region.Holds(p.Line)
                && (p.Line <= region.Line + 4 || p.Line <= region.Line + OpeningLines && LeadHere().IsMatch(p.Text.Plain)))
            .SelectMany(p => CalledAsAlerts(p.Text)).Where(name => !titles.Contains(name)).ToList();
        return called.Count > 0 ? called : Outright(region);
    }

    // "## Alert: API down", "### Monitor: p95 latency > 800 ms": where nothing else is named, the title calls it by words.
    static IEnumerable<string> Outright(Region region) =>
        region.IsSection && OutrightTitle().IsMatch(Words.Bare(region.Section.Title.Plain)) && region.Title is { Length: > 2 and < 80 } title
            && title.AsSpan().IndexOfAny("[{?") < 0
            ? [title] : [];

    // Within these lines a procedure says which alert it is for; further down it speaks of others.
    const int OpeningLines = 12;

    /// <summary>The names that its title gives.</summary>
    public static IEnumerable<string> InTitle(Region region)
    {
        if (Titles.IsAlertName(region.Title)) return [region.Title];
        // "[airflow] SchedulerHeartbeat", "[spark] ExecutorLost / job stuck": behind what it belongs to.
        if (Tagged().Match(region.Title) is { Success: true } belonging && Titles.IsAlertName(belonging.Groups["name"].Value)) return [belonging.Groups["name"].Value];
        if (Titles.AlertsOnly(region.Title) is { Count: > 0 } several) return several;
        if (IsFormOfAlarm(region)) return [region.Title];
        if (Prefixed().Match(region.Title) is { Success: true } prefixed) return [prefixed.Groups["name"].Value];
        var codes = region.IsSection ? region.Section.Title.Codes : region.Row?.Name.Codes ?? region.Item?.Text.Codes.Where(c => c.Start == 0) ?? [];
        // "Whole site `fra` lost": a plain word within a title is what it is about.
        var named = codes.Where(c => c.Start < 5 || !c.Text.All(char.IsAsciiLetterLower)).Select(c => c.Text).Where(t => IsName(t) && !Titles.IsState(t)).ToList();
        // "Orders stay in `SIGNED` - alert `OutboxAge`": beside the alert's own name another one in code says what it is about.
        if (named.Count > 1 && region.IsSection && Enumerated(region.Section.Title).ToList() is { Count: > 0 } announced)
            named.RemoveAll(name => !announced.Contains(name) && !Titles.IsAlertName(name));
        if (named.Count > 0) return named;
        // "disk (DiskFilling, warning)", "INC-A · RenewalFailed": the name stands apart from the words.
        if (Apart().Match(region.Title) is { Success: true } apart && Titles.IsAlertName(apart.Groups["name"].Value)) return [apart.Groups["name"].Value];
        if ((region.IsSection ? Titles.AlertInSnakeCase(region.Section.Title.Plain) : null) is { } bracketed) return [bracketed];
        if (region.IsSection && Apart().Match(region.Section.Title.Plain) is { Success: true } tagged && Titles.IsAlertName(tagged.Groups["name"].Value))
            return [tagged.Groups["name"].Value];
        // "CdnStaleNews (an old headline stays)", "Grading is stuck (GraderLag). Who ate it?"
        if (Explained().Match(region.Title) is { Success: true } explained && Titles.IsAlertName(explained.Groups["name"].Value)) return [explained.Groups["name"].Value];
        // "Q: LoginStorm fired, nobody can log in. What now?"
        if (FiredInTitle().Match(region.Title) is { Success: true } fired && Titles.IsAlertName(fired.Groups["name"].Value)) return [fired.Groups["name"].Value];
        // "LOG_FULL - transaction log full (error 9002)", "Replica stopped / REPL_BROKEN"
        if (region.IsSection && ShoutedIn(region.Section.Title.Plain).Concat(Titles.RatedNames(region.Section.Title.Plain)).ToList() is { Count: > 0 } shouted) return shouted;
        // "API errors - monitor api-5xx-burn"
        if (region.IsSection && Monitored().Match(region.Section.Title.Plain) is { Success: true } monitored) return [monitored.Groups["name"].Value];
        if (region.IsSection && AnnouncedInTitle(region.Section.Title.Plain) is { Count: > 0 } announcedThere) return announcedThere;
        // "HighLatency alert" is named for one; "Pod stays in ImagePullBackOff" is not.
        return Titles.AlertNamesIn(region.Title)
            .Where(n => Camel().IsMatch(n) && !Products.Holds(n) && OnlyAlert().IsMatch(Words.Fold(region.Title.Replace(n, "", StringComparison.Ordinal))));
    }

    // "Alerts: `A`, `B` · Edge: `edge1`"
    static Prose UpToNextField(Prose value) =>
        value.Plain.AsSpan().IndexOfAny('·', '•', '|') is > 1 and var end ? new(value.Plain[..end].TrimEnd(), value.Line, value.MarksWithin(0, end)) : value;

    static IEnumerable<string> InFields(Region region, List<Section> sections)
    {
        foreach (var section in sections.Where(s => s.Role == Role.Alert || IsListOfAlerts(s, region)))
        {
            // What stands beside "Fires when" is a condition, which may name a metric or a group as well.
            var isCondition = Condition().IsMatch(section.Folded);
            if (Nothing().IsMatch(section.Value.Plain.Split([',', '.', ';', '('])[0].Trim())) continue;
            var value = UpToNextField(section.Value);
            if (CalledByWords(value) is { } called) yield return called;
            foreach (var name in Names(value, bare: !isCondition).Where(n => !isCondition || Titles.IsAlertName(n) || IsOnlyNames(value))) yield return name;
            if (!section.Value.IsEmpty) continue;
            foreach (var item in section.Items)
            {
                foreach (var name in Names(item.Text, bare: Token().IsMatch(item.Text.Plain))) yield return name;
            }

            foreach (var paragraph in section.Paragraphs.Where(p => p.Item is null && p.Line != section.Line).Take(1))
            {
                foreach (var name in Names(paragraph.Text, bare: false)) yield return name;
            }

            foreach (var row in section.Tables.SelectMany(t => t.Rows).Where(r => r.Cells.Count > 0))
            {
                foreach (var name in Names(row.Cells[0], bare: true)) yield return name;
            }
        }

        // A form that one procedure fills in; a list of alerts with something beside each is another table.
        foreach (var table in sections.SelectMany(s => s.Tables)
            .Where(t => t.Header.Count == 2 && !t.Rows.Any(r => r.Cells.Count > 0 && Titles.IsAlertName(r.Cells[0].Plain))))
        {
            foreach (var cells in table.Rows.Select(r => r.Cells).Append(table.Header)
                .Where(c => c.Count == 2 && (c[0].Role == Role.Alert || (c[0].Role == Role.Container && Roles.NamesAlerts(c[0].Plain))) && c[1].Role == Role.None))
            {
                var isCondition = Condition().IsMatch(cells[0].Folded);
                var names = Names(cells[1], bare: !isCondition).Where(n => !isCondition || Titles.IsAlertName(n)).ToList();
                foreach (var name in names.Count > 0 || isCondition ? names : InPlainWords(cells[1])) yield return name;
            }
        }

        if (region.Row?.Cell(Role.Alert) is { } cell)
        {
            foreach (var name in Names(cell, bare: true)) yield return name;
        }
    }

    // "### Alerts" within a procedure lists its own.
    static bool IsListOfAlerts(Section section, Region region) =>
        section is { Role: Role.Container, IsHeading: true } && section != region.Section && OwnAlerts().IsMatch(section.Folded);

    // "- `X` alert triggered", "Alert: `X` or `Y`" among the symptoms; "this fires when `X`" in the first words; alertname="X" anywhere.
    static IEnumerable<string> InText(Region region, List<Section> sections)
    {
        foreach (var entry in sections.Where(s => s.Role is Role.Symptoms or Role.Meaning).SelectMany(s => s.Entries)
            .Where(e => (Mentions().IsMatch(e.Plain) || CalledInCapitals().IsMatch(e.Plain)) && !(e.Codes is [{ Start: 0 } first, ..] && IsAThing(e, first))))
        {
            foreach (var name in Names(entry, bare: false).Concat(InCapitals(entry)).Where(n => !IsCalledAnother(entry, n))) yield return name;
        }

        var symptoms = sections.Where(s => s.Role is Role.Symptoms).SelectMany(s => s.Entries).ToList();
        // "Nagios: `HTTP-SHOP-EXT` is red": what a monitoring system calls its check.
        foreach (var entry in symptoms.Where(e => OfMonitors.Holds(e.Plain) && Monitor().IsMatch(e.Plain)))
        {
            foreach (var name in entry.Codes.Where(c =>
                Check().IsMatch(c.Text) || Titles.IsAlertName(c.Text) || (IsCheckName(c.Text) && MonitorBefore().IsMatch(entry.Plain[..c.Start])))
                .Select(c => c.Text).DefaultIfEmpty(BareCheck().Match(entry.Plain).Value).Where(n => n.Length > 0))
                yield return name;
        }

        foreach (var entry in symptoms.Where(e => e.Marks.Count == 0))
            foreach (var name in WithoutMarks(entry.Plain))
                yield return name;
        // "- `QueueStopped` or `QueueRestartLoop`" among the symptoms: names and nothing else.
        foreach (var entry in symptoms.Where(e => e.Codes.Count > 1 && IsOnlyNames(e)))
        {
            foreach (var code in entry.Codes.Where(c => Titles.IsAlertName(c.Text) && !State().IsMatch(c.Text))) yield return code.Text;
        }

        var isTitled = Titles.IsAlertName(region.Title);
        foreach (var paragraph in sections.SelectMany(s => s.Paragraphs).Where(p => region.Holds(p.Line)))
        {
            if (paragraph.Line <= region.Line + OpeningLines && paragraph.Text.Plain.Length < 600)
            {
                foreach (var name in OfAlerts.Matches(paragraph.Text.Plain).SelectMany(m => m.Groups["name"].Captures).Select(c => c.Value).Where(n => !State().IsMatch(n)))
                    yield return name;
                foreach (var name in Enumerated(paragraph.Text)) yield return name;
                // "`alertname: QueueFull` or `QueueStopped`": as the label is called.
                if (paragraph.Text.Codes is [{ Start: < 5 } labelled, ..] && AsLabel().Match(labelled.Text) is { Success: true } said)
                {
                    yield return said.Groups["name"].Value;
                    foreach (var other in paragraph.Text.Codes.Skip(1).Where(c => Titles.IsAlertName(c.Text) && !State().IsMatch(c.Text))) yield return other.Text;
                }

                // "`QueueFull`. Symptoms: ...": a name and nothing else, as the first sentence.
                if (paragraph.Item is null && paragraph.Line <= region.Line + 4 && paragraph.Text.Codes is [{ Start: 0 } first, ..] && Titles.IsAlertName(first.Text)
                    && !State().IsMatch(first.Text) && paragraph.Text.Plain.AsSpan(first.End) is ['.', ..])
                    yield return first.Text;
                if (paragraph.Item is null && paragraph.Line <= region.Line + 4)
                    foreach (var name in OfOneSentence(paragraph.Text).Concat(Rated(paragraph.Text)).Concat(RatedWithoutMarks(paragraph.Text))
                        .Concat(Alone(paragraph.Text)).Concat(Announced(paragraph.Text)).Concat(InCapitals(paragraph.Text)))
                        yield return name;
                // "Pages as `A` and, a minute later, `B`."
                if (PagesAs().IsMatch(paragraph.Text.Plain))
                    foreach (var code in paragraph.Text.Codes.Where(c => Titles.IsAlertName(c.Text) && !State().IsMatch(c.Text)))
                        yield return code.Text;
                // "Alert **A** (P2), from 5 min. **B** (P1), immediately."
                if (OpensWithAlert().IsMatch(paragraph.Text.Plain))
                    foreach (var strong in paragraph.Text.Marks.Where(m =>
                        m.Kind == MarkKind.Strong && Titles.IsAlertName(m.Text.TrimEnd(':', '.')) && !State().IsMatch(m.Text)))
                        yield return strong.Text.TrimEnd(':', '.');
                var monitored = OfMonitors.Holds(paragraph.Text.Plain);
                if (monitored)
                    foreach (Match match in MonitorNames().Matches(paragraph.Text.Plain))
                        if (paragraph.Text.Codes.FirstOrDefault(c => c.Start >= match.Index + match.Length - 1 && c.Start <= match.Index + match.Length + 1) is { } called
                            && IsName(called.Text))
                            foreach (var name in RowFrom(paragraph.Text, called).Names)
                                yield return name;
                if (monitored) foreach (Match match in MonitorSays().Matches(paragraph.Text.Plain)) yield return match.Groups["name"].Value;
            }

            // "When `QueueFull` goes off", "PagerDuty says QueueFull".
            if (paragraph.Line <= region.Line + OpeningLines && paragraph.Text.Plain.Length < 300 && OfGoingOff.IsMatch(paragraph.Text.Plain))
            {
                foreach (var name in Names(paragraph.Text, bare: false).Where(n => Titles.IsAlertName(n) && !State().IsMatch(n))) yield return name;
            }

            // "- `QueueFull`": the list that opens the procedure names its alerts and says no more of them.
            if (paragraph is { OpensItem: true, Text.Codes: [{ Start: < 4 } alone] } && paragraph.Line <= region.Line + 4 && Bare().IsMatch(paragraph.Text.Plain)
                && Titles.IsAlertName(alone.Text) && !State().IsMatch(alone.Text))
                yield return alone.Text;

            // Below a title that is the alert's name, "this alert fires if a `StatefulSet` ..." names what it is about.
            if (!isTitled && paragraph.Line <= region.Line + OpeningLines && OfFiring.IsMatch(paragraph.Text.Plain))
            {
                foreach (var name in Names(paragraph.Text, bare: false).Where(n => !IsCalledAnother(paragraph.Text, n))) yield return name;
            }

            if (!paragraph.Text.Plain.Contains("alert", StringComparison.Ordinal)) continue;
            foreach (Match match in AlertName().Matches(paragraph.Text.Plain)) yield return match.Groups["name"].Value;
        }

        foreach (var fence in sections.SelectMany(s => s.Fences).Where(f => region.Holds(f.Line)))
        {
            foreach (var name in InComments(fence)) yield return name;
            if (!fence.Text.Contains("alert", StringComparison.Ordinal)) continue;
            foreach (Match match in AlertName().Matches(fence.Text)) yield return match.Groups["name"].Value;
            if (ListOfAlerts().IsMatch(fence.Text)) foreach (Match match in ListedName().Matches(fence.Text)) yield return match.Groups["name"].Value;
        }
    }

    static readonly Sieve OfAlerts = new([Named()], "alert", "alarm", "allarm", "алерт");
    static readonly Sieve OfMonitors =
        new([Monitor(), MonitorNames(), MonitorSays()],
            "nagios", "icinga", "check_mk", "checkmk", "zabbix", "prtg", "sensu", "centreon", "scom", "dynatrace", "datadog", "new relic", "cloudwatch", "grafana",
            "solarwinds", "azure monitor", "xymon", "zenoss", "oem", "opsview", "pingdom", "better stack", "betterstack", "uptime", "statuscake", "site24x7");
    static readonly Sieve OfGoingOff =
        new([GoesOff()], "fire", "firing", "goes off", "page", "comes in", "trigger", "auslöst", "kommt", "salta", "dispara", "déclenche", "opsgenie", "victorops", "prometheus",
            "alertmanager", "grafana", "datadog", "new relic", "cloudwatch", "sentry",
            "scom", "zabbix", "nagios", "icinga", "check_mk", "checkmk", "prtg", "dynatrace", "centreon");
    static readonly Sieve OfFiring = new([Fires()], "alert", "alarm", "triggered by", "fired by", "responds to", "respond to");

    static IEnumerable<string> BeginningSymptoms(List<Section> sections) =>
        sections.Where(s => s.Role is Role.Symptoms).SelectMany(s => s.Entries)
            .Where(e => e.Codes is [{ Start: 0 } first, ..] && Titles.IsAlertName(first.Text) && !State().IsMatch(first.Text) && !IsAThing(e, first))
            .SelectMany(e => e.Codes.Select(c => c.Text).Where(c => Titles.IsAlertName(c) && !State().IsMatch(c)))
            .Concat(sections.Where(s => s.Role is Role.Symptoms).SelectMany(s => s.Entries).SelectMany(Sent))
            .Concat(sections.Where(s => s.Role is Role.Symptoms && s.Level >= Section.Field).SelectMany(BehindLabel));

    // "`alarm_outbox` has rows older than a minute": a table, whatever it is called.
    static bool IsAThing(Prose entry, Mark name) => name.Text.Contains('_', StringComparison.Ordinal) && Holding().IsMatch(entry.Plain[name.End..]);

    [GeneratedRegex(@"^\s*(has|have|holds?|contains?|keeps?|grows?|fills?|lists?|hat|enthält|wächst|tiene|crece|tem|cresce|contient|grandit)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Holding();

    // "Trigger: `queue_age_high`, `reject_ratio_high`": a list of names and nothing else.
    static bool IsOnlyNames(Prose value)
    {
        var open = 0;
        foreach (var code in value.Codes)
        {
            if (!IsName(code.Text) || !Between().IsMatch(value.Plain[open..code.Start])) return false;
            open = code.End;
        }

        return open > 0 && value.Plain.AsSpan(open).TrimEnd(" .;").IsEmpty;
    }

    // "Alerts `A`, `B` and `C`": all of a list that nothing but commas and "and" parts.
    static IEnumerable<string> Enumerated(Prose text)
    {
        var open = -1;
        foreach (var code in text.Codes)
        {
            var follows = open >= 0 && Between().IsMatch(text.Plain[open..code.Start]);
            // Checkmk and Nagios tell the state behind the name: `Queue_Depth CRIT`.
            var name = StateBehind().Replace(code.Text, "");
            open = IsName(name) && (follows || BeforeName().IsMatch(text.Plain[..code.Start])) ? code.End : -1;
            if (open >= 0) yield return name;
        }
    }

    static IEnumerable<string> InFrontMatter(FrontMatter matter) =>
        matter.Values.Where(v =>
            v.Key is "alerts" or "alertName" or "alert_names" or "alarms" or "alertas" or "alertes" or "alarme" || Roles.Of(v.Key.Replace('_', ' ')) == Role.Alert)
            .SelectMany(v => v.Value.Split(',')).Select(v => v.Trim().Trim('"', '\''));

    /// <param name="bare">True where a name need not look like one: what stands beside "Alert:" is a name.</param>
    static IEnumerable<string> Names(Prose text, bool bare)
    {
        var codes = text.Codes.Where(c => IsName(c.Text.Trim())).ToList();
        // "`QueueSlow` (queue `orders`, over 300 s)", "`QueueSlow`. P1 if `orders` is concerned": what stands in brackets or in a sentence behind the name says more of it.
        if (codes is [{ } name, _, ..] && Titles.IsAlertName(name.Text.Trim()))
            codes.RemoveAll(c => c != name && !Titles.IsAlertName(c.Text.Trim()) && SaysMore(text.Plain, name.End, c.Start));
        if (codes.Count > 0) return codes.Select(c => c.Text.Trim());
        // "Alert: `Portal API 5xx rate (prod)`": what stands beside the word in a code span is the name, blanks and all.
        if (bare && text.Codes is [{ Start: < 3, Text: { Length: > 3 and < 80 } called }, ..] && CalledByWords().IsMatch(called)) return [called];
        // "alert: QUEUE_BLOCKED - prio 2"
        if (bare && OfCapitals().Match(text.Plain) is { Success: true } capitals) return capitals.Groups["name"].Captures.Select(c => c.Value);
        var names = Titles.AlertNamesIn(text.Plain).Where(n => !Products.Holds(n)).ToList();
        if (names.Count > 0) return names;
        // A monitor's name may be a sentence, where it is quoted as one.
        if (bare && Sentence().Match(text.Plain) is { Success: true } quoted) return [quoted.Groups["name"].Value];
        return bare ? text.Plain.Split([',', '/']).Select(p => p.Trim().Trim('"').TrimEnd('.')).Where(p => p.Length > 2 && !p.Contains(' ') && char.IsLetter(p[0])) : [];
    }

    /// <summary>"alert DiskLow, warning".</summary>
    public static bool IsNamedIn(string text) => Named().IsMatch(text) || OpensWithAlert().IsMatch(text);

    /// <summary>A first line that is about an alert: "Alert `DiskLow`, warning.", "Fires as DiskLow", "When `DiskLow` goes off".</summary>
    public static bool Opens(Prose text) =>
        NamesOutright(text) || Rated(text).Any() || RatedWithoutMarks(text).Any()
            || (Named().IsMatch(text.Plain) || OpensWithAlert().IsMatch(text.Plain) || GoesOff().IsMatch(text.Plain))
                && (text.Codes.Any(c => Titles.IsAlertName(c.Text) && !State().IsMatch(c.Text))
                    || Titles.AlertNamesIn(text.Plain).Any(n => !Products.Holds(n) && !State().IsMatch(n)));

    // "fires when the consumer group `win-sink` is behind": the word before it says what it is.
    static bool IsCalledAnother(Prose text, string name) =>
        text.Codes.FirstOrDefault(c => c.Text.Trim() == name) is { } code && OfAnotherKind().IsMatch(text.Plain.AsSpan(0, code.Start));

    // "🔔 `QueueFull`", "Pages: `QueueFull`", "Pages as `QueueFull`", "`QueueFull`. Symptoms: ..."
    static bool NamesOutright(Prose text) =>
        text.Codes is [var first, ..]
            && (BeforeName().IsMatch(text.Plain[..first.Start]) || PagesAs().IsMatch(text.Plain) || (first.Start == 0 && text.Plain.AsSpan(first.End) is ['.', ..]))
        && (StateBehind().IsMatch(first.Text) || (Titles.IsAlertName(first.Text) && !State().IsMatch(first.Text)));

    /// <summary>"Runbook for `DiskLow`", "Page: DiskLow", "applies to alert DiskLow": says which alert is answered here.</summary>
    public static bool AreLedHere(Prose text) =>
        Leading().Matches(text.Plain)
            .Any(led => text.Codes.Any(c =>
                c.Start >= led.Index + led.Length && c.Start <= led.Index + led.Length + FarthestName && Titles.IsAlertName(c.Text)
                    && IsOneSentence(text.Plain[(led.Index + led.Length)..c.Start]))
            || Titles.AlertNamesIn(text.Plain[(led.Index + led.Length)..Math.Min(text.Plain.Length, led.Index + led.Length + FarthestName)]).FirstOrDefault() is { } name
                && !Products.Holds(name)
                && IsOneSentence(text.Plain[(led.Index + led.Length)..text.Plain.IndexOf(name, led.Index + led.Length, StringComparison.Ordinal)]))
        || text.Codes.Any(c => Titles.IsAlertName(c.Text) && Firing().IsMatch(text.Plain[c.End..]));

    /// <summary>Letters between "Alert" and the name.</summary>
    const int FarthestName = 60;

    static bool IsOneSentence(string between) => !between.Contains(". ", StringComparison.Ordinal);

    // What a monitoring system calls its check may have blanks: `web01 PING`, `SQL Blocking Sessions`.
    static bool IsCheckName(string code) => IsName(code) || code.Length is > 3 and < 60 && CheckName().IsMatch(code);

    static bool IsName(string code) => code.Length is > 2 and < 100 && Name().IsMatch(code);
}
