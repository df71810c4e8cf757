using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;

namespace Firstlook.Executors.Tests;

public sealed class SharedReadsTests
{
    readonly Clock clock = new();
    readonly List<TaskCompletionSource<Result>> runs = [];
    readonly List<CancellationToken> stops = [];

    [Fact]
    public async Task What_two_looks_ask_at_the_same_time_runs_once_and_each_gets_its_own_answer()
    {
        var reads = new SharedReads(clock);
        var one = Ask(reads, "uptime", new CommandId("one", 0));
        var two = Ask(reads, "uptime", new CommandId("two", 3));
        var other = Ask(reads, "uptime", new CommandId("one", 1), before: ["HOST=web1"]);
        Assert.Equal(2, runs.Count);
        foreach (var run in runs) run.SetResult(Answered("up 3 days"));

        Assert.Equal((new CommandId("one", 0), "up 3 days"), ((await one).Command, (await one).Output.Lines[0]));
        Assert.Equal((new CommandId("two", 3), "up 3 days"), ((await two).Command, (await two).Output.Lines[0]));
        Assert.Equal(new CommandId("one", 1), (await other).Command);
    }

    [Fact]
    public async Task An_answer_is_given_to_others_for_a_few_seconds_and_then_asked_for_again()
    {
        var reads = new SharedReads(clock);
        var first = Ask(reads, "uptime");
        runs[0].SetResult(Answered("up 3 days"));
        await first;

        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("up 3 days", (await Ask(reads, "uptime")).Output.Lines[0]);
        clock.Advance(TimeSpan.FromSeconds(2));
        var again = Ask(reads, "uptime");
        runs[1].SetResult(Answered("up 4 days"));
        Assert.Equal("up 4 days", (await again).Output.Lines[0]);
        Assert.Equal(2, runs.Count);
        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("up 4 days", (await Ask(reads, "uptime", age: 20)).Output.Lines[0]);
    }

    [Fact]
    public async Task What_was_asked_before_an_action_is_no_answer_after_it()
    {
        var reads = new SharedReads(clock);
        var answered = Ask(reads, "uptime");
        runs[0].SetResult(Answered("up 3 days"));
        await answered;
        var waiting = Ask(reads, "free");
        reads.Forget();
        var (again, other) = (Ask(reads, "uptime"), Ask(reads, "free"));
        Assert.Equal(4, runs.Count);
        foreach (var run in runs.Skip(1)) run.SetResult(Answered("anew"));

        Assert.Equal(["anew", "anew", "anew"], (await Task.WhenAll(waiting, again, other)).Select(result => result.Output.Lines[0]));
    }

    [Fact]
    public async Task Whoever_leaves_stops_nothing_that_others_wait_for_and_the_last_stops_it()
    {
        var reads = new SharedReads(clock);
        using var leaves = new CancellationTokenSource();
        using var last = new CancellationTokenSource();
        var (one, two) = (Ask(reads, "uptime", leaves: leaves), Ask(reads, "uptime", leaves: last));
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.False(stops[0].IsCancellationRequested);

        stops[0].Register(() => runs[0].SetCanceled(stops[0]));
        await last.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => two);
        Assert.True(stops[0].IsCancellationRequested);
        // Whoever comes now does not get what was stopped.
        var next = Ask(reads, "uptime");
        runs[1].SetResult(Answered("up 3 days"));
        Assert.Equal("up 3 days", (await next).Output.Lines[0]);
    }

    Task<Result> Ask(SharedReads reads, string text, CommandId command = default, string[]? before = null, CancellationTokenSource? leaves = null, int age = 5) =>
        reads.Ask(new ReadPermit(command, text, null, Language.Shell, new Target("here", TargetKind.Shell, "this host"), [], Limits.Default, (before ?? []).ToEquatableArray()), TimeSpan.FromSeconds(age), Run, leaves?.Token ?? TestContext.Current.CancellationToken);

    Task<Result> Run(CancellationToken stopping)
    {
        stops.Add(stopping);
        runs.Add(new TaskCompletionSource<Result>(TaskCreationOptions.RunContinuationsAsynchronously));
        return runs[^1].Task;
    }

    Result Answered(string line) =>
        new(new CommandId("whoever", 0), "here", "uptime", null, clock.GetUtcNow(), TimeSpan.Zero, Outcome.Succeeded, new Output(OutputKind.Lines, 1, false, Lines: [line]), 0);

    sealed class Clock : TimeProvider
    {
        DateTimeOffset now = new(2026, 5, 1, 3, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now;

        public void Advance(TimeSpan time) => now += time;
    }
}
