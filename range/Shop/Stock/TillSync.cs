using Firstlook.Range.Configuration;
using Firstlook.Range.Database;
using Firstlook.Range.Telemetry;
using Npgsql;

namespace Firstlook.Range.Stock;

/// <summary>
/// Takes over the moves that the tills noted while they were offline. It is for sales that were made at a till; switched
/// on for the online shop it writes the moves of sales that are yet to be paid, which the payment then finds written.
/// </summary>
internal sealed class TillSync(Workers workers, ShopConfiguration configuration, ShopMetrics metrics, ShopLog log, TimeProvider clock)
    : Routine(TimeSpan.FromSeconds(1), metrics, log, clock)
{
    bool mayHaveWritten = true;

    protected override string Name => "stock.till_sync";

    protected override async Task TendAsync(CancellationToken cancellation)
    {
        var on = configuration.File["TILL_SYNC"] == "on";
        if (!on && !mayHaveWritten)
        {
            return;
        }
        await ExecuteAsync(on ? Write : TakeBack, cancellation);
        mayHaveWritten = on;
    }

    const string Write =
        """
        INSERT INTO stock_move (move_type, product_id, location_id, batch_id, quantity, sale_id, reference)
        SELECT 'sale', line.product_id, sale.location_id, first.batch_id, -line.quantity, sale.id, 'till sync'
        FROM sales_sale sale
        JOIN sales_saleline line ON line.sale_id = sale.id
        CROSS JOIN LATERAL (
            SELECT o.batch_id FROM stock_onhand o JOIN stock_batch b ON b.id = o.batch_id
            WHERE o.product_id = line.product_id AND o.location_id = sale.location_id AND o.quantity_on_hand > 0 AND b.is_active
            ORDER BY b.expiry_date, o.id LIMIT 1
        ) first
        WHERE sale.status = 'draft'
        ON CONFLICT DO NOTHING
        """;

    const string TakeBack = "DELETE FROM stock_move m USING sales_sale s WHERE s.id = m.sale_id AND s.status = 'draft' AND m.reference = 'till sync'";

    async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
#pragma warning disable CA2100 // One of the two constants above.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
