using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>
/// Requests that are answered when something happens, or never end (developer.hashicorp.com/consul, "Blocking Queries", "Stream Logs"; etcd v2, "Waiting for a change";
/// docs.docker.com, "ContainerLogs", "SystemEvents"; elastic.co, "Cluster health", "wait_for_status"), and such as keep a context open for hours, ask for all there is, or have
/// the server at work for a while.
/// </summary>
internal static partial class LongGets
{
    /// <summary>Ten minutes: whoever asks waits no longer.</summary>
    const double Longest = 600;

    const double LongestContext = 3_600;

    const double MostAtOnce = 1_000_000;

    /// <param name="path">In small letters.</param>
    /// <param name="query">In small letters, as it is meant.</param>
    /// <returns>Null where it is answered at once.</returns>
    public static Verdict? Judge(string host, string path, string query)
    {
        var hang = Verdict.Read("it waits until something happens", EffectTags.Hang);
        var parts = query.Split('&');
        if (Followed().IsMatch(path) || parts.Any(part => Follows().IsMatch(part)) || IsSubscribed(host, path, parts)) return hang;
        if (Whole().IsMatch(path)) return Verdict.Read("it sends a whole file system, or a whole image", EffectTags.Cost | EffectTags.Secret);
        // pkg.go.dev/net/http/pprof; docs.influxdata.com, "/debug/pprof/all"; hbase.apache.org, "Profiler Servlet".
        if (path.EndsWith("/debug/pprof/all", StringComparison.Ordinal) || path.EndsWith("/prof", StringComparison.Ordinal) && query.Length > 0)
            return Verdict.Read("the server measures itself for a while", EffectTags.Cost);
        // docs.docker.com, "ContainerStats": it streams unless it is told not to.
        if (Statistics().IsMatch(path) && !parts.Any(part => part is "stream=false" or "stream=0" or "one-shot=true" or "one-shot=1")) return hang;
        if (Versioned().IsMatch(path)) return parts.Any(part => part.StartsWith("until=", StringComparison.Ordinal)) ? null : hang;
        foreach (var part in parts)
        {
            var sign = part.IndexOf('=');
            if (sign < 1) continue;
            var (name, value) = (part[..sign], part[(sign + 1)..]);
            switch (name)
            {
                case "wait" when Seconds(value) > Longest && parts.Any(other => other.StartsWith("index=", StringComparison.Ordinal)): return hang;
                case "timeout" when Seconds(value) > Longest && parts.Any(other => other.StartsWith("wait", StringComparison.Ordinal)): return hang;
                // elastic.co, "Nodes hot threads": it samples for so long.
                case "interval" when Seconds(value) > Longest && path.EndsWith("/hot_threads", StringComparison.Ordinal): return hang;
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

    // docs.ntfy.sh, "Subscribe via API": "poll=1" ends the answer.
    static bool IsSubscribed(string host, string path, string[] parts) =>
        host.Split(':')[0] is var name && (name is "ntfy.sh" || name.StartsWith("ntfy.", StringComparison.Ordinal)) && Stream().IsMatch(path) && !parts.Contains("poll=1");

    // kubernetes.io, "API concepts", watch; developer.hashicorp.com, "Stream Logs" of Consul's and Nomad's agent, "Event Stream".
    [GeneratedRegex(@"^/(api|apis/[^/]+)/v\w+/watch/|/agent/monitor/?$|^/v1/event/stream$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Followed();

    // docs.couchdb.org, "_changes"; etcd's v2 "wait"; MinIO's trace; elastic.co, "Task management".
    [GeneratedRegex(@"^(feed=(continuous|eventsource|longpoll)|(watch|follow|stream|tail)(=(true|1|yes))?|wait=true|wait_for_completion=true)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Follows();

    [GeneratedRegex("/(json|sse|raw|ws)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Stream();

    // docs.docker.com, "Engine API".
    [GeneratedRegex("/containers/[^/]+/(export|archive)$|/images/(get|[^/]+/get)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

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

    // /v1.43/containers/x/stats
    [GeneratedRegex(@"^/v1\.\d+/containers/[^/]+/stats$", RegexOptions.CultureInvariant)]
    private static partial Regex Statistics();

    // /v1.43/events
    [GeneratedRegex(@"^/v1\.\d+/events$", RegexOptions.CultureInvariant)]
    private static partial Regex Versioned();
}
