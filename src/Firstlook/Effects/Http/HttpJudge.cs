using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>
/// What a request does: by its method (RFC 9110, 9.2.1 "Safe Methods"), but for interfaces known to read by POST
/// (Prometheus, Loki, Elasticsearch, Grafana) and paths that act on a GET all the same.
/// </summary>
internal static partial class HttpJudge
{
    static readonly string[] ActingSegments =
    [
        "functions", "invoke", "invocations", "trigger", "execute", "exec", "delete", "remove", "reset", "restart", "reload", "shutdown", "quit", "retry", "flush",
            "purge", "cancel", "refund", "charge", "kill", "stop", "start", "deploy", "rollback", "disable", "enable", "drop", "clear", "unsubscribe", "logout",
            "approve", "cleanup", "failover", "lambda-url", "run", "webhook", "webhooks", "cron", "migrate", "toggle", "publish", "send", "sync", "eval", "console",
            "invalidate", "rotate", "build", "scale", "shell", "cmd", "actions", "process", "replay", "requeue", "reindex", "pause", "resume", "unlock", "lock",
            "refresh", "forcemerge", "gc", "leave", "join", "restore", "reroute", "rebalance", "decommission", "redeploy", "deregister", "acknowledge", "drain",
            "promote", "demote",
        "update", "set", "create", "add", "insert", "save", "write", "upgrade", "apply", "activate", "deactivate", "confirm", "evict", "expire", "revoke", "abort",
            "terminate", "suspend", "halt", "rebuild", "repair", "recover", "reconfigure", "switch", "switchover", "takeover", "freeze", "unfreeze", "seal", "unseal",
            "cordon", "uncordon", "mute", "unmute", "notify", "resend", "kick", "ban", "unban", "unblock", "swap", "poweroff", "poweron", "exit", "quiet", "warmup",
            "import", "backup", "impersonate", "ack", "attach", "portforward", "dispatch", "launch", "submit", "rerun", "compact", "provision", "register", "unregister",
            "increment", "decrement", "consume", "dequeue", "release", "claim", "tidy", "undeploy", "unload", "findleaks", "empty", "pub", "mpub", "del", "incr", "decr",
            "lpop", "rpop", "vacuum", "enqueue", "push", "requeue", "sendmessage", "postmessage", "quitquitquit", "fail", "receive", "reserve", "pop", "take", "acquire",
            "lease", "shift",
        "recheck", "resync", "resubmit", "redrive", "recalculate", "recompute", "reissue", "reopen", "reassign", "reconcile", "rehydrate", "reprovision", "relaunch",
            "retrigger", "redeliver",
    ];

    static readonly string[] ActingKeys =
        ["delete", "remove", "reset", "restart", "reload", "shutdown", "flush", "purge", "kill", "disable", "enable", "clear", "drop", "cancel", "retry", "invalidate",
            "trigger", "execute", "do", "op", "operation", "force", "confirm", "start", "stop", "update", "set", "create", "add", "save", "write", "commit", "optimize",
            "stream.body", "rebuild", "repair", "apply", "run", "exec", "mutation", "approve", "ack", "revoke", "restore", "import", "sync", "activate", "deactivate",
            "task", "_action", "cmnd", "turn", "wipe", "rollback", "destroy", "requeue", "gc", "rescan", "unlock", "failover"];

    /// <summary>Keys whose values are statements, and what a statement that acts begins with.</summary>
    static readonly string[] StatementKeys = ["q", "query", "sql", "statement"];

    static readonly string[] ActingVerbs = ["drop", "delete", "truncate", "insert", "alter", "update", "kill", "create", "grant", "revoke", "system", "optimize"];

    static readonly string[] ReadingPosts =
    [
        "/api/v1/query", "/api/v1/query_range", "/api/v1/query_exemplars", "/api/v1/series", "/api/v1/labels", "/api/v1/format_query", "/api/v1/parse_query",
            "/loki/api/v1/query", "/loki/api/v1/query_range", "/loki/api/v1/series", "/loki/api/v1/labels", "/loki/api/v1/index/stats", "/api/ds/query",
            "/select/logsql/query", "/prometheus/api/v1/query", "/prometheus/api/v1/query_range",
        "/_search", "/_count", "/_msearch", "/_mget", "/_field_caps", "/_validate/query", "/_analyze", "/_explain", "/_eql/search", "/_sql", "/_search/template",
            "/_rank_eval", "/_termvectors", "/_render/template", "/_cluster/allocation/explain",
    ];

    static readonly string[] PublicHosts =
        ["statuspage.io", "hooks.slack.com", "slack.com", "api.twilio.com", "sendgrid.com", "mailgun.net", "discord.com", "api.telegram.org", "instatus.com",
            "webhook.office.com", "twitter.com", "status.io", "chat.googleapis.com"];

    static readonly string[] MoneyWords =
        ["transaction", "payment", "charge", "refund", "payout", "transfer", "capture", "invoice", "order", "checkout", "billing", "subscription"];

    /// <summary>curl(1), URL: <c>{a,b}</c> stands for an address with each; more than this many are not spelt out.</summary>
    const int MostSpeltOut = 64;

