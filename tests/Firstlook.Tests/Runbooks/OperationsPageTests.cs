using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Pages of alerts and operations as they stand in public repositories: what calls an alert by words, which lists are its causes, what a program wrote and nobody types.</summary>
public sealed class OperationsPageTests
{
    const string Check = "\n\n```bash\nkubectl get pods\n```\n";

    [Theory]
    [InlineData("## Alert: API Down", "API Down")]
    [InlineData("## 🔍 Alert: Error Rate > 2%", "Error Rate > 2%")]
    [InlineData("## Alert: Redis Down (CRITICAL)", "Redis Down")]
    [InlineData("### Alert Name: CiliumAgentDown", "CiliumAgentDown")]
    [InlineData("## Incident: 5xx on the portal\n\n**Alert**: `Portal API 5xx rate (prod)` — fires above 8 a minute.", "Portal API 5xx rate (prod)")]
    public void An_alert_may_be_called_by_words_where_it_is_called_outright(string opening, string alert) =>
        Assert.Equal([alert], Documents.Read($"# Portal\n\n{opening}{Check}").Procedures.Single().Alerts);

    [Fact]
    public void A_name_of_its_own_counts_more_than_the_words_of_the_title() =>
        Assert.Equal(["EPP_Wsus_Down"], Documents.Read($"# Patching\n\n### Alert: WSUS front end down\n\n**Alert name**: `EPP_Wsus_Down`{Check}").Procedures.Single().Alerts);

    [Fact]
    public void A_list_of_alerts_within_a_procedure_names_its_own() =>
        Assert.Equal(["KafkaHeapUsage", "KafkaMemoryUsage"], Documents.Read($"# Kafka troubleshooting\n\n## Memory limit reached\n\n### Description\n\nThe broker ends.\n\n### Alerts\n\n* [KafkaHeapUsage](./alerts.md#kafkaheapusage)\n* [KafkaMemoryUsage](./alerts.md#kafkamemoryusage)\n\n### How to solve{Check}").Procedures.Single().Alerts);

    [Fact]
    public void Below_the_name_of_an_alert_the_sentence_that_explains_it_names_no_other() =>
        Assert.Equal(["RolloutStuck"], Documents.Read($"# Alerts\n\n### RolloutStuck\n\nThis alert fires when a rollout of a `StatefulSet` or `Deployment` does not end.{Check}").Procedures.Single().Alerts);

    [Fact]
    public void Names_of_alerts_that_lost_their_headings_open_a_part_each()
    {
        var lost = string.Concat(new[] { "ChainErrors", "PeersFew", "PoolDeep" }.Select(name => $"⸻\n\nAlert: {name}\n\nMeaning: too many of them.\nLikely causes: dead seeds, a firewall.\n\n"));
        Assert.Equal(["ChainHeadBehind", "ChainErrors", "PeersFew", "PoolDeep"], Documents.Read($"# Guide\n\n### Alert: **ChainHeadBehind**\n**Meaning:** our head is low.{Check}\n{lost}").Procedures.Select(p => p.Title));
    }

    [Fact]
    public void A_field_below_a_heading_stays_a_field() =>
        Assert.Equal(["high", "high", "high"], Documents.Read(string.Concat(new[] { "LagHigh", "LagGrows", "LagStays" }.Select(name => $"## {name} on the trading floor\n\nSeverity: high\nAlert: `{name}`{Check}\n"))).Procedures.Select(p => p.Severity));

    [Fact]
    public void A_table_of_alerts_says_when_to_call_somebody()
    {
        var runbook = Documents.Read($"# Alerts\n\n| Alert | Severity | First response | Escalation |\n|---|---|---|---|\n| API Down | Critical | restart | 10 min |\n| Slow | Low | wait | None |\n\n## Alert: API Down{Check}\n## Alert: Slow{Check}");
        Assert.Equal(10, Assert.Single(runbook.Procedures[0].Escalations).AfterMinutes);
        Assert.Empty(runbook.Procedures[1].Escalations);
    }

    [Theory]
    [InlineData("**Rule**\n<br>WARNING: If `feed.retries` is above 40.\n<br>CRITICAL: If it is above 90.", "medium")]
    [InlineData("**Rule**\n<br>CRITICAL: If `feed.failures` is above 0.", "critical")]
    public void A_rule_is_of_the_level_that_it_is_written_for(string rule, string level) =>
        Assert.Equal(level, Documents.Read($"# Feeds\n\n### Feed failure\n\n{rule}{Check}").Procedures.Single().Severity);

    [Fact]
    public void What_sets_it_off_is_what_is_seen_where_nothing_else_is() =>
        Assert.Equal(["Sentry sees more than 12 errors a minute", "customers call"], Documents.Read($"# Quotes\n\n### Incident: errors everywhere\n\n**Trigger:** Sentry sees more than 12 errors a minute, or customers call{Check}").Procedures.Single().Symptoms.Select(s => s.Text));

