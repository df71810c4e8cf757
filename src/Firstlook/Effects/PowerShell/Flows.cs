using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>
/// What one command of a text keeps, names or hands on, and another shows or sends: a variable that holds a secret, a file that the pipeline brings, a share whose
/// name is put together, and what a command finds here and a request carries to a machine outside.
/// </summary>
internal sealed partial class Flows
{
    const int MostRounds = 8;

    /// <summary>Variables that hold a secret of the environment, or a property that is one.</summary>
    readonly HashSet<string> secrets = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Variables that hold what a command found here.</summary>
    readonly HashSet<string> found = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Variables that hold the address of a machine outside, with what was found here in it.</summary>
    readonly HashSet<string> addresses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Variables that the text sets: what they hold is judged where that is written.</summary>
    readonly HashSet<string> plain = new(StringComparer.OrdinalIgnoreCase) { "_", "PSItem", "Matches", "null", "true", "false" };

    public Sizes Sizes { get; }

    /// <summary>Tables whose values a command takes for its parameters.</summary>
    public Splatting Splatted { get; }

    /// <summary>What others may have written, in the text of another language.</summary>
    public ToldWords Told { get; }

    readonly bool namesSecretFile;

    readonly bool namesForeignMachine;

    /// <param name="written">The whole text.</param>
    public Flows(string written)
    {
        var source = PowerShellReader.Straight(written);
        Sizes = new Sizes(source);
        Splatted = new Splatting(source);
        var kept = Keeping().Matches(source).Select(match => (Name: match.Groups["name"].Value, Value: match.Groups["value"].Value)).ToList();
        plain.UnionWith(kept.Select(variable => variable.Name));
        Told = new ToldWords(kept);
        for (var round = 0; round < MostRounds; round++)
        {
            var before = found.Count + secrets.Count + addresses.Count;
            foreach (var (name, value) in kept)
            {
                // What a command answers that is handed a secret is none.
                if (Secrets.AreIn(value) || Mentions(value, secrets) && !Command().IsMatch(value)) secrets.Add(name);
                if (Finds(value) || Mentions(value, found)) found.Add(name);
                if (found.Contains(name) && Outside().Matches(value).Any(outside => !OwnNetwork.Private.Has(outside.Groups["host"].Value)) || Mentions(value, addresses))
                    addresses.Add(name);
            }

            if (found.Count + secrets.Count + addresses.Count == before) break;
        }

        namesSecretFile = NamesSecretFile(source);
        namesForeignMachine = Machine().Matches(source).Any(machine => !OwnNetwork.Private.Has(machine.Groups["host"].Value) && !FileName().IsMatch(machine.Groups["host"].Value));
    }

    /// <returns>What holds a statement back for what other parts of the text do; null where nothing does.</returns>
    public Verdict? Judge(string written)
    {
        var statement = PowerShellReader.Straight(written);
        if (OpensShare(statement)) return Verdict.Unknown(Shares.Why);
        if (CarriesOut(statement)) return Verdict.Unknown("what is held here may be part of a name that a machine outside is asked for");
        if (Reading().IsMatch(statement) && (NamesSecretFile(statement) || namesSecretFile && statement.Contains('$')))
            return Verdict.Read("it may show a file that holds secrets", EffectTags.Secret);
        if (Drives().IsMatch(statement) && !statement.Contains("FileSystem", StringComparison.OrdinalIgnoreCase))
            return Verdict.Read("it may show the environment", EffectTags.Secret);
        if (Environment().Matches(statement).Any(asked => !asked.Groups["name"].Success || SecretVariables.Are(asked.Groups["name"].Value)))
            return Verdict.Read("it may show a secret of the environment", EffectTags.Secret);
        if (Preference().Match(statement) is { Success: true } preference && CommonParameters.Waits(preference.Groups["value"].Value))
            return Verdict.Read("at an error it waits until somebody answers", EffectTags.Interactive | EffectTags.Hang);
        if (ApplicationPools().IsMatch(statement)) return Verdict.Read("it may show the password of an application pool", EffectTags.Secret);
        if (Replacing().Matches(statement).Any(replaced => !plain.Contains(replaced.Groups["name"].Value)))
            return Verdict.Unknown("a block that a variable holds may be run for each match");
        return secrets.Count > 0 && statement.Split([';', '|', '{', '}', '\n']).Any(part => Mentions(part, secrets) && !Using().IsMatch(part))
            ? Verdict.Read("it shows a variable that holds a secret", EffectTags.Secret) : null;
    }

