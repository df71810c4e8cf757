using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// Programs of which it is known what becomes of a file's content: those that print none, and those that keep it on this machine. Of every other program it is taken
/// that it may print what a file, a database or a service holds, and may ask another machine: a list of those would have no end.
/// </summary>
internal static partial class Carriers
{
    /// <summary>What they print are names, addresses, numbers and times.</summary>
    static readonly FrozenSet<string> Answering = FrozenSet.Create(StringComparer.Ordinal,
        "date", "hostname", "hostnamectl", "uname", "arch", "whoami", "id", "logname", "who", "seq", "echo", "printf", "basename", "dirname", "pwd", "nproc", "uuidgen",
            "tput", "tty", "true", "false", "test", "[", ":", "expr", "bc", "wc", "mktemp",
        "realpath", "readlink", "ls", "find", "fd", "fdfind", "stat", "du", "df", "pgrep", "pidof", "which", "command", "type", "uptime", "lsb_release", "getconf",
            "free", "md5sum", "sha1sum", "sha256sum", "sha512sum", "cksum", "sleep", "cd",
        "ip", "ifconfig", "nmcli", "ss", "netstat", "lsblk", "blkid", "findmnt", "systemctl", "systemd-escape", "timedatectl", "loginctl", "kubectl", "oc", "docker",
            "podman", "nerdctl", "crictl", "minikube", "kind", "k3d", "aws",
        "python3", "python", "cut", "tr", "dig", "host", "nslookup", "exit", "return", "local", "numfmt", "factor", "rand", "wait", "break", "continue");

    /// <summary>They print what comes through the pipe, and are given no file.</summary>
    static readonly FrozenSet<string> Filters =
        FrozenSet.Create(StringComparer.Ordinal, "tr", "tee", "xargs", "read", "while", "mapfile", "readarray", "tsort", "shuf", "gunzip", "unxz", "zstd", "gzip", "pv",
            "ts");

    static readonly FrozenSet<string> Wrappers =
        FrozenSet.Create(StringComparer.Ordinal, "sudo", "doas", "timeout", "nice", "ionice", "stdbuf", "env", "command", "builtin", "exec", "nohup", "time", "setsid",
            "unbuffer");

    /// <summary>They open no connection, whatever their words are.</summary>
    static readonly FrozenSet<string> Local = FrozenSet.Create(StringComparer.Ordinal,
        "echo", "printf", "test", "[", ":", "true", "false", "export", "declare", "typeset", "local", "readonly", "set", "read", "mapfile", "readarray", "unset",
            "return", "exit", "cd", "pushd", "tr", "tee", "cp", "mv", "rm", "ln", "mkdir", "touch", "chmod", "chown",
        "ls", "find", "stat", "du", "df", "wc", "ps", "kill", "pgrep", "pidof", "date", "basename", "dirname", "realpath", "readlink", "expr", "seq", "md5sum", "sha1sum",
            "sha256sum", "sha512sum", "cksum", "file", "which", "type", "sleep", "wait", "id", "xargs",
        "cat", "tac", "head", "tail", "base64", "base32", "xxd", "od", "hexdump", "strings", "rev", "sort", "cut", "grep", "egrep", "fgrep", "zgrep", "sed", "awk", "jq",
            "yq", "column", "uniq", "paste", "join", "comm", "diff", "fold", "nl", "zcat", "sqlite3", "let", "eval", "source", ".", "bash", "sh", "dash", "zsh", "ksh");

    /// <summary>Whether a program opens no connection.</summary>
    public static bool StaysHere(string program) => Local.Contains(program);

    /// <summary>The program that a command starts, behind wrappers and their options; null where it is not known.</summary>
    public static string? Program(SimpleCommand command)
    {
        foreach (var word in command.Words)
        {
            if (word.Constant is not { } text) return null;
            var name = text[(text.LastIndexOf('/') + 1)..];
            if (Wrappers.Contains(name) || text is ['-', ..] || text.Length > 0 && char.IsAsciiDigit(text[0]) || word.Parts is [Literal, ..] && text.IndexOf('=') > 0) continue;
            return name;
        }

        return null;
    }

