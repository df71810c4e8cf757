using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Firstlook.App.Accounts;

/// <summary>Knows a sender of alerts by the intake token, as a bearer token or as the password of basic authentication under any user name.</summary>
sealed class IntakeAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Accounts accounts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme, and of the policy that intake endpoints require.</summary>
    public const string Name = "intake";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if ((Credentials.Bearer(Request) ?? Credentials.BasicPassword(Request)) is not { } token) return Task.FromResult(AuthenticateResult.NoResult());
        if (!accounts.IsIntakeToken(token)) return Task.FromResult(AuthenticateResult.Fail("the intake token is not known"));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, Name)], Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer, Basic realm=\"firstlook\"";
        Response.ContentType = "text/plain; charset=utf-8";
        await Response.WriteAsync("Alerts need the intake token, as Authorization: Bearer or as the password of basic authentication.\n", Context.RequestAborted);
    }
}
