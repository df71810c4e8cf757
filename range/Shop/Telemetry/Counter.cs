using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Firstlook.Range.Telemetry;

/// <summary>A counter in Prometheus' sense: it only grows, and starts at nought with the process.</summary>
internal sealed class Counter(string name, string help, params string[] labels) : IMetric
{
    readonly ConcurrentDictionary<string, Cell> cells = new(StringComparer.Ordinal);

    /// <summary>Adds one. A series appears with its first count, as in the usual client libraries, unless it was expected.</summary>
    /// <param name="values">One value for each label, in the order of the labels.</param>
    public void Increment(params ReadOnlySpan<string> values) =>
        Add(1, values);

    public void Add(long amount, params ReadOnlySpan<string> values) =>
        cells.GetOrAdd(LabelText.Render(labels, values), static _ => new Cell()).Add(amount);

    /// <summary>From now on the series is there, at nought until its first count: for labels that are known beforehand, so that a query tells "never" from "no such thing".</summary>
    public Counter Expect(params ReadOnlySpan<string> values)
    {
        Add(0, values);
        return this;
    }

    public void WriteTo(StringBuilder text)
    {
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append('\n');
        text.Append("# TYPE ").Append(name).Append(" counter\n");
        if (labels.Length == 0 && cells.IsEmpty)
        {
            text.Append(name).Append(" 0\n");
        }
        foreach (var (series, cell) in cells.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(name);
            if (series.Length > 0)
            {
                text.Append('{').Append(series).Append('}');
            }
            text.Append(' ').Append(cell.Value.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }
    }

    sealed class Cell
    {
        long value;

        public long Value => Interlocked.Read(ref value);

        public void Add(long amount) => Interlocked.Add(ref value, amount);
    }
}
