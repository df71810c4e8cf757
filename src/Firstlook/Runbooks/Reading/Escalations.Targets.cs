using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>What a text that escalates says: its rules, one for each time that it names, and whom each of them calls.</summary>
internal static partial class Escalations
{
    /// <summary>Whom a line of an escalation names behind its time: "30 min: Head of Data", "after 60 minutes head of data".</summary>
    public static string? TargetOf(string text) =>
        Conditioned().Match(text) is { Success: true } target || (target = Listed().Match(text)).Success || (target = Pointed().Match(text)).Success
            || (target = Trailing().Match(text)).Success
            ? Who(target) : null;

    static EscalationRule OfSentence(Prose text) => new(text.Line, Durations.Minutes(text.Plain), NullIfEmpty(text.Plain), TargetIn(text.Plain));

    // "At once to the data lead if two nodes are gone. After 20 min to the vendor if ranges stay unavailable.": two rules, where each part has a time of
    // its own; whom no part names, the rest of the text may: "right away if both are stale, or after 45 minutes. To: the store's lead".
    static IEnumerable<EscalationRule> OfText(Prose text)
    {
        const int LongestText = 600;
        if (text.Plain.Length > LongestText) return [OfSentence(text)];
        var parts = Telling.Sentences(text).SelectMany(Timed)
            .Where(part =>
                Durations.Minutes(part.Plain) is not null
                    && (TargetIn(part.Plain) is not null || OpensWithTime().IsMatch(part.Plain) || ClosesAtOnce().IsMatch(part.Plain)))
            .ToList();
        var whole = OfSentence(text);
        if (parts.Count < 2) return [parts is [{ } only] ? whole with { Target = whole.Target ?? TargetIn(only.Plain) } : whole];
        return parts.Select(OfSentence).Select(rule => rule with { Target = rule.Target ?? TargetIn(text.Plain) });
    }

    static IEnumerable<Prose> Timed(Prose sentence)
    {
        var start = 0;
        foreach (var cut in NextTime().Matches(sentence.Plain).Where(cut => Durations.Minutes(sentence.Plain[..cut.Index]) is not null))
        {
            if (cut.Index <= start) continue;
            yield return Part(start, cut.Index);
            start = cut.Index + cut.Length;
        }

        yield return start == 0 ? sentence : Part(start, sentence.Plain.Length);

        Prose Part(int from, int to) => new(sentence.Plain[from..to].Trim(), sentence.Line, []);
    }

    static string? TargetIn(string text) =>
        Handle().Match(text) is { Success: true } handle
            ? handle.Groups["who"].Value
        : Target().Match(text) is { Success: true } target || (target = Toward().Match(text)).Success || (target = Listed().Match(text)).Success
            || (target = Conditioned().Match(text)).Success || (target = Addressed().Match(text)).Success
            || (target = Named().Match(text)).Success
            ? Who(target)
        : BehindColon(text) ?? BehindArrow(text) ?? BehindCondition(text)
            ?? (Leading().Match(text) is { Success: true } leading || (leading = Fetched().Match(text)).Success ? Who(leading) : BeforeTime(text));

