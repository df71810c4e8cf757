using System.Globalization;
using System.Text.Json;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors.Binding;
using Firstlook.Executors.Http;
using Firstlook.Looks;

namespace Firstlook.Executors.PromQl;

/// <summary>
/// Instant queries over Prometheus' HTTP API (prometheus.io/docs/prometheus/2.42/querying/api). The query goes in the body
/// of a POST, so that its length is not limited by the URL's.
/// </summary>
internal sealed class PromQlExecutor(string target, PrometheusConnection connection, TimeProvider clock) : IExecutor
{
    readonly HttpReach reach = new(target, connection.Headers, connection.Parallel, clock);
    readonly string api = connection.Address.AbsoluteUri.TrimEnd('/') + "/api/v1";

    public Task Warm(CancellationToken cancellation) => reach.Warm(new Uri($"{api}/status/buildinfo"), cancellation);

    public async Task<Answer> Run(Permit permit, CancellationToken cancellation)
    {
        if (permit.Language != Language.PromQl) return Answer.Refused($"{target} answers PromQL, not {permit.Language.Word()}");
        var bound = QueryBinding.Bind(permit.Text, permit.Values, regexes: true);
        if (bound.Problem is { } problem) return Answer.Refused(problem);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{api}/query")
        {
            Content = new FormUrlEncodedContent(
            [
                new("query", bound.Text),
                new("timeout", permit.Limits.Time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + "s"),
            ]),
        };
        return await reach.Send(request, permit.Limits, cancellation) switch
        {
            HttpReply.Answered answered => Understand(answered, permit.Limits),
            HttpReply.NotAnswered not => new Answer(not.Outcome, Output.None),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public ValueTask DisposeAsync()
    {
        reach.Dispose();
        return ValueTask.CompletedTask;
    }

    Answer Understand(HttpReply.Answered answered, Limits limits)
    {
        try
        {
            using var document = JsonDocument.Parse(answered.Body);
            if (PromQlAnswer.Read(document.RootElement, limits) is { } answer) return answer;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            // Not Prometheus that speaks, but something before it, or something else altogether: the status says what there is to say.
        }

        return new Answer(answered.Stranger(target, "Prometheus"), Output.None);
    }
}
