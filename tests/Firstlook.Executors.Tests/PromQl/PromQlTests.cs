using System.Net;
using System.Text;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Testing;

[assembly: AssemblyFixture(typeof(Firstlook.Executors.Tests.PromQl.Metrics))]

namespace Firstlook.Executors.Tests.PromQl;

public sealed class Metrics : IAsyncLifetime
{
    PrometheusServer? server;

    public PrometheusServer Server
    {
        get
        {
            if (PrometheusServer.Missing is { } missing) Assert.Skip(missing);
            return server!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (PrometheusServer.Missing is not null) return;
        server = await PrometheusServer.Start();
        await server.Knows("up");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}

public sealed class PromQlTests(Metrics metrics)
{
    TargetExecutors Executors => Permits.Executors(new PrometheusConnection(metrics.Server.Address));

    [Fact]
    public async Task A_vector_is_samples_with_sorted_labels()
    {
        await using var executors = Executors;
        var result = await executors.Run(Permits.Read("# is it there?\nup{job=\"self\"}", Language.PromQl));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        var sample = Assert.Single(result.Output.Samples);
        Assert.Equal(["__name__", "instance", "job"], sample.Labels.Select(label => label.Key));
        Assert.Equal(1, sample.Value);
    }

    [Fact]
    public async Task Scalars_strings_ranges_nan_and_infinity_are_understood()
    {
        await using var executors = Executors;
        Assert.Equal(5, (await executors.Run(Permits.Read("2 + 3", Language.PromQl))).Output.Samples[0].Value);
        Assert.Equal(["text"], (await executors.Run(Permits.Read("'text'", Language.PromQl))).Output.Lines);
        Assert.Equal(1, (await executors.Run(Permits.Read("up[1m]", Language.PromQl))).Output.Samples[0].Value);
        Assert.Equal(double.PositiveInfinity, (await executors.Run(Permits.Read("vector(1/0)", Language.PromQl))).Output.Samples[0].Value);
        Assert.True(double.IsNaN((await executors.Run(Permits.Read("vector(0/0)", Language.PromQl))).Output.Samples[0].Value));
    }

    [Fact]
    public async Task Nothing_found_is_no_error()
    {
        await using var executors = Executors;
        var result = await executors.Run(Permits.Read("nothing_of_this_name", Language.PromQl));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Equal(0, result.Output.Count);
    }

    [Fact]
    public async Task A_wrong_query_fails_with_the_words_of_prometheus()
    {
        await using var executors = Executors;
        var result = await executors.Run(Permits.Read("sum by (", Language.PromQl));

        Assert.Equal("bad_data", result.Outcome.Code);
        Assert.Contains("parse error", result.Outcome.Message!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_true_count_is_told_where_not_all_samples_are_kept()
    {
        await using var executors = Executors;
        var result = await executors.Run(Permits.Read("prometheus_http_request_duration_seconds_bucket", Language.PromQl, Limits.Default with { Rows = 3 }));

        Assert.Equal(3, result.Output.Samples.Count);
        Assert.True(result.Output.Count > 3);
        Assert.True(result.Output.Truncated);
    }

    [Theory]
    [InlineData("'; rm -rf / #")]
    [InlineData("self\"} or up{job=\"self")]
    [InlineData("a\\\"} or vector(1) or up{x=\"")]
    [InlineData("line\nbreak `tick` 'quote' ünïcode")]
    public async Task A_value_arrives_as_that_text(string hostile)
    {
        await using var executors = Executors;
        foreach (var text in new[] { "label_replace(vector(1), \"got\", \"<x>\", \"\", \"\")", "label_replace(vector(1), 'got', '<x>', '', '')" })
        {
            var result = await executors.Run(Permits.Read(text, Language.PromQl, values: [Permits.Value("<x>", hostile)]));
            Assert.Equal(KeyValuePair.Create("got", hostile), Assert.Single(result.Output.Samples[0].Labels));
        }
    }

    [Fact]
    public async Task A_value_in_a_matcher_is_no_regular_expression()
    {
        await using var executors = Executors;
        Assert.Equal(0, (await executors.Run(Permits.Read("up{job=~\"<x>\"}", Language.PromQl, values: [Permits.Value("<x>", ".*")]))).Output.Count);
        Assert.Equal(1, (await executors.Run(Permits.Read("up{job=~\"<x>\"}", Language.PromQl, values: [Permits.Value("<x>", "self")]))).Output.Count);
        Assert.Equal(OutcomeKind.Refused, (await executors.Run(Permits.Read("up{job=\"self\"}[<x>]", Language.PromQl, values: [Permits.Value("<x>", "5m] or up")]))).Outcome.Kind);
        Assert.Equal(OutcomeKind.Succeeded, (await executors.Run(Permits.Read("rate(up{job=\"self\"}[<x>])", Language.PromQl, values: [Permits.Value("<x>", "5m")]))).Outcome.Kind);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_at_the_time_limit()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var executors = Permits.Executors(new PrometheusConnection(new Uri($"http://{listener.LocalEndpoint}")));
        var result = await executors.Run(Permits.Read("up", Language.PromQl, Limits.Default with { Time = TimeSpan.FromMilliseconds(200) }));

        Assert.Equal(OutcomeKind.TimedOut, result.Outcome.Kind);
        Assert.InRange(result.Duration, TimeSpan.FromMilliseconds(150), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_server_that_is_away_is_unreachable()
    {
        await using var executors = Permits.Executors(new PrometheusConnection(new Uri($"http://127.0.0.1:{FreePort.Next()}")));
        var result = await executors.Run(Permits.Read("up", Language.PromQl));

        Assert.Equal(OutcomeKind.Unreachable, result.Outcome.Kind);
    }

    /// <summary>A port that is free at one moment may be taken by the next: by any program's own connection.</summary>
    static (HttpListener Listener, string Address) Listening()
    {
        for (var tries = 1; ; tries++)
        {
            var listener = new HttpListener();
            var address = $"http://127.0.0.1:{FreePort.Next()}/";
            listener.Prefixes.Add(address);
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (tries < 10)
            {
                ((IDisposable)listener).Dispose();
            }
        }
    }

    [Theory]
    [InlineData("<html>502</html>", 502, OutcomeKind.Unreachable)]
    [InlineData("no", 403, OutcomeKind.Failed)]
    [InlineData("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":7}]}}", 200, OutcomeKind.Failed)]
    [InlineData("{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[]}}", 200, OutcomeKind.Failed)]
    [InlineData("[]", 200, OutcomeKind.Failed)]
    public async Task A_server_that_is_no_prometheus_is_told(string body, int status, OutcomeKind kind)
    {
        var (listener, address) = Listening();
        using var listening = (IDisposable)listener;
        var serving = Task.Run(async () =>
        {
            var asked = await listener.GetContextAsync();
            asked.Response.StatusCode = status;
            await asked.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            asked.Response.Close();
        }, TestContext.Current.CancellationToken);
        await using var executors = Permits.Executors(new PrometheusConnection(new Uri(address)));
        var result = await executors.Run(Permits.Read("up", Language.PromQl));
        await serving;

        Assert.Equal(kind, result.Outcome.Kind);
    }
}
