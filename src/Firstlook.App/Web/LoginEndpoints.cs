using Firstlook.App.Accounts;
using Firstlook.App.Web.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Firstlook.App.Web;

/// <summary>In and out. Opening a login link shows a button, and only the button uses it up: a preview in a chat opens links too.</summary>
static class LoginEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, IEndpointRouteBuilder forms)
    {
        endpoints.MapGet("/login", Show).AllowAnonymous();
        forms.MapPost("/login", SignIn).AllowAnonymous();
        forms.MapPost("/logout", SignOut);
    }

    static IResult Show(string? token, HttpContext context, Visits visits, Accounts.Accounts accounts, FailedLogins failed)
    {
        var visit = visits.Of(context);
        if (token is null) return visit.Person is null ? Showing.Login(visit, null, null, wanted: WantedPage.IsKept(context.Request)) : new SeeOther("/");
        if (Wait(context, visit, failed) is { } wait) return wait;
        var person = accounts.PersonOfLogin(token);
        if (person is null) failed.Add(AddressOf(context));
        return Showing.Login(visit, token, person, person is null ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK);
    }

    static async Task<IResult> SignIn(HttpContext context, Visits visits, Accounts.Accounts accounts, FailedLogins failed)
    {
        if (Wait(context, visits.Of(context), failed) is { } wait) return wait;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var token = form["token"].ToString();
        if (accounts.SignIn(token) is not { } session)
        {
            failed.Add(AddressOf(context));
            return Showing.Login(visits.Of(context), token, null, StatusCodes.Status403Forbidden);
        }

        failed.Forget(AddressOf(context));
        SessionCookie.Set(context, session.Token);
        return new SeeOther(WantedPage.Take(context));
    }

    static SeeOther SignOut(HttpContext context, Accounts.Accounts accounts)
    {
        if (SessionCookie.Of(context.Request) is { } session) accounts.SignOut(session);
        SessionCookie.Remove(context);
        return new SeeOther("/login");
    }

    static RazorComponentResult? Wait(HttpContext context, Visit visit, FailedLogins failed)
    {
        if (failed.MustWait(AddressOf(context)) is not { } left) return null;
        context.Response.Headers.RetryAfter = ((int)left.TotalSeconds + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Showing.Message(visit, "Too many attempts", $"Try again in {Times.Age(left)}.", StatusCodes.Status429TooManyRequests);
    }

    static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