    /// <summary>Whether the first command of a pipeline may print what a file, a database or a service holds.</summary>
    public static bool Print(SimpleCommand command) =>
        !command.Words.IsEmpty && Program(command) is { } program
            ? !Answering.Contains(program) || program is "date" && command.Words.Any(word => word.Constant is ['-', 'f', ..] or ['-', '-', 'f', 'i', 'l', 'e', ..])
                || program is "tr" or "cut" && command.Redirections.Any(redirection => redirection.Operator == RedirectionOperator.Input)
        : command.Words.Any(word => word.Constant is null) && !command.Words.Any(word => word.Constant is { } name && Answering.Contains(name));

    /// <summary>Whether a later one does, beside what comes through the pipe.</summary>
    public static bool PrintMore(SimpleCommand command) =>
        Program(command) is { } program && !SentAway.IsPrinter(program) && !Answering.Contains(program)
        && (!Filters.Contains(program)
            || program == "xargs"
                && command.Words.SkipWhile(word => word.Constant != "xargs").Skip(1)
                    .FirstOrDefault(word => word.Constant is not (['-', ..] or [>= '0' and <= '9', ..] or "{}" or "%")) is { Constant: { } started }
                && !Answering.Contains(started) && !Filters.Contains(started) && !SentAway.IsPrinter(started));

    /// <summary>Whether kubectl shows an object as a whole, or the environment of its containers: settings stand there. Of what only says where something listens, or
    /// runs, the whole is no secret.</summary>
    public static bool ShowSettings(SimpleCommand command) =>
        command.Words is [{ Constant: "kubectl" or "oc" }, ..] && command.Words.Any(word => word.Constant is { } text && Settings().IsMatch(text))
        && !command.Words.Any(word => word.Constant is "endpoints" or "ep" or "endpointslices" or "svc" or "service" or "services" or "node" or "nodes" or "ingress" or "ing");

    [GeneratedRegex(@"^(describe|config|(-o|--output)?=?(json|yaml))$|\{\{?\s*[.@]?\s*\}|\{[^{}]*(env|\.data\b)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Settings();

    /// <returns>What a program that may ask another machine hands on there; null where it does not, or where no such machine is named.</returns>
    public static string? HandedOn(SimpleCommand command, Scope scope)
    {
        if (Program(command) is not { } program || program == "ssh" || Local.Contains(program) || scope.Functions.ContainsKey(program)) return null;
        var abroad = command.Words.Skip(1).Any(word => IsAbroad(SentAway.Text(word.Parts), scope.Tools.Network));
        for (var at = 1; at < command.Words.Count; at++)
        {
            if (SentAway.Carried(command.Words[at].Parts, scope) is not { } carried) continue;
            var text = SentAway.Text(command.Words[at].Parts);
            if (IsAddress(text, scope.Tools.Network) || abroad && !Proof().IsMatch(text) && !Proof().IsMatch(command.Words[at - 1].Constant ?? "")) return carried;
        }

        return null;
    }

    /// <summary>Whether what is not known is part of an address, in a word or in a part of one.</summary>
    static bool IsAddress(string text, OwnNetwork network)
    {
        foreach (var piece in text.Split([' ', '\t', '\n', '"', '\'', '(', ')', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece.Contains(Argument.Hole)
                && (piece.Contains("://", StringComparison.Ordinal) || piece[0] is not ('/' or '.' or '~') && (Domain().IsMatch(piece) || IsAbroad(piece, network))))
                return true;
        }

        return false;
    }

    /// <summary>Whether a program keeps on this machine what it is handed.</summary>
    public static bool KeepsHere(string program) => Local.Contains(program[(program.LastIndexOf('/') + 1)..]);

    public static bool IsAbroad(string text, OwnNetwork network) => Abroad().Match(text) is { Success: true } match && !network.Has(match.Groups["host"].Value);

    [GeneratedRegex(@"^(--?[\w-]+=)?(\w+://)?([^\s/@]*@)?(?<host>([\w-]+\.)+([a-zA-Z][\w-]*|(?<=\d\.\d+\.\d+\.)\d+))\.?(:|/|$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Abroad();

    [GeneratedRegex("\uFFFC[\\w-]*\\.[\\w-]*[a-zA-Z]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    // What proves who asks is read from a file every day.
    [GeneratedRegex(@"^-([upawkEH]$|.*(token|pass|secret|auth|key|cert|cred|user))|Authorization:", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Proof();
}
