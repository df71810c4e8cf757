using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>What a heading's words say about what stands under it.</summary>
internal static partial class Titles
{
    /// <summary>"Runbook 3: X", "Incident: X", "Scenario A - X", "X Alert".</summary>
    public static bool NamesIncident(string title)
    {
        var bare = Words.Bare(title);
        return Incident().IsMatch(Words.Fold(bare)) || AlertSuffix().IsMatch(bare) || AlertPrefix().IsMatch(bare);
    }

    /// <summary>"Hypothesis 2: X", "Cause: X"; also "Scenario A: X", which is a cause only inside a procedure.</summary>
    public static bool NamesCause(string title) => Cause().IsMatch(Words.Fold(Words.Bare(title))) || IsScenario(title);

    public static bool IsScenario(string title) => Scenario().IsMatch(Words.Fold(Words.Bare(title)));

    /// <summary>States of pods and nodes as the cluster itself calls them (kubernetes.io, "Pod Lifecycle", "Node Status"): "Node `NotReady`" names no alert.</summary>
    public static bool IsState(string name) => States.Contains(name);

    static readonly System.Collections.Frozen.FrozenSet<string> States = System.Collections.Frozen.FrozenSet.Create(StringComparer.Ordinal,
        "NotReady", "CrashLoopBackOff", "OOMKilled", "ImagePullBackOff", "ErrImagePull", "Evicted", "DiskPressure", "MemoryPressure", "PIDPressure", "NetworkUnavailable",
            "NodeLost", "FailedScheduling", "FailedMount", "CreateContainerConfigError", "ContainerCreating", "Terminating", "Pending");

    /// <summary>One word in camel case of at least two humps, as alert rules are named.</summary>
    public static bool IsAlertName(string text) => text.Length is > 5 and < 100 && AlertName().IsMatch(text) && !Products.Holds(text);

    public static IEnumerable<string> AlertNamesIn(string text) => AlertWords().Matches(text).Select(m => m.Value);

    /// <summary>Speaks of something that went wrong: "Redis memory full", "High latency".</summary>
    public static bool IsTrouble(string title) => title.Length > LongestRemembered ? SpeaksOfTrouble(title) : Troubles.Of(title);

    const int LongestRemembered = 120;

    // The same title is asked about many times: by its section, by the sections around it, and for its role.
    static readonly Remembered<string, bool> Troubles = new(SpeaksOfTrouble, 32_768);

    static readonly Alternatives Troubled = new(WhatToDoWhen(), Trouble(), TroubleElsewhere(), TroubleUnspaced());

    static bool SpeaksOfTrouble(string title)
    {
        var folded = Words.Fold(title);
        return Troubled.IsMatch(folded) && !TakingDown().IsMatch(folded) || Quoted().IsMatch(title.AsSpan().Trim());
    }

    /// <summary>The name alone: "Runbook 1: APIHigh5xxRate" is "APIHigh5xxRate", "2. Disk full (P1)" is "Disk full".</summary>
    public static string Name(string title)
    {
        var bare = Words.Bare(title);
        var named = Prefix().Match(bare);
        if (named.Success && named.Length < bare.Length) bare = Words.Bare(bare[named.Length..]);
        bare = SeverityTail().Replace(bare, "").Trim();
        return bare.Length > 0 ? bare : title.Trim();
    }

    /// <summary>"QueueFull / QueueNearlyFull", "DiskFull and DiskFilling": a title of nothing but names of alerts; empty for any other.</summary>
    public static IReadOnlyList<string> AlertsOnly(string title) =>
        BetweenNames().Split(title.Trim()) is { Length: > 1 } names && names.All(IsAlertName)
            ? names
            : Shouted().IsMatch(title) && IsTrouble(title.Replace('_', ' '))
            ? [title]
            : [];

    /// <summary>"recs.ctr_drop — P1 — clicks fell", "recs.gpu_xid / recs.gpu_ecc — P2": the names in front of the level that a title carries; empty for any other.</summary>
    public static IEnumerable<string> RatedNames(string title) => RatedName().Match(title) is { Success: true } rated ? rated.Groups["name"].Captures.Select(c => c.Value) : [];

