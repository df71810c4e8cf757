using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Firstlook.Range.Payments;

/// <param name="Amount">In the currency of the shop; two decimals.</param>
/// <param name="Bin">The first six digits of the card: who issued it (ISO/IEC 7812).</param>
/// <param name="Reference">The order that is paid, as the shop knows it.</param>
internal sealed record ChargeRequest(decimal Amount, string Bin, Guid Reference, string Tenant);

/// <param name="Id">The provider's name for the charge; null where it was declined.</param>
/// <param name="DeclineCode">Why it was declined, such as do_not_honor; null where it was not.</param>
internal sealed record ChargeAnswer(string? Id, string? DeclineCode);

/// <summary>A payment provider, reached over TLS by its public name.</summary>
internal sealed class PaymentProvider(string name, Uri api, HttpClient http, CircuitBreaker breaker)
{
    public string Name => name;

    public CircuitBreaker Breaker => breaker;

    /// <exception cref="RefusedException">The circuit is open, or the provider does not answer as it should.</exception>
    public async Task<ChargeAnswer> ChargeAsync(ChargeRequest request, CancellationToken cancellation)
    {
        if (!breaker.TryPass())
        {
            throw new RefusedException(PaymentRefusals.CircuitOpen(name));
        }
        try
        {
            using var response = await http.PostAsJsonAsync(new Uri(api, "/v1/charges"), request, PaymentJson.Default.ChargeRequest, cancellation);
            if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PaymentRequired))
            {
                throw new RefusedException(PaymentRefusals.Failed(name, "PaymentProviderError", $"{(int)response.StatusCode} {response.ReasonPhrase}"));
            }
            var answer = await response.Content.ReadFromJsonAsync(PaymentJson.Default.ChargeAnswer, cancellation)
                ?? throw new RefusedException(PaymentRefusals.Failed(name, "PaymentProviderError", "an empty answer"));
            breaker.Succeed();
            return answer;
        }
        catch (HttpRequestException away)
        {
            breaker.Fail();
            throw new RefusedException(PaymentRefusals.Failed(name, "ConnectionError", away.Message), away);
        }
        catch (TaskCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            breaker.Fail();
            throw new RefusedException(PaymentRefusals.Failed(name, "TimeoutError", "context deadline exceeded"), late);
        }
        catch (RefusedException)
        {
            breaker.Fail();
            throw;
        }
    }

    /// <summary>Gives the money back for an order that could not be written.</summary>
    /// <returns>Whether the provider took it.</returns>
    public async Task<bool> RefundAsync(string charge, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.PostAsync(new Uri(api, $"/v1/charges/{charge}/refund"), null, cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}

internal static class PaymentRefusals
{
    const string Location = "authorize_payment";

    public static Refusal CircuitOpen(string provider) => new(
        "CircuitOpenError", Location, "error", StatusCodes.Status503ServiceUnavailable, $"payment authorization failed: the circuit to {provider} is open");

    public static Refusal Failed(string provider, string type, string detail) => new(
        type, Location, "error", StatusCodes.Status502BadGateway, $"payment authorization failed: {provider}: {detail}");

    public static Refusal Declined(string provider, string bin, string code) => new(
        "CardDeclinedError", Location, "declined", StatusCodes.Status402PaymentRequired, $"payment authorization failed: {provider} declined a card of BIN {bin}: {code}");

    public static Refusal NoProvider() => new(
        "CheckoutDisabledError", Location, "error", StatusCodes.Status503ServiceUnavailable, "no payment provider is enabled");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ChargeRequest))]
[JsonSerializable(typeof(ChargeAnswer))]
internal sealed partial class PaymentJson : JsonSerializerContext;
