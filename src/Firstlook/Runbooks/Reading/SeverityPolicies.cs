using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>How fast each level is answered and resolved: from tables, lists, sections and running text. "Response" is taken for acknowledgement.</summary>
internal static partial class SeverityPolicies
{
    /// <summary>Every place that states a time for a level, as often as it is stated.</summary>
    public static List<SeverityLevel> All(Outline outline, bool zeroBased, string? statedSeverity)
    {
        var rows = outline.Tables.SelectMany(t => PolicyTables.Of(t, zeroBased)).ToList();
        rows.AddRange(OfText(outline, zeroBased));
        rows.AddRange(OfSections(outline, zeroBased));
        rows.AddRange(Turned(outline, zeroBased));
        rows.AddRange(MarkedLevels.In(outline, zeroBased));
        rows.AddRange(outline.ToldScale.Select(t =>
            new SeverityLevel(t.Line, t.Level, t.Label, t.Promises.Respond, t.Promises.Resolve, t.Promises.Update, t.Promises.RespondDays, t.Promises.ResolveDays)));
        rows.AddRange(outline.Pieces.Where(p => p.Piece is Fence && p.Section.IsWithin(Role.SeverityPolicy)).Select(p => (Fence)p.Piece)
            .SelectMany(f => OfLines(f, zeroBased)));
        if (statedSeverity is not null)
            rows.AddRange(outline.Pieces.Where(p => p.Section.Role is not (Role.Escalation or Role.Symptoms)).Select(p => p.Piece).OfType<Paragraph>()
                .Select(p => OfStated(p, statedSeverity, zeroBased)).OfType<SeverityLevel>());
        if (rows.Count == 0) rows.AddRange(Defined(outline, zeroBased));
        return [.. rows.OrderBy(r => r.Line)];
    }

    /// <summary>What is said of one level in one place.</summary>
    /// <param name="Opens">True where the level opens the paragraph.</param>
    sealed record Said(Mention Mention, Promises Promises, int Line, bool Opens)
    {
        /// <summary>True where an equals sign stands right behind the level.</summary>
        public bool IsEquated { get; init; }

        public SeverityLevel Row =>
            new(Line, Mention.Level, PolicyTables.LabelOf(Mention.Label), Promises.Respond, Promises.Resolve, Promises.Update, Promises.RespondDays,
                Promises.ResolveDays);
    }

    /// <param name="Home">The section around the paragraph, where a label of its own does not count.</param>
    sealed record Unit(Section Home, Paragraph Paragraph, List<Said> Said);

