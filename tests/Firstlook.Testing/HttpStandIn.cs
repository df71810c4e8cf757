using System.Net;
using System.Text;

namespace Firstlook.Testing;

/// <summary>An HTTP server on the loopback that answers as a test says, and keeps what it was asked.</summary>
public sealed class HttpStandIn : IDisposable
{
    readonly HttpListener listener = new();
    readonly List<Asked> asked = [];

    public HttpStandIn(Func<Asked, (int Status, string Body)> answer)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        listener.Prefixes.Add(Address.AbsoluteUri);
        listener.Start();
        _ = Serve(answer);
    }

    public Uri Address { get; }

    public IReadOnlyList<Asked> Requests
    {
        get
        {
            lock (asked) return [.. asked];
        }
    }

    public void Dispose() => listener.Close();

    async Task Serve(Func<Asked, (int Status, string Body)> answer)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                var request = new Asked(context.Request.HttpMethod, context.Request.RawUrl ?? "", context.Request.Headers.AllKeys.ToDictionary(name => name!, name => context.Request.Headers[name!] ?? "", StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync());
                lock (asked) asked.Add(request);
                var (status, body) = answer(request);
                context.Response.StatusCode = status;
                // With a length: a chunk of nothing would be the end of the answer, and what closes it another end, for the next request to find.
                var bytes = Encoding.UTF8.GetBytes(body);
                context.Response.ContentLength64 = bytes.Length;
                if (request.Method != "HEAD") await context.Response.OutputStream.WriteAsync(bytes);
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    /// <param name="Target">Path and query, as they came.</param>
    public sealed record Asked(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
}
