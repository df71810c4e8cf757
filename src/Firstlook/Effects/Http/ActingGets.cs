using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>Interfaces that act by GET without a word in the address that would say so; each rule names the manual that it is taken from.</summary>
internal static partial class ActingGets
{
    /// <summary>Services that change a name's address when they are asked (desec.readthedocs.io, "IP Update API"; freedns.afraid.org, "Dynamic DNS"; no-ip.com;
    /// help.dyn.com).</summary>
    static readonly FrozenSet<string> NameUpdates =
        FrozenSet.Create(StringComparer.Ordinal, "update.dedyn.io", "update6.dedyn.io", "sync.afraid.org", "v6.sync.afraid.org", "dynupdate.no-ip.com",
            "dynupdate6.no-ip.com", "members.dyndns.org", "dyn.dns.he.net");

    /// <summary>Parameters that carry a verb: SABnzbd's <c>mode=queue&amp;name=delete</c>, Icecast's <c>mode=updinfo</c>.</summary>
    static readonly FrozenSet<string> VerbKeys = FrozenSet.Create(StringComparer.Ordinal, "mode", "act", "opt", "func", "function", "fn", "verb", "control");

    /// <summary>WHM API 1 and cPanel's JSON API: how functions begin that only show ("Guide to WHM API 1").</summary>
    static readonly string[] ShowingFunctions =
        ["list", "get", "show", "fetch", "applist", "version", "accountsummary", "systemloadavg", "loadavg", "servicestatus", "gethostname", "php_get", "verify",
            "validate", "has_", "is_", "twofactorauth_get", "cpgreylist_status", "emailtrack", "analyze"];