    // Paragraphs and list items that name levels and times. Alone they count where they cannot mean anything else; beside one another, where
    // they are a series: "P1: 10 minutes" above "P2: 30 minutes".
    static IEnumerable<SeverityLevel> OfText(Outline outline, bool zeroBased)
    {
        var scale = outline.Scale;
        var units = outline.Pieces.Select(p => UnitOf(p, zeroBased, scale)).OfType<Unit>().ToList();
        HashSet<int>? headers = null;
        foreach (var series in units.GroupBy(u => (u.Home, u.Paragraph.Item?.Parent)))
        {
            var inPolicy = series.Key.Home.IsWithin(Role.SeverityPolicy)
                || series.Key.Home is { Role: Role.Severity, IsHeading: true }
                    && series.Any(u => u.Said.DistinctBy(s => s.Mention.Level).Count(s => s.Promises.Says) >= 2);
            var opening = series.Where(u => u.Said is [{ Opens: true }]).SelectMany(u => u.Said).ToList();
            var timed = opening.Where(s => s.Promises.Says).DistinctBy(s => s.Mention.Level).ToList();
            // A table that lost its bars: "Level Meaning Respond within" above "P1 nobody can borrow 30 minutes".
            var isSeries = timed.Count >= 2
                && (inPolicy
                    || timed.Count > 2
                        && (scale is not null || timed.TrueForAll(s => s.IsEquated)
                            || timed.TrueForAll(s => s.Mention.Label.Any(char.IsAsciiDigit)) && series.All(u => u.Paragraph.OpensItem))
                    || timed.Any(s => s.Promises.Named) || (headers ??= HeadersOf(outline)).Contains(opening[0].Line));
            foreach (var unit in series.Where(u => u.Said.Any(s => s.Promises.Says)))
            {
                // "SEV1 nothing works, 5 min. SEV2 one city, 15 min. SEV3 the rest, 4 h.": three levels with a time to each are no chance.
                var isLadder = unit.Said.Where(s => s.Promises.Says).DistinctBy(s => s.Mention.Level).Count() >= 3;
                // "sev1 = 10 min, sev2 = 1 h, sev3 = office hours": nothing but levels and what each is.
                var isEquation = unit.Said.Count > 1 && unit.Said.DistinctBy(s => s.Mention.Level).Count(s => s.Promises.Says) > 1 && unit.Said.TrueForAll(s => s.IsEquated);
                var isRun = isLadder || isEquation || unit.Said.DistinctBy(s => s.Mention.Level).Count() >= 2 && unit.Said.Any(s => s.Promises is { Named: true, Says: true });
                var isAlone = unit.Said is [{ Opens: true, Promises: { Named: true, Says: true } }] && LevelLine().IsMatch(unit.Paragraph.Text.Plain);
                if (!(inPolicy || isRun || isAlone || (isSeries && unit.Said is [{ Opens: true }]))) continue;
                foreach (var said in unit.Said.Where(s => s.Promises.Says || !unit.Said.Exists(o => o != s && o.Mention.Level == s.Mention.Level))) yield return said.Row;
            }

            // "P4: when there is time", where the others of the series have one.
            if (!(isSeries || (inPolicy && timed.Count >= 2))) continue;
            foreach (var unit in series.Where(u =>
                u.Said is [{ Opens: true, Promises.Says: false }] && timed.TrueForAll(t => t.Mention.Level != u.Said[0].Mention.Level)))
                yield return unit.Said[0].Row;
        }
    }

    // The lines below a line that names the columns of a policy and no time.
    static HashSet<int> HeadersOf(Outline outline)
    {
        const int LongestHeader = 100;
        return [.. outline.Paragraphs
            .Where(p => p is { Item: null, Quoted: false, Text.Plain: { Length: > 10 and < LongestHeader } text } && !text.Any(char.IsDigit) && !text.EndsWith('.')
                && LevelColumn().IsMatch(Words.Fold(text)) && Promises.KindOf(Words.Fold(text)) is not null)
            .Select(p => p.EndLine + 1)];
    }

