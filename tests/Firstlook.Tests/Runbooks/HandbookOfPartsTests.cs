using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Handbooks whose headings part them, and whose bold lines and marks say what is wrong and how bad it is.</summary>
public sealed class HandbookOfPartsTests
{
    const string Parts = "# Night book\n\nAdd, don't tidy.\n\n# Part one - gates\n\n**Gates do not open**\n\n🔴 Red when it's more than one station.\n\n```\nuptime\n```\n\n**Journals are lost** (alert JournalsLost)\n\n🟡 Yellow, 🟠 Amber from ten gates.\n\n```\ndf -h\n```\n\n# Part two - kiosks\n\n**Card terminal declines everything**\n\n🟠 Amber.\n\n```\nfree -h\n```\n\n# Part three - paper\n\nNothing.\n";

    [Fact]
    public void Below_headings_that_are_parts_the_bold_lines_are_the_troubles()
    {
        var runbook = Documents.Read(Parts);

        Assert.Equal(["critical", "medium", "high"], runbook.Procedures.Select(procedure => procedure.Severity));
        Assert.Equal(["JournalsLost"], runbook.Procedures[1].Alerts);
    }

    [Fact]
    public void The_same_bold_label_below_each_heading_is_a_field() =>
        Assert.Equal(["Disk is full", "Queue is stuck"], Documents.Read("# Disk is full\n\n**Owner**\n\nStorage\n\n```\ndf -h\n```\n\n# Queue is stuck\n\n**Owner**\n\nQueues\n\n```\nuptime\n```\n").Procedures.Select(procedure => procedure.Title));

    [Fact]
    public void A_mark_before_another_word_rates_nothing() =>
        Assert.Null(Documents.One("# Disk is full\n\n🔴 Stop the writers first.\n\n```\ndf -h\n```\n").Severity);

    [Fact]
    public void A_hypothesis_set_in_bold_is_a_part_of_the_bold_trouble_above_it()
    {
        var procedure = Assert.Single(Documents.Read("Field notes\n\n**4. Origin storage errors**\n\n*Sev 2*, alert OriginErrors. Symptoms: `SlowDown`.\n\nHypothesis A: one prefix is asked too often\n\n- see which\n\n  ```bash\n  uptime\n  ```\n\nHypothesis B: a rule removed them\n\n- look\n\n  ```bash\n  df -h\n  ```\n").Procedures);

        Assert.Equal(2, procedure.Hypotheses.Count);
    }

    [Theory]
    [InlineData("### A.1 Hypothesis: the consumers have died", "the consumers have died")]
    [InlineData("### Could be: the director is not running", "the director is not running")]
    [InlineData("### 2.1 Cause: the mount is gone", "the mount is gone")]
    public void Causes_are_counted_with_their_section_or_only_guessed(string heading, string cause) =>
        Assert.Contains(cause, Documents.One($"# Nothing is assigned\n\n**Symptoms:** the queue grows\n\n{heading}\n\n```bash\nuptime\n```\n\n### Could be: a bad rule\n\n```bash\ndf -h\n```\n").Hypotheses.Select(hypothesis => hypothesis.Title));

    [Theory]
    [InlineData("`alertname: QueueStopped` · level P1", new[] { "QueueStopped" })]
    [InlineData("`alertname: QueueStopped` or `QueueLate` · level P2", new[] { "QueueStopped", "QueueLate" })]
    public void A_label_in_code_names_the_alert(string line, string[] alerts) =>
        Assert.Equal(alerts, Documents.Read($"# Manual\n\n## Scenario A - nothing is assigned\n\n{line}\n\n```bash\nuptime\n```\n\n## Scenario B - the base is slow\n\nText.\n\n```bash\ndf -h\n```\n").Procedures[0].Alerts);

    [Theory]
    [InlineData("## Severities\n\n* `severity: critical`, pages the on-call", "critical")]
    [InlineData("## Impact\n\nThe alert is raised with severity `warning`; if a second member lags, `QuorumLost` (`critical`) takes its place.", "medium")]
    public void The_one_level_that_a_section_lists_or_a_sentence_says_rates_the_alert(string text, string severity) =>
        Assert.Equal(severity, Documents.One($"# MemberLagging\n\n{text}\n\n## Diagnosis\n\n```bash\nuptime\n```\n").Severity);

