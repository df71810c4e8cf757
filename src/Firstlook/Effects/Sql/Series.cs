using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Sql;

/// <summary>Rows and texts that a function makes as many or as long as it is told, where the number is written out or computed of numbers.</summary>
internal static partial class Series
{
    static readonly FrozenSet<string> Making = FrozenSet.Create(StringComparer.Ordinal,
        "generate_series", "numbers", "numbers_mt", "zeros", "zeros_mt", "range", "repeat", "randomblob", "zeroblob", "space", "replicate", "rpad", "lpad", "sequence",
            "generate_array", "generate_series_mt", "generaterandom", "rangen", "arraywithconstant", "randomstring", "repeat_string");

    /// <summary>These go from one number to another.</summary>
    static readonly FrozenSet<string> Going = FrozenSet.Create(StringComparer.Ordinal, "generate_series", "range", "sequence", "generate_array");

    /// <summary>Fewer rows than these are no matter, however they are multiplied; and so many times more are borne of all series together.</summary>
    const double Some = 1_000, Together = 10;

    /// <summary>What makes one value of all rows, so that the length of each counts as often as there are rows.</summary>
    static readonly FrozenSet<string> Gathering = FrozenSet.Create(StringComparer.Ordinal,
        "string_agg", "array_agg", "group_concat", "listagg", "json_agg", "jsonb_agg", "json_object_agg", "jsonb_object_agg", "xmlagg", "grouparray", "collect_list",
            "json_arrayagg", "json_group_array", "array_concat_agg", "list", "arrayjoin");

    const int Deepest = 16;

    /// <summary>More of them are in no query, and each may stand in another.</summary>
    const int Most = 500;