    /// <summary>Whether a share's machine is put together, and may come out as one outside.</summary>
    bool OpensShare(string statement)
    {
        var joined = Joint().Replace(statement, "");
        if (joined.Length < statement.Length && Shares.AreForeign(joined)) return true;
        return Unfinished().Matches(joined)
            .Any(share =>
                namesForeignMachine || share.Groups["beginning"].Value.Contains('.') || share.Groups["end"] is { Success: true } end && !OwnNetwork.Private.Has("x" + end.Value));
    }

    static readonly char[] Parting = [' ', '\t', '\r', '\n', '\'', '"', ',', ';', '(', ')', '{', '}', '|', '=', '@', '&'];

    static bool NamesSecretFile(string text) => text.Split(Parting, StringSplitOptions.RemoveEmptyEntries).Any(piece => SecretFiles.Holds(piece.Replace('\\', '/')));

    static bool Mentions(string value, HashSet<string> names) => names.Count > 0 && Variable().Matches(value).Any(variable => names.Contains(variable.Groups["name"].Value));

    static bool Finds(string value) => Command().Matches(value).Any(command => !Harmless().IsMatch(command.Value));

    /// <summary>Whether a request or a look-up asks a machine outside with what was found here, in its address or as part of a name.</summary>
    bool CarriesOut(string statement)
    {
        foreach (Match asked in Asking().Matches(statement))
        {
            var words = asked.Groups["words"].Value;
            if (Mentions(words, addresses)) return true;
            var names = Variable().Matches(words)
                .Any(variable => found.Contains(variable.Groups["name"].Value) || variable.Groups["name"].Value is "_" or "PSItem" && Finds(statement[..asked.Index]));
            if ((names || Finds(words)) && Outside().Matches(words).Any(outside => !OwnNetwork.Private.Has(outside.Groups["host"].Value))) return true;
        }

        return false;
    }

