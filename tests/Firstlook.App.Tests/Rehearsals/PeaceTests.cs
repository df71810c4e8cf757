using Firstlook.App.Rehearsals;
using Firstlook.App.Tests.Web;
using Firstlook.Incidents;

namespace Firstlook.App.Tests.Rehearsals;

public sealed class PeaceTests
{
    static readonly Incident Open = Incident.Fold([Shop.Opened(7)]);

    static readonly Incident Over = Open.Apply(new Resolved(Shop.Night, "ada", "done"));

    readonly Peace peace = new([Shop.Service]);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_runs_on_a_target_is_stopped_the_moment_an_incident_opens_on_its_service()
    {
        var began = new TaskCompletionSource();
        var running = peace.While<string>("shop-db", async stop =>
        {
            began.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
            return "done";
        }, Cancellation);
        await began.Task;
        peace.Saw(Guid.Empty, Open);
        Assert.Null(await running);
        Assert.Null(await peace.While("shop-db", _ => Task.FromResult("done"), Cancellation));
        Assert.Equal("service checkout has incident #7 open", peace.Trouble("shop-db"));
    }

    [Fact]
    public async Task Targets_of_other_services_go_on_and_peace_comes_back_with_the_end_of_the_incident()
    {
        peace.Saw(Guid.Empty, Open);
        Assert.Equal("done", await peace.While("elsewhere", _ => Task.FromResult("done"), Cancellation));
        peace.Saw(Guid.Empty, Over);
        Assert.Null(peace.Trouble("shop-db"));
        Assert.Equal("done", await peace.While("shop-db", _ => Task.FromResult("done"), Cancellation));
    }

    [Fact]
    public async Task Our_own_end_is_no_trouble_of_a_target()
    {
        using var ended = new CancellationTokenSource();
        var running = peace.While<string>("shop-db", async stop =>
        {
            await ended.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
            return "done";
        }, ended.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