    public static bool AreLong(List<SqlToken> tokens)
    {
        var (product, calls, gathered) = (1.0, 0, 1.0);
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind is not SqlKind.Word || !tokens[at + 1].Is("(")) continue;
            if (tokens[at].Text is "printf" or "format" && IsWide(tokens, at + 2)) return true;
            if (!Making.Contains(tokens[at].Text)) continue;
            if (++calls > Most) return true;
            var made = Made(tokens, at);
            if (made >= CountedLoops.Steps) return true;
            if (made >= Some) product *= made;
            if (made > 1) gathered *= made;
        }

        if (gathered >= CountedLoops.Steps && tokens.Exists(token => token.Kind == SqlKind.Word && Gathering.Contains(token.Text))) return true;
        return product >= CountedLoops.Steps * Together && !tokens.Exists(token => token.Is("union"));
    }

    /// <summary>Digits that a number of any precision may have before the server is at it for minutes (PostgreSQL, 8.1.2 "Arbitrary Precision Numbers").</summary>
    const double MostDigits = 10_000;

    // 10::numeric ^ 100000, power(9.9::numeric, 130000)
    public static bool AreHuge(List<SqlToken> tokens)
    {
        if (!tokens.Exists(token => token.Text is "numeric" or "decimal" && token.Kind == SqlKind.Word)) return false;
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Is("^") && Number(tokens[at + 1].Text) > MostDigits) return true;
            if (tokens[at].Text is "power" or "pow" && tokens[at + 1].Is("(") && Arguments(tokens, at + 2) is [_, var exponent]
                && Value(tokens, exponent.From, exponent.End) > MostDigits)
                return true;
        }

        return false;
    }

    // printf('%.*c', 1000000000, 'x'), printf('%1000000000d', 1)
    static bool IsWide(List<SqlToken> tokens, int at) =>
        at < tokens.Count && tokens[at].Kind == SqlKind.String
            && (Code.Formats.IsWide(tokens[at].Text)
                || tokens[at].Text.Contains('*') && Arguments(tokens, at).Exists(part => Value(tokens, part.From, part.End) >= CountedLoops.Steps));

    static double Made(List<SqlToken> tokens, int at)
    {
        var parts = Arguments(tokens, at + 2);
        var values = parts.ConvertAll(part => Value(tokens, part.From, part.End));
        if (Going.Contains(tokens[at].Text))
        {
            if (values is [{ } from, { } to, ..] && values.TrueForAll(value => value is not null))
                return Math.Abs(to - from) / Math.Max(1, Math.Abs(values.ElementAtOrDefault(2) ?? 1));
            if (parts.Count == 3 && Interval(tokens, parts[2]) is > 0 and var step) return Span(tokens, parts) / step;
        }

        // Of two numbers a series goes from one to the other; one alone says how many there are.
        var numbers = parts.Count == 0 ? []
            : tokens[parts[0].From..Math.Min(tokens.Count, parts[^1].End)].FindAll(token => token.Kind == SqlKind.Number).ConvertAll(token => Number(token.Text) ?? 0);
        var written = numbers.Count == 0 ? 0 : numbers.Count == 1 ? numbers[0] : numbers.Max() - numbers.Min();
        return Math.Max(written, values.Max() ?? 0);
    }

    /// <summary>The arguments of a call, from behind its bracket.</summary>
    static List<(int From, int End)> Arguments(List<SqlToken> tokens, int from)
    {
        var parts = new List<(int, int)>();
        var (start, open) = (from, 1);
        for (var at = from; at < tokens.Count && open > 0; at++)
        {
            if (tokens[at].Is("(") || tokens[at].Is("[")) open++;
            else if (tokens[at].Is(")") || tokens[at].Is("]")) open--;
            if (open != 0 && !(open == 1 && tokens[at].Is(","))) continue;
            if (at > start) parts.Add((start, at));
            start = at + 1;
        }

        return parts;
    }

    /// <summary>What an expression of numbers comes to: <c>10^12</c>, <c>1000 * 1000</c>, <c>'9999'::bigint</c>, <c>power(10, 12)</c>; null where it is none.</summary>
    public static double? Value(List<SqlToken> tokens, int from, int end)
    {
        var at = from;
        var value = Sum(tokens, ref at, Math.Min(end, tokens.Count), 0);
        return at >= Math.Min(end, tokens.Count) ? value : null;
    }

    static double? Sum(List<SqlToken> tokens, ref int at, int end, int depth)
    {
        var value = Power(tokens, ref at, end, depth);
        while (value is not null && at + 1 < end && tokens[at].Kind == SqlKind.Symbol && tokens[at].Text is "+" or "-" or "*" or "/")
        {
            var sign = tokens[at++].Text;
            if (Power(tokens, ref at, end, depth) is not { } other) return null;
            value = sign switch { "+" => value + other, "-" => value - other, "*" => value * other, _ => value / other };
        }

        return value;
    }

    static double? Power(List<SqlToken> tokens, ref int at, int end, int depth)
    {
        var value = One(tokens, ref at, end, depth);
        while (value is not null && at + 1 < end && tokens[at].Is("^"))
        {
            at++;
            value = One(tokens, ref at, end, depth) is { } exponent ? Math.Pow(value.Value, exponent) : null;
        }

        return value;
    }

    static double? One(List<SqlToken> tokens, ref int at, int end, int depth)
    {
        if (at >= end || depth > Deepest) return null;
        var token = tokens[at++];
        double? value = null;
        if (token.Is("-")) return -One(tokens, ref at, end, depth + 1);
        if (token.Kind is SqlKind.Number or SqlKind.String) value = Number(token.Text);
        else if (token.Is("("))
        {
            value = Sum(tokens, ref at, end, depth + 1);
            if (at >= end || !tokens[at++].Is(")")) return null;
        }
        else if (token.Text is "power" or "pow" && at < end && tokens[at].Is("("))
        {
            at++;
            var first = Sum(tokens, ref at, end, depth + 1);
            if (at >= end || !tokens[at++].Is(",")) return null;
            var second = Sum(tokens, ref at, end, depth + 1);
            if (at >= end || !tokens[at++].Is(")")) return null;
            value = first is { } basis && second is { } exponent ? Math.Pow(basis, exponent) : null;
        }

        // '99'::bigint
        while (at + 1 < end && tokens[at].Text is ":" or "::")
        {
            while (at < end && tokens[at].Text is ":" or "::") at++;
            at++;
        }

        return value;
    }

    static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>How many seconds lie between the ends of a series of times: an interval that is added, or two dates; 0 where that is not known.</summary>
    static double Span(List<SqlToken> tokens, List<(int From, int End)> parts)
    {
        if (Date(tokens, parts[0]) is { } first && Date(tokens, parts[1]) is { } last) return Math.Abs((last - first).TotalSeconds);
        return Math.Max(Interval(tokens, parts[0]), Interval(tokens, parts[1]));
    }

    static DateTime? Date(List<SqlToken> tokens, (int From, int End) part) =>
        tokens[part.From..part.End].Find(token => token.Kind == SqlKind.String) is { Text: { } text }
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;

    // interval '1 day 2 hours', '5 minutes'::interval
    static double Interval(List<SqlToken> tokens, (int From, int End) part) =>
        tokens[part.From..part.End].Where(token => token.Kind == SqlKind.String).SelectMany(token => Lengths().Matches(token.Text))
            .Sum(length => (Number(length.Groups["number"].Value) ?? 0) * Seconds(length.Groups["unit"].Value.ToLowerInvariant()));

    static double Seconds(string unit) => unit switch
    {
        ['m', 'i', 'c', ..] or "us" => 1e-6,
        ['m', 'i', 'l', 'l', 'i', 's', ..] or "ms" => 1e-3,
        ['s', ..] => 1,
        ['m', 'i', 'n', ..] or "m" => 60,
        ['h', ..] => 3_600,
        ['d', 'a', ..] or "d" => 86_400,
        ['w', ..] => 7 * 86_400,
        ['m', 'o', ..] => 30 * 86_400,
        ['y', ..] => 365 * 86_400,
        ['d', 'e', ..] => 3_650 * 86_400.0,
        ['c', ..] => 36_500 * 86_400.0,
        _ => 365_000 * 86_400.0,
    };

    [GeneratedRegex(@"(?<number>\d+(\.\d+)?)\s*(?<unit>[A-Za-z]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Lengths();
}
