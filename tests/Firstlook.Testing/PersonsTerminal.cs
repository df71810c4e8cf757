#pragma warning disable RS0030 // The terminal is a person's; product code reaches nothing this way.
using System.Diagnostics;
using System.Text;

namespace Firstlook.Testing;

/// <summary>A terminal that a person sits at (script(1)): a command runs on it, what it shows can be waited for, and answered.</summary>
public sealed class PersonsTerminal : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly Process process;
    readonly StringBuilder shown = new();
    readonly Task reading;

    PersonsTerminal(Process process)
    {
        this.process = process;
        reading = Read();
    }

    /// <summary>All that it has shown so far.</summary>
    public string Shown
    {
        get
        {
            lock (shown) return shown.ToString();
        }
    }

    /// <param name="command">For <c>bash -c</c>.</param>
    public static PersonsTerminal Open(string command, IEnumerable<KeyValuePair<string, string>> environment, string folder = "/")
    {
        var start = new ProcessStartInfo("/usr/bin/script") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = folder };
        foreach (var word in new[] { "--quiet", "--return", "--flush", "--command", "exec /bin/bash --noprofile --norc -u -c \"$COMMAND\"", "/dev/null" }) start.ArgumentList.Add(word);
        start.Environment["SHELL"] = "/bin/sh";
        start.Environment["COMMAND"] = command;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new PersonsTerminal(Process.Start(start) ?? throw new InvalidOperationException("script did not start"));
    }

    /// <exception cref="TimeoutException">It does not show this; the message holds what it does show.</exception>
    public Task Shows(string text) => Eventually.Holds(() => Task.FromResult(Shown.Contains(text, StringComparison.Ordinal)), Patience, () => $"\"{text}\" is not shown, but:\n{Shown}");

    public async Task Type(string keys)
    {
        await process.StandardInput.WriteAsync(keys);
        await process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for the command to end.</summary>
    /// <returns>What it ends with.</returns>
    public async Task<int> Ended()
    {
        await Eventually.Holds(() => Task.FromResult(process.HasExited), Patience, () => $"it does not end:\n{Shown}");
        await reading;
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await reading;
        process.Dispose();
    }

    async Task Read()
    {
        var buffer = new char[1024];
        while (await process.StandardOutput.ReadAsync(buffer) is > 0 and var count)
        {
            lock (shown) shown.Append(buffer, 0, count);
        }
    }
}
