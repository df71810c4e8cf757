using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Whom an escalation calls, and when, as teams write it.</summary>
public sealed class EscalationWordsTests
{
    const string Look = "```bash\nuptime\n```\n";

    static string Told(IEnumerable<EscalationRule> rules) => string.Join("; ", rules.Select(r => $"{r.AfterMinutes} {r.Target}"));

    [Theory]
    [InlineData("Escalate right away if both regions are stale, or after 45 minutes if nothing moves. To: store lead.", "0 store lead; 45 store lead")]
    [InlineData("**Escalation.** Straight away to the Data lead if two nodes are gone. After 20 min to Vendor support if ranges stay away.", "0 Data lead; 20 Vendor support")]
    [InlineData("An empty table is good. Escalate to the integration lead if it is not, 30 minutes in.", "30 integration lead")]
    [InlineData("Still starved after 20 min: wake the platform lead, a stockout needs a call to Google.", "20 platform lead")]
    [InlineData("**Escalade :** Maëlle si le 503 dure plus de 30 min", "30 Maëlle")]
    [InlineData("If the status page is green and it still does not answer 15 minutes in, call Dana.", "15 Dana")]
    [InlineData("**Escalado:** si en 20 minutos no entra nada, llamar al jefe de plataforma", "20 jefe de plataforma")]
    [InlineData("**Escalado:** si a los 45 minutos sigue igual, técnico de planta (con la llave)", "45 técnico de planta")]
    [InlineData("Any sign that we charged someone twice, ring Dana right away, she rings the bank.", "0 Dana")]
    [InlineData("Merges still behind after 30 minutes: data platform lead.", "30 data platform lead")]
    [InlineData("No 3 keyholders within 30 minutes -> phone Petter, he has the envelope.", "30 Petter")]
    [InlineData("Two peers gone? Stop here, and ping @mvdberg before touching anything.", " @mvdberg")]
    [InlineData("Call Priya if the log does not go below 70% in 30 minutes.", "30 Priya")]
    [InlineData("The tail is long. Hollis after 30 min, or at once when both are gone.", "30 Hollis")]
    [InlineData("IF IT DOES NOT RECOVER IN 10 MINUTES, CALL VENDOR TAC.", "10 VENDOR TAC")]
    [InlineData("Escalation: > 30 min behind during a sale → release manager on duty. After 60 min wake Gunnhild.", "30 release manager on duty; 60 Gunnhild")]
    [InlineData("**Escalar**: a los 10 minutos al jefe de sala; si hay riesgo de desbordamiento, inmediatamente.", "10 jefe de sala; 0 jefe de sala")]
    [InlineData("**Escalate** to the duty lead at once if visits are cut, and to the media vendor after 20 minutes.", "0 duty lead; 20 media vendor")]
    [InlineData("**Escalate** after 15 min to the yard manager (phone list below), after 45 min to Depot IT lead.", "15 yard manager; 45 Depot IT lead")]
    [InlineData("If one room is missing: phone the cooling technician, at once, goods are pharma.", "0 cooling technician")]
    [InlineData("> SEV0, always. Privacy officer within 15 minutes.", "15 Privacy officer")]
    [InlineData("Orders still down after 15 minutes: Dorota.", "15 Dorota")]
    [InlineData("If two regions have no bids for 10 minutes, SRE lead and ad ops.", "10 SRE lead and ad ops")]
    [InlineData("The keeper is the cause and 30 min are over: storage team.", "30 storage team")]
    [InlineData("Not better after 5 minutes: Restart.", "")]
    [InlineData("Signs: pharmacies call the hotline, the outbox grows.", "")]
    public void A_procedure_says_who_is_called_after_how_long(string text, string rules) =>
        Assert.Equal(rules, Told(Documents.One($"# Page\n\n## Orders stand still\n\nAlert: `OrdersStandStill`\n\n{Look}\n{text}\n").Escalations));

    [Fact]
    public void Telling_the_users_first_is_no_escalation() =>
        Assert.Empty(Documents.One($"# Page\n\n## Portal is gone\n\nAlert: `PortalGone`\n\n- after 20 minutes, and only if the wards are told first:\n\n  {Look.Replace("\n", "\n  ")}\n").Escalations);

    [Fact]
    public void Who_is_not_to_be_called_is_not() =>
        Assert.Empty(Documents.One($"# Page\n\n## Ads are gone\n\nAlert: `AdsGone`\n\n{Look}\nDo not escalate at night, ads can wait.\n").Escalations);

