using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Shell;

public sealed class ShellLimitTests : IDisposable
{
    /// <summary>Without the view of read-only files, which would hide what these tests look for.</summary>
    static readonly ShellConnection Here = new() { ReadOnlyView = false };

    readonly TempFolder folder = new();

    [Fact]
    public async Task A_program_that_ignores_the_request_to_end_is_killed_with_all_its_children()
    {
        var pids = Path.Combine(folder.Path, "pids");
        var script = folder.Program("stubborn.sh", $"#!/bin/bash\ntrap '' TERM\necho $$ >> {pids}\n(trap '' TERM; echo $BASHPID >> {pids}; while :; do sleep 0.05; done) &\nwhile :; do sleep 0.05; done\n");
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read($"{script} | cat", Language.Shell, Limits.Default with { Time = TimeSpan.FromMilliseconds(300) }));

        Assert.Equal(OutcomeKind.TimedOut, result.Outcome.Kind);
        Assert.InRange(result.Duration, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6));
        var started = await File.ReadAllLinesAsync(pids, TestContext.Current.CancellationToken);
        Assert.Equal(2, started.Length);
        await Eventually.Holds(() => Task.FromResult(!started.Any(Runs)), TimeSpan.FromSeconds(1), () => "a child still runs");
    }

    /// <summary>timeout(1) founds a process group of its own where it is not the first of its pipeline, so no signal to the pipeline's group reaches it.</summary>
    [Fact]
    public async Task A_program_that_has_left_the_group_ends_at_the_time_limit_too()
    {
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read("echo begun | timeout 600 sleep 600", Language.Shell, Limits.Default with { Time = TimeSpan.FromSeconds(1) }));

        Assert.Equal(OutcomeKind.TimedOut, result.Outcome.Kind);
        Assert.True(result.Duration < TimeSpan.FromMinutes(5), $"it was waited for: {result.Duration}");
    }

    [Fact]
    public async Task What_a_read_leaves_in_the_background_ends_with_it()
    {
        var script = folder.Program("leaves.sh", "#!/bin/bash\nsleep 60 > /dev/null 2>&1 &\necho $!\n");
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read(script, Language.Shell));

        Assert.Equal(OutcomeKind.Succeeded, result.Outcome.Kind);
        await Eventually.Holds(() => Task.FromResult(!Runs(result.Output.Lines[0])), TimeSpan.FromSeconds(2), () => "it still runs");
    }

    [Fact]
    public async Task What_was_printed_before_the_time_limit_is_kept()
    {
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read("echo first; sleep 30", Language.Shell, Limits.Default with { Time = TimeSpan.FromMilliseconds(300) }));

        Assert.Equal(OutcomeKind.TimedOut, result.Outcome.Kind);
        Assert.Equal(["first"], result.Output.Lines);
        Assert.InRange(result.Duration, TimeSpan.FromMilliseconds(290), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Cancelling_stops_it_at_once()
    {
        await using var executors = Permits.Executors(Here);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = executors.Run(Permits.Read("sleep 30", Language.Shell), cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task No_more_is_kept_than_allowed_and_all_lines_are_counted()
    {
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read("seq 1 200000", Language.Shell, new Limits(TimeSpan.FromSeconds(10), 10_000, 100)));

        Assert.Equal(200_000, result.Output.Count);
        Assert.Equal(100, result.Output.Lines.Count);
        Assert.True(result.Output.Truncated);
        Assert.Equal(OutcomeKind.Succeeded, result.Outcome.Kind);
    }

    [Fact]
    public async Task A_program_that_never_stops_printing_is_stopped()
    {
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read("yes", Language.Shell));

        Assert.Equal(OutcomeKind.Succeeded, result.Outcome.Kind);
        Assert.True(result.Output.Truncated);
        Assert.Contains(result.Output.Errors, line => line.StartsWith("stopped after 64 MiB", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Programs_get_a_scrubbed_environment_no_input_and_no_terminal()
    {
        Environment.SetEnvironmentVariable("FIRSTLOOK_TEST_SECRET", "of ours");
        await using var executors = Permits.Executors(new ShellConnection(Environment: [KeyValuePair.Create("REGION", "eu")]) { ReadOnlyView = false });
        var seen = await executors.Run(Permits.Read("env", Language.Shell));
        var input = await executors.Run(Permits.Read("cat; readlink /proc/self/fd/0; ls /proc/self/fd", Language.Shell));

        Assert.Equal(["HOME=/nonexistent", "LANG=C.UTF-8", "PATH=/usr/bin:/bin:/usr/sbin:/sbin:/usr/local/bin", "REGION=eu"], seen.Output.Lines.Order(StringComparer.Ordinal));
        Assert.Equal(["/dev/null", "0", "1", "2", "3"], input.Output.Lines);
    }

    [Theory]
    [InlineData("sleep 1 &", "background")]
    [InlineData("echo x > /tmp/firstlook-written", "writing to a file")]
    [InlineData("echo x >> /tmp/firstlook-written", "writing to a file")]
    [InlineData("echo x 2> /tmp/firstlook-written", "writing to a file")]
    [InlineData("echo x &> /tmp/firstlook-written", "writing to a file")]
    [InlineData("cat <> /tmp/firstlook-written", "<>")]
    [InlineData("echo x > $F", "writing to a file")]
    [InlineData("echo x | for i in 1 2; do echo $i; done", "for loop inside")]
    [InlineData("echo x | while true; do echo y; done", "while loop inside")]
    [InlineData("for i in 1 2; do echo $i > /tmp/firstlook-written; done", "writing to a file")]
    [InlineData("for i in 1 2; do echo $i; done > /tmp/firstlook-written", "redirection of a for loop")]
    [InlineData("while true; do echo x > /tmp/firstlook-written; done", "writing to a file")]
    [InlineData("case a in *) echo x > /tmp/firstlook-written;; esac", "writing to a file")]
    [InlineData("[[ -o errexit ]]", "[[")]
    [InlineData("(sleep 9 &)", "background")]
    [InlineData("f() { echo x; }; f", "function")]
    [InlineData("if true; then echo x > /tmp/firstlook-written; fi", "writing to a file")]
    [InlineData("if > /tmp/firstlook-written; then echo x; fi", "writing to a file")]
    [InlineData("cat <(echo x)", "process substitution")]
    [InlineData("echo $((1 + 1))", "arithmetic")]
    [InlineData("echo ${X:=touch}", "expansion")]
    [InlineData("echo ${X:-$(touch /tmp/firstlook-written)}", "expansion")]
    [InlineData("echo ${X//a/b}", "expansion")]
    [InlineData("echo $UNSET", "UNSET")]
    [InlineData("echo $(echo $(touch /tmp/firstlook-written) > /tmp/firstlook-written)", "writing to a file")]
    [InlineData("./script.sh", "absolute")]
    [InlineData("eval echo x", "eval")]
    [InlineData("source /etc/profile", "source")]
    [InlineData("[[ -v 'a[$(touch /tmp/firstlook-written)]' ]]", "[[")]
    [InlineData("echo 'unfinished", "")]
    public async Task What_the_interpreter_does_not_run_is_refused_by_name_before_anything_starts_where_the_text_alone_shows_it(string text, string named)
    {
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read($"touch {folder.Path}/started; {text}", Language.Shell));

        Assert.Equal(OutcomeKind.Refused, result.Outcome.Kind);
        Assert.Contains(named, result.Outcome.Message!, StringComparison.Ordinal);
        Assert.False(File.Exists("/tmp/firstlook-written"));
        Assert.Equal(text is "echo $UNSET" or "./script.sh" || text.StartsWith("eval", StringComparison.Ordinal) || text.StartsWith("source", StringComparison.Ordinal), File.Exists(Path.Combine(folder.Path, "started")));
    }

    [Fact]
    public async Task A_lock_that_somebody_holds_on_dev_null_keeps_nothing_from_starting()
    {
        await using var holder = RunningProgram.Start("/usr/bin/flock", ["--exclusive", "/dev/null", "/bin/sh", "-c", "echo held; sleep 600"]);
        await Eventually.Holds(() => Task.FromResult(holder.Said.Contains("held", StringComparison.Ordinal)), TimeSpan.FromSeconds(30), () => holder.Said);
        await using var executors = Permits.Executors(Here);

        Assert.Equal(["a"], (await executors.Run(Permits.Read("echo a", Language.Shell))).Output.Lines);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_told()
    {
        await using var here = Permits.Executors(Here);
        await using var entered = Permits.Executors(new ShellConnection(["/usr/bin/nsenter", "--mount=/proc/self/ns/mnt", "--"]));
        foreach (var executors in new[] { here, entered })
        {
            var result = await executors.Run(Permits.Read("no-such-program --help", Language.Shell));
            Assert.Equal(OutcomeKind.Failed, result.Outcome.Kind);
            Assert.Equal(127, result.Outcome.Exit);
            Assert.Contains("no-such-program", result.Outcome.Message!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("grep nothing /etc/passwd", OutcomeKind.Succeeded)]
    [InlineData("grep nothing /etc/no-such-file", OutcomeKind.Failed)]
    [InlineData("grep nothing /etc/no-such-file | wc -l", OutcomeKind.Failed)]
    [InlineData("grep nothing /etc/no-such-file 2>/dev/null | wc -l", OutcomeKind.Succeeded)]
    [InlineData("wc -l < /etc/no-such-file", OutcomeKind.Failed)]
    [InlineData("grep -c nothing /etc/passwd", OutcomeKind.Succeeded)]
    [InlineData("diff /etc/passwd /etc/group", OutcomeKind.Succeeded)]
    [InlineData("ls /etc/no-such-file", OutcomeKind.Failed)]
    [InlineData("cat /etc/no-such-file || echo fallback", OutcomeKind.Succeeded)]
    [InlineData("yes | head -1", OutcomeKind.Succeeded)]
    public async Task An_exit_means_what_the_manual_of_the_program_says(string text, OutcomeKind kind)
    {
        await using var executors = Permits.Executors(Here);
        Assert.Equal(kind, (await executors.Run(Permits.Read(text, Language.Shell))).Outcome.Kind);
    }

    [Fact]
    public async Task Sudo_is_dropped_where_programs_run_as_root_and_that_is_shown()
    {
        await using var executors = Permits.Executors(new ShellConnection(Root: true) { ReadOnlyView = false });
        var result = await executors.Run(Permits.Read("sudo tail -1 /etc/passwd", Language.Shell));

        Assert.Equal(OutcomeKind.Succeeded, result.Outcome.Kind);
        Assert.Contains("sudo was dropped", result.Rewrite!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_quoted_for_a_target_whose_entry_joins_them()
    {
        // What ssh does: the words after the host, joined by blanks, go to the login shell.
        var ssh = folder.Program("ssh", "#!/bin/bash\nshift\nexec /bin/sh -c \"$*\"\n");
        await using var executors = Permits.Executors(new ShellConnection([ssh, "app-1"], EnterJoinsWords: true) { ReadOnlyView = false });
        var result = await executors.Run(Permits.Read("printf '%s\\n' 'a  b' '$(id)' \"it's\" '*' ';' \"<x>\"", Language.Shell, values: [Permits.Value("<x>", "'; touch /tmp/firstlook-written #")]));

        Assert.Equal(["a  b", "$(id)", "it's", "*", ";", "'; touch /tmp/firstlook-written #"], result.Output.Lines);
        Assert.False(File.Exists("/tmp/firstlook-written"));
    }

    public void Dispose() => folder.Dispose();

    static bool Runs(string pid) => File.Exists($"/proc/{pid}/stat") && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z", StringComparison.Ordinal);
}
