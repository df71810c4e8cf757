using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>What makes a part of a document a procedure where its title tells nothing, and what belongs to it.</summary>
public sealed class ProcedureShapeTests
{
    const string Fence = "\n\n```bash\nkubectl get pods\n```\n";

    static IEnumerable<string> Titles(string text) => Documents.Read(text).Procedures.Select(p => p.Title);

    [Fact]
    public void The_first_words_below_a_heading_may_name_the_alert_or_what_people_see() =>
        Assert.Equal(["Belt", "Oven"], Titles($"# Kilns\n\n## Belt\n\nAlert: `BeltStuck`{Fence}\n## Oven\n\nYou see: cold tiles.{Fence}\n## Painting\n\nTwice a year.{Fence}"));

    [Fact]
    public void What_a_table_of_alerts_leads_to_is_a_procedure_with_the_rows_alert_level_and_command()
    {
        var runbook = Documents.Read($"# Kilns\n\n| Alert | Sev | Look | Then |\n|---|---|---|---|\n| `KilnCold` | 1 | `uptime -p` | [go](#the-oven) |\n\n## The oven\n\nNo heat.{Fence}\n## Painting\n\nTwice a year.{Fence}");
        var procedure = Assert.Single(runbook.Procedures);
        Assert.Equal(("The oven", "critical", "KilnCold", 2), (procedure.Title, procedure.Severity, Assert.Single(procedure.Alerts), procedure.Steps.Count));
    }

    [Fact]
    public void A_row_with_what_one_sees_how_bad_it_is_and_what_to_do_is_an_incident() =>
        Assert.Equal([("Forno freddo", "high"), ("Nastro fermo", "medium")], Documents.Read("# Forni\n\n## Sala 1\n\n| Cosa vedi | Gravità | Guarda | Fai |\n|---|---|---|---|\n| Forno freddo | ALTA | `uptime -p` | `sudo systemctl restart forno` |\n| Nastro fermo | MEDIA | `df -h` | chiamare |\n").Procedures.Select(p => (p.Title, p.Severity)));

    [Fact]
    public void Letters_count_headings_as_numbers_do() =>
        Assert.Equal(["Kiln unreachable", "Old tiles on the belt", "Belt stuck"], Titles($"Kilns\n=====\n\nA. Kiln unreachable\n-------------------\n\nLook.{Fence}\nB. Old tiles on the belt\n------------------------\n\nLook.{Fence}\nC. Belt stuck\n-------------\n\nLook.{Fence}"));

    [Fact]
    public void Numbered_paragraphs_that_open_with_a_trouble_are_procedures_where_no_heading_is_marked()
    {
        var runbook = Documents.Read("Notes for whoever is on duty\n\n1. The kiln is cold. Look with `systemctl status kiln`, then `sudo systemctl restart kiln`.\n\n2. The belt does not move. `journalctl -u belt -n 20` says why.\n\n3. Tiles are stuck. Open the gate:\n\n```\nsudo gatectl open --all\n```\n");
        Assert.Equal(["The kiln is cold", "The belt does not move", "Tiles are stuck"], runbook.Procedures.Select(p => p.Title));
        Assert.Equal([2, 1, 1], runbook.Procedures.Select(p => p.Steps.Count));
    }

    [Fact]
    public void Numbered_orders_are_steps() =>
        Assert.True(Documents.Read("Notes\n\n1. Check the kiln. `systemctl status kiln`\n\n2. Restart it. `sudo systemctl restart kiln`\n\n3. Wait for heat. `uptime -p`\n").Procedures.Count <= 1);

    [Theory]
    [InlineData("What you see\n- cold\n- grey", 2)]
    [InlineData("see: cold tiles, a red lamp", 2)]
    [InlineData("What it looks like: cold tiles, a red lamp\nCheck that the gas is on.", 2)]
    [InlineData("- tiles cold, lamp red\n- no heat for an hour", 2)]
    [InlineData("Possible reasons:\n\n- the gas is off\n- a dirty sensor", 0)]
    [InlineData("- open the gas\n- light the fire", 0)]
    public void Signs_open_a_procedure(string text, int symptoms) => Assert.Equal(symptoms, Documents.One($"# Kilns\n\n## Kiln 3 is down\n\nAlert: `KilnCold`\n\n{text}{Fence}").Symptoms.Count);

