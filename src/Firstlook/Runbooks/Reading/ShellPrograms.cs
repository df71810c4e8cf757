using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Names that a line of shell may begin with. Only to tell shell from prose and from other languages: what a program does is the classifier's business.</summary>
internal static partial class ShellPrograms
{
    static readonly FrozenSet<string> Sure = Set(
        """
        lsps svmon errpt lsvg chps lspv lslv chlv extendvg lsdev lsattr lparstat oslevel lslpp topas onstat onmode ontape oninit onparams onspaces oncheck
        dbaccess hdbsql hdbnsutil sapcontrol R3trans ctm ctmorder ctmcontb ctmpsm
        kubectl oc helm k9s kustomize argocd flux istioctl linkerd velero kubeadm crictl ctr nerdctl etcdctl stern kubectx kubens eksctl docker docker-compose podman buildah skopeo
        psql pg_dump pg_restore pg_isready pg_ctl pg_ctlcluster pg_basebackup pg_dumpall pgbench vacuumdb reindexdb repmgr patronictl pgbackrest barman wal-g
        mysql mysqldump mysqladmin mysqlcheck mariadb mongosh mongo mongodump mongorestore mongostat mongotop
        redis-cli redis-server redis-benchmark rabbitmqctl rabbitmqadmin rabbitmq-diagnostics cqlsh nodetool sqlplus sqlcmd sqlite3 clickhouse-client influx
        memcached-tool consul vault nomad terraform tofu terragrunt ansible ansible-playbook packer pulumi
        kafka-topics kafka-topics.sh kafka-consumer-groups kafka-consumer-groups.sh kafka-configs kafka-configs.sh kafka-console-consumer
        kafka-console-consumer.sh kafka-log-dirs.sh kafka-reassign-partitions.sh kafka-leader-election.sh kcat kafkacat zkCli.sh
        curl wget nc ncat nmap dig nslookup traceroute tracepath mtr ping ping6 telnet ssh scp sftp rsync openssl tcpdump tshark iperf iperf3 ss netstat ip
        ifconfig route iptables nft ufw firewall-cmd ethtool arp whois hping3
        systemctl journalctl service supervisorctl initctl monit dmesg sysctl crontab logrotate logger nohup sudo su chroot systemd-analyze timedatectl
        hostnamectl loginctl chkconfig update-rc.d rc-service
        ps pgrep pkill kill killall top htop iotop iostat vmstat mpstat sar free df du lsof lsblk blkid fuser strace ltrace perf gdb uptime uname nproc
        pidstat dstat atop smem pmap slabtop turbostat nvidia-smi sensors smartctl fdisk parted mkfs growpart resize2fs xfs_growfs lvextend lvs vgs pvs
        vgextend pvcreate mount umount swapoff swapon fsck mdadm zpool zfs ceph rbd gluster drbdadm multipath
        grep egrep fgrep zgrep rg awk gawk sed jq yq tail head cat less zcat cut sort uniq wc tr xargs tee find locate stat file ls ll cd cp mv rm rmdir
        mkdir touch ln chmod chown chgrp truncate dd tar gzip gunzip zip unzip md5sum sha256sum diff cmp base64 xxd hexdump strings echo printf export unset
        source alias env watch timeout time sleep date seq test true false set eval exec trap wait read pushd popd which whereis type id whoami groups getent
        passwd useradd usermod userdel chage hostname
        aws gcloud gsutil bq az doctl heroku flyctl fly linode-cli oci s3cmd rclone ibmcloud hcloud kops
        git gh glab hub svn make cmake npm npx yarn pnpm node bun deno python python2 python3 pip pip3 poetry pipenv uv gunicorn uwsgi celery django-admin
        flask ruby rails rake bundle gem sidekiq php composer artisan java jstack jmap jstat jcmd jps mvn gradle go cargo dotnet perl bash sh zsh ksh dash
        fish
        apt apt-get dpkg yum dnf rpm apk pacman zypper brew snap nginx apachectl apache2ctl httpd haproxy varnishadm varnishlog certbot acme.sh keytool lego
        caddy traefik envoy squid postfix postqueue postsuper mailq exim sendmail named named-checkzone named-checkconf rndc unbound-control chronyc ntpq
        ntpdate timedatectl
        ab wrk hey siege k6 vegeta locust jmeter fio stress stress-ng promtool amtool logcli thanos mimirtool loki grafana-cli curlie http https grpcurl
        websocat elasticsearch-plugin curator solr airflow dbt spark-submit hdfs yarn hadoop hive beeline flink storm presto trino
        opercmd clRGinfo cldump clstat alembic flyway liquibase prisma dbmate sqlx knex sequelize sqitch incus lxc vercel netlify wrangler supabase firebase railway ocm conman restic kopia
        borg neonctl pscale turso upstash scalingo kamal pm2 etcdutl cilium hubble calicoctl talosctl k3s microk8s minikube tctl tsh
        sync shutdown reboot halt poweroff rman lsnrctl srvctl crsctl asmcmd nsupdate rspamc doveadm pvecm cmctl sudoedit w32tm launchctl mosquitto_sub
        mosquitto_pub bq ntpdate chronyd chronyc mc findmnt swaks
        cf cancel lpstat lpq lprm lpadmin lpinfo cupsenable cupsdisable vssadmin netsh wevtutil tasklist taskkill repadmin dcdiag nltest iisreset schtasks
        certutil ipconfig gpupdate robocopy quser qwinsta icacls dism diskpart bcdedit wmic gfix gbak drush wp
        rados radosgw-admin rbd cephadm ceph-volume arangosh cbstats rspamadm squeue sinfo sbatch scontrol scancel sacct sacctmgr sdiag pbsnodes qstat qhost
        qdel bjobs bhosts bqueues lctl mmgetstate mmlscluster pdnsutil knotc keactrl birdc birdcl vtysh gobgp
        mysqlsh mysqlbinlog mysqlrouter xtrabackup mariabackup innotop cockroach duckdb snowsql tsql isql usql sqlcl osqueryi vtctlclient vtctldclient tiup
        smbstatus smbclient nfsstat nfsiostat showmount exportfs rpcinfo vppctl gnmic snmpwalk snmpget snmpset ipset tc
        zkServer.sh kafka-acls.sh kafka-dump-log.sh kafka-get-offsets.sh gitlab-ctl gitlab-rake gitlab-rails gitlab-runner gitlab-backup praefect
        opensearch-cli temporal skaffold helmfile kubeseal kubescape regctl syft trivy cosign sops infisical doppler
        pg_waldump pg_rewind pg_controldata pg_receivewal pgbadger pgpool pcp_node_info wal-g etcdutl nerdctl crun runc targetcli iscsiadm lsscsi nvme
        sas3ircu perccli ssacli ipmiutil dmidecode efibootmgr cryptsetup dmsetup btrfs bcache-super-show
        crontab at batch screen tmux expect virsh qm pct vim vi nano esxcli vim-cmd govc xe VBoxManage multipass vagrant ipmitool racadm hponcfg megacli
        storcli busybox kustomize sops age gpg step cfssl conjur ldapsearch ldapmodify kinit klist net wbinfo realm nsenter setfacl getfacl getenforce
        setenforce semanage restorecon ausearch auditctl fail2ban-client pt-kill pt-query-digest gh-ost pt-online-schema-change proxysql pgbouncer pgcli
        mycli litecli rclone restic borg duplicity bacula bconsole
        """);

