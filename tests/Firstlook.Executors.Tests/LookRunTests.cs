using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Masking;
using Firstlook.Runbooks;

namespace Firstlook.Executors.Tests;

public sealed class LookRunTests
{
    static readonly Target Here = new("here", TargetKind.Shell, "this host");

    [Fact]
    public async Task Results_stream_as_they_come_and_those_that_wait_are_left_out()
    {
        await using var executors = Executors();
        var plan = new LookPlan([Planned(0, "sleep 0.4; echo slow"), Planned(1, "echo quick"), Planned(2, null), Planned(3, "echo token=abc123")]);
        var results = await LookRun.Run(plan, executors, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, results.Count);
        Assert.Equal(["slow"], results[^1].Output.Lines);
        Assert.Equal(new CommandId("step", 0), results[^1].Command);
        var secret = results.Single(result => result.Command.Index == 3);
        Assert.Equal(["token=[masked token]"], secret.Output.Lines);
        Assert.Equal("echo token=[masked token]", secret.Ran);
        Assert.Equal(2, secret.Masked);
    }

    [Fact]
    public async Task A_command_runs_after_those_it_needs_however_they_end()
    {
        await using var executors = Executors();
        var plan = new LookPlan([Planned(1, "date +%s%N", new CommandId("step", 0)), Planned(0, "sleep 0.3; date +%s%N; false"), Planned(2, "echo x", new CommandId("elsewhere", 9))]);
        var results = await LookRun.Run(plan, executors, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        var times = results.Where(result => result.Command.Index < 2).OrderBy(result => result.Command.Index).Select(result => long.Parse(result.Output.Lines[0])).ToArray();

        Assert.Equal(3, results.Count);
        Assert.True(times[0] < times[1]);
    }

    [Fact]
    public async Task What_was_started_is_stopped_when_nobody_reads_on()
    {
        await using var executors = Executors();
        var plan = new LookPlan([Planned(0, "sleep 37.125"), Planned(1, "echo quick")]);
        await foreach (var _ in LookRun.Run(plan, executors, TestContext.Current.CancellationToken)) break;

        Assert.DoesNotContain(Directory.EnumerateDirectories("/proc"), process => CommandLine(process).Contains("sleep\u000037.125", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_first_looks_that_ask_the_same_are_answered_by_one_run_and_a_later_look_asks_anew()
    {
        await using var executors = Executors();
        var plan = new LookPlan([Planned(0, "sleep 0.3; date +%s%N")]);
        var looks = await Task.WhenAll(new Func<PlannedCommand, TimeSpan>?[] { _ => TimeSpan.FromSeconds(5), _ => TimeSpan.FromSeconds(5), null }.Select(async mayBe => await LookRun.Run(plan, executors, TestContext.Current.CancellationToken, mayBe).SingleAsync(TestContext.Current.CancellationToken)));

        Assert.Equal(looks[0].Output.Lines, looks[1].Output.Lines);
        Assert.NotEqual(looks[0].Output.Lines, looks[2].Output.Lines);
    }

    [Fact]
    public async Task No_more_run_at_once_than_the_target_bears()
    {
        await using var executors = Executors(parallel: 2);
        var plan = new LookPlan(Enumerable.Range(0, 8).Select(index => Planned(index, "sleep 0.1")).ToEquatableArray());
        var start = TimeProvider.System.GetTimestamp();
        var results = await LookRun.Run(plan, executors, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(8, results.Count);
        Assert.True(TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(400));
        Assert.All(results, result => Assert.InRange(result.Duration, TimeSpan.FromMilliseconds(90), TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task A_target_without_a_connection_is_told()
    {
        await using var executors = new TargetExecutors(TargetConnections.None, TimeProvider.System, new Masker([]));
        var result = await executors.Run(Permits.Read("echo", Language.Shell));

        Assert.Equal(OutcomeKind.Refused, result.Outcome.Kind);
    }

    static TargetExecutors Executors(int parallel = 8) =>
        new(new TargetConnections(new Dictionary<string, Connection>(StringComparer.Ordinal) { ["here"] = new ShellConnection(Parallel: parallel) }), TimeProvider.System, new Masker([]));

    static PlannedCommand Planned(int index, string? text, params CommandId[] after)
    {
        var id = new CommandId("step", index);
        var command = new Command(text ?? "kill 1", 1, Language.Shell, Effect.Read, EffectTags.None, "a test", null, [], [], null);
        var step = new Step("step", 1, 1, 1, "a step", text ?? "", Language.Shell, StepKind.Diagnostic, Effect.Read, false, false, null, null, null, [], [], [], [command]);
        var permit = text is null ? null : new Access.ReadPermit(id, text, null, Language.Shell, Here, [], Limits.Default, []);
        return new PlannedCommand(id, step, command, Here, permit, permit is null ? "waits for approval" : null, after.ToEquatableArray());
    }

    static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
