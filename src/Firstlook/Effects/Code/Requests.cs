using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>
/// What a request of Python or JavaScript asks for: by every text between its brackets, of which the address may be put together, and by the settings that
/// change it (requests, "API"; axios, "Request Config"; Node.js, "http.get": <c>params</c>, <c>headers</c>, <c>method</c>, <c>path</c>).
/// </summary>
internal static partial class Requests
{
    /// <summary>What databases and files of tables give by these names.</summary>
    public static readonly FrozenSet<string> Stored =
        FrozenSet.Create(StringComparer.Ordinal, "objects", "values_list", "fetchall", "fetchone", "fetchmany", "pluck", "findOne", "findMany", "findAll", "findFirst",
            "findUnique", "findById", "find", "lean", "read_csv", "read_json", "read_table", "read_excel", "read_parquet", "read_sql", "read_sql_query", "to_dict",
            "to_json", "to_csv", "to_records", "to_html");

    /// <summary>Arguments that say which machine is spoken to, or which of its things is asked for.</summary>
    static readonly FrozenSet<string> Addresses =
        FrozenSet.Create(StringComparer.Ordinal, "host", "hostname", "server", "address", "url", "uri", "dsn", "bootstrap_servers", "Key", "Bucket", "qname");

    /// <returns>Null where the call is no request, or none that is known to act.</returns>
    public static Verdict? Judge(List<CodeToken> tokens, int at, CodeFamily family)
    {
        if (at + 2 >= tokens.Count || !tokens[at + 1].Is("(")) return null;
        if (family == CodeFamily.Python && Tables.Contains(tokens[at].Text) && Table(tokens, at) is > 0 and var table) return Fetched(tokens, at, table);
        var (name, member) = (tokens[at].Text, at > 1 && tokens[at - 1].Is("."));
        var receiver = member ? tokens[at - 2].Text : "";
        var asks = member && name is "get" or "head" or "options";
        // fetch_json(address), api.getPage(address)
        if (!asks && !(family == CodeFamily.Python ? Lexicon.Python : Lexicon.JavaScript).ReadsByBeginning(name)) return null;
        var close = Paths.ClosingOf(tokens, at + 1);
        var made = member && tokens[at - 2].Is(")") && Paths.StartOf(tokens, at - 2, Paths.MostInBrackets) is >= 0 and var root ? tokens.GetRange(root, at - 1 - root) : [];
        var client = asks && (SentOn.Clients.Contains(receiver) || made.Exists(token => token.Kind == CodeKind.Name && SentOn.Clients.Contains(token.Text)));
        var addressed = Values(tokens, at + 1).Any(value => IsAddress(tokens[value]));
        // jquery.com, "jQuery.get": what comes is run as a script; "jQuery.getJSON": so is what a callback is asked for.
        if (receiver is "$" or "jQuery"
            && tokens.GetRange(at + 2, close - at - 2)
                .Exists(token => token.Kind == CodeKind.String && (Text(token) is "script" or "jsonp" || token.Text.Contains("=?", StringComparison.Ordinal))))
            return Verdict.Unknown("what comes is run as a script");
        // c.get('/admin/shutdown'), c.get('admin/shutdown'), of a client that was made elsewhere.
        if (!client && !addressed)
            return tokens[at + 2].Kind == CodeKind.String && IsPath(Text(tokens[at + 2])) && !Fetching.Settings.Contains(receiver)
                && Http.HttpJudge.Request("GET", "http://host/" + Spelled(tokens[at + 2]).TrimStart('/'), "") is { Effect: > Effect.Read } acts
                ? acts : null;
        if (Holds(tokens, at + 1, close)) return Verdict.Unknown("what a database or a file holds is part of the request");
        if (SentOn.Secret(tokens, at + 1)) return Verdict.Unknown("what lets somebody in is sent to a machine outside");
        if (IsLedAway(tokens, at + 2, close)) return Verdict.Unknown("what is asked for goes through a machine that may be somebody's");
        if (Disguise(tokens, at + 2, close) is { } disguise) return Verdict.Unknown(disguise);
        var (verdict, whole, method, query, web) = ((Verdict?)null, "", "GET", "", false);
        var (beginning, rest) = (made.Where(IsAddress).Select(Text).LastOrDefault() ?? "", "");
        for (var i = at + 2; i < close; i++)
        {
            var names = Is(tokens, i + 1, family == CodeFamily.Python && tokens[i].Kind == CodeKind.Name ? "=" : ":");
            if (names && tokens[i].Kind is CodeKind.Name or CodeKind.String && i + 2 < tokens.Count)
            {
                var key = tokens[i].Kind == CodeKind.Name ? tokens[i].Text : Text(tokens[i]);
                if (key.Contains("override", StringComparison.OrdinalIgnoreCase)) return Verdict.Unknown("a header overrides the method");
                var value = tokens[i + 2].Kind == CodeKind.String ? Text(tokens[i + 2]) : "";
                if (key == "method" && value.Length > 0) method = value;
                if (key is "baseURL" or "base_url" or "prefixUrl")
                {
                    beginning = value;
                    i += 2;
                    continue;
                }

                if (key == "params" && value.Length > 0) query += "&" + value;
                if (key is "method" or "hostname" or "timeout" or "responseType" or "encoding" || key == "params" && value.Length > 0) i += 2;
                else if ((tokens[i + 2].Kind is CodeKind.String or CodeKind.Number || Is(tokens, i + 1, ":") && tokens[i + 2].Text is "True" or "true")
                    && key is not ("url" or "uri" or "path" or "pathname" or "baseURL" or "params" or "Accept" or "Authorization"))
                {
                    query += $"&{key}={value}";
                    // "http://h/{a}{b}".format(a="shut", b="down")
                    if (tokens[i - 1].Is("(") && tokens[i - 2].Is("format") || rest.Length > 0) rest += value;
                    i += 2;
                }
                else if (key is "Accept" or "Authorization" or "Content-Type" or "User-Agent") i += 2;
                continue;
            }

            if (tokens[i].Kind != CodeKind.String) continue;
            var text = Text(tokens[i]);
            whole += text;
            var isAddress = IsWeb(text);
            if (!isAddress) rest += text;
            if (Spelled(tokens[i]) is var spelled && spelled != text) Ask("GET", isAddress ? spelled : "http://host/" + spelled.TrimStart('/'));
            web |= isAddress;
            // session.get("cart") asks no machine; "http://h/" + "stop" does.
            if (isAddress || text.StartsWith('/') || web && text.AsSpan().IndexOfAny(" {<") < 0
                || i == at + 2 && (IsPath(text) || receiver is "api" or "axios" or "ky" or "got"))
                Ask("GET", isAddress ? text : "http://host/" + text.TrimStart('/'));
        }

        if (IsWeb(whole)) Ask(method, whole);
        else if (!method.Equals("GET", StringComparison.OrdinalIgnoreCase)) Ask(method, "http://host/");
        // "http://h/{}{}".format("shut", "down"), and an address whose beginning was set where the client was made.
        if (web && rest.Length > 0 && rest.AsSpan().IndexOfAny(" {<") < 0) Ask(method, "http://host/" + rest.TrimStart('/'));
        if (beginning.Length > 0) Ask(method, (IsWeb(beginning) ? beginning : "http://host/" + beginning).TrimEnd('/') + "/" + whole.TrimStart('/'));
        if (query.Length > 0) Ask("GET", "http://host/?" + query[1..]);
        // What another name says besides, such as that a token is shown, is not for here.
        return asks || verdict is { Effect: > Effect.Read } ? verdict : null;

        void Ask(string how, string address)
        {
            var asked = Http.HttpJudge.Request(how, address, "");
            verdict = verdict is { } before ? before.And(asked) : asked;
        }
    }

