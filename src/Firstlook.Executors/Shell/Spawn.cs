using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Firstlook.Executors.Shell;

/// <summary>
/// Starting programs with <c>posix_spawn</c>, in one file: a process group of their own, the descriptors we say and no other, default signals.
/// .NET's own Process can neither set the group nor join programs by real pipes. Linux with glibc 2.34 or newer.
/// </summary>
internal static partial class Spawn
{
    const int CloseOnExec = 0x80000; // O_CLOEXEC
    const int ReadWrite = 2; // O_RDWR
    const int MemoryFileCloseOnExec = 1; // MFD_CLOEXEC
    const short SetGroup = 0x02, SetDefaultSignals = 0x04, SetSignalMask = 0x08; // POSIX_SPAWN_*

    // Larger than any glibc's posix_spawn_file_actions_t (80), posix_spawnattr_t (336) and sigset_t (128).
    const int Opaque = 512;

    /// <param name="Program">Absolute path.</param>
    /// <param name="Arguments">Without the program's own name.</param>
    /// <param name="Environment"><c>NAME=value</c>, all of it.</param>
    /// <param name="Group">Process group to join; 0 founds one.</param>
    public sealed record Request(
        string Program,
        IReadOnlyList<string> Arguments,
        IReadOnlyList<string> Environment,
        string Folder,
        SafeFileHandle Input,
        SafeFileHandle Output,
        SafeFileHandle Error,
        int Group);

    /// <returns>Its process id. It must be reaped by <see cref="Reap"/>.</returns>
    /// <exception cref="Win32Exception">It could not be started: no such program, no such folder, no right.</exception>
    public static unsafe int Start(Request request)
    {
        byte* actions = stackalloc byte[Opaque], attributes = stackalloc byte[Opaque], signals = stackalloc byte[Opaque];
        Check(posix_spawn_file_actions_init(actions));
        Check(posix_spawnattr_init(attributes));
        var arguments = Words([request.Program, .. request.Arguments]);
        var environment = Words(request.Environment);
        try
        {
            Check(posix_spawn_file_actions_addchdir_np(actions, request.Folder));
            Check(posix_spawn_file_actions_adddup2(actions, Number(request.Input), 0));
            Check(posix_spawn_file_actions_adddup2(actions, Number(request.Output), 1));
            Check(posix_spawn_file_actions_adddup2(actions, Number(request.Error), 2));
            Check(posix_spawn_file_actions_addclosefrom_np(actions, 3));

            // The runtime ignores SIGPIPE, and an ignored signal is inherited: `yes | head -1` would never end.
            Check(sigfillset(signals));
            Check(posix_spawnattr_setsigdefault(attributes, signals));
            Check(sigemptyset(signals));
            Check(posix_spawnattr_setsigmask(attributes, signals));
            Check(posix_spawnattr_setpgroup(attributes, request.Group));
            Check(posix_spawnattr_setflags(attributes, SetGroup | SetDefaultSignals | SetSignalMask));
            fixed (nint* argv = arguments, envp = environment)
            {
                Check(posix_spawn(out var process, request.Program, actions, attributes, argv, envp));
                return process;
            }
        }
        finally
        {
            Free(arguments);
            Free(environment);
            _ = posix_spawn_file_actions_destroy(actions);
            _ = posix_spawnattr_destroy(attributes);
        }
    }

