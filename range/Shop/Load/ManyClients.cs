using System.Globalization;

namespace Firstlook.Range.Load;

/// <summary>Customers are many: a request that says nothing of its sender comes from the next of 254 addresses that are kept for documentation (RFC 5737).</summary>
internal sealed class ManyClients() : DelegatingHandler(new SocketsHttpHandler())
{
    int turn;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.Contains("X-Forwarded-For"))
        {
            request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"198.51.100.{1 + (uint)Interlocked.Increment(ref turn) % 254}"));
        }
        return base.SendAsync(request, cancellationToken);
    }
}
