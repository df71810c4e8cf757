using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>What a heading, a label or a code says that a part of the page is.</summary>
public sealed class PartsAndNamesTests
{
    const string Look = "```bash\nuptime\n```\n";

    [Fact]
    public void When_a_page_applies_is_said_of_the_page()
    {
        var procedure = Documents.One($"# Payments stuck\n\n## 0. When this applies\n\nAlarms: `PAYMENTS_STUCK`\n\n## 1. Phase 1: confirm (0-5 min)\n\n{Look}\n## 2. Phase 2: database (5-15 min)\n\n{Look}");
        Assert.Equal(("Payments stuck", "PAYMENTS_STUCK", 2), (procedure.Title, Assert.Single(procedure.Alerts), procedure.Steps.Count));
    }

    [Theory]
    [InlineData("Resolvers answer SERVFAIL")]
    [InlineData("Resolver is slow")]
    public void What_resolves_names_is_no_way_out(string title) =>
        Assert.Equal(title, Documents.One($"# Names\n\n## {title}\n\nAlert: `ServfailRatioHigh`\n\n{Look}").Title);

    [Theory]
    [InlineData("Resolve")]
    [InlineData("Cómo resolver")]
    public void A_way_out_is_part_of_its_procedure(string title) =>
        Assert.Equal("Names fail", Documents.One($"# Names\n\n## Names fail\n\nAlert: `ServfailRatioHigh`\n\n### {title}\n\n{Look}").Title);

    [Theory]
    [InlineData("`KiosksStandStill` - P2 (P1 in the night)", "high", "KiosksStandStill")]
    [InlineData("`KiosksStandStill` `KiosksSlow` -- P2", "high", "KiosksStandStill KiosksSlow")]
    [InlineData("KiosksSlow (P3), KiosksStandStill (P1!)", "medium", "KiosksSlow KiosksStandStill")]
    [InlineData("Icinga: `kiosk_size`, `kiosk_sync` &nbsp; Klasse: P2", "high", "kiosk_size kiosk_sync")]
    [InlineData("Alarm: `KIOSK_RUN_STALLED` (Klasse P1, weil Frist)", "critical", "KIOSK_RUN_STALLED")]
    [InlineData("`AS4_CERT_EXPIRY`, P3 solange noch > 5 Tage", "medium", "AS4_CERT_EXPIRY")]
    [InlineData("Alert: KiosksStandStill (one = P2, all of them = P1)", "high", "KiosksStandStill")]
    [InlineData("Alert KIOSK_DISK_FULL. P1.", "critical", "KIOSK_DISK_FULL")]
    [InlineData("`KiosksStandStill`\n\nlabels: `severity: page`, `team: shops`", "critical", "KiosksStandStill")]
    [InlineData("`KiosksStandStill`\n\nlabels: `severity: ticket`", "medium", "KiosksStandStill")]
    public void The_first_line_names_the_alerts_and_how_bad_they_are(string line, string severity, string alerts)
    {
        var procedure = Documents.One($"# Page of P1 to P4\n\n## 4. Kiosks\n\n{line}\n\nSymptoms:\n- blank pages\n\n{Look}");
        Assert.Equal((severity, alerts), (procedure.Severity, string.Join(' ', procedure.Alerts)));
    }

    [Theory]
    [InlineData("KIOSK_LOG_FULL  - transaction log full (error 9002)", "KIOSK_LOG_FULL")]
    [InlineData("Replica stopped / KIOSK_REPL_BROKEN", "KIOSK_REPL_BROKEN")]
    public void A_name_in_capitals_stands_apart_in_a_title(string title, string alert) =>
        Assert.Equal(alert, Assert.Single(Documents.One($"# Page\n\n## {title}\n\nPriority: P1\n\n{Look}").Alerts));

    [Fact]
    public void Alerts_stand_beside_each_other_whatever_the_rank_of_their_headings() =>
        Assert.Equal(["OrdersLate", "OrdersLost", "OrdersTwice"], Documents.Read($"# Alert: OrdersLate [SEV1]\n\n{Look}\n## Alert:  OrdersLost   [SEV0]\n\n{Look}\n# Alert: OrdersTwice [SEV2]\n\n{Look}").Procedures.Select(p => p.Title));

    [Theory]
    [InlineData("**Nivel** bajo\n**Síntomas** \"another operation is in progress\", el pipeline gira")]
    [InlineData("Nivel → bajo\n\nSíntomas →\n- another operation\n- el pipeline gira")]
    public void A_label_needs_no_colon(string fields)
    {
        var procedure = Documents.One($"# Guardia\n\n## Helm atascado\n\n{fields}\n\n{Look}");
        Assert.Equal(("low", 2), (procedure.Severity, procedure.Symptoms.Count));
    }

