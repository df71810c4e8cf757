using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Severity words, codes and emoji of several languages, as the four levels of the contract.</summary>
internal static partial class Severities
{
    /// <summary>The level that a severity field states: "P1 - High", "🔴 critical", "warning -> high" (the level it starts at).</summary>
    /// <returns>Null where it states none.</returns>
    public static string? Of(string text, bool zeroBased)
    {
        text = Unstruck(text);
        if (Earlier(text, zeroBased) is { } earlier) return earlier;
        if (BeforeRemark().Match(text) is { Success: true } before && !Word().IsMatch(Folded(before.Value)) && Code().Match(before.Value) is { Success: true } remarked)
            return OfCode(remarked, zeroBased);
        // "P3 MINOR": of these two words every scale makes something else.
        if (Word().Match(Folded(text)) is { Success: true } word && !(word.Value is "major" or "minor" && Code().IsMatch(text))) return OfWord(word.Value);
        if (Code().Match(text) is { Success: true } code) return OfCode(code, zeroBased);
        return OfEmoji(text);
    }

    /// <summary>The level that a title carries as a tag: "Disk full (P1)", "[SEV2] Lag", "P0: Outage", "Critical incidents". "High latency" is none.</summary>
    public static string? OfTitle(string title, bool zeroBased) => title.Length > LongestTitle ? ReadTitle(title, zeroBased) : Titled.Of((title, zeroBased));

    const int LongestTitle = 120;

    // Asked of a section as a procedure, as a level and as what stands around another.
    static readonly Remembered<(string Title, bool ZeroBased), string?> Titled = new(k => ReadTitle(k.Title, k.ZeroBased), 16_384);

    static string? ReadTitle(string title, bool zeroBased)
    {
        if (Earlier(title, zeroBased) is { } earlier) return earlier;
        if (Tag().Match(title) is { Success: true } tag) return Of(tag.Value, zeroBased);
        if (Tail().Match(title) is { Success: true } tail) return Of(tail.Groups["level"].Value, zeroBased);
        if (Named().Match(title) is { Success: true } named) return Of(named.Groups["level"].Value, zeroBased);
        if (LastInBrackets().Match(title) is { Success: true } last) return Of(last.Groups["level"].Value, zeroBased);
        if (Code().Match(title) is { Success: true } code) return OfCode(code, zeroBased);
        if (Kind().Match(Words.Fold(Words.Bare(title))) is { Success: true } kind) return OfWord(kind.Groups["level"].Value);
        return OfEmoji(title);
    }

    /// <summary>The level of a code alone: "P1", "SEV-2 (one site)"; words are not looked at.</summary>
    public static string? OfCode(string text, bool zeroBased) => Code().Match(text) is { Success: true } code ? OfCode(code, zeroBased) : null;

    /// <summary>The worst of these levels, at which a procedure that answers several alerts begins; null where none is stated.</summary>
    public static string? Worst(IEnumerable<string?> levels) => levels.OfType<string>().OrderBy(level => Array.IndexOf(Order, level)).FirstOrDefault();

    static readonly string[] Order = ["critical", "high", "medium", "low"];

    /// <summary>0 for critical, 3 for low.</summary>
    public static int Rank(string level) => Array.IndexOf(Order, level);

    /// <summary>"`lag`, `errors` (P2), `duplicates` (P1)": the worst of the levels in brackets behind names; null where there are not two.</summary>
    public static string? WorstBracketed(string text, bool zeroBased) =>
        InBrackets().Matches(text) is { Count: > 1 } levels ? Worst(levels.Select(level => Of(level.Groups["level"].Value, zeroBased))) : null;

