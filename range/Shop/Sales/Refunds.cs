using Firstlook.Range.Database;
using Firstlook.Range.Releases;
using Firstlook.Range.Telemetry;
using Npgsql;

namespace Firstlook.Range.Sales;

/// <summary>A refund that stands. <paramref name="Repeated"/> when the same key had been used for it before.</summary>
internal sealed record Refunded(long Id, long SaleId, decimal Amount, bool Repeated);

/// <summary>
/// Gives money back, never more than was paid. A full refund also puts the goods back into the batches they came
/// from, as far as those may still be sold. The same key asked twice is one refund.
/// </summary>
internal sealed class Refunds(Workers workers, ShopMetrics metrics, DeployedRelease release)
{
    public async Task<Refunded> RefundAsync(long saleId, NewRefund wanted, CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var (total, refunded) = await LockSaleAsync(connection, saleId, cancellation);
        if (await FindAsync(connection, wanted.IdempotencyKey, cancellation) is { } earlier)
        {
            metrics.RefundConflicts.Increment();
            return earlier.SaleId == saleId && earlier.Amount == wanted.Amount
                ? earlier
                : throw new RefusedException(Refusal.Conflict("refund_sale", "the idempotency key belongs to another refund"));
        }
        var most = Math.Round(total * release.Current.Refunds.MostOfTotal, 2);
        if (wanted.Amount <= 0 || refunded + wanted.Amount > most)
        {
            throw new RefusedException(Refusal.Invalid("refund_sale", $"{wanted.Amount} asked, {most - refunded} of sale {saleId} is left to refund"));
        }
        var id = await InsertAsync(connection, saleId, wanted, cancellation);
        if (refunded + wanted.Amount == total)
        {
            await LockShelvesAsync(connection, saleId, cancellation);
            await ReturnGoodsAsync(connection, saleId, cancellation);
        }
        await transaction.CommitAsync(cancellation);
        return new Refunded(id, saleId, wanted.Amount, Repeated: false);
    }

    static async Task<(decimal Total, decimal Refunded)> LockSaleAsync(NpgsqlConnection connection, long saleId, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT s.total, coalesce((SELECT sum(refund_amount) FROM sales_salerefund WHERE original_sale_id = s.id), 0)
            FROM sales_sale s WHERE s.id = $1 AND s.status = 'paid' FOR UPDATE
            """,
            connection);
        command.Parameters.AddWithValue(saleId);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (reader.GetDecimal(0), reader.GetDecimal(1))
            : throw new RefusedException(Refusal.NotFound("refund_sale", $"sale {saleId} does not exist or is not paid"));
    }

    static async Task<Refunded?> FindAsync(NpgsqlConnection connection, string key, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT id, original_sale_id, refund_amount FROM sales_salerefund WHERE idempotency_key = $1", connection);
        command.Parameters.AddWithValue(key);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new Refunded(reader.GetInt64(0), reader.GetInt64(1), reader.GetDecimal(2), Repeated: true)
            : null;
    }

    static async Task<long> InsertAsync(NpgsqlConnection connection, long saleId, NewRefund wanted, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("INSERT INTO sales_salerefund (original_sale_id, refund_amount, idempotency_key) VALUES ($1, $2, $3) RETURNING id", connection);
        command.Parameters.AddWithValue(saleId);
        command.Parameters.AddWithValue(wanted.Amount);
        command.Parameters.AddWithValue(wanted.IdempotencyKey);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    // In the same order as a sale takes its rows, so that a refund and a sale never wait for each other in a circle.
    static async Task LockShelvesAsync(NpgsqlConnection connection, long saleId, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT o.id FROM stock_onhand o JOIN stock_batch b ON b.id = o.batch_id
            WHERE EXISTS (SELECT FROM stock_move m WHERE m.sale_id = $1 AND m.move_type = 'sale' AND m.batch_id = o.batch_id AND m.location_id = o.location_id)
            ORDER BY o.product_id, b.expiry_date, o.id
            FOR UPDATE OF o
            """,
            connection);
        command.Parameters.AddWithValue(saleId);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    async Task ReturnGoodsAsync(NpgsqlConnection connection, long saleId, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            WITH sold AS (
                SELECT m.product_id, m.location_id, m.batch_id, -sum(m.quantity) AS quantity
                FROM stock_move m WHERE m.sale_id = $1 AND m.move_type = 'sale'
                GROUP BY m.product_id, m.location_id, m.batch_id
            ), returned AS (
                UPDATE stock_onhand o SET quantity_on_hand = o.quantity_on_hand + s.quantity
                FROM sold s JOIN stock_batch b ON b.id = s.batch_id
                WHERE o.product_id = s.product_id AND o.location_id = s.location_id AND o.batch_id = s.batch_id AND b.is_active
                RETURNING o.product_id, o.location_id, o.batch_id, s.quantity
            ), moved AS (
                INSERT INTO stock_move (move_type, product_id, location_id, batch_id, quantity, sale_id, reference)
                SELECT 'refund', product_id, location_id, batch_id, quantity, $1, 'refund' FROM returned
                RETURNING 1
            )
            SELECT (SELECT count(*) FROM sold), (SELECT count(*) FROM moved)
            """,
            connection);
        command.Parameters.AddWithValue(saleId);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var (sold, returned) = (reader.GetInt64(0), reader.GetInt64(1));
        if (sold == 0)
        {
            metrics.RefundMismatches.Increment("missing_move");
            throw new RefusedException(Refusal.RefundMismatch(saleId));
        }
        for (var i = returned; i < sold; i++)
        {
            metrics.RefundMismatches.Increment("inactive_batch");
        }
    }
}
