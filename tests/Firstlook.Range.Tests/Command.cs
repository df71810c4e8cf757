using System.Diagnostics;

namespace Firstlook.Range.Tests;

/// <summary>What a program said, and how it ended.</summary>
internal sealed record Said(int Exit, string Output, string Errors)
{
    public string Text => $"exit {Exit}\n{Output}\n{Errors}";
}

/// <summary>Runs a program to its end, within 60 s unless told otherwise.</summary>
internal static class Command
{
    public static async Task<Said> RunAsync(
        string program, IEnumerable<string> words, IReadOnlyDictionary<string, string> environment, string input, CancellationToken cancellation, TimeSpan? within = null)
    {
        using var limit = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(60));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var process = new Process { StartInfo = Describe(program, words, environment) };
        process.Start();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(either.Token);
        var errors = process.StandardError.ReadToEndAsync(either.Token);
        await process.WaitForExitAsync(either.Token);
        return new Said(process.ExitCode, await output, await errors);
    }

    static ProcessStartInfo Describe(string program, IEnumerable<string> words, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, words)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        return start;
    }
}
