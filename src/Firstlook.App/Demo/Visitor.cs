using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Firstlook.App.Demo;

/// <summary>A person at the demo: signs in with the printed link as a browser would, and uses the interface with a token of their own.</summary>
sealed partial class Visitor : IDisposable
{
    readonly HttpClient browser;
    readonly CookieContainer cookies;
    readonly HttpClient[] people;
    readonly HttpClient nobody;
    readonly Func<string> anotherLink;

    Visitor(HttpClient browser, CookieContainer cookies, HttpClient[] people, HttpClient nobody, Func<string> anotherLink) =>
        (this.browser, this.cookies, this.people, this.nobody, this.anotherLink) = (browser, cookies, people, nobody, anotherLink);

    public static async Task<Visitor> SignIn(WebApplication app, Configuration.Configuration configuration, CancellationToken cancellation)
    {
        var accounts = app.Services.GetRequiredService<Accounts.Accounts>();
        var names = configuration.People.IsEmpty ? [Accounts.Accounts.FirstPerson] : configuration.People.AsSpan().ToArray();
        var jar = new CookieContainer();
        var client = new HttpClient(new HttpClientHandler { CookieContainer = jar }) { BaseAddress = configuration.Listen };
        var link = accounts.LoginLink(names[0], configuration.Listen);
        var page = await client.GetStringAsync(link, cancellation);
        var fields = Hidden().Matches(page)
            .ToDictionary(match => WebUtility.HtmlDecode(match.Groups["name"].Value), match => WebUtility.HtmlDecode(match.Groups["value"].Value),
                StringComparer.Ordinal);
        using var answer = await client.PostAsync(new Uri("/login", UriKind.Relative), new FormUrlEncodedContent(fields), cancellation);
        answer.EnsureSuccessStatusCode();
        return new Visitor(
            client, jar,
            [.. names.Select(name => Client(configuration.Listen, accounts.ApiToken(name)))],
            Client(configuration.Listen, "not-a-token"), () => accounts.LoginLink(names[0], configuration.PublicUrl));
    }

    public string AnotherLink() => anotherLink();

    public void SignOut()
    {
        foreach (Cookie cookie in cookies.GetAllCookies()) cookie.Expired = true;
    }

    public Task<string> Page(int number, CancellationToken cancellation) => browser.GetStringAsync(new Uri($"/incidents/{number}", UriKind.Relative), cancellation);

    /// <returns>0 where none is open.</returns>
    public async Task<int> IncidentOf(string alert, CancellationToken cancellation)
    {
        var incidents = await people[0].GetFromJsonAsync<JsonElement>(new Uri("/api/incidents", UriKind.Relative), cancellation);
        foreach (var incident in incidents.EnumerateArray())
            if (incident.GetProperty("title").GetString() == alert && incident.GetProperty("state").GetString() is not ("resolved" or "closed"))
                return incident.GetProperty("number").GetInt32();
        return 0;
    }

    public Task<JsonElement> Incident(int number, CancellationToken cancellation) =>
        people[0].GetFromJsonAsync<JsonElement>(new Uri($"/api/incidents/{number}", UriKind.Relative), cancellation);

    public async Task Post(string path, object body, CancellationToken cancellation, bool withToken = true, int person = 0)
    {
        using var answer = await (withToken ? people[person % people.Length] : nobody).PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellation);
        if (!answer.IsSuccessStatusCode) throw new DemoFailed($"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation)}");
    }

    static HttpClient Client(Uri server, string token)
    {
        var client = new HttpClient { BaseAddress = server };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)"\s*/?>""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();

    public void Dispose()
    {
        browser.Dispose();
        nobody.Dispose();
        foreach (var person in people) person.Dispose();
    }
}
