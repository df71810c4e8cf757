using Firstlook.Range.Database;
using Npgsql;

namespace Firstlook.Range.Stock;

internal sealed record Product(long Id, string Name, decimal Price, int PackSize, int Popularity);

/// <summary>GET /api/products/: what can be bought.</summary>
internal static class Catalogue
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/products/", ListAsync);

    static async Task<IResult> ListAsync(Workers workers, CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT id, name, price, pack_size, popularity FROM stock_product ORDER BY id", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var products = new List<Product>();
        while (await reader.ReadAsync(cancellation))
        {
            products.Add(new Product(reader.GetInt64(0), reader.GetString(1), reader.GetDecimal(2), reader.GetInt32(3), reader.GetInt32(4)));
        }
        return Results.Json(products, ShopJson.Default.IReadOnlyListProduct);
    }
}
