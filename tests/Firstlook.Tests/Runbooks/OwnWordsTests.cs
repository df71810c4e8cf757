using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>What teams tell in words of their own, where others have a heading or a field.</summary>
public sealed class OwnWordsTests
{
    const string Fence = "\n\n```bash\nkubectl get pods\n```\n";

    [Theory]
    [InlineData("Bakers see grey tiles, customers complain.", 2)]
    [InlineData("Customers stay in the queue.", 1)]
    [InlineData("You hear nothing, or the lamp is red.", 2)]
    [InlineData("Symptoms are ovens going out and the log saying \"no gas\".", 2)]
    [InlineData("How you notice: the dial falls, support says \"cold\".", 2)]
    [InlineData("Los clientes reportan azulejos grises.", 1)]
    public void What_people_notice_is_a_symptom(string text, int symptoms) => Assert.Equal(symptoms, Documents.One($"# Kilns\n\n## Kiln 3 is down\n\n{text}{Fence}").Symptoms.Count);

    [Theory]
    [InlineData("If customers complain, call them back.")]
    [InlineData("Always critical when the customer says it is.")]
    [InlineData("The kiln has two belts.")]
    public void What_may_be_so_is_none(string text) => Assert.Empty(Documents.One($"# Kilns\n\n## Kiln 3 is down\n\n{text}{Fence}").Symptoms);

    [Theory]
    [InlineData("Priority P1. `KilnCold` / `KilnSlow`.", "KilnCold KilnSlow")]
    [InlineData("**Detection:** `KilnCold` (Prometheus), or a call from a baker", "KilnCold")]
    [InlineData("`KilnCold` on `kiln03`, P3. Nearly always the gas.", "KilnCold")]
    [InlineData("**Symptoms** (`KilnCold`, `KilnSlow`): the bread is grey", "KilnCold KilnSlow")]
    [InlineData("Symptoms:\n- `KILN_AS2_PORT` or `KILN_AGE` red\n- the bread is grey", "KILN_AS2_PORT KILN_AGE")]
    [InlineData("Also covers `kiln-slow-burn`. It is cold.", "kiln-slow-burn")]
    [InlineData("**Detection:** the dial of `kiln03` falls", "")]
    [InlineData("`KilnCold` is a word that bakers use for something else altogether, and has no rule.", "")]
    public void Its_alerts_are_told_in_many_ways(string text, string alerts) => Assert.Equal(alerts, string.Join(' ', Documents.One($"# Kilns\n\n## Kiln 3 is down\n\n{text}{Fence}").Alerts));

    [Fact]
    public void An_alert_that_titles_a_procedure_is_none_of_another_that_speaks_of_it()
    {
        var runbook = Documents.Read($"# Kilns\n\n## KilnCold\n\n**Alert**: `KilnCold`{Fence}\n## KilnSlow\n\n**Alert**: `KilnSlow`\n\n**Symptoms**:\n- the alert `KilnCold` fires as well\n\nGo on with `KilnCold`.{Fence}");
        Assert.Equal(["KilnCold", "KilnSlow"], runbook.Procedures.SelectMany(procedure => procedure.Alerts));
    }

    [Theory]
    [InlineData("crm-api-errors", "Meaning", "crm-api-errors")]
    [InlineData("crm-api", "Overview", "")]
    public void A_page_with_a_meaning_is_titled_by_its_alarm(string title, string below, string alerts) =>
        Assert.Equal(alerts, string.Join(' ', Documents.One($"# {title}\n\n## {below}\n\nMany requests fail.\n\n## Diagnosis{Fence}").Alerts));

    [Theory]
    [InlineData("Nobody at night.", false)]
    [InlineData("The baker of the day.", true)]
    public void Nobody_is_somebody_to_escalate_to_only_in_name(string text, bool escalates) =>
        Assert.Equal(escalates, Documents.One($"# Kilns\n\n## Kiln 3 is down\n\n**Severity**: high{Fence}\n### Who else\n\n{text}\n").Escalations.Count > 0);

    [Fact]
    public void Numbers_below_the_symptoms_are_what_to_do()
    {
        var procedure = Documents.One("# Kilns\n\n## Kiln 3 is down\n\nSymptoms\n- cold\n- grey\n\n1. `uptime -p`\n2. `df -h /kiln`\n");
        Assert.Equal((2, 2), (procedure.Symptoms.Count, procedure.Steps.Count));
    }

