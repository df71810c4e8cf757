using Firstlook.App.Cli;

namespace Firstlook.App.Tests.Cli;

public sealed class TranscriptTests
{
    [Theory]
    [InlineData("Script started on 2026-03-14 03:12:44+00:00 [COMMAND=\"x\"]\r\na\r\nb\r\n\r\nScript done on 2026-03-14 03:12:45+00:00 [COMMAND_EXIT_CODE=\"0\"]\r\n", "a\nb")]
    [InlineData("\u001b[1;31mred\u001b[0m and \u001b]0;a title\u0007plain", "red and plain")]
    [InlineData("10 %\r50 %\r100 %\r\ndone", "100 %\ndone")]
    [InlineData("pasz\bswd", "passwd")]
    [InlineData("\u001b[?1049h\u001b(B\u001b[2J\u001b[Hflags: on\u001b[?1049l", "flags: on")]
    [InlineData("", "")]
    public void What_was_seen_is_kept_and_what_steered_the_terminal_is_not(string typescript, string seen) => Assert.Equal(seen, Transcript.Of(typescript, 1000));

    [Fact]
    public void Of_a_long_one_the_end_is_kept()
    {
        var kept = Transcript.Of(new string('a', 5000) + "\nthe end", 200);
        Assert.Equal(200, kept.Length);
        Assert.StartsWith("(the beginning is not kept)\n", kept, StringComparison.Ordinal);
        Assert.EndsWith("\nthe end", kept, StringComparison.Ordinal);
    }
}
