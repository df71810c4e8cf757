#pragma warning disable RS0030 // Fixtures start real servers; product code reaches nothing this way.
using System.Collections.Concurrent;
using System.Diagnostics;

namespace Firstlook.Testing;

/// <summary>A real server for the time of a test. It dies with the test process, also when that is killed.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    /// <summary>Far beyond what any of them takes on a busy machine: what is still there then hangs, and the test says so.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    readonly Process process;

    RunningProgram(Process process) => this.process = process;

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public static RunningProgram Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo("/usr/bin/setpriv") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = folder ?? "/" };
        foreach (var word in new[] { "--pdeathsig", "KILL", "--", program }.Concat(arguments)) start.ArgumentList.Add(word);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[name] = value;
        var started = Starter.Start(start);
        var running = new RunningProgram(started);
        started.OutputDataReceived += (_, line) => running.Remember(line.Data);
        started.ErrorDataReceived += (_, line) => running.Remember(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        started.StandardInput.Close();
        return running;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It ended with an error, or not at all; the message holds what it said.</exception>
    public static async Task<string> Run(string program, IEnumerable<string> arguments, string? input = null, string? folder = null, bool check = true)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = folder ?? "/" };
        foreach (var word in arguments) start.ArgumentList.Add(word);
        using var ran = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var output = ran.StandardOutput.ReadToEndAsync();
        var error = ran.StandardError.ReadToEndAsync();
        try
        {
            if (input is not null) await ran.StandardInput.WriteAsync(input);
            ran.StandardInput.Close();
            // Its outputs too: a server that it left behind may hold them.
            await Task.WhenAll(ran.WaitForExitAsync(), output, error).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            ran.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} {string.Join(' ', start.ArgumentList)} did not end within {Patience.TotalMinutes} minutes");
        }

        return !check || ran.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} ended with {ran.ExitCode}: {await error}");
    }

    /// <summary>What it has printed lately, for the message of a test that fails.</summary>
    public string Said
    {
        get
        {
            lock (said) return string.Join('\n', said);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        try
        {
            // This waits for the ends of its outputs as well, and what it started may hold them for longer than it lives.
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (TimeoutException) when (process.HasExited)
        {
            Remember($"{process.Id} has ended, but something that it started holds its output");
        }

        process.Dispose();
    }

    readonly Queue<string> said = new();

    void Remember(string? line)
    {
        if (line is null) return;
        lock (said)
        {
            said.Enqueue(line);
            if (said.Count > 50) said.Dequeue();
        }
    }

    /// <summary>
    /// Starts from one thread that never ends: "parent" in PR_SET_PDEATHSIG is the thread that started the child,
    /// and one of the pool may retire in the middle of a test.
    /// </summary>
    static class Starter
    {
        static readonly BlockingCollection<(ProcessStartInfo What, TaskCompletionSource<Process> Done)> Wanted = [];

        static Starter() => new Thread(Work) { IsBackground = true, Name = "starter of servers" }.Start();

        public static Process Start(ProcessStartInfo what)
        {
            var done = new TaskCompletionSource<Process>();
            Wanted.Add((what, done));
            return done.Task.GetAwaiter().GetResult();
        }

        static void Work()
        {
            foreach (var (what, done) in Wanted.GetConsumingEnumerable())
            {
                try
                {
                    done.SetResult(Process.Start(what) ?? throw new InvalidOperationException($"{what.FileName} did not start"));
                }
                catch (Exception failed)
                {
                    done.SetException(failed);
                }
            }
        }
    }
}
