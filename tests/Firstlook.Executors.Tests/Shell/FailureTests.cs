using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Shell;

/// <summary>What is told of a program that ended badly: its own words, and how it ended.</summary>
public sealed class FailureTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(@"printf '  %% Total    %% Received\n\r  0     0    0\r  0     0    0curl: (6) Could not\rcurl: (6) Could not resolve host: shop\r\n' >&2; exit 6", "ended with 6: curl: (6) Could not resolve host: shop")]
    [InlineData(@"printf 'no such service: web\n\n  \r\n' >&2; exit 1", "ended with 1: no such service: web")]
    [InlineData(@"printf 'no configuration file provided: not found\n\n'; exit 1", "ended with 1: no configuration file provided: not found")]
    [InlineData(@"printf 'out\n'; printf 'why\n' >&2; exit 2", "ended with 2: why")]
    [InlineData("printf 'ssh: connect to host app-1 port 22: No route to host\r\n' >&2; exit 255", "ended with 255: ssh: connect to host app-1 port 22: No route to host")]
    [InlineData("exit 193", "ended with 193")]
    [InlineData("kill -KILL $$", "was ended by signal 9")]
    public async Task The_last_words_that_are_not_blank_are_told_as_a_terminal_shows_them(string script, string told)
    {
        var program = Program(script);
        await using var executors = Permits.Executors(new ShellConnection(Folder: folder.Path));
        var read = await executors.Run(Permits.Read(program, Language.Shell));

        Assert.Equal((OutcomeKind.Failed, $"sh {told}"), (read.Outcome.Kind, read.Outcome.Message));
        Assert.DoesNotContain(read.Output.Errors, line => line.Contains('\r'));
    }

    [Fact]
    public async Task What_an_earlier_command_printed_is_not_told_as_the_words_of_the_one_that_failed()
    {
        await using var executors = Permits.Executors(new ShellConnection(Folder: folder.Path));
        var read = await executors.Run(Permits.Read($"echo well; {Program("exit 4")}", Language.Shell));
        Assert.Equal("sh ended with 4", read.Outcome.Message);
    }

    [Fact]
    public async Task Evidence_keeps_carriage_returns_and_what_stands_before_them()
    {
        await using var executors = Permits.Executors(new ShellConnection(Folder: folder.Path));
        var read = await executors.Run(Permits.Read(Program(@"printf 'HTTP/1.1 200 OK\r\nhidden\rseen\n'"), Language.Shell));
        Assert.Equal(["HTTP/1.1 200 OK\r", "hidden\rseen"], read.Output.Lines);
    }

    [Fact]
    public async Task An_action_that_tells_its_error_on_standard_output_is_quoted()
    {
        await using var executors = Permits.Executors(new ShellConnection(Folder: folder.Path) { ReadOnlyView = false });
        var action = await executors.Run(Permits.Action("echo refused; echo; exit 3", Language.Shell));
        Assert.Equal("it ended with 3: refused", action.Outcome.Message);
    }

    string Program(string script)
    {
        folder.File("tool", script + "\n");
        return "sh tool";
    }
}
