using Firstlook.Effects;
using Firstlook.Runbooks;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Tests.Runbooks;

/// <summary>Levels for each place, alerts in appendices and brackets, causes in one line, wikis' own marks: what ordinary teams write.</summary>
public sealed class OrdinaryTeamsTests
{
    const string Fence = "\n\n```bash\nkubectl get pods\n```\n";

    static Procedure Kiln(string text) => Documents.One($"# Kilns\n\n## Kiln 3 is down\n\n{text}{Fence}");

    [Theory]
    [InlineData("prod: P1 / staging: P4", "critical")]
    [InlineData("staging: P4 · prod: P2", "high")]
    [InlineData("Em prod é P2, e vira P1 se tiver banco na fila.", "high")]
    [InlineData("P1 em qualquer ambiente que tenha rota real.", "critical")]
    [InlineData("Stufe: rot", "critical")]
    [InlineData("niveau orange", "high")]
    [InlineData("Severity: P1 when the disk is at zero, before that P3", "medium")]
    public void A_level_for_a_place_a_time_or_a_colour_is_one(string text, string level) => Assert.Equal(level, Kiln(text).Severity);

    [Fact]
    public void What_is_said_of_before_rates_nothing_where_no_earlier_time_is_meant() => Assert.Equal("critical", Kiln("Severity: critical, call us before P3 customers do").Severity);

    [Fact]
    public void A_title_may_tell_the_level_that_it_starts_at() =>
        Assert.Equal("medium", Documents.One($"# Kilns\n\n## The disk is full (P1 when it is at zero, before that P3){Fence}").Severity);

    [Fact]
    public void An_appendix_may_say_which_alert_leads_to_which_letter()
    {
        var runbook = Documents.Read($"# Ofen\n\n## A) Ofen steht{Fence}\n## B) Band ist langsam{Fence}\n## Anhang\n\n| Prüfung | siehe |\n|---|---|\n| OFEN_STEHT | A |\n| BAND_LAHM | B |\n");
        Assert.Equal(["OFEN_STEHT", "BAND_LAHM"], runbook.Procedures.SelectMany(p => p.Alerts));
    }

    [Fact]
    public void Names_in_brackets_before_titles_are_alerts_where_each_stands_before_one()
    {
        var runbook = Documents.Read($"# Hall\n\n## [HALL-BELT-STALLED] The belt stands still{Fence}\n## [HALL-DB-SLOW] Lookups are slow{Fence}");
        Assert.Equal(["HALL-BELT-STALLED", "HALL-DB-SLOW"], runbook.Procedures.SelectMany(p => p.Alerts));
        var tagged = Documents.Read($"# Hall\n\n## [HALL-EAST] The belt stands still{Fence}\n## [HALL-EAST] Lookups are slow{Fence}");
        Assert.Empty(tagged.Procedures.SelectMany(p => p.Alerts));
    }

    [Fact]
    public void Names_below_a_key_are_joined_and_a_key_that_is_told_again_begins_anew() =>
        Assert.Equal("b, c", Lines("alerts: [x]", "alerts:", "  - b", "  - c").Values["ALERTS"]);

    static FrontMatter Lines(params string[] lines) => FrontMatters.Read(1, lines.Length, [.. lines.Select((text, i) => (text, i + 1))]);

    [Fact]
    public void Front_matter_may_lead_each_alert_to_a_number_or_an_anchor()
    {
        var runbook = Documents.Read($"---\nalerts:\n  - BeltStands: \"#1\"\n  - NodeDown: \"#2\"\n---\n\n# Hall\n\n## 1. The belt stands still{Fence}\n## 2. Nodes are lost{Fence}");
        Assert.Equal(["BeltStands", "NodeDown"], runbook.Procedures.SelectMany(p => p.Alerts));
    }

    [Theory]
    [InlineData("SCOM raises **KilnBlocking** when one waits, and usually **KilnQueue** a little later.", "KilnBlocking KilnQueue")]
    [InlineData("```promql\n# rule: KilnQueueGrowing\nmax(kiln_depth) > 20000\n```", "KilnQueueGrowing")]
    public void A_monitor_and_a_comment_name_alerts(string text, string alerts) => Assert.Equal(alerts, string.Join(' ', Kiln(text).Alerts));

