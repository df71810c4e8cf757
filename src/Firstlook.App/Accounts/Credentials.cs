using System.Net.Http.Headers;
using System.Text;

namespace Firstlook.App.Accounts;

/// <summary>What the Authorization header holds.</summary>
static class Credentials
{
    /// <returns>Null where there is no bearer token.</returns>
    public static string? Bearer(HttpRequest request) =>
        Parse(request) is { } header && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) && header.Parameter is { Length: > 0 } token ? token : null;

    /// <returns>Null where there is no basic authentication, or it is no valid one.</returns>
    public static string? BasicPassword(HttpRequest request)
    {
        if (Parse(request) is not { Parameter: { } encoded } header || !header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) return null;
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length)) return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : pair[(colon + 1)..];
    }

    static AuthenticationHeaderValue? Parse(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) ? header : null;
}
