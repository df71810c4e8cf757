using System.Globalization;
using System.Net;
using System.Text.Json;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors.Binding;
using Firstlook.Looks;

namespace Firstlook.Executors.PromQl;

/// <summary>
/// Instant queries over Prometheus' HTTP API (prometheus.io/docs/prometheus/2.42/querying/api). The query goes in the body
/// of a POST, so that its length is not limited by the URL's.
/// </summary>
internal sealed class PromQlExecutor : IExecutor
{
    /// <summary>Of an answer, at most: what is longer is not parsed at all.</summary>
    const int LargestAnswer = 16 * 1024 * 1024;

    readonly string target;
    readonly TimeProvider clock;
    readonly HttpClient client;
    readonly Uri query;

    public PromQlExecutor(string target, PrometheusConnection connection, TimeProvider clock)
    {
        (this.target, this.clock) = (target, clock);
        query = new Uri(connection.Address.AbsoluteUri.TrimEnd('/') + "/api/v1/query");
        client = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(3),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = connection.Parallel,
            // A target is what the configuration names, and nothing that it or the environment sends us to.
            AllowAutoRedirect = false,
            UseProxy = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        foreach (var (name, value) in connection.Headers) client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
    }

    /// <summary>Opens a connection, so that the first query of an incident does not wait for name resolution and handshakes.</summary>
    public async Task Warm(CancellationToken cancellation)
    {
        try
        {
            using var deadline = new Deadline(TimeSpan.FromSeconds(3), clock, cancellation);
            using var answer = await client.GetAsync(new Uri(query, "buildinfo"), deadline.Token);
        }
        catch (HttpRequestException)
        {
            // Away for now: the first query will say so.
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The same, slowly.
        }
    }

    public async Task<Answer> Run(Permit permit, CancellationToken cancellation)
    {
        if (permit.Language != Language.PromQl) return Answer.Refused($"{target} answers PromQL, not {permit.Language.Word()}");
        var bound = QueryBinding.Bind(permit.Text, permit.Values, regexes: true);
        if (bound.Problem is { } problem) return Answer.Refused(problem);
        using var deadline = new Deadline(permit.Limits.Time, clock, cancellation);
        try
        {
            using var content = new FormUrlEncodedContent(
            [
                new("query", bound.Text),
                new("timeout", permit.Limits.Time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + "s"),
            ]);
            using var answer = await client.PostAsync(query, content, deadline.Token);
            return Understand(await answer.Content.ReadAsByteArrayAsync(deadline.Token), answer.StatusCode, permit.Limits);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Answer(new Outcome(OutcomeKind.TimedOut, $"{target} had not answered after {permit.Limits.Time.TotalSeconds:0.#} s"), Output.None);
        }
        catch (HttpRequestException tooLarge) when (tooLarge.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return new Answer(new Outcome(OutcomeKind.Failed, $"the answer of {target} is larger than {LargestAnswer / 1024 / 1024} MiB: narrow the query, or aggregate it"), Output.None);
        }
        catch (HttpRequestException unreachable)
        {
            return new Answer(new Outcome(OutcomeKind.Unreachable, $"{target} could not be reached at {query.Authority}: {unreachable.InnerException?.Message ?? unreachable.Message}"), Output.None);
        }
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    Answer Understand(byte[] body, HttpStatusCode status, Limits limits)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (PromQlAnswer.Read(document.RootElement, limits) is { } answer) return answer;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            // Not Prometheus that speaks, but something before it, or something else altogether: the status says what there is to say.
        }

        var code = ((int)status).ToString(CultureInfo.InvariantCulture);
        var (kind, what) = status switch
        {
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => (OutcomeKind.Unreachable, "a proxy answers for it"),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => (OutcomeKind.Failed, "it does not accept the configured credentials"),
            _ => (OutcomeKind.Failed, "that is no answer of Prometheus: check the address"),
        };
        return new Answer(new Outcome(kind, $"{target} answered HTTP {code}: {what}", Code: code), Output.None);
    }
}
