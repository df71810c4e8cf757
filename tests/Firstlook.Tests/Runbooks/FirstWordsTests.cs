using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>What a procedure says of itself in its first words: its alerts beside its level, or that there is none.</summary>
public sealed class FirstWordsTests
{
    const string Fence = "\n\n```bash\nkubectl get pods\n```\n\n";

    static Procedure Of(string title, string opening) => Documents.Read($"# Platform handbook\n\n## {title}\n\n{opening}{Fence}## Another queue is stuck\n\nlow{Fence}").Procedures[0];

    [Theory]
    [InlineData("**P1** — alert is called RedisMemoryHigh in Prometheus.", "RedisMemoryHigh")]
    [InlineData("P3 (P2 for queue `payments`). Alert name HorizonWaitLong.", "HorizonWaitLong")]
    [InlineData("*high*. TrinoQueuedHigh / TrinoWorkersMissing.", "TrinoQueuedHigh", "TrinoWorkersMissing")]
    [InlineData("*high*, `HmsLatency`", "HmsLatency")]
    [InlineData("SEV3, SEV1 when `KafkaOfflinePartitions` joins `KafkaUnderReplicated`.", "KafkaOfflinePartitions", "KafkaUnderReplicated")]
    public void Behind_a_level_stand_the_alerts(string opening, params string[] alerts) => Assert.Equal(alerts, Of("Memory is full", opening).Alerts.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("High load on the `OrdersPending` topic.")]
    [InlineData("*high*, the table `JobsFailed` grows.")]
    [InlineData("P1, PostgreSQL and RabbitMQ are both gone.")]
    public void Tables_topics_and_products_there_are_none(string opening) => Assert.Empty(Of("Memory is full", opening).Alerts);

    [Theory]
    [InlineData("`high`, no alert, the release manager calls you.")]
    [InlineData("Info only. No alert since the rule was removed.")]
    [InlineData("P2, kein Alarm.")]
    public void Where_it_says_that_there_is_no_alert_its_title_is_none(string opening) => Assert.Empty(Of("MigrationHung", opening).Alerts);

    [Fact]
    public void A_title_of_two_alerts_makes_a_procedure_whatever_counts_it() =>
        Assert.Equal(["WebErrorsHigh", "PatroniNoLeader / ReplicaLag"],
            Documents.Read($"# ERP: On-Call Handbook\n\n## Part B. Pages\n\n### B.1 WebErrorsHigh\n\n`critical`{Fence}### B.2 PatroniNoLeader / ReplicaLag\n\n`critical` for no leader{Fence}")
                .Procedures.Select(p => p.Title));

    [Fact]
    public void A_playbook_for_one_alert_is_one_procedure_whatever_its_chapters_hold()
    {
        var runbook = Documents.Read(
            $"# Playbook: AvailabilityBurnsFast\n\n## Overview\n\nWhat users see: errors.{Fence}## Alert Severity\n\nCritical: it pages.\n\n## Verification{Fence}## Troubleshooting\n\nLikely causes:\n\n1. a rollout\n2. the tax service\n\n### Rollout?{Fence}## Solution\n\n**1. Drain it**{Fence}");
        var one = Assert.Single(runbook.Procedures);
        Assert.Equal(["AvailabilityBurnsFast"], one.Alerts);
        Assert.Equal(4, one.Steps.Count);
    }

    [Fact]
    public void The_basics_and_what_not_to_do_are_no_procedures() =>
        Assert.Equal(["WebErrorsHigh"],
            Documents.Read(
                $"# Handbook\n\n## Part A. The basics\n\n### A.1 Quick commands{Fence}### A.2 Safe actions\n\n- restart web\n\n## WebErrorsHigh\n\nSeverity label on the alert: `s2`{Fence}## Things not to do\n\n- Never pause it by day, `kubectl get pods` says why\n")
                .Procedures.Select(p => p.Title));

    [Fact]
    public void A_level_of_the_alert_s_label_is_its_level() =>
        Assert.Equal("high", Of("WebErrorsHigh", "Severity label on the alert: `s2`").Severity);

    [Fact]
    public void Bold_lines_that_are_counted_hold_those_that_are_not()
    {
        var runbook = Documents.Read(string.Concat(new[] { "Base pleine", "Réplica en retard", "Disque plein" }.Select((title, i) =>
            $"**{i + 1}. {title}**\n\n**Criticité : P{i + 1}**\n\n**Faire un peu de place**{Fence}**Contrôle de l'espace**{Fence}")));
        Assert.Equal([("Base pleine", "critical", 2), ("Réplica en retard", "high", 2), ("Disque plein", "medium", 2)], runbook.Procedures.Select(p => (p.Title, p.Severity, p.Steps.Count)));
    }
}
