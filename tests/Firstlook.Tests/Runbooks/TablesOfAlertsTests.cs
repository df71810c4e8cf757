using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Tables that say which alert is answered where, and how bad it is.</summary>
public sealed class TablesOfAlertsTests
{
    const string Fence = "\n\n```bash\nkubectl get pods\n```\n\n";

    static IEnumerable<(string Alerts, string? Severity)> Told(string text) =>
        Documents.Read(text).Procedures.Select(p => (string.Join(' ', p.Alerts), p.Severity));

    [Theory]
    [InlineData("PROC-1", "PROC-2", "PROC-1 unlock the kiln", "PROC-2: the kiln is dark")]
    [InlineData("see PROC-1", "see PROC-2", "PROC-1 / unlock the kiln", "PROC-2 - the kiln is dark")]
    [InlineData("B.1", "B.2", "B.1 Unlocking fails", "B.2 The kiln is dark")]
    [InlineData("3.1", "3.2", "3.1 Unlocking fails", "3.2 The kiln is dark")]
    [InlineData("→ K-1", "→ K-2", "K-1: unlocking fails", "K-2: the kiln is dark")]
    [InlineData("Deurslot", "Oven", "Deurslot", "Oven")]
    public void A_row_leads_to_its_section_by_the_sections_code_or_title(string one, string other, string first, string second) =>
        Assert.Equal([("DoorStuck DoorGone", "critical"), ("KilnDark", "medium")], Told($"# Kilns\n\n| alert | prio | see |\n|---|---|---|\n| DoorStuck | P1 | {one} |\n| DoorGone | P1 | {one} |\n| KilnDark | P3 | {other} |\n\n## {first}{Fence}## {second}{Fence}"));

    [Fact]
    public void A_remark_behind_the_title_is_no_part_of_it() =>
        Assert.Equal([("MSSQL log full", "high"), ("Clock off > 60s", "low")], Told($"# Kilns\n\n| Trigger | Severity | Section |\n|---|---|---|\n| MSSQL log full | high | Log full |\n| Clock off > 60s | low | Clock |\n\n## Log full (db02){Fence}## Clock{Fence}"));

    [Fact]
    public void A_heading_that_is_a_listed_alarm_is_a_procedure_whatever_it_says() =>
        Assert.Equal([("PSU_A", "high"), ("RX_LOW", "medium")], Told($"# Part A  Alarms\n\n| Alarm | Severity | Part B |\n|---|---|---|\n| PSU_A | Major | B.1 |\n| RX_LOW | Warning | B.2 |\n\n# Part B  Actions\n\n## B.1 PSU_A\n\nLook.{Fence}## B.2 RX_LOW\n\nLook.{Fence}"));

    [Fact]
    public void A_table_right_below_a_heading_names_its_own_alerts_and_their_level() =>
        Assert.Equal([("label_backlog spooler_down", "critical"), ("scan_lag", "high")],
            Told($"# Guide\n\n## Labels don't come out\n\n| alert | sev | fires when |\n|---|---|---|\n| `label_backlog` | S1 | 400 jobs wait |\n| `spooler_down` | S1 | cupsd is gone |\n{Fence}## Track and trace\n\n| alert | sev | |\n|---|---|---|\n| `scan_lag` | S2 | old scans |\n{Fence}"));

    [Fact]
    public void One_sentence_may_rate_both_alerts_of_the_table() =>
        Assert.Equal([("edi_stalled mdn_missing", "high")], Told($"# Guide\n\n## EDI\n\nSev of both is S2.\n\n| alert | fires when |\n|---|---|\n| `edi_stalled` | it grows |\n| `mdn_missing` | no answer |\n{Fence}"));

    [Fact]
    public void Rows_that_lead_elsewhere_name_no_alert_of_the_section_around_them() =>
        Assert.DoesNotContain(Documents.Read($"# Guide\n\n## The kiln is dark\n\n| alert | see |\n|---|---|\n| `door_stuck` | [doors](#doors) |\n{Fence}## Doors{Fence}").Procedures, p => p.Title == "The kiln is dark" && p.Alerts.Contains("door_stuck"));

    [Fact]
    public void An_alert_beside_the_level_is_one_of_the_procedures() =>
        Assert.Equal(["DiskAlarm", "DiskFilling"], Documents.One($"# DiskAlarm\n\n- **Severity:** critical. `DiskFilling` is the same four hours earlier.{Fence}").Alerts);

    [Fact]
    public void Colours_and_sheets_are_levels_and_sections_where_a_table_has_them() =>
        Assert.Equal([("MIRTH_QUEUE", "critical"), ("LOGON_SLOW", "medium")],
            Told($"# Binder\n\n| Board shows | Colour | Turn to |\n|---|---|---|\n| `MIRTH_QUEUE` | RED | Sheet 4a |\n| `LOGON_SLOW` | AMBER | see chapter 3 |\n\nSHEET 4a . ADT MESSAGES\n---\n\nLook.{Fence}CHAPTER 3 . SLOW LOGONS\n---\n\nLook.{Fence}"));

    [Fact]
    public void A_procedure_of_several_alerts_begins_at_the_worst_of_their_levels() =>
        Assert.Equal([("lag errors dup_numbers", "critical")], Told($"# Billing\n\n## Invoices\n\nAlerts: `lag`, `errors` (P2), `dup_numbers` (P1)\n{Fence}"));

