namespace Firstlook.Effects.Tools;

/// <summary>Programs that speak to other machines.</summary>
internal static partial class Hooks
{
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
            if (SendsFile(body.Text, parsed)) verdict = verdict.And(Verdict.Destructive($"'{body.Shown}' sends a file away"));
        }
        foreach (var output in parsed.Values("-o", "--output"))
        {
            if (output.Text is not ("/dev/null" or "-" or "/dev/stdout" or "/dev/stderr")) verdict = verdict.And(Verdict.Destructive($"'-o {output.Shown}' writes a file"));
        }
        foreach (var cookie in parsed.Values("-w", "--write-out", "-H", "--header"))
        {
            if (cookie.Text.StartsWith('@')) verdict = verdict.And(Verdict.Unknown($"'{cookie.Shown}' is read from a file"));
            if (cookie.Text.StartsWith("X-HTTP-Method", StringComparison.OrdinalIgnoreCase) || cookie.Text.StartsWith("X-Method-Override", StringComparison.OrdinalIgnoreCase)) verdict = verdict.And(Verdict.Unknown($"'{cookie.Shown}' overrides the method"));
            if (cookie.Text.Contains("%output{", StringComparison.Ordinal)) verdict = verdict.And(Verdict.Destructive("'%output{' writes a file"));
        }
        var urls = parsed.Operands.Concat(parsed.Values("--url")).ToList();
        if (urls.Count == 0) return verdict.And(Verdict.Unknown("curl without an address"));
        foreach (var url in urls) verdict = verdict.And(Http.HttpJudge.Request(method, url.Text, string.Join('&', bodies)));
        return verdict.And(HeaderTags(parsed.Values("-H", "--header", "-b", "--cookie"))).And(UserInfo(urls));
    }

    /// <summary>A header that carries a credential as it stands; one that names a variable does not show it.</summary>
    static EffectTags HeaderTags(IEnumerable<Argument> headers)
    {
        foreach (var header in headers)
        {
            var colon = header.Text.IndexOf(':');
            if (colon < 0) continue;
            var name = header.Text[..colon].Trim();
            if (!name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) && !DangerousNames.IsSecret(name.Replace('-', '_')) && !name.Equals("Cookie", StringComparison.OrdinalIgnoreCase)) continue;
            return EffectTags.Secret;
        }
        return EffectTags.None;
    }

    static EffectTags UserInfo(IEnumerable<Argument> urls) =>
        urls.Any(url => url.Text.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme && url.Text.IndexOf('@', scheme) is > 0 and var at && url.Text.AsSpan(scheme + 3, at - scheme - 3) is var user && user.IndexOf('/') < 0 && user.IndexOf(':') >= 0) ? EffectTags.Secret : EffectTags.None;

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
            else if (outputs.Any(output => output.Text is not ("-" or "/dev/null" or "/dev/stdout"))) verdict = Verdict.Destructive($"'-O {outputs[0].Shown}' writes a file");
        }
        if (parsed.Operands.Count == 0) return verdict.And(Verdict.Unknown("wget without an address"));
        foreach (var url in parsed.Operands) verdict = verdict.And(Http.HttpJudge.Request(method, url.Text, string.Join('&', bodies)));
        return verdict.And(HeaderTags(parsed.Values("--header"))).And(UserInfo(parsed.Operands));
    }

    static Verdict Httpie(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands.Where(word => !word.IsOption).ToList();
        foreach (var option in parsed.Operands.Where(word => word.IsOption))
        {
            if (option.Text is not ("-h" or "-b" or "-v" or "--headers" or "--body" or "--verbose" or "--check-status" or "--follow" or "-F" or "--ignore-stdin" or "--print=b" or "--print=h" or "--json" or "-j" or "--verify=no" or "--pretty=none"))
                return Verdict.Unknown($"the option '{option.Shown}' of {call.Name} is not known");
        }
        if (words.Count == 0) return Verdict.Unknown($"{call.Name} without an address");
        var named = words[0].Text.All(char.IsAsciiLetterUpper);
        var rest = words.Skip(named ? 1 : 0).ToList();
        if (rest.Count == 0) return Verdict.Unknown($"{call.Name} without an address");
        var body = rest.Skip(1).Any(word => !word.Text.Contains("==", StringComparison.Ordinal) && !word.Text.Contains(':'));
        return Http.HttpJudge.Request(named ? words[0].Text : body ? "POST" : "GET", rest[0].Text, string.Join('&', rest.Skip(1)));
    }

    static Verdict Ping(Invocation call, Parsed parsed)
    {
        foreach (var pause in parsed.Values("-i"))
        {
            if (!double.TryParse(pause.Text, out var seconds) || seconds < 0.2) return Verdict.Disruptive($"'-i {pause.Shown}' floods the network");
        }
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
            { Kind: InputKind.Text, Text: { } text } when Greetings.Contains(text.Trim().TrimEnd('\\', 'r', 'n')) => Verdict.Read("it asks for state"),
            { Kind: InputKind.Inherited } when parsed.Has("-w", "-v", "--wait", "--verbose") => Verdict.Read("it only connects", parsed.Has("-w", "--wait") ? EffectTags.None : EffectTags.Hang),
            { Kind: InputKind.Inherited } => Verdict.Read("it opens a session", EffectTags.Interactive | EffectTags.Hang),
            _ => Verdict.Unknown("it sends what it is fed"),
        };
    }

    /// <summary>ZooKeeper's four-letter words that read, and memcached's and Redis's of the same kind.</summary>
    static readonly HashSet<string> Greetings = new(StringComparer.Ordinal)
    {
        "ruok", "stat", "srvr", "mntr", "conf", "cons", "envi", "dump", "wchs", "isro", "stats", "PING", "ping", "INFO", "info", "version", "stats slabs", "stats items", "QUIT", "quit", "show stat", "show info", "show stat;show info",
    };

    /// <summary>ip(8): <c>show</c> and its kin read, and are the default; everything else changes.</summary>
    static Verdict Ip(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands;
        if (words.Count == 0) return Verdict.Read("it shows help");
        if (words.Any(word => !word.Known && word.Plain && word.Open) && words.Count < 3) return Verdict.Unknown("an operand of ip is not known");
        if (words[0].Text.StartsWith("mon", StringComparison.Ordinal)) return Verdict.Read("it follows changes", EffectTags.Hang);
        if (words.Count > 1 && words[0].Text.StartsWith("netns", StringComparison.Ordinal) && words[1].Text == "exec")
            return words.Count > 3 ? CommandJudge.Judge(call.Inner(words[3..])) : Verdict.Unknown("ip netns exec without a command");
        if (words.Count == 1) return words[0].Text is "a" or "addr" or "address" or "l" or "link" or "r" or "ro" or "route" or "n" or "neigh" or "neighbor" or "ru" or "rule" or "netns" or "m" or "maddr" or "mroute" or "tunnel" or "-s" or "tcp_metrics" ? Verdict.Read("it shows the network") : Verdict.Unknown($"ip '{words[0].Shown}'");
        return words[1].Text is "show" or "s" or "sh" or "list" or "ls" or "lst" or "get" or "l" or "help" or "identify" or "pids"
            ? Verdict.Read("it shows the network") : Verdict.Disruptive($"'{words[1].Shown}' changes the network");
    }

    static readonly HashSet<string> OpenSslReads = new(StringComparer.Ordinal)
    {
        "x509", "s_client", "verify", "version", "ciphers", "crl", "req", "rsa", "ec", "pkey", "asn1parse", "dgst", "ocsp", "crl2pkcs7", "pkcs7", "pkcs12", "sess_id", "list", "help", "errstr", "prime", "enc", "md5", "sha256", "storeutl",
    };

    static readonly HashSet<string> OpenSslWrites = new(StringComparer.Ordinal) { "-out", "-keyout", "-signkey", "-CAcreateserial", "-writerand", "-sess_out", "-keylogfile", "-cert_chain_out", "-respout", "-reqout", "-msgfile", "-newkey", "-x509toreq", "-CAserial", "-keymatexport", "-outdir" };

    static readonly HashSet<string> OpenSslLoads = new(StringComparer.Ordinal) { "-engine", "-provider", "-provider-path", "-config", "-rand", "-proxy", "-unix", "-ssl_client_engine", "-passin", "-pass", "-psk_session", "-early_data", "-key", "-sign" };

    /// <summary>openssl(1): inspecting commands read unless an option writes, signs or loads code.</summary>
    static Verdict OpenSsl(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands;
        if (words.Count == 0) return call.Input.Kind == InputKind.Inherited ? Verdict.Read("it opens a session", EffectTags.Interactive) : Verdict.Unknown("openssl runs what it is fed");
        if (!words[0].Known) return Verdict.Unknown("openssl's command is not known");
        if (words[0].Text is "rand" or "speed" or "s_server" or "genrsa" or "genpkey" or "ca" or "ts" or "rehash" or "gendsa" or "dhparam" or "s_time" or "cmp" or "smime" or "cms") return Verdict.Unknown($"'{words[0].Text}' makes keys, serves or loads the machine");
        if (!OpenSslReads.Contains(words[0].Text)) return Verdict.Unknown($"openssl '{words[0].Shown}' is not known");
        var verdict = Verdict.Read($"openssl {words[0].Text} shows");
        for (var at = 1; at < words.Count; at++)
        {
            var text = words[at].Text.StartsWith("--", StringComparison.Ordinal) ? words[at].Text[1..] : words[at].Text;
            if (OpenSslWrites.Contains(text)) verdict = verdict.And(Verdict.Destructive($"'{text}' writes a file"));
            else if (OpenSslLoads.Contains(text) && !(text == "-key" && words[0].Text == "s_client")) verdict = verdict.And(text is "-passin" or "-pass" ? Verdict.Read("", EffectTags.Secret) : Verdict.Unknown($"'{text}' loads code, configuration or a key"));
            else if (!words[at].Known && text.StartsWith('-')) return Verdict.Unknown("an option of openssl is not known");
        }
        if (words[0].Text is "rsa" or "ec" or "pkey" or "pkcs12" or "enc" && !words.Any(word => word.Text is "-noout" or "-check" or "-pubout" or "-modulus")) verdict = verdict.And(EffectTags.Secret);
        if (words[0].Text == "s_client" && call.Input.Kind == InputKind.Inherited) return verdict.And(EffectTags.Hang);
        if (words[0].Text == "s_client" && call.Input is { Kind: InputKind.File } or { Kind: InputKind.Pipe }) return verdict.And(Verdict.Unknown("it sends what it is fed"));
        return words[0].Text == "s_client" && call.Input is { Kind: InputKind.Text, Text: { } sent } && sent.Trim().TrimEnd('\\', 'n').ToUpperInvariant() is not ("" or "Q" or "QUIT") ? verdict.And(Verdict.Unknown("it sends what it is fed")) : verdict;
    }
}
