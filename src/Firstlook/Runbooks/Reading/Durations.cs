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
        var counted = MayCount(text);
        if (!counted && !AtOnceWords.Holds(text)) yield break;
        for (var match = (counted ? Time() : Now()).Match(text); match.Success; match = match.NextMatch())
        {
            if (match.Groups["now"].Success) yield return (0, match.Index, match.Index + match.Length);
            else if (double.TryParse(match.Groups["number"].Value.Replace(',', '.'), out var number) && number * Unit(match.Groups["unit"].Value) is < int.MaxValue and var minutes) yield return ((int)Math.Round(minutes), match.Index, match.Index + match.Length);
        }
    }

    // A number, and behind it the first letter of a unit.
    static bool MayCount(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('0', '9'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsDigit(text[at])) continue;
            var unit = at + 1;
            while (unit < text.Length && (text[unit] == '-' || char.IsWhiteSpace(text[unit]))) unit++;
            if (unit < text.Length && (text[unit] > '\x7f' || "mhousdtjgw".Contains(char.ToLowerInvariant(text[unit])))) return true;
        }

        return false;
    }

    static readonly Sieve AtOnceWords = new("immedia", "instant", "at once", "right away", "straight away", "sofort", "unverzüglich", "imediat", "inmediat", "immédiat", "subito", "onmiddellijk", "asap");

    static double Unit(string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        's' when unit.StartsWith("sem", StringComparison.OrdinalIgnoreCase) || unit.StartsWith("sett", StringComparison.OrdinalIgnoreCase) => 7 * 24 * 60,
        's' when unit.StartsWith("st", StringComparison.OrdinalIgnoreCase) => 60,
        's' => 1.0 / 60,
        'h' or 'o' or 'u' or 'ч' or '時' => 60,
        'd' or 't' or 'j' or 'g' or 'д' or '日' => 24 * 60,
        'w' => 7 * 24 * 60,
        _ => 1,
    };

    const string AtOnce = @"(?<now>\b(immediate(ly)?|instant(ly)?|at once|right away|straight away|sofort|unverzüglich|imediat(o|a|amente)|inmediat(o|a|amente)|de inmediato|immédiate?(ment)?|subito|onmiddellijk|ASAP)\b)";

    [GeneratedRegex(AtOnce + @"|(?<![\w.:/])(?:\d+(?:[.,]\d+)?\s*(?:min(?:ute)?s?|m|h)?\s*[-–]\s*)?(?<number>\d+(?:[.,]\d+)?)\s*-?\s*(?<unit>мин\p{L}{0,4}|час\p{L}{0,3}|дн\p{L}{0,2}\b|день|дня|分|時間|日|minut\p{L}{0,4}|mins?|m(?![\w³²/])|hours?|hrs?|h\b|horas?|heures?|ore\b|uur|stunden?|std|days?|d\b|d[ií]as?|tage?n?|jours?|giorni|weeks?|wochen?|w\b|semanas?|semaines?|settimane|seconds?|secs?|s\b)(?!\s*(?:of the|lag|latency))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    // Without a digit nothing else can match.
    [GeneratedRegex(AtOnce, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Now();
}
