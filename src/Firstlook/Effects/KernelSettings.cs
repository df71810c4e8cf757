namespace Firstlook.Effects;

/// <summary>
/// Files below /proc/sys whose content is a setting of memory or of the network, as sysctl(8) sets it: what is written there overwrites no data (proc(5), /proc/sys/vm,
/// /proc/sys/net). Below /proc/sys/kernel some name a program that the kernel starts.
/// </summary>
internal static class KernelSettings
{
    static readonly string[] Kept = ["/proc/sys/vm/", "/proc/sys/net/"];

    /// <param name="path">What is not known stands in it as <see cref="Argument.Hole"/>.</param>
    public static bool Are(string path) =>
        Array.Exists(Kept, start => path.StartsWith(start, StringComparison.Ordinal)) && path.AsSpan().IndexOfAnyExcept(Letters) < 0
            && !path.Contains("..", StringComparison.Ordinal);

    static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_/.-");
}
