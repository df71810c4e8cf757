using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>What a time is promised for.</summary>
internal enum Promised { Answer, Repair, Update }

/// <summary>How soon somebody answers, how soon it is mended, and how often people are told, as a text promises it.</summary>
/// <param name="Respond">Minutes, as all times here; a counted business day has 24 hours, and "next business day" is no length of time.</param>
/// <param name="RespondDays">Business days; 1 for the next.</param>
/// <param name="Named">True where a word beside one of the times says what it is for.</param>
internal sealed partial record Promises(int? Respond, int? Resolve, int? Update, int? RespondDays, int? ResolveDays, bool Named)
{
    public static readonly Promises None = new(null, null, null, null, null, false);

    /// <summary>True where it says when somebody answers or when it is mended.</summary>
    public bool Says => (Respond ?? Resolve ?? RespondDays ?? ResolveDays) is not null;

    /// <param name="unnamed">What a time is for that no word beside it explains; null where the first is the answer and the second the repair.</param>
    public static Promises Of(string text, Promised? unnamed = null) => text.Length > LongestRemembered ? Read(text, unnamed) : Known.Of((text, unnamed));

    const int LongestRemembered = 300;

    static readonly Remembered<(string Text, Promised? Unnamed), Promises> Known = new(k => Read(k.Text, k.Unnamed), 16_384);

    static Promises Read(string text, Promised? unnamed)
    {
        if (!MayTellTime(text)) return None;
        var promises = None;
        var told = 0;
        // What a word explains comes first: "phones within 30 min; restored within 4 h" promises the repair in 4 h.
        var unexplained = new List<Interval>();
        foreach (var clause in Clauses(text))
        {
            if (TimesIn(clause) is not { Count: > 0 } times) continue;
            // "S3 1 day. Stuck for a while? Call her": the second of two times that nothing explains stands in the same sentence.
            var sentence = text.IndexOf(clause, StringComparison.Ordinal) is > 1 and var at && SentenceEnd().IsMatch(text[..at]);
            foreach (var time in times)
            {
                // "P1 not restored after 30 min: the lead" hands it on, whatever else the words say.
                if (HandedOn().IsMatch(clause[..time.Start])) continue;
                if (KindOf(clause, time) is { } kind) promises = promises.With(kind, time) with { Named = true };
                else if (!IsMeasured(clause, time) && !(sentence && told > 0)) unexplained.Add(time);
                told++;
            }
        }

        // "drop everything, answer in 10 min": at once is when somebody starts; nobody promises the repair at once.
        foreach (var time in unexplained)
            if (unnamed is not null || time.Minutes != 0 || promises.Next == Promised.Answer) promises = promises.With(unnamed ?? promises.Next, time);

        return promises;
    }

    /// <summary>What a column, a row or a label of this name promises; null where it promises nothing.</summary>
    public static Promised? KindOf(string folded) => folded.Length > LongestLabel ? Told(folded) : Labels.Of(folded);

    const int LongestLabel = 60;

    // The heads of a table are asked by everybody who looks for a policy in it.
    static readonly Remembered<string, Promised?> Labels = new(Told, 4_096);

    // "Class | Example | Start | Back by": as heads of columns alone.
    static Promised? Told(string folded) =>
        folded is "start" or "starts" or "start by" or "start within" or "begin" or "beginn" or "inicio" or "debut" ? Promised.Answer
        : folded is "back by" or "back up by" or "up by" or "over by" or "wieder da" ? Promised.Repair
        : TellsUpdate().IsMatch(folded) ? Promised.Update
        : TellsAnswer().IsMatch(folded) ? Promised.Answer
        : TellsRepair().IsMatch(folded) || TellsRelief().IsMatch(folded) ? Promised.Repair
        : null;

    /// <summary>True for what ends the trouble for good; a workaround or a mitigation does not.</summary>
    public static bool IsFinal(string folded) => TellsRepair().IsMatch(folded);

    /// <summary>"Within", "SLA", "Target": a time, and none of these words says for what.</summary>
    public static bool IsTime(string folded) => Generic().IsMatch(folded);

    /// <summary>A time where nothing else stands: "15 min", "5'", "next business day".</summary>
    public static (int? Minutes, int? Days) Time(string text) => TimesIn(text).Select(t => (t.Minutes, t.Days)).FirstOrDefault();

    public static bool HasTime(string text) => TimesIn(text).Count > 0;

