using Firstlook.Range.Database;
using Npgsql;

namespace Firstlook.Range.Queues;

/// <summary>What a job does. Doing it twice does no harm.</summary>
internal sealed class JobHandling(Workers workers) : IDisposable
{
    static readonly Uri Relay = new("https://mail.example.net/mail");

    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <returns>False where the order is not there (yet).</returns>
    public async Task<bool> HandleAsync(Job job, CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
        if (job.Kind == "forecast")
        {
            await using var forecast = new NpgsqlCommand(
                "SELECT product_id, sum(quantity) FROM stock_move WHERE move_type = 'sale' AND created_at > now() - interval '10 seconds' GROUP BY product_id", connection);
            await forecast.ExecuteNonQueryAsync(cancellation);
        }
        await using var note = new NpgsqlCommand(
            """
            WITH placed AS (SELECT id FROM checkout_order WHERE id = $1),
            noted AS (INSERT INTO queue_done (order_id, kind) SELECT id, $2 FROM placed ON CONFLICT DO NOTHING)
            SELECT count(*) FROM placed
            """,
            connection);
        note.Parameters.AddWithValue(job.OrderId);
        note.Parameters.AddWithValue(job.Kind);
        var known = (long)(await note.ExecuteScalarAsync(cancellation))! == 1;
        if (known && job.Kind != "forecast")
        {
            await SendMailAsync(job, cancellation);
        }
        return known;
    }

    async Task SendMailAsync(Job job, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.PostAsync(Relay, new StringContent($"{job.Kind} for order {job.OrderId}"), cancellation);
            response.EnsureSuccessStatusCode();
        }
        catch (HttpRequestException away)
        {
            throw new RefusedException(Refused(away.Message), away);
        }
        catch (TaskCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new RefusedException(Refused($"no answer within {http.Timeout.TotalSeconds} s"), late);
        }
    }

    static Refusal Refused(string detail) => new("ConnectionError", "mail", "error", StatusCodes.Status502BadGateway, $"{Relay.Host}: {detail}");

    public void Dispose() => http.Dispose();
}
