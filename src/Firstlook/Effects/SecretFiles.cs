using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Files that hold what lets somebody in: keys, tokens, passwords, the environment of a process. What shows their content is a read like any other, and waits for
/// a click. Sources: ssh-keygen(1), shadow(5), proc_pid_environ(5), the files that the manuals of the clients name (aws, kubectl, docker, psql, curl, mysql, vault, git).
/// </summary>
internal static partial class SecretFiles
{
    /// <summary>
    /// Programs that name, count, list or compare what a file is, or take it for what proves who asks, and show nothing of what stands in it; and those that run others,
    /// whose words are judged as that program's. Whatever else is handed such a file may show it: a list of what does would never end.
    /// </summary>
    static readonly FrozenSet<string> Using = WordSet.Of(
        "ls ll dir stat test [ [[ file du df mountpoint wc sum cksum md5sum sha1sum sha224sum sha256sum sha384sum sha512sum b2sum xxhsum md5 shasum getfacl lsattr namei "
            + "readlink realpath basename dirname which type command whereis cd pushd popd echo printf lsof fuser inotifywait chronic "
        +
            "ssh scp sftp rsync ssh-keygen ssh-keyscan ssh-add autossh mosh keytool klist kinit curl wget http https xh grpcurl gpg ldapsearch ldapwhoami "
            + "ldapcompare ldapmodify ldapadd ldapdelete ldappasswd psql mysql mariadb mongosh redis-cli valkey-cli etcdctl cockroach nats vault consul nomad aws "
            + "bconsole slaptest slapcat redis-server redis-sentinel bacula-dir bacula-sd bacula-fd bareos-dir bareos-sd bareos-fd pdns_server "
            + "gcloud gsutil az terraform tofu ansible ansible-playbook nginx apachectl amtool "
        +
            "sudo doas su runuser env nice ionice nohup time timeout setsid stdbuf chroot nsenter unshare flock watch parallel bash sh zsh dash ksh eval exec source "
            + ". docker podman nerdctl crictl ctr docker-compose k3s microk8s multipass lxc pct incus vagrant heroku fly");

    static readonly FrozenSet<string> Counting = WordSet.Of("-c -q -l -L --count --quiet --silent --files-with-matches --files-without-match");

    /// <summary>Subcommands of git that list names and moves of files.</summary>
    static readonly FrozenSet<string> Listing = WordSet.Of("log status ls-files ls-tree check-ignore check-attr rev-list rev-parse shortlog");

    /// <returns>The file whose secrets the program may show; null where it shows none that its name tells of.</returns>
    public static string? ShownBy(Invocation call)
    {
        var program = call.Name[(call.Name.LastIndexOf('/') + 1)..];
        var words = call.Words;
        if (program == "ps") return ShowsEnvironment(words, 1);
        // docs.docker.com, "docker top": what stands behind the container are ps' own words.
        if (program is "docker" or "podman" && words.Count > 3
            && (words[1].Text == "top" ? 3 : words[1].Text is "container" or "pod" && words[2].Text == "top" ? 4 : 0) is > 0 and var from)
            return ShowsEnvironment(words, from);
        if ((Repeated(program, words) ?? QuotedLines.Of(program, words)) is { } repeated) return repeated;
        // Each of its lines is named where no file of that name is found: file(1), wc(1), du(1).
        var lists = program is "file" && words.Any(word => word.Text is "-f" or "--files-from" || word.Text.StartsWith("--files-from=", StringComparison.Ordinal))
            || words.Any(word => word.Text.StartsWith("--files0-from", StringComparison.Ordinal));
        if (Using.Contains(program) && !lists && !Prints(program, words)) return null;
        // "grep -c KEY .env" counts, where no option before it may take that for its value; and find alone lists names.
        if (program is "grep" or "egrep" or "fgrep" or "zgrep" or "rg" && words.Count > 1 && Counting.Contains(words[1].Text)) return null;
        if (program is "find" && !words.Any(word => word.Text is "-exec" or "-execdir" or "-ok" or "-okdir")) return null;
        if (program is "git" && words.Count > 1 && Listing.Contains(words[1].Text) && !words.Any(word => word.Text is "-p" or "-u" or "--patch" or "--no-index")) return null;
        // openssl-rsa(1), "-text": the private parts too, whatever else is left out.
        if (program is "openssl" && words.Count > 1 && words[1].Text is "x509" or "verify" or "s_client" or "crl" or "ocsp") return null;
        if (program is "openssl" && !words.Any(word => word.Text is "-text") && words.Any(word => word.Text is "-noout" or "-pubout" or "-modulus" or "-fingerprint")) return null;
        // sed -n '/BEGIN CERT/,/END CERT/p': of the file it prints the certificate alone.
        if (program is "sed" or "awk" && words.Any(word => word.Text.Contains("/END CERT", StringComparison.Ordinal))) return null;
        if (program is "tar" or "unzip" or "zipinfo" && words.Count > 1 && words[1].Text is "tf" or "-tf" or "tzf" or "-tzf" or "tvf" or "-tvf" or "-l") return null;
        return Named(call, program) is { } named && !SecretSettings.AreLookedThrough(program, words) ? named : null;
    }

