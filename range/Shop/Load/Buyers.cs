using System.Globalization;
using System.Net.Http.Json;
using Firstlook.Range.Checkout;
using Firstlook.Range.Configuration;
using Firstlook.Range.Tenancy;

namespace Firstlook.Range.Load;

/// <summary>
/// Who buys gift cards. One in eight presses the button again after three seconds, with the same key; some have a
/// coupon; and when a forum has found a coupon, its whole crowd comes.
/// </summary>
internal sealed class Buyers(HttpClient http, Func<int, int> roll, OutsideWorld? outside, TimeProvider clock)
{
    static readonly TimeSpan SecondThought = TimeSpan.FromSeconds(3);
    static readonly string[] Bins = ["411111", "520082", "371449", "601100", "400005"];

    readonly Queue<(DateTimeOffset Due, string Tenant, NewOrder Order)> again = new();
    readonly Lock gate = new();
    long number;

    public async Task NextAsync(CancellationToken cancellation)
    {
        if (TakeDue() is var (tenant, order))
        {
            await SendAsync(tenant, order, retry: true, cancellation);
            return;
        }
        var crowd = outside?.File["CROWD"] == "coupons" && roll(10) < 7;
        var fresh = new NewOrder(
            1 + roll(100),
            10 + roll(90),
            Bins[roll(Bins.Length)],
            crowd ? "LAUNCH50" : roll(10) == 0 ? "WELCOME10" : null,
            string.Create(CultureInfo.InvariantCulture, $"press-{clock.GetUtcNow().ToUnixTimeMilliseconds()}-{Interlocked.Increment(ref number)}"));
        var brand = Tenant.All[roll(Tenant.All.Count)];
        if (roll(8) == 0)
        {
            lock (gate)
            {
                again.Enqueue((clock.GetUtcNow() + SecondThought, brand, fresh));
            }
        }
        await SendAsync(brand, fresh, retry: false, cancellation);
    }

    (string Tenant, NewOrder Order)? TakeDue()
    {
        lock (gate)
        {
            return again.TryPeek(out var next) && next.Due <= clock.GetUtcNow() && again.TryDequeue(out next) ? (next.Tenant, next.Order) : null;
        }
    }

    async Task SendAsync(string tenant, NewOrder order, bool retry, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/checkout/") { Content = JsonContent.Create(order, ShopJson.Default.NewOrder) };
        request.Headers.Add("X-Tenant", tenant);
        if (retry)
        {
            request.Headers.Add("X-Retry", "1");
        }
        using var response = await http.SendAsync(request, cancellation);
    }
}
