using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// What a program finds that opens a file below /dev. Of some it is known that they are harmless, or what lies on them; whatever else a driver makes may be taken away from
/// the program it is meant for, moved, started or waited for without end: a serial line, a queue, a tape, a watchdog. Sources: null(4), random(4), st(4), sd(4), ttyS(4).
/// </summary>
internal static partial class DeviceFiles
{
    /// <summary>Programs that open the files that they are handed, and read what is in them.</summary>
    static readonly FrozenSet<string> Opening = WordSet.Of(
        "cat tac nl head tail rev od hexdump hd xxd strings fold fmt pr expand unexpand cut sort uniq wc grep egrep fgrep zgrep rg awk gawk mawk nawk sed tr cksum sum "
            + "md5sum sha1sum sha224sum sha256sum sha384sum sha512sum b2sum shasum md5 xxhsum cmp diff comm join paste base64 base32 file tar cpio gzip zcat xz zstd "
            + "bzip2 bzcat xzcat zstdcat less more most zless column tsort jq yq shuf tee split bc");

    /// <summary>Programs that look at a file's name or its place alone, and never open it.</summary>
    static readonly FrozenSet<string> Naming = WordSet.Of("ls stat test [ readlink realpath basename dirname lsof fuser echo printf namei getfacl");

    /// <summary>Programs that hold what they read until the file is at its end (tail(1), sort(1), grep(1)).</summary>
    static readonly FrozenSet<string> Holding =
        WordSet.Of("tail tac sort uniq grep egrep fgrep zgrep awk gawk mawk sed cut rev jq yq diff wc column md5sum sha256sum shuf tsort bc mapfile readarray");

    /// <summary>Programs that hold a line, or a text, until it is at its end: of noughts none is.</summary>
    static readonly FrozenSet<string> HoldingLines = WordSet.Of("strings fold nl paste comm join fmt pr expand unexpand");

    /// <summary>Programs that count or compare, and show nothing of what they read.</summary>
    static readonly FrozenSet<string> Counting =
        WordSet.Of("wc cksum sum md5sum sha1sum sha224sum sha256sum sha384sum sha512sum b2sum shasum md5 xxhsum cmp file tar cpio tee gzip xz zstd bzip2");

    public static bool OnlyNamed(string program) => Naming.Contains(program);

    public static bool Opens(string program) => Opening.Contains(program[(program.LastIndexOf('/') + 1)..]);

    /// <returns>What reading a device does that has no end (null(4), random(4)); null for any other file, and for what reads so many bytes of it.</returns>
    /// <param name="files">What it is handed (<see cref="NamedFiles.Of"/>).</param>
    public static Verdict? WithoutEnd(Invocation call, List<string> files)
    {
        if ((files.Find(HasNoEnd) ?? (HasNoEnd(call.Input.File) ? call.Input.File : null)) is not { } device || OnlyNamed(call.Name)) return null;
        if (Holding.Contains(call.Name) || HoldingLines.Contains(call.Name) && device is "/dev/zero" or "/dev/full")
            return Verdict.Unknown($"{call.Name} reads {device}, which has no end, and may take all memory");
        // bash(1), "read": until the end of a line, or another sign, which may never come.
        if (call.Name is "read" && (device is "/dev/zero" or "/dev/full" || call.Words.Any(word => word.Text.StartsWith("-d", StringComparison.Ordinal)))
            && !call.Words.Any(word => Measure().IsMatch(word.Text))) return Verdict.Unknown($"read reads {device} until a sign that may never come, and may take all memory");
        if (call.Name is "head" && device is "/dev/zero" or "/dev/full" && !call.Words.Any(word => Bytes().IsMatch(word.Text)))
            return Verdict.Unknown($"head waits for the end of a line, which {device} has not, and may take all memory");
        if (call.Name is "head" && call.Words.Any(word => Huge().IsMatch(word.Text)))
            return Verdict.Read($"so much of {device} takes long, and whoever holds it all its memory", EffectTags.Hang | EffectTags.Cost);
        if (Measures(call) || !Opens(call.Name) && call.Name is not "openssl") return null;
        return call.Scope.Cut && !(call.Name is "cat" && device is "/dev/zero" or "/dev/full") ? null : Verdict.Read($"{device} has no end", EffectTags.Hang);
    }

