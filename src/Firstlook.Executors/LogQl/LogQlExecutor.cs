using System.Globalization;
using System.Text.Json;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors.Binding;
using Firstlook.Executors.Http;
using Firstlook.Executors.PromQl;
using Firstlook.Looks;

namespace Firstlook.Executors.LogQl;

/// <summary>
/// Loki's HTTP API (grafana.com/docs/loki/latest/reference/loki-http-api). A query for lines looks back over the configured time, newest
/// first; one that computes numbers is an instant query.
/// </summary>
internal sealed class LogQlExecutor(string target, LokiConnection connection, TimeProvider clock) : IExecutor
{
    readonly HttpReach reach = new(target, connection.Headers, connection.Parallel, clock);
    readonly string api = connection.Address.AbsoluteUri.TrimEnd('/') + "/loki/api/v1";

    public Task Warm(CancellationToken cancellation) => reach.Warm(new Uri($"{api}/labels"), cancellation);

    public async Task<Answer> Run(Permit permit, CancellationToken cancellation)
    {
        if (permit.Language != Language.LogQl) return Answer.Refused($"{target} answers LogQL, not {permit.Language.Word()}");
        var bound = QueryBinding.Bind(permit.Text, permit.Values, regexes: true);
        if (bound.Problem is { } problem) return Answer.Refused(problem);
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(bound.Text, permit.Limits));
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

    Uri Address(string query, Limits limits)
    {
        var now = clock.GetUtcNow();
        var escaped = Uri.EscapeDataString(query);

        // A query for lines begins with its selector; one for numbers with a function.
        if (!query.TrimStart().StartsWith('{')) return new Uri($"{api}/query?query={escaped}&time={Nanoseconds(now)}");
        var (since, limit) = (Nanoseconds(now - connection.LookBack), limits.Rows.ToString(CultureInfo.InvariantCulture));
        return new Uri($"{api}/query_range?query={escaped}&start={since}&end={Nanoseconds(now)}&limit={limit}&direction=backward");
    }

    static string Nanoseconds(DateTimeOffset time) => ((time - DateTimeOffset.UnixEpoch).Ticks * 100).ToString(CultureInfo.InvariantCulture);

    Answer Understand(HttpReply.Answered answered, Limits limits)
    {
        // Loki says what is wrong with a query in plain text.
        if (answered.Status == 400) return new Answer(new Outcome(OutcomeKind.Failed, System.Text.Encoding.UTF8.GetString(answered.Body).Trim(), Code: "400"), Output.None);
        try
        {
            using var document = JsonDocument.Parse(answered.Body);
            if (Lines(document.RootElement, limits) is { } lines) return new Answer(Outcome.Succeeded, lines);
            if (PromQlAnswer.Read(document.RootElement, limits) is { } answer) return answer;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or FormatException)
        {
            // Not Loki that speaks: the status says what there is to say.
        }

        return new Answer(answered.Stranger(target, "Loki"), Output.None);
    }

    /// <returns>Null where the answer is not of streams. Lines of all streams, oldest first.</returns>
    static Output? Lines(JsonElement root, Limits limits)
    {
        if (!root.TryGetProperty("data", out var data) || !data.TryGetProperty("resultType", out var type) || type.GetString() != "streams") return null;
        var lines = data.GetProperty("result").EnumerateArray()
            .SelectMany(stream => stream.GetProperty("values").EnumerateArray())
            .Select(value => (At: long.Parse(value[0].GetString() ?? "", CultureInfo.InvariantCulture), Line: value[1].GetString() ?? ""))
            .OrderBy(line => line.At)
            .Select(line => line.Line)
            .ToList();
        var bytes = 0;
        var kept = lines.TakeLast(limits.Rows).Reverse().TakeWhile(line => (bytes += line.Length) <= limits.Bytes).Reverse().ToEquatableArray();

        // Loki stops at the limit that it was given: then there may be more.
        return new Output(OutputKind.Lines, lines.Count, kept.Count < lines.Count || lines.Count >= limits.Rows, Lines: kept);
    }
}
