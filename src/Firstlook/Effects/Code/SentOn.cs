using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// What a file holds, or a program prints, and then goes to another machine in a request: <c>key = open(path).read()</c>, and further on
/// <c>requests.get(address + key)</c>. Which variable holds it is not followed: where any is read, no request may hold a variable.
/// </summary>
internal static class SentOn
{
    /// <summary>Calls that give what a file holds or a program prints.</summary>
    public static readonly FrozenSet<string> Contents = FrozenSet.Create(StringComparer.Ordinal, "open", "read", "readlines", "read_text", "read_bytes", "binread", "foreach", "check_output", "getoutput", "readFileSync", "readFile", "execSync", "popen", "Popen", "getstatusoutput");

    static readonly FrozenSet<string> Requests = FrozenSet.Create(StringComparer.Ordinal, "get", "head", "options", "get_response", "urlopen", "fetch", "gethostbyname", "gethostbyname_ex", "getaddrinfo", "getaddress", "lookup", "resolve4", "resolve", "resolve6", "resolveTxt", "resolveAny", "read_csv", "read_json", "read_table", "read_html", "read_xml", "read_excel", "read_parquet", "get_print", "EventSource", "WebSocket");

    /// <summary>What requests are made by.</summary>
    public static readonly FrozenSet<string> Clients = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "requests", "httpx", "session", "client", "http", "https", "axios", "HTTParty", "Faraday", "RestClient", "urllib3", "socket", "dns", "request", "Resolv", "got", "ky", "superagent", "aiohttp");

    /// <summary>Where each such request stands, and why it waits.</summary>
    public static IEnumerable<(int Position, string Why)> Problems(List<CodeToken> tokens, CodeFamily family)
    {
        var read = tokens.Index().Any(token => token.Item.Kind == CodeKind.Name && Contents.Contains(token.Item.Text) && (Is(tokens, token.Index + 1, "(") || family == CodeFamily.Ruby));
        if (!read && !(family != CodeFamily.Ruby && tokens.Index().Any(token => IsKept(tokens, token.Index)))) yield break;
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind == CodeKind.Name && Requests.Contains(tokens[at].Text) && tokens[at + 1].Is("(") && IsRequest(tokens, at) && HoldsVariable(tokens, at + 1) && (read || !GoesHome(tokens, at + 1)))
                yield return (tokens[at].Start, $"what a file holds may be sent to another machine by {tokens[at].Text}()");
        }
    }

    /// <summary>By its name alone, by who is asked, or by an address between its brackets: <c>d.get(key)</c> is none.</summary>
    static bool IsRequest(List<CodeToken> tokens, int at) =>
        tokens[at].Text is not ("get" or "head" or "options" or "lookup") || (at > 1 && tokens[at - 1].Is(".") && Clients.Contains(tokens[at - 2].Text))
        || Within(tokens, at + 1).Any(i => tokens[i].Kind == CodeKind.String && tokens[i].Text.Contains("://", StringComparison.Ordinal));

    static bool HoldsVariable(List<CodeToken> tokens, int open) =>
        Within(tokens, open).Any(i => tokens[i].Kind == CodeKind.Name ? IsVariable(tokens, i) : tokens[i].Inner is { Length: > 0 });

    /// <summary>Neither a call, nor the name of an argument, nor what stands behind a dot.</summary>
    static bool IsVariable(List<CodeToken> tokens, int at) =>
        tokens[at].Text is not ("True" or "False" or "None" or "true" or "false" or "null" or "nil" or "not" or "and" or "or") && !tokens[at - 1].Is(".") && !Is(tokens, at + 1, "(") && !Is(tokens, at + 1, ":") && !(Is(tokens, at + 1, "=") && !Is(tokens, at + 2, "="));

    static IEnumerable<int> Within(List<CodeToken> tokens, int open)
    {
        var depth = 0;
        for (var at = open; at < tokens.Count; at++)
        {
            if (tokens[at].Is("(")) depth++;
            else if (tokens[at].Is(")") && --depth == 0) yield break;
            else yield return at;
        }
    }

    /// <summary>Whether a secret of the application's settings, or what a browser keeps of somebody, stands between the brackets of a call that may go to a machine outside.</summary>
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
        var address = open + 1 < tokens.Count ? tokens[open + 1] : default;
        if (address.Kind == CodeKind.Name) return Kept.Contains(address.Text) && !Browser.Contains(address.Text) && !IsKept(tokens, open + 1);
        if (address.Kind != CodeKind.String) return false;
        var text = address.Text.AsSpan().TrimStart("rbuf").Trim("\"'`").ToString();
        if (text is ['{', ..] or ['$', '{', ..]) return address.Inner is [var first, ..] && Array.Exists(["settings.", "config.", "conf.", "cfg."], root => first.StartsWith(root, StringComparison.Ordinal)) && !Keeps(first);
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && OwnNetwork.Has(uri.Host) && !(open + 2 < tokens.Count && (tokens[open + 2].Is("+") || tokens[open + 2].Kind == CodeKind.String));
    }

    // What stands in the braces of a text.
    static bool Keeps(string code) => Browser.Any(name => code.Contains(name, StringComparison.Ordinal)) || DangerousNames.IsSecret(code) && Kept.Any(name => code.Contains(name, StringComparison.Ordinal));

    static readonly FrozenSet<string> Browser = FrozenSet.Create(StringComparer.Ordinal, "cookie", "localStorage", "sessionStorage", "indexedDB");

    /// <summary>What settings are kept in (docs.djangoproject.com, "Settings"; flask.palletsprojects.com, "Configuration Handling"; npmjs.com, "config").</summary>
    static readonly FrozenSet<string> Kept = FrozenSet.Create(StringComparer.Ordinal, "settings", "config", "conf", "cfg", "secrets", "credentials", "cookie", "localStorage", "sessionStorage", "indexedDB");

    static bool IsKept(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Kind != CodeKind.Name || !Kept.Contains(tokens[at].Text)) return false;
        if (Browser.Contains(tokens[at].Text)) return !Is(tokens, at + 1, "=") && !Is(tokens, at + 1, ":");
        // settings.SECRET_KEY, config["api"]["token"], config.get("TOKEN"), settings.stripe.api_key
        for (var part = at + 1; part < Math.Min(tokens.Count, at + 10) && (tokens[part].Kind is CodeKind.Name or CodeKind.String || tokens[part].Text is "." or "[" or "]" or "(" or "?"); part++)
        {
            if (tokens[part].Kind != CodeKind.Symbol && DangerousNames.IsSecret(tokens[part].Text)) return true;
        }

        return false;
    }

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);
}
