namespace Firstlook.Tests.Runbooks.Checking;

public sealed class SilenceTests
{
    static string Two(string above = "", string heading = "") => $"# QueueFull\n\n{heading}## Diagnosis\n\n{above}```bash\nping db-1\n```\n\nThen:\n\n```bash\nping db-2\n```\n\n## Other\n\n```bash\nping db-3\n```\n";

    static IEnumerable<int> Endless(string text) => Checked.Of("FL028", text).Select(finding => finding.Line);

    [Fact]
    public void Nothing_is_silenced_where_nothing_asks_for_it() => Assert.Equal(3, Endless(Two()).Count());

    [Fact]
    public void Above_a_block_it_holds_for_that_block_alone() =>
        Assert.Equal([13, 19], Endless(Two(above: "<!-- firstlook: ignore FL028 somebody watches it -->\n")));

    [Fact]
    public void Several_below_each_other_hold_for_the_same_block() =>
        Assert.Equal([16, 22],
            Endless(Two(above: "<!-- firstlook: ignore FL071 small -->\n\n<!-- firstlook: ignore FL028 somebody watches it -->\n<!-- firstlook: ignore FL021 so -->\n")));

    [Fact]
    public void Above_a_heading_it_holds_for_the_section() =>
        Assert.Equal([20], Endless(Two(heading: "<!-- firstlook: ignore FL028 somebody watches them -->\n\n")));

    [Fact]
    public void For_the_file_it_holds_everywhere_and_is_counted()
    {
        var report = Checked.Report("<!-- firstlook: ignore-file FL028, FL021 these are watched -->\n" + Two());
        Assert.DoesNotContain(report.Findings, finding => finding.Code == "FL028");
        Assert.Equal(4, report.Silenced);
    }

    [Fact]
    public void Beside_a_line_it_holds_for_that_line() =>
        Assert.Empty(Checked.Of("FL047", "# Links\n\n- http://localhost:3000 <!-- firstlook: ignore FL047 through the tunnel of line 1 -->\n"));

    [Fact]
    public void Inside_a_block_it_is_text() => Assert.Equal(3, Endless(Two().Replace("ping db-1", "# <!-- firstlook: ignore FL028 x -->\nping db-1", StringComparison.Ordinal)).Count());

    [Theory]
    [InlineData("<!-- firstlook: ignore FL028 -->", "without a reason")]
    [InlineData("<!-- firstlook: ignore FL005 long gone -->", "nothing is found")]
    [InlineData("<!-- firstlook: ignore FL999 whatever -->", "there is no rule FL999")]
    [InlineData("<!-- firstlook: ignore all noise -->", "is not understood")]
    [InlineData("<!-- firstlook: ignore-next-line FL071 x -->", "is not understood")]
    [InlineData("```bash\n# firstlook: ignore FL071 small\ndf -h\n```\n", "within a block is not heard")]
    public void A_silence_that_says_nothing_is_told(string comment, string message) =>
        Assert.Contains(Checked.Of("FL045", Two(above: comment + "\n")), finding => finding.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void An_annotation_above_the_same_block_still_counts() =>
        Assert.Equal("kubectl uncordon n", Documents.Read("# X\n\n## Mitigation\n\n<!-- firstlook undo=\"kubectl uncordon n\" -->\n<!-- firstlook: ignore FL025 it is said above -->\n```bash\nkubectl drain n\n```\n").AllSteps().Single().Undo);
}
