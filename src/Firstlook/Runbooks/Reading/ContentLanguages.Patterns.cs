using System.Text.Json;
using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>What each language looks like.</summary>
internal static partial class ContentLanguages
{
    [GeneratedRegex(@"^[\w.-]+\s*[:=]|[{;]\s*$|^[""{}\[\]<-]")]
    private static partial Regex OfFile();

    [GeneratedRegex(@"^[^\S\n]*(export )?(const|let|var) \w+: (string|number|boolean|unknown|Record<|Array<|Promise<|\w+\[\])|^[^\S\n]*(export )?(interface|type) \w+ (=|\{)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Typing();

    // "# .env", and below it nothing but what stands in that file.
    [GeneratedRegex(@"^\s*#\s*([\w./~-]*/)?(\.env(\.\w+)?|[\w-]+\.(env|ini|conf|cfg|properties))\s*:?\s*\n")]
    private static partial Regex NamesAnEnvironment();

    // "false 0" above "0": truth and numbers, to which nobody gives the program of that name.
    [GeneratedRegex(@"^((true|false) )*-?\d[\d.,]*%?$|^(true|false)( (true|false|null|none|-?\d[\d.,]*%?))+$", RegexOptions.ExplicitCapture)]
    private static partial Regex ValueRow();

    // "/v3/offers/confirm   HoldNotFound   38": addresses of a service in columns, and no program of a folder that programs stand in.
    [GeneratedRegex(@"^/(?!(usr|opt|bin|sbin|etc|home|srv|var|root|data|apps?|mnt|lib|tmp|u\d+)/)[\w./{}:*-]+( {2,}[^\s-][^\s|;<>&$]*)+$", RegexOptions.ExplicitCapture)]
    private static partial Regex AddressRow();

    [GeneratedRegex(@"^[A-Za-z_][\w.]*\s*=(?!=)[^;|&`]*$")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\d{1,2}[.)]\s+")]
    private static partial Regex Numbered();

    // What a program says when it fails: "Error: UPGRADE FAILED: context deadline exceeded".
    [GeneratedRegex(@"^(Error|ERROR|error|FATAL|fatal|Fatal|panic|PANIC|WARN|WARNING|Warning|Exception)(\[[\w-]+\])?:\s|^Error from server\b")]
    private static partial Regex Complaint();

    // "traefik-1  | ERR Unable to obtain ...": what compose writes before each line of a service's log.
    [GeneratedRegex(@"^[a-z][\w.-]*-\d{1,3}\s+\|\s", RegexOptions.ExplicitCapture)]
    private static partial Regex ComposeLog();

    [GeneratedRegex(@"^\[ ('[^']*'|\d+|ISODate\([^)]*\))(, .*)?\],?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Answered();

    [GeneratedRegex(
        @"^show (ip|ipv6|ospf3?|bgp|isis|interfaces?|lldp|cdp|mpls|ldp|rsvp|vlans?|arp|chassis|inventory|environment|spanning-tree|mac|route|running-config|"
        + @"startup-config|logging|vrrp|hsrp|standby|bfd|crypto|access-lists?|port-channel|etherchannel|platform)\b[^;]*$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex AskedOfDevice();

    [GeneratedRegex(@"^(sudo )?[\w./~-]+(\s[^<]*)?<<-?\s*[""']?(?<end>\w+)[""']?")]
    private static partial Regex HereDocument();

    [GeneratedRegex(@"^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?|^(level|ts|time)=\S+ (level|ts|time|caller|msg)=", RegexOptions.ExplicitCapture)]
    private static partial Regex LogHead();

    [GeneratedRegex(@"^at [\w.$<>/]+\([^()]*\)$")]
    private static partial Regex StackFrame();

    [GeneratedRegex(@"^(Traceback \(most recent call last\)|Caused by: [\w.]+|goroutine \d+ \[)")]
    private static partial Regex Traceback();

    [GeneratedRegex(@"^[A-Z][A-Z0-9_]*=[^\s$`""']*$")]
    private static partial Regex SettingLine();

    // "/        \", "|        |": the branches of a tree drawn with what every keyboard has.
    [GeneratedRegex(@"^[/|\\](\s+[/|\\])+$", RegexOptions.ExplicitCapture)]
    private static partial Regex AsciiBranches();

    // "/incident open sev1 payments": told to a bot in a chat; better asked about than taken for prose.
    [GeneratedRegex(@"^/[a-z][a-z-]{1,30}(\s[\w<>{}\[\]#@.""'=:,*-]+)+$", RegexOptions.ExplicitCapture)]
    private static partial Regex ChatCommand();

    // Switches and firewalls are told what to do a line at a time, once they are in this mode.
    [GeneratedRegex(
        @"^(conf(ig(ure)?)? t(erm(inal)?)?|configure( private| exclusive)?|config (firewall|system|router|vpn|user|log|global|vdom|switch-controller|"
        + @"wireless-controller)\b.*)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex DeviceSession();

    // A statement of a dialect that we do not read ("FLASHBACK TABLE x TO BEFORE DROP;") is a statement all the same.
    [GeneratedRegex(@"^[A-Z]{3,}\s+([A-Z]+\s+)*\S", RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^""[^""]{1,80}""\s*:|^\{\s*""", RegexOptions.Multiline)]
    private static partial Regex JsonKey();

    [GeneratedRegex(
        @"^(SELECT|EXEC(UTE)?\s+(\w+\.)*(sp|xp|usp)_\w+|EXEC(UTE)?\s+(\w+\.){1,2}\w+\s*\(|"
        + @"SYSTEM\s+(RESTART|RESTORE|SYNC|DROP|FLUSH|STOP|START|RELOAD|SHUTDOWN|KILL)\b|WITH\s+\w+\s+AS|UPDATE\s+\S+\s+SET|DELETE\s+FROM|INSERT\s+INTO|"
        + @"ALTER\s+(TABLE|RESOURCE\s+MONITOR|SYSTEM|DATABASE|ROLE|USER|INDEX|WAREHOUSE|AVAILABILITY\s+GROUP|SESSION|LOGIN|SCHEMA|(MATERIALIZED\s+)?VIEW|SEQUENCE|"
        + @"EXTENSION|TABLESPACE|PLUGGABLE|KEYSPACE|SUBSCRIPTION|PUBLICATION|RESOURCE|PIPE|TASK)\s|"
        + @"CREATE\s+(OR\s+REPLACE\s+)?(UNIQUE\s+|TEMP(ORARY)?\s+|TRANSIENT\s+)?(INDEX|TABLE|VIEW|DATABASE|ROLE|USER|EXTENSION|MATERIALIZED|FUNCTION|PROCEDURE|SCHEMA|"
        + @"SEQUENCE|TRIGGER)\b|DROP\s+(TABLE|INDEX|DATABASE|VIEW|ROLE|USER|SCHEMA|FUNCTION|SEQUENCE|TRIGGER|MATERIALIZED)\b|MERGE\s+INTO|UNDROP\s|"
        + @"TRUNCATE\s+(TABLE\s+)?\w|VACUUM\b|ANALYZE\s+(TABLE\s+)?[\w.]+;?$|REINDEX\b|EXPLAIN\b|SHOW\s+(\w+\s+)*\w+(\s+LIKE\s+'[^']*'|\s+(IN|FROM)\s+[\w.]+)?\s*(;|\\G)?$|"
        + @"PURGE\s+(BINARY|MASTER)\s+LOGS\s|KILL\s+((QUERY|CONNECTION)\s+)?([\d<{\[]|\w+_(HERE|HIER|AQUI|ICI)\b)|"
        + @"KILL\s+(MUTATION|QUERY)\s+(ON\s+CLUSTER\s+\S+\s+)?WHERE\s|GRANT\s|REVOKE\s|BEGIN;|COMMIT;|CALL\s+\w|SET\s+(GLOBAL|SESSION|LOCAL)\s|LOCK\s+TABLE|CHECKPOINT;|"
        + @"REFRESH\s+MATERIALIZED|OPTIMIZE\s+TABLE|STOP\s+(SLAVE|REPLICA)|START\s+(SLAVE|REPLICA)|\\d[a-z+]*\b)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SqlStart();

    [GeneratedRegex(
        @"^(\(?\s*){0,3}(sum|avg|max|min|count|topk|bottomk|quantile|stddev|count_values|group)\s*(by|without)?\s*\(|"
        + @"^(\(?\s*){0,3}(rate|irate|increase|delta|idelta|deriv|predict_linear|histogram_quantile|absent|absent_over_time|changes|resets|label_replace|label_join|"
        + @"(avg|max|min|sum|count|last|quantile|stddev)_over_time|time|vector|scalar|clamp_max|clamp_min|round|ceil|floor|abs|sort_desc|sort)\s*\(\s*[\w({""]|"
        + @"^[a-zA-Z_:][\w:]*\{[^}]*[=~][^}]*\}|^[a-zA-Z_:][\w:]*\s*(==|!=|>=|<=|>|<)\s*[\d.]+\s*$|"
        + @"^[a-z_]+(_total|_bytes|_seconds|_count|_sum|_bucket|_ratio|_info)\b[^.]*$|^\(?[a-z_]+:[a-z_:]+\s*[-+*/]|^up\b(\{|\s*==|$)|^ALERTS\{",
        RegexOptions.ExplicitCapture)]
    private static partial Regex PromQlStart();

    // A brace that no name stands before.
    [GeneratedRegex(@"(^|[\s(,])\{", RegexOptions.ExplicitCapture)]
    private static partial Regex Selector();

    [GeneratedRegex(@"^\{\s*\w+\s*(=|=~|!=|!~)\s*[""`][^}]*\}\s*(\||!=|!~|$)|^(sum|count|avg|topk)[^{]{0,60}(rate|count_over_time|bytes_over_time)\s*\(\s*\{",
        RegexOptions.ExplicitCapture)]
    private static partial Regex LogQlStart();

    [GeneratedRegex(
        @"^(from\s+[\w.]+\s+import\s|import\s+[\w.]+(\s+as\s+\w+)?\s*(,|$)|def\s+\w+\(|class\s+\w+[(:]|print\(|for\s+\w+(,\s*\w+)*\s+in\s+.+:$|while\s+.+:$|if\s+.+:$|"
        + @"with\s+.+:$|try:$|[a-z_]\w*\s*=\s+?[\w.]+\(|[a-z_]\w*(\.\w+)+\(|mcp__\w+\()",
        RegexOptions.ExplicitCapture)]
    private static partial Regex PythonLine();

    [GeneratedRegex(
        @"^[A-Za-z][\w-]{1,30}\.exe\s+/[A-Za-z]|^(\$\w+\s*=\s*)?(Enter|Exit|Format|Register|Unregister|Wait|Backup|Restore|Read|Send|Use|Grant|Revoke|Repair|Mount|"
        + @"Dismount|Get|Set|New|Remove|Start|Stop|Restart|Invoke|Test|Enable|Disable|Clear|Write|Import|Export|Connect|Select|Where|ForEach|Add|Out|Measure|Resolve|"
        + @"Suspend|Resume|Move|Copy|Update|Install|Uninstall|Retry|Redirect|Sync|Switch|Search|Find|Show|Lock|Unlock|Rename|Reset|Request|Optimize|Merge|Join|"
        + @"Initialize|Expand|Debug|Confirm|Complete|Compare|Close|Open|Checkpoint|Block|Unblock|Approve|Deny|Undo|Publish|Save|Split|Sort|Trace|Protect|Unprotect|"
        + @"Convert|ConvertTo|ConvertFrom|Edit|Group|Push|Pop|Receive|Ping|Disconnect|Rebuild|Resize|Migrate)-[A-Z]\w+",
        RegexOptions.ExplicitCapture)]
    private static partial Regex PowerShellLine();

    [GeneratedRegex(@"^\$\w+\s*=\s")]
    private static partial Regex PowerShellVariable();

    [GeneratedRegex(
        @"^(GET|POST|PUT|DELETE|PATCH|HEAD)\s+(https?://|/)\S+|^(GET|HEAD)\s+_\w+\S*$|^(GET|HEAD)\s+[\w.*<>{}-]+/_\w+\S*$|"
        + @"^(POST|PUT|DELETE)\s+[\w.*<>{}/?=&,-]+(\s*\{.*)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex HttpLine();

    [GeneratedRegex(
        @"^(const|let|var)\s+[\w{\[]|^import\s+.*\sfrom\s+['""]|^(await|async)\s|^function\s+\w+|^export\s+(const|default|function|class)|^console\.|^(db|rs|sh)\.\w+|"
        + @"^(cfg|conf) = rs\.",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ScriptLine();

    [GeneratedRegex(
        @"^(INFO( (server|clients|memory|persistence|stats|replication|cpu|commandstats|keyspace|all|everything))?\s*$|SELECT \d+\s*$|"
        + @"(OBJECT|HLEN|STRLEN|SMEMBERS|SREM|LREM|ZRANGE|ZREM|HDEL|PERSIST|PTTL|XRANGE|XPENDING|XGROUP|PING|GET|SET|DEL|LLEN|LRANGE|KEYS|SCAN|TTL|DBSIZE|FLUSHDB|"
        + @"FLUSHALL|HGETALL|HGET|SLOWLOG|CLIENT|CONFIG|MEMORY|LATENCY|XLEN|XINFO|ZCARD|SCARD|TYPE|EXISTS|EXPIRE|UNLINK|MONITOR|CLUSTER|REPLICAOF|BGSAVE|LASTSAVE|"
        + @"ACL)\b[^.?!]*$)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex RedisLine();

    [GeneratedRegex(@"^(- )?[\w./""'-]+:(\s|$)|^- \S|^---$|^[|>][-+]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex YamlLine();

    [GeneratedRegex(@"^(apiVersion|kind|metadata|spec|groups|rules|services|version|alert|- alert|- name|image):")]
    private static partial Regex YamlStart();
}
