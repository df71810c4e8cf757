using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Programs that find, copy and pack files.</summary>
internal static partial class Hooks
{
    static readonly HashSet<string> FindTests = new(StringComparer.Ordinal)
    {
        "-name", "-iname", "-path", "-ipath", "-wholename", "-iwholename", "-regex", "-iregex", "-regextype", "-type", "-xtype", "-size", "-mtime", "-mmin", "-atime",
            "-amin", "-ctime", "-cmin", "-newer", "-anewer", "-cnewer", "-newermt", "-newerct", "-newerat", "-newermm",
        "-maxdepth", "-mindepth", "-user", "-group", "-uid", "-gid", "-perm", "-links", "-inum", "-samefile", "-lname", "-ilname", "-fstype", "-used", "-context", "-printf",
    };

    static readonly HashSet<string> FindFlags = new(StringComparer.Ordinal)
    {
        "-print", "-print0", "-ls", "-prune", "-quit", "-empty", "-depth", "-d", "-xdev", "-mount", "-follow", "-daystart", "-noleaf", "-true", "-false", "-readable",
            "-writable", "-executable", "-nouser", "-nogroup", "-not", "!", "-a", "-and", "-o", "-or", "(", ")", ",", "-warn", "-nowarn", "-ignore_readdir_race",
            "-noignore_readdir_race",
    };

    /// <summary>find(1), EXPRESSION.</summary>
    static Verdict Find(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands;
        var verdict = Verdict.Read("find lists files");
        var at = 0;
        while (at < words.Count && (words[at].Text is "-H" or "-L" or "-P" || words[at].Text.StartsWith("-O", StringComparison.Ordinal))) at++;
        while (at < words.Count && !words[at].IsOption && words[at].Text is not ("!" or "(")) 
        {
            if (words[at].Open && !words[at].Plain && at > 0) return Verdict.Unknown("a word of find's expression is not known");
            at++;
        }
        for (; at < words.Count; at++)
        {
            var word = words[at];
            if (FindTests.Contains(word.Text)) at++;
            else if (FindFlags.Contains(word.Text)) continue;
            else if (word.Text == "-delete") verdict = verdict.And(Verdict.Destructive("'-delete' removes what find matches"));
            else if (word.Text is "-fprint" or "-fprint0" or "-fls" or "-fprintf") verdict = verdict.And(Verdict.Destructive($"'{word.Text}' writes a file"));
            else if (word.Text is "-exec" or "-execdir" or "-ok" or "-okdir")
                verdict = verdict.And(word.Text.StartsWith("-ok", StringComparison.Ordinal) ? EffectTags.Interactive : EffectTags.None)
                    .And(FindExec(call, words, ref at));
            else if (word.Text.StartsWith("-newer", StringComparison.Ordinal) && word.Text.Length == 8) at++;
            else verdict = verdict.And(Verdict.Unlisted($"'{word.Shown}' in find's expression is not known"));
        }
        return verdict;
    }

    static Verdict FindExec(Invocation call, List<Argument> words, ref int at)
    {
        var inner = new List<Argument>();
        for (at++; at < words.Count && words[at].Text != ";" && !(words[at].Text == "+" && inner.Count > 0 && words[at - 1].Text == "{}"); at++)
            inner.Add(words[at].Text.Contains("{}", StringComparison.Ordinal) ? new Argument(words[at].Text.Replace("{}", Argument.Hole.ToString())) : words[at]);
        if (at >= words.Count) return Verdict.Unknown("find -exec without its end");
        // "{} +" hands on as many names as fit.
        if (words[at].Text == "+" && inner.Count > 0) inner[^1] = inner[^1] with { Plain = false };
        if (Spliced(inner) is { } spliced) return CommandJudge.Judge(call.Inner(inner)).And(Verdict.Unknown($"names of files become code of {spliced}"));
        return CommandJudge.Judge(call.Inner(inner)).And(NamedFiles.Judge(call, inner, NamedFiles.FoundBy(NamedFiles.Of(call))));
    }

    /// <summary>dd invocation: without <c>of=</c> it writes to standard output.</summary>
    static Verdict DiskDump(Invocation call, Parsed parsed)
    {
        foreach (var operand in parsed.Operands)
        {
            if (operand.Text.StartsWith("of=", StringComparison.Ordinal) && operand.Text != "of=/dev/null")
                return AddedFiles.IsNew(operand with { Text = operand.Text["of=".Length..] })
                    ? Verdict.Reversible($"'{operand.Shown}' is a file that is named by the time", EffectTags.Cost)
                    : Verdict.Destructive($"'{operand.Shown}' is overwritten");
            if (operand.Open || (!operand.Known && !operand.Text.Contains('='))) return Verdict.Unknown("an operand of dd is not known");
        }
        return Verdict.Read("dd reads", EffectTags.Cost);
    }