    static string? Named(Invocation call, string program)
    {
        var words = call.Words;
        var end = words.Index().FirstOrDefault(word => word.Item.Text == "--" && program is "kubectl" or "oc" or "k", (words.Count, default)).Index;
        for (var at = 1; at < end; at++)
        {
            var text = words[at].Text;
            if (Named(program, text, words[at - 1].Text) is { } shown) return shown;
            if (call.Scope.Folder is { } folder && text is not (['/' or '~' or '-', ..]) && Named(program, $"{folder.TrimEnd('/')}/{text}", words[at - 1].Text) is { } below)
                return below;
        }

        return Read(call.Input);
    }

    /// <returns>The file whose lines a program takes for something else, and shows: for names of machines, filters, variables, or what an object is made of.</returns>
    static string? Repeated(string program, IReadOnlyList<Argument> words)
    {
        var creates = program is "kubectl" or "oc" or "k" && words.Any(word => word.Text is "create")
            && words.Any(word => word.Text.StartsWith("-o", StringComparison.Ordinal) || word.Text.StartsWith("--output", StringComparison.Ordinal));
        string[] options = program switch
        {
            // ansible(1), "-i": names of hosts; ldapsearch(1), "-f": "one search per line"; docker compose, "--env-file": what is no variable stands in the error.
            "ansible" or "ansible-playbook" or "ansible-inventory" => ["-i", "--inventory"],
            "ldapsearch" => ["-f"],
            // rsync(1), "--files-from": each line is told as a file that is missing.
            "rsync" => ["--files-from"],
            "docker" or "docker-compose" or "podman-compose" => ["--env-file"],
            _ when creates => ["--key", "--from-file", "--from-env-file"],
            _ => [],
        };
        for (var at = 1; at < words.Count && options.Length > 0; at++)
        {
            var text = words[at].Text;
            var equals = text.IndexOf('=');
            var value = options.Contains(text) && at + 1 < words.Count ? words[at + 1].Text : equals > 0 && options.Contains(text[..equals]) ? text[(equals + 1)..] : null;
            if (value is null || program.Contains("docker", StringComparison.Ordinal) && Variables().IsMatch(value)) continue;
            value = creates ? value[(value.IndexOf('=') + 1)..] : value;
            // A folder gives every file in it.
            if (Holds(value) || creates && Examples.Any(example => example.LastIndexOf('/') is var end && example[..end] == value.TrimEnd('/'))) return value;
        }

        return null;
    }

