using System.Text;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>What a reader takes from the words around a command.</summary>
public sealed class MeaningTests
{
    static Command Query(string comment, string sql = "SELECT * FROM stock WHERE quantity < 0;") =>
        Documents.One($"# Stock alert: wrong numbers\n\n**Symptoms**: x\n\n```sql\n-- {comment}\n{sql}\n```\n").Steps[0].Commands[0];

    [Theory]
    [InlineData("Check for negative stock")]
    [InlineData("Expired batches still active")]
    [InlineData("Find duplicate orders")]
    [InlineData("Check for lock waits")]
    [InlineData("Orphaned rows")]
    [InlineData("Long-running queries")]
    [InlineData("Should find nothing")]
    public void A_query_for_what_should_not_exist_expects_nothing(string comment)
    {
        var hint = Query(comment).Hint;
        Assert.Equal(ExpectationKind.Nothing, hint?.Kind);
        Assert.Equal(comment, hint?.Quote);
        Assert.Equal(6, hint?.Line);
    }

    [Theory]
    [InlineData("List the newest orders")]
    [InlineData("Products with little stock")]
    [InlineData("Active connections by state")]
    public void A_listing_expects_nothing_in_particular(string comment) => Assert.Null(Query(comment).Hint);

    [Theory]
    [InlineData("should be > 0", ExpectationKind.Above, 0)]
    [InlineData("(should be < 100)", ExpectationKind.Below, 100)]
    [InlineData("must be at least 3", ExpectationKind.AtLeast, 3)]
    [InlineData("expect <= 2.5", ExpectationKind.AtMost, 2.5)]
    [InlineData("should be 4", ExpectationKind.Equal, 4)]
    public void A_bound_is_read_from_the_comment(string comment, ExpectationKind kind, double number)
    {
        var step = Documents.One($"# QueueStuck\n\n**Alert**: `QueueStuck`\n\n```promql\n# Messages taken per second: {comment}\nrate(taken_total[5m])\n```\n").Steps[0];
        Assert.Equal((kind, (double?)number), (step.Commands[0].Hint!.Kind, step.Commands[0].Hint!.Number));
    }

    [Theory]
    [InlineData("(should be < 100)", "should be < 100")]
    [InlineData("Throttle events (should be > 0)", "Throttle events (should be > 0)")]
    [InlineData("Throttle events should be > 0)", "Throttle events should be > 0")]
    public void A_quote_loses_the_brackets_around_it_and_keeps_those_within(string comment, string quote) => Assert.Equal(quote, Query(comment).Hint?.Quote);

    [Theory]
    [InlineData("There should be no batch whose moves do not add up:", ExpectationKind.Nothing, null, null)]
    [InlineData("There should be no more than 3 of these:", ExpectationKind.AtMost, 3.0, null)]
    [InlineData("This should be 0:", ExpectationKind.Equal, 0.0, null)]
    [InlineData("What the setting says, which should say `off`:", ExpectationKind.Shows, null, "off")]
    [InlineData("This should show `stock_onhand_left`:", ExpectationKind.Shows, null, "stock_onhand_left")]
    public void A_sentence_that_leads_to_a_query_says_what_to_expect_of_it(string lead, ExpectationKind kind, double? number, string? literal)
    {
        var step = Documents.One($"# StockFails\n\n**Alert**: `StockFails`\n\n```bash\nuptime\n```\n\n{lead}\n\n```sql\nSELECT indexname\nFROM pg_indexes;\n```\n").Steps[1];
        Assert.Equal(StepKind.Diagnostic, step.Kind);
        Assert.Equal((kind, number, literal), (step.Commands[0].Hint?.Kind ?? ExpectationKind.Above, step.Commands[0].Hint?.Number, step.Commands[0].Hint?.Literal));
    }

    [Fact]
    public void What_stands_below_a_command_speaks_of_it()
    {
        var step = Documents.One("# RateLimitOff\n\n**Alert**: `RateLimitOff`\n\n```python\nfrom shop import limits\nprint(limits.classes)\n\n# Should show: [Burst, Hourly]\n```\n").Steps[0];
        Assert.Equal("[Burst, Hourly]", step.Commands[^1].Hint?.Literal);
        Assert.Null(step.Commands[0].Hint);
    }

    [Fact]
    public void A_trailing_comment_speaks_of_its_line()
    {
        var step = Documents.One("# PrivacyLeak\n\n**Alert**: `PrivacyLeak`\n\n```bash\ngrep \"phone=\" /var/log/app.log  # Should find nothing\nls /var/log\n```\n").Steps[0];
        Assert.Equal(ExpectationKind.Nothing, step.Commands[0].Hint?.Kind);
        Assert.Null(step.Commands[1].Hint);
    }

