using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Firstlook.App.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Firstlook.App.Tests.Web;

/// <summary>Nothing is open without a token, and no form is taken without its own.</summary>
public sealed class AccessTests
{
    static readonly string[] Open = ["/login", "/assets/"];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Every address of the application, with the method that it answers to.</summary>
    static (string Method, string Path)[] Endpoints(WebServer server) =>
    [
        .. server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => (
                method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{number:int}", "7", StringComparison.Ordinal).Replace("{action:int}", "1", StringComparison.Ordinal)))),
    ];

    [Fact]
    public async Task Without_a_session_nothing_but_the_login_page_and_the_assets_answers()
    {
        await using var server = await WebServer.Start(Shop.Looked(new ManualTime(Shop.Night)), cancellation: Cancellation);
        using var visitor = server.Visitor();
        var closed = Endpoints(server).Where(endpoint => !Open.Any(open => endpoint.Path.StartsWith(open, StringComparison.Ordinal))).Append(("GET", "/nowhere")).ToArray();
        Assert.True(closed.Length >= 18, $"{closed.Length} endpoints");
        foreach (var (method, path) in closed)
        {
            using var plain = new HttpRequestMessage(new HttpMethod(method), path);
            var answer = await visitor.Http.SendAsync(plain, Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path} answers {answer.StatusCode}");
            Assert.DoesNotContain("out_of_stock", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        var page = await visitor.Get("/incidents/7");
        Assert.Equal((HttpStatusCode.Redirect, "/login"), (page.StatusCode, page.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Every_form_needs_its_token()
    {
        var desk = Shop.Looked(new ManualTime(Shop.Night));
        await using var server = await WebServer.Start(desk, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        var version = desk.Room(7)!.Incident.Version;
        var posts = Endpoints(server).Where(endpoint => endpoint.Method == "POST").ToArray();
        Assert.True(posts.Length >= 15, $"{posts.Length} forms");
        foreach (var (_, path) in posts)
        foreach (var body in new[] { "", "text=x&what=x&hash=y", "__RequestVerificationToken=CfDJ8forged" })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
            var answer = await ada.Http.PostAsync(path, content, Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path} answers {answer.StatusCode}");
        }

        Assert.Equal(version, desk.Room(7)!.Incident.Version);
        Assert.Equal(HttpStatusCode.OK, (await ada.Get("/")).StatusCode);
    }

    [Fact]
    public async Task A_form_token_of_another_person_is_no_token()
    {
        var desk = Shop.Looked(new ManualTime(Shop.Night));
        await using var server = await WebServer.Start(desk, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        using var grace = await server.SignedIn("grace");
        await ada.Get("/incidents/7");
        await grace.Get("/incidents/7");
        var hers = grace.Page.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", hers)]);
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.Http.PostAsync("/incidents/7/acknowledge", content, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_no_form_or_is_too_large_is_refused_and_the_server_lives_on()
    {
        await using var server = await WebServer.Start(Shop.Looked(new ManualTime(Shop.Night)), cancellation: Cancellation);
        using var ada = await server.SignedIn();
        using var json = new StringContent("{\"text\":\"x\"}", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.Http.PostAsync("/incidents/7/note", json, Cancellation)).StatusCode);
        using var torn = new StringContent("--x\r\nnot a part", Encoding.UTF8);
        torn.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.Http.PostAsync("/incidents/7/note", torn, Cancellation)).StatusCode);
        using var large = new StringContent("text=" + new string('x', 3 * 1024 * 1024), Encoding.UTF8, "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await ada.Http.PostAsync("/incidents/7/note", large, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ada.Get("/incidents/7")).StatusCode);
    }

    [Fact]
    public async Task A_login_link_is_not_used_up_by_a_preview_and_signs_in_once()
    {
        await using var server = await WebServer.Start(Shop.Looked(new ManualTime(Shop.Night)), cancellation: Cancellation);
        var link = server.Accounts.LoginLink("ada", server.Address);
        using var preview = server.Visitor();
        await preview.Get(link);
        await preview.Get(link);
        using var ada = server.Visitor();
        await ada.Get(link);
        Assert.Contains("Sign in as ada", ada.Page, StringComparison.Ordinal);
        var answer = await ada.Submit("/login");
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("firstlook-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("CheckoutPaymentFailures", ada.Page, StringComparison.Ordinal);
        using var late = server.Visitor();
        Assert.Equal(HttpStatusCode.Forbidden, (await late.Get(link)).StatusCode);
        Assert.Contains("has been used", late.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        await using var server = await WebServer.Start(Shop.Looked(new ManualTime(Shop.Night)), cancellation: Cancellation);
        using var ada = await server.SignedIn();
        await ada.Get("/");
        await ada.Submit("/logout");
        Assert.Equal(HttpStatusCode.Redirect, (await ada.Get("/incidents/7")).StatusCode);
    }

    [Fact]
    public async Task Whoever_tries_tokens_must_wait()
    {
        await using var server = await WebServer.Start(Shop.Looked(new ManualTime(Shop.Night)), cancellation: Cancellation);
        using var mallory = server.Visitor();
        for (var attempt = 0; attempt < 10; attempt++) Assert.Equal(HttpStatusCode.Forbidden, (await mallory.Get($"/login?token=guess{attempt}")).StatusCode);
        var answer = await mallory.Get("/login?token=guess");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.Zero);
    }

    [Fact]
    public async Task An_API_token_opens_the_pages_and_the_intake_token_does_not()
    {
        await using var server = await WebServer.Start(Shop.Looked(new ManualTime(Shop.Night)), cancellation: Cancellation);
        using var caller = server.Visitor();
        caller.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Accounts.ApiToken("ada"));
        Assert.Equal(HttpStatusCode.OK, (await caller.Http.GetAsync("/incidents/7", Cancellation)).StatusCode);
        caller.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Accounts.IntakeToken);
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.Http.GetAsync("/incidents/7", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_intake_lets_in_its_own_token_alone()
    {
        await using var server = await WebServer.Start(
            Shop.Looked(new ManualTime(Shop.Night)),
            more: app => app.MapPost("/alerts", () => "taken").RequireAuthorization(IntakeAuthentication.Name),
            cancellation: Cancellation);
        var token = server.Accounts.IntakeToken;
        Assert.Equal(HttpStatusCode.OK, await Post(new AuthenticationHeaderValue("Bearer", token)));
        Assert.Equal(HttpStatusCode.OK, await Post(Basic($"prometheus:{token}")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(null));
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(new AuthenticationHeaderValue("Bearer", token + "x")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(new AuthenticationHeaderValue("Bearer", server.Accounts.ApiToken("ada"))));
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(Basic($"{token}:wrong")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(Basic(token)));
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(new AuthenticationHeaderValue("Basic", "not base64")));
        using var ada = await server.SignedIn();
        using var content = new StringContent("[]");
        Assert.Equal(HttpStatusCode.Unauthorized, (await ada.Http.PostAsync("/alerts", content, Cancellation)).StatusCode);

        static AuthenticationHeaderValue Basic(string pair) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));

        async Task<HttpStatusCode> Post(AuthenticationHeaderValue? authorization)
        {
            using var sender = server.Visitor();
            sender.Http.DefaultRequestHeaders.Authorization = authorization;
            using var body = new StringContent("[]");
            return (await sender.Http.PostAsync("/alerts", body, Cancellation)).StatusCode;
        }
    }

    [Theory]
    [InlineData("/nope")]
    [InlineData("/incidents/abc")]
    [InlineData("/incidents/99999999999999999999")]
    [InlineData("/incidents/7/note")]
    public async Task An_address_that_leads_nowhere_says_so_and_leads_back(string path)
    {
        await using var server = await WebServer.Start(Shop.Looked(new ManualTime(Shop.Night)), cancellation: Cancellation);
        using var ada = await server.SignedIn();
        Assert.False((await ada.Get(path)).IsSuccessStatusCode);
        Assert.Contains("<h1>Not found</h1>", ada.Page, StringComparison.Ordinal);
        Assert.Contains($"There is nothing at {path}.", ada.Page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/\">To the incidents</a>", ada.Page, StringComparison.Ordinal);
        Assert.Equal($"There is nothing at {path}.\n", await (await ada.Http.GetAsync(path, Cancellation)).Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_shown_escaped()
    {
        await using var server = await WebServer.Start(Shop.Looked(new ManualTime(Shop.Night)), cancellation: Cancellation);
        using var ada = await server.SignedIn();
        Assert.Equal(HttpStatusCode.NotFound, (await ada.Get("/%3Cscript%3Ealert(1)%3C/script%3E")).StatusCode);
        Assert.DoesNotContain("<script>alert", ada.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_login_page_leads_whoever_is_signed_in_to_the_list_and_tells_others_how_to_get_a_link()
    {
        await using var server = await WebServer.Start(Shop.Looked(new ManualTime(Shop.Night)), cancellation: Cancellation);
        using var nobody = server.Visitor();
        await nobody.Get("/login");
        Assert.Contains("<code>firstlook people link NAME</code>", nobody.Page, StringComparison.Ordinal);
        using var ada = await server.SignedIn();
        var answer = await ada.Get("/login");
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public void The_session_cookie_is_secure_where_the_page_is()
    {
        foreach (var scheme in new[] { "http", "https" })
        {
            var context = new DefaultHttpContext { Request = { Scheme = scheme } };
            SessionCookie.Set(context, "token");
            Assert.Equal(scheme == "https", context.Response.Headers.SetCookie.ToString().Contains("secure", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        await using var server = await WebServer.Start(Shop.Looked(new ManualTime(Shop.Night)), cancellation: Cancellation);
        using var ada = await server.SignedIn();
        using var nobody = server.Visitor();
        foreach (var answer in new[] { await ada.Get("/"), await ada.Get("/incidents/7"), await ada.Get("/incidents/99"), await ada.Get("/nowhere"), await nobody.Get("/login"), await nobody.Get("/incidents/7") })
        {
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'; base-uri 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task Assets_are_kept_for_ever_under_an_address_that_names_their_content()
    {
        await using var server = await WebServer.Start(Shop.Looked(new ManualTime(Shop.Night)), cancellation: Cancellation);
        using var nobody = server.Visitor();
        foreach (var asset in new[] { App.Web.Asset.Style, App.Web.Asset.Script, App.Web.Asset.Icon })
        {
            var answer = await nobody.Http.GetAsync(asset.Path, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        }
    }
}
