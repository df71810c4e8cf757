using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Firstlook.App.Cli;

/// <summary>Speaks to a running server: whatever changes an incident goes through it.</summary>
sealed class ServerClient : IDisposable
{
    public const string TokenFile = "cli-token";

    /// <summary>Where the server of a data folder listens, while it runs: <c>--listen</c> and the demo know better than the configuration.</summary>
    public const string AddressFile = "cli-address";

    readonly HttpClient http;

    public ServerClient(Configuration.Configuration configuration)
    {
        var server = Environment.GetEnvironmentVariable("FIRSTLOOK_SERVER") is { } named ? new Uri(named) : Address(configuration);
        http = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(configuration));
    }

    static Uri Address(Configuration.Configuration configuration)
    {
        var file = Path.Combine(configuration.Data, AddressFile);
        return File.Exists(file) && Uri.TryCreate(File.ReadAllText(file).Trim(), UriKind.Absolute, out var address) ? address : configuration.Listen;
    }

    static string Token(Configuration.Configuration configuration)
    {
        if (Environment.GetEnvironmentVariable("FIRSTLOOK_API_TOKEN") is { Length: > 0 } token) return token;
        var file = Path.Combine(configuration.Data, TokenFile);
        return File.Exists(file)
            ? File.ReadAllText(file).Trim()
            : throw new Stop(Exit.Refused, $"no token: set FIRSTLOOK_API_TOKEN, or name the data folder of the server with --data: there is no {file} that can be read");
    }

    /// <returns>The server's answer.</returns>
    /// <exception cref="Stop">It refused, or was not reached.</exception>
    public async Task<JsonElement> Post(string path, object body, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.PostAsJsonAsync(path, body, cancellation);
            return await Answer(response, cancellation);
        }
        catch (HttpRequestException exception)
        {
            throw new Stop(Exit.Unreachable, $"no server at {http.BaseAddress}: {exception.Message}");
        }
    }

    public async Task<JsonElement> Get(string path, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.GetAsync(path, cancellation);
            return await Answer(response, cancellation);
        }
        catch (HttpRequestException exception)
        {
            throw new Stop(Exit.Unreachable, $"no server at {http.BaseAddress}: {exception.Message}");
        }
    }

    static async Task<JsonElement> Answer(HttpResponseMessage response, CancellationToken cancellation)
    {
        var text = await response.Content.ReadAsStringAsync(cancellation);
        if (response.IsSuccessStatusCode) return JsonDocument.Parse(text).RootElement;
        throw new Stop(
            response.StatusCode switch
            {
                HttpStatusCode.NotFound => Exit.NotFound,
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.Conflict => Exit.Refused,
                HttpStatusCode.ServiceUnavailable => Exit.Unreachable,
                _ => Exit.Failed,
            },
            Reason(text) ?? $"the server answered {(int)response.StatusCode}");
    }

    static string? Reason(string text)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement.TryGetProperty("reason", out var reason) ? reason.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();
}