    [Theory]
    [InlineData("Cause 1: the gas is off. Open it.{0}\nCause 2: sensor dirty.{0}")]
    [InlineData("## Possible causes\n\n**Gas is off**{0}\n**Sensor dirty**{0}")]
    [InlineData("## Possible causes\n\n*Reason A – gas is off.*{0}\n*Reason B – sensor dirty.*{0}")]
    [InlineData("What it was, the last times:\n\n**It was the gas.** Open it:{0}\n**It was the sensor.** Clean it:{0}")]
    [InlineData("If the gas has been off since last night:{0}\nIf somebody has left the sensor dirty:{0}")]
    [InlineData("| Cause | Do |\n|---|---|\n| gas is off | open it |\n| sensor dirty | clean it |{0}")]
    public void Causes_are_told_in_many_ways(string text) => Assert.Equal(2, Documents.One($"# KilnCold\n\n**Alert**: `KilnCold`\n\n{text.Replace("{0}", Fence, StringComparison.Ordinal)}").Hypotheses.Count);

    [Theory]
    [InlineData("- If the gas is off for good\n  - Call the maker", "Gas is off for good", null)]
    [InlineData("- If the gas is off for good: open the valve", "Gas is off for good", "open the valve")]
    public void What_a_branch_advises_stands_behind_its_condition(string branch, string title, string? advice)
    {
        var cause = Assert.Single(Documents.One($"# KilnCold\n\n**Alert**: `KilnCold`\n\n## Resolution\n\n{branch}\n{Fence}").Hypotheses);
        Assert.Equal((title, advice), (cause.Title, cause.Advice.Select(a => a.Text).FirstOrDefault()));
    }

    [Theory]
    [InlineData("When the kiln works, close the lid:")]
    [InlineData("Als Erstes ins Log schauen:")]
    public void What_comes_next_is_no_cause(string text) => Assert.Empty(Documents.One($"# KilnCold\n\n**Alert**: `KilnCold`\n\n{text}{Fence}").Hypotheses);

    [Theory]
    [InlineData("Alerts `KilnCold` and `KilnDark`. SEV1.", "high")]
    [InlineData("Alert `KilnCold` (below 900 °C), `KilnDark`. SEV0. Nothing else is.", "critical")]
    [InlineData("Alarme: `KilnCold`, `KilnDark` · Priorität P2", "medium")]
    [InlineData("Alert KilnCold, KilnDark   Severity Sev 2", "medium")]
    [InlineData("Alerts `KilnCold`, `KilnDark`; critical.", "critical")]
    public void One_line_names_the_alerts_and_how_bad_it_is(string line, string severity)
    {
        var procedure = Documents.One($"# Kilns\n\nLevels go from P0 to P3.\n\n## Kiln 3 is down\n\n{line}{Fence}");
        Assert.Equal(severity, procedure.Severity);
        Assert.Contains("KilnCold", procedure.Alerts);
    }

    [Theory]
    [InlineData("## \"it is cold\" (KilnCold, critical)", "KilnCold", "critical")]
    [InlineData("## KLN-1 · KilnCold (P2)", "KilnCold", "high")]
    [InlineData("## Alerts\n\n**KilnCold** (P1 by day, otherwise P2)\n\n- Means: no heat\n- Do: `systemctl restart kiln`", "KilnCold", "critical")]
    public void A_title_names_the_alert_apart_from_its_words(string title, string alert, string severity)
    {
        var procedure = Documents.One($"# Kilns\n\n{title}{Fence}");
        Assert.Equal((alert, severity), (Assert.Single(procedure.Alerts), procedure.Severity));
    }

    [Theory]
    [InlineData("Alert: none, the porter calls")]
    [InlineData("The SolarWinds alert came first")]
    public void What_is_no_alert_is_not_named_as_one(string line) => Assert.Empty(Documents.One($"# Kilns\n\n## Kiln 3 is down\n\n{line}{Fence}").Alerts);

