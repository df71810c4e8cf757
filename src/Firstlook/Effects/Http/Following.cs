using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>Answers that go on until they are stopped, or that the server works on for a while.</summary>
internal static partial class Following
{
    /// <param name="path">In small letters.</param>
    /// <param name="query">In small letters, as it is meant.</param>
    public static EffectTags Tags(string host, string path, string query)
    {
        var parts = query.Split('&');
        var name = host.Split(':')[0];
        if (Path().IsMatch(path) || parts.Any(part => Parameter().IsMatch(part))
            // docs.ntfy.sh, "Subscribe via API": "poll=1" ends the answer.
            || (name is "ntfy.sh" || name.StartsWith("ntfy.", StringComparison.Ordinal)) && Stream().IsMatch(path) && !parts.Contains("poll=1")) return EffectTags.Hang;
        // docs.docker.com, "Engine API": a whole file system, or a whole image.
        if (Whole().IsMatch(path)) return EffectTags.Cost | EffectTags.Secret;
        // pkg.go.dev/net/http/pprof; docs.influxdata.com, "/debug/pprof/all"; hbase.apache.org, "Profiler Servlet".
        return path.EndsWith("/debug/pprof/all", StringComparison.Ordinal) || path.EndsWith("/prof", StringComparison.Ordinal) && query.Length > 0
            ? EffectTags.Cost : EffectTags.None;
    }

    // kubernetes.io, "API concepts", watch; developer.hashicorp.com, "Stream Logs" of Consul's and Nomad's agent.
    [GeneratedRegex(@"^/(api|apis/[^/]+)/v\w+/watch/|/agent/monitor/?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    // docs.couchdb.org, "_changes"; etcd's v2 "wait"; MinIO's trace; elastic.co, "Task management".
    [GeneratedRegex(@"^(feed=(continuous|eventsource|longpoll)|(watch|follow|stream|tail)(=(true|1|yes))?|wait=true|wait_for_completion=true)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex("/(json|sse|raw|ws)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Stream();

    [GeneratedRegex("/containers/[^/]+/(export|archive)$|/images/(get|[^/]+/get)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