    /// <param name="path">In small letters.</param>
    /// <param name="query">In small letters, as it is meant.</param>
    /// <param name="acts">Whether a word is one that acts.</param>
    /// <returns>Null where none of these interfaces is asked to act.</returns>
    public static Verdict? Judge(string host, string path, string query, Func<string, bool> acts)
    {
        if (OfServers(host, path, query) is { } told) return told;
        if (!Counting().IsMatch(path) && (CallsByGet.Judge(path, query, acts) ?? AskedInTurn.Judge(path, query)) is { } called) return called;
        if (NameUpdates.Contains(host)) return Verdict.Unknown($"{host} changes a name's address");
        if (OnceGets.Judge(path, query) is { } once) return once;
        // bark.day.app, "Tutorial": GET /key/title/body sends a push message.
        if (host == "api.day.app" && path.Trim('/').Contains('/')) return Verdict.Destructive($"what {host} sends out cannot be unsent");
        // smsapi.com/docs, "Sending SMS"; kannel.org, "SMS Push", "Kannel Administration": messages are sent, taken in no more, or no longer at all.
        if (MessageSender().IsMatch(path)) return Verdict.Destructive("what is sent to a phone cannot be unsent");
        if (path is "/isolate" && query.Contains("password=", StringComparison.Ordinal)) return Verdict.Disruptive("the gateway takes no message any more");
        // axis.com, VAPIX, "Factory default": GET sets the device back.
        if (path.EndsWith("factorydefault.cgi", StringComparison.Ordinal)) return Verdict.Destructive("it sets the device back to what the factory set");
        // digital-loggers.com, "API": /outlet?a=CCL; homematic XML-API, statechange.cgi; RepRapFirmware, rr_gcode; cisco.com, "HTTP server": /level/15/configure/-/...
        if (path.EndsWith("/outlet", StringComparison.Ordinal) && query.Length > 0) return Verdict.Unknown("it switches an outlet");
        if (path.EndsWith("/statechange.cgi", StringComparison.Ordinal) || path.EndsWith("/rr_gcode", StringComparison.Ordinal))
            return Verdict.Unknown("it gives an order to a device");
        if (path.StartsWith("/level/", StringComparison.Ordinal) && path.Contains("/configure/", StringComparison.Ordinal))
            return Verdict.Unknown("it runs a command of configuration");
        // digital-loggers.com, "Scripting"; controlbyweb.com, "CGI commands"; kno.wled.ge, "HTTP request API"; axis.com, VAPIX, "Pan/Tilt/Zoom API".
        if (path.EndsWith("/script", StringComparison.Ordinal) && query.StartsWith("run", StringComparison.Ordinal)
            || path.EndsWith("/offs.cgi", StringComparison.Ordinal) || path.EndsWith("/ons.cgi", StringComparison.Ordinal)
            || path.StartsWith("/win&", StringComparison.Ordinal) || path is "/win" && query.Length > 0
            || path.EndsWith("/ptz.cgi", StringComparison.Ordinal)
                && !query.StartsWith("query=", StringComparison.Ordinal)) return Verdict.Unknown("it gives an order to a device");
        // github.com/adnanh/webhook, "http-methods": any method runs the command of the hook.
        if (path.Trim('/').Split('/') is ["hooks", { Length: > 0 }]) return Verdict.Unknown("it may run the hook's command");
        // jenkins.io, "Git plugin", "Poll SCM": what has changed is built.
        if (path.Contains("/job/", StringComparison.Ordinal) && path.TrimEnd('/').EndsWith("/polling", StringComparison.Ordinal)) return Verdict.Unknown("it may start a build");
        // rabbitmq.com, "Definition Export"; developer.hashicorp.com/consul/api-docs/snapshot: with password hashes, and with every token.
        if (path.StartsWith("/api/definitions", StringComparison.Ordinal) || path is "/v1/snapshot")
            return Verdict.Read("it shows all that is kept, with what lets somebody in", EffectTags.Secret);
        // opentsdb.net, "/diediedie"; freeswitch.org, mod_xml_rpc, "reloadxml"; icecast.org, "Admin Interface", moveclients.
        if (path.TrimEnd('/') is var end
            && (end.EndsWith("/diediedie", StringComparison.Ordinal) || end.EndsWith("/reloadxml", StringComparison.Ordinal)
                || end.EndsWith("/moveclients", StringComparison.Ordinal)))
            return Verdict.Unknown($"a GET of '{end}' may act");
        // docs.cpanel.net: every function of the interface is taken by GET.
        if ((path.StartsWith("/json-api/", StringComparison.Ordinal) || path.StartsWith("/xml-api/", StringComparison.Ordinal))
            && !Array.Exists(ShowingFunctions, start => path[(path.LastIndexOf('/') + 1)..].StartsWith(start, StringComparison.Ordinal)))
            return Verdict.Unknown("a function of the interface that is not known to show");
        // activemq.apache.org, "REST"; docs.confluent.io, "REST Proxy API v1": a GET takes the message, or moves the consumer on.
        if (path is "/api/message" or "/demo/message" && query.Contains("destination=", StringComparison.Ordinal))
            return Verdict.Destructive("it takes a message out of the queue");
        if (path.Contains("/consumers/", StringComparison.Ordinal) && path.Contains("/instances/", StringComparison.Ordinal)
            && path.Contains("/topics/", StringComparison.Ordinal))
            return Verdict.Disruptive("a consumer moves on");
        // developer.matomo.org, "Tracking HTTP API"; docs.opsgenie.com, "Ping Heartbeat Request".
        if (path.EndsWith("/matomo.php", StringComparison.Ordinal) || path.EndsWith("/piwik.php", StringComparison.Ordinal)) return Verdict.Reversible("it records a visit");
        if (path.Contains("/heartbeats/", StringComparison.Ordinal) && path.EndsWith("/ping", StringComparison.Ordinal))
            return Verdict.Reversible("it tells a monitor that all is well");
        foreach (var part in query.Split('&'))
        {
            var equals = part.IndexOf('=');
            if (equals <= 0) continue;
            var (key, value) = (part[..equals], part[(equals + 1)..]);
            if ((VerbKeys.Contains(key) || key == "name" && query.Contains("mode=", StringComparison.Ordinal))
                && (acts(value) || value.StartsWith("upd", StringComparison.Ordinal)))
                return Verdict.Unknown($"a GET with '{part}' may act");
            // github.com/prometheus/blackbox_exporter: the address is asked in turn.
            if (key == "target" && value.Contains("target=", StringComparison.Ordinal)) return Verdict.Unknown("an address that is asked in turn asks another");
            if (key == "target" && path.EndsWith("/probe", StringComparison.Ordinal) && value.Contains("://", StringComparison.Ordinal)
                && HttpJudge.Request("GET", value, "") is { Effect: > Effect.Read } probed)
                return probed;
            // clickhouse.com/docs, "replace_running_query": the query of that name ends.
            if (key == "replace_running_query" && value is not ("0" or "false")) return Verdict.Disruptive("it ends the running query of that name");
            // solr.apache.org, "Velocity Response Writer" (CVE-2019-17558): a template is code.
            if (key.StartsWith("v.template", StringComparison.Ordinal) || key == "wt" && value is "velocity" or "xslt") return Verdict.Unknown($"'{part}' runs a template");
            // docs.splunk.com, "search/jobs/export": the search runs, whatever it ends in.
            if (key == "search" && path.Contains("/search/", StringComparison.Ordinal)
                && Queries.PipedQuery.Judge(value.Replace('+', ' ').Trim(), Language.Spl) is { } search
                && (search.Effect > Effect.Read || search.Tags != EffectTags.None))
                return search;
        }

        return null;
    }