    static Verdict Date(Invocation call, Parsed parsed) =>
        parsed.Operands.Any(operand => !operand.Text.StartsWith('+') && !operand.Open) ? Verdict.Disruptive("date with a time sets the clock")
        : parsed.Operands.Any(operand => operand.Open) ? Verdict.Unknown("a value that does not begin with '+' would set the clock") : Neutral;

    static Verdict Tee(Invocation call, Parsed parsed)
    {
        var files = parsed.Operands.FindAll(operand => operand.Text is not ("/dev/null" or "/dev/stderr" or "/dev/tty" or "/dev/stdout"));
        if (files is not [var first, ..]) return Verdict.Read("tee writes no file");
        if (parsed.Operands.All(operand => KernelSettings.Are(operand.Text))) return Verdict.Disruptive($"tee writes '{first.Shown}', a setting of the kernel");
        if (files.TrueForAll(AddedFiles.IsNew)) return Verdict.Reversible($"tee makes '{first.Shown}', which is named by the time");
        var adds = parsed.Has("-a", "--append");
        return files.TrueForAll(file => AddedFiles.IsNew(file) || adds && AddedFiles.Keeps(file.Text))
            ? Verdict.Reversible($"tee adds to '{first.Shown}'") : Verdict.Destructive($"tee writes '{first.Shown}'");
    }

    /// <summary>
    /// Moving or copying to a new name beside the old one, or into a folder (which ends in a slash), keeps what was there; anything else
    /// overwrites its target. A copy out of a backup is a restore, and a tree that is copied is laid over what has its names.
    /// </summary>
    static Verdict Copy(Invocation call, Parsed parsed)
    {
        if (parsed.Operands.Count == 2 && IsAside(parsed.Operands[0].Text, parsed.Operands[1].Text)) return Verdict.Reversible($"{call.Name} keeps a copy aside");
        if (call.Name != "mv" && parsed.Operands.Count == 2 && !parsed.Has("-t") && AddedFiles.IsNew(parsed.Operands[1]))
            return Verdict.Reversible($"{call.Name} makes a file that is named by the time");
        var folder = parsed.Values("-t").LastOrDefault().Text is { } named ? named + "/" : parsed.Operands.Count > 1 ? parsed.Operands[^1].Text : "";
        var sources = parsed.Has("-t") ? parsed.Operands : parsed.Operands.SkipLast(1);
        if (folder.Length > 1 && folder[^1] == '/' && folder[0] != Argument.Hole
            && (call.Name == "mv" || sources.All(source => IsSingle(source.Text) && (!IsKept(source.Text) || folder.Contains("restore", StringComparison.Ordinal)))))
            return Verdict.Reversible(call.Name == "mv" ? "mv moves into a folder" : "cp copies into a folder");
        return Verdict.Destructive($"{call.Name} overwrites its target where there is one");
    }

    /// <summary>One file or folder by its own name.</summary>
    static bool IsSingle(string source) => source.Length > 0 && source[^1] is not ('/' or '.' or '*');

    static bool IsKept(string source) => Array.Exists(KeptAside, word => source.Contains(word, StringComparison.OrdinalIgnoreCase));

    static readonly string[] KeptAside = ["backup", ".bak", "dump", "snapshot", ".orig", ".old", "restore"];

    static bool IsAside(string source, string target)
    {
        var name = source[(source.LastIndexOf('/') + 1)..];
        return target.Contains(".bak", StringComparison.Ordinal) || target.Contains("backup", StringComparison.OrdinalIgnoreCase)
            || target.EndsWith(".old", StringComparison.Ordinal) || target.EndsWith(".orig", StringComparison.Ordinal)
            || (source.Length > 1 && target.StartsWith(source, StringComparison.Ordinal) && target.Length > source.Length && target[source.Length] is '.' or '-' or '_' or '~')
            || target.EndsWith(".disabled", StringComparison.Ordinal) || target.EndsWith(".save", StringComparison.Ordinal) || target.StartsWith("/tmp/", StringComparison.Ordinal)
            || (name.Length > 0 && target.EndsWith('/') is false && target[(target.LastIndexOf('/') + 1)..].StartsWith(name + ".", StringComparison.Ordinal))
                || (name.Length > 0 && target.Contains(name + "-", StringComparison.Ordinal))
            || (name.Length > 0 && SetAside().IsMatch(target[(target.LastIndexOf('/') + 1)..]) && target.EndsWith(name, StringComparison.Ordinal));
    }

