using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// What a file holds, or a program prints, and then goes to another machine in a request: <c>key = open(path).read()</c>, and further on
/// <c>requests.get(address + key)</c>. Which variable holds it is not followed: where any is read, no request may hold a variable.
/// </summary>
internal static class SentOn
{
    /// <summary>Calls that give what a file holds or a program prints.</summary>
    public static readonly FrozenSet<string> Contents =
        FrozenSet.Create(StringComparer.Ordinal, "open", "read", "readlines", "read_text", "read_bytes", "binread", "foreach", "check_output", "getoutput",
            "readFileSync", "readFile", "execSync", "popen", "Popen", "getstatusoutput");

    static readonly FrozenSet<string> Requests =
        FrozenSet.Create(StringComparer.Ordinal, "get", "head", "options", "get_response", "urlopen", "fetch", "gethostbyname", "gethostbyname_ex", "getaddrinfo",
            "getaddress", "lookup", "resolve4", "resolve", "resolve6", "resolveTxt", "resolveAny", "read_csv", "read_json", "read_table", "read_html", "read_xml",
            "read_excel", "read_parquet", "get_print", "EventSource", "WebSocket", "create_connection", "get_server_certificate");

    /// <summary>What requests are made by.</summary>
    public static readonly FrozenSet<string> Clients =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "requests", "httpx", "session", "client", "http", "https", "axios", "HTTParty", "Faraday", "RestClient",
            "urllib3", "socket", "dns", "request", "Resolv", "got", "ky", "superagent", "aiohttp", "api", "$", "jQuery", "$http", "needle", "niquests", "treq");

    /// <summary>Requests that look a name up.</summary>
    static readonly FrozenSet<string> Lookups =
        FrozenSet.Create(StringComparer.Ordinal, "gethostbyname", "gethostbyname_ex", "getaddrinfo", "getaddress", "lookup", "resolve", "resolve4", "resolve6",
            "resolveTxt", "resolveAny", "resolveMx", "resolveNs", "resolveCname", "create_connection", "get_server_certificate");

    /// <summary>Where each such request stands, and why it waits.</summary>
    public static IEnumerable<(int Position, string Why)> Problems(List<CodeToken> tokens, CodeFamily family)
    {
        var read = tokens.Index()
            .Any(token => token.Item.Kind == CodeKind.Name && Contents.Contains(token.Item.Text) && (Is(tokens, token.Index + 1, "(") || family == CodeFamily.Ruby));
        var kept = family != CodeFamily.Ruby && tokens.Index().Any(token => IsKept(tokens, token.Index));
        var stored = tokens.Exists(token => token.Kind == CodeKind.String && LeavesHome(token))
            && tokens.Index().Any(token => token.Item.Kind == CodeKind.Name && StoredRows.Are(tokens, token.Index, family));
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            // TCPSocket.new("#{User.first.name}.example.com", 80), Faraday.new("http://example.com/#{User.first.name}")
            if (family == CodeFamily.Ruby && tokens[at] is { Kind: CodeKind.String, Inner.Length: > 0 } && LeavesHome(tokens[at]) && Devices.Calling(tokens, at) is { } by
                && by is "new" or "open" or "get" or "start" or "connect" or "URI" or "getaddress" && tokens[at].Inner.Any(HoldsRows))
                yield return (tokens[at].Start, $"what a database holds may be sent to another machine by {by}");
            if (family == CodeFamily.Ruby && tokens[at] is { Kind: CodeKind.Name, Text: "ENV" } && RubySecrets.IsSent(tokens, at))
                yield return (tokens[at].Start, "what a variable of the environment holds may be sent to another machine");
            if (tokens[at].Kind != CodeKind.Name || !Requests.Contains(tokens[at].Text)
                || !(tokens[at + 1].Is("(") || family == CodeFamily.Ruby && tokens[at + 1].Kind == CodeKind.String) || !IsRequest(tokens, at)) continue;
            var home = GoesHome(tokens, at + 1);
            if (HoldsVariable(tokens, at + 1) && (read || (kept || stored) && !home))
                yield return (tokens[at].Start, $"what a file or a database holds may be sent to another machine by {tokens[at].Text}()");
            else if (!home
                && (Within(tokens, at + 1).Any(i => tokens[i].Kind == CodeKind.String && LeavesHome(tokens[i])) || Lookups.Contains(tokens[at].Text) && IsJoined(tokens, at + 1))
                && (Within(tokens, at + 1).Any(i => StoredRows.IsOfSomebody(tokens, i) || TellsOfHere(tokens, i))
                    || tokens[at].Text is "get" or "head" or "options" or "fetch" && Within(tokens, at + 1).Any(i => IsBody(tokens, i))))
                yield return (tokens[at].Start, $"what is told of somebody, or a file, may be sent to another machine by {tokens[at].Text}()");
        }
    }

    /// <summary>Arguments of a request that carry something to whoever is asked (requests, "API"; axios, "Request Config").</summary>
    static readonly FrozenSet<string> Carrying =
        FrozenSet.Create(StringComparer.Ordinal, "data", "files", "json", "params", "cookies", "headers", "auth", "cert", "body", "content", "query");

    // requests.get(address, data=f, files={...}, auth=("me", password)), axios.get(address, {data: f})
    static bool IsBody(List<CodeToken> tokens, int at)
    {
        if (at + 2 >= tokens.Count || !Carrying.Contains(tokens[at].Text) || tokens[at - 1].Text is not ("(" or "," or "{")) return false;
        if (!Is(tokens, at + 1, ":") && !(Is(tokens, at + 1, "=") && !Is(tokens, at + 2, "="))) return false;
        if (tokens[at].Text is "cert" || tokens[at].Text is "files" && tokens[at + 2].Is("{")) return true;
        if (tokens[at + 2].Kind == CodeKind.Name) return IsVariable(tokens, at + 2) || tokens[at].Text is not "headers" && IsAnswer(tokens, at + 2);
        var end = HandedFunctions.End(tokens, at + 2);
        return Enumerable.Range(at + 2, end - at - 2)
            .Any(i => tokens[i].Kind == CodeKind.Name
                && (IsVariable(tokens, i) && (tokens[at].Text is "auth" || IsHeld(tokens[i].Text) || ProvesWhoAsks(tokens, i) || IsPaired(tokens, i))
                    || StoredRows.Are(tokens, i + 2 < tokens.Count && tokens[i + 1].Is(".") ? i + 2 : i, CodeFamily.Ruby) || IsCounted(tokens, i)));
    }

    // get_users(), with what it answers about people or rows; what computes a time or a number tells nothing.
    static bool IsAnswer(List<CodeToken> tokens, int at) =>
        Is(tokens, at + 1, "(") && Lexicon.WordsOf(tokens[at].Text) is ["get" or "fetch" or "list" or "load" or "read" or "find" or "export" or "dump", _, ..];

    // headers={"Authorization": t}, [("a", x)]
    static bool ProvesWhoAsks(List<CodeToken> tokens, int at) =>
        at > 1 && tokens[at - 1].Is(":") && tokens[at - 2].Text.Trim('"', '\'').ToLowerInvariant()
            is "authorization" or "proxy-authorization" or "cookie" or "x-api-key" or "x-auth-token"
            or "x-vault-token" or "private-token";

    static bool IsPaired(List<CodeToken> tokens, int at) =>
        at > 3 && tokens[at - 1].Is(",") && tokens[at - 2].Kind == CodeKind.String && tokens[at - 3].Is("(") && tokens[at - 4].Text is "[" or ",";

    static bool HoldsRows(string code) =>
        new CodeLexer(code, CodeFamily.Ruby).Read() is { Problem: null } lexer
            && Enumerable.Range(0, lexer.Tokens.Count)
                .Any(at => lexer.Tokens[at].Kind == CodeKind.Name && (StoredRows.Are(lexer.Tokens, at, CodeFamily.Ruby) || IsCounted(lexer.Tokens, at)));

    // User.count: how many there are of somebody's rows
    static bool IsCounted(List<CodeToken> tokens, int at) =>
        at + 2 < tokens.Count && tokens[at + 1].Is(".") && char.IsAsciiLetterUpper(tokens[at].Text[0])
            && tokens[at + 2].Text is "count" or "sum" or "maximum" or "minimum" or "average";

    /// <summary>A name under a domain that may be anybody's, which is put together of labels: <c>".".join([x, "example", "com"])</c>.</summary>
    static bool IsJoined(List<CodeToken> tokens, int open)
    {
        var inside = Within(tokens, open).ToList();
        if (!inside.Any(i => tokens[i].Is("join"))) return false;
        var labels = inside.Where(i => tokens[i].Kind == CodeKind.String).Select(i => tokens[i].Text.Trim('"', '\'', '`')).Where(label => label.Trim('.').Length > 0).ToList();
        return labels.Count > 1 && !OwnNetwork.Private.Has("x." + string.Join('.', labels));
    }

    /// <summary>Whether a variable by its name holds what was read, or what lets somebody in: <c>token</c>, <c>payload</c>.</summary>
    static bool IsHeld(string name) =>
        SecretFields.Are(name) || DangerousNames.IsSecret(name)
            || Lexicon.WordsOf(name) is [.., "data" or "payload" or "body" or "content" or "contents" or "output" or "dump" or "text" or "secrets" or "creds" or "pw" or "pwd"
                or "config" or "settings" or "token" or "key" or "result" or "results" or "lines" or "stdout"];

    /// <summary>A variable of that kind, or the name of this machine or its user.</summary>
    public static bool TellsOfHere(List<CodeToken> tokens, int at) =>
        tokens[at].Kind == CodeKind.Name
            && (tokens[at].Text is "gethostname" or "getfqdn" or "getuser" or "getlogin" or "uname" or "hostname" or "userInfo" && Is(tokens, at + 1, "(")
                || IsVariable(tokens, at) && !Is(tokens, at + 1, ".") && IsHeld(tokens[at].Text))
        || tokens[at].Inner is { Length: > 0 } inner && LeavesHome(tokens[at]) && inner.Any(IsHeld);

    /// <summary>Whether a text is an address, or the end of a name, of a machine that may be anybody's: <c>"http://example.com/"</c>, <c>".example.com"</c>.</summary>
    public static bool LeavesHome(CodeToken token)
    {
        var text = token.Text.AsSpan().TrimStart("rbufRBUF").Trim("\"'`").ToString();
        if (text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme) return !OwnNetwork.Private.Has(text[(scheme + 3)..].Split('/', '?', ':', '#')[0]);
        if (text.StartsWith("%s.", StringComparison.Ordinal)) text = text[2..];
        var suffix = text.LastIndexOf('}') is >= 0 and var field ? text[(field + 1)..] : text;
        return suffix.StartsWith('.') && suffix.IndexOf('.', 1) > 0 && !suffix.Any(" /()[]".Contains) && !OwnNetwork.Private.Has("x" + suffix);
    }

    /// <summary>By its name alone, by who is asked, or by an address between its brackets: <c>d.get(key)</c> is none.</summary>
    static bool IsRequest(List<CodeToken> tokens, int at) =>
        tokens[at].Text is not ("get" or "head" or "options" or "lookup" or "resolve") || (at > 1 && tokens[at - 1].Is(".") && Clients.Contains(tokens[at - 2].Text))
        || Within(tokens, at + 1)
            .Any(i => tokens[i].Kind == CodeKind.String
                && (tokens[i].Text.Contains("://", StringComparison.Ordinal) || Lookups.Contains(tokens[at].Text) && LeavesHome(tokens[i])));

    static bool HoldsVariable(List<CodeToken> tokens, int open) =>
        Within(tokens, open).Any(i => tokens[i].Kind == CodeKind.Name ? IsVariable(tokens, i) : tokens[i].Inner is { Length: > 0 });

    /// <summary>Neither a call, nor the name of an argument, nor what stands behind a dot.</summary>
    static bool IsVariable(List<CodeToken> tokens, int at) =>
        tokens[at].Text is not ("True" or "False" or "None" or "true" or "false" or "null" or "nil" or "not" or "and" or "or") && !tokens[at - 1].Is(".")
            && !Is(tokens, at + 1, "(") && !Is(tokens, at + 1, ":") && !(Is(tokens, at + 1, "=") && !Is(tokens, at + 2, "="));

    static IEnumerable<int> Within(List<CodeToken> tokens, int open)
    {
        var depth = 0;
        for (var at = open; at < tokens.Count; at++)
        {
            // Ruby's calls need no brackets.
            if (depth == 0 && !tokens[open].Is("(") && (tokens[at].Kind == CodeKind.Newline || tokens[at].Is(";"))) yield break;
            if (tokens[at].Is("(")) depth++;
            else if (tokens[at].Is(")") && --depth == 0) yield break;
            else yield return at;
        }
    }

    /// <summary>Whether a secret of the application's settings, or what a browser keeps of somebody, stands between the brackets of a call that may go to a machine
    /// outside.</summary>
    public static bool Secret(List<CodeToken> tokens, int open)
    {
        var close = Paths.ClosingOf(tokens, open);
        if (GoesHome(tokens, open)) return false;
        for (var at = open + 1; at < close; at++)
        {
            if (IsKept(tokens, at) || tokens[at].Inner is { Length: > 0 } inner && inner.Any(Keeps)) return true;
        }

        return close - open >= Paths.MostInBrackets;
    }

    /// <summary>Whether the address is of the own network, or itself one of the settings.</summary>
    static bool GoesHome(List<CodeToken> tokens, int open)
    {
        var place = tokens[open].Is("(") ? open + 1 : open;
        // URI("http://h/")
        while (place + 1 < tokens.Count && tokens[place].Text is "URI" or "parse" or "." or "(") place++;
        var address = place < tokens.Count ? tokens[place] : default;
        if (address.Kind == CodeKind.Name) return Kept.Contains(address.Text) && !Browser.Contains(address.Text) && !IsKept(tokens, place);
        if (address.Kind != CodeKind.String) return false;
        var text = address.Text.AsSpan().TrimStart("rbuf").Trim("\"'`").ToString();
        if (text is ['{', ..] or ['$', '{', ..])
            return address.Inner is [var first, ..] && Array.Exists(["settings.", "config.", "conf.", "cfg."], root => first.StartsWith(root, StringComparison.Ordinal))
                && !Keeps(first);
        // What stands behind a slash is no part of the name.
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && OwnNetwork.Private.Has(uri.Host)
            && (text.IndexOf('/', text.IndexOf("://", StringComparison.Ordinal) + 3) > 0
                || !(place + 1 < tokens.Count && (tokens[place + 1].Is("+") || tokens[place + 1].Kind == CodeKind.String)));
    }

    // What stands in the braces of a text.
    static bool Keeps(string code) =>
        Browser.Any(name => code.Contains(name, StringComparison.Ordinal))
            || DangerousNames.IsSecret(code) && Kept.Any(name => code.Contains(name, StringComparison.Ordinal));

    static readonly FrozenSet<string> Browser = FrozenSet.Create(StringComparer.Ordinal, "cookie", "localStorage", "sessionStorage", "indexedDB");

    /// <summary>What settings are kept in (docs.djangoproject.com, "Settings"; flask.palletsprojects.com, "Configuration Handling"; npmjs.com, "config").</summary>
    static readonly FrozenSet<string> Kept =
        FrozenSet.Create(StringComparer.Ordinal, "settings", "config", "conf", "cfg", "secrets", "credentials", "cookie", "localStorage", "sessionStorage", "indexedDB");

    static bool IsKept(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Kind != CodeKind.Name || !Kept.Contains(tokens[at].Text)) return false;
        if (Browser.Contains(tokens[at].Text)) return !Is(tokens, at + 1, "=") && !Is(tokens, at + 1, ":");
        // settings.SECRET_KEY, config["api"]["token"], config.get("TOKEN"), settings.stripe.api_key
        for (var part = at + 1; part < Math.Min(tokens.Count, at + 10)
            && (tokens[part].Kind is CodeKind.Name or CodeKind.String || tokens[part].Text is "." or "[" or "]" or "(" or "?"); part++)
        {
            if (tokens[part].Kind != CodeKind.Symbol && DangerousNames.IsSecret(tokens[part].Text)) return true;
        }

        return false;
    }

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);
}