    [Theory]
    [InlineData("Could be: (1) the gas is off, (2) a belt; (3) clock drift", 3)]
    [InlineData("Possível: (a) o gás acabou; (b) a correia; (c) o relógio", 3)]
    [InlineData("Could be dust on the lens, a camera that lost its settings or the decoder out of memory.", 3)]
    [InlineData("People call. Verdächtig: das VPN, das Portal selbst, oder unsere Queue.", 3)]
    [InlineData("Possible causes\na. the gas is off\nb. the belt is torn", 2)]
    [InlineData("It is the gas. Nearly always one of\n\n a) an empty tank\n b) the people upstairs\n c) a valve", 3)]
    [InlineData("Could be:\n\n- [ ] a log that grows\n- [ ] a backup that stayed", 2)]
    [InlineData("### Why (so far)\n\n- somebody restarted it\n- eviction", 2)]
    [InlineData("Mögliche Gründe\n* der Tank ist leer\n* das Band", 2)]
    [InlineData("Maybe:\n* the tank is empty\n* clock", 2)]
    public void Causes_are_told_in_one_line_by_letters_and_with_boxes(string text, int causes)
    {
        var found = Kiln(text).Hypotheses;
        Assert.Equal(causes, found.Count);
        Assert.DoesNotContain(found, cause => cause.Title.Contains('['));
    }

    [Fact]
    public void What_is_done_about_a_letter_is_no_further_cause() =>
        Assert.Equal(["the BI people", "a plan"], Kiln("It is the database. Usually one of\n\na) the BI people\nb) a plan\n\na) -> ask them nicely\n\nb) -> wait").Hypotheses.Select(h => h.Title));

    [Fact]
    public void The_ways_out_of_listed_causes_are_not_counted_again()
    {
        var causes = Documents.One("# KilnCold\n\n## Possible causes\n\n1. A burner is down or being replaced\n2. A reload runs without limit and eats the gas\n3. The control cannot reach the valve\n\n"
            + $"## Mitigation\n\n### Branch A: burner is down{Fence}\n### Branch B: runaway reload{Fence}").Hypotheses;
        Assert.Equal(["The control cannot reach the valve", "burner is down", "runaway reload"], causes.Select(c => c.Title));
    }

    [Fact]
    public void Signs_are_told_without_their_boxes() => Assert.Equal(["p95 above 2 s", "people complain"], Kiln("**Symptoms**\n\n- [ ] p95 above 2 s\n- [ ] people complain").Symptoms.Select(s => s.Text));

    [Theory]
    [InlineData("**Clues**\n\n- one item sold often\n- the price falls", 2)]
    [InlineData("How it feels\n* search spins\n* desks wait", 2)]
    [InlineData("**Q: How do I know it is this?**\n\n- no slots left\n- health goes red", 2)]
    [InlineData("Nobody is paged. Sintoma único: o relatório mostra \"enviado\" e nunca \"entregue\".", 1)]
    public void Further_words_for_signs(string text, int signs) => Assert.Equal(signs, Kiln(text).Symptoms.Count);

    [Theory]
    [InlineData("Si le four ne remonte pas au bout de 20 minutes : appeler le DBA", 20)]
    [InlineData("Escalate to L3 if it is not back after 20 minutes.", 20)]
    [InlineData("Sofort den DB-Bereitschaftsdienst holen, wenn die Instanz nicht mehr offen ist.", 0)]
    public void Somebody_is_called(string text, int minutes) => Assert.Equal(minutes, Assert.Single(Kiln(text).Escalations).AfterMinutes);

    [Theory]
    [InlineData("Merkt man an Anrufen der Einsender.")]
    [InlineData("Prévenir le support de proximité (modèle en section 10)")]
    public void Nobody_is_called(string text) => Assert.Empty(Kiln(text).Escalations);

    [Fact]
    public void Whom_to_wake_when_and_how_stand_below_one_heading()
    {
        var runbook = Documents.Read($"# Kilns\n\n## Kiln 3 is down{Fence}\n## Whom do I wake?\n\n**Q: When?**\n\n- After 20 minutes, the second on-call:\n  - no idea\n- After 60 minutes, Odalys (CTO): bread is grey\n\n"
            + "**Q: Whom exactly?**\n\n- Odalys Ferreira, CTO: +34 600 55 01 20\n- Pim Koster, security: +31 6 5550 1212\n");
        Assert.Equal(["+34 600 55 01 20", "+31 6 5550 1212"], runbook.Contacts.Select(c => c.Reach));
        Assert.Equal([20, 60], runbook.Escalations.Select(e => e.AfterMinutes));
        Assert.Equal("Odalys", runbook.Escalations[1].Target);
    }

