using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Sessions that were copied with what came back, whom a page calls after how long, and words to fill in that stand among others.</summary>
public sealed class SessionsAndMatricesTests
{
    static IEnumerable<string> Commands(string block) =>
        Documents.Read($"# Locks\n\n## Queue is stuck\n\nSeverity: P1\n\n```\n{block}\n```\n").AllSteps().SelectMany(s => s.Commands).Select(c => c.Text);

    static Step Only(string text) => Assert.Single(Documents.Read(text).AllSteps());

    static IEnumerable<(int?, string?)> Calls(string sentence) =>
        Documents.One($"# Ferry\n\n## Gate is stuck\n\nSeverity: P1\n\n```bash\nkubectl get pods\n```\n\n{sentence}\n").Escalations.Select(e => (e.AfterMinutes, e.Target));

    [Fact]
    public void A_statement_whose_semicolon_stands_before_a_remark_does_not_go_on_in_its_answer() =>
        Assert.Equal(["SELECT pg_cancel_backend(77);", "SELECT pg_terminate_backend(77);"],
            Commands("lamp=# SELECT pg_cancel_backend(77);   -- it stayed\n t\nlamp=# SELECT pg_terminate_backend(77);\n t").Select(c => c.Split("  ")[0]));

    [Theory]
    [InlineData("{ ok: 1 }")]
    [InlineData("{ acknowledged: true, insertedId: 7 }")]
    [InlineData("[ 'node-1', 0 ]")]
    public void A_document_that_a_client_printed_is_not_typed_at_a_shell(string printed) =>
        Assert.Equal(["rs.freeze(0)"], Commands($"cfg [direct: secondary] admin> rs.freeze(0)\n{printed}"));

    [Fact]
    public void A_paste_of_which_nothing_is_to_be_typed_is_output() =>
        Assert.Equal((StepKind.ExpectedOutput, Language.Output),
            Only("# Edge\n\n## Peer is down\n\nThis is what it looks like when well (paste of a quiet day, nothing to type):\n\n```\nnoc@edge-1> show bgp summary | match 64500\n192.0.2.9  64500  9810  4122  0  3  5w2d Establ\n```\n") is var step
                ? (step.Kind, step.Language) : default);

    [Fact]
    public void A_change_is_to_be_typed_whatever_its_words_promise() =>
        Assert.Equal(StepKind.Action, Only("# Edge\n\n## Peer is down\n\nNothing to type:\n\n```\nnoc@edge-1> clear bgp neighbor 192.0.2.9\nCleared 1 connections\n```\n").Kind);

    [Theory]
    [InlineData("Clock:", "# values-prod.yaml (what it should be)")]
    [InlineData("W pliku `lampy.yml` musi być potem:", "# lampy")]
    public void Data_under_the_name_of_its_file_is_configuration(string lead, string first) =>
        Assert.Equal(StepKind.ConfigExample,
            Documents.Read($"# Lamps\n\n## Lamps are late\n\n```bash\nconsul kv get lamps\n```\n\n{lead}\n\n```yaml\n{first}\nlamps:\n  pool: 4\n```\n").AllSteps().Last().Kind);

    [Fact]
    public void A_procedure_of_a_database_is_called_for_what_it_does() =>
        Assert.Equal(StepKind.Action, Only("# Lamps\n\n## Compression is late\n\nIt died? By hand:\n\n```sql\nCALL run_job(1004);\n```\n").Kind);

    [Theory]
    [InlineData("NB: `nats consumer next JOBS main` looks like a peek but takes the message away. Do not run it.", 0)]
    [InlineData("Take one away: `nats consumer next JOBS main`. Do not run it on a Friday.", 1)]
    [InlineData("First `nats consumer next JOBS main`, then `nats stream report`. Do not run it.", 1)]
    public void The_next_sentence_may_forbid_a_command(string sentence, int steps) =>
        Assert.Equal(steps, Documents.Read($"# Jobs\n\n## Jobs are stuck\n\n{sentence}\n").AllSteps().Count());

    [Theory]
    [InlineData("kubectl -n NAMESPACE scale deploy/LOOPER --replicas=0", "NAMESPACE LOOPER")]
    [InlineData("redis-cli TTL lock:EVENT_ID:SEAT", "EVENT_ID SEAT")]
    [InlineData("redis-cli TTL lock:GLOBAL:COUNT", "")]
    [InlineData("sudo cupsenable PRINTER", "PRINTER")]
    public void Words_in_capitals_are_to_be_filled_in_where_no_name_is_written_so(string command, string names) =>
        Assert.Equal(names, string.Join(' ', Only($"# Q\n\n## Q is stuck\n\n```bash\n{command}\n```\n").Placeholders));

