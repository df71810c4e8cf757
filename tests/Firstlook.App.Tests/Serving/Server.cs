using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Firstlook.App.Configuration;
using Firstlook.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Firstlook.App.Tests.Serving;

/// <summary>The whole server on a free port of the loopback, with a data folder of the test's, and a person and a sender of alerts in front of it.</summary>
sealed class Server : IAsyncDisposable
{
    public const string IntakeToken = "the-intake-token-of-the-tests";

    readonly WebApplication app;
    readonly Dictionary<string, HttpClient> people;

    Server(WebApplication app, Uri address, Dictionary<string, HttpClient> people)
    {
        this.app = app;
        this.people = people;
        Address = address;
        Sender = Client(address, IntakeToken);
    }

    public Uri Address { get; }

    /// <summary>Has the intake's token and nothing else.</summary>
    public HttpClient Sender { get; }

    public HttpClient Ada => people["ada"];

    public HttpClient Grace => people["grace"];

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <param name="yaml">More of the configuration than address, data and people.</param>
    public static async Task<Server> Start(TempFolder folder, string yaml = "", TimeProvider? time = null, CancellationToken cancellation = default)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var file = folder.File("firstlook.yaml", Configuration(address, yaml));
        var (configuration, problems) = ConfigurationReader.Read(file, await File.ReadAllTextAsync(file, cancellation), _ => null);
        Assert.Empty(problems);
        var built = await App.Serving.Server.Build(configuration!, time ?? TimeProvider.System, cancellation);
        await built.StartAsync(cancellation);
        var accounts = built.Services.GetRequiredService<App.Accounts.Accounts>();
        return new Server(built, address, configuration!.People.ToDictionary(name => name, name => Client(address, accounts.ApiToken(name)), StringComparer.Ordinal));
    }

    public static string Configuration(Uri address, string yaml) =>
        $"""
        listen: {address}
        data: data
        people: [ada, grace]
        intake:
          token: {IntakeToken}

        """ + yaml;

    /// <summary>More of the configuration: a team, its shop on this host, and its runbooks in the folder.</summary>
    public static string OneShop(TempFolder folder) => $"""
        runbooks: [{folder.Path}/runbooks]
        teams: {"{"} night: {"{}"} {"}"}
        services:
          shop: {"{"} team: night, match: {"{"} service: shop {"}"}, targets: [host] {"}"}
        targets:
          host: {"{"} kind: shell {"}"}

        """;

    public Task<HttpResponseMessage> PostAlerts(string json, string path = "/api/v2/alerts") =>
        Sender.PostAsync(new Uri(path, UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<JsonElement[]> Incidents()
    {
        var all = await Ada.GetFromJsonAsync<JsonElement>(new Uri("/api/incidents?all=true", UriKind.Relative));
        return [.. all.EnumerateArray()];
    }

    public Task<JsonElement> Incident(int number) => Ada.GetFromJsonAsync<JsonElement>(new Uri($"/api/incidents/{number}", UriKind.Relative));

    public static Task<HttpResponseMessage> Post(HttpClient person, string path, object? body = null) => person.PostAsJsonAsync(new Uri(path, UriKind.Relative), body ?? new { });

    public async Task<JsonElement> Eventually(int number, Func<JsonElement, bool> holds)
    {
        JsonElement incident = default;
        await Testing.Eventually.Holds(async () => holds(incident = await Incident(number)), TimeSpan.FromSeconds(30), () => incident.ToString());
        return incident;
    }

    static HttpClient Client(Uri address, string token)
    {
        var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Sender.Dispose();
        foreach (var person in people.Values) person.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