    /// <summary>"hourly", "every 30 min".</summary>
    public static int? Cadence(string text) => TimesIn(text).Select(t => t.Minutes).FirstOrDefault(m => m is not null);

    Promised Next => (Respond ?? RespondDays) is null ? Promised.Answer : Promised.Repair;

    Promises With(Promised kind, Interval time) => kind switch
    {
        Promised.Answer => (Respond ?? RespondDays) is null ? this with { Respond = time.Minutes, RespondDays = time.Days } : this,
        Promised.Repair => (Resolve ?? ResolveDays) is null ? this with { Resolve = time.Minutes, ResolveDays = time.Days } : this,
        _ => this with { Update = Update ?? time.Minutes },
    };

    sealed record Interval(int? Minutes, int? Days, int Start, int End);

    static List<Interval> TimesIn(string text)
    {
        var times = new List<Interval>();
        times.AddRange(InDays.Matches(text).Select(OfDays));
        var days = times.Count;
        foreach (var time in Durations.All(text))
        {
            if (!times.Take(days).Any(d => time.Start < d.End && time.End > d.Start)) times.Add(new(time.Minutes, null, time.Start, time.End));
        }

        if (text.AsSpan().ContainsAny('\'', '′', '’') && Feet().Match(text) is { Success: true } foot)
            times.Add(new(int.Parse(foot.Groups["count"].Value, CultureInfo.InvariantCulture), null, 0, text.Length));
        times.AddRange(InRounds.Matches(text).Select(m => new Interval(m.Groups["hour"].Success ? 60 : 24 * 60, null, m.Index, m.Index + m.Length)));
        // "now", "drop everything"; "tomorrow", where no business day says which.
        times.AddRange(InNow.Matches(text).Select(m => new Interval(0, null, m.Index, m.Index + m.Length)));
        if (days == 0) times.AddRange(InTomorrow.Matches(text).Select(m => new Interval(24 * 60, null, m.Index, m.Index + m.Length)));
        return times.Count < 2 ? times : [.. times.OrderBy(t => t.Start)];
    }

    // Whatever tells a time has a digit, or a word for one.
    static bool MayTellTime(string text) =>
        text.AsSpan().ContainsAnyInRange('0', '9') || InDays.Holds(text) || InRounds.Holds(text) || InNow.Holds(text) || InTomorrow.Holds(text)
            || Durations.MayBeInWords(text);

    static readonly Sieve InDays =
        new([BusinessDays()], "business", "working", "bd", "werkt", "arbeitst", "hábil", "habil", "laborable", "útil", "util", "útei", "utei", "útis", "utis", "ouvr", "lavorativ",
            "werkdag", "robocz", "pracovn", "arbetsdag", "arbeidsdag", "arbejdsdag", "munkanap", "lucrăto", "iş günü", "робоч", "рабоч", "工作日", "營業日", "営業日", "영업일");
    static readonly Sieve InRounds = new([Rounds()], "hour", "stündlich", "hora", "heure", "daily", "täglich", "diari", "diário", "quotidien");
    static readonly Sieve InNow =
        new([AtOnce()], "now", "drop everything", "straight away", "asap", "inmediata", "imediata", "immediate", "immédiate", "jetzt", "adesso", "ahora", "agora", "nu");
    static readonly Sieve InTomorrow =
        new([Tomorrow()], "tomorrow", "next day", "mañana", "amanhã", "lendemain", "demain", "domani", "siguiente", "seguinte", "nächster tag", "nächsten tag");

    static Interval OfDays(Match match)
    {
        const int MinutesOfDay = 24 * 60;
        int? count = int.TryParse(match.Groups["count"].Value, CultureInfo.InvariantCulture, out var counted) ? counted : match.Groups["one"].Success ? 1 : null;
        return new(match.Groups["next"].Success ? null : count * MinutesOfDay, count ?? 1, match.Index, match.Index + match.Length);
    }

    // The word that stands nearest to the time: "15 min ack 4 h resolution", "restored in 1 hour".
    static Promised? KindOf(string clause, Interval time)
    {
        if (Recurring().IsMatch(clause[..time.Start]) || Rounds().IsMatch(clause[time.Start..time.End])) return Promised.Update;
        var words = Words.Fold(clause) is var folded && folded.Length == clause.Length ? folded : clause.ToLowerInvariant();
        var nearest = Kinds.Matches(words)
            .Where(m => m.Index + m.Length <= time.Start || m.Index >= time.End)
            .Select(m => (Word: m, Gap: m.Index >= time.End ? m.Index - time.End : time.Start - m.Index - m.Length))
            .OrderBy(m => m.Gap).Select(m => m.Word).FirstOrDefault();
        return nearest is null ? null : KindOf(nearest.Value);
    }

