using Firstlook.Runbooks;
using Firstlook.Runbooks.Checking;

namespace Firstlook.Tests.Runbooks.Checking;

/// <summary>Files beside one another, and beside the metrics system's rules.</summary>
public sealed class LibraryTests
{
    const string Claim = "# QueueFull\n\n**Alert**: `QueueFull`\n\n## Diagnosis\n```bash\nredis-cli LLEN jobs\n```\n";

    static string Levels(string time) => $"## Severity levels\n\n| Level | Acknowledge |\n|---|---|\n| P1 | {time} |\n";

    static IEnumerable<string> Codes(params CheckedFile[] files) => RunbookChecker.Check(new(files.ToEquatableArray())).Findings.Select(finding => finding.Code);

    [Fact]
    public void Teams_may_promise_different_times_and_answer_the_same_alert()
    {
        var codes = Codes(Checked.File(Claim + Levels("15 min"), "a.md", "shop"), Checked.File(Claim + Levels("30 min"), "b.md", "bank")).ToList();
        Assert.DoesNotContain("FL033", codes);
        Assert.DoesNotContain("FL034", codes);
    }

    [Fact]
    public void Files_of_no_known_team_are_not_compared() =>
        Assert.DoesNotContain("FL034", Codes(Checked.File(Claim, "a.md"), Checked.File(Claim, "b.md")));

    [Fact]
    public void Within_a_team_they_are_told_with_both_places()
    {
        var finding = Assert.Single(RunbookChecker.Check(new([Checked.File(Claim, "a.md", "shop"), Checked.File("\n" + Claim, "b.md", "shop")])).Findings, finding => finding.Code == "FL034");
        Assert.Equal(("b.md", ProblemSeverity.Error), (finding.File, finding.Severity));
        Assert.Contains("line 1 of a.md", finding.Message, StringComparison.Ordinal);
    }

    static string People(string reach) => $"# Kilns\n\n## Contacts\n\n| Role | Contact |\n|---|---|\n| Kiln lead | {reach} |\n";

    [Theory]
    [InlineData("shop", "shop", true)]
    [InlineData("shop", "bank", false)]
    public void Two_addresses_for_one_role_in_two_files_are_told_within_a_team_only(string one, string other, bool told) =>
        Assert.Equal(told, Codes(Checked.File(People("lead@kilns.example"), "a.md", one), Checked.File(People("boss@kilns.example"), "b.md", other)).Contains("FL031"));

    [Fact]
    public void Rules_are_read_from_groups_and_from_the_operators_objects()
    {
        const string groups = "groups:\n- name: shop\n  rules:\n  - record: job:x:rate5m\n    expr: rate(x[5m])\n  - alert: QueueFull\n    expr: queue > 5\n";
        const string crd = "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n  groups:\n  - name: shop\n    rules:\n    - alert: QueueStuck\n      expr: |\n        delta(queue[5m])\n        == 0\n";
        Assert.Equal([new AlertRule("QueueFull", "queue > 5", "r.yml", 6)], AlertRuleFile.Read("r.yml", groups).Rules);
        Assert.Equal([("QueueStuck", 7)], AlertRuleFile.Read("r.yml", crd).Rules.Select(rule => (rule.Name, rule.Line)));
        Assert.Equal(2, AlertRuleFile.Read("r.yml", "groups:\n- name: \"shop\n").Problems.Single().Line);
        Assert.Equal(1, AlertRuleFile.Read("r.yml", "groups: [shop\nmore:\n").Problems.Single().Line);
    }

