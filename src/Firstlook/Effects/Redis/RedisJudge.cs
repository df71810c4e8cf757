using System.Collections.Frozen;

namespace Firstlook.Effects.Redis;

/// <summary>Redis commands by table (redis.io/commands, the flags <c>readonly</c>, <c>write</c>, <c>dangerous</c> and <c>blocking</c>).</summary>
internal static class RedisJudge
{
    // What a key holds, as it is.
    const string Values =
        "GET MGET GETRANGE SUBSTR HGET HMGET HGETALL HKEYS HVALS LRANGE SMEMBERS SRANDMEMBER ZRANGE ZREVRANGE ZRANGEBYSCORE ZREVRANGEBYSCORE ZRANGEBYLEX "
        + "ZREVRANGEBYLEX ZRANDMEMBER HRANDFIELD XRANGE XREVRANGE JSON.GET JSON.MGET SINTER SUNION SDIFF SINTERCARD ZINTER ZUNION ZDIFF ZINTERCARD LCS DUMP";

    // An underscore of their own, which elsewhere parts a command from its subcommand.
    const string ValuesReadOnly = "SORT_RO BITFIELD_RO GEORADIUS_RO GEORADIUSBYMEMBER_RO GRAPH.RO_QUERY FT._LIST";

    static readonly FrozenDictionary<string, Verdict> Commands = Table();

