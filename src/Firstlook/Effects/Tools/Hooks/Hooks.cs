using System.Collections.Frozen;

namespace Firstlook.Effects.Tools;

/// <summary>What a table cannot say: programs whose arguments are programs, expressions or statements. Each hook is total.</summary>
internal static partial class Hooks
{
    delegate Verdict Hook(Invocation call, Parsed parsed);

    /// <summary>Hooks that read all arguments themselves: nothing is sorted into options and operands for them.</summary>
    static readonly FrozenSet<string> WholeLine = FrozenSet.ToFrozenSet(
        ["raw", "trap", "find", "test", "dd", "declare", "set", "alias", "eval", "source", "exec", "tar", "redis", "aws", "gcloud", "az", "cloud", "openssl", "service", "kafka-consumer", "kafka-reads", "manage", "httpie", "interpreter", "python", "powershell", "windows-shell", "sqlcmd", "invoke-web", "many-hosts", "sqlplus", "rman", "es-util"]);

    static readonly FrozenDictionary<string, Hook> All = new Dictionary<string, Hook>(StringComparer.Ordinal)
    {
        ["trap"] = Trap,
        ["unknown"] = (call, _) => Verdict.Unknown($"{call.Name} runs more than its words say"),
        ["filter"] = (call, _) => call.Input.Kind is InputKind.Pipe or InputKind.Text ? Verdict.Read($"'{call.Name}' picks out what is shown") : Verdict.Unknown($"'{call.Name}' picks out what a device shows, and is not known by itself"),
        ["raw"] = Raw,
        ["test"] = Test,
        ["names"] = Names,
        ["declare"] = Declare,
        ["set"] = Set,
        ["alias"] = Alias,
        ["eval"] = Eval,
        ["source"] = Source,
        ["exec"] = Exec,
        ["sudo"] = Sudo,
        ["timeout"] = Timeout,
        ["priority"] = Priority,
        ["ansible"] = Ansible,
        ["sql-text"] = (call, parsed) => Statements(call, parsed.Values("-c", "--command"), lists: false),
        ["flock"] = Flock,
        ["su"] = SwitchUser,
        ["xargs"] = Xargs,
        ["parallel"] = Parallel,
        ["watch"] = Watch,
        ["shell"] = Shell,
        ["ssh"] = Ssh,
        ["find"] = Find,
        ["dd"] = DiskDump,
        ["date"] = Date,
        ["tee"] = Tee,
        ["link"] = Link,
        ["kill"] = Kill,
        ["script-text"] = ScriptText,
        ["queue-manager"] = QueueManager,
        ["salt"] = Salt,
        ["copy"] = Copy,
        ["gzip"] = Gzip,
        ["tar"] = Tar,
        ["rsync"] = Rsync,
        ["scp"] = Scp,
        ["sed"] = Sed,
        ["awk"] = Awk,
        ["jq"] = Jq,
        ["interpreter"] = Interpreter,
        ["python"] = Python,
        ["manage"] = Manage,
        ["rails-runner"] = RailsRunner,
        ["top"] = Top,
        ["session"] = Session,
        ["interval"] = Interval,
        ["service"] = Service,
        ["sysctl"] = Sysctl,
        ["jcmd"] = Jcmd,
        ["gdb"] = Gdb,
        ["bpftrace"] = BpfTrace,
        ["rename"] = Rename,
        ["curl"] = Curl,
        ["es-util"] = EsUtil,
        ["wget"] = Wget,
        ["httpie"] = Httpie,
        ["ping"] = Ping,
        ["nc"] = Netcat,
        ["socat"] = Socat,
        ["ip"] = Ip,
        ["name-update"] = NameUpdate,
        ["openssl"] = OpenSsl,
        ["psql"] = Psql,
        ["mysql"] = Mysql,
        ["sqlite"] = Sqlite,
        ["clickhouse"] = Clickhouse,
        ["cql"] = Cql,
        ["redis"] = Redis,
        ["mongo"] = Mongo,
        ["kafka-consumer"] = KafkaConsumer,
        ["kafka-reads"] = KafkaReads,
        ["kubectl-exec"] = KubectlExec,
        ["kubectl-run"] = KubectlRun,
        ["kubectl-label"] = KubectlLabel,
        ["container-exec"] = ContainerExec,
        ["container-run"] = ContainerRun,
        ["git-checkout"] = GitCheckout,
        ["gh-api"] = GhApi,
        ["aws"] = Aws,
        ["gcloud"] = Gcloud,
        ["az"] = Azure,
        ["cloud"] = Cloud,
        ["powershell"] = PowerShellProgram,
        ["windows-shell"] = WindowsShell,
        ["sqlcmd"] = SqlCmd,
        ["invoke-web"] = InvokeWeb,
        ["many-hosts"] = ManyHosts,
        ["console"] = Console,
        ["told"] = Told,
        ["remote-words"] = RemoteWords,
        ["expressions"] = Expressions,
        ["packs"] = Packs,
        ["tinker"] = Tinker,
        ["mysqlsh"] = MysqlShell,
        ["jboss"] = Jboss,
        ["kubectl-delete"] = KubectlDelete,
        ["cypher"] = Cypher,
        ["asterisk"] = Asterisk,
        ["fs-cli"] = FsCli,
        ["router"] = Router,
        ["first-statement"] = FirstStatement,
        ["execute-text"] = ExecuteText,
        ["sqlplus"] = SqlPlus,
        ["rman"] = Rman,
        ["flux"] = Flux,
        ["influx-statement"] = InfluxStatement,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Func<Invocation, Parsed, Verdict> Find(string name) => All.TryGetValue(name, out var hook) ? (call, parsed) => hook(call, parsed)
        : throw new InvalidOperationException($"a table names the hook '{name}', which does not exist");

    public static bool TakesWholeLine(string? name) => name is not null && WholeLine.Contains(name);

    static readonly Verdict Neutral = new(Effect.None, EffectTags.None, "");

    static bool AsksForHelp(Invocation call) => call.Words is [_, { Text: "--help" }];
}