    public static Verdict Request(string method, string url, string body)
    {
        // What stands behind '#' is for the reader of a page, and never sent.
        if (url.IndexOf('#') is >= 0 and var fragment && url.IndexOf('{') < 0) url = url[..fragment];
        if (SpeltOut(url) is not { } urls) return Verdict.Unknown("braces stand for too many addresses");
        if (urls.Count == 1) return One(method, urls[0], body);
        return urls.Aggregate(One(method, url.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), body),
            (verdict, spelt) => verdict.And(One(method, spelt.Split('#')[0], body)));
    }

    /// <summary>The addresses that braces stand for, and the one that is written; null where they are too many. What is filled in by hand stands in braces, too.</summary>
    static List<string>? SpeltOut(string url)
    {
        var urls = new List<string> { url };
        for (var at = 0; at < urls.Count; at++)
        {
            var close = urls[at].IndexOf('}');
            var open = close < 0 ? -1 : urls[at].LastIndexOf('{', close);
            if (open < 0) continue;
            foreach (var part in urls[at][(open + 1)..close].Split(',')) urls.Add(urls[at][..open] + part + urls[at][(close + 1)..]);
            if (urls.Count > MostSpeltOut) return null;
        }

        return urls.Count == 1 ? urls : [.. urls.Where(spelt => spelt.IndexOf('{') < 0 || spelt == url)];
    }

    static Verdict One(string method, string url, string body)
    {
        method = method.ToUpperInvariant();
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0 && url[..scheme].ToLowerInvariant() is not ("http" or "https")) return Verdict.Unknown($"'{url[..scheme]}://' is another protocol");
        if (method.Contains(Argument.Hole) || Shell.Placeholders.IsWord(method)) return Verdict.Unknown("the method is not known");
        var rest = scheme > 0 ? url[(scheme + 3)..] : url;
        if (scheme <= 0 && Array.Exists(GuessedProtocols, start => rest.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
            return Verdict.Unknown("curl takes that name for another protocol");
        // curl spells out ranges of letters in an address, too.
        if (HasLetterRange(rest)) return Verdict.Unknown("a range of letters in the address");
        if (NumberRange().Matches(rest).Any(range => !IsShort(range))) return Verdict.Unknown("a range of many numbers in the address");
        if (rest.IndexOf('?') is > 0 and var asked && rest.IndexOf('/') is var first && (first < 0 || first > asked)) rest = rest[..asked] + "/" + rest[asked..];
        var slash = rest.IndexOf('/');
        var host = (slash < 0 ? rest : rest[..slash]).ToLowerInvariant();
        var target = slash < 0 ? "/" : rest[slash..];
        var question = target.IndexOf('?');
        // An encoded letter is that letter to the server.
        var written = Uri.UnescapeDataString(question < 0 ? target : target[..question]);
        var path = written.ToLowerInvariant();
        if (path.Contains("/../", StringComparison.Ordinal) || path.EndsWith("/..", StringComparison.Ordinal) || path.Contains("/./", StringComparison.Ordinal)
            || written.Contains('%') && Uri.UnescapeDataString(written).Contains("..", StringComparison.Ordinal))
            return Verdict.Unknown("the path leads elsewhere");
        var query = question < 0 ? "" : Uri.UnescapeDataString(target[(question + 1)..]).ToLowerInvariant();
        return method switch
        {
            "GET" when body.Length > 0
                && (GraphQlGets.Body(path, body) ?? ActingGets.Overriding(path, "body=" + body.ToLowerInvariant().Replace('&', ' '), Acts)) is { } said =>
                said.And(Safe(method, host, written, query)),
            "GET" or "HEAD" or "OPTIONS" => Safe(method, host, written, query),
            // Vault's own, below its one prefix: developer.hashicorp.com/vault/api-docs, "API operations". What others mean by it is not known.
            "LIST" when path.StartsWith("/v1/", StringComparison.Ordinal) => Safe(method, host, written, query),
            "POST" => IsRehearsed(path, query.Split('&')) ? Verdict.Read("a dry run only shows") : Post(host, path, body),
            "PUT" or "PATCH" => Put(host, path),
            "DELETE" => path.Contains("/api/v2/silence/", StringComparison.Ordinal) || path.Contains("/api/v1/silence/", StringComparison.Ordinal)
                ? Verdict.Reversible("it ends a silence") : Verdict.Destructive("DELETE deletes"),
            "PURGE" or "BAN" => Verdict.Disruptive($"{method} empties a cache"),
            _ => Verdict.Unknown($"the method {new Argument(method).Shown} is not known"),
        };
    }

    /// <summary>curl(1), URL: the protocol is guessed from the beginning of a name that stands without one.</summary>
    static readonly string[] GuessedProtocols = ["dict.", "imap.", "ldap.", "pop3.", "smtp."];

    // curl(1), URL: "[1-1000]" asks a thousand times.
    static bool IsShort(Match range) =>
        int.TryParse(range.Groups["from"].Value, System.Globalization.CultureInfo.InvariantCulture, out var from)
            && int.TryParse(range.Groups["to"].Value, System.Globalization.CultureInfo.InvariantCulture, out var to) && to - from is >= 0 and < 50;

    [GeneratedRegex(@"\[(?<from>\d{1,20})-(?<to>\d{1,20})(:\d+)?\]", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberRange();

    [GeneratedRegex(@"/(balancer-manager|upstream_conf|dynamic|apcu?\.php)/?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex TakesOrders();

    static bool HasLetterRange(string text)
    {
        for (var at = text.IndexOf('['); at >= 0 && at + 3 < text.Length; at = text.IndexOf('[', at + 1))
        {
            if (char.IsAsciiLetter(text[at + 1]) && text[at + 2] == '-') return true;
        }
        return false;
    }

    /// <summary>Elasticsearch's reroute, and Kubernetes' own API, know a dry run; what another service makes of the word is not known.</summary>
    static bool IsRehearsed(string path, string[] query) =>
        path.EndsWith("/_cluster/reroute", StringComparison.Ordinal) && query.Contains("dry_run=true")
        || (path.StartsWith("/api/v1/", StringComparison.Ordinal) || path.StartsWith("/apis/", StringComparison.Ordinal)) && query.Contains("dryrun=all");

    /// <summary>Beginnings of words that act: <c>restartworkers</c>, <c>flushall</c>.</summary>
    static readonly string[] ActingBeginnings =
        ["delete", "remove", "restart", "shutdown", "flush", "purge", "reset", "clear", "drop", "kill", "disable", "enable", "toggle", "trigger", "invalidate", "requeue",
            "reindex", "rollback", "failover", "reboot", "wipe", "destroy", "truncate", "sendsms"];

    /// <summary>A value of <c>action=</c> that only asks: Solr's <c>CLUSTERSTATUS</c>, WebHDFS's <c>LISTSTATUS</c>.</summary>
    static bool Shows(string value) =>
        value.Length > 0 && value.All(char.IsAsciiLetter)
            && (value.EndsWith("status", StringComparison.Ordinal) || value.StartsWith("list", StringComparison.Ordinal)
                || value.StartsWith("get", StringComparison.Ordinal) || value.StartsWith("show", StringComparison.Ordinal)
                || value.StartsWith("describe", StringComparison.Ordinal) || value is "open" or "view" or "status")
        && !Array.Exists(ActingBeginnings, word => value.Contains(word, StringComparison.Ordinal));

    static bool Acts(string word) =>
        Array.IndexOf(ActingSegments, word) >= 0
            || Array.Exists(ActingBeginnings,
                beginning => word.StartsWith(beginning, StringComparison.Ordinal) && !(word.Length == beginning.Length + 1 && word[^1] == 's'))
            || word.Length > 5 && word.EndsWith("all", StringComparison.Ordinal) && Array.IndexOf(ActingSegments, word[..^3]) >= 0;

    /// <summary>Words that act where they end a path, and are names or parts of names elsewhere: <c>/nodes/3/reboot</c>, <c>/metrics/reprocess_total</c>.</summary>
    static readonly string[] LastActing =
    [
        "reboot", "reconnect", "reprocess", "merge", "clone", "crash", "interrupt", "checkpoint", "turnoff", "turnon", "revert", "unlink", "erase", "uninstall", "prune",
            "force_merge", "force-merge", "unarchive", "detach", "defrag", "detonate", "evacuate", "anonymize", "anonymise", "pseudonymize", "redact", "scrub", "nuke",
            "zap", "annihilate", "obliterate", "ship", "transfer", "withdraw", "deposit", "payout", "pay", "buy", "sell", "dispense", "fulfill", "fulfil", "eject", "arm",
            "disarm", "overwrite", "unassign", "assign", "recycle", "respawn", "rotate_logs", "rotate-logs", "touch", "unmount", "mount", "wake", "sleep", "hibernate",
            "turn_off", "turn_on", "rename", "unpause", "unpublish", "unschedule", "schedule_now", "bounce",
        // zookeeper.apache.org, "The AdminServer": counters go back to nought, and a copy is written.
        "srst", "crst", "stmk",
    ];

    /// <summary>Things that are opened by whoever asks for it.</summary>
    static readonly string[] Moving = ["door", "gate", "garage", "valve", "lock", "shutter", "blind", "blinds", "window", "barrier", "relay", "breaker", "vault"];

    /// <summary>Whether a path ends in an order. Below statistics and histories the same words are what is counted; what is undone or voided needs a thing that it
    /// happens to.</summary>
    static bool EndsInOrder(string path)
    {
        var segments = path.ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0 || segments[..^1].Any(segment => Array.IndexOf(Showing, segment) >= 0)) return false;
        var last = segments[^1];
        return Array.IndexOf(LastActing, last) >= 0 || last is "snapshot" && segments is ["commands", _]
            || segments.Length > 1 && last is "open" or "close" && Moving.Contains(segments[^2])
                || last is "reverse" or "void" or "close" or "open" or "archive" && segments.Length > 1
                    && (segments[^2].Any(char.IsAsciiDigit) || segments[^2].Contains(Argument.Hole) || Shell.Placeholders.IsWord(segments[^2]));
    }

    /// <summary>A key that begins with such a word: <c>resetCounters=1</c>; past forms (<c>deleted</c>) only filter.</summary>
    static bool BeginsToAct(string key) =>
        Array.Exists(ActingBeginnings, beginning => key.StartsWith(beginning, StringComparison.Ordinal)) && !key.EndsWith("ed", StringComparison.Ordinal)
            && !key.EndsWith("_at", StringComparison.Ordinal) && !key.EndsWith("_since", StringComparison.Ordinal);

    /// <summary>The words of a path in small letters, those inside a name (<c>restartWorkers</c>) and curl's own braces and brackets parted.</summary>
    static IEnumerable<string> Words(string path)
    {
        var start = 0;
        for (var at = 0; at <= path.Length; at++)
        {
            var inside = at > 0 && at < path.Length && char.IsAsciiLetterUpper(path[at]) && char.IsAsciiLetterLower(path[at - 1]);
            if (at < path.Length && char.IsAsciiLetterOrDigit(path[at]) && !inside) continue;
            if (at > start) yield return path[start..at].ToLowerInvariant();
            start = inside ? at : at + 1;
        }
    }

    /// <summary>Whether a statement, or one of several, begins with what acts, or writes what it selects (docs.influxdata.com, "InfluxQL": <c>SELECT ... INTO</c>).</summary>
    static bool StatesAnAct(string statements)
    {
        foreach (var statement in statements.Split(';', StringSplitOptions.TrimEntries))
        {
            var words = statement.Split([' ', '+', '\t', '\n', '\r', '\f', '\v', '\u00a0', '(', '/'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 1 && (Array.IndexOf(ActingVerbs, words[0]) >= 0 || words[0] is "select" or "with" && Array.IndexOf(words, "into") >= 0)) return true;
        }

        return false;
    }

    /// <summary>Hosts whose addresses are hooks: whoever asks starts something (Amazon's function URLs, Zapier, IFTTT).</summary>
    static bool IsHook(string host) =>
        host.Contains(".lambda-url.", StringComparison.Ordinal) || host is "hooks.zapier.com" or "maker.ifttt.com"
            || (host.StartsWith("hook.", StringComparison.Ordinal) || host.Contains(".hook.", StringComparison.Ordinal))
                && host.EndsWith(".make.com", StringComparison.Ordinal)
            || host.EndsWith(".m.pipedream.net", StringComparison.Ordinal) || host.EndsWith(".cloudfunctions.net", StringComparison.Ordinal)
            || host.EndsWith(".azurewebsites.net", StringComparison.Ordinal) && host.Contains("func", StringComparison.Ordinal);

    /// <summary>Monitors that take a GET for a sign of life.</summary>
    static readonly string[] Heartbeats =
        ["nosnch.in", "cronitor.link", "hc-ping.com", "push.statuscake.com", "ping.checklyhq.com", "heartbeat.uptimerobot.com", "uptime.betterstack.com",
            "api.honeybadger.io", "ping.ohdear.app"];

    /// <summary>Addresses of a machine's metadata, whatever form their number has (curl takes hexadecimal, octal and one number for all four).</summary>
    static bool IsMetadata(string host)
    {
        var name = host.StartsWith('[') ? host[..(host.IndexOf(']') + 1)] : host.Split(':')[0];
        if (name is "[fd00:ec2::254]" or "instance-data" or "metadata" or "metadata.google.internal" or "metadata.azure.com" or "metadata.tencentyun.com") return true;
        return name.Length > 0 && char.IsAsciiDigit(name[0]) && System.Net.IPAddress.TryParse(name, out var address)
            && address.ToString() is "169.254.169.254" or "100.100.100.200" or "169.254.170.2" or "169.254.170.23" or "169.254.0.23";
    }

    /// <summary>Whether two words are one name, with a dash, an underscore or a capital between them.</summary>
    static bool AreOne(string path, string first, string second)
    {
        var at = path.IndexOf(first, StringComparison.OrdinalIgnoreCase);
        for (; at >= 0; at = path.IndexOf(first, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var rest = path.AsSpan(at + first.Length);
            if (rest.StartsWith(second, StringComparison.OrdinalIgnoreCase)
                || rest.Length > 1 && rest[0] is '-' or '_' && rest[1..].StartsWith(second, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    static Verdict Safe(string method, string host, string path, string query)
    {
        if (IsHook(host)) return Verdict.Unknown($"whoever asks {host} starts something");
        if (method is not "OPTIONS"
            && (ActingGets.Judge(host, path.ToLowerInvariant(), query, Acts) ?? GraphQlGets.Judge(path.ToLowerInvariant(), query)
                ?? ActingGets.Overriding(path.ToLowerInvariant(), query, Acts)) is { } acting)
            return acting;
        // slack.com, "Web API": methods are taken by GET, too; vonage.com, "SMS API"; core.telegram.org, "Making requests".
        if (host == "rest.nexmo.com" || host == "api.telegram.org" && !LastSegment(path).StartsWith("get", StringComparison.OrdinalIgnoreCase))
            return Verdict.Destructive($"what {host} sends out cannot be unsent");
        if (host == "slack.com" && path.StartsWith("/api/", StringComparison.Ordinal)
            && !(LastSegment(path) is "api.test" or "auth.test" || SlackReads.Any(verb => LastSegment(path).EndsWith(verb, StringComparison.Ordinal))))
            return Verdict.Destructive($"a method of {host} that is not known to read");
        // jolokia.org, "GET requests": the operation may stand in a parameter.
        if (path.Contains("jolokia", StringComparison.OrdinalIgnoreCase)
            && query.Split('&')
                .Any(part =>
                    part.StartsWith("p=", StringComparison.Ordinal) && part.TrimStart('p', '=', '/').Split('/')[0] is not ("read" or "list" or "search" or "version")))
            return Verdict.Unknown("a parameter names an operation");
        if (query.Split('&')
            .Any(part =>
                part.StartsWith("gremlin=", StringComparison.Ordinal) || part.StartsWith("_do_", StringComparison.Ordinal)
                    || part.StartsWith("_transid", StringComparison.Ordinal)))
            return Verdict.Unknown("a parameter names what is done");
        if (path.Contains("/roleset/", StringComparison.Ordinal)
            || path.Contains("/static-account/", StringComparison.Ordinal) && path.EndsWith("/key", StringComparison.Ordinal))
            return Verdict.Disruptive("it makes new credentials", EffectTags.Secret);
        if (path.Contains("/transit/export/", StringComparison.Ordinal)) return Verdict.Read("it shows keys", EffectTags.Secret);
        // Solr, "Stream Decorators": update, delete and commit are expressions, too.
        if (path.EndsWith("/stream", StringComparison.OrdinalIgnoreCase) && query.Contains("expr=", StringComparison.OrdinalIgnoreCase))
            return Verdict.Unknown("an expression of Solr's may write");
        if (IsMetadata(host))
            return Verdict.Read("the machine's metadata hold credentials", EffectTags.Secret);
        // httpd.apache.org, mod_proxy_balancer; nginx.org, ngx_http_upstream_conf_module; php.net, apc.php: their pages take orders by GET.
        if (query.Length > 0 && TakesOrders().IsMatch(path)) return Verdict.Unknown($"a {method} of '{path}' with parameters may act");
        // Most servers answer HEAD by what answers GET, and leave the body out.
        if (method is not "OPTIONS")
        {
            var before = "";
            foreach (var word in Words(path))
            {
                // power-off, shutDown
                if (before.Length > 0 && Array.IndexOf(ActingSegments, before + word) >= 0 && path.Contains(before, StringComparison.OrdinalIgnoreCase)
                    && AreOne(path, before, word) && !ReadsByGet(host, path.ToLowerInvariant()))
                    return Verdict.Unknown($"a {method} of '{before}{word}' may act");
                before = word;
                if (Acts(word) && !IsKnownRead(path.ToLowerInvariant()) && !ReadsByGet(host, path.ToLowerInvariant())) return Verdict.Unknown($"a {method} of '{word}' may act");
            }
            if (EndsInOrder(path) && !ReadsByGet(host, path.ToLowerInvariant())) return Verdict.Unknown($"a {method} of '{new Argument(path).Shown}' may act");
            foreach (var key in query.Split('&'))
            {
                var parts = key.Split('=', 2);
                if (parts is [not ("verbose" or "pretty" or "human" or "v" or "debug"),
                    "on" or "off" or "toggle" or "cycle" or "reboot" or "restart" or "reset" or "shutdown"])
                    return Verdict.Unknown($"a {method} with '{key}' may act");
                if (parts[0] == "level" && path.Contains("loglevel", StringComparison.OrdinalIgnoreCase))
                    return Verdict.Unknown($"a {method} that names a level may set how much is logged");
                if (BeginsToAct(parts[0]) && !(parts.Length > 1 && parts[1] is "false" or "0" or "no")) return Verdict.Unknown($"a {method} with '{key}' may act");
                if (Array.IndexOf(ActingKeys, parts[0]) >= 0 && !(parts[0] is "start" or "stop" && parts.Length > 1 && parts[1].Length > 4)
                    && !(parts[0] == "op" && parts.Length > 1 && Shows(parts[1]))
                    || parts[0].StartsWith("cmd", StringComparison.Ordinal) || parts[0].StartsWith("add2", StringComparison.Ordinal))
                    return Verdict.Unknown($"a {method} with '{key}' may act");
                if (parts.Length > 1 && Array.IndexOf(StatementKeys, parts[0]) >= 0 && StatesAnAct(parts[1])) return Verdict.Unknown($"a {method} of '{parts[1]}' may act");
            }
            path = path.ToLowerInvariant();
            // Envoy, "Administration interface": with a level it sets how much is logged.
            if (path.EndsWith("/logging", StringComparison.Ordinal) && query.Length > 0) return Verdict.Unknown($"a {method} of '/logging' with a query may act");
            if (path.EndsWith("/on", StringComparison.Ordinal) || path.EndsWith("/off", StringComparison.Ordinal)
                || path.Contains("/admin/tsdb/", StringComparison.Ordinal) || path.Contains("/loglevel/", StringComparison.Ordinal))
                return Verdict.Unknown($"a {method} of '{new Argument(path).Shown}' may act");
            if (query.Split('&').Any(part => part is "method=delete" or "method=post" or "method=put" or "method=patch"))
                return Verdict.Unknown($"a {method} whose query names another method");
            if (query.Split('&').Any(part => part.IndexOf("action=", StringComparison.Ordinal) is >= 0 and var named && !Shows(part[(named + 7)..]))
                || query.Contains("cmd=", StringComparison.Ordinal)
                || query.Split('&')
                    .Any(part =>
                        part.IndexOf("command=", StringComparison.Ordinal) is >= 0 and var told
                            && !(told == 0 && (Shows(part[8..]) || part[8..] is "details" or "indexversion" or "filelist")))
                || query.Contains("_method=", StringComparison.Ordinal) || query.Contains("exec=", StringComparison.Ordinal))
                return Verdict.Unknown($"a {method} whose query names an action");
        }
        if (host is "slack.com" or "hooks.slack.com" or "api.telegram.org"
            && (path.Contains(".post", StringComparison.OrdinalIgnoreCase) || path.Contains("/services/", StringComparison.Ordinal)
                || path.Contains("/send", StringComparison.OrdinalIgnoreCase)))
            return Verdict.Destructive($"what {host} sends out cannot be unsent");
        // core.telegram.org/bots/api, "getUpdates": an offset confirms what came before it, which is then forgotten.
        if (host == "api.telegram.org" && path.EndsWith("/getUpdates", StringComparison.OrdinalIgnoreCase) && query.Contains("offset", StringComparison.Ordinal))
            return Verdict.Destructive("'offset' confirms earlier updates, which are forgotten", EffectTags.Secret);
        // Azure Storage, "Get Messages": unless it only peeks, it takes messages out of sight.
        if (host.Contains(".queue.core.", StringComparison.Ordinal) && path.EndsWith("/messages", StringComparison.OrdinalIgnoreCase)
            && !query.Split('&').Contains("peekonly=true"))
            return Verdict.Disruptive("it takes messages out of sight");
        if (Array.Exists(Heartbeats, known => host == known || host.EndsWith("." + known, StringComparison.Ordinal))
            || path.Contains("/heartbeat/", StringComparison.OrdinalIgnoreCase) || path.StartsWith("/ping/", StringComparison.OrdinalIgnoreCase))
            return Verdict.Reversible("it tells a monitor that all is well");
        // rabbitmq.com/docs/http-api-reference, "GET /api/aliveness-test/vhost": it declares a queue, publishes and consumes.
        if (path.Contains("/aliveness-test/", StringComparison.Ordinal)) return Verdict.Reversible("the test declares a queue and sends a message through it");
        // Kafka's REST proxy moves a consumer on, ActiveMQ's REST takes the message.
        if (path.Contains("/consumers/", StringComparison.Ordinal) && path.EndsWith("/records", StringComparison.Ordinal)) return Verdict.Disruptive("a consumer moves on");
        if (path.StartsWith("/api/message/", StringComparison.Ordinal) || path.StartsWith("/demo/message/", StringComparison.Ordinal))
            return Verdict.Destructive("it takes a message out of the queue");
        if (path.Contains("/creds/", StringComparison.Ordinal)) return Verdict.Disruptive("it makes new credentials", EffectTags.Secret);
        if (path.Contains("/secrets", StringComparison.Ordinal) || path.StartsWith("/v1/secret/", StringComparison.Ordinal)
            || path.Contains("/actuator/env", StringComparison.Ordinal) || path.Contains("/actuator/configprops", StringComparison.Ordinal))
            return Verdict.Read("it shows secrets", EffectTags.Secret);
        if (path.Contains("heapdump", StringComparison.Ordinal)) return Verdict.Disruptive("the process stops while its memory is copied", EffectTags.Cost | EffectTags.Secret);
        if (path.Contains("/debug/pprof/profile", StringComparison.Ordinal) || path.Contains("/debug/pprof/trace", StringComparison.Ordinal))
            return Verdict.Read("it samples the process for a time", EffectTags.Cost);
        if (query.Contains("watch=true", StringComparison.Ordinal) || query.Contains("watch=1", StringComparison.Ordinal)
            || query.Contains("follow=true", StringComparison.Ordinal) || path.EndsWith("/tail", StringComparison.Ordinal))
            return Verdict.Read("it follows until it is stopped", EffectTags.Hang);
        return SecretPaths.Show(path.ToLowerInvariant(), query) ? Verdict.Read("it shows what lets somebody in", EffectTags.Secret) : Verdict.Read($"{method} reads");
    }

    static string LastSegment(string path) => path.TrimEnd('/')[(path.TrimEnd('/').LastIndexOf('/') + 1)..];

    /// <summary>How Slack's methods that only show end: <c>conversations.history</c>, <c>users.info</c>.</summary>
    static readonly string[] SlackReads =
        [".list", ".info", ".history", ".replies", ".members", ".getPresence", ".lookupByEmail", ".identity", ".messages", ".all", ".files", ".profile.get",
            "users.conversations"];

    /// <summary>Paths of status interfaces that hold such a word and only show.</summary>
    static bool IsKnownRead(string path) =>
        Array.IndexOf(Showing, path.TrimEnd('/')[(path.TrimEnd('/').LastIndexOf('/') + 1)..]) >= 0 || path.StartsWith("/_cat/", StringComparison.Ordinal)
            || path.Contains("/api/v1/query", StringComparison.Ordinal) || path.Contains("/api/v1/status", StringComparison.Ordinal);

    /// <summary>Last segments of a path that show, whatever stands before them.</summary>
    static readonly string[] Showing =
        ["status", "health", "healthz", "healthcheck", "livez", "readyz", "live", "ready", "liveness", "readiness", "metrics", "stats", "info", "history", "logs", "log",
            "list", "version", "summary", "progress", "_stats", "_settings", "_mapping", "_count", "_search"];

    static Verdict Post(string host, string path, string body)
    {
        if (QueryBodies.Judge(path, body) is { } asked) return asked;
        if (AsksByBody(path, body)) return Verdict.Read("the body of the POST only asks");
        if (path.Contains("purge_cache", StringComparison.Ordinal) && body.Contains("purge_everything", StringComparison.Ordinal))
            return Verdict.Destructive("the whole cache is emptied");
        if (path.Contains("purge_cache", StringComparison.Ordinal) || host == "api.fastly.com" && path.Contains("purge", StringComparison.Ordinal))
            return Verdict.Disruptive("the cache is emptied");
        if (path.EndsWith("/_flush", StringComparison.Ordinal) || path.EndsWith("/_flush/synced", StringComparison.Ordinal))
            return Verdict.Reversible("_flush writes what is in memory to disk");
        if (path.Contains("/sys/seal", StringComparison.Ordinal)) return Verdict.Destructive("it seals the vault");
        // grafana.com/docs, "PostgreSQL query editor": statements run as they are, by whatever right the data source has.
        if (path.EndsWith("/api/ds/query", StringComparison.Ordinal)
            && (body.Contains("rawsql", StringComparison.OrdinalIgnoreCase) || body.Contains("\\u", StringComparison.Ordinal)))
            return Verdict.Unknown("statements go to a data source");
        // elastic.co/docs, "Simulate pipeline", "Simulate index template", "Simulate data ingestion": nothing is stored.
        if ((path.StartsWith("/_ingest/", StringComparison.Ordinal) || path.StartsWith("/_index_template/", StringComparison.Ordinal))
            && path.TrimStart('/').Split('/').Any(part => part is "_simulate" or "_simulate_index")
            // curl leads ".." away from there, and asks for each of the paths in braces.
            && !path.Contains("..", StringComparison.Ordinal) && path.AsSpan().IndexOfAny("{}[],") < 0) return Verdict.Read($"a POST of {new Argument(path).Shown} only simulates");
        if (Array.Exists(ReadingPosts, known => path.EndsWith(known, StringComparison.Ordinal) && !Words(path[..^known.Length]).Any(Acts))
            && !path.Contains("/_plugins/", StringComparison.Ordinal) && !path.Contains("/_opendistro/", StringComparison.Ordinal))
            return Verdict.Read($"a POST of {path} only asks");
        if (Array.Exists(PublicHosts, known => host == known || host.EndsWith("." + known, StringComparison.Ordinal)))
            return Verdict.Destructive($"what {host} sends out cannot be unsent");
        if (path.EndsWith("/-/reload", StringComparison.Ordinal) || path.Contains("/silences", StringComparison.Ordinal)
            || path.Contains("/loggers/", StringComparison.Ordinal) || path.Contains("/annotations", StringComparison.Ordinal)
            || path.EndsWith("/_refresh", StringComparison.Ordinal))
            return Verdict.Reversible($"a POST of {path} changes a small thing");
        if (path.Contains("delete", StringComparison.Ordinal) || path.EndsWith("/clean_tombstones", StringComparison.Ordinal)
            || path.Contains("purge", StringComparison.Ordinal) || path.Contains("_update_by_query", StringComparison.Ordinal)
            || path.Contains("_restore", StringComparison.Ordinal) || path.Contains("flush", StringComparison.Ordinal)
            || path.Contains("_bulk", StringComparison.Ordinal))
            return Verdict.Destructive($"a POST of {path} deletes or overwrites");
        // elastic.co/docs, "Cluster reroute": what makes an empty or a stale copy the primary has to say that it accepts the loss.
        if (path.Contains("/_cluster/reroute", StringComparison.Ordinal) && body.Contains("accept_data_loss", StringComparison.Ordinal))
            return Verdict.Destructive("the reroute accepts that data is lost");
        if (path.Contains("/_cache/clear", StringComparison.Ordinal) || path.Contains("_forcemerge", StringComparison.Ordinal)
            || path.Contains("/_cluster/reroute", StringComparison.Ordinal) || path.EndsWith("/_close", StringComparison.Ordinal)
            || path.EndsWith("/_open", StringComparison.Ordinal) || path.Contains("/_tasks/", StringComparison.Ordinal)
            || path.EndsWith("/-/quit", StringComparison.Ordinal) || path.Contains("shutdown", StringComparison.Ordinal)
            || path.Contains("restart", StringComparison.Ordinal) || path.Contains("failover", StringComparison.Ordinal))
            return Verdict.Disruptive($"a POST of {path} interrupts the service");
        if (!path.Contains("webhook", StringComparison.Ordinal) && !path.Contains("/flag", StringComparison.Ordinal)
            && Array.Exists(MoneyWords, word => path.Contains(word, StringComparison.Ordinal)))
            return Verdict.Destructive($"a POST of {path} may move money");
        foreach (var word in LosingBodies)
        {
            if (body.Contains(word, StringComparison.OrdinalIgnoreCase)) return Verdict.Destructive($"'{word}' in the body of a POST deletes or overwrites");
        }
        if (LosingMutation(body) is { } mutation) return Verdict.Destructive($"the mutation '{new Argument(mutation).Shown}' deletes, ends or pays back");
        foreach (var word in Words(path))
        {
            if (Array.Exists(LosingBeginnings, beginning => word.StartsWith(beginning, StringComparison.Ordinal)))
                return Verdict.Destructive($"a POST of '{word}' deletes or overwrites");
        }
        // Where not one word of the path is known, neither is what it does.
        return Words(path).Any() && !path.StartsWith("/" + Argument.Hole, StringComparison.Ordinal) || body.Contains("mutation", StringComparison.Ordinal)
            ? Verdict.Disruptive($"a POST of {new Argument(path).Shown} changes what the service holds") : Verdict.Unknown("what a POST does is for the service to say");
    }

    static readonly FrozenSet<string> LosingFields =
        FrozenSet.Create(StringComparer.Ordinal, "refund", "delete", "remove", "purge", "cancel", "void", "payout", "wipe", "destroy", "erase");

    /// <summary>graphql.org, "Mutations": what is done stands as a field in the operation's braces, named in camelCase or with underscores; null where none of them loses
    /// anything.</summary>
    static string? LosingMutation(string body)
    {
        for (var at = body.IndexOf("mutation", StringComparison.Ordinal); at >= 0 && at < body.Length; at++)
        {
            var start = at;
            while (at < body.Length && (char.IsAsciiLetterOrDigit(body[at]) || body[at] == '_')) at++;
            if (at > start && body[at..Math.Min(at + 8, body.Length)].TrimStart() is ['(' or '{', ..]
                && Tools.ActingWords.Split(body[start..at]).Exists(LosingFields.Contains))
                return body[start..at];
        }

        return null;
    }

    static readonly string[] LosingBodies =
        ["remove_index", "delete", "purge", "destroy", "truncate", "wipe", "drop series", "drop measurement", "drop database", "drop table", "drop shard",
            "drop retention", "drop view", "drop index"];

    static readonly string[] LosingBeginnings =
        ["empty", "remove", "drop", "wipe", "destroy", "truncate", "erase", "discard", "expunge", "cleanup", "uninstall", "format", "overwrite", "forget"];

    /// <summary>
    /// Queries of GraphQL ("GraphQL over HTTP"), and methods of JSON-RPC that read by their name: Ethereum's <c>eth_getBalance</c>, Bitcoin's
    /// <c>getblockchaininfo</c>, Solana's <c>getHealth</c>, Zabbix's <c>host.get</c>.
    /// </summary>
    static bool AsksByBody(string path, string body)
    {
        if (body.Contains(Argument.Hole) || body.Contains("\\u", StringComparison.Ordinal) || body.Contains("persistedQuery", StringComparison.OrdinalIgnoreCase)
            || body.Contains("extensions", StringComparison.OrdinalIgnoreCase))
            return false;
        if (path.EndsWith("/graphql", StringComparison.Ordinal) && body.Contains("query", StringComparison.Ordinal)
            && !body.Contains("mutation", StringComparison.OrdinalIgnoreCase) && !body.Contains("subscription", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!body.Contains("jsonrpc", StringComparison.Ordinal)) return false;
        var methods = 0;
        for (var at = body.IndexOf("\"method\"", StringComparison.Ordinal); at >= 0; at = body.IndexOf("\"method\"", at + 8, StringComparison.Ordinal))
        {
            var open = body.IndexOf('"', Math.Min(at + 8, body.Length));
            var close = open < 0 ? -1 : body.IndexOf('"', open + 1);
            if (close < 0) return false;
            var name = body[(open + 1)..close];
            if (!name.EndsWith(".get", StringComparison.Ordinal)
                && name is not ("eth_blockNumber" or "eth_syncing" or "eth_chainId" or "eth_gasPrice" or "eth_call" or "net_peerCount" or "net_version" or "net_listening"
                    or "web3_clientVersion" or "txpool_status" or "admin_peers" or "system_health" or "apiinfo.version")
                && !name.StartsWith("eth_get", StringComparison.Ordinal)
                    && !(name.StartsWith("get", StringComparison.Ordinal) && name.All(char.IsAsciiLetterOrDigit) && !name.StartsWith("getnew", StringComparison.Ordinal)
                        && !name.StartsWith("getraw", StringComparison.Ordinal))) return false;
            methods++;
        }
        return methods > 0;
    }

    /// <summary>Interfaces whose GETs are safe whatever words stand in their paths: their manuals say so.</summary>
    static bool ReadsByGet(string host, string path) =>
        host is "api.github.com" or "api.cloudflare.com" or "api.pagerduty.com" or "api.stripe.com" or "api.opsgenie.com" or "sentry.io" or "management.azure.com"
            or "api.hetzner.cloud"
        || host == "api.digitalocean.com" && path.StartsWith("/v2/", StringComparison.Ordinal)
        || host.StartsWith("gitlab.", StringComparison.Ordinal) && path.StartsWith("/api/v4/", StringComparison.Ordinal)
        || path.EndsWith("/api/json", StringComparison.Ordinal) || path.EndsWith("/consoletext", StringComparison.Ordinal)
            || path.EndsWith("/progressivetext", StringComparison.Ordinal)
        || path.StartsWith("/v1/health/", StringComparison.Ordinal) || path.StartsWith("/v1/catalog/", StringComparison.Ordinal);

    static Verdict Put(string host, string path) =>
        Array.Exists(PublicHosts, known => host == known || host.EndsWith("." + known, StringComparison.Ordinal)) ? Verdict.Destructive($"what {host} sends out cannot be unsent")
        // github.com/prometheus/pushgateway, "Admin API".
        : path.EndsWith("/admin/wipe", StringComparison.Ordinal) ? Verdict.Destructive("it deletes every group")
        : Verdict.Disruptive("PUT and PATCH overwrite what is there");

    /// <summary>One request as written in a document: <c>GET https://host/path HTTP/1.1</c>, headers, a body.</summary>
    public static Verdict Text(string text)
    {
        if (Shell.HiddenCharacters.Any(text)) return Verdict.Unknown("a character that hides or reorders what stands beside it");
        var lines = text.Trim().Split('\n');
        var words = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !words[0].All(char.IsAsciiLetterUpper)) return Verdict.Unknown("a request begins with its method and address");
        if (words.Length > 2 && !words[2].StartsWith("HTTP/", StringComparison.Ordinal)) return Verdict.Unknown("a request line has three words");
        var secret =
            lines.Any(line => line.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Cookie:", StringComparison.OrdinalIgnoreCase))
            ? EffectTags.Secret : EffectTags.None;
        var overridden = lines.Any(line => line.StartsWith("X-HTTP-Method", StringComparison.OrdinalIgnoreCase));
        var verdict = Request(words[0], words[1], string.Join('\n', lines.Skip(1))).And(secret);
        return overridden ? verdict.And(Verdict.Unknown("a header overrides the method")) : verdict;
    }
}
