using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Programs that speak to other machines.</summary>
internal static partial class Hooks
{
    /// <summary>snmpcmd(1): the community is a password, and goes to whatever machine is named; "public" is none.</summary>
    static Verdict ToOwnNetwork(Invocation call, Parsed parsed) =>
        parsed.Operands.FirstOrDefault() is { Text: { } agent } && parsed.Values("-c", "-A", "-X").Any(value => value.Text is not "public")
        && UnlistedValues.LeadsAway(agent[(agent is ['u', 'd', 'p', ':', ..] or ['t', 'c', 'p', ':', ..] ? 4 : 0)..], call.Scope.Tools.Network)
            ? Verdict.Unknown("the community, or a password, goes to another network") : Neutral;

    /// <summary>curl(1): the method follows from the options, and what a request does from method, host and path.</summary>
    static Verdict Curl(Invocation call, Parsed parsed)
    {
        var bodies = parsed.Values("-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--data-urlencode", "--json", "-F", "--form", "--form-string").ToList();
        var method = parsed.Values("-X", "--request").Select(value => value.Text).LastOrDefault();
        if (method is not null && (method.Contains(Argument.Hole) || method.Length == 0)) return Verdict.Unknown("the method is not known");
        var asGet = parsed.Has("-G", "--get");
        method ??= parsed.Has("-I", "--head") ? "HEAD" : bodies.Count > 0 && !asGet ? "POST" : "GET";
        var verdict = new Verdict(Effect.None, EffectTags.None, "");
        foreach (var body in bodies)
        {
            if (SendsFile(body.Text, parsed) || body.Text is "@-" && call.Input.HoldsFile) verdict = verdict.And(Verdict.Destructive($"'{body.Shown}' sends a file away"));
        }
        foreach (var output in parsed.Values("-o", "--output"))
        {
            if (output.Text is not ("/dev/null" or "-" or "/dev/stdout" or "/dev/stderr")) verdict = verdict.And(Written("-o", output));
        }
        foreach (var cookie in parsed.Values("-w", "--write-out", "-H", "--header"))
        {
            if (cookie.Text.StartsWith('@')) verdict = verdict.And(Verdict.Unknown($"'{cookie.Shown}' is read from a file"));
            if (cookie.Text.Contains("%output{", StringComparison.Ordinal)) verdict = verdict.And(Verdict.Destructive("'%output{' writes a file"));
        }
        // curl(1), "--retry": the pauses grow to ten minutes each.
        if (parsed.Values("--retry").Any(times => Amount(times) > 100)) verdict = verdict.And(EffectTags.Hang);
        if (parsed.Values("-H", "--header").Any(Overrides)) verdict = verdict.And(Verdict.Unknown("a header overrides the method or the path"));
        verdict = verdict.And(EndedLines(parsed));
        if (parsed.Values("--url").Any(url => url.Text.StartsWith('@'))) return verdict.And(Verdict.Destructive("'--url @' fetches what a file lists, and writes a file for each"));
        var urls = parsed.Operands.Concat(parsed.Values("--url")).ToList();
        if (urls.Count == 0) return verdict.And(Verdict.Unknown("curl without an address"));
        // curl(1), "-G": the data becomes the query.
        var data = string.Join('&', bodies);
        verdict = verdict.And(Chosen(urls)).And(Slowly(parsed, urls));
        var plain = bodies.Count == 0 && !parsed.Has("-X", "--request", "-I", "--head", "-T", "--upload-file");
        foreach (var url in urls)
            verdict = verdict.And(plain && OtherProtocol(url.Text, call.Input) is { } other ? other
                : Http.HttpJudge.Request(method, asGet && data.Length > 0 ? url.Text + (url.Text.Contains('?') ? "&" : "?") + data : url.Text, asGet ? "" : data));
        if (parsed.Values("--unix-socket").Any(socket => urls.Exists(url => Http.LongGets.AreOfEngine(socket.Text, url.Text)))) verdict = verdict.And(EffectTags.Hang);
        return verdict.And(HeaderTags(parsed.Values("-H", "--header", "-b", "--cookie"))).And(UserInfo(urls));
    }

