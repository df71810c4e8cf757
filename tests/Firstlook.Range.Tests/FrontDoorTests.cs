namespace Firstlook.Range.Tests;

/// <summary>What the people who run the shop can do at its front door.</summary>
[Collection(nameof(RunningRange))]
public sealed class FrontDoorTests(RunningRange range)
{
    const int Rush = 40;

    [Fact]
    public async Task Nobody_is_limited_until_the_limit_is_switched_on_and_then_who_asks_too_much_gets_429_and_no_customer_does()
    {
        range.SkipIfUnfit();
        Assert.Equal(0, await TurnedAwayAsync("192.0.2.10"));
        var limits = Path.Combine(range["RANGE_RUN_FOLDER"], "shop", "nginx-limits.conf");
        var before = await File.ReadAllTextAsync(limits, TestContext.Current.CancellationToken);
        try
        {
            await ShellAsync("sed -i 's/^#limit/limit/' /run/shop/nginx-limits.conf && nginx -s reload");
            await Eventually.HoldsAsync("a rush is turned away", TimeSpan.FromSeconds(20), async () => await TurnedAwayAsync("192.0.2.10") > 0);
            // Tuned: the second request at once is one too many.
            await ShellAsync("sed -i 's/rate=10r/rate=1r/; s/burst=20/burst=1/' /run/shop/nginx-limits.conf && nginx -s reload");
            await Eventually.HoldsAsync("nearly all of a rush is turned away", TimeSpan.FromSeconds(20), async () => await TurnedAwayAsync("192.0.2.11") > Rush / 2);
            Assert.Equal("", await ShellAsync("tail -300 /var/log/nginx/access.log | awk '$1 ~ /^198[.]51[.]100[.]/ && $9 == 429'"));
        }
        finally
        {
            await File.WriteAllTextAsync(limits, before, TestContext.Current.CancellationToken);
            await ShellAsync("nginx -s reload");
        }
        // Workers of before answer beside the new ones until they have been told to go: each request comes by a connection of its own, so that some meet them.
        await Eventually.HoldsAsync("the limit is off again", TimeSpan.FromSeconds(20), async () => await TurnedAwayAsync("192.0.2.12", "-H 'Connection: close'") == 0);
    }

    /// <summary>How many of a rush of requests from one address got 429.</summary>
    async Task<int> TurnedAwayAsync(string client, string options = "")
    {
        var answers = await ShellAsync($"curl -s {options} -H 'X-Forwarded-For: {client}' -o /dev/null -w '%{{http_code}}\\n' --no-globoff '{range["RANGE_WEB_URL"]}/api/products/?[1-{Rush}]'");
        return answers.Split('\n').Count(answer => answer == "429");
    }

    async Task<string> ShellAsync(string commands)
    {
        var said = await range.RunAsync("enter", ["bash", "-c", commands]);
        Assert.True(said.Exit == 0, said.Text);
        return said.Output;
    }
}