    /// <summary>A pipe whose ends no program inherits but those that are given one.</summary>
    public static unsafe (SafeFileHandle Read, SafeFileHandle Write) Pipe()
    {
        var ends = stackalloc int[2];
        if (pipe2(ends, CloseOnExec) != 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
        return (new SafeFileHandle(ends[0], ownsHandle: true), new SafeFileHandle(ends[1], ownsHandle: true));
    }

    /// <summary>
    /// <c>/dev/null</c> to read and to write. Not by .NET's own way, which takes a lock (flock(2)) on what it opens: one that anybody on the
    /// machine holds on this file would keep every program from starting.
    /// </summary>
    /// <exception cref="Win32Exception">Out of descriptors.</exception>
    public static SafeFileHandle Nothing()
    {
        var number = open("/dev/null", ReadWrite | CloseOnExec);
        if (number < 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
        return new SafeFileHandle(number, ownsHandle: true);
    }

    /// <summary>A file in memory that holds these bytes, to be read from its start.</summary>
    public static SafeFileHandle MemoryFile(ReadOnlySpan<byte> content)
    {
        var number = memfd_create("firstlook", MemoryFileCloseOnExec);
        if (number < 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
        var file = new SafeFileHandle(number, ownsHandle: true);

        // Written by offset, so that the position that the program inherits stays at the start.
        RandomAccess.Write(file, content, 0);
        return file;
    }

    /// <summary>Waits until one of these can be read, or has ended, or the time has passed.</summary>
    /// <returns>For each, whether it has something to say.</returns>
    public static unsafe bool[] Wait(IReadOnlyList<SafeFileHandle> handles, TimeSpan time)
    {
        var polls = stackalloc PollDescriptor[handles.Count];
        for (var at = 0; at < handles.Count; at++) polls[at] = new PollDescriptor { Descriptor = Number(handles[at]), Events = 1 /* POLLIN */ };
        _ = poll(polls, (nuint)handles.Count, (int)Math.Ceiling(time.TotalMilliseconds));
        var ready = new bool[handles.Count];
        for (var at = 0; at < ready.Length; at++) ready[at] = polls[at].Returned != 0;
        return ready;
    }

    /// <returns>Bytes read; 0 at the end.</returns>
    public static unsafe int Read(SafeFileHandle handle, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            var count = read(Number(handle), start, (nuint)buffer.Length);
            return count < 0 ? 0 : (int)count;
        }
    }

    /// <summary>A handle that <see cref="Wait"/> finds ready once the process has ended; null where the kernel has none to give (out of descriptors): then only
    /// <see cref="HasEnded"/> tells.</summary>
    public static SafeFileHandle? Watch(int process)
    {
        var number = pidfd_open(process, 0);
        return number < 0 ? null : new SafeFileHandle(number, ownsHandle: true);
    }

    /// <summary>Whether a child of ours has ended; it stays to be reaped. One that is not there any more has.</summary>
    public static unsafe bool HasEnded(int process)
    {
        // siginfo_t has 128 bytes, and begins with the signal's number: SIGCHLD where there is something to tell, else 0 (waitid(2)).
        var information = stackalloc int[32];
        new Span<int>(information, 32).Clear();
        return waitid(1 /* P_PID */, process, information, 0x01000005 /* WNOWAIT | WEXITED | WNOHANG */) != 0 || information[0] != 0;
    }

    /// <returns>Its exit code, 128 and the signal's number where one ended it; null while it runs.</returns>
    public static int? Reap(int process)
    {
        var reaped = waitpid(process, out var status, 1 /* WNOHANG */);
        if (reaped == 0) return null;
        if (reaped < 0) return 127;
        return (status & 0x7f) == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f);
    }

    /// <summary>Sends a signal to every process of the group. A group that is gone is no error.</summary>
    public static void Signal(int group, int signal) => _ = kill(-group, signal);

    /// <summary>Sends a signal to a child that is not reaped yet. One that has ended is no error.</summary>
    public static void SignalOne(int process, int signal) => _ = kill(process, signal);

    public const int Terminate = 15, Kill = 9;

    public static bool RunsAsRoot => geteuid() == 0;

    static int Number(SafeFileHandle handle) => (int)handle.DangerousGetHandle();

    static void Check(int error)
    {
        if (error != 0) throw new Win32Exception(error);
    }

    static nint[] Words(IReadOnlyList<string> words)
    {
        var pointers = new nint[words.Count + 1];
        for (var at = 0; at < words.Count; at++) pointers[at] = Marshal.StringToCoTaskMemUTF8(words[at]);
        return pointers;
    }

    static void Free(nint[] words)
    {
        foreach (var word in words) Marshal.FreeCoTaskMem(word);
    }

    [StructLayout(LayoutKind.Sequential)]
    struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int posix_spawn(out int process, string path, byte* actions, byte* attributes, nint* argv, nint* envp);

    [LibraryImport("libc")]
    private static unsafe partial int posix_spawn_file_actions_init(byte* actions);

    [LibraryImport("libc")]
    private static unsafe partial int posix_spawn_file_actions_destroy(byte* actions);

    [LibraryImport("libc")]
    private static unsafe partial int posix_spawn_file_actions_adddup2(byte* actions, int from, int to);

    [LibraryImport("libc")]
    private static unsafe partial int posix_spawn_file_actions_addclosefrom_np(byte* actions, int from);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int posix_spawn_file_actions_addchdir_np(byte* actions, string folder);

    [LibraryImport("libc")]
    private static unsafe partial int posix_spawnattr_init(byte* attributes);

    [LibraryImport("libc")]
    private static unsafe partial int posix_spawnattr_destroy(byte* attributes);

    [LibraryImport("libc")]
    private static unsafe partial int posix_spawnattr_setflags(byte* attributes, short flags);

    [LibraryImport("libc")]
    private static unsafe partial int posix_spawnattr_setpgroup(byte* attributes, int group);

    [LibraryImport("libc")]
    private static unsafe partial int posix_spawnattr_setsigdefault(byte* attributes, byte* signals);

    [LibraryImport("libc")]
    private static unsafe partial int posix_spawnattr_setsigmask(byte* attributes, byte* signals);

    [LibraryImport("libc")]
    private static unsafe partial int sigfillset(byte* signals);

    [LibraryImport("libc")]
    private static unsafe partial int sigemptyset(byte* signals);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int pipe2(int* ends, int flags);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int memfd_create(string name, uint flags);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int poll(PollDescriptor* descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial nint read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int pidfd_open(int process, uint flags);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int waitid(int kind, int process, int* information, int options);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int waitpid(int process, out int status, int options);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int process, int signal);

    [LibraryImport("libc")]
    private static partial uint geteuid();
}
