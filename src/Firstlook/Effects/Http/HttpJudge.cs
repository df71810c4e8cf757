using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>
/// What a request does: by its method (RFC 9110, 9.2.1 "Safe Methods"), but for interfaces known to read by POST
/// (Prometheus, Loki, Elasticsearch, Grafana) and paths that act on a GET all the same.
/// </summary>
internal static partial class HttpJudge
{
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
            "POST" when OnceGets.Kept(query) is { } kept => kept.And(Post(host, path, body)),
            "POST" => IsRehearsed(path, query.Split('&')) ? Verdict.Read("a dry run only shows") : Post(host, path, body),
            "PUT" or "PATCH" => Put(host, path),
            "DELETE" => path.Contains("/api/v2/silence/", StringComparison.Ordinal) || path.Contains("/api/v1/silence/", StringComparison.Ordinal)
                ? Verdict.Reversible("it ends a silence") : Verdict.Destructive("DELETE deletes"),
            "PURGE" or "BAN" => Verdict.Disruptive($"{method} empties a cache"),
            _ => Verdict.Unknown($"the method {new Argument(method).Shown} is not known"),
        };
    }

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
        if (Webdis(path) is { } redis) return redis;
        // A page of prose is named by what it tells of: /docs/how-to-restart.
        if (query.Length == 0 && Prose().IsMatch(path)) return Verdict.Read($"{method} reads");
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
                if (Acts(word) && !(query.Length == 0 && (Archive().IsMatch(path) || Probes.Are(path)))
                    && !IsKnownRead(path.ToLowerInvariant()) && !ReadsByGet(host, path.ToLowerInvariant()))
                    return Verdict.Unknown($"a {method} of '{word}' may act");
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
                    && !(parts[0] == "start" && Spanning().IsMatch(path))
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
        if ((host == "api.telegram.org" || path.StartsWith("/bot", StringComparison.Ordinal)) && path.EndsWith("/getUpdates", StringComparison.OrdinalIgnoreCase)
            && query.Contains("offset", StringComparison.Ordinal))
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
        if (LongGets.Judge(host, path.ToLowerInvariant(), query) is { } lasting) return lasting;
        return SecretPaths.Show(path.ToLowerInvariant(), query) ? Verdict.Read("it shows what lets somebody in", EffectTags.Secret) : Verdict.Read($"{method} reads");
    }

    [GeneratedRegex(@"^/(docs?|documentation|blog|kb|articles|runbooks|handbook)/([\w-]+/)*[a-z0-9]+(-[a-z0-9]+)+(\.html|\.md)?/?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Prose();

    /// <summary>webd.is: the path is a command of Redis with its arguments. What it does beyond reading says that it is one.</summary>
    static Verdict? Webdis(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var command, ..] words && command.Length > 2 && command.All(char.IsAsciiLetterUpper)
        && Redis.RedisJudge.Command(words) is var verdict && (verdict.Effect is > Effect.Read and not Effect.Unknown || verdict.Tags != EffectTags.None)
            ? verdict : null;

    static string LastSegment(string path) => path.TrimEnd('/')[(path.TrimEnd('/').LastIndexOf('/') + 1)..];

    /// <summary>A variable whose name says that it is a secret, behind a parameter that does not, in an address of another network.</summary>
    static bool CarriesSecret(string url) =>
        url.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme && !OwnNetwork.Private.Has(url[(scheme + 3)..].Split('/', '?', ':')[0])
            && Carried().Matches(url).Any(carried => DangerousNames.IsSecret(carried.Groups["variable"].Value)
                && !Proving().IsMatch(carried.Groups["key"].Value));

    [GeneratedRegex(@"[?&](?<key>[\w.-]+)=\$\{?(?<variable>\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Carried();

    [GeneratedRegex("key|token|auth|secret|pass|pwd|sig|cred|appid|sid", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Proving();

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
        if (CarriesSecret(words[1])) verdict = verdict.And(Verdict.Unknown("what a variable holds goes to an address that may be anybody's"));
        return overridden ? verdict.And(Verdict.Unknown("a header overrides the method")) : verdict;
    }
}
