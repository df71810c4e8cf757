using System.Diagnostics;
using System.Text;

namespace Firstlook.Tests.Effects.Shell;

/// <summary>The real shell, asked what it makes of generated text. It parses (<c>-n</c>) or prints words; nothing generated is ever run as a program.</summary>
static class Bash
{
    public static bool Absent => !File.Exists("/bin/bash");

    /// <summary>For each script, whether <c>bash -n</c> accepts it.</summary>
    public static bool[] Accepts(IReadOnlyList<string> scripts)
    {
        var folder = Directory.CreateTempSubdirectory("firstlook-bash");
        try
        {
            for (var i = 0; i < scripts.Count; i++) File.WriteAllText(Path.Combine(folder.FullName, $"{i:D6}"), scripts[i] + "\n");
            var output = Run($"cd '{folder.FullName}' && for f in *; do if bash -n \"$f\" 2>/dev/null; then echo 1; else echo 0; fi; done");
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line == "1").ToArray();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The words that bash hands to a program for each line of plain words.</summary>
    public static string[][] Words(IReadOnlyList<string> lines)
    {
        var script = new StringBuilder("set -f\n");
        foreach (var line in lines) script.Append("printf '%s\\0' ").Append(line).Append("\nprintf '\\1\\0'\n");
        return Run(script.ToString()).Split("\u0001\0")[..^1].Select(words => words.Split('\0')[..^1]).ToArray();
    }

    /// <summary>What a script of our own prints.</summary>
    public static string Run(string script)
    {
        var start = new ProcessStartInfo("/bin/bash", "--norc --noprofile -s")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
#pragma warning disable RS0030 // The differential test needs the real shell; it is no target.
        using var process = Process.Start(start)!;
#pragma warning restore RS0030
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var writing = Task.Run(() =>
        {
            process.StandardInput.Write(script);
            process.StandardInput.Close();
        }, TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        writing.Wait(TestContext.Current.CancellationToken);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        return output;
    }
}