    [Fact]
    public void What_a_pattern_captures_is_not_to_be_filled_in() =>
        Assert.Empty(Only("# Web\n\n## Web is slow\n\n```logql\nsum(rate({job=\"nginx\"} | pattern `<_> [<_>] \"<_>\" <status> <_>` | status >= 500 [5m]))\n```\n").Placeholders);

    [Theory]
    [InlineData("Refill not confirmed 20 min after the broadcast: wake the second key officer.", 20, "second key officer")]
    [InlineData("P1 longer than 30 minutes: wake the head of network.", 30, "head of network")]
    [InlineData("If the queue does not move 20 min after that, campus IT.", 20, "campus IT")]
    [InlineData("Nie zgadza się nadal po 2 dniach roboczych: kontroling.", 2880, "kontroling")]
    [InlineData("Escalonar na hora para o gerente de plataforma se for feriado.", null, null)]
    [InlineData("Over 100 000 phones → editor in chief, see below.", null, null)]
    public void A_sentence_calls_somebody(string sentence, int? minutes, string? target)
    {
        var call = Assert.Single(Calls(sentence));
        if (minutes is not null) Assert.Equal((minutes, target), call);
    }

    [Theory]
    [InlineData("The export takes 20 min after the import: call the API once more.")]
    [InlineData("Flow of a message: gate → queue manager → node.")]
    public void What_only_seems_to_call_calls_nobody(string sentence) => Assert.Empty(Calls(sentence));

    [Theory]
    [InlineData("**Escalate:** vendor hotline after 10 min (P1 contract), chief physician on duty after 30 min", "10 vendor hotline, 30 chief physician on duty")]
    [InlineData("**Eskalacja**: po 20 minutach kierownik IT, po 60 minutach dyrektor operacyjny.", "20 kierownik IT, 60 dyrektor operacyjny")]
    public void Each_time_of_a_sentence_is_a_rule(string sentence, string rules) =>
        Assert.Equal(rules, string.Join(", ", Calls(sentence).Select(c => $"{c.Item1} {c.Item2}")));

    [Fact]
    public void A_label_above_a_list_says_when_and_to_whom() =>
        Assert.Equal([(0, "clinical safety officer"), (30, "security")],
            Calls("### When to escalate\n\n**Immediately, to the clinical safety officer, if:**\n- the emergency line is affected\n\n**After 30 minutes, to security, if**\n- the backlog grows\n").Select(c => (c.Item1!.Value, c.Item2!)));

    [Fact]
    public void A_list_of_whom_to_wake_and_when_is_an_escalation() =>
        Assert.Equal([(15, "secondary on-call"), (60, "medical director and CTO")],
            Documents.Read("# Care\n\n## Who to wake up, and when\n\n- **After 15 minutes** → secondary on-call\n  - page not acknowledged\n- **After 60 minutes** → medical director *and* CTO\n\n## Gate is stuck\n\nSeverity: P1\n\n```bash\nkubectl get pods\n```\n")
                .Escalations.Select(e => (e.AfterMinutes!.Value, e.Target!)));

    [Fact]
    public void Whoever_is_called_when_nobody_answers_is_no_further_contact()
    {
        var read = Documents.Read("# Tickets\n\n## Gate is stuck\n\n```bash\nkubectl get pods\n```\n\n## Phone\n\n1. Dermot, 07700 900110\n2. Wren (db), 07700 900111\n\nNobody answers: after 10 minutes ring Wren, after 20 minutes ring Dermot even if he sleeps.\n");
        Assert.Equal(["Dermot", "Wren (db)"], read.Contacts.Select(c => c.Role));
        Assert.Equal([(10, "Wren"), (20, "Dermot")], read.Escalations.Select(e => (e.AfterMinutes!.Value, e.Target!)));
    }

