using System.Globalization;
using System.Text;

namespace Firstlook.Range.Telemetry;

/// <summary>A value that is read when Prometheus asks for it.</summary>
internal sealed class Gauge(string name, string help, Func<double> read) : IMetric
{
    public void WriteTo(StringBuilder text)
    {
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append('\n');
        text.Append("# TYPE ").Append(name).Append(" gauge\n");
        text.Append(name).Append(' ').Append(read().ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }
}
