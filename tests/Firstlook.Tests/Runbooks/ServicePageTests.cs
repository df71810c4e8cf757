using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Pages of services as teams keep them beside their code: how they name alerts, count titles, state levels and word their status page.</summary>
public sealed class ServicePageTests
{
    static Procedure Opened(string opening) => Documents.One($"# Desk\n\n## The queue is huge\n\n{opening}\n\nLook:\n\n```\nuptime\n```\n");

    [Theory]
    [InlineData("Pages: `QueueFull` (sev3).", "QueueFull")]
    [InlineData("Pages as `QueueFull` and, a minute later, `QueueStuck`.", "QueueFull QueueStuck")]
    [InlineData("`QueueFull`. Symptoms: jobs wait", "QueueFull")]
    [InlineData("Alert **QueueFull** (P2), from 5 min. **QueueStuck** (P1), immediately.", "QueueFull QueueStuck")]
    [InlineData("🔔 `QueueFull`, `QueueStuck`", "QueueFull QueueStuck")]
    [InlineData("🔔 `QueueFull` · panel *Jobs* en Grafana", "QueueFull")]
    [InlineData("Meldung in Checkmk: `Queue_Depth CRIT`", "Queue_Depth")]
    [InlineData("Gravedad crítica · alerta Zabbix `QUEUE_DEPTH_HIGH`", "QUEUE_DEPTH_HIGH")]
    public void An_alert_is_named_in_the_words_of_whoever_is_paged(string opening, string alerts) =>
        Assert.Equal(alerts.Split(' '), Opened(opening).Alerts);

    [Theory]
    [InlineData("SEV1 from the first complaint of a ward.", "high")]
    [InlineData("SEV0 even if it is one patient.", "critical")]
    public void A_level_opens_a_sentence_that_says_from_when_on(string opening, string level) =>
        Assert.Equal(level, Documents.One($"# Desk\n\nLevels go from SEV0 to SEV3.\n\n## Results are late\n\n{opening}\n\n**Symptoms**: they are late\n\n```\nuptime\n```\n").Severity);

    [Fact]
    public void A_level_closes_the_brackets_of_a_title() =>
        Assert.Equal(["high", "medium"], Documents.Read("# Quotes\n\n## `quotes-5xx` (5xx above 2 %, HIGH)\n\n```bash\ndf -h\n```\n\n## `quotes-connections` (MEDIUM)\n\n```bash\nuptime\n```\n").Procedures.Select(procedure => procedure.Severity));

    [Fact]
    public void Counted_titles_above_equals_signs_are_headings_and_the_line_below_is_the_first_sentence()
    {
        var runbook = Documents.Read("# Fleet\n\n1. Master is dead  (Sev 1)\n=========================\nPages as `MasterDead`.\n\n```bash\nuptime\n```\n\n2. Too many connections\n=======================\n`ConnectionsNearMax`. Symptoms:\n - apps are refused\n\n```bash\ndf -h\n```\n");
        Assert.Equal(["Master is dead", "Too many connections"], runbook.Procedures.Select(procedure => procedure.Title));
        Assert.Equal(["MasterDead", "ConnectionsNearMax"], runbook.Procedures.SelectMany(procedure => procedure.Alerts));
    }

    [Fact]
    public void Causes_by_letter_and_comma_and_what_it_almost_always_is()
    {
        Assert.Equal(2, Opened("Cause A, the upstream is down: wait.\n\nCause B, our token has expired: get another.").Hypotheses.Count);
        Assert.Equal(["binlogs", "a temporary table that exploded"], Opened("Nearly always binlogs or a temporary table that exploded.").Hypotheses.Select(cause => cause.Title));
        Assert.Equal(3, Opened("Likely: (1) the report runs by day, (2) too many tasks, (3) a leak.\n\nOptions:\n\n| # | What | How |\n|---|---|---|\n| 1 | Fewer tasks | `kubectl scale deploy/web --replicas=2` |\n| 2 | Ask them | chat |").Hypotheses.Count);
    }

    [Fact]
    public void What_is_seen_stands_in_a_table_beside_what_it_means() =>
        Assert.Equal(["no active members", "one partition only"], Opened("| You see | It means | Do |\n|---|---|---|\n| no active members | app is down | call its owner |\n| one partition only | poison pill | look at it |").Symptoms.Select(symptom => symptom.Text));

    [Fact]
    public void Each_state_of_a_status_page_is_a_message_of_its_own() =>
        Assert.Equal(["Investigating", "Resolved"], Documents.Read("# Chargers\n\n## Communication templates\n\n### Status page\n\n**Investigating** – Some charge points are not reachable at the moment.\n\n**Resolved** – All charge points are connected again.\n").Templates.Select(template => template.Purpose));

    [Fact]
    public void A_query_after_a_change_is_a_query_and_no_form() =>
        Assert.Equal(StepKind.Verification, Documents.One("# Failover\n\n**Alert**: `FailoverNeeded`\n\n```sql\nALTER AVAILABILITY GROUP AG1 FAILOVER;\n```\n\nAfterwards:\n\n```sql\nSELECT replica_server_name, role_desc\nFROM sys.dm_hadr_availability_replica_states;\n```\n").Steps[1].Kind);

    [Fact]
    public void A_plain_word_within_a_title_is_no_alert() =>
        Assert.Empty(Documents.Read("# Recovery\n\n## Scenario A: whole site `fra` lost\n\n```bash\nuptime\n```\n\n## Scenario B: one rack lost\n\n```bash\ndf -h\n```\n").Procedures.SelectMany(procedure => procedure.Alerts));
}
