using System.Runtime.CompilerServices;

namespace Firstlook.Testing;

/// <summary>
/// Compares a text with a file that stands beside the test. On a difference it writes <c>NAME.received.EXT</c> beside that file
/// and throws; with the environment variable FIRSTLOOK_ACCEPT=1 it writes the file itself instead.
/// </summary>
public static class Golden
{
    /// <param name="actual">The text; its line ends are compared as <c>\n</c>, and a last one is added where it is missing.</param>
    /// <param name="path">The file, relative to the folder of the test's source.</param>
    /// <exception cref="GoldenDifferenceException">The file is missing, or differs.</exception>
    public static void Matches(string actual, string path, [CallerFilePath] string source = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(source)!, path);
        var received = Path.ChangeExtension(file, ".received" + Path.GetExtension(file));
        var normal = Normal(actual);
        if (File.Exists(file) && Normal(File.ReadAllText(file)) == normal)
        {
            File.Delete(received);
            return;
        }

        if (Environment.GetEnvironmentVariable("FIRSTLOOK_ACCEPT") == "1")
        {
            File.WriteAllText(file, normal);
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, normal);
        throw new GoldenDifferenceException(File.Exists(file) ? Difference(Normal(File.ReadAllText(file)), normal, file) : $"{file} is missing; see {received}");
    }

    static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n";

    static string Difference(string expected, string actual, string file)
    {
        var wanted = expected.Split('\n');
        var got = actual.Split('\n');
        var line = Enumerable.Range(0, Math.Max(wanted.Length, got.Length)).First(i => At(wanted, i) != At(got, i));
        return $"{file}:{line + 1} differs\n  expected: {At(wanted, line)}\n  received: {At(got, line)}\nRun with FIRSTLOOK_ACCEPT=1 to accept what was received.";
    }

    static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "(end)";
}

public sealed class GoldenDifferenceException(string message) : Exception(message);
