using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Troubleshooting pages: of service catalogues, of generated alert references, of questions and answers.</summary>
public sealed class TroubleshootingPageTests
{
    [Theory]
    [InlineData("First Line Troubleshooting")]
    [InlineData("2nd line troubleshooting")]
    [InlineData("L2 Support Troubleshooting")]
    public void Bold_lines_below_a_line_of_support_are_troubles_of_their_own(string line) =>
        Assert.Equal(["Check \"age\" is red in one region", "Check \"age\" is red everywhere", "Listeners report silence"], Documents.Read($"# Packager\n\n## Service Tier\n\nPlatinum\n\n## {line}\n\nNo need to ask.\n\n**Check \"age\" is red in one region**\n\n1. Look: `curl -s https://north.example/health`\n\n**Check \"age\" is red everywhere**\n\nPage the second line.\n\n**Listeners report silence**\n\n- the desk is muted\n- a long pause\n").Procedures.Select(procedure => procedure.Title));

    const string Reference = "# Alert solutions\n\n## gateway: hard_error_responses\n\n**Descriptions**\n\n- <span class=\"badge\">warning</span> gateway: 2%+ completions that ended in an error\n- <span>critical</span> gateway: 5%+ of them\n\n**Possible solutions**\n\n- Look at `kubectl get pods`\n\n## runner: container_missing\n\n**Descriptions**\n\n<details>\n<summary>no level is set for this one, expand</summary>\n\nIt is only drawn.\n\n</details>\n\n**Possible solutions**\n\n- Look at `docker ps`\n";

    [Fact]
    public void A_generated_reference_names_its_alerts_behind_the_service_and_its_levels_in_badges()
    {
        var runbook = Documents.Read(Reference);

        Assert.Equal(["gateway: hard_error_responses", "runner: container_missing"], runbook.Procedures.Select(procedure => procedure.Title));
        Assert.Equal(["hard_error_responses", "container_missing"], runbook.Procedures.SelectMany(procedure => procedure.Alerts));
        Assert.Equal("medium", runbook.Procedures[0].Severity);
        Assert.Empty(runbook.Procedures[0].Symptoms);
    }

    [Fact]
    public void Questions_below_a_troubleshooting_title_are_the_troubles() =>
        Assert.Equal(["Is the database unavailable?", "Is replication lagging?", "Does the accounting hang?"], Documents.Read("# Troubleshoot the databases\n\n## The tool\n\n```\npatronictl --help\n```\n\n## Is the database unavailable?\n\n```\nkubectl get endpoints db\n```\n\n## Is replication lagging?\n\n```\npatronictl list\n```\n\n## Does the accounting hang?\n\n```\nsdiag\n```\n").Procedures.Select(procedure => procedure.Title));

    [Fact]
    public void Questions_within_one_trouble_stay_its_parts() =>
        Assert.Single(Documents.Read("# The shop is down\n\n**Alert**: `ShopDown`\n\n## Is the database unavailable?\n\n```\nuptime\n```\n\n## Is replication lagging?\n\n```\ndf -h\n```\n\n## Does the queue hang?\n\n```\nfree -h\n```\n").Procedures);

    [Fact]
    public void What_is_called_a_runbook_is_one_whatever_it_does() =>
        Assert.Equal(["Measurement drop runbook", "Investigating heavy export queries runbook"], Documents.Read("# Runbooks\n\n## Incidents\n\n### Measurement drop runbook\n\n```sql\nSELECT count(*) FROM readings\n```\n\n### Investigating heavy export queries runbook\n\n```sql\nSELECT query FROM system.processes\n```\n").Procedures.Select(procedure => procedure.Title));

    [Fact]
    public void Cases_in_bold_below_a_trouble_are_branches_of_it() =>
        Assert.Equal("BORNE HORS LIGNE", Assert.Single(Documents.Read("# Bornes\n\n## 7. BORNE HORS LIGNE\n\n**Cas 1 : le ping répond**\n\n```bash\nping -c 4 borne-118\n```\n\n**Cas 2 : le ping ne répond pas**\n\n- Vérifier la SIM\n").Procedures).Title);

    [Theory]
    [InlineData("This can either mean:\n\n1) Postfix can't deliver\n2) The container can't reach Postfix\n")]
    [InlineData("This can be due to:\n\n1) Postfix can't deliver\n2) The container can't reach Postfix\n")]
    [InlineData("Work through the possible causes from the cheap one on:\n\n * Postfix can't deliver\n * The container can't reach Postfix\n")]
    [InlineData("### Cause\n\nThere are a few known causes:\n\n- Postfix can't deliver\n- The container can't reach Postfix\n")]
    public void A_sentence_that_leads_to_causes_is_none_itself(string text) =>
        Assert.Equal(["Postfix can't deliver", "The container can't reach Postfix"], Documents.One($"# Mail\n\n## Mail does not arrive\n\n{text}\n### Look\n\n```\nmailq\n```\n").Hypotheses.Select(cause => cause.Title));

    [Theory]
    [InlineData("If it refuses, kick the car that holds it up")]
    [InlineData("If it lasts more than 15 minutes, the stewards decide")]
    public void What_happens_to_a_repair_is_no_cause(string branch) =>
        Assert.Empty(Documents.One($"# Races\n\n## Timer is stuck\n\n**Symptoms:** no start\n\n**Fix:**\n1. Look: `uptime`\n2. {branch}\n").Hypotheses);

    [Fact]
    public void What_stands_in_a_file_of_settings_and_a_drawn_table_are_not_typed()
    {
        var steps = Documents.Read("# Debug\n\n## Logs are missing\n\n```bash\n# .env\nLOG_LEVEL=debug\nTRACE=1\n```\n\n```bash\n+------+-------+\n| name | state |\n+------+-------+\n| db-0 | ready |\n+------+-------+\n```\n\n```bash\nuptime\n```\n").AllSteps().ToList();

        Assert.Equal([(Language.Ini, StepKind.ConfigExample), (Language.Output, StepKind.ExpectedOutput), (Language.Shell, StepKind.Diagnostic)], steps.Select(step => (step.Language, step.Kind)));
    }

    [Fact]
    public void What_is_typed_in_the_console_of_a_game_is_a_step_that_waits() =>
        Assert.Equal([("/next_session", Effect.Unknown), ("/kick_id CAR_ID", Effect.Disruptive)], Documents.One("# Races\n\n## Timer is stuck\n\n**Symptoms:** no start\n\n**Fix:**\n1. In the server console: `/next_session`\n2. Kick the car that holds it up: `/kick_id CAR_ID`\n").Steps.Select(step => (step.Text, step.Effect)));

    [Fact]
    public void A_command_that_a_block_has_just_run_is_not_told_again_by_a_condition() =>
        Assert.Equal(["telnet mx 25", "sudo ufw status"], Documents.One("# Mail\n\n## Mail does not arrive\n\n```bash\ntelnet mx 25\n```\n\nIf `telnet mx 25` doesn't work, look at `sudo ufw status`.\n").Steps.Select(step => step.Text));

    [Fact]
    public void A_mail_as_it_was_received_is_a_sample() =>
        Assert.Equal(StepKind.ExpectedOutput, Documents.Read("# Bornes\n\n## CPU élevé\n\n**Courriel reçu :**\n\n```\nObjet : [WARNING] CPU élevé\n\nValeur : 81%\n```\n\n```bash\nuptime\n```\n").AllSteps().First().Kind);
}
