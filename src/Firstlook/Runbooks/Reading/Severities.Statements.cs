using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

// A level that is stated in passing.
internal static partial class Severities
{
    /// <summary>A level stated in passing: "severity: critical", "this is a P1".</summary>
    public static string? Stated(string text, bool zeroBased) =>
        !MayState(text) ? null : text.Length > LongestRemembered ? InPassing(text, zeroBased) : Known.Of((text, zeroBased));

    const int LongestRemembered = 300;

    // Procedures, their sections and the tables of levels each ask for the same sentence.
    static readonly Remembered<(string Text, bool ZeroBased), string?> Known = new(k => InPassing(k.Text, k.ZeroBased), 8_192);

    static string? InPassing(string text, bool zeroBased) =>
        Statements.First(Unstruck(text)) is { } stated
            ? OfField(stated.Groups["level"].Value is [_, >= '0' and <= '5'] code ? code.ToUpperInvariant() : stated.Groups["level"].Value, zeroBased)
                ?? OfPaging(stated.Groups["level"].Value)
            : null;

    // "severity: page" wakes somebody, and "severity: ticket" waits for the morning (sre.google, workbook, "Alerting on SLOs").
    static string? OfPaging(string word) => word.ToLowerInvariant() switch { "page" => "critical", "ticket" => "medium", _ => null };

    static readonly Sieve Severity =
        new([BesideItsWord(), InWords()], "sev", "prio", "always critical", "always high", "always medium", "always low", "always warning", "重要度", "深刻度", "優先度", "严重级别",
            "优先级", "심각도", "gravedad", "gravidade", "schweregrad", "пріоритет", "приоритет", "dringlichkeit", "gravité", "sévérité",
            "criticality", "criticidad", "criticité", "kritikalit", "urgenc", "urgênc", " only", ", critical", ", high", ", medium", ", low", ", warning", ", info",
            "either ", "each ", "both ", "all of", "all is", "all are", "allvarlighet",
            "poziom",
            "niveau", "stufe", "nivel", "nível", "livello", "level", "starts ", "begins ", "opens ", "class ", "klasse ", "clase ", "classe ", "this is", "this one is", "treat", "page as",
            "pages as",
                "alert", "alarm", "allarme",
            "алерт") { Or = text => HasCode(text) || OpensWithLevel(text) };

    // A statement has a word for severity, or a level: "P1", "SEV-2", "prio 0".
    static bool MayState(string text) => Severity.Holds(text);

    static bool HasCode(string text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (char.IsDigit(text[at])
                && (text[at - 1] is 'P' or 'p' or 'S' or 's' or 'V' or 'v' or 'o' or 'O' or 'y' or 'Y'
                    || (at > 1 && text[at - 1] is ' ' or '-' && text[at - 2] is 'V' or 'v' or 'o' or 'O' or 'y' or 'Y')))
                return true;
        }