    static FrozenDictionary<string, Verdict> Table()
    {
        var table = new Dictionary<string, Verdict>(StringComparer.OrdinalIgnoreCase);
        // Add throws where a name comes again: whichever of two effects were kept, the other would be believed by who reads it here.
        void Add(string names, Effect effect, string why, EffectTags tags = EffectTags.None)
        {
            foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                table.Add(name.Replace('_', ' '), new Verdict(effect, tags, $"{name.Replace('_', ' ')} {why}"));
        }
        Add("""
            PING ECHO TIME INFO DBSIZE LASTSAVE ROLE EXISTS TYPE TTL PTTL EXPIRETIME PEXPIRETIME STRLEN LLEN HLEN SCARD ZCARD XLEN PFCOUNT BITCOUNT
            BITPOS GETBIT LPOS LINDEX HEXISTS HSTRLEN HTTL HPTTL HEXPIRETIME HPEXPIRETIME VCARD VDIM VINFO SISMEMBER SMISMEMBER ZSCORE ZMSCORE ZRANK ZREVRANK ZCOUNT ZLEXCOUNT
            SCAN HSCAN SSCAN ZSCAN RANDOMKEY OBJECT_ENCODING OBJECT_FREQ OBJECT_IDLETIME OBJECT_REFCOUNT OBJECT_HELP MEMORY_USAGE MEMORY_STATS
            MEMORY_DOCTOR MEMORY_HELP MEMORY_MALLOC-STATS SLOWLOG_GET SLOWLOG_LEN SLOWLOG_HELP LATENCY_LATEST LATENCY_HISTORY LATENCY_DOCTOR
            LATENCY_GRAPH LATENCY_HISTOGRAM LATENCY_HELP
            CLIENT_ID CLIENT_INFO CLIENT_GETNAME CLIENT_TRACKINGINFO CLUSTER_MYSHARDID CLUSTER_INFO CLUSTER_NODES CLUSTER_SLOTS CLUSTER_SHARDS CLUSTER_MYID CLUSTER_KEYSLOT
            CLUSTER_COUNTKEYSINSLOT CLUSTER_LINKS CLUSTER_REPLICAS CLUSTER_SLAVES CLUSTER_GETKEYSINSLOT COMMAND COMMAND_COUNT COMMAND_INFO COMMAND_DOCS
            COMMAND_LIST COMMAND_GETKEYS PUBSUB_CHANNELS PUBSUB_NUMSUB PUBSUB_NUMPAT PUBSUB_SHARDCHANNELS PUBSUB_SHARDNUMSUB
            CLUSTER_COUNT-FAILURE-REPORTS COMMAND_GETKEYSANDFLAGS CLIENT_GETREDIR MODULE_LIST ACL_WHOAMI ACL_CAT ACL_LOG ACL_USERS ACL_DRYRUN
            SENTINEL_MASTERS SENTINEL_MASTER SENTINEL_REPLICAS SENTINEL_SLAVES SENTINEL_SENTINELS SENTINEL_GET-MASTER-ADDR-BY-NAME SENTINEL_CKQUORUM
            SENTINEL_IS-MASTER-DOWN-BY-ADDR SENTINEL_MYID SENTINEL_INFO-CACHE FT.CONFIG_GET
            XINFO_STREAM XINFO_GROUPS XINFO_CONSUMERS XINFO_HELP XPENDING FUNCTION_LIST FUNCTION_STATS FUNCTION_DUMP SCRIPT_EXISTS LOLWUT WAIT SELECT
            HELLO QUIT READONLY  GEODIST GEOPOS GEOHASH GEOSEARCH  BF.EXISTS BF.INFO CF.EXISTS TS.INFO TS.RANGE TS.REVRANGE TS.MRANGE TS.MREVRANGE TS.GET TS.MGET FT.INFO FT.SEARCH
            FT.EXPLAIN FT.EXPLAINCLI FT.TAGVALS FT.SYNDUMP FT.DICTDUMP GRAPH.EXPLAIN GRAPH.LIST TS.QUERYINDEX BF.MEXISTS CF.INFO CMS.INFO CMS.QUERY
            TOPK.INFO TOPK.LIST BF.CARD TDIGEST.INFO TDIGEST.QUANTILE TDIGEST.MIN TDIGEST.MAX TDIGEST.CDF TDIGEST.RANK TDIGEST.REVRANK TDIGEST.BYRANK
            TDIGEST.BYREVRANK TDIGEST.TRIMMED_MEAN TOPK.QUERY TOPK.COUNT JSON.RESP VSIM VEMB VLINKS VRANDMEMBER VRANGE SENTINEL_PENDING-SCRIPTS
            FT.AGGREGATE JSON.ARRINDEX JSON.TYPE JSON.STRLEN JSON.OBJLEN JSON.ARRLEN JSON.OBJKEYS HELP
            """, Effect.Read, "reads");
        Add("CLIENT_LIST", Effect.Read, "lists clients");
        Add(Values, Effect.Read, "reads values");
        Add("DEBUG_OBJECT", Effect.Read, "reads values");
        Add("CONFIG_GET ACL_LIST ACL_GETUSER", Effect.Read, "shows settings, passwords among them", EffectTags.Secret);
        Add("SUBSCRIBE PSUBSCRIBE SSUBSCRIBE", Effect.Read, "follows until it is stopped", EffectTags.Hang);
        Add("MONITOR", Effect.Read, "follows every command and slows the server", EffectTags.Hang | EffectTags.Cost | EffectTags.Secret);
        Add("XREAD", Effect.Read, "reads a stream");
        Add("KEYS", Effect.Disruptive, "walks over all keys while the server waits; SCAN does not");
        Add("AUTH", Effect.Read, "carries a password", EffectTags.Secret);
        Add(
            "SETNX MSETNX APPEND INCR INCRBY INCRBYFLOAT DECR DECRBY HSETNX HINCRBY HINCRBYFLOAT LPUSH RPUSH "
            + "LPUSHX RPUSHX LINSERT SADD ZADD ZINCRBY XADD GEOADD PFADD EXPIRE PEXPIRE PERSIST RENAMENX COPY MOVE SMOVE TOUCH BITFIELD "
            + "CLIENT_SETNAME CLIENT_NO-EVICT CLIENT_UNPAUSE XGROUP_CREATE XCLAIM XAUTOCLAIM XACK PFMERGE "
            + "XGROUP_CREATECONSUMER XSETID GEORADIUS GEORADIUSBYMEMBER LMOVE RPOPLPUSH GETEX  "
            + "OBJECT",
            Effect.Reversible, "writes keys");
        Add(
            "SETEX PSETEX EXPIREAT PEXPIREAT SET GETSET MSET HSET HMSET LSET RENAME RESTORE JSON.SET SINTERSTORE SUNIONSTORE SDIFFSTORE ZUNIONSTORE ZINTERSTORE "
            + "ZRANGESTORE ZDIFFSTORE GEOSEARCHSTORE SETRANGE SETBIT BITOP SORT",
            Effect.Destructive, "overwrites what the key held");
        Add(
            "DEL UNLINK FLUSHDB FLUSHALL LPOP RPOP BLPOP BRPOP LMPOP BLMPOP SPOP SREM ZREM ZPOPMIN ZPOPMAX BZPOPMIN BZPOPMAX ZMPOP BZMPOP ZREMRANGEBYRANK "
            + "ZREMRANGEBYSCORE ZREMRANGEBYLEX HDEL LREM LTRIM XDEL XTRIM XGROUP_DESTROY XGROUP_DELCONSUMER XGROUP_SETID GETDEL BRPOPLPUSH BLMOVE XREADGROUP JSON.DEL "
            + "JSON.CLEAR FT.DROPINDEX SWAPDB CONFIG_SET CONFIG_RESETSTAT SLOWLOG_RESET ACL_DELUSER FUNCTION_FLUSH FUNCTION_DELETE SCRIPT_FLUSH MIGRATE "
            + "CLUSTER_RESET CLUSTER_FLUSHSLOTS ",
            Effect.Destructive, "removes data or cannot be undone");
        Add(
            "BGSAVE SAVE BGREWRITEAOF CLIENT_KILL CLIENT_PAUSE CLIENT_REPLY CLIENT_TRACKING FAILOVER REPLICAOF SLAVEOF CONFIG_REWRITE MEMORY_PURGE "
            + "CLUSTER_FAILOVER CLUSTER_MEET CLUSTER_FORGET CLUSTER_ADDSLOTS CLUSTER_ADDSLOTSRANGE CLUSTER_DELSLOTSRANGE CLUSTER_BUMPEPOCH CLUSTER_SAVECONFIG "
            + "CLIENT_UNBLOCK MODULE_LOADEX SCRIPT_DEBUG READWRITE REPLCONF CLUSTER_DELSLOTS CLUSTER_REPLICATE CLUSTER_SETSLOT CLUSTER_SET-CONFIG-EPOCH PUBLISH "
            + "SPUBLISH ACL_SETUSER ACL_SAVE ACL_LOAD MODULE_LOAD MODULE_UNLOAD SCRIPT_KILL FUNCTION_KILL SENTINEL_FAILOVER SENTINEL_RESET SENTINEL_SET "
            + "SENTINEL_REMOVE SENTINEL_MONITOR SENTINEL_FLUSHCONFIG DEBUG_SLEEP PSYNC SYNC ASKING RESET WATCH UNWATCH DISCARD LATENCY_RESET",
            Effect.Disruptive, "interrupts or changes the server");
        Add("SHUTDOWN", Effect.Disruptive, "stops the server");
        Add("EVAL EVALSHA FCALL SCRIPT_LOAD FUNCTION_LOAD FUNCTION_RESTORE MULTI EXEC DEBUG", Effect.Unknown, "runs more than its words say");
        foreach (var name in ValuesReadOnly.Split(' '))
            table.Add(name, new Verdict(Effect.Read, EffectTags.None, $"{name} reads values"));
        foreach (var name in (string[])["EVAL_RO", "EVALSHA_RO", "FCALL_RO"])
            table.Add(name, new Verdict(Effect.Read, EffectTags.Cost, $"{name} runs a script, which the server lets write nothing"));
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    static readonly string[] Loops = ["while", "repeat", "for ", "goto", "function"];

    /// <summary>What a command does; what it shows of a key that is called a secret waits for a click.</summary>
    public static Verdict Command(IReadOnlyList<string> words)
    {
        var verdict = Done(words);
        return verdict.Effect == Effect.Read && words.Skip(1).Any(NamesSecret) && Showing.Contains(words[0]) ? verdict.And(EffectTags.Secret) : verdict;
    }

    static Verdict Done(IReadOnlyList<string> words)
    {
        if (words.Count == 0) return Verdict.Read("nothing runs");
        if (words[0].Contains(Argument.Hole) || Shell.Placeholders.IsWord(words[0])) return Verdict.Unknown("the command itself is not known");
        if (words.Count > 2 && words[0].Equals("ACL", StringComparison.OrdinalIgnoreCase) && words[1].Equals("LOG", StringComparison.OrdinalIgnoreCase)
            && !words[2].All(char.IsAsciiDigit))
            return Verdict.Destructive("ACL LOG RESET forgets who was refused");
        // redis.io, "SENTINEL IS-MASTER-DOWN-BY-ADDR": with an identifier in place of the star it asks for a vote.
        if (words.Count > 5 && words[1].Equals("IS-MASTER-DOWN-BY-ADDR", StringComparison.OrdinalIgnoreCase) && words[5] != "*") return Verdict.Disruptive("it asks for a vote");
        if (RedisSettings.AreKept(words)) return Verdict.Disruptive("CONFIG SET changes what can be set back");
        if (words.Count > 1 && Commands.TryGetValue(words[0] + " " + words[1], out var both)) return both.Effect == Effect.Read ? both.And(RedisCosts.Of(words)) : both;
        if (!Commands.TryGetValue(words[0], out var verdict)) return Verdict.Unknown($"{words[0]} is no Redis command that is known to read");
        return words[0].ToUpperInvariant() switch
        {
            var name when words.Count > 1 && Families.Contains(name) => Verdict.Unknown($"{words[0]} {words[1]} is no Redis command that is known to read"),
            "EVAL" when words.Count > 1 => RedisScript.Judge(words[1]),
            "EVAL_RO" when words.Count > 1 && RedisScript.Judge(words[1]) is { Effect: Effect.Read } judged => judged,
            // Nothing else is answered until a script ends.
            "EVAL_RO" when words.Count > 1 && RedisScript.Problem(words[1]) is { } problem => problem,
            "EVAL_RO" when words.Count > 1 && Array.Exists(Loops, loop => words[1].Contains(loop, StringComparison.Ordinal)) =>
                Verdict.Unknown("a script with a loop may never end"),
            "GEORADIUS" or "GEORADIUSBYMEMBER" or "SORT" when words.Any(word => word.StartsWith("STORE", StringComparison.OrdinalIgnoreCase)) =>
                Verdict.Destructive("STORE overwrites a key"),
            "EXPIRE" or "PEXPIRE" or "GETEX" when Seconds(words) < TooSoon => Verdict.Destructive($"the key is gone within {TooSoon} s, before anybody could keep it"),
            "REPLICAOF" or "SLAVEOF" when !(words.Count > 2 && words[1].Equals("NO", StringComparison.OrdinalIgnoreCase)) =>
                Verdict.Destructive($"{words[0]} drops what this server holds and copies another's"),
            // redis.io, "SHUTDOWN": NOSAVE "prevents a DB save even if one or more save points are configured".
            "SHUTDOWN" when words.Any(word => word.Equals("NOSAVE", StringComparison.OrdinalIgnoreCase)) => Verdict.Destructive("the server stops without saving what it holds"),
            // redis.io, "SCAN", "The COUNT option": so many keys are walked over in one call, while the server waits.
            "SCAN" or "SSCAN" or "HSCAN" or "ZSCAN" when Counted(words) > MostScanned =>
                Verdict.Disruptive($"{words[0]} walks over more than {MostScanned} keys at once while the server waits"),
            "XADD" when words.Skip(2).FirstOrDefault(word => word.ToUpperInvariant() is not ("NOMKSTREAM" or "KEEPREF" or "DELREF" or "ACKED"))
                ?.ToUpperInvariant() is "MAXLEN"
                or "MINID" =>
                Verdict.Destructive("XADD with MAXLEN or MINID takes entries out of the stream"),
            "HELLO" when words.Any(word => word.Equals("AUTH", StringComparison.OrdinalIgnoreCase)) => verdict.And(EffectTags.Secret),
            "HELLO" when words.Any(word => word.Equals("SETNAME", StringComparison.OrdinalIgnoreCase)) => Verdict.Reversible("SETNAME names the connection"),
            // redis.io, "FT.AGGREGATE": a cursor stays on the server.
            "FT.AGGREGATE" when words.Any(word => word.Equals("WITHCURSOR", StringComparison.OrdinalIgnoreCase)) => Verdict.Reversible("WITHCURSOR keeps a cursor on the server"),
            // redis.io, "FT.SEARCH", "TIMEOUT": nought lifts the limit.
            "FT.SEARCH" or "FT.AGGREGATE" or "FT.PROFILE" or "FT.HYBRID" when IsUnlimited(words) => verdict.And(EffectTags.Hang),
            "COPY" when words.Any(word => word.Equals("REPLACE", StringComparison.OrdinalIgnoreCase)) => Verdict.Destructive("COPY ... REPLACE overwrites what the key held"),
            // redis.io, "SRANDMEMBER": a negative count gives so many, with repeats.
            "SRANDMEMBER" or "HRANDFIELD" or "ZRANDMEMBER"
                when words.Count > 2
                    && (!long.TryParse(words[2], System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var asked)
                        || Math.Abs(asked) > MostScanned) =>
                Verdict.Disruptive($"{words[0]} may give more than {MostScanned} members while the server waits"),
            "WAIT" when words.Count < 3 || words[2] is "0"
                || !(int.TryParse(words[2], System.Globalization.CultureInfo.InvariantCulture, out var wait) && wait <= LongestWait) => verdict.And(EffectTags.Hang),
            "XREAD" or "XREADGROUP" when words.Any(word => word.Equals("BLOCK", StringComparison.OrdinalIgnoreCase)) => verdict.And(EffectTags.Hang),
            _ => verdict.Effect == Effect.Read ? verdict.And(RedisCosts.Of(words)) : verdict,
        };
    }

    static bool IsUnlimited(IReadOnlyList<string> words) =>
        words.Index().Any(word => word.Item.Equals("TIMEOUT", StringComparison.OrdinalIgnoreCase)
            && word.Index + 1 < words.Count && words[word.Index + 1].TrimStart('0').Length == 0);

    /// <summary>Commands that show what a key holds, or a part of it.</summary>
    static readonly FrozenSet<string> Showing =
        WordSet.OfAnyCase($"{Values} {ValuesReadOnly} LINDEX SSCAN HSCAN ZSCAN XREAD GEOSEARCH GETEX");

    /// <summary>Whether the first words are those of a command.</summary>
    public static bool Knows(IReadOnlyList<string> words) =>
        words.Count == 0 || words[0].Contains(Argument.Hole) || Shell.Placeholders.IsWord(words[0]) || words.Count > 1 && Commands.ContainsKey(words[0] + " " + words[1])
        || Commands.ContainsKey(words[0]) && !(words.Count > 1 && Families.Contains(words[0]));

    /// <summary>Commands whose second word is one of theirs.</summary>
    static readonly FrozenSet<string> Families =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "CONFIG", "CLIENT", "CLUSTER", "ACL", "SCRIPT", "SENTINEL", "MEMORY", "LATENCY", "SLOWLOG", "OBJECT", "FUNCTION",
            "MODULE", "XINFO", "PUBSUB");