    [Fact]
    public void The_sample_belongs_to_the_step_before_it()
    {
        var steps = Documents.One("# HighErrorRate\n\n**Severity**: critical\n\n```promql\nsum(rate(errors_total[5m]))\n```\n\n**Expected output**:\n```\n0.2\n```\n").Steps;
        Assert.Equal("0.2", steps[0].Sample?.Text);
        Assert.Equal((StepKind.ExpectedOutput, Effect.None), (steps[1].Kind, steps[1].Effect));
    }

    [Fact]
    public void What_follows_a_sample_is_no_sample()
    {
        var steps = Documents.One("# HighErrorRate\n\n**Severity**: critical\n\n**Expected output**:\n```\nok\n```\n\nThen mark them:\n\n```python\nfrom shop import jobs\njobs.filter(stuck=True).delete()\n```\n").Steps;
        Assert.Equal([StepKind.ExpectedOutput, StepKind.Action], steps.Select(s => s.Kind));
    }

    [Theory]
    [InlineData("shopctl failover start", Effect.Disruptive)]
    [InlineData("shopctl cache purge", Effect.Destructive)]
    [InlineData("ipsec up branch-1", Effect.Unknown)]
    [InlineData("/opt/tools/repair --all", Effect.Unknown)]
    public void A_tool_that_nobody_knows_is_something_to_run_all_the_same(string command, Effect effect)
    {
        var step = Documents.One($"# HighErrorRate\n\n**Severity**: critical\n\n## Fix\n\n```\n{command}\n```\n").Steps[0];
        Assert.Equal((Language.Shell, StepKind.Action, effect), (step.Language, step.Kind, step.Effect));
    }

    [Fact]
    public void Two_times_for_one_level_are_an_error() =>
        Assert.Contains(Documents.Read("# Team\n\n## Severity levels\n\n- **P0:** Response < 15 min\n\n| Level | Response time |\n|---|---|\n| P0 | 5 min |\n").Problems, p => p.Code == "FL010");

    [Fact]
    public void A_fence_that_lost_its_line_ends_is_a_command_in_the_text()
    {
        var steps = Documents.One("# Cache down\n\n**Alert**: `CacheDown`\nRun ```bash redis-cli -h cache ping``` and then ```kubectl delete pod cache-0```.\n").Steps;
        Assert.Equal(["redis-cli -h cache ping", "kubectl delete pod cache-0"], steps.Select(s => s.Text));
    }

    [Fact]
    public void Values_to_fill_in_say_where_they_may_come_from()
    {
        var step = Documents.One("# PodLost\n\n**Alert**: `PodLost`\n\n```bash\nkubectl logs <pod-name> -n [namespace] --since-time=$START\ncurl -H \"Authorization: Bearer $API_TOKEN\" https://x.example/orders/550e8400-e29b-41d4-a716-446655440000\n```\n").Steps[0];
        Assert.Equal(["pod-name", "namespace"], step.Placeholders);
        Assert.Equal(["START", "API_TOKEN"], step.Variables);
        Assert.Equal(
            [("pod-name", "<pod-name>", "alert label pod"), ("namespace", "[namespace]", "alert label namespace"), ("START", "$START", "the alert's time"), ("API_TOKEN", "$API_TOKEN", "a secret of the target"), ("id", "550e8400-e29b-41d4-a716-446655440000", "an earlier result")],
            step.Inputs.Select(i => (i.Name, i.Token, i.From)));
        Assert.Equal(["API_TOKEN", "id"], step.Commands[^1].Inputs);
    }

    [Theory]
    [InlineData("kubectl get pods -o jsonpath='{.items[*].metadata.name}'")]
    [InlineData("grep -E \"[0-9]{3,}ms\" app.log | awk '{print $NF}'")]
    [InlineData("docker ps --format '{{.Names}}'")]
    [InlineData("[ -f /tmp/x ] && cat < /tmp/x > /dev/null")]
    [InlineData("cp app.{yaml,bak} && echo ${HOME}")]
    public void Shell_syntax_is_no_placeholder(string command) =>
        Assert.Empty(Documents.One($"# DiskFull\n\n**Alert**: `DiskFull`\n\n```bash\n{command}\n```\n").Steps[0].Placeholders);

    [Fact]
    public void An_if_is_a_cause_a_condition_or_a_guard()
    {
        var causes = Documents.One("# PaymentsFail\n\n**Alert**: `PaymentsFail`\n\n## Resolution\n\n1. **If the provider is down**\n   - Tell support\n2. **If using the legacy gateway**\n   ```bash\n   ls /etc/gateway\n   ```\n3. Clear the cache (if safe)\n4. If `CrashLoopBackOff`: read the logs\n5. If this does not help, call the vendor\n").Hypotheses;
        Assert.Equal(["Provider is down", "Using the legacy gateway"], causes.Select(c => c.Title));
        Assert.Equal([null, "using the legacy gateway"], causes.Select(c => c.When));
    }

