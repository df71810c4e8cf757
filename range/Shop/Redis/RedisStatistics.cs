using System.Globalization;
using Firstlook.Range.Queues;
using Firstlook.Range.Telemetry;

namespace Firstlook.Range.Redis;

/// <summary>What Redis says of itself, every second: its memory and the length of the queues.</summary>
internal sealed class RedisStatistics(RedisConnection redis, JobQueue queue, ShopMetrics metrics, ShopLog log, TimeProvider clock)
    : Routine(TimeSpan.FromSeconds(1), metrics, log, clock)
{
    readonly LabelledGauge lengths = metrics.Add(new LabelledGauge("queue_length", "Jobs that wait.", "queue"));
    readonly LabelledGauge used = metrics.Add(new LabelledGauge("redis_memory_used_bytes", "Memory that Redis uses."));
    readonly LabelledGauge most = metrics.Add(new LabelledGauge("redis_memory_max_bytes", "Memory that Redis may use."));
    readonly LabelledGauge up = metrics.Add(new LabelledGauge("redis_up", "Whether Redis answered."));

    protected override string Name => "redis.statistics";

    protected override async Task TendAsync(CancellationToken cancellation)
    {
        try
        {
            var waiting = new List<(string[], double)>();
            foreach (var urgency in JobQueue.Urgencies.Append("failed"))
            {
                waiting.Add(([urgency], await queue.LengthAsync(urgency, cancellation)));
            }
            lengths.Replace(waiting);
            var memory = (await redis.AskAsync(cancellation, "INFO", "memory")).Text ?? "";
            used.Set(Number(memory, "used_memory:"));
            most.Set(Number(memory, "maxmemory:"));
            up.Set(1);
        }
        catch (RedisException)
        {
            up.Set(0);
            throw;
        }
    }

    static double Number(string info, string name) =>
        info.Split("\r\n").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
            ? double.Parse(line[name.Length..], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"INFO memory names no {name}");
}
