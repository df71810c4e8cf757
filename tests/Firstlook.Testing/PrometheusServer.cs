namespace Firstlook.Testing;

/// <summary>A real Prometheus on a free port of the loopback, with an empty store of its own.</summary>
public sealed class PrometheusServer : IAsyncDisposable
{
    readonly TempFolder folder;
    readonly RunningProgram server;

    PrometheusServer(TempFolder folder, RunningProgram server, Uri address) => (this.folder, this.server, Address) = (folder, server, address);

    /// <summary>Null where it can be started here; otherwise why not, for a skip.</summary>
    public static string? Missing => File.Exists("/usr/bin/prometheus") ? null : "Prometheus is not installed (Debian: prometheus)";

    public Uri Address { get; }

    /// <param name="configuration">The whole of <c>prometheus.yml</c>; by default it scrapes itself every second.</param>
    public static async Task<PrometheusServer> Start(string? configuration = null)
    {
        var own = new TempFolder();
        var port = FreePort.Next();
        var file = own.File("prometheus.yml", configuration ?? $$"""
            global: { scrape_interval: 1s, evaluation_interval: 1s }
            scrape_configs:
              - job_name: self
                static_configs: [ { targets: [ "127.0.0.1:{{port}}" ] } ]
            """);
        var running = RunningProgram.Start("/usr/bin/prometheus",
        [
            $"--config.file={file}", $"--storage.tsdb.path={own.Path}/data", $"--web.listen-address=127.0.0.1:{port}",
            "--web.enable-lifecycle", "--rules.alert.resend-delay=1s", "--log.level=warn",
        ]);
        var started = new PrometheusServer(own, running, new Uri($"http://127.0.0.1:{port}"));
        using var client = new HttpClient();
        await Eventually.Holds(() => started.Answers(client, "-/ready"), TimeSpan.FromSeconds(30), () => running.Said);
        return started;
    }

    /// <summary>Waits until the query has a result.</summary>
    public async Task Knows(string query)
    {
        using var client = new HttpClient();
        await Eventually.Holds(
            async () => (await client.GetStringAsync(new Uri(Address, "/api/v1/query?query=" + Uri.EscapeDataString(query)))).Contains("\"value\"", StringComparison.Ordinal),
            TimeSpan.FromSeconds(30), () => $"no result of {query}: {server.Said}");
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    async Task<bool> Answers(HttpClient client, string path)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(Address, path));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException notYet)
        {
            return server.HasExited ? throw new InvalidOperationException(server.Said, notYet) : false;
        }
    }
}
