using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Whom a document names without a table of contacts, and levels that it counts in its own way.</summary>
public sealed class PeopleAndScalesTests
{
    const string Trouble = "# Shop\n\n## Site down\n\nSymptoms:\n- pages hang\n\n```\ndf -h\n```\n\n";

    [Theory]
    [InlineData("## Bereitschaft und Eskalation\n\n- Leitstelle (24 h): 0911 5550 12\n- DBA, Frau Aydin: 110-2417\n", 2)]
    [InlineData("## Astreinte\n\n| Délai | Fonction | Joindre |\n|---|---|---|\n| immédiat | Exploitant | poste 4400 |\n| 15 min | Directeur | 06 00 00 01 44 |\n", 2)]
    [InlineData("## Call tree\n\n1. Operations lead, group chat, at once\n2. Legal counsel, before anything goes out\n", 2)]
    [InlineData("## Directory\n\n- Security lead → +1 415 555 0137\n- Legal → legal@shop.example\n- Account directors → the sales system\n", 3)]
    [InlineData("## who to bug\n\n- Wiebke (database)\n- Tunde (queues)\n", 2)]
    [InlineData("## Calling for help\n\n- 20 minutes without a cause -> page the platform lead (Ines)\n- two brokers down -> also page the datacentre duty line\n", 2)]
    [InlineData("## Part V. People\n\n* Vendor support: help@vendor.example\n* Basis on duty: 0419 555 0100\n", 2)]
    [InlineData("## Crew\n\n**Captain** → Odile → Signal +1 555 013 7742\n**Desk (vendor)** → noc@fast.example\n**Web** → whoever is on call\n", 3)]
    [InlineData("> **Fibre NOC** 0330 555 0180, account 12\n> **Stan** 07700 900 600\n> **Priti** has the key of the safe\n", 3)]
    [InlineData("## Contacts\n\nIngrid Sol | lead | +47 555 01 310\nAnyone on `@edge` | first line | Slack\nThandi (director) | last resort | +47 555 01 300\n", 3)]
    [InlineData("# Escalation ladder\n\nL1 on-call dev · 0 min\nL2 Wen (data) · 15 min\nL3 founders · 2 h\n", 3)]
    [InlineData("## Numéros\n\n| Qui | Numéro |\n|---|---|\n| Benoît | 06 00 00 00 01 |\n| Veeam | portail |\n", 2)]
    [InlineData("## People\n\n- Commander - whoever answers first\n- Scribe - the shift lead\n\n## Phone book\n\n| Role | Reach |\n|---|---|\n| Manager | +1 415 555 0133 |\n| Finance | pay@x.example |\n", 2)]
    [InlineData("**Who to call**\n\nBackend on-call – Opsgenie \"backend\"\n\nHead of Eng – phone in Opsgenie, red only\n\niOS lead – #team-ios, tell them early\n", 3)]
    [InlineData("## Don'ts, who, text\n\nDorota (core, radius) 555-0141. Piet (billing) 555-0163, not after 22. Fibre hotline 0800 555 0190, contract FH-2231.\nWhen it is red after 40 minutes he writes.\n", 3)]
    [InlineData("## Footer\n\nStorage: Bastiaan (@bas) / RTB: Seun (@seun) / Ad ops duty phone +49 30 5550 199\n", 3)]
    [InlineData("## History\n\nMoved on 2024-03-01. Back on 2024-03-05. Closed on 2024-04-01.\n", 0)]
    [InlineData("**The order of who to bug:** Dee → Marcus → (only for money) Priya.\n", 3)]
    public void Those_who_can_be_called_are_contacts_under_any_heading(string text, int people) =>
        Assert.Equal(people, Documents.Read(Trouble + text).Contacts.Count);

    [Fact]
    public void A_heading_for_those_on_call_above_the_procedures_names_nobody() =>
        Assert.Empty(Documents.Read("# Shop\n\n## Oncall\n\n### Site down\n\nFailed job: run it again for the window it missed\n\n```\ndf -h\n```\n\n```\nfree -m\n```\n\n```\nuptime\n```\n").Contacts);

    [Fact]
    public void Where_nobody_is_listed_a_sentence_names_them_with_their_numbers() =>
        Assert.Equal(["Ruben", "Hanne"], Documents.Read(Trouble + "## After hours\n\nnothing works = ring Ruben 0491 570 101, if he does not pick up ring Hanne 0491 570 102\n").Contacts.Select(c => c.Role));

    [Fact]
    public void A_day_is_no_number_of_a_telephone() =>
        Assert.Empty(Documents.Read(Trouble + "## History\n\nThe page was moved on 02/05/2024 and again 03-11-2025, the port is 8080.\n").Contacts);

    [Theory]
    [InlineData("Conditions: *Class 1* (cut-off at risk) is taken up within 10 minutes and must be cured within 90 minutes. *Class 2* (reports) 30 minutes / 6 hours.", 10, 90)]
    [InlineData("## Gravité\n\n- G1 (critique) : plus d'appels. Prise en charge 5 min, rétablissement 1 h.\n- G2 (haute) : un client. Prise en charge 20 min, rétablissement 4 h.\n", 5, 60)]
    [InlineData("The team answers within 15 minutes for critical, 1 hour for high, next business day for warning.", 15, null)]
    public void A_scale_in_sentences_is_a_policy(string text, int respond, int? resolve)
    {
        var critical = Documents.Read(Trouble + text + "\n").SeverityPolicy.FirstOrDefault(l => l.Level == "critical");
        Assert.NotNull(critical);
        Assert.Equal(respond, critical.RespondMinutes);
        Assert.Equal(resolve, critical.ResolveMinutes);
    }

