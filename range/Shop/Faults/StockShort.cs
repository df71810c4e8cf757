using Firstlook.Range.Database;
using Firstlook.Range.Stock;
using Npgsql;

namespace Firstlook.Range.Faults;

/// <summary>
/// A stock count finds that most of the popular goods are not there, and no delivery comes. A few pieces are left,
/// fewer than most customers ask for.
/// </summary>
internal sealed class StockShort(Workers workers, StockRoutine routine, Deliveries deliveries) : IFault
{
    public FaultCard Card { get; } = new(
        "stock-short",
        "stock",
        "SalePaidTransitionFailures",
        "A stock count writes the popular products down to a few pieces and deliveries stop. A receipt of goods heals it.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(routine.DeliveriesSuspended);

    public async Task InjectAsync(CancellationToken cancellation)
    {
        routine.DeliveriesSuspended = true;
        await using var connection = await workers.OpenAsync(cancellation);
        // One batch of each keeps three or five pieces; an odd piece of a duo is never sold, so low rows remain.
        // The rows are locked in the order in which sales take them.
        await using var command = new NpgsqlCommand(
            """
            WITH shelf AS (
                SELECT o.id, o.product_id, o.location_id, o.batch_id, o.quantity_on_hand, b.expiry_date
                FROM stock_onhand o JOIN stock_batch b ON b.id = o.batch_id
                WHERE o.quantity_on_hand > 0 AND o.product_id IN (
                    SELECT id FROM stock_product WHERE pack_size > 1 OR id IN (SELECT id FROM stock_product ORDER BY popularity DESC LIMIT 1))
                ORDER BY o.product_id, b.expiry_date, o.id
                FOR UPDATE OF o
            ), counted AS (
                SELECT *, CASE WHEN row_number() OVER (PARTITION BY product_id, location_id ORDER BY expiry_date DESC, id DESC) = 1
                               THEN least(quantity_on_hand, 3 + 2 * (product_id % 2)::int) ELSE 0 END AS found
                FROM shelf
            ), written AS (
                UPDATE stock_onhand o SET quantity_on_hand = c.found FROM counted c WHERE o.id = c.id AND c.found <> c.quantity_on_hand
                RETURNING c.product_id, c.location_id, c.batch_id, c.found - c.quantity_on_hand AS difference
            )
            INSERT INTO stock_move (move_type, product_id, location_id, batch_id, quantity, reference)
            SELECT 'count', product_id, location_id, batch_id, difference, 'stock count' FROM written
            """,
            connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task HealAsync(CancellationToken cancellation)
    {
        await deliveries.RefillAsync(cancellation);
        routine.DeliveriesSuspended = false;
    }
}
