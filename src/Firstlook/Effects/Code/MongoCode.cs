using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>Statements of mongosh (MongoDB manual, "mongosh Methods" and "Database Commands").</summary>
internal static partial class MongoCode
{
    static readonly FrozenSet<string> Reads =
        WordSet.Of(
            "find findOne now countDocuments estimatedDocumentCount count distinct explain stats serverStatus currentOp getIndexes status conf config "
            + "printReplicationInfo printSecondaryReplicationInfo printSlaveReplicationInfo getCollectionNames getCollectionInfos getName getMongo isMaster hello "
            + "hostInfo version totalIndexSize totalSize dataSize storageSize latencyStats getReplicationInfo getShardDistribution printShardingStatus "
            + "isBalancerRunning getBalancerState limit sort skip toArray pretty  map size itcount hasNext next projection hint maxTimeMS readPref listCommands "
            + "getUsers getRoles getProfilingStatus getSiblingDB getSisterDB getCollection print printjson tojson JSON stringify ISODate ObjectId NumberInt NumberLong "
            + "Date getTime indexStats join slice substring toString keys values entries Object Array Set isArray includes some every reduce round floor ceil min max "
            + "concat split toFixed padEnd padStart replace match indexOf startsWith endsWith toUpperCase toLowerCase toISOString UUID Timestamp Math batchSize "
            + "allowDiskUse collation comment readConcern getClusterTime isWritablePrimary printCollectionStats getPlanCache getShardVersion getLastError secondaryOk "
            + "slaveOk setReadPref setSlaveOk getKeys getFreeMonitoringStatus getCmdLineOpts serverCmdLineOpts top currentCollection getWriteConcern parseInt "
            + "parseFloat Number String Boolean NumberDecimal hex getHosts isCapped connectionStatus getLogComponents serverBuildInfo buildInfo length "
            + "filter inprog forEach sum test trim flat");

    static readonly FrozenSet<string> Destructive =
        WordSet.Of(
            "deleteOne deleteMany remove drop dropDatabase dropIndex dropIndexes updateOne updateMany update replaceOne findOneAndUpdate findOneAndDelete "
            + "findOneAndReplace findAndModify bulkWrite renameCollection save mapReduce dropUser dropRole");

    static readonly FrozenSet<string> Disruptive =
        WordSet.Of(
            "killOp stepDown shutdownServer freeze reconfig initiate  addArb add createUser syncFrom enableBalancing disableBalancing addShard addShardTag "
            + "addTagRange updateZoneKeyRange addShardToZone setFeatureCompatibilityVersion auth logout grantRolesToUser revokeRolesFromUser changeUserPassword "
            + "rotateCertificates setBalancerMode cancelBalancer compactCollection removeShardTag resync createView hideIndex unhideIndex updateUser enableSharding "
            + "shardCollection moveChunk startBalancer stopBalancer setBalancerState fsyncLock fsyncUnlock compact createCollection setProfilingLevel killSession "
            + "killAllSessions reIndex convertToCapped setLogLevel");

    static readonly FrozenSet<string> ReadCommands =
        WordSet.Of(
            "ping serverStatus currentOp listDatabases replSetGetStatus replSetGetConfig dbStats collStats connPoolStats buildInfo buildinfo getCmdLineOpts top "
            + "hostInfo connectionStatus isMaster ismaster hello listCollections listIndexes getLog getParameter shardConnPoolStats balancerStatus count distinct find "
            + "features usersInfo rolesInfo validateDBMetadata whatsmyuri lockInfo getShardMap listShards replSetGetRBID planCacheListFilters explain "
            + "getClusterParameter getDefaultRWConcern getShardVersion isdbgrid");

    /// <summary>Whether a command of the database that is named so only asks.</summary>
    public static bool Asks(string command) => ReadCommands.Contains(command) || command is "dbstats" or "collstats";

