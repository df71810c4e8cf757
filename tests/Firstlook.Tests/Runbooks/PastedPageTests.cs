using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>What survives of a page that was pasted from somewhere: points that are no list, titles in the middle of a line, steps to a line.</summary>
public sealed class PastedPageTests
{
    [Fact]
    public void Points_that_a_typed_dot_makes_are_the_items_of_a_list()
    {
        var runbook = Documents.Read("Kartei\n\nKilnTooCold\n• Schwere: hoch\n• Ursachen bisher: Gas fehlt, Fühler defekt\n• Ansehen: `systemctl status kiln`\n\nBeltStopped\n• Schwere: kritisch\n• Abhilfe: `systemctl restart belt`\n\nErreichbarkeit\n• Leitstand: 030 000 00 17\n• Werkstatt: 030 000 00 18\n");
        Assert.Equal([("KilnTooCold", "high"), ("BeltStopped", "critical")], runbook.Procedures.Select(p => (p.Title, p.Severity)));
        Assert.Equal(["Gas fehlt", "Fühler defekt"], runbook.Procedures[0].Hypotheses.Select(c => c.Title));
        Assert.Equal([1, 1], runbook.Procedures.Select(p => p.Steps.Count));
        Assert.Equal(["Leitstand", "Werkstatt"], runbook.Contacts.Select(c => c.Role));
    }

    [Fact]
    public void A_paragraph_that_opens_with_a_problem_is_a_procedure_where_no_heading_is_left()
    {
        var runbook = Documents.Read("Notes of the press room\n\nProblem: the press does not start. Severity high. Symptoms are a red lamp, no pressure.\n```\nsystemctl status press\n```\n\nProblem: the folder does not close. Severity low. Symptoms: copies pile up. `pressctl folder show` tells where.\n");
        Assert.Equal([("the press does not start", "high"), ("the folder does not close", "low")], runbook.Procedures.Select(p => (p.Title, p.Severity)));
        Assert.Equal("pressctl folder show", Assert.Single(runbook.Procedures[1].Steps).Text);
    }

    [Fact]
    public void A_bold_line_with_its_alert_beside_it_is_the_title_of_an_incident()
    {
        var runbook = Documents.Read("**Things that break**\n\n**Queue is stuck** - alert `QueueStuck` (warning)\n\n```\nsystemctl status queue\n```\n\n**Leaked token in a log** - P1 always\n\n```\ngrep -c token /var/log/app.log\n```\n");
        Assert.Equal(["medium", "critical"], runbook.Procedures.Select(p => p.Severity));
        Assert.Equal(["QueueStuck"], runbook.Procedures[0].Alerts);
    }

    [Fact]
    public void Lines_that_each_say_what_and_how_are_a_step_each()
    {
        var procedure = Documents.One("# Rooms\n\n## Rooms are sold twice\n\nSintomas: a fila tem erros\nver a fila: `tail -100 /var/log/sync.log`\nreiniciar o serviço: `sudo systemctl restart sync`\n");
        Assert.Equal("a fila tem erros", Assert.Single(procedure.Symptoms).Text);
        Assert.Equal([("ver a fila", StepKind.Diagnostic), ("reiniciar o serviço", StepKind.Action)], procedure.Steps.Select(s => (s.Title, s.Kind)));
    }

    [Fact]
    public void A_sentence_below_the_list_of_signs_may_tell_what_to_run() =>
        Assert.Equal("docker image prune -a -f", Assert.Single(Documents.One("# DiskFull\n\n**Alert**: `DiskFull`\n\n## Symptoms\n\n- the disk is full\n\nOn the old builders run `docker image prune -a -f`.\n").Steps).Text);

    [Fact]
    public void A_program_typed_by_its_path_is_known_by_its_name_too() =>
        Assert.Contains(Documents.One("# TableGrows\n\n**Alert**: `TableGrows`\n\n## Fix\n\n```\nvendor/bin/shopper cache:rebuild\n```\n\nThe log table grows too. `shopper log:delete all` cleans it up.\n").Steps, s => s is { Inline: true, Text: "shopper log:delete all", Effect: Effect.Unknown });