    [Fact]
    public void An_alias_of_aliases_ends()
    {
        var bomb = "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, 11).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n"));
        Assert.Empty(AlertRuleFile.Read("r.yml", bomb).Rules);
    }

    [Fact]
    public void A_rule_without_procedure_is_told_in_the_rule_file_at_its_line()
    {
        var request = new CheckRequest([Checked.File(Claim)]) { AlertRules = [new("QueueFull", "x > 1", "rules.yml", 3), new("QueueStuck", "x > 1", "rules.yml", 9)] };
        var finding = Assert.Single(RunbookChecker.Check(request).Findings, finding => finding.Code == "FL018");
        Assert.Equal(("rules.yml", 9), (finding.File, finding.Line));
    }

    [Theory]
    [InlineData(12, false, null)]
    [InlineData(13, true, ProblemSeverity.Error)]
    [InlineData(null, true, ProblemSeverity.Warning)]
    public void A_column_is_gone_only_from_the_version_on_that_lost_it(int? version, bool found, ProblemSeverity? severity)
    {
        var findings = RunbookChecker.Check(new([Checked.File("# Slow\n\n```sql\nSELECT mean_time FROM pg_stat_statements;\n```\n")]) { PostgreSql = version }).Findings.Where(finding => finding.Code == "FL016").ToList();
        Assert.Equal(found, findings.Count == 1);
        if (found) Assert.Equal(severity, findings[0].Severity);
    }

    [Fact]
    public void A_column_of_another_table_is_not_taken_for_it() =>
        Assert.Empty(Checked.Of("FL016", "# Slow\n\n```sql\nSELECT mean_time FROM tide_tables;\n```\n"));

    [Theory]
    [InlineData("a.md#part", "part", true)]
    [InlineData("./a.md", null, true)]
    [InlineData("https://example.com/x#y", null, false)]
    [InlineData("mailto:ops@example.com", null, false)]
    [InlineData("/absolute/path.md", null, false)]
    [InlineData("{{ .Link }}", null, false)]
    public void Links_to_what_stands_beside_the_file_are_followed(string url, string? anchor, bool followed)
    {
        var links = RelativeLinks.Of(Documents.Read($"# X\n\nSee [it]({url}).\n")).ToList();
        Assert.Equal(followed, links.Count == 1);
        if (followed) Assert.Equal(anchor, links[0].Anchor);
    }

    [Fact]
    public void An_anchor_in_another_file_is_looked_up_there()
    {
        CheckRequest Request(string anchor) => new([Checked.File($"# X\n\nSee [it](b.md#{anchor}).\n")]) { Links = new Dictionary<(string, string), LinkTarget> { [("test.md", "b.md")] = new(true, RelativeLinks.Anchors("# B\n\n## The part\n\n<a name=\"own\"></a>\n")) } };
        Assert.DoesNotContain(RunbookChecker.Check(Request("the-part")).Findings, finding => finding.Code == "FL026");
        Assert.DoesNotContain(RunbookChecker.Check(Request("own")).Findings, finding => finding.Code == "FL026");
        Assert.Contains(RunbookChecker.Check(Request("the-parts")).Findings, finding => finding.Code == "FL026");
    }


    [Fact]
    public void A_rule_whose_runbook_url_leads_to_a_procedure_is_answered()
    {
        CheckRequest Of(string url) => new([Checked.File("# Runbook\n\n## Queue is full\n\n**Severity**: high\n\n```bash\ndf -h\n```\n", "queues.md")]) { AlertRules = [new("JobsWait", "x > 1", "rules.yml", 3, url)] };
        string[] Codes(string url) => [.. RunbookChecker.Check(Of(url)).Findings.Where(finding => finding.File == "rules.yml").Select(finding => finding.Code)];
        Assert.Empty(Codes("https://git.example.com/ops/queues.md#queue-is-full"));
        Assert.Equal(["FL018", "FL080"], Codes("https://git.example.com/ops/queues.md#queue-full"));
        Assert.Equal(["FL018"], Codes("https://wiki.example.com/elsewhere"));
    }

    [Fact]
    public void An_expression_of_a_rule_file_that_does_not_parse_is_told_there()
    {
        var request = new CheckRequest([Checked.File(Claim)]) { AlertRules = [new("QueueFull", "sum(rate(x[5m])", "rules.yml", 3)] };
        Assert.Equal(("rules.yml", 3), Assert.Single(RunbookChecker.Check(request).Findings, finding => finding.Code == "FL013") is var finding ? (finding.File, finding.Line) : default);
    }

    [Theory]
    [InlineData("| P1 | 15 min | 30 min |", "| P1 | 15 min | 1 hour |", "other intervals of updates")]
    [InlineData("| P1 | 15 min | 30 min |", "| P1 | 30 min | 30 min |", "another time to respond")]
    public void Two_files_of_a_team_that_promise_different_things_are_an_error(string one, string other, string what)
    {
        static string Policy(string row) => $"# Operations\n\n## Severity levels\n\n| Level | Acknowledge | Updates every |\n|---|---|---|\n{row}\n| P2 | 1 hour | 4 hours |\n";
        var request = new CheckRequest([Checked.File(Policy(one), "a.md", "shop"), Checked.File(Policy(other), "b.md", "shop")]);
        var finding = Assert.Single(RunbookChecker.Check(request).Findings, finding => finding.Code == "FL033");
        Assert.Equal(ProblemSeverity.Error, finding.Severity);
        Assert.Contains(what, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("555-0101", "555-0199", true)]
    [InlineData("@dba-oncall", "@dba-night", true)]
    [InlineData("ext. 4021", "ext. 4022", true)]
    [InlineData("@dba-oncall", "dba@example.com", false)]
    public void Two_numbers_extensions_or_handles_for_one_role_contradict_each_other(string one, string other, bool contradicts)
    {
        static string Contact(string reach) => $"# Operations\n\n## Contacts\n\n| Role | Contact |\n|---|---|\n| Database administrator | {reach} |\n| Lead | lead@example.com |\n";
        var request = new CheckRequest([Checked.File(Contact(one), "a.md", "shop"), Checked.File(Contact(other), "b.md", "shop")]);
        Assert.Equal(contradicts, RunbookChecker.Check(request).Findings.Any(finding => finding is { Code: "FL031", Severity: ProblemSeverity.Error }));
    }
}
