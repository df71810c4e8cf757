using Firstlook.Range.Database;
using Npgsql;

namespace Firstlook.Range.Faults;

/// <summary>
/// The stock of many years is imported. To make that quicker the index that finds what is left on a shelf was dropped,
/// and nobody made it again: every sale now reads through all the empty rows. Making the index heals it.
/// </summary>
internal sealed class MissingIndex(Workers workers) : IFault
{
    volatile bool active;

    public FaultCard Card { get; } = new(
        "missing-index",
        "database",
        "StockConsumeSlow",
        "An import of old stock drops the index of what is left on a shelf, so large sales take seconds and time out. CREATE INDEX stock_onhand_left heals it.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(active);

    public async Task InjectAsync(CancellationToken cancellation)
    {
        active = true;
        await ExecuteAsync("DROP INDEX IF EXISTS stock_onhand_left; ALTER TABLE stock_onhand DROP CONSTRAINT IF EXISTS stock_onhand_one_per_batch", cancellation);
        // Apart from the drop, whose lock nobody must wait for; so many that reading through them is felt on a quick machine too.
        await ExecuteAsync(
            """
            INSERT INTO stock_onhand (product_id, location_id, quantity_on_hand)
            SELECT p.id, l.id, 0 FROM generate_series(1, 25000) CROSS JOIN stock_product p CROSS JOIN stock_location l
            """,
            cancellation);
    }

    public async Task HealAsync(CancellationToken cancellation)
    {
        if (!active)
        {
            return;
        }
        await ExecuteAsync("CREATE INDEX IF NOT EXISTS stock_onhand_left ON stock_onhand (product_id, location_id) WHERE quantity_on_hand <> 0", cancellation);
        active = false;
        // Leaves no trace for the next drill.
        await ExecuteAsync("DELETE FROM stock_onhand WHERE batch_id IS NULL AND quantity_on_hand = 0", cancellation);
        await ExecuteAsync("VACUUM ANALYZE stock_onhand", cancellation);
        await ExecuteAsync("ALTER TABLE stock_onhand ADD CONSTRAINT stock_onhand_one_per_batch UNIQUE (product_id, location_id, batch_id)", cancellation);
    }

    async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
#pragma warning disable CA2100 // Literals of this file.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
