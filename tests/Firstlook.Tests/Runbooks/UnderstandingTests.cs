using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>How teams say what an incident is, how bad it is, how it shows, and who is called.</summary>
public sealed class UnderstandingTests
{
    const string Fence = "\n\n```bash\nkubectl get pods\n```\n";

    [Theory]
    [InlineData("## Kiln 3 cold\n\nAlert `KilnCold`, warning.", "medium")]
    [InlineData("## Kiln 3 cold\n\n:bell: alert `KilnCold`, P1", "critical")]
    [InlineData("## Kiln 3 cold\n\nSymptoms: the tiles crack, alarm KilnCold (high)", "high")]
    [InlineData("## Kiln 3 cold\n\nSymptoms: tiles crack, the line waits. Critical.", "critical")]
    [InlineData("## Kiln 3 cold\n\nLevel P2 — alert `KilnCold`\n\nSymptoms:\n\n- tiles crack", "high")]
    [InlineData("## Kiln 3 cold\n\nNot urgent (prio 3), the buffer holds.\n\nSymptoms:\n\n- tiles crack", "medium")]
    [InlineData("## Kiln 3 cold – P2\n\nLook first.", "high")]
    [InlineData("## Kiln 3 cold\n\nP3. The night shift can wait.\n\nSymptoms: tiles crack", "medium")]
    public void The_severity_is_said_in_passing(string text, string level) => Assert.Equal(level, Documents.One($"# Kilns\n\n{text}{Fence}").Severity);

    [Theory]
    [InlineData("## Restore from S3\n\nSymptoms: nothing to restore")]
    public void The_name_of_a_store_is_no_severity(string text) => Assert.Null(Documents.One($"# Kilns\n\n{text}{Fence}").Severity);

    [Theory]
    [InlineData("### Card 4 · KilnFlameOut\n\n- **Symptoms:** cold", "KilnFlameOut")]
    [InlineData("### KilnFlameOut (warning → high)\n\nSymptoms: cold", "KilnFlameOut")]
    [InlineData("### Kiln is out\n\nSymptoms:\n\n- Nagios: `KILN-FLAME-1` is red", "KILN-FLAME-1")]
    [InlineData("### Kiln is out\n\nSeverity: high. Alert KilnFlameOut.", "KilnFlameOut")]
    [InlineData("### Kiln is out\n\nAlerts that lead here: `KilnFlameOut`\n\nSymptoms: cold", "KilnFlameOut")]
    public void The_alert_is_named_in_many_ways(string text, string alert) => Assert.Equal(alert, Assert.Single(Documents.One($"# Kilns\n\n{text}{Fence}").Alerts));

    [Fact]
    public void Phases_of_one_response_are_parts_of_it()
    {
        var procedure = Documents.One($"# Kiln control service\n\n## Phase 1: look (5 min)\n\nAlerts that lead here: `KilnCold`. All **P2**.{Fence}\n## Phase 2: one kiln or many?\n\n### The burner does not start{Fence}\n### Gas pressure is low{Fence}\n## Phase 3: prove{Fence}");
        Assert.Equal(("Kiln control service", "high", 4), (procedure.Title, procedure.Severity, procedure.Steps.Count));
    }

    [Fact]
    public void Phases_before_the_incidents_are_the_documents()
    {
        var runbook = Documents.Read($"# Drill book\n\n## Phase 0 - Gather{Fence}\n## PLAY A: kiln (S1)\n\nWhat players see: cold tiles{Fence}\n## PLAY B: belt (S2)\n\nSuspects:\n\n1. motor\n2. sensor{Fence}\n## Phase 1 - Tell{Fence}");
        Assert.Equal(2, runbook.Procedures.Count);
        Assert.Equal(2, runbook.GeneralSteps.Count);
        Assert.Equal(2, runbook.Procedures[1].Hypotheses.Count);
    }

    [Fact]
    public void What_counts_on_among_incidents_is_one_of_them()
    {
        var runbook = Documents.Read($"# Kilns\n\n## KIL-01 Flame is out\n\nSymptoms: cold{Fence}\n## KIL-02 Belt stuck\n\nSymptoms: still{Fence}\n## KIL-03 Hand a kiln to the day shift{Fence}\n## How to get in{Fence}");
        Assert.Equal(3, runbook.Procedures.Count);
        Assert.Single(runbook.GeneralSteps);
    }

