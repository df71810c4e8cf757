using System.Text.Json.Serialization;
using Firstlook.Range.Database;
using Firstlook.Range.Redis;
using Npgsql;

namespace Firstlook.Range;

/// <summary>
/// /health/: whether the shop reaches its database. /health/ready/ and /api/v1/health/: how each thing is that it cannot
/// do without, 503 where one is not well.
/// </summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/", AliveAsync);
        routes.MapGet("/health/ready/", ReadyAsync);
        routes.MapGet("/api/v1/health/", ReadyAsync);
    }

    static async Task<IResult> AliveAsync(Workers workers, CancellationToken cancellation)
    {
        await AskDatabaseAsync(workers, cancellation);
        return Results.Text("ok\n");
    }

    static async Task<IResult> ReadyAsync(Workers workers, RedisConnection redis, CancellationToken cancellation)
    {
        var checks = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["database"] = await CheckAsync(() => AskDatabaseAsync(workers, cancellation)),
            ["redis"] = await CheckAsync(() => redis.AskAsync(cancellation, "PING")),
        };
        var ready = checks.Values.All(each => each == "ok");
        return Results.Json(
            new Readiness(ready ? "ok" : "unavailable", checks), HealthJson.Default.Readiness,
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    static async Task AskDatabaseAsync(Workers workers, CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT 1", connection);
        await command.ExecuteScalarAsync(cancellation);
    }

    static async Task<string> CheckAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            return "ok";
        }
        catch (Exception error) when (DatabaseErrors.Name(error) is { } refusal)
        {
            return $"{refusal.Type}: {refusal.Detail}";
        }
    }
}

/// <param name="Status">ok or unavailable.</param>
/// <param name="Checks">For each thing, ok or what is wrong with it.</param>
internal sealed record Readiness(string Status, IReadOnlyDictionary<string, string> Checks);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Readiness))]
internal sealed partial class HealthJson : JsonSerializerContext;