    [Fact]
    public void A_table_of_duties_escalates_nothing() =>
        Assert.Empty(Documents.Read($"# Kilns\n\n## Kiln 3 is down{Fence}\n## Roles and escalation\n\n| Activity | L1 | L2 | DBA |\n|---|---|---|---|\n| Triage | R | C | I |\n| Restart | I | R | A |\n").Escalations);

    [Fact]
    public void Blocks_of_a_wikis_own_mark_are_blocks_on_their_lines()
    {
        var steps = Documents.Read("# Kilns\n\n## Kiln 3 is down\n\n{noformat}\nsystemctl restart kiln\n{noformat}\n\n{code:bash|title=look}\ndf -h\n{code}\n").AllSteps().ToList();
        Assert.Equal([(5, StepKind.Action), (9, StepKind.Diagnostic)], steps.Select(s => (s.Line, s.Kind)));
    }

    [Fact]
    public void A_heading_that_fills_the_gap_of_its_neighbours_is_one_of_them()
    {
        var runbook = Documents.Read($"# Ofen\n\n## A) Ofen steht{Fence}\n### B) Band ist langsam{Fence}\n## C) Lampe ist kaputt{Fence}");
        Assert.Equal(3, runbook.Procedures.Count);
        Assert.All(runbook.Procedures, p => Assert.Single(p.Steps));
    }

    [Fact]
    public void The_anchor_of_a_heading_is_no_part_of_its_words()
    {
        var procedure = Documents.One($"# Kilns\n\n## Kiln 3 is down {{#kiln3}}{Fence}");
        Assert.Equal(("Kiln 3 is down", "kiln3"), (procedure.Title, procedure.Slug));
    }

    [Fact]
    public void Emphasis_before_a_full_stop_leaves_no_star() => Assert.Equal("high. Look at the queue first", Kiln("*high*. Look at the queue first:").Steps[0].Title);

    [Theory]
    [InlineData("Raise the limit in `config/queue.php`:", "php", "'redis' => [\n    'retry_after' => 180,\n],", StepKind.ConfigExample)]
    [InlineData("The real fix goes into `app/Jobs/Send.php`:", "php", "public $timeout = 120;", StepKind.CodeChange)]
    [InlineData("In `worker/tasks.py` catch it:", "python", "try:\n    send(invoice)\nexcept Timeout:\n    retry(invoice)", StepKind.CodeChange)]
    [InlineData("Run what is in `fix/locks.py`:", "python", "r.delete(\"lock:invoice\")", StepKind.Action)]
    [InlineData("In `fix/locks.py`:", "python", "import redis\nr = redis.Redis()\nr.delete(\"lock:invoice\")", StepKind.Action)]
    public void A_fragment_for_a_file_is_written_there_and_a_program_runs(string lead, string tag, string text, StepKind kind) =>
        Assert.Equal(kind, Assert.Single(Documents.One($"# Kilns\n\n## Kiln 3 is down\n\n{lead}\n\n```{tag}\n{text}\n```\n").Steps).Kind);

    [Fact]
    public void What_nobody_does_is_no_step_and_what_follows_a_warning_is()
    {
        Assert.DoesNotContain("git push", string.Join(' ', Kiln("Things nobody does, not even the CTO: `git push --force` to main.").Steps.Select(s => s.Text)), StringComparison.Ordinal);
        Assert.Contains(Kiln("Don't panic, do this: `systemctl restart kiln`").Steps, s => s.Text == "systemctl restart kiln");
    }

    [Fact]
    public void A_form_is_known_by_what_it_asks()
    {
        var runbook = Documents.Read($"# Kilns\n\n## Kiln 3 is down{Fence}\n## Words\n\n```markdown\n# Bilan {{numero}}\n## Chronologie\n## Cause\n## Actions (responsable)\n```\n\nSign on the door:\n\n```\nThe ovens are not working at the moment. We expect to be back at ____.\n```\n");
        Assert.NotNull(runbook.PostmortemForm);
        Assert.Equal("Sign on the door", Assert.Single(runbook.Templates).Purpose);
    }
}
