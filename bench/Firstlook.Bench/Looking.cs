using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Web;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors;
using Firstlook.Looks;
using Firstlook.Masking;
using Firstlook.Runbooks;

namespace Firstlook.Bench;

/// <summary>
/// How long after its slowest step a first look is finished: 30 PromQL steps against an HTTP server on the loopback that answers
/// each after the delay that its query names, the slowest after 300 ms.
/// </summary>
internal static class Looking
{
    const int Steps = 30;
    const int SlowestMilliseconds = 300;
    const int Runs = 100;

    static readonly Target Prometheus = new("prometheus", TargetKind.Prometheus, "a stand-in");

    public static async Task Run()
    {
        using var listener = Listen(out var address);
        _ = Serve(listener);
        var connections = new TargetConnections(new Dictionary<string, Connection>(StringComparer.Ordinal) { [Prometheus.Name] = new PrometheusConnection(address) });
        await using var executors = new TargetExecutors(connections, TimeProvider.System, new Masker([]));
        await executors.Warm(CancellationToken.None);
        var plan = new LookPlan(Enumerable.Range(0, Steps).Select(Planned).ToEquatableArray());
        var first = await Once(plan, executors);
        var over = new List<double>();
        for (var run = 0; run < Runs; run++) over.Add(await Once(plan, executors) - SlowestMilliseconds);
        over.Sort();
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{Steps} steps, slowest {SlowestMilliseconds} ms, {Runs} looks: finished after the slowest by {over[Runs / 2]:0.0} ms (p50), {over[Runs * 95 / 100]:0.0} ms (p95), {over[^1]:0.0} ms (worst); the very first look of the process {first - SlowestMilliseconds:0.0} ms"));
    }

    static async Task<double> Once(LookPlan plan, TargetExecutors executors)
    {
        var clock = Stopwatch.StartNew();
        var results = 0;
        await foreach (var result in LookRun.Run(plan, executors, CancellationToken.None))
        {
            if (result.Outcome.Kind != OutcomeKind.Succeeded) throw new InvalidOperationException(result.Outcome.Message);
            results++;
        }

        return results == Steps ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{results} results");
    }

    static PlannedCommand Planned(int index)
    {
        var delay = index == Steps - 1 ? SlowestMilliseconds : 10 + index * 280 / Steps;
        var command = new Command($"vector({delay})", 1, Language.PromQl, Effect.Read, EffectTags.None, "an instant query", null, [], [], null);
        var step = new Step($"step-{index}", index + 1, 1, 1, "a step", command.Text, Language.PromQl, StepKind.Diagnostic, Effect.Read, false, false, null, null, null, [], [], [], [command]);
        var id = new CommandId(step.Id, 0);
        return ReadPolicy.Decide(id, command, Prometheus, [], Limits.Default, clicked: false) switch
        {
            ReadDecision.Permitted permitted => new PlannedCommand(id, step, command, Prometheus, permitted.Permit, null, []),
            ReadDecision.Refused refused => throw new InvalidOperationException(refused.Reason),
            _ => throw new UnreachableException(),
        };
    }

    static HttpListener Listen(out Uri address)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        address = new Uri($"http://{probe.LocalEndpoint}/");
        probe.Stop();
        var listener = new HttpListener();
        listener.Prefixes.Add(address.AbsoluteUri);
        listener.Start();
        return listener;
    }

    static async Task Serve(HttpListener listener)
    {
        while (listener.IsListening) _ = Answer(await listener.GetContextAsync());
    }

    static async Task Answer(HttpListenerContext asked)
    {
        using var reader = new StreamReader(asked.Request.InputStream);
        var query = HttpUtility.ParseQueryString(await reader.ReadToEndAsync())["query"] ?? "vector(0)";
        var delay = int.Parse(query.AsSpan(7, query.Length - 8), CultureInfo.InvariantCulture);
        await Task.Delay(TimeSpan.FromMilliseconds(delay), TimeProvider.System, CancellationToken.None);
        asked.Response.ContentType = "application/json";
        await asked.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes($$$"""{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[0,"{{{delay}}}"]}]}}"""));
        asked.Response.Close();
    }
}