        return false;
    }

    // "critical for five minutes; then high"
    static bool OpensWithLevel(string text)
    {
        var at = 0;
        while (at < text.Length && at < MostMarks && !char.IsLetterOrDigit(text[at])) at++;
        return Array.Exists(OpeningLevels, level => text.AsSpan(at).StartsWith(level, StringComparison.OrdinalIgnoreCase));
    }

    const int MostMarks = 4;

    static readonly string[] OpeningLevels = ["critical", "high", "medium", "low", "warning", "info"];

    static readonly Alternatives Statements = new(BesideItsWord(), InWords());

    // "severity: critical", "class P2", "with severity high"
    [GeneratedRegex(
        @"(^|[.;] )(?<level>critical|warning|info|low) only(?=[.,;])|^\W{0,4}(?<level>critical|high|medium|low|warning|info) (for|from|while|if|when|"
        + @"unless) [^.;,]{2,60}[,;]\W{1,4}(then )?(critical|high|medium|low|warning|info)\b|\bseverity label\b[^.:]{0,30}:\s?[""'`*]{0,3}(?<level>(P|SEV[- ]?|"
        + @"S)[0-5]|critical|high|medium|low|warning)\b|\b((either|each|both|all) (is|are)|(each|all|both|either) of (them|these|those) (is|"
        + @"are)) (an? )?(?<level>critical|high|medium|low|warning|(P|SEV[- ]?)[0-5])( ones?)?(?=\s*([.,;]|$))|\bsev(erity)? of (both|all|these|them|"
        + @"each) is (?<level>(P|SEV[- ]?|S|prio )[0-5]|critical|high|medium|low|warning)\b|(severity|sev|prio|severidade?|gravedad|gravidade|schweregrad|"
        + @"priorit[yéa]|prioritet|priorytet|prioridade?|priorität|dringlichkeit|gravité|allvarlighet|poziom|sévérité|criticality|criticidade?|criticité|"
        + @"kritikalität|urgency|urgencia|urgência)[""']?\s{0,2}[:=]\s{0,2}[""'`*]{0,3}(?<level>[\p{L}\d-]{2,15})|severity::(?<level>[1-4])\b|"
        + @"\b(störungs)?(klasse|class|clase|classe|kategorie|category)\s?:?\s{0,2}[""'`*]{0,3}(?<level>(P|SEV[- ]?|S|prio ?)[0-5])\b|\b([Cc]lass|CLASS|[Kk]lasse|"
        + @"[Cc]lase|[Cc]lasse)\s(?<level>CRITICAL|MAJOR|MINOR|HIGH|MEDIUM|LOW|WARNING|INFO)\b|(^|[.;·•|,–—(]\s?|\s{2,}|\s[-/]\s)(sev|severity|priority|priorytet|priorita|"
        + @"prioritet|prioridade?|priorität|schweregrad|severidade?|gravedad|gravidade|criticality|criticidade?|重要度|深刻度|優先度|严重级别|优先级|심각도)\s(is\s|ist\s|es\s|é\s)?[""'`*]{0,3}(?<level>(sev|"
        + @"p|prio)[ -]?\d|[0-5](?=\s*([.,;()–—|]|$|(between|until|if|when|always|während|entre)\b))|[\p{L}\d-]{2,15})|\b(with|of|has|"
        + @"carries) (an? )?severity (of )?[""'`*]{0,3}(?<level>critical|high|medium|low|warning|info|major|minor|(P|SEV-?)\d)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex BesideItsWord();

    // "pages as critical", "this is a P1", "alert DiskFull, warning"
    [GeneratedRegex(
        @"(^|[.;:,–—]\s)(nearly |almost )?always (?<level>critical|high|medium|low|warning)(?=\s*([.,;]|$))|"
        + @"\b(pages?|treat( (it|this|them))?) as( an?)? (?<level>critical|high|medium|low|warning)\b|\b(this is an?|treat [^.]{0,60}\bas( an?)?|"
        + @"classified as( an?)?|declare an?|pages? as( an?)?|(nearly |almost )?always( an?)?|(usually|mostly|normally|typically|at least|meist|meistens|immer|"
        + @"siempre|casi siempre|normalmente|sempre|geralmente|toujours|souvent)( an?| un| um| une)?|is an?|handle as( an?)?|(starts|begins|opens|counts|"
        + @"comes in) as( an?)?|(^|[.;:–—] ?)all( are| is)?|niveau|stufe|nivel|nível|livello|level|уровень)\s*[:=]?\s(?<level>(P|SEV[- ]?|S|prio |priority )\d)\b|\b(starts|"
        + @"begins|opens) (as |at |out as )?(an? )?(?<level>critical|high|medium|low)\b|"
        + @"^\W{0,4}(alert level|niveau|stufe|nivel|nível|livello|level|poziom)\s?:?\s(?<level>critical|high|medium|low|kritisch|hoch|mittel|niedrig|crítico|alto|médio|medio|"
        + @"baixo|bajo|critique|élevé|haut|moyen|faible|bas|critico|basso|wysoki|krytyczny|niski)(?=\s*([.,;(]|$))|"
        + @"\bthis (one )?is (only |just |always )?(an? )?[*_]{0,2}(?<level>critical|high|medium|low|warning|minor|major)[*_]{0,2}( (alert|incident|page)(?=:)|"
        + @"( (alert|incident|page|priority|severity))?(?=\s*([.,;]|$)))|\b(alert|alarm|alerta|alarme|alerte|allarme|"
        + @"алерт)\s+[`""]?[A-Z]\w{4,80}[`""]?\s?[,(–—-]\s?((sev|severity|prio\w*)\s)?(?<level>critical|high|medium|low|warning|info|(P|SEV-?)\d)\b|"
        + @"\b(alerts?|alarm|alerta|alarme|alerte|allarme):\W{1,4}\w{5,80}[`""*]{0,3}\s{1,2}([|/·]\s)?(?<level>(P|SEV[- ]?)[0-5])\b|"
        + @"^\W*(:\w+:\s*)?(alert\b[^.]{0,60}[,;·–—]\s*)?(?<level>(P|SEV[- ]?|S|prio ?)[0-5])(?=\s*([.,;]|$|[–—]\s(?!.{0,40}\d ?(m|h|min\w*|hours?|d)\b)|"
        + @"because\b|always\b|usually\b|mostly\b|most of\b|until\b|till\b|bis\b|hasta\b|até\b|jusqu|if\b|when\b|wenn\b|cuando\b|quando\b|quand\b|unless\b|"
        + @"\((?![^)]*\)\s*:)))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex InWords();

    /// <summary>"**Alerts** `NodeDown` / `NotPrimary`  **Severity** P1": the level right behind its word in bold, wherever that stands in the line.</summary>
    public static string? BehindBold(Prose text, bool zeroBased) =>
        text.Marks.Where(m => m.Kind == MarkKind.Strong && m.Start > 0 && Roles.Of(m.Text) == Role.Severity)
            .Select(m => Words.FirstWord(text.Plain[m.End..].TrimStart(' ', ':')).TrimEnd('.')).Select(word => OfCode(word, zeroBased) ?? OfWholeWord(word))
            .FirstOrDefault(level => level is not null);

    /// <summary>"warning at 10 %, and critical once below 3 %": the level that it begins at, told by its threshold.</summary>
    public static string? OfCondition(string text) => AtThreshold().Match(text) is { Success: true } level ? OfWholeWord(level.Groups["level"].Value) : null;

    [GeneratedRegex(
        @"^\W{0,3}(?<level>critical|warning|info|kritisch|warnung|crític[oa]|aviso|critique)\s(at|above|below|under|over|when|if|once|from|until|as soon as|ab|bei|über|unter|wenn|"
        + @"si|cuando|al|dès|à partir)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtThreshold();
}