    [Theory]
    [InlineData("It is usually one of these: a) the gas is off, b) the sensor is dirty.{0}")]
    [InlineData("C1: gas is off{0}\nC2: sensor dirty{0}")]
    [InlineData("### C1 – Gas is off{0}\n### C2 – Sensor dirty{0}")]
    [InlineData("a) Gas is off{0}\nb) Sensor dirty{0}")]
    [InlineData("This can happen because:\n\n- the gas is off\n- the sensor is dirty{0}")]
    [InlineData("## Was es sein kann\n\n- Gas aus\n- Sensor verschmutzt{0}")]
    [InlineData("Probable causes, most frequent first:\n\n1. gas is off\n2. sensor dirty{0}")]
    [InlineData("Causas probables: viento, gas cortado o sensor sucio.{0}", 3)]
    [InlineData("Cause n° 1 : gas fermé. Ouvrir.{0}\nCause n° 2 : capteur sale.{0}")]
    [InlineData("**Possible causes**\n\n1. Gas is off\n2. Sensor is dirty\n\n### Cause 1 – Gas is off{0}\n### Cause 2 – Sensor dirty{0}")]
    public void Causes_are_counted_in_many_ways(string text, int causes = 2) => Assert.Equal(causes, Documents.One($"# KilnCold\n\n**Alert**: `KilnCold`\n\n{text.Replace("{0}", Fence, StringComparison.Ordinal)}").Hypotheses.Count);

    [Fact]
    public void When_it_is_for_is_no_cause() => Assert.Empty(Documents.One($"# Kilns\n\n## Gas (SEV1)\n\nWhen tiles are cold:{Fence}").Hypotheses);

    [Theory]
    [InlineData("Ilvi 0555 500 142 (by day), Arvo 0555 500 143.", 2)]
    [InlineData("## Contacts\n\n|| Team || Phone ||\n| Potters | 5501 |\n| Gas | 5512 |", 2)]
    [InlineData("## Numbers\n\n- Control room 210\n- Ilvi 0170 555 0101", 2)]
    [InlineData("## ¿A quién llamo?\n\n1. Guardia: 600 000 101\n2. Ilvi: 600 000 102", 2)]
    [InlineData("## who\n\nIlvi (gas) +49 151 555 0133, Arvo (belts) on signal. If 45 min passed: the owner.\n\nsev1 = now, sev2 = 30 min, sev3 = tomorrow.", 2)]
    public void People_and_their_numbers_stand_anywhere(string text, int people) => Assert.Equal(people, Documents.Read($"# Kilns\n\n{text}\n").Contacts.Count);

    [Fact]
    public void A_command_shown_inside_a_block_of_text_is_one_to_run()
    {
        var step = Assert.Single(Documents.One("# Kiln 3 is down\n\nAlert: `KilnCold`\n\n````markdown\nPaste into the channel and wait for the second person:\n\n```bash\nsudo systemctl stop gas\n```\n````\n").Steps);
        Assert.Equal((Language.Shell, "sudo systemctl stop gas"), (step.Language, Assert.Single(step.Commands).Text));
        Assert.True(step.Effect > Effect.Read);
    }

    [Fact]
    public void A_form_that_shows_a_command_stays_a_form() =>
        Assert.Equal(StepKind.Template, Assert.Single(Documents.Read("# Handover\n\n````markdown\n# Handover <date>\n## Open\n- <what>\n```sh\nkubectl get pods\n```\n````\n").GeneralSteps).Kind);

    [Theory]
    [InlineData("conf t\n interface <port>\n  shutdown\nend\nwrite memory")]
    [InlineData("config firewall policy\n    edit 12\n        set status disable\n    next\nend")]
    public void What_a_switch_is_told_is_never_taken_for_text(string session) => Assert.True(Assert.Single(Documents.One($"# Loop in the network\n\nAlert: `LoopSeen`\n\nCut it off:\n\n```\n{session}\n```\n").Steps).Effect > Effect.Read);

    [Fact]
    public void After_what_not_to_do_commands_are_to_be_run_again() =>
        Assert.Equal(2, Documents.One($"# Kiln 3 is down\n\nAlert: `KilnCold`{Fence}\nWhat NOT to do: `kilnctl purge --all`.\n\nCleaning up afterwards is fine: `sudo systemctl restart kiln`\n").Steps.Count);

    [Fact]
    public void A_list_of_what_each_runbook_consists_of_is_no_procedure() =>
        Assert.Equal(["CardsDown"], Documents.Read("# Cards\n\n## How each runbook is built\n\n1. Alert context\n2. First look\n3. Diagnostic queries\n4. Hypotheses\n5. Safe actions\n6. When to escalate\n\n## Runbook 1: CardsDown\n\n**Alert**: `CardsDown` — **Severity**: `high`\n\n```bash\ndf -h\n```\n").Procedures.Select(p => $"{string.Join(' ', p.Alerts)}"));
}
