using System.Globalization;
using System.Text.Json;
using Firstlook.Range.Configuration;
using Firstlook.Range.Database;
using Firstlook.Range.Redis;
using Firstlook.Range.Telemetry;

namespace Firstlook.Range.Queues;

/// <summary>
/// As many workers as QUEUE_WORKERS says take jobs, the urgent ones more often than the others, by weight. A job that
/// fails is tried three times; one whose order is not there yet is put back in front, since the order is surely on its way.
/// </summary>
internal sealed class QueueWorkers(
    ShopSettings settings, ShopConfiguration configuration, JobQueue queue, JobHandling handling, ShopMetrics metrics, ShopLog log, TimeProvider clock) : BackgroundService
{
    const int MostWorkers = 16;
    const int MostAttempts = 3;
    static readonly TimeSpan OrderPatience = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly Counter done = metrics.Add(new Counter("jobs_processed_total", "Jobs taken from a queue, by outcome.", "queue", "result"));
    readonly Histogram waited = metrics.Add(new Histogram("job_wait_seconds", "From the push of a job to the end of its work.", "queue"));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, MostWorkers).Select(number => WorkAsync(number, stoppingToken)));

    async Task WorkAsync(int number, CancellationToken stopping)
    {
        await using var redis = new RedisConnection(settings.Redis, TimeSpan.FromSeconds(5), clock);
        for (var turn = number; !stopping.IsCancellationRequested; turn++)
        {
            try
            {
                if (number >= Math.Min(configuration.File.Number("QUEUE_WORKERS"), MostWorkers))
                {
                    await Task.Delay(Pause, clock, stopping);
                    continue;
                }
                // Blocks for a second at most, so that a change of the settings is noticed.
                var taken = await redis.AskAsync(stopping, ["BRPOP", .. Order(turn).Select(JobQueue.Key), "1"]);
                if (taken.Items is [{ Text: { } key }, { Text: { } text }])
                {
                    await DoAsync(key[(key.LastIndexOf(':') + 1)..], text, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (DatabaseErrors.Name(error) is { } refusal)
            {
                Note("ERROR", "queue.worker", $"{refusal.Type}: {refusal.Detail}", null, refusal.Type);
                await Task.Delay(Pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Which queue is looked at first in this turn: critical QUEUE_CRITICAL_WEIGHT times, default three times, low once.</summary>
    IEnumerable<string> Order(int turn)
    {
        var weight = configuration.File.Number("QUEUE_CRITICAL_WEIGHT");
        var place = turn % (weight + 4);
        var first = place < weight ? "critical" : place < weight + 3 ? "default" : "low";
        return [first, .. JobQueue.Urgencies.Where(urgency => urgency != first)];
    }

    async Task DoAsync(string urgency, string text, CancellationToken stopping)
    {
        Job job;
        try
        {
            job = JobQueue.Decode(text);
        }
        catch (JsonException malformed)
        {
            done.Increment(urgency, "malformed");
            Note("ERROR", "queue.malformed", malformed.Message, null, "JsonException");
            return;
        }
        try
        {
            if (await handling.HandleAsync(job, stopping))
            {
                done.Increment(urgency, "success");
                waited.Observe(clock.GetUtcNow() - job.QueuedAt, urgency);
                return;
            }
            done.Increment(urgency, "order_missing");
            Note("WARNING", "queue.order_missing", $"job {job.Kind}: order {job.OrderId} is not there yet", job.RequestId, null);
            await Task.Delay(OrderPatience, clock, stopping);
            await queue.ReturnAsync(urgency, job, stopping);
        }
        catch (Exception error) when (DatabaseErrors.Name(error) is { } refusal)
        {
            var tried = job with { Attempts = job.Attempts + 1 };
            var last = tried.Attempts >= MostAttempts;
            done.Increment(urgency, last ? "failed" : "retried");
            Note("ERROR", last ? "queue.failed" : "queue.retried",
                string.Create(CultureInfo.InvariantCulture, $"job {job.Kind} order {job.OrderId}, attempt {tried.Attempts}: {refusal.Type}: {refusal.Detail}"), job.RequestId, refusal.Type);
            await (last ? queue.FailAsync(tried, stopping) : queue.PushAsync(urgency, tried, stopping));
        }
    }

    void Note(string level, string name, string message, string? requestId, string? type) => log.Write(new LogEntry
    {
        Timestamp = log.Now(),
        Level = level,
        Event = name,
        RequestId = requestId,
        Message = message,
        ExceptionType = type,
    });
}
