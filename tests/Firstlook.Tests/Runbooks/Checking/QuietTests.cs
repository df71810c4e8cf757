using Firstlook.Effects;
using Firstlook.Runbooks.Checking;

namespace Firstlook.Tests.Runbooks.Checking;

/// <summary>What rules say nothing about: a linter that cries wolf is switched off.</summary>
public sealed class QuietTests
{
    static string Fenced(string tag, string text, string heading = "Diagnosis") => $"# QueueFull\n\n**Severity**: high\n\n## {heading}\n\n```{tag}\n{text}\n```\n";

    [Theory]
    [InlineData("a / on (job) group_left\nb")]
    [InlineData("sum by (job)\n(rate(a[5m]))")]
    [InlineData("a and on (instance)\nb == 1")]
    [InlineData("a > bool\n5")]
    [InlineData("a offset\n5m")]
    [InlineData("topk(5,\n  sum by (job) (rate(a[5m]))\n)")]
    public void A_query_that_wants_more_goes_on_in_the_next_line(string query)
    {
        Assert.Equal(Effect.Read, Assert.Single(Classifier.Block(query, Language.PromQl)).Effect);
        Assert.Empty(Checked.Of("FL013", Fenced("promql", query)));
    }

    [Fact]
    public void Whole_queries_on_lines_of_their_own_stay_apart() =>
        Assert.Equal(3, Classifier.Block("up == 0\nrate(a[5m])\nsum by (job) (b)", Language.PromQl).Count);

    [Theory]
    [InlineData("Not-so-safe", false)]
    [InlineData("Is it safe to restart?", false)]
    [InlineData("Not really safe", false)]
    [InlineData("Unsafe", false)]
    [InlineData("Nicht ganz sicher", false)]
    [InlineData("Safe actions", true)]
    [InlineData("Always safe", true)]
    public void A_heading_that_denies_or_asks_promises_no_safety(string heading, bool promises) =>
        Assert.Equal(promises, Checked.Of("FL024", Fenced("bash", "kubectl delete pod worker-0 -n jobs", heading)).Any());

    [Theory]
    [InlineData("**Alert**: none, people call us")]
    [InlineData("(kein Alarm, es meldet sich immer der Empfang)")]
    [InlineData("**Alerte :** aucune")]
    [InlineData("There is no alert for this; reception calls.")]
    public void A_procedure_that_says_that_it_has_no_alert_is_believed(string said)
    {
        var others = string.Concat(new[] { "DiskFull", "QueueFull" }.Select(name => $"## {name}\n\n**Alert**: `{name}`\n**Severity**: high\n\n```bash\ndf -h\n```\n\n"));
        Assert.Empty(Checked.Of("FL035", $"# Runbook\n\n{others}## Printer out of paper\n\n{said}\n\n**Severity**: low\n\n```bash\nlpstat -p\n```\n"));
        Assert.Single(Checked.Of("FL035", $"# Runbook\n\n{others}## Printer out of paper\n\n**Severity**: low\n\n```bash\nlpstat -p\n```\n"));
    }

    [Theory]
    [InlineData("`serial` and `flavour` come from the list above.", false)]
    [InlineData("The flavour is the last column of the list.", false)]
    [InlineData("flavour: the last column of the list.", false)]
    [InlineData("Ask for the flavour.", true)]
    public void Where_a_value_comes_from_may_be_said_without_its_brackets(string said, bool missing) =>
        Assert.Equal(missing, Checked.Of("FL003", $"# QueueFull\n\n## Diagnosis\n\n{said}\n\n```bash\ncurl -s http://shop/admin/feature/<flavour>\n```\n").Any());

    [Fact]
    public void A_transcript_that_shows_what_came_back_is_no_block_to_paste()
    {
        Assert.Empty(Checked.Of("FL042", Fenced("console", "$ redis-cli LLEN jobs\n(integer) 7")));
        Assert.Single(Checked.Of("FL042", Fenced("bash", "$ redis-cli LLEN jobs\n$ df -h")));
    }

    [Fact]
    public void A_page_that_tells_how_to_install_something_needs_no_level_and_nobody_to_call()
    {
        const string page = "# Contributing\n\n## Set up\n\n```bash\nnpm install\n```\n\n## Deploy to staging\n\n```bash\nkubectl apply -f staging.yaml\n```\n";
        Assert.DoesNotContain(Checked.Findings(page), finding => finding.Code is "FL021" or "FL022" or "FL023");
        Assert.Contains(Checked.Findings(page + "\n## QueueFull\n\n**Alert**: `QueueFull`\n\n```bash\ndf -h\n```\n"), finding => finding.Code == "FL023");
    }

    [Theory]
    [InlineData("Drain it, and **put it back in the morning**.", true)]
    [InlineData("Retour à la normale : remettre le nœud.", true)]
    [InlineData("Hand the leadership back once it has caught up.", true)]
    [InlineData("Call back the customer.", false)]
    [InlineData("Then wait.", false)]
    public void A_way_back_may_be_told_in_a_sentence(string said, bool told) =>
        Assert.Equal(!told, Checked.Of("FL025", $"# QueueFull\n\n**Alert**: `QueueFull`\n\n## Mitigation\n\n{said}\n\n```bash\nkubectl drain node-1 --ignore-daemonsets\n```\n").Any());

    [Fact]
    public void A_link_by_reference_is_followed_where_it_is_defined()
    {
        var text = "# A\n\n[x][far] and [near] and a note[^1]\n\n[far]: <gone two.md> \"a title\"\n[near]: #no-where\n[out]: https://example.com/x\n[^1]: gone.md\n\n```\n[in code]: gone.md\n```\n\n## No where\u2014really\n";
        Assert.Equal([(5, "gone two.md"), (6, "")], RelativeLinks.Of(Documents.Read(text)).Select(link => (link.Line, link.Path)));
        var finding = Assert.Single(Checked.Of("FL026", text.Replace("#no-where", "#no--where-really", StringComparison.Ordinal)));
        Assert.Equal(new(6, "#no--where-really", "#no-wherereally"), finding.Edit);
    }

    [Fact]
    public void A_link_in_angle_brackets_may_hold_blanks() =>
        Assert.Equal(["gone two.md", "gone.md"], RelativeLinks.Of(Documents.Read("# A\n\n[x](<gone two.md>) and [y](gone.md \"a title\")\n")).Select(link => link.Path));

    [Fact]
    public void People_beside_the_levels_of_a_table_are_whom_to_escalate_to()
    {
        var runbook = Documents.Read(
            "# Runbook\n\n## DiskFull\n\n**Severity**: P1\n\n```bash\ndf -h\n```\n\n## Escalation Policy\n\n| Severity | Response Time | Escalation |\n|---|---|---|\n"
            + "| P0 Critical | 15 min | CTO, all hands |\n| P1 High | 1 hour | Engineering lead |\n| P3 Low | 24 hours | Next business day |\n");
        Assert.Equal([("critical", "CTO, all hands"), ("high", "Engineering lead")], runbook.Escalations.Select(rule => (rule.Severity!, rule.Target!)));
        Assert.Equal(3, runbook.SeverityPolicy.Count);
        Assert.Empty(Checked.Of("FL023", runbook.Text));
    }
}
