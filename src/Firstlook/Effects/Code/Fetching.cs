using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>
/// Python's calls that read by their name and write a file, load code or take something up by what they are given: <c>sftp.get(remote, local)</c> of paramiko,
/// <c>pkgutil.get_data(package, name)</c>, <c>KafkaConsumer(topic, group_id=...)</c>.
/// </summary>
internal static partial class Fetching
{
    /// <summary>Arguments that name a file of this machine which is written (boto3, azure-storage, huggingface_hub, keras, minio).</summary>
    static readonly FrozenSet<string> Files =
        FrozenSet.Create(StringComparer.Ordinal, "file_path", "local_path", "localpath", "local_file", "local_dir", "dest", "destination", "dest_path", "out", "outfile",
            "out_file", "output", "output_path", "output_file", "download_path", "save_path", "save_to", "Filename", "Fileobj", "buf", "path_or_buf", "path_or_buffer");

    static readonly FrozenSet<string> Copiers = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "sftp", "scp", "fs", "ftp", "ssh", "conn");

    /// <summary>What settings are kept in, whose second argument stands in for one that is missing.</summary>
    public static readonly FrozenSet<string> Settings =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "environ", "env", "config", "cfg", "conf", "settings", "options", "opts", "kwargs", "headers", "params",
            "args", "defaults");

    static readonly FrozenSet<string> Consumers = FrozenSet.Create(StringComparer.Ordinal, "KafkaConsumer", "AIOKafkaConsumer");

    /// <param name="at">The name of a function that is called.</param>
    public static Verdict? Judge(List<CodeToken> tokens, int at)
    {
        var name = tokens[at].Text;
        var member = at > 1 && tokens[at - 1].Is(".");
        var receiver = member ? tokens[at - 2].Text : "";
        var close = Paths.ClosingOf(tokens, at + 1);
        if (receiver is "pkgutil" && name is not "iter_modules") return Verdict.Unknown($"pkgutil.{name}() imports what it is asked about");
        if (receiver is "resources") return Verdict.Unknown($"resources.{name}() imports what it is asked about");
        if (receiver is "hub") return Verdict.Unknown($"hub.{name}() fetches code, and may run it");
        if (name == "get" && member
            && (Copiers.Contains(receiver) || receiver.EndsWith("sftp", StringComparison.OrdinalIgnoreCase)
                || !Settings.Contains(receiver) && HandedFunctions.End(tokens, at + 2) + 1 is var second && second < close && IsPath(tokens[second])))
            return Verdict.Unknown($"{receiver}.get() may write a file here");
        // docs.fabfile.org, "Connection.get": the file is written here, under its own name.
        if (name == "get" && member && at + 2 < close && tokens[at + 2].Kind == CodeKind.String
            && (receiver is ")" && Of(tokens, at).Exists(token => token.Is("Connection")) || !Settings.Contains(receiver) && IsOfSystem(tokens[at + 2])))
            return Verdict.Unknown($"{receiver}.get() may write a file here");
        if (Consumers.Contains(name) && Given(tokens, at, "group_id") is { } group && group.Text is not "None"
            && Given(tokens, at, "enable_auto_commit") is not { Text: "False" })
            return Verdict.Disruptive("it joins the group, and moves its offsets on");
        // What is unpacked may name a group; an iterated consumer of Confluent's is in one.
        if (Consumers.Contains(name) && Unpacks(tokens, at + 1, close)
            || name is "Consumer" or "DeserializingConsumer" or "AvroConsumer" && at > 1
                && (tokens[at - 1].Is("in")
                    || tokens[at - 1].Is("(") && tokens[at - 2].Text is "list" or "next" or "iter" or "tuple" or "enumerate" or "sorted" or "islice" or "zip" or "map"))
            return Verdict.Disruptive("it joins a group, and moves its offsets on");
        // selenium.dev, "get": the browser runs it.
        if (name == "get" && at + 2 < close && tokens[at + 2].Kind == CodeKind.String
            && tokens[at + 2].Text.Trim('"', '\'').StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
            return Verdict.Unknown("a script runs in the page");
        // filesystem-spec.readthedocs.io, "Built-in Implementations": by these protocols one signs in.
        if (name.StartsWith("read_", StringComparison.Ordinal)
            && tokens[(at + 1)..close].Exists(token =>
                token.Kind == CodeKind.String && Signing().Match(token.Text) is { Success: true } asked && !OwnNetwork.Private.Has(asked.Groups["host"].Value)))
            return Verdict.Unknown(PowerShell.Shares.Why);
        if (name == "merge" && member && (receiver.EndsWith("session", StringComparison.OrdinalIgnoreCase) || receiver is "db" or "s"))
            return Verdict.Reversible("merge() stages a change of the row");
        // boto3, "get_console_screenshot"
        if (Given(tokens, at, "WakeUp") is { Text: not "False" }) return Verdict.Reversible("it wakes the machine up");
        if (Lexicon.Python.Judge(name) is not { Effect: Effect.Read }) return null;
        if (WritesHere(tokens, at, Lexicon.Python)) return Verdict.Unknown($"{name}() may write a file here");
        for (var i = at + 2; i + 1 < close; i++)
        {
            if (tokens[i].Kind == CodeKind.Name && Files.Contains(tokens[i].Text) && tokens[i + 1].Is("=") && tokens[i - 1].Text is "(" or ",")
                return Verdict.Unknown($"'{tokens[i].Text}' may name a file that {name}() writes");
        }

        return member && Argued.HandsOn(tokens, at + 1) && Of(tokens, at).Exists(token => token.Is("boto3"))
            ? Verdict.Unknown("what a file holds is sent to another machine") : null;
    }

    /// <summary>
    /// Whether a call whose name reads by its beginning, or a get(), is given a path of this machine behind what it asks for: <c>get_blob(name, "/etc/x")</c>,
    /// <c>sftp.get_r(remote, local)</c>.
    /// </summary>
    public static bool WritesHere(List<CodeToken> tokens, int at, Lexicon lexicon)
    {
        var (name, receiver) = (tokens[at].Text, at > 1 && tokens[at - 1].Is(".") ? tokens[at - 2].Text : "");
        if (name is not ("get" or "fetch") && !lexicon.ReadsByBeginning(name) || Settings.Contains(receiver)) return false;
        for (var (start, close, place) = (at + 2, Paths.ClosingOf(tokens, at + 1), 0); start < close; start = HandedFunctions.End(tokens, start) + 1, place++)
        {
            if (place > 0
                && (IsPath(tokens[start])
                    || IsCopier(receiver) && tokens[start].Text is not ("{" or "(") && !(start + 1 < close && tokens[start + 1].Text is "=" or ":")))
                return true;
        }

        return false;
    }

    static bool IsCopier(string receiver) => Array.Exists(["sftp", "scp", "ftp", "ssh"], end => receiver.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    static List<CodeToken> Of(List<CodeToken> tokens, int at)
    {
        var start = Math.Max(0, Paths.StartOf(tokens, at, Paths.MostInBrackets));
        return tokens.GetRange(start, at - start);
    }

    /// <summary>A path of the Filesystem Hierarchy Standard, as no service calls its pages.</summary>
    static bool IsOfSystem(CodeToken token) =>
        token.Text.TrimStart('r', 'b', 'u', 'f').Trim('"', '\'')
            .Split('/') is ["", "etc" or "var" or "usr" or "opt" or "root" or "srv" or "tmp" or "proc" or "boot", { Length: > 0 }, ..];

    static bool IsPath(CodeToken token) =>
        token.Kind == CodeKind.String && token.Text.TrimStart('r', 'b', 'u', 'f').Trim('"', '\'') is var text
            && (text.StartsWith('/') && text.Length > 1 || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith('~')
                || text.StartsWith("C:", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^\W?(smb|cifs|ssh|sftp|scp|hdfs|webhdfs)://([^@/]*@)?(?<host>[^/:""']+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Signing();

    static bool Unpacks(List<CodeToken> tokens, int open, int close)
    {
        for (var start = open + 1; start < close; start = HandedFunctions.End(tokens, start) + 1)
        {
            if (start + 2 >= tokens.Count || !tokens[start].Is("*") || !tokens[start + 1].Is("*")) continue;
            var end = HandedFunctions.End(tokens, start);
            if (!tokens[start + 2].Is("{")
                || tokens.GetRange(start, end - start)
                    .Exists(token =>
                        token.Is("*") && token.Start > tokens[start + 1].Start || token.Text.Contains("group", StringComparison.Ordinal) || token.Text.Contains('\\')
                            || token.Inner is { Length: > 0 }))
                return true;
        }

        return false;
    }

    /// <summary>What an argument of that name is set to.</summary>
    static CodeToken? Given(List<CodeToken> tokens, int at, string argument)
    {
        for (var (i, close) = (at + 2, Paths.ClosingOf(tokens, at + 1)); i + 2 < close; i++)
        {
            if (tokens[i].Is(argument) && tokens[i + 1].Is("=")) return tokens[i + 2];
        }

        return null;
    }
}
