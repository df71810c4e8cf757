namespace Firstlook.Range.Tenancy;

/// <summary>The brand that a request is for, from the header X-Tenant; "lumen" where there is none.</summary>
internal static class Tenant
{
    public static IReadOnlyList<string> All { get; } = ["lumen", "harbor", "meadow"];

    /// <exception cref="RefusedException">There is no such brand.</exception>
    public static string Of(HttpContext http) =>
        http.Request.Headers["X-Tenant"] is [{ } slug]
            ? All.Contains(slug) ? slug : throw new RefusedException(Refusal.NotFound("tenancy", $"there is no brand {slug}"))
            : All[0];
}
