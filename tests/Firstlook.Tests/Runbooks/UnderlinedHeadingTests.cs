namespace Firstlook.Tests.Runbooks;

public sealed class UnderlinedHeadingTests
{
    [Fact]
    public void What_stands_in_an_underlined_heading_of_two_lines_has_the_line_it_stands_on()
    {
        var runbook = Documents.Read("EOF\nIf x: do `df -h`\n- ");
        Assert.Equal(2, Assert.Single(runbook.AllSteps()).Line);
    }

    [Fact]
    public void An_underlined_heading_begins_where_its_text_does()
    {
        var runbook = Documents.Read("Disk full\n=========\n\nAlert: `DiskFull`\n\n    df -h\n");
        Assert.Equal(1, Assert.Single(runbook.Procedures).Line);
    }
}
