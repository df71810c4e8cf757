using System.Diagnostics;

namespace Firstlook.App.Tests;

internal sealed record Ended(int Code, string Output, string Error);

/// <summary>The program itself, as a person or a pipeline starts it. It ends with its test.</summary>
internal static class Executable
{
    /// <param name="folder">It is started there.</param>
    /// <param name="typed">On its standard input; null leaves it the test's own.</param>
    /// <param name="environment">Beside the test's own, of which no configuration is taken over.</param>
    public static Task<Ended> Run(IEnumerable<string> arguments, string? folder = null, string? typed = null, params (string Name, string Value)[] environment) =>
        Started(Path.Combine(Folder, "firstlook"), arguments, folder, typed, environment);

    /// <summary>A line as a person types it, with its redirections and pipes.</summary>
    public static Task<Ended> Shell(string line, string? folder = null) =>
        Started("/bin/sh", ["-c", line], folder, null, ("PATH", $"{Folder}:{Environment.GetEnvironmentVariable("PATH")}"));

    static readonly string Folder = Path.Combine(RepositoryRoot.Path, "artifacts/bin/Firstlook.App/debug");

    static async Task<Ended> Started(string program, IEnumerable<string> arguments, string? folder, string? typed, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
            { RedirectStandardInput = typed is not null, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder ?? "" };
        start.Environment.Remove("FIRSTLOOK_CONFIG");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var cancellation = TestContext.Current.CancellationToken;
#pragma warning disable RS0030 // The program under test.
        using var process = Process.Start(start)!;
#pragma warning restore RS0030
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            if (typed is not null)
            {
                await process.StandardInput.WriteAsync(typed);
                process.StandardInput.Close();
            }

            await process.WaitForExitAsync(cancellation);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
