using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>Requests that carry a body: which of them only ask.</summary>
internal static partial class HttpJudge
{
    static readonly string[] ReadingPosts =
    [
        "/api/v1/query", "/api/v1/query_range", "/api/v1/query_exemplars", "/api/v1/series", "/api/v1/labels", "/api/v1/format_query", "/api/v1/parse_query",
            "/loki/api/v1/query", "/loki/api/v1/query_range", "/loki/api/v1/series", "/loki/api/v1/labels", "/loki/api/v1/index/stats", "/api/ds/query",
            "/select/logsql/query", "/prometheus/api/v1/query", "/prometheus/api/v1/query_range",
        "/_search", "/_count", "/_msearch", "/_mget", "/_field_caps", "/_validate/query", "/_analyze", "/_explain", "/_eql/search", "/_sql", "/_search/template",
            "/_rank_eval", "/_termvectors", "/_render/template", "/_cluster/allocation/explain",
    ];

    /// <summary>How Slack's methods that only show end: <c>conversations.history</c>, <c>users.info</c>.</summary>
    static readonly string[] SlackReads =
        [".list", ".info", ".history", ".replies", ".members", ".getPresence", ".lookupByEmail", ".identity", ".messages", ".all", ".files", ".profile.get",
            "users.conversations"];

    /// <summary>Paths of status interfaces that hold such a word and only show.</summary>
    static bool IsKnownRead(string path) =>
        Array.IndexOf(Showing, path.TrimEnd('/')[(path.TrimEnd('/').LastIndexOf('/') + 1)..]) >= 0 || path.StartsWith("/_cat/", StringComparison.Ordinal)
            || path.Contains("/api/v1/query", StringComparison.Ordinal) || path.Contains("/api/v1/status", StringComparison.Ordinal);

    /// <summary>What a mirror of packages holds, spelt as it does (wiki.debian.org, "DebianRepository/Format").</summary>
    [GeneratedRegex(@"/dists/([\w.-]+/)+(In)?Release(\.gpg)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Archive();

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
        // grafana.com/docs/loki, "List log deletion requests"
        || path is "/loki/api/v1/delete"
        || path.StartsWith("/v1/health/", StringComparison.Ordinal) || path.StartsWith("/v1/catalog/", StringComparison.Ordinal);

    static Verdict Put(string host, string path) =>
        Array.Exists(PublicHosts, known => host == known || host.EndsWith("." + known, StringComparison.Ordinal)) ? Verdict.Destructive($"what {host} sends out cannot be unsent")
        // github.com/prometheus/pushgateway, "Admin API".
        : path.EndsWith("/admin/wipe", StringComparison.Ordinal) ? Verdict.Destructive("it deletes every group")
        : Verdict.Disruptive("PUT and PATCH overwrite what is there");
}
