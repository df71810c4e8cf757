using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Variables that a program is handed and that no list names. There is no end of those that say what runs (<c>ES_JAVA_HOME</c>, <c>KOPIA_DIFF</c>, <c>GREP</c> of zgrep), so the
/// list is turned round: a number, a plain word and what is known to be harmless pass; a path, an address or a line of words that no list knows may be a program, its
/// settings or its server.
/// </summary>
internal static partial class HandedVariables
{
    /// <summary>Of a terminal, a language, an account or a certificate: none of them says what runs. Sources: environ(7), locale(7), "PostgreSQL: Environment Variables",
    /// AWS CLI and etcdctl manuals.</summary>
    static readonly FrozenSet<string> Harmless = FrozenSet.Create(StringComparer.Ordinal,
        "LANG", "LANGUAGE", "TZ", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "DEBIAN_FRONTEND", "PGHOST", "PGHOSTADDR", "PGPORT", "PGUSER", "PGDATABASE",
            "PGPASSWORD", "PGAPPNAME", "PGTZ", "PGDATESTYLE", "PGSSLROOTCERT", "PGSSLCERT", "PGSSLCRL", "PGSSLCRLDIR", "PGKRBSRVNAME", "PGREQUIREPEER", "PGLOCALEDIR",
            "TMPDIR", "TIMEFORMAT", "TIME_STYLE",
        "XDG_RUNTIME_DIR", "DISPLAY", "XAUTHORITY", "USER", "LOGNAME", "OLDPWD", "DATABASE_URL", "MYSQL_PWD", "REDISCLI_AUTH", "LESSCHARSET", "LS_COLORS",
            "HISTTIMEFORMAT", "HISTCONTROL", "S_TIME_FORMAT", "S_COLORS");

    /// <summary>Ends of names whose values are read as data alone.</summary>
    static readonly string[] Data =
        ["_CACERT", "_CAPATH", "_CA_FILE", "_CA_CERT", "_CERT", "_CERT_FILE", "_KEY_FILE", "_CLIENT_CERT", "_CLIENT_KEY", "_SSLMODE", "_PASSWORD", "_TOKEN", "_SECRET",
            "_USER", "_USERNAME", "_KEY", "_DSN", "_NAMESPACE", "_REGION", "_PROFILE", "_BUCKET", "_ID"];

    /// <summary>Where backups are kept: a folder is data, another machine is a server.</summary>
    static readonly string[] Stores = ["_REPO", "_REPOSITORY"];

    /// <summary>What scripts start in place of the tool of that name: zgrep(1), zdiff(1), testssl.sh, apachectl(8).</summary>
    static readonly FrozenSet<string> Programs =
        FrozenSet.Create(StringComparer.Ordinal, "GREP", "EGREP", "FGREP", "DIFF", "CMP", "OPENSSL", "SED", "AWK", "JAVA", "JAVACMD", "GZIP", "BZIP", "BZIP2", "XZ",
            "ZSTD", "ZIPOPT", "UNZIP", "UNZIPOPT", "MANOPT", "LIBSMB_PROG", "ACKRC", "CURL", "WGET", "GPG", "TAR", "CAT", "LS", "PS", "NETSTAT", "KILL", "NICE", "PERL",
            "PYTHON", "RUBY", "PHP", "NODE", "MAKE", "CC", "CXX", "LD", "AR", "APACHE_HTTPD", "APACHE_LYNX", "APACHE_ENVVARS", "KOPIA_DIFF", "ZOOBINDIR", "HTTPD", "LYNX",
            "RUSTC", "RUSTDOC", "CARGO", "MYSQL", "PSQL", "KUBECTL", "DOCKER", "GIT", "SSH", "SCP", "SUDO");

    /// <summary>Ends of names whose values hold code or settings: what administrators install passes (<c>ES_JAVA_HOME=/usr/lib/jvm/17</c>).</summary>
    static readonly string[] Installed =
        ["_HOME", "_CLASSPATH", "_JARS", "_JARS_PATH", "_JAR_DIRS", "_CONF", "_CONFIG", "_CONFIG_FILES", "_CONFDIR", "_DEFAULTS_FILE", "_INSTALL_DIR", "_INSTALL_PATH",
            "_USE_PROFILE", "_BINDIR", "_BIN_DIR", "_LIB_DIR", "_ROOT", "_ROOT_X64", "_ROOT_X86", "_SCRIPTS_DIR",
            "_PROFILES_DIR", "_PROJECT_DIR", "_PLUGIN", "_LIBRARY_PATH", "_UNIT_PATH",
            "_INCLUDE_PATH", "CONFPATH", "CONFIG_DIR", "CONFIG_FILE", "CONFIG_PATH"];

    /// <summary>Ends of names whose values are run, or say what runs, wherever they lead.</summary>
    static readonly string[] Running =
        ["_CMD", "_BIN", "_EXE", "_EXEC", "_PROG", "_PROGRAM", "_COMMAND", "_SHELL", "_DIFF", "_INIT_SQL", "_HOOK", "_WRAPPER", "_ENVVARS", "_SCRIPT", "_LAUNCHER", "_HELPER",
            "_HTTPD", "_LYNX", "_BROWSER"];