    [Theory]
    [InlineData("## 99. House", "| | tel |\n|-|-|\n| Head of network, Ilse | 0555-4410 |\n| Transit | +31 20 555 0199 |")]
    [InlineData("## 6. Gente", "| Quem | Para quê | Como |\n|---|---|---|\n| Plantonista | tudo | PagerDuty |\n| Diretoria | cliente ouro | (11) 5555-0199 |")]
    [InlineData("## Kogo do czego", "| Temat | Pierwszy | Kanał |\n|---|---|---|\n| WMS | Grażyna (601 555 011) | Teams |\n| Trasy | Tobiasz (601 555 012) | Teams |")]
    public void A_table_of_people_lists_them(string heading, string table) => Assert.Equal(2, Documents.Read($"# Team\n\n{heading}\n\n{table}\n").Contacts.Count);

    [Fact]
    public void First_second_and_third_of_a_topic_are_called_in_turn() =>
        Assert.Equal(["custody lead → CISO → board member", "legal → CEO"],
            Documents.Read("# Vault\n\n## Escalation matrix\n\n| Topic | 1st | 2nd | 3rd |\n|---|---|---|---|\n| keys | custody lead | CISO | board member |\n| press | legal | CEO | - |\n").Escalations.Select(e => e.Target!));

    [Fact]
    public void Symptoms_may_stand_behind_the_level_and_the_alert() =>
        Assert.Equal(["routers get no config", "NotWritablePrimary in the log"],
            Documents.One("# Store\n\n## 5. Store is gone\n\nS2, `StorePrimaryMissing`, symptoms: routers get no config, `NotWritablePrimary` in the log\n\n```bash\nkubectl get pods\n```\n").Symptoms.Select(s => s.Text));

    [Fact]
    public void What_leads_to_a_block_is_no_symptom() =>
        Assert.Empty(Documents.One("# Runs\n\n## DagRunLate\n\n- state:\n  ```bash\n  airflow dags list-runs -d x\n  ```\n- which task:\n  ```bash\n  airflow tasks states-for-dag-run x y\n  ```\n").Symptoms);

    [Fact]
    public void What_says_that_it_has_no_alert_is_counted_with_those_that_have_one() =>
        Assert.Equal(4, Documents.Read(string.Concat(Enumerable.Range(1, 3).Select(i => $"# {i}. Port {i} flaps\n\n`PortFlap{(char)('A' + i)}`, P1\n\n```bash\nkubectl get pods\n```\n\n").Prepend("# NOC\n\n"))
            + "# 4. DHCP on the old box\n\nno alert, customers call\n\n```bash\nkubectl get nodes\n```\n").Procedures.Count);

    [Theory]
    [InlineData("# Raport: <tytuł>\n## Przebieg\n## Przyczyna\n## Co poprawimy (kto, do kiedy)", "Raport po awarii (wypełnić w 5 dni)")]
    [InlineData("# Protocol of a disturbance\nMinutes lost:\nCause (one sentence):\n## Timeline\n## Measures, owner, until when", "Protocol for the board")]
    public void A_form_that_asks_for_course_cause_and_measures_looks_back(string form, string heading) =>
        Assert.NotNull(Documents.Read($"# Lamps\n\n## Lamps are late\n\n```bash\nkubectl get pods\n```\n\n## {heading}\n\n```markdown\n{form}\n```\n").PostmortemForm);

    [Fact]
    public void Each_sentence_of_a_paragraph_may_forbid() =>
        Assert.Equal(["Do not drop chunks of the audit", "Don't reset the numbers without a call"],
            Documents.Read("# Desk\n\n🚫 Do not drop chunks of the audit. Regulator.\n🚫 Don't reset the numbers without a call.\n").Prohibitions.Select(p => p.Text));

    [Theory]
    [InlineData("Last thing they did. Don't know why:")]
    [InlineData("1. ⛔ Pause the sender (phase 2).")]
    public void What_is_not_known_or_to_be_stopped_is_not_forbidden(string sentence) => Assert.Empty(Documents.Read($"# Desk\n\n{sentence}\n").Prohibitions);

    [Fact]
    public void What_is_to_be_unfolded_below_a_cause_is_none_itself() =>
        Assert.Equal(["out of connections", "bad release"],
            Documents.One("# Exams\n\n## Answers are not saved\n\nSeverity: P1\n\n### Hypotheses\n\n**H1 out of connections**\n```bash\nkubectl get pods\n```\n\n**H2 bad release**\n\n<details><summary>only with two people!</summary>\n\n```bash\nkubectl rollout undo deploy/x\n```\n</details>\n")
                .Hypotheses.Select(h => h.Title));
}
