using System.Globalization;
using Firstlook.Range.Database;
using Firstlook.Range.Releases;
using Npgsql;

namespace Firstlook.Range.Sales;

/// <summary>A sale that is paid now. <paramref name="Result"/> is success, or idempotent when it already was.</summary>
internal sealed record PaidSale(long Id, string FromStatus, string Result);

/// <summary>Moves a sale from draft to paid: stock, moves and status change together or not at all.</summary>
internal sealed class SalePayment(Workers workers, StockConsumption stock, DeployedRelease release)
{
    public async Task<PaidSale> PayAsync(long saleId, CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var (status, locationId) = await LockSaleAsync(connection, saleId, cancellation);
        switch (status)
        {
            case "paid":
                stock.CountRepeated();
                return new PaidSale(saleId, status, "idempotent");
            case not "draft":
                throw new RefusedException(Refusal.Conflict("transition_sale", $"sale {saleId} is {status} and cannot be paid"));
        }
        await stock.ConsumeAsync(connection, saleId, locationId, cancellation);
        await using var paid = new NpgsqlCommand("UPDATE sales_sale SET status = 'paid', paid_at = now() WHERE id = $1", connection);
        paid.Parameters.AddWithValue(saleId);
        await paid.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new PaidSale(saleId, status, "success");
    }

    async Task<(string Status, long LocationId)> LockSaleAsync(NpgsqlConnection connection, long saleId, CancellationToken cancellation)
    {
        // One more statement, no further round trip.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("SELECT set_config('statement_timeout', $1, true)")
                {
                    Parameters = { new() { Value = release.Current.Stock.StatementMilliseconds.ToString(CultureInfo.InvariantCulture) } },
                },
                new NpgsqlBatchCommand("SELECT status, location_id FROM sales_sale WHERE id = $1 FOR UPDATE") { Parameters = { new() { Value = saleId } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (reader.GetString(0), reader.GetInt64(1))
            : throw new RefusedException(Refusal.NotFound("transition_sale", $"sale {saleId} does not exist"));
    }
}
