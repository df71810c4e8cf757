using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Folders where anybody may write, and programs that read settings there: <c>nginx -t -c /tmp/x</c> loads the modules that the file names, <c>cd /tmp/x; git status</c>
/// runs what its .git/config says. Of a checker of settings it is taken that it loads what they name: it passes only for files where an administrator writes.
/// </summary>
internal static partial class OpenFolders
{
    /// <summary>Whether a path lies in such a folder, or is one, however it is spelled.</summary>
    /// <remarks>Each begins with a stroke, <c>~</c>, <c>file:</c> or what is not known; straightened, a path begins otherwise than it stands only where that is a dot.</remarks>
    public static bool Has(string? path) => path is ['/' or '~' or 'f' or '.' or Argument.Hole, ..] && path.Length < 4_096 && Open().IsMatch(Straight(path));

    // Filesystem Hierarchy Standard, 3.18, 5.15; macOS links /tmp to /private/tmp; what a browser fetched, and what others send in.
    [GeneratedRegex(@"^(file:)?(/proc/\w+/(root|cwd))?/(private/)?(var/)?tmp(/|$)|^(file:)?/dev/shm(/|$)|^(~\w*|/home/[^/]+|/root|/Users/[^/]+|\uFFFC)/Downloads(/|$)"
        + @"|^/(srv|var|data|home|mnt|nfs|ftp)/([^/]+/)*(uploads?|incoming)(/|$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Open();

    /// <summary>Where only an administrator writes, and what is known only when it runs.</summary>
    [GeneratedRegex(@"^/(etc|usr|opt|srv|u\d+|apps?|config|conf|var/(lib|www|opt|ossec|db|named|cache|run)|run|nix|snap|data|Library)(/|$)|^\uFFFC|^[A-Za-z]:[\\\\/]|^[<{$]|^-$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Kept();

    /// <summary>A path without doubled strokes, <c>.</c> and <c>..</c>.</summary>
    public static string Straight(string path)
    {
        if (!path.Contains("//", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal)) return path;
        var steps = new List<string>();
        foreach (var step in path.Split('/'))
        {
            if (step == ".." && steps.Count > 1) steps.RemoveAt(steps.Count - 1);
            else if (step is not (".") && (step.Length > 0 || steps.Count == 0)) steps.Add(step);
        }
        return string.Join('/', steps);
    }

    /// <summary>
    /// Programs whose settings name what they load or run, with the short options that name the settings; <c>@</c> stands for an operand. Sources: each program's manual,
    /// of nginx "load_module", haproxy "lua-load", httpd "LoadModule", slapd.conf "moduleload", dnsmasq "conf-script", telegraf "inputs.exec", kea "hooks-libraries".
    /// </summary>
    static readonly FrozenDictionary<string, string> Checkers = Table(
        "nginx openresty angie tengine:cp lighttpd keepalived:f dovecot doveconf:c haproxy:fC apachectl apache2ctl httpd apache2:fd php-fpm php-fpm8.1 "
            + "php-fpm8.2 php-fpm8.3:cyp rsyslogd:fM syslog-ng syslog-ng-ctl:f fluentd td-agent:cp fluent-bit td-agent-bit:cR suricata:cS snort:c dnsmasq:C "
        +
            "bacula-dir bacula-sd bacula-fd bareos-dir bareos-sd bareos-fd:c slaptest slapcat slapacl slapdn slapauth:fF knotc knotd:cC freeradius radiusd:d "
            + "kea-dhcp4 kea-dhcp6 kea-dhcp-ddns kea-ctrl-agent:tT telegraf: vector:cC@ named-checkconf unbound-checkconf:@ "
        +
            "unbound-host:C squid:f logstash:f rspamadm:c octodns-sync octodns-validate octodns-report octodns-compare octodns-versions:c barman:c nft:I sshd:f "
            + "pgbackrest: monit:c collectd:CT zabbix_agentd zabbix_agent2 zabbix_server zabbix_proxy:c postfix postconf postqueue mailq:c exim exim4:C named:c frr "
            + "vtysh:fC strongswan ipsec swanctl:f");

    /// <summary>Other programs that find code in a folder or file of settings, with the short options that name one.</summary>
    static readonly FrozenDictionary<string, string> Readers = Table(
        "git:C datadog-agent:c borgmatic:c rustic:P ceph rbd rados radosgw-admin cephfs-shell:c doveadm:c mailman:C calicoctl:c tkn:k alembic:c knex: typeorm:d "
            + "sequelize: sqitch:Cf clickhouse-backup:c repmgr:f supervisorctl:c helmfile:f ansible-playbook ansible-inventory ansible:iM "
        +
            "brew:@ kafkactl:C gpg gpg2: celery: dbt: puppet: env:C sudo:D make gmake:Cf yarn: npm pnpm:C docker-compose:f vercel vc netlify wrangler:AQc cdk:a "
            + "puppet-lint:c pulumi:C terraform tofu: terragrunt: salt salt-run salt-key salt-call:c unbound-control nsd-control:c rndc:ck pdns_control pdnsutil: "
            + "swaks: mutt:F "
        +
            "kopia: flyway liquibase: composer:d mvn gradle:fspb bundle: rails rake:f tox pytest:c eslint:c prisma: skaffold:f tilt:f kustomize:@ packer:@ nox:f "
            + "pre-commit:c molecule:c conftest:@ semgrep: sops: dnscontrol: vault nomad consul: icinga2:cC nagios:v checkmk: msmtp:C mbsync:c rclone: restic: hg:R "
            + "svn: bzr: fossil:R");

    /// <summary>Words in the name of a long option whose value is settings, a program, or a folder that holds either.</summary>
    static readonly FrozenSet<string> Naming = FrozenSet.Create(StringComparer.Ordinal,
        "config", "configs", "configfile", "configdir", "configpath", "configuration", "conf", "confdir", "conffile", "cfg", "cfgpath", "cfgdir", "rcfile", "settings",
            "defaults", "homedir", "workdir", "cwd", "chdir", "libdir", "vardir", "codedir", "environmentpath", "modulepath", "factpath",
        "plugin", "plugins", "plugindir", "module", "modules", "inventory", "knexfile", "project", "profile", "profiles", "script", "program", "binary", "classpath",
            "creds", "kubeconfig", "preload", "loader", "installroot", "external", "override", "logging", "hooks", "policy", "extensions", "registry", "bundle",
            "gitdir");

    /// <returns>Why a program that reads may do more, by what it is told to read settings from; null where it is told nothing of the kind.</returns>
    public static string? Problem(Invocation call)
    {
        var name = call.Name[(call.Name.LastIndexOf('/') + 1)..];
        var checks = Checkers.TryGetValue(name, out var letters);
        if (!checks) letters = Readers.GetValueOrDefault(name);
        for (var at = 1; at < call.Words.Count; at++)
        {
            var text = call.Words[at].Text;
            var next = at + 1 < call.Words.Count ? call.Words[at + 1].Text : null;
            if (!text.StartsWith('-'))
            {
                if (letters?.Contains('@') == true && IsForeign(text, checks && text.Contains('/'))) return Because(text);
                continue;
            }

            var equals = text.IndexOf('=');
            var option = equals < 0 ? text : text[..equals];
            var value = equals >= 0 ? text[(equals + 1)..] : next;
            // Of these programs any long option may do: --top-dir, --workdir, --node_terminus.
            if (value is not null
                && (Names(option, letters) ? IsForeign(value, checks) : letters is not null && option.StartsWith("--", StringComparison.Ordinal) && Has(value)))
                return Because(value);
            if (letters is null || text.StartsWith("--", StringComparison.Ordinal)) continue;
            // Letters may stand together (nginx -tc FILE), and the value behind its letter.
            for (var i = 1; i < text.Length; i++)
            {
                if (text[i] is '/' or '=' || !letters.Contains(text[i])) continue;
                if (i + 1 == text.Length ? next is not null && IsForeign(next, checks) : IsForeign(text[(i + 1)..].TrimStart('='), checks && text.Contains('/')))
                    return Because(text);
            }
        }
        return call.Scope.InOpenFolder && (!Rooted.Contains(name) || call.Words is [_, { Text: "compose" or "buildx" or "kustomize" }, ..])
            ? $"'{name}' may read settings from the folder that the shell stands in, where anybody may write" : null;
    }

    /// <summary>Whether a long option names settings. Java's and Go's have one dash.</summary>
    static bool Names(string option, string? letters) => option.Length > 3 && (option.StartsWith("--", StringComparison.Ordinal) || letters is not null || option.Length > 5)
        && (Tools.ActingWords.Split(option).Exists(Naming.Contains)
            || letters is not null && option.StartsWith("--", StringComparison.Ordinal)
                && Naming.Any(word => option.Length >= 6 && word.StartsWith(option[2..], StringComparison.Ordinal)));

    static bool IsForeign(string value, bool strict)
    {
        foreach (var part in value.Split([',', ':']))
        {
            if (Has(part)) return true;
        }
        return Has(value) || strict && value is ['/' or '~', ..] or ['.', '/' or '.', ..] && !Kept().IsMatch(Straight(value));
    }

    static string Because(string what) => $"'{new Argument(what).Shown}' holds settings where anybody may write, and they may name what is loaded or run";

    /// <summary>Programs that take no settings from the folder that they are started in.</summary>
    static readonly FrozenSet<string> Rooted = FrozenSet.ToFrozenSet((
        "cd pushd popd pwd echo printf test [ [[ true false : read mapfile readarray export declare typeset local readonly set unset shift return exit break "
            + "continue wait jobs type command builtin hash umask ulimit trap let alias shopt getopts times dirs history fc "
        +
            "ls ll dir stat file find fd fdfind tree du df wc cat tac head tail less more zcat bzcat xzcat zstdcat zless gunzip bunzip2 xz zstd gzip bzip2 nl od "
            + "hexdump xxd strings rev sort uniq cut tr paste join comm diff cmp fold fmt column expand unexpand split tee base64 base32 md5sum sha1sum sha224sum "
            + "sha256sum sha384sum sha512sum b2sum cksum sum "
        +
            "grep egrep fgrep zgrep bzgrep xzgrep zdiff zcmp sed awk gawk mawk jq column seq shuf tsort basename dirname readlink realpath namei getfacl getfattr "
            + "lsattr tar bsdtar gtar zip unzip zipinfo 7z cpio ar "
        +
            "date cal uptime uname hostname hostnamectl timedatectl loginctl localectl id whoami groups who w last lastb lastlog users getent nproc arch lsb_release "
            + "locale env printenv sleep timeout nice ionice nohup time stdbuf setsid sudo doas xargs watch "
        +
            "ps top htop pgrep pidof pstree kill free vmstat iostat mpstat sar pidstat lsof fuser lscpu lsmem lsblk lspci lsusb lsmod blkid findmnt mount dmesg "
            + "journalctl systemctl systemd-analyze coredumpctl ss netstat ip ifconfig route arp ping ping6 traceroute tracepath mtr dig host nslookup whois nc ncat "
            + "telnet curl wget tcpdump ethtool nmcli iptables ip6tables nft "
        +
            "rpm dpkg dpkg-query apt-cache smartctl mdadm pvs vgs lvs pvdisplay vgdisplay lvdisplay dmsetup multipath nvme sensors ipmitool dmidecode crontab atq "
            + "openssl kubectl oc crictl ctr docker podman nerdctl which whereis sysctl swapon numactl ulimit tput clear bc expr numfmt mktemp touch psql pg_isready "
            + "pg_dump mysql mariadb mysqladmin mysqldump redis-cli valkey-cli sqlite3 mongosh rabbitmqctl nodetool nginx haproxy postqueue mailq exportfs showmount "
            + "bash sh dash zsh ksh ssh su runuser").Split(' '),
            StringComparer.Ordinal);

    static FrozenDictionary<string, string> Table(string text)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = word.IndexOf(':');
            names.Add(colon < 0 ? word : word[..colon]);
            if (colon < 0) continue;
            foreach (var name in names) table[name] = word[(colon + 1)..];
            names.Clear();
        }
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