    // English words too: only what follows shows whether a command is meant.
    static readonly FrozenSet<string> Ambiguous = Set(
        "cancel kill service top watch find make time test read date file set source type at batch screen expect step go head tail less cut sort split join host "
            + "mount install wait exec node free stat alias env id groups route ip locate strings true false net realm age hive storm spark fish dash perf which "
            + "timeout sleep railway envoy eval step");

    static readonly FrozenSet<string> Keywords = Set("for while until if then else elif fi do done case esac function { } [ [[ ( ! local return export declare readonly");

    /// <summary>True where the line reads as shell: a known program with arguments of its kind, a path, an assignment, or a keyword.</summary>
    public static bool Begins(string line)
    {
        if (IsPrivileged(line.AsSpan().Trim())) return true;
        var text = WithoutPrefixes(line.Trim());
        if (text.Length == 0) return false;
        var end = text.IndexOfAny([' ', '\t', ';', '|', '\n']);
        var first = end < 0 ? text : text[..end];
        var rest = end < 0 ? "" : text[end..].Trim();
        if (IsPath(first) || IsAssignment(first) || (first == "." && IsPath(Words.FirstWord(rest)))) return true;
        if (Keywords.Contains(first)) return rest.Length > 0 || first is "done" or "fi" or "}" or "do" or "then" or "else" or "esac";
        if (first.StartsWith("$(", StringComparison.Ordinal) || first.StartsWith("${", StringComparison.Ordinal)
            || (first.StartsWith('$') && rest.Length > 0 && char.IsAsciiLetterUpper(first.ElementAtOrDefault(1))))
            return true;
        if (!Sure.Contains(first)) return rest.Length > 0 && IsTool(first);
        if (SureAfterAll().IsMatch(text)) return true;
        // "hey all, we know that ..."
        if (first is "hey" && !rest.Contains("://", StringComparison.Ordinal)) return false;
        return !Ambiguous.Contains(first) || rest.Length == 0 || LooksLikeArguments(rest);
    }

    static bool IsPrivileged(ReadOnlySpan<char> line) => line.StartsWith("sudo ") && line.Length > 7 && (char.IsAsciiLetterLower(line[5]) || line[5] is '-' or '/');

    /// <summary>As <see cref="Begins"/>, but not for what other languages may begin with too.</summary>
    public static bool BeginsUnmistakably(string line) =>
        Begins(line) && Words.FirstWord(line.Trim()) is var first && !Ambiguous.Contains(first) && !Keywords.Contains(first) && !IsAssignment(first)
            && first[0] is not '$';

