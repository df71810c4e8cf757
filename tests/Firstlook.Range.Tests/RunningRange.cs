using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Firstlook.Range.Tests;

/// <summary>
/// The range, started once for all tests by range/up, with somebody listening where its Prometheus posts alerts.
/// Where this machine cannot hold it, every test that asks for it is skipped with the reason.
/// </summary>
public class RunningRange : IAsyncLifetime
{
    const int MachineIsUnfit = 69;

    readonly string home = Directory.CreateTempSubdirectory("firstlook-range-").FullName;
    readonly ConcurrentBag<JsonNode> posted = [];
    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };
    IReadOnlyDictionary<string, string> variables = new Dictionary<string, string>(StringComparer.Ordinal);
    WebApplication? receiver;
    string? unfit;

    internal IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal) { ["RANGE_HOME"] = home };

    /// <summary>Names of the alerts that Prometheus has posted so far.</summary>
    internal IEnumerable<string> PostedAlerts => posted.Select(alert => (string?)alert["labels"]?["alertname"] ?? "").Distinct(StringComparer.Ordinal);

    internal string this[string variable] => variables[variable];

    /// <summary>Why this machine cannot hold it, known before it is started; null where it may.</summary>
    private protected virtual string? Missing => null;

    /// <summary>More variables for range/up, and how long it may take.</summary>
    private protected virtual (IReadOnlyDictionary<string, string> Variables, TimeSpan Limit) Asked => (new Dictionary<string, string>(StringComparer.Ordinal), TimeSpan.FromSeconds(60));

    public async ValueTask InitializeAsync()
    {
        if (Missing is { } missing)
        {
            unfit = missing;
            return;
        }
        receiver = await ListenAsync();
        var environment = new Dictionary<string, string>(Settings.Concat(Asked.Variables), StringComparer.Ordinal) { ["FIRSTLOOK_URL"] = receiver.Urls.First() };
        // As under nohup, from cron or a CI: what the shop is told by SIGHUP it hears all the same.
        var up = await Command.RunAsync("env", ["--ignore-signal=HUP", Repository.InRange("up"), "--detach"], environment, "", CancellationToken.None, Asked.Limit);
        unfit = up.Exit == MachineIsUnfit ? up.Errors.Trim() : null;
        if (up.Exit == 0)
        {
            variables = await ReadEnvironmentAsync(Path.Combine(home, "range.env"));
        }
        else if (unfit is null)
        {
            throw new InvalidOperationException($"range/up failed: {up.Text}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Command.RunAsync(Repository.InRange("down"), [], Settings, "", CancellationToken.None);
        if (Directory.Exists(home))
        {
            Directory.Delete(home, recursive: true);
        }
        http.Dispose();
        if (receiver is not null)
        {
            await receiver.DisposeAsync();
        }
    }

    internal void SkipIfUnfit() => Assert.SkipWhen(unfit is not null, unfit ?? "");

    internal Task<Said> RunAsync(string script, IEnumerable<string> words, string input = "") =>
        Command.RunAsync(Repository.InRange(script), words, Settings, input, TestContext.Current.CancellationToken);

    /// <summary>The result of an instant query; fails the test where Prometheus does not take the query.</summary>
    internal async Task<JsonArray> QueryAsync(string promql)
    {
        var answer = await http.GetStringAsync(
            new Uri($"{this["RANGE_PROMETHEUS"]}/api/v1/query?query={Uri.EscapeDataString(promql)}"), TestContext.Current.CancellationToken);
        return JsonNode.Parse(answer)!["data"]!["result"]!.AsArray();
    }

    /// <summary>The value of a query that yields one series; nought where it yields none.</summary>
    internal async Task<double> ValueAsync(string promql) =>
        await QueryAsync(promql) is [{ } only] ? double.Parse((string)only["value"]![1]!, CultureInfo.InvariantCulture) : 0;

    internal async Task<IReadOnlyList<string>> AlertsAsync(string state)
    {
        var answer = await http.GetStringAsync(new Uri($"{this["RANGE_PROMETHEUS"]}/api/v1/alerts"), TestContext.Current.CancellationToken);
        return [.. JsonNode.Parse(answer)!["data"]!["alerts"]!.AsArray()
            .Where(alert => (string?)alert!["state"] == state)
            .Select(alert => (string)alert!["labels"]!["alertname"]!)];
    }

    /// <summary>The names of all alerting rules that Prometheus has loaded.</summary>
    internal async Task<IReadOnlySet<string>> RulesAsync()
    {
        var answer = await http.GetStringAsync(new Uri($"{this["RANGE_PROMETHEUS"]}/api/v1/rules?type=alert"), TestContext.Current.CancellationToken);
        return JsonNode.Parse(answer)!["data"]!["groups"]!.AsArray().SelectMany(group => group!["rules"]!.AsArray())
            .Select(rule => (string)rule!["name"]!).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Buys something and returns the status of the answer.</summary>
    internal async Task<int> OrderAsync(string? coupon)
    {
        var order = new JsonObject { ["customer_id"] = 1, ["amount"] = 20, ["bin"] = "411111", ["coupon"] = coupon, ["key"] = $"test-{Guid.CreateVersion7()}" };
        using var content = new StringContent(order.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(this["RANGE_WEB_URL"] + "/api/checkout/"), content, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    /// <summary>Asks /faults, with the token unless told otherwise; returns the answer.</summary>
    internal async Task<HttpResponseMessage> AskFaultsAsync(HttpMethod method, string path, string? token = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(this["RANGE_SHOP_URL"] + path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? this["RANGE_FAULT_TOKEN"]);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal async Task<int> StatusAsync(string url)
    {
        using var response = await http.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    internal static async Task<IReadOnlyDictionary<string, string>> ReadEnvironmentAsync(string file) =>
        (await File.ReadAllLinesAsync(file)).Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim('\''), StringComparer.Ordinal);

    async Task<WebApplication> ListenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var listening = builder.Build();
        listening.MapPost("/api/v2/alerts", async (HttpRequest request) =>
        {
            var alerts = await JsonNode.ParseAsync(request.Body);
            foreach (var alert in alerts!.AsArray())
            {
                posted.Add(alert!);
            }
            return Results.Ok();
        });
        await listening.StartAsync();
        return listening;
    }
}
