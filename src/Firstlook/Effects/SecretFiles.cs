using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Files that hold what lets somebody in: keys, tokens, passwords, the environment of a process. What shows their content is a read like any other, and waits for
/// a click. Sources: ssh-keygen(1), shadow(5), proc_pid_environ(5), the files that the manuals of the clients name (aws, kubectl, docker, psql, curl, mysql, vault, git).
/// </summary>
internal static partial class SecretFiles
{
    /// <summary>Programs whose output is, or may be, what stands in the file.</summary>
    static readonly FrozenSet<string> Showing = FrozenSet.ToFrozenSet(
        [
            "cat", "tac", "nl", "head", "tail", "less", "more", "most", "zless", "zmore", "zcat", "bzcat", "xzcat", "zstdcat", "bat", "batcat", "pr", "expand", "fold", "rev", "column", "paste", "cut", "tr", "sort", "uniq",
            "grep", "egrep", "fgrep", "zgrep", "rg", "ag", "awk", "gawk", "mawk", "sed", "jq", "yq", "strings", "xxd", "od", "hexdump", "base64", "base32", "diff", "comm", "cmp", "xargs", "find", "view",
        ], StringComparer.Ordinal);

    static readonly FrozenSet<string> Counting = FrozenSet.ToFrozenSet(["-c", "-q", "-l", "-L", "--count", "--quiet", "--silent", "--files-with-matches", "--files-without-match"], StringComparer.Ordinal);

    /// <returns>The file whose secrets the program may show; null where it shows none that its name tells of.</returns>
    public static string? ShownBy(Invocation call)
    {
        var program = call.Name[(call.Name.LastIndexOf('/') + 1)..];
        if (program == "ps") return ShowsEnvironment(call.Words);
        // helm.sh/docs, "--set-file": what the file holds becomes part of what is printed.
        if (program == "helm") return call.Words.Select(word => word.Text).Where((word, at) => word.StartsWith("--set-file=", StringComparison.Ordinal) || at > 0 && call.Words[at - 1].Text == "--set-file").Select(word => word[(word.LastIndexOf('=') + 1)..]).FirstOrDefault(Holds);
        if (!Showing.Contains(program)) return null;
        // "grep -c KEY .env" counts, where no option before it may take that for its value; and find alone lists names.
        if (program is "grep" or "egrep" or "fgrep" or "zgrep" or "rg" && call.Words.Count > 1 && Counting.Contains(call.Words[1].Text)) return null;
        if (program is "find" && !call.Words.Any(word => word.Text is "-exec" or "-execdir" or "-ok" or "-okdir")) return null;
        return call.Words.Skip(1).Select(word => word.Text).FirstOrDefault(Holds) ?? (call.Input.File is { } file && Holds(file) ? file : null);
    }

    // ps(1): the letter "e" among those without a dash shows the environment after the command. "-u deploy" and "-o etime" are values.
    static string? ShowsEnvironment(IReadOnlyList<Argument> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (Letters().IsMatch(words[i].Text) && !(words[i - 1].Text is ['-', .., var last] && "oOuUCpGgtsqk".Contains(last, StringComparison.Ordinal))) return $"ps {words[i].Text}";
        }

        return null;
    }

    [GeneratedRegex("^(?=[a-zA-Z]*e)[aAceghHjklLmnNopOqrsStTuUvVwxXZ]{1,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();

    /// <summary>Whether a path, with slashes, names such a file.</summary>
    public static bool Holds(string path) => path.Length < 4_096 && path.AsSpan().ContainsAny('/', '.', '_') && Named().IsMatch(path);

    [GeneratedRegex(@"(^|/)\.ssh/(?!known_hosts|config$|authorized_keys|\S*\.pub$)\S|(^|[/*])id_(rsa|dsa|ecdsa|ed25519)(?!\.pub)|ssh_host_\w+_key$|/etc/g?shadow(-|\.\w+)?$|/etc/security/opasswd$|/etc/wireguard/|/etc/ipsec\.secrets|/etc/ppp/(chap|pap)-secrets|\.nmconnection$|/etc/rancher/(k3s|rke2)/\w+\.yaml$|\.tfstate(\.backup)?$|\.config/gh/hosts\.yml$|/etc/mysql/debian\.cnf$|/sasl_passwd$|credentials\.tfrc\.json$|accessTokens\.json$|/proc/[^/]+/(task/[^/]+/)?(environ|mem)$|/proc/kcore$|/dev/k?mem$|\.aws/(credentials|config)$|(^|/)\.kube/config$|kubeconfig|/etc/kubernetes/[\w-]+\.conf$|\.(pgpass|netrc|my\.cnf|mylogin\.cnf|vault-token|git-credentials|npmrc|pypirc|s3cfg|boto|htpasswd|rediscli_auth)$|\.docker/config\.json$|credentials(\.\w+)?$|application_default_credentials|\.(key|keytab|p12|pfx|jks|keystore|kdbx|ppk)$|(priv(ate)?[-_.]?key|[-_.]key|privkey\d*)\.pem$|^\*\.pem$|\.\w*_history$|(^|/)\.env(\.\w+)?$|\w\.env$|(^|/)(secrets?|passwords?|passwd|vault[_-]pass\w*)\.(ya?ml|json|toml|ini|conf|properties|txt|php|env)(\.\w+)?$|/run/secrets/|/etc/ssl/private/|(^|/)wp-config\.php$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