    /// <summary>Parameters that name another method, an order in a text of JSON, or a server that is asked in turn.</summary>
    public static Verdict? Overriding(string path, string query, Func<string, bool> acts)
    {
        var counts = Counting().IsMatch(path);
        foreach (var part in query.Split('&'))
        {
            if (part.Split('=', 2) is not [var key, var value]) continue;
            // Google's $httpMethod, X-HTTP-Method-Override as a parameter.
            if (MethodKey().IsMatch(key) && value is not ("" or "get" or "head" or "options")) return Verdict.Unknown("a parameter names another method");
            if (!counts && (OrderKeys.Contains(key) && acts(value) || DestroyingKeys.Contains(key) && value is not ("0" or "false" or "no")))
                return Verdict.Unknown($"a GET with '{new Argument(part).Shown}' may act");
            if (!counts && Order().Matches(value).Any(order => acts(order.Groups["verb"].Value) || order.Groups["verb"].Value is "reboot"))
                return Verdict.Unknown("a parameter holds an order");
            // solr.apache.org, "Distributed Requests": each of the servers that are named is asked.
            if (key == "shards"
                && value.Split([',', '|'])
                    .Any(shard =>
                        shard.Contains('/')
                            && !OwnNetwork.Private.Has(shard.Replace("http://", "", StringComparison.Ordinal).Replace("https://", "", StringComparison.Ordinal)
                                .Split('/', ':')[0])))
                return Verdict.Unknown("a server that may be anybody's is asked in turn");
        }

        return null;
    }

    static readonly FrozenSet<string> OrderKeys =
        FrozenSet.Create(StringComparer.Ordinal, "a", "sub", "subaction", "event", "todo", "step", "page_action", "btn", "button", "submit", "request", "method", "m",
            "order", "instruction", "call", "job", "what");

    static readonly FrozenSet<string> DestroyingKeys =
        FrozenSet.Create(StringComparer.Ordinal, "del", "rm", "erase", "truncate", "nuke", "reboot", "unlink", "destroyall", "deleteall");

    /// <summary>Where the same words are what is counted or listed: <c>/audit?event=delete</c>.</summary>
    [GeneratedRegex(@"/(events?|audits?|audit-?_?logs?|logs?|history|search|_search|query|metrics|stats|activity|activities|changes|report|reports)/?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Counting();

    [GeneratedRegex(@"^\W?(x-)?(http)?[_-]?method([_-]?override)?$|^_method$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex MethodKey();

    [GeneratedRegex(@"[""'](cmd|command|action|op|operation|verb|do|method|act|exec)[""']\s*:\s*[""']?(?<verb>[a-z]+)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Order();

    [GeneratedRegex(@"/(sendsms|sendmms|sendmsg|(sms|mms|vms)\.do)(/|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex MessageSender();
}
