using System.Text;
using System.Text.Json;
using Firstlook.Range.Configuration;
using Firstlook.Range.Webhooks;

namespace Firstlook.Range.Load;

/// <summary>Somebody who floods the shop with webhooks that no provider sent: made up, or captured earlier (one "SIGNATURE BODY" a line).</summary>
internal sealed class Intruder(HttpClient http, OutsideWorld outside, string captured, TimeProvider clock)
{
    /// <summary>Webhooks a second. The shop takes ten of all that come, so two in five of the providers' find no room at first.</summary>
    public const double Rate = 12;

    int turn;

    public async Task NextAsync(CancellationToken cancellation)
    {
        var (signature, body) = outside.File["INTRUDER"] switch
        {
            "forges" => Forge(),
            "replays" => Replay(),
            _ => ("", ""),
        };
        if (body.Length == 0)
        {
            return;
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Stripe-Signature", signature);
        // An address kept for documentation (RFC 5737).
        request.Headers.Add("X-Forwarded-For", "192.0.2.66");
        using var response = await http.SendAsync(request, cancellation);
    }

    (string, string) Forge()
    {
        var body = JsonSerializer.Serialize(
            new PaymentEvent($"evt_forged_{Interlocked.Increment(ref turn)}", "payment_intent.succeeded", "lumen", Guid.Empty, "ch_forged"), PaymentEventJson.Default.PaymentEvent);
        return (WebhookSignature.Sign(body, "a guess", clock.GetUtcNow()), body);
    }

    (string, string) Replay()
    {
        var lines = File.Exists(captured) ? File.ReadAllLines(captured) : [];
        return lines.Length > 0 && lines[Interlocked.Increment(ref turn) % lines.Length].Split(' ', 2) is [var signature, var body] ? (signature, body) : ("", "");
    }
}
