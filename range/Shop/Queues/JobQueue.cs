using System.Text.Json;
using System.Text.Json.Serialization;
using Firstlook.Range.Redis;

namespace Firstlook.Range.Queues;

/// <summary>Something that is done for an order after its buyer has gone.</summary>
/// <param name="Kind">receipt, forecast or newsletter.</param>
/// <param name="Attempts">How often it was tried and failed.</param>
internal sealed record Job(string Kind, long OrderId, int Attempts, string RequestId, DateTimeOffset QueuedAt);

/// <summary>
/// Lists in Redis, one for each urgency: pushed on the left, taken on the right. What failed too often ends in the
/// failed list.
/// </summary>
internal sealed class JobQueue(RedisConnection redis, TimeProvider clock)
{
    const string Prefix = "festivals:queue:";
    const int FailedKept = 1000;

    public static IReadOnlyList<string> Urgencies { get; } = ["critical", "default", "low"];

    public static string Key(string urgency) => Prefix + urgency;

    public async Task PushFollowUpsAsync(long orderId, string requestId, CancellationToken cancellation)
    {
        foreach (var (urgency, kind) in new[] { ("critical", "receipt"), ("default", "forecast"), ("low", "newsletter") })
        {
            await PushAsync(urgency, new Job(kind, orderId, 0, requestId, clock.GetUtcNow()), cancellation);
        }
    }

    public Task PushAsync(string urgency, Job job, CancellationToken cancellation) =>
        redis.AskAsync(cancellation, "LPUSH", Key(urgency), Encode(job));

    /// <summary>Puts a job back where the next worker takes it: it is not this job's fault that it could not be done.</summary>
    public Task ReturnAsync(string urgency, Job job, CancellationToken cancellation) =>
        redis.AskAsync(cancellation, "RPUSH", Key(urgency), Encode(job));

    public async Task FailAsync(Job job, CancellationToken cancellation)
    {
        await redis.AskAsync(cancellation, "LPUSH", Key("failed"), Encode(job));
        await redis.AskAsync(cancellation, "LTRIM", Key("failed"), "0", $"{FailedKept - 1}");
    }

    public async Task<long> LengthAsync(string urgency, CancellationToken cancellation) =>
        (await redis.AskAsync(cancellation, "LLEN", Key(urgency))).Number;

    /// <summary>The jobs that would be taken next, at most <paramref name="most"/> of them.</summary>
    public async Task<IReadOnlyList<Job>> NextAsync(string urgency, int most, CancellationToken cancellation) =>
        [.. (await redis.AskAsync(cancellation, "LRANGE", Key(urgency), $"-{most}", "-1")).Items!.Select(item => Decode(item.Text!))];

    public async Task<bool> RemoveAsync(string urgency, Job job, CancellationToken cancellation) =>
        (await redis.AskAsync(cancellation, "LREM", Key(urgency), "0", Encode(job))).Number > 0;

    public static string Encode(Job job) => JsonSerializer.Serialize(job, JobJson.Default.Job);

    public static Job Decode(string text) => JsonSerializer.Deserialize(text, JobJson.Default.Job) ?? throw new JsonException("a job is an object");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Job))]
internal sealed partial class JobJson : JsonSerializerContext;
