using System.Globalization;
using Firstlook.Range.Database;
using Npgsql;

namespace Firstlook.Range.Sales;

/// <summary>Writes a draft sale with its lines, priced as the catalogue says now.</summary>
internal sealed class SaleCreation(Workers workers)
{
    public async Task<CreatedSale> CreateAsync(NewSale sale, CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var (id, number) = await InsertSaleAsync(connection, sale, cancellation);
        foreach (var line in sale.Lines)
        {
            await InsertLineAsync(connection, id, line, cancellation);
        }
        var total = await SetTotalAsync(connection, id, cancellation);
        await transaction.CommitAsync(cancellation);
        return new CreatedSale(id, number, "draft", total);
    }

    static async Task<(long Id, string Number)> InsertSaleAsync(NpgsqlConnection connection, NewSale sale, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO sales_sale (sale_number, customer_id, location_id, total)
            SELECT 'S-' || lpad(nextval('sales_sale_id_seq')::text, 8, '0'), c.id, l.id, 0
            FROM sales_customer c CROSS JOIN stock_location l
            WHERE c.id = $1 AND l.code = $2
            RETURNING id, sale_number
            """,
            connection);
        command.Parameters.AddWithValue(sale.CustomerId);
        command.Parameters.AddWithValue(sale.Location);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (reader.GetInt64(0), reader.GetString(1))
            : throw new RefusedException(Refusal.Invalid("create_sale", "unknown customer or location"));
    }

    static async Task InsertLineAsync(NpgsqlConnection connection, long saleId, NewSaleLine line, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO sales_saleline (sale_id, product_id, quantity, unit_price)
            SELECT $1, id, $3, price FROM stock_product WHERE id = $2 AND $3 % pack_size = 0
            """,
            connection);
        command.Parameters.AddWithValue(saleId);
        command.Parameters.AddWithValue(line.ProductId);
        command.Parameters.AddWithValue(line.Quantity);
        if (await command.ExecuteNonQueryAsync(cancellation) == 0)
        {
            throw new RefusedException(Refusal.Invalid(
                "create_sale",
                $"product {line.ProductId} does not exist or is not sold in {line.Quantity.ToString(CultureInfo.InvariantCulture)}",
                line.ProductId));
        }
    }

    static async Task<decimal> SetTotalAsync(NpgsqlConnection connection, long saleId, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            UPDATE sales_sale SET total = (SELECT sum(quantity * unit_price) FROM sales_saleline WHERE sale_id = $1)
            WHERE id = $1 RETURNING total
            """,
            connection);
        command.Parameters.AddWithValue(saleId);
        return (decimal)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
