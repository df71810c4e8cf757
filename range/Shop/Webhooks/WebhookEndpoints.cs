using System.Globalization;
using System.Text.Json;
using Firstlook.Range.Configuration;
using Firstlook.Range.Database;
using Firstlook.Range.Redis;
using Firstlook.Range.Telemetry;
using Npgsql;

namespace Firstlook.Range.Webhooks;

/// <summary>
/// POST /webhooks/PROVIDER: a provider tells what became of a charge, and the order is confirmed by it. Taken only while
/// there is room for it, and believed only with a right signature, a fresh timestamp, an id that was not seen before, and an
/// order of the brand that it names.
/// </summary>
internal sealed class WebhookEndpoints(
    ShopConfiguration configuration, WebhookIntake intake, RedisConnection redis, Workers workers, RecentWebhooks recent, ShopMetrics metrics, ShopLog log, TimeProvider clock)
{
    const int MostBytes = 64 * 1024;

    readonly Counter events = metrics.Add(new Counter("webhook_events_total", "Webhooks, by outcome.", "provider", "result"));
    readonly Counter failures = metrics.Add(new Counter("webhook_verification_failures_total", "Webhooks that were not believed, by reason.", "provider", "reason"));
    readonly Histogram confirmation = metrics.Add(new Histogram("order_confirmation_seconds", "How long orders wait until they are confirmed."));

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/webhooks/{provider}", ReceiveAsync);

    async Task<IResult> ReceiveAsync(string provider, HttpContext http, CancellationToken cancellation)
    {
        if (provider is not ("stripe" or "paypal"))
        {
            throw new RefusedException(Refusal.NotFound("webhooks", $"there is no provider {provider}"));
        }
        if (!intake.Takes())
        {
            return TurnAway(http, provider);
        }
        if (http.Request.ContentLength is null or > MostBytes)
        {
            throw new RefusedException(Refusal.Invalid("webhooks", $"a webhook has a length, of {MostBytes} bytes at most"));
        }
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(cancellation);
        var signature = http.Request.Headers["Stripe-Signature"].FirstOrDefault();
        if (WebhookSignature.Fault(signature, body, configuration.File[$"{provider.ToUpperInvariant()}_WEBHOOK_SECRET"], clock.GetUtcNow()) is { } fault)
        {
            return Refuse(http, provider, fault, null);
        }
        var told = Parse(body);
        var seen = await redis.AskAsync(cancellation, "SET", $"webhook:seen:{told.Id}", "1", "NX", "EX",
            ((int)(2 * WebhookSignature.Tolerance).TotalSeconds).ToString(CultureInfo.InvariantCulture));
        if (seen.Text is null)
        {
            return Refuse(http, provider, "replayed", told);
        }
        if (!await ConfirmAsync(told, cancellation))
        {
            return Refuse(http, provider, "tenant_violation", told);
        }
        events.Increment(provider, "accepted");
        recent.Remember(signature!, body);
        return Results.Ok();
    }

    static PaymentEvent Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, PaymentEventJson.Default.PaymentEvent) ?? throw new JsonException("an event is an object");
        }
        catch (JsonException malformed)
        {
            throw new RefusedException(Refusal.Invalid("webhooks", malformed.Message), malformed);
        }
    }

    async Task<bool> ConfirmAsync(PaymentEvent told, CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
        await using var confirm = new NpgsqlCommand(
            """
            UPDATE checkout_order SET status = 'confirmed', confirmed_at = coalesce(confirmed_at, now()) WHERE reference = $1 AND tenant = $2
            RETURNING extract(epoch FROM confirmed_at - created_at)::float8
            """,
            connection);
        confirm.Parameters.AddWithValue(told.Reference);
        confirm.Parameters.AddWithValue(told.Tenant);
        if (await confirm.ExecuteScalarAsync(cancellation) is not double waited)
        {
            return false;
        }
        confirmation.Observe(TimeSpan.FromSeconds(waited));
        return true;
    }

    IResult TurnAway(HttpContext http, string provider)
    {
        events.Increment(provider, "turned_away");
        http.Response.Headers.RetryAfter = ((int)WebhookIntake.Pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Results.Json(
            new Problem("TooManyWebhooks", "more webhooks than the shop takes; try again later", RequestObservation.Id(http)), ShopJson.Default.Problem,
            statusCode: StatusCodes.Status429TooManyRequests);
    }

    IResult Refuse(HttpContext http, string provider, string reason, PaymentEvent? told)
    {
        events.Increment(provider, "refused");
        failures.Increment(provider, reason);
        log.Write(new LogEntry
        {
            Timestamp = log.Now(),
            Level = "WARNING",
            Event = "webhook_security",
            RequestId = RequestObservation.Id(http),
            Message = $"webhook_security provider={provider} reason={reason} from={http.Request.Headers["X-Forwarded-For"].FirstOrDefault() ?? "unknown"}",
            Provider = provider,
            Reason = reason,
            Tenant = told?.Tenant,
        });
        return Results.Json(
            new Problem("WebhookRefused", reason, RequestObservation.Id(http)), ShopJson.Default.Problem,
            statusCode: reason == "replayed" ? StatusCodes.Status409Conflict : StatusCodes.Status403Forbidden);
    }
}

/// <summary>The last webhooks that were believed, as somebody on the line would have captured them.</summary>
internal sealed class RecentWebhooks
{
    const int Kept = 20;

    readonly Queue<(string Signature, string Body)> messages = new();
    readonly Lock gate = new();

    public void Remember(string signature, string body)
    {
        lock (gate)
        {
            messages.Enqueue((signature, body));
            if (messages.Count > Kept)
            {
                messages.Dequeue();
            }
        }
    }

    public IReadOnlyList<(string Signature, string Body)> All()
    {
        lock (gate)
        {
            return [.. messages];
        }
    }
}
