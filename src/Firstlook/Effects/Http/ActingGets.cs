using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>Interfaces that act by GET without a word in the address that would say so; each rule names the manual that it is taken from.</summary>
internal static partial class ActingGets
{
    /// <summary>Services that change a name's address when they are asked (desec.readthedocs.io, "IP Update API"; freedns.afraid.org, "Dynamic DNS"; no-ip.com; help.dyn.com).</summary>
    static readonly FrozenSet<string> NameUpdates = FrozenSet.Create(StringComparer.Ordinal, "update.dedyn.io", "update6.dedyn.io", "sync.afraid.org", "v6.sync.afraid.org", "dynupdate.no-ip.com", "dynupdate6.no-ip.com", "members.dyndns.org", "dyn.dns.he.net");

    /// <summary>Parameters that carry a verb: SABnzbd's <c>mode=queue&amp;name=delete</c>, Icecast's <c>mode=updinfo</c>.</summary>
    static readonly FrozenSet<string> VerbKeys = FrozenSet.Create(StringComparer.Ordinal, "mode", "act", "func", "function", "fn", "verb", "control");

    /// <summary>WHM API 1 and cPanel's JSON API: how functions begin that only show ("Guide to WHM API 1").</summary>
    static readonly string[] ShowingFunctions = ["list", "get", "show", "fetch", "applist", "version", "accountsummary", "systemloadavg", "loadavg", "servicestatus", "gethostname", "php_get", "verify", "validate", "has_", "is_", "twofactorauth_get", "cpgreylist_status", "emailtrack", "analyze"];

