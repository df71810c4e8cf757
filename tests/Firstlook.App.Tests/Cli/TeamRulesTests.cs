using Firstlook.Testing;

namespace Firstlook.App.Tests.Cli;

/// <summary>A team's own rules of tools wherever the terminal tells what a command does.</summary>
public sealed class TeamRulesTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Explain_tells_what_the_rules_of_a_team_make_of_its_runbook()
    {
        Given();
        Assert.Contains("\"effect\": \"unknown\"", await Run("explain", "runbooks/queue.md", "--json"), StringComparison.Ordinal);
        var told = await Run("explain", "runbooks/queue.md", "--config", "firstlook.yaml", "--team", "shop", "--json");
        Assert.Contains("\"effect\": \"reversible\"", told, StringComparison.Ordinal);
        Assert.Contains("shop.tools:2", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_holds_a_runbook_against_the_rules_of_its_team()
    {
        Given();
        // The team calls it destructive, and the heading calls it safe.
        var alone = await Run("check", "runbooks/queue.md", "--json", "--fail-on", "never");
        var held = await Run("check", "runbooks/queue.md", "--config", "firstlook.yaml", "--json", "--fail-on", "never");
        Assert.DoesNotContain("loses the carts", alone, StringComparison.Ordinal);
        Assert.Contains("loses the carts", held, StringComparison.Ordinal);
    }

    void Given()
    {
        folder.File("runbooks/queue.md", "# QueueFull\n\n**Alert**: `QueueFull`\n**Severity**: high\n\n## Pause\n```bash\nshopctl hush\n```\n\n## Safe action\n```bash\nshopctl drop\n```\n\nEscalate after 30 minutes to the jobs lead.\n");
        folder.File("shop.tools", "shopctl\n  > hush : reversible hushes the shop\n  > drop : destructive loses the carts\n");
        folder.File("firstlook.yaml", "teams:\n  shop: { runbooks: [runbooks], tools: { files: [shop.tools] } }\n");
    }

    async Task<string> Run(params string[] words)
    {
        var ended = await Executable.Run(words, folder.Path);
        Assert.True(ended.Code == 0, ended.Error);
        return ended.Output;
    }
}
