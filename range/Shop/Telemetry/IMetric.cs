using System.Text;

namespace Firstlook.Range.Telemetry;

/// <summary>One family of series, written in Prometheus' text format 0.0.4.</summary>
internal interface IMetric
{
    void WriteTo(StringBuilder text);
}