    // $x = ...; foreach ($x in ...)
    [GeneratedRegex(@"\$\{?(?<name>\w+)\}?\s*(\+?=(?!=)|\s+in\s)\s*(?<value>[^;\n]*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Keeping();

    [GeneratedRegex(@"\$[({]?\$?(?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    /// <summary>about_Comparison_Operators, "Replacement with a script block"; about_Split; <c>Regex.Replace</c>, whose evaluator a block may be.</summary>
    [GeneratedRegex(
        @"-[ci]?replace\s*('[^']*'|""[^""]*""|[^\s,]+)\s*,\s*\(?\$(function:)?(?<name>\w+)|-[ci]?split\s*\(?\$(function:)?(?<name>\w+)|"
        + @"\[regex\]::(Replace|Split)\([^)]*,\s*\$(function:)?(?<name>\w+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Replacing();

    [GeneratedRegex(@"::GetEnvironmentVariables?\((\s*['""](?<name>\w+)['""]\s*\))?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Environment();

    [GeneratedRegex(@"\$\{?(\w+:)?(Error|Warning|Information|Progress|Verbose|Debug)(Action)?Preference\}?\s*=\s*['""(]?(\[[\w.]+\]::)?(?<value>\w+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Preference();

    /// <summary>All that the settings of an application pool are, its password among them (learn.microsoft.com, "processModel").</summary>
    [GeneratedRegex(@"(IIS:[\\/]+AppPools|Get-IISAppPool)\b[^;\n]{0,400}(\|[^;\n]{0,400}(\*|ConvertTo-|Out-String|Get-ItemProperty|processModel)|-Name\s+processModel)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ApplicationPools();

    /// <summary>What finds something by its verb, or by a short name of one that does.</summary>
    [GeneratedRegex(
        @"(?<![\w-])((Get|Find|Search|Read|Import|Select|Invoke|Receive|Export|ConvertFrom|ConvertTo)-\w+|gc|cat|type|gci|ls|dir|gp|gpv|gps|ps|gsv|gwmi|gcim|gi|gv|"
        + @"sls|findstr|reg|net|wmic|quser|query|whoami|hostname|systeminfo|tasklist|netstat|ipconfig|klist|cmdkey)(\.exe)?(?![\w-])|\$\{?env:\w+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    /// <summary>What tells the time, a number, or this machine's own name and address, which whoever is asked learns anyway.</summary>
    [GeneratedRegex(
        @"^(Get-(Date|Random|TimeZone|Uptime|Culture|Host|SecureRandom|NetIPAddress|NetIPConfiguration|NetAdapter|NetRoute|DnsClientServerAddress)|"
        + @"Select-(Object|First|Unique)|hostname(\.exe)?|ipconfig(\.exe)?|\$\{?env:(COMPUTERNAME|HOSTNAME|USERDNSDOMAIN|"
        + @"\w*(URL|URI|HOST|PORT|REGION|ENDPOINT|BASE|ADDR|DOMAIN|SERVER|SERVICE|NAMESPACE|CLUSTER|ZONE|ENV|ENVIRONMENT)))$|^Invoke-(RestMethod|WebRequest)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();

    [GeneratedRegex(
        @"(?<![\w-])(Invoke-RestMethod|Invoke-WebRequest|irm|iwr|curl|wget|Resolve-DnsName|nslookup|ping|tracert|pathping|Test-NetConnection|tnc|"
        + @"Test-Connection)(\.exe)?\s(?<words>[^\n;|]*\$[^\n;|]*)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    /// <summary>A machine by its whole name, or the end of a name that something is put before.</summary>
    [GeneratedRegex(@"://(?<host>[\w-]+(\.[\w-]+)+)(?=[/:?""']|$)|(?<=[\w)}""'+]\s*['""]?)\.(?<host>[\w-]+\.[A-Za-z]{2,}(\.[A-Za-z]{2,})?)(?=[""'/:)\s]|$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Outside();

    [GeneratedRegex(
        @"(?<![\w-])(Get-Content|gc|cat|type|more|ReadAll(Text|Lines|Bytes)|ReadLines|Select-String|sls|findstr|Import-(Csv|Clixml|PowerShellDataFile|LocalizedData)|"
        + @"Get-Secret|Format-Hex|fhx)(?![\w-])|(?<![\w-])switch\s[^{]*-f",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Reading();

    // Get-PSDrive Env | gci
    [GeneratedRegex(@"(?<![\w-])(Get-PSDrive|gdr|Get-PSProvider)(?![\w-])[^;\n]*\|\s*(gci|ls|dir|gi|gc|cat|type|%|ForEach|Get-(ChildItem|Item|Content|ItemProperty))(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Drives();

    /// <summary>
    /// Parts of a statement that show no variable they mention: what sets another, asks a condition, compares, or hands it to a command. Only of those that print and shape
    /// is it known that they show it.
    /// </summary>
    [GeneratedRegex(
        @"^\s*(\$[\w.:\[\]'""{}]+\s*[-+*/]?=(?!=)|(if|elseif|while|until|switch|for|foreach)(?!\w)|\w+\s*=|"
        + @"(?!(Write|Out|Format|Select|ConvertTo|Join|Sort|Tee)-(?!SecureString)|(echo|write|fl|ft|select|tee|return)(?!\w))[A-Za-z][\w.-]*(?=\s)|"
        + @"-(?![ci]?(join|split|replace|f)(?!\w))[A-Za-z])|-[ci]?(eq|ne|like|notlike|match|notmatch|is|isnot|in|contains)(?!\w)|^[^$]*\$\w+\.Length\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Using();

    /// <summary>A text that is a machine's name, or the end of one, by itself or before a path.</summary>
    [GeneratedRegex(@"(?<=['""])(?<host>\.?([\w-]+\.)*[A-Za-z]{2,})([\\/][^'""]*)?(?=['""])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Machine();

    [GeneratedRegex(@"\.(log|txt|csv|json|xml|ya?ml|config|conf|ini|exe|dll|ps1|psm1|psd1|bat|cmd|evtx|dmp|zip|html?|sql|bak|mdf|ldf|db|dat|tmp|md|service|pid|lock)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    [GeneratedRegex(@"'\s*\+\s*'|""\s*\+\s*""", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    /// <summary>The beginning of a share whose machine is not written out: <c>\\$_\x</c>, <c>'\\evil' + '.com\x'</c>, <c>'\\{0}\x' -f ...</c></summary>
    [GeneratedRegex(@"(?<![\w:\\/])[\\/]{2}([?.][\\/]UNC[\\/])?((?<beginning>[\w.-]*)[${]([^\\/\s'""]*?[\w)}](?<end>(\.[\w-]+)+)(?=[\\/'""\s]|$))?|['""]|(?<beginning>[\w.-]+)['""]\s*[+,)])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();
}
