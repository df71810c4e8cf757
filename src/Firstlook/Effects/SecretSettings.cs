using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Files of settings that hold a password among much else: slapd.conf(5) "rootpw", snmpd.conf(5), redis.conf "requirepass", PowerDNS, Bacula, ProxySQL, MediaWiki; and where
/// browsers keep what signs in (support.mozilla.org, "Profiles"). Whoever looks for one plain word among the settings sees that line alone.
/// </summary>
internal static partial class SecretSettings
{
    static readonly FrozenSet<string> Looking = FrozenSet.Create(StringComparer.Ordinal, "grep", "egrep", "fgrep", "rg", "ag", "ack");

    public static bool Hold(string path) => OfServers().IsMatch(path) || OfBrowsers().IsMatch(path);

    /// <summary>Whether a program shows of such files alone the lines that hold a word which names no secret: <c>grep ^maxmemory /etc/redis/redis.conf</c>.</summary>
    public static bool AreLookedThrough(string program, IReadOnlyList<Argument> words)
    {
        if (!Looking.Contains(program)) return false;
        var operands = words.Skip(1).Where(word => !word.IsOption).ToList();
        return operands.Count > 1 && words.Skip(1).TakeWhile(word => word != operands[0]).All(word => Plain().IsMatch(word.Text))
            && words.All(word => !word.IsOption || Plain().IsMatch(word.Text))
            && operands[0].Known && Sought().IsMatch(operands[0].Text) && !Naming().IsMatch(operands[0].Text)
            && operands.Skip(1).All(file => file.Known && (OfServers().IsMatch(file.Text) || !SecretFiles.Holds(file.Text)));
    }

    // Neither -v, which shows the rest, nor lines around.
    [GeneratedRegex("^-[EFGPiwnHhso]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^\^?(\^|[\w #:-]{3,}|[|()])+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sought();

    [GeneratedRegex("pass|auth|pw|secret|key|communit|user|cred|token|admin|monitor|rwc|roc",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Naming();

    [GeneratedRegex(
        @"(^|/)slapd\.conf$|(^|/)snmp(d|trapd)?\.conf$|(^|/)(redis|valkey|sentinel)[\w-]*\.conf$|(^|/)pdns\.conf$|(^|/)(bacula|bareos)-[\w-]+\.conf$|(^|/)bconsole\.conf$|"
        + @"(^|/)proxysql\.cnf$|(^|/)LocalSettings\.php$|/etc/bareos/",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfServers();

    [GeneratedRegex(
        @"/(google-chrome[\w-]*|chromium|BraveSoftware|microsoft-edge[\w-]*|Chrome|Edge|Vivaldi|opera)/\S*/(Cookies|Login Data|Web Data|Local State)(-journal)?$|"
        + @"(^|/)(cookies\.sqlite|logins\.json|key[34]\.db|signons\.sqlite)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfBrowsers();
}