    [Theory]
    [InlineData("| Severity | Shift lead | Duty manager |\n|---|---|---|\n| P1 | at once | 15 min |\n| P2 | next business day | - |\n", "0 Shift lead critical; 15 Duty manager critical;  Shift lead high")]
    [InlineData("| Severity | Immediately | After 1 h |\n|---|---|---|\n| SEV1 | on-call | head of ops |\n| SEV2 | on-call | — |\n", "0 on-call critical; 60 head of ops critical; 0 on-call high")]
    [InlineData("| Severity | Shift lead | Duty manager |\n|---|---|---|\n|\n| P1 | 5 min | 15 min |\n|\n| P2 | 1 h | - |\n", "5 Shift lead critical; 15 Duty manager critical; 60 Shift lead high")]
    [InlineData("| Who | P1 | P2 |\n|---|---|---|\n| Data lead | 10 min | 45 min |\n| Vendor | 30 min | n/a |\n", "10 Data lead critical; 45 Data lead high; 30 Vendor critical")]
    [InlineData("| Severity | After | Escalate to |\n|---|---|---|\n| P1 | 15 min | Ann |\n| P2 | 1 hour | Bob |\n", "15 Ann critical; 60 Bob high")]
    [InlineData("- P1 open for 30 min: Ines Farr, head of platform\n- P1 or P2 open for 2 h: the CTO\n", "30 Ines Farr critical; 120 CTO ")]
    public void A_rule_is_for_the_level_that_it_names(string written, string rules) =>
        Assert.Equal(rules, string.Join("; ", Documents.Read($"# Page\n\n## Kiosks stand still\n\nAlert: `KiosksStandStill`\n\n{Look}\n## Escalation\n\n{written}").Escalations.Select(r => $"{r.AfterMinutes} {r.Target} {r.Severity}")));

    [Fact]
    public void Who_is_called_by_level_and_when_is_no_row_of_people()
    {
        var rules = Documents.Read("# Page\n\n## Who to wake up\n\n| Severity | Who do I call | When |\n|---|---|---|\n| SEV1 - nobody can book or track anything | Platform on-call | immediately |\n| SEV2 - a part of it | Platform team | within 30 min |\n").Escalations;
        Assert.Equal([("critical", 0, "Platform on-call"), ("high", 30, "Platform team")], rules.Select(r => (r.Severity!, r.AfterMinutes!.Value, r.Target!)));
    }

    [Theory]
    [InlineData("- nobody acked after 5 min: the secondary\n- SEV0 older than 30 min: studio director, by phone\n", "5 secondary; 30 studio director")]
    [InlineData("- Dès qu'une carte est en jeu : RSSI, immédiatement, 06 55 50 01 77\n- P1 depuis 1 h : directeur technique, 06 55 50 01 01\n", "0 RSSI; 60 directeur technique")]
    public void A_list_of_who_and_when_escalates(string list, string rules) =>
        Assert.Equal(rules, Told(Documents.Read($"# Page\n\n## Orders stand still\n\nAlert: `OrdersStandStill`\n\n{Look}\n## Who and when\n\n{list}").Escalations));

    [Fact]
    public void A_column_that_counts_and_one_of_numbers_name_nobody()
    {
        var rules = Documents.Read("# Page\n\n## Phone escalation\n\n| Step | After | Ring | Number |\n|---|---|---|---|\n| 1 | straight away | First desk | bleep 2417 |\n| 2 | 15 minutes without an answer | Second desk (R. Penhall) | 01632 960 114 |\n").Escalations;
        Assert.Equal([(0, "straight away", "First desk"), (15, "15 minutes without an answer", "Second desk (R. Penhall)")], rules.Select(r => (r.AfterMinutes!.Value, r.Condition!, r.Target!)));
    }

    [Fact]
    public void A_table_may_say_to_whom_before_it_says_when()
    {
        var rules = Documents.Read("# Seite\n\n## Hilfe\n\n**Eskalationsmatrix**\n\n| Nach | an wen | wenn |\n|---|---|---|\n| 30 Minuten | Teamleitung | P1 ohne Ursache |\n| 2 Stunden | IT-Leitung | P1 dauert an |\n").Escalations;
        Assert.Equal([(30, "Teamleitung", "P1 ohne Ursache"), (120, "IT-Leitung", "P1 dauert an")], rules.Select(r => (r.AfterMinutes!.Value, r.Target!, r.Condition!)));
    }

    [Theory]
    [InlineData("When it doesn't help")]
    [InlineData("If nothing helps")]
    [InlineData("Wenn das nicht hilft")]
    public void What_to_do_when_nothing_helps_is_no_procedure_but_an_escalation(string title)
    {
        var runbook = Documents.Read($"Sheet\n=====\n\n**QueueFull**\n- Sev: high\n- Look: `df -h`\n\n**{title}**\n- after 30 min: platform lead\n- after 90 min: head of ops\n");
        Assert.Equal(["QueueFull"], runbook.Procedures.Select(p => p.Title));
        Assert.Equal("30 platform lead; 90 head of ops", Told(runbook.Escalations));
    }
}