    [Theory]
    [InlineData("**Root cause possibilities:**\n1. **The last deploy** → take it back\n2. **Database overloaded** → cancel it")]
    [InlineData("There are two ways in which it fails to boot:\n\n| In the log | Why | What to do |\n|---|---|---|\n| `FATAL` | The secret is missing | add it |\n| `denied` | The key is stale | renew it |")]
    [InlineData("Look for push errors. Seen so far:\n\n- Deploy key expired\n- Egress blocked")]
    [InlineData("When it flaps later, either\n\n- the probe failed and the pod was restarted, or\n- it ran out of memory")]
    [InlineData("### Common causes & remediation\n\n| Cause | Symptoms | Fix |\n|---|---|---|\n| No connections left | `slots are reserved` | more |\n| Secret unreadable | `PERMISSION_DENIED` | grant |\n\n**5. Going back, if a release did it**\n```bash\nkubectl rollout undo deploy/x\n```")]
    public void Two_causes_in_lists_and_tables_that_teams_write(string causes) =>
        Assert.Equal(2, Documents.Read($"# Notes\n\n## Incident: the portal is down\n\nThe push loop is broken.{Check}\n{causes}\n").Procedures.Single().Hypotheses.Count);

    [Fact]
    public void What_a_scenario_lists_as_causes_is_a_part_of_it()
    {
        static string Scenario(string title) => $"### {title}\n\n**Common Causes**:\n- one\n- two\n\n**Commands**:{Check}\n";
        Assert.Equal(["Slow writes", "Consumer stuck"], Documents.Read($"# Consumer lag runbook\n\n## Symptoms\n\n- **Alert**: `LagHigh`\n\n## Root cause analysis\n\n{Scenario("Scenario 1: Slow writes")}{Scenario("Scenario 2: Consumer stuck")}").Procedures.Single().Hypotheses.Select(h => h.Title));
    }

    [Fact]
    public void Information_about_the_alert_is_no_incident_of_its_own() =>
        Assert.Equal("critical", Documents.Read($"# Runbook: Agenda fora do ar\n\n## Informações do Alerta\n\n- **Severidade**: CRITICAL\n- **Alerta**: AgendaDown\n\n## Resolução\n\n### Cenário 1: Container parado{Check}\n### Cenário 2: Rede{Check}").Procedures.Single().Severity);

    [Theory]
    [InlineData("[2024-11-19T22:10:08,731][WARN][category=org.apache.zookeeper.ClientCnxn] Session closed, attempting reconnect\nEndOfStreamException: Unable to read additional data\n at org.apache.zookeeper.ClientCnxnSocketNIO.doIO(ClientCnxnSocketNIO.java:77)")]
    [InlineData("Error while executing topic command NoAuth for /config/topics\n at kafka.admin.AdminUtils$.writeTopicConfig(AdminUtils.scala:247)")]
    [InlineData("level=error ts=2024-02-09T03:41:12Z caller=compactor.go:402 msg=\"compaction failed\"")]
    [InlineData("Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\nKeyError: 'x'")]
    public void What_a_program_wrote_when_it_failed_is_output(string text)
    {
        var step = Documents.Read($"# Kafka\n\n## Incident: no access\n\n### Stack trace\n\n```text\n{text}\n```\n").Procedures.Single().Steps.Single();
        Assert.Equal((StepKind.ExpectedOutput, Effect.None), (step.Kind, step.Effect));
    }

    [Fact]
    public void A_link_to_a_graph_of_prometheus_asks_its_query()
    {
        var steps = Documents.Read("# A replica is behind\n\n## What to check\n\n* [`redis_master_repl_offset > 0`](https://prometheus.example/graph?g0.range_input=2h&g0.expr=redis_master_repl_offset%20%3E%200&g0.tab=1)\n* [how it works](https://docs.example/)\n").Procedures.Single().Steps;
        Assert.Equal(("redis_master_repl_offset > 0", Language.PromQl, StepKind.Diagnostic), (Assert.Single(steps).Text, steps[0].Language, steps[0].Kind));
    }

    [Fact]
    public void A_trouble_with_advice_alone_stands_beside_those_with_commands() =>
        Assert.Equal(2, Documents.Read($"# Log store alerts\n\n## Health is failing\n\n### Troubleshooting{Check}\n## JVM heap is high\n\nMore than 75% is in use.\n\n### Troubleshooting\n\nThink about a bigger heap.\n").Procedures.Count);

