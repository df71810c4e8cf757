using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>What is drawn with dashes and arrows, and headings that skip a rank.</summary>
public sealed class DrawnTreesTests
{
    const string Fence = "\n\n```bash\nkubectl get pods\n```\n\n";

    [Fact]
    public void A_drawn_call_tree_escalates_by_its_times() =>
        Assert.Equal([(15, "SHIFT LEADER"), (30, "DUTY MANAGER")],
            Documents.Read($"# Ops\n\n## DiskFull{Fence}## Call tree\n\n```\n  OPERATOR\n   |\n   +-- 15 min, no progress --> SHIFT LEADER\n                 |\n                 +-- 30 min --> DUTY MANAGER\n```\n")
                .Escalations.Select(rule => (rule.AfterMinutes, rule.Target)));

    [Fact]
    public void The_ends_of_a_drawn_decision_are_hypotheses() =>
        Assert.Equal(["real growth, a streamer found us", "one gateway stopped reading"],
            Documents.One($"# PresenceMemoryHigh\n\nSymptoms: all look offline\n\n```\nmemory up?\n├── keys up too ...... CAUSE A: real growth, a streamer found us\n└── keys flat ........ CAUSE B: one gateway stopped reading\n```{Fence}")
                .Hypotheses.Select(h => h.Title));

    [Fact]
    public void Rungs_of_a_ladder_are_hypotheses() =>
        Assert.Equal(["the pods are dead", "the fleet is full"],
            Documents.One($"# QueueStalled\n\nSymptoms: nobody joins\n\n**rung 0 - where does it stop?**{Fence}**rung 1 - the pods are dead**{Fence}**rung 2 - the fleet is full**{Fence}").Hypotheses.Select(h => h.Title));

    [Fact]
    public void An_alert_below_another_that_skipped_a_rank_stands_beside_it() =>
        Assert.Equal(["ReplicationLagHigh", "VaultSealed"],
            Documents.Read($"# Alerts\n\n## State\n\n### ReplicationLagHigh\nSeverity: high\n\n**Check**{Fence}##### VaultSealed\n**Severity:** critical{Fence}").Procedures.Select(p => p.Title));

    [Fact]
    public void A_fold_that_shows_a_quiet_day_makes_no_procedure_of_its_heading() =>
        Assert.Equal(["BacklogGrowing"],
            Documents.Read($"# Alerts\n\n### BacklogGrowing\n\n#### Diagnosis\n<details>\n<summary>Where is it stuck?</summary>{Fence}</details>\n<details>\n<summary>What it looks like on a quiet day</summary>\n\n```\nname  ready\na     14\n```\n</details>\n\n#### Mitigation{Fence}")
                .Procedures.Select(p => p.Title));

    [Theory]
    [InlineData("Växer loggen efter 20 minuter: ring databaskonsulten.", 20)]
    [InlineData("Två hallar tysta: ring produktionschefen omedelbart.", 0)]
    [InlineData("Keyholders not reachable within 30 minutes -> Head of Digital, who has the sixth envelope.", 30)]
    [InlineData("If it is not any of those within 15 minutes, DRM lead.", 15)]
    public void Whom_a_procedure_calls_in_time_is_an_escalation(string text, int minutes) =>
        Assert.Equal(minutes, Assert.Single(Documents.One($"# VaultSealed\n\nSymptoms: nothing opens{Fence}{text}\n").Escalations).AfterMinutes);

    [Fact]
    public void Behind_the_last_arrow_stands_who_is_called() =>
        Assert.Equal("@perf-guild", Assert.Single(Documents.Read($"# Ops\n\n## DiskFull{Fence}## When to escalate\n\n- After 20 minutes when nothing was confirmed, or if an on-sale with more than 50k tickets opens → `@perf-guild`\n").Escalations).Target);

    [Theory]
    [InlineData("The ward rings first; else it says `OutboundQueueStale`.", "OutboundQueueStale")]
    [InlineData("`ClientsWaiting` or `ConnectionsSaturated`, both wake you.", "ClientsWaiting ConnectionsSaturated")]
    [InlineData("Severity 1. Events MQ_CHANNEL_DOWN and, a few minutes later, MQ_DEPTH_IN.", "MQ_CHANNEL_DOWN MQ_DEPTH_IN")]
    [InlineData("The `OrdersLate` topic is read by the shop.", "")]
    [InlineData("The table `JobsFailed` is large.", "")]
    public void The_first_words_name_alerts_by_what_they_say(string text, string alerts) =>
        Assert.Equal(alerts, string.Join(' ', Documents.One($"# Results stopped\n\n{text}\n\n## Symptoms\n- none{Fence}").Alerts));
}
