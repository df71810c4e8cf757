using Firstlook.Executors.Reach;
using Firstlook.Executors.Tests.Reach;

namespace Firstlook.Executors.Tests.Seeds;

/// <summary>A program in a real container and in a real pod ends with its run, too. In one line with the sample runbooks, which restart these containers.</summary>
[Collection("database")]
public sealed class EndingTests(Cluster cluster, Shipyard shipyard)
{
    async Task<ShellConnection> Pod() => new(Entrances.Pod("deployment/checkout", "microservices", (await cluster.Running()).Kubeconfig, "test")) { Elsewhere = true };

    async Task<ShellConnection> Container()
    {
        var engine = await shipyard.Running();
        return new(Entrances.Container((await shipyard.Compose("ps", "-q", "web")).Split('\n')[0].Trim(), engine.Host)) { Elsewhere = true };
    }

    async Task<ShellConnection> Service() => new(Entrances.Compose("web", $"{shipyard.Folder}/docker-compose.yml", "erp", (await shipyard.Running()).Host)) { Elsewhere = true };

    [Theory]
    [InlineData("pod")]
    [InlineData("container")]
    [InlineData("service")]
    public async Task A_program_ends_with_its_run(string way)
    {
        SeedRun.Needed();
        var connection = way == "pod" ? await Pod() : way == "container" ? await Container() : await Service();
        await Endings.OfTimeAreReal(connection);
        await Endings.OfCancellationAreReal(connection);
        await Endings.OfOutputAreReal(connection);
    }
}
