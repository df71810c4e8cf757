namespace Firstlook.Effects.Code;

/// <summary>Functions that read or act by what they are given: <c>shutil.copy(a, b)</c> and <c>d.copy()</c>, <c>frame.to_csv(path)</c>, <c>map(refund, orders)</c>.</summary>
internal static class Argued
{
    /// <returns>Null where the name alone says what the call does.</returns>
    public static Verdict? Judge(List<CodeToken> tokens, int at, CodeFamily family)
    {
        var name = tokens[at].Text;
        var member = at > 1 && tokens[at - 1].Is(".");
        var receiver = member ? tokens[at - 2].Text : "";
        var first = at + 2 < tokens.Count ? tokens[at + 2] : default;
        var none = first.Is(")");
        if (family == CodeFamily.Python)
        {
            switch (name)
            {
                case "copy" when member && receiver != "copy" && !none: return Verdict.Unknown($"{receiver}.copy() may write what it is given");
                case "index" when member && Is(tokens, at + 3, "="): return Verdict.Unknown("index() may store a document");
                case "loads" when receiver is not ("json" or "orjson" or "ujson" or "simplejson" or "rapidjson" or "tomllib" or "toml"): return Verdict.Unknown("loads() of pickle runs what the bytes say");
                case "to_csv" or "to_json" or "to_html" or "to_string" or "to_markdown" or "to_latex" or "to_xml" or "to_yaml" when member && !none && !(first.Kind == CodeKind.Name && Is(tokens, at + 3, "=") && first.Text is not ("path_or_buf" or "buf" or "path")): return Verdict.Unknown($"{name}() writes the file that it is given");
                case "to_sql" or "to_parquet" or "to_excel" or "to_pickle" or "to_gbq" or "to_hdf" or "to_feather" or "to_orc" or "to_stata" or "to_clipboard" or "to_file" or "to_disk" or "to_snowflake" or "to_delta" or "to_table": return Verdict.Destructive($"{name}() writes");
                case "get" or "get_nowait" when member && (receiver.Contains("queue", StringComparison.OrdinalIgnoreCase) || receiver is "q"): return Verdict.Disruptive($"{name}() takes an item out of the queue");
                case "get" or "head" or "options" or "create_connection" or "gethostbyname" or "gethostbyname_ex" or "getaddrinfo" or "urlopen" when HandsOn(tokens, at + 1): return Verdict.Unknown($"what a file holds is sent to another machine by {name}()");
                // A connection to (host, port), which ends by itself; what is sent through it has a name of its own.
                case "create_connection" when receiver == "socket" && first.Is("(") || name == "socket" && receiver == "socket": return Verdict.Read("it only connects");
                case ['r', 'e', 'a', 'd', '_', ..] when HandsOn(tokens, at + 1) && InAddress(tokens, at + 1): return Verdict.Unknown($"what a file holds is sent to another machine by {name}()");
                case "iter" or "groupby" or "reduce" or "starmap" or "accumulate" or "takewhile" or "dropwhile" or "filterfalse" or "partial" or "apply" or "applymap" or "transform" or "pipe" when Functions(tokens, at + 1, iterates: name == "iter") is { } handed: return Verdict.Unknown($"{handed}() is called, and is not known to read only");
                // PyMongo's cursor; redis.sort() may store.
                case "sort" when member && first.Kind == CodeKind.String && !tokens.Exists(token => token.Is("store")): return Verdict.Read("it sorts what is asked for");
                case "client" or "resource" when receiver == "boto3": return Verdict.Read("it makes a client");
                case "map" or "filter" when !member: return Calls(tokens, at + 2, Lexicon.Python);
            }
            return member && receiver == "shutil" && Lexicon.Python.Judge(name) is null or { Effect: Effect.Read } && name is not ("disk_usage" or "which" or "get_terminal_size") ? Verdict.Unknown($"shutil.{name}() may write") : null;
        }
        if (family == CodeFamily.JavaScript && member)
        {
            if (name is "get" or "request" && first.Is("{")) return Verdict.Unknown("the request is put together here");
            // amqplib, "Channel#get": with noAck the message is gone.
            if (name == "get" && receiver is "channel" or "ch" or "queue") return tokens.Exists(token => token.Is("noAck")) ? Verdict.Destructive("get() takes a message for good") : Verdict.Disruptive("get() takes a message out of the queue");
            if (name.StartsWith("resolve", StringComparison.Ordinal) && receiver is "dns" or "promises" or "resolver" && HandsOn(tokens, at + 1)) return Verdict.Unknown("what a file holds is sent to another machine in a name");
        }

        return family == CodeFamily.JavaScript && member && name is "map" or "filter" or "flatMap" or "some" or "every" or "reduce" or "reduceRight" or "then" or "sort" || family == CodeFamily.JavaScript && member && name is "find" or "findIndex" or "findLast" or "forEach" or "replace" or "from" && (first.Text is "require" or "fetch" || Is(tokens, at + 3, ".")) ? Calls(tokens, at + 2, Lexicon.JavaScript) : null;
    }

    /// <summary>A function that is handed on by name is called: it must be known to read.</summary>
    static Verdict? Calls(List<CodeToken> tokens, int at, Lexicon lexicon)
    {
        if (at + 1 >= tokens.Count || tokens[at].Kind != CodeKind.Name || lexicon.Keywords.Contains(tokens[at].Text)) return null;
        while (at + 2 < tokens.Count && tokens[at + 1].Is(".") && tokens[at + 2].Kind == CodeKind.Name) at += 2;
        if (at + 1 >= tokens.Count || tokens[at + 1].Text is not ("," or ")")) return null;
        var called = tokens[at].Text;
        if (called is "require" or "fetch" or "import") return Verdict.Unknown($"{called}() is called for each");
        if (called is "loads" or "load" && !(at > 1 && tokens[at - 1].Is(".") && tokens[at - 2].Text is "json" or "orjson" or "ujson")) return Verdict.Unknown("loads() of pickle runs what the bytes say");
        return char.IsAsciiLetterUpper(called[0]) || lexicon.Judge(called) is { Effect: Effect.Read } ? null : Verdict.Unknown($"{called}() is called for each, and is not known to read only");
    }

    /// <summary>A function of something else that stands among the arguments by its name; <c>iter(x)</c> alone calls nothing.</summary>
    static string? Functions(List<CodeToken> tokens, int open, bool iterates)
    {
        var close = Paths.ClosingOf(tokens, open);
        if (iterates && !tokens[open..close].Exists(token => token.Is(","))) return null;
        for (var at = open + 1; at + 2 < close + 1 && at + 2 < tokens.Count; at++)
        {
            if (tokens[at].Kind != CodeKind.Name || !tokens[at + 1].Is(".") || tokens[at - 1].Text is not ("(" or ",")) continue;
            while (at + 2 < tokens.Count && tokens[at + 1].Is(".") && tokens[at + 2].Kind == CodeKind.Name) at += 2;
            if (at + 1 < tokens.Count && tokens[at + 1].Text is "," or ")" && Lexicon.Python.Judge(tokens[at].Text) is not { Effect: Effect.Read }) return tokens[at].Text;
        }

        return null;
    }

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
            if (tokens[at].Kind == CodeKind.Name ? SentOn.Contents.Contains(tokens[at].Text) && Is(tokens, at + 1, "(") : tokens[at].Inner?.Any(inner => SentOn.Contents.Any(name => inner.Contains(name + "(", StringComparison.Ordinal))) == true) return true;
        }
        return false;
    }

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);
}
