using Firstlook.Range.Database;
using Firstlook.Range.Stock;
using Npgsql;

namespace Firstlook.Range.Faults;

/// <summary>
/// The cleanup of expired batches has stopped, and old goods turn up on the shelves: first in line, past their date,
/// and still marked as active. Fresh goods lie behind them.
/// </summary>
internal sealed class ExpiredBatches(Workers workers, StockRoutine routine, ExpiryCleanup cleanup) : IFault
{
    public FaultCard Card { get; } = new(
        "expired-batches",
        "stock",
        "SalePaidTransitionFailures",
        "The cleanup of expired batches stops, so expired goods stay first in line. Marking expired batches as inactive heals it.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(routine.CleanupSuspended);

    public async Task InjectAsync(CancellationToken cancellation)
    {
        routine.CleanupSuspended = true;
        await using var connection = await workers.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            WITH aged AS (
                INSERT INTO stock_batch (product_id, batch_number, expiry_date, received_at)
                SELECT p.id, 'B' || p.id || '-OLD-' || nextval('stock_move_id_seq'), CURRENT_DATE - 2 - (p.id % 5)::int - n, now() - interval '200 days'
                FROM (SELECT id FROM stock_product WHERE pack_size = 1 ORDER BY popularity DESC LIMIT 5) p
                CROSS JOIN generate_series(1, 2) AS n
                RETURNING id, product_id
            ), placed AS (
                INSERT INTO stock_onhand (product_id, location_id, batch_id, quantity_on_hand)
                SELECT aged.product_id, l.id, aged.id, 40 FROM aged CROSS JOIN stock_location l
                RETURNING product_id, location_id, batch_id, quantity_on_hand
            )
            INSERT INTO stock_move (move_type, product_id, location_id, batch_id, quantity, reference)
            SELECT 'count', product_id, location_id, batch_id, quantity_on_hand, 'found at the back of the shelf' FROM placed
            """,
            connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task HealAsync(CancellationToken cancellation)
    {
        await cleanup.RunAsync(cancellation);
        routine.CleanupSuspended = false;
    }
}