    [Fact]
    public void A_teams_own_levels_are_ranked_by_their_numbers()
    {
        var runbook = Documents.Read($"# Kilns\n\n| Level | Case | Respond | Restored |\n|---|---|---|---|\n| N0 | no heat | immediate | 30 min |\n| N1 | one kiln | 15 min | 2 h |\n\n## Everything is cold (N0)\n\nSymptoms: cold{Fence}\n## One kiln is cold (N1)\n\nSymptoms: cold{Fence}");
        Assert.Equal(["critical", "high"], runbook.Procedures.Select(p => p.Severity));
        Assert.Equal([("critical", 0, 30), ("high", 15, 120)], runbook.SeverityPolicy.Select(l => (l.Level, l.RespondMinutes ?? -1, l.ResolveMinutes ?? -1)));
    }

    [Theory]
    [InlineData("P1 = answer in 10 min, P2 = in 30 min, P3 = tomorrow (next business day).", null)]
    [InlineData("## Levels\n\n- **P1** – no heat. 10 min, 4 h.\n- **P2** – one kiln. 30 min, 8 h.\n- **P3** – next business day", 240)]
    [InlineData("## Levels\n\n| Sev | Ack | Mitigation target |\n|---|---|---|\n| P1 | 10 min | 4 h |\n| P2 | 30 min | 8 h |\n| P3 | next business day | 1 business day |", 240)]
    public void Levels_and_times_are_read_in_running_text_too(string text, int? resolve)
    {
        var policy = Documents.Read($"# Kilns\n\n{text}\n").SeverityPolicy;
        Assert.Equal([10, 30, null], policy.Select(l => l.RespondMinutes));
        Assert.Equal(resolve, policy[0].ResolveMinutes);
    }

    [Fact]
    public void What_the_document_says_of_all_holds_for_each() =>
        Assert.All(Documents.Read($"Severity: high, at night critical\n\n# KilnCold\n\nSymptoms: cold{Fence}\n# KilnDark\n\nSymptoms: dark{Fence}").Procedures, p => Assert.Equal("high", p.Severity));

    [Fact]
    public void Scenarios_with_a_severity_each_are_incidents_of_their_own() =>
        Assert.Equal(["high", "critical"], Documents.Read($"# Kiln outage (P0 to P3)\n\n**Symptoms**\n\n- cold\n\n## Scenario A: one kiln\n\nSeverity: P1{Fence}\n## Scenario B: all of them\n\nSeverity: P0{Fence}").Procedures.Select(p => p.Severity));

    [Theory]
    [InlineData("## Who to wake\n\n- Kiln lead: Ilvi, 0555 0142\n- Gas: Arvo, 0555 0143", 2)]
    [InlineData("## People\n\nIlvi, kiln lead, 0555 0142", 1)]
    [InlineData("## Contacts\n\nKiln lead - by day - ext 12\nGas supplier - any time - ext 14\nPorter - at night - ext 16", 3)]
    [InlineData("## Contacts\n\n- SMS gateway support: help@gate.example\n- Slack: #kilns", 1)]
    [InlineData("## Escalation matrix\n\n| Topic | N1 | N2 |\n|---|---|---|\n| Gas | porter | Arvo |\n| Heat | porter | Ilvi |", 2)]
    public void People_are_listed_in_many_ways(string text, int people) => Assert.Equal(people, Documents.Read($"# Kilns\n\n{text}\n").Contacts.Count);

    [Fact]
    public void Incidents_about_contacts_list_nobody() =>
        Assert.Empty(Documents.Read($"# Shop\n\n## Incident 2: Contacts are not delivered\n\nSymptoms: none arrive{Fence}\nHint: look twice\n").Contacts);

    [Theory]
    [InlineData("Mail an die Kunden:")]
    [InlineData("Tell the customers, Ilvi wrote this:")]
    [InlineData("Status page, first post:")]
    public void What_is_sent_is_a_message(string lead) => Assert.Single(Documents.Read($"# KilnCold\n\n**Alert**: `KilnCold`\n\n{lead}\n\n```\nThe kilns are cold today. Nothing is lost, we write again at noon.\n```\n").Templates);

    [Theory]
    [InlineData("Anything else: call Ilvi.", true)]
    [InlineData("Hand over to the gas team after 45 minutes.", true)]
    [InlineData("Call Ilvi before you open the lid.", false)]
    public void Handing_on_is_an_escalation(string sentence, bool escalates) => Assert.Equal(escalates, !Documents.One($"# KilnCold\n\n**Alert**: `KilnCold`{Fence}\n{sentence}\n").Escalations.IsEmpty);

