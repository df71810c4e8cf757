using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Service pages whose table of alarms tells what to do, consoles that were copied with their prompts, and lines that name levels and people.</summary>
public sealed class AlarmsAndConsolesTests
{
    const string Fence = "\n\n```bash\nkubectl get pods\n```\n\n";

    const string Alarms =
        """
        # Kiln service

        ## Alarms

        | Alarm | Prio | Means | First thing to do |
        |---|---|---|---|
        | `DoorStuck` | P1 | it does not open | see [below](#doorstuck) |
        | `KilnLogFull` | P2 | `/var/log` is at 95 % | `sudo journalctl --vacuum-size=200M` on that kiln |
        | `CertEnds` | P3 | three weeks are left | `openssl x509 -in /etc/kiln/cert.pem -noout -enddate` and tell the owner |

        ### DoorStuck

        ```bash
        kubectl get pods
        ```
        """;

    [Fact]
    public void A_row_of_alarms_that_says_what_to_do_is_a_procedure_and_one_that_leads_to_its_section_is_not() =>
        Assert.Equal([("KilnLogFull", "high"), ("CertEnds", "medium"), ("DoorStuck", "critical")],
            Documents.Read(Alarms).Procedures.Select(p => (string.Join(' ', p.Alerts), p.Severity!)));

    [Fact]
    public void What_a_cell_below_alarms_tells_to_run_is_a_step_of_its_alarm() =>
        Assert.Equal([("sudo journalctl --vacuum-size=200M", Effect.Destructive), ("openssl x509 -in /etc/kiln/cert.pem -noout -enddate", Effect.Read)],
            Documents.Read(Alarms).Procedures.SelectMany(p => p.Steps).Where(s => s.Inline).Select(s => (s.Text, s.Effect)));

    [Fact]
    public void A_row_whose_alert_a_section_answers_only_says_where_to_begin() =>
        Assert.Equal(["The kiln is cold"],
            Documents.Read("# Kilns\n\n## If you see this, do that\n\n| Alert | Means | First thing to run |\n|---|---|---|\n| `HeatLow` | below 900 | `systemctl status kiln` |\n| `GasHigh` | above 3 | `systemctl status gas` |\n\n## The kiln is cold\n\n**Severity:** P1 · **Alert:** `HeatLow`\n\n```bash\nsystemctl restart kiln\n```\n")
                .Procedures.Select(p => p.Title));

    [Fact]
    public void A_level_that_is_marked_twice_is_one() =>
        Assert.Equal(["critical", "medium"], Documents.Read($"# Rules\n\n**`critical`** is answered in 5 minutes, **`warning`** in 4 hours.\n\n## DiskFull{Fence}").SeverityPolicy.Select(l => l.Level));

    [Fact]
    public void The_expression_of_an_alarm_is_no_step() =>
        Assert.DoesNotContain(Documents.Read("# Kiln\n\n## Alarms\n\n| Name | Expression |\n|---|---|\n| hot | `rate(kiln_heat_total[5m]) > 3` |\n").AllSteps(), s => s.Inline);

    [Fact]
    public void What_is_struck_out_is_not_run() =>
        Assert.DoesNotContain(Documents.Read("# Disk full\n\n1. `df -h /kiln`\n2. ~~`rm -rf /kiln/cache`~~ never again\n").AllSteps(), s => s.Text.Contains("rm", StringComparison.Ordinal));

    [Fact]
    public void Statements_at_a_prompt_with_nothing_below_them_are_typed_though_the_words_speak_of_looks() =>
        Assert.All(Documents.Read("# Pool full\n\n1. Who is there\n\n   ```\n   kiln=# SELECT count(*) FROM pg_stat_activity;\n   ```\n\n2. And in the pooler (it is not SQL but looks like it)\n\n   ```\n   pgbouncer=# SHOW POOLS;\n   pgbouncer=# SHOW CLIENTS;\n   ```\n").AllSteps(),
            s => Assert.Equal(StepKind.Diagnostic, s.Kind));

