using System.Globalization;
using System.Text.Json.Nodes;

namespace Firstlook.Range.Tests;

/// <summary>
/// The faults as they are told over HTTP: each raises the alert that its card names, and heals. A sample of different
/// kinds runs always; RANGE_FAULTS=all runs every one, RANGE_FAULTS=NAME,NAME those, and prints the seconds.
/// </summary>
[Collection(nameof(RunningRange))]
public sealed class CatalogueOfFaultsTests(RunningRange range)
{
    static readonly TimeSpan ToFire = TimeSpan.FromSeconds(120);
    static readonly TimeSpan ToClear = TimeSpan.FromSeconds(120);

    /// <summary>A release, a setting, an outage outside, an attack's harmless cousin: each another way to bring trouble about.</summary>
    static readonly string[] Sample = ["refunds-too-strict", "provider-down", "webhook-secret-rotated"];

    [Fact]
    public async Task Each_fault_raises_the_alert_that_it_names_and_heals()
    {
        range.SkipIfUnfit();
        var cards = await CardsAsync();
        var wanted = Environment.GetEnvironmentVariable("RANGE_FAULTS") switch
        {
            null or "" => Sample,
            "all" => [.. cards.Select(card => (string)card["name"]!)],
            var names => names.Split(','),
        };
        var disappointing = new List<string>();
        foreach (var card in wanted.Select(name => cards.Single(card => (string?)card["name"] == name)))
        {
            var (name, alert) = ((string)card["name"]!, (string)card["alert"]!);
            try
            {
                await CalmAsync();
                await ActAsync(name, "inject");
                var fired = await Eventually.HoldsAsync($"{name} raises {alert}", ToFire, async () => (await range.AlertsAsync("firing")).Contains(alert));
                Assert.True(await ActiveAsync(name), $"{name} fires but says that it is not active");
                await ActAsync(name, "heal");
                var healed = await CalmAsync();
                Assert.False(await ActiveAsync(name), $"{name} is healed but says that it is active");
                TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| `{name}` | {fired.TotalSeconds:0} | {healed.TotalSeconds:0} |"));
            }
            catch (Xunit.Sdk.XunitException disappointed)
            {
                disappointing.Add(disappointed.Message);
                await ActAsync(name, "heal");
            }
        }
        Assert.True(disappointing.Count == 0, string.Join("\n", disappointing));
    }

    [Fact]
    public async Task Each_fault_names_a_rule_that_prometheus_has_and_no_two_share_a_name()
    {
        range.SkipIfUnfit();
        var cards = await CardsAsync();
        var rules = await range.RulesAsync();
        Assert.All(cards, card => Assert.Contains((string)card["alert"]!, rules));
        Assert.All(cards, card => Assert.False(string.IsNullOrWhiteSpace((string?)card["story"])));
        Assert.Equal(cards.Count, cards.Select(card => (string?)card["name"]).Distinct().Count());
        Assert.True(cards.Count >= 30, $"{cards.Count} faults");
    }

    [Fact]
    public async Task A_release_that_is_reverted_with_git_is_healed()
    {
        range.SkipIfUnfit();
        await ActAsync("throttle-removed", "inject");
        Assert.True(await ActiveAsync("throttle-removed"));
        var reverted = await Command.RunAsync(
            "git", ["-C", range["RANGE_CHECKOUT"], "revert", "--no-edit", "HEAD"], range.Settings, "", TestContext.Current.CancellationToken);
        Assert.True(reverted.Exit == 0, reverted.Text);
        var pushed = await range.RunAsync("enter", ["git", "-C", range["RANGE_CHECKOUT"], "push", "origin", "main"]);
        Assert.True(pushed.Exit == 0, pushed.Text);
        await Eventually.HoldsAsync("the old rules are back", TimeSpan.FromSeconds(20), async () => !await ActiveAsync("throttle-removed"));
    }

    [Fact]
    public async Task A_coupon_on_the_blacklist_is_taken_no_more()
    {
        range.SkipIfUnfit();
        var config = range["RANGE_CONFIG"];
        var before = await File.ReadAllTextAsync(config, TestContext.Current.CancellationToken);
        try
        {
            await File.WriteAllTextAsync(config, before.Replace("BLACKLISTED_COUPONS=", "BLACKLISTED_COUPONS=WELCOME10", StringComparison.Ordinal), TestContext.Current.CancellationToken);
            await Eventually.HoldsAsync("refused", TimeSpan.FromSeconds(10), async () => await range.OrderAsync("WELCOME10") == 409);
            Assert.Equal(201, await range.OrderAsync(null));
        }
        finally
        {
            await File.WriteAllTextAsync(config, before, TestContext.Current.CancellationToken);
        }
    }

    async Task<IReadOnlyList<JsonNode>> CardsAsync()
    {
        using var answer = await range.AskFaultsAsync(HttpMethod.Get, "/faults");
        return [.. JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray().Select(card => card!)];
    }

    async Task<bool> ActiveAsync(string name) => (bool)(await CardsAsync()).Single(card => (string?)card["name"] == name)["active"]!;

    async Task ActAsync(string name, string verb)
    {
        using var answer = await range.AskFaultsAsync(HttpMethod.Post, $"/faults/{name}/{verb}");
        Assert.True(answer.IsSuccessStatusCode, $"{verb} {name}: {(int)answer.StatusCode}");
    }

    Task<TimeSpan> CalmAsync() => Eventually.HoldsAsync(
        "no alert", ToClear, async () => (await range.AlertsAsync("firing")).Count + (await range.AlertsAsync("pending")).Count == 0);
}
