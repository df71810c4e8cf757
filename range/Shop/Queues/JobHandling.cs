using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Firstlook.Range.Database;
using Firstlook.Range.Releases;
using Npgsql;

namespace Firstlook.Range.Queues;

/// <summary>What a job does. Doing it twice does no harm.</summary>
internal sealed partial class JobHandling(Workers workers, DeployedRelease release) : IDisposable
{
    static readonly Uri Relay = new("https://mail.example.net/mail");

    const int ReceiptBytes = 8 * 1024 * 1024;

    /// <summary>What keeps a pattern busy that goes back on itself.</summary>
    static readonly string Address = new string('a', 34) + "!";

    readonly ConcurrentBag<byte[]> receipts = [];
    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <returns>False where the order is not there (yet).</returns>
    public async Task<bool> HandleAsync(Job job, CancellationToken cancellation)
    {
        if (release.Current.Features.KeepsReceipts)
        {
            Keep(job);
        }
        if (release.Current.Features.ChecksAddresses)
        {
            Check();
        }
        var known = await NoteAsync(job, cancellation);
        if (known && job.Kind != "forecast")
        {
            await SendMailAsync(job, cancellation);
        }
        return known;
    }

    /// <summary>The database's part of it. The connection is given back before the mail relay takes its time.</summary>
    async Task<bool> NoteAsync(Job job, CancellationToken cancellation)
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
        return (long)(await note.ExecuteScalarAsync(cancellation))! == 1;
    }

    /// <summary>A page as it would be printed; nobody ever takes one out again.</summary>
    void Keep(Job job)
    {
        var page = new byte[ReceiptBytes];
        Array.Fill(page, (byte)job.Kind[0]);
        receipts.Add(page);
    }

    static void Check()
    {
        try
        {
            Words().IsMatch(Address);
        }
        catch (RegexMatchTimeoutException)
        {
            // The address counts as good: nobody is to go without a receipt.
        }
    }

    /// <summary>Words with dots between them that need not be there: every letter more doubles the work (CWE-1333). A plain repetition of a repetition would be simplified.</summary>
    [GeneratedRegex(@"^([a-z]+\.?)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Words();

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