    static bool HasNoEnd(string? file) => file is "/dev/zero" or "/dev/full" or "/dev/urandom" or "/dev/random";

    /// <summary>Whether a program reads so many bytes and ends: <c>head</c>, <c>od -N 4</c>, <c>xxd -l 16</c>, <c>cmp -n 100</c>.</summary>
    static bool Measures(Invocation call) => call.Name is "head"
        || call.Name is "od" or "xxd" or "hexdump" or "hd" or "cmp" && call.Words.Skip(1).Any(word => Measure().IsMatch(word.Text));

    /// <returns>What a program does that opens a device; null where it opens none, or one that is harmless.</returns>
    /// <param name="files">What it is handed (<see cref="NamedFiles.Of"/>).</param>
    public static Verdict? Problem(Invocation call, List<string> files)
    {
        if (!Opens(call.Name)) return null;
        foreach (var word in files)
        {
            if (Opened(OpenFolders.Straight(word[(word.IndexOf('=') + 1)..]), Counting.Contains(call.Name) || Measures(call)) is { } problem) return problem;
        }

        return null;
    }

    /// <param name="counts">Whether nothing of what is read is shown, or little.</param>
    /// <returns>What opening a device does; null for one that is harmless, and for any other file.</returns>
    public static Verdict? Opened(string path, bool counts)
    {
        if (Pipes().IsMatch(path)) return Verdict.Read($"'{path}' waits until something is written there, and takes it away", EffectTags.Hang);
        // proc_pid_fd(5): an open pipe or socket of another process is read in its place.
        if (OthersDescriptor().IsMatch(path)) return Verdict.Disruptive($"reading '{path}' takes what is meant for another process");
        if (!path.StartsWith("/dev/", StringComparison.Ordinal) || Harmless().IsMatch(path)) return null;
        if (!Disk().IsMatch(path)) return Verdict.Unknown($"reading '{path}' may take something away, or never end");
        return counts ? null : Verdict.Read($"'{path}' is a whole disk, with whatever lies on it", EffectTags.Secret | EffectTags.Cost);
    }

    [GeneratedRegex(@"^/proc/(?!self/|thread-self/)[^/]+/(task/[^/]+/)?fd/[^/]+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OthersDescriptor();

    [GeneratedRegex("^-[a-z]*c|^--bytes", RegexOptions.CultureInvariant)]
    private static partial Regex Bytes();

    // head(1), "-c": a thousand million bytes and more.
    [GeneratedRegex(@"^(-c|--bytes=)?(\d{10,}|\d+(G|GB|GiB|T|TB|TiB|P|E))$|^(-c|--bytes=)?\d{4,}(M|MB|MiB)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Huge();

    [GeneratedRegex(@"^-(-bytes|-read-bytes|-length|\w*[Nln]$|\w*[Nln]\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Measure();

    [GeneratedRegex(@"^/dev/(null|zero|full|u?random|std(in|out|err)|fd/\w+|tty|(tcp|udp)/.*|shm(/.*)?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();

    [GeneratedRegex(@"^/dev/(disk/.|mapper/.|(sd|hd|vd|xvd|nvme|dm-|md|loop|mmcblk|sr|cdrom|pmem|nbd|rbd|drbd|zd|zvol/|bcache|vg|root|k?mem|rdsk/|dsk/|r?disk\d)[^/]*)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Disk();

    [GeneratedRegex(@"(^|[/.])fifo$|/postfix/public/\w+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pipes();
}