    [Fact]
    public void Another_command_for_the_same_machine_is_not_the_one_in_the_block_below() =>
        Assert.Contains(Documents.One("# CacheCold\n\n**Alert**: `CacheCold`\n\n## Fix\n\nBack again with `ssh edge-1 \"sudo edgetool use normal\"`. One page only:\n\n```\nssh edge-1 \"sudo edgetool ban /page\"\n```\n").Steps, s => s.Inline && s.Text.Contains("use normal", StringComparison.Ordinal));

    [Theory]
    [InlineData("Priority: 1 = the plant stands still (phone, 5 minutes). 2 = one line (15 minutes). 3 = the rest (1 hour).")]
    [InlineData("`sev1` = 5 min, `sev2` = 15 min, `sev3` = 1 h.")]
    [InlineData("Paging: `page=critical` means acknowledge in 5 min, `page=high` acknowledge in 15 min, `page=medium` acknowledge in 1 h.")]
    [InlineData("`sev=1`: acknowledge in 5 minutes. `sev=2`: 15 minutes. `sev=3`: 1 hour.")]
    public void Levels_may_be_set_equal_to_their_times(string line) =>
        Assert.Equal([("critical", 5), ("high", 15), ("medium", 60)], Documents.Read($"# Kilns\n\n## Severity\n\n{line}\n").SeverityPolicy.Select(l => (l.Level, l.RespondMinutes)));

    [Fact]
    public void A_team_may_name_its_levels_by_what_they_do()
    {
        var runbook = Documents.Read("# Alerts\n\nThe label maps to: page (critical), ticket (warning), log (info).\n\n### ClockSkew\n\n- **Severity:** log\n- **Check:** `chronyc tracking`\n\n### BrokerDown\n\n- **Severity:** page\n- **Check:** `systemctl status broker`\n");
        Assert.Equal(["low", "critical"], runbook.Procedures.Select(p => p.Severity));
    }

    [Theory]
    [InlineData("events / customers call / the probe is red", 3)]
    [InlineData("CPU / memory high", 1)]
    [InlineData("the secret was rotated · the worker lost it", 2)]
    public void Slashes_and_dots_part_what_no_comma_parts(string signs, int count) =>
        Assert.Equal(count, Documents.One($"# PopDown\n\n**Alert**: `PopDown`\n\nSymptoms: {signs}\n\n```\nuptime -p\n```\n").Symptoms.Count);

    [Fact]
    public void What_is_told_to_a_bot_waits_for_a_person() =>
        Assert.Equal((StepKind.Action, Effect.Unknown), Documents.One("# ShopDown\n\n**Alert**: `ShopDown`\n\n## Response\n\nType in the channel:\n\n```\n/incident open sev1 <name>\n```\n").Steps.Select(s => (s.Kind, s.Effect)).Single());

    [Fact]
    public void The_head_of_a_column_says_what_an_unknown_command_is_for()
    {
        var procedure = Documents.One("# PopDown\n\n**Alert**: `PopDown`\n\n| Check | Command |\n|---|---|\n| peers | `edger peers --all` |\n\n| Fix | Command |\n|---|---|\n| peer sick | `edger peers --out <peer>` |\n");
        Assert.Equal([StepKind.Diagnostic, StepKind.Action], procedure.Steps.Select(s => s.Kind));
    }

    [Fact]
    public void Ways_out_that_name_a_state_name_the_causes() =>
        Assert.Equal(["the rows are locked", "redis refuses writes"], Documents.One("# SaveFails\n\n**Alert**: `SaveFails`\n\n### Resolution 1 - the rows are locked\n\n```\nuptime -p\n```\n\n### Resolution 2 - redis refuses writes\n\n```\nredis-cli info memory\n```\n").Hypotheses.Select(c => c.Title));
}