    [Fact]
    public void A_title_in_quotation_marks_is_what_somebody_complains_of() =>
        Assert.Equal(2, Documents.Read($"# Oven desk\n\n## \"The tiles come out grey\"{Fence}\n## \"Nobody can order\"{Fence}").Procedures.Count);

    [Fact]
    public void A_page_that_lost_its_marks_is_read_line_by_line()
    {
        var runbook = Documents.Read("Tile works wiki\n1 Background\nOne kiln, two belts.\n2 Severities\nSev 1 (no heat): answer in 10 minutes, fixed in 2 hours. Sev 2 (one belt): answer in 1 hour, fixed in 1 day.\n3 Alert KilnCold (sev 1)\nSymptoms\nthe flame is out\nno heat on the dial\nLook with `systemctl status kiln` first\nCauses\nno gas\nsensor dirty\nIf it is the sensor: `systemctl restart kiln`\n4 Somebody stopped the belt\nStart it: `systemctl start belt`\n");
        Assert.Equal(["Alert KilnCold", "Somebody stopped the belt"], runbook.Procedures.Select(p => p.Title));
        var kiln = runbook.Procedures[0];
        Assert.Equal(("critical", 2, 2, 2), (kiln.Severity, kiln.Symptoms.Count, kiln.Hypotheses.Count, kiln.Steps.Count));
        Assert.Equal([("critical", 10, 120), ("high", 60, 1440)], runbook.SeverityPolicy.Select(l => (l.Level, l.RespondMinutes ?? -1, l.ResolveMinutes ?? -1)));
    }

    [Fact]
    public void A_cause_is_named_by_its_number()
    {
        var procedure = Documents.One($"# KilnCold\n\n**H1. Gas pressure low.** The dial says so.{Fence}\n**H2. Sensor dirty**{Fence}\n**H3. None of the above**\n\nCall the maker.\n");
        Assert.Equal(["Gas pressure low", "Sensor dirty"], procedure.Hypotheses.Select(h => h.Title));
        Assert.Equal(procedure.Hypotheses.Select(h => h.Id), procedure.Steps.Select(s => s.Cause));
    }

    [Fact]
    public void A_list_that_leads_from_what_is_seen_to_what_it_is_names_causes() =>
        Assert.Equal(["One kiln, all burners", "One burner"], Documents.One($"# KilnCold\n\n## Diagnosis\n\n- **One kiln, all burners** → its gas valve\n- **One burner** → its igniter{Fence}").Hypotheses.Select(h => h.Title));

    [Theory]
    [InlineData("## Response targets\n\n- P1: 10 minutes / 2 hours\n- P2: 30 minutes / 8 hours\n- P3: next business day / 5 days", 3)]
    [InlineData("Response: **critical** 10 minutes, **major** 30 minutes, **minor** next business day.", 3)]
    [InlineData("## How bad is it\n\n| Klasse | Reaktion | Wiederherstellung |\n|---|---|---|\n| P1 | 10 Minuten | 2 Stunden |\n| P2 | 1 Stunde | 2 Arbeitstage |", 2)]
    [InlineData("| Tier | First reply | Target |\n|---|---|---|\n| S1 | 10 minutes | 2 hours |\n| S2 | 1 hour | next patch |", 2)]
    public void A_policy_stands_in_a_list_a_sentence_or_a_table(string text, int levels)
    {
        var policy = Documents.Read($"# Kilns\n\n{text}\n").SeverityPolicy;
        Assert.Equal((levels, "critical", (int?)10), (policy.Count, policy[0].Level, policy[0].RespondMinutes));
    }

    [Fact]
    public void Lines_with_names_are_people_and_so_are_those_to_whom_one_escalates()
    {
        Assert.Equal(["Kiln lead", "Gas supplier", "Night porter"], Documents.Read("# Kilns\n\n# People\n\nKiln lead: Ilvi\nGas supplier: 0800 555 0142\nNight porter: desk 4\n").Contacts.Select(c => c.Role));
        Assert.Equal(["shift lead", "works director"], Documents.Read("# Kilns\n\n## Call chain\n\n- 0 min: shift lead\n- 20 min: works director\n").Contacts.Select(c => c.Role));
        Assert.Equal(2, Documents.Read("# Kilns\n\nwho: kiln lead = Ilvi (pager), gas = Arvo (pager)\n").Contacts.Count);
    }