    // "after 20 minutes, or if a sale opens soon → `@perf-guild`": whoever stands behind the last arrow by a name that is called.
    [GeneratedRegex(@"(→|->)\s*`?(?<who>[@#]\w[\w.-]{1,60})`?\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Handle();

    // "P1 open for 30 min: Ines Farr, head of platform", "as soon as a card is concerned: the CISO, at once"
    static string? BehindColon(string text) =>
        Colon().Match(text) is { Success: true } named && Durations.Minutes(text) is not null && IsSomebody(named.Groups["who"].Value) ? Who(named) : null;

    // "Still open after 60 minutes → duty manager"
    static string? BehindArrow(string text) =>
        Pointed().Match(text) is { Success: true } named && Durations.Minutes(text) is not null && IsSomebody(named.Groups["who"].Value) ? Who(named) : null;

    // "si a los 45 minutos sigue igual, técnico de planta (con la llave)": whom the second half of the sentence names, where it orders nothing.
    static string? BehindCondition(string text) =>
        Conditional().Match(text) is { Success: true } named && Durations.Minutes(text) is not null && IsSomebody(named.Groups["who"].Value) ? Who(named) : null;

    // "vendor hotline after 10 min (P1 contract)": whoever stands before the time, where nothing is told to do.
    static string? BeforeTime(string text) =>
        PlainlyBefore().Match(text) is { Success: true } named && IsSomebody(named.Groups["who"].Value) ? Who(named) : null;

    [GeneratedRegex(
        @"^(the )?(?!(not?|nobody|nothing|still|if|when|after|any|all|every|each|more|open|only|anything|again|alert|page|wait|check|then)\b)"
        + @"(?<who>\p{L}[\p{L}-]+( [\p{L}-]+){0,3}) "
        + @"(after|nach) \d+ ?(m|min\w*|h|hours?|stunden?)\b( \([^()]{2,40}\))?\W*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlainlyBefore();

    // "release manager" is called, though to release is to do something.
    static bool IsSomebody(string who) => Purposes.Of(who) == Purpose.Unsaid || Post().IsMatch(who);

    [GeneratedRegex(@"^(the )?([\p{L}-]+ ){0,2}(manager|lead|leader|officer|director|engineer|on-?call|team|desk|coordinator|dba)\b(?! to\b)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Post();

    // "head of engineering when push is still broken": up to the condition.
    static string Who(Match match) => UntilCondition().Replace(match.Groups["who"].Value, "").Trim(' ', '.', ',', ':');

    [GeneratedRegex(@"(?<=\w)\s+(if|when|once|unless|as soon as|wenn|falls|sobald|si|se|quando|cuando|quand|als)\s.*$|\s+even$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex UntilCondition();

    const string NoTime =
        @"(?!(right|straight) away\b|at once\b|immediately\b|now\b|if\b|when\b|after\b|within\b|unless\b|only\b|as soon\b|is\b|was\b|are\b|shows?\b|says?\b|of\b|"
            + @"with\b|that\b|early\b|sofort\b|inm?ediat|imediat|immédiat)";

    [GeneratedRegex(
        @"\b(escalate|escalating|page|wake( up)?|ring|notify|call|phone|ping|tell|contact|inform|llamar?|avisar?|appele[rz]|prévenir|chiamare|avvisare|ligar|chamar|"
        + @"acionar|eskalieren an|eskaliere an|escalar (a|para|ao|à))\b\s*(enseguida\s+|de inmediato\s+|inmediatamente\s+|tout de suite\s+|subito\s+)?(to\s+|"
        + @"the\s+|al?\s+|la\s+|le\s+|l'|il\s+|os?\s+|ao\s+|para\s+)*"
        + NoTime
        +
            @"(?<who>[`@#\p{L}][\p{L}\p{N} @#`/_&-]{1,60}?)(?=\s+(if|when|after|before|within|immediately|right away|straight away|now|in|at|via|and|nach|wenn|si|se|"
            + @"después|após|apos)\b|[.,;:(]|$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Target();

    // "Straight away to the data lead if two nodes are gone", "to the carrier (ticket first) at once"
    [GeneratedRegex(
        @"^(\W*(escalate\s+)?((straight|right) away|at once|immediately|(after|within) \d+ ?\w+|sofort|nach \d+ ?\w+),?\s+)?(to|an) (the |den |die |"
        + @"das )?(?<who>[`@#\p{L}][\p{L}\p{N} @#`/_&-]{1,60}?)(?=\s+(if|when|after|within|immediately|at once|as soon|wenn|sobald|nach)\b|[.,;:]|\s?\(|$)|"
        + @"^((after|nach|efter) \d+ ?\p{L}+|(straight|right) away|at once|immediately|sofort), (the |den |die )?"
        + @"(?![^:]*\b(still|running|is|are|was|were|no|not|without|than|suspected|broken|"
        + @"down|open|failing|stuck|red)\b)(?<who>\p{L}[\p{L}\p{N} -]{2,40}?)( \([^()]{2,30}\))?:|"
        + @"^\W*(a los|al cabo de|tras|después de|pasados|au bout de|après|dopo|após|depois de|aos) \d+ ?\p{L}+,? (al|a la|a los|a las|a|au|aux|à la|à l['’]|à|ao|aos|às|"
        + @"alla|allo|ai) (?<who>\p{L}[\p{L}\p{N} @#/_-]{1,60}?)(?=[.,;:]|\s?\(|$)|"
        + @"^\W*(po|efter|etter) \d+ ?\p{L}+,? (?!(ring|kontakt|väck|larma|eskal|dzwo|zadzwo|powiadom|uten|utan|bez)\p{L}*)"
        + @"(?<who>\p{L}[\p{L}\p{N} @#/_-]{1,60}?)(?=[.,;:]|\s?\(|$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Toward();

    // "Nach 20 Minuten ohne Besserung an Frau Brandt"
    [GeneratedRegex(@"(?<=\b(nach|sofort|innerhalb|wenn|falls|binnen|eskalation)\b.{0,80})\ban\s(den |die |das |dem |der )?(?<who>[`@#]?\p{Lu}[\p{L}\p{N} @#`/_&-]{1,60}?)"
        + @"(?=\s+(wenn|sobald|nach|falls|und|ab)\b|[.,;:(]|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    // "... within 45 minutes. To: feature store lead."
    [GeneratedRegex(@"[.;]\s+(to|an|a|para|à|vers|naar)\s?:\s+(?<who>[`@#\p{L}][^.;]{1,60})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Addressed();

    // "after 45 min, or if three flights are late: director"
    [GeneratedRegex(@"^((after|nach|após|después de|après) \d|(immediately|at once|right away|straight away|sofort),|"
        + @"\d+ ?(m|min\w*|h|hours?|stunden?|horas?|heures?)\b)[^:]{4,80}:\s+(?<who>[`@#\p{L}][^.;:]{1,60})$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Conditioned();

    // "After 30 min: payments lead", "15 minutes → secondary"
    [GeneratedRegex(@"^((after |within |nach |após |después de |après )?\d+ ?[\p{L}]+|T ?\+ ?\d+( ?\p{L}+)?(, [^:]{1,60})?)\s*(:|→|->|–|—)\s*(?<who>[`@#\p{L}][^.;]{1,60})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Listed();

    // "two steps without progress → platform lead (ext. 4410)"
    [GeneratedRegex(@"^[^→:]{4,160}\s(→|->|=>)\s*(?<who>[`@#\p{L}\d][^.;→]{1,80})")]
    private static partial Regex Pointed();

    // "after 60 minutes head of data", "05:30 and still red risk control, whoever is on duty"
    [GeneratedRegex(@"^((after |nach |após |después de |après )?\d+ ?(min\w*|h|hours?|stunden?|minutos|horas?|heures?)\b|\d{1,2}:\d\d\b|any )\s*(?<who>[`@#\p{L}][^;]{1,80})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^[^:→]{4,100}?\s?:\s+(the |le |la |les |die |der |den |el |o |a )?(?<who>[`@#\p{L}][^.;:,(→]{1,60})", RegexOptions.ExplicitCapture)]
    private static partial Regex Colon();

    [GeneratedRegex(@"^(if|si|wenn|se|falls|when|quand|cuando|quando)\b[^,:]{4,120},\s+(the |el |la |le |il |o |a |den |die )?" + NoTime + @"(?<who>\p{L}[^.;:,(]{2,60})",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Conditional();

    // "Ines if the 503 lasts longer than 30 min": who stands first.
    [GeneratedRegex(
        @"^(?!(escal\w*|eskal\w*|not|no|nobody|nothing|still|if|when|after|any|all|every|each|more|open|page|call|wake|ring|notify|inform|contact|only|anything|do|"
        + @"check)\b)(?<who>\p{Lu}[\p{L}-]+( [\p{L}-]+){0,2}) (if|when|after|within|si|quand|après|wenn|sobald|nach|se|quando|cuando|falls) [^:]{4,}",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^\W*(escalate\s+)?(after|nach|après|au bout|después|após|dopo|efter|etter|po|at once|immediately|(right|straight) away)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex OpensWithTime();

    // "if water is about to flow over, at once"
    [GeneratedRegex(@",\s+(at once|immediately|right away|straight away|sofort|inmediatamente|de inmediato|imediatamente|immédiatement|tout de suite|subito|direct)\W*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClosesAtOnce();

    // Where the next time of a sentence begins: "..., or after 45 minutes if", ", to the vendor immediately if"
    [GeneratedRegex(
        @"[,;]?\s+(or|and|oder|und|ou|et|o|y|e)\s+(?=(after|within|nach|après|au bout|después|após|dopo)\s+(\d|half|an?\b|one|two|three))|"
        + @"[,;]\s+((and|or)\s+)?(?=to (the )?\p{L}[^,;.]{1,60}\b(immediately|at once|right away|straight away|after \d))|"
        + @";\s+(?=(if|wenn|si|se|quand|cuando|falls)\s)|,\s+(?=(after|nach|après|después de|dopo|após|efter|etter|po)\s+\d)|"
        + @",\s+(?=(the )?\p{L}[\p{L} -]{2,40} (after|nach) \d)|\s+[·•|]\s+(?=\d)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex NextTime();
}
