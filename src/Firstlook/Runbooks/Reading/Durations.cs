using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Times as runbooks write them, in minutes. A day has 24 hours, a week seven days.</summary>
internal static partial class Durations
{
    /// <summary>The first time in the text: "&lt; 15 min", "1 hour", "2h", "30-60 min" (its end), "immediately" (0).</summary>
    /// <returns>Null where it names none, or only a business day.</returns>
    public static int? Minutes(string text) => All(text).Select(m => (int?)m.Minutes).FirstOrDefault();

    /// <summary>All times with the offsets at which they stand.</summary>
    public static IEnumerable<(int Minutes, int Start, int End)> All(string text)
    {
        var may = (MayCount(text), MayBeInWords(text)) switch { (true, true) => SaidOrCounted, (true, false) => Counted, (false, true) => Said, _ => Alternatives.None };
        foreach (var match in may.Matches(text))
        {
            if (match.Groups["now"].Success) yield return (0, match.Index, match.Index + match.Length);
            else if (match.Groups["hours"].Success)
                yield return (int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture) * 60
                    + int.Parse(match.Groups["minutes"].Value, CultureInfo.InvariantCulture),
                    match.Index, match.Index + match.Length);
            else if (InWords(match) is { } said) yield return (said, match.Index, match.Index + match.Length);
            else if (double.TryParse(match.Groups["number"].Value.Replace(',', '.'), out var number)
                && number * Unit(match.Groups["unit"].Value) is < int.MaxValue and var minutes)
                yield return ((int)Math.Round(minutes), match.Index, match.Index + match.Length);
        }
    }

    static readonly Alternatives Said = new(Saying()), Counted = new(InDigits()), SaidOrCounted = new(Saying(), InDigits());

    // A number, and behind it the first letter of a unit.
    static bool MayCount(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('0', '9'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsDigit(text[at])) continue;
            var unit = at + 1;
            while (unit < text.Length && (text[unit] == '-' || char.IsWhiteSpace(text[unit]))) unit++;
            if (unit < text.Length && (text[unit] > '\x7f' || "mhousdtjgwpnz".Contains(char.ToLowerInvariant(text[unit])))) return true;
        }

        return false;
    }

    /// <summary>False where no time stands in words alone.</summary>
    public static bool MayBeInWords(string text) => WordsOfTime.Holds(text);

    static readonly Sieve WordsOfTime = new(
        [Saying()],
        "immedia", "instant", "at once", "right away", "straight away", "sofort", "unverzüglich", "imediat", "inmediat", "immédiat", "subito", "onmiddellijk",
            "omedelbart", "genast", "straks", "umiddelbart", "natychmiast", "asap",
        "hour", "stunde", "hora", "heure", "ora", "ore", "uur", "uren", "kwartier", "min", "day", "tag", "día", "dia", "jour", "giorn", "dag", "week", "woche", "weken",
            "semana", "semaine", "settiman");

    // "half an hour", "two hours"; null for a time in digits.
    static int? InWords(Match match) =>
        match.Groups["quarter"].Success ? 15
        : match.Groups["half"].Success ? 30
        : match.Groups["threequarters"].Success ? 45
        : match.Groups["word"].Success ? (int)(NumberOf(match.Groups["word"].Value.ToLowerInvariant()) * Unit(match.Groups["wordunit"].Value))
        : null;

    static int NumberOf(string word) => Array.FindIndex(Counts, words => words.Contains(word)) is >= 0 and var at ? Numbers[at] : 1;

    static readonly int[] Numbers = [2, 3, 4, 5, 6, 8, 10, 12, 20, 30];

    static readonly string[][] Counts =
    [
        ["two", "zwei", "dos", "dois", "duas", "deux", "due", "twee"], ["three", "drei", "tres", "três", "trois", "tre", "drie"],
            ["four", "vier", "cuatro", "quatro", "quatre", "quattro"],
        ["five", "fünf", "cinco", "cinq", "cinque", "vijf"], ["six", "sechs", "seis", "sei", "zes"], ["eight", "acht", "ocho", "oito", "huit", "otto"],
            ["ten", "zehn", "diez", "dez", "dix", "dieci", "tien"],
        ["twelve", "zwölf", "doce", "doze", "douze", "dodici", "twaalf"], ["twenty", "zwanzig", "veinte", "vinte", "vingt", "venti", "twintig"],
            ["thirty", "dreißig", "treinta", "trinta", "trente", "trenta", "dertig"],
    ];

    // Where the first letter says another unit in another language.
    static readonly (double Minutes, string[] Beginnings)[] Units =
    [
        (7 * 24 * 60, ["sem", "sett"]), (60, ["st", "saat", "godz", "год", "tim", "tunt", "jam", "giờ", "小", "시", "ór"]),
            (1, ["dak", "dk", "хв", "perc", "menit", "phút", "분", "分"]),
        (24 * 60, ["päiv", "nap", "zi", "hari", "ngày", "天", "일"]),
    ];

    static double Unit(string unit) =>
        Array.Find(Units, known => Array.Exists(known.Beginnings, start => unit.StartsWith(start, StringComparison.OrdinalIgnoreCase))) is { Beginnings: not null } said
            ? said.Minutes : char.ToLowerInvariant(unit[0]) switch
    {
        's' => 1.0 / 60,
        'h' or 'o' or 'u' or 'ч' or '時' => 60,
        'd' or 't' or 'j' or 'g' or 'д' or '日' => 24 * 60,
        'w' => 7 * 24 * 60,
        _ => 1,
    };

    const string AtOnce =
        @"(?<now>\b(immediate(ly)?|instant(ly)?|at once|right away|straight away|sofort|unverzüglich|omedelbart|genast|straks|umiddelbart|natychmiast|"
            + @"imediat(o|a|amente)|inmediat(o|a|amente)|de inmediato|"
            + @"immédiate?(ment)?|subito|onmiddellijk|ASAP)\b)";

    // "twice a day" is no length of time.
    const string InFull =
        @"(?<threequarters>\bthree quarters of an hour|\bdreiviertelstunde|\btres cuartos de hora|\btrois quarts d'heure)|"
            + @"(?<quarter>\b(a )?quarter of an hour|\bquarter[- ]hour|\bviertelstunde|\bcuarto de hora|\bquarto de hora|\bquart d'heure|\bkwartier\b)|"
            + @"(?<half>\bhalf an hour|\bhalf[- ]hour|\bhalbe[nr]? stunde|\bmedia hora|\bmeia hora|\bdemi-heure|\bmezz'ora|\bhalf uur)|"
            + @"(?<!\b(once|twice|times|mal|veces|vezes|fois|volte|keer|per|half|quarter of) )\b(?<word>an?|one|two|three|four|five|six|eight|ten|twelve|twenty|thirty|"
            + @"ein(e[rnm]?)?|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|zwanzig|dreißig|una?|dos|tres|cuatro|cinco|seis|ocho|diez|doce|veinte|treinta|uma?|dois|duas|"
            + @"três|quatro|oito|dez|doze|vinte|trinta|une|deux|trois|quatre|cinq|huit|dix|douze|vingt|trente|un'|due|tre|quattro|cinque|sei|otto|dieci|één|een|twee|"
            + @"drie|vijf|zes|tien)[ -]?(?<=[ '-])(?<wordunit>hours?|minutes?|days?|weeks?|stunden?|minuten?|tage?n?|wochen?|horas?|minutos?|d[ií]as?|semanas?|heures?|"
            + @"jours?|semaines?|or[ae]|minuti|giorn[oi]|uur|uren|dag(en)?|weken)\b(?! (earlier|ago|later|before))";

    [GeneratedRegex(
        @"(?<![\w.:/])(?:\d+(?:[.,]\d+)?\s*(?:min(?:ute)?s?|m|h)?\s*[-–]\s*)?(?<!\b(à|às|as|at|avant|das|dès|vers|les|las|um|bis|ab|gegen|depuis|desde|até|until|"
        + @"before|after|from|entre|de|et|e|y) )(?<hours>[0-9]{1,2})h(?<minutes>[0-5]\d)(?!\w)|"
        + @"(?<![\w.:/])(?!0\d\s?[-–]\s?\d{1,2}\s?h\b)(?:\d+(?:[.,]\d+)?\s*(?:min(?:ute)?s?|m|"
        + @"h)?\s*[-–]\s*)?(?<!\b0\d\s?[-–]\s?\d?)(?<number>\d+(?:[.,]\d+)?)\s*-?\s*(?<unit>мин\p{L}{0,4}|час\p{L}{0,3}|дн\p{L}{0,2}\b|день|дня|分|時間|日|minut\p{L}{0,4}|"
        + @"mins?|m(?![\w³²/])|hours?|hrs?|h\b|horas?|heures?|or[ae]\b|uur|stunden?|std|days?|d\b|d[ií]as?|tage?n?|jours?|j\b|giorni|godz\p{L}{0,3}|hod\p{L}{0,3}\b|"
        + @"tim(me|mar|er|es?)?\b|tunti\p{L}{0,2}\b|saat\b|dakika|dk\b|ór[aá]n?\b|perc\b|nap(on)?\b|zile\b|dn[iyí]\b|dniach\b|dzień|dag(en|ar|er|e)?\b|päivä\p{L}{0,2}\b|gün\b|"
        + @"год\p{L}{0,3}|хв\p{L}{0,6}|jam\b|menit\b|hari\b|giờ\b|phút\b|ngày\b|小时|小時|天|시간|분|일|weeks?|wochen?|w\b|semanas?|semaines?|settimane|seconds?|secs?|"
        + @"s\b)(?!\s*(?:of the|lag|latency))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex InDigits();

    [GeneratedRegex(AtOnce + "|" + InFull, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Saying();
}
