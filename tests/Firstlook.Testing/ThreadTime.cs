using System.Globalization;

namespace Firstlook.Testing;

/// <summary>Processor time of the calling thread: what a computation costs, however busy the machine is.</summary>
public static class ThreadTime
{
    /// <summary>proc(5), /proc/[pid]/schedstat: nanoseconds on a processor come first. Away from Linux it is the time of day.</summary>
    public static TimeSpan Now => File.Exists("/proc/thread-self/schedstat")
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1000)
        : TimeProvider.System.GetElapsedTime(0);
}
