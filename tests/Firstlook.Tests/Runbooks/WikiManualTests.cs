using Firstlook.Effects;

namespace Firstlook.Tests.Runbooks;

/// <summary>Manuals as wikis and offices have them: sections that are counted, capitals for labels, forms, tabs and prompts of one machine.</summary>
public sealed class WikiManualTests
{
    const string Look = "\n\n```bash\nuptime\n```\n";

    [Fact]
    public void A_section_that_an_index_counts_has_the_level_and_the_alert_of_its_row()
    {
        var runbook = Documents.Read($"# Live\n\n| Alert | Priority | Section |\n|---|:-:|---|\n| `SegmentStale` | P1 | 1 |\n| (from support) | P3 | 2 |\n\n### 🚨 1. The playlist does not advance\n\n**Symptoms:** spinner{Look}\n### 2. \"It buffers\" but nothing is red\n\n**Symptoms:** calls{Look}");

        Assert.Equal(["critical", "medium"], runbook.Procedures.Select(procedure => procedure.Severity));
        Assert.Equal(["SegmentStale"], runbook.Procedures[0].Alerts);
    }

    [Fact]
    public void A_title_is_underlined_though_a_list_stands_before_it() =>
        Assert.Equal(["Key is leaked", "Proxy refuses everybody"], Documents.Read("1. Key is leaked\n----------------\n\n**Severity:** critical\n\n1. Look\n2. Tell the partners\n\n2. Proxy refuses everybody\n--------------------------\n\nSymptom: \"invalid assertion\"\n\n```\nuptime\n```\n").Procedures.Select(procedure => procedure.Title));

    [Fact]
    public void What_counts_on_below_a_look_is_a_part_of_the_trouble() =>
        Assert.Equal("Keycloak does not come back", Documents.One("# Identity\n\n## 2. Keycloak does not come back\n\nThe log tells which:\n\n```\njournalctl -u slapd -n 50\n```\n\n### 2a. A lock is left behind\n\n```\ndf -h\n```\n\n### 2b. Nodes do not see each other\n\n```\nss -tn\n```\n").Title);

    [Fact]
    public void Scenarios_below_the_names_of_alerts_are_what_they_come_from()
    {
        var procedure = Documents.One($"# Storage\n\n## CephHealthError / CephHealthWarning\n\nChoose.\n\n### Scenario A: one disk is down{Look}\n### Scenario B: full{Look}");

        Assert.Equal(["CephHealthError", "CephHealthWarning"], procedure.Alerts);
        Assert.Equal(2, procedure.Hypotheses.Count);
    }

    [Fact]
    public void Phases_of_the_title_s_rank_belong_to_it() =>
        Assert.Equal(3, Documents.One($"# Cold start after a power failure\n\nAlerte Centreon qui y mène : `UPS_ROOM_B`\n\n**Symptoms:** dark{Look}\n# Phase 0 - look{Look}\n# Phase 1 - storage{Look}").Steps.Count);

    [Theory]
    [InlineData("This alert (`DiskAlmostFull`, `DiskFull`) tells what the cluster thinks.", new[] { "DiskAlmostFull", "DiskFull" })]
    [InlineData("sev1 / `DiskFull`, `DiskSlow`", new[] { "DiskFull", "DiskSlow" })]
    [InlineData("sev2. `DiskFull`", new[] { "DiskFull" })]
    [InlineData("Alerte Centreon qui y mène : `DISK_ROOM_B`", new[] { "DISK_ROOM_B" })]
    public void Alerts_are_named_in_passing(string line, string[] alerts) =>
        Assert.Equal(alerts, Documents.Read($"# Book\n\n## The disk is full\n\n{line}\n\n**Symptoms:** no writes{Look}").Procedures[0].Alerts);

    [Theory]
    [InlineData("## Severities\n\nDefault is `~severity::3`. Make it `~severity::2` with two shards.", "medium")]
    [InlineData("Alarm `DiskFull`. Class MAJOR.", "high")]
    [InlineData("sev1 / `DiskFull`", "critical")]
    public void Levels_are_stated_in_passing(string text, string severity) =>
        Assert.Equal(severity, Documents.Read($"# DiskFull\n\n{text}\n\n## Diagnosis{Look}").Procedures[0].Severity);

