using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Windows opens <c>\\HOST\share</c> by signing in at that machine as this user (learn.microsoft.com, "Naming Files, Paths, and Namespaces", "UNC Names"), and so do
/// programs that are told to ask another machine. A name without a dot is found in the own network alone; one with a dot may be anybody's.
/// </summary>
internal static partial class RemotePaths
{
    /// <summary>Names that Windows has among others.</summary>
    static readonly FrozenSet<string> Shared = FrozenSet.Create(StringComparer.Ordinal, "dir", "type", "more", "tree", "cd", "pushd", "where", "sort", "fc", "comp");

    /// <summary>Programs whose <c>/s</c> or <c>-s</c> names the machine that they ask (learn.microsoft.com, "Windows commands"); others search folders for it.</summary>
    static readonly FrozenSet<string> AskingThere =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "tasklist", "systeminfo", "schtasks", "gpresult", "openfiles", "getmac", "driverquery", "typeperf", "dsquery",
            "dsget", "logman", "netdom");

    /// <returns>Null where the command opens nothing of the kind.</returns>
    public static Verdict? Problem(Invocation call)
    {
        if (!Shared.Contains(call.Name) && call.Scope.Tools.Find(call.Name) is not { AnyCase: true }) return null;
        if (call.Words.Skip(1).Any(word => Device().IsMatch(word.Text) || Path().Match(word.Text) is { Success: true } path && !call.Scope.Tools.Network.Has(path.Groups["host"].Value)))
            return Verdict.Unknown("it signs in at another machine, to open a path there");
        // learn.microsoft.com, "w32tm": a strip chart asks by the protocol of the time alone (RFC 4330), as any machine asks for it.
        if (call.Words is [{ Text: var program }, { Text: var action }, ..] && program.StartsWith("w32tm", StringComparison.OrdinalIgnoreCase)
            && action.AsSpan().TrimStart("/-").Equals("stripchart", StringComparison.OrdinalIgnoreCase))
            return null;
        for (var at = 1; at < call.Words.Count; at++)
        {
            if (Machine(call, at) is { } machine && !call.Scope.Tools.Network.Has(machine)) return Verdict.Unknown("it signs in at another machine, to ask it");
        }

        return null;
    }

    /// <summary>The machine that the word names: <c>/server:HOST</c>, or what stands behind <c>/s</c>.</summary>
    static string? Machine(Invocation call, int at)
    {
        if (Named().Match(call.Words[at].Text) is { Success: true } named) return named.Groups["host"].Value;
        var program = call.Name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? call.Name[..^4] : call.Name;
        return call.Words[at - 1].Text is "/s" or "/S" or "-s" or "-S" && AskingThere.Contains(program) ? call.Words[at].Text.TrimStart('\\') : null;
    }

    [GeneratedRegex(@"^[/-](s|server|computer|computername|node|r|remote|dc|machine)[:=]\\*(?<host>[\w-]+(\.[\w-]+)+)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <summary>A shell that is none of Windows' leaves one backslash of two, and none before what follows. The path may stand behind an option's colon.</summary>
    [GeneratedRegex(@"((^|[:=,;""'@(])\\{1,2}|^//)(?<host>[\w-]+(\.[\w-]+)+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    /// <summary>Names of devices, through which a path may lead anywhere ("Win32 Device Namespaces"); a drive, a volume and a pipe of this machine lead nowhere else.</summary>
    [GeneratedRegex(@"((^|[:=,;""'@(])\\{1,2}|^//)[?.][\\/]?(?![A-Za-z]:|Volume\{|PhysicalDrive\d|pipe\b)\w",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();
}