    [GeneratedRegex(@"\((?<level>(P|SEV[- ]?|S|prio )[0-5]|critical|high|medium|low|warning|info)\)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex InBrackets();

    /// <summary>A text that is the word of a level and nothing else.</summary>
    public static string? OfWholeWord(string word) => IsLevel(word) ? OfWord(Folded(word)) : null;

    /// <summary>"red", "orange", "gelb": a colour and nothing else, where a team's levels are colours.</summary>
    public static string? OfColour(string word) =>
        ColourWord().Match(Words.Fold(word)) is { Success: true } colour ? Array.Find(Order, level => colour.Groups[level].Success) : null;

    /// <summary>What stands beside "Severity:" may be its number alone: "2", "3 (one kiln)", "Level 1".</summary>
    public static string? OfField(string value, bool zeroBased) =>
        Number().Match(value) is { Success: true } number && Code().Match($"P{number.Groups["number"].Value}") is { Success: true } code
            ? OfCode(code, zeroBased || number.Groups["number"].Value == "0") : Of(value, zeroBased);

    /// <summary>The level in brackets: "DiskFull (warning)".</summary>
    public static string? OfTag(string text, bool zeroBased) =>
        Tag().Match(Words.Fold(text)) is { Success: true } tag
            ? Of(tag.Value.ToUpperInvariant(), zeroBased) : OfAll().Match(text) is { Success: true } all ? Of(all.Groups["level"].Value, zeroBased) : null;

    // "Alerts `A` / `B` (both high)"
    [GeneratedRegex(@"\((both|all|each|either|beide|alle|jeweils|amb[oa]s|tod[oa]s|les deux|toute?s|entramb[ie])( (are|sind|son|são|sont))?( (severity|sev))?:? "
        + @"(?<level>(P|SEV[- ]?|S|prio )[0-5]|\p{L}{3,10})( (severity|priority))?\)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfAll();

    /// <summary>The level right behind a name: "`BudgetBurnsFast` critical in Alertmanager".</summary>
    public static string? BehindName(Prose text) =>
        text.Codes is [{ Start: 0 } name, ..] && Titles.IsAlertName(name.Text) && Words.FirstWord(text.Plain[name.End..].TrimStart()) is { Length: > 2 } word
            && IsLevel(word)
            ? OfWord(Folded(word)) : null;

    /// <summary>"warning gateway: 4s+ 99th percentile": a badge in front of what a rule says of its service.</summary>
    public static string? OfBadge(Prose text) => Badge().Match(text.Plain) is { Success: true } badge ? OfWord(badge.Groups["level"].Value) : null;

    [GeneratedRegex(@"^\s*(?<level>critical|warning|info)\s+[a-z][\w-]{1,40}:\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Badge();

    /// <summary>"WARNING: If the lag is above 5 minutes": the first level that a rule is written for.</summary>
    public static string? OfRule(string text) => RuleLevel().Match(text) is { Success: true } level ? OfWord(Words.Fold(level.Groups["level"].Value)) : null;

    [GeneratedRegex(@"(^|\s)(?<level>CRITICAL|WARNING|INFO|MAJOR|MINOR):\s{1,4}(If|When|Above|Below|[A-Z][a-z]+ of )", RegexOptions.ExplicitCapture)]
    private static partial Regex RuleLevel();

    /// <summary>"Not urgent (prio 3), the daemon buffers".</summary>
    public static string? OfBracketedCode(string text, bool zeroBased) => BracketedCode().Match(text) is { Success: true } code ? Of(code.Value.Trim('(', ')'), zeroBased) : null;

    /// <summary>"the dashboard is red, PRIO 1".</summary>
    public static string? OfLastCode(string text, bool zeroBased) => LastCode().Match(text) is { Success: true } code ? Of(code.Groups["level"].Value, zeroBased) : null;

    /// <summary>"Alerts `A` and `B`. SEV1.": a code that opens a sentence.</summary>
    public static string? OfSentence(string text, bool zeroBased) => SentenceCode().Match(text) is { Success: true } code ? Of(code.Groups["level"].Value, zeroBased) : null;

    /// <summary>"P1 / Critical | Team: storage", ":rotating_light: **CRITICAL**", "Prio 1 – wake everybody": a part of the line that is a level and nothing else.</summary>
    public static string? OfSegment(string text, bool zeroBased) =>
        text.Length > 200
            ? null
            : Separators().Split(text).Select(s => Decoration().Replace(s, "").Trim())
                .Where(s => s.Length < 24 && Segment().IsMatch(s) && (OfCode(s, zeroBased) is not null || OfWholeWord(Words.Bare(s)) is not null))
                .Select(s => Of(s, zeroBased)).FirstOrDefault();

    /// <summary>"Not an incident, people just ask. Low.": a level that is a sentence of its own.</summary>
    public static string? OfOneWord(string text, bool zeroBased) =>
        OneWord().Match(text) is { Success: true } word && IsLevel(word.Groups["level"].Value) ? Of(word.Groups["level"].Value, zeroBased) : null;

    /// <summary>A level said in one word at the end: "the queue grows, uploads fail. Critical."</summary>
    public static string? OfClosing(string text, bool zeroBased) =>
        Closing().Match(text.Length > 400 ? text[^400..] : text) is { Success: true } closing && IsLevel(closing.Groups["level"].Value)
            ? Of(closing.Groups["level"].Value, zeroBased) : null;

    // "Låg" is no lag.
    static string Folded(string text) => Words.Fold(text.Contains("åg", StringComparison.Ordinal) ? LowInSwedish().Replace(text, "low") : text);

    [GeneratedRegex(@"\b[Ll]åga?\b")]
    private static partial Regex LowInSwedish();

    // "P2 (warning mail comes at 80 %)": what is remarked in brackets names no level, unless it is the level's own word: "P2 (critical)".
    [GeneratedRegex(@"^[^()]{1,40}(?=\((?![\s*_]{0,3}\p{L}{3,20}[\s*_]{0,3}\)))", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeRemark();

    // "~~high~~ medium": what is struck through counts no more (GitHub Flavored Markdown, "Strikethrough").
    static string Unstruck(string text) => text.Contains("~~", StringComparison.Ordinal) ? Struck().Replace(text, "") : text;

    [GeneratedRegex(@"~~[^~\n]{1,80}~~\s?", RegexOptions.CultureInvariant)]
    private static partial Regex Struck();

    static bool IsLevel(string word) => Folded(word) is var folded && Word().Match(folded) is { Success: true } level && level.Length == folded.Length;

    static string? OfCode(Match code, bool zeroBased) => (code.Groups["number"].Value[0] - '0' - (zeroBased ? 0 : 1)) switch
    {
        0 => "critical",
        1 => "high",
        2 => "medium",
        >= 3 => "low",
        _ => null,
    };

    static string? OfWord(string word) =>
        Critical().IsMatch(word) ? "critical" : High().IsMatch(word) ? "high" : Medium().IsMatch(word) ? "medium" : Low().IsMatch(word) ? "low" : null;

    /// <summary>"🔴 Red when it is more than one station": the mark that opens a sentence, alone or before its own word.</summary>
    public static string? OfOpeningMark(string text)
    {
        if (text.Length < 2 || !char.IsHighSurrogate(text[0]) || OfEmoji(text[..2]) is not { } level) return null;
        var word = FirstWordBehindMark().Match(text).Groups["word"].Value;
        return word.Length == 0 || OfColour(word) is not null || IsLevel(word) ? level : null;
    }

    /// <summary>"🟡 A certificate ends": a mark in the colour of a level stands first.</summary>
    public static bool OpensWithMark(string text) => text.Length > 2 && char.IsHighSurrogate(text[0]) && OfEmoji(text[..2]) is not null;

    /// <summary>"🔴 = critical, answer in 5 min · 🟠 answer in 20 min" with the level in place of each mark; the text itself where it holds no two of them.</summary>
    public static string MarksInWords(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD83D', '\uD83E') >= 0 && Legend().Matches(text).Select(m => OfEmoji(m.Groups["mark"].Value)).OfType<string>().Distinct().Skip(1).Any()
            ? Legend().Replace(text, m => $"{m.Groups["before"].Value}{(m.Groups["code"].Success ? m.Groups["code"].Value : OfEmoji(m.Groups["mark"].Value))}: ") : text;

    [GeneratedRegex(
        @"(?<before>^\W{0,3}?|[·•|;:,\n]\s*)(?<mark>🔴|🟥|🟠|🟧|🟡|🟨|🟢|🟩|🔵|🟦)\uFE0F?\s*([=:–—-]\s*)?((?<code>(P|SEV[- ]?|Sev ?)[0-5])\b|"
        + @"(critical|high|medium|moderate|low|red|orange|yellow|green|blue)\b)?\s*[,:=–—-]?\s*",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Legend();

    [GeneratedRegex(@"^..\uFE0F?\s*(?<word>\p{L}*)", RegexOptions.ExplicitCapture)]
    private static partial Regex FirstWordBehindMark();

    static string? OfEmoji(string text)
    {
        if (text.Contains('\u2B1B')) return null;
        if (text.AsSpan().IndexOfAnyInRange('\uD83D', '\uD83E') < 0) return null;
        foreach (var (emoji, level) in Colours)
        {
            if (text.Contains(emoji, StringComparison.Ordinal)) return level;
        }

        return null;
    }

    static readonly (string Emoji, string Level)[] Colours =
        [("🔴", "critical"), ("🟥", "critical"), ("🟠", "high"), ("🟧", "high"), ("🟡", "medium"), ("🟨", "medium"), ("🟢", "low"), ("🟩", "low"), ("🔵", "low"), ("🟦", "low")];

    [GeneratedRegex(@"^\W*((level|stufe|nivel|nível|niveau|livello|klasse|class)\s)?(?<number>[0-5])(?=$|\s*[(–—,;/]|\s-)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    // "Alerte FILE_PLEINE — gravité élevée"
    [GeneratedRegex(@"[(,–—-]\s*(gravité|gravedad|gravidade|gravità|schweregrad|severity|priorité|prioridad|prioridade|ernst|urgentie)\s?:?\s(?<level>\p{L}{3,12})",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    // "shop-5xx (5xx above 2 %, HIGH)"
    [GeneratedRegex(@"\([^()]{2,80}, (?<level>CRITICAL|HIGH|MEDIUM|LOW|WARNING|INFO|(P|SEV[- ]?)[0-5])\)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex LastInBrackets();

    [GeneratedRegex(@"\((P|SEV[- ]?|Sev[- ]?|sev[- ]?|prio |Prio )[0-5]([,;/] ?\p{L}{3,12})?\)|\([^()=,]{1,30} ?= ?(P|SEV[- ]?|Sev[- ]?)[0-5]([,;/] ?[^()]{1,60})?\)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex BracketedCode();

    [GeneratedRegex(@"[,;–—] (?<level>(P|SEV[- ]?|sev ?|prio |Prio |PRIO )[0-5])\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex LastCode();

    [GeneratedRegex(
        @"(^|[.;·–—)]\s+)(?<level>(P|SEV[- ]?|[Ss]ev[- ]?|Prio[- ]?)[0-5])(?=\s*([.,;]|$|\())|"
        + @"^(?<level>(P|SEV[- ]?|Sev[- ]?|[Pp]riority |Priorität |Prioridad |Prioridade |Priorité )[0-5])(?= (for|in|during|by|under|until|above|below|outside|unless|"
        + @"while|on|without|otherwise|with no|ohne|sonst|sin|sem|sans|senza|zonder|sinon|für|bei|nachts|tagsüber|para|pour|from|even|if|always|at|when|during|for|as soon|since|because|weil|solange|denn|porque|parce|immer|auch|ab|desde|"
        + @"siempre|a partir|sempre|dès|même) )",
        RegexOptions.ExplicitCapture)]
    private static partial Regex SentenceCode();

    [GeneratedRegex(@"(^|[.!?]\s+)(?<level>\p{Lu}\p{L}{2,11})\.$|^(?<level>\p{Lu}\p{L}{2,11})\.(?=\s)", RegexOptions.ExplicitCapture)]
    private static partial Regex OneWord();

    [GeneratedRegex(@"(^|[.,;!?–—·""”»)]\s+)(?<level>\p{L}{3,12})\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Closing();

    [GeneratedRegex(@"\s[|·•/–—-]\s|;|,\s|\s{2,}|\.(\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Separators();

    [GeneratedRegex(@":\w+:|[\p{So}\p{Cs}\uFE0F*!]")]
    private static partial Regex Decoration();

    [GeneratedRegex(@"^((P|SEV[- ]?|Sev[- ]?|sev[- ]?|S|(PRIO|Prio|prio)[- ]?)[0-5])?\s*[/–(-]?\s*\p{L}*\)?$")]
    private static partial Regex Segment();

    [GeneratedRegex(
        @"^\W*((?<critical>red|rot|rojo|roja|vermelho|vermelha|rouge|rosso|rossa|rood)|(?<high>orange|naranja|laranja|arancione|oranje)|"
        + @"(?<medium>yellow|amber|gelb|amarillo|amarilla|amarelo|amarela|jaune|giallo|gialla|geel)|"
        + @"(?<low>green|grun|verde|vert|groen|blue|blau|azul|bleu|blu|blauw|gr[ea]y|grau|gris|cinza|grigio|grijs|white|weiss|blanco|branco|blanc|bianco|wit))$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ColourWord();

    // "DiskFull — critical", "Queue stuck - warning": behind a dash these say how bad it is; "Latency – high" says what is wrong.
    [GeneratedRegex(@"\s[–—-]\s*(?<level>critical|warning|info|major|minor|crítico|crítica|critique|kritisch|warnung)\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Tail();

    // What FurtherLanguages reads has its levels here, behind the others.
    const string CriticalWords =
        "critical|critic[ao]s?|criticite|kritisch\\w*|critique|emergency|blocker|highest|urgente?|kritiek|критическ\\w*|緊急|致命|"
            + "kritisk\\w*|krytyczn\\w*|kritik|kritick\\w*|kriittinen|kritikus|kritis|критичн\\w*|nghiem trong|심각|치명|严重|紧急";
    const string HighWords =
        "high|alt[ao]|hoch|hohe|haute?|elevee?|major|majeure?|mayor|maior|hoog|grave|schwer|высок\\w*|高|"
            + "hoga?|hogt|hoye?|hoje?|wysok\\w*|vysok\\w*|korkea|yuksek|magas|ridicata?|tinggi|висок\\w*|높음";
    const string MediumWords =
        "medium|moderate|medi[ao]|mittel|moyenne?|moderee?|moderad[ao]|warning|warn|warnung|advertencia|aviso|avertissement|avviso|waarschuwing|gemiddeld|middel|"
            + "normal|средн\\w*|中|medel|middels|varning|advarsel|sredni\\w*|stredn\\w*|keskitaso|orta|kozepes|mediu|sedang|trung binh|середн\\w*|보통|중간";
    const string LowWords =
        "low|baix[ao]|baj[ao]|niedrig|gering|faible|bass[aeo]|info|informational|information|minor|mineure?|menor|leve|laag|notice|низк\\w*|低|"
            + "lave?|lavt|nisk[ai]\\w*|nizk\\w*|matala|dusuk|alacsony|scazuta?|rendah|thap|низьк\\w*|낮음";

    [GeneratedRegex(
        @"(?<![\w.-])((P|SEV|Sev|sev|SEV=|sev=|severity=|prio=|priority=|Severity |severity |SEVERITY |PRIO|Prio|prio|Priority |priority |PRIORITY |Priorytet |"
        + @"Priorita |Prioritet |Пріоритет |Приоритет |PRIORITÄT |PRIORIDADE? |Priorität |Prioridad |Prioridade |Priorité |Gravidade |Gravedad |Gravité |Severidad |"
        + @"Severidade |Sévérité |Schweregrad )[- ]?|(?<=^\W*|[–—(\[,|·:]\s?)S)(?<number>[0-5])(?![\w%]|\.\w)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex($@"\b({CriticalWords}|{HighWords}|{MediumWords}|{LowWords})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex($@"[(\[]\s*([A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*[,;·]\s*|[a-z]\w{{5,60}}[,;·]\s*)?(severity:?\s*)?(P|S|SEV-?|prio)?\s?([0-5]\b|{CriticalWords}|{HighWords}|{MediumWords}|{LowWords})[^)\]]{{0,80}}[)\]]",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex($@"^(?!major incident (process|procedure|management|response|plan|policy|handbook|playbook|runbook|guide|manual|line|bridge|team))(?<level>{CriticalWords}|{HighWords}|{MediumWords}|{LowWords})([ -](priority|severity|prioridad\w*|prioritat))?\s+(incidents?|alerts?|issues?|scenarios?|runbooks?|level|alarme?|incidentes|alertas|vorfalle|storungen|alertes)\b|^(incidentes|alertas|incidents|alertes) (?<level>{CriticalWords}|{HighWords}|{MediumWords}|{LowWords})",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Kind();

    [GeneratedRegex($"^({CriticalWords})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Critical();

    [GeneratedRegex($"^({HighWords})$", RegexOptions.ExplicitCapture)]
    private static partial Regex High();

    [GeneratedRegex($"^({MediumWords})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Medium();

    [GeneratedRegex($"^({LowWords})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Low();
}
