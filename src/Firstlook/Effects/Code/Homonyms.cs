using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Names that read, or change nothing outside, of one kind of thing and act on another: <c>connection.close()</c> and Stripe's <c>Dispute.close(id)</c>, pandas' <c>merge</c> and
/// PyGithub's, <c>Date.now()</c> and Agenda's <c>now(job)</c>. They read only where what they are asked of, or what they are given, is of the kind that reads.
/// </summary>
internal static class Homonyms
{
    /// <summary>How things are called that only this program holds, and that are let go of by close().</summary>
    static readonly string[] Held =
        ["conn", "connection", "cur", "cursor", "file", "session", "client", "db", "engine", "pool", "socket", "sock", "sftp", "ssh", "ftp", "consumer", "producer",
            "channel", "reader", "writer", "stream", "response", "resp", "loop", "driver", "cluster", "redis", "mongo", "receiver", "plt", "bus", "proc", "process",
            "log", "queue", "handle", "database", "transport"];

    static readonly FrozenSet<string> Merging =
        FrozenSet.Create(StringComparer.Ordinal, "on", "how", "left_on", "right_on", "left_index", "right_index", "suffixes", "indicator", "validate", "key");

    static readonly FrozenSet<string> Devices =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "disk", "drive", "volume", "device", "partition", "card", "storage", "dasd", "fs", "lun");

    static readonly FrozenSet<string> Stores =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "memcached", "memcache", "memjs", "mc", "cache", "client", "redis", "store", "collection", "location",
            "history", "router", "navigation", "db");

    /// <param name="at">The name of a function that is called.</param>
    /// <returns>Null where the name alone says what the call does.</returns>
    public static Verdict? Judge(List<CodeToken> tokens, int at, CodeFamily family)
    {
        if (at < 2 || !tokens[at - 1].Is(".") || at + 2 >= tokens.Count || !tokens[at + 1].Is("(")) return null;
        var (name, receiver) = (tokens[at].Text, tokens[at - 2]);
        return (family == CodeFamily.Python ? ReadsInPython(tokens, at, name, receiver) : ReadsInJavaScript(tokens, at, name, receiver))
            ? null : Verdict.Unknown($"{receiver.Text}.{name}() may act: it is not known what kind of thing it is asked of");
    }

    static bool ReadsInPython(List<CodeToken> tokens, int at, string name, CodeToken receiver)
    {
        var first = tokens[at + 2];
        var (none, named) = (first.Is(")"), first.Kind == CodeKind.Name && at + 3 < tokens.Count && tokens[at + 3].Is("="));
        return name switch
        {
            "close" => (none || receiver.Is("plt")) && (receiver.Kind != CodeKind.Name || IsHeld(receiver.Text)),
            "merge" => receiver.Text is "pd" or "pandas" or "dd" or "heapq" || first.Kind != CodeKind.String && !none && Keys(tokens, at + 1).Any(Merging.Contains)
                || receiver.Text.StartsWith("df", StringComparison.Ordinal) && first.Kind == CodeKind.Name,
            // Django's takes names of fields; procrastinate's the arguments of a job.
            "defer" => first.Kind == CodeKind.String,
            "index" => !Devices.Contains(receiver.Text) && !(receiver.Text is "es" or "elastic" or "elasticsearch" or "client" or "search" or "solr" or "opensearch")
                && !named
                && (HandedFunctions.End(tokens, at + 2) + 1 is var second && (second >= Paths.ClosingOf(tokens, at + 1) || tokens[second].Kind == CodeKind.Number)),
            "format" => !none && !Devices.Contains(receiver.Text),
            "join" => !named && !Joined(receiver.Text),
            "split" => !Divided(receiver.Text),
            // docs.prefect.io, "Task.map": each is run.
            "map" => !Lexicon.SaysToAct(receiver.Text),
            // py_compile and sass write what they compile.
            "compile" => receiver.Is(")") || receiver.Text is "re" or "regex" or "re2" or "jmespath" or "model" || Ends(receiver.Text, "statement", "stmt", "query", "q"),
            // jsonpickle makes whatever the text names.
            "decode" => !Ends(receiver.Text, "pickle", "dill"),
            "stats" or "get_stats" => AsksForStatistics(tokens, at) && !(first.Is("*") && tokens[at + 3].Is("*")),
            // Azure Storage, boto: what is got from a queue is hidden from others; a flag without a name may take it away.
            ['g', 'e', 't', '_', .., 's'] when name.EndsWith("messages", StringComparison.Ordinal) =>
                !Queues.Are(receiver.Text) && !tokens[(at + 1)..Paths.ClosingOf(tokens, at + 1)].Index()
                    .Any(token => token.Item.Is("True") && token.Index > 0 && tokens[at + token.Index].Text is "(" or ","),
            // Telegram's offset takes the messages before it away; Amazon Cognito makes the identity that it is asked for.
            "get_updates" => none || named && !Keys(tokens, at + 1).Contains("offset"),
            "get_id" => !Keys(tokens, at + 1).Contains("IdentityPoolId"),
            // Redis' and DynamoDB's; ZAP's, nmap's and ClamAV's attack, or look at whole networks.
            "scan" => first.Kind != CodeKind.String
                && (receiver.Kind != CodeKind.Name || receiver.Text.Length == 1
                    || Ends(receiver.Text, "redis", "table", "dynamodb", "ddb", "client", "conn", "connection", "cache", "cluster", "db", "helpers", "rds", "store",
                        "rc")),
            // hvac, "read": the engines of databases and clouds make what they are asked for.
            "read" => first.Kind != CodeKind.String
                || !Array.Exists(first.Text.Trim('"', '\'').Split('/'),
                    part => part is "creds" or "issue" or "sign" or "token" or "generate" or "sts" or "rotate" or "roles" or "role"),
            // RFC 9051, "SELECT": messages lose their mark of being new.
            "select" => !(Mailboxes(receiver.Text) || receiver.Is(")") && tokens.Exists(token => token.Text is "IMAP4" or "IMAP4_SSL"))
                || Keys(tokens, at + 1).Contains("readonly"),
            // elastic.co, "Scroll API": a context that lasts on the server.
            "search" => !Keys(tokens, at + 1).Contains("scroll")
                && !tokens[at..Paths.ClosingOf(tokens, at + 1)].Exists(token => token.Kind == CodeKind.String && token.Text.Trim('"', '\'') is "scroll"),
            "reverse" => none && !IsPaid(receiver.Text),
            "resolve" =>
                none
                    ? receiver.Is(")") || Ends(receiver.Text, "path", "dir", "file", "root", "folder", "p", "base", "parent")
                    : named && first.Is("strict") || Ends(receiver.Text, "resolver", "dns", "socket"),
            _ => true,
        };
    }

    static bool ReadsInJavaScript(List<CodeToken> tokens, int at, string name, CodeToken receiver)
    {
        var first = tokens[at + 2];
        var none = first.Is(")");
        var second = none ? at + 2 : HandedFunctions.End(tokens, at + 2) + 1;
        var close = Paths.ClosingOf(tokens, at + 1);
        return name switch
        {
            // Agenda: every("1 second", "job"), now("job")
            "every" => first.Kind != CodeKind.String,
            "now" or "reverse" => none && !IsPaid(receiver.Text),
            // A pattern's test() is given the text; a mailer's sends one.
            "test" => !none,
            // docs.github.com, "Ping a repository webhook".
            "ping" => !Ends(receiver.Text, "hook", "webhook", "monitor", "heartbeat"),
            "replace" => second < close && HandedFunctions.End(tokens, second) == close && !Stores.Contains(receiver.Text),
            "freeze" => receiver.Is("Object") && !tokens[at..close].Exists(token => token.Is("prototype"))
                && !(second >= close && close == at + 3
                    && (char.IsAsciiLetterUpper(first.Text[0]) || first.Text is "globalThis" or "global" or "window" or "console" or "process" or "module" or "exports")),
            "join" => !Joined(receiver.Text),
            "split" => !Divided(receiver.Text),
            "stats" or "getStats" => AsksForStatistics(tokens, at),
            "getUpdates" => !tokens[at..close].Exists(token => token.Is("offset")) && first.Kind != CodeKind.Number,
            // Redis' cursor; nmap's takes a network.
            "scan" => first.Kind != CodeKind.String || first.Text.AsSpan().Trim("'\"`").ContainsAnyExceptInRange('0', '9') is false,
            // The dialogue of an application that marks what it shows.
            ['r', 'e', 'a', 'd', 'A', 'l', 'l', ..] => !Ends(receiver.Text, "notifications", "inbox", "messages", "mailbox"),
            // Supabase: .order("created_at", { ascending: false })
            "order" => receiver.Text is ")" or "query" or "q" or "builder" && (second >= close || tokens[second].Is("{")),
            "resolve" => Ends(receiver.Text, "path", "Promise", "dns", "promises", "resolver", "require", "meta", "posix", "win32"),
            _ => true,
        };
    }

    /// <summary>memcached, "Protocol", "Statistics": what is not asked for by these may be set back ("stats reset").</summary>
    static readonly FrozenSet<string> Statistics =
        FrozenSet.Create(StringComparer.Ordinal, "items", "slabs", "sizes", "settings", "conns", "extstore", "proxy", "malloc", "vbucket", "timings");

    static bool AsksForStatistics(List<CodeToken> tokens, int at) =>
        !tokens.GetRange(at, Paths.ClosingOf(tokens, at + 1) - at)
                .Exists(token => token.Kind == CodeKind.String && token.Text.Contains("reset", StringComparison.OrdinalIgnoreCase))
            && (tokens[at + 2].Kind != CodeKind.String || Statistics.Contains(tokens[at + 2].Text.Trim('"', '\'', '`')) || tokens[at + 2].Text.Contains(' '));

    /// <summary>What is joined by going there, and no list of texts.</summary>
    public static bool Joined(string name) => Ends(name, "channel", "cluster", "chatroom", "swarm", "consul", "serf");

    /// <summary>What goes back where it came from, and no list that is turned round.</summary>
    static bool IsPaid(string name) =>
        Ends(name, "payment", "transfer", "transaction", "charge", "refund", "payout", "invoice", "posting", "booking", "authorization", "settlement", "withdrawal", "deposit");

    /// <summary>What is divided, formatted, mapped or cloned where it lies, and no text.</summary>
    public static bool Divided(string name) =>
        Ends(name, "region", "shard", "vol", "volume", "rbd", "disk", "drive", "partition", "tablet", "filesystem", "lun", "device", "indices")
            || name is "fs" or "vm" or "image" or "card";

    /// <summary>Whether a thing is called as what this program alone holds.</summary>
    public static bool IsHeld(string name) =>
        name.Length == 1 || name is "fh" or "fp" or "fd" or "tn" or "ws" or "wb" or "es" or "rs" or "zk" or "nc" or "ch"
            || Array.Exists(Held, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    static bool Mailboxes(string name) => name is "M" or "m" || Ends(name, "imap", "imap4", "mail", "mailbox");

    static bool Ends(string name, params ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            if (name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>The names of a call's arguments.</summary>
    static IEnumerable<string> Keys(List<CodeToken> tokens, int open)
    {
        for (var (start, close) = (open + 1, Paths.ClosingOf(tokens, open)); start < close; start = HandedFunctions.End(tokens, start) + 1)
        {
            if (start + 1 < close && tokens[start + 1].Is("=")) yield return tokens[start].Text;
        }
    }
}