    [GeneratedRegex(@"\b(after|then|nach|après|au bout de|após|depois de|después de|tras|dopo|через)\s*(the |about |~)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HandedOn();

    // "down for more than 10 minutes" measures the trouble, "then the lead after 30 min" hands it on.
    static bool IsMeasured(string clause, Interval time) => MeasuredBefore().IsMatch(clause[..time.Start]) || MeasuredAfter().IsMatch(clause[time.End..]);

    static IEnumerable<string> Clauses(string text) => Between().Split(text).Where(c => c.Length > 0);

    const string UpdateWords =
        @"updates?|cadence|frequency|communicat\w*|comms|status page|aktualisierung\w*|statusmeldung\w*|atualiza\w*|actualiza\w*|mise a jour|aggiornament\w*|"
            + @"komunikacj\w*|powiadom\w*|guncelleme\w*|uppdatering\w*|o[pd]{2}atering\w*|paivity\w*|frissites\w*|pembaruan|cap nhat|оновлен\w*|обновлен\w*|更新\w*|"
            + @"업데이트\w*";
    const string AnswerWords =
        @"response|respond\w*|ack\w*|acknowledg\w*|reaction|reaktion\w*|reagi\w*|antwort\w*|react\w*|reaccion|reacao|answer\w*|reply|prise en (charge|compte)|"
            + @"intervention|gti|реакци\w*|ответ\w*|resposta|respuesta|reponse|reazione|risposta|presa in carico|初動\w*|応答\w*|reactie\w*|time to (ack|respond)|"
            + @"first (reply|look)|look(s|ed)? (at|into)|start(s|ed)? (work|working)|work (starts|begins|started)|arbeitsbeginn|beginn der arbeit|"
            + @"somebody (looks|is on it)|pick(ed)? up|taken (up|on)|attended( to)?|engage\w*|call(ed)? ?back|ruckmeldung|ruckruf|annahme|tiempo de atencion|"
            +
                @"atendimento|atender|atencion|mtta|reakcj\w*|reakce|odezv\w*|tepki\w*|yanit\w*|svarstid|respons|responstid|reaktionstid|(pa)?borja\w*|starta(s|r)?|"
                + @"vasteaika|valaszid\w*|raspuns\w*|"
            + @"phan hoi|реакц\w*|відповід\w*|响应\w*|응답\w*";
    const string RepairWords =
        @"resol\w*|regle[rz]?|reparer?|depanne[rz]?|fix(ed)?|done|back in|back within|up again|retabli\w*|wiederherstell\w*|restablec\w*|restaura\w*|ripristino|"
            + @"herstel|opgelost|verholpen|repair\w*|reparat\w*|reparac\w*|restor\w*|gone within|losung\w*|gelost|behebung\w*|behoben|entstor\w*|soluc\w*|solucao|"
            + @"solved?|solution|risoluzione|oplos\w*|mttr|gtr|time to (fix|repair|restore)|correction|corrigid\w*|cured?|remedied|mended|cleared|conserto|arregl\w*|"
            + @"решени\w*|устранени\w*|восстановлени\w*|recover\w*|back to normal|normal again|recuperacion|recuperacao|restablecimiento|復旧\w*|解決\w*|przywroc\w*|"
            + @"napraw\w*|rozwiaz\w*|usuniec\w*|vyres\w*|obnov\w*|cozum\w*|losning\w*|atgard\w*|klart?|lost|ratkais\w*|megold\w*|helyreall\w*|rezolv\w*|penyelesaian|pemulihan|"
            + @"khac phuc|вирішен\w*|відновлен\w*|усунен\w*|恢复\w*|解决\w*|복구\w*|해결\w*";
    const string ReliefWords = @"mitigat\w*|mitigac\w*|workarounds?|umgehung\w*|contain(ed|ment)?|contournement";

    [GeneratedRegex(@"\b(" + UpdateWords + @")\b", RegexOptions.ExplicitCapture)]
    private static partial Regex TellsUpdate();

    [GeneratedRegex(@"\b(" + AnswerWords + @")\b", RegexOptions.ExplicitCapture)]
    private static partial Regex TellsAnswer();

    [GeneratedRegex(@"\b(" + RepairWords + @")\b", RegexOptions.ExplicitCapture)]
    private static partial Regex TellsRepair();

    [GeneratedRegex(@"\b(" + ReliefWords + @")\b", RegexOptions.ExplicitCapture)]
    private static partial Regex TellsRelief();

    static readonly Alternatives Kinds = new(TellsUpdate(), TellsAnswer(), TellsRepair(), TellsRelief());

    [GeneratedRegex(
        @"^(sla|slo|time|times|within|how (fast|soon|quickly)|target|goal|zeit|frist|ziel|prazo|plazo|tiempo|tempo|delai|objecti(f|vo)|objetivo|срок\w*|"
        + @"время)( time)?$|\b(sla|slo)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Generic();

    // A comma within a number, a slash within a word, and the full stop of an abbreviation part nothing.
    [GeneratedRegex(@",(?!\d)|;|\||\s/\s|/(?=\s|\p{L})|\s·|\s•|\s[–—]\s|→|(?<=[\p{L}\d)]{2})\.(?=\s|$)|\s(?:and|und|y|e|et)\s")]
    private static partial Regex Between();

    [GeneratedRegex(
        @"(?<next>\b(next|following|nächste\w*|naechste\w*|folgende\w*|próximo|siguiente|suivant|prossimo|volgende|następn\w+|(?:další|příští|nasledující)\w*|nästa|"
        + @"neste|næste|következő|următoarea|sonraki|наступн\w+|следующ\w+)\s+|(?<next>下一?个?|翌|다음\s?))?((?<count>\d{1,3})\s*-?\s*|"
        + @"(?<one>\b(one|a|an|einem|einen|ein|un|uno|um|une|één)\s+))?((?<next>next )?(?<!\b(same|mismo|mesmo|même|stesso|selben) )\b(business|working) days?|\bBDs?\b|"
        + @"werktage?[ns]?|arbeitstage?[ns]?|d[ií]as? (h[aá]bil|laborable)(es|s)?|dias? [uú]te?is|dia [uú]til|jours? ouvr[eé]s?|giorn[oi] lavorativ[oi]|werkdag(en)?|"
        + @"dzień robocz\w+|dni robocz\w+|pracovní\w* d\w{1,3}|arb(ets|eids|ejds)dag\w*|munkanap\w*|zi(ua|le)? lucrăto\w+|iş günü|робоч\w+ д\w+|рабоч\w+ д\w+|工作日|營業日|"
        + @"営業日|영업일)(?<next>\s+(suivant|siguiente|seguinte|successivo))?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex BusinessDays();

    [GeneratedRegex(@"^\s*<?\s*(?<count>[0-9]{1,3})['′’]\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Feet();

    [GeneratedRegex(@"[.!?]\s+$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b((right )?now|drop everything|straight away|asap)\b|^\s*(inmediata|imediata|immediate|immédiate|jetzt|adesso|ahora|agora|nu)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex AtOnce();

    [GeneratedRegex(@"\b(tomorrow|(?<!(business|working) )next day|mañana|amanhã|(le )?lendemain|demain|domani|día siguiente|dia seguinte|nächster tag|am nächsten tag)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tomorrow();

    [GeneratedRegex(@"\b((?<hour>hourly|stündlich|de hora en hora|por hora|chaque heure)|daily|täglich|diari[oa]|diário|quotidien(ne)?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Rounds();

    [GeneratedRegex(@"\b(every|alle|cada|a cada|toutes les|tous les|ogni|elke|каждые)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Recurring();

    [GeneratedRegex(
        @"(\b(for|lasting|lasts|longer than|more than|over|after|older than|since|exceeds?|above|acima de|por encima de|au-dessus de|oltre|at least|then|nach|seit|"
        + @"länger als|mehr als|über|ab|após|depois de|después de|tras|más de|mais de|há|hace|durante|après|au bout de|plus de|pendant|depuis|dopo|da oltre|na|через|"
        + @"больше)|[>≥])\s*(the |about |etwa |circa |~)?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex MeasuredBefore();

    [GeneratedRegex(@"^\s*-?\s*(ago|old|long|late|behind|outage|downtime|lag|delay|window|of (data|downtime|lag|delay)|without|timeout|interval|until|before|on (a|an)\b)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex MeasuredAfter();
}
