using Firstlook.Range.Configuration;
using Firstlook.Range.Database;
using Firstlook.Range.Telemetry;
using Npgsql;

namespace Firstlook.Range.Stock;

/// <summary>
/// Walks over all shelves of a location, locking each until the end, so that its count is of one moment. It goes from
/// the last product to the first, and sales go from the first to the last: the two must not run at the same time.
/// </summary>
internal sealed class Recount(Workers workers, ShopConfiguration configuration, ShopMetrics metrics, ShopLog log, TimeProvider clock)
    : Routine(TimeSpan.FromMilliseconds(100), metrics, log, clock)
{
    static readonly TimeSpan PerShelf = TimeSpan.FromMilliseconds(15);

    readonly TimeProvider clock = clock;

    protected override string Name => "stock.recount";

    protected override async Task TendAsync(CancellationToken cancellation)
    {
        if (configuration.File["STOCK_RECOUNT"] != "continuous")
        {
            return;
        }
        await using var connection = await workers.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var product in await ProductsAsync(connection, cancellation))
        {
            await using var shelf = new NpgsqlCommand("SELECT sum(quantity_on_hand) FROM (SELECT quantity_on_hand FROM stock_onhand WHERE product_id = $1 AND quantity_on_hand <> 0 ORDER BY id DESC FOR UPDATE) locked", connection);
            shelf.Parameters.AddWithValue(product);
            await shelf.ExecuteScalarAsync(cancellation);
            // Somebody looks at the number.
            await Task.Delay(PerShelf, clock, cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    static async Task<List<long>> ProductsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT id FROM stock_product ORDER BY id DESC", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var products = new List<long>();
        while (await reader.ReadAsync(cancellation))
        {
            products.Add(reader.GetInt64(0));
        }
        return products;
    }
}
