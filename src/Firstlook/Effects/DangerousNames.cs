using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Environment variables that choose which code runs, or where it connects. Sources: bash(1) "Shell Variables", ld.so(8) "ENVIRONMENT",
/// git(1) "Environment Variables", less(1), psql "Environment", and each interpreter's manual.
/// </summary>
internal static partial class DangerousNames
{
    static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "PGGSSDELEGATION", "WG_HIDE_KEYS", "PGOAUTHDEBUG", "MALLOC_CONF", "MYSQL_DEBUG", "DOTNET_EnableEventPipe", "COMPlus_EnableEventPipe", "VAULT_WRAP_TTL", "BAO_WRAP_TTL",
        "PATH", "XTABLES_LIBDIR", "IPTABLES_LIB_DIR", "TC_LIB_DIR", "IP_LIB_DIR", "GETCONF_DIR", "LIBMYSQL_PLUGIN_DIR", "LIBVIRT_DEFAULT_URI", "VIMINIT", "EXINIT",
            "BORG_REMOTE_PATH", "TRIVY_OUTPUT", "APT_CONFIG", "HGRCPATH", "ORACLE_PATH", "SQLPATH", "CATALINA_BASE", "CATALINA_HOME", "ZOOCFGDIR", "VAULT_AGENT_ADDR",
            "VAULT_PROXY_ADDR", "CONSUL_HTTP_ADDR", "NOMAD_ADDR", "OS_AUTH_URL", "HCLOUD_ENDPOINT", "GH_HOST", "BASH_ENV", "ENV", "IFS", "PROMPT_COMMAND", "PS0", "PS1",
            "PS2", "PS4", "SHELLOPTS", "BASHOPTS", "CDPATH", "GLOBIGNORE", "FPATH", "SHELL", "HOME",
        "KUBECONFIG", "KUBE_EDITOR", "DOCKER_CONFIG", "DOCKER_HOST", "DOCKER_CONTEXT", "PAGER", "EDITOR", "VISUAL", "BROWSER", "LESSOPEN", "LESSCLOSE", "LESS", "LESSKEY", "MORE",
        "NODE_OPTIONS", "NODE_PATH", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS", "KAFKA_OPTS", "KAFKA_HEAP_OPTS", "KAFKA_JMX_OPTS",
            "CLASSPATH", "RUBYOPT", "RUBYLIB", "GEM_HOME",
        "PSQLRC", "PGSERVICEFILE", "PGSYSCONFDIR", "PGOPTIONS", "PGPASSFILE", "PGSSLKEY", "MYSQL_HOME", "REDISCLI_RCFILE", "CURL_HOME", "WGETRC", "AWS_CONFIG_FILE",
            "AWS_SHARED_CREDENTIALS_FILE", "AWS_PAGER",
        "AWS_ENDPOINT_URL", "CLOUDSDK_CONFIG", "CLOUDSDK_PYTHON", "SSH_ASKPASS", "SUDO_ASKPASS", "TAR_OPTIONS", "GREP_OPTIONS", "GREP_COLORS", "AWKPATH", "AWKLIBPATH",
            "OPENSSL_CONF", "OPENSSL_MODULES", "OPENSSL_ENGINES",
        "TERM", "TERMINFO", "TERMCAP", "LOCALDOMAIN", "HOSTALIASES", "RES_OPTIONS", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "XDG_DATA_DIRS", "MANPATH", "MAKEFLAGS",
            "MAKEFILES", "GNUMAKEFLAGS", "RSYNC_RSH", "CVS_RSH",
        "MANPAGER", "RIPGREP_CONFIG_PATH", "LOCPATH", "HISTFILE", "INPUTRC", "ZDOTDIR", "KRB5_CONFIG", "SASL_PATH", "LIBMYSQL_PLUGINS", "PGSERVICE", "COMPOSE_FILE",
            "COMPOSE_PATH_SEPARATOR", "MAVEN_OPTS", "GRADLE_OPTS", "PHPRC", "PHP_INI_SCAN_DIR", "TCLLIBPATH", "GOFLAGS", "GCONV_PATH", "BUNDLE_GEMFILE",
        "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR", "HELM_PLUGINS", "HELM_CONFIG_HOME",
            "HELM_DRIVER", "TF_CLI_CONFIG_FILE", "JRE_HOME", "VIRSH_DEFAULT_CONNECT_URI", "ODBCSYSINI", "ODBCINI", "ODBCINSTINI", "MIX_EXS", "CASSANDRA_CONF",
            "HBASE_HOME", "HADOOP_HOME", "SPARK_HOME", "AIRFLOW_HOME", "DAGSTER_HOME", "COMPOSER_HOME", "HTTPIE_CONFIG_DIR", "WP_CLI_PACKAGES_DIR", "ARGOCD_SERVER",
            "INFLUX_HOST", "LOKI_ADDR", "BOSH_ENVIRONMENT", "MIMIR_ADDRESS", "CORTEX_ADDRESS", "FLINK_CONF_DIR", "CATALINA_HOME", "CATALINA_BASE", "JBOSS_HOME",
            "KAFKA_HOME", "ZOOCFGDIR", "CF_TRACE", "CF_HOME", "CF_PLUGIN_HOME", "TF_CLI_ARGS", "SYSTEMD_PAGER", "SYSTEMD_EDITOR", "SYSTEMD_LESS",
            "DJANGO_SETTINGS_MODULE", "VAULT_ADDR", "COMPOSE_FILE", "TMPDIR_OVERRIDE", "UID", "EUID", "HISTFILE", "SSLKEYLOGFILE", "POSIXLY_CORRECT", "GNUPGHOME",
            "NMAPDIR", "NLSPATH", "TF_LOG_PATH", "GLIBC_TUNABLES", "EXECIGNORE", "FCEDIT", "AZURE_CONFIG_DIR", "AZURE_EXTENSION_DIR", "BOTO_CONFIG", "BOTO_PATH",
            "CONTAINER_HOST", "BUILDKIT_HOST", "CLOUDSDK_PYTHON_ARGS", "CLOUDSDK_AUTH_ACCESS_TOKEN_FILE", "JVMFLAGS", "SCREENRC", "NETRC", "MALLOC_CHECK_",
            "LIBRARY_PATH", "MYSQL_TEST_LOGIN_FILE", "DRY_RUN", "PARALLEL", "PULUMI_HOME",
        "LIBPATH", "SHLIB_PATH", "_RLD_LIST", "LDR_PRELOAD", "LDR_PRELOAD64", "LDR_CNTRL", "GEM_PATH", "BUNDLE_PATH", "BUNDLE_APP_CONFIG", "GSS_MECH_CONFIG",
            "GIO_EXTRA_MODULES", "GIO_MODULE_DIR", "RDMAV_DRIVERS", "IBV_DRIVERS", "DOTNET_STARTUP_HOOKS", "DOTNET_ADDITIONAL_DEPS", "PSModulePath", "RUSTUP_TOOLCHAIN",
            "RUSTUP_HOME", "M2_HOME", "MAVEN_HOME", "MIX_HOME", "MIX_ARCHIVES", "MIX_PATH", "COREPACK_HOME", "NIX_CONFIG", "NIX_USER_CONF_FILES", "PORTAGE_CONFIGROOT",
            "KNIFE_HOME", "SALT_MASTER_CONFIG", "SALT_MINION_CONFIG", "SALT_CONFIG_DIR", "CQLSH_PYTHON", "TELEPORT_HOME", "ORACLE_HOME", "TNS_ADMIN", "TAPE",
            "CONTAINERS_CONF", "CONTAINERS_CONF_OVERRIDE", "CONTAINERS_STORAGE_CONF", "PERF_EXEC_PATH", "KRB5_TRACE", "LIBVIRT_LOG_OUTPUTS", "VIRSH_LOG_FILE", "QLOGDIR",
            "CURL_CA_BUNDLE", "AWS_CA_BUNDLE", "REQUESTS_CA_BUNDLE",
        "GITLAB_HOST", "BAO_ADDR", "HEROKU_API_URL", "HEROKU_HOST", "FLY_API_BASE_URL", "PULUMI_BACKEND_URL", "SCW_API_URL", "DIGITALOCEAN_API_URL",
            "LINODE_CLI_API_HOST", "LINODE_CLI_API_SCHEME", "BOUNDARY_ADDR", "AWS_DATA_PATH",
        "BAO_AGENT_ADDR", "BAO_PROXY_ADDR", "MAX_HEAP_SIZE", "HEAP_NEWSIZE", "CASSANDRA_HOME", "LVM_SYSTEM_DIR", "DM_DEV_DIR", "BLKID_FILE", "BLKID_CONF",
            "MARIADB_PLUGIN_DIR", "LIBMYSQL_ENABLE_CLEARTEXT_PLUGIN", "SYSTEM_WGETRC", "CONDOR_CONFIG", "SLURM_CONF", "SLURM_CONF_SERVER", "LSF_ENVDIR", "LSF_SERVERDIR",
            "LSF_BINDIR", "LSF_LIBDIR", "PBS_CONF_FILE", "PBS_EXEC", "SGE_ROOT",
        "CLUSTERSHELL_CFGDIR", "CLUSTERSHELL_CFGLOCALDIR", "CELERY_CONFIG_MODULE", "CELERY_LOADER", "COMPOSER", "COMPOSER_VENDOR_DIR", "COMPOSER_BIN_DIR", "FACTERLIB",
            "SPRING_SERVER_COMMAND", "SPRING_TMP_PATH", "TRIVY_CONFIG", "TRIVY_SERVER", "TRIVY_CACHE_DIR", "TRIVY_MODULE_DIR", "TRIVY_TEMPLATE", "K3S_DATA_DIR",
            "GOTOOLCHAIN", "GOENV", "KAFKA_DEBUG",
        "VOLTA_HOME", "ASDF_DATA_DIR", "ASDF_DIR", "ASDF_CONFIG_FILE", "NVM_DIR", "FNM_DIR", "PYENV_ROOT", "RBENV_ROOT", "NODENV_ROOT", "GOENV_ROOT", "JENV_ROOT",
            "TFENV_ROOT", "SDKMAN_DIR",
    ]);

    static readonly string[] Prefixes =
        ["MAGICK_", "LD_", "DYLD_", "KUBE", "KUBECTL_", "DOCKER_", "HELM_", "RUBY", "NODE_", "JAVA_", "TF_CLI_", "TF_PLUGIN", "TF_REATTACH", "TF_DATA", "BASH_", "GIT_",
            "BASH_FUNC_", "PYTHON", "PERL", "npm_config_", "NPM_CONFIG_", "YARN_", "TF_CLI_ARGS_", "GCONV_", "LUA_", "ANSIBLE_", "RSYNC_", "HADOOP_", "TERRAGRUNT_",
            "TG_", "AWS_ENDPOINT_URL", "CLOUDSDK_API_ENDPOINT", "PIP_", "CONDA_", "VAGRANT_", "PACKER_", "CARGO_", "RUSTC_", "MYSQLSH_", "PARALLEL_", "JBOSS_",
            "BPFTRACE_", "RCLONE_", "AIRFLOW__", "SSH_SK_", "DBUS_", "MANROFF", "ERL_", "HELMFILE_", "FFREPORT", "RPM_CONFIGDIR", "SQLCMDINI", "CORECLR_", "COR_",
            "HOMEBREW_", "CLOUDSDK_PROXY", "TEMPORAL_CLI_PLUGIN", "TEMPORAL_CODEC", "LIBGUESTFS_", "WIRESHARK_", "GROFF_", "MK_", "_CONDOR_", "MISE_"];

    /// <summary>What runbooks call a machine, a process or a revision; no program reads them. Source: node(1) "ENVIRONMENT", git(1) "Environment Variables".</summary>
    static readonly FrozenSet<string> Free = FrozenSet.ToFrozenSet(["NODE_NAME", "NODE_IP", "NODE_PORT", "NODE_ID", "NODE_HOST", "NODE_ADDRESS", "JAVA_PID", "GIT_SHA", "GIT_TAG"]);

    /// <summary>Ends of names whose values are a program, or settings that name one: <c>SVN_SSH</c>, <c>RESTIC_PASSWORD_COMMAND</c>, <c>CASSANDRA_INCLUDE</c>,
    /// <c>SPARK_CONF_DIR</c>.</summary>
    static readonly string[] Choosing =
        ["_PAGER", "_EDITOR", "_RSH", "_SSH", "_PASSWORD_COMMAND", "_PASSCOMMAND", "_ASKPASS", "_INCLUDE", "_CONF_DIR", "_CONF_ENV_FILE", "_CONFIG_PATH", "_BINARY",
            "_LIBS"];

    /// <summary>Where clients connect, with what proves who asks. As variables of a script's own they are addresses like any: they count where a program is handed them.</summary>
    static readonly FrozenSet<string> Servers =
        FrozenSet.Create(StringComparer.Ordinal, "GITLAB_URI", "SENTRY_URL", "TEMPORAL_ADDRESS", "NATS_URL", "ARGO_SERVER", "S3_ENDPOINT_URL", "JENKINS_URL",
            "OP_CONNECT_HOST", "DOPPLER_API_HOST", "CLOUDFLARE_API_BASE_URL", "ST_AUTH", "PREFECT_API_URL", "DATABRICKS_HOST", "TOWER_HOST", "CONTROLLER_HOST",
            "DRONE_SERVER", "RD_URL", "INFISICAL_API_URL", "AKEYLESS_GATEWAY_URL", "FLY_API_HOSTNAME");

    /// <summary>Ends of names whose values are options of the program that the variable is handed to (<c>KAFKA_OPTS</c>, <c>CLIENT_JVMFLAGS</c>).</summary>
    static readonly string[] Suffixes = ["_OPTS", "_OPTIONS", "FLAGS", "_ARGS", "_PRELOAD", "_RCFILE"];

    /// <summary>Ends of names that say where the program that the variable is handed to finds code or settings (<c>COSIGN_PKCS11_MODULE_PATH</c>), or the server that it
    /// signs in at (<c>OS_COMPUTE_ENDPOINT_OVERRIDE</c>).</summary>
    static readonly string[] Places =
        ["_PLUGIN_DIR", "_PLUGIN_PATH", "_PLUGINS_DIR", "_MODULE_PATH", "_MODULE_DIR", "_EXTCAP_DIR", "_LIBDIR", "_CFGDIR", "_CONFDIR", "_CONFIG_DIR", "_CONFIG_FILE",
            "_CONFIG_MODULE", "_COMMAND_PREFIX", "_SERVER_COMMAND", "_LOADER", "_ENDPOINT", "_ENDPOINT_URL", "_ENDPOINT_OVERRIDE", "_API_URL", "_API_HOST",
            "_API_BASE_URL", "_BASE_URL"];

    static readonly string[] Secrets = ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "API_KEY", "APIKEY", "ACCESS_KEY", "PRIVATE_KEY", "MYSQL_PWD", "REDISCLI_AUTH", "CREDENTIAL"];

    /// <summary>Why setting a variable to a constant changes what runs; null where it does not.</summary>
    public static string? Reason(string name, string? value, OwnNetwork network) => name == "PGOPTIONS" && value is not null && IsStrict(value) ? null
        : value is not null && (IsInstalled(name) && Installed().IsMatch(value) || IsServer(name) && IsOwn(value, network) || OnlyShows(name, value)) ? null : Reason(name);

    /// <summary>Whether a variable of a pager or of git's says, set so, how things are shown, and no more.</summary>
    static bool OnlyShows(string name, string value) => Pagers.OnlyShow(name, value) || GitSwitches.Are(name, value);

    /// <summary>Where a client asks, and that alone. Sources: developer.hashicorp.com, "Environment Variables" of Vault, Consul, Nomad and Boundary; influx CLI, argocd,
    /// LogCLI, mimirtool and cortextool, GitLab's glab.</summary>
    public static bool IsServer(string name) =>
        name is "VAULT_ADDR" or "BAO_ADDR" or "CONSUL_HTTP_ADDR" or "NOMAD_ADDR" or "BOUNDARY_ADDR" or "INFLUX_HOST" or "ARGOCD_SERVER" or "LOKI_ADDR" or "MIMIR_ADDRESS"
            or "CORTEX_ADDRESS" or "GITLAB_HOST" or "TRIVY_SERVER"
            || Servers.Contains(name);

    /// <summary>Whether an address is plainly a machine's of the own network, so that what proves who asks stays there. A name without a dot may be one of a search
    /// domain's.</summary>
    public static bool IsOwn(string address, OwnNetwork network) =>
        Address().Match(address) is { Success: true } match && match.Groups["host"].Value is var host
            && (host is "localhost" || host.Contains('.') && network.Has(host));

    // A name begins with a letter: a number alone is an address, whichever network it is of.
    [GeneratedRegex(@"^((https?|nats|tls|grpcs?)://)?(?<host>[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*|\d{1,3}(\.\d{1,3}){3})(:\d{1,5})?(/[A-Za-z0-9/_-]*)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    /// <summary>Folders and certificates that an administrator installs, and that everyday scripts name.</summary>
    public static bool IsInstalled(string name) => name is "ORACLE_HOME" or "TNS_ADMIN" or "M2_HOME" or "MAVEN_HOME" or "CURL_CA_BUNDLE" or "AWS_CA_BUNDLE" or "REQUESTS_CA_BUNDLE"
        or "SLURM_CONF" or "CONDOR_CONFIG" or "LSF_ENVDIR" or "LSF_SERVERDIR" or "PBS_CONF_FILE" or "PBS_EXEC" or "SGE_ROOT" or "CASSANDRA_HOME" or "TRIVY_CONFIG";

    /// <summary>Where only an administrator writes (Filesystem Hierarchy Standard; Oracle, "Optimal Flexible Architecture").</summary>
    [GeneratedRegex(@"^/(u\d+|opt|oracle|ora\w*|usr|etc|apps?)/(?!.*\.\.)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Installed();

    /// <summary>PostgreSQL's options that only make a session stricter.</summary>
    static bool IsStrict(string options)
    {
        var words = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0
            && words.Index()
                .All(word =>
                    word.Index % 2 == 0
                        ? word.Item == "-c"
                        : word.Item.Split('=') is ["default_transaction_read_only", "on"]
                            or ["statement_timeout" or "lock_timeout" or "idle_in_transaction_session_timeout", _]);
    }

    /// <summary>Why setting a variable changes what runs, whatever the value; null where it does not.</summary>
    public static string? Reason(string name)
    {
        if (Names.Contains(name) || Array.Exists(Choosing, end => name.EndsWith(end, StringComparison.Ordinal))) return $"setting {name} changes what runs";
        if (Free.Contains(name)) return null;
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal)) return $"setting {name} changes what runs";
        }
        return null;
    }

    /// <summary>Why handing a variable to one program alone changes what that runs; null where it does not.</summary>
    public static string? ReasonBeside(string name, string? value, OwnNetwork network) =>
        Array.Exists(Suffixes, suffix => name.EndsWith(suffix, StringComparison.Ordinal)) ? $"{name} hands options to what runs"
        : name is "LOADER" || Array.Exists(Places, place => name.EndsWith(place, StringComparison.Ordinal)) ? $"{name} says where what runs finds its code, settings or server"
        : Servers.Contains(name) ? ReasonExported(name, value, network)
        : IsInstalled(name) || Names.Contains(name) || value is not null && OnlyShows(name, value) ? null
        : HandedVariables.Beside(name, value, network);

    /// <summary>Both: why a variable that is handed to one program changes what that runs.</summary>
    /// <param name="value">With a hole for each part that is not known.</param>
    public static string? ReasonHanded(string name, string? value, OwnNetwork network) =>
        Reason(name, value?.Contains(Argument.Hole) == true ? null : value, network) ?? ReasonBeside(name, value, network);

    /// <summary>Why an exported variable leads the programs behind it elsewhere; null where it does not.</summary>
    public static string? ReasonExported(string name, string? value, OwnNetwork network) =>
        Servers.Contains(name)
            ? value is not null && IsOwn(value, network)
                ? null
                : $"{name} says which server is spoken to"
            : IsInstalled(name) || Names.Contains(name)
            ? null
            : HandedVariables.Exported(name, value);

    /// <summary>Whether a name says that its value is a secret.</summary>
    public static bool IsSecret(string name)
    {
        foreach (var secret in Secrets)
        {
            if (name.Contains(secret, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
