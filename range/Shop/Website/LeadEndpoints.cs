using Firstlook.Range.Database;
using Firstlook.Range.Telemetry;
using Npgsql;

namespace Firstlook.Range.Website;

internal sealed record NewLead(string FullName, string Email, string Phone, string Message);

/// <summary>
/// POST /api/website/leads/: somebody would like to be called back. The line it logs carries the address and the
/// number, as careless code does: whoever reads this log must mask them.
/// </summary>
internal static class LeadEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/website/leads/", CreateAsync);

    static async Task<IResult> CreateAsync(
        NewLead lead, Workers workers, LeadThrottle throttle, ShopMetrics metrics, ShopLog log, HttpContext http, CancellationToken cancellation)
    {
        metrics.LeadRequests.Increment();
        if (!await throttle.AllowsAsync(Client(http), http.Request.Headers.ContainsKey("Authorization"), cancellation))
        {
            metrics.LeadsThrottled.Increment();
            return Results.Json(
                new Problem("Throttled", "too many leads from this address", RequestObservation.Id(http)),
                ShopJson.Default.Problem,
                statusCode: StatusCodes.Status429TooManyRequests);
        }
        await using var connection = await workers.OpenAsync(cancellation);
        await using var insert = new NpgsqlCommand("INSERT INTO website_lead (full_name, email, phone, message) VALUES ($1, $2, $3, $4)", connection);
        insert.Parameters.AddWithValue(lead.FullName);
        insert.Parameters.AddWithValue(lead.Email);
        insert.Parameters.AddWithValue(lead.Phone);
        insert.Parameters.AddWithValue(lead.Message);
        await insert.ExecuteNonQueryAsync(cancellation);
        log.Write(new LogEntry
        {
            Timestamp = log.Now(),
            Level = "INFO",
            Event = "lead.created",
            RequestId = RequestObservation.Id(http),
            Message = "lead taken",
            LeadEmail = lead.Email,
            LeadPhone = lead.Phone,
        });
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    // The proxy appends the address it saw; the first one is the client's own.
    static string Client(HttpContext http) =>
        http.Request.Headers["X-Forwarded-For"] is [{ Length: > 0 } forwarded]
            ? forwarded.Split(',')[0].Trim()
            : http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