    /// <summary>Parts of names of files that are written.</summary>
    static readonly FrozenSet<string> Written =
        FrozenSet.Create(StringComparer.Ordinal, "log", "logs", "logfile", "logdir", "persist", "persistent", "gocoverdir", "output", "outfile", "dump", "trace", "history",
            "histfile", "krb5ccname", "report");

    /// <summary>Words of names that say that the value is a server's address.</summary>
    static readonly FrozenSet<string> Serving =
        FrozenSet.Create(StringComparer.Ordinal, "url", "urls", "uri", "endpoint", "endpoints", "server", "servers", "addr", "address", "repo", "repository", "api", "broker",
            "brokers", "host", "hosts", "hostname", "proxy", "gateway");

    // host:folder, as scp(1) writes it
    [GeneratedRegex(@"^([^\s/@:]+@)?(?<host>([\w-]+\.)+[a-zA-Z][\w-]*):", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Folder();

    /// <returns>Why a program that alone is handed the variable may do something else; null where that is not to be expected.</returns>
    /// <param name="value">What is not known of it stands in it as a hole; null where nothing is.</param>
    public static string? Beside(string name, string? value, OwnNetwork network)
    {
        if (Exported(name, value) is { } reason) return reason;
        if (value is not { Length: > 0 } || !name.Any(char.IsAsciiLetterUpper) || Harmless.Contains(name) || name.StartsWith("LC_", StringComparison.Ordinal)
            || Array.Exists(Installed, end => name.EndsWith(end, StringComparison.Ordinal)))
            return null;
        if (Running.Any(end => name.EndsWith(end, StringComparison.Ordinal))) return $"{name} says what is run";
        var path = value.StartsWith("FILE:", StringComparison.Ordinal) ? value[5..] : value;
        var words = Tools.ActingWords.Split(name);
        // Azure CLI, "Dynamic install": an extension is fetched, and run.
        if (words.Contains("install") && !Refused().IsMatch(value)) return $"{name} may have something installed";
        if (words.Exists(Written.Contains))
            return (path.Contains('/') && !Tickets().IsMatch(path)) || words[^1] is "file" or "logfile" or "outfile" && !Refused().IsMatch(value)
                ? $"{name} may name what is written" : null;
        if (Array.Exists(Data, end => name.EndsWith(end, StringComparison.Ordinal))) return null;
        if (value is ['!' or '|', ..] or ['-', _, _, ..] || value.Contains(" -", StringComparison.Ordinal) || value.Contains("$(", StringComparison.Ordinal)
            || value.Contains('`') || value.Contains('=') && value.Contains('/'))
            return $"{name} may say what is run";
        if (Address().Match(value) is { Success: true } address)
            return network.Has(address.Groups["host"].Value) || address.Groups["host"].Value.Contains(Argument.Hole)
                ? null : $"{name} may say which server is spoken to";
        // GOVC_URL=host, ETCDCTL_ENDPOINTS=host:2379, BORG_REPO=host:folder: an address without its protocol.
        // HOST alone is the script's own.
        if (words.Exists(Serving.Contains) && name is not ("HOST" or "HOSTS" or "HOSTNAME" or "PROXY") && value.Split([',', ' ']).Any(one =>
            Tools.UnlistedValues.LeadsAway(one, network) || Folder().Match(one) is { Success: true } there && !network.Has(there.Groups["host"].Value)))
            return $"{name} may say which server is spoken to";
        return path[0] is '/' or '~' or '.' && path.Contains('/') && !Array.Exists(Stores, end => name.EndsWith(end, StringComparison.Ordinal))
            ? $"{name} may say which program, code or settings are used" : null;
    }

    /// <returns>Why an exported variable leads the programs behind it elsewhere; null where it does not.</returns>
    public static string? Exported(string name, string? value)
    {
        if (value is not { Length: > 0 }) return null;
        if (Programs.Contains(name)) return $"{name} says which program scripts run";
        if (Array.Exists(Installed, end => name.EndsWith(end, StringComparison.Ordinal)) && value[0] != Argument.Hole
            && !value.Split([':', ',']).All(part => Kept().IsMatch(part)))
            return $"{name} says where what runs finds its code or settings";
        return null;
    }

    [GeneratedRegex("^(0|1|no|off|false|none|yes|on|true|-)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Refused();

    // krb5.conf(5), "ccache": where tickets are kept as a rule.
    [GeneratedRegex(@"^/tmp/krb5cc_[\w\uFFFC]+$|^/run/user/[\d\uFFFC]+/", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Tickets();

    [GeneratedRegex(@"^(\w+:)?(\w[\w+.-]*://)([^\s/@]*@)?\[?(?<host>[^\s/:,\]]+)|@(?<host>[\w-]+(\.[\w-]+)+)(:|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    // Where only an administrator writes (Filesystem Hierarchy Standard); a path is not to lead out again.
    [GeneratedRegex(@"^(/(u\d+|opt|usr|etc|apps?|srv|var/lib|oracle|Library|snap|nix|home/\w+)/(?!.*\.\.)|\uFFFC|(\d[\d.]*|true|false|yes|no|on|off)?$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Kept();
}
