using System.Buffers;
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

    /// <summary>Whoever matches one of the patterns below holds one of these, so that most paths need not be tried.</summary>
    static readonly SearchValues<string> Words = SearchValues.Create(
        ["slapd.conf", "snmp", "redis", "valkey", "sentinel", "pdns.conf", "bacula", "bareos", "bconsole.conf", "proxysql.cnf", "localsettings.php", "cookies", "login data",
            "web data", "local state", "logins.json", "key3.db", "key4.db", "signons.sqlite"], StringComparison.OrdinalIgnoreCase);

    public static bool Hold(string path) => path.AsSpan().ContainsAny(Words) && (OfServers().IsMatch(path) || OfBrowsers().IsMatch(path));

    /// <summary>Whether a program shows of such files alone the lines that hold a word which names no secret: <c>grep ^maxmemory /etc/redis/redis.conf</c>.</summary>
    public static bool AreLookedThrough(string program, IReadOnlyList<Argument> words)
    {
        if (!Looking.Contains(program)) return false;
        var operands = 0;
        for (var at = 1; at < words.Count; at++)
        {
            var word = words[at];
            if (word.IsOption ? !Plain().IsMatch(word.Text)
                : operands++ == 0 ? !word.Known || !Sought().IsMatch(word.Text) || Naming().IsMatch(word.Text)
                : !word.Known || !OfServers().IsMatch(word.Text) && SecretFiles.Holds(word.Text))
                return false;
        }

        return operands > 1;
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
