using System.Text.RegularExpressions;

namespace Firstlook.App.Accounts;

/// <summary>The incident that somebody asked for before they had signed in. The login link is another address, so that the browser keeps it meanwhile.</summary>
static partial class WantedPage
{
    const string Name = "firstlook-wanted";

    static TimeSpan Lasts { get; } = TimeSpan.FromHours(1);

    public static void Keep(HttpContext context)
    {
        if (Of(context.Request.Path.Value) is { } path) context.Response.Cookies.Append(Name, path, Options(context, Lasts));
    }

    public static bool IsKept(HttpRequest request) => Of(request.Cookies[Name]) is not null;

    /// <returns>A path of this server in any case, whatever the cookie says; the list where no page was asked for.</returns>
    public static string Take(HttpContext context)
    {
        var path = Of(context.Request.Cookies[Name]);
        context.Response.Cookies.Delete(Name, Options(context, null));
        return path ?? "/";
    }

    static string? Of(string? path) => path is not null && Incident().IsMatch(path) ? path : null;

    static CookieOptions Options(HttpContext context, TimeSpan? lasts) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", MaxAge = lasts, IsEssential = true };

    [GeneratedRegex(@"\A/incidents/[0-9]{1,9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Incident();
}