    [Fact]
    public void Titles_that_Markdown_takes_for_a_list_are_titles_where_no_heading_is_marked()
    {
        var runbook = Documents.Read($"Kiln guide\nPage restored from the wiki\n\nPurpose\nHeat for all.\n\n1. Kiln does not heat\nAlert KilnCold   Severity Sev 1\nSymptoms\n• tiles crack\n• dial at nought\n\nTriage{Fence}\nFix\nOpen the gas.{Fence}\n2. Belt stuck\nAlert BeltStuck   Severity Sev 2\nSymptoms\n• tiles pile up\n\nFix{Fence}");
        Assert.Equal(["Kiln does not heat", "Belt stuck"], runbook.Procedures.Select(p => p.Title));
        Assert.Equal([("KilnCold", "critical", 2, 2), ("BeltStuck", "high", 1, 1)], runbook.Procedures.Select(p => (p.Alerts[0], p.Severity, p.Symptoms.Count, p.Steps.Count)));
    }

    [Theory]
    [InlineData("The alert fires when the consumer group `kiln-sink` is behind.", "")]
    [InlineData("It goes `oven -> kiln-sink -> shop`. The alert fires when the consumer group `kiln-sink` is behind.", "")]
    [InlineData("Sonde : `KILN_COLD`, `KILN_SLOW`. Gravité : P1.", "KILN_COLD KILN_SLOW")]
    public void What_an_alert_watches_is_no_alert(string text, string alerts) => Assert.Equal(alerts, string.Join(' ', Documents.One($"# Kilns\n\n## Kiln 3 is down\n\n### Meaning\n\n{text}\n\n{text}{Fence}").Alerts));

    [Fact]
    public void A_level_beside_the_alert_counts_more_than_the_number_of_the_part() =>
        Assert.Equal("critical", Documents.Read($"# Kilns\n\nSEV0 is the worst.\n\n## S1 · Cold\n\n_alert_ KilnCold · _sev_ SEV1{Fence}\n## S3 · Gone\n\n_alert_ KilnGone · _sev_ SEV0{Fence}").Procedures[1].Severity);

    [Fact]
    public void A_table_that_names_sections_rates_them()
    {
        var runbook = Documents.Read($"# Kilns\n\n| # | What you hear | Level | Section |\n|---|---|---|---|\n| 1 | \"cold\" | Critical | Cold kiln |\n| 2 | \"grey\" | Info | Grey bread |\n\n## Cold kiln\n\nAlert: `KilnCold`{Fence}\n## Grey bread\n\nAlert: `BreadGrey`{Fence}");
        Assert.Equal(["critical", "low"], runbook.Procedures.Select(procedure => procedure.Severity));
    }

    [Theory]
    [InlineData("Oven out = DBA immediately. Anything else in here, DBA after 30 min.", true)]
    [InlineData("If both are out for 30 minutes, call the vendor hotline.", true)]
    [InlineData("Erst den Kollegen anrufen (die Maske verrät den Rechner).", false)]
    [InlineData("Sonst die Bereitschaft anrufen.", true)]
    public void Somebody_is_called_or_only_asked(string text, bool escalates) =>
        Assert.Equal(escalates, Documents.One($"# Kilns\n\n## Kiln 3 is down\n\n**Severity**: high{Fence}\n{text}\n").Escalations.Count > 0);

    [Fact]
    public void Levels_in_running_text_promise_their_times() =>
        Assert.Equal([("critical", 15), ("medium", 60), ("low", null)], Documents.Read("# Kilns\n\nLevels: **Critical** we answer in 15 min. **Warning** in 1 hour. **Info** tomorrow (next business day).\n").SeverityPolicy.Select(row => (row.Level, row.RespondMinutes)));

    [Fact]
    public void A_tree_drawn_with_slashes_is_nothing_to_run()
    {
        var step = Documents.One("# Kilns\n\n## Kiln 3 is down\n\n**Severity**: high\n\n```\n            cold > 3 h ?\n             /            \\\n           no              yes\n           |                |\n     open the door    call the baker\n```\n").Steps.Single();
        Assert.Equal((StepKind.Reference, 0), (step.Kind, step.Commands.Count));
    }

