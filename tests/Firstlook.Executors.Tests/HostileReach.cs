using Firstlook.Effects;
using Firstlook.Executors.Reach;
using Firstlook.Executors.Tests.Reach;
using Firstlook.Looks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests;

/// <summary>Any text of an alert's label arrives, whatever way a target is reached, as that text, and does nothing on the way.</summary>
public sealed class HostileReach(SshHost host) : IDisposable
{
    readonly TempFolder folder = new();

    [Fact]
    public async Task Over_ssh() => await Arrives(host.Connection, HostileLabels.Sample(12));

    /// <summary>The door does what <c>docker exec</c> and <c>kubectl exec</c> do with the words after the name: it starts them, each as it is.</summary>
    [Theory]
    [InlineData("docker")]
    [InlineData("kubectl")]
    public async Task Through_a_container_and_a_pod(string door)
    {
        var program = folder.Program(door, door == "docker"
            ? "#!/bin/bash\nwhile [ \"$1\" != exec ]; do shift; done\nshift 3\nexec \"$@\"\n"
            : "#!/bin/bash\nwhile [ \"$1\" != -- ]; do shift; done\nshift\nexec \"$@\"\n");
        var words = door == "docker" ? Entrances.Container("web", "unix:///run/docker.sock") : Entrances.Pod("deployment/api", "shop", "/etc/kube", "production", "api");
        Assert.Equal($"/usr/bin/{door}", words[0]);
        await Arrives(new ShellConnection([program, .. words.Skip(1)]) { Elsewhere = true, ReadOnlyView = false }, HostileLabels.Sample(25));
    }

    /// <summary>A stand-in over the program's own path writes down its arguments, each with its end.</summary>
    [Theory]
    [InlineData("kubectl logs 'pod-<x>' -n shop --tail=5", 1)]
    [InlineData("kubectl get pods -l \"app=<x>\" -n shop", 3)]
    [InlineData("kubectl describe pod <x>", 2)]
    [InlineData("docker logs --tail 5 '<x>'", 3)]
    [InlineData("docker inspect <x>", 1)]
    public async Task As_a_word_of_kubectl_and_docker(string text, int place)
    {
        if (!File.Exists("/usr/bin/bwrap")) Assert.Skip("bubblewrap is not installed (Debian: bubblewrap)");
        var program = text.Split(' ')[0];
        if (!File.Exists($"/usr/bin/{program}")) Assert.Skip($"/usr/bin/{program} is not installed");
        var seen = folder.File("seen", "");
        var standIn = folder.Program("stand-in", $"#!/bin/bash\nprintf '%s\\0' \"$@\" > {seen}\n");
        await using var executors = Permits.Executors(new ShellConnection(["/usr/bin/bwrap", "--dev-bind", "/", "/", "--ro-bind", standIn, $"/usr/bin/{program}", "--"]));
        foreach (var label in HostileLabels.Sample(30))
        {
            foreach (var permit in new Access.Permit[] { Permits.Read(text, Language.Shell, values: [Permits.Value("<x>", label)]), Permits.Action(text, Language.Shell, values: [Permits.Value("<x>", label)]) })
            {
                await File.WriteAllTextAsync(seen, "untouched", TestContext.Current.CancellationToken);
                var result = await executors.Run(permit);
                var words = await File.ReadAllTextAsync(seen, TestContext.Current.CancellationToken);
                if (permit is Access.ReadPermit && result.Outcome.Kind == OutcomeKind.Refused)
                {
                    Assert.Equal("untouched", words);
                    Assert.StartsWith("-", label, StringComparison.Ordinal);
                    continue;
                }

                var expected = text.Split(' ')[place + 1].Trim('\'', '"').Replace("<x>", label, StringComparison.Ordinal);
                Assert.Equal(expected, words.Split('\0')[place]);
                Assert.Equal(text.Count(character => character == ' '), words.Count(character => character == '\0'));
            }
        }
    }

    /// <summary>A null character is in no word of any program: it is refused before anything starts, not cut off.</summary>
    [Fact]
    public async Task A_null_character_starts_nothing()
    {
        await using var executors = Permits.Executors(new ShellConnection { ReadOnlyView = false });
        foreach (var permit in new Access.Permit[] { Permits.Read("echo '<x>'", Language.Shell, values: [Permits.Value("<x>", "a\0b")]), Permits.Action("echo '<x>'", Language.Shell, values: [Permits.Value("<x>", "a\0b")]) })
        {
            var result = await executors.Run(permit);
            Assert.Equal(OutcomeKind.Refused, result.Outcome.Kind);
            Assert.Contains("null character", result.Outcome.Message!, StringComparison.Ordinal);
        }
    }

    public void Dispose() => folder.Dispose();

    static async Task Arrives(ShellConnection connection, IEnumerable<string> labels)
    {
        await using var executors = Permits.Executors(connection);
        var patient = Access.Limits.Default with { Time = TimeSpan.FromMinutes(1) };
        foreach (var label in labels)
        {
            // A bar at the end: the last line feed of an output is no line of its own.
            const string text = "printf '%s|%s|' '<x>' \"a<x>\"";
            var read = await executors.Run(Permits.Read(text, Language.Shell, patient, values: [Permits.Value("<x>", label)]));
            var act = await executors.Run(Permits.Action(text, Language.Shell, patient, values: [Permits.Value("<x>", label)]));
            if (read.Outcome.Kind == OutcomeKind.Refused) Assert.StartsWith("-", label, StringComparison.Ordinal);
            else Assert.Equal($"{label}|a{label}|", string.Join('\n', read.Output.Lines));
            Assert.Equal($"{label}|a{label}|", string.Join('\n', act.Output.Lines));
        }

        Assert.False(File.Exists(HostileLabels.Trace));
    }
}
