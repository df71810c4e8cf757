using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>Paths to other machines (<c>\\host\share</c>): Windows signs in there as this user, and shows whoever runs it what the password can be guessed from
/// (MS-NLMP).</summary>
internal static partial class Shares
{
    public const string Why = "it signs in at a machine that may be somebody's";

    /// <summary>Whether a path leads to a machine that is none of the own network's.</summary>
    public static bool AreForeign(string text) =>
        Multiplied().IsMatch(text)
        || Drive().Match(text) is { Success: true } drive && !OwnNetwork.Private.Has(drive.Groups["host"].Value)
        || text.AsSpan().ContainsAny(Strokes)
            && Path().Matches(text).Any(path => path.Groups["host"].Value is var host && (host[0] == '[' ? host is not "[::1]" : !OwnNetwork.Private.Has(host)));

    // learn.microsoft.com, "File path formats on Windows systems": either stroke parts a path, and both together begin a share as well.
    static readonly System.Buffers.SearchValues<string> Strokes = System.Buffers.SearchValues.Create([@"\\", "//", @"\/", @"/\", "??"], StringComparison.Ordinal);

    // WSMan:\host and SQLSERVER:\SQL\host are drives on another machine (about_WSMan_Provider; learn.microsoft.com, "SQL Server PowerShell provider").
    [GeneratedRegex(@"(^|::|[,=\s'""(:])(WSMan:[\\/]+|SQLSERVER:[\\/]+\w+[\\/]+)(?<host>[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Drive();

    // '\' * 2
    [GeneratedRegex(@"^\s*\(*\s*(?<quote>['""])[\\/]\k<quote>\s*\*\s*\d", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Multiplied();

    // "\\?\UNC\host\share" is one, too; "//host" behind a colon is an address of the web.
    [GeneratedRegex(@"(^|::|file:|[,=\s'""(]|^-\w+:)([\\/]{2}([?.][\\/]UNC[\\/])?|[\\/]\?\?[\\/]UNC[\\/])"
        + @"(?<host>\[[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*\]|[A-Za-z0-9][\w.-]*)(@\w+)*([\\/]|$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
