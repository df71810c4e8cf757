using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>
/// Requests that are answered when something happens, or never end (developer.hashicorp.com/consul, "Blocking Queries", "Stream Logs"; etcd v2, "Waiting for a change";
/// docs.docker.com, "ContainerLogs", "SystemEvents"; elastic.co, "Cluster health", "wait_for_status"), and such as keep a context open for hours, or ask for all there is.
/// </summary>
internal static partial class LongGets
{
    /// <summary>Ten minutes: whoever asks waits no longer.</summary>
    const double Longest = 600;

    const double LongestContext = 3_600;

    const double MostAtOnce = 1_000_000;

    public static Verdict? Judge(string host, string path, string query)
    {
        var hang = Verdict.Read("it waits until something happens", EffectTags.Hang);
        var parts = query.Split('&');
        if (path is "/v1/agent/monitor" or "/v1/event/stream") return hang;
        if (Versioned().IsMatch(path)) return parts.Any(part => part.StartsWith("until=", StringComparison.Ordinal)) ? null : hang;
        foreach (var part in parts)
        {
            var sign = part.IndexOf('=');
            if (sign < 1) continue;
            var (name, value) = (part[..sign], part[(sign + 1)..]);
            switch (name)
            {
                case "follow" when value is "1" or "true": return hang;
                case "wait" when value is "true" || Seconds(value) > Longest && parts.Any(other => other.StartsWith("index=", StringComparison.Ordinal)): return hang;
                case "timeout" when Seconds(value) > Longest && parts.Any(other => other.StartsWith("wait", StringComparison.Ordinal)): return hang;
                case "scroll" or "keep_alive" when Seconds(value) > LongestContext: return Verdict.Read("it keeps a search open for hours", EffectTags.Cost);
                case "rows" or "size" or "limit" or "per_page" or "count" or "max" or "n"
                    when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var many) && many > MostAtOnce:
                    return Verdict.Read("it asks for everything at once", EffectTags.Cost);
                default: break;
            }
        }

        return null;
    }

    /// <summary>Whether an engine of containers is asked for its events, which never end, over its own socket.</summary>
    public static bool AreOfEngine(string socket, string url) =>
        Socket().IsMatch(socket) && url.TrimEnd('/').Split('?')[0].EndsWith("/events", StringComparison.Ordinal) && !url.Contains("until=", StringComparison.Ordinal);

    [GeneratedRegex(@"(docker|podman)\.sock$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Socket();

    static double Seconds(string value)
    {
        if (Duration().Match(value) is not { Success: true } duration) return 0;
        var unit = duration.Groups["unit"].Value switch { "d" => 86_400, "h" => 3_600, "m" => 60, "ms" => 1e-3, _ => 1 };
        return double.Parse(duration.Groups["number"].Value, CultureInfo.InvariantCulture) * unit;
    }

    [GeneratedRegex(@"^(?<number>\d{1,20})(?<unit>ms|[smhd])$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    // /v1.43/events
    [GeneratedRegex(@"^/v1\.\d+/events$", RegexOptions.CultureInvariant)]
    private static partial Regex Versioned();
}
