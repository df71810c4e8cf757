using System.ComponentModel;
using System.Diagnostics;

namespace Firstlook.Journal.Tests;

/// <summary>Real programs beside the tests.</summary>
internal static class Programs
{
    /// <returns>The exit code; -1 where there is no such program.</returns>
    public static async Task<int> Run(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        if (process is null) return -1;

        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <returns>Null where there is no such program.</returns>
    public static Process? Start(string program, params string[] arguments)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false },
        };
        try
        {
            process.Start();
            return process;
        }
        catch (Win32Exception)
        {
            process.Dispose();
            return null;
        }
    }
}
