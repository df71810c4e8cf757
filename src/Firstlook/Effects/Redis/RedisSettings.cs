using System.Collections.Frozen;

namespace Firstlook.Effects.Redis;

/// <summary>
/// <c>CONFIG SET</c> of what can be set back and takes no data away: thresholds, limits of connections and how the server works in the background (redis.io, "CONFIG SET";
/// redis.conf). Where it keeps its data, how much it may hold and what it throws away for that, who may come in and whether it writes at all is not among them.
/// </summary>
internal static class RedisSettings
{
    static readonly FrozenSet<string> Kept = FrozenSet.ToFrozenSet(
        ("slowlog-log-slower-than latency-monitor-threshold hz dynamic-hz maxclients timeout tcp-keepalive loglevel lazyfree-lazy-eviction lazyfree-lazy-expire "
            + "lazyfree-lazy-server-del replica-lazy-flush slave-lazy-flush activedefrag active-defrag-cycle-min active-defrag-cycle-max active-defrag-threshold-lower "
            + "active-defrag-threshold-upper active-defrag-ignore-bytes active-expire-effort notify-keyspace-events maxmemory-samples lfu-log-factor lfu-decay-time "
            + "lua-time-limit busy-reply-threshold repl-timeout repl-ping-replica-period repl-backlog-size repl-backlog-ttl cluster-node-timeout rdbcompression jemalloc-bg-thread "
            + "auto-aof-rewrite-percentage auto-aof-rewrite-min-size hash-max-listpack-entries hash-max-ziplist-entries").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <param name="words">The command: <c>CONFIG SET</c>, and names with their values.</param>
    public static bool AreKept(IReadOnlyList<string> words)
    {
        if (words.Count < 4 || words.Count % 2 != 0 || !words[0].Equals("CONFIG", StringComparison.OrdinalIgnoreCase)
            || !words[1].Equals("SET", StringComparison.OrdinalIgnoreCase))
            return false;
        for (var at = 2; at < words.Count; at += 2)
        {
            // With this policy nothing is thrown away.
            var evicts = !(words[at].Equals("maxmemory-policy", StringComparison.OrdinalIgnoreCase) && words[at + 1].Equals("noeviction", StringComparison.OrdinalIgnoreCase));
            if (evicts && !Kept.Contains(words[at])) return false;
        }

        return true;
    }
}
