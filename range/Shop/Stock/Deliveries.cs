using Firstlook.Range.Database;
using Npgsql;

namespace Firstlook.Range.Stock;

/// <summary>Receives goods: a batch, its pieces on hand and the move that explains them, in one transaction.</summary>
internal sealed class Deliveries(Workers workers)
{
    /// <summary>A shelf with fewer sellable pieces than this is filled up.</summary>
    const int ReorderPoint = 150;

    const int DeliveredPieces = 400;

    /// <summary>
    /// Fills every shelf (a product at a location) that runs low with a batch good for two to fourteen months.
    /// Refills as many shelves as are low; returns how many.
    /// </summary>
    public async Task<int> RefillAsync(CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            WITH low AS (
                SELECT p.id AS product_id, l.id AS location_id
                FROM stock_product p CROSS JOIN stock_location l
                WHERE (
                    SELECT coalesce(sum(o.quantity_on_hand), 0)
                    FROM stock_onhand o JOIN stock_batch b ON b.id = o.batch_id
                    WHERE o.product_id = p.id AND o.location_id = l.id AND b.is_active AND b.expiry_date >= CURRENT_DATE
                      AND o.quantity_on_hand > 0
                ) < $1
            ), batch AS (
                INSERT INTO stock_batch (product_id, batch_number, expiry_date)
                SELECT product_id, 'B' || product_id || '-' || location_id || '-' || nextval('stock_move_id_seq'),
                       CURRENT_DATE + 60 + (random() * 365)::int
                FROM low
                RETURNING id, product_id, split_part(batch_number, '-', 2)::bigint AS location_id
            ), placed AS (
                INSERT INTO stock_onhand (product_id, location_id, batch_id, quantity_on_hand)
                SELECT product_id, location_id, id, $2 FROM batch
                RETURNING product_id, location_id, batch_id, quantity_on_hand
            )
            INSERT INTO stock_move (move_type, product_id, location_id, batch_id, quantity, reference)
            SELECT 'receipt', product_id, location_id, batch_id, quantity_on_hand, 'delivery' FROM placed
            """,
            connection);
        command.Parameters.AddWithValue(ReorderPoint);
        command.Parameters.AddWithValue(DeliveredPieces);
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
