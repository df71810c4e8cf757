using Firstlook.Runbooks.Checking;

namespace Firstlook.Tests.Runbooks.Checking;

/// <summary>What a team's template asks for, wherever it stands.</summary>
public sealed class OwnTemplateTests
{
    const string Lacking = "# QueueFull\n\n**Alert**: `QueueFull`\n\n## Symptoms\n- late receipts\n\n## Diagnosis\n```bash\nredis-cli LLEN jobs\n```\n\n## Mitigation\n```bash\nkubectl scale deployment/worker --replicas=4\n```\n";

    const string File = "# Runbook: [ALERT NAME]\n\n## Symptoms\n- ...\n\n## Diagnosis\n...\n\n## Mitigation\n...\n\n## Escalation\nWhom to call.\n\n## Dashboards (optional)\n...\n";

    const string Block = "# How we write\n\n## Runbook template\n\nCopy this:\n\n```markdown\n# NAME\n## Symptoms\n## Diagnosis\n## Mitigation\n## Escalation\n```\n";

    const string Listed = "# Conventions\n\n## Structure of a runbook\n\n1. **Symptoms**: what is seen\n2. **Diagnosis**: what to ask\n3. **Mitigation**: what helps\n4. **Escalation**: whom to call\n";

    static List<Finding> Of(params CheckedFile[] files) => [.. RunbookChecker.Check(new(files.ToEquatableArray())).Findings.Where(finding => finding.Code == "FL036")];

    [Theory]
    [InlineData(File, "runbook-template.md")]
    [InlineData(File, "new.md")]
    [InlineData(Block, "README.md")]
    [InlineData(Listed, "README.md")]
    public void A_template_in_another_file_of_the_team_is_asked_of_its_procedures(string template, string name)
    {
        var finding = Assert.Single(Of(Checked.File(template, name, "shop"), Checked.File(Lacking, "queue.md", "shop")));
        Assert.Equal(("queue.md", 1), (finding.File, finding.Line));
        Assert.Contains("\"Escalation\"", finding.Message, StringComparison.Ordinal);
        Assert.Contains(name, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("runbooks/template.md", "runbooks/queue.md", 1)]
    [InlineData("other/template.md", "runbooks/queue.md", 0)]
    public void Where_no_team_is_known_a_template_speaks_for_its_folder(string template, string runbook, int findings) =>
        Assert.Equal(findings, Of(Checked.File(File, template), Checked.File(Lacking, runbook)).Count);

    [Fact]
    public void Another_teams_template_is_not() => Assert.Empty(Of(Checked.File(File, "template.md", "bank"), Checked.File(Lacking, "queue.md", "shop")));

    [Fact]
    public void A_procedure_in_quite_another_layout_follows_no_template() =>
        Assert.Empty(Of(Checked.File(File, "template.md", "shop"), Checked.File("# DiskFull\n\n**Alert**: `DiskFull`\n\n## Meaning\nFull.\n\n## Impact\nLate.\n\n```bash\ndf -h\n```\n", "disk.md", "shop")));

    [Fact]
    public void Of_two_templates_the_one_that_it_follows_counts() =>
        Assert.Single(Of(Checked.File(File, "template.md", "shop"), Checked.File("# Runbook template\n\n## Meaning\n\n## Impact\n\n## Symptoms\n", "other-template.md", "shop"), Checked.File(Lacking, "queue.md", "shop")));
}
