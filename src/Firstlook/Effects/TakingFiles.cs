using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Files that change something by being read. Sources: the kernel's Documentation/watchdog/watchdog-api.rst ("opening the device enables it"),
/// Documentation/trace/ftrace.rst (trace_pipe: "this file will block ... reading it consumes"), proc(5) (/proc/kmsg, /proc/acpi/event), st(4), mcelog(8).
/// </summary>
internal static partial class TakingFiles
{
    static readonly string[] Watchdogs = ["/dev/watchdog", "/dev/watchdog0"];

    static readonly string[] Traces =
        ["/sys/kernel/tracing/trace_pipe", "/sys/kernel/debug/tracing/trace_pipe", "/sys/kernel/tracing/per_cpu/cpu0/trace_pipe_raw",
            "/sys/kernel/debug/tracing/per_cpu/cpu0/trace_pipe_raw", "/sys/kernel/tracing/free_buffer", "/sys/kernel/debug/tracing/free_buffer",
            "/sys/kernel/tracing/per_cpu/cpu0/snapshot_raw", "/sys/kernel/debug/tracing/per_cpu/cpu0/snapshot_raw"];

    /// <summary>What reading one takes away or changes, in a file that stands for its kind.</summary>
    public static IEnumerable<string> Examples => Watchdogs.Concat(Traces).Concat(KernelLogs).Concat(Tapes);

    static readonly string[] KernelLogs = ["/proc/kmsg", "/proc/acpi/event", "/dev/mcelog"];

    static readonly string[] Tapes = ["/dev/st0", "/dev/nst0"];

    /// <summary>Folders where one of these files lies, or one that never ends: what reads all that is below them reads that, too.</summary>
    static readonly string[] Roots =
        ["", "/proc", "/sys", "/sys/kernel", "/sys/kernel/debug", "/sys/kernel/tracing", "/sys/kernel/debug/tracing", "/dev", "/dev/input", "/dev/char", "/sys/bus",
            "/sys/devices", "/sys/class", "/sys/kernel/debug/regmap", "/sys/kernel/debug/usb", "/sys/kernel/debug/usb/usbmon"];

    /// <returns>What reading the first of these files does that is one of those; null where none is.</returns>
    public static Verdict? Reading(List<string> files)
    {
        foreach (var file in files)
        {
            if (Reading(file) is { } taken) return taken;
        }

        return null;
    }

    /// <param name="word">A path or a pattern of paths, or an option or address with one at its end.</param>
    /// <returns>What reading it does; null for any other file.</returns>
    public static Verdict? Reading(string word)
    {
        if (!MayTake(word)) return null;
        var path = OpenFolders.Straight(word);
        // The kernel's Documentation/trace/ftrace.rst: closing "free_buffer" shrinks the buffer to nothing; "snapshot_raw" is consumed as it is read.
        if (IsAny(path, Traces) || Trace().IsMatch(path))
            return Verdict.Destructive($"reading '{word}' takes its entries away from everybody else");
        if (Tape().IsMatch(path)) return Verdict.Reversible($"'{word}' moves the tape");
        // The kernel's Documentation/PCI/sysfs-pci.rst, drivers/base/regmap: ports and registers of devices, some of which clear on read.
        if (Registers().IsMatch(path)) return Verdict.Disruptive($"reading '{word}' reads registers of devices, which some take for an order");
        // The kernel's Documentation/usb/usbmon.rst
        if (UsbMonitor().IsMatch(path)) return Verdict.Read($"'{word}' follows all that goes over USB, keys as they are typed", EffectTags.Hang | EffectTags.Secret);
        if (path.EndsWith("/dev/port", StringComparison.Ordinal)) return Verdict.Disruptive($"reading '{word}' reads every port of the machine, which may hang it");
        if (path.EndsWith("/initctl/fifo", StringComparison.Ordinal) || path.EndsWith("/initctl", StringComparison.Ordinal))
            return Verdict.Disruptive($"reading '{word}' takes what is meant for the daemon");
        // net/sunrpc/cache.c: questions of the kernel to mountd; security/tomoyo/common.c: to the supervisor.
        if (Questions().IsMatch(path)) return Verdict.Disruptive($"reading '{word}' takes questions of the kernel, which are meant for a daemon");
        // drivers/gpu/drm/drm_debugfs_crc.c: opening it starts the capture.
        if (path.EndsWith("/crc/data", StringComparison.Ordinal)) return Verdict.Read($"'{word}' follows what a screen shows", EffectTags.Hang);
        if (IsAny(path, KernelLogs)) return Verdict.Destructive($"reading '{word}' takes the kernel's messages away from the logger");
        return IsAny(path, Watchdogs) || Watchdog().IsMatch(path)
            ? Verdict.Disruptive($"opening '{word}' starts a watchdog that restarts the machine unless it is fed") : null;
    }

