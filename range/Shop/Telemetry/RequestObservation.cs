using System.Diagnostics;
using System.Globalization;
using Firstlook.Range.Database;

namespace Firstlook.Range.Telemetry;

/// <summary>
/// Around every request: gives it an id, names what stopped it, counts and times it under its route template, and
/// writes its line into the log.
/// </summary>
internal sealed class RequestObservation(RequestDelegate next, ShopMetrics metrics, ShopLog log, TimeProvider clock)
{
    const string IdKey = "request_id";

    // Who watches the shop is not one of its users.
    static readonly string[] Unobserved = ["/metrics", "/faults", "/admin", "/functions"];

    public static string Id(HttpContext http) => (string)http.Items[IdKey]!;

    public async Task InvokeAsync(HttpContext http)
    {
        http.Items[IdKey] = http.Request.Headers["X-Request-ID"] is [{ } given] && Guid.TryParse(given, out var known)
            ? known.ToString()
            : Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        if (Array.Exists(Unobserved, prefix => http.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal)))
        {
            await next(http);
            return;
        }
        var started = Stopwatch.GetTimestamp();
        var refusal = await ServeAsync(http);
        Note(http, refusal, Stopwatch.GetElapsedTime(started));
    }

    async Task<Refusal?> ServeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            return null;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // nginx' number for a client that hung up; nobody reads the answer.
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return null;
        }
        catch (BadHttpRequestException malformed)
        {
            return await AnswerAsync(http, new Refusal("ValidationError", "request", "validation_error", malformed.StatusCode, malformed.Message));
        }
        catch (Exception error)
        {
            var refusal = DatabaseErrors.Name(error)
                ?? new Refusal(error.GetType().Name, "unhandled", "error", StatusCodes.Status500InternalServerError, error.Message);
            return await AnswerAsync(http, refusal);
        }
    }

    async Task<Refusal> AnswerAsync(HttpContext http, Refusal refusal)
    {
        metrics.Exceptions.Increment(refusal.Type, refusal.Location);
        http.Response.StatusCode = refusal.StatusCode;
        await http.Response.WriteAsJsonAsync(new Problem(refusal.Type, refusal.Detail, Id(http)), ShopJson.Default.Problem);
        return refusal;
    }

    void Note(HttpContext http, Refusal? refusal, TimeSpan duration)
    {
        var method = http.Request.Method;
        var status = http.Response.StatusCode;
        var template = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "unmatched";
        // The proxy tells how the client spoke to it.
        var transport = http.Request.Headers["X-Forwarded-Proto"] is ["https"] ? "https" : http.Request.Scheme;
        metrics.CountRequest(template, method, status, transport, duration);
        var milliseconds = Math.Round(duration.TotalMilliseconds, 1);
        log.Write(new LogEntry
        {
            Timestamp = log.Now(),
            Level = status >= 500 ? "ERROR" : status >= 400 ? "WARNING" : "INFO",
            Event = "http.request",
            RequestId = Id(http),
            Message = string.Create(
                CultureInfo.InvariantCulture,
                $"{method} {http.Request.Path} {status} status_code={status} duration={milliseconds:0}ms{(refusal is null ? "" : $" {refusal.Type}: {refusal.Detail}")}"),
            Method = method,
            Path = http.Request.Path,
            StatusCode = status,
            Status = status,
            DurationMs = milliseconds,
            ExceptionType = refusal?.Type,
            Location = refusal?.Location,
            ProductId = refusal?.ProductId,
        });
    }
}