    /// <param name="path">In small letters.</param>
    /// <param name="query">In small letters, as it is meant.</param>
    /// <param name="acts">Whether a word is one that acts.</param>
    /// <returns>Null where none of these interfaces is asked to act.</returns>
    public static Verdict? Judge(string host, string path, string query, Func<string, bool> acts)
    {
        if (NameUpdates.Contains(host)) return Verdict.Unknown($"{host} changes a name's address");
        // bark.day.app, "Tutorial": GET /key/title/body sends a push message.
        if (host == "api.day.app" && path.Trim('/').Contains('/')) return Verdict.Destructive($"what {host} sends out cannot be unsent");
        // smsapi.com/docs, "Sending SMS"; kannel.org, "SMS Push", "Kannel Administration": messages are sent, taken in no more, or no longer at all.
        if (MessageSender().IsMatch(path)) return Verdict.Destructive("what is sent to a phone cannot be unsent");
        if (path is "/isolate" && query.Contains("password=", StringComparison.Ordinal)) return Verdict.Disruptive("the gateway takes no message any more");
        // axis.com, VAPIX, "Factory default": GET sets the device back.
        if (path.EndsWith("factorydefault.cgi", StringComparison.Ordinal)) return Verdict.Destructive("it sets the device back to what the factory set");
        // digital-loggers.com, "API": /outlet?a=CCL; homematic XML-API, statechange.cgi; RepRapFirmware, rr_gcode; cisco.com, "HTTP server": /level/15/configure/-/...
        if (path.EndsWith("/outlet", StringComparison.Ordinal) && query.Length > 0) return Verdict.Unknown("it switches an outlet");
        if (path.EndsWith("/statechange.cgi", StringComparison.Ordinal) || path.EndsWith("/rr_gcode", StringComparison.Ordinal)) return Verdict.Unknown("it gives an order to a device");
        if (path.StartsWith("/level/", StringComparison.Ordinal) && path.Contains("/configure/", StringComparison.Ordinal)) return Verdict.Unknown("it runs a command of configuration");
        // digital-loggers.com, "Scripting"; controlbyweb.com, "CGI commands"; kno.wled.ge, "HTTP request API"; axis.com, VAPIX, "Pan/Tilt/Zoom API".
        if (path.EndsWith("/script", StringComparison.Ordinal) && query.StartsWith("run", StringComparison.Ordinal) || path.EndsWith("/offs.cgi", StringComparison.Ordinal) || path.EndsWith("/ons.cgi", StringComparison.Ordinal) || path.StartsWith("/win&", StringComparison.Ordinal) || path is "/win" && query.Length > 0
            || path.EndsWith("/ptz.cgi", StringComparison.Ordinal) && !query.StartsWith("query=", StringComparison.Ordinal)) return Verdict.Unknown("it gives an order to a device");
        // jenkins.io, "Git plugin", "Poll SCM": what has changed is built.
        if (path.Contains("/job/", StringComparison.Ordinal) && path.TrimEnd('/').EndsWith("/polling", StringComparison.Ordinal)) return Verdict.Unknown("it may start a build");
        // rabbitmq.com, "Definition Export"; developer.hashicorp.com/consul/api-docs/snapshot: with password hashes, and with every token.
        if (path.StartsWith("/api/definitions", StringComparison.Ordinal) || path is "/v1/snapshot") return Verdict.Read("it shows all that is kept, with what lets somebody in", EffectTags.Secret);
        // opentsdb.net, "/diediedie"; freeswitch.org, mod_xml_rpc, "reloadxml"; icecast.org, "Admin Interface", moveclients.
        if (path.TrimEnd('/') is var end && (end.EndsWith("/diediedie", StringComparison.Ordinal) || end.EndsWith("/reloadxml", StringComparison.Ordinal) || end.EndsWith("/moveclients", StringComparison.Ordinal))) return Verdict.Unknown($"a GET of '{end}' may act");
        // docs.cpanel.net: every function of the interface is taken by GET.
        if ((path.StartsWith("/json-api/", StringComparison.Ordinal) || path.StartsWith("/xml-api/", StringComparison.Ordinal)) && !Array.Exists(ShowingFunctions, start => path[(path.LastIndexOf('/') + 1)..].StartsWith(start, StringComparison.Ordinal))) return Verdict.Unknown("a function of the interface that is not known to show");
        // activemq.apache.org, "REST"; docs.confluent.io, "REST Proxy API v1": a GET takes the message, or moves the consumer on.
        if (path is "/api/message" or "/demo/message" && query.Contains("destination=", StringComparison.Ordinal)) return Verdict.Destructive("it takes a message out of the queue");
        if (path.Contains("/consumers/", StringComparison.Ordinal) && path.Contains("/instances/", StringComparison.Ordinal) && path.Contains("/topics/", StringComparison.Ordinal)) return Verdict.Disruptive("a consumer moves on");
        // developer.matomo.org, "Tracking HTTP API"; docs.opsgenie.com, "Ping Heartbeat Request".
        if (path.EndsWith("/matomo.php", StringComparison.Ordinal) || path.EndsWith("/piwik.php", StringComparison.Ordinal)) return Verdict.Reversible("it records a visit");
        if (path.Contains("/heartbeats/", StringComparison.Ordinal) && path.EndsWith("/ping", StringComparison.Ordinal)) return Verdict.Reversible("it tells a monitor that all is well");
        foreach (var part in query.Split('&'))
        {
            var equals = part.IndexOf('=');
            if (equals <= 0) continue;
            var (key, value) = (part[..equals], part[(equals + 1)..]);
            if ((VerbKeys.Contains(key) || key == "name" && query.Contains("mode=", StringComparison.Ordinal)) && (acts(value) || value.StartsWith("upd", StringComparison.Ordinal))) return Verdict.Unknown($"a GET with '{part}' may act");
            // github.com/prometheus/blackbox_exporter: the address is asked in turn.
            if (key == "target" && path.EndsWith("/probe", StringComparison.Ordinal) && value.Contains("://", StringComparison.Ordinal) && HttpJudge.Request("GET", value, "") is { Effect: > Effect.Read } probed) return probed;
            // clickhouse.com/docs, "replace_running_query": the query of that name ends.
            if (key == "replace_running_query" && value is not ("0" or "false")) return Verdict.Disruptive("it ends the running query of that name");
            // solr.apache.org, "Velocity Response Writer" (CVE-2019-17558): a template is code.
            if (key.StartsWith("v.template", StringComparison.Ordinal) || key == "wt" && value is "velocity" or "xslt") return Verdict.Unknown($"'{part}' runs a template");
            // docs.splunk.com, "search/jobs/export": the search runs, whatever it ends in.
            if (key == "search" && path.Contains("/search/", StringComparison.Ordinal) && Queries.PipedQuery.Judge(value.Replace('+', ' ').Trim(), Language.Spl) is { Effect: > Effect.Read } search) return search;
        }

        return null;
    }

    [GeneratedRegex(@"/(sendsms|sendmms|sendmsg|(sms|mms|vms)\.do)(/|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex MessageSender();
}
