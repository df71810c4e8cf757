using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Firstlook.App.Desk;

namespace Firstlook.App.Senders.Webhook;

/// <summary>
/// A signed webhook. <c>Firstlook-Signature: t=UNIX,v1=HEX</c>, where v1 is HMAC-SHA256 over <c>t + "." + body</c>; the time is new with every attempt,
/// <c>Firstlook-Delivery</c> is the same.
/// </summary>
sealed class WebhookSender(HttpClient client, Uri address, string secret, TimeProvider time) : ISender
{
    public async Task<Delivery> Send(string key, OutgoingNotice notice, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(notice, JsonSerializerOptions.Web);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Firstlook-Delivery", key);
        request.Headers.Add("Firstlook-Signature", Signature(secret, time.GetUtcNow().ToUnixTimeSeconds(), body));
        return await Post.Send(client, request, _ => true, cancellation);
    }

    internal static string Signature(string secret, long at, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{at}."), .. body];
        return $"t={at},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
