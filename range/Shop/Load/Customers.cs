using System.Globalization;
using System.Net.Http.Json;
using Firstlook.Range.Configuration;
using Firstlook.Range.Sales;
using Firstlook.Range.Stock;
using Firstlook.Range.Tenancy;
using Firstlook.Range.Website;

namespace Firstlook.Range.Load;

/// <summary>
/// What the customers do, one request at a time: fill carts, pay for carts filled earlier, take goods back, ask to be
/// called, log in, browse. Whoever fails to pay because the shop is broken tries again later; whoever is told that goods are
/// gone leaves.
/// </summary>
internal sealed class Customers(HttpClient http, Uri? secure, Random dice, OutsideWorld? outside, TimeProvider clock)
{
    const int MostCarts = 200;
    const int MostReceipts = 200;
    const int CustomerCount = 100;

    readonly Queue<long> carts = new();
    readonly Queue<(long SaleId, decimal Total)> receipts = new();
    readonly Dictionary<long, decimal> totals = [];
    readonly Lock gate = new();
    Buyers? buyers;
    Members? members;
    IReadOnlyList<Product> products = [];

    /// <summary>The next request; which one is drawn by weight. An answer that is no success is no exception.</summary>
    public async Task NextAsync(CancellationToken cancellation)
    {
        var draw = Roll(100);
        await (products.Count == 0 ? BrowseAsync(cancellation)
            : draw < 25 ? FillCartAsync(cancellation)
            : draw < 50 ? PayAsync(cancellation)
            : draw < 54 ? RefundAsync(cancellation)
            : draw < 67 ? LeaveAddressAsync(cancellation)
            : draw < 82 ? (buyers ??= new Buyers(http, Roll, outside, clock)).NextAsync(cancellation)
            : draw < 87 ? AskForShippingAsync(cancellation)
            : draw < 90 ? ReadReportAsync(cancellation)
            : draw < 91 ? (members ??= new Members(http, Roll)).LogInAsync(cancellation)
            : BrowseAsync(cancellation));
    }

    Task BrowseAsync(CancellationToken cancellation) => BrowseAsync(Tenant.All[Roll(Tenant.All.Count)], cancellation);

    /// <summary>Looks at a brand's products, as the public does: by its public name, over TLS.</summary>
    public async Task BrowseAsync(string brand, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, secure is null ? Address("/api/products/") : new Uri(secure, "/api/products/"));
        request.Headers.Add("X-Tenant", brand);
        using var response = await http.SendAsync(request, cancellation);
        if (response.IsSuccessStatusCode)
        {
            products = await response.Content.ReadFromJsonAsync(ShopJson.Default.IReadOnlyListProduct, cancellation) ?? [];
        }
    }

    async Task FillCartAsync(CancellationToken cancellation)
    {
        var sale = new NewSale(1 + Roll(CustomerCount), Roll(5) == 0 ? "STORE" : "WEB", DrawLines());
        using var response = await http.PostAsJsonAsync(Address("/api/sales/"), sale, ShopJson.Default.NewSale, cancellation);
        if (response.IsSuccessStatusCode && await response.Content.ReadFromJsonAsync(ShopJson.Default.CreatedSale, cancellation) is { } created)
        {
            lock (gate)
            {
                totals[created.Id] = created.Total;
                carts.Enqueue(created.Id);
                if (carts.Count > MostCarts)
                {
                    totals.Remove(carts.Dequeue());
                }
            }
        }
    }

    async Task PayAsync(CancellationToken cancellation)
    {
        if (Take(carts) is not { } saleId)
        {
            await FillCartAsync(cancellation);
            return;
        }
        // One in fifty presses the button twice.
        var presses = Roll(50) == 0 ? 2 : 1;
        for (var press = 0; press < presses; press++)
        {
            using var response = await http.PostAsJsonAsync(Address($"/api/sales/{saleId}/transition/"), new NewTransition("paid"), ShopJson.Default.NewTransition, cancellation);
            lock (gate)
            {
                if ((int)response.StatusCode >= 500)
                {
                    carts.Enqueue(saleId);
                    return;
                }
                if (totals.Remove(saleId, out var total) && response.IsSuccessStatusCode && receipts.Count < MostReceipts)
                {
                    receipts.Enqueue((saleId, total));
                }
            }
        }
    }

    async Task RefundAsync(CancellationToken cancellation)
    {
        if (Take(receipts) is not ({ } saleId, var total))
        {
            await BrowseAsync(cancellation);
            return;
        }
        var refund = new NewRefund(Roll(4) == 0 ? Math.Round(total / 2, 2) : total, RefundKey(saleId));
        using var response = await http.PostAsJsonAsync(Address($"/api/sales/{saleId}/refunds/"), refund, ShopJson.Default.NewRefund, cancellation);
    }

    // A key names one refund. Tills that make it from the hour use one key for all of the hour.
    string RefundKey(long saleId) =>
        outside?.File["REFUND_KEYS"] == "hour" ? $"refund-{clock.GetUtcNow():yyyyMMddHH}" : $"refund-{saleId}";

    async Task LeaveAddressAsync(CancellationToken cancellation)
    {
        var person = Roll(1000);
        var number = (person % 100).ToString("00", CultureInfo.InvariantCulture);
        var lead = new NewLead($"Visitor {person}", $"visitor.{person}@example.test", $"+1-202-555-01{number}", "Please call me about the gift boxes.");
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("/api/website/leads/"))
        {
            Content = JsonContent.Create(lead, ShopJson.Default.NewLead),
        };
        // Addresses kept for documentation (RFC 5737). Every other lead comes from a bot that has an account, day and night.
        if (Roll(2) == 0)
        {
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            request.Headers.Add("Authorization", "Token bot-account");
        }
        else
        {
            request.Headers.Add("X-Forwarded-For", $"198.51.100.{1 + Roll(254)}");
        }
        using var response = await http.SendAsync(request, cancellation);
    }

    async Task ReadReportAsync(CancellationToken cancellation)
    {
        using var response = await http.GetAsync(Address("/api/reports/stock/"), cancellation);
    }

    async Task AskForShippingAsync(CancellationToken cancellation)
    {
        using var response = await http.GetAsync(Address("/api/shipping/quote/"), cancellation);
    }

    List<NewSaleLine> DrawLines() =>
        [.. Enumerable.Range(0, Roll(12) == 0 ? 20 : Roll(3) == 0 ? 2 : 1).Select(_ => DrawProduct()).DistinctBy(product => product.Id)
            .Select(product => new NewSaleLine(product.Id, product.PackSize * (1 + Roll(2))))];

    Product DrawProduct()
    {
        var draw = Roll(products.Sum(product => product.Popularity));
        foreach (var product in products)
        {
            draw -= product.Popularity;
            if (draw < 0)
            {
                return product;
            }
        }
        return products[^1];
    }

    long? Take(Queue<long> queue)
    {
        lock (gate)
        {
            return queue.TryDequeue(out var id) ? id : null;
        }
    }

    (long?, decimal) Take(Queue<(long SaleId, decimal Total)> queue)
    {
        lock (gate)
        {
            return queue.TryDequeue(out var receipt) ? (receipt.SaleId, receipt.Total) : (null, 0);
        }
    }

    int Roll(int sides)
    {
        lock (gate)
        {
            // Carts and prices, not secrets: a seeded generator is what makes a run repeatable.
#pragma warning disable CA5394
            return dice.Next(sides);
#pragma warning restore CA5394
        }
    }

    static Uri Address(string path) => new(path, UriKind.Relative);
}