    [Fact]
    public void A_step_below_a_hypothesis_serves_it()
    {
        var procedure = Documents.One("# Runbook 1: SlowApi\n\n**Alert**: `SlowApi`\n\n```bash\nuptime\n```\n\n## Common hypotheses\n\n### Hypothesis 1: Pool exhausted\n\n**Symptoms**:\n- `too many connections`\n- No network errors\n\n```sql\nSELECT 1;\n```\n\n**Safe action**:\n- Restart one worker\n");
        Assert.Equal("slowapi/pool-exhausted", Assert.Single(procedure.Hypotheses).Id);
        Assert.Equal([null, "slowapi/pool-exhausted"], procedure.Steps.Select(s => s.Cause));
        Assert.Equal([false, true], procedure.Hypotheses[0].Symptoms.Select(s => s.Negative));
        Assert.Equal(["too many connections"], procedure.Hypotheses[0].Symptoms[0].Literals);
        Assert.Equal("Restart one worker", Assert.Single(procedure.Hypotheses[0].Advice).Text);
    }

    [Fact]
    public void Mojibake_is_repaired_and_lines_stay()
    {
        var spoilt = Encoding.UTF8.GetBytes("# ðŸš¨ Störung â†’ sofort\n\n## BackupLate\n");
        var runbook = RunbookReader.Read("x.md", spoilt);
        Assert.StartsWith("# 🚨 Störung → sofort\n", runbook.Text, StringComparison.Ordinal);
        Assert.Contains(runbook.Problems, p => p.Code == "FL011");
        Assert.Empty(Documents.Read("# „Ä“ und É, Ü – ganz richtig\n").Problems);
    }

    [Fact]
    public void A_query_in_another_languages_comment_is_a_command_of_that_step()
    {
        var commands = Documents.One("# CacheCold\n\n**Alert**: `CacheCold`\n\n```bash\n# Grafana query: sum(rate(cache_hits_total[5m]))\n# Query: {app=\"cache\"} | json | level=\"error\"\nredis-cli INFO stats\n```\n").Steps[0].Commands;
        Assert.Equal([Language.PromQl, Language.LogQl, Language.Shell], commands.Select(c => c.Language));
    }

    [Fact]
    public void Prohibitions_know_where_they_hold()
    {
        var runbook = Documents.Read("# Runbook 1: StockWrong\n\n**Alert**: `StockWrong`\n\n**NOT safe**:\n- ❌ Editing rows by hand\n\n## General tips\n\n**Do NOT use `exec` unless necessary.**\n");
        Assert.Equal(["Editing rows by hand", "Do NOT use exec unless necessary"], runbook.Prohibitions.Select(p => p.Text));
        Assert.Equal("stockwrong", runbook.Prohibitions[0].Procedure);
    }

    [Fact]
    public void Escalations_are_grouped_by_time_with_their_targets()
    {
        var rules = Documents.One("# OrdersStuck\n\n**Alert**: `OrdersStuck`\n\n## When to escalate\n\n**Escalate immediately if**:\n- Data is lost\n- Half of all orders fail\n\n**Escalate after 30 minutes if**:\n- No cause is found\n\n**Escalate to**:\n- Backend lead\n").Escalations;
        Assert.Equal([(0, "Data is lost; Half of all orders fail", "Backend lead"), (30, "No cause is found", "Backend lead")], rules.Select(r => (r.AfterMinutes!.Value, r.Condition!, r.Target!)));
    }

    [Fact]
    public void Dashboards_carry_their_panels()
    {
        var dashboard = Assert.Single(Documents.One("# LeadsFlood\n\n**Alert**: `LeadsFlood`\n\n**Dashboard**: [Leads](https://g.example/d/leads)\n\n**Panels to check**:\n1. **HTTP 429 rate**: should be > 0\n2. **Traffic**\n").Dashboards);
        Assert.Equal(("Leads", "https://g.example/d/leads", 2), (dashboard.Title, dashboard.Url, dashboard.Panels.Count));
    }

    // The reasons are the classifier's own words, and its tests hold them.
    [Fact]
    public void The_explanation_is_the_public_contract()
    {
        var json = Explanation.Json(RunbookReader.Read("ladder.md", File.ReadAllBytes(Path.Combine(Fixtures.Folder, "ladder.md"))));
        Firstlook.Testing.Golden.Matches(string.Join('\n', json.Split('\n').Where(l => !l.TrimStart().StartsWith("\"why\":", StringComparison.Ordinal))), "ladder.explained.golden");
    }

    [Theory]
    [InlineData("{app=\"packager\", channel=\"CHANNEL\"} |= \"gap\"", "CHANNEL")]
    [InlineData("{app=\"packager\", channel=\"Channel\"} |= \"gap\"", "")]
    public void A_label_whose_value_is_its_own_name_in_capitals_is_to_be_filled_in(string query, string names) =>
        Assert.Equal(names, string.Join(' ', Documents.One($"# GapSeen\n\n**Alert**: `GapSeen`\n\n```logql\n{query}\n```\n").Steps[0].Placeholders));
}
