using Firstlook.Looks;
using Firstlook.Tests.Hypotheses;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Looks;

public sealed class SummaryTests
{
    static string Of(Output output, Outcome? outcome = null) =>
        Summaries.Of(Result(Tests.Incidents.Given.Step("s", Tests.Incidents.Given.Command("SELECT 1")), output, outcome));

    [Fact]
    public void A_vector_tells_its_largest_with_shares_and_how_many_more()
    {
        Assert.Equal("short 0.75 (75 %) · expired 0.25 (25 %)", Of(Vector(("result=expired", 0.25), ("result=short", 0.75))));
        Assert.Equal("d 4 (40 %) · c 3 (30 %) · b 2 (20 %) · 1 more", Of(Vector(("x=a", 1), ("x=b", 2), ("x=c", 3), ("x=d", 4))));
        Assert.Equal("no data", Of(Vector()));
        Assert.Equal("0.123", Of(Scalar(0.12345)));
        Assert.Equal("NaN", Of(Scalar(double.NaN)));
    }

    [Fact]
    public void Rows_and_lines_are_counted_and_a_single_one_is_shown()
    {
        Assert.Equal("0 rows", Of(Rows("a")));
        Assert.Equal("count = 3", Of(Rows("count", "3")));
        Assert.Equal("1 row", Of(Rows("a|b", "1|2")));
        Assert.Equal("2 lines", Of(Lines("a", "b")));
        Assert.Equal("PONG", Of(Lines("PONG")));
    }

    [Fact]
    public void What_did_not_succeed_says_how()
    {
        Assert.Equal("timed out: 10 s are over", Of(Output.None, new Outcome(OutcomeKind.TimedOut, "10 s are over")));
        Assert.Equal("failed: no such table", Of(Output.None, new Outcome(OutcomeKind.Failed, "no such table")));
        Assert.Equal("unreachable: refused", Of(Output.None, new Outcome(OutcomeKind.Unreachable, "refused")));
        foreach (var kind in Enum.GetValues<OutcomeKind>()) Assert.NotEmpty(Of(Output.None, new Outcome(kind, "x")));
    }
}
