using System.Collections.Frozen;

namespace Firstlook.Effects.Queries;

/// <param name="Parameters">Of each argument its type; the last one may be left out, or come several times.</param>
/// <param name="Least">How many arguments at least.</param>
/// <param name="Most">How many at most; <see cref="int.MaxValue"/> where the last parameter may come again and again.</param>
internal sealed record PromQlFunction(string Name, PromQlType[] Parameters, int Least, int Most, PromQlType Returns);

/// <summary>The functions of Prometheus 2.40 to 3.5 (prometheus/promql/parser/functions.go), those behind feature flags included.</summary>
internal static class PromQlFunctions
{
    // v: instant vector, m: range vector, s: scalar, t: string; "?" makes the one before it optional, "*" lets it repeat, from none on.
    const string Table = """
        v  abs ceil exp floor ln log10 log2 sgn sqrt sort sort_desc absent timestamp deg rad acos acosh asin asinh atan atanh cos cosh sin sinh tan tanh
        v  histogram_avg histogram_count histogram_stddev histogram_stdvar histogram_sum
        v? day_of_month day_of_week day_of_year days_in_month hour minute month year
        m  absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta increase irate last_over_time mad_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time stdvar_over_time sum_over_time
        m  ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time
        vs clamp_max clamp_min
        vs? round
        vss clamp
        mss double_exponential_smoothing holt_winters
        ms predict_linear
        sm quantile_over_time
        sv histogram_quantile
        ssv histogram_fraction
        vv? info
        vttt* label_join
        vtttt label_replace
        vt* sort_by_label sort_by_label_desc
        s  vector
        v> scalar
        >  pi time
        """;

    static readonly FrozenDictionary<string, PromQlFunction> All = Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(Row).ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    public static PromQlFunction? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>The function that was probably meant.</summary>
    public static string? Near(string name) =>
        All.Keys.Where(k => Math.Abs(k.Length - name.Length) <= 2 && Distance(k, name) <= 2).OrderBy(k => Distance(k, name)).ThenBy(k => k, StringComparer.Ordinal)
            .FirstOrDefault();

    static IEnumerable<PromQlFunction> Row(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var types = words[0].Where(c => c is 'v' or 'm' or 's' or 't')
            .Select(c => c switch { 'v' => PromQlType.Instant, 'm' => PromQlType.Range, 's' => PromQlType.Scalar, _ => PromQlType.String }).ToArray();
        var least = words[0].EndsWith('?') || words[0].EndsWith('*') ? types.Length - 1 : types.Length;
        var most = words[0].EndsWith('*') ? int.MaxValue : types.Length;
        var returns = words[0].EndsWith('>') ? PromQlType.Scalar : PromQlType.Instant;
        return words.Skip(1).Select(name => new PromQlFunction(name, types, least, most, returns));
    }

    /// <summary>Edits from one word to the other (Levenshtein).</summary>
    static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, row0) = (row[0], i);
            row[0] = row0;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[other.Length];
    }
}
