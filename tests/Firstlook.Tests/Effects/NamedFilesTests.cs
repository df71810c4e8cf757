using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

public sealed class NamedFilesTests
{
    static Classified Verdict(string command) => Classifier.Whole(command, Language.Shell);

    [Theory]
    [InlineData("cd /dev; cat watchdog")]
    [InlineData("(cd /sys/kernel/tracing && cat trace_pipe)")]
    [InlineData("ssh h 'cd /dev; head -c1 watchdog'")]
    [InlineData("cd /proc/1; cat fd/0")]
    [InlineData("cd /dev; cat < watchdog")]
    [InlineData("cd /dev; x=$(<watchdog)")]
    [InlineData("tar -C /dev -cf - watchdog")]
    [InlineData("for f in /dev/watchdog; do cat $f; done")]
    [InlineData("for f in watchdog; do cat /dev/$f; done")]
    [InlineData("find /dev -name watchdog | head -1 | xargs cat")]
    [InlineData("find /dev -name watchdog | while read f; do cat $f; done")]
    [InlineData("x[0]=/dev/watchdog; cat ${x[0]}")]
    [InlineData("find /dev -name watchdog | xargs head -c1")]
    [InlineData("find /dev -name 'tty*' -exec cat {} \\;")]
    [InlineData("ls /dev/watchdog0 | xargs cat")]
    [InlineData("cat $(ls /dev/watchdog)")]
    [InlineData("x=(/dev/watchdog); cat ${x[0]}")]
    [InlineData("cat /sys/kernel/tracing/free_buffer")]
    [InlineData("grep -r x /sys/kernel/tracing/instances")]
    [InlineData("cat /sys/bus/pci/devices/*/resource0")]
    [InlineData("awk 'BEGIN{getline l < \"/dev/watchdog\"}'")]
    public void A_file_that_reading_changes_waits_wherever_its_name_comes_from(string command) => Assert.True(Verdict(command).Effect > Effect.Read);

    [Theory]
    [InlineData("find /proc -name environ -exec cat {} \\;")]
    [InlineData("find /etc -name 'shad*' | xargs cat")]
    [InlineData("cat $(ls /etc/shadow)")]
    [InlineData("x=(/etc/shadow); cat ${x[0]}")]
    [InlineData("cat ~/.??*")]
    [InlineData("awk 'BEGIN{for(k in ENVIRON) print k, ENVIRON[k]}'")]
    [InlineData("awk 'BEGIN{print ENVIRON[\"DB_PASSWORD\"]}'")]
    [InlineData("cat ~/.config/sops/age/keys.txt")]
    public void A_file_of_secrets_is_one_wherever_its_name_comes_from(string command) =>
        Assert.Equal((Effect.Read, EffectTags.Secret), (Verdict(command).Effect, Verdict(command).Tags));

    [Theory]
    [InlineData("cd /var/log; cat syslog")]
    [InlineData("cd /etc/nginx && grep -c server nginx.conf")]
    [InlineData("find /var/log -name '*.log' | xargs grep -c ERROR")]
    [InlineData("find /etc -name '*.conf' -exec grep -l timeout {} +")]
    [InlineData("ls /var/log/*.log | xargs wc -l")]
    [InlineData("ls -l /proc/1234/fd/3")]
    [InlineData("tail -n 5 $(ls -t /var/log/app/*.log)")]
    [InlineData("hosts=(web1 web2); echo ${hosts[0]}")]
    [InlineData("for s in nginx redis; do systemctl status $s --no-pager; done")]
    [InlineData("for f in /var/log/*.log; do grep -c ERROR $f; done")]
    [InlineData("find /var/log -name '*.log' | while read f; do wc -l \"$f\"; done")]
    [InlineData("awk 'BEGIN{print ENVIRON[\"HOME\"]}'")]
    [InlineData("V=3 awk '{print ENVIRON[\"V\"]}' app.log")]
    [InlineData("awk 'BEGIN{while((getline l < \"/etc/hosts\")>0) print l}'")]
    public void What_is_found_among_ordinary_files_runs_by_itself(string command) =>
        Assert.Equal((Effect.Read, EffectTags.None), (Verdict(command).Effect, Verdict(command).Tags));

    [Theory]
    [InlineData("x=$(</dev/zero)")]
    [InlineData("head -n 1 /dev/zero")]
    [InlineData("mapfile a < /dev/zero")]
    [InlineData("read -r -d '' x < /dev/urandom")]
    [InlineData("head -c 100G /dev/zero | tail -1")]
    [InlineData("printf '%2000000000d\\n' 1")]
    [InlineData("shuf -re a")]
    [InlineData("openssl rand 99999999999")]
    public void What_takes_all_memory_or_goes_on_waits(string command) => Assert.False(Verdict(command).RunsByItself);

    [Theory]
    [InlineData("read -n 8 x < /dev/urandom")]
    [InlineData("head -c 1M /dev/zero | md5sum")]
    [InlineData("printf '%-40s %10d\\n' web 3")]
    [InlineData("shuf -n 5 app.log")]
    [InlineData("shuf -r -n 5 -e a b")]
    [InlineData("openssl rand -hex 16")]
    public void What_is_measured_runs_by_itself(string command) => Assert.True(Verdict(command).RunsByItself);

    [Fact]
    public void Names_within_names_are_followed_in_a_time_that_grows_with_the_text()
    {
        var text = "cat $a";
        foreach (var name in "abcdef") text = $"for {name} in 1 2 3 4 5 6 7 8 9; do sh -c 'echo $'{name}; {text}; cat x$a y$b; done";
        var started = TimeProvider.System.GetTimestamp();
        Verdict(text);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(20));
    }
}
