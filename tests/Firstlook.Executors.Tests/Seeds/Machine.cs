using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Seeds;

/// <summary>
/// The machine that a runbook is typed on: this one, with logs, run-time files, names and programs of the test's own before its own (bwrap(1)).
/// A program that needs what nobody can have here is a stand-in, which writes down its arguments.
/// </summary>
sealed class Machine(TempFolder folder)
{
    readonly List<string> words = ["/usr/bin/bwrap", "--dev-bind", "/", "/"];

    /// <summary>Arguments of stand-ins so far, a line for each call, the program's name first.</summary>
    public IReadOnlyList<string> Calls => File.Exists($"{folder.Path}/calls") ? File.ReadAllLines($"{folder.Path}/calls") : [];

    public ShellConnection Connection(params KeyValuePair<string, string>[] environment) => new([.. words, "--"], Environment: [.. environment], Root: true);

    /// <summary>A folder of the machine holds these files and no others.</summary>
    public Machine Holding(string at, params (string Name, string Content)[] files)
    {
        var own = Directory.CreateDirectory($"{folder.Path}/machine{at}").FullName;
        foreach (var (name, content) in files) folder.File($"machine{at}/{name}", content);
        words.AddRange(["--bind", own, at]);
        return this;
    }

    /// <summary>Names lead to an address.</summary>
    public Machine Naming(string address, params string[] names)
    {
        words.AddRange(["--ro-bind", folder.File("hosts", $"127.0.0.1 localhost\n{address} {string.Join(' ', names)}\n"), "/etc/hosts"]);
        return this;
    }

    /// <summary>Programs that only write down how they were called.</summary>
    public Machine StandingIn(params string[] programs) => Replacing([.. programs.Select(name => (name, $"#!/bin/sh\necho {name} \"$@\" >> {folder.Path}/calls\n"))]);

    public Machine Replacing(params (string Name, string Script)[] programs)
    {
        // Where the machine has none, they stand in a folder that hides what it has there.
        words.AddRange(["--tmpfs", "/usr/local/bin"]);
        foreach (var (name, script) in programs)
            words.AddRange(["--ro-bind", folder.Program($"programs/{name}", script), File.Exists($"/usr/bin/{name}") ? $"/usr/bin/{name}" : $"/usr/local/bin/{name}"]);
        return this;
    }
}
