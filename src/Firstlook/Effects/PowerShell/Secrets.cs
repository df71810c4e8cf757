using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>What shows keys, tokens and passwords: by the command's name, by the file that is shown, or by the variable of the environment.</summary>
internal static partial class Secrets
{
    /// <summary>Commands that tell of a file, and show nothing of what is in it.</summary>
    static readonly FrozenSet<string> Telling = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Test-Path", "Get-Item", "gi", "Get-ChildItem", "gci", "ls", "dir", "Resolve-Path", "rvpa", "Split-Path", "Join-Path", "Convert-Path", "Get-FileHash", "Get-Acl",
            "Measure-Object", "Write-Output", "Write-Host", "echo", "Get-AuthenticodeSignature");

    public static bool AreShownBy(string name) => Revealing().IsMatch(name) && !Harmless().IsMatch(name);

    /// <summary>Whether an expression shows such a variable; a comparison with one answers yes or no.</summary>
    public static bool Shows(IReadOnlyList<PowerShellToken> tokens) =>
        tokens.Any(token => token.Secret)
            && !tokens.Any(token => token is { Kind: PowerShellKind.Word, Quoted: false } && (Comparing().IsMatch(token.Text) || token.Text is ['!', ..]));

    /// <summary>Commands whose words are looked for, or printed as they stand, and name no property.</summary>
    static readonly FrozenSet<string> Searching = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Select-String", "sls", "findstr", "findstr.exe", "Where-Object", "where", "?", "Test-Path", "Write-Host", "Write-Output", "Write-Warning", "Write-Verbose",
            "Write-Information", "echo", "Get-Help", "help", "man", "Get-Command", "gcm", "Get-Alias", "Get-ChildItem", "gci", "ls", "dir", "Get-Item", "gi", "Join-Path",
            "Split-Path", "Get-WinEvent", "Get-EventLog", "Get-Service", "gsv", "Get-Process", "gps");

    /// <returns>The property that a command is asked for, and that by its name is a secret; null where there is none.</returns>
    public static string? Asked(IReadOnlyList<PowerShellToken> tokens)
    {
        if (Searching.Contains(tokens[0].Text)) return null;
        // learn.microsoft.com, "Get-ADUser": all that an account has, unixUserPassword and what LAPS keeps among it.
        if (tokens[0].Text.StartsWith("Get-AD", StringComparison.OrdinalIgnoreCase)
            && tokens.Skip(2).Index().Any(token => token.Item.Text == "*" && tokens[token.Index + 1].Text.StartsWith("-Pr", StringComparison.OrdinalIgnoreCase)))
            return "*";
        // AWS Tools, "Get-EC2InstanceAttribute": what the machine is started with.
        if (tokens[0].Text.StartsWith("Get-EC2", StringComparison.OrdinalIgnoreCase) && tokens.Any(token => token.Text.Equals("userData", StringComparison.OrdinalIgnoreCase)))
            return "userData";
        var shows = Selecting().IsMatch(tokens[0].Text);
        foreach (var token in tokens.Skip(1).Where(token => token.Kind is PowerShellKind.Word && (token.Quoted || token.Text is not ['-', ..] || token.Text.Contains(':'))))
        {
            foreach (var part in Parameter().Replace(token.Text, "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
            {
                if (IsProperty(part) || shows && Surroundings().IsMatch(part)) return new Argument(part).Shown;
            }
        }

        return null;
    }

    /// <summary>Whether an expression shows a member that by its name is a secret; a comparison with one answers yes or no.</summary>
    public static bool AreMembers(IReadOnlyList<PowerShellToken> tokens) =>
        tokens.Any(token =>
            token is { Kind: PowerShellKind.Word, Quoted: false } && token.Text.LastIndexOf('.') is >= 0 and var dot
                && (IsProperty(token.Text[(dot + 1)..]) || Surroundings().IsMatch(token.Text[(dot + 1)..])))
        && !tokens.Any(token => token is { Kind: PowerShellKind.Word, Quoted: false } && (Comparing().IsMatch(token.Text) || token.Text is ['!', ..]));

    /// <summary>Whether the text of an expression takes a secret: of the environment, or a property.</summary>
    public static bool AreIn(string value) =>
        Taken().Matches(value)
            .Any(taken => taken.Groups["variable"] is { Success: true } variable ? SecretVariables.Are(variable.Value) : IsProperty(taken.Groups["member"].Value));

    // msLAPS-Password, processModel.password; "PasswordLastSet" and "CannotChangePassword" tell of one.
    static bool IsProperty(string name) => Property().IsMatch(name) && !TellingOf().IsMatch(name);

    [GeneratedRegex("^(select|Select-Object|Format-\\w+|fl|ft|fw|fc|ForEach-Object|foreach|%|Get-ItemProperty|gp|Get-ItemPropertyValue|gpv|Get-LM\\w+)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Selecting();

    /// <summary>What services and programs are started with, passwords among it.</summary>
    [GeneratedRegex("^(Environment|EnvironmentVariables|ApplicationSettings|AppSettings|SiteConfig|CommandLine)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Surroundings();

    [GeneratedRegex(
        "^['\"]?([\\w-]+\\.)*[\\w-]*(passwords?|passwd|passphrase|AdmPwd|unicodePwd|secrets?|SecretText|SecretValueText|private_?keys?|api_?keys?|access_?keys?|"
        + "shared_?keys?|connection_?strings?|recovery_?keys?|KeyProtector|processModel|DefaultPassword|"
        + "client_?secret|(auth|access|refresh|bearer|session|sas)_?token|BlobSasUri)(\\.value)?['\"]?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Property();

    [GeneratedRegex("(change|chang|requires?|needs?|must|bad|reset|allow|store|expired?|no|has)\\w*password$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellingOf();

    [GeneratedRegex(@"\$\{?env:(?<variable>\w+)|\.['""]?(?<member>[\w-]+)['""]?(?=\s*($|[;|)}]))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Taken();

    /// <returns>The file, or the part of the environment, whose secrets a command may show; null where it shows none that a name tells of.</returns>
    public static string? InFile(IReadOnlyList<PowerShellToken> tokens)
    {
        var tells = Telling.Contains(tokens[0].Text);
        foreach (var token in tokens.Skip(1).Where(token => token.Kind is PowerShellKind.Word or PowerShellKind.Parenthesis))
        {
            foreach (var part in token.Text.Split(','))
            {
                var path = Parameter().Replace(part.Trim(' ', '\'', '"'), "").Replace('\\', '/');
                if (!tokens[0].Text.Equals("Test-Path", StringComparison.OrdinalIgnoreCase) && Environment().Match(path) is { Success: true } variable
                    && IsSecret(variable.Groups["name"].Value))
                    return part;
                // HKLM:\\SECURITY holds the secrets of the system, PuTTY's sessions a proxy's password; of the registry Get-ChildItem shows the values, too.
                if (Hives().IsMatch(path) && !tokens[0].Text.Equals("Test-Path", StringComparison.OrdinalIgnoreCase)
                    || path.Contains("connectionStrings", StringComparison.OrdinalIgnoreCase) && tokens[0].Text.StartsWith("Get-WebConf", StringComparison.OrdinalIgnoreCase))
                    return new Argument(part).Shown;
                if (!tells && (path.EndsWith(".HistorySavePath", StringComparison.OrdinalIgnoreCase)
                    || path.EndsWith("/Winlogon", StringComparison.OrdinalIgnoreCase)
                        && !tokens.Any(named => named.Text.StartsWith("-Na", StringComparison.OrdinalIgnoreCase))
                    || Files().IsMatch(path) || path.EndsWith("/ConsoleHost_history.txt", StringComparison.OrdinalIgnoreCase) || SecretFiles.Holds(path)))
                    return new Argument(part).Shown;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(Microsoft\.PowerShell\.Core/)?(Registry::)?(HKLM:?|HKEY_LOCAL_MACHINE)/+(SECURITY|SAM)(/|$)|/SimonTatham/PuTTY/Sessions(/|$)"
        // VNC's passwords are enciphered with a key that all know; WinSCP keeps them, SNMP's communities are some, and variables hold tokens.
        + @"|/(ORL|RealVNC|TightVNC|TigerVNC|UltraVNC|WinVNC\d?)(/|$)|/WinSCP 2/Sessions(/|$)|/SNMP/Parameters/ValidCommunities$|"
        + @"^(Microsoft\.PowerShell\.Core/)?(Registry::)?(HKCU:?|HKEY_CURRENT_USER)/+Environment$|/Session Manager/Environment$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hives();

    // FileZilla's passwords are in base64, those of group policy under a key that is published (MS14-025), and copies of the registry hold hashes.
    [GeneratedRegex(@"/FileZilla/(recentservers|sitemanager)\.xml$|/sysvol/.*/?(groups|services|scheduledtasks|datasources|printers|drives)\.xml$|"
        + @"/(repair|RegBack|config)/(SAM|SECURITY)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Files();

    static readonly System.Buffers.SearchValues<char> Patterned = System.Buffers.SearchValues.Create("*?[" + Argument.Hole);

    // "env:" shows all of it, as "env:*" does.
    static bool IsSecret(string name) => name.Length == 0 || name.AsSpan().IndexOfAny(Patterned) >= 0 || SecretVariables.Are(name);

    [GeneratedRegex(@"^-\w+:", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex("^(Microsoft\\.PowerShell\\.Core/)?env(ironment)?:{1,2}/*(?<name>.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Environment();

    [GeneratedRegex("^-[ci]?(eq|ne|like|notlike|match|notmatch|contains|notcontains|in|notin|is|isnot|not|gt|lt|ge|le)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comparing();

    [GeneratedRegex(
        "^Get-(Az\\w*Keys?|\\w*((Account|Access|Cache|Api|Shared|Admin|Query|Storage|Registration|Runtime|Authorization)Keys?|KeyPair|PasswordData|Passwords?|"
        + "Secrets?|SecretValue|SecretString|SsoToken|\\w*Tokens?|Credentials?|CredentialsForIdentity|CredentialForIdentity|RoleCredentials?|ClusterCredentialsWithIAM|"
        + "ConnectionStrings?|FileVaultKeys?|ProductKeys?|TenantAccess|TenantGitAccess|GatewaySettings?|AutomationConnection|SnmpCommunity|"
        + "PublishingProfile|RegistrationInfo|LoginCommand|AccessDetails?|PreSignedURL|OpenIdTokenForDeveloperIdentity|RecoveryKeys?|"
        + "LMFunction|LMFunctionConfiguration|ECSTaskDefinitionDetail|AMPApp|AMPAppList|EBConfigurationSetting|CBProjectBatch|BATJobDefinition|"
        + "RecoveryPasswords?|AppSettings?|ApplicationSettings?|CallbackUr[il]|SsoUrl|SasUr[il]|CredentialStoreItem|ApiKeyList|ADReplAccount|ADDBAccount|BootKey|"
        + "BackupKey|AppContainerContinuousDeploymentUrl))$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Revealing();

    /// <summary>What by its name is a key or a token, and shows its public part, or what is known of it.</summary>
    [GeneratedRegex(
        "^Get-(AzKeyVaultKey|AzSshKey|AzKeyVaultManagedStorage\\w+|EC2KeyPair|SECSecret|\\w*(Public|Registry|Foreign|Primary|Encryption|HostKey|Strong)Keys?|"
        + "\\w*(Next|Page|Continuation)Token|AzADAppCredential|AzADServicePrincipalCredential|AzADSpCredential)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();
}
