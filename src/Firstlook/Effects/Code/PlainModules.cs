using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Modules and classes that a language brings, and what of theirs only computes or tells something (docs.python.org, "The Python Standard Library"; docs.ruby-lang.org; psutil,
/// "API reference"; Node.js, "DNS"). The same names of anything else are not known.
/// </summary>
internal static class PlainModules
{
    static readonly FrozenDictionary<string, FrozenSet<string>> OfPython = new Dictionary<string, FrozenSet<string>>
    {
        ["math"] = WordSet.Of("ceil floor sqrt log log2 log10 exp trunc fabs fmod isnan isinf isclose hypot gcd lcm pow fsum prod degrees radians sin cos tan atan2"),
        ["statistics"] = WordSet.Of("mean median mode stdev pstdev variance pvariance quantiles fmean"),
        ["platform"] = WordSet.Of("platform node system release version machine processor python_version architecture uname mac_ver win32_ver freedesktop_os_release"),
        ["hashlib"] = WordSet.Of("md5 sha1 sha224 sha256 sha384 sha512 blake2b blake2s"),
        ["base64"] = WordSet.Of("b64decode b64encode urlsafe_b64decode urlsafe_b64encode standard_b64decode b32decode b32encode"),
        ["binascii"] = WordSet.Of("hexlify unhexlify crc32"),
        ["zlib"] = WordSet.Of("crc32 adler32"),
        ["os"] = WordSet.Of("cpu_count getppid getuid geteuid getgid getlogin getcwd walk times sysconf access readlink get_terminal_size statvfs scandir"),
        ["path"] = WordSet.Of("getmtime getctime getatime islink ismount lexists realpath abspath splitext expanduser normpath relpath commonpath samefile split"),
        ["shutil"] = WordSet.Of("which"),
        ["psutil"] = WordSet.Of("""
            cpu_count cpu_times cpu_stats cpu_freq swap_memory disk_partitions disk_io_counters net_io_counters net_connections net_if_addrs net_if_stats boot_time users
            pid_exists sensors_temperatures sensors_fans sensors_battery
            """),
        ["metadata"] = WordSet.Of("version requires"),
        ["importlib_metadata"] = WordSet.Of("version requires"),
        ["threading"] = WordSet.Of("active_count enumerate current_thread main_thread get_ident"),
        ["resource"] = WordSet.Of("getrusage getrlimit"),
        ["gc"] = WordSet.Of("get_count get_stats"),
        ["parse"] = WordSet.Of("urlparse urlsplit parse_qs parse_qsl unquote quote urlencode"),
        ["time"] = WordSet.Of("ctime gmtime mktime asctime time_ns process_time"),
        ["ipaddress"] = WordSet.Of("ip_address ip_network ip_interface"),
        ["socket"] = WordSet.Of("getfqdn"),
        ["csv"] = WordSet.Of("reader DictReader"),
        ["certifi"] = WordSet.Of("where"),
        ["np"] = WordSet.Of("percentile quantile mean median std"),
        ["r"] = WordSet.Of("memory_stats dbsize"),
        ["redis"] = WordSet.Of("memory_stats dbsize"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, FrozenSet<string>> OfRuby = new Dictionary<string, FrozenSet<string>>
    {
        ["Process"] = WordSet.Of("pid ppid clock_gettime uid gid"),
        ["Socket"] = WordSet.Of("gethostname ip_address_list"),
        ["JSON"] = WordSet.Of("parse"),
        ["YAML"] = WordSet.Of("safe_load safe_load_file load_file"),
        ["Thread"] = WordSet.Of("list current main"),
        ["ObjectSpace"] = WordSet.Of("memsize_of_all count_objects"),
        ["Gem"] = WordSet.Of("loaded_specs ruby_version"),
        ["connection"] = WordSet.Of("tables views indexes columns data_sources adapter_name current_database primary_key"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Names of functions that are imported by themselves, and that nothing else is called.</summary>
    static readonly FrozenSet<string> Alone = WordSet.Of("urlparse urlsplit parse_qs parse_qsl urlencode b64encode b64decode sha256 md5 cpu_count getrusage ceil floor sqrt");

    static readonly FrozenSet<string> Lookups = WordSet.Of("lookup resolve resolve4 resolve6 resolveMx resolveTxt resolveNs resolveSrv resolveCname reverse");

    /// <summary>Whether a name is one of those, of the module that has it.</summary>
    public static bool Read(List<CodeToken> tokens, int at, CodeFamily family, HashSet<string> bound)
    {
        var (name, receiver) = (tokens[at].Text, at > 1 && tokens[at - 1].Is(".") ? tokens[at - 2].Text : "");
        if (Hexadecimal(tokens, at, receiver) || family == CodeFamily.Python && OfConnection(tokens, at)) return true;
        if (bound.Contains(name) || bound.Contains(receiver) && receiver is not "r") return false;
        return family switch
        {
            CodeFamily.Python => receiver.Length == 0
                ? Alone.Contains(name) && at + 1 < tokens.Count && tokens[at + 1].Is("(") && !(at > 0 && tokens[at - 1].Is("."))
                : OfPython.TryGetValue(receiver, out var names) && names.Contains(name) || ReadsByArguments(tokens, at, receiver),
            CodeFamily.Ruby => OfRuby.TryGetValue(receiver, out var ruby) && ruby.Contains(name) || name is "readlines" && receiver is "File" && TakesPath(tokens, at + 1),
            _ => Lookups.Contains(name) && LooksUp(tokens, at),
        } || KnownCalls.Read(tokens, at);
    }

    // hashlib.sha256(x).hexdigest()
    static bool Hexadecimal(List<CodeToken> tokens, int at, string receiver) =>
        tokens[at].Text is "hexdigest" && at + 2 < tokens.Count && tokens[at + 1].Is("(") && tokens[at + 2].Is(")") && receiver.Length > 0;

    // with context.wrap_socket(...) as s: print(s.version()); docs.python.org, "ssl", "SSL Sockets"
    static bool OfConnection(List<CodeToken> tokens, int at) =>
        tokens[at].Text is "version" or "cipher" or "shared_ciphers" or "compression" or "selected_alpn_protocol" && at > 0 && tokens[at - 1].Is(".")
            && at + 2 < tokens.Count && tokens[at + 1].Is("(") && tokens[at + 2].Is(")") && tokens.Exists(token => token.Is("wrap_socket"));

    static bool ReadsByArguments(List<CodeToken> tokens, int at, string receiver)
    {
        if (at + 2 >= tokens.Count || !tokens[at + 1].Is("(")) return false;
        var none = tokens[at + 2].Is(")");
        return tokens[at].Text switch
        {
            // pandas; kafka-python
            "isnull" or "isna" or "notnull" or "notna" or "topics" => none,
            // re.sub() calls a function that stands in the text's place.
            "sub" or "subn" => receiver is "re" && HandedFunctions.End(tokens, at + 2) + 1 is var second && second < tokens.Count && tokens[second].Kind == CodeKind.String,
            _ => false,
        };
    }

    // File.readlines("/x"), File.readlines("/x", chomp: true); a path that begins with a bar is a command, and other arguments may open it to be written.
    static bool TakesPath(List<CodeToken> tokens, int open)
    {
        if (open + 2 >= tokens.Count || !tokens[open].Is("(") || tokens[open + 1] is not { Kind: CodeKind.String, Inner.Length: 0 } path) return false;
        return !path.Text.Trim('"', '\'').TrimStart().StartsWith('|')
            && (tokens[open + 2].Is(")") || tokens[open + 2].Is(",") && open + 3 < tokens.Count && tokens[open + 3].Is("chomp"));
    }

    // require('dns').lookup('x', console.log), dns.promises.resolve4('x'), with a function that is written out or prints
    static bool LooksUp(List<CodeToken> tokens, int at)
    {
        if (at < 2 || !tokens[at - 1].Is(".") || at + 2 >= tokens.Count || !tokens[at + 1].Is("(")) return false;
        if (tokens[at + 2] is not { Kind: CodeKind.String, Inner.Length: 0 }) return false;
        var start = Math.Max(0, Paths.StartOf(tokens, at, Paths.MostInBrackets));
        if (!tokens.GetRange(start, at - start).Exists(token => token.Text.Trim('"', '\'').Split('/', ':') is [.., "dns"] or ["dns", "promises"])) return false;
        var close = Paths.ClosingOf(tokens, at + 1);
        for (var argument = HandedFunctions.End(tokens, at + 2) + 1; argument < close; argument = HandedFunctions.End(tokens, argument) + 1)
        {
            var end = HandedFunctions.End(tokens, argument);
            if (!tokens[argument].Is("{") && tokens[argument].Kind is not (CodeKind.String or CodeKind.Number) && !tokens[argument].Is("console")
                && !HandedFunctions.IsWritten(tokens, argument, end))
                return false;
        }

        return true;
    }
}