    // "broken-01HX", "old_orders.db": the word in front says that it is out of the way.
    [GeneratedRegex("^(broken|old|bad|corrupt|corrupted|bak|aside|disabled|stale|dead|orig|saved?|prev|previous|quarantined?)[-_.]")]
    private static partial Regex SetAside();

    static Verdict Gzip(Invocation call, Parsed parsed) =>
        parsed.Operands.Count == 0 && call.Input.Kind is not InputKind.Inherited ? Verdict.Read("it works on its input")
        : parsed.Has("-c", "--stdout", "--to-stdout", "-l", "--list", "-t", "--test")
            ? Neutral
            : parsed.Has("-f", "--force")
            ? Verdict.Destructive($"{call.Name} replaces the files, and any of the new name")
            : Verdict.Reversible($"{call.Name} replaces the files by what can be turned back");

    /// <summary>ln(1): <c>-f</c> deletes what has the name, unless that is a link which <c>-n</c> or <c>-T</c> takes for itself: releases are switched so.</summary>
    static Verdict Link(Invocation call, Parsed parsed) =>
        !parsed.Has("-f", "--force") ? Verdict.Reversible("it makes a link")
        : parsed.Has("-s", "--symbolic") && parsed.Has("-n", "-T", "--no-dereference", "--no-target-directory") ? Verdict.Reversible("it turns a link to another target")
        : Verdict.Destructive("'-f' replaces what has the name");

    /// <summary>kill(1): <c>%1</c> is a job that this very shell began.</summary>
    static Verdict Kill(Invocation call, Parsed parsed) =>
        // Only as the first word: after another signal, 0 and -0 name the group of whoever asks.
        parsed.Has("-0", "-l", "-L", "--list", "--table")
            ? call.Words[1].Text is "-0" or "-l" or "-L" or "--list" or "--table" || call.Words[1].Text.StartsWith("--list=", StringComparison.Ordinal)
                ? Neutral
                : Verdict.Disruptive("it signals processes")
            : parsed.Operands.Count > 0 && parsed.Operands.All(operand => operand.Known && operand.Text.StartsWith('%'))
            ? Verdict.Read("it ends a job of this shell alone") : Verdict.Disruptive($"'{call.Name}' signals processes");

    /// <summary>rsync(1): one operand lists; more copy over the target, and <c>--delete</c> removes there.</summary>
    static Verdict Rsync(Invocation call, Parsed parsed) =>
        // rsync(1), "CONNECTING TO AN RSYNC DAEMON": to compare, the names, sizes and times of all files go there.
        parsed.Operands.Count > 1 && parsed.Operands[^1].Text is var there
            && (there.Contains("::", StringComparison.Ordinal) || there.StartsWith("rsync://", StringComparison.Ordinal))
            && UnlistedValues.LeadsAway(there.Split("::")[0], call.Scope.Tools.Network) ? Verdict.Unknown("the names of all files go to another network")
        : parsed.Has("-n", "--dry-run", "--list-only") ? Neutral
        : parsed.Operands.Count == 1 ? Verdict.Read("rsync with one operand lists it") : Verdict.Destructive("rsync writes over its target");

    static Verdict Scp(Invocation call, Parsed parsed)
    {
        if (parsed.Has("-S", "-F", "-J")
            || parsed.Values("-o")
                .Any(value =>
                    !value.Text.StartsWith("StrictHostKeyChecking", StringComparison.Ordinal) && !value.Text.StartsWith("ConnectTimeout", StringComparison.Ordinal)
                        && !value.Text.StartsWith("BatchMode", StringComparison.Ordinal)))
            return Verdict.Destructive("scp may run a program that its options name, and writes over its target");
        return Verdict.Destructive("scp writes over its target");
    }

    /// <summary>git submodule foreach: which submodules there are is not known, nor whether a shell reads the words there; a plain look is the same everywhere.</summary>
    static Verdict EachModule(Invocation call, Parsed parsed) =>
        parsed.Inner is { Count: > 0 } inner && CommandJudge.Judge(call.Inner(inner)) is { Effect: <= Effect.Read } judged
            ? judged : Verdict.Unknown("what runs in each submodule does more than look");

    /// <summary>git-checkout(1), git-merge(1) and the rest of the working-copy family: <c>-- path</c> discards changes.</summary>
    static Verdict GitCheckout(Invocation call, Parsed parsed) =>
        parsed.Dashes >= 0 ? Verdict.Destructive("'--' with paths overwrites local changes") : Neutral;
}