    [Theory]
    [InlineData("**Escalate after 10 minutes** to the cryptography officer if fewer than two are healthy.")]
    [InlineData("**Eskalation nach 30 Minuten** an die IT-Leitung, wenn Phase 3 nichts gebracht hat.")]
    [InlineData("Still red after 10 minutes: take the region out and page second line.")]
    public void Who_is_called_is_read_from_a_sentence(string text) =>
        Assert.NotEmpty(Documents.One($"# Disk is full\n\n**Symptoms:** no writes\n\n{text}\n\n```bash\ndf -h\n```\n").Escalations);

    [Theory]
    [InlineData("How you'll notice")]
    [InlineData("Triggers")]
    [InlineData("What users see")]
    public void What_one_notices_is_a_list_of_symptoms(string heading) =>
        Assert.Equal(2, Documents.One($"# Tickets do not show\n\n## {heading}\n\n- the app shows an error\n- the support inbox fills up\n\n## Check\n\n```bash\nuptime\n```\n").Symptoms.Count);

    [Fact]
    public void An_alert_in_brackets_behind_a_label_is_not_what_the_label_says()
    {
        var procedure = Documents.One("# Interface is stuck\n\n**Symptoms** (alert `QueueGrows`)\n\n- orders do not appear\n- the log says `ACK timeout`\n\n```bash\nuptime\n```\n");

        Assert.Equal(2, procedure.Symptoms.Count);
        Assert.Equal(["QueueGrows"], procedure.Alerts);
    }

    [Fact]
    public void A_scale_a_list_of_links_and_what_is_no_incident_make_no_procedure() =>
        Assert.Equal(["BudgetBurns"], Documents.Read("# Playbook: edge\n\n* **Alerts**: <https://am.example/#/alerts>\n\n## Severity\n\n- **P0** - checkout impossible. Respond: 5 min.\n- **P1** - fewer orders. Respond: 15 min.\n\n# Alerts\n\n## Alert: BudgetBurns\n\n**Symptoms:** errors\n\n```bash\nuptime\n```\n\n## Backfills (not an incident)\n\n**Symptoms:** none\n\n```bash\ndf -h\n```\n").Procedures.Select(procedure => procedure.Title));

    [Theory]
    [InlineData("`ALTER WAREHOUSE <wh> SET AUTO_SUSPEND = 60;`")]
    [InlineData("`ALTER AVAILABILITY GROUP [AG_CLAIMS] FORCE_FAILOVER_ALLOW_DATA_LOSS;`")]
    public void A_statement_in_a_cell_is_a_step(string cell) =>
        Assert.Equal(Language.Sql, Assert.Single(Documents.One($"# Warehouse never suspends\n\n**Symptoms:** cost\n\n| If | then |\n|---|---|\n| it never suspends | {cell} |\n").Steps).Language);

    [Fact]
    public void What_is_done_afterwards_is_a_step_too() =>
        Assert.Equal("systemctl start exabgp", Assert.Single(Documents.One("# Resolver is out\n\n- Symptoms: no answers\n- Afterwards: `systemctl start exabgp`\n").Steps).Text);

    [Fact]
    public void A_query_below_a_sentence_that_says_what_it_returns_is_asked() =>
        Assert.Equal((Language.PromQl, StepKind.Verification), Documents.One("# Errors\n\n**Symptoms:** errors\n\n**Fix**\n\nRoll back.\n\n✅ **Done when** this returns less than 1%:\n\n```\nsum(rate(http_requests_total{code=~\"5..\"}[5m])) / sum(rate(http_requests_total[5m]))\n```\n").Steps is [var step] ? (step.Language, step.Kind) : default);