    [Theory]
    [InlineData("Alertes FILE_PLEINE et FILE_MUETTE — gravité moyenne", "FILE_PLEINE FILE_MUETTE", "medium")]
    [InlineData("recs.ctr_drop — P1 — clicks fell off a cliff", "recs.ctr_drop", "critical")]
    [InlineData("recs.gpu_xid / recs.gpu_ecc — P2, node is sick", "recs.gpu_xid recs.gpu_ecc", "high")]
    public void A_title_may_hold_names_and_level(string title, string alerts, string severity) =>
        Assert.Contains((alerts, severity), Told($"# Page\n\n## {title}{Fence}## Disk full\n\nSymptoms: none{Fence}"));

    [Fact]
    public void Questions_about_alerts_are_titles() =>
        Assert.Equal([("node-not-ready", "high"), ("cert-expires-7d", "medium"), ("queue-starved", "low")],
            Told($"# FAQ\n\n**Q: `node-not-ready` (sev2). Now what?**\nA: Look.{Fence}**Q: `cert-expires-7d`?**\nA: sev3. `kubectl get pods` tells why.\n\n**Q: `queue-starved`**\nA: sev4. Ask them. They don't answer => `kubectl delete pod x`.\n"));

    [Fact]
    public void Mails_one_below_the_other_are_procedures_by_their_subjects()
    {
        static string Mail(string subject) => $"Subject: {subject}\nFrom: Tobias Arkell\nDate: Tue, 4 Feb 2025\n\nWhat I ran:{Fence}\n------\n\n";
        Assert.Equal(["[ops] queue exploding", "[ops] old zones", "[ops] disk 97%"], Documents.Read("From the list, oldest first.\n\n" + Mail("[ops] queue exploding") + Mail("[ops] old zones") + Mail("[ops] disk 97%")).Procedures.Select(p => p.Title));
    }

    [Theory]
    [InlineData("- **H1: election is running**\n  - confirm: it is over soon\n- **H2: wrong priorities**\n  - confirm: all are 0\n")]
    [InlineData("| | confirm | refute |\n|---|---|---|\n| H1 election is running | over soon | no |\n| H2 wrong priorities | all are 0 | no |\n")]
    public void What_is_counted_as_a_hypothesis_is_one_in_lists_and_tables(string text) =>
        Assert.Equal(["election is running", "wrong priorities"], Documents.One($"# Alert: NoPrimary\n\nSymptoms: writes fail{Fence}{text}").Hypotheses.Select(h => h.Title));

    [Fact]
    public void A_row_without_an_alert_among_rows_of_alerts_takes_nothing_from_them() =>
        Assert.Equal([("KilnDark", "high"), ("DoorStuck DoorGone", "critical"), ("GlazeLow", "medium"), ("BeltSlow", "medium"), ("", "low")],
            Told($"# Kilns\n\n| If you see | Level | Go to |\n|---|---|---|\n| `KilnDark` | high | [1](#1-no-heat) |\n| `DoorStuck` or `DoorGone` | critical | [2](#2-the-doors) |\n| `GlazeLow` | warning | [3](#3-glaze) |\n| `BeltSlow` | warning | [4](#4-belt) |\n| a letter | info | [5](#5-complaints) |\n\n## 1. No heat\n\n**Symptoms**: it is cold{Fence}## 2. The doors\n\n**Symptoms**: shut{Fence}## 3. Glaze\n\n**Symptoms**: dull{Fence}## 4. Belt\n\n**Symptoms**: late{Fence}## 5. Complaints\n\n**Symptoms**: letters{Fence}"));

    [Theory]
    [InlineData("**KilnCold** / **KilnColder** (same thing, two thresholds)")]
    [InlineData("**KilnCold** / **KilnColder**")]
    [InlineData("**KilnCold** and **KilnColder**")]
    public void A_bold_line_may_name_two_alerts_of_one_procedure(string title) =>
        Assert.Equal([("KilnDark", "high"), ("KilnCold KilnColder", "medium")],
            Told($"Kiln sheet\n==========\n\n**KilnDark**\n- Sev: high\n- Look: `df -h`\n\n{title}\n- Sev: warning\n- Look: `free -m`\n"));

    [Theory]
    [InlineData("H. Nodes (routine, first Tuesday)")]
    [InlineData("H. Kilns (planned)")]
    [InlineData("H. Kilns (not an incident)")]
    public void Routine_work_that_says_so_is_no_procedure(string title) =>
        Assert.Equal(["Site down", "Queue stuck", "Disk full"],
            Documents.Read($"# Book\n\n## A. Site down{Fence}## B. Queue stuck{Fence}## C. Disk full{Fence}## {title}\n\n- H1 `kubectl cordon <node>`{Fence}").Procedures.Select(p => p.Title));

    [Fact]
    public void A_table_of_what_is_seen_tells_symptoms_beside_a_table_of_causes() =>
        Assert.Equal(["the queue grows", "the till is slow"],
            Documents.One("# Tills\n\n## Log does not arrive\n\n| symptom | check | action |\n|---|---|---|\n| the queue grows | `df -h` | wait |\n| the till is slow | `free -m` | wait |\n\n"
                + "| possible cause | how likely |\n|---|---|\n| a new schema | often |\n| the disk is full | monthly |\n").Symptoms.Select(s => s.Text));
}
