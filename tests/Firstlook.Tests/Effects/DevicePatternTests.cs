using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>To a network device all that stands behind a filter is one pattern; to a shell what stands behind the second stroke is a program.</summary>
public sealed class DevicePatternTests
{
    [Theory]
    [InlineData("show interfaces GigabitEthernet0/0/1 | include line protocol|errors", Effect.Read)]
    [InlineData("show bgp ipv4 unicast summary | include Idle|Active", Effect.Read)]
    [InlineData("show interfaces | include rate|input errors", Effect.Unknown)]
    [InlineData("show interfaces | include rate|reboot now", Effect.Disruptive)]
    [InlineData("show interfaces | include rate|Errors|rm -rf x", Effect.Destructive)]
    [InlineData("show logging | include UPDOWN|REBOOT", Effect.Unknown)]
    [InlineData("show logging | include UPDOWN|SHUTDOWN /s /t 0", Effect.Unknown)]
    [InlineData("show logging | include A|DEL /q /s C:/data", Effect.Destructive)]
    [InlineData("show x | include a|%COMSPEC% /c del x", Effect.Unknown)]
    [InlineData("show x | include a|BIN/REBOOT.EXE", Effect.Unknown)]
    [InlineData("show running-config | include A|TEE bootflash:x", Effect.Unknown)]
    [InlineData("show logging | include UPDOWN|ADJCHANGE", Effect.Read)]
    [InlineData("show interfaces status | include Po|Te1/1", Effect.Read)]
    [InlineData("show interfaces terse | match up|ge-0/0/1", Effect.Read)]
    [InlineData("show interfaces status | include Po|te1/run", Effect.Unknown)]
    [InlineData("show logging | include %LINK-3-UPDOWN|%BGP-5", Effect.Read)]
    public void What_stands_behind_a_filter_is_a_pattern_where_no_program_has_its_name(string line, Effect effect) =>
        Assert.Equal(effect, Classifier.Whole($"ssh noc@leaf3.dc.internal '{line}'", Language.Shell).Effect);

    [Theory]
    [InlineData("ssh noc@agg-02.example\nenable\nshow interfaces Te1/0/3 | include line protocol|CRC|flap\nshow interfaces Te1/0/3 transceiver")]
    [InlineData("show bgp ipv4 unicast summary | include Idle|Active\nshow interfaces HundredGigE0/0/0/1 | include rate|error|line protocol")]
    [InlineData("  show interfaces GigabitEthernet0/0/1 | include line protocol|errors")]
    public void In_a_session_of_a_device_each_filter_is_one_pattern(string session)
    {
        var commands = Classifier.Block(session, Language.Shell);
        Assert.All(commands, command => Assert.Equal(Effect.Read, command.Effect));
        Assert.Equal(session.Split('\n').Select(line => line.Trim()), commands.Select(command => command.Text));
        Assert.All(commands, command => Assert.Equal(command.Text, session.Substring(command.Start, command.Length)));
    }

    [Theory]
    [InlineData("show interfaces | include rate|reboot", Effect.Disruptive)]
    [InlineData("show interfaces | include rate|error\nreboot", Effect.Disruptive)]
    [InlineData("show interfaces | include rate|error\nclear counters", Effect.Unknown)]
    [InlineData("x=reboot\nshow interfaces | include rate|error", Effect.Unknown)]
    [InlineData("show interfaces | include rate|error && reboot", Effect.Disruptive)]
    [InlineData("show interfaces | include rate|error > /etc/hosts", Effect.Destructive)]
    [InlineData("show interfaces | include rate|error $(reboot)", Effect.Disruptive)]
    public void Where_anything_else_is_typed_the_text_stays_a_shell_s(string text, Effect atLeast) =>
        Assert.True(Classifier.Whole(text, Language.Shell).Effect >= atLeast);
}