    [GeneratedRegex(
        @"^(level|sev|severity|prio|priority|stufe|schweregrad|prioritat|nivel|niveau|livello|gravidade|gravedad|gravite|prioridade?|priorite|priorita|klasse|class|"
        + @"code)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex LevelColumn();

    // "answers within 15 minutes for critical, 1 hour for high": the time stands before its level.
    static IEnumerable<SeverityLevel> Turned(Outline outline, bool zeroBased)
    {
        const int Longest = 600;
        foreach (var (piece, section) in outline.Pieces)
        {
            if (piece is not Paragraph { Text.Plain: { Length: > 20 and < Longest } text } || !ForLevel.Holds(text)
                || section.IsWithin(Role.Symptoms, Role.Template, Role.Escalation, Role.Postmortem)) continue;
            var said = BetweenClauses().Split(text).Select(c => (Clause: c, Level: LevelBehind().Match(c))).Where(c => c.Level.Success)
                .Select(c =>
                    (c.Clause, c.Level.Index, Name: c.Level.Groups["level"].Value,
                        Level: Severities.OfCode(c.Level.Groups["level"].Value, zeroBased) ?? Severities.OfWholeWord(c.Level.Groups["level"].Value)))
                .Where(c => c.Level is not null).Select(c => (c.Name, Level: c.Level!, Promises: Promises.Of(c.Clause[..c.Index]))).Where(c => c.Promises.Says)
                    .DistinctBy(c => c.Level).ToList();
            foreach (var (name, level, promises) in said.Count > 1 ? said : [])
                yield return new(piece.Line, level, PolicyTables.LabelOf(name), promises.Respond, promises.Resolve, promises.Update, promises.RespondDays,
                    promises.ResolveDays);
        }
    }

    static readonly Sieve ForLevel = new([LevelBehind()], " for ", " bei ", " für ", " para ", " pour ", " per ", " voor ", " on ", " em ", " en ", " in ");

    [GeneratedRegex(@"[,;.]\s|\s(?:and|und|y|e|et|en)\s")]
    private static partial Regex BetweenClauses();

    [GeneratedRegex(@"\s(for|bei|für|para|pour|per|voor|on|em|en|in) (an? )?(?<level>\p{L}{3,14}|(P|SEV[- ]?|[Ss]ev |S|[Pp]rio )[0-5])( alerts?| incidents?| pages?| ones)?\.?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex LevelBehind();

    // "checkout down = SEV0. one shop broken = SEV1. the rest = SEV2": a scale without times.
    static IEnumerable<SeverityLevel> Defined(Outline outline, bool zeroBased)
    {
        foreach (var paragraph in outline.Paragraphs
            .Where(p => p.Text.Plain.Length is > 20 and < 600 && p.Text.Plain.Contains('=', StringComparison.Ordinal)))
        {
            var text = paragraph.Text.Plain;
            var levels = Mention.In(text, zeroBased).Where(m => text.AsSpan(0, m.Start).TrimEnd(" *`") is [.., '=']).DistinctBy(m => m.Level).ToList();
            foreach (var level in levels.Count > 2 ? levels : []) yield return new(paragraph.Line, level.Level, PolicyTables.LabelOf(level.Label), null, null, null);
        }
    }

    static Unit? UnitOf(Placed placed, bool zeroBased, OwnScale? scale)
    {
        const int Longest = 2000;
        if (placed is not { Piece: Paragraph { Text.Plain: { Length: > 3 and < Longest } text } paragraph, Section: var section }) return null;
        var home = section.Line == paragraph.Line && section is { Level: >= Section.Field, Parent: { } around } ? around : section;
        if (home.IsWithin(Role.Symptoms, Role.Template, Role.Dashboards) || home.IsWithin(Role.Postmortem) && !NamesScale().IsMatch(text)) return null;
        // "Priority: 1 = the plant stands still (5 minutes). 2 = one module (30 minutes)."
        if (text.Contains('=') && Numbers().IsMatch(text) && Number().Count(text) > 1) text = Number().Replace(text, "P${number}:");
        if (scale is not null) text = scale.InCodes(text, zeroBased);
        text = Severities.MarksInWords(text);
        if (!WordsOfLevel.IsMatch(text)) return null;
        var mentions = Mention.In(text, zeroBased);
        if (mentions.Count == 0) return null;
        // "Ack: P1 10 min, P2 30 min": the label says what the times are for.
        var lead = text[..mentions[0].Start];
        // "Sev → react / fix: P1 5m / 1h": the first time is the answer, the second the repair.
        var namesBoth = lead.Length < 60 && lead.TrimEnd(' ', '*').EndsWith(':')
            && lead.Split(['/', ',', '+', '→', '|']).Select(part => Promises.KindOf(Words.Fold(part.Trim(' ', ':', '*')))).OfType<Promised>().Distinct()
                .SequenceEqual([Promised.Answer, Promised.Repair]);
        var unnamed = namesBoth ? null : lead.Length is > 2 and < 60 && lead.TrimEnd(' ', '*') is [.., ':' or '–' or '—' or '=']
            ? Promises.KindOf(Words.Fold(lead)) ?? (Promises.IsTime(Words.Fold(lead.Trim(' ', ':'))) ? Promised.Answer : null) : null;
        var onlyNamed = home.IsWithin(Role.Escalation);
        var said = mentions.Select((m, i) =>
            new Said(m, Promises.Of(text[m.End..(i + 1 < mentions.Count ? mentions[i + 1].Start : text.Length)].TrimStart(' ', ')', ':', '*'), unnamed), paragraph.Line,
                i == 0 && m.Opens(text)) { IsEquated = text.AsSpan(m.End).TrimStart(" `*\"") is ['=', ..] }).ToList();
        if ((namesBoth || unnamed is not null) && said.Any(s => s.Promises.Says)) said = [.. said.Select(s => s with { Promises = s.Promises with { Named = true } })];
        if (onlyNamed && !said.Any(s => s.Promises is { Named: true, Says: true })) return null;
        return new(home, paragraph, said);
    }

    // "#### SEV1 – High", or "**Critical**", and below it "- Response time: 30 minutes" and "- Resolution target: 8 hours".
    static IEnumerable<SeverityLevel> OfSections(Outline outline, bool zeroBased)
    {
        foreach (var section in outline.Sections.Where(s => s is { Value.IsEmpty: true, Title.Plain.Length: < 60, Level: <= Section.Field } && s.Descendants.Count < 12))
        {
            // What holds something to run is an incident of that level, not the promise.
            if (section.AllPieces.Any(p => p is Fence)) continue;
            if (LevelOf(section, zeroBased) is not { } level) continue;
            var said = section.AllPieces.OfType<Paragraph>().Where(p => p.Line != section.Line).Select(p => Promising(p.Text.Plain)).OfType<Promises>();
            if (Together(said) is not { Says: true } promises) continue;
            yield return new(section.Line, level, PolicyTables.LabelOf(section.Title.Plain), promises.Respond, promises.Resolve, promises.Update, promises.RespondDays,
                promises.ResolveDays);
        }

        for (var i = 0; i < outline.Pieces.Count; i++)
        {
            if (outline.Pieces[i].Piece is not Paragraph { OpensItem: true, Item: { } item, Text.Plain: { Length: < 60 } text } || item.EndLine == item.Line
                || LevelOf(text, zeroBased) is not { } level) continue;
            var said = outline.Pieces.Skip(i + 1).Take(MostBelow).Select(p => p.Piece).TakeWhile(p => p.Line <= item.EndLine).OfType<Paragraph>()
                .Select(p => Promising(p.Text.Plain)).OfType<Promises>();
            if (Together(said) is not { Says: true } promises) continue;
            yield return new(item.Line, level, PolicyTables.LabelOf(text), promises.Respond, promises.Resolve, promises.Update, promises.RespondDays, promises.ResolveDays);
        }
    }

    // "- P1", and below it "- ack: 5 min".
    const int MostBelow = 12;

    static string? LevelOf(Section section, bool zeroBased) =>
        section.IsHeading ? Severities.OfTitle(section.Title.Plain, zeroBased) ?? LevelOf(section.Bare, zeroBased) : LevelOf(section.Title.Plain, zeroBased);

    // "P1", "Critical", "SEV-2 (one site)": nothing but the level, and perhaps a remark.
    static string? LevelOf(string text, bool zeroBased) => Mention.In(text + ":", zeroBased) is [{ } mention, ..] && mention.Opens(text) ? mention.Level : null;

    // What stands behind the colon: "Immediate Response:" above a list promises no time.
    static Promises? Promising(string text)
    {
        if (text.IndexOf(':', StringComparison.Ordinal) is not (> 2 and < 40 and var colon))
            return text.Length < 80 && Promises.Of(text) is { Named: true, Says: true } said ? said : null;
        return Promises.KindOf(Words.Fold(text[..colon])) is { } kind ? Promises.Of(text[(colon + 1)..], kind) : null;
    }

    static Promises Together(IEnumerable<Promises> said) => said.Aggregate(Promises.None, (all, one) => new(
        all.Respond ?? one.Respond, all.Resolve ?? one.Resolve, all.Update ?? one.Update, all.RespondDays ?? one.RespondDays, all.ResolveDays ?? one.ResolveDays, true));

    // A block of text: "P1  ack 5m  resolve 1h".
    static IEnumerable<SeverityLevel> OfLines(Fence fence, bool zeroBased)
    {
        var rows = fence.Text.Split('\n').Index().Where(l => l.Item.Length is > 3 and < 200)
            .Select(l => (Line: fence.TextLine + l.Index, Mentions: Mention.In(l.Item, zeroBased), Text: l.Item))
            .Where(l => l.Mentions is [{ } only] && only.Opens(l.Text))
            .Select(l => new Said(l.Mentions[0], Promises.Of(Columns().Replace(l.Text[l.Mentions[0].End..].Trim(), "; ")), l.Line, true)).ToList();
        return rows.Count(r => r.Promises.Says) >= 2 ? rows.Select(r => r.Row) : [];
    }

    // "Response Time: 15 minutes to acknowledgement, 1 hour to resolution", in a document whose procedures all have one severity.
    static SeverityLevel? OfStated(Paragraph paragraph, string level, bool zeroBased)
    {
        var text = paragraph.Text.Plain;
        if (text.Length > 400 || text.IndexOf(':', StringComparison.Ordinal) is not (> 2 and < 40 and var colon)
            || Promises.KindOf(Words.Fold(text[..colon])) is not Promised.Answer)
            return null;
        return Mention.In(text, zeroBased).Count == 0 && Promises.Of(text[(colon + 1)..], Promised.Answer) is { Says: true } said
            ? new(paragraph.Line, level, level, said.Respond, said.Resolve, said.Update) : null;
    }

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
            RespondBusinessDays = one.RespondBusinessDays ?? other.RespondBusinessDays,
            ResolveBusinessDays = one.ResolveBusinessDays ?? other.ResolveBusinessDays,
        }))];

