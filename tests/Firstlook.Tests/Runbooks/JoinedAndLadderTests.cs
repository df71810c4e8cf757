using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Pages that were joined, ladders that lead to parts, and what is said without a label.</summary>
public sealed class JoinedAndLadderTests
{
    const string Look = "```bash\nuptime\n```\n";

    [Fact]
    public void Each_page_of_a_joined_file_has_the_alert_and_the_severity_of_the_front_matter_above_it()
    {
        var procedures = Documents.Read($"---\ntitle: Queue full\nalert: QueueIsFull\nseverity: P1\n---\n\n# Queue full\n\n{Look}\n---\ntitle: Workers gone\nalert: WorkersAreGone\nseverity: P3\n---\n\n# Workers gone\n\n{Look}").Procedures;
        Assert.Equal([("Queue full", "QueueIsFull", "critical"), ("Workers gone", "WorkersAreGone", "medium")], procedures.Select(p => (p.Title, Assert.Single(p.Alerts), p.Severity!)));
    }

    [Fact]
    public void A_question_at_the_top_gives_each_part_the_alerts_that_lead_to_it()
    {
        var procedures = Documents.Read($"# Ladders\n\n1. What does the page say?\n   - a. `NodeIsDown` or `WritesDropped`: Scenario A\n   - b. `ReadsTimeOut`: Scenario B\n\n## Scenario A - a node is lost\n\n{Look}\n## Scenario B - reads time out\n\n{Look}").Procedures;
        Assert.Equal(["NodeIsDown WritesDropped", "ReadsTimeOut"], procedures.Select(p => string.Join(' ', p.Alerts)));
    }

    [Theory]
    [InlineData("alert: QUEUE_BLOCKED_TX - prio 2", "QUEUE_BLOCKED_TX")]
    [InlineData("`BuildFailed`, `FreshnessError` · severity: **warning**", "BuildFailed FreshnessError")]
    [InlineData("Sev1. Azure Monitor rule: `shop-http-burst`", "shop-http-burst")]
    [InlineData("**OEM incident:** `AREA_IS_FULL`", "AREA_IS_FULL")]
    public void An_alert_is_named_beside_what_raises_it(string line, string alerts) =>
        Assert.Equal(alerts, string.Join(' ', Documents.One($"# Page\n\n## Orders stand still\n\n{line}\n\n{Look}").Alerts));

    [Fact]
    public void A_state_of_the_cluster_in_a_title_is_no_alert() =>
        Assert.Empty(Documents.One($"# Page\n\n## Node `NotReady`\n\nSymptoms: pods hang\n\n{Look}").Alerts);

    [Theory]
    [InlineData("Marit Eide (batch) 913 55 204\nOystein Vik 913 55 260\nDuty manager 55 90 14 00\n", "# Book\n\n## Who to ring\n\n")]
    [InlineData("- lead: Priya Raman, priya@shop.example\n- desk: +353 1 555 0172\n- on-call: `@data-oncall`\n", "# On-call basics\n\nIt is quiet here.\n\n")]
    public void Three_that_can_be_reached_are_contacts(string people, string above) =>
        Assert.Equal(3, Documents.Read($"{above}{people}").Contacts.Count);

    [Fact]
    public void Classes_in_a_list_with_a_time_behind_each_are_the_policy() =>
        Assert.Equal([(5, "critical"), (20, "high"), (120, "medium")], Documents.Read("# Sheet\n\n### who answers when\n\n- sev0 (all is dark): 5 min, all hands\n- sev1 (slow): 20 min\n- sev2 (one depot): 2h\n").SeverityPolicy.Select(level => (level.RespondMinutes!.Value, level.Level)));

    [Theory]
    [InlineData("Prohibido ejecutar `patronictl remove shop`.")]
    [InlineData("Interdit de lancer `kubectl delete ns shop`.")]
    public void What_is_forbidden_in_any_language_is_no_step(string sentence) =>
        Assert.Equal(["uptime"], Documents.Read($"# Page\n\n## Orders stand still\n\nSymptoms: it is slow\n\n{Look}\n{sentence}\n").AllSteps().SelectMany(step => step.Commands).Select(command => command.Text));

    [Theory]
    [InlineData("- if it stays: avisa a seguridad de inmediato.")]
    [InlineData("- the line itself is full: call the carrier, we can't fix that.")]
    [InlineData("- quorum lost: stop. page Pilar, steps are in the wiki")]
    public void A_bullet_that_calls_somebody_escalates(string bullet) =>
        Assert.Single(Documents.One($"# Page\n\n## Orders stand still\n\nSymptoms: it is slow\n\n{Look}\n{bullet}\n").Escalations);

    [Fact]
    public void What_a_host_s_own_prompt_shows_is_typed()
    {
        var step = Assert.Single(Documents.Read("# Page\n\n## Takeover\n\n```\nhana02:hdbadm> hdbnsutil -sr_state\nhana02:hdbadm> hdbnsutil -sr_takeover\n```\n").AllSteps());
        Assert.Equal((Language.Shell, 2), (step.Language, step.Commands.Count));
    }

    [Fact]
    public void What_compose_writes_before_each_line_of_a_log_is_output() =>
        Assert.Equal(StepKind.ExpectedOutput, Assert.Single(Documents.Read("# Page\n\n## Slow\n\nIt says:\n\n```\ntraefik-1  | ERR Unable to obtain certificate\nweb-2  | GET / 200\n```\n").AllSteps()).Kind);

    [Fact]
    public void The_last_of_lettered_causes_holds_what_stands_below_it_where_it_names_its_symptoms()
    {
        var procedure = Documents.One("# Page\n\n## Orders stand still\n\nHypotheses:\n\n**A. The leader died.** Drop the lock:\n\n```\nredis-cli DEL leader\n```\n\n**B. The route service hangs.** Symptoms: `osrm timeout`, slow tables. Restart:\n\n```\nkubectl rollout restart deploy/osrm\n```\n");
        Assert.All(procedure.Hypotheses, cause => Assert.True(cause.EndLine > cause.Line));
        Assert.Equal(procedure.Hypotheses.Select(cause => cause.Id), procedure.Steps.Select(step => step.Cause));
    }
}