    /// <summary>
    /// curl(1), "PROTOCOLS": with no command and nothing to send, ftp lists or fetches, and telnet connects. A path with an encoded line's end is none that curl takes
    /// (everything curl, "FTP"), and whatever an address of the web could not be asked for plainly is not asked for here.
    /// </summary>
    static Verdict? OtherProtocol(string url, Input input) =>
        url.StartsWith("ftp://", StringComparison.Ordinal) || url.StartsWith("ftps://", StringComparison.Ordinal)
            ? url.Contains('%') ? null : Http.HttpJudge.Request("GET", "http" + url[url.IndexOf(':')..], "")
            : !ConnectsAlone().IsMatch(url) ? null
            : input.Kind == InputKind.Empty ? Verdict.Read("it only connects")
            : input.Kind == InputKind.Inherited ? Verdict.Read("it opens a session", EffectTags.Hang | EffectTags.Interactive) : null;

    [GeneratedRegex(@"^telnet://[\w.\uFFFC-]+(:[\d\uFFFC]+)?/?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ConnectsAlone();

    /// <summary>An answer that is written to a file.</summary>
    static Verdict Written(string option, Argument file) =>
        AddedFiles.IsNew(file) ? Verdict.Reversible($"'{option} {file.Shown}' makes a file that is named by the time")
            : Verdict.Destructive($"'{option} {file.Shown}' writes a file");

    /// <summary>A header that says what is really asked for (learn.microsoft.com, "URL Rewrite"; symfony.com, CVE-2018-14773), or that ends before a line of its own.</summary>
    static bool Overrides(Argument header) =>
        Array.Exists(OverridingHeaders, name => header.Text.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            || header.Text.AsSpan().ContainsAny('\r', '\n') && header.Text.IndexOf(':') > 0;

    static readonly string[] OverridingHeaders = ["X-HTTP-Method", "X-Method-Override", "X-Original-URL", "X-Rewrite-URL"];

    /// <summary>What goes out as a body, or says what is shown: lines may end there.</summary>
    static readonly FrozenSet<string> Bodies =
        FrozenSet.Create(StringComparer.Ordinal, "-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--data-urlencode", "--json", "-F", "--form",
            "--form-string", "-w", "--write-out", "--post-data", "--body-data");

    // Elsewhere a line's end goes out as it stands, and what is behind it may be a header or a request of its own (RFC 9112, section 11.1).
    static Verdict EndedLines(Parsed parsed) =>
        parsed.Options.Where(option => option.Value is not null && !(Bodies.Contains(option.Name) && !(option.Name == "-w" && parsed.Node.Path == "wget")))
            .Select(option => option.Value!.Value).Concat(parsed.Operands).Any(value => value.Text.AsSpan().ContainsAny('\r', '\n'))
            ? Verdict.Unknown("a line ends inside a header or an address") : Neutral;

    // Whoever answers with an address decides where the request goes, and what it does there.
    static Verdict Chosen(IEnumerable<Argument> urls) =>
        urls.Any(url => url.Answered) ? Verdict.Unknown("the address is what another program answers") : new Verdict(Effect.None, EffectTags.None, "");

    /// <summary>A header that carries a credential as it stands; one that names a variable does not show it.</summary>
    static EffectTags HeaderTags(IEnumerable<Argument> headers)
    {
        foreach (var header in headers)
        {
            var colon = header.Text.IndexOf(':');
            if (colon < 0) continue;
            var name = header.Text[..colon].Trim();
            if (!name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) && !DangerousNames.IsSecret(name.Replace('-', '_'))
                && !name.Equals("Cookie", StringComparison.OrdinalIgnoreCase)) continue;
            return EffectTags.Secret;
        }
        return EffectTags.None;
    }

    static EffectTags UserInfo(IEnumerable<Argument> urls) =>
        urls.Any(url =>
            url.Text.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme && url.Text.IndexOf('@', scheme) is > 0 and var at
                && url.Text.AsSpan(scheme + 3, at - scheme - 3) is var user && user.IndexOf('/') < 0 && user.IndexOf(':') >= 0)
            ? EffectTags.Secret : EffectTags.None;

    static bool SendsFile(string body, Parsed parsed)
    {
        if (body.StartsWith('@')) return !parsed.Has("--data-raw", "--form-string") && body is not "@-";
        if (parsed.Has("--data-urlencode") && body.IndexOf('@') is > 0 and var at && body.IndexOf('=') is var equals && (equals < 0 || equals > at)) return true;
        return parsed.Has("-F", "--form") && (body.Contains("=@", StringComparison.Ordinal) || body.Contains("=<", StringComparison.Ordinal));
    }

    /// <summary>wget(1): without <c>-O -</c> it writes a file named by the server.</summary>
    static Verdict Wget(Invocation call, Parsed parsed)
    {
        var method = parsed.Values("--method").Select(value => value.Text).LastOrDefault();
        var bodies = parsed.Values("--post-data", "--body-data").ToList();
        method ??= bodies.Count > 0 ? "POST" : parsed.Has("--spider") ? "HEAD" : "GET";
        var outputs = parsed.Values("-O", "--output-document").ToList();
        var verdict = new Verdict(Effect.None, EffectTags.None, "");
        if (!parsed.Has("--spider"))
        {
            if (outputs.Count == 0) verdict = Verdict.Destructive("wget without -O writes a file named by the server");
            foreach (var output in outputs)
            {
                if (output.Text is not ("-" or "/dev/null" or "/dev/stdout")) verdict = verdict.And(Written("-O", output));
            }
        }
        verdict = verdict.And(WithoutEnd(parsed));
        if (parsed.Operands.Count == 0) return verdict.And(Verdict.Unknown("wget without an address"));
        if (parsed.Values("--header").Any(Overrides)) verdict = verdict.And(Verdict.Unknown("a header overrides the method or the path"));
        verdict = verdict.And(EndedLines(parsed)).And(Chosen(parsed.Operands));
        foreach (var url in parsed.Operands) verdict = verdict.And(Http.HttpJudge.Request(method, url.Text, string.Join('&', bodies)));
        return verdict.And(HeaderTags(parsed.Values("--header"))).And(UserInfo(parsed.Operands));
    }

    /// <summary>
    /// es_util of the cluster-logging images: <c>--query=PATH</c> goes to the cluster beside it, and whatever else it is given to curl
    /// (openshift/origin-aggregated-logging, elasticsearch/utils/es_util).
    /// </summary>
    static Verdict EsUtil(Invocation call, Parsed parsed)
    {
        string? query = null;
        var words = new List<Argument> { new("curl") };
        for (var at = 0; at < parsed.Operands.Count; at++)
        {
            var word = parsed.Operands[at];
            if (word.Text.StartsWith("--query", StringComparison.Ordinal))
            {
                if (query is not null || !word.Text.StartsWith("--query=", StringComparison.Ordinal)) return Verdict.Unknown("what is asked of the cluster is not known");
                query = word.Text["--query=".Length..];
            }
            else words.Add(word);
        }
        return query is null
            ? Verdict.Unknown("es_util without a query") : CommandJudge.Judge(call.Inner([.. words, new Argument("https://localhost:9200/" + query.TrimStart('/'))]));
    }

    /// <summary>A check that asks for a page (monitoring-plugins.org, "check_http"): a GET of that path may act as any other does.</summary>
    static Verdict AskedPath(Invocation call, Parsed parsed)
    {
        var verdict = Neutral;
        foreach (var path in parsed.Values("-u", "--url", "-U", "--uri"))
            verdict = verdict.And(Http.HttpJudge.Request("GET",
                path.Text.Contains("://", StringComparison.Ordinal) ? path.Text : "http://localhost/" + path.Text.TrimStart('/'), ""));
        return verdict;
    }

    static readonly HashSet<string> HttpieFlags = new(StringComparer.Ordinal)
    {
        "-h", "-b", "-v", "-F", "-j", "-I", "--headers", "--body", "--verbose", "--check-status", "--follow", "--ignore-stdin", "--json", "--verify=no", "--pretty=none",
            "--print=b", "--print=h", "--print=Hh", "--print=hb", "--timeout", "--style=auto", "--offline",
    };

    /// <summary>HTTPie, "Request items": the first separator of an item says what it is; data, files and standard input make the request a POST.</summary>
    static Verdict Httpie(Invocation call, Parsed parsed)
    {
        var words = new List<Argument>();
        for (var at = 0; at < parsed.Operands.Count; at++)
        {
            var word = parsed.Operands[at];
            if (!word.IsOption) words.Add(word);
            else if (!HttpieFlags.Contains(word.Text) && !word.Text.StartsWith("--timeout=", StringComparison.Ordinal))
                return Verdict.Unlisted($"the option '{word.Shown}' of {call.Name} is not known");
            else if (word.Text == "--timeout") at++;
        }
        var named = words.Count > 1 && words[0].Text.Length > 0 && words[0].Text.All(char.IsAsciiLetter);
        var rest = words.Skip(named ? 1 : 0).ToList();
        if (rest.Count == 0) return Verdict.Unknown($"{call.Name} without an address");
        var items = rest.Skip(1).ToList();
        if (items.Exists(item => ItemFile().IsMatch(item.Text))) return Verdict.Destructive("it sends a file away");
        if (items.Exists(Overrides)) return Verdict.Unknown("a header overrides the method or the path");
        if (items.Any(item => !item.Known && item.Text.AsSpan().IndexOfAny('=', ':') < 0)) return Verdict.Unknown("an item of the request is not known");
        var ignores = parsed.Operands.Any(word => word.Text is "--ignore-stdin" or "-I");
        var fed = call.Input.Kind is InputKind.Pipe or InputKind.File or InputKind.Text && !ignores;
        if (fed && call.Input.HoldsFile) return Verdict.Destructive("it sends away what a file or a database holds");
        var posts = fed || items.Any(IsHttpieData);
        if (parsed.Operands.Any(word => word.Text == "--offline")) return Verdict.Read("'--offline' prints the request, and sends none");
        var judged = Request(named ? words[0].Text : posts ? "POST" : "GET");
        // HTTPie, "Scripting": a standard input that is no terminal makes it a POST, be it empty. What is run here has none.
        // Of what comes through a pipe it is not known whether the request is about it.
        var meant = items.Any(IsHttpieData) || call.Input.Kind is InputKind.Text or InputKind.File;
        return named || meant || ignores || Request("POST").Effect <= Effect.Read ? judged
            : judged.And(Verdict.Unknown("without a terminal it sends a POST: GET before the address, or --ignore-stdin, has it ask only"));

        Verdict Request(string method) => Http.HttpJudge.Request(method, Asked(rest[0].Text, items), string.Join('&', items)).And(Chosen(rest.Take(1)));

        // name==value becomes a part of the address.
        static string Asked(string url, List<Argument> items)
        {
            var query = string.Join('&',
                items.Where(item => item.Text.Contains("==", StringComparison.Ordinal)).Select(item => item.Text.Replace("==", "=", StringComparison.Ordinal)));
            return query.Length == 0 ? url : url + (url.Contains('?') ? "&" : "?") + query;
        }
    }

    // httpie.io/docs, "Request items": name@file, name=@file, name:=@file, name==@file, header:@file.
    [GeneratedRegex(@"^([^=:@\\]|\\.)*(=|:=|==|:)?@", RegexOptions.ExplicitCapture)]
    private static partial Regex ItemFile();

    /// <summary>True for <c>name=value</c>, <c>name:=json</c> and files; false for a header (<c>name:value</c>) and a query (<c>name==value</c>).</summary>
    static bool IsHttpieData(Argument item)
    {
        var at = item.Text.AsSpan().IndexOfAny('=', ':', '@');
        if (at < 0) return true;
        var next = at + 1 < item.Text.Length ? item.Text[at + 1] : '\0';
        return item.Text[at] switch
        {
            ':' => next is '=' or '@',
            '=' => next != '=',
            _ => true,
        };
    }

    static Verdict Ping(Invocation call, Parsed parsed)
    {
        foreach (var pause in parsed.Values("-i"))
        {
            if (!double.TryParse(pause.Text, out var seconds) || seconds < 0.2) return Verdict.Disruptive($"'-i {pause.Shown}' floods the network");
        }
        // ping(8), "-b": every machine of a network answers; "-l": so many go out at once. To Windows, which knows no "-c", the latter is a size.
        if (call.Name is "ping" && (parsed.Has("-b") || parsed.Has("-c") && parsed.Values("-l").Any(preload => Amount(preload) > 100)))
            return Verdict.Read("it loads the network", EffectTags.Cost);
        if (call.Name is "ping" or "ping6" && parsed.Has("-c") && parsed.Values("-W", "-w").Any(wait => Amount(wait) > LongestWait))
            return Verdict.Read("it waits for as long as nobody does", EffectTags.Hang);
        return parsed.Has("-c", "-w", "-C") ? Neutral : Verdict.Read("ping without -c goes on until it is stopped", EffectTags.Hang);
    }

    /// <summary>ncat(1): a port probe (<c>-z</c>) reads; a connection carries whatever it is fed.</summary>
    static Verdict Netcat(Invocation call, Parsed parsed)
    {
        if (parsed.Has("-z", "--zero")) return Verdict.Read("'-z' only tests the port");
        if (parsed.Has("-l", "-L", "--listen")) return Verdict.Unknown("'-l' listens for anybody", EffectTags.Hang);
        return call.Input switch
        {
            { Kind: InputKind.Empty } => Verdict.Read("it only connects"),
            { Kind: InputKind.Text, Text: { } text } when Asks(text) => Verdict.Read("it asks for state"),
            { Kind: InputKind.Text, Text: { } told } when Tells(told) is { } judged => judged,
            { Kind: InputKind.Inherited } when parsed.Has("-w", "-v", "--wait", "--verbose") =>
                Verdict.Read("it only connects", parsed.Has("-w", "--wait") ? EffectTags.None : EffectTags.Hang),
            { Kind: InputKind.Inherited } => Verdict.Read("it opens a session", EffectTags.Interactive | EffectTags.Hang),
            _ => Verdict.Unknown("it sends what it is fed"),
        };
    }

    /// <summary>ZooKeeper's four-letter words that read, and memcached's and Redis's of the same kind.</summary>
    static readonly HashSet<string> Greetings = new(StringComparer.Ordinal)
    {
        "ruok", "stat", "srvr", "mntr", "conf", "cons", "envi", "dump", "wchs", "isro", "stats", "PING", "ping", "INFO", "info", "version", "stats slabs", "stats items",
            "peek-ready", "peek-delayed", "peek-buried", "list-tubes", "list-tube-used", "list-tubes-watched", "stats settings", "stats conns", "QUIT", "quit",
    };

    /// <summary>socat(1): a client of a socket that is fed a known question.</summary>
    static Verdict Socat(Invocation call, Parsed parsed)
    {
        var ends = parsed.Operands;
        var plain = ends.Count == 2 && ends.Count(end => end.Text.ToLowerInvariant() is "stdio" or "-" or "stdin") == 1
            && ends.All(end => end.Known && !end.Text.Contains(',') && !end.Text.Contains('!'));
        var server = plain ? ends.First(end => end.Text.ToLowerInvariant() is not ("stdio" or "-" or "stdin")).Text.ToLowerInvariant() : "";
        var connects = server.StartsWith('/') || server.StartsWith("unix-connect:/", StringComparison.Ordinal) || server.StartsWith("unix:/", StringComparison.Ordinal)
            || server.StartsWith("tcp:", StringComparison.Ordinal) || server.StartsWith("tcp4:", StringComparison.Ordinal)
            || server.StartsWith("tcp-connect:", StringComparison.Ordinal);
        if (connects && call.Input is { Kind: InputKind.Text, Text: { } told } && Tells(told) is { } judged) return judged;
        return connects && call.Input is { Kind: InputKind.Text, Text: { } text } && Asks(text)
            ? Verdict.Read("it asks for state") : Verdict.Unknown("socat joins any two ends, programs among them");
    }

    /// <summary>Commands that change a server through its socket: HAProxy's Runtime API, memcached's protocol. Null for any other text.</summary>
    static Verdict? Tells(string text)
    {
        Verdict? verdict = null;
        foreach (var line in text.Trim().Split(';', '\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (Asks(line)) continue;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Verdict? judged = (words[0], words.Length > 1 ? words[1] : "") switch
            {
                // HAProxy Management Guide, "set server", "enable server": it takes requests again, or another share of them.
                ("set", "server") when words is [_, _, _, "state", "ready"] || words is [_, _, _, "weight", [>= '1' and <= '9', ..]] =>
                    Verdict.Reversible("a server takes its share of requests, or another share"),
                ("enable", "server") => Verdict.Reversible("a server takes its share of requests again"),
                ("flush_all", _) => Verdict.Destructive("'flush_all' empties the cache"),
                ("set", "server" or "weight" or "maxconn" or "rate-limit" or "timeout" or "map" or "ssl" or "table")
                    or ("enable" or "disable", "server" or "agent" or "health" or "frontend" or "dynamic-cookie") or ("shutdown", "session" or "sessions" or "frontend")
                    or ("clear", "counters" or "table") or ("add", "server" or "acl" or "map") or ("del", "server" or "acl" or "map")
                    or ("commit", "ssl" or "acl" or "map") =>
                    Verdict.Disruptive($"'{words[0]} {words[1]}' changes how the proxy works"),
                _ => null,
            };
            if (judged is null) return null;
            verdict = verdict is { } before ? before.And(judged.Value) : judged;
        }
        return verdict;
    }

    /// <summary>A known greeting, or questions of HAProxy's Runtime API ("show ...").</summary>
    static bool Asks(string text) =>
        Greetings.Contains(text.Trim().TrimEnd('\\', 'r', 'n'))
            || text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } lines && lines.All(Greetings.Contains)
        || text.Trim().Split(';', '\n').All(question => question.Trim() is var asked && asked.StartsWith("show ", StringComparison.Ordinal) && !asked.Contains(Argument.Hole));

    /// <summary>nsupdate(1): commands one a line on standard input.</summary>
    static Verdict NameUpdate(Invocation call, Parsed parsed) =>
        call.Input is { Kind: InputKind.Text, Text: { } text } && text.Contains("delete", StringComparison.OrdinalIgnoreCase)
            ? Verdict.Destructive("'delete' removes records") : Verdict.Disruptive("nsupdate changes records");

    /// <summary>ip(8): <c>show</c> and its kin read, and are the default; everything else changes.</summary>
    static Verdict Ip(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands;
        if (words.Count == 0) return Verdict.Read("it shows help");
        if (words.Any(word => !word.Known && word.Plain && word.Open) && words.Count < 3) return Verdict.Unknown("an operand of ip is not known");
        if (words[0].Text.StartsWith("mon", StringComparison.Ordinal)) return Verdict.Read("it follows changes", EffectTags.Hang);
        if (words.Count > 1 && words[0].Text.StartsWith("netns", StringComparison.Ordinal) && words[1].Text == "exec")
            return words.Count > 3 ? CommandJudge.Judge(call.Inner(words[3..])) : Verdict.Unknown("ip netns exec without a command");
        if (words.Count == 1)
            return words[0].Text is "a" or "addr" or "address" or "l" or "link" or "r" or "ro" or "route" or "n" or "neigh" or "neighbor" or "ru" or "rule" or "netns"
                or "m" or "maddr" or "mroute" or "tunnel" or "-s" or "tcp_metrics"
                ? Verdict.Read("it shows the network") : Verdict.Unknown($"ip '{words[0].Shown}'");
        // A link's "s" is "set" (iproute2, iplink.c); elsewhere "show" comes first.
        if (words[1].Text is "s" or "l")
            return words[0].Text is "a" or "addr" or "address" or "r" or "ro" or "route" or "n" or "neigh" or "neighbor" or "ru" or "rule"
                ? Verdict.Read("it shows the network") : Verdict.Unknown($"'{words[1].Text}' of ip {words[0].Shown} is short for more than one word");
        // ip-route(8), ip-neighbour(8): any beginning of a word is taken for it.
        if (words[1].Text.Length > 0 && "get".StartsWith(words[1].Text, StringComparison.Ordinal) && words[0].Text.Length > 0
            && ("route".StartsWith(words[0].Text, StringComparison.Ordinal) || "neighbour".StartsWith(words[0].Text, StringComparison.Ordinal)))
            return Verdict.Read("it shows the network");
        return words[1].Text is "show" or "sho" or "sh" or "list" or "lis" or "li" or "ls" or "lst" or "get" or "help" or "identify" or "pids"
            ? Verdict.Read("it shows the network") : Verdict.Disruptive($"'{words[1].Shown}' changes the network");
    }

    /// <summary>Contexts of netsh, in which a command stands (learn.microsoft.com, "Netsh Command Syntax, Contexts, and Formatting").</summary>
    static readonly FrozenSet<string> NetshContexts =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "interface", "int", "ip", "ipv4", "ipv6", "tcp", "udp", "portproxy", "6to4", "isatap", "teredo", "httpstunnel",
            "advfirewall", "firewall", "consec", "mainmode", "monitor", "wlan", "lan", "winhttp", "http", "dhcp", "dhcpclient", "dnsclient", "trace", "winsock", "ras",
            "nap", "branchcache", "bridge", "mbn", "namespace", "netio", "p2p", "rpc", "server", "scope", "ipsec", "static", "dynamic");

    /// <summary>The first word that is no context is the command: what stands behind it are names, which may be called "show".</summary>
    static Verdict Netsh(Invocation call, Parsed parsed)
    {
        if (parsed.Operands is [{ Text: "/?" }]) return Neutral;
        var at = parsed.Operands.FindIndex(word => !NetshContexts.Contains(word.Text));
        if (at < 0) return Verdict.Unknown("netsh without a command");
        return parsed.Operands[at].Text.ToLowerInvariant() switch
        {
            "show" when parsed.Operands.Skip(at + 1).Any(word => word.Text.Equals("wlanreport", StringComparison.OrdinalIgnoreCase)) =>
                Verdict.Reversible("'wlanreport' makes a report"),
            "show" or "dump" or "help" or "/?" or "?" => Verdict.Read($"'{parsed.Operands[at].Shown}' shows the network"),
            "export" => Verdict.Destructive("'export' writes a file"),
            "reset" or "delete" or "set" or "add" or "flush" or "import" or "exec" or "renew" or "connect" or "disconnect" or "start" or "stop" or "install"
                or "uninstall" =>
                Verdict.Disruptive($"'{parsed.Operands[at].Shown}' changes the network"),
            _ => Verdict.Unknown($"'{parsed.Operands[at].Shown}' may change the network"),
        };
    }
}
