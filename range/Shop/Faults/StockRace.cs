using Firstlook.Range.Database;
using Firstlook.Range.Releases;
using Firstlook.Range.Stock;
using Npgsql;

namespace Firstlook.Range.Faults;

/// <summary>
/// A release lets sales decide by a view of the shelf that is seconds old, and takes the constraint away that would
/// have caught it. Where a batch runs out, two sales soon take the same last piece.
/// </summary>
internal sealed class StockRace(Workers workers, Deployment deployment) : IFault
{
    const string Title = "Sales no longer wait for each other";

    public FaultCard Card { get; } = new(
        "stock-race",
        "stock",
        "StockConsumeFailures",
        "A release sells by a stale view of the shelf, so two sales take the same last piece and stock goes below nought. Reverting it and counting those shelves heals it.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(deployment.Current.Stock != deployment.Sound.Stock);

    public async Task InjectAsync(CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
        await using var release = new NpgsqlCommand("ALTER TABLE stock_onhand DROP CONSTRAINT IF EXISTS stock_onhand_not_negative", connection);
        await release.ExecuteNonQueryAsync(cancellation);
        await deployment.ShipAsync(Title, sound => sound with { Stock = sound.Stock with { ShelfSnapshotMilliseconds = 3000 } }, cancellation);
        // Many batches are about to run out, as at the end of a season; deliveries go on behind them.
        await StockCount.WriteAsync(connection, "o.quantity_on_hand > 0", "least(o.quantity_on_hand, 4)", cancellation);
    }

    public async Task HealAsync(CancellationToken cancellation)
    {
        await deployment.ShipAsync($"Revert \"{Title}\"", release => release with { Stock = deployment.Sound.Stock }, cancellation);
        await using var connection = await workers.OpenAsync(cancellation);
        await StockCount.WriteAsync(connection, "o.quantity_on_hand < 0", "0", cancellation);
        await using var constrain = new NpgsqlCommand(
            """
            ALTER TABLE stock_onhand DROP CONSTRAINT IF EXISTS stock_onhand_not_negative;
            ALTER TABLE stock_onhand ADD CONSTRAINT stock_onhand_not_negative CHECK (quantity_on_hand >= 0)
            """,
            connection);
        await constrain.ExecuteNonQueryAsync(cancellation);
    }
}