    [Fact]
    public void A_console_below_a_number_of_its_own_is_no_sample_of_the_step_before() =>
        Assert.Equal([StepKind.Diagnostic, StepKind.Diagnostic],
            Documents.Read("# Firing is slow\n\n5.1 What does it do\n\n```js\ndb.serverStatus().connections\n```\n\n5.2 With a missing index it looks like this\n\n```\nkiln [primary] heat> db.firing.find({lot: 7}).explain(\"executionStats\")\n18840\n```\n")
                .AllSteps().Select(s => s.Kind));

    [Fact]
    public void Mysqls_own_end_of_a_statement_ends_it_before_the_rows() =>
        Assert.Equal([("SHOW REPLICA STATUS\\G", Effect.Read)],
            Documents.Read("# Replica behind\n\n```\nmysql> SHOW REPLICA STATUS\\G\n*************************** 1. row ***************************\n  Replica_IO_Running: Yes\n```\n")
                .AllSteps().SelectMany(s => s.Commands).Select(c => (c.Text, c.Effect)));

    [Fact]
    public void A_table_is_vacuumed_to_change_it_whatever_the_heading_says() =>
        Assert.Equal(StepKind.Action, Documents.Read("# Bloat\n\n## Check the size (safe)\n\n```sql\nVACUUM (VERBOSE) firing;\n```\n").AllSteps().Single().Kind);

    [Fact]
    public void Jobs_that_are_put_into_a_queue_are_an_action() =>
        Assert.Equal(StepKind.Action, Documents.Read("# Firings stay open\n\nlooks sane?\n\n```ruby\nFiring.where(state: \"open\").find_each { |f| CloseFiringJob.perform_later(f.id) }\n```\n").AllSteps().Single().Kind);

    [Fact]
    public void A_file_that_the_command_above_reads_is_a_setting() =>
        Assert.Equal(StepKind.ConfigExample,
            Documents.Read("# Disk full\n\n```bash\nkafka-reassign-partitions.sh --reassignment-json-file /tmp/plan.json --execute\n```\n\nwith `/tmp/plan.json`\n\n```json\n{\"version\": 1, \"partitions\": []}\n```\n")
                .AllSteps().Last().Kind);

    [Fact]
    public void Levels_that_are_set_as_code_have_the_times_behind_them() =>
        Assert.Equal([("critical", 5), ("medium", 240), ("low", (int?)null)],
            Documents.Read($"# Rules\n\nLabels: `severity: critical` wakes somebody (ack in 5 minutes), `warning` is looked at within 4 hours, `info` the next business day.\n\n## DiskFull{Fence}")
                .SeverityPolicy.Select(l => (l.Level, l.RespondMinutes)));

    [Fact]
    public void When_a_rule_fires_is_no_promise() =>
        Assert.Empty(Documents.Read($"# Rules\n\n`critical` above 5 min of lag, `warning` above 2 min.\n\n## DiskFull{Fence}").SeverityPolicy);

    [Fact]
    public void Times_beside_levels_are_answers_where_one_of_them_says_so() =>
        Assert.Equal([("critical", 10, (int?)null), ("high", 60, null), ("medium", null, null)],
            Documents.Read($"# Kiln\n\n## how bad is it\n\n| | means | you do |\n|---|---|---|\n| **sev1** | no heat | drop everything, answer in 10 min |\n| **sev2** | some heat | within 1 hour, not in the night |\n| **sev3** | ugly | next business day |\n\n## DiskFull{Fence}")
                .SeverityPolicy.Select(l => (l.Level, l.RespondMinutes, l.ResolveMinutes)));

    [Fact]
    public void Times_after_which_it_is_handed_on_are_no_answers() =>
        Assert.Empty(Documents.Read($"# Kiln\n\n## Who\n\n| | who |\n|---|---|\n| P1 | after 10 min the lead answers |\n| P2 | after 1 hour the lead |\n\n## DiskFull{Fence}").SeverityPolicy);

    [Fact]
    public void Levels_below_what_is_done_afterwards_hold_all_the_same() =>
        Assert.Equal(["critical", "high", "medium"], Documents.Read($"# Kiln\n\n## DiskFull{Fence}## After\n\nLevels: P0 5 min, P1 15 min, P2 60 min.\n").SeverityPolicy.Select(l => l.Level));

