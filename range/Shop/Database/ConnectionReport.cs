using System.Text.Json.Serialization;
using Npgsql;

namespace Firstlook.Range.Database;

/// <summary>GET /functions/v1/db-stats: whose sessions the database holds and how many it may, for the people who run the shop.</summary>
internal static class ConnectionReport
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/db-stats", ReadAsync);

    static async Task<IResult> ReadAsync(Workers workers, CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            SELECT application_name, coalesce(state, 'none'), count(*), current_setting('max_connections')::int
            FROM pg_stat_activity WHERE backend_type = 'client backend' GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (most, sessions) = (0, new List<Sessions>());
        while (await reader.ReadAsync(cancellation))
        {
            sessions.Add(new Sessions(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
            most = reader.GetInt32(3);
        }
        return Results.Json(new ConnectionStatistics(most, sessions.Sum(each => each.Count), sessions), ConnectionJson.Default.ConnectionStatistics);
    }
}

internal sealed record ConnectionStatistics(int MaxConnections, long Connections, IReadOnlyList<Sessions> Sessions);

internal sealed record Sessions(string ApplicationName, string State, long Count);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ConnectionStatistics))]
internal sealed partial class ConnectionJson : JsonSerializerContext;
