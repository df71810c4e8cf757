using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>Functions that read or act by what they are given: <c>shutil.copy(a, b)</c> and <c>d.copy()</c>, <c>frame.to_csv(path)</c>, <c>map(refund, orders)</c>.</summary>
internal static class Argued
{
    /// <summary>What stands behind the last token of a text that ends in the middle.</summary>
    static readonly CodeToken End = new(CodeKind.Newline, "", 0, 0, []);

    /// <returns>Null where the name alone says what the call does.</returns>
    public static Verdict? Judge(List<CodeToken> tokens, int at, CodeFamily family, HashSet<string> bound)
    {
        var name = tokens[at].Text;
        var member = at > 1 && tokens[at - 1].Is(".");
        var receiver = member ? tokens[at - 2].Text : "";
        var first = at + 2 < tokens.Count ? tokens[at + 2] : End;
        var none = first.Is(")");
        if (family == CodeFamily.Python)
        {
            if (Fetching.Judge(tokens, at) is { } fetched) return fetched;
            switch (name)
            {
                // redis.io, "KEYS"
                case "keys" when member && first.Kind == CodeKind.String && receiver != "cache": return Verdict.Disruptive("KEYS blocks the server");
                case "copy" when member && receiver != "copy" && !none: return Verdict.Unknown($"{receiver}.copy() may write what it is given");
                case "index" when member && Is(tokens, at + 3, "="): return Verdict.Unknown("index() may store a document");
                case "loads" when receiver is not ("json" or "orjson" or "ujson" or "simplejson" or "rapidjson" or "tomllib" or "toml"):
                    return Verdict.Unknown("loads() of pickle runs what the bytes say");
                case "to_csv" or "to_json" or "to_html" or "to_string" or "to_markdown" or "to_latex" or "to_xml" or "to_yaml"
                    when member && !none && Targets(tokens, at):
                    return Verdict.Unknown($"{name}() writes the file that it is given");
                case "to_sql" or "to_parquet" or "to_excel" or "to_pickle" or "to_gbq" or "to_hdf" or "to_feather" or "to_orc" or "to_stata" or "to_clipboard"
                    or "to_file" or "to_disk" or "to_snowflake" or "to_delta" or "to_table":
                    return Verdict.Destructive($"{name}() writes");
                // kazoo, "Watchers": the second argument is called when the node changes.
                case "get" or "exists" or "get_children"
                    when member && Second(tokens, at + 1) is > 0 and var watcher && HandedFunctions.End(tokens, watcher) is var last
                        && (HandedFunctions.IsFunction(tokens, watcher, last)
                            || last == watcher + 1 && tokens[watcher].Kind == CodeKind.Name && !bound.Contains(tokens[watcher].Text))
                        && (RubyNames.Act(tokens[last - 1].Text) || Lexicon.SaysToAct(tokens[last - 1].Text)):
                    return Verdict.Unknown($"{tokens[last - 1].Text}() may be called when it changes");
                case "get" or "get_nowait" when member && Queues.Take(tokens, at): return Verdict.Disruptive($"{name}() takes an item out of the queue");
                case "get" or "head" or "options" or "create_connection" or "gethostbyname" or "gethostbyname_ex" or "getaddrinfo" or "urlopen"
                    or "get_server_certificate" or "resolve" or "query"
                    when HandsOn(tokens, at + 1) || SentOn.Secret(tokens, at + 1):
                    return Verdict.Unknown($"what a file holds is sent to another machine by {name}()");
                // A connection to (host, port), which ends by itself; what is sent through it has a name of its own.
                case "create_connection" when receiver == "socket" && first.Is("(") || name == "socket" && receiver == "socket": return Verdict.Read("it only connects");
                case ['r', 'e', 'a', 'd', '_', ..]
                    when InAddress(tokens, at + 1) && (HandsOn(tokens, at + 1) || HoldsStored(tokens, at + 1) || SentOn.Secret(tokens, at + 1)):
                    return Verdict.Unknown($"what a file holds is sent to another machine by {name}()");
                case "iter" or "groupby" or "reduce" or "starmap" or "accumulate" or "takewhile" or "dropwhile" or "filterfalse" or "partial" or "apply" or "applymap"
                    or "transform" or "pipe" or "defaultdict"
                    when Functions(tokens, at + 1, name, member && receiver is not ("itertools" or "functools" or "collections")) is { } handed:
                    return Verdict.Unknown($"{handed}() is called, and is not known to read only");
                // PyMongo's cursor; redis.sort() may store.
                case "sort" when member && first.Kind == CodeKind.String && Commas(tokens, at + 1) < 2 && !tokens.Exists(token => token.Is("store")):
                    return Verdict.Read("it sorts what is asked for");
                case "sort" when member && first.Kind == CodeKind.String: return Verdict.Destructive("sort() may store what it sorted over a key");
                case "get_cluster_credentials" when tokens.Exists(token => token.Is("AutoCreate")): return Verdict.Unknown("'AutoCreate' makes the user");
                // SQLAlchemy: what is asked for is named between the brackets, and judged there.
                case "query" when member && first.Kind == CodeKind.Name && (char.IsAsciiLetterUpper(first.Text[0]) || first.Is("func")): return Verdict.Read("it asks for rows");
                case "execute" when first.Is("select") && Is(tokens, at + 3, "("): return Verdict.Read("it asks for rows");
                case "create" when Sendings.Are(tokens, at): return Verdict.Destructive(Sendings.Why);
                // pymongo.readthedocs.io, "Database.command".
                case "command" when member && first.Kind == CodeKind.String && Is(tokens, at + 3, ")") && MongoCode.Asks(first.Text.Trim('"', '\'')):
                    return Verdict.Read("it asks the database");
                case "client" or "resource" when receiver == "boto3": return Verdict.Read("it makes a client");
                case "map" or "filter" when !member: return Calls(tokens, at + 2, Lexicon.Python, bound);
            }
            return member && receiver == "shutil" && Lexicon.Python.Judge(name) is null or { Effect: Effect.Read }
                && name is not ("disk_usage" or "which" or "get_terminal_size")
                ? Verdict.Unknown($"shutil.{name}() may write") : null;
        }
        if (family == CodeFamily.JavaScript && member)
        {
            // redis.io, "KEYS", "SORT": one blocks the server, the other may store.
            if (name == "keys" && first.Kind == CodeKind.String && receiver != "Object") return Verdict.Disruptive("KEYS blocks the server");
            if (name == "sort" && first.Kind == CodeKind.String && Commas(tokens, at + 1) > 0
                && (tokens.Exists(token => token.Text.AsSpan().Trim("'\"`").Equals("store", StringComparison.OrdinalIgnoreCase))
                    || Second(tokens, at + 1) is > 0 and var options && tokens[options].Kind == CodeKind.Name))
                return Verdict.Destructive("SORT ... STORE overwrites a key");
            if (name == "create" && Sendings.Are(tokens, at)) return Verdict.Destructive(Sendings.Why);
            // https.get(options)
            if (name is "get" && receiver is "http" or "https" && first.Kind == CodeKind.Name && (Is(tokens, at + 3, ")") || Is(tokens, at + 3, ","))
                && !Array.Exists(["url", "uri", "addr", "link", "href", "endpoint", "host"], part => first.Text.Contains(part, StringComparison.OrdinalIgnoreCase)))
                return Verdict.Unknown("the request is put together elsewhere");
            if (Fetching.WritesHere(tokens, at, Lexicon.JavaScript)) return Verdict.Unknown($"{receiver}.{name}() may write a file here");
            if (name is "get" or "request" && first.Is("{")) return Verdict.Unknown("the request is put together here");
            // amqplib, "Channel#get": with noAck the message is gone.
            if (name == "get" && (Queues.Are(receiver) || tokens.Exists(token => token.Is("noAck"))))
                return tokens.Exists(token => token.Is("noAck"))
                    ? Verdict.Destructive("get() takes a message for good") : Verdict.Disruptive("get() takes a message out of the queue");
            if (name.StartsWith("resolve", StringComparison.Ordinal) && receiver is "dns" or "promises" or "resolver" && HandsOn(tokens, at + 1))
                return Verdict.Unknown("what a file holds is sent to another machine in a name");
        }

        if (family == CodeFamily.JavaScript && name is "getSignedUrl" or "getSignedUrlPromise")
            return tokens.GetRange(at, Paths.ClosingOf(tokens, at + 1) - at).Exists(token => token.Text.Trim('"', '\'', '`') is "getObject" or "GetObjectCommand")
                ? Verdict.Read("whoever has the link may read", EffectTags.Secret) : Verdict.Unknown("whoever has the link may write or delete");
        if (family != CodeFamily.JavaScript || !member) return null;
        // The function is the second argument: Array.from(x, f), "x".replace(/y/, f), JSON.parse(x, f), Object.groupBy(x, f).
        if (name is "from" or "fromAsync" or "replace" or "replaceAll" or "parse" or "stringify" or "then" or "groupBy" && Second(tokens, at + 1) is > 0 and var second
            && Calls(tokens, second, Lexicon.JavaScript, bound) is { } called)
            return called;
        // lodash: _.map(users, f); what these take are values.
        if (receiver is "_" or "lodash" or "R" or "underscore" && !Values.Contains(name))
        {
            for (var (start, close) = (at + 2, Paths.ClosingOf(tokens, at + 1)); start < close; start = HandedFunctions.End(tokens, start) + 1)
            {
                if ((start > at + 2 || receiver is "R") && Calls(tokens, start, Lexicon.JavaScript, bound) is { } each) return each;
            }

            return null;
        }

        // Of rows in memory find() is given a function, of a database a document.
        if (name is "findIndex" or "findLast"
            || name is "find" && (Is(tokens, at + 3, ")") || at + 3 < tokens.Count && IsCast(tokens, at + 3)) && !char.IsAsciiLetterUpper(receiver[0])
                && !tokens[..at].Exists(token => token.Text is "db" or "collection")
                && !IsFilter(first.Text))
            return Calls(tokens, at + 2, Lexicon.JavaScript, bound);
        return name is "map" or "filter" or "flatMap" or "some" or "every" or "reduce" or "reduceRight" or "then" or "catch" or "finally" or "sort" or "findLastIndex"
            or "toSorted" or "forEach"
            || name is "find" or "findIndex" or "findLast" or "replace" or "from" && (first.Text is "require" or "fetch" || Is(tokens, at + 3, "."))
            ? Calls(tokens, at + 2, Lexicon.JavaScript, bound) : null;
    }