    [GeneratedRegex(@"^(?<name>[a-z][a-z0-9]*([._-][a-z0-9]+)+)((,| /)\s(?<name>[a-z][a-z0-9]*([._-][a-z0-9]+)+))*\s[—–-]\s(P|SEV[- ]?|S|prio )[0-5]\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex RatedName();

    /// <summary>"HL7_NAK_RATE": words in capitals, as monitoring systems call what they raise.</summary>
    public static bool IsShouted(string title) => Shouted().IsMatch(title);

    /// <summary>"Hypothesis 1: Pool exhausted" is "Pool exhausted".</summary>
    public static string CauseName(string title)
    {
        var bare = Words.Bare(title);
        var named = CausePrefix().Match(bare);
        return named.Success && named.Length < bare.Length ? Words.Bare(bare[named.Length..]) : bare;
    }

    /// <summary>"Disk full – P1", "Disk full (SEV2)": a heading that carries its severity is that of an incident.</summary>
    public static bool EndsWithSeverity(string title) => SeverityTail().Match(title) is { Success: true, Index: > 2 };

    /// <summary>"alert `DiskFull` (warning)", "P1 always": what stands behind a bold line that is the title of an incident.</summary>
    public static bool RatesOrNamesItsAlert(string beside) => beside.Length is > 1 and < 120 && BesideTitle().IsMatch(beside);

    [GeneratedRegex(@"^(alerts?|alarms?|alarme|alertas?|alertes?|allarme|severity|severidade?|gravedad|gravidade|schweregrad|sev ?\d|SEV-?\d|P[0-5]|prio\w* ?\d)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex BesideTitle();

    /// <summary>"Is our clock wrong?", "Wurde das Geheimnis getauscht?": asks whether it is this.</summary>
    public static bool AsksWhether(string title) => title.TrimEnd().EndsWith('?') && Whether().IsMatch(Words.Fold(Words.Bare(title)));

    /// <summary>A question, or a condition with what to do ("If the sale is unknown: ask the till"): a part of a procedure, never one by itself.</summary>
    public static bool IsPart(string title) =>
        title.TrimEnd().EndsWith('?') && Question().IsMatch(Words.Fold(Words.Bare(title))) || Condition().IsMatch(Words.Fold(Words.Bare(title)));

    /// <summary>"If the cache is cold", "Si la caché está fría".</summary>
    public static bool IsConditional(string title) => Conditional().IsMatch(Words.Fold(Words.Bare(title)));

    /// <summary>What a heading is counted by: "HPG-04 Restore" by "HPG-", "Card 3 · Loop" by "card", "K2: Loop" by "k", "4. Restore" by "1", "(2) Stampede" by "(1)";
    /// empty where by nothing.</summary>
    public static string CountOf(string title)
    {
        if (Words.IsNumbered(title)) return "1";
        if (Bracketed().IsMatch(title)) return "(1)";
        if (Lettered().IsMatch(title)) return "A";
        return Count().Match(title) is { Success: true } count ? count.Groups["series"].Value.ToLowerInvariant() : "";
    }

    /// <summary>"Queue latency (sidekiq_queue_latency)", "frontend: hard_timeout_responses": a name in snake case in the brackets that close a title, or behind its
    /// service; null where there is none.</summary>
    public static string? AlertInSnakeCase(string title) =>
        (InBrackets().Match(title) is { Success: true } name ? name : BehindService().Match(title)) is { Success: true } found ? found.Groups["name"].Value : null;

    [GeneratedRegex(@"\S\s*\((?<name>[a-z][a-z0-9]*(_[a-z0-9]+)+)([,;][^)]{0,60})?\)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^\s*[a-z][a-z0-9-]{1,40}:\s+(?<name>[a-z][a-z0-9]*(_[a-z0-9]+)+)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex BehindService();

    [GeneratedRegex(@"^\W*[A-K][.)]\s+\p{L}")]
    private static partial Regex Lettered();

    [GeneratedRegex(@"\s*(?:/|,|\+|&|\s(?:and|or|und|oder|y|o|e|ou|et)\s)\s*")]
    private static partial Regex BetweenNames();

    [GeneratedRegex(@"^[A-Z][A-Z0-9]+(_[A-Z0-9]+)+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Shouted();

    const string IncidentWords =
        "runbook|playbook|incident|(alert|alarm)( name| rule)|alert|issue|problem|failure( mode)?|outage|procedure|card|play|fiche|ficha|vorfall|storung|alarm|"
            + "problema|incidente|incidencia|alerta|alerte|incidenza|allarme|falla|falha|panne|probleem|storing|decision tree|entscheidungsbaum|arbol de decision|"
            + "arvore de decisao|arbre de decision";
    const string ScenarioWords = "scenario|case|szenario|cenario|escenario|fall|caso|cas|situation|scenari|branch|zweig|rama|branche";
    const string CauseWords =
        "reason|grund|motivo|raison|hypothesis|hypothese|hipotesis|hipotese|ipotesi|hypothese|(root |possible |likely |potential |probable |common )?cause|"
            + "(mogliche )?ursache|causa( raiz| posible| probable| provavel|possibile|probabile)?|((mogelijke|waarschijnlijke|vermoedelijke) )?oorzaak|theory|suspect|"
            + @"rung(?! \d{1,2}\W{1,3}((where|what|which|how|who)\b|((one|two|three|five|ten|\d{1,2}) )?(minutes?|looks?|glances?|looking)\b))|"
            + "(could|might|may) be|maybe|possibly|puede ser|podria ser|pode ser|kann sein|konnte sein|peut-etre";
    const string Number = @"\s*((n°|n\.?º|nr\.?|no\.|n|#)?\s?\d{1,3}[a-h]?|[a-h]\d{0,2}|[ivx]{1,4})?\s*[:.)\-–—·]\s*\S";

    [GeneratedRegex("^(" + IncidentWords + "|" + ScenarioWords + ")" + Number + "|^(" + IncidentWords + "|" + ScenarioWords + @")\s+(#?\d{1,3}|[a-h])$|^(" + IncidentWords
        + "|" + ScenarioWords + @")\s+#?\d{1,2}\s+\p{L}",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Incident();

    [GeneratedRegex(@"^[¿ ]*(is|are|was|were|does|do|did|has|have|had|can|ist|sind|war|waren|hat|haben|wurden?|es|esta|estan|hay|ha|han|e|ha|houve|foi|est-ce|y a-t-il)\s",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Whether();

    [GeneratedRegex(
        @"^[¿ ]*(is|are|was|were|does|do|did|has|have|had|can|should|how|why|what|who|which|where|when|ist|sind|war|hat|haben|wurden?|kann|wie|warum|was|wer|"
        + @"welche[rs]?|wo|wann|es|esta|estan|hay|ha|han|como|por que|que|quien|cual|donde|cuando|quem|qual|onde|quando|est-ce|comment|pourquoi|qui|quel|ou|quand)\s",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Question();

    [GeneratedRegex(@"^(if|in case|wenn|falls|si|se|als)\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"^(if|in case|wenn|falls|si|se|als)\s[^:]{3,100}:\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Condition();

    // "Alert MinioDriveOffline", "3 Alert MinioDriveOffline": the word and the name, without a colon between.
    [GeneratedRegex(@"^(\d{1,2}\s+)?(Alert|Alarm|Alarma|Alerta|Alerte|Allarme)s?\s+`?([A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*|[A-Z][A-Z0-9]+(_[A-Z0-9]+)+)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex AlertPrefix();

    [GeneratedRegex(@"^(([a-h]|\d{1,2})\.\d{1,2}\.?\s+)?(" + CauseWords + ")" + Number + "|^(" + CauseWords
        + @")\s+(#?\d{1,3}|[a-h]\d{0,2})$|^[chu]\d{1,2}\s*[:.)\-–—·]\s*\S|^h\d{1,2}\s+(?!database|20\d\d)\p{L}{2}|^(" + CauseWords + @")\s+(\d{1,2}|[a-h]), \p{L}",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Cause();

    [GeneratedRegex("^(" + ScenarioWords + ")" + Number + "|^(" + ScenarioWords + @")\s+(#?\d{1,3}|[a-h])$", RegexOptions.ExplicitCapture)]
    private static partial Regex Scenario();

    [GeneratedRegex(
        @"^(?!(how|what|when|why|where|who|one|each|every|all|any|no|for|per|silenc\w*|creat\w*|configur\w*|add\w*|manag\w*|test\w*|acknowledg\w*|set|writ\w*|"
        + @"respond\w*|about|receiv\w*|mut\w*)\b)\S.{2,80}\s(Alert|alert|ALERT|Alarm)(\s*\([^)]{0,60}\))?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex AlertSuffix();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$|^[A-Z]{2,}[a-z][A-Za-z0-9]*$|^etcd[A-Z][A-Za-z0-9]+$|^[A-Z][a-z]+(_[A-Za-z0-9]+)+$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex AlertName();

    [GeneratedRegex(@"(?<![\w./@`-])([A-Z][A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*|[A-Z]{2,}[a-z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*)(?![\w/(@-]|\.\w)", RegexOptions.ExplicitCapture)]
    private static partial Regex AlertWords();

    [GeneratedRegex(@"^(what (i|we|you|to) (can )?do|was (wir )?tun|que (hacer|hacemos)|o que (fazer|fazemos)|que faire|cosa fare) (when|if|wenn|si|cuando|quando|se|quand) ",
        RegexOptions.ExplicitCapture)]
    private static partial Regex WhatToDoWhen();

    [GeneratedRegex(
        @"\b((numbers|counts|figures|totals|amounts|balances?|stats) (are )?(off|wrong)|down|fail(?!over)\w*|high|low|slow\w*|full|errors?|lag\w*|time-?outs?|"
        + @"unavailable|exhaust\w*|crash\w*|oom\w*|leak\w*|saturat\w*|spike\w*|stuck|backlog|expir\w+|breach|outage|unreachable|"
        + @"not (responding|ready|working|starting|processing|syncing)|degrad\w*|corrupt\w*|pressure|missing|dead|deadlock\w*|gone|split[- ]brain|throttl\w*|"
        + @"overload\w*|broken|blocked|evicted|loop\w*|cannot|can not|(can|won|doesn|isn|aren|don|couldn|didn)'?t|not \w+|stands? still|lose|zombie|yesterday|"
        + @"by (mistake|accident)|accidental\w*|versehentlich\w*|por (error|engano)|par erreur|per errore|per ongeluk|does not|do not|is not|are not|unable|"
        + @"hang(s|ing)?|went wrong|goes wrong|growing|grows|piling up|climbing|filling up|offline|stale|lost|losing|reject\w*|refused|denied|declin\w*|suspected|"
        + @"duplicat\w*|delay(ed|s)?|late|stopped|halt\w*|frozen|(?<!(change|code|deploy\w*|config|release) )freez\w*|hacked|gehackt|hackead[oa]s?|piratee?s?|defaced|"
        + @"infected|malware|spam|phish\w*|stolen|gestohlen|robad[oa]s?|roubad[oa]s?|disappear\w*|vanish\w*|twice|flapping|drift\w*|unhealthy|unresponsive|"
        + @"compromise\w*|leaked|skewed?|wrong|bloat\w*|5\d\ds?|4\d\ds?|latency|disk space|replication|attack|abuse|loss|hung|(gets?|receives?|sees?) no|"
        + @"(returns?|finds?|shows?|delivers?) nothing|[<>] ?\d+ ?%|wraparound|at (the |its )?(\w+ )?limit|(somebody|someone) \w+ed|hammer\w*|flood\w*|"
        + @"(is|are|goes|turns|went|gone) red)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Trouble();

    [GeneratedRegex(
        @"\b(hors ligne|hors service|surchauffe\w*|fails?|gestort|abgebrochen|doppelt|en echec|inaccessible|indisponible|bloquead[oa]s?|degradad[oa]s?|vazamento|"
        + @"ausfall\w*|ausgefallen|steht|hangt|geht nicht|nicht \w+|kein\w*|defekt\w*|verlust|abgelaufen|verzogert\w*|fehler|voll|langsam|hoch|hohe|caid[oa]s?|fallos?|"
        + @"fallas?|no (responde|funciona|carga|llega\w*|arranca|conecta)|colgad[oa]s?|atascad[oa]s?|vencid[oa]s?|expirad[oa]s?|agotad[oa]s?|errores|perdid[oa]s?|"
        + @"saturad[oa]s?|caiu|parad[oa]s?|travad[oa]s?|atrasad[oa]s?|nao \w+|sem \w+|erros?|falhando|esgotad[oa]s?|lento|lleno|alta|alto|falha|fora do ar|cheio|"
        + @"lentidao|indisponivel|не \w+|нет \w+|ошибк\w*|завис\w*|упал\w*|недоступ\w*|медленн\w*|переполн\w*|panne|lent(e|eur)?s?|pleine?s?|bloque\w*|sature\w*|"
        + @"injoignable|perte|ne \w+ (pas|plus)|expire\w*|non (risponde|funziona|parte)|bloccat\w*|scadut\w*|esaurit\w*|guasto|lento|pieno|storing|vol|traag|ferm[oaie]|"
        + @"rott[oaie]|scadenza|in errore|kapot|buiten gebruik|foutpagina|niet \w+|geen \w+|vindt niks|dubbel|absente?s?|ausentes?|lands? in spam|schlechte\w*|"
        + @"nie (dziala|odpowiada|startuje|uruchamia)\w*|awari\w+|blad|bledy|niedostepn\w+|nefunguje|nedostupn\w+|chyb\w+|hatas\w*|calismiyor|yavas\w*|kesinti\w*|"
        + @"erisilemiyor|tidak \w+|gagal|lambat|penuh|khong \w+|fungerar inte|fungerer ikke|virker ikke|не працю\w+|помилк\w+|повільн\w+)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex TroubleElsewhere();

    // Of scripts that set no space between words.
    [GeneratedRegex(@"できない|ない$|遅い|遅延|停止|失敗|エラー|障害|高負荷|不可|장애|실패|오류|느림|느려|지연|고갈|불가|중단|초과|부족|급증|다운|안 (됨|열림|돼)|멈춤|누락|폭주|故障|失败|错误|超时|延迟|宕机|过高|不足|异常|缓慢|丢失|无法|耗尽|飙升|中断|堆积|变慢|打满|泄漏",
        RegexOptions.ExplicitCapture)]
    private static partial Regex TroubleUnspaced();

    // What somebody says stands in quotation marks: "The diary page says 502".
    [GeneratedRegex("^[\"“„«][^\"“”„«»]{3,80}[\"”»“](\\s*\\([^)]{0,80}\\))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"^\W*(?<series>[A-Z]{2,8}-)(\d{1,3}\b|[A-H](?=[.:)]? ))|^\W*(?<series>\p{L}{3,12}) (\d{1,2}|[A-H])\s*[:.·–—-]\s|^\W*(?<series>[A-OQRT-Z])\d{1,2}\s*[:.·–—)]\s|"
        + @"^\W*(?<series>\d{1,2}\.)\d{1,2}\.?\s",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Count();

    [GeneratedRegex(@"^\W*\((\d{1,2}|[A-H])\)\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\b(writ\w+|not\w+|scal\w+|shut\w*|tear\w*|spin\w*|tak\w+|wind\w*|wir\w+)(\s\w+){0,3} down\b|^no \w+ (is )?(needed|required)", RegexOptions.ExplicitCapture)]
    private static partial Regex TakingDown();

    [GeneratedRegex(
        @"^\s*(runbook|playbook|incident|(alert|alarm)( name| rule)|alert|issue|problem|procedure|card|fiche|ficha|störung|vorfall|alarm|alerta|alerte|incidente|"
        + @"problema)(\s*(#?\d{1,3}|[A-Ha-h](?=\s*[:.)]))?\s*[:.)\-–—·]\s*|\s+#?\d{1,2}\s+(?=\p{L}))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();

    [GeneratedRegex(
        @"^\s*[CcHhUu]\d{1,2}\s*[:.)\-–—·]\s*|^\s*H\d{1,2}\s+(?=\p{L}{2})|^\s*(([A-Ha-h]|\d{1,2})\.\d{1,2}\.?\s+)?((could|might|may) be|maybe|possibly|puede ser|"
        + @"podría ser|pode ser|kann sein|könnte sein|peut-être|reason|grund|motivo|raison|hypothesis|hypothese|hipótesis|hipótese|ipotesi|hypothèse|"
        + @"(root |possible |likely |potential |probable |common )?cause|(mögliche )?ursache|causa( raíz| raiz| posible| probable| provável| possibile| probabile)?|"
        + @"((mogelijke|waarschijnlijke|vermoedelijke) )?oorzaak|rung|scenario|case|szenario|cenário|escenario|caso|fall|scénario|branch|zweig|rama|branche)\s*(#?\d{1,3}[a-h]?|"
        + @"[A-Ha-h]\d{0,2}(?=\s*[:.)\-–—]))?\s*[:.)\-–—]\s*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CausePrefix();

    [GeneratedRegex(
        @"\s*[(\[]\s*(P[0-5]|S[0-4]|SEV[- ]?[0-5]|prio(rit\p{L}+)? ?[0-5]|critical|high|medium|low|warning|info|major|minor|cr[ií]tic[ao]|alt[ao]|m[ée]di[ao]|"
        + @"baix[ao]|baj[ao]|kritisch|hoch|mittel|niedrig|critique|élevée?)\s*((→|->|=>|,|;|/)[^)\]]{0,40})?[)\]]\s*$|"
        + @"\s*\(\s*(P|SEV[- ]?)[0-5]\b(?!\s*(-|–|—|to|bis|a|à|/|\.\.)\s*(P|SEV[- ]?)?[0-5])[^)]{0,60}\)\s*$|\s+[–—·|-]\s*(P|SEV[- ]?)[0-5]\s*$|"
        + @"\s[–—-]\s*(critical|warning|info|major|minor|cr[ií]tic[ao]|critique|kritisch|warnung)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SeverityTail();
}
