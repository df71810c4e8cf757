using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;

namespace Firstlook.Executors.Tests.Reach;

/// <summary>Programs out of reach of signals from here. setsid(1) stands for ssh, docker exec and kubectl exec: what it starts outlives it.</summary>
public sealed class LifelineTests
{
    static ShellConnection Elsewhere => new(["/usr/bin/setsid", "--fork", "--wait"]) { Elsewhere = true, ReadOnlyView = false };

    [Fact]
    public Task A_program_over_its_time_ends() => Endings.OfTimeAreReal(Elsewhere);

    [Fact]
    public Task A_program_that_prints_for_ever_ends() => Endings.OfOutputAreReal(Elsewhere);

    [Fact]
    public Task A_pipeline_that_nobody_waits_for_ends() => Endings.OfCancellationAreReal(Elsewhere);

    [Theory]
    [InlineData("printf 'a\\nb\\n'", 0, "a b")]
    [InlineData("printf 'a\\nb\\n' | tail -1", 0, "b")]
    [InlineData("cat <<< 'handed over'", 0, "handed over")]
    [InlineData("cat", 0, "")]
    [InlineData("sh -c 'echo c; exit 42'", 42, "c")]
    [InlineData("sh -c 'kill -9 $$'", 137, "")]
    [InlineData("grep x /dev/null", 1, "")]
    public async Task A_program_that_ends_by_itself_keeps_its_input_its_output_and_its_exit(string text, int exit, string lines)
    {
        await using var executors = Permits.Executors(Elsewhere);
        var result = await executors.Run(Permits.Read(text, Language.Shell, Limits.Default with { Time = TimeSpan.FromMinutes(1) }));

        Assert.Equal(exit, result.Outcome.Exit);
        Assert.Equal(lines, string.Join(' ', result.Output.Lines));
    }

    [Fact]
    public async Task Nothing_of_the_script_is_seen_by_the_program()
    {
        await using var executors = Permits.Executors(Elsewhere with { Environment = [KeyValuePair.Create("REGION", "eu")] });
        var result = await executors.Run(Permits.Read("env", Language.Shell));
        var open = await executors.Run(Permits.Read("ls /proc/self/fd", Language.Shell));

        Assert.Equal(["HOME=/nonexistent", "LANG=C.UTF-8", "PATH=/usr/bin:/bin:/usr/sbin:/sbin:/usr/local/bin", "REGION=eu"], result.Output.Lines.Order(StringComparer.Ordinal));
        Assert.Equal(["0", "1", "2", "3"], open.Output.Lines);
    }
}