    [Theory]
    [InlineData("scp ops@gate1:/flash/journal/a.jnl /tmp/journals/", StepKind.Diagnostic)]
    [InlineData("terraform -chdir=infra plan -out=/tmp/a.plan", StepKind.Diagnostic)]
    [InlineData("ssh gate1 \"valctl queue park\"", StepKind.Action)]
    [InlineData("kubectl -n identity scale deploy/login --replicas=60", StepKind.Action)]
    public void The_kind_of_a_step_is_what_its_command_is_for(string command, StepKind kind) =>
        Assert.Equal(kind, Assert.Single(Documents.One($"# Journals are lost\n\n**Symptoms:** none\n\n## Check\n\nLook which one it is:\n\n```bash\n{command}\n```\n").Steps).Kind);

    [Theory]
    [InlineData("nginx", "nginx -t\nsystemctl reload nginx")]
    [InlineData("yaml", "scontrol update nodename=n1 state=drain\nansible-playbook kernel.yml --check\nansible-playbook kernel.yml -e reboot=yes")]
    [InlineData("json", "curl -s localhost:9200/_cluster/health\ncurl -s localhost:9200/_cat/shards")]
    public void What_is_typed_is_a_step_whatever_file_its_block_is_tagged_for(string tag, string commands) =>
        Assert.Equal(Language.Shell, Assert.Single(Documents.One($"# Node is out\n\n**Symptoms:** none\n\n```{tag}\n{commands}\n```\n").Steps).Language);

    [Theory]
    [InlineData("nginx", "proxy_cache_use_stale error timeout;\nproxy_cache_background_update on;")]
    [InlineData("yaml", "sleep: 5\nwatch: true\ntest: false")]
    [InlineData("ini", "top = 1\nfree = 2")]
    public void A_file_stays_a_file_where_its_keys_are_called_like_programs(string tag, string text) =>
        Assert.Empty(Assert.Single(Documents.One($"# Node is out\n\n**Symptoms:** none\n\n```{tag}\n{text}\n```\n").Steps).Commands);

    [Fact]
    public void A_row_belongs_to_the_section_that_is_counted_like_it() =>
        Assert.Equal([("critical", "DATA_LATE"), ("high", "RTU_LOST")], Documents.Read("# Fiches\n\n| Alarme | Gravité | Fiche |\n|---|---|---|\n| `RTU_LOST` | Haute | B |\n| `DATA_LATE` | Critique | A |\n\n**Fiche A – Historian en retard**\n\n*Symptômes*\n\n- valeurs figées\n\n```bash\nuptime\n```\n\n**Fiche B – Télémétrie perdue**\n\n*Symptômes*\n\n- des points d'interrogation\n\n```bash\ndf -h\n```\n").Procedures.Select(procedure => (procedure.Severity!, procedure.Alerts.Single())));

    [Theory]
    [InlineData("T1 - PayrunStuck", "PayrunStuck")]
    [InlineData("Q: LoginStorm fired, nobody can log in. What now?", "LoginStorm")]
    [InlineData("Q: Grading is stuck (GraderLag). Who ate it?", "GraderLag")]
    [InlineData("Q: Video is black (StreamStartFail)?", "StreamStartFail")]
    [InlineData("CdnStaleNews (an old headline stays)", "CdnStaleNews")]
    public void An_alert_is_found_in_its_title(string title, string alert) =>
        Assert.Equal([alert], Documents.One($"# {title}\n\n**Symptoms:** none\n\n```bash\nuptime\n```\n").Alerts);

    [Fact]
    public void Hashes_without_a_blank_behind_them_are_a_heading() =>
        Assert.Equal(["Seat locks pile up", "Gateway is silent"], Documents.Read("# Check-in\n\n## 3.2 Seat locks pile up\n\n**Symptoms:** locks\n\n```bash\nuptime\n```\n\n##3.3 Gateway is silent\n\n**Symptoms:** none\n\n```bash\ndf -h\n```\n").Procedures.Select(procedure => procedure.Title));

    [Fact]
    public void A_severity_opens_the_answer_to_a_question() =>
        Assert.Equal(["critical", "medium"], Documents.Read("# Manual\n\nSEV0 is the worst.\n\n## Q: Logins fail\n\n**A:** SEV0. The spinner never ends.\n\n```bash\nuptime\n```\n\n## Q: Search is down\n\n**A:** SEV2. Nothing is found.\n\n```bash\ndf -h\n```\n").Procedures.Select(procedure => procedure.Severity));
}