    /// <summary>Whether a table is given a file, by its place, by its name or by what is unpacked: <c>to_csv(index=False, path_or_buf=path)</c>.</summary>
    static bool Targets(List<CodeToken> tokens, int at)
    {
        for (var (start, close) = (at + 2, Paths.ClosingOf(tokens, at + 1)); start < close; start = HandedFunctions.End(tokens, start) + 1)
        {
            if (!Is(tokens, start + 1, "=") || tokens[start].Text is "path_or_buf" or "path_or_buffer" or "buf" or "path" or "stream" or "file" or "output" or "out") return true;
        }

        return false;
    }

    /// <summary>Functions of lodash that call nothing that they are given.</summary>
    static readonly FrozenSet<string> Values =
        FrozenSet.Create(StringComparer.Ordinal, "get", "has", "hasIn", "pick", "omit", "includes", "at", "take", "takeRight", "drop", "dropRight", "chunk", "concat",
            "difference", "union", "intersection", "without", "zip", "zipObject", "join", "isEqual", "merge", "defaults", "indexOf", "nth", "range", "padStart", "padEnd",
            "pad", "repeat", "startsWith", "endsWith", "split", "truncate", "clamp", "inRange", "round");

    static bool IsFilter(string name) =>
        Array.Exists(["filter", "query", "where", "criteria", "conditions", "selector", "search", "options", "opts", "params", "match", "id", "key", "name", "q"],
            end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>How many commas part the arguments of a call.</summary>
    static int Commas(List<CodeToken> tokens, int open)
    {
        var commas = 0;
        for (var (at, close) = (open + 1, Paths.ClosingOf(tokens, open)); at < close; at++)
        {
            if (tokens[at].Kind == CodeKind.Symbol && tokens[at].Text is "(" or "[" or "{") at = Paths.ClosingOf(tokens, at);
            else if (tokens[at].Is(",")) commas++;
        }

        return commas;
    }

    /// <summary>Where the second argument of a call begins; -1 where there is none.</summary>
    static int Second(List<CodeToken> tokens, int open)
    {
        for (var (at, close) = (open + 1, Paths.ClosingOf(tokens, open)); at < close; at++)
        {
            if (tokens[at].Kind == CodeKind.Symbol && tokens[at].Text is "(" or "[" or "{") at = Paths.ClosingOf(tokens, at);
            else if (tokens[at].Is(",")) return at + 1;
        }

        return -1;
    }

    /// <summary>Where the function itself begins, behind a type that it is taken for or a name that it gets: <c>&lt;any&gt;f</c>, <c>x = f</c>, <c>x := f</c>.</summary>
    static int Bare(List<CodeToken> tokens, int at)
    {
        if (Is(tokens, at, "<"))
        {
            for (var place = at + 1; place + 1 < tokens.Count && place - at < MostInType; place++)
            {
                if (tokens[place].Text is "(" or ")") break;
                if (tokens[place].Is(">")) return place + 1;
            }
        }

        var sets = at + (Is(tokens, at + 1, ":") ? 2 : 1);
        return at + 2 < tokens.Count && tokens[at].Kind == CodeKind.Name && Is(tokens, sets, "=") && !Is(tokens, sets + 1, "=") && !Is(tokens, sets + 1, ">") ? sets + 1 : at;
    }

    /// <summary>How many tokens of a type are looked through.</summary>
    const int MostInType = 20;

    // TypeScript: f!, f as any, f satisfies Each
    static bool IsCast(List<CodeToken> tokens, int at) =>
        tokens[at].Text is "as" or "satisfies" || tokens[at].Is("!") && at + 1 < tokens.Count && tokens[at + 1].Text is "," or ")";

    /// <summary>A function that is handed on by name is called: it must be known to read.</summary>
    static Verdict? Calls(List<CodeToken> tokens, int at, Lexicon lexicon, HashSet<string> bound)
    {
        at = Bare(tokens, at);
        if (at + 1 >= tokens.Count || tokens[at].Kind != CodeKind.Name || lexicon.Keywords.Contains(tokens[at].Text)) return null;
        while (at + 2 < tokens.Count && tokens[at + 1].Is(".") && tokens[at + 2].Kind == CodeKind.Name) at += 2;
        if (at + 1 >= tokens.Count || !(tokens[at + 1].Text is "," or ")" || IsCast(tokens, at + 1))) return null;
        var called = tokens[at].Text;
        // const { truncateSync: map } = fs
        if (bound.Contains(called) && tokens[at - 1].Text is "(" or "," && lexicon == Lexicon.JavaScript)
            return Verdict.Unknown($"'{called}' is set here, and may stand for anything");
        if (called is "require" or "fetch" or "import") return Verdict.Unknown($"{called}() is called for each");
        if (called is "loads" or "load" && !(at > 1 && tokens[at - 1].Is(".") && tokens[at - 2].Text is "json" or "orjson" or "ujson"))
            return Verdict.Unknown("loads() of pickle runs what the bytes say");
        var constructs = char.IsAsciiLetterUpper(called[0]) && (lexicon != Lexicon.Python || Constructors.AreKnown(called, CodeFamily.Python, bound));
        return constructs || lexicon.Judge(called) is { Effect: Effect.Read }
            ? null : Verdict.Unknown($"{called}() is called for each, and is not known to read only");
    }

    /// <summary>A function that stands among the arguments by its name; <c>iter(x)</c> alone calls nothing, and <c>frame.groupby(column)</c> neither.</summary>
    static string? Functions(List<CodeToken> tokens, int open, string name, bool ofFrame)
    {
        var close = Paths.ClosingOf(tokens, open);
        var commas = Commas(tokens, open);
        if (name == "iter" && commas == 0) return null;
        var argument = 0;
        for (var at = open + 1; at < close; at++)
        {
            if (tokens[at].Kind == CodeKind.Symbol && tokens[at].Text is "(" or "[" or "{") at = Paths.ClosingOf(tokens, at);
            if (tokens[at].Is(",")) argument++;
            if (tokens[at].Kind != CodeKind.Name || tokens[at - 1].Text is not ("(" or ",")) continue;
            var start = at;
            while (at + 2 < tokens.Count && tokens[at + 1].Is(".") && tokens[at + 2].Kind == CodeKind.Name) at += 2;
            // What is plain may be a value, but where a function stands.
            var called = start < at
                || argument == (name is "groupby" or "accumulate" ? 1 : 0) && !(ofFrame && name is "groupby") && !Lexicon.Python.Keywords.Contains(tokens[at].Text);
            if (called && at + 1 < tokens.Count && tokens[at + 1].Text is "," or ")" && Lexicon.Python.Judge(tokens[at].Text) is not { Effect: Effect.Read })
                return tokens[at].Text;
        }

        return null;
    }

    static bool HoldsStored(List<CodeToken> tokens, int open) =>
        Enumerable.Range(open + 1, Math.Max(0, Paths.ClosingOf(tokens, open) - open - 1)).Any(at => tokens[at].Kind == CodeKind.Name && Requests.IsStored(tokens, at));

    static bool InAddress(List<CodeToken> tokens, int open)
    {
        for (var (at, depth) = (open, 0); at < tokens.Count; at++)
        {
            if (tokens[at].Is("(")) depth++;
            if (tokens[at].Is(")") && --depth <= 0) return false;
            if (tokens[at].Kind == CodeKind.String && tokens[at].Text.Contains("://", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>Whether what a file holds, or a command prints, stands between the brackets of a call.</summary>
    public static bool HandsOn(List<CodeToken> tokens, int at)
    {
        var depth = 0;
        for (; at < tokens.Count; at++)
        {
            if (tokens[at].Is("(")) depth++;
            if (tokens[at].Is(")") && --depth <= 0) return false;
            if (tokens[at].Kind == CodeKind.Name
                ? SentOn.Contents.Contains(tokens[at].Text) && Is(tokens, at + 1, "(")
                : tokens[at].Inner?.Any(inner => SentOn.Contents.Any(name => inner.Contains(name + "(", StringComparison.Ordinal))) == true)
                return true;
        }
        return false;
    }

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);
}
