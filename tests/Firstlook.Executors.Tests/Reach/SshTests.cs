using Firstlook.Effects;
using Firstlook.Executors.Reach;
using Firstlook.Executors.Tests.Reach;
using Firstlook.Looks;
using Firstlook.Testing;

[assembly: AssemblyFixture(typeof(SshHost))]

namespace Firstlook.Executors.Tests.Reach;

/// <summary>One sshd for all tests.</summary>
public sealed class SshHost : IAsyncLifetime
{
    SshServer? server;

    public SshServer Server
    {
        get
        {
            if (SshServer.Missing is { } missing) Assert.Skip(missing);
            return server!;
        }
    }

    public ShellConnection Connection => new(Entrances.Ssh("127.0.0.1", Server.Port, "root", Server.Identity, Server.KnownHosts), EnterJoinsWords: true, Root: true) { Elsewhere = true };

    public async ValueTask InitializeAsync()
    {
        if (SshServer.Missing is null) server = await SshServer.Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}

public sealed class SshTests(SshHost host)
{
    /// <summary>A handshake takes its time where the machine is busy.</summary>
    static readonly Access.Limits Patient = Access.Limits.Default with { Time = TimeSpan.FromSeconds(60) };

    [Fact]
    public async Task A_pipeline_runs_on_the_host_and_its_words_arrive_whole()
    {
        await using var executors = Permits.Executors(host.Connection);
        var result = await executors.Run(Permits.Read("printf '%s\\n' 'a  b' '$(id)' \"it's\" '*' '<x>' | sort -r | head -3", Language.Shell, Patient, values: [Permits.Value("<x>", "'; touch /tmp/firstlook-ssh #")]));

        Assert.Equal(Outcome.Succeeded with { Exit = 0 }, result.Outcome);
        Assert.Equal(3, result.Output.Lines.Count);
        Assert.Contains("it's", result.Output.Lines);
        Assert.False(File.Exists("/tmp/firstlook-ssh"));
    }

    [Fact]
    public Task A_program_over_its_time_ends_on_the_host() => Endings.OfTimeAreReal(host.Connection);

    [Fact]
    public Task A_program_that_prints_for_ever_ends_on_the_host() => Endings.OfOutputAreReal(host.Connection);

    [Fact]
    public Task A_pipeline_that_nobody_waits_for_ends_on_the_host() => Endings.OfCancellationAreReal(host.Connection);

    [Fact]
    public async Task Variables_of_this_process_stay_here()
    {
        Environment.SetEnvironmentVariable("FIRSTLOOK_TEST_SECRET", "of ours");
        await using var executors = Permits.Executors(host.Connection with { Environment = [KeyValuePair.Create("REGION", "eu")] });
        var result = await executors.Run(Permits.Read("env", Language.Shell, Patient));

        Assert.Equal(["HOME=/nonexistent", "LANG=C.UTF-8", "PATH=/usr/bin:/bin:/usr/sbin:/sbin:/usr/local/bin", "REGION=eu"], result.Output.Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_host_whose_key_is_not_known_is_not_spoken_to()
    {
        using var folder = new TempFolder();
        await using var executors = Permits.Executors(host.Connection with { Enter = Entrances.Ssh("127.0.0.1", host.Server.Port, "root", host.Server.Identity, folder.File("known_hosts", "")) });
        var result = await executors.Run(Permits.Read("uname", Language.Shell, Patient));

        Assert.Equal(OutcomeKind.Failed, result.Outcome.Kind);
        Assert.Contains("Host key verification failed", result.Outcome.Message!, StringComparison.Ordinal);
    }
}
