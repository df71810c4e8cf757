using System.Collections.Frozen;

namespace Firstlook.Effects;

/// <summary>
/// Files that change something by being read. Sources: the kernel's Documentation/watchdog/watchdog-api.rst ("opening the device enables it"),
/// Documentation/trace/ftrace.rst (trace_pipe: "this file will block ... reading it consumes"), proc(5) (/proc/kmsg).
/// </summary>
internal static class TakingFiles
{
    /// <summary>Programs that look at a file's name or its place alone, and never open it.</summary>
    static readonly FrozenSet<string> Naming = FrozenSet.ToFrozenSet(["ls", "stat", "test", "[", "readlink", "realpath", "basename", "dirname", "lsof", "fuser", "echo", "printf", "namei", "getfacl"], StringComparer.Ordinal);

    public static bool OnlyNamed(string program) => Naming.Contains(program);

    /// <param name="word">A path, or an option or address with one at its end.</param>
    /// <returns>What reading it does; null for any other file.</returns>
    public static Verdict? Reading(string word)
    {
        if (word.EndsWith("/trace_pipe", StringComparison.Ordinal) || word.EndsWith("/trace_pipe_raw", StringComparison.Ordinal)) return Verdict.Destructive($"reading '{word}' takes its entries away from everybody else");
        if (word.EndsWith("/proc/kmsg", StringComparison.Ordinal)) return Verdict.Destructive($"reading '{word}' takes the kernel's messages away from the logger");
        return word.IndexOf("/dev/watchdog", StringComparison.Ordinal) is >= 0 and var at && word.AsSpan(at + "/dev/watchdog".Length).IndexOfAnyExceptInRange('0', '9') < 0
            ? Verdict.Disruptive($"opening '{word}' starts a watchdog that restarts the machine unless it is fed") : null;
    }
}