    [Fact]
    public void Names_of_alerts_alone_among_the_signs_are_its_alerts() =>
        Assert.Equal(["etcdNoSpace", "etcdQuotaLow", "WritesRefused"], Documents.One($"# etcd\n\n## Space is gone\n\nSymptoms:\n- etcdNoSpace / etcdQuotaLow\n- WritesRefused\n- deploys stop halfway\n\n{Look}").Alerts);

    [Fact]
    public void Who_is_to_be_called_in_which_time_escalates() =>
        Assert.Equal(20, Assert.Single(Documents.One($"# Fiches\n\n## Réplication en retard\n\n**Gravité** : P2\n\n{Look}\n**Qui appeler** : astreinte DBA au bout de 20 min\n").Escalations).AfterMinutes);

    [Fact]
    public void A_quotation_below_its_medium_is_a_message() =>
        Assert.Equal(["SMS-1 start", "SMS-2 end"], Documents.Read($"# Page\n\n## Kiosks stand still\n\nAlert: `KiosksStandStill`\n\n{Look}\n## Notes\n\nSMS-1 start:\n> Shop: kiosks in {{area}} stand still. We are on it.\n\nSMS-2 end:\n> Shop: kiosks in {{area}} work again.\n").Templates.Select(t => t.Purpose));

    [Fact]
    public void What_is_done_about_a_numbered_cause_is_no_cause()
    {
        var procedure = Documents.One($"# Page\n\n## Scores late\n\nAlert: `ScoresLate`\n\n**Likely causes** (ranked)\n\n- #1 rebalance storm\n- #2 one poison essay\n\n{Look}\n- [ ] #1 → wait 10 minutes\n- [ ] #2 → skip it\n");
        Assert.Equal(["#1 rebalance storm", "#2 one poison essay"], procedure.Hypotheses.Select(c => c.Title));
    }

    [Fact]
    public void People_below_a_bare_word_and_a_list_are_contacts() =>
        Assert.Equal(["DBA on call", "Storage team"], Documents.Read($"# Page\n\nWho\n- DBA on call 555-0177\n- Storage team: storage@shop.example\n\n## Kiosks stand still\n\nAlert: `KiosksStandStill`\n\n{Look}").Contacts.Select(c => c.Role));

    [Fact]
    public void A_router_of_several_cards_has_a_prompt()
    {
        var step = Assert.Single(Documents.Read("# Page\n\n## BGP down\n\nAlert: `BgpDown`\n\n```\nRP/0/RP0/CPU0:edge2#show bgp summary\nRP/0/RP0/CPU0:edge2#clear bgp ipv4 unicast <PEER_IP> soft in\n```\n").Procedures[0].Steps);
        Assert.Equal((Language.Shell, 2), (step.Language, step.Commands.Count));
        Assert.True(step.Effect > Effect.Read);
    }

