using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Firstlook.App.Accounts;

/// <summary>Knows a person by the session cookie, or by an API token in the Authorization header.</summary>
sealed class PersonAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Accounts accounts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "person";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    AuthenticateResult Authenticate()
    {
        if (Credentials.Bearer(Request) is { } bearer)
            return accounts.PersonOfApiToken(bearer) is { } caller ? Known(caller) : AuthenticateResult.Fail("the API token is not known");
        if (SessionCookie.Of(Request) is not { } token) return AuthenticateResult.NoResult();
        if (accounts.PersonOfSession(token, out var slid) is not { } person) return AuthenticateResult.Fail("the session has ended");
        if (slid) SessionCookie.Set(Context, token);
        return Known(person);
    }

    static AuthenticateResult Known(string person)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, person), new Claim(ClaimTypes.NameIdentifier, person)], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    /// <summary>A person in a browser is led to the login page; everything else is told plainly.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (HttpMethods.IsGet(Request.Method) && Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            WantedPage.Keep(Context);
            Response.Redirect("/login");
            return;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        Response.ContentType = "text/plain; charset=utf-8";
        await Response.WriteAsync("Not signed in. Open a login link in the browser, or send an API token as Authorization: Bearer.\n", Context.RequestAborted);
    }
}
