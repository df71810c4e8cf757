using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Firstlook.Range.Webhooks;

/// <summary>The header `t=SECONDS,v1=HEX`: HMAC-SHA256 over "SECONDS.BODY", as Stripe signs (https://docs.stripe.com/webhooks/signature).</summary>
internal static class WebhookSignature
{
    /// <summary>A message that is older or newer than this is refused, whoever signed it; five minutes, as the page above advises.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static string Sign(string body, string secret, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"t={seconds},v1={Hash(seconds, body, secret)}");
    }

    /// <returns>Why the message must not be believed: signature_invalid or timestamp_expired; null where it may be.</returns>
    public static string? Fault(string? header, string body, string secret, DateTimeOffset now)
    {
        if (header?.Split(',') is not [['t', '=', .. var time], ['v', '1', '=', .. var signature]]
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(Hash(seconds, body, secret))))
        {
            return "signature_invalid";
        }
        return Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds ? "timestamp_expired" : null;
    }

    static string Hash(long seconds, string body, string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seconds}.{body}"))));
}