    [Fact]
    public void Detection_lists_what_is_seen() =>
        Assert.Equal(["health checks are red", "customers call"], Documents.Read($"# Recovery\n\n### Complete loss of the region\n\n**Detection**:\n- health checks are red\n- customers call\n\n**Response steps**:{Check}").Procedures.Single().Symptoms.Select(s => s.Text));

    [Fact]
    public void A_release_as_it_should_be_and_what_is_done_afterwards_are_no_incidents() =>
        Assert.Equal(["many errors", "queue grows"], Documents.Read($"# Notes\n\n## Deploy\n\n1. build{Check}\n### Rollback{Check}\n## Incident: many errors{Check}\n## Incident: queue grows{Check}\n## Post-incident\n\n### 1. Write it down\n\n- Alert came: when\n- It was over: when{Check}").Procedures.Select(p => p.Title));

    [Fact]
    public void A_table_of_when_it_is_over_names_no_incidents() =>
        Assert.Equal(["Login"], Documents.Read($"# Playbook\n\n## Alert: Login{Check}\n## Success criteria\n\n| Alert | Done when |\n|---|---|\n| Booking errors | below 0.2% |\n| Latency | below 400ms |\n").Procedures.Select(p => p.Title));

    [Fact]
    public void A_name_is_not_taken_apart_for_a_word_of_the_trade() =>
        Assert.Equal(["ContainerMemoryNearLimit", "VolumeFull"], Documents.Read($"## ContainerMemoryNearLimit\n\nNear its limit.{Check}\n## VolumeFull\n\nFull.{Check}").Procedures.Select(p => p.Title));

    [Fact]
    public void Whoever_is_called_if_something_of_a_list_is_so_is_escalated_to() =>
        Assert.Single(Documents.Read($"# Lag runbook\n\n**Alert**: `LagHigh`{Check}\n## Escalation criteria\n\nCall stream engineering if:\n\n- [ ] still rising\n- [ ] no cause\n").Procedures.Single().Escalations);

    [Fact]
    public void A_page_whose_title_stands_in_front_of_it_alone_is_called_by_it() =>
        Assert.Equal("upload slots starve", Documents.Read($"---\ntitle: \"upload slots starve\"\n---\n\n## symptoms\n\n- uploads hang\n\n## diagnosis{Check}").Procedures.Single().Title);

    [Fact]
    public void What_a_component_is_is_no_cause() =>
        Assert.Empty(Documents.Read($"# Box rescue\n\n**Alert**: `BoxDown`{Check}\n## Per-component restarts\n\n| Component | What it is | Restart |\n|---|---|---|\n| App | the main unit | `systemctl restart app` |\n| Sync | a child | `systemctl restart sync` |\n").Procedures.Single().Hypotheses);

    [Theory]
    [InlineData("alembic downgrade -1", Effect.Destructive)]
    [InlineData("PURGE BINARY LOGS TO 'mysql-bin.000042';", Effect.Destructive)]
    [InlineData("incus list", Effect.Read)]
    public void What_changes_a_system_in_the_middle_of_a_sentence_is_not_overlooked(string command, Effect effect) =>
        Assert.Equal(effect, Documents.Read($"# Disk full on the primary\n\n1. Should it have to go, `{command}` (one step only).\n2. `df -h`\n").Procedures.Single().Steps[0].Effect);

    [Fact]
    public void A_row_of_the_quick_reference_that_leads_to_the_calendar_makes_no_procedure_of_it()
    {
        var runbook = Documents.Read(
            "# Parcels\n\n| If you see | Severity | Go to |\n|---|---|---|\n| `LabelsLate` | High | [Labels are late](#labels-are-late) |\n| weekly things | - | [Routine operations](#routine-operations) |\n\n"
            + "## Labels are late\n\n```bash\nkubectl get pods\n```\n\n# Routine operations\n\n## Weekly (Tuesday)\n\n```bash\nkubectl get certificates -A\n```\n\n## Monthly\n\n```bash\nkubectl get pdb -A\n```\n");
        Assert.Equal(["Labels are late"], runbook.Procedures.Select(p => p.Title));
        Assert.Equal(2, runbook.GeneralSteps.Count);
    }

    [Fact]
    public void A_comment_that_is_a_query_and_nothing_else_is_a_command_of_its_step()
    {
        var step = Documents.Read("# Labels\n\n```python\n# panel 1, depth:\n#   sum(queue_depth{queue=\"labels\"})\n# rate(of failure) is what we want\n```\n").Procedures[0].Steps[0];
        Assert.Equal([("sum(queue_depth{queue=\"labels\"})", Firstlook.Effects.Language.PromQl)], step.Commands.Select(c => (c.Text, c.Language)));
    }

    [Fact]
    public void Addresses_in_columns_are_what_was_printed() =>
        Assert.Equal(StepKind.ExpectedOutput,
            Documents.Read("# Tickets\n\nUsually it looks like this:\n\n```\n/v3/offers/confirm   FareEngineTimeout     412\n/v3/baskets          ok\n```\n").Procedures[0].Steps[0].Kind);

