using System.Text.Json;
using Firstlook.App.Loops;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Serving;

/// <summary>What is made before anybody asks for it.</summary>
public sealed class ReadyTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    string Yaml => Server.OneShop(folder);

    const string Alert = """[{"labels":{"alertname":"DiskFull","service":"shop"}}]""";

    void Runbook() => folder.File("runbooks/disk.md", """
        # Disk

        **Alert**: `DiskFull`

        ## Hypothesis 1: a backup was left behind

        ```bash
        # should be 0
        seq 3 | wc -l
        ```

        ## Hypothesis 2: the log grows

        ```bash
        # should be 0
        seq 0 | wc -l
        ```
        """);

    [Fact]
    public async Task A_list_tells_what_leads_though_nobody_has_opened_the_incident_and_after_a_restart_too()
    {
        Runbook();
        await using (var server = await Server.Start(folder, Yaml, cancellation: Cancellation))
        {
            await server.PostAlerts(Alert);
            await Leads(server);
        }

        await using var again = await Server.Start(folder, Yaml, cancellation: Cancellation);
        await Leads(again);
    }

    static async Task Leads(Server server)
    {
        JsonElement[] incidents = [];
        await Eventually.Holds(
            async () => (incidents = await server.Incidents()) is [var one] && one.GetProperty("leader").GetString() == "a backup was left behind",
            TimeSpan.FromSeconds(30), () => string.Join('\n', incidents));
    }

    [Fact]
    public async Task A_server_that_warms_up_draws_an_incident_of_its_own_runbooks_that_is_in_no_record()
    {
        Runbook();
        await using var server = await Server.Start(folder, Yaml, cancellation: Cancellation);
        var page = await server.Service<Warming>().Shown(Cancellation);

        Assert.Contains("a backup was left behind", page, StringComparison.Ordinal);
        Assert.Empty(await server.Incidents());
    }

    [Fact]
    public async Task Without_runbooks_there_is_nothing_to_warm_up_with()
    {
        await using var server = await Server.Start(folder, Yaml, cancellation: Cancellation);

        Assert.Null(await server.Service<Warming>().Shown(Cancellation));
    }
}
