using System.Text;
using Firstlook.Looks;

namespace Firstlook.Executors.Logs;

/// <summary>Numbers out of lines: an instant vector, as a query at this moment would give it.</summary>
/// <param name="lines">Lines of a query since then, oldest first.</param>
internal sealed class LogMetrics(Func<LogExpression.Lines, TimeSpan, IEnumerable<LogEntry>> lines)
{
    /// <summary>Series of one vector: more no page shows, and a label of every request would make one each.</summary>
    const int MostSeries = 10_000;

    public IReadOnlyList<Sample> Of(LogExpression expression) => expression switch
    {
        LogExpression.Number number => [new Sample([], number.Value)],
        LogExpression.Range range => Of(range),
        LogExpression.Aggregate aggregate => Of(aggregate),
        LogExpression.Binary binary => Of(binary),
        _ => throw new FormatException("lines stand where numbers are needed: count_over_time(... [5m]) makes numbers of them"),
    };

    List<Sample> Of(LogExpression.Range range)
    {
        var sums = new Dictionary<string, (EquatableArray<KeyValuePair<string, string>> Labels, double Sum)>(StringComparer.Ordinal);
        foreach (var entry in lines(range.Of, range.Over))
        {
            var labels = entry.Labels.Where(pair => pair.Key != "__error__").OrderBy(pair => pair.Key, StringComparer.Ordinal).ToEquatableArray();
            var worth = range.Function.StartsWith("bytes", StringComparison.Ordinal) ? Encoding.UTF8.GetByteCount(entry.Line) : 1;
            Add(sums, labels, worth);
        }

        var per = range.Function is "rate" or "bytes_rate" ? range.Over.TotalSeconds : 1;
        return [.. sums.Values.Select(series => new Sample(series.Labels, series.Sum / per))];
    }

    List<Sample> Of(LogExpression.Aggregate aggregate)
    {
        var inner = Of(aggregate.Of);
        var groups = inner.GroupBy(sample => Key(Grouped(sample, aggregate)), StringComparer.Ordinal);
        if (aggregate.Most is { } most)
        {
            return [.. groups.SelectMany(group =>
                (aggregate.Function == "topk" ? group.OrderByDescending(sample => sample.Value) : group.OrderBy(sample => sample.Value)).Take(most))];
        }

        return [.. groups.Select(group => new Sample(Grouped(group.First(), aggregate), aggregate.Function switch
        {
            "sum" => group.Sum(sample => sample.Value),
            "avg" => group.Average(sample => sample.Value),
            "min" => group.Min(sample => sample.Value),
            "max" => group.Max(sample => sample.Value),
            _ => group.Count(),
        }))];
    }

    IReadOnlyList<Sample> Of(LogExpression.Binary binary)
    {
        var (left, right) = (Of(binary.Left), Of(binary.Right));
        var compares = binary.Operator is ">" or ">=" or "<" or "<=" or "==" or "!=";
        if (binary.Right is LogExpression.Number scalar) return Each(left, sample => (sample.Value, scalar.Value, sample));
        if (binary.Left is LogExpression.Number first) return Each(right, sample => (first.Value, sample.Value, sample));

        // Series of the same labels meet; the others are left out.
        var byKey = right.ToDictionary(sample => Key(sample.Labels), StringComparer.Ordinal);
        return Each([.. left.Where(sample => byKey.ContainsKey(Key(sample.Labels)))], sample => (sample.Value, byKey[Key(sample.Labels)].Value, sample));

        IReadOnlyList<Sample> Each(IReadOnlyList<Sample> samples, Func<Sample, (double Left, double Right, Sample Sample)> sides)
        {
            var result = new List<Sample>();
            foreach (var (a, b, sample) in samples.Select(sides))
            {
                if (!compares) result.Add(sample with { Value = Calculate(binary.Operator, a, b) });
                else if (LabelCondition.Compare(binary.Operator, a, b)) result.Add(sample);
            }

            return result;
        }
    }

    static double Calculate(string sign, double left, double right) => sign switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / right,
        _ => left % right,
    };

    static EquatableArray<KeyValuePair<string, string>> Grouped(Sample sample, LogExpression.Aggregate aggregate) =>
        aggregate.Labels is { } labels ? sample.Labels.Where(pair => labels.Contains(pair.Key) != aggregate.Without).ToEquatableArray() : [];

    static void Add(Dictionary<string, (EquatableArray<KeyValuePair<string, string>> Labels, double Sum)> sums, EquatableArray<KeyValuePair<string, string>> labels, double worth)
    {
        var key = Key(labels);
        sums[key] = sums.TryGetValue(key, out var series) ? (series.Labels, series.Sum + worth) : (labels, worth);
        if (sums.Count > MostSeries) throw new FormatException($"that makes more than {MostSeries} series: group by fewer labels");
    }

    static string Key(EquatableArray<KeyValuePair<string, string>> labels) => string.Join('\u0001', labels.Select(pair => $"{pair.Key}\u0002{pair.Value}"));
}
