using System.Text.Json;
using Firstlook.Range.Caching;
using Firstlook.Range.Database;
using Firstlook.Range.Tenancy;
using Npgsql;

namespace Firstlook.Range.Stock;

/// <param name="Sold">Pieces asked for so far, over all brands: the page shows what others buy.</param>
internal sealed record Product(long Id, string Name, decimal Price, int PackSize, int Popularity, long Sold);

/// <summary>GET /api/products/: what can be bought, at the brand's prices. It is dear to make, and cached.</summary>
internal static class Catalogue
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/products/", ListAsync);

    static async Task<IResult> ListAsync(Workers workers, CoalescingCache cache, HttpContext http, CancellationToken cancellation)
    {
        var tenant = Tenant.Of(http);
        var page = await cache.GetAsync(tenant, "products", () => MakeAsync(workers, tenant), cancellation);
        return Results.Text(page, "application/json");
    }

    static async Task<string> MakeAsync(Workers workers, string tenant)
    {
        await using var connection = await workers.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(
            """
            SELECT p.id, p.name, round(p.price * t.price_factor, 2), p.pack_size, p.popularity,
                   (SELECT coalesce(sum(l.quantity), 0) FROM sales_saleline l JOIN sales_sale s ON s.id = l.sale_id WHERE l.product_id = p.id)
            FROM stock_product p CROSS JOIN tenancy_tenant t WHERE t.slug = $1 ORDER BY p.id
            """,
            connection);
        command.Parameters.AddWithValue(tenant);
        await using var reader = await command.ExecuteReaderAsync();
        var products = new List<Product>();
        while (await reader.ReadAsync())
        {
            products.Add(new Product(reader.GetInt64(0), reader.GetString(1), reader.GetDecimal(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt64(5)));
        }
        return JsonSerializer.Serialize(products, ShopJson.Default.IReadOnlyListProduct);
    }
}