    [Theory]
    [InlineData("SYMPTOMS. (a) ratio above 5 %; (b) connections fall; (c) waves.", 3)]
    [InlineData("| Field | |\n|:--|:--|\n| Alert | `DiskFull` |\n| Customer sees | car not reachable; hotline queue over 40 |", 2)]
    [InlineData("### What learners see\n\n- a grey button\n- tickets", 2)]
    public void What_is_seen_stands_in_capitals_in_a_form_or_below_what_people_see(string text, int symptoms) =>
        Assert.Equal(symptoms, Documents.Read($"# Book\n\n## The disk is full\n\nAlert: `DiskFull`\n\n{text}\n\n### Quick check{Look}").Procedures[0].Symptoms.Count);

    [Theory]
    [InlineData("There are two reasons we have seen:\n\n1. old rebuilds\n2. a stuck policy")]
    [InlineData("Two causes known so far:\n\n- old rebuilds\n- a stuck policy")]
    [InlineData("- Impact: nothing is built\n- Usual contributing factors:\n    - old rebuilds\n    - a stuck policy")]
    public void A_counted_line_leads_to_causes(string text) =>
        Assert.Equal(["old rebuilds", "a stuck policy"], Documents.One($"# DiskFull\n\n{text}\n\n## Diagnosis{Look}").Hypotheses.Select(cause => cause.Title));

    [Fact]
    public void A_bare_never_above_a_list_forbids_and_suspects_nothing()
    {
        var runbook = Documents.Read($"# Overbooking\n\nsev1, alert `InventoryNegative`\n\nHypotheses, most likely first\n\n1. **Lock lost**\n2. **Twice sent**\n\nRepair{Look}\nNever\n- delete rows from bookings\n- recompute all\n");

        Assert.Equal(["Lock lost", "Twice sent"], Assert.Single(runbook.Procedures).Hypotheses.Select(cause => cause.Title));
    }

    [Theory]
    [InlineData("After one hour above 5 %: call the storage architects.")]
    [InlineData("After an hour with disk still above flood stage speak to the find team lead.")]
    [InlineData("Tell the incident lead straight away and reindex.")]
    [InlineData("**Timer:** 10 min, then L2, and put the slate on.")]
    public void Who_is_called_after_a_time_is_read(string text) =>
        Assert.NotEmpty(Documents.One($"# DiskFull\n\n**Symptoms:** no writes\n\n{text}\n\n## Diagnosis{Look}").Escalations);

    [Fact]
    public void The_first_minute_is_a_look_and_not_the_second_check() =>
        Assert.Equal(["Queue does not drain"], Documents.Read($"# Book\n\n## Queue does not drain\n\nAlert: `QueueAge`\n\n### 60-second check{Look}\n### Fix it\n\n```bash\nsystemctl restart worker\n```\n").Procedures.Select(procedure => procedure.Title));

    [Theory]
    [InlineData("lb1$ echo \"show table deny\" | sudo socat stdio /run/haproxy/admin.sock")]
    [InlineData("# rndc freeze shop.example\n# cp -p /var/lib/bind/shop.example.db /root/\n# named-checkzone shop.example /var/lib/bind/shop.example.db")]
    public void What_is_typed_at_a_prompt_is_run(string block)
    {
        var step = Assert.Single(Documents.Read($"# DiskFull\n\nLook:\n\n```\n{block}\n```\n").AllSteps());

        Assert.Equal(Language.Shell, step.Language);
        Assert.Equal(block.Split('\n').Length, step.Commands.Count);
    }

    [Fact]
    public void The_block_right_below_an_admonition_is_a_block() =>
        Assert.Single(Documents.Read("# DiskFull\n\n??? example \"What it looks like\"\n    ```\n    HEALTH_WARN 1 osds down\n        osd.117 is down\n    ```\n\nLook.\n").AllSteps());

    [Fact]
    public void A_bare_command_between_lines_that_quote_code_is_one() =>
        Assert.Contains(Documents.Read("Incident: Nobody is matched\nSeverity: S0\nAlert: MatchWait\nSymptoms\nthe queue grows\nQuick checks\nIf `queue_len` is high then\nkubectl get fleet -n agones\n").AllSteps(), step => step.Commands.Any(command => command.Text.Contains("kubectl get fleet", StringComparison.Ordinal)));

    [Fact]
    public void A_bare_command_that_deletes_is_overlooked_in_no_language() =>
        Assert.Contains(Documents.Read("Incident: Board is wrong\nSeverity: S2\nSymptoms\nrank jumps\nQuick checks\nuptime\nMitigation\nRebuild it.\nredis-cli -h lb.arena.internal DEL lb:season:current\nDone.\n").AllSteps(), step => step.Effect == Effect.Destructive);

