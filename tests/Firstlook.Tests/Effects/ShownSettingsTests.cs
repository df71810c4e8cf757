using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>A device's settings, and files of settings, hold passwords: whoever shows them as a whole, or looks for such a line, waits for a click.</summary>
public sealed class ShownSettingsTests
{
    [Theory]
    [InlineData("ssh sw \"show running-config all\"")]
    [InlineData("ssh sw 'show running-config | section username'")]
    [InlineData("ssh sw 'show run | include community'")]
    [InlineData("ssh sw 'show run | begin line'")]
    [InlineData("ssh sw 'show configuration system login'")]
    [InlineData("ssh sw show snmp community")]
    [InlineData("ssh sw display current-configuration")]
    [InlineData("vtysh -c 'show running-config bgpd'")]
    public void What_shows_a_devices_secrets_is_tagged(string line) =>
        Assert.True(IsSecret(line));

    [Theory]
    [InlineData("ssh sw 'show running-config | include vlan'")]
    [InlineData("ssh sw show run interface Gi1/0/1")]
    [InlineData("ssh sw show ip bgp community 65000:1")]
    [InlineData("ssh sw 'show configuration interfaces ge-0/0/0'")]
    [InlineData("ssh sw 'show running-config | count'")]
    public void A_part_without_secrets_is_a_plain_read(string line) =>
        Assert.False(IsSecret(line));

    [Theory]
    [InlineData("cat /etc/redis/redis.conf", true)]
    [InlineData("grep -v maxmemory /etc/redis/redis.conf", true)]
    [InlineData("grep -A3 maxmemory /etc/redis/redis.conf", true)]
    [InlineData("grep requirepass /etc/redis/redis.conf", true)]
    [InlineData("grep . /etc/openldap/slapd.conf", true)]
    [InlineData("cat ~/.config/google-chrome/Default/Cookies", true)]
    [InlineData("cat /var/lib/snmp/snmpd.conf", true)]
    [InlineData("grep ^maxmemory /etc/redis/redis.conf", false)]
    [InlineData("grep -nE '^(save|appendonly)' /etc/redis/redis.conf", false)]
    [InlineData("ls -l /etc/redis/redis.conf", false)]
    [InlineData("slaptest -u -f /etc/openldap/slapd.conf", false)]
    public void A_file_of_settings_is_shown_but_for_a_plain_word_that_is_looked_for(string line, bool secret) =>
        Assert.Equal(secret, IsSecret(line));

    [Theory]
    [InlineData("ps -eo pid,environ", true)]
    [InlineData("ps -o environ= -p 1", true)]
    [InlineData("ps -eo pid,comm", false)]
    [InlineData("openssl rsa -in current -noout -text", true)]
    [InlineData("openssl pkey -in current -noout -text", true)]
    [InlineData("openssl pkey -pubin -in current -noout -text", false)]
    [InlineData("openssl sess_id -in session -text", true)]
    [InlineData("openssl x509 -in current -noout -text", false)]
    [InlineData("kubectl set env deploy/api --list", false)]
    [InlineData("systemctl show api -p Environment", true)]
    [InlineData("systemctl show api -p ActiveState,SubState", false)]
    [InlineData("drbdsetup show", true)]
    [InlineData("drbdsetup status", false)]
    [InlineData("rspamadm configdump", true)]
    [InlineData("wg show wg0 preshared-keys", true)]
    [InlineData("wg show all dump", true)]
    [InlineData("wg show wg0 latest-handshakes", false)]
    [InlineData("wmic environment get", true)]
    [InlineData("appcmd list config", true)]
    [InlineData("appcmd list site", false)]
    public void What_programs_show_of_keys_and_passwords_is_tagged(string line, bool secret) =>
        Assert.Equal(secret, IsSecret(line));

    static bool IsSecret(string line)
    {
        var verdict = Classifier.Whole(line, Language.Shell);
        Assert.Equal(Effect.Read, verdict.Effect);
        return verdict.Tags.HasFlag(EffectTags.Secret);
    }
}
