using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Pages whose marks are gone or were never set, and headings that only look like procedures.</summary>
public sealed class LostPageTests
{
    [Fact]
    public void A_line_that_the_contents_name_is_a_title()
    {
        var runbook = Documents.Read("Library procedures\nContents\n• Catalogue is down • Kiosks offline\nThis page replaces the sheets.\nCatalogue is down\nPriority P1\nWhat you will see\nblank page\nWhat to do\n```\nsystemctl status catalogue\n```\nKiosks offline\nPriority P2\nWhat you will see\nkiosks are red\nWhat to do\n```\nsystemctl status kiosk\n```\n");
        Assert.Equal(["Catalogue is down", "Kiosks offline"], runbook.Procedures.Select(p => p.Title));
        Assert.Equal(["critical", "high"], runbook.Procedures.Select(p => p.Severity));
    }

    [Fact]
    public void Notes_without_marks_open_each_trouble_with_a_short_line()
    {
        var runbook = Documents.Read("if it breaks!!\n\nwritten by gav, ask him first\n\nsite down\nfirst see if it is really down\n```\nuptime\n```\n\nlabel printer does not print\nthe token ran out, make a new one\n```\ndf -h\n```\n");
        Assert.Equal(["site down", "label printer does not print"], runbook.Procedures.Select(p => p.Title));
    }

    [Fact]
    public void Wrapped_sentences_hold_no_titles() =>
        Assert.DoesNotContain(Documents.Read("Alert DiskFull is for the build host and\nnothing else, so look there.\n\nThe disk of it is full when\nthe images were not cleaned.\n\n```\ndf -h\n```\n").Procedures, p => p.Title.StartsWith("The disk", StringComparison.Ordinal));

    [Fact]
    public void Headings_with_a_keycap_are_read_without_it()
    {
        var runbook = Documents.Read("# Playbook\n\n## 2️⃣ Roles\n\n- **Scribe** — writes `uptime` down\n\n## 3️⃣ Bad deploy\n\n**Symptoms:** errors jump\n\n```\nkubectl get pods\n```\n\n## 7️⃣ Directory\n\n- Legal → legal@shop.example\n- Security → +1 415 555 0137\n");
        Assert.Equal(["Bad deploy"], runbook.Procedures.Select(p => p.Title));
        Assert.Equal(2, runbook.Contacts.Count);
    }

    [Fact]
    public void Scenarios_with_an_alert_each_are_procedures()
    {
        var runbook = Documents.Read("# Fleet incidents\n\n## Scenario A: Mass disconnect\n\n**Alert:** `ConnectionsDrop` (P1)\n\n```\nuptime\n```\n\n## Scenario B: Bad firmware\n\n**Alert:** `OtaFailureRate` (P0)\n\n```\ndf -h\n```\n");
        Assert.Equal([["ConnectionsDrop"], ["OtaFailureRate"]], runbook.Procedures.Select(p => p.Alerts.ToArray()));
    }

    [Fact]
    public void What_counts_on_from_a_scenario_is_a_part_of_it() =>
        Assert.Equal(["Scenario A: node gone", "Scenario B: memory full"], Documents.Read("# Cache\n\n## Scenario A: node gone\n\n### A.1 It has not failed over\n\nSymptoms:\n- writes fail\n\n```\nuptime\n```\n\n### A.2 The clients are stale\n\nSymptoms:\n- old data\n\n```\ndf -h\n```\n\n## Scenario B: memory full\n\n```\nfree -m\n```\n").Procedures.Select(p => p.Title));

    [Theory]
    [InlineData("Symptoms:\n- PRTG-Sensor `Portal HTTP` is red", "Portal HTTP")]
    [InlineData("Indications:\n1. `BATCH_CUTOFF_RISK` shout message\n2. the forecast ends late", "BATCH_CUTOFF_RISK")]
    [InlineData("**Constat :** alarme Centreon `TERM_OFFLINE_PCT`, le voyant est rouge", "TERM_OFFLINE_PCT")]
    [InlineData("You notice: icinga `mailq` critical, load goes up", "mailq")]
    [InlineData("Alerta no Zabbix: FILA_POSICOES", "FILA_POSICOES")]
    public void What_a_monitoring_system_calls_its_check_is_the_alert(string opening, string alert) =>
        Assert.Equal([alert], Documents.One($"# Desk\n\n## The queue is huge\n\n{opening}\n\nLook:\n\n```\nuptime\n```\n").Alerts);

    [Fact]
    public void A_stats_page_pages_nobody() =>
        Assert.Equal(["ClusterHasNoLeader"], Documents.One("# Database\n\n## No leader\n\n**Alert:** ClusterHasNoLeader\n\nSymptoms\n\n* the stats page shows all backends down in `pg_leader`\n\n```\nuptime\n```\n").Alerts);

    [Theory]
    [InlineData("Could be:")]
    [InlineData("then usually one of")]
    [InlineData("Things it was in the past:")]
    public void A_lead_in_of_its_own_words_opens_the_causes(string lead) =>
        Assert.Equal(2, Documents.One($"# Mail\n\n## Logins fail\n\nSymptoms: clients ask again\n\n{lead}\n\n- the database is full of connections\n- the certificate was not loaded\n\n```\nuptime\n```\n").Hypotheses.Count);

    const string Copied = """
        Kilns

        Kiln 3 is cold
        Severity: P1
        Alert: KilnCold

        Symptoms
        grey bread
        cold feet

        Diagnosis
        Look at the gas first

        bash
        Copy
        # all of them
        kubectl get pods -n kilns
        kubectl get nodes

        Fix
        kubectl rollout restart deploy/kiln

        Bread is grey
        Severity: P2
        Alerts: BreadGrey, BreadBlack

        Diagnosis

        kubectl get events
        """;

    [Fact]
    public void A_page_copied_out_of_a_browser_has_its_titles_and_its_blocks()
    {
        var runbook = Documents.Read(Copied);
        Assert.Equal(["Kiln 3 is cold", "Bread is grey"], runbook.Procedures.Select(procedure => procedure.Title));
        Assert.Equal(["KilnCold", "BreadGrey BreadBlack"], runbook.Procedures.Select(procedure => string.Join(' ', procedure.Alerts)));
        Assert.Equal(["critical", "high"], runbook.Procedures.Select(procedure => procedure.Severity));
        Assert.DoesNotContain(runbook.Problems, problem => problem.Code == "FL007");
        Assert.Equal([2, 1], runbook.Procedures[0].Steps.Select(step => step.Commands.Count));
        Assert.Equal(17, runbook.Procedures[0].Steps[0].Commands[0].Line);
    }

    [Fact]
    public void The_word_of_the_button_means_nothing_in_a_page_with_blocks_of_its_own() =>
        Assert.DoesNotContain("```bash", Documents.Read($"{Copied}\n\n```\nuptime -p\n```\n").Text, StringComparison.Ordinal);
}