    /// <summary>A proxy outside: <c>proxies={"https": "http://example.com"}</c> (requests, "Proxies"; httpx, "Proxies").</summary>
    static bool IsLedAway(List<CodeToken> tokens, int from, int to)
    {
        for (var at = from; at + 2 < to; at++)
        {
            if (tokens[at].Text.Trim('"', '\'') is not ("proxies" or "proxy" or "proxy_url" or "mounts" or "httpsAgent" or "httpAgent")
                || !Is(tokens, at + 1, "=") && !Is(tokens, at + 1, ":"))
                continue;
            var end = HandedFunctions.End(tokens, at + 2);
            if (tokens.GetRange(at + 2, end - at - 2).Exists(token => token.Kind == CodeKind.String && (SentOn.LeavesHome(token) || IsForeignHost(token)))) return true;
        }

        return false;
    }

    // "proxy.example.com", "evil.example:3128"
    static bool IsForeignHost(CodeToken token) =>
        token.Kind == CodeKind.String && HostAlone().Match(Text(token)) is { Success: true } host && !OwnNetwork.Private.Has(host.Groups["host"].Value);

    [GeneratedRegex(@"^(?<host>[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})(:\d+)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex HostAlone();

    /// <summary><c>new WebSocket("ws://h/x")</c>, <c>new EventSource("http://h/x")</c>: both ask for the address (WHATWG, "WebSockets", "Server-sent events").</summary>
    public static Verdict Opened(List<CodeToken> tokens, int at)
    {
        var first = at + 2 < tokens.Count ? tokens[at + 2] : default;
        if (first is not { Kind: CodeKind.String, Inner.Length: 0 } || HandedFunctions.End(tokens, at + 2) != at + 3 || Disguise(tokens, at + 2, at + 3) is not null)
            return Verdict.Unknown("the address is put together, and may carry something away");
        var address = Text(first);
        if (address.StartsWith("ws", StringComparison.OrdinalIgnoreCase)) address = "http" + address[2..];
        return Http.HttpJudge.Request("GET", IsWeb(address) ? address : "http://host/" + address.TrimStart('/'), "");
    }

    /// <summary>Functions that fetch an address that they are given as their first argument (pandas, "IO tools"; docs.python.org, "urllib.request").</summary>
    static readonly FrozenSet<string> Tables =
        FrozenSet.Create(StringComparer.Ordinal, "read_csv", "read_json", "read_table", "read_html", "read_xml", "read_excel", "read_parquet", "urlopen");

    /// <summary>Where the address stands, with its name or without (pandas: "filepath_or_buffer", "path_or_buf", "io", "path"); -1 where there is none.</summary>
    static int Table(List<CodeToken> tokens, int at)
    {
        for (var (start, close) = (at + 2, Paths.ClosingOf(tokens, at + 1)); start < close; start = HandedFunctions.End(tokens, start) + 1)
        {
            var value = Is(tokens, start + 1, "=") ? start + 2 : start;
            if (value < close && IsAddress(tokens[value])) return value;
        }

        return -1;
    }

    static Verdict? Fetched(List<CodeToken> tokens, int at, int start)
    {
        var (end, close) = (HandedFunctions.End(tokens, start), Paths.ClosingOf(tokens, at + 1));
        // urlopen(address, data=...) sends.
        if (tokens[at].Is("urlopen")
            && (start != at + 2 || end != at + 3 || end < close && !(Is(tokens, end + 1, "timeout") && HandedFunctions.End(tokens, end + 1) == close)))
            return null;
        if (Disguise(tokens, start, end) is { } disguise) return Verdict.Unknown(disguise);
        var whole = string.Concat(tokens.GetRange(start, end - start).Where(token => token.Kind == CodeKind.String).Select(Spelled));
        return Http.HttpJudge.Request("GET", whole, "");
    }

    /// <summary>Where each argument of a call begins, behind its name where it has one.</summary>
    static IEnumerable<int> Values(List<CodeToken> tokens, int open)
    {
        for (var (start, close) = (open + 1, Paths.ClosingOf(tokens, open)); start < close; start = HandedFunctions.End(tokens, start) + 1)
        {
            var value = Is(tokens, start + 1, "=") ? start + 2 : start;
            if (value < close) yield return value;
        }
    }

    // "system/shutdown", of a client that knows where it asks.
    static bool IsPath(string text) => text.Contains('/') && text.AsSpan().IndexOfAny(" <") < 0;

    static bool IsAddress(CodeToken token) => token.Kind == CodeKind.String && IsWeb(Text(token));

    static bool IsWeb(string text) => text.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>Functions that make another text of one.</summary>
    static readonly FrozenSet<string> Spelling =
        FrozenSet.Create(StringComparer.Ordinal, "chr", "fromCharCode", "fromCodePoint", "b64decode", "atob", "decode", "reverse", "reversed", "fromhex", "unhexlify",
            "translate", "replace", "replaceAll", "unquote", "decodeURIComponent", "decodeURI", "unescape", "swapcase", "slice", "substring", "substr", "sub", "gsub",
            "tr", "pack", "insert");

    /// <summary>Why an address may say something else than its texts do; null where it does not.</summary>
    public static string? Disguise(List<CodeToken> tokens, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (tokens[at].Kind == CodeKind.String && tokens[at].Text.Contains('\\')) return "an escape may hide what is asked for";
            if (tokens[at].Kind == CodeKind.Name && Spelling.Contains(tokens[at].Text) && Is(tokens, at + 1, "(")
                || tokens[at].Is(":") && Is(tokens, at + 1, ":") && !(at + 2 < end && tokens[at + 2].Kind == CodeKind.Name)
                || tokens[at].Kind == CodeKind.String && Is(tokens, at + 1, "["))
                return "what is asked for is put together";
        }

        return null;
    }

    /// <summary>A text with the texts that stand in its braces: <c>f'{"shut"}{"down"}'</c> is "shutdown".</summary>
    public static string Spelled(CodeToken token)
    {
        var text = Text(token);
        foreach (var inner in token.Inner)
        {
            var said = string.Concat(Quoted().Matches(inner).Select(quoted => quoted.Groups["text"].Value));
            if (said.Length == 0) continue;
            var from = text.IndexOf("{" + inner, StringComparison.Ordinal);
            // Up to the end of the field, of which a format may be part: {"shut":s}.
            var to = from < 0 ? -1 : text.IndexOf('}', from + 1 + inner.Length);
            if (to > 0) text = text[..(from > 0 && text[from - 1] is '$' or '#' ? from - 1 : from)] + said + text[(to + 1)..];
        }

        return text;
    }

    [GeneratedRegex("""(?<quote>["'`])(?<text>[^"'`]*)\k<quote>""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <summary><c>Redis(host=open(path).read() + ".example.com")</c>, <c>client("sts", endpoint_url="http://example.com")</c>: a name that carries something, or a
    /// machine of somebody's.</summary>
    public static string? Problem(List<CodeToken> tokens, int at)
    {
        if (Connected(tokens, at) is { } connected) return connected;
        if (tokens[at].Kind != CodeKind.Name || at == 0 || tokens[at - 1].Text is not ("(" or ",") || !Is(tokens, at + 1, "=") || Is(tokens, at + 2, "=")
            || at + 2 >= tokens.Count)
            return null;
        if (tokens[at].Text is "endpoint_url")
            return tokens[at + 2].Kind == CodeKind.String
                && (Text(tokens[at + 2]).StartsWith("http://localhost", StringComparison.Ordinal)
                    || Text(tokens[at + 2]).StartsWith("http://127.0.0.1", StringComparison.Ordinal))
                ? null : "requests are signed, and go to an address that is named here";
        if (!Addresses.Contains(tokens[at].Text)) return null;
        var end = at + 2;
        for (var depth = 0; end < tokens.Count && (depth > 0 || tokens[end].Text is not ("," or ")")); end++)
            depth += tokens[end].Text is "(" or "[" ? 1 : tokens[end].Text is ")" or "]" ? -1 : 0;
        return Holds(tokens, at + 1, end) ? $"what a file holds is part of '{tokens[at].Text}'" : null;
    }

    /// <summary>Arguments by which a client signs in (redis-py, minio-py, elasticsearch-py, PyMongo).</summary>
    static readonly FrozenSet<string> SigningIn =
        FrozenSet.Create(StringComparer.Ordinal, "password", "access_key", "secret_key", "api_key", "token", "auth", "http_auth", "basic_auth", "bearer_auth", "passwd");

    /// <summary>A client that is made for a machine outside, whose name tells of somebody, or that is handed one to sign in with: <c>Redis(host=users + ".example.com")</c>,
    /// <c>Minio("example.com", access_key=x)</c>.</summary>
    static string? Connected(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Kind != CodeKind.Name || !char.IsAsciiLetterUpper(tokens[at].Text[0]) || !Is(tokens, at + 1, "(")) return null;
        var (foreign, signs, varies) = (false, false, false);
        for (var (start, close) = (at + 2, Paths.ClosingOf(tokens, at + 1)); start < close; start = HandedFunctions.End(tokens, start) + 1)
        {
            var named = Is(tokens, start + 1, "=") && tokens[start].Kind == CodeKind.Name;
            var (value, end) = (named ? start + 2 : start, HandedFunctions.End(tokens, start));
            if (value >= end) continue;
            var holds = Enumerable.Range(value, end - value).Any(i => StoredRows.IsOfSomebody(tokens, i) || SentOn.TellsOfHere(tokens, i));
            if (named && SigningIn.Contains(tokens[start].Text) && Enumerable.Range(value, end - value).Any(i => tokens[i].Kind == CodeKind.Name)) signs = true;
            if (named ? !Addresses.Contains(tokens[start].Text) : start != at + 2) continue;
            var outside = tokens.GetRange(value, end - value)
                .Exists(token => token.Kind == CodeKind.String && (SentOn.LeavesHome(token) || end == value + 1 && IsForeignHost(token)));
            foreign |= outside;
            varies |= outside && holds;
        }

        return varies ? "the name of the machine that is spoken to holds what is told of somebody" : foreign && signs ? "it signs in at a machine that may be somebody's" : null;
    }

    /// <summary>Whether what a file or a database holds stands between two places.</summary>
    static bool Holds(List<CodeToken> tokens, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (tokens[i].Kind == CodeKind.Name && (SentOn.Contents.Contains(tokens[i].Text) && Is(tokens, i + 1, "(") || IsStored(tokens, i))) return true;
            if (tokens[i].Inner?.Any(inner =>
                Stored.Any(name => inner.Contains("." + name, StringComparison.Ordinal))
                    || SentOn.Contents.Any(name => inner.Contains(name + "(", StringComparison.Ordinal))) == true)
                return true;
        }

        return false;
    }

    /// <summary><c>User.objects</c>, <c>User.find(...)</c>, <c>pd.read_csv(...)</c>.</summary>
    public static bool IsStored(List<CodeToken> tokens, int at) =>
        Stored.Contains(tokens[at].Text) && at > 0 && tokens[at - 1].Is(".") && (tokens[at].Text is "objects" || Is(tokens, at + 1, "("));

    // Clients take the blanks off an address.
    static string Text(CodeToken token) => token.Text.AsSpan().TrimStart("rbuftRBUFT").Trim("\"'`").TrimStart().ToString();

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);
}
