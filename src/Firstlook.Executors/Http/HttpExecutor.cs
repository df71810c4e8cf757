using System.Text;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;

namespace Firstlook.Executors.Http;

/// <summary>One request to the configured address. What comes back is shown as it is: status, headers, body.</summary>
internal sealed class HttpExecutor(string target, HttpConnection connection, TimeProvider clock) : IExecutor
{
    readonly HttpReach reach = new(target, connection.Headers, connection.Parallel, clock);

    public Task Warm(CancellationToken cancellation) => Task.CompletedTask;

    public async Task<Answer> Run(Permit permit, CancellationToken cancellation)
    {
        if (permit.Language != Language.Http) return Answer.Refused($"{target} answers HTTP requests, not {permit.Language.Word()}");
        var written = WrittenRequest.Read(permit.Text, permit.Values, connection.Address);
        if (written.Problem is { } problem) return Answer.Refused(problem);
        using var request = new HttpRequestMessage(new HttpMethod(written.Method), written.Address);
        if (written.Body.Length > 0) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(written.Body));
        foreach (var (name, value) in written.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return await reach.Send(request, permit.Limits, cancellation) switch
        {
            HttpReply.Answered answered => Shown(answered, permit.Limits),
            HttpReply.NotAnswered not => new Answer(not.Outcome, Output.None),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public ValueTask DisposeAsync()
    {
        reach.Dispose();
        return ValueTask.CompletedTask;
    }

    static Answer Shown(HttpReply.Answered answered, Limits limits)
    {
        var kept = answered.Body.AsSpan(0, Math.Min(answered.Body.Length, limits.Bytes));
        var body = Encoding.UTF8.GetString(kept).TrimEnd('\n');
        string[] lines = [$"HTTP {answered.Status} {answered.Reason}".TrimEnd(), .. answered.Headers, .. body.Length == 0 ? [] : new[] { "" }.Concat(body.Split('\n'))];
        var output =
            new Output(OutputKind.Lines, lines.Length, kept.Length < answered.Body.Length || lines.Length > limits.Rows,
                Lines: lines.Take(limits.Rows).ToEquatableArray());
        var outcome = answered.Status < 400
            ? Outcome.Succeeded : new Outcome(OutcomeKind.Failed, $"it answered {answered.Status} {answered.Reason}".TrimEnd(), Code: $"{answered.Status}");
        return new Answer(outcome, output);
    }
}
