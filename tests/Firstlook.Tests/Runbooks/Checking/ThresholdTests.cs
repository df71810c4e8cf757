using Firstlook.Runbooks;
using Firstlook.Runbooks.Checking;

namespace Firstlook.Tests.Runbooks.Checking;

/// <summary>Two numbers for one alert or one query.</summary>
public sealed class ThresholdTests
{
    static string Procedure(string condition) => $"# QueueFull\n\n**Alert**: `QueueFull`\n**Fires when**: {condition}\n\n## Diagnosis\n```bash\nredis-cli LLEN jobs\n```\n";

    static string Rule(string expression) => $"\n## The rule\n\n```yaml\n- alert: QueueFull\n  expr: {expression}\n```\n";

    static string Table(string condition) => $"\n## All alerts\n\n| Alert | Threshold |\n|---|---|\n| QueueFull | {condition} |\n";

    [Theory]
    [InlineData("queue_jobs > 1000", "queue_jobs > 500", true)]
    [InlineData("queue_jobs > 1000", "queue_jobs > 1000", false)]
    [InlineData("errors above 5 % of requests", "rate(errors[5m]) / rate(requests[5m]) > 0.02", true)]
    [InlineData("errors above 5 % of requests", "rate(errors[5m]) / rate(requests[5m]) > 0.05", false)]
    [InlineData("latency above 2 s", "latency_ms > 2000", false)]
    [InlineData("queue_jobs > 1000 by day, > 500 at night", "queue_jobs > 500", false)]
    [InlineData("no job leaves for more than 10 minutes", "rate(jobs[10m]) < 1", false)]
    public void A_rule_in_the_document_is_held_against_the_words_about_its_alert(string said, string expression, bool told) =>
        Assert.Equal(told, Checked.Of("FL040", Procedure(said) + Rule(expression)).Any());

    [Theory]
    [InlineData("> 1000", "more than 500", true)]
    [InlineData("> 1000", "over 1k", false)]
    [InlineData("> 10 %", "> 500", false)]
    [InlineData("> 1000", "< 500", false)]
    public void A_table_of_thresholds_is_held_against_the_procedure(string said, string cell, bool told) =>
        Assert.Equal(told, Checked.Of("FL040", Procedure($"waiting jobs {said}") + Table(cell)).Any());

    [Theory]
    [InlineData("shop", true)]
    [InlineData("bank", false)]
    public void Files_of_one_team_are_compared_and_both_places_told(string team, bool told)
    {
        var findings = RunbookChecker.Check(new([Checked.File(Procedure("jobs > 1000"), "a.md", "shop"), Checked.File("# Alerts\n" + Table("> 500"), "b.md", team)])).Findings.Where(f => f.Code == "FL040").ToList();
        Assert.Equal(told, findings is [{ File: "b.md", Severity: ProblemSeverity.Warning }]);
        if (told) Assert.Contains("line 4 of a.md", findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redis-cli -a hunter2 LLEN jobs", "< 100", true)]
    [InlineData("redis-cli -a hunter2 LLEN jobs", "< 500", false)]
    [InlineData("redis-cli -a hunter2 LLEN mails", "< 100", false)]
    public void One_query_is_well_at_one_value_and_its_text_is_not_repeated(string query, string well, bool told)
    {
        var findings = Checked.Of("FL040", $"# QueueFull\n\n## Diagnosis\n```bash\n# should be < 500\nredis-cli -a hunter2 LLEN jobs\n```\n\n## Verification\n```bash\n# should be {well}\n{query}\n```\n").ToList();
        Assert.Equal(told, findings.Count == 1);
        Assert.All(findings, finding => Assert.DoesNotContain("hunter2", finding.Message, StringComparison.Ordinal));
    }
}
