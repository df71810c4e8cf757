using Firstlook.Access;
using Firstlook.Looks;

namespace Firstlook.Executors.Http;

/// <summary>Requests to one configured address: bounded in time and size, no redirects, no proxies, no cookies.</summary>
internal sealed class HttpReach : IDisposable
{
    /// <summary>Of an answer, at most: what is longer is not looked at.</summary>
    const int LargestAnswer = 16 * 1024 * 1024;

    readonly string target;
    readonly TimeProvider clock;
    readonly HttpClient client;

    public HttpReach(string target, EquatableArray<KeyValuePair<string, string>> headers, int parallel, TimeProvider clock)
    {
        (this.target, this.clock) = (target, clock);
        client = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(3),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = parallel,
            UseCookies = false,
            // A target is what the configuration names, and nothing that it or the environment sends us to.
            AllowAutoRedirect = false,
            UseProxy = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        foreach (var (name, value) in headers) client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
    }

    /// <summary>Opens a connection, so that the first request of an incident does not wait for name resolution and handshakes.</summary>
    public async Task Warm(Uri address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        // Whatever comes of it: a target that is away is told by the first command that needs it.
        await Send(request, Limits.Default with { Time = TimeSpan.FromSeconds(3) }, cancellation);
    }

    /// <exception cref="OperationCanceledException">Only our own cancellation.</exception>
    public async Task<HttpReply> Send(HttpRequestMessage request, Limits limits, CancellationToken cancellation)
    {
        using var deadline = new Deadline(limits.Time, clock, cancellation);
        try
        {
            using var answer = await client.SendAsync(request, deadline.Token);
            var headers = answer.Headers.Concat(answer.Content.Headers).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").ToEquatableArray();
            return new HttpReply.Answered((int)answer.StatusCode, answer.ReasonPhrase ?? "", headers, await answer.Content.ReadAsByteArrayAsync(deadline.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Not(OutcomeKind.TimedOut, $"{target} had not answered after {limits.Time.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException tooLarge) when (tooLarge.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return Not(OutcomeKind.Failed, $"the answer of {target} is larger than {LargestAnswer / 1024 / 1024} MiB: ask for less");
        }
        catch (HttpRequestException unreachable)
        {
            return Not(OutcomeKind.Unreachable, $"{target} could not be reached at {request.RequestUri?.Authority}: {unreachable.InnerException?.Message ?? unreachable.Message}");
        }
    }

    public void Dispose() => client.Dispose();

    static HttpReply.NotAnswered Not(OutcomeKind kind, string message) => new(new Outcome(kind, message));
}

internal abstract record HttpReply
{
    HttpReply()
    {
    }

    public sealed record Answered(int Status, string Reason, EquatableArray<string> Headers, byte[] Body) : HttpReply
    {
        /// <summary>What a status means where an API should have answered and did not.</summary>
        public Outcome Stranger(string target, string expected)
        {
            var (kind, what) = Status switch
            {
                502 or 503 or 504 => (OutcomeKind.Unreachable, "a proxy answers for it"),
                401 or 403 => (OutcomeKind.Failed, "it does not accept the configured credentials"),
                _ => (OutcomeKind.Failed, $"that is no answer of {expected}: check the address"),
            };
            return new Outcome(kind, $"{target} answered HTTP {Status}: {what}", Code: $"{Status}");
        }
    }

    public sealed record NotAnswered(Outcome Outcome) : HttpReply;
}