    /// <summary>A path with what each of these files has in its own, or a pattern; asked first, since hardly any word has.</summary>
    static bool MayTake(ReadOnlySpan<char> word) =>
        word.Contains('/')
            && (word.ContainsAny("*?[{") || word.Contains("dev", StringComparison.Ordinal) || word.Contains("proc", StringComparison.Ordinal)
                || word.Contains("sys", StringComparison.Ordinal) || word.Contains("trac", StringComparison.Ordinal)
                || word.Contains("snapshot_raw", StringComparison.Ordinal) || word.Contains("initctl", StringComparison.Ordinal)
                || word.Contains("regmap", StringComparison.Ordinal) || word.Contains("usbmon", StringComparison.Ordinal));

    /// <summary>Whether a program reads all that lies below a folder with such a file in it.</summary>
    public static Verdict? Below(Invocation call)
    {
        if (call.Name is not ("find" or "rg" or "ag" or "ack" or "rgrep") && !Searching.Contains(call.Name)) return null;
        var words = call.Words.Skip(1).Select(word => word.Text).ToList();
        var walks = call.Name is "find" ? FoundAndRead(words) : call.Name is "rg" or "ag" or "ack" or "rgrep" || Searching.Contains(call.Name) && words.Exists(Recursive().IsMatch);
        return walks && (words.Find(IsRoot) ?? (IsRoot(call.Scope.Folder) ? call.Scope.Folder : null)) is { } root
            ? Verdict.Unknown($"below '{root}' lie files that reading takes something away from, or that never end") : null;
    }

    static readonly HashSet<string> Searching = new(StringComparer.Ordinal) { "grep", "egrep", "fgrep", "zgrep" };

    static bool IsRoot(string? word) => word is ['/', ..]
        && (TraceFolder().IsMatch(OpenFolders.Straight(word)) || Descriptors().IsMatch(OpenFolders.Straight(word))
            || Roots.Contains(OpenFolders.Straight(word).TrimEnd('/').TrimEnd('*').TrimEnd('/')));

    /// <summary>find(1): whatever is found is opened, unless its name says that it is none of these files.</summary>
    static bool FoundAndRead(List<string> words)
    {
        var opens = words.Index().Any(word => word.Index > 0 && words[word.Index - 1] is "-exec" or "-execdir" or "-ok" or "-okdir" && DeviceFiles.Opens(word.Item));
        var named = words.FindIndex(word => word is "-name" or "-iname" or "-path" or "-wholename" or "-regex" or "-xdev" or "-mount" or "-fstype");
        return opens && (named < 0 || words[named] is "-name" or "-iname" && named + 1 < words.Count && Taking(words[named + 1]));
    }

    static bool Taking(string name) => Watchdogs.Concat(Traces).Concat(KernelLogs).Concat(Tapes).Any(path => PathPattern.MayMean(name, path.AsSpan(path.LastIndexOf('/') + 1)));

    /// <summary>Whether a word ends in one of the paths, or is a pattern that may stand for one.</summary>
    static bool IsAny(string word, string[] paths) =>
        Array.Exists(paths, path => word.EndsWith(path, StringComparison.Ordinal) || word is ['/', ..] && PathPattern.MayMean(word, path));

    [GeneratedRegex("/(trace_pipe|trace_pipe_raw|snapshot_raw)$|/tracing/(instances/[^/]+/)?free_buffer$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Trace();

    [GeneratedRegex("/tracing/(per_cpu|instances)(/|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TraceFolder();

    [GeneratedRegex(@"^/proc/net/rpc/[^/]+/channel$|/security/tomoyo/query$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Questions();

    // proc_pid_fd(5): open pipes and sockets of another process.
    [GeneratedRegex(@"^/proc/(?!self(/|$)|thread-self|sys|net|fs|bus|irq|tty|acpi|scsi|asound|driver)[^/]+(/task(/[^/]+)?)?(/fd)?/?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Descriptors();

    [GeneratedRegex(
        @"^/sys/(bus/pci|devices|class)/\S*/resource[\d*?]\S*$|/debug/regmap/[^/]+/registers$|"
        + @"^/sys/(bus/pci/devices/[^/]+|devices/pci\S*)/config$|^/proc/bus/pci/[\da-f:*?]+/[\da-f.*?]+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Registers();

    [GeneratedRegex(@"/usbmon/[\d*?]+[ust*?]$|^/dev/usbmon", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex UsbMonitor();

    [GeneratedRegex(@"^if=/dev/(n?st\d|tape|rmt/|nrst|rst\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Tape();

    [GeneratedRegex(@"/dev/watchdog\d*$", RegexOptions.CultureInvariant)]
    private static partial Regex Watchdog();

    [GeneratedRegex(@"^-[a-zA-Z]*[rR][a-zA-Z]*$|^--(dereference-)?recursive$|^--directories=recurse$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Recursive();
}
