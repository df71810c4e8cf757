using System.Collections.Concurrent;
using System.Diagnostics;
using Firstlook.Range.Database;
using Firstlook.Range.Releases;
using Firstlook.Range.Telemetry;
using Npgsql;

namespace Firstlook.Range.Sales;

/// <summary>One product of a sale.</summary>
internal sealed record SaleLine(long ProductId, int Quantity);

/// <summary>Takes what a sale needs off the shelf, inside the transaction that marks the sale as paid.</summary>
internal sealed class StockConsumption(ShopMetrics metrics, DeployedRelease release, TimeProvider clock)
{
    readonly ConcurrentDictionary<(long Product, long Location), (long At, DateOnly Today, List<OnHand> Shelf)> snapshots = new();

    /// <summary>Consumes the stock of all lines or of none, counts the outcome and its time.</summary>
    /// <exception cref="RefusedException">Too little is left, or the next batch has expired.</exception>
    public async Task ConsumeAsync(NpgsqlConnection connection, long saleId, long locationId, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var result = "error";
        try
        {
            // In the order of products, so that two sales never wait for each other in a circle.
            foreach (var line in await ReadLinesAsync(connection, saleId, cancellation))
            {
                await ConsumeLineAsync(connection, saleId, locationId, line, cancellation);
            }
            result = "success";
        }
        catch (Exception error) when (DatabaseErrors.Name(error) is { } refusal)
        {
            result = refusal.Result;
            throw;
        }
        finally
        {
            metrics.StockConsumes.Increment(result);
            metrics.StockConsumeDuration.Observe(Stopwatch.GetElapsedTime(started));
        }
    }

    public void CountRepeated() => metrics.StockConsumes.Increment("idempotent");

    static async Task<List<SaleLine>> ReadLinesAsync(NpgsqlConnection connection, long saleId, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT product_id, quantity FROM sales_saleline WHERE sale_id = $1 ORDER BY product_id", connection);
        command.Parameters.AddWithValue(saleId);
        var lines = new List<SaleLine>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            lines.Add(new SaleLine(reader.GetInt64(0), reader.GetInt32(1)));
        }
        return lines;
    }

    async Task ConsumeLineAsync(NpgsqlConnection connection, long saleId, long locationId, SaleLine line, CancellationToken cancellation)
    {
        var (today, shelf) = await ViewShelfAsync(connection, line.ProductId, locationId, cancellation);
        foreach (var take in Fefo.Allocate(line.ProductId, line.Quantity, shelf, today))
        {
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new NpgsqlBatchCommand("UPDATE stock_onhand SET quantity_on_hand = quantity_on_hand - $1 WHERE id = $2")
                    {
                        Parameters = { new() { Value = take.Quantity }, new() { Value = take.OnHandId } },
                    },
                    new NpgsqlBatchCommand("INSERT INTO stock_move (move_type, product_id, location_id, batch_id, quantity, sale_id, reference) VALUES ('sale', $1, $2, $3, $4, $5, 'sale')")
                    {
                        Parameters =
                        {
                            new() { Value = line.ProductId },
                            new() { Value = locationId },
                            new() { Value = (object?)take.BatchId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint },
                            new() { Value = -take.Quantity },
                            new() { Value = saleId },
                        },
                    },
                },
            };
            await batch.ExecuteNonQueryAsync(cancellation);
        }
    }

    async Task<(DateOnly Today, List<OnHand> Shelf)> ViewShelfAsync(NpgsqlConnection connection, long productId, long locationId, CancellationToken cancellation)
    {
        var tolerated = release.Current.Stock.ShelfSnapshotMilliseconds;
        if (tolerated == 0)
        {
            return await ReadShelfAsync(connection, productId, locationId, "FOR UPDATE OF o", cancellation);
        }
        if (!snapshots.TryGetValue((productId, locationId), out var known) || clock.GetElapsedTime(known.At).TotalMilliseconds > tolerated)
        {
            var (today, shelf) = await ReadShelfAsync(connection, productId, locationId, "", cancellation);
            snapshots[(productId, locationId)] = known = (clock.GetTimestamp(), today, shelf);
        }
        return (known.Today, known.Shelf);
    }

    static async Task<(DateOnly Today, List<OnHand> Shelf)> ReadShelfAsync(NpgsqlConnection connection, long productId, long locationId, string lockClause, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // One of two literals of this file.
        await using var command = new NpgsqlCommand(
            $"""
            SELECT o.id, o.batch_id, b.expiry_date, o.quantity_on_hand, CURRENT_DATE
            FROM stock_onhand o
            LEFT JOIN stock_batch b ON b.id = o.batch_id
            WHERE o.product_id = $1 AND o.location_id = $2 AND o.quantity_on_hand <> 0
              AND (o.batch_id IS NULL OR b.is_active)
            ORDER BY b.expiry_date NULLS LAST, o.id
            {lockClause}
            """,
            connection);
#pragma warning restore CA2100
        command.Parameters.AddWithValue(productId);
        command.Parameters.AddWithValue(locationId);
        var shelf = new List<OnHand>();
        var today = DateOnly.MinValue;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            today = reader.GetFieldValue<DateOnly>(4);
            if (reader.GetInt32(3) < 0)
            {
                throw new RefusedException(Refusal.ContradictoryStock(productId, reader.GetInt32(3)));
            }
            shelf.Add(new OnHand(
                reader.GetInt64(0),
                reader.IsDBNull(1) ? null : reader.GetInt64(1),
                reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(2),
                reader.GetInt32(3)));
        }
        return (today, shelf);
    }
}
