using System.Diagnostics;

namespace Firstlook.Range;

/// <summary>A program of the machine that the range uses on what is its own: its repository, its cluster.</summary>
internal static class Tool
{
    /// <returns>What it printed, without the last line's end.</returns>
    /// <exception cref="InvalidOperationException">It did not start, or ended with another code than 0; what it said is in the message.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> before, IReadOnlyCollection<string> words, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, [.. before, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
#pragma warning disable RS0030 // The range's own: no target of anybody's.
        using var running = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
#pragma warning restore RS0030
        var errors = running.StandardError.ReadToEndAsync(cancellation);
        var output = await running.StandardOutput.ReadToEndAsync(cancellation);
        await running.WaitForExitAsync(cancellation);
        return running.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{program} {string.Join(' ', words)}: {(await errors).Trim()}");
    }
}
