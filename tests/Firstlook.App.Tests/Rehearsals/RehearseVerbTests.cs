using System.Text.Json;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Rehearsals;

/// <summary>The verb as a person runs it, on this host's shell.</summary>
public sealed class RehearseVerbTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    Task<Ended> Run(params string[] arguments) => Executable.Run(arguments, folder.Path);

    void Write(string second = "wc -l") => folder.File("runbooks/queue.md", $"""
        # Queue is full

        **Alert**: `QueueFull`

        ## Diagnostic

        ```bash
        grep -c waiting {folder.Path}/queue
        ```

        ```bash
        {second} {folder.Path}/other
        ```

        ```bash
        rm {folder.Path}/queue
        ```

        ```bash
        tail -n 5 {folder.Path}/<log-name>
        ```

        """);

    void Configuration() => folder.File("firstlook.yaml", "runbooks: [runbooks]\nteams: { store: {} }\nservices: { shop: { team: store, match: { service: shop }, targets: [host] } }\ntargets: { host: { kind: shell } }\nrehearsal: { pace: 1ms }\n");

    [Fact]
    public async Task Three_rehearsals_make_a_normal_that_the_next_look_is_held_against()
    {
        Configuration();
        Write();
        folder.File("queue", "waiting\nwaiting\nwaiting\n");
        folder.File("other", "x\n");
        for (var run = 0; run < 3; run++) Assert.Equal((0, ""), await Run("rehearse") is var sound ? (sound.Code, sound.Error) : default);
        var last = await Run("rehearse", "--once", "--json");
        using var json = JsonDocument.Parse(last.Output);
        Assert.Equal(("firstlook.rehearse/1", 2, 0), (json.RootElement.GetProperty("schema").GetString(), json.RootElement.GetProperty("rehearsed").GetInt32(), json.RootElement.GetProperty("rotten").GetInt32()));
        Assert.Contains("needs a value", Assert.Single(json.RootElement.GetProperty("waiting").EnumerateArray()).GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.True(File.Exists($"{folder.Path}/queue"));
        folder.File("queue", string.Concat(Enumerable.Repeat("waiting\n", 40)));
        Assert.Contains("! normally 3, now 40", (await Run("look", "QueueFull")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_is_told_by_the_table_by_its_exit_code_and_by_check_until_the_runbook_is_corrected()
    {
        Configuration();
        Write();
        folder.File("queue", "waiting\n");
        var rotten = await Run("rehearse");
        Assert.Equal(3, rotten.Code);
        Assert.Contains("2 reads of 1 runbook rehearsed, 1 rotten", rotten.Output, StringComparison.Ordinal);
        Assert.Contains("✗", rotten.Output, StringComparison.Ordinal);
        var found = await Run("check", "--config", "firstlook.yaml");
        Assert.Contains("FL048", found.Output, StringComparison.Ordinal);
        Assert.Contains("FL048", (await Run("check", "runbooks", "--data", "firstlook-data")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("FL048", (await Run("check", "runbooks")).Output, StringComparison.Ordinal);
        Write("wc -c");
        Assert.DoesNotContain("FL048", (await Run("check", "--config", "firstlook.yaml")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_server_whose_incident_is_open_the_targets_of_its_service_are_left_alone()
    {
        Write();
        folder.File("queue", "waiting\n");
        folder.File("other", "x\n");
        await using var server = await Serving.Server.Start(
            folder, $"runbooks: [{folder.Path}/runbooks]\nteams: {{ store: {{}} }}\nservices: {{ shop: {{ team: store, match: {{ service: shop }}, targets: [host] }} }}\ntargets: {{ host: {{ kind: shell }} }}\nrehearsal: {{ pace: 1ms }}\n",
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Run("rehearse", "--config", "firstlook.yaml")).Code);
        await server.PostAlerts(Serving.Bodies.Firing("QueueFull", ("service", "shop")));
        var alone = await Run("rehearse", "--config", "firstlook.yaml");
        Assert.Equal(6, alone.Code);
        Assert.Equal("left alone: 2 reads on host: service shop has incident #1 open", Assert.Single(alone.Output.Split('\n'), line => line.Contains("incident #1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_target_there_is_nothing_to_rehearse()
    {
        Write();
        var nothing = await Run("rehearse", "--runbooks", "runbooks");
        Assert.Equal(8, nothing.Code);
        Assert.Contains("names no service, and so no target; no configuration was found: ", nothing.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("every: fortnightly")]
    [InlineData("every: 0s")]
    [InlineData("pace: 3 s")]
    [InlineData("often: yes")]
    public async Task A_schedule_that_is_none_is_told_with_its_line(string wrong)
    {
        folder.File("firstlook.yaml", $"rehearsal:\n  {wrong}\n");
        var refused = await Run("rehearse");
        Assert.Equal(2, refused.Code);
        Assert.Contains($"line 2: rehearsal.{wrong.Split(':')[0]}", refused.Error, StringComparison.Ordinal);
    }
}
