using System.Globalization;
using System.Text;

namespace Firstlook.Range.Telemetry;

/// <summary>Values that belong together and are replaced together, such as one for each state of a connection.</summary>
internal sealed class LabelledGauge(string name, string help, params string[] labels) : IMetric
{
    Func<IReadOnlyList<(string Series, double Value)>> read = static () => [];

    /// <summary>From now on these series exist and no others.</summary>
    public void Replace(IReadOnlyList<(string[] Labels, double Value)> series) => Follow(() => series);

    /// <summary>From now on the series are those that <paramref name="now"/> yields whenever Prometheus asks.</summary>
    public void Follow(Func<IReadOnlyList<(string[] Labels, double Value)>> now) =>
        Volatile.Write(ref read, () => [.. now().Select(each => (LabelText.Render(labels, each.Labels), each.Value)).OrderBy(each => each.Item1, StringComparer.Ordinal)]);

    public void Set(double value) => Replace([([], value)]);

    public void WriteTo(StringBuilder text)
    {
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append('\n');
        text.Append("# TYPE ").Append(name).Append(" gauge\n");
        foreach (var (series, value) in Volatile.Read(ref read)())
        {
            var braces = series.Length == 0 ? "" : "{" + series + "}";
            text.Append(CultureInfo.InvariantCulture, $"{name}{braces} {value:R}\n");
        }
    }
}
