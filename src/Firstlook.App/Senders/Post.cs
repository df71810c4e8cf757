using System.Net;

namespace Firstlook.App.Senders;

/// <summary>The HTTP side that all senders share: bounded, never following redirects, and the address never in an error, since it may be the secret.</summary>
static class Post
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Longest,
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <param name="isDone">Judges the body of a 2xx.</param>
    public static async Task<Delivery> Send(HttpClient client, HttpRequestMessage request, Func<string, bool> isDone, CancellationToken cancellation)
    {
        try
        {
            using var response = await client.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsStringAsync(cancellation);
            if (response.IsSuccessStatusCode && isDone(body)) return Delivery.Delivered;
            // 429 and the server's own trouble pass; any other answer would be the same next time.
            var retryable = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)response.StatusCode >= 500;
            return new Delivery(false, retryable, $"answered {(int)response.StatusCode}{(body.Length is > 0 and < 200 ? $": {body.Trim()}" : "")}",
                response.Headers.RetryAfter?.Delta);
        }
        catch (HttpRequestException exception)
        {
            return new Delivery(false, true, $"not reached: {exception.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Delivery(false, true, $"no answer within {Longest.TotalSeconds:0} s");
        }
    }
}