    static readonly Sieve WordsOfLevel = new(
        [NamesLevel()],
        "crit", "crít", "krit", "high", "hoch", "alta", "alto", "haut", "hoog", "medi", "médi", "mitt", "moy", "elev", "élev", "low", "baix", "baj", "nied", "faib",
            "urgen", "major", "minor", "grave", "normal", "emerg", "warn", "info",
        "крит", "высок", "средн", "низк", "緊急", "重大",
        "kryt", "hög", "høy", "høj", "medel", "middel", "låg", "lav", "wysok", "śred", "nisk", "vysok", "střed", "nízk", "yüksek", "orta", "düşük", "висок", "серед", "низьк")
    {
        // A digit, or a mark in front of a colour.
        Or = text => text.AsSpan().ContainsAnyInRange('0', '5') || text is [var first, ..] && !char.IsLetterOrDigit(first),
    };

    // What a paragraph must have to be looked at closely.
    [GeneratedRegex(
        @"\b(P|SEV[- =]?|[Ss]ev[- =]?|S|PRIO[- ]?|[Pp]rio[- ]?|\p{L}{5,12}\s)[0-5]\b|"
        + @"\b(cr[ií]t|kr[iy]t|high|hoch|alt[ao]|haut|hoog|m[eé]di|mitt|moy|[eé]lev|low|baix|baj|nied|faib|urgen|major|minor|grave|normal|emerg|warn|info|крит|высок|средн|"
        +
            @"низк|hög|høy|høj|medel|middel|låg|lav|wysok|śred|nisk|vysok|střed|nízk|yüksek|orta|düşük|висок|серед|низьк)|"
            + @"^\W+(red|rot|roj|rouge|ross|vermelh|orang|naranj|laranj|yellow|amber|gelb|amar|jaune|giall)|緊急|重大",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex NamesLevel();

    [GeneratedRegex(@"^\W*(priority|severity|sev|prio|priorität|schweregrad|prioridade?|severidade?|gravedad|gravidade|priorité|gravité|priorità)( \w+)?\s*[:=]\s*[0-5]\s*=",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<![\w.])(?<number>[0-5])\s*=(?!=)", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    // "Levels: P0 5 min, P1 15 min" holds before the incident, wherever it stands.
    [GeneratedRegex(@"^\W{0,3}(levels?|severit(y|ies)( levels?)?|priorities|stufen|niveles|níveis|niveaux|livelli)\s?[:=–—→]",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex NamesScale();

    // "Sev 1 Patient care is blocked, respond 10 minutes"
    [GeneratedRegex(@"^(P|SEV[- ]?|Sev[- ]?|Prio[- ]?)\d\b(?!.*\b(alert|alerte|alarm)\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex LevelLine();

    [GeneratedRegex(@"\s{2,}|\t")]
    private static partial Regex Columns();
}