    /// <summary>A program that has a table, by a name that is no word of a language: <c>mkfs.xfs</c>, <c>kamcmd</c>, <c>pcs</c>.</summary>
    static bool IsTool(string name) =>
        name.Length > 2 && char.IsAsciiLetterLower(name[0]) && name.AsSpan().IndexOfAnyInRange('A', 'Z') < 0 && !Spoken.Contains(name)
            && Effects.Tools.Toolset.BuiltIn.Find(name) is not null;

    // Programs whose names are said in a sentence, typed into other prompts or begin a line of another language.
    static readonly FrozenSet<string> Spoken = Set(
        """
        accept ack add aide alternatives amanda apply arch argo artemis ask assert atlas attic bind book bookkeeper bottom boundary break builtin bundler
        burrow cadence cal call caller cap case catalina chamber check checkhealth cinder class clear
        cluster code column comm command commit compare complete compute conf config configure confluent connect const containerd continue copilot copy crane
        create dagster daphne db debug def default defaults del delete deluser describe detox diagnose
        dir dirs disable disown display dive drill drone drop dust eject elastic emerge enable end equery erase event events exit exp expand explain export
        fast find flower fold footprint foreach format from func garden gateway get ghost glance
        glances goose graph grafana hash heartbeat heat help history host icinga identify image import index info init insert inspec interface ironic isi
        issue jest job jobs join jupyter just keys keystone kibana last kind knife kudu lens let limit link list
        locale lock log logout loki lookup lun mail mailman man map maps marathon match metabase migrate mix mode monitor more most move mutt naemon nagios
        neighbor neon network neutron new nice ninja nodes not notation nova now object octant octopus
        open openstack opt oras orchestrator package pass passenger paste patch peer pending pico planetscale pluto polaris pool popeye post print pro
        profile profiles prometheus puma puppet push put query queue quota rancher record red refresh
        registry reject release reload remove rename repair replace report request requests reset resume return rev riak role roles rollback rollouts router
        run sample save scan script search section security select send server set shift show shred skill
        snapmirror snort snow spin split sql stack start stats status stop storage stow strimzi sub sum superset suspend swift switch system task tasks tea
        telegraf teleport terminal tilt times toolbox tox trace tree trust tty type unicorn update
        use user users value var vector ver version view vol volume vpn wall warn where while who wipe with write yes zenith
        """);

    public static bool IsKnown(string program) => Sure.Contains(program);

    // sudo -u postgres X, PGPASSWORD=x X
    static string WithoutPrefixes(string text)
    {
        const int MostPrefixes = 8;
        for (var i = 0; i < MostPrefixes; i++)
        {
            var end = text.IndexOf(' ', StringComparison.Ordinal);
            var first = end < 0 ? text : text[..end];
            if (first is "sudo" or "nohup" or "doas" or "command" && end > 0) text = text[end..].Trim();
            else if (first.Length > 1 && first[0] == '-' && end > 0 && i > 0) text = text[end..].Trim();
            else break;
        }

        return text;
    }

    public static bool IsAssignment(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || (word.Length > equals + 1 && word[equals + 1] is '=' or '~')) return false;
        return (char.IsAsciiLetter(word[0]) || word[0] == '_') && word.AsSpan(0, equals).IndexOfAnyExcept(NameCharacters) < 0;
    }

    static bool IsPath(string first) =>
        first.Length > 2
            && (first.StartsWith("./", StringComparison.Ordinal) || first.StartsWith("../", StringComparison.Ordinal) || first.StartsWith("~/", StringComparison.Ordinal)
            || (first[0] == '/' && first.IndexOf('/', 1) > 0 && !first.EndsWith('/')) || first.EndsWith(".sh", StringComparison.Ordinal)
                || first.EndsWith(".py", StringComparison.Ordinal)
            || first.StartsWith("bin/", StringComparison.Ordinal) || first.StartsWith("vendor/bin/", StringComparison.Ordinal)
                || first.StartsWith("node_modules/.bin/", StringComparison.Ordinal) || first.StartsWith("scripts/", StringComparison.Ordinal));

    static readonly System.Buffers.SearchValues<char> NameCharacters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    static readonly System.Buffers.SearchValues<char> ArgumentMarks = System.Buffers.SearchValues.Create("-/|$=<>\"'.:*&{[0123456789_");

    static bool LooksLikeArguments(string rest) => rest.AsSpan().IndexOfAny(ArgumentMarks) >= 0 && !(rest.EndsWith('.') && rest.Contains(" the ", StringComparison.Ordinal));

    static FrozenSet<string> Set(string words) => words.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // "service nginx restart", "make rollback": two or three plain words, and no English.
    [GeneratedRegex(@"^(service \S+ (status|start|stop|restart|reload)|make [a-z][\w-]*|go (run|build|test) \S+|watch [a-z]+ \S+|kill \$?\w*[A-Z0-9]\w*)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex SureAfterAll();

    /// <summary>What comes before a program to run it as somebody else.</summary>
    [GeneratedRegex(@"^\s*(sudo|doas)\s+((-u|-iu)\s+\S+\s+|-\w+\s+)*", RegexOptions.ExplicitCapture)]
    public static partial Regex Privilege();
}
