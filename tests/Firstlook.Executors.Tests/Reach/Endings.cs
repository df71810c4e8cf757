using System.Globalization;
using System.Security.Cryptography;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Reach;

/// <summary>That nothing which was started goes on once its run is over, whatever way the target is reached. Programs of all targets of these tests are processes of this machine.</summary>
static class Endings
{
    /// <summary>A handshake takes its time where the machine is busy, and the program must have begun before it is stopped.</summary>
    static readonly Limits Short = Limits.Default with { Time = TimeSpan.FromSeconds(15) };

    /// <summary>A program that is over its time ends there, with what it has started.</summary>
    public static async Task OfTimeAreReal(ShellConnection connection)
    {
        var mark = Mark();
        await using var executors = Permits.Executors(connection);
        var result = await executors.Run(Permits.Read($"sh -c 'echo begun; sleep {mark} & sleep {mark}'", Language.Shell, Short));

        Assert.Equal(OutcomeKind.TimedOut, result.Outcome.Kind);
        Assert.Equal(["begun"], result.Output.Lines);
        await Gone(mark);
    }

    /// <summary>One that prints for ever ends there, too.</summary>
    public static async Task OfOutputAreReal(ShellConnection connection)
    {
        var mark = Mark();
        await using var executors = Permits.Executors(connection);
        var result = await executors.Run(Permits.Read($"yes {mark}", Language.Shell, Limits.Default with { Time = TimeSpan.FromMinutes(3) }));

        Assert.True(result.Output.Truncated);
        Assert.Contains(result.Output.Errors, line => line.StartsWith("stopped after 64 MiB", StringComparison.Ordinal));
        await Gone(mark);
    }

    /// <summary>So does one that nobody waits for any more, with all programs of its pipeline.</summary>
    public static async Task OfCancellationAreReal(ShellConnection connection)
    {
        var mark = Mark();
        await using var executors = Permits.Executors(connection);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = executors.Run(Permits.Read($"sleep {mark} | tail -n {mark}", Language.Shell, Limits.Default with { Time = TimeSpan.FromMinutes(3) }), Permits.Command, cancel.Token);
        await Eventually.Holds(() => Task.FromResult(running.IsCompleted || (Holding(mark).Contains("sleep") && Holding(mark).Contains("tail"))), TimeSpan.FromMinutes(1), () => $"there are only {string.Join(", ", Holding(mark))}");
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await Gone(mark);
    }

    static Task Gone(string mark) => Eventually.Holds(() => Task.FromResult(!Holding(mark).Any()), TimeSpan.FromMinutes(1), () => $"still there: {string.Join(", ", Holding(mark))}");

    /// <summary>A number that nothing else on this machine has among its words.</summary>
    static string Mark() => RandomNumberGenerator.GetInt32(100_000_000, 900_000_000).ToString(CultureInfo.InvariantCulture);

    /// <summary>Names of programs whose very words hold the mark; those that started them for us (ssh, sh, timeout) hold it among others.</summary>
    static IEnumerable<string> Holding(string mark)
    {
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(path[^1])))
        {
            string[] words;
            try
            {
                words = File.ReadAllText($"{process}/cmdline").Split('\0');
            }
            catch (IOException)
            {
                continue;
            }

            if (words.Length <= 5 && words.Contains(mark, StringComparer.Ordinal) && words[0] is "sleep" or "tail" or "yes") yield return words[0];
        }
    }
}
