namespace Firstlook.Range.Tests;

/// <summary>Faults of a rollout, on a real cluster: what the control plane says, what the alert says and what users get agree.</summary>
[Collection(nameof(RangeWithCluster))]
public sealed class ClusterFaultTests(RangeWithCluster range)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    Task<TimeSpan> FiresAsync(bool wanted) => Eventually.HoldsAsync(
        wanted ? "APIServiceDown fires" : "APIServiceDown ends", Patience, async () => (await range.AlertsAsync("firing")).Contains("APIServiceDown") == wanted);

    Task<TimeSpan> QuotesAnswerAsync(int status) => Eventually.HoldsAsync(
        $"a shipping quote answers {status}", Patience, async () => await range.StatusAsync(range["RANGE_WEB_URL"] + "/api/shipping/quote/") == status);

    [Theory]
    [InlineData("readiness-fails", "Running", "HTTP probe failed with statuscode: 404")]
    [InlineData("pods-pending", "Pending", "Insufficient cpu")]
    public async Task No_pod_is_ready_so_nobody_gets_a_quote_until_the_rollout_is_undone(string fault, string phase, string reason)
    {
        range.SkipIfUnfit();
        await QuotesAnswerAsync(200);
        await FiresAsync(false);
        TimeSpan fired, calmed;
        try
        {
            await range.ActAsync(fault, "inject");
            fired = await FiresAsync(true);
            await QuotesAnswerAsync(503);
            Assert.Equal(phase, await range.KubectlAsync("get", "pods", "-l", "app=festivals-api", "-o", "jsonpath={.items[*].status.phase}"));
            Assert.Contains(reason, await range.KubectlAsync("get", "events", "-o", "jsonpath={.items[*].message}"), StringComparison.Ordinal);
            Assert.Equal(0, await range.ValueAsync("kube_deployment_status_replicas_available{deployment=\"festivals-api\"}"));

            await range.KubectlAsync("rollout", "undo", "deployment/festivals-api");
            calmed = await FiresAsync(false);
            await QuotesAnswerAsync(200);
        }
        finally
        {
            // Harmless where it is undone already.
            await range.ActAsync(fault, "heal");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"| `{fault}` | {fired.TotalSeconds:0} | {calmed.TotalSeconds:0} |");
    }
}
