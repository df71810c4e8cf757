using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Python's calls that read by their name and write a file, load code or take something up by what they are given: <c>sftp.get(remote, local)</c> of paramiko,
/// <c>pkgutil.get_data(package, name)</c>, <c>KafkaConsumer(topic, group_id=...)</c>.
/// </summary>
internal static class Fetching
{
    /// <summary>Arguments that name a file of this machine which is written (boto3, azure-storage, huggingface_hub, keras, minio).</summary>
    static readonly FrozenSet<string> Files = FrozenSet.Create(StringComparer.Ordinal, "file_path", "local_path", "localpath", "local_file", "local_dir", "dest", "destination", "dest_path", "out", "outfile", "out_file", "output", "output_path", "output_file", "download_path", "save_path", "save_to", "Filename", "Fileobj", "buf", "path_or_buf", "path_or_buffer");

    static readonly FrozenSet<string> Copiers = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "sftp", "scp", "fs", "ftp", "ssh", "conn");

    /// <summary>What settings are kept in, whose second argument stands in for one that is missing.</summary>
    static readonly FrozenSet<string> Settings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "environ", "env", "config", "cfg", "conf", "settings", "options", "opts", "kwargs", "headers", "params", "args", "defaults");

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
        if (name == "get" && member && (Copiers.Contains(receiver) || receiver.EndsWith("sftp", StringComparison.OrdinalIgnoreCase) || !Settings.Contains(receiver) && HandedFunctions.End(tokens, at + 2) + 1 is var second && second < close && IsPath(tokens[second]))) return Verdict.Unknown($"{receiver}.get() may write a file here");
        // docs.fabfile.org, "Connection.get": the file is written here, under its own name.
        if (name == "get" && member && at + 2 < close && tokens[at + 2].Kind == CodeKind.String && (receiver is ")" && Of(tokens, at).Exists(token => token.Is("Connection")) || !Settings.Contains(receiver) && IsOfSystem(tokens[at + 2]))) return Verdict.Unknown($"{receiver}.get() may write a file here");
        if (Consumers.Contains(name) && Given(tokens, at, "group_id") is { } group && group.Text is not "None" && Given(tokens, at, "enable_auto_commit") is not { Text: "False" }) return Verdict.Disruptive("it joins the group, and moves its offsets on");
        if (name == "merge" && member && (receiver.EndsWith("session", StringComparison.OrdinalIgnoreCase) || receiver is "db" or "s")) return Verdict.Reversible("merge() stages a change of the row");
        if (Lexicon.Python.Judge(name) is not { Effect: Effect.Read }) return null;
        for (var i = at + 2; i + 1 < close; i++)
        {
            if (tokens[i].Kind == CodeKind.Name && Files.Contains(tokens[i].Text) && tokens[i + 1].Is("=") && tokens[i - 1].Text is "(" or ",") return Verdict.Unknown($"'{tokens[i].Text}' may name a file that {name}() writes");
        }

        return member && Argued.HandsOn(tokens, at + 1) && Of(tokens, at).Exists(token => token.Is("boto3")) ? Verdict.Unknown("what a file holds is sent to another machine") : null;
    }

    static List<CodeToken> Of(List<CodeToken> tokens, int at)
    {
        var start = Math.Max(0, Paths.StartOf(tokens, at, Paths.MostInBrackets));
        return tokens.GetRange(start, at - start);
    }

    /// <summary>A path of the Filesystem Hierarchy Standard, as no service calls its pages.</summary>
    static bool IsOfSystem(CodeToken token) => token.Text.TrimStart('r', 'b', 'u', 'f').Trim('"', '\'').Split('/') is ["", "etc" or "var" or "usr" or "opt" or "root" or "srv" or "tmp" or "proc" or "boot", { Length: > 0 }, ..];

    static bool IsPath(CodeToken token) => token.Kind == CodeKind.String && token.Text.TrimStart('r', 'b', 'u', 'f').Trim('"', '\'') is var text && (text.StartsWith('/') && text.Length > 1 || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith('~') || text.StartsWith("C:", StringComparison.OrdinalIgnoreCase));

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