    [Fact]
    public void The_alert_below_a_lost_title_is_a_field_of_it()
    {
        var procedure = Documents.Read("Incident: Nobody is matched\nSeverity: S0\nAlert: MatchWait\nSymptoms\nthe queue grows\nQuick checks\nkubectl get fleet -n agones\nVerification\nthe queue is short\n\nIncident: Players are thrown out\nSeverity: S1\nAlert: CrashRate\nSymptoms\ncrashes\nQuick checks\nkubectl get gs -n agones\n").Procedures;

        Assert.Equal([("critical", "MatchWait"), ("high", "CrashRate")], procedure.Select(one => (one.Severity!, Assert.Single(one.Alerts))));
    }

    [Fact]
    public void A_here_document_for_a_client_that_nobody_knows_is_typed()
    {
        var step = Assert.Single(Documents.Read("# QueueStuck\n\n```\nrunmqsc QM1 <<EOF\nSTOP CHANNEL(<CHANNEL>) MODE(QUIESCE)\nSTART CHANNEL(<CHANNEL>)\nEOF\n```\n").AllSteps());

        Assert.Equal(Language.Shell, step.Language);
        Assert.NotEqual(Effect.Read, step.Effect);
        Assert.NotEmpty(step.Commands);
    }

    [Fact]
    public void A_restart_among_the_signs_is_a_step() =>
        Assert.Contains(Documents.Read("# EtaWrong\n\nSigns:\n\n- offers go far away\n- stale graph: `kubectl -n eta rollout restart sts/eta-graph` takes 6 minutes\n").AllSteps(), step => step.Effect > Effect.Read);

    [Fact]
    public void What_is_labelled_an_incident_each_time_is_one()
    {
        var runbook = Documents.Read($"# On duty\n\n**Where:** the bastion\n\n---\n\n**Incident:** Scheme link down\n**Priority:** P1\n\n**Look first:**{Look}\n---\n\n**Incident:** HSM timeouts\n**Priority:** P2\n\n**Look first:**{Look}");

        Assert.Equal([("Scheme link down", "critical"), ("HSM timeouts", "high")], runbook.Procedures.Select(procedure => (procedure.Title, procedure.Severity!)));
    }

    [Fact]
    public void A_table_that_leads_from_names_of_alerts_to_letters_gives_the_sections_both()
    {
        var runbook = Documents.Read($"# Cheat sheet\n\n| you got paged with | level | go to |\n|---|---|---|\n| `HitRatioLow` | critical | A |\n| `OriginErrors`, `ShieldErrors` | warning | B |\n\n## A. Hit ratio drops too low{Look}\n## B. Origin is down{Look}");

        Assert.Equal(["HitRatioLow"], runbook.Procedures[0].Alerts);
        Assert.Equal(["OriginErrors", "ShieldErrors"], runbook.Procedures[1].Alerts);
        Assert.Equal(["critical", "medium"], runbook.Procedures.Select(procedure => procedure.Severity));
    }

    [Fact]
    public void The_branches_of_a_playbooks_phase_are_causes_of_its_one_incident()
    {
        var procedure = Documents.One($"# Playbook: Match rate collapse\n\n| | |\n|---|---|\n| Severity | SEV0 |\n| Alerts | `MatchRateBelowFloor`, `OfferTimeouts` |\n\n## Phase 0 - Declare{Look}\n## Phase 1 - Scope{Look}\n## Phase 2 - Branches\n\n### Branch A: the push gateway is late{Look}\n### Branch B: lock convoy{Look}\n## Phase 3 - Degraded mode{Look}");

        Assert.Equal(["MatchRateBelowFloor", "OfferTimeouts"], procedure.Alerts);
        Assert.Equal(2, procedure.Hypotheses.Count);
    }

    [Fact]
    public void A_title_that_ends_with_its_monitor_names_the_alert() =>
        Assert.Equal("api-5xx-burn", Assert.Single(Documents.One($"# Runbooks\n\n## API errors — monitor api-5xx-burn{Look}").Alerts));

    [Fact]
    public void A_title_of_MediaWiki_in_a_page_of_Markdown_is_a_title()
    {
        var runbook = Documents.Read("**Consoles at 3 a.m.**\n\n== Who to wake ==\n\n* Jorunn (databases) - 901 44 718\n* Duty phone - 901 44 700\n\n## Replica falls behind\n\nAlert `ReplicaLag`, severity high.\n\n```\n== RUN ==\n```\n\n```\nuptime\n```\n");
        Assert.Equal(2, runbook.Contacts.Count);
        Assert.Equal(["Replica falls behind"], runbook.Procedures.Select(p => p.Title));
        Assert.Contains(runbook.AllSteps(), s => s.Text == "== RUN ==");
    }
}
