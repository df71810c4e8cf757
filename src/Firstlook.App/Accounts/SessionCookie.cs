namespace Firstlook.App.Accounts;

static class SessionCookie
{
    const string Name = "firstlook-session";

    public static string? Of(HttpRequest request) => request.Cookies[Name] is { Length: > 0 } token ? token : null;

    public static void Set(HttpContext context, string token) =>
        context.Response.Cookies.Append(Name, token, Options(context, Accounts.SessionLasts));

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, null));

    /// <summary>Lax, and not strict: a link to an incident in a chat must open while one is signed in. No form changes anything by GET.</summary>
    static CookieOptions Options(HttpContext context, TimeSpan? lasts) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", MaxAge = lasts, IsEssential = true };
}
