using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// Programs that print text in which others may have written: lines of logs, values of a database, messages of commits, records of a name server that are no address. Evaluated
/// (<c>((n > 5))</c>), such text runs what stands in a subscript; as a word of its own it may be an option. What only counts or adds up prints a number.
/// </summary>
internal static partial class ToldTexts
{
    public static bool Print(SimpleCommand command)
    {
        if (Carriers.Program(command) is not { } program) return false;
        var words = command.Words.Skip(1).Select(word => word.Constant ?? SentAway.Text(word.Parts)).ToList();
        return program switch
        {
            "dig" or "kdig" or "drill" or "host" or "nslookup" => words.Exists(word => Texts().IsMatch(word)),
            "kubectl" or "oc" => words.Contains("logs") || words.Exists(word => word.Contains(".data", StringComparison.Ordinal)),
            "docker" or "podman" or "nerdctl" or "crictl" or "docker-compose" =>
                words.Contains("logs") || words.Contains("inspect") && words.Exists(word => word.Contains("Label", StringComparison.Ordinal) || word.Contains("Env", StringComparison.Ordinal)),
            "whois" or "ldapsearch" or "snmpget" or "snmpwalk" or "snmpbulkwalk" => true,
            "openssl" => words.Contains("s_client"),
            "aws" => words.Contains("s3") && words.Contains("cp") && words.Contains("-"),
            "gsutil" => words.Contains("cat"),
            "journalctl" => !words.Exists(word => word is "--list-boots" or "--disk-usage"),
            "git" => words.Contains("ls-remote") || words.Exists(word => word is "log" or "shortlog" or "show") && words.Exists(word => Messages().IsMatch(word)),
            "redis-cli" or "valkey-cli" => words.Exists(word => Values.Contains(word)),
            "psql" or "mysql" or "mariadb" or "sqlite3" or "clickhouse-client" or "mongosh" or "cqlsh" or "sqlcmd" =>
                words.Exists(word => Selecting().IsMatch(word)) && !words.Exists(word => Counting().IsMatch(word)),
            _ => false,
        };
    }

    /// <summary>A log of requests: what clients asked for stands there as they wrote it.</summary>
    public static bool AreIn(string? file) => file is not null && Requests().IsMatch(file);

    /// <summary>Clients and shells that an option leads to another server, or has run a program (ssh(1), "-o ProxyCommand"; kubectl, "--server"; curl(1), "-o").</summary>
    static readonly FrozenSet<string> Led = FrozenSet.Create(StringComparer.Ordinal,
        "ssh", "scp", "sftp", "rsync", "kubectl", "oc", "helm", "docker", "podman", "curl", "wget", "aws");

    /// <returns>Whether a program is handed such text where an option may stand.</returns>
    public static bool MayBeOption(string program) => Led.Contains(program) || Tools.Hooks.ActByOptions.Contains(program);

    /// <summary>Whether a word begins with such text, or with the lines of a file, and none of its own before: <c>find $(kubectl logs x)</c>, <c>git log $(cat f)</c>.</summary>
    public static bool AreWords(SimpleCommand command, Scope scope)
    {
        if (Carriers.Program(command) is not { } program || !MayBeOption(program)) return false;
        for (var at = 1; at < command.Words.Count; at++)
        {
            var parts = command.Words[at].Parts;
            var quoted = parts is [DoubleQuoted { Parts: [CommandSubstitution or Variable, ..] }, ..];
            if (!(parts is [CommandSubstitution or Variable, ..] || quoted && at < 3)) continue;
            var begins = quoted ? ((DoubleQuoted)parts[0]).Parts[0] : parts[0];
            if (EvaluatedAnswers.IsTold([begins], scope) || !quoted && !Led.Contains(program) && begins is CommandSubstitution substitution && Shows(substitution)) return true;
        }

        return false;
    }

    /// <summary>$(cat FILE)</summary>
    static bool Shows(CommandSubstitution substitution) =>
        substitution.Body.Items is [{ Command.Pipelines: [{ Commands: [SimpleCommand { Words: [{ Constant: "cat" or "head" or "tail" }, ..] }] }] }];

    /// <summary>Commands of Redis that yield what somebody has stored; the others yield numbers and states.</summary>
    static readonly FrozenSet<string> Values = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "get", "mget", "getrange", "hget", "hmget", "hgetall", "hvals", "hkeys", "lrange", "lindex", "smembers", "srandmember", "zrange", "zrevrange", "xrange", "xrevrange",
        "keys", "scan", "--scan", "hscan", "sscan", "zscan", "json.get");

    // RFC 1035, 3.3; RFC 8659: records that are text.
    [GeneratedRegex("^(-?(q|query)?type=|-t)?(txt|any|spf|caa|hinfo|naptr|uri)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Texts();

    // git-log(1), "PRETTY FORMATS": subjects, bodies, notes, names of people and branches.
    [GeneratedRegex("%(s|b|B|f|N|a[nNeE]|c[nNeE]|d|D|S)|^--oneline$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Messages();

    [GeneratedRegex(@"\bselect\b|\.find\(", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Selecting();

    /// <summary>Whether a statement asks for numbers.</summary>
    public static bool Counts(string statement) => Counting().IsMatch(statement);

    // select count(*), select max(x), select extract(epoch from ...), x::int
    [GeneratedRegex(
        @"\bselect\s+(distinct\s+|coalesce\(\s*)?(count|sum|min|max|avg|extract|round|floor|ceil\w*|length|pg_\w+|now|\d|@@)|::(int|bigint|numeric)|\bcast\s*\(|\bpid\b|\bpg_stat",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counting();

    [GeneratedRegex(@"^/var/log/\S*access[\w.-]*log", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Requests();
}