    [Theory]
    [InlineData("Levels: P0 5 min, P1 15 min.\nPeople → kiln builder: Odile (pager `kilns`) | gas desk: +31 10 555 0166 | vendor: noc@kilns.example")]
    [InlineData("Other people: kiln builder (kilns@clay.example), gas desk (#gas), vendor (noc@kilns.example)")]
    public void A_line_that_opens_with_people_names_them(string line) =>
        Assert.Equal(["kiln builder", "gas desk", "vendor"], Documents.Read($"# Kiln\n\n## DiskFull{Fence}## After\n\n{line}\n").Contacts.Select(c => c.Role));

    [Fact]
    public void Who_stands_in_the_head_of_the_table_is_one_of_them() =>
        Assert.Equal(["Kiln duty", "Odile (gas)", "Bert (clay)"],
            Documents.Read($"# Kiln\n\n## DiskFull{Fence}## People and levels\n\n| Kiln duty | the rota \"kiln\" in Grafana OnCall |\n|---|---|\n| Odile (gas) | +46 70 555 01 12 |\n| Bert (clay) | +46 70 555 01 13 |\n").Contacts.Select(c => c.Role));

    [Fact]
    public void A_head_of_a_table_is_nobody() =>
        Assert.Equal(["Odile", "Bert"], Documents.Read($"# Kiln\n\n## DiskFull{Fence}## People\n\n| Who | Number |\n|---|---|\n| Odile | +46 70 555 01 12 |\n| Bert | +46 70 555 01 13 |\n").Contacts.Select(c => c.Role));

    [Theory]
    [InlineData("Ladder 1: heat is lost (alerts HeatLow / HeatGone)", "HeatLow HeatGone")]
    [InlineData("Ladder 2: HeatSensorsMissing", "HeatSensorsMissing")]
    public void A_title_names_its_alerts_in_brackets_or_behind_its_number(string title, string alerts) =>
        Assert.Equal(alerts, string.Join(' ', Documents.Read($"# Kiln\n\n## {title}\n\nSev: P1{Fence}").Procedures.Single().Alerts));

    [Fact]
    public void One_line_to_send_is_a_message_wherever_it_stands()
    {
        var runbook = Documents.Read($"# Kiln\n\n## DiskFull{Fence}## After\n\nEvery P1: fill this, in the channel\n\n```\n[KILN] {{part}} since {{hh:mm}} / impact {{who}} / next update {{hh:mm}}\n```\n");
        Assert.Null(runbook.PostmortemForm);
        Assert.Single(runbook.Templates);
    }

    [Fact]
    public void What_went_well_is_asked_when_it_is_over()
    {
        var runbook = Documents.Read($"# Kiln\n\n## DiskFull{Fence}## copy-paste\n\n```md\n## What happened\n## Timeline\n## What went well / not well\n## 3 things we change\n```\n");
        Assert.NotNull(runbook.PostmortemForm);
        Assert.Empty(runbook.Templates);
    }

    [Fact]
    public void A_level_at_a_threshold_is_the_one_that_it_begins_at() =>
        Assert.Equal("medium", Documents.One($"# KilnDiskNearlyFull\n\n## Meaning\n\nThe disk fills.\n\n## Impact\n\nwarning at 10 %, and critical once below 3 %. Firing stops at 0.\n\n## Diagnosis{Fence}").Severity);

    [Fact]
    public void To_page_somebody_immediately_is_an_escalation() =>
        Assert.NotEmpty(Documents.One($"# HeatSensorsMissing\n\nyou are not alone in this: page the kiln builder **immediately**.{Fence}").Escalations);

    [Fact]
    public void What_a_page_says_how_to_do_is_no_incident() =>
        Assert.DoesNotContain(Documents.Read($"# Kiln\n\n## DoorStuck{Fence}## How to\n\n### … remove a tile (the owner wants it gone){Fence}").Procedures, p => p.Title.Contains("tile", StringComparison.Ordinal));
}