    [Theory]
    [InlineData("What you hope to see:", "```\nfalse 0\n0\n```", StepKind.ExpectedOutput)]
    [InlineData("The budget must look like this, someone keeps removing it:", "```yaml\napiVersion: policy/v1\nkind: PodDisruptionBudget\n```", StepKind.ConfigExample)]
    [InlineData("Resource group fragment (`etc/groups.json`)", "```json\n{\"name\": \"dashboards\"}\n```", StepKind.ConfigExample)]
    [InlineData("And the second one.", "```yaml\n      - alert: MemoryHigh\n        expr: used / max > 0.9\n```", StepKind.ConfigExample)]
    public void What_should_stand_in_a_file_is_told_from_what_is_shown(string lead, string block, StepKind kind) =>
        Assert.Equal(kind, Documents.Read($"# Tickets\n\n## Diagnosis\n\n```bash\nkubectl get pdb\n```\n\n{lead}\n\n{block}\n").Procedures[0].Steps[1].Kind);

    [Fact]
    public void Statistics_that_are_renewed_in_a_cell_are_a_step() =>
        Assert.Equal("ANALYZE lake.meter.readings",
            Assert.Single(Documents.Read("# Lake\n\n## Lake is slow\n\n| Task | How |\n|---|---|\n| statistics | `ANALYZE lake.meter.readings` |\n| look at it | see the dashboard |\n").Procedures[0].Steps).Text);

    [Fact]
    public void Addresses_behind_a_label_are_dashboards() =>
        Assert.Equal([("https://grafana.example/d/market", "https://grafana.example/d/market"), ("Payouts", "https://grafana.example/d/pay")],
            Documents.Read("# Guide\n\nDashboards: https://grafana.example/d/market · Payouts https://grafana.example/d/pay · Rules live elsewhere\n").Dashboards.Select(d => (d.Title, d.Url!)));

    [Fact]
    public void What_is_done_in_every_incident_is_none_and_the_name_of_a_template_is_no_alert()
    {
        var runbook = Documents.Read("# Shop\n\n## The phases of every incident\n\n### Phase 1 – Detect (0–5 min)\n\n```bash\nkubectl get pods\n```\n\n"
            + "## Scenario A: SERVICE is down\n\n**Alert:** `<AlertName>`\n\n```bash\nsystemctl status shop\n```\n");
        Assert.Equal(["Scenario A: SERVICE is down"], runbook.Procedures.Select(p => p.Title));
        Assert.Empty(runbook.Procedures[0].Alerts);
    }

    [Theory]
    [InlineData("Ipotesi")]
    [InlineData("Hypothèses")]
    [InlineData("Hypotheses ladder")]
    public void Hypotheses_have_a_name_in_each_language(string label) =>
        Assert.Equal(2, Documents.Read($"# IngestLag\n\n**{label}**\n* a compression holds the chunk\n* somebody exports a year\n\n```bash\ndf -h\n```\n").Procedures[0].Hypotheses.Count);

    [Fact]
    public void A_title_within_a_fold_has_its_own_rank_and_a_dot_counts_as_a_full_stop_does()
    {
        var runbook = Documents.Read("# Shop\n\n# The alerts\n\n<details open>\n<summary><h2>QueueFull</h2></summary>\n\n**SEV0**\n\n### Diagnosis\n\n```bash\ndf -h\n```\n\n</details>\n\n"
            + "# 3 · DiskFull / DiskFilling\n\n**Severity**: P1\n\n```bash\ndf -h\n```\n");
        Assert.Equal([["QueueFull"], ["DiskFull", "DiskFilling"]], runbook.Procedures.Select(p => p.Alerts.ToArray()));
        Assert.All(runbook.Procedures, procedure => Assert.Single(procedure.Steps));
    }

    [Fact]
    public void When_one_starts_and_by_when_it_is_back_are_promises_as_heads_of_columns()
    {
        var level = Documents.Read("# Robot\n\n# 0. Classification\n\n| Class | Example | Start | Back by |\n|---|---|---|---|\n| critical | robot stopped | immediate | 30 min |\n| high | no orders | 10 min | 2 h |\n").SeverityPolicy[1];
        Assert.Equal((10, 120), (level.RespondMinutes, level.ResolveMinutes));
    }

    [Fact]
    public void A_form_asks_what_was_seen_why_and_what_was_changed() =>
        Assert.NotNull(Documents.Read("# Shop\n\n## Words\n\nAfter the incident\n\n```markdown\n# Review: [title]\n## What we saw\n## Why it happened\n## What we changed\n```\n").PostmortemForm);
}
