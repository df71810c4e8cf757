using Firstlook.Access;
using Firstlook.Incidents;
using Firstlook.Looks;

namespace Firstlook.Tests.Incidents;

public sealed class RecordingTests
{
    [Fact]
    public void An_output_whose_bytes_outgrow_the_evidence_is_cut_and_says_so()
    {
        var lines = Enumerable.Repeat(new string('\u0001', 500), 1000).ToEquatableArray();
        var result = new Result(new CommandId("step", 0), "host", "cat x", null, DateTimeOffset.UnixEpoch, TimeSpan.Zero, Outcome.Succeeded, new Output(OutputKind.Lines, 1000, false, Lines: lines), 0);
        var (recorded, _, bytes) = Recording.Of(result);
        Assert.InRange(bytes.Length, 1, 1024 * 1024);
        Assert.True(recorded.Truncated);
        Assert.Equal(1000, recorded.Count);
    }
}