    [GeneratedRegex(@"(^|/)\.env(\.\w+)?$|\.env$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Variables();

    /// <summary>Programs that as a rule only use a file, told to print it: <c>bash -nv FILE</c>, <c>parallel :::: FILE</c>, <c>docker cp c:FILE -</c>.</summary>
    static bool Prints(string program, IReadOnlyList<Argument> words) => program switch
    {
        "bash" or "sh" or "zsh" or "dash" or "ksh" => words.Any(word => word.Text is "--verbose" or "verbose" or "xtrace" || Traces().IsMatch(word.Text)),
        "parallel" => words.Any(word => word.Text.StartsWith("::::", StringComparison.Ordinal) || word.Text is "-a"),
        "docker" or "podman" or "nerdctl" => words.Any(word => word.Text is "cp") && words[^1].Text is "-" or "/dev/stdout",
        _ => false,
    };

    [GeneratedRegex("^-[a-zA-Z]*[vx][a-zA-Z]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Traces();

    /// <returns>The file of that kind that is read on standard input; null for any other.</returns>
    public static string? Read(Input input) => input.File is { } file && Holds(file) ? file : null;

    /// <summary>Ways to show fields, which are written like ends of files: <c>.spec.taints[*].key</c>.</summary>
    static readonly string[] Columns = ["custom-columns=", "jsonpath=", "jsonpath-as-json=", "go-template="];

    static string? Named(string program, string word, string before)
    {
        var equals = word.LastIndexOf('=');
        var value = equals < 0 ? word : word[(equals + 1)..];
        // A file in an awk program stands between quotes: getline < "FILE", ARGV[1] = "FILE".
        if (program is "awk" or "gawk" or "mawk" or "nawk" && word.Contains('"')) return word.Split('"').FirstOrDefault(Holds);
        // gitrevisions(7): REVISION:FILE, :STAGE:FILE
        if (program is "git" && word.LastIndexOf(':') is >= 0 and var colon && Holds(word[(colon + 1)..])) return word[(colon + 1)..];
        if (!Holds(word) && (equals < 0 || !Holds(value)) || Columns.Any(word.StartsWith))
            return equals < 0 && program is not "find" && AreIn(word) ? word : null;
        // "--kubeconfig FILE", "--tls-key=FILE": it takes the file for what proves who asks.
        return Proving().IsMatch(equals > 0 && word[0] == '-' ? word[..equals] : before) ? null : value;
    }

    [GeneratedRegex(
        @"^-(-?[\w-]*(key|cert|certs|creds|credentials|kubeconfig|identity|keytab|token|keystore|truststore|keyring|config|configfile|pass|password|secret|"
        + @"(password|token|key|cert|credentials?|secret|env|config|vault-password|pass|ca|identity|var)[_-]?file)|i|E)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Proving();

    // ps(1): the letter "e" among those without a dash shows the environment after the command. "-u deploy" and "-o etime" are values.
    static string? ShowsEnvironment(IReadOnlyList<Argument> words, int from)
    {
        for (var i = from; i < words.Count; i++)
        {
            // ps(1) of procps 4, "STANDARD FORMAT SPECIFIERS": a column for what "e" shows.
            if (words[i].Text.Split(',', '=', ':', ' ').Any(column => column.EndsWith("environ", StringComparison.OrdinalIgnoreCase))) return $"ps {words[i].Text}";
            // ps(1) of macOS and the BSDs: "-E", "-e" with the environment.
            if (Capital().IsMatch(words[i].Text)) return $"ps {words[i].Text}";
            if (Letters().IsMatch(words[i].Text) && !(words[i - 1].Text is ['-', .., var last] && "oOuUCpGgtsqk".Contains(last, StringComparison.Ordinal)))
                return $"ps {words[i].Text}";
        }

        return null;
    }

    [GeneratedRegex("^(?=[a-zA-Z]*e)[aAceghHjklLmnNopOqrsStTuUvVwxXZ]{1,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();

    [GeneratedRegex("^-[aAcdefjlLmMrSTvwxX]*E[a-zA-Z]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();

    /// <summary>Whether a path, with slashes, names such a file.</summary>
    public static bool Holds(string path)
    {
        if (path.Length >= 4_096 || !path.AsSpan().ContainsAny('/', '.', '_')) return false;
        path = OpenFolders.Straight(path);
        return Known().IsMatch(path) || OfServers().IsMatch(path) || OfClients().IsMatch(path) || OfApplications().IsMatch(path) || OfTools().IsMatch(path)
            || SecretSettings.Hold(path) || MountedSecrets.Hold(path) || MayMean(path);
    }

    /// <summary>Whether a path names a folder of such files, of which a program that goes through folders shows each: <c>grep -r '' /etc/ssl/private</c>.</summary>
    public static bool AreIn(string folder) =>
        folder.Contains('/') && !folder.EndsWith('/') && !folder.AsSpan(folder.LastIndexOf('/')).Contains('.') && Holds(folder + "/");

    /// <summary>What a pattern may stand for; one of stars alone (<c>/etc/*</c>) means the folder.</summary>
    public static IReadOnlyList<string> Examples { get; } =
        ["/etc/shadow", "/etc/shadow-", "/etc/gshadow", "/etc/security/opasswd", "/etc/ssh/ssh_host_rsa_key", "/etc/ssh/ssh_host_ed25519_key", "/root/.ssh/id_rsa",
            "~/.ssh/id_rsa", "~/.ssh/id_ed25519", "/root/.ssh/id_ed25519", "~/.aws/credentials", "~/.kube/config", "~/.docker/config.json", "~/.pgpass", "~/.netrc",
            "/etc/krb5.keytab", "/etc/ssl/private/ssl-cert-snakeoil.key", "/proc/1/environ", "/proc/self/environ"];

    /// <summary>Whether a pattern may find such a file in a folder, or anywhere below it; unlike a path's, one of stars alone finds all that are there.</summary>
    public static bool MayFind(string folder, string name, bool below) =>
        Examples.Any(example =>
            example.LastIndexOf('/') is var end && PathPattern.MayMean(name, example.AsSpan(end + 1))
                && (PathPattern.MayMean(folder, example.AsSpan(0, end)) || below && example.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal)));

    static bool MayMean(string path) =>
        PathPattern.Has(path) && path[(path.LastIndexOf('/') + 1)..].Any(char.IsAsciiLetter) && Examples.Any(example => PathPattern.MayMean(path, example));

    [GeneratedRegex(
        @"(^|/)\.ssh/(?!known_hosts|config$|authorized_keys|\S*\.pub$)\S|(^|[/*])id_(rsa|dsa|ecdsa|ed25519)(?!\.pub)|ssh_host_\w+_key$|(^|/|:)(etc|backups?)/g?shadow(-|\.\w+)*$|"
        + @"/etc/security/opasswd$|/etc/wireguard/|/etc/ipsec\.secrets|/etc/ppp/(chap|pap)-secrets|\.nmconnection$|/etc/rancher/(k3s|rke2)/\w+\.yaml$|"
        + @"\.tfstate(\.backup)?$|\.config/gh/hosts\.yml$|/etc/mysql/debian\.cnf$|/sasl_passwd$|credentials\.tfrc\.json$|accessTokens\.json$|"
        + @"/proc/[^/]+/(task/[^/]+/)?(environ|mem)$|/proc/kcore$|/dev/k?mem$|\.aws/(credentials|config)$|(^|/)\.kube/config$|kubeconfig|/etc/kubernetes/[\w-]+\.conf$|"
        + @"\.(pgpass|netrc|my\.cnf|mylogin\.cnf|vault-token|git-credentials|npmrc|pypirc|s3cfg|boto|htpasswd|rediscli_auth)$|\.docker/config\.json$|"
        + @"credentials(\.\w+)?$|application_default_credentials|\.(key|keytab|p12|pfx|jks|keystore|kdbx|ppk)$|(priv(ate)?[-_.]?key|[-_.]key|privkey\d*)\.pem$|"
        + @"^\*\.pem$|\.\w*_history$|(^|/)\.env(\.\w+)?$|\w\.env$|(^|/)(secrets?|passwords?|passwd|vault[_-]pass\w*)\.(ya?ml|json|toml|ini|conf|properties|txt|php|"
        + @"env)(\.\w+)?$|/run/secrets/|/etc/ssl/private/|(^|/)wp-config\.php$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Known();

    /// <summary>What servers, machines and clients keep: k3s, RabbitMQ, Ceph, Jenkins, GitLab, Samba, sssd(8), wpa_supplicant.conf(5), cloud-init, systemd.exec(5)
    /// "CREDENTIALS", Vault Agent, rclone, glab, doctl, Maven, Composer, dbt, Databricks, OCI.</summary>
    [GeneratedRegex(
        @"(^|/)\.(ssh|gnupg|aws)/?$|/(rancher|k3s|rke2)/([\w-]+/)*(node-|agent-|server-)?token$|\.erlang\.cookie$|\.keyring$|"
        + @"/etc/pki/(tls|ca-trust|CA|nssdb)/private/|/jenkins(_home)?/(secrets/|credentials\.xml$|users/)|/etc/gitlab/(gitlab-secrets\.json|initial_root_password)$|"
        + @"(^|/)\.azure/(msal|service_principal)|/gcloud/(access_tokens|credentials)\.db$|(^|/)rclone\.conf$|"
        + @"/(glab-cli|doctl|hub|hcloud|flyctl|op|circleci|argocd)/(config|cli|hosts)(\.(ya?ml|toml|json))?$|"
        + @"(^|/)\.config/(hub|op|argocd|glab-cli|netlify|configstore)(/|$)|(^|/)\.m2/settings(-security)?\.xml$|(^|/)\.?composer/auth\.json$|(^|/)\.databrickscfg$|"
        + @"(^|/)\.oci/(config$|\S*\.pem$|sessions/)|passwd-s3fs$|ldap\.secret$|/pam_ldap\.secret$|"
        + @"(^|/)(sssd|nslcd|wpa_supplicant[\w-]*|rndc|tacacs|hostapd)\.(conf|key)$|/NetworkManager/system-connections/|"
        + @"/(freeradius|raddb)/(\d\.\d/)?(clients\.conf|mods-\w+/|users$)|/var/lib/cloud/(instances?/|\S*user-data)|user-data(\.txt(\.i)?)?$|(^|/)krb5cc[\w-]*$|"
        + @"/samba/private/|(secrets|passdb)\.tdb$|/run/credentials/|/vault/secrets/|/secrets-store/|(^|/)\.dbt/profiles\.yml$|(^|/)\.snowsql/config$|(^|/)\.snowflake/|"
        + @"(^|/)\.terraformrc$|(^|/)\.(cloudflared|fly|supabase|ngrok2|kaggle|huggingface|gem)/\S*(\.json|\.ya?ml|token|credentials)$|"
        + @"/etc/(openvpn|strongswan|swanctl)/\S*(\.key|psk|secrets|auth\S*\.txt)$|/etc/krb5\.keytab|/etc/duo/\w+\.conf$|(^|/)(auto)?unattend\.xml$|"
        + @"(^|/)sysprep\.(inf|xml)$|/applicationHost\.config$|^(~\w*|/root|/home/[^/]+|/Users/[^/]+)/\.[?*\[][^/]*$|"
        + @"/config/(RegBack/)?(SAM|SECURITY|SYSTEM)$|(^|/)ntds\.dit$|/Preferences/Groups/Groups\.xml$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfServers();

    /// <summary>sops, GitLab Runner, AWS CLI (tokens that it keeps), Argo CD, tailscaled, cloudflared, OpenStack, Stripe, Dropbear, cloud-init, Azure's agent, Ansible Vault,
    /// Google Authenticator, Hugging Face, Copilot and Codex, MongoDB, Asterisk, Squid, ProFTPD, RabbitMQ, Datadog, Solr, and where pods mount secrets.</summary>
    [GeneratedRegex(
        @"/sops/age/|/gitlab-runner/config\.toml$|(^|/)\.aws/(sso|cli)/cache/|(^|/)\.argocd/config$|(^|/)tailscaled\.state|/etc/cloudflared/\S+\.(pem|json)$|"
        + @"/openstack/(clouds|secure)\.ya?ml$|/stripe/config\.toml$|dropbear_\w+_host_key$|/instance-data-sensitive\.json$|/waagent/ovf-env\.xml|"
        + @"(^|/)\.?vault[_-]?pass(word)?(\.txt)?$|(^|/)\.google_authenticator$|/huggingface/(token|stored_tokens)$|(^|/)\.codex/auth\.json$|/github-copilot/\w+\.json$|"
        + @"/mongo[\w-]*key-?file$|/asterisk/(manager|sip|pjsip|iax|ari|voicemail)\w*\.conf$|/(squid|proftpd|vsftpd|apache2|httpd|nginx)/[\w.-]*passwd\w*$|"
        + @"/rabbitmq/definitions\.json$|/datadog(-agent)?/datadog\.yaml$|^/etc/secrets/|(^|/)security\.json$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfTools();

    /// <summary>Keys and passwords that servers and applications keep, by their manuals: HAProxy ("crt": the key beside the certificate), kubelet, Salt, Puppet, Chef,
    /// PgBouncer, Pgpool, Exim, Dovecot, Mosquitto, Samba, mount.cifs(8), Tomcat, Jetty, Net-SNMP, Corosync, chrony.conf(5), containers-auth.json(5), restic, Borg, ngrok;
    /// Rails, Magento, ASP.NET, Terraform, direnv, Zabbix. Of a .pem that is not plainly a certificate it is taken that it holds a key.</summary>
    [GeneratedRegex(
        @"(^|/)(?!\S*(cert|chain|crt|pub|bundle|root|issuer|intermediate|trust|dh\d|dhparam|sign)[^/]*\.pem$)"
        + @"(?!(\S*[-_.])?ca([-_.]\S*)?\.pem$)[\w.-]+\.pem$|/\.cloudflared/\S+\.pem$|"
        + @"(^|/)(haproxy|private_keys|pki/master|\.?chef)/(\S*/)?[\w*.-]+\.pem$|(^|/)(master\.passwd|s?pwd\.db|smbpasswd|passwd\.client|pool_passwd|userlist\.txt)$|"
        + @"/etc/security/passwd$|(^|/)(mosquitto|dovecot)/(passwd|users|passwords?|dovecot-(sql|ldap)\.conf\.ext)$|\.creds?$|(^|/)tomcat-users\.xml$|"
        + @"(^|/)jetty-realm\.properties$|/net-snmp/snmpd?\.conf$|(^|/)(corosync|pacemaker|booth)/authkey$|(^|/)(chrony|ntp)\.keys$|(^|/)luks-?keys?/|"
        + @"(^|/)containers/auth\.json$|/helm/registry/config\.json$|(^|/)\.mc/config\.json$|(^|/)ngrok\.yml$|(^|/)(restic|borg)/(password|keys/\S+)$|"
        + @"(^|/)vault_pass(word)?$|(^|/)config/database\.yml$|(^|/)app/etc/env\.php$|(^|/)appsettings\.Production\.json$|\.tfvars(\.json)?$|(^|/)\.envrc$|"
        + @"/zabbix_(server|proxy)\.conf$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfApplications();

    /// <summary>What further clients and servers keep, by their manuals: CUPS (addresses of devices), msmtp, fetchmail, Subversion, Mercurial, Yarn, Gradle, NuGet, Alibaba Cloud,
    /// Scaleway, Cloud Foundry, IBM Cloud, Snowflake, Docker, kubelet, kubelogin, gcloud, Rancher, Redis, Grafana, Alertmanager, GitLab, Rundeck, Mutt; histories of shells and
    /// editors; keys and memory of the kernel (ip-sysctl.rst, kdump.rst).</summary>
    [GeneratedRegex(
        @"/cups/(printers|classes)\.conf(\.O)?$|(^|/)\.?msmtprc$|(^|/)\.fetchmailrc$|(^|/)\.subversion/auth/|(^|/)\.hgrc$|(^|/)\.yarnrc\.yml$|(^|/)\.gradle/gradle\.properties$|"
        + @"(^|/)NuGet/NuGet\.Config$|(^|/)\.aliyun/config\.json$|(^|/)scw/config\.yaml$|(^|/)\.(cf|bluemix)/config\.json$|/snowflake/(connections|config)\.toml$|"
        + @"(^|/)\.dockercfg$|/containers/(\d+/)?auth\.json$|/kubelet/config\.json$|(^|/)\.kube/cache/oidc-login/|/gcloud/legacy_credentials/|/rancher/node/password$|"
        + @"/redis/users\.acl$|/grafana\.ini$|/alertmanager/alertmanager\.ya?ml$|/gitlab/gitlab\.rb$|/rundeck/realm\.properties$|(^|/)\.?mutt/muttrc$|"
        + @"(^|/)\.muttrc$|/fish/fish_history$|(^|/)\.(viminfo|lesshst)$|/tcp_fastopen_key$|/ipv6/conf/[^/]+/stable_secret$|^/proc/vmcore$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfClients();
}
