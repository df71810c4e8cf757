using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Signs, causes and calls for help in a team's own words, and what only seems to be one.</summary>
public sealed class SignsAndCallsTests
{
    const string Look = "\n\n```bash\ndf -h\n```\n";

    static Procedure Read(string body) => Documents.One($"# Shop\n\n## QueueStuck\n\nSeverity: high\n\n{body}{Look}");

    static IEnumerable<string> Signs(string body) => Read(body).Symptoms.Select(s => s.Text);

    static IEnumerable<string> Causes(string body) => Read($"Symptoms:\n- it hangs\n\n{body}").Hypotheses.Select(h => h.Title);

    static int Calls(string body) => Read($"Symptoms:\n- it hangs\n\n{body}").Escalations.Count;

    [Theory]
    [InlineData("What you may notice\n- pages hang\n- orders fail")]
    [InlineData("*What students tell the invigilator*\n\n- pages hang\n- orders fail")]
    [InlineData("The usual signs are pages hang, orders fail.")]
    [InlineData("No alert. Severity: medium. Sign: pages hang, orders fail.")]
    [InlineData("Symptoms:\n- pages hang\n- orders fail\n\n- [ ] look at the lag\n- [ ] restart the worker")]
    [InlineData("| | |\n|---|---|\n| Alert | `QueueStuck` |\n| Symptoms | see below |\n\n- pages hang\n- orders fail")]
    public void Signs_are_told_in_many_words(string body) =>
        Assert.Equal(["pages hang", "orders fail"], Signs(body));

    [Theory]
    [InlineData("(no alarm, no class, users see it on Mondays)")]
    [InlineData("Which jobs hang: `df -h /var`.\nRestart it, five seconds, nobody notices.")]
    [InlineData("### Symptoms\n\nTODO (jo): nobody has written this, the alert says it")]
    public void What_is_said_aside_or_is_not_noticed_is_no_sign(string body) => Assert.Empty(Signs(body));

    [Fact]
    public void What_it_can_be_is_no_sign_of_it() =>
        Assert.Empty(Signs("Read the whole sheet first. Likely reasons, most frequent first:\n\n - somebody left a report open\n - index job ran into the day"));

    [Fact]
    public void What_a_cause_would_look_like_is_its_sign()
    {
        var read = Documents.One("# Shop\n\n## QueueStuck\n\nSymptoms:\n- it hangs\n\n### Hypothesis ladder\n\n#### H1 – relay is gone (3 min)\n\n*Would look like:* only mobiles fail, desktops work.\n"
            + Look + "\n#### H2 – no room left (5 min)\n" + Look);
        Assert.Equal([2, 0], read.Hypotheses.Select(h => h.Symptoms.Count));
    }

    [Fact]
    public void A_table_of_alerts_says_what_is_seen_of_the_sheet_it_leads_to()
    {
        var read = Documents.One("# Binder\n\n## Alarms\n\n| Board shows | Level | What the wards tell you | Turn to |\n|---|---|---|---|\n"
            + "| `MIRTH_QUEUE` | P1 | new patients are missing, wristbands do not print | Sheet 4 |\n| `MIRTH_STOPPED` | P1 | as above | Sheet 4 |\n| `BACKUP_MISSED` | P4 | nothing, nobody notices | Sheet 5 |\n\n"
            + $"## Sheet 4. Messages not flowing{Look}");
        Assert.Equal(["new patients are missing", "wristbands do not print"], read.Symptoms.Select(s => s.Text));
    }

    [Theory]
    [InlineData("Why: (1) the report, (2) maintenance did not finish.")]
    [InlineData("**Probably one of**\n- the report\n- maintenance did not finish")]
    [InlineData("Why (so far)\n - the report\n - maintenance did not finish")]
    [InlineData("### Ladder\n1. H1: the report\n2. H2: maintenance did not finish")]
    [InlineData("Could be: (1) the report, (2) maintenance did not finish.\n\n- [ ] look at it\n- [ ] end it")]
    [InlineData("Two possibilities:\n- the report\n- maintenance did not finish")]
    public void Two_causes_are_two(string body) => Assert.Equal(["the report", "maintenance did not finish"], Causes(body));

    [Fact]
    public void A_coded_cause_with_a_time_and_a_remark_is_one_of_the_ladder() =>
        Assert.Equal(3, Causes($"### Ladder\n\n**H1. The certificate ended** (2 min){Look}\n**H2. They reject one field** (5 min), mostly a new code{Look}\n**H3. our worker is stuck** (5 min)").Count());

    [Fact]
    public void An_article_parts_no_cause() =>
        Assert.Equal(["certificado SFTP expirou", "mudaram o formato outra vez"],
            Documents.One($"# Loja\n\n## Fila parada\n\nSintomas:\n- para\n\nPossíveis causas: o certificado SFTP expirou, ou mudaram o formato outra vez.{Look}").Hypotheses.Select(h => h.Title));

    [Fact]
    public void A_remark_that_begins_with_if_is_no_cause() =>
        Assert.Empty(Causes("> **If the reference is set the bank has it already. Sending again pays twice.**"));

    [Theory]
    [InlineData("Any row at all: page Trust & Safety **now**. They choose.")]
    [InlineData("Wrong medicine left the robot, or a controlled drug differs: chief pharmacist, at once.")]
    [InlineData("Subito, senza aspettare: agronomo reperibile se c'è acqua nei campi.")]
    [InlineData("| symptom | check | action |\n|---|---|---|\n| a full card number | do not open logs | security, straight away |\n| half of them | `df -h` | wait |")]
    [InlineData("If the list is longer than 20 then call finance.")]
    [InlineData("Not better 25 min after the failover: a case with the vendor, and wake up the head of data.")]
    [InlineData("Plus de dix dans la même zone : appeler le NOC.")]
    [InlineData("L3 at once when two shards are affected.")]
    [InlineData("Still nothing: estates, ext. 2290.")]
    public void Somebody_is_called(string body) => Assert.NotEqual(0, Calls(body));

    [Theory]
    [InlineData("Still stuck: loosen the budget.")]
    [InlineData("Customers call finance.")]
    [InlineData("Call the storage API with your token.")]
    [InlineData("Restart it, at once.")]
    public void Nobody_is_called(string body) => Assert.Equal(0, Calls(body));

    [Theory]
    [InlineData("When: nobody answers after 15 min -> secondary.")]
    [InlineData("Após 60 minutos, o Diretor: há clientes sem fatura.")]
    public void A_line_below_the_people_that_says_when_names_nobody(string line) =>
        Assert.Equal(2, Documents.Read($"# Shop\n\n## QueueStuck\n\nSymptoms:\n- it hangs{Look}\n## Who\n\n- Manager: +47 555 01 77\n- Payments: pay@shop.example\n\n{line}\n").Contacts.Count);
}
