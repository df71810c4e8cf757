using Npgsql;

namespace Firstlook.Range.Stock;

/// <summary>Somebody counts, and writes down what is there: the quantity and the move that explains it, together.</summary>
internal static class StockCount
{
    /// <summary>Writes <paramref name="found"/> into each row that fulfils <paramref name="where"/>; both are SQL over stock_onhand o.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, string where, string found, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // Both parts are literals of the callers.
        await using var command = new NpgsqlCommand(
            $"""
            WITH counted AS (
                SELECT o.id, o.quantity_on_hand AS before, {found} AS found FROM stock_onhand o WHERE {where}
                ORDER BY o.product_id, o.id FOR UPDATE
            ), written AS (
                UPDATE stock_onhand o SET quantity_on_hand = c.found FROM counted c WHERE o.id = c.id AND c.found <> c.before
                RETURNING o.product_id, o.location_id, o.batch_id, c.found - c.before AS difference
            )
            INSERT INTO stock_move (move_type, product_id, location_id, batch_id, quantity, reference)
            SELECT 'count', product_id, location_id, batch_id, difference, 'stock count' FROM written
            """,
            connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