    [Fact]
    public void A_call_of_a_stored_procedure_behind_an_arrow_is_to_be_run() =>
        Assert.Equal(Language.Sql, Documents.One("# Kilns\n\n## Kiln 3 is down\n\nAt six switch it on again! → `EXEC DBMS_SCHEDULER.ENABLE('KILN.J_HEAT');`\n").Steps.Single().Language);

    [Theory]
    [InlineData("sql", "DELETE FROM ovens WHERE MESSAGE_ID < <OLDEST>;", "OLDEST")]
    [InlineData("sql", "DELETE FROM ovens WHERE id = MESSAGE_ID;", "MESSAGE_ID")]
    [InlineData("bash", "aws cloudwatch get-metric-statistics --dimensions Name=\"Broker ID\",Value=<broker>", "broker")]
    [InlineData("bash", "nomad deployment list -t '{{range .}}{{.ID}}{{\"\\n\"}}{{end}}'", "")]
    [InlineData("bash", "ssh kiln-0[n] uptime", "n")]
    [InlineData("bash", "ping kiln-[N].int", "N")]
    [InlineData("bash", "ps aux | grep [n]ginx", "")]
    public void What_is_to_be_filled_in_is_told_from_what_is_written_like_it(string tag, string command, string names) =>
        Assert.Equal(names, string.Join(' ', Documents.One($"# Kilns\n\n## Kiln 3 is down\n\n**Severity**: high\n\n```{tag}\n{command}\n```\n").Steps.Single().Inputs.Where(i => i.Kind == "placeholder").Select(i => i.Name)));

    [Fact]
    public void Settings_without_a_program_are_a_file_and_not_typed()
    {
        var step = Documents.One("# Kilns\n\n## Kiln 3 is down\n\n**Severity**: high\n\nIn `/etc/kiln.env`:\n\n```\nKILN_WORKERS=1\nKILN_RETRIES=0\n```\n").Steps.Single();
        Assert.Equal((Language.Text, StepKind.ConfigExample), (step.Language, step.Kind));
    }

    [Fact]
    public void What_a_table_says_of_when_it_fires_names_alerts_alone() =>
        Assert.Equal(["KilnCold"], Documents.One($"# Kilns\n\n## KilnCold\n\n| Field | Value |\n|---|---|\n| Severity | critical |\n| Fires when | the oldest message in `bread` is older than 15m |{Fence}").Alerts);

    [Fact]
    public void The_first_hour_is_no_procedure_of_its_own() =>
        Assert.Equal(["KilnCold"], Documents.Read($"# Kilns\n\n## The first hour\n\n### Phase 1 (0-5 min): is it us?{Fence}\n### Phase 2 (5-20 min): stop it{Fence}\n## KilnCold\n\n**Severity**: high{Fence}").Procedures.Select(p => p.Title));

    [Fact]
    public void A_message_of_one_line_that_speaks_of_the_postmortem_is_a_message() =>
        Assert.Single(Documents.Read("# Kilns\n\n## Message templates\n\nSlack, at the end:\n\n```\nresolved at {time}. Post-mortem owner: {name}\n```\n").Templates);

    [Fact]
    public void Braces_typed_into_Redis_are_to_be_filled_in() =>
        Assert.Equal(["kiln"], Documents.One("# Kilns\n\n## Kiln 3 is down\n\n**Severity**: high\n\n```redis\nLLEN queue:{kiln}\n```\n").Steps.Single().Inputs.Select(i => i.Name));

    [Fact]
    public void Whom_to_ask_where_nobody_can_fix_it_is_a_list_of_contacts() =>
        Assert.Equal(2, Documents.Read("# Kilns\n\n## Nobody can fix it?\n\n- Marek (built it) - phone in the safe, call after 30 minutes without progress\n- Jana - Teams\n").Contacts.Count);

    [Fact]
    public void Hypotheses_counted_by_their_scenario_are_its_causes()
    {
        var procedure = Documents.One($"# Kilns\n\n## Scenario A: Kiln 3 is cold\n\nAlert: `KilnCold`{Fence}\n### Hypothesis A1: no gas\n\nSymptoms:\n- grey bread{Fence}\n### Hypothesis A2: open door\n\nSymptoms:\n- cold feet{Fence}");
        Assert.Equal((2, 2), (procedure.Hypotheses.Count, procedure.Hypotheses.Sum(hypothesis => hypothesis.Symptoms.Count)));
    }
}
