using System.Globalization;
using System.Text.RegularExpressions;
using Firstlook.Effects;
using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>
/// A bound that an author states for a check's number: "more than 10 seconds is suspicious", "normal: below 1", "Más de 200 MB es fuga". What is said to
/// be normal, fine or expected is the other side of it.
/// </summary>
static partial class Limits
{
    /// <returns>Null where the sentence states no bound, or the result is no number.</returns>
    public static (bool IsBeyond, string Claim)? In(string sentence, Observation observation)
    {
        var output = observation.Result.Output;
        foreach (Match match in Bound().Matches(sentence))
        {
            var above = match.Groups["above"].Success;
            // Of several series the one that is furthest out counts.
            double[] values = Judgement.Number(output) is { } only
                ? [only]
                : output.Kind == OutputKind.Samples
                ? [.. output.Samples.Select(sample => sample.Value).Where(double.IsFinite)]
                : [];
            if (values.Length == 0) return null;
            var value = above ? values.Max() : values.Min();
            if (InUnitOf(observation.Command, Number(match.Groups["number"].Value), match.Groups["unit"].Value) is not { } bound) continue;
            var holds = above ? value > bound : value < bound;
            var clause = sentence[Start(sentence, match.Index)..End(sentence, match.Index + match.Length)];
            return (IsSaidToBeWell().IsMatch(clause) ? !holds : holds, $"the value is {value.ToString("0.###", CultureInfo.InvariantCulture)}");
        }

        return null;
    }

    /// <summary>Digits, or one of the words that people write out.</summary>
    public static double Number(string text) => text.ToLowerInvariant() switch
    {
        "one" or "uno" or "um" or "eins" => 1,
        "two" or "dos" or "dois" or "zwei" => 2,
        "three" or "tres" or "três" or "drei" => 3,
        "five" or "cinco" or "fünf" => 5,
        "ten" or "diez" or "dez" or "zehn" => 10,
        var digits => double.TryParse(digits.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
    };

    /// <returns>Null where the sentence's unit is another than the query's, so that nothing can be said.</returns>
    static double? InUnitOf(Runbooks.Command command, double number, string unit)
    {
        if (double.IsNaN(number)) return null;
        if (unit.Length == 0) return number;
        var text = command.Text;
        var seconds = command.Language == Language.PromQl && text.Contains("seconds", StringComparison.Ordinal);
        return unit.ToLowerInvariant() switch
        {
            "%" => text.Contains("100", StringComparison.Ordinal) ? number : number / 100,
            "ms" => seconds ? number / 1000 : null,
            "s" or "sec" or "second" or "seconds" or "segundo" or "segundos" or "sekunde" or "sekunden" => number,
            "min" or "minute" or "minutes" or "minuto" or "minutos" or "minuten" => seconds ? number * 60 : null,
            "d" or "day" or "days" or "día" or "días" or "dia" or "dias" or "tage" or "tagen" =>
                text.Contains("86400", StringComparison.Ordinal) ? number : seconds ? number * 86400 : null,
            "mb" or "mib" =>
                text.Contains("1048576", StringComparison.Ordinal) || text.Contains("1024", StringComparison.Ordinal) || text.Contains("1e6", StringComparison.Ordinal)
                    ? number
                    : text.Contains("bytes", StringComparison.Ordinal)
                    ? number * 1048576
                    : null,
            "gb" or "gib" => text.Contains("bytes", StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal) ? number * 1073741824 : null,
            _ => number,
        };
    }

    static int Start(string sentence, int at) => sentence.LastIndexOfAny([';', '.', ','], Math.Max(0, at - 1)) is >= 0 and var cut ? cut + 1 : 0;

    static int End(string sentence, int at) => sentence.IndexOfAny([';', '.', ','], Math.Min(at, sentence.Length - 1)) is >= 0 and var cut ? cut : sentence.Length;

    const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"(?<![\w-])((?<above>above|over|more than|greater than|higher than|exceeds?|>=?|por encima de|más de|mas de|mayor que|superior a|acima de|mais de|maior que|"
        + @"über|mehr als|höher als)|below|under|less than|lower than|fewer than|<=?|por debajo de|menos de|menor que|abaixo de|unter|"
        + @"weniger als)\s+~?(?<number>\d+([.,]\d+)?)(?![\w:/.-]*\d)\s?(?<unit>%|ms|s|sec|seconds?|segundos?|sekunden?|min|minut(e|es|o|os|en)|d|days?|d[ií]as?|tagen?|"
        + @"mi?b|gi?b)?(?!\w)(?!\s(of|in|de|en|em|aus|times|veces|vezes|mal|hits|keys|customers|minutes|lines)\b)", Plain)]
    private static partial Regex Bound();

    [GeneratedRegex(
        @"\b(normal(ly)?|usual(ly)?|fine|good|well|healthy|ok(ay)?|expected?|should|must|lo normal|normalmente|habitual(mente)?|sano|bien|debe|deve|bom|saudável|"
        + @"üblich|gesund|soll(te)?|gut|in ordnung)\b", Plain)]
    private static partial Regex IsSaidToBeWell();
}
