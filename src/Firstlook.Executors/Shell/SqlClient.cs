using Firstlook.Executors.Sql;

namespace Firstlook.Executors.Shell;

/// <summary>
/// A client of a database among a program's words (<c>psql -c</c>, also behind <c>kubectl exec</c>, <c>docker exec</c>, <c>sudo -u</c>). Its statement was
/// judged, but the role that it runs as decides what a mistaken judgement could do.
/// </summary>
/// <param name="Program">The client's name, for a person.</param>
/// <param name="Asking">Words that ask, by the same way, what the role may do; null where this client cannot be asked.</param>
internal sealed record SqlClient(string Program, IReadOnlyList<string>? Asking)
{
    static readonly HashSet<string> Clients = new(StringComparer.Ordinal)
    {
        "psql", "mysql", "mariadb", "mongosh", "mongo", "sqlcmd", "sqlplus", "cqlsh", "clickhouse-client", "cockroach", "sqlite3",
    };

    /// <summary>Programs that run the words after them, here or elsewhere.</summary>
    static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal)
    {
        "kubectl", "oc", "docker", "podman", "docker-compose", "podman-compose", "sudo", "doas", "env", "timeout", "nice", "ionice", "nsenter", "runuser", "su",
        "watch", "xargs", "stdbuf", "time", "chroot", "setpriv", "ssh", "sh", "bash", "dash",
    };

    /// <summary>psql(1): options that say where and as whom; each with its value.</summary>
    static readonly string[] Connecting = ["-h", "-p", "-U", "-d", "--host", "--port", "--username", "--dbname"];

    /// <summary>psql(1): options with a value that say what to do, and are left out of the question.</summary>
    static readonly string[] Doing =
        ["-c", "-f", "-v", "-o", "-P", "-F", "-R", "-L", "-T", "--command", "--file", "--set", "--variable", "--output", "--pset", "--field-separator",
            "--record-separator", "--log-file", "--table-attr"];

    /// <returns>Null where no database client stands in the words.</returns>
    public static SqlClient? Find(IReadOnlyList<string> words)
    {
        var first = Name(words[0]);
        if (Clients.Contains(first)) return Of(words, 0);
        if (!Wrappers.Contains(first)) return null;
        for (var at = 1; at < words.Count; at++)
        {
            if (Clients.Contains(Name(words[at]))) return first is "ssh" or "sh" or "bash" or "dash" or "watch" or "xargs" ? new SqlClient(Name(words[at]), null) : Of(words, at);

            // A script in one word: what it runs cannot be asked about word by word.
            if (words[at].Contains(' ', StringComparison.Ordinal) && Clients.FirstOrDefault(client => Mentions(words[at], client)) is { } mentioned)
                return new SqlClient(mentioned, null);
        }

        return null;
    }

    static SqlClient Of(IReadOnlyList<string> words, int at)
    {
        var program = Name(words[at]);
        if (program != "psql") return new SqlClient(program, null);
        List<string> asking = [.. words.Take(at + 1)];
        for (var next = at + 1; next < words.Count; next++)
        {
            var word = words[next];
            if (word is "-l" or "--list" or "--version" or "--help" or "-V" or "-?") continue;
            if (Array.IndexOf(Doing, word) >= 0) next++;
            else if (Array.IndexOf(Connecting, word) >= 0 && next + 1 < words.Count) asking.AddRange([word, words[++next]]);
            else if (Connecting.Any(option => word.StartsWith(option.StartsWith("--", StringComparison.Ordinal) ? option + "=" : option, StringComparison.Ordinal))
                || !word.StartsWith('-'))
                asking.Add(word);
        }

        return new SqlClient(program, [.. asking, "-X", "-q", "-A", "-t", "-c", SqlRole.Question]);
    }

    static bool Mentions(string script, string client)
    {
        for (var at = script.IndexOf(client, StringComparison.Ordinal); at >= 0; at = script.IndexOf(client, at + 1, StringComparison.Ordinal))
        {
            var end = at + client.Length;
            if ((at == 0 || !char.IsLetterOrDigit(script[at - 1])) && (end == script.Length || !char.IsLetterOrDigit(script[end]))) return true;
        }

        return false;
    }

    static string Name(string word) => word[(word.LastIndexOf('/') + 1)..];
}
