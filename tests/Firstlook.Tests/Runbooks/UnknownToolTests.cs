using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>What nobody here knows is asked about: it is neither overlooked nor taken for prose.</summary>
public sealed class UnknownToolTests
{
    static Step Block(string text, string lead = "Bring the line back:") =>
        Assert.Single(Documents.Read($"# Press line stopped\n\n**Symptoms**: no sheets\n\n## What to do\n\n{lead}\n\n```\n{text}\n```\n").AllSteps());

    [Theory]
    [InlineData("presslinectl unit set p3-[1,4] mode=auto")]
    [InlineData("parkd reboot WHENIDLE next=RESUME note=\"belt stuck\" p3-7")]
    [InlineData("gw route-add kiosk.example plant --host kiosk --weight 10")]
    [InlineData("array lun online -vserver vs_press -lun *")]
    [InlineData("STOP LISTENER(PRESS.IN) MODE(FORCE)")]
    public void A_block_with_a_tool_that_is_not_known_is_asked_about(string command)
    {
        var step = Block(command);
        Assert.Equal((true, 1), (step.Effect >= Effect.Disruptive, step.Commands.Count));
    }

    [Fact]
    public void A_statement_of_an_unknown_dialect_is_a_statement()
    {
        var step = Block("REWIND TABLE press.jobs TO YESTERDAY;");
        Assert.Equal((Language.Sql, Effect.Unknown), (step.Language, step.Effect));
    }

    [Theory]
    [InlineData("We are back. The line was down for ten minutes, and no order was lost.")]
    [InlineData("ONLINE")]
    [InlineData("unit   state   since\np3-1   ready   04:12\np3-4   halted  04:15")]
    [InlineData("press.sheets = 41000\npress.waste = 12")]
    [InlineData("[press]\nlanes=4\nspeed_limit=80")]
    public void What_nobody_would_type_has_nothing_to_run(string text) => Assert.Equal((Effect.None, 0), (Block(text).Effect, Block(text).Commands.Count));

    [Theory]
    [InlineData("presslinectl lane resize --to 4", StepKind.Action)]
    [InlineData("presslinectl lane show 4", StepKind.Diagnostic)]
    [InlineData("inkstore failover status", StepKind.Diagnostic)]
    [InlineData("inkstore lease revoke-all --pool cyan", StepKind.Action)]
    [InlineData("inkstore purge --pool cyan --dry-run", StepKind.Diagnostic)]
    [InlineData("rake search:reindex[all]", StepKind.Action)]
    [InlineData("bin/rake 'search:reindex[all]'", StepKind.Action)]
    [InlineData("rake search:status[all]", StepKind.Diagnostic)]
    [InlineData("php artisan window:open", StepKind.Action)]
    [InlineData("npm run db:migrate:status", StepKind.Diagnostic)]
    public void Its_own_verb_decides_what_an_unknown_command_is_for(string command, StepKind kind) => Assert.Equal(kind, Block(command, "Then:").Kind);

    [Fact]
    public void A_prompt_of_a_storage_array_or_a_switch_is_a_prompt()
    {
        var steps = Documents.Read("# LunOffline\n\n**Alert**: `LunOffline`\n\n```\nary-1::> lun show -state offline\nPath   State\n------ -------\n/v/l1  offline\n```\n\n```\nsw-core1# show interfaces counters\nPort  In\n```\n").Procedures[0].Steps;
        Assert.Equal(["lun show -state offline", "show interfaces counters"], steps.Select(s => Assert.Single(s.Commands).Text));
    }

    [Fact]
    public void Behind_a_session_that_was_opened_the_hash_is_roots_prompt()
    {
        var step = Documents.One("# KioskDead\n\n**Alert**: `KioskDead`\n\n```console\n$ ssh -p 2209 admin@kiosk.example\n# cat /etc/kiosk\nslot=B\n# slotctl choose A\n# reboot\n```\n").Steps[0];
        Assert.Equal(["ssh -p 2209 admin@kiosk.example", "cat /etc/kiosk", "slotctl choose A", "reboot"], step.Commands.Select(c => c.Text));
    }

    [Fact]
    public void A_device_is_told_and_asked_in_the_text()
    {
        var steps = Documents.One("# TransitDown\n\n**Alert**: `TransitDown`\n\n## Diagnosis\n\n- On the router `show bgp summary`, and if the peer is idle `clear bgp neighbor 192.0.2.7` once\n").Steps;
        Assert.Equal([("show bgp summary", StepKind.Diagnostic), ("clear bgp neighbor 192.0.2.7", StepKind.Action)], steps.Select(s => (s.Commands[0].Text, s.Kind)));
        Assert.Equal([Effect.Read, Effect.Disruptive], steps.Select(s => s.Effect));
    }

    [Fact]
    public void In_a_column_of_commands_whatever_reads_as_typed_is_a_command()
    {
        var steps = Documents.One("# ZoneStale\n\n**Symptoms**\n\n- old addresses\n\n| Situation | Command | Note |\n|---|---|---|\n| 1 | `zonectl realign {zone}` | once |\n| no notice | `notifyd push {zone}` | harmless |\n").Steps;
        Assert.Equal(["zonectl realign {zone}", "notifyd push {zone}"], steps.Select(s => s.Commands[0].Text));
    }

    [Fact]
    public void What_is_piped_into_a_filter_is_a_program() =>
        Assert.Equal("jobdiag | grep -i \"queue depth\"", Documents.One("# JobsWait\n\n**Alert**: `JobsWait`\n\nLook at the buffer, `jobdiag | grep -i \"queue depth\"`, under a thousand is fine.\n").Steps[0].Commands[0].Text);

    [Fact]
    public void The_table_below_the_symptoms_is_what_to_do_about_them()
    {
        var steps = Documents.One("# BeltStops\n\n**Symptoms**\n\n* parcels lie still\n\n| # | What | Command |\n|---|---|---|\n| 1 | Controller there? | `ping -c 3 10.9.0.4` |\n").Steps;
        Assert.Equal("ping -c 3 10.9.0.4", Assert.Single(steps).Commands[0].Text);
    }

    [Fact]
    public void A_command_that_takes_the_place_of_another_way_is_not_forbidden() =>
        Assert.Single(Documents.One("# BucketFull\n\n**Alert**: `BucketFull`\n\nSet a rule instead of deleting by hand: `rclone cleanup store:old`.\n").Steps);

    [Fact]
    public void What_certainly_changes_something_is_run_whatever_its_lead_promises()
    {
        var step = Documents.One("# SlotsLeft\n\n**Alert**: `SlotsLeft`\n\nThe output for a slot that nobody owns:\n\n```sql\nSELECT pg_drop_replication_slot('<slot>');\n```\n").Steps[0];
        Assert.Equal(Effect.Destructive, step.Effect);
    }
}