    static readonly FrozenSet<string> ChangingCommands =
        WordSet.Of(
            "setParameter compact fsync fsyncUnlock killOp killSessions killAllSessions replSetStepDown replSetFreeze replSetReconfig replSetMaintenance "
            + "replSetSyncFrom shutdown setFeatureCompatibilityVersion collMod reIndex logRotate flushRouterConfig planCacheClear planCacheClearFilters createIndexes "
            + "create enableSharding shardCollection moveChunk moveRange movePrimary split balancerStart balancerStop profile createUser updateUser grantRolesToUser "
            + "revokeRolesFromUser invalidateUserCache setDefaultRWConcern setClusterParameter refineCollectionShardKey reshardCollection insert addShard autoCompact "
            + "dropConnections rotateCertificates");

    static readonly FrozenSet<string> LosingCommands =
        WordSet.Of(
            "drop dropDatabase dropIndexes delete deleteIndexes update findAndModify findandmodify renameCollection convertToCapped cloneCollectionAsCapped "
            + "removeShard dropUser dropRole dropAllUsersFromDatabase mapReduce mapreduce bulkWrite restore emptycapped");

    /// <summary>What mongosh takes for itself, alone on a line ("mongosh Help").</summary>
    [GeneratedRegex(@"^(show\s+[A-Za-z]+|use\s+[\w.-]+|exit|help)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Helper();

    // A thousand seconds and more.
    [GeneratedRegex(@"maxAwaitTimeMS['""]?\s*:\s*(\w+\(\s*)?['""]?\d{7,}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Awaited();

    /// <summary>True for one line that calls a method of <c>db</c>, <c>rs</c> or <c>sh</c>: to a shell it is an error, whatever stands in it.</summary>
    public static bool Speaks(string line)
    {
        if (line.Length < 6 || line[0] is not ('d' or 'r' or 's') || line[1] is not ('b' or 's' or 'h') || line[2] != '.' || !line.EndsWith(')')
            || !char.IsAsciiLetter(line[3]) || line.Replace("=>", "  ", StringComparison.Ordinal).AsSpan().ContainsAny(ShellMarks))
            return false;
        var open = line.IndexOf('(');
        return line.AsSpan(0, open < 0 ? 0 : open).IndexOfAnyExcept(Path) < 0 && open > 3 && (line.AsSpan(open) is "()" || !Shell.ShellParser.Parse(line).Problems.IsEmpty);
    }

    static readonly System.Buffers.SearchValues<char> ShellMarks = System.Buffers.SearchValues.Create("\n\r`#&|<>;\\");

    static readonly System.Buffers.SearchValues<char> Path = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.");

    public static Verdict Judge(string text)
    {
        if (text.Contains("$out", StringComparison.Ordinal) || text.Contains("$merge", StringComparison.Ordinal))
            return Verdict.Destructive("'$out' and '$merge' write a collection");
        if (text.Contains("\\u", StringComparison.Ordinal) || text.Contains("\\x", StringComparison.Ordinal))
            return Verdict.Destructive("an escape may hide '$out' among the stages");
        if (text.Contains("$where", StringComparison.Ordinal) || text.Contains("$function", StringComparison.Ordinal)
            || text.Contains("$accumulator", StringComparison.Ordinal))
            return Verdict.Unknown("code inside a query");
        // Hashes of passwords are among what it shows.
        var tags = MongoSecrets.Names(text) ? EffectTags.Secret : EffectTags.None;
        var verdict = Verdict.Read("it asks the database", tags);
        var rest = string.Join('\n', text.Split('\n', ';').Select(line => line.Trim()).Where(line => !line.StartsWith("//", StringComparison.Ordinal) && !Helper().IsMatch(line)));
        var lexer = new CodeLexer(rest, CodeFamily.JavaScript).Read();
        if (lexer.Problem is { } problem) return Verdict.Unknown($"not understood: {problem}");
        var tokens = lexer.Tokens.Where(token => token.Kind != CodeKind.Newline).ToList();
        if (new MatchedPatterns(tokens).TryWithoutEnd(tokens)) verdict = verdict.And(EffectTags.Cost);
        // mongodb.com, "hello": it answers when the topology changes, or after so many milliseconds.
        if (Awaited().IsMatch(text)) verdict = verdict.And(EffectTags.Hang);
        if (MongoSecrets.Ask(tokens)) verdict = verdict.And(EffectTags.Secret);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Inner.Length > 0) return Verdict.Unknown("a template string");
            // What a regular expression escapes names nothing.
            if (tokens[at].Kind == CodeKind.String && tokens[at].Text is not ['/', ..] && tokens[at].Text.Contains('\\')) return Verdict.Unknown("an escape in a string");
            // p["$o" + "ut"] = x computes one, too.
            if (tokens[at].Is("]") && at + 1 < tokens.Count && tokens[at + 1].Is("=") && !(at + 2 < tokens.Count && tokens[at + 2].Is("=")) && at > 1
                && !(tokens[at - 1].Kind is CodeKind.Number or CodeKind.String && tokens[at - 2].Is("[")))
                return Verdict.Unknown("a computed name");
            // {[a + b]: 1} computes a key, and x?.() calls what it may not name.
            if (tokens[at].Is("{") && at + 1 < tokens.Count && tokens[at + 1].Is("[") || tokens[at].Is("?") && at + 1 < tokens.Count && tokens[at + 1].Is("."))
                return Verdict.Unknown("a computed name");
            // f`x` calls f.
            if (at > 0 && tokens[at].Kind == CodeKind.String && tokens[at].Text[0] == '`' && (tokens[at - 1].Kind == CodeKind.Name || tokens[at - 1].Text is ")" or "]"))
                return Verdict.Unknown("a template is handed to a function");
            if (tokens[at].Is("(") && at > 0 && tokens[at - 1].Kind == CodeKind.Name && TakesFunction.Contains(tokens[at - 1].Text)
                && HandedOn(tokens, at + 1) is { } handed)
                verdict = verdict.And(Verdict.Unknown($"{handed} is called for each"));
            if ((HandedFunctions.Problem(tokens, at, CodeFamily.JavaScript) ?? CalledByLanguage.Problem(tokens, at, [])) is { } unknown)
                verdict = verdict.And(Verdict.Unknown(unknown));
            // nodejs.org, "REPL": its modules are there by name.
            if (tokens[at].Kind == CodeKind.Name && Modules.Contains(tokens[at].Text) && !(at > 0 && tokens[at - 1].Is("."))
                && !(at + 1 < tokens.Count && tokens[at + 1].Is(":")))
                verdict = verdict.And(Verdict.Unknown($"'{tokens[at].Text}' reaches the machine"));
            var called = at + 1 < tokens.Count && tokens[at + 1].Is("(");
            if (called && tokens[at].Text is ")" or "]") return Verdict.Unknown("what is called is not known by name");
            if (tokens[at].Kind != CodeKind.Name) continue;
            var name = tokens[at].Text;
            if (name is "adminCommand" or "runCommand" && called) verdict = verdict.And(Command(tokens, at + 2));
            else if (name == "reconfig" && tokens.Any(token => token.Is("force") || token.Kind == CodeKind.String && token.Text.Trim('"', '\'') == "force"))
                verdict = verdict.And(Verdict.Destructive("reconfig() by force may roll writes back"));
            else if (name == "validate" && called) verdict = verdict.And(Validates(tokens, at + 2));
            else if (IsExplained(tokens, at)) verdict = verdict.And(Verdict.Read("explain() only plans"));
            else if (Destructive.Contains(name)) verdict = verdict.And(Verdict.Destructive($"{name}() overwrites or deletes"));
            else if (Disruptive.Contains(name)) verdict = verdict.And(Verdict.Disruptive($"{name}() interrupts or changes the server"));
            else if (name is "insertOne" or "insertMany" or "insert" or "createIndex" or "createIndexes" or "ensureIndex")
                verdict = verdict.And(Verdict.Reversible($"{name}() adds"));
            // mongodb.com, "$changeStream": it waits for what changes, as watch() does.
            else if (name is "aggregate")
                verdict = verdict.And(tokens.Exists(token => token.Text.Trim('"', '\'') is "$changeStream" or "changeStream") ? EffectTags.Hang : EffectTags.Cost);
            else if (name is "watch" && called) verdict = verdict.And(EffectTags.Hang);
            else if (called && !Reads.Contains(name) && name is not "function") verdict = verdict.And(Verdict.Unknown($"{name}() is not known to read only"));
            else if (name is "eval" or "Function" or "load" or "run" or "shellHelper" or "cat" or "process" or "require" or "constructor" or "prototype")
                verdict = verdict.And(Verdict.Unknown("eval is handed on"));
        }
        return verdict;
    }

    /// <summary>Methods that call what they are given.</summary>
    static readonly FrozenSet<string> TakesFunction =
        WordSet.Of("forEach map flatMap some every reduce reduceRight filter find findIndex findLast sort from then replace replaceAll stringify");

    /// <summary>Modules of Node.js that start programs, write files or talk to other machines, and what holds them.</summary>
    static readonly FrozenSet<string> Modules =
        WordSet.Of("child_process fs net http https http2 vm os worker_threads module cluster dgram tls inspector repl dns zlib v8 globalThis global");

    /// <summary>The function that is handed on by its name, alone or behind what it belongs to; null for what reads, or is no name.</summary>
    static string? HandedOn(List<CodeToken> tokens, int at)
    {
        var start = at;
        while (at + 2 < tokens.Count && tokens[at].Kind == CodeKind.Name && tokens[at + 1].Is(".") && tokens[at + 2].Kind == CodeKind.Name) at += 2;
        if (at + 1 >= tokens.Count || tokens[at].Kind != CodeKind.Name || tokens[at + 1].Text is not (")" or ",") || Reads.Contains(tokens[at].Text)) return null;
        // What find() and its kin are given is a document more often than a function, unless it belongs to something.
        return at == start && tokens[start - 2].Text is "find" or "sort" or "stringify" or "from" or "replace" ? null : tokens[at].Text;
    }

    /// <summary><c>db.c.explain().remove(...)</c>: what follows is planned, and not done (MongoDB manual, "db.collection.explain()").</summary>
    static bool IsExplained(List<CodeToken> tokens, int at)
    {
        if (at < 4 || !tokens[at - 1].Is(".") || !tokens[at - 2].Is(")") || !Destructive.Contains(tokens[at].Text)
            || tokens[at].Text is "drop" or "dropDatabase" or "renameCollection" or "save")
            return false;
        var open = tokens[at - 3].Is("(") ? at - 3 : tokens[at - 3].Kind == CodeKind.String && tokens[at - 4].Is("(") ? at - 4 : -1;
        return open > 4 && tokens[open - 1].Is("explain") && tokens[open - 2].Is(".") && tokens[open - 3].Kind == CodeKind.Name && tokens[open - 4].Is(".")
            && tokens[open - 5].Is("db")
            // What is set here may be another explain().
            && tokens.Count(token => token.Is("explain")) == 1 && !tokens.Exists(token => token.Is("=") || token.Is("class") || token.Is("function"));
    }

    /// <summary>MongoDB manual, "validate": a full one takes an exclusive lock, and some of its options repair.</summary>
    static Verdict Validates(List<CodeToken> tokens, int from) =>
        tokens.Skip(from).Any(token => token.Text.Trim('"', '\'') is "full" or "repair" or "fixMultikey" or "enforceFastCount" or "true")
            ? Verdict.Disruptive("a full validate() locks the collection, and may repair it") : Verdict.Read("validate() reads the whole collection", EffectTags.Cost);

    /// <summary>A database command is named by the first key of its document.</summary>
    static Verdict Command(List<CodeToken> tokens, int at)
    {
        while (at < tokens.Count && tokens[at].Is("{")) at++;
        // A name that is set, or anything but a key or a single text, is none.
        if (at > 0 && at + 1 < tokens.Count
            && !(tokens[at - 1].Is("{") ? tokens[at + 1].Is(":") : tokens[at].Kind == CodeKind.String && tokens[at + 1].Text is ")" or ","))
            return Verdict.Unknown("the database command is not named");
        if (at >= tokens.Count) return Verdict.Unknown("a database command without a name");
        var name = tokens[at].Text.Trim('"', '\'');
        if (name == "validate") return Validates(tokens, at);
        return ReadCommands.Contains(name) ? Verdict.Read($"{name} shows state") : name is "dbHash" or "dbhash" ? Verdict.Read($"{name} reads everything", EffectTags.Cost)
            : LosingCommands.Contains(name)
                ? Verdict.Destructive($"{name} overwrites or deletes")
                : ChangingCommands.Contains(name)
                ? Verdict.Disruptive($"{name} changes the server")
                : Verdict.Unknown($"the database command {name} is not known to read only");
    }
}