    [Fact]
    public void The_rows_of_a_table_that_lost_its_bars_are_a_policy() =>
        Assert.Equal([30, 120], Documents.Read(Trouble + "## Urgent or not\n\nLevel Meaning Respond within\n- P1 nobody can work 30 minutes\n- P2 one service is out 2 hours\n").SeverityPolicy.Select(l => l.RespondMinutes));

    [Fact]
    public void Levels_that_are_only_defined_are_a_policy_without_times() =>
        Assert.Equal(["critical", "high", "medium"], Documents.Read(Trouble + "Shoppers cannot pay = **SEV0**, get on a call. One store broken = **SEV1**. Everything else = **SEV2**.\n").SeverityPolicy.Select(l => l.Level));

    [Fact]
    public void Colours_that_a_list_explains_rate_the_titles_that_end_with_them()
    {
        var runbook = Documents.Read("# Backend\n\n- **Red** - app unusable. Answer in 10 minutes.\n- **Orange** - one feature gone. Answer in 1 hour.\n- **Yellow** - ugly but works.\n\n## Logins fail (Red)\n\n```\nuptime\n```\n\n## Push is dead (Orange)\n\n```\ndf -h\n```\n");
        Assert.Equal(["critical", "high"], runbook.Procedures.Select(p => p.Severity));
    }

    [Fact]
    public void A_title_that_ends_with_the_teams_own_level_has_it()
    {
        var runbook = Documents.Read("# Voice\n\n## Gravité\n\n- G1 (critique) : plus d'appels. Prise en charge 5 min.\n- G2 (haute) : un client. Prise en charge 20 min.\n\n### Fiche 1 : trunk coupé — G2\n\n```\nss -lnt\n```\n\n### Fiche 2 : fraude — G1\n\n```\nss -lnu\n```\n");
        Assert.Equal(["high", "critical"], runbook.Procedures.Select(p => p.Severity));
    }

    [Theory]
    [InlineData("| Klasse | Reaktion |\n|---|---|\n| 1 – kritisch | 5 min |\n| 2 – hoch | 15 min |", "Klasse 2", "Klasse 1")]
    [InlineData("| we say | somebody looks in |\n|---|---|\n| red | 5m |\n| orange | 20m |", "orange", "red")]
    [InlineData("**G1** : arrêt. Réponse 5 min.\n**G2** : gêne. Réponse 1 h.\n**G3** : le reste. Réponse 8 h.", "G2", "G1")]
    public void A_level_in_brackets_is_the_one_that_the_teams_table_or_list_explains(string scale, string second, string first)
    {
        var runbook = Documents.Read($"# Voice\n\n## Levels\n\n{scale}\n\n## Trunk is down ({second})\n\n```\nss -lnt\n```\n\n## Calls are stolen ({first})\n\n```\nss -lnu\n```\n");
        Assert.Equal(["high", "critical"], runbook.Procedures.Select(p => p.Severity));
    }

    [Fact]
    public void Fields_in_bold_on_one_line_are_fields()
    {
        var ledger = Documents.One("# Ledger\n\n## Ledger does not balance\n\n**Alert** `LedgerDrift` **Severity** SEV0\n\n```\nuptime\n```\n");
        Assert.Equal(["LedgerDrift"], ledger.Alerts);
        Assert.Equal("critical", ledger.Severity);
    }

    [Fact]
    public void Numbers_that_only_count_the_headings_belong_to_no_title()
    {
        var runbook = Documents.Read("# Buch\n\n## 1 Überblick\n\nText.\n\n## 2 Störung: Server antwortet nicht\n\n```\nuptime\n```\n\n## 3 Störung: Platte voll\n\n```\ndf -h\n```\n\n## 4 Telefonliste\n\n- Ulrike: 210\n- Netz: 0800 000 4455\n");
        Assert.Equal(["Server antwortet nicht", "Platte voll"], runbook.Procedures.Select(p => p.Title));
        Assert.Equal(2, runbook.Contacts.Count);
    }

    [Fact]
    public void Codes_that_a_tree_leads_to_count_the_parts_and_rate_nothing()
    {
        var runbook = Documents.Read("# Guide\n\n```\nold messages?\n├── no  → P3\n└── yes → P1\n```\n\n# P1 - tasks are dying\n\n```\ndf -h\n```\n\n# P2 - queue stuck\n\n```\nuptime\n```\n\n# P3 - viewers get errors\n\n```\nfree -m\n```\n");
        Assert.All(runbook.Procedures, p => Assert.Null(p.Severity));
    }

    [Fact]
    public void Rows_without_a_name_where_rotas_stand_and_levels_to_raise_are_nobody_to_reach()
    {
        Assert.Equal(["Lead"], Documents.Read("# X\n\n## Who to call\n\n| Role | Name | Mail |\n|---|---|---|\n| Lead | Ida | ida@shop.example |\n| Mobile | - | - |\n").Contacts.Select(c => c.Role));
        Assert.Empty(Documents.Read("# X\n\n## Links\n\n- Status: https://status.shop.example\n- Rota: https://shop.example/rota\n").Contacts);
        Assert.Empty(Documents.Read("# X is down\n\n## Escalation\n\n- **Three brokers down** → Sev-1, phone the manager\n- **Spool full** → Sev-1.\n").Contacts);
    }

    [Fact]
    public void What_is_pressed_in_a_console_of_the_web_waits_for_a_person()
    {
        var step = Assert.Single(Documents.Read("# Payments lost\n\n## Resolution\n\n```\n1. Payments → Notifications\n2. Open the line that failed\n3. Press \"Send again\"\n```\n").AllSteps());

        Assert.True(step.Manual);
        Assert.Equal(StepKind.Action, step.Kind);
    }
}
