using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Firstlook.Range.Telemetry;

/// <summary>A histogram of seconds with cumulative buckets, in Prometheus' sense.</summary>
internal sealed class Histogram(string name, string help, params string[] labels) : IMetric
{
    // Seconds. Fine below 100 ms, where the shop lives in peacetime; up to 10 s for the days it does not.
    static readonly double[] Bounds = [0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    readonly ConcurrentDictionary<string, Cell> cells = new(StringComparer.Ordinal);

    public void Observe(TimeSpan duration, params ReadOnlySpan<string> values) =>
        cells.GetOrAdd(LabelText.Render(labels, values), static _ => new Cell()).Add(duration.TotalSeconds);

    public void WriteTo(StringBuilder text)
    {
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append('\n');
        text.Append("# TYPE ").Append(name).Append(" histogram\n");
        foreach (var (series, cell) in cells.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var (counts, sum) = cell.Read();
            var before = series.Length == 0 ? "" : series + ",";
            var braces = series.Length == 0 ? "" : "{" + series + "}";
            long total = 0;
            for (var i = 0; i < counts.Length; i++)
            {
                total += counts[i];
                var bound = i < Bounds.Length ? Bounds[i].ToString("R", CultureInfo.InvariantCulture) : "+Inf";
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"{bound}\"}} {total}\n");
            }
            text.Append(CultureInfo.InvariantCulture, $"{name}_sum{braces} {sum:R}\n");
            text.Append(CultureInfo.InvariantCulture, $"{name}_count{braces} {total}\n");
        }
    }

    sealed class Cell
    {
        readonly Lock gate = new();
        readonly long[] counts = new long[Bounds.Length + 1];
        double sum;

        public void Add(double seconds)
        {
            var bucket = Array.FindIndex(Bounds, bound => seconds <= bound);
            lock (gate)
            {
                counts[bucket < 0 ? Bounds.Length : bucket]++;
                sum += seconds;
            }
        }

        public (long[] Counts, double Sum) Read()
        {
            lock (gate)
            {
                return ([.. counts], sum);
            }
        }
    }
}
