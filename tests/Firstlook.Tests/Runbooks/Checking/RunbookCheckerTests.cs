using Firstlook.Runbooks.Checking;

namespace Firstlook.Tests.Runbooks.Checking;

public sealed class RunbookCheckerTests
{
    static IEnumerable<(string Code, int Line)> Found(string text) => RunbookChecker.Check(Documents.Read(text)).Select(p => (p.Code, p.Line));

    const string Sound = """
        # QueueFull

        **Alert**: `QueueFull`
        **Severity**: high

        ## Diagnosis
        ```bash
        kubectl get pods -n jobs
        ```

        ## Mitigation
        ```bash
        kubectl scale deployment/worker --replicas=4 -n jobs
        ```

        ## Verification
        ```bash
        kubectl get pods -n jobs
        ```

        ## Escalation
        Page the jobs lead after 30 minutes.
        """;

    [Fact]
    public void A_sound_runbook_has_no_findings() => Assert.Empty(Found(Sound));

    [Theory]
    [InlineData("**Severity**: high", "", "FL021", 1)]
    [InlineData("## Verification\n```bash\nkubectl get pods -n jobs\n```\n", "", "FL022", 12)]
    [InlineData("## Escalation\nPage the jobs lead after 30 minutes.", "", "FL023", 1)]
    [InlineData("## Mitigation\n```bash\nkubectl scale deployment/worker --replicas=4 -n jobs", "## Safe action\n```bash\nkubectl delete pod worker-0 -n jobs", "FL024", 12)]
    [InlineData("kubectl scale deployment/worker --replicas=4 -n jobs", "kubectl delete pod worker-0 -n jobs", "FL025", 12)]
    [InlineData("Page the jobs lead", "See [the list](#nowhere). Page the jobs lead", "FL026", 22)]
    [InlineData("kubectl get pods -n jobs\n```\n\n## Mitigation", "kubectl logs -f worker-0 -n jobs\n```\n\n## Mitigation", "FL028", 8)]
    [InlineData("## Mitigation\n", "## Mitigation\n\nScale up if needed:\n\n", "FL029", 15)]
    public void Each_flaw_is_found_at_its_line(string sound, string flawed, string code, int line)
    {
        var text = Sound.Replace("\r", "", StringComparison.Ordinal).Replace(sound, flawed, StringComparison.Ordinal);
        Assert.NotEqual(Sound, text);
        Assert.Contains((code, line), Found(text));
    }

    [Fact]
    public void Two_procedures_of_one_name_are_found() =>
        Assert.Contains(("FL027", 9), Found("# All\n\n## Alert: DiskFull\n\n```bash\ndf -h\n```\n\n## Alert: DiskFull\n\n```bash\ndf -i\n```\n"));

    [Fact]
    public void A_title_alone_is_no_procedure_to_work_by() =>
        Assert.Contains(("FL020", 3), Found("# All\n\n- **DiskFull**\n  - Severity: low\n  - Meaning: the disk is full\n"));

    [Theory]
    [InlineData("FL001")]
    [InlineData("FL005")]
    [InlineData("fl024")]
    public void Each_code_has_a_reason_and_a_fix(string code) => Assert.True(RunbookChecker.Explain(code) is { Reason.Length: > 10, Fix.Length: > 5 });

    [Fact]
    public void Every_code_that_is_ever_reported_is_explained()
    {
        foreach (var file in Directory.GetFiles(Fixtures.Folder, "*.md"))
        {
            Assert.All(RunbookChecker.Check(Documents.Read(File.ReadAllText(file))), p => Assert.NotNull(RunbookChecker.Explain(p.Code)));
        }

        Assert.Null(RunbookChecker.Explain("FL999"));
    }
}
