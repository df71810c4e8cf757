using System.Diagnostics;
using System.Globalization;
using Firstlook.Range.Database;
using Firstlook.Range.Payments;
using Firstlook.Range.Queues;
using Firstlook.Range.Releases;
using Firstlook.Range.Telemetry;
using Npgsql;

namespace Firstlook.Range.Checkout;

/// <summary>
/// Places an order: coupon, payment, order, and then the work that follows from it. The money moves at a provider
/// before the order is written; where the writing fails it is given back (a saga with one compensation).
/// </summary>
internal sealed class OrderPlacement(
    Workers workers, PaymentProviders providers, IdempotencyKeys keys, Promotions promotions, JobQueue queue, OrderJournal journal, DeployedRelease release, ShopMetrics metrics, ShopLog log, TimeProvider clock)
{
    readonly Counter payments = metrics.Add(new Counter("payments_total", "Payments, by provider and outcome.", "provider", "result"));
    readonly Counter declines = metrics.Add(new Counter("payment_declines_total", "Declined cards, by the first six digits and the provider's reason.", "bin", "code"));
    readonly Histogram duration = metrics.Add(new Histogram("payment_duration_seconds", "How long the provider takes to answer.", "provider"));
    readonly Counter forgotten = metrics.Add(new Counter("idempotency_keys_expired_total", "Repeated requests whose key was no longer known."));

    /// <param name="repeated">Whether the caller says that it asks again.</param>
    public async Task<(PlacedOrder Order, bool Known)> PlaceAsync(string tenant, NewOrder wanted, bool repeated, string requestId, CancellationToken cancellation)
    {
        if (await keys.FindAsync(tenant, "checkout", wanted.Key, cancellation) is { } earlier)
        {
            payments.Increment("none", "idempotent");
            return (Decode(earlier), true);
        }
        if (repeated)
        {
            forgotten.Increment();
        }
        var reference = Guid.CreateVersion7(clock.GetUtcNow());
        await using var connection = await workers.OpenAsync(cancellation);
        if (release.Current.Features.LoyaltyPoints)
        {
            await AddPointsAsync(connection, wanted.CustomerId, cancellation);
        }
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var off = wanted.Coupon is { } code ? await promotions.ApplyAsync(connection, code, wanted.Amount, requestId, cancellation) : 0;
        var placed = new PlacedOrder(reference, wanted.Amount - off, off);
        // The coupon's row is free again while the provider is asked.
        await transaction.CommitAsync(cancellation);
        await journal.NoteAsync(placed, tenant, cancellation);
        var (provider, charge) = await ChargeAsync(new ChargeRequest(placed.Total, wanted.Bin, reference, tenant), requestId, cancellation);
        try
        {
            var orderId = await WriteAsync(connection, tenant, wanted, placed, provider.Name, charge, cancellation);
            await keys.KeepAsync(tenant, "checkout", wanted.Key, Encode(placed), cancellation);
            await queue.PushFollowUpsAsync(orderId, requestId, cancellation);
            return (placed, false);
        }
        catch (Exception error) when (DatabaseErrors.Name(error) is { } refusal)
        {
            await CompensateAsync(provider, charge, reference, refusal, requestId);
            throw;
        }
    }

    static async Task AddPointsAsync(NpgsqlConnection connection, long customer, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("UPDATE loyalty_account SET points = points + 1 WHERE customer_id = $1", connection);
        command.Parameters.AddWithValue(customer);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    async Task<(PaymentProvider, string Charge)> ChargeAsync(ChargeRequest request, string requestId, CancellationToken cancellation)
    {
        var provider = providers.Choose();
        var started = Stopwatch.GetTimestamp();
        try
        {
            var answer = await provider.ChargeAsync(request, cancellation);
            duration.Observe(Stopwatch.GetElapsedTime(started), provider.Name);
            if (answer.Id is { } charge)
            {
                payments.Increment(provider.Name, "success");
                return (provider, charge);
            }
            declines.Increment(request.Bin, answer.DeclineCode ?? "unknown");
            throw new RefusedException(PaymentRefusals.Declined(provider.Name, request.Bin, answer.DeclineCode ?? "unknown"));
        }
        catch (RefusedException refused)
        {
            var result = refused.Refusal.Type switch { "CardDeclinedError" => "declined", "CircuitOpenError" => "circuit_open", _ => "failure" };
            if (result == "failure")
            {
                duration.Observe(Stopwatch.GetElapsedTime(started), provider.Name);
            }
            payments.Increment(provider.Name, result);
            Log("ERROR", "payment.failed", refused.Refusal.Detail, requestId, refused.Refusal.Type, provider.Name);
            throw;
        }
    }

    static async Task<long> WriteAsync(
        NpgsqlConnection connection, string tenant, NewOrder wanted, PlacedOrder placed, string provider, string charge, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            WITH placed AS (
                INSERT INTO checkout_order (reference, tenant, customer_id, total, discount, coupon, status)
                VALUES ($1, $2, $3, $4, $5, $6, 'authorized') RETURNING id
            )
            INSERT INTO checkout_charge (order_id, provider, charge, amount, bin, idempotency_key)
            SELECT id, $7, $8, $4, $9, $10 FROM placed RETURNING order_id
            """,
            connection);
        command.Parameters.AddWithValue(placed.Reference);
        command.Parameters.AddWithValue(tenant);
        command.Parameters.AddWithValue(wanted.CustomerId);
        command.Parameters.AddWithValue(placed.Total);
        command.Parameters.AddWithValue(placed.Discount);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)wanted.Coupon ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.AddWithValue(provider);
        command.Parameters.AddWithValue(charge);
        command.Parameters.AddWithValue(wanted.Bin);
        command.Parameters.AddWithValue(wanted.Key);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    // Not cancelled with the request: the money must go back although nobody waits for the answer.
    async Task CompensateAsync(PaymentProvider provider, string charge, Guid reference, Refusal why, string requestId)
    {
        var done = await provider.RefundAsync(charge, CancellationToken.None);
        Log(done ? "WARNING" : "ERROR", done ? "payment.compensated" : "payment.failed_compensation",
            $"{(done ? "compensation" : "failed_compensation")} order={reference} charge={charge} after {why.Type}: {why.Detail}", requestId, why.Type, provider.Name);
    }

    void Log(string level, string name, string message, string requestId, string type, string provider) => log.Write(new LogEntry
    {
        Timestamp = log.Now(),
        Level = level,
        Event = name,
        RequestId = requestId,
        Message = message,
        ExceptionType = type,
        Provider = provider,
    });

    static string Encode(PlacedOrder order) => string.Create(CultureInfo.InvariantCulture, $"{order.Reference} {order.Total} {order.Discount}");

    static PlacedOrder Decode(string text) => text.Split(' ') is [var reference, var total, var discount]
        ? new PlacedOrder(Guid.Parse(reference), decimal.Parse(total, CultureInfo.InvariantCulture), decimal.Parse(discount, CultureInfo.InvariantCulture))
        : throw new InvalidOperationException($"an idempotency key holds \"{text}\", which is no order");
}
