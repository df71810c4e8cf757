using System.Collections.Frozen;

namespace Firstlook.Effects;

/// <summary>
/// Files that change something by being read. Sources: the kernel's Documentation/watchdog/watchdog-api.rst ("opening the device enables it"),
/// Documentation/trace/ftrace.rst (trace_pipe: "this file will block ... reading it consumes"), proc(5) (/proc/kmsg).
/// </summary>
internal static class TakingFiles
{
    /// <summary>Programs that look at a file's name or its place alone, and never open it.</summary>
    static readonly FrozenSet<string> Naming =
        FrozenSet.ToFrozenSet(["ls", "stat", "test", "[", "readlink", "realpath", "basename", "dirname", "lsof", "fuser", "echo", "printf", "namei", "getfacl"],
            StringComparer.Ordinal);

    public static bool OnlyNamed(string program) => Naming.Contains(program);

    /// <summary>Programs that hold what they read until a line, or the file, is at its end (tail(1), sort(1), grep(1)).</summary>
    static readonly FrozenSet<string> Holding =
        FrozenSet.ToFrozenSet(["tail", "tac", "sort", "uniq", "grep", "egrep", "fgrep", "zgrep", "awk", "gawk", "mawk", "sed", "cut", "rev", "jq", "diff", "wc", "column",
            "md5sum", "sha256sum"],
            StringComparer.Ordinal);

    /// <returns>What reading a device does that has no end (null(4), random(4)); null for any other file, and for what reads so many bytes of it.</returns>
    public static Verdict? WithoutEnd(Invocation call)
    {
        if (call.Words.Skip(1).Select(word => word.Text).Append(call.Input.File)
            .FirstOrDefault(word => word is "/dev/zero" or "/dev/full" or "/dev/urandom" or "/dev/random") is not { } device)
            return null;
        return Holding.Contains(call.Name) ? Verdict.Unknown($"{call.Name} reads {device}, which has no end, and may take all memory")
            : call.Name is "cat" && device is "/dev/zero" or "/dev/full" ? Verdict.Read($"{device} has no end", EffectTags.Hang) : null;
    }

    /// <param name="word">A path, or an option or address with one at its end.</param>
    /// <returns>What reading it does; null for any other file.</returns>
    public static Verdict? Reading(string word)
    {
        if (word.EndsWith("/trace_pipe", StringComparison.Ordinal) || word.EndsWith("/trace_pipe_raw", StringComparison.Ordinal))
            return Verdict.Destructive($"reading '{word}' takes its entries away from everybody else");
        if (word.StartsWith("if=/dev/st", StringComparison.Ordinal) || word.StartsWith("if=/dev/nst", StringComparison.Ordinal))
            return Verdict.Reversible($"'{word}' moves the tape");
        if (word.EndsWith("/dev/port", StringComparison.Ordinal)) return Verdict.Disruptive($"reading '{word}' reads every port of the machine, which may hang it");
        if (word.EndsWith("/initctl/fifo", StringComparison.Ordinal) || word.EndsWith("/dev/initctl", StringComparison.Ordinal))
            return Verdict.Disruptive($"reading '{word}' takes what is meant for the daemon");
        if (word.EndsWith("/proc/kmsg", StringComparison.Ordinal)) return Verdict.Destructive($"reading '{word}' takes the kernel's messages away from the logger");
        return word.IndexOf("/dev/watchdog", StringComparison.Ordinal) is >= 0 and var at && word.AsSpan(at + "/dev/watchdog".Length).IndexOfAnyExceptInRange('0', '9') < 0
            ? Verdict.Disruptive($"opening '{word}' starts a watchdog that restarts the machine unless it is fed") : null;
    }
}
