using System.Net;
using System.Text;
using System.Text.Json;
using Firstlook.Range.Configuration;
using Firstlook.Range.Payments;
using Firstlook.Range.Tenancy;
using Firstlook.Range.Webhooks;

namespace Firstlook.Range.Provider;

/// <summary>
/// Tells the shop what became of a charge, a moment after the charge was answered; what is refused is tried once more, and
/// what there was no room for (429) is sent again when the shop says, twenty times at most. At most 64 messages are on their
/// way; beyond that they are dropped, as the shop would learn from the next settlement.
/// </summary>
internal sealed class WebhookDelivery(Uri shop, OutsideWorld outside, TimeProvider clock) : IDisposable
{
    const int MostTurnedAway = 20;

    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(400);

    readonly HttpClient http = new() { BaseAddress = shop, Timeout = TimeSpan.FromSeconds(5) };
    readonly SemaphoreSlim onTheirWay = new(64);

    public void Announce(string provider, ChargeRequest charged, string charge)
    {
        if (onTheirWay.Wait(0))
        {
            _ = Task.Run(() => DeliverAsync(provider, charged, charge));
        }
    }

    async Task DeliverAsync(string provider, ChargeRequest charged, string charge)
    {
        try
        {
            // A provider that has mixed up its accounts names another brand.
            var tenant = outside.File["WEBHOOK_ACCOUNTS"] == "mixed-up"
                ? Tenant.All[(Tenant.All.ToList().IndexOf(charged.Tenant) + 1) % Tenant.All.Count]
                : charged.Tenant;
            var body = JsonSerializer.Serialize(new PaymentEvent($"evt_{charge}", "payment_intent.succeeded", tenant, charged.Reference, charge), PaymentEventJson.Default.PaymentEvent);
            var secret = outside.File[$"{provider.ToUpperInvariant()}_WEBHOOK_SECRET"];
            var (refused, turnedAway) = (0, 0);
            var pause = Moment;
            while (refused < 2 && turnedAway < MostTurnedAway)
            {
                await Task.Delay(pause, clock);
                using var request = new HttpRequestMessage(HttpMethod.Post, $"/webhooks/{provider}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                request.Headers.Add("Stripe-Signature", WebhookSignature.Sign(body, secret, clock.GetUtcNow()));
                using var response = await http.SendAsync(request);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
                (refused, turnedAway, pause) = response.StatusCode == HttpStatusCode.TooManyRequests
                    ? (refused, turnedAway + 1, response.Headers.RetryAfter?.Delta ?? Moment)
                    : (refused + 1, turnedAway, Moment * 5);
            }
        }
        catch (HttpRequestException)
        {
            // The shop is away. Its books are put right by the settlement of the day.
        }
        catch (TaskCanceledException)
        {
            // Too slow; the same.
        }
        finally
        {
            onTheirWay.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        onTheirWay.Dispose();
    }
}