    [Fact]
    public void An_escalation_that_says_no_is_none()
    {
        var procedures = Documents.Read($"# Kilns\n\n### KilnSlow\n\n- **Symptoms**: slow\n- **Escalate**: not needed\n- **Do**: `systemctl restart kiln`\n\n### KilnCold\n\n- **Symptoms**: cold\n- **Escalate**: after 20 minutes the shift lead\n- **Do**: `systemctl restart kiln`\n").Procedures;
        Assert.Equal([true, false], procedures.Select(p => p.Escalations.IsEmpty));
    }

    [Theory]
    [InlineData("Hand it over in #gas-oncall with this:", "KILN -> GAS\nwhat we saw:\nsince:\nwhat we tried:")]
    [InlineData("Every half hour:", "Kiln is cold. Watching by eye: @____ until __:__")]
    public void A_form_to_fill_in_is_a_template(string lead, string form) => Assert.Single(Documents.Read($"# KilnCold\n\n**Alert**: `KilnCold`\n\n{lead}\n\n```\n{form}\n```\n").Templates);

    [Fact]
    public void A_message_may_stand_as_running_text() =>
        Assert.Equal(2, Documents.Read("# Kilns\n\n## Texts for customers\n\n**Web:** «The kilns are cold. Orders of today leave tomorrow, nothing is lost.»\n\nDear customers, the kilns are warm again, and orders leave as usual.\n").Templates.Count);

    [Theory]
    [InlineData("## Modelos\n\n| Canal | Texto |\n|---|---|\n| WhatsApp | A fornada de hoje atrasa até {hora}. |\n| Página | Investigando: fornos frios desde {hora}. |\n")]
    [InlineData("## What to tell people\n\ndrivers: \"The kilns are cold today, call the yard instead.\"\n\nshops, by mail: \"The kilns are cold. Orders of today leave tomorrow.\"\n")]
    [InlineData("## Post to #kilns\n\n| Stage | Text |\n|---|---|\n| start | `[KILN][{sev}] {what}. Looking.` |\n| end | `[KILN][{sev}] closed. Cause: {cause}` |\n")]
    public void A_row_or_a_quoted_sentence_is_a_message_too(string text) => Assert.Equal(2, Documents.Read($"# Kilns\n\n{text}").Templates.Count);

    [Theory]
    [InlineData("# sngrep -c -O /tmp/reg.pcap\n# ip -br a")]
    [InlineData("# sed -i 's/a/b/g' /etc/pbx.conf\n# pbx -rx 'module reload sip'")]
    public void Lines_of_root_with_options_are_typed_and_no_remarks(string typed) =>
        Assert.Equal(2, Documents.One($"# KilnCold\n\n**Alert**: `KilnCold`\n\n```\n{typed}\n```\n").Steps[0].Commands.Count);

    [Fact]
    public void A_list_with_another_mark_below_the_signs_is_what_to_do() =>
        Assert.Equal(["nomad job status kiln", "nomad job periodic force kiln"], Documents.One("# KilnCold\n\n## KilnCold\n\n**Alert** `KilnCold`\n\n### Symptoms\n\n- `kiln_age` > 48\n\n* See the job: `nomad job status kiln`\n* Run it: `nomad job periodic force kiln`\n").Steps.Select(s => s.Commands[0].Text));

    [Fact]
    public void A_long_sentence_that_speaks_of_a_template_leads_to_none() =>
        Assert.Equal(StepKind.Diagnostic, Documents.One("# KilnCold\n\n**Alert**: `KilnCold`\n\nWhat usually causes this is either an expired key, a template that somebody edited without the fields, or the nightly job having been killed by a deploy of the day.\n\n```sql\nSELECT id FROM notice WHERE state = 'ready';\n```\n").Steps[0].Kind);

    [Theory]
    [InlineData("You want to see")]
    [InlineData("It should settle on")]
    [InlineData("So sollte es aussehen:")]
    [InlineData("Saída normal:")]
    public void What_should_come_out_is_said_in_many_ways(string lead) =>
        Assert.Equal(StepKind.ExpectedOutput, Documents.One($"# KilnCold\n\n**Alert**: `KilnCold`{Fence}\n{lead}\n\n```\nburners: 8 lit; gas 21 mbar\n```\n").Steps[1].Kind);

    [Fact]
    public void Scale_of_a_severity_that_says_what_nought_is_begins_at_nought() =>
        Assert.Equal("medium", Documents.One($"# Kilns\n\n## Alert: KilnCold\n\nsev2 (0 = no heat at all, 3 = can wait)\n\nSymptoms\n- cold{Fence}").Severity);
}