    /// <summary>Milliseconds: whoever asks waits no longer.</summary>
    const int LongestWait = 600_000;

    const long MostScanned = 100_000;

    /// <summary>Whether a part of a key, a field or a path names what lets somebody in: <c>jwt:secret</c>, <c>oauth:access_token:1</c>, <c>$.password</c>; what counts
    /// or locks by such a name does not.</summary>
    public static bool NamesSecret(string word) =>
        word.Length < 512 && !Array.Exists(["limit", "lock", "bucket", "csrf", "count", "queue", "cursor"], other => word.Contains(other, StringComparison.OrdinalIgnoreCase))
            && word.Split([':', '.', '/', '$', '[', ']', '"', '{', '}']).Any(part => Code.SecretFields.Are(part) || Code.SecretFields.Are(part.TrimEnd('s')));

    // What is no number is not known.
    static long Counted(IReadOnlyList<string> words)
    {
        for (var at = 1; at + 1 < words.Count; at++)
        {
            if (words[at].Equals("COUNT", StringComparison.OrdinalIgnoreCase))
                return long.TryParse(words[at + 1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count)
                    ? count
                    : words[at + 1].All(char.IsAsciiDigit)
                    ? long.MaxValue
                    : 0;
        }

        return 0;
    }

    /// <summary>Seconds: PERSIST takes an expiry back, where somebody is in time.</summary>
    const int TooSoon = 60;

    /// <returns>In how many seconds the key expires; infinity where that is not said, or not known.</returns>
    static double Seconds(IReadOnlyList<string> words)
    {
        var (unit, number) = words[0].Equals("GETEX", StringComparison.OrdinalIgnoreCase)
            ? (words.ElementAtOrDefault(2), words.ElementAtOrDefault(3)) : (words[0], words.ElementAtOrDefault(2));
        if (!long.TryParse(number, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var time))
            return double.PositiveInfinity;
        return unit?.ToUpperInvariant() switch { "EX" or "EXPIRE" => time, "EXAT" or "PXAT" => 0, "PX" or "PEXPIRE" => time / 1000.0, _ => double.PositiveInfinity };
    }

    /// <summary>Commands one a line, as a session takes them.</summary>
    public static Verdict Text(string text)
    {
        var verdict = Verdict.Read("nothing runs");
        foreach (var line in text.Split('\n'))
        {
            var words = Words(line);
            if (words.Count > 0) verdict = verdict.Effect == Effect.Read && verdict.Tags == EffectTags.None ? Command(words).And(verdict.Tags) : verdict.And(Command(words));
        }
        return verdict;
    }

    /// <summary>The words of one line; quotes hold words together. A prompt before it is dropped.</summary>
    public static List<string> Words(string line)
    {
        var words = new List<string>();
        var text = line.Trim();
        if (text.StartsWith('#')) return words;
        var prompt = text.IndexOf("> ", StringComparison.Ordinal);
        if (prompt is >= 0 and < 40 && !text[..prompt].Contains(' ')) text = text[(prompt + 2)..];
        var at = 0;
        while (at < text.Length)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at >= text.Length) break;
            var quote = text[at] is '"' or '\'' ? text[at] : '\0';
            var start = quote == '\0' ? at : ++at;
            while (at < text.Length && (quote == '\0' ? !char.IsWhiteSpace(text[at]) : text[at] != quote))
            {
                if (text[at] == '\\' && quote != '\0') at++;
                at++;
            }
            words.Add(text[start..Math.Min(at, text.Length)]);
            if (quote != '\0') at++;
        }
        return words;
    }
}