    [Fact]
    public void Please_do_not_forbids()
    {
        var page = Documents.Read($"# Page\n\n## Orders stand still\n\nAlert: `OrdersStandStill`\n\n{Look}\n## Please don't\n\n- run `terraform destroy`\n");
        Assert.Single(page.Procedures);
        Assert.Contains(page.Prohibitions, p => p.Text.Contains("terraform destroy", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_in_capitals_is_an_alert_beside_others_that_are_written_so()
    {
        var alone = Documents.One($"# Page\n\n## HL7_NAK_RATE\n\nPriority 2.\n\n{Look}");
        var procedures = Documents.Read($"# Page\n\n## ENGINE_SERVICE_DOWN\n\nPriority 1.\n\n{Look}\n## QUEUE_DEPTH_HIGH\n\nPriority 1.\n\n{Look}\n## HL7_NAK_RATE\n\nPriority 2.\n\n{Look}").Procedures;
        Assert.Empty(alone.Alerts);
        Assert.Equal(["ENGINE_SERVICE_DOWN", "QUEUE_DEPTH_HIGH", "HL7_NAK_RATE"], procedures.SelectMany(p => p.Alerts));
    }

    [Fact]
    public void Numbered_steps_behind_a_list_of_causes_are_no_causes()
    {
        var procedure = Documents.One($"# Page\n\n## Messages refused\n\nAlert: `MessagesRefused`\n\nYou will notice:\n- errors climb\n\nCauses we have had:\n- a new ward code\n- an upgrade overnight\n\n1. Which wards?\n\n   {Look.Replace("\n", "\n   ")}\n2. Anything else is for the supplier.\n");
        Assert.Equal((1, "a new ward code, an upgrade overnight"), (procedure.Symptoms.Count, string.Join(", ", procedure.Hypotheses.Select(c => c.Title))));
    }

    [Fact]
    public void Causes_are_counted_by_the_letter_of_their_scenario()
    {
        var procedure = Documents.One($"# Page\n\n## Scenario B: features stale\n\nAlert: `FeaturesStale`\n\n**B1. The job did not run**\n\n{Look}\n**B2. The warehouse is slow**\n\n{Look}");
        Assert.Equal(["The job did not run", "The warehouse is slow"], procedure.Hypotheses.Select(c => c.Title));
    }

    [Fact]
    public void A_cause_in_bold_ends_with_its_line()
    {
        var procedure = Documents.One($"# Page\n\n## Disk of the store\n\nAlert: `VolumeFull`\n\n**Hypothesis 1: compression stopped**\n{Look}\n**Hypothesis 2: retention forgotten**\nCount first what would go:\n{Look}");
        Assert.Equal(["compression stopped", "retention forgotten"], procedure.Hypotheses.Select(h => h.Title));
        Assert.Equal(procedure.Hypotheses.Select(h => h.Id), procedure.Steps.Select(s => s.Cause));
    }

    [Fact]
    public void What_a_sentence_behind_the_names_of_alerts_speaks_of_is_none() =>
        Assert.Equal(["OnlineStale", "NullRateHigh"], Documents.One($"# Page\n\n## Features stale\n\nAlerts: `OnlineStale` or `NullRateHigh`. SEV1 (critical) if `user_stats` is among the views.\n\n{Look}").Alerts);

    [Theory]
    [InlineData("Priority 2 for the lab; for anything else treat it as a 3.", "high")]
    [InlineData("Priority 2 in hours, Priority 3 at night.", "high")]
    [InlineData("`RetrainOverdue` (SEV3, medium)", "medium")]
    public void A_level_that_depends_is_the_one_that_it_starts_with(string text, string level) =>
        Assert.Equal(level, Documents.One($"# Page\n\n## Retrain stuck\n\n{text}\n\n{Look}").Severity);

    [Theory]
    [InlineData("| Symptom | Likely cause |", true)]
    [InlineData("| You see | It means |", false)]
    public void A_column_of_symptoms_lists_them(string head, bool listed) =>
        Assert.All(Documents.One($"# Page\n\n## No leader\n\nAlert: `NoLeader`\n\n{head}\n|---|---|\n| one peer left | the machine was replaced |\n| elections each second | the disk is slow |\n\n{Look}").Hypotheses, h => Assert.Equal((listed, 1), (h.InTable, h.Symptoms.Count)));

    [Theory]
    [InlineData("CCMS alarm QUEUE_IS_FULL")]
    [InlineData("Monitoring meldet QUEUE_IS_FULL")]
    public void A_name_in_capitals_that_monitoring_tells_is_an_alert(string symptom) =>
        Assert.Equal(["QUEUE_IS_FULL"], Documents.One($"# Page\n\n## Orders stand still\n\n**Symptoms**\n- logins hang\n- {symptom}\n\n{Look}").Alerts);

    [Theory]
    [InlineData("Pages as `web-uptime-failing` from Better Stack.", "web-uptime-failing")]
    [InlineData("`pg-connections-90` fires at 90% of 200.", "pg-connections-90")]
    [InlineData("The alert name is `webhook-5xx`.", "webhook-5xx")]
    [InlineData("ALARM ID: `REG_DROP`, `TRUNK_UNREACH`", "REG_DROP TRUNK_UNREACH")]
    public void An_alert_is_announced_by_its_name(string text, string alerts) =>
        Assert.Equal(alerts, string.Join(' ', Documents.One($"# Page\n\n## Orders stand still (P2)\n\n{text}\n\n{Look}").Alerts));

    [Theory]
    [InlineData("P3 MINOR", "medium")]
    [InlineData("P2 MAJOR", "high")]
    [InlineData("minor", "low")]
    public void A_code_counts_more_than_a_word_of_which_every_scale_makes_something_else(string severity, string level) =>
        Assert.Equal(level, Documents.One($"# Page\n\n## Orders stand still\n\nSEVERITY: {severity}\n\n{Look}").Severity);

    [Theory]
    [InlineData("alert: `LatencyHigh`. symptoms: emails late, people click again.")]
    [InlineData("Alert: `LatencyHigh`. Symptoms: emails late, people click again.")]
    public void Symptoms_may_be_said_behind_the_alert_of_the_same_line(string line) =>
        Assert.Equal(2, Documents.One($"# Page\n\n## Orders stand still (P2)\n\n{line}\n\n{Look}").Symptoms.Count);

    [Fact]
    public void Blocks_of_org_are_steps()
    {
        var procedure = Documents.One("# Page\n\n## Orders stand still (P2)\n\nRestart it:\n#+BEGIN_SRC sh\nsystemctl restart shop\n#+END_SRC\n\nIt says\n\n#+begin_example\nok\n#+end_example\n\n#+BEGIN_SRC sh\nnever closed\n");
        Assert.Equal([(6, "systemctl restart shop"), (12, "ok")], procedure.Steps.Take(2).Select(s => (s.Line, s.Text)));
    }

    [Fact]
    public void What_stands_between_lines_of_dots_is_what_a_program_said()
    {
        var procedure = Documents.One("= Notes\n\n== Orders stand still\n\nSeverity:: P2\n\n.Look\n[source,bash]\n----\nuptime\n----\n\n....\nedge-3 | CHANGED | rc=0 >>\n1411\n....\n\n.Post in the channel\n----\nWe see slow orders in [region].\n----\n");
        Assert.Equal([StepKind.Diagnostic, StepKind.ExpectedOutput, StepKind.Template], procedure.Steps.Select(s => s.Kind));
    }

    [Fact]
    public void What_is_ticked_off_behind_a_list_of_signs_is_done()
    {
        var procedure = Documents.One("# Page\n\n## Orders stand still\n\nSigns:\n- logins hang\n- \"503\" on the page\n\n- [ ] Load: `uptime`\n  - if it is high -> `systemctl restart shop`\n- [ ] Disk: `df -h`\n");
        Assert.Equal((2, "uptime, systemctl restart shop, df -h"), (procedure.Symptoms.Count, string.Join(", ", procedure.Steps.Select(s => s.Text))));
    }

    [Fact]
    public void A_heading_with_the_mark_of_its_level_is_a_procedure_among_others_that_have_one()
    {
        var procedures = Documents.Read("# Lists\n\n## 🔴 The channel is black\n\n- `uptime`\n\n## 🟠 The farm is behind\n\n- `df -h`\n\n## 🟡 Tokens of the edge\n\n- `free -m`\n").Procedures;
        Assert.Equal(["critical", "high", "medium"], procedures.Select(p => p.Severity));
    }

    [Theory]
    [InlineData("🔴 = critical, answer in 5 min · 🟠 = high, answer in 20 min · 🟡 = medium, answer in 4 h", "critical 5, high 20, medium 240")]
    [InlineData("🔴 answer now, fixed inside 60 min · 🟠 answer in 15 min, fixed inside 4 h · 🔵 answer in 1 day", "critical 0, high 15, low 1440")]
    public void A_legend_of_marks_is_a_policy(string legend, string levels) =>
        Assert.Equal(levels, string.Join(", ", Documents.Read($"# Lists\n\n{legend}\n\n## The channel is black\n\nAlert: `ChannelIsBlack`\n\n{Look}").SeverityPolicy.Select(l => $"{l.Level} {l.RespondMinutes}")));

    [Fact]
    public void A_row_in_bold_below_an_empty_header_names_the_columns()
    {
        var levels = Documents.Read("# Page\n\n**Severity and times**\n\n|  |  |  |\n|---|---|---|\n| **Severity** | **First response** | **Fixed** |\n| **Sev1** | 10 min | 2 hours |\n| **Sev2** | 30 min | 8 hours |\n").SeverityPolicy;
        Assert.Equal([(10, 120), (30, 480)], levels.Select(l => (l.RespondMinutes!.Value, l.ResolveMinutes!.Value)));
    }

    [Fact]
    public void Headings_that_stand_close_and_are_underlined_are_two()
    {
        var procedure = Documents.One($"MANUAL\n======\nFor root.\n\n2. Postfix\n==========\n2.1 The queue grows\n-------------------\nAlert name: QueueIsLong.  Priority P2.\n\n{Look}");
        Assert.Equal(("The queue grows", "QueueIsLong", "high"), (procedure.Title, Assert.Single(procedure.Alerts), procedure.Severity));
    }

    [Theory]
    [InlineData("| Sintomo | Causa probabile |")]
    [InlineData("| Symptom | Cause |")]
    public void Each_row_of_causes_is_one(string head) =>
        Assert.Equal(["messa in pausa", "password cambiata"], Documents.One($"# Page\n\n## Sincronizzazione ferma\n\nSeverity: S2\n\n{head}\n|---|---|\n| `paused` | messa in pausa |\n| `broken` | password cambiata |\n\n{Look}").Hypotheses.Select(h => h.Title));

    [Theory]
    [InlineData("pcs status --full", true)]
    [InlineData("crm resource cleanup rsc_db", true)]
    [InlineData("last shift was quiet", false)]
    public void A_program_that_has_a_table_begins_a_command_unless_its_name_is_said_in_a_sentence(string span, bool runs) =>
        Assert.Equal(runs, Documents.One($"# Page\n\n## Orders stand still\n\nAlert: `OrdersStandStill`\n\n1. Look: `{span}`\n2. Load: `uptime`\n").Steps.Any(s => s.Text == span));
}
