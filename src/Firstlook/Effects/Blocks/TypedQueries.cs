using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Firstlook.Effects.Queries;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects.Blocks;

/// <summary>
/// One line in a shell's place that is a query, with no client before it, and that no shell would take for a command: it has no meaning there, or begins with
/// what names no program, and nothing in it would be replaced, run behind it or put into the background.
/// </summary>
internal static partial class TypedQueries
{
    const int LongestQuery = 4_096;

    /// <returns>Null where the text may be a shell's.</returns>
    public static Language? LanguageOf(string source)
    {
        var text = source.Trim();
        if (text.Length > LongestQuery || text.AsSpan().IndexOfAny("\n\r`$&") >= 0 || HiddenCharacters.Any(text)) return null;
        // Statements and commands of Redis are taken for what they are in capitals alone.
        var capital = text is [>= 'A' and <= 'Z', ..];
        if (capital && Statement().IsMatch(text)) return Language.Sql;
        if (text.Contains(';') || text.Contains('#')) return null;
        if (capital && Information().IsMatch(text)) return Language.Redis;
        if (capital && Redis().Match(text) is { Success: true } typed && IsOfRedis(typed.Groups["name"].Value, text)) return Language.Redis;
        if (text is ['{', ..] && Stream().IsMatch(text)) return LogQlParser.Parse(text).Problem is null ? Language.LogQl : null;
        // A search names its index by an equals sign, or begins with a stroke; all that is left has brackets, quotation marks or strokes.
        if ((text.Contains('=') || text is ['|', ..]) && PipedQuery.LanguageOf([text]) == Language.Spl
            && PipedQuery.Judge(text, Language.Spl)?.Effect == Effect.Read && RunsNothing(text)) return Language.Spl;
        if (text.AsSpan().IndexOfAny('(', '"', '|') < 0) return null;
        var (flux, table, call) = (FluxQuery.Speaks([text]), Table().IsMatch(text), Call().IsMatch(text));
        if (!flux && !table && !call || ShellParser.Parse(text).List.Items is not [{ Command.Pipelines: [{ Commands: [Unreadable] }] }]) return null;
        if (flux && FluxQuery.Judge(text)?.Effect == Effect.Read) return Language.Flux;
        if (table && PipedQuery.Judge(text, Language.Kql)?.Effect == Effect.Read) return Language.Kql;
        return call && PromQlParser.Parse(text).Problem is null ? Language.PromQl : null;
    }

    /// <summary>A name that Redis knows, and that no program bears, in capitals or without (perl's <c>GET</c>; <c>SORT</c> where a disk does not tell them apart).</summary>
    static bool IsOfRedis(string name, string text) =>
        (OfRedisAlone.Contains(name) || Families.Contains(name) && SubcommandBehind().IsMatch(text))
            && Tools.Toolset.BuiltIn.Find(name) is null && Tools.Toolset.BuiltIn.Find(name.ToLowerInvariant()) is null
            && Classifier.Whole(text, Language.Redis).Effect is not (Effect.None or Effect.Unknown);

    /// <summary>redis.io/commands: names that are words of nothing else.</summary>
    static readonly FrozenSet<string> OfRedisAlone = FrozenSet.ToFrozenSet(
        ("DBSIZE LASTSAVE BGSAVE BGREWRITEAOF FLUSHDB FLUSHALL UNLINK GETDEL GETEX GETSET GETRANGE MGET MSET MSETNX SETNX SETEX PSETEX INCRBY DECRBY STRLEN TTL PTTL "
            + "EXPIRETIME PEXPIRE EXPIREAT PEXPIREAT HGET HMGET HGETALL HKEYS HVALS HLEN HSCAN HSET HSETNX HDEL HEXISTS LLEN LRANGE LINDEX LPOS LPUSH RPUSH LPOP RPOP LREM "
            + "LTRIM LSET SMEMBERS SISMEMBER SCARD SSCAN SADD SREM SPOP ZCARD ZCOUNT ZSCORE ZRANK ZRANGE ZREVRANGE ZRANGEBYSCORE ZSCAN ZADD ZREM ZREMRANGEBYSCORE "
            + "ZREMRANGEBYRANK ZPOPMIN ZPOPMAX XLEN XRANGE XREVRANGE XPENDING XADD XDEL XTRIM XACK XCLAIM XAUTOCLAIM PFCOUNT BITCOUNT RANDOMKEY REPLICAOF "
            + "SLAVEOF").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Names that have a subcommand in capitals behind them.</summary>
    static readonly FrozenSet<string> Families =
        FrozenSet.ToFrozenSet(["SLOWLOG", "MEMORY", "LATENCY", "CLIENT", "CONFIG", "CLUSTER", "OBJECT", "XINFO", "XGROUP", "ACL", "SENTINEL"], StringComparer.Ordinal);

    [GeneratedRegex("^[A-Z]+ [A-Z][A-Z-]{1,}( |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SubcommandBehind();

    /// <summary>redis.io, "INFO": a section, in a word that no other program of that name shows anything by.</summary>
    [GeneratedRegex("^INFO (server|clients|memory|persistence|stats|replication|cpu|commandstats|latencystats|sentinel|cluster|keyspace|errorstats|all|everything)\\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Information();

    /// <summary>Words without anything that a shell would replace, redirect or part.</summary>
    [GeneratedRegex(@"^(?<name>[A-Z]{3,20})( [\w.:@{}+/-]+)*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Redis();

    /// <summary>Whether all that a shell would find there are programs that nobody knows, or that read: <c>stats</c>, <c>sort</c>.</summary>
    static bool RunsNothing(string text) => ShellBlock.Commands(text, Tools.Toolset.BuiltIn) is [{ Effect: Effect.Read or Effect.Unknown }];

    /// <summary>KQL, "Tabular expression statements": a table, and a first stage.</summary>
    [GeneratedRegex(@"^[A-Za-z_]\w*\s*\|\s*(where|summarize|project|extend|take|top|join|make-series|order by|mv-expand|distinct|count)\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Table();

    /// <summary>Statements that only show, in capitals, without what parts, joins or redirects commands.</summary>
    [GeneratedRegex(
        @"^(RESTORE\s+(FILELISTONLY|HEADERONLY|LABELONLY|VERIFYONLY)\s+FROM\s+DISK\s*=|DBCC\s+OPENTRAN\b|SHOW\s+CREATE\s+TABLE\s|"
        + @"VACUUM\s+[\w.]+(\s+RETAIN\s+\d+\s+HOURS)?\s+DRY\s+RUN\b|"
        // dev.mysql.com, "SHOW Statements"
        + @"SHOW\s+(ENGINE\s+\w+\s+STATUS|(FULL\s+)?PROCESSLIST|(GLOBAL\s+|SESSION\s+)?(STATUS|VARIABLES)\b|(REPLICA|SLAVE|MASTER|BINARY\s+LOG)\s+STATUS|BINARY\s+LOGS|"
        + @"REPLICAS|ENGINES|WARNINGS|OPEN\s+TABLES|TABLE\s+STATUS|INDEX\s+FROM))[^;|<>]*;?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Statement();

    /// <summary>LogQL, "Log stream selector".</summary>
    [GeneratedRegex(@"^\{\s*[A-Za-z_]\w*\s*(=|!=|=~|!~)\s*""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Stream();

    /// <summary>PromQL, "Functions" and "Aggregation operators": a name, perhaps by which labels, and its brackets.</summary>
    [GeneratedRegex(@"^[a-z_]+\s*((by|without)\s*\([\w\s,]*\)\s*)?\(", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Call();
}
