namespace Firstlook.App.Web.Views;

/// <summary>Addresses from alerts and runbooks. Only http and https become links; <c>javascript:</c>, <c>data:</c> and the rest stay text.</summary>
public static class SafeLink
{
    /// <returns>Null where it must not be a link.</returns>
    public static string? Of(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;

    /// <summary>The same dashboard at the incident's time: from 15 minutes before it opened to its end, or to now (Grafana's <c>from</c> and <c>to</c>, Unix
    /// milliseconds).</summary>
    /// <returns>Null where it must not be a link.</returns>
    public static string? AtTime(string? address, DateTimeOffset openedAt, DateTimeOffset until)
    {
        if (Of(address) is not { } safe) return null;
        var uri = new UriBuilder(safe);
        var window = $"from={(openedAt - Before).ToUnixTimeMilliseconds()}&to={until.ToUnixTimeMilliseconds()}";
        var kept = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !pair.StartsWith("from=", StringComparison.Ordinal) && !pair.StartsWith("to=", StringComparison.Ordinal));
        uri.Query = string.Join('&', kept.Append(window));
        return uri.Uri.AbsoluteUri;
    }

    static readonly TimeSpan Before = TimeSpan.FromMinutes(15);
}
